"""One version beside the fullest, drawn: as words, as a bar, and told in a few words.

What was left out is struck, what was changed is bold with a double underline, what was moved stands
in a box behind an arrow, and more of the speech than the fullest version has is underlined with
dots: each is told from the others by its shape, not by a colour. Words left out in the middle
without a sign are named so, since a reader of that outlet alone could not see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup, escape

from toolkit.compare.said import SNIPPET, Said
from toolkit.compare.versions.steps import Step
from toolkit.compare.versions.translations import Translation, compare_translation
from toolkit.show import wording
from toolkit.show.phrases import say

#: Where words were left out, in the order in which readers are told.
PLACES = ("head", "inner marked", "inner silent", "tail")


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage of a translation and its counterpart; None where there is none."""

    version: str | None
    fullest: str | None


@dataclass(frozen=True, slots=True)
class Foreign:
    """A translation ready for the template; the lists are of numbers and names of one side only."""

    passages: tuple[Beside, ...]
    only_fullest: str
    only_version: str


def draw_steps(steps: Sequence[Step]) -> Markup:
    """The words of a version with what it leaves out struck and what it changes marked.

    >>> draw_steps([Step("same", "three", "three"), Step("altered", "winters", "years")])
    Markup('three <del>winters</del> <ins>years</ins>')
    """
    found, before = Markup(""), ""
    for step in steps:
        pieces = _draw_step(step)
        if not pieces:
            continue
        # "two-" and "year" are one word as printed.
        glue = "" if not found or before.endswith("-") else " "
        found += glue + Markup(" ").join(pieces)
        before = step.b or step.a
    return found


def _draw_step(step: Step) -> list[Markup]:
    a, b = escape(step.a), escape(step.b)
    if step.op == "same":
        return [b]
    if step.op in ("bracketed", "ellipsis"):  # those of the fullest version are not printed here
        return [Markup('<span class="sl-editor">{}</span>').format(b)] if b else []
    if step.op == "moved":
        if not b:
            return [Markup('<small class="sl-from">⇄ moved from here</small>')]
        return [Markup('<span class="sl-moved"><small>⇄ moved here</small> {}</span>').format(b)]
    if step.place == "beyond":
        return [Markup('<span class="sl-more">{}</span>').format(b)]
    found = [Markup("<del>{}</del>").format(a)] if a else []
    if step.place == "inner silent":
        found.append(Markup('<small class="sl-silent">{}</small>').format(say("silent")))
    return [*found, *([Markup("<ins>{}</ins>").format(b)] if b else [])]


def tell(relation: str, steps: Sequence[Step]) -> str:
    """A relation in words, with how many words it is about and where they were left out.

    >>> tell("cut", [Step("same", "We", "We"), Step("cut", "do not", "", "inner silent"),
    ...              Step("same", "expect to be back", "expect to be back")])
    'cut by 2 words, in the middle, without a sign'
    """
    if relation == "verbatim":
        total = sum(_length(s.a) for s in steps if s.op == "same")
        return f"verbatim, all {wording.count(total, 'word')}" if total else relation
    parts = [_tell_cuts(steps), *_tell_changes(steps)]
    if any(s.place == "beyond" for s in steps):
        parts.append("then more of the speech")
    said = "; ".join(p for p in parts if p)
    return said or relation.replace("+", ", ")


def _tell_cuts(steps: Sequence[Step]) -> str:
    cuts = [s for s in steps if s.op == "cut" and s.place != "replaced"]
    if not cuts:
        return ""
    left = sum(_length(s.b) for s in steps if s.op in ("same", "altered"))
    if left < SNIPPET and not any(s.op in ("added", "moved") for s in steps):
        return f"cut to {wording.count(left, 'word')}"
    found = {s.place for s in cuts}
    if "inner silent" in found:
        found.discard("inner marked")
    places = wording.listing([say(f"cut.{place}") for place in PLACES if place in found])
    return f"cut by {wording.count(sum(_length(s.a) for s in cuts), 'word')}, {places}"


