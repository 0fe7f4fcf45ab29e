"""The hand-made event `ferry` as the frames that a report is made from."""

from __future__ import annotations

from dataclasses import replace

import ferry
import pandas as pd

from toolkit import tables
from toolkit.model import Event
from toolkit.show.material import Material, count


def quote_frame(event: Event) -> pd.DataFrame:
    rows = [
        row
        for article in event.articles
        for row in tables.quote_rows(article, ferry.quotes_of(article), event)
    ]
    return tables.to_frame(rows, tables.SCHEMAS["quotes"])


def utterance_frame(quotes: pd.DataFrame) -> pd.DataFrame:
    """The utterances as marked; quotes that are nobody else's are utterances of their own."""
    said = {(s.article, s.words): s for s in ferry.SAID}
    rows = []
    for _, quote in quotes.iterrows():
        marked = said[quote["article_id"], quote["content"]]
        rows.append({
            "utterance_id": marked.utterance or f"own-{quote['quote_id']}",
            "relation": "paraphrase" if quote["kind"] == "indirect" else marked.relation,
            "similarity": 1.0, "p_same": 0.9 if marked.relation == "translation" else 1.0,
            **{k: quote[k] for k in ("quote_id", "article_id", "outlet", "speaker", "side")},
        })  # fmt: skip
    ordered = sorted(rows, key=lambda r: (r["utterance_id"], r["relation"] != "verbatim"))
    return tables.to_frame(ordered, tables.SCHEMAS["utterances"])


def make_material(event: Event, *, shared: pd.DataFrame | None = None) -> Material:
    """Every frame of the event, from what was marked by hand."""
    quotes = quote_frame(event)
    found = [(a, ferry.mentions_of(a), ferry.quotes_of(a)) for a in event.articles]
    mentions = [row for a, m, q in found for row in tables.mention_rows(a, m, q)]
    framing = [row for a, _, q in found for row in tables.framing_rows(a, ferry.framing_of(a), q)]
    made = count(
        event,
        quotes=quotes,
        mentions=tables.to_frame(mentions, tables.SCHEMAS["mentions"]),
        framing=tables.to_frame(framing, tables.SCHEMAS["framing"]),
        aligned=utterance_frame(quotes),
    )
    return made if shared is None else replace(made, sharing=shared)


def empty_material(event: Event) -> Material:
    """An event in whose articles nothing was found."""
    frames = {n: tables.to_frame([], tables.SCHEMAS[n]) for n in ("quotes", "mentions", "framing")}
    aligned = tables.to_frame([], tables.SCHEMAS["utterances"])
    return count(event, **frames, aligned=aligned)
