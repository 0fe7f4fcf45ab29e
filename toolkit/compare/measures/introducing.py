"""How speech is introduced, measured: reporting verbs by class and side."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from toolkit.compare.measures.sampled import COLUMNS, Doubt, check_doubt, sample_counts
from toolkit.compare.measures.tables_given import (
    Counting,
    counted_once,
    framing_of,
    measure_frame,
    note_unread,
)
from toolkit.compare.tallies import (
    NO_SIDE,
    counted,
    either,
    joined_ids,
    order_of,
    side_ids,
)
from toolkit.model import Event
from toolkit.tables import TEXT


def verbs(
    event: Event,
    *,
    framing: pd.DataFrame | None = None,
    doubt: Doubt = "reading",
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """By verbs of which class each outlet introduces each side's speech.

    Keys: outlet, side, verb_class. `value` counts, `n` is all reporting verbs of the outlet for the
    side, `verbs` lists them as printed, most frequent first. `shared` "once" counts copy that
    outlets share under one of them (see above).

    `doubt` "sampling" asks instead whether it would hold for the outlet's other articles: `value`
    is then the share of the `n` verbs, its interval takes the article as the unit and is missing
    below two, and `articles`, `dots` and `p` are as in `voice`, with outlets compared within a
    language.

    Does not show: a difference between outlets. Most verbs are neutral, and an article has about
    five others for all sides together: read the sentences, do not compare the counts.
    """
    check_doubt(doubt)
    table, told = counted_once(event, framing_of(event, framing), shared, sharing)
    table = table[(table["kind"] == "verb") & table["verb_class"].notna()]
    found: dict[tuple[str, str, str], list[Any]] = {}
    for row in table.to_dict("records"):
        key = (row["outlet"], either(row["side"], NO_SIDE), row["verb_class"])
        found.setdefault(key, []).append(row)
    totals = Counter((outlet, side) for (outlet, side, _), hits in found.items() for _ in hits)
    rows = [
        {
            "outlet": outlet, "side": side, "verb_class": name,
            **counted(hits, totals[outlet, side]),
            "verbs": joined_ids(w for w, _ in Counter(h["lemma"] for h in hits).most_common()),
        }
        for (outlet, side, name), hits in found.items()
    ]  # fmt: skip
    outlet_at, side_at = order_of(event.outlet_ids()), order_of(side_ids(event))
    rows.sort(
        key=lambda r: (outlet_at(r["outlet"]), side_at(r["side"]), -r["value"], r["verb_class"])
    )
    keys_ = {"outlet": TEXT, "side": TEXT, "verb_class": TEXT}
    extra = {"verbs": TEXT}
    if doubt == "sampling":
        shares = sample_counts(found.items(), event)
        rows = [{**r, **shares[r["outlet"], r["side"], r["verb_class"]]} for r in rows]
        extra |= COLUMNS
    return note_unread(measure_frame(rows, keys_, extra, told), event)