def _tell_changes(steps: Sequence[Step]) -> list[str]:
    counted = {
        "altered": sum(max(_length(s.a), _length(s.b)) for s in steps if s.op == "altered"),
        "added": sum(_length(s.b) for s in steps if s.place == "inserted"),
        "moved": sum(_length(s.b) for s in steps if s.op == "moved"),
    }
    return [f"{number} {told}" for told, number in counted.items() if number]


def lay_translation(fullest: Said, version: Said, marks: tuple[str, str]) -> Foreign:
    """A translation beside the fullest version, passage by passage; `marks` are its quote marks."""
    found = compare_translation(fullest, version)
    passages = _passages(found)
    only = found.one_sided
    return Foreign(
        tuple(_in_marks(passages, marks) if version.marked else passages),
        wording.listing([*only.missing_numbers, *only.missing_names]),
        wording.listing([*only.added_numbers, *only.added_names]),
    )


def _passages(found: Translation) -> list[Beside]:
    """The pairs as printed; what has no counterpart on one side stands together."""
    passages = []
    for lacking, group in groupby(found.pairs, key=lambda p: (not p.version, not p.fullest)):
        pairs = list(group)
        for run in [pairs] if any(lacking) else [[pair] for pair in pairs]:
            version = [s.of(found.version.text) for pair in run for s in pair.version]
            fullest = [s.of(found.fullest.text) for pair in run for s in pair.fullest]
            passages.append(Beside(" ".join(version) or None, " ".join(fullest) or None))
    return passages


def _in_marks(passages: Sequence[Beside], marks: tuple[str, str]) -> list[Beside]:
    found, own = list(passages), [n for n, p in enumerate(passages) if p.version]
    if own:
        first, last = own[0], own[-1]
        found[first] = replace(found[first], version=f"{marks[0]}{found[first].version}")
        words = str(found[last].version).rstrip(",")
        found[last] = replace(found[last], version=f"{words}{marks[1]}")
    return found


# -- bars ------------------------------------------------------------------------------------------


def draw_bar(relation: str, steps: Sequence[Step], language: str = "") -> Markup:
    """One version as a bar of the fullest version's length, as inline SVG."""
    if relation == "paraphrase":
        body = '<rect x=".5" y=".5" width="99%" height="11" fill="none" stroke-dasharray="3 2"/>'
    elif relation == "translation":
        code = escape(language.partition("-")[0])
        body = (
            '<rect x=".5" y=".5" width="99%" height="11" fill="#1b1a17"/>'
            '<rect x=".5" y=".5" width="22" height="11" fill="#fdfcf9"/>'
            f'<text x="6" y="9.5" font-size="10" fill="#1b1a17" stroke="none">{code}</text>'
        )
    else:
        body = "".join(_blocks(steps)) or '<rect y="0" width="100%" height="12" stroke="none"/>'
    return Markup(f'<svg class="bar" aria-hidden="true">{body}</svg>')


def _blocks(steps: Sequence[Step]) -> list[str]:
    """Solid where the words are, a line where they are missing, hollow where they changed."""
    total = sum(_length(s.a) for s in steps if s.op not in ("bracketed", "ellipsis")) or 1
    at, blocks = 0.0, []
    for step in steps:
        if not step.a or step.op in ("bracketed", "ellipsis"):
            continue
        x, width = 100 * at / total, 100 * _length(step.a) / total
        at += _length(step.a)
        place = f'x="{x:.1f}%" width="{width:.1f}%"'
        if step.op == "cut" and step.place != "replaced":
            blocks.append(f'<line x1="{x:.1f}%" x2="{x + width:.1f}%" y1="6" y2="6"/>')
            continue
        blocks.append(f'<rect {place} y="0" height="12" stroke="none"/>')
        if step.op in ("altered", "moved"):
            blocks.append(f'<rect {place} y="3" height="6" fill="#fdfcf9" stroke="none"/>')
    return blocks


def _length(words: str) -> int:
    return len(words.split())
