"""Words at arm's length, measured: marks that quote nobody, and "so-called"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from toolkit.compare.findings.missing import prints
from toolkit.compare.measures.tables_given import (
    Counting,
    counted_once,
    framing_of,
    measure_frame,
    note_unread,
    quotes_of,
)
from toolkit.compare.tallies import Row, counted, joined_ids, order_of, plain_label, read_articles
from toolkit.compare.wording import MARKS, keys
from toolkit.model import Article, Event
from toolkit.tables import TEXT
from toolkit.text import paragraphs


def scare_quotes(
    event: Event,
    *,
    framing: pd.DataFrame | None = None,
    quotes: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The words that each outlet holds at arm's length, in marks that quote nobody or by a word.

    Keys: outlet, term (lower case, without article). `value` counts the places, `n` is all such
    places in the outlet. `kind` is "marks", or "word" where one such as "so-called" does it.
    `speaker_near` names who is quoted next to it in its paragraph, if anybody: the marks may then
    quote that speaker after all. `elsewhere` lists the other outlets that print the same words, in
    marks or not, `side` whose they are where that is known. `shared` "once" counts copy that
    outlets share under one of them (see above).

    An outlet in a language that the program does not read has no row, and
    ``frame.attrs["not_read"]`` lists it.

    Does not show: why marks stand there. They may doubt a word, or quote somebody unnamed, or
    introduce a word that readers may not know.
    """
    table = framing_of(event, framing)
    table = table[table["kind"] == "scare_quote"]
    table, told = counted_once(event, table, shared, sharing)
    spoken = quotes_of(event, quotes)
    articles = {a.article_id: a for a in event.articles}
    found: dict[tuple[str, str], list[Any]] = {}
    for row in table.to_dict("records"):
        term = plain_label(str(row["term"]), articles[row["article_id"]].language)
        found.setdefault((row["outlet"], term), []).append(row)
    totals = Counter(outlet for (outlet, _), hits in found.items() for _ in hits)
    rows = [
        {
            "outlet": outlet, "term": term, **counted(hits, totals[outlet]),
            "kind": Counter(_kind(h, articles[h["article_id"]]) for h in hits).most_common(1)[0][0],
            "speaker_near": joined_ids(_speakers_near(hits, spoken, articles)),
            "elsewhere": joined_ids(_printing(hits[0], outlet, event, articles)),
            "side": next((h["side"] for h in hits if pd.notna(h["side"])), None),
        }
        for (outlet, term), hits in found.items()
    ]  # fmt: skip
    at = order_of(event.outlet_ids())
    rows.sort(key=lambda r: (at(r["outlet"]), -r["value"], r["term"]))
    extra = {"kind": TEXT, "speaker_near": TEXT, "elsewhere": TEXT, "side": TEXT}
    return note_unread(measure_frame(rows, {"outlet": TEXT, "term": TEXT}, extra, told), event)


def _kind(row: Row, article: Article) -> str:
    before = article.text[: row["start"]].rstrip()[-1:]
    return "marks" if before and before in MARKS else "word"


def _speakers_near(
    hits: Sequence[Row], quotes: pd.DataFrame, articles: dict[str, Article]
) -> list[str]:
    """The speaker of the nearest quote in each place's paragraph, each named once."""
    found = []
    for hit in hits:
        line = next(
            (p for p in paragraphs(articles[hit["article_id"]].text)
             if p.start <= hit["start"] < p.end), None,
        )  # fmt: skip
        own = quotes[(quotes["article_id"] == hit["article_id"]) & quotes["speaker"].notna()]
        near = [
            (max(q["start"] - hit["end"], hit["start"] - q["end"], 0), q["start"], q["speaker"])
            for q in own.to_dict("records")
            if line and q["start"] < line.end and line.start < q["end"]
        ]
        found += [str(min(near)[2])] if near else []
    return list(dict.fromkeys(found))


def _printing(hit: Row, outlet: str, event: Event, articles: dict[str, Article]) -> list[str]:
    """The other outlets that print the same words."""
    words = keys(str(hit["term"]), articles[hit["article_id"]].language)
    return [
        other
        for other, own in read_articles(event).items()
        if other != outlet and any(prints(a, words) for a in own)
    ]
