"""Who speaks is written beside the words: transcripts, dash turns, posts, signatures.

Where a text is laid out so that its form says who speaks, no verb is needed and no subject is
looked for. Four forms are read, each by the shape of its lines:

- a *label* before the words (``NAME:``, and Q. and A., P. and R.), where at least two lines have
  one and they take turns or come back; what stands between two labelled lines belongs to the first;
- a *dash* at the start of lines that take turns, with the reporter's words between dashes or after
  a comma;
- a *post* with its signature (— Name (@handle) March 3, 2018), whose words have no marks;
- a *signature* after words in marks: “…” — Name, “…” (Name), or a line of its own.

A label that only one line has is a headline or a list, and is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import Literal

from toolkit.languages import Language
from toolkit.model import Span
from toolkit.text import Run, paragraphs

Rule = Literal["label", "question", "answer", "goes_on", "turn", "post"]

_OPEN = '["“«„‘]?\\s?'
_LABEL = re.compile(
    _OPEN + r"(?P<name>[^\W\d_][^\s:()]*(?: [^\s:()]+){0,4})(?: \([^)\n]{1,25}\))?:\s+"
)
_DASH = re.compile(r"(?:[—–―]|-(?=[\w¿¡ ]))\s?(?=[\w¿¡«“\"…])")
_NEXT_TURN = re.compile(r"(?<=[?!.…])\s[-—–―]\s?(?=[¿¡A-ZÀ-Þ])")
_DIRECTION = re.compile(_OPEN + r"[(\[][^)\]]{2,40}[.)\]]{1,2}[\"”»]?")
_HANDLE = re.compile(
    r"\s*(?:[—–―-]{1,2})\s?(?P<name>[^\W_][^@()\n—–]{1,50}?) ?\(@\w{1,30}\)"
    r"(?:[,.]? (?:[^\W\d_]+ \d{1,2}|\d{1,2} (?:[a-z]{2} )?[^\W\d_]+),? (?:[a-z]{2} )?\d{4})?[.\s]*(?:</tweet>\.?)?"  # noqa: E501
)
_LINKS = re.compile(r"(?:\s*(?:pic\.twitter\.com/\w+|https?://\S+))+\s*")
_TAG = re.compile(r"<tweet\b[^>\n]*>")
_DASH_SIGNATURE = re.compile(r"[.,]?\s*[—–―-]{1,2}\s?(?P<name>[A-ZÀ-Þ][^\n—–]{1,90}?)[.\"”»]*")
_BRACKET_SIGNATURE = re.compile(r"[.,]?\s?\((?P<name>[A-ZÀ-Þ][^()\d/\n]{1,60}?)\.?\)[.,]?")
_BARE_SIGNATURE = re.compile(
    r"\.\s(?P<name>[A-ZÀ-Þ][^\W\d_]+(?: (?:de|del|la|von|van|[A-ZÀ-Þ][^\W\d_]+)){1,3})\."
)
_CLOSED_SIGNATURE = re.compile(r"(?P<name>[A-ZÀ-Þ][^\n:;?!]{2,90}?)\.?[\"”»]")
_LONGEST_SIGNATURE = 14
_BETWEEN = 2  # unlabelled lines of a transcript that still belong to the label before them
_SPOKEN_END = ".?!…—–-”\"'’»)"
_CLOSES = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"'}


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that a line's form gives to somebody; `source` is where their name stands."""

    rule: Rule
    source: Span | None = None


