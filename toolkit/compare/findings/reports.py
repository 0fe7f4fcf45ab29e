"""The reports of one event as findings are looked for in them, and the form of a finding."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import pandas as pd

from toolkit.compare.matching.speakers import find_persons
from toolkit.compare.said import RUN, Said, read_said
from toolkit.compare.tallies import LIKELY, either, told_outlets
from toolkit.model import Event

Row = Mapping[Hashable, Any]

#: From this share of its words a quote stands whole in another, a word or two apart.
WHOLE = 0.8


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `outlet` is the one it is about, `outlets` are those it is compared with.

    `words` are the words at issue, `other` what stands elsewhere in their place: a name, words, the
    id of another utterance. `value` counts, as each kind of finding says, of `n` outlets that an
    article is at hand of. `p` is how likely the program read all of it rightly.
    """

    finding: str
    outlet: str
    p: float
    evidence: tuple[str, ...]
    utterance_id: str | None = None
    speaker: str | None = None
    words: str | None = None
    other: str | None = None
    outlets: tuple[str, ...] = ()
    value: float | None = None
    n: int | None = None


class Reports:
    """The quotes and utterances of an event, made ready for asking."""

    def __init__(self, event: Event, quotes: pd.DataFrame, aligned: pd.DataFrame):
        """Read the tables ``quotes`` and ``utterances``; quotes within quotes are kept apart."""
        articles = {a.article_id: a for a in event.articles}
        persons = _persons(quotes, event)
        self.event = event
        self.outlets = told_outlets(event)
        self.quotes: dict[str, Row] = {}
        self.within: dict[str, list[Said]] = {}
        self.said: dict[str, Said] = {}
        for row in quotes.to_dict("records"):
            said = read_said(row, articles[row["article_id"]], persons)
            outer = either(row.get("inside"), None)
            if outer:
                self.within.setdefault(outer, []).append(said)
                continue
            self.quotes[said.quote_id] = row
            self.said[said.quote_id] = said
        self.utterances: dict[str, list[Row]] = {}
        self.homes: dict[str, list[str]] = {}
        for row in aligned.to_dict("records"):
            if row["quote_id"] in self.said:
                self.utterances.setdefault(row["utterance_id"], []).append(row)
                self.homes.setdefault(row["quote_id"], []).append(row["utterance_id"])

    def is_quote(self, quote_id: str) -> float:
        """How likely the words are somebody's quote at all."""
        return float(either(self.quotes[quote_id]["p_quote"], 1.0))

    def is_speakers(self, quote_id: str) -> float:
        """How likely the words are a quote of the speaker that the table names."""
        return self.is_quote(quote_id) * float(either(self.quotes[quote_id]["p_speaker"], 1.0))

    def reporting(self, utterance_id: str) -> dict[str, Row]:
        """Each outlet that likely reports an utterance, with its likeliest quote of it."""
        best: dict[str, Row] = {}
        for row in self.utterances[utterance_id]:
            known = best.get(row["outlet"])
            if row["p_same"] >= LIKELY and (known is None or row["p_same"] > known["p_same"]):
                best[row["outlet"]] = row
        return best

    @cached_property
    def echoes(self) -> list[tuple[Said, Said]]:
        """Each two quotes of different articles whose words in marks are the same.

        One may go on where the other stops; but words that stand in the one as somebody else's,
        quoted in their turn, are not the speaker's.
        """
        runs: dict[tuple[str, ...], set[str]] = {}
        for said in self.said.values():
            for run in said.stretches if said.marked else ():
                runs.setdefault(run, set()).add(said.quote_id)
        pairs = {pair for ids in runs.values() for pair in combinations(sorted(ids), 2)}
        return [(a, b) for a, b in self._pairs(pairs) if self._are_one_wording(a, b)]

    def _pairs(self, pairs: set[tuple[str, str]]) -> Iterator[tuple[Said, Said]]:
        for one, other in sorted(pairs):
            yield self.said[one], self.said[other]

    def _are_one_wording(self, a: Said, b: Said) -> bool:
        if a.article_id == b.article_id or a.language != b.language:
            return False
        short, long = sorted((a, b), key=lambda s: len(set(s.marked)))
        words = set(short.marked)
        if len(short.marked) < RUN or len(words & set(long.marked)) < WHOLE * len(words):
            return False
        shared = a.stretches & b.stretches
        quoted = [inner for s in (a, b) for inner in self.within.get(s.quote_id, ())]
        return not any(shared <= inner.stretches for inner in quoted)

    def place(self, quote_id: str) -> tuple[int, str]:
        """A sort key: the order of outlets in the event, then the quote's id."""
        return self.outlets.index(self.said[quote_id].outlet), quote_id


def _persons(quotes: pd.DataFrame, event: Event) -> frozenset[str]:
    """The speakers that are persons: as the event says of its actors, else by their names."""
    kinds = {actor.name: actor.kind for actor, _ in event.actors()}
    found = find_persons(sorted(set(quotes["speaker"].dropna())), event.articles)
    own = {name for name, kind in kinds.items() if kind == "person"}
    return frozenset({name for name in found if name not in kinds} | own)
