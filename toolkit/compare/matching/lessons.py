"""Events with gold, read as pairs of quotes to learn from: used by ``train`` alone.

Each event is read in several ways, so that what is learned holds beyond one size of event and
beyond perfect input: its gold quotes; the quotes that the program finds by itself, each standing
for the gold quote that it mostly covers; two articles at a time; and all events in one folder.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.features import FEATURES, Comparison
from toolkit.compare.matching.speakers import find_persons
from toolkit.compare.said import Said, read_said, stratum
from toolkit.extract.tabulation import tabulate_quotes
from toolkit.model import Article, Event, Span, fingerprint

#: Content that a found quote must share with a gold one to stand for it (of their union).
STANDS = 0.5

Rows: TypeAlias = list[dict[Hashable, Any]]


@dataclass(frozen=True)
class Lesson:
    """One event with gold: its articles, and per quote the utterances that it reports.

    `real` tells real coverage from events that we invented. `gold` holds rows as in the quotes
    table, each with a further key "utterances".
    """

    event: str
    real: bool
    articles: tuple[Article, ...]
    gold: tuple[dict[Hashable, Any], ...]


@dataclass(frozen=True)
class Pairs:
    """Pairs of one reading: their features, whether they are one utterance, and their stratum.

    `reading` is "gold", "found", "two" or "mixed"; `events` has the two quotes' events.
    """

    reading: str
    real: bool
    features: Mapping[str, NDArray[np.float64]]
    same: NDArray[np.bool_]
    strata: NDArray[np.str_]
    events: NDArray[np.str_]


def read_newswcl50(folder: Path) -> Iterator[Lesson]:
    """The events of NewsWCL50, with their utterances as coded for this project."""
    for place in sorted(p for p in folder.iterdir() if (p / "quotes.jsonl").is_file()):
        articles = tuple(_article(row) for row in _lines(place / "articles.jsonl"))
        texts = {a.article_id: a for a in articles}
        gold = tuple(
            _gold_row(row, row["quote_id"], texts[row["article_id"]],
                      [tuple(s) for s in row["content"]],
                      *(tuple((row[k] or [(None, None)])[0]) for k in ("source", "cue")))
            for row in _lines(place / "quotes.jsonl")
        )  # fmt: skip
        yield Lesson(f"newswcl50-{place.name}", True, articles, gold)


def read_cases(folder: Path) -> Iterator[Lesson]:
    """The invented events of ``tests/cases/alignment``, a file each."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [row for row in _lines(path) if "article_id" in row]
        articles = tuple(_article(row) for row in rows)
        gold = tuple(
            quote for row, article in zip(rows, articles, strict=True)
            for quote in _placed(row["quotes"], article)
        )  # fmt: skip
        yield Lesson(path.stem, False, articles, gold)


def read_pairs(lessons: Sequence[Lesson]) -> Iterator[Pairs]:
    """All readings of all events."""
    for lesson in lessons:
        found = found_rows(lesson)
        yield from _pairs("gold", [(lesson, lesson.gold)])
        yield from _pairs("found", [(lesson, found)])
        for two in combinations(lesson.articles, 2):
            ids = {a.article_id for a in two}
            few = replace(lesson, articles=two)
            yield from _pairs("two", [(few, [r for r in lesson.gold if r["article_id"] in ids])])
    real = [lesson for lesson in lessons if lesson.real]
    if len(real) > 1:
        yield from _pairs("mixed", [(lesson, lesson.gold) for lesson in real])
        yield from _pairs("mixed", [(lesson, found_rows(lesson)) for lesson in real])


def found_rows(lesson: Lesson) -> Rows:
    """The quotes that the program finds, each with the gold quote it stands for and its utterances.

    The keys are "stands_for" (its id) and "utterances". One that stands for none has None for
    both: whether it is somebody's utterance is unknown.
    """
    event = Event(lesson.event, lesson.event, articles=lesson.articles)
    rows = tabulate_quotes(event).to_dict("records")
    held = [_stands_for(row, lesson.gold) for row in rows]
    return [
        {
            **row,
            "stands_for": gold["quote_id"] if gold else None,
            "utterances": gold["utterances"] if gold else None,
        }
        for row, gold in zip(rows, held, strict=True)
    ]


def without(readings: Iterable[Pairs], event: str) -> Iterator[Pairs]:
    """Readings without any pair that has a quote of one event; empty ones are left out."""
    for pairs in readings:
        kept = ~(pairs.events == event).any(axis=1)
        if kept.any():
            yield replace(
                pairs,
                features={name: values[kept] for name, values in pairs.features.items()},
                same=pairs.same[kept],
                strata=pairs.strata[kept],
                events=pairs.events[kept],
            )


