"""What things and people are called, measured: each label by outlet."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from toolkit.compare.measures.tables_given import Counting, counted_once, measure_frame, mentions_of
from toolkit.compare.tallies import (
    counted,
    is_only_here,
    place_of,
    plain_label,
)
from toolkit.model import Event
from toolkit.tables import FLAG, TEXT, WHOLE


def labels(
    event: Event,
    *,
    mentions: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What each outlet calls each concept, and how often.

    Keys: outlet, concept, label (lower case, without article or possessive). `printed` is its most
    frequent form, `own` and `quoted` count the outlet's own words and those inside quotes apart,
    `n` is all mentions of the concept in the outlet, and `only_here` says that no other outlet of
    the same language has the label, in shared copy or not. The interval follows from the certainty
    of each mention. `shared` "once" counts copy that outlets share under one of them (see above).

    Does not show: mentions that no listed term leads to; what a word means to its readers.
    """
    table = mentions_of(event, mentions)
    printed = _by_label(table[table["concept"].notna()], event)
    table, told = counted_once(event, table[table["concept"].notna()], shared, sharing)
    found = _by_label(table, event)
    totals = Counter(zip(table["outlet"], table["concept"], strict=True))
    order = place_of(event)
    rows = [
        {
            "outlet": outlet, "concept": concept, "label": label,
            **counted(hits, totals[outlet, concept]),
            "printed": Counter(h["label"] for h in hits).most_common(1)[0][0],
            "own": sum(pd.isna(h["quote_id"]) for h in hits),
            "quoted": sum(pd.notna(h["quote_id"]) for h in hits),
            "only_here": is_only_here((outlet, concept, label), printed, event),
        }
        for (outlet, concept, label), hits in found.items()
    ]  # fmt: skip
    rows.sort(key=lambda r: (order(r), -r["value"], r["label"]))
    keys_ = {"outlet": TEXT, "concept": TEXT, "label": TEXT}
    extra = {"printed": TEXT, "own": WHOLE, "quoted": WHOLE, "only_here": FLAG}
    return measure_frame(rows, keys_, extra, told)


def _by_label(table: pd.DataFrame, event: Event) -> dict[tuple[str, str, str], list[Any]]:
    """Mentions of concepts by outlet, concept and label."""
    languages = {a.article_id: a.language for a in event.articles}
    found: dict[tuple[str, str, str], list[Any]] = {}
    for row in table.to_dict("records"):
        label = plain_label(str(row["label"]), languages[row["article_id"]])
        found.setdefault((row["outlet"], row["concept"], label), []).append(row)
    return found