@dataclass
class Layout:
    """What the form of a text says: its runs, which of them are turns, and who signed a line.

    `signed` maps the number of a line that is all quotation to the place of its signer's name.
    """

    runs: list[Run]
    turns: dict[Run, Turn] = field(default_factory=dict)
    signed: dict[int, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Label:
    name: Span
    end: int
    rule: Rule


def find_layout(text: str, runs: Sequence[Run], language: Language) -> Layout:
    """The runs of a text, those that its layout makes included, and who speaks in them."""
    lines = paragraphs(text)
    marked = [_within(runs, line) for line in lines]
    labels = _labels(text, lines, language)
    said = _transcript(text, lines, labels, marked)
    layout = Layout([])
    unspoken = {n for n, line in enumerate(lines) if _DIRECTION.fullmatch(line.of(text))}
    for n in (n for n in range(len(lines)) if n not in said):
        unspoken |= _post(text, lines, n, said, marked)
        unspoken |= _signature(text, lines, n, marked, layout.signed, language)
    for n in _dash_lines(text, lines, language):
        if n not in unspoken:
            said.setdefault(n, _dashed(text, lines[n], language))
    layout.turns = dict(pair for n in sorted(said) for pair in said[n])
    kept = [r for n, own in enumerate(marked) if n not in unspoken and n not in said for r in own]
    layout.runs = sorted([*kept, *layout.turns], key=lambda r: r.outer)
    return layout


def _within(runs: Sequence[Run], line: Span) -> list[Run]:
    low = bisect_left(runs, line.start, key=lambda r: r.outer.start)
    high = bisect_left(runs, line.end, lo=low, key=lambda r: r.outer.start)
    return [r for r in runs[low:high] if r.outer.end <= line.end]


def _run(text: str, start: int, end: int, mark: str) -> Run:
    """A run without marks of its own; a closing mark at the end of its line is left out."""
    inner = end - 1 if end - start > 1 and text[end - 1] in '"”»' and mark in _CLOSES else end
    return Run(Span(start, inner), Span(start, inner), mark)


# -- transcripts --------------------------------------------------------------------------------


def _labels(text: str, lines: Sequence[Span], language: Language) -> dict[int, _Label]:
    letters = _letters(text, lines, language)
    if letters:
        return letters
    named = {
        n: m
        for n, line in enumerate(lines)
        if (m := _match(_LABEL, text, line)) and _is_label(m, text[m.end() : line.end], language)
    }
    shouted = {n: m for n, m in named.items() if m["name"].isupper()}
    later = {m["name"].split()[-1] for n, m in named.items() if n}
    spelt = {
        n: m
        for n, m in named.items()
        if n not in shouted and (n or m["name"].split()[-1] in later)  # not a headline
    }
    for group in (shouted, spelt):
        taken = {n: m["name"].split()[-1].casefold() for n, m in group.items()}
        if _take_turns(taken, shouted=group is shouted):
            return {n: _Label(Span(*m.span("name")), m.end(), "label") for n, m in group.items()}
    return {}


def _match(pattern: re.Pattern[str], text: str, line: Span) -> re.Match[str] | None:
    return pattern.match(text, line.start, line.end)


def _letters(text: str, lines: Sequence[Span], language: Language) -> dict[int, _Label]:
    """The lines that open with Q. or A., where both occur."""
    asks, answers = language.asks, set(language.asks.values())
    known = "|".join(sorted({*asks, *answers}))
    letter = re.compile(_OPEN + rf"(?P<name>{known})[.:](?: ?[-–—])?\s+")
    opened = {n: m for n, line in enumerate(lines) if known and (m := _match(letter, text, line))}
    asked = {m["name"] for m in opened.values()} & asks.keys()
    answered = {m["name"] for m in opened.values()} & {asks[a] for a in asked}
    return {
        n: _Label(Span(*m.span("name")), m.end(), "question" if m["name"] in asked else "answer")
        for n, m in opened.items()
        if answered and m["name"] in asked | answered
    }


def _is_label(label: re.Match[str], said: str, language: Language) -> bool:
    """Whether words before a colon can name a person, and what follows can be said."""
    words = [w.strip(".") for w in label["name"].split()]
    known = language.not_names | language.abbreviations
    if words[0].title() in language.not_names or words[0].casefold() in (
        language.verbs.keys() | language.adverbs
    ):
        return False
    small = [w for w in words if not w[:1].isupper() and w not in language.particles]
    spoken = re.findall(r"[^\W\d_]{2,}", said)
    shouted = label["name"].isupper() and not any(
        w.casefold() in language.stop_words for w in words
    )
    named = shouted or (not small and not set(words) & known and len(words) <= 3)
    return (
        named
        and (len(spoken) >= 2 or said.rstrip()[-1:] in "?!")
        and said.rstrip()[-1:] in _SPOKEN_END
    )


def _take_turns(taken: Mapping[int, str], *, shouted: bool) -> bool:
    """Whether labels alternate, or come back: a list or a headline has each of them once."""
    if len(set(taken.values())) < 2:
        return False
    again = len(taken) > len(set(taken.values()))
    next_to = any(
        b - a <= _BETWEEN + 1 and taken[a] != taken[b] for a, b in pairwise(sorted(taken))
    )
    return again or (shouted and next_to)


def _transcript(
    text: str, lines: Sequence[Span], labels: Mapping[int, _Label], marked: Sequence[Sequence[Run]]
) -> dict[int, list[tuple[Run, Turn]]]:
    """The labelled lines, and those that go on from them, with their words as runs."""
    said: dict[int, list[tuple[Run, Turn]]] = {}
    for n, label in labels.items():
        mark = text[lines[n].start]
        run = _run(text, label.end, lines[n].end, mark if mark in _CLOSES else ":")
        said[n] = [(run, Turn(label.rule, label.name))]
    for n, following in zip_longest(sorted(labels), sorted(labels)[1:], fillvalue=len(lines)):
        for between in _goes_on(text, lines, n, following, marked):
            start, mark = lines[between].start, text[lines[n].start]
            opened = 1 if mark in _CLOSES and text[start] == mark else 0
            run = _run(text, start + opened, lines[between].end, mark if opened else ":")
            said[between] = [(run, Turn("goes_on"))]
    return said


def _goes_on(
    text: str, lines: Sequence[Span], n: int, following: int, marked: Sequence[Sequence[Run]]
) -> Iterator[int]:
    """The unlabelled lines after a labelled one that are still its speaker's.

    In a transcript that stands in marks these are the lines that open them again; in one without
    marks a line or two between two labels, not what follows the last.
    """
    mark = text[lines[n].start]
    if mark in _CLOSES:
        while n + 1 < following and text[lines[n].end - 1] not in _CLOSES[mark]:
            n += 1
            if text[lines[n].start] != mark:
                return
            if not _DIRECTION.fullmatch(lines[n].of(text)):
                yield n
    elif following < len(lines) and following - n - 1 <= _BETWEEN:
        for between in range(n + 1, following):
            if not marked[between] and not _DIRECTION.fullmatch(lines[between].of(text)):
                yield between


# -- dash turns ---------------------------------------------------------------------------------


def _dash_lines(text: str, lines: Sequence[Span], language: Language) -> list[int]:
    """The lines that open with a dash and are speech: not the items of a list."""
    opened = [n for n, line in enumerate(lines) if _match(_DASH, text, line)]
    long = [n for n in opened if text[lines[n].start] in "—–―"]
    if language.dash_dialogue and long:
        return long
    near = {n for n in opened if n + 1 in opened or n - 1 in opened}
    talk = [n for n in opened if n in near or _NEXT_TURN.search(text, lines[n].start, lines[n].end)]
    return talk if any("?" in lines[n].of(text) for n in talk) else []


def _dashed(text: str, line: Span, language: Language) -> list[tuple[Run, Turn]]:
    """The turns of one line; the reporter's words after a last comma are left out."""
    opening = _DASH.match(text, line.start, line.end)
    assert opening is not None
    start, found = opening.end(), []
    ends = [(m.start(), m.end()) for m in _NEXT_TURN.finditer(text, start, line.end)]
    for end, following in [*ends, (line.end, line.end)]:
        if language.spaced_dashes and end < line.end and _inserts(text, Span(start, end), language):
            continue  # "– Fico – disse Ivo. – Até o fim.": the dash closes the reporter's words
        inner = Span(start, _before_attribution(text, Span(start, end), language))
        found.append((Run(inner, inner, "—"), Turn("turn")))
        start = following
    return found


def _inserts(text: str, words: Span, language: Language) -> bool:
    """Whether a turn ends in the reporter's words behind a dash that stands free."""
    after = re.split(r"\s[—–―]\s", words.of(text))[1:]
    return bool(after) and _tells(after[-1].split(), language)


def _tells(words: Sequence[str], language: Language) -> bool:
    """Whether a verb of saying is among the first words."""
    return any(word.strip(".,").casefold() in language.verbs for word in words[:4])


def _before_attribution(text: str, words: Span, language: Language) -> int:
    """Where a turn's own words end: before ", contestó Soto", else where it ends."""
    comma = words.of(text).rfind(", ")
    after = words.of(text)[comma + 1 :].split()
    if comma < 0 or len(after) > 8 or any(mark in words.of(text)[comma:] for mark in "—–"):
        return words.end
    return words.start + comma if _tells(after, language) else words.end


# -- posts and signatures -----------------------------------------------------------------------


def _post(
    text: str, lines: Sequence[Span], n: int, said: dict[int, list[tuple[Run, Turn]]],
    marked: Sequence[Sequence[Run]],
) -> set[int]:  # fmt: skip
    """A post signed in its own line or in the next one; its words become a run.

    Returns the number of a line that is only a signature.
    """
    line = lines[n]
    handle = next(
        (m for m in _HANDLE.finditer(text, line.start, line.end) if m.end() == line.end), None
    )
    if handle is None:
        return set()
    tag = _TAG.search(text, line.start, handle.start())
    own = Span(tag.end() if tag else line.start, handle.start())
    at, words = (n, own) if own.of(text).strip() else (n - 1, lines[n - 1] if n else own)
    if at < 0 or at in said or not any(c.isalnum() for c in words.of(text)):
        return set()
    name = Span(*handle.span("name"))
    if marked[at] and marked[at][0].outer.start == words.start:
        return set()  # words in marks: the signature of their line
    start, end = _without_links(text, words)
    if end - start > 1:
        said[at] = [(Run(Span(start, end), Span(start, end), "@"), Turn("post", name))]
    return {n} - {at}


def _without_links(text: str, words: Span) -> tuple[int, int]:
    """The words of a post without the addresses that end them."""
    start, end = words.start, words.end
    links = list(_LINKS.finditer(text, start, end))
    if links and links[-1].end() >= end - 1:
        end = links[-1].start()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _signature(
    text: str, lines: Sequence[Span], n: int, marked: Sequence[Sequence[Run]],
    signed: dict[int, Span], language: Language,
) -> set[int]:  # fmt: skip
    """Who signed a line that opens with marks; the number of the line that is only a signature."""
    line, own = lines[n], marked[n]
    if not own or own[0].outer.start != line.start:
        return set()
    rest = Span(own[-1].outer.end, line.end)
    name = _signer(text, rest, language) if rest.of(text).strip(" .\u00a0") else None
    if name:
        signed[n] = name
        return set()
    if rest.of(text).strip(" .") or n + 1 >= len(lines):
        return set()
    closed = text[own[-1].outer.end - 1] in "\"”»’'"
    following = lines[n + 1]
    pattern = _DASH_SIGNATURE if closed else _CLOSED_SIGNATURE
    found = pattern.fullmatch(text, following.start, following.end)
    found = _HANDLE.fullmatch(text, following.start, following.end) or found
    if not found or not _names_somebody(found["name"], language):
        return set()
    signed[n] = Span(*found.span("name"))
    return {n + 1}


def _signer(text: str, rest: Span, language: Language) -> Span | None:
    """The name that stands after the last marks of a line and ends it."""
    for pattern in (_HANDLE, _DASH_SIGNATURE, _BRACKET_SIGNATURE, _BARE_SIGNATURE):
        found = pattern.fullmatch(text, rest.start, rest.end)
        if found and _names_somebody(found["name"], language):
            return Span(*found.span("name"))
    return None


def _names_somebody(signature: str, language: Language) -> bool:
    """A name, perhaps with what its bearer is; no sentence."""
    first, *others = signature.split()
    if len(others) >= _LONGEST_SIGNATURE or first.strip(",.") in language.not_names:
        return False
    if any(word.strip(",.") in language.verbs for word in others):
        return False
    following = others[0] if others else ""
    named = following[:1].isupper() or following in language.particles or first.endswith(",")
    return named or not others
