"""How the sides are described, measured: attributes by side, as evidence to be read."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

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
    is_only_here,
    joined_ids,
    order_of,
    outlets_having,
    plain_label,
    printed_own_quoted,
    side_ids,
)
from toolkit.model import Event
from toolkit.tables import FLAG, TEXT, WHOLE


def attributes(
    event: Event,
    *,
    framing: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """By which attributes each outlet describes each side's people and bodies.

    Keys: outlet, side, attribute (lower case, without article). `value` counts, `n` is all
    attributes of the side in the outlet. `actor` lists the ids of the actors that are described so,
    `printed` is the most frequent form, `own` and `quoted` count the outlet's own words and those
    inside quotes apart, and `only_here` says that no other outlet of the same language describes
    the side so. `shared` "once" counts copy that outlets share under one of them (see above).

    An outlet in a language that the program does not read has no row, and
    ``frame.attrs["not_read"]`` lists it.

    Does not show: how often a side is described. Only what stands in a few plain patterns is
    found, two or three an article: read the sentences, and compare no counts.
    """
    table = framing_of(event, framing)
    have = outlets_having(_by_attribute(table, event))
    table, told = counted_once(event, table, shared, sharing)
    found = _by_attribute(table, event)
    totals = Counter((outlet, side) for (outlet, side, _), hits in found.items() for _ in hits)
    rows = [
        {
            "outlet": outlet, "side": side, "attribute": attribute,
            **counted(hits, totals[outlet, side]), **printed_own_quoted(hits),
            "actor": joined_ids(sorted({str(h["actor"]) for h in hits if _has_actor(h)})),
            "only_here": is_only_here(outlet, have[side, attribute], event),
        }
        for (outlet, side, attribute), hits in found.items()
    ]  # fmt: skip
    outlet_at, side_at = order_of(event.outlet_ids()), order_of(side_ids(event))
    rows.sort(
        key=lambda r: (outlet_at(r["outlet"]), side_at(r["side"]), -r["value"], r["attribute"])
    )
    keys_ = {"outlet": TEXT, "side": TEXT, "attribute": TEXT}
    extra = {"actor": TEXT, "printed": TEXT, "own": WHOLE, "quoted": WHOLE, "only_here": FLAG}
    return note_unread(measure_frame(rows, keys_, extra, told), event)


def _by_attribute(
    table: pd.DataFrame, event: Event
) -> dict[tuple[str, str, str], list[dict[Any, Any]]]:
    languages = {a.article_id: a.language for a in event.articles}
    found: dict[tuple[str, str, str], list[dict[Any, Any]]] = {}
    for row in table[table["kind"] == "attribute"].to_dict("records"):
        words = str(either(row["lemma"], row["term"]))
        attribute = plain_label(words, languages[row["article_id"]])
        found.setdefault((row["outlet"], either(row["side"], NO_SIDE), attribute), []).append(row)
    return found


def _has_actor(row: dict[Any, Any]) -> bool:
    """Whether an attribute is known to be an actor's; tables of old do not say."""
    return pd.notna(row.get("actor"))
