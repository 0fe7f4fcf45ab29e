"""Where in an article who stands, measured."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit.compare.measures.tables_given import measure_frame, quotes_of
from toolkit.compare.tallies import (
    strip,
    told_outlets,
)
from toolkit.model import Event
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
            rows += [strip(q, article) for q in own.to_dict("records")]
    keys_ = {"outlet": TEXT, "article_id": TEXT, "quote_id": TEXT}
    extra = {"side": TEXT, "kind": TEXT, "first": WHOLE, "last": WHOLE, "in_headline": FLAG}
    return measure_frame(rows, keys_, extra)
