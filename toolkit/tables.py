"""The schema of each table, and the crossing from records to frames.

A table is a contract: column names, their order and their types are fixed here and tested, an
empty result still has its columns, and a missing value is ``<NA>``, never ``""`` or 0. Extra
columns may come after the fixed ones. Frames that are passed in are never changed.

The words shown in any row can be had back from the article: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from toolkit.errors import UsageError, nearest
from toolkit.model import (
    Article,
    Event,
    FramingTerm,
    Mention,
    Quote,
    Span,
    write_spans,
)

TEXT, WHOLE, REAL, FLAG = "string", "Int64", "Float64", "boolean"

SCHEMAS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "article_id": TEXT, "outlet": TEXT, "url": TEXT, "title": TEXT, "authors": TEXT,
        "published": TEXT, "language": TEXT, "kind": TEXT, "words": WHOLE, "text_sha256": TEXT,
        "reader": TEXT, "flags": TEXT,
    },
    "quotes": {
        "quote_id": TEXT, "article_id": TEXT, "outlet": TEXT, "kind": TEXT, "content": TEXT,
        "spans": TEXT, "start": WHOLE, "end": WHOLE, "source": TEXT, "source_start": WHOLE,
        "source_end": WHOLE, "cue": TEXT, "cue_start": WHOLE, "cue_end": WHOLE, "speaker": TEXT,
        "side": TEXT, "words": WHOLE, "p_quote": REAL, "p_speaker": REAL, "candidates": TEXT,
        "method": TEXT, "inside": TEXT, "same_as": TEXT, "not_same_as": TEXT,
    },
    "utterances": {
        "utterance_id": TEXT, "quote_id": TEXT, "article_id": TEXT, "outlet": TEXT,
        "speaker": TEXT, "side": TEXT, "relation": TEXT, "similarity": REAL, "p_same": REAL,
    },
    "mentions": {
        "article_id": TEXT, "outlet": TEXT, "actor": TEXT, "side": TEXT, "concept": TEXT,
        "label": TEXT, "start": WHOLE, "end": WHOLE, "quote_id": TEXT, "p": REAL, "method": TEXT,
    },
    "framing": {
        "article_id": TEXT, "outlet": TEXT, "kind": TEXT, "side": TEXT, "concept": TEXT,
        "term": TEXT, "verb_class": TEXT, "start": WHOLE, "end": WHOLE, "quote_id": TEXT,
        "p": REAL, "lemma": TEXT, "actor": TEXT,
    },
    "particulars": {
        "particular": TEXT, "kind": TEXT, "article_id": TEXT, "outlet": TEXT, "start": WHOLE,
        "end": WHOLE,
    },
    "sharing": {
        "article_a": TEXT, "article_b": TEXT, "shared_words": WHOLE, "share_a": REAL,
        "share_b": REAL, "kind": TEXT,
    },
    "differences": {
        "utterance_id": TEXT, "quote_id": TEXT, "article_id": TEXT, "outlet": TEXT,
        "position": WHOLE, "op": TEXT, "place": TEXT, "words": TEXT, "start": WHOLE, "end": WHOLE,
        "fullest_id": TEXT, "fullest_article_id": TEXT, "fullest_words": TEXT,
        "fullest_start": WHOLE, "fullest_end": WHOLE,
    },
    "changes": {
        "utterance_id": TEXT, "quote_id": TEXT, "article_id": TEXT, "outlet": TEXT, "kind": TEXT,
        "words": TEXT, "spans": TEXT, "fullest_id": TEXT, "fullest_words": TEXT,
        "fullest_spans": TEXT, "p_same": REAL,
    },
    "failures": {
        "outlet": TEXT, "url": TEXT, "stage": TEXT, "reason": TEXT, "detail": TEXT,
        "retryable": FLAG,
    },
}  # fmt: skip

#: Columns of ``quotes`` that a table made by hand need not have.
OPTIONAL = frozenset({"inside", "same_as", "not_same_as"})

#: What every measure's frame holds after its keys; `evidence` lists the ids it was counted from.
MEASURE_COLUMNS: Mapping[str, str] = {
    "value": REAL, "low": REAL, "high": REAL, "n": WHOLE, "doubt": TEXT, "enough": FLAG,
    "evidence": TEXT,
}  # fmt: skip


def to_frame(
    rows: Iterable[Mapping[str, Any]],
    schema: Mapping[str, str],
) -> pd.DataFrame:
    """Rows of values to a frame with the schema's columns, order and types.

    >>> frame = to_frame([{"outlet": "ledger", "reason": "timeout"}], SCHEMAS["failures"])
    >>> list(frame.columns), frame.loc[0, "url"] is pd.NA
    (['outlet', 'url', 'stage', 'reason', 'detail', 'retryable'], True)
    """
    listed = list(rows)
    columns = {
        name: pd.Series([row.get(name) for row in listed], dtype=dtype)
        for name, dtype in schema.items()
    }
    return pd.DataFrame(columns)


def measure_frame(rows: Iterable[Mapping[str, Any]], keys: Mapping[str, str]) -> pd.DataFrame:
    """A measure's frame: the keys, then value, low, high, n, doubt, enough, evidence."""
    return to_frame(rows, {**keys, **MEASURE_COLUMNS})


