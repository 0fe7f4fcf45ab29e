"""What all tell, measured: utterances and particulars by the outlets that have them."""

from __future__ import annotations

import pandas as pd

from toolkit.compare.measures.tables_given import (
    Counting,
    aligned_of,
    counted_once,
    measure_frame,
    quotes_of,
)
from toolkit.compare.particulars import tabulate_particulars
from toolkit.compare.sharing.once import count_tellings
from toolkit.compare.tallies import (
    agreed_particulars,
    agreed_utterances,
)
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
    found, of `n` with an article; `text` its words, `outlets` their ids. `low` counts only outlets
    where the program is sure. `only_here` is set where one outlet alone has it and its telling
    part (a surname, a figure) stands nowhere in the others' texts; for bodies and places it is left
    open in an event of several languages. `shared` "once" counts outlets that have it from one
    shared copy as one telling, in `value` and in `n`; `outlets` and `only_here` stay.

    Does not show: the same told in other words.
    """
    joined = aligned_of(event, quotes_of(event, quotes), aligned)
    table = tabulate_particulars(event) if particulars is None else particulars
    rows = agreed_utterances(joined, event) + agreed_particulars(table, event)
    told = None
    if shared == "once":
        places = quotes_of(event, quotes)[["quote_id", "start", "end"]]
        joined, told = counted_once(event, joined.merge(places, on="quote_id"), shared, sharing)
        table, _ = counted_once(event, table, shared, sharing)
        rows = count_tellings(rows, joined, table)
    rows.sort(key=lambda r: (-r["value"], r["kind"] != "utterance", r["item"]))
    extra = {"text": TEXT, "outlets": TEXT, "only_here": FLAG}
    return measure_frame(rows, {"kind": TEXT, "item": TEXT}, extra, told)
