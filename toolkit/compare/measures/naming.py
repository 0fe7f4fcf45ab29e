"""What things and people are called, measured: each label by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from toolkit.compare.measures.sampled import COLUMNS, Doubt, check_doubt, sample_counts
from toolkit.compare.measures.tables_given import (
    Counting,
    counted_once,
    measure_frame,
    mentions_of,
    note_unread,
)
from toolkit.compare.tallies import (
    Row,
    counted,
    either,
    is_only_here,
    order_of,
    outlets_having,
    plain_label,
    printed_own_quoted,
)
from toolkit.model import Event
from toolkit.tables import FLAG, REAL, TEXT, WHOLE

#: Whom or what a label is for: a concept and no actor, or the other way round.
Referent = tuple[str | None, str | None]


def labels(
    event: Event,
    *,
    mentions: pd.DataFrame | None = None,
    doubt: Doubt = "reading",
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What each outlet calls each concept and each actor, and how often.

    Keys: outlet, concept, actor (one of the two is missing), label (lower case, without article or
    possessive). `printed` is its most frequent form, `own` and `quoted` count the outlet's own
    words and those inside quotes apart, `n` is all mentions of the concept or actor in the outlet,
    and `diversity` by how many labels, if they were equally frequent, the outlet would vary as much
    (the exponential of Shannon's entropy). `only_here` says that no other outlet of the same
    language has the label, in shared copy or not; it is missing where there is no such outlet.
    `side` is the actor's. The interval says how many of these places are right, by how many were in
    marked news; what was not found is no part of it. `shared` "once" counts copy that outlets share
    under one of them (see above).

    `doubt` "sampling" asks instead whether the outlet's other articles would name the thing so:
    `value` is then the label's share of the `n` mentions, its interval takes the article as the
    unit and is missing below two, and `articles`, `dots` and `p` are as in `voice`, with outlets
    compared within a language.

    An outlet in a language that the program does not read has no row, and
    ``frame.attrs["not_read"]`` lists it.

    Does not show: mentions that no listed term leads to, nor those in headlines; what a word means
    to its readers.
    """
    check_doubt(doubt)
    table = mentions_of(event, mentions)
    printed = outlets_having(_by_label(table, event))
    table, told = counted_once(event, table, shared, sharing)
    found = _by_label(table, event)
    varied = _diversity(found)
    kinds: dict[str | None, str] = {actor.id: actor.kind for actor, _ in event.actors()}
    rows = [
        {
            "outlet": outlet, "concept": of[0], "actor": of[1], "label": label,
            **counted(hits, varied[outlet, of][0], kinds.get(of[1], "concept")),
            **printed_own_quoted(hits),
            "only_here": is_only_here(outlet, printed[of, label], event),
            "diversity": varied[outlet, of][1], "side": hits[0]["side"],
        }
        for (outlet, of, label), hits in found.items()
    ]  # fmt: skip
    rows.sort(key=lambda r: (*_place(r, event), -r["value"], r["label"]))
    keys_ = {"outlet": TEXT, "concept": TEXT, "actor": TEXT, "label": TEXT}
    extra = {
        "printed": TEXT, "own": WHOLE, "quoted": WHOLE, "only_here": FLAG, "diversity": REAL,
        "side": TEXT,
    }  # fmt: skip
    if doubt == "sampling":
        shares = sample_counts(found.items(), event)
        rows = [{**r, **shares[r["outlet"], (r["concept"], r["actor"]), r["label"]]} for r in rows]
        extra |= COLUMNS
    return note_unread(measure_frame(rows, keys_, extra, told), event)


def _by_label(
    table: pd.DataFrame, event: Event
) -> dict[tuple[str, Referent, str], list[dict[Any, Any]]]:
    """Mentions by outlet, whom or what they name, and label."""
    languages = {a.article_id: a.language for a in event.articles}
    found: dict[tuple[str, Referent, str], list[dict[Any, Any]]] = {}
    for row in table.to_dict("records"):
        of = either(row["concept"], None), either(row["actor"], None)
        if of == (None, None):
            continue  # a table made by hand may have a side and no actor
        label = plain_label(str(row["label"]), languages[row["article_id"]])
        found.setdefault((row["outlet"], of, label), []).append(row)
    return found


def _diversity(
    found: Mapping[tuple[str, Referent, str], Sequence[Row]],
) -> dict[tuple[str, Referent], tuple[int, float]]:
    """How often an outlet names each concept or actor, and by how many labels in effect."""
    counts: dict[tuple[str, Referent], Counter[str]] = {}
    for (outlet, of, label), hits in found.items():
        counts.setdefault((outlet, of), Counter())[label] = len(hits)
    return {key: (c.total(), effective_number(list(c.values()))) for key, c in counts.items()}


def effective_number(counts: Sequence[int]) -> float:
    """How many labels, if they were equally frequent, would vary as much as these do.

    >>> effective_number([3, 3]), round(effective_number([9, 1]), 2)
    (2.0, 1.38)

    Does not show: variety itself; an outlet with more mentions has had more occasion to vary.
    Source: the exponential of Shannon's entropy, Hill's number of order one (Hill 1973, Ecology).
    """
    shares = np.array(counts) / sum(counts)
    return round(float(np.exp(-(shares * np.log(shares)).sum())), 9)


def _place(row: Mapping[str, Any], event: Event) -> tuple[int, int, int]:
    concept = order_of(c.id for c in event.concepts)
    actor = order_of(a.id for a, _ in event.actors())
    outlet = order_of(event.outlet_ids())
    return outlet(row["outlet"]), concept(row["concept"]), actor(row["actor"])