def check(frame: pd.DataFrame, table: str, *, columns: Sequence[str] = ()) -> None:
    """Raise UsageError unless the frame has the table's columns (or the named ones of them)."""
    wanted = columns or list(SCHEMAS[table])
    for name in wanted:
        if name not in frame.columns:
            hint = nearest(name, [str(c) for c in frame.columns])
            raise UsageError(f"table '{table}' has no column '{name}'{hint}")


def typed(frame: pd.DataFrame, table: str, *, columns: Sequence[str] = ()) -> pd.DataFrame:
    """A table with its types, which it may have lost in a file: "" is missing, "0.9" a number.

    Columns that are not the table's stay as they are, and so does the frame passed in. Raises
    UsageError as `check` does, and for what should be a number and is none.

    >>> typed(pd.DataFrame({"quote_id": ["q1"], "side": [""], "p_same": ["0.9"]}), "utterances",
    ...       columns=["quote_id"]).isna().values.tolist()
    [[False, True, False]]
    """
    check(frame, table, columns=columns)
    held = {name: dtype for name, dtype in SCHEMAS[table].items() if name in frame.columns}
    return frame.assign(**{
        name: _typed(frame[name], dtype, f"table '{table}': column '{name}'")
        for name, dtype in held.items()
    })  # fmt: skip


def _typed(column: pd.Series[Any], dtype: Any, what: str) -> pd.Series[Any]:
    if dtype == FLAG or (dtype != TEXT and pd.api.types.is_numeric_dtype(column)):
        return column
    words = column.astype("string")
    words = words.mask(words == "")
    if dtype == TEXT:
        return words
    try:
        numbers: pd.Series[Any] = pd.to_numeric(words)
        return numbers.astype(dtype)
    except (TypeError, ValueError):
        raise UsageError(f"{what} holds something that is not a number") from None


def articles_to_frame(articles: Iterable[Article]) -> pd.DataFrame:
    """Articles as the table ``articles`` (without their texts)."""
    rows = (
        {
            "article_id": a.article_id, "outlet": a.outlet, "url": a.url or None, "title": a.title,
            "authors": "; ".join(a.authors) or None, "published": a.published,
            "language": a.language, "kind": a.kind, "words": a.words,
            "text_sha256": a.text_sha256, "reader": a.reader, "flags": ";".join(a.flags) or None,
        }
        for a in articles
    )  # fmt: skip
    return to_frame(rows, SCHEMAS["articles"])


def quote_id(article_id: str, number: int) -> str:
    """The id of the n-th quote of an article, counted from one.

    >>> quote_id("courier-3f2a91", 7)
    'courier-3f2a91-q007'
    """
    return f"{article_id}-q{number:03d}"


