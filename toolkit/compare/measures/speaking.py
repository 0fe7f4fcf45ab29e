"""Who gets to speak, measured: each side's share of an outlet's quoted words."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pandas as pd

from toolkit.compare.measures.sampled import (
    COLUMNS,
    UNQUOTED,
    Doubt,
    Thing,
    check_doubt,
    sample_shares,
)
from toolkit.compare.measures.tables_given import (
    Counting,
    counted_once,
    measure_frame,
    note_unread,
    quotes_of,
)
from toolkit.compare.statistics import KINDS, share_intervals
from toolkit.compare.tallies import (
    ENOUGH,
    NO_SIDE,
    Row,
    decision_of,
    either,
    joined_ids,
    side_chances,
    side_ids,
    told_outlets,
)
from toolkit.compare.wording import marked_runs
from toolkit.model import Event
from toolkit.tables import TEXT, WHOLE


def voice(
    event: Event,
    *,
    quotes: pd.DataFrame | None = None,
    kind: Literal["all", "direct"] = "all",
    doubt: Doubt = "reading",
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Each side's share of the quoted words of each outlet.

    `kind` "all" counts every reported word, "direct" only those inside quote marks. `shared` "once"
    counts copy that outlets share under one of them (see above). Keys: outlet, side ("none" for
    words of no side); extra columns `words` (of the side) and `outlet_words`.
    The interval is where the share lies nine times in ten, given how sure the program is of each
    quote and speaker, and how much it was counted to miss in marked news. `n` is quotes; from five
    of an outlet on, there are enough for a share.

    `doubt` "sampling" asks instead whether the share would hold for the outlet's other articles:
    its interval takes the article as the unit and is missing below two (`enough` is false),
    `articles` counts them, `dots` has each one's share, and `p`, from four articles of two outlets
    on, is the chance of a difference from the others as large anywhere, did outlets not differ.

    Does not show: voices that the outlet sought and did not get; how they are introduced.
    """
    check_doubt(doubt)
    table, told = counted_once(event, quotes_of(event, quotes), shared, sharing)
    sides = side_ids(event)
    rows: list[dict[str, Any]] = []
    for outlet in told_outlets(event):
        own = table[table["outlet"] == outlet].to_dict("records")
        words = np.array([float(_quoted_words(q, kind)) for q in own])
        if not words.sum():
            continue
        chances = np.array([side_chances(q, event, sides) for q in own])
        p_quote = np.array([either(q["p_quote"], 1.0) for q in own])
        low, high = share_intervals(
            words, p_quote, chances, kinds=[q["kind"] if kind == "all" else "direct" for q in own],
            articles=[q["article_id"] for q in own], decisions=[decision_of(q) for q in own],
            looked_for=KINDS if kind == "all" else ["direct"],
        )  # fmt: skip
        for n, side in enumerate(sides):
            mine = [
                w > 0 and either(q["side"], NO_SIDE) == side
                for q, w in zip(own, words, strict=True)
            ]
            spoken = words[mine].sum()
            value = spoken / words.sum()
            rows.append({
                "outlet": outlet, "side": side, "value": value,
                "low": min(value, low[n]), "high": max(value, high[n]),
                "n": sum(mine), "doubt": "reading", "enough": int((words > 0).sum()) >= ENOUGH,
                "evidence": joined_ids(q["quote_id"] for q, m in zip(own, mine, strict=True) if m),
                "words": int(spoken), "outlet_words": int(words.sum()),
            })  # fmt: skip
    extra = {"words": WHOLE, "outlet_words": WHOLE}
    if doubt == "sampling":
        rows, extra = _sampled(rows, table, kind, event), {**extra, **COLUMNS}
    return note_unread(measure_frame(rows, {"outlet": TEXT, "side": TEXT}, extra, told), event)


def _sampled(
    rows: list[dict[str, Any]], table: pd.DataFrame, kind: str, event: Event
) -> list[dict[str, Any]]:
    """The rows with sampling doubt in the place of reading doubt."""
    things = [
        Thing(
            q["outlet"], q["article_id"], "voice", either(q["side"], NO_SIDE),
            float(_quoted_words(q, kind)),
        )
        for q in table.to_dict("records")
    ]  # fmt: skip
    # Every side is compared in every outlet, those too that nobody quotes there.
    shares = sample_shares(things, event, by_language=False)
    return [{**row, **shares.get((row["outlet"], "voice", row["side"]), UNQUOTED)} for row in rows]


def _quoted_words(quote: Row, kind: str) -> int:
    """The words of a quote: all, or ("direct") those inside quote marks."""
    if kind == "all":
        return int(quote["words"])
    return sum(len(run.split()) for run in marked_runs(quote["kind"], quote["content"]))
