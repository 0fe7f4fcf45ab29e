"""Shared copy: text that two outlets print alike, because both bought it or one copied it.

Two reporters who write for themselves hardly ever put six words in the same row, unless they quote
the same person. So runs of six words or more that two articles share are looked for, in any order,
and then sorted by where they stand: inside quote marks they only say that both quoted alike; in
the outlets' own words they say that one text lies behind both. Counting such outlets twice would
make one voice sound like two.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.compare.wording import Word, compared_words
from toolkit.model import Article, Event, Span, read_spans
from toolkit.text import quote_runs

#: Words in a row from which a shared run counts.
RUN = 6
#: Shared words outside quotes, as a share of an article's own, from which there is one text behind
#: both; or so many of them, for a long article that takes over a paragraph or two.
MANY_SHARE = 0.3
MANY_WORDS = 60
AGENCIES = (
    "Associated Press", "AP", "Reuters", "AFP", "Agence France-Presse", "EFE", "Europa Press",
    "dpa", "ANSA", "PA Media", "Press Association", "UPI", "Bloomberg", "Xinhua", "Notimex",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words in two articles: where they stand in each, and how many they are."""

    a: Span
    b: Span
    words: int


def find_shared_runs(a: Article, b: Article) -> list[SharedRun]:
    """The runs of six words or more that two articles of one language share.

    Returns runs in the order of `b`, without overlap in either article; the longest wins.
    Articles in different languages share none.
    """
    if a.language != b.language:
        return []
    first, second = (compared_words(x.text, x.language) for x in (a, b))
    return [
        SharedRun(
            Span(first[i].span.start, first[i + n - 1].span.end),
            Span(second[j].span.start, second[j + n - 1].span.end),
            n,
        )
        for i, j, n in _runs([w.key for w in first], [w.key for w in second])
    ]


def tabulate_sharing(event: Event, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """The table ``sharing``: pairs of articles of different outlets that share runs of words.

    `quotes` is the event's quotes table; with it, words of direct quotes count as quoted even
    where their marks are hard to read. `share_a` and `share_b` are shares of each article's words,
    quotes included. Kinds: "wire" (many words outside quotes, and a credit, a dateline or the kind
    of an article names where they came from), "copied" (many, no credit), "quotes only".

    Does not show: who copied from whom; a text both rewrote; anything across languages.
    """
    quoted = {a.article_id: _quoted(a, quotes) for a in event.articles}
    ordered = sorted(event.articles, key=lambda a: event.outlet_ids().index(a.outlet))
    rows = (
        _row(a, b, quoted, event)
        for a, b in _pairs_with_a_common_run(ordered)
        if a.outlet != b.outlet
    )
    return tables.to_frame((row for row in rows if row), tables.SCHEMAS["sharing"])


def _pairs_with_a_common_run(articles: Sequence[Article]) -> list[tuple[Article, Article]]:
    """The pairs that share six words in a row at all: of most events, few of the pairs."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        keys = [w.key for w in compared_words(article.text, article.language)]
        grams = {(article.language, *keys[i : i + RUN]) for i in range(len(keys) - RUN + 1)}
        for gram in grams:
            holders[gram].append(number)
    pairs = {pair for held in holders.values() for pair in itertools.combinations(held, 2)}
    return [(articles[i], articles[j]) for i, j in sorted(pairs)]


def _runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """(start in a, start in b, words) of the longest runs first, free of overlap."""
    places = defaultdict(list)
    for i in range(len(a) - RUN + 1):
        places[tuple(a[i : i + RUN])].append(i)
    found = []
    for j in range(len(b) - RUN + 1):
        for i in places.get(tuple(b[j : j + RUN]), ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue  # inside a run that began earlier
            n = RUN
            while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                n += 1
            found.append((i, j, n))
    kept: list[tuple[int, int, int]] = []
    for i, j, n in sorted(found, key=lambda run: (-run[2], run[1], run[0])):
        if all((i >= k + m or k >= i + n) and (j >= h + m or h >= j + n) for k, h, m in kept):
            kept.append((i, j, n))
    return sorted(kept, key=lambda run: run[1])


def _quoted(article: Article, quotes: pd.DataFrame | None) -> list[Span]:
    spans = [run.outer for run in quote_runs(article.text)]
    if quotes is not None:
        own = quotes[(quotes["article_id"] == article.article_id) & (quotes["kind"] == "direct")]
        spans += [span for written in own["spans"].dropna() for span in read_spans(written)]
    return spans


def _row(
    a: Article, b: Article, quoted: Mapping[str, list[Span]], event: Event
) -> dict[str, Any] | None:
    runs = find_shared_runs(a, b)
    if not runs:
        return None
    total = sum(r.words for r in runs)
    outside, shares = [], []
    for article, spans in ((a, [r.a for r in runs]), (b, [r.b for r in runs])):
        words = compared_words(article.text, article.language)
        own = [w for w in words if not _within(w, quoted[article.article_id])]
        outside.append((sum(_within(w, spans) for w in own), len(own)))
        shares.append(min(1.0, total / len(words)))
    kind = _kind(outside, total, credited=_credited(a, b, event) or _credited(b, a, event))
    if kind is None:
        return None
    return {
        "article_a": a.article_id, "article_b": b.article_id, "shared_words": total,
        "share_a": shares[0], "share_b": shares[1], "kind": kind,
    }  # fmt: skip


def _kind(outside: Iterable[tuple[int, int]], total: int, *, credited: bool) -> str | None:
    """The kind, or None where a stray phrase or two is all that is shared."""
    counts = list(outside)
    fewest = min(shared for shared, _ in counts)
    if fewest >= MANY_WORDS or max(shared / max(1, own) for shared, own in counts) >= MANY_SHARE:
        return "wire" if credited else "copied"
    return "quotes only" if fewest * 2 < total else None


def _within(word: Word, spans: Iterable[Span]) -> bool:
    return any(s.contains(word.span) for s in spans)


def _credited(article: Article, other: Article, event: Event) -> bool:
    """Whether an article names an agency, or the other outlet, as where its text came from."""
    if article.kind == "wire":
        return True
    names = "|".join(re.escape(n) for n in (*AGENCIES, event.outlet_name(other.outlet)))
    if any(re.search(rf"\b({names})\b", author) for author in article.authors):
        return True
    edges = [p for p in article.text.split("\n") if p.strip()]
    dateline = re.compile(rf"\((?:{names})\)|^[^.]{{0,60}}\b(?:{names})\b\s*[)—–-]")
    credit = re.compile(rf"^\W*(?:[A-Z]\w+ )?(?:{names})\W*$|\((?:[^()]*\b)?(?:{names})\b[^()]*\)")
    return bool(dateline.search(edges[0])) or any(credit.search(p) for p in edges[-2:])