def quote_rows(article: Article, quotes: Sequence[Quote], event: Event) -> list[dict[str, Any]]:
    """One article's quotes as rows of the table ``quotes``.

    `inside` is the id of the outer quote for a quote within a quote, else ``<NA>``: its words are
    among those of the outer one. What a person rejected has no row; its number stays unused.
    """
    kept = [(n, q) for n, q in enumerate(quotes, 1) if not q.is_rejected]
    holders = {s: n for n, q in kept if q.inside is None for s in q.spans}
    rows = []
    for number, quote in kept:
        content = quote.content(article.text)
        rows.append({
            "quote_id": quote_id(article.article_id, number),
            "article_id": article.article_id, "outlet": article.outlet, "kind": quote.kind,
            "content": content, "spans": write_spans(quote.spans),
            "start": quote.start, "end": quote.end,
            **_pointed(article.text, source=quote.source, cue=quote.cue),
            "speaker": quote.speaker, "side": event.side_of(quote.speaker),
            "words": len(content.split()), "p_quote": quote.p_quote,
            "p_speaker": quote.p_speaker,
            "candidates": ";".join(f"{c.name}={c.p:.3f}" for c in quote.candidates) or None,
            "method": quote.method,
            "inside": _outer_id(article.article_id, quote, holders),
        })  # fmt: skip
    return rows


def _outer_id(article_id: str, quote: Quote, holders: Mapping[Span, int]) -> str | None:
    outer = quote.inside
    number = next((n for s, n in holders.items() if outer and s.contains(outer)), None)
    return quote_id(article_id, number) if number else None


def read_candidates(written: object) -> list[tuple[str, float]]:
    """The column ``candidates`` as pairs of name and probability.

    >>> read_candidates("Ana Ruiz=0.800;Ida Falk=0.150")
    [('Ana Ruiz', 0.8), ('Ida Falk', 0.15)]
    """
    if not isinstance(written, str):
        return []
    pairs = (part.rpartition("=") for part in written.split(";") if part)
    return [(name, float(p)) for name, _, p in pairs]


def mention_rows(
    article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote]
) -> list[dict[str, Any]]:
    """One article's mentions as rows of the table ``mentions``."""
    holders = _Holders(article.article_id, quotes)
    return [
        {
            "article_id": article.article_id, "outlet": article.outlet, "actor": m.actor,
            "side": m.side, "concept": m.concept, "label": m.span.of(article.text),
            "start": m.span.start, "end": m.span.end,
            "quote_id": holders.of(m.span),
            "p": m.p, "method": m.method,
        }
        for m in mentions
    ]  # fmt: skip


def framing_rows(
    article: Article, terms: Sequence[FramingTerm], quotes: Sequence[Quote]
) -> list[dict[str, Any]]:
    """One article's framing terms as rows of the table ``framing``."""
    holders = _Holders(article.article_id, quotes)
    return [
        {
            "article_id": article.article_id, "outlet": article.outlet, "kind": t.kind,
            "side": t.side, "concept": t.concept, "term": t.span.of(article.text),
            "lemma": t.term, "verb_class": t.verb_class,
            "start": t.span.start, "end": t.span.end,
            "quote_id": holders.of(t.span),
            "p": t.p, "actor": t.actor,
        }
        for t in terms
    ]  # fmt: skip


def _pointed(text: str, **spans: Any) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, span in spans.items():
        row[name] = span.of(text) if span else None
        row[f"{name}_start"] = span.start if span else None
        row[f"{name}_end"] = span.end if span else None
    return row


class _Holders:
    """Whose words a place of an article stands in, asked for many places of one article.

    Indirect quotes count too: the outlet words them, but as somebody's.
    """

    def __init__(self, article_id: str, quotes: Sequence[Quote]):
        kept = [(n, q) for n, q in enumerate(quotes, 1) if not q.is_rejected]
        spans = [(s.start, s.end, n) for n, quote in kept for s in quote.spans]
        self.article_id = article_id
        self.numbers = np.array([n for _, _, n in spans], np.int64)
        self.starts = np.array([start for start, _, _ in spans], np.int64)
        self.ends = np.array([end for _, end, _ in spans], np.int64)

    def of(self, span: Span) -> str | None:
        """The id of the first quote that holds the place."""
        held = np.flatnonzero((self.starts <= span.start) & (span.end <= self.ends))
        return quote_id(self.article_id, int(self.numbers[held[0]])) if len(held) else None
