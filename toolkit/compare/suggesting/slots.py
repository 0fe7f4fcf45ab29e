"""Aligned slots: two phrases in the same place of nearly the same sentence may mean one thing.

"The 64 *workers* who lose their jobs" in one outlet and "the 64 *employees* who will lose their
jobs" in another: what differs there may be two names for one group, however little the two words
are alike. So some words before and after each phrase, the phrase itself left open, are compared as
vectors with the surroundings of what the event's file lists, in other outlets. This tells more for
groups and bodies, who are seldom called by like words, and nothing for concepts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from toolkit.compare.matching.meaning import encode
from toolkit.compare.suggesting.candidates import Head, Occurrence
from toolkit.model import Article, Span

#: Words before and behind a phrase that are its surroundings; characters in which to find them.
REACH, WITHIN = 7, 120
#: What stands in a slot while it is compared.
OPEN = "it"
#: Occurrences of a head word that are looked at in one outlet.
LOOKED_AT = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a listed wording stands, with its surroundings."""

    outlet: str
    label: str
    around: str


@dataclass(frozen=True, slots=True)
class SameSlot:
    """The likest pair of places: how like, the phrase's, and the listed wording's."""

    likeness: float
    occurrence: Occurrence
    listed: Slot


def surroundings(text: str, span: Span) -> str:
    """The words around a span of its paragraph, with the span left open.

    >>> surroundings("The 64 workers who lose their jobs met.", Span(7, 14))
    'The 64 it who lose their jobs met.'
    """
    before = text[max(0, span.start - WITHIN) : span.start].rpartition("\n")[2].split()[-REACH:]
    behind = text[span.end : span.end + WITHIN].partition("\n")[0].split()[:REACH]
    return " ".join([*before, OPEN, *behind])


def listed_slots(mentions: Iterable[tuple[Article, Span]]) -> list[Slot]:
    """The slots in which the listed wordings of one actor stand."""
    return [
        Slot(a.outlet, span.of(a.text), surroundings(a.text, span)) for a, span in mentions
    ]  # fmt: skip


def same_slot(
    head: Head, slots: Sequence[Slot], texts: dict[str, str]
) -> SameSlot | None:  # fmt: skip
    """The place where a head word stands most as a listed wording stands in another outlet.

    slots: those of one actor. texts: article ids to texts.
    """
    places = _some(o for o in head.occurrences() if o.kind == "plain")
    if not places or not slots:
        return None
    here = encode([surroundings(texts[o.article_id], o.span) for o in places])
    likeness = here @ encode([slot.around for slot in slots]).T
    elsewhere = np.array([[o.outlet != slot.outlet for slot in slots] for o in places])
    if not elsewhere.any():
        return None
    likeness = np.where(elsewhere, likeness, -1.0)
    row, column = divmod(int(likeness.argmax()), len(slots))
    return SameSlot(float(likeness[row, column]), places[row], slots[column])


def _some(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """The first few of each outlet: a word that all use a hundred times is known from these."""
    seen: Counter[str] = Counter()
    kept = []
    for occurrence in occurrences:
        seen[occurrence.outlet] += 1
        if seen[occurrence.outlet] <= LOOKED_AT:
            kept.append(occurrence)
    return kept