def _pairs(
    reading: str, read: Sequence[tuple[Lesson, Iterable[dict[Hashable, Any]]]]
) -> Iterator[Pairs]:
    """The pairs of quotes of different articles, language by language."""
    articles = {a.article_id: a for lesson, _ in read for a in lesson.articles}
    rows = [(lesson.event, row) for lesson, own in read for row in own]
    names = sorted({row["speaker"] for _, row in rows if isinstance(row["speaker"], str)})
    persons = find_persons(names, articles.values())
    said = [read_said(row, articles[row["article_id"]], persons) for _, row in rows]
    for code in sorted({s.language for s in said}):
        own = [n for n, s in enumerate(said) if s.language == code]
        texts = [a.text for a in articles.values() if a.language == code]
        told = [(rows[n][0], rows[n][1]["utterances"]) for n in own]
        pairs = _of_language(reading, [said[n] for n in own], texts, code, told)
        if pairs is not None:
            yield replace(pairs, real=read[0][0].real)


def _of_language(
    reading: str, said: Sequence[Said], texts: Sequence[str], code: str,
    told: Sequence[tuple[str, Sequence[str] | None]],
) -> Pairs | None:  # fmt: skip
    pairs = [
        (i, j) for i, j in combinations(range(len(said)), 2)
        if said[i].article_id != said[j].article_id
        and told[i][1] is not None and told[j][1] is not None
    ]  # fmt: skip
    comparison = Comparison(said, texts, code)
    if pairs:  # those that names alone set aside teach nothing about words
        agree = comparison.can_agree(*np.array(pairs, dtype=np.int64).T)
        pairs = [pair for pair, can in zip(pairs, agree.tolist(), strict=True) if can]
    if not pairs:
        return None
    rows, columns = np.array(pairs, dtype=np.int64).T
    known = [{(event, u) for u in utterances or ()} for event, utterances in told]
    return Pairs(
        reading,
        True,
        {name: feature(comparison, rows, columns) for name, feature in FEATURES.items()},
        np.array([not known[i].isdisjoint(known[j]) for i, j in pairs]),
        np.array([stratum(said[i], said[j]) for i, j in pairs]),
        np.array([(told[i][0], told[j][0]) for i, j in pairs]),
    )


def _stands_for(
    row: Mapping[Any, Any], gold: Sequence[Mapping[Hashable, Any]]
) -> Mapping[Hashable, Any] | None:
    best, found = STANDS, None
    mine = _letters(row["spans"])
    for other in gold:
        if other["article_id"] == row["article_id"]:
            theirs = _letters(other["spans"])
            share = len(mine & theirs) / len(mine | theirs)
            if share >= best:
                best, found = share, other
    return found


def _letters(spans: str) -> set[int]:
    pairs = (span.split("-") for span in spans.split(";"))
    return {i for start, end in pairs for i in range(int(start), int(end))}


def _placed(
    quotes: Sequence[Mapping[Hashable, Any]], article: Article
) -> Iterator[dict[Hashable, Any]]:
    """Invented quotes with their places, found by searching forward."""
    at = 0
    for quote in quotes:
        spans, start = [], at
        for words in quote["content"]:
            start = article.text.index(words, start)
            spans.append((start, start + len(words)))
            start += len(words)
        at = spans[0][0]
        cue = article.text.find(quote["cue"] or "\0")
        place = (cue, cue + len(quote["cue"])) if cue >= 0 else (None, None)
        yield _gold_row(quote, quote["id"], article, spans, (None, None), place)


def _gold_row(
    row: Mapping[Hashable, Any], quote_id: str, article: Article,
    content: Sequence[tuple[int, int]], source: Sequence[Any], cue: Sequence[Any],
) -> dict[Hashable, Any]:  # fmt: skip
    spans = sorted(Span(*s) for s in content)
    words = [Span(*s).of(article.text) if s[0] is not None else None for s in (source, cue)]
    return {
        "quote_id": quote_id, "article_id": article.article_id, "outlet": article.outlet,
        "kind": row["kind"], "content": " ".join(s.of(article.text) for s in spans),
        "spans": ";".join(f"{s.start}-{s.end}" for s in spans), "source": words[0],
        "cue": words[1], "speaker": row["speaker"], "side": None, "p_speaker": 1.0,
        "utterances": row["utterances"],
    }  # fmt: skip


def _article(row: Mapping[Hashable, Any]) -> Article:
    key, text = row["article_id"], row["text"]
    return Article(
        key, row["outlet"], "", "", row.get("title") or "", text, row["language"],
        fingerprint(text), published=row.get("published"),
    )  # fmt: skip


def _lines(path: Path) -> list[dict[Hashable, Any]]:
    lines = path.read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
