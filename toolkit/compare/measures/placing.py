"""Where in an article who stands, measured."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.compare.measures.tables_given import measure_frame, note_unread, quotes_of
from toolkit.compare.tallies import NO_SIDE, SURE, Row, either, told_outlets
from toolkit.compare.wording import keys, marked_runs
from toolkit.model import Article, Event
from toolkit.tables import FLAG, TEXT, WHOLE


def strips(event: Event, *, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Where in each article who speaks: each quote's place, counted in words.

    Keys: outlet, article_id, quote_id. `first` and `last` are the words of the article between
    which the quote lies, `value` and `n` its own words and the article's; `in_headline` says that
    words which the quote has in marks stand in marks in the headline too.

    Does not show: what stands on the page beside the text: pictures, boxes, links.
    """
    table = quotes_of(event, quotes)
    rows: list[dict[str, Any]] = []
    for outlet in told_outlets(event):
        for article in (a for a in event.articles if a.outlet == outlet):
            own = table[table["article_id"] == article.article_id].sort_values("start")
            rows += [_strip(q, article) for q in own.to_dict("records")]
    keys_ = {"outlet": TEXT, "article_id": TEXT, "quote_id": TEXT}
    extra = {"side": TEXT, "kind": TEXT, "first": WHOLE, "last": WHOLE, "in_headline": FLAG}
    return note_unread(measure_frame(rows, keys_, extra), event)


def _strip(quote: Row, article: Article) -> dict[str, Any]:
    """One quote's place among the words of its article."""
    first, last = words_around(quote, article)
    words = int(quote["words"])
    return {
        "outlet": article.outlet, "article_id": article.article_id, "quote_id": quote["quote_id"],
        "value": words, "low": words if either(quote["p_quote"], 1.0) >= SURE else 0,
        "high": words, "n": article.words, "doubt": "reading", "enough": True,
        "evidence": quote["quote_id"], "side": either(quote["side"], NO_SIDE),
        "kind": quote["kind"], "first": first, "last": last,
        "in_headline": _in_headline(quote, article),
    }  # fmt: skip


def words_around(quote: Row, article: Article) -> tuple[int, int]:
    """How many words of an article stand before a quote, and how many up to its end."""
    before = article.text[: quote["start"]]
    # An opening mark is printed against the first word and is no word before it.
    first = len(before.split()) - bool(before and not before[-1].isspace())
    return first, len(article.text[: quote["end"]].split())


def _in_headline(quote: Row, article: Article) -> bool:
    runs = marked_runs("mixed", article.title)
    said = f" {' '.join(keys(quote['content'], article.language))} "
    printed = (" ".join(keys(run, article.language)) for run in runs)
    return any(words and f" {words} " in said for words in printed)
