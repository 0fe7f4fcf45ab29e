"""How fully each side is carried, measured: of what it said, how much which outlet has.

Of all that a side is known to have said in the event, in whatever outlet, how many utterances does
this outlet carry, and how much of their fullest versions does it print?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from toolkit.compare.measures.carrying import utterances
from toolkit.compare.measures.redrawing import Heard, Redrawn
from toolkit.compare.measures.tables_given import aligned_of, measure_frame, note_unread, quotes_of
from toolkit.compare.tallies import (
    ENOUGH,
    NO_SIDE,
    Row,
    either,
    heard_outlets,
    joined_ids,
    side_chances,
    side_ids,
)
from toolkit.model import Event, fingerprint
from toolkit.tables import REAL, TEXT, WHOLE

#: The relations that are counted; "cut+altered" counts as a cut and as altered.
RELATIONS = ("verbatim", "cut", "altered", "paraphrase", "translation")


@dataclass(frozen=True)
class Told:
    """One utterance: its side, and by outlet in which row of ``utterances`` it is carried."""

    side: str
    heard: Heard
    rows: Mapping[str, Row]

    def carried(self, outlet: str) -> Row | None:
        """The outlet's row in the measure ``utterances``, if it likelier has this than not."""
        row = self.rows.get(outlet)
        return row if row and row["enough"] and row["relation"] != "not found" else None


def fullness(
    event: Event, *, quotes: pd.DataFrame | None = None, aligned: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Of a side's utterances known in this event, how many each outlet carries, and how fully.

    Keys: outlet, side. `value` is the share that the outlet carries of the `known` utterances that
    are most likely the side's, in whatever outlet; it is missing where none is known. `carried`
    counts them, `shown` is the mean share of the fullest version's words that the outlet prints in
    marks, over those that can be compared; the other columns count relations to the fullest
    version ("cut+altered" in both). `n` is `known`; `evidence` has the outlet's fullest quote of
    each utterance that it carries. The interval follows from how sure quotes, speakers and the
    grouping of quotes are, and from how much of it was missed in marked news (`redrawing`).

    An outlet in a language that the program does not read has no row, and
    ``frame.attrs["not_read"]`` lists it.

    Does not show: what nobody reported; what an outlet tells in its own words.
    """
    table = quotes_of(event, quotes)
    joined = aligned_of(event, table, aligned)
    sides = side_ids(event)
    told = _told(event, table, joined, sides)
    texts = {a.article_id: fingerprint(a.text) for a in event.articles}
    draws = Redrawn([t.heard for t in told], sides, texts)
    rows = []
    for outlet in heard_outlets(event, table):
        for side in sides:
            known = [t for t in told if t.side == side]
            if known or side != NO_SIDE:
                rows.append({"outlet": outlet, "side": side, **_row(known, outlet, side, draws)})
    extra = {"known": WHOLE, "carried": WHOLE, "shown": REAL, **dict.fromkeys(RELATIONS, WHOLE)}
    return note_unread(measure_frame(rows, {"outlet": TEXT, "side": TEXT}, extra), event)


def _told(
    event: Event, quotes: pd.DataFrame, joined: pd.DataFrame, sides: Sequence[str]
) -> list[Told]:
    by_id = {row["quote_id"]: row for row in quotes.to_dict("records")}
    measured: dict[str, dict[str, Row]] = {}
    aligned = joined.drop(columns=["kind", "content", "words", "cue", "p_quote"])
    for row in utterances(event, quotes=quotes, aligned=aligned).to_dict("records"):
        measured.setdefault(row["utterance_id"], {})[row["outlet"]] = row
    told = []
    for utterance_id, group in joined.groupby("utterance_id", sort=False):
        own = [{**by_id[r["quote_id"]], "p_same": r["p_same"]} for r in group.to_dict("records")]
        chances = np.array([side_chances(q, event, sides) for q in own])
        weights = np.array([float(q["p_same"]) * float(either(q["p_quote"], 1.0)) for q in own])
        of_side = weights @ chances / max(weights.sum(), 1e-9)
        by_side = dict(zip(sides, of_side.tolist(), strict=True))
        side = _likeliest(by_side, either(own[0]["side"], NO_SIDE))
        told.append(Told(side, Heard(by_side, own), measured[str(utterance_id)]))
    return told


def _likeliest(chances: Mapping[str, float], of_fullest: str) -> str:
    """The side of most quotes; of two that are as likely the fullest version's, else none."""
    most = max(chances.values())
    best = [side for side, p in chances.items() if p > most - 1e-9]
    if len(best) == 1:
        return best[0]
    return of_fullest if of_fullest in best else NO_SIDE


def _row(known: Sequence[Told], outlet: str, side: str, draws: Redrawn) -> dict[str, Any]:
    carried = [row for t in known if (row := t.carried(outlet))]
    relations = Counter(r for row in carried for r in str(row["relation"]).split("+"))
    shown = [float(row["value"]) for row in carried if pd.notna(row["value"])]
    made: dict[str, Any] = {
        "n": len(known), "doubt": "reading", "enough": len(known) >= ENOUGH,
        "evidence": joined_ids(row["quote_id"] for row in carried),
        "known": len(known), "carried": len(carried),
        "shown": float(np.mean(shown)) if shown else None,
        **{name: relations[name] for name in RELATIONS},
    }  # fmt: skip
    if not known:
        return made
    value = len(carried) / len(known)
    low, high = draws.interval(outlet, side)
    return {**made, "value": value, "low": min(value, low), "high": max(value, high)}
