"""The same words: what several outlets print of one thing said, drawn word by word.

The bar of a version is as long as the fullest version that any outlet prints. Cutting is everyday
work in a newsroom; a row opens on the versions themselves, so that a reader can judge what went.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from toolkit.show import wording
from toolkit.show.findings import OF_WORDS, list_findings
from toolkit.show.phrases import say
from toolkit.show.sections import Page, Row, Section, nothing
from toolkit.show.versions import Utterance, Version, prepare_versions

TITLE = "The same words"
HOW = (
    "One row is one thing said once. The bar is drawn to the fullest version that any outlet "
    "prints, word by word."
)
#: So many outlets make an utterance widely reported, and so many rows are shown at once.
WIDELY, AT_ONCE = 3, 12

#: The order in which one of several versions of the same outlet is chosen for its cell.
_CLOSENESS = ("verbatim", "cut", "altered", "cut+altered", "translation", "paraphrase")

#: What the legend says of each glyph.
GLYPHS = (
    ("verbatim", "every word of the fullest version"),
    ("cut", "words left out, at the thin line"),
    ("altered", "words changed, at the hollow part"),
    ("paraphrase", "reported without quote marks"),
    ("translation", "in another language"),
)


def shared_utterances(page: Page) -> list[Utterance]:
    """The utterances that more than one outlet reports, most outlets first."""
    frame = page.material.utterances
    reach = frame.groupby("utterance_id", sort=False)["outlet"].nunique()
    shared = reach[reach > 1].sort_values(ascending=False, kind="stable")
    return [prepare_versions(str(i), frame, page.material.quotes, page.event) for i in shared.index]


def same_words(page: Page) -> Section:
    """The section: a row for each utterance, a bar for each outlet's version."""
    found = shared_utterances(page)
    if not found:
        key = "nothing.utterances" if len(page.outlets) > 1 else "one_outlet.words"
        return nothing("the-same-words", TITLE, HOW, say(key))
    rows = [_row(page, utterance) for utterance in found]
    return Section(
        "the-same-words", TITLE, HOW, Markup.escape(say_how_alike(found)), "same_words.html",
        {
            "rows": rows[:AT_ONCE], "more": rows[AT_ONCE:], "glyphs": GLYPHS,
            "outlets": [page.name(o) for o in page.outlets],
            "findings": list_findings(page, OF_WORDS),
        },
        Markup.escape(say("caption.same")), columns=len(page.outlets),
    )  # fmt: skip


def say_how_alike(found: Sequence[Utterance]) -> str:
    """The finding: how many utterances are widely reported, and how many alike by all."""
    wide = [u for u in found if len(u.outlets) >= WIDELY]
    told, least = (wide, WIDELY) if wide else (list(found), 2)
    alike = sum(all(v.relation == "verbatim" for v in u.versions) for u in told)
    number = wording.capital(wording.spelt(len(told)))
    verb = "is" if len(told) == 1 else "are"
    first = (
        f"{number} {wording.several(len(told), 'utterance')} {verb} reported by at least "
        f"{wording.spelt(least)} outlets."
    )
    if len(told) == 1:
        return f"{first} It is {'' if alike else 'not '}printed in the same words by all of them."
    counted = wording.capital(wording.spelt(alike))
    verb = "is" if alike < 2 else "are"
    return f"{first} {counted} {verb} printed in the same words by all of them."


def _row(page: Page, utterance: Utterance) -> Row:
    best: dict[str, Version] = {}
    for version in utterance.versions:
        known = best.get(version.outlet)
        if known is None or _rank(version) < _rank(known):
            best[version.outlet] = version
    cells = [(page.name(o), best.get(o)) for o in page.outlets]
    return Row(utterance, cells)


def _rank(version: Version) -> int:
    return _CLOSENESS.index(version.relation) if version.relation in _CLOSENESS else 9
