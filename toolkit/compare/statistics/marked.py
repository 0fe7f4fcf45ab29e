"""Marked news beside what the program finds in it: the material of `validate` and `covering`.

Speakers are compared by name: a marked speaker is the found one whose last word stands in the other
name, the most alike of several. Every speaker that the program finds in an article is one side of
it, so that shares can be compared without anybody's list of sides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.extract.calibrate import same_name
from toolkit.extract.tabulation import tabulate_mentions, tabulate_quotes
from toolkit.gather.archive import load_codings
from toolkit.gather.event import load_event, read_event
from toolkit.model import Article, Event, Span, fingerprint, read_spans, slug

Row = Mapping[Any, Any]
#: A marked quote is found if a found one holds so much of its characters.
HELD = 0.3
#: The outlets of NewsWCL50 from whose articles ``seen.yaml`` was not written.
UNSEEN = ("M", "R", "RR")
#: How the concepts of NewsWCL50 end that are persons, bodies and groups.
KINDS = {"actor": "person", "country": "body", "group": "group"}
CONCEPT = re.compile(r"(actor-i|actor|country|group|object|event|action|misc)$")
#: Longer marks are passages and not names.
LONGEST = 250


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """A quote that people marked: its spans, kind, and the speaker's name if known."""

    spans: tuple[Span, ...]
    kind: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Sample:
    """One article of one event: the quotes found in it (rows of the table) and those marked."""

    event: str
    article: Article
    found: Sequence[Row]
    marked: Sequence[MarkedQuote]

    @property
    def speakers(self) -> list[str]:
        """The speakers that the program found, in text order."""
        return list(dict.fromkeys(q["speaker"] for q in self.found if pd.notna(q["speaker"])))

    def words(self, spans: Iterable[Span]) -> int:
        """How many words stand in some places."""
        return len(" ".join(s.of(self.article.text) for s in spans).split())

    def speaker_of(self, marked: MarkedQuote) -> str | None:
        """The found speaker whom a marked quote's speaker is, if any is."""
        alike = [name for name in self.speakers if same_name(name, marked.speaker)]
        return max(alike, key=lambda name: _likeness(name, marked.speaker or ""), default=None)

    def holders(self) -> tuple[list[list[MarkedQuote]], list[MarkedQuote]]:
        """For each found quote the marked ones that it mostly holds, and those missed."""
        places = [read_spans(str(q["spans"])) for q in self.found]
        held: list[list[MarkedQuote]] = [[] for _ in self.found]
        missed = []
        for mark in self.marked:
            shares = [_share(mark.spans, spans) for spans in places]
            best = max(range(len(shares)), key=shares.__getitem__, default=None)
            if best is None or shares[best] < HELD:
                missed.append(mark)
            else:
                held[best].append(mark)
        return held, missed


@dataclass(slots=True)
class Cell:
    """One thing in one article: places found rightly and wrongly, and places not found."""

    event: str
    kind: str
    tp: int = 0
    fp: int = 0
    fn: int = 0


def read_samples(corpora: Path) -> list[Sample]:
    """NewsWCL50 read with event files that were written from two of each event's five articles."""
    return [s for place in _places(corpora) for s in _samples(place.name, *_read(place))]


def read_sample_event() -> list[Sample]:
    """The sample event with its codings."""
    event = load_event("saltworks")
    assert event.folder is not None
    marked: dict[str, list[MarkedQuote]] = {}
    for row in load_codings(event.folder).to_dict("records"):
        spans = read_spans(str(row["spans"]))
        speaker = row["speaker"] if isinstance(row["speaker"], str) and row["speaker"] else None
        marked.setdefault(str(row["article_id"]), []).append(
            MarkedQuote(spans, str(row["kind"]), speaker)
        )
    return list(_samples("saltworks", event, marked))


def read_cells(corpora: Path) -> list[Cell]:
    """What NewsWCL50 marks of every thing that ``seen.yaml`` lists, in the articles unseen then."""
    return [cell for place in _places(corpora) for cell in _cells(place)]


def _places(corpora: Path) -> list[Path]:
    return sorted(p.parent for p in (corpora / "newswcl50").glob("*/quotes.jsonl"))


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, filter(str.strip, file.read_text(encoding="utf8").splitlines()))


def _read(place: Path) -> tuple[Event, dict[str, list[MarkedQuote]]]:
    marked: dict[str, list[MarkedQuote]] = {}
    for row in _lines(place / "quotes.jsonl"):
        spans = tuple(Span(*s) for s in row["content"])
        quote = MarkedQuote(spans, row["kind"], row["speaker"])
        marked.setdefault(row["article_id"], []).append(quote)
    articles = tuple(
        Article(
            r["article_id"], r["outlet"], "", "", "", r["text"], "en", fingerprint(r["text"])
        )
        for r in _lines(place / "articles.jsonl")
    )  # fmt: skip
    return replace(read_event(place / "seen.yaml", outlets=()), articles=articles), marked


def _samples(
    name: str, event: Event, marked: Mapping[str, Sequence[MarkedQuote]]
) -> Iterator[Sample]:
    table = tabulate_quotes(event)
    table = table[table["inside"].isna()]
    for article in event.articles:
        own = table[table["article_id"] == article.article_id].to_dict("records")
        yield Sample(name, article, own, marked.get(article.article_id, ()))


def _cells(place: Path) -> Iterator[Cell]:
    event, _ = _read(place)
    named = {a.id for a, _ in event.actors()} | {c.id for c in event.concepts}
    found = tabulate_mentions(event)
    marked = [m for m in _lines(place / "mentions.jsonl") if m["end"] - m["start"] <= LONGEST]
    for article in (a for a in event.articles if a.outlet in UNSEEN):
        gold: dict[str, list[Span]] = {}
        for mark in (m for m in marked if m["article_id"] == article.article_id):
            span = Span(mark["start"], mark["end"])
            if "\n\n" not in span.of(article.text):
                gold.setdefault(slug(mark["concept"]), []).append(span)
        own = found[found["article_id"] == article.article_id]
        places: dict[str, set[Span]] = {}
        for r in own.to_dict("records"):
            thing = r["concept"] if pd.notna(r["concept"]) else r["actor"]
            places.setdefault(str(thing), set()).add(Span(int(r["start"]), int(r["end"])))
        for thing in sorted(named & (gold.keys() | places.keys())):
            match = CONCEPT.search(thing)
            if match and match[0] != "actor-i":
                kind = KINDS.get(match[0], "concept")
                yield _cell(place.name, kind, places.get(thing, set()), gold.get(thing, []))


def _cell(event: str, kind: str, found: set[Span], marked: Sequence[Span]) -> Cell:
    """Found places against marked ones, one to one."""
    cell, left = Cell(event, kind), list(marked)
    for span in sorted(found):
        over = [m for m in left if m.overlaps(span)]
        if over:
            left.remove(max(over, key=lambda m: min(m.end, span.end) - max(m.start, span.start)))
        cell.tp, cell.fp = cell.tp + bool(over), cell.fp + (not over)
    cell.fn = len(left)
    return cell


def _share(marked: Sequence[Span], found: Sequence[Span]) -> float:
    held = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in marked for b in found)
    return held / max(1, sum(len(s) for s in marked))


def _likeness(one: str, other: str) -> tuple[bool, float, str]:
    a, b = (set(re.findall(r"\w+", name.casefold())) for name in (one, other))
    return one.casefold() == other.casefold(), len(a & b) / max(1, len(a | b)), one
