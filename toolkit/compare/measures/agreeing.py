"""What all tell, measured: utterances and particulars by the outlets that have them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from toolkit.compare.citing import cite_place
from toolkit.compare.measures.tables_given import (
    Counting,
    aligned_of,
    counted_once,
    measure_frame,
    note_unread,
    quotes_of,
)
from toolkit.compare.particulars import tabulate_particulars
from toolkit.compare.particulars.elsewhere import is_lone
from toolkit.compare.particulars.told import add_persons, search_outlets
from toolkit.compare.sharing.once import count_tellings
from toolkit.compare.tallies import LIKELY, SURE, heard_outlets, joined_ids, read_articles
from toolkit.compare.wording import told_words
from toolkit.model import Event
from toolkit.tables import FLAG, TEXT


def agreement(
    event: Event,
    *,
    quotes: pd.DataFrame | None = None,
    aligned: pd.DataFrame | None = None,
    particulars: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What all tell, and what one outlet alone has: utterances and particulars by outlets.

    Keys: kind ("utterance", or the particular's), item. `value` is in how many outlets it was
    found, of `n` that were read; `text` its words, `outlets` their ids. `low` counts only outlets
    where the program is sure, `high` those too of which it thinks it less likely than not.
    `only_here` is set where one outlet alone has it and its telling part (a surname, a figure)
    stands nowhere in the others' texts; it is left open for bodies and places in an event of
    several languages, and for an utterance that another outlet may have. `shared` "once" counts
    outlets that have it from one shared copy as one telling, in `value` and in `n`; `outlets` and
    `only_here` stay.

    Does not show: the same told in other words.
    """
    said = quotes_of(event, quotes)
    joined = aligned_of(event, said, aligned)
    table = tabulate_particulars(event) if particulars is None else particulars
    order = heard_outlets(event, said)
    rows = _agreed_utterances(joined, event, order) + agreed_particulars(table, event, order)
    told = None
    if shared == "once":
        places = said[["quote_id", "start", "end"]]
        joined, told = counted_once(event, joined.merge(places, on="quote_id"), shared, sharing)
        table, _ = counted_once(event, table, shared, sharing)
        rows = count_tellings(rows, joined, table)
    rows.sort(key=lambda r: (-r["value"], r["kind"] != "utterance", r["item"]))
    extra = {"text": TEXT, "outlets": TEXT, "only_here": FLAG}
    return note_unread(measure_frame(rows, {"kind": TEXT, "item": TEXT}, extra, told), event)


def _agreed_utterances(
    joined: pd.DataFrame, event: Event, order: Sequence[str]
) -> list[dict[str, Any]]:
    """Each utterance with the outlets that report it: those of which that is more likely than not.

    `high` counts the less likely ones too.
    """
    rows = []
    for utterance_id, everyone in joined.groupby("utterance_id", sort=False):
        group = everyone[everyone["p_same"] >= LIKELY]
        have = [o for o in order if o in set(group["outlet"])]
        chance = group["p_same"] * group["p_quote"].fillna(1.0)
        sure = group.loc[chance >= SURE, "outlet"].nunique()
        possible = everyone["outlet"].nunique()
        alone = None if len(order) < 2 or possible > len(have) == 1 else len(have) == 1
        rows.append({
            "kind": "utterance", "item": utterance_id, "value": len(have), "low": sure,
            "high": possible, "n": len(order), "doubt": "reading",
            "enough": len(order) > 1,
            "evidence": joined_ids(group["quote_id"]), "text": _told(group.iloc[0], event),
            "outlets": joined_ids(have), "only_here": alone,
        })  # fmt: skip
    return rows


def _told(quote: pd.Series, event: Event) -> str:
    content = str(quote["content"])
    if quote["kind"] != "indirect":
        return content
    return told_words(content, quote["cue"], event.article(quote["article_id"]).language)


def agreed_particulars(
    table: pd.DataFrame, event: Event, order: Sequence[str] | None = None
) -> list[dict[str, Any]]:
    """Each particular with the outlets that give it; `order` lists the outlets that were read."""
    order = list(read_articles(event)) if order is None else order
    told = search_outlets(event)
    persons = table[table["kind"] == "person"]
    add_persons(told, zip(persons["outlet"], persons["printed"], strict=True))
    languages = {a.language for a in event.articles}
    rows = []
    for (kind, item), group in table.groupby(["kind", "particular"], sort=False):
        have = [o for o in order if o in set(group["outlet"])]
        rows.append({
            "kind": kind, "item": item, "value": len(have), "low": len(have), "high": len(have),
            "n": len(order), "doubt": "reading", "enough": len(order) > 1,
            "evidence": joined_ids(map(cite_place, group.to_dict("records"))), "text": item,
            "outlets": joined_ids(have),
            "only_here": is_lone(str(kind), str(item), have, told, languages)
            if _is_written_out(group)
            else False,
        })  # fmt: skip
    return rows


def _is_written_out(group: pd.DataFrame) -> bool:
    """Whether a day is somewhere printed as a date, and not only as "Tuesday"."""
    if not group["particular"].str.fullmatch(r"\d{1,2} [A-Z]\w+").all():
        return True
    return bool(group["printed"].str.contains(r"\d").any())
