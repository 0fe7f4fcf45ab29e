"""Invented events for aligning quotes, read from ``tests/cases/alignment/*.jsonl``.

A file is one event, a JSON object a line: first its articles with their quotes, then the utterances
that two or more outlets report, then pairs of quotes worth testing. Quotes hold the words, not
where they stand: an article's quotes are listed in text order, and each string is looked for from
where the quote before it began (the second span of a quote from where its first ended). A string
that is not found is an error in the file, and is raised as one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.model import Article, Event, Span, fingerprint, write_spans

FOLDER = Path(__file__).resolve().parents[1] / "cases" / "alignment"


@dataclass(frozen=True)
class Utterance:
    """A thing said once that two or more outlets report."""

    id: str
    speaker: str | None
    occasion: str | None
    fullest: str


@dataclass(frozen=True)
class Pair:
    """Two quotes: whether they report one utterance, and how `b` stands to `a`."""

    event: str
    a: str
    b: str
    same: bool
    relation: str | None
    detail: tuple[str, ...] = ()
    trap: str = ""
    why: str = ""

    def __str__(self) -> str:
        told = self.relation if self.same else "not the same"
        return f"{self.event}: {self.a} / {self.b}: {told} {', '.join(self.detail)} ({self.why})"


@dataclass(frozen=True)
class Case:
    """An invented event with its gold."""

    id: str
    articles: tuple[Article, ...]
    quotes: pd.DataFrame  # the quotes table, as if extracted
    utterances: Mapping[str, Utterance]
    groups: Mapping[str, tuple[str, ...]]  # the utterance ids of each quote
    pairs: tuple[Pair, ...]

    @property
    def event(self) -> Event:
        """The event as the measures take it, without sides."""
        return Event(id=self.id, title=self.id, articles=self.articles)

    def quote(self, quote_id: str) -> dict[str, Any]:
        """The row of one quote."""
        return dict(self.quotes[self.quotes["quote_id"] == quote_id].iloc[0])

    def article(self, article_id: str) -> Article:
        """One article by its id."""
        return next(a for a in self.articles if a.article_id == article_id)


@lru_cache
def load_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Every event of the folder, by file name; none where there is no folder yet."""
    return tuple(load_case(path) for path in sorted(folder.glob("*.jsonl")))


def load_case(path: Path) -> Case:
    """One file as an event with its gold."""
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]
    written = [r for r in rows if "article_id" in r]
    articles = tuple(_article(r) for r in written)
    quotes = [q for r, a in zip(written, articles, strict=True) for q in _quote_rows(r, a)]
    return Case(
        id=path.stem,
        articles=articles,
        quotes=tables.to_frame(quotes, tables.SCHEMAS["quotes"]),
        utterances={
            r["utterance"]: Utterance(
                r["utterance"], r.get("speaker"), r.get("occasion"), r["fullest"]
            )
            for r in rows
            if "utterance" in r
        },
        groups={q["id"]: tuple(q["utterances"]) for r in written for q in r["quotes"]},
        pairs=tuple(_pair(path.stem, r) for r in rows if "same" in r),
    )


def _article(row: Mapping[str, Any]) -> Article:
    address = f"https://{row['outlet']}.example/{row['article_id']}"
    return Article(
        article_id=row["article_id"], outlet=row["outlet"], url=address, requested=address,
        title=row["title"], text=row["text"], language=row["language"],
        text_sha256=fingerprint(row["text"]), published=row.get("published"), kind="news",
    )  # fmt: skip


def _quote_rows(row: Mapping[str, Any], article: Article) -> Iterator[dict[str, Any]]:
    start, taken = 0, set[tuple[Span, ...]]()
    for quote in row["quotes"]:
        spans = _spans(quote["content"], article, start)
        if spans in taken:  # the same words quoted twice: the next place
            spans = _spans(quote["content"], article, spans[0].start + 1)
        taken.add(spans)
        start = spans[0].start
        content = " ".join(s.of(article.text) for s in spans)
        yield {
            "quote_id": quote["id"], "article_id": article.article_id, "outlet": article.outlet,
            "kind": quote["kind"], "content": content, "spans": write_spans(spans),
            "start": spans[0].start, "end": spans[-1].end,
            **_pointed("source", quote.get("source"), spans, article.text),
            **_pointed("cue", quote.get("cue"), spans, article.text),
            "speaker": quote.get("speaker"), "words": len(content.split()),
            "p_quote": 1.0, "p_speaker": 1.0, "method": "gold",
        }  # fmt: skip


def _spans(content: Sequence[str], article: Article, start: int) -> tuple[Span, ...]:
    found = []
    for words in content:
        at = article.text.find(words, start)
        if at < 0:
            raise ValueError(f"{article.article_id}: not found after {start}: {words!r}")
        found.append(Span(at, at + len(words)))
        start = found[-1].end
    return tuple(found)


def _pointed(name: str, words: str | None, spans: Sequence[Span], text: str) -> dict[str, Any]:
    """Source or cue: the words, and the place nearest to the content that is outside it."""
    if not words:
        return {}
    places = []
    at = text.find(words)
    while at >= 0:
        place = Span(at, at + len(words))
        if not any(place.overlaps(s) for s in spans):
            far = min(max(s.start - place.end, place.start - s.end) for s in spans)
            places.append((far, place))
        at = text.find(words, at + 1)
    if not places:
        return {name: words}
    _, best = min(places)
    return {name: words, f"{name}_start": best.start, f"{name}_end": best.end}


def _pair(event: str, row: Mapping[str, Any]) -> Pair:
    return Pair(
        event=event, a=row["a"], b=row["b"], same=row["same"], relation=row.get("relation"),
        detail=tuple(row.get("detail") or ()), trap=row.get("trap") or "", why=row.get("why") or "",
    )  # fmt: skip
