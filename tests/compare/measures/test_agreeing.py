"""Claims about what all tell."""

from __future__ import annotations

import pandas as pd
from ferry_event import EVENT, QUOTES

from toolkit.compare import measures
from toolkit.compare.alignment import align_quotes


def test_what_one_outlet_alone_has_is_said_of_particulars_that_stand_nowhere_else() -> None:
    frame = measures.agreement(EVENT, quotes=QUOTES).set_index("item")
    assert frame.loc["64 people", "only_here"]
    assert frame.loc["Mara Quill", "only_here"] == False  # noqa: E712  herald has "Quill"
    assert frame.loc["u01", "outlets"] == "gazette;herald"


def test_only_an_outlet_whose_quote_is_surely_one_counts_for_the_lower_end() -> None:
    doubtful = QUOTES.assign(p_quote=pd.array([1.0, 1.0, 0.7, 1.0], dtype="Float64"))
    frame = measures.agreement(EVENT, quotes=doubtful).set_index("item")
    assert frame.loc["u01", ["low", "value", "high"]].tolist() == [1.0, 2.0, 2.0]


def test_an_utterance_that_another_outlet_may_have_is_not_called_one_outlets_alone() -> None:
    aligned = align_quotes(QUOTES, EVENT.articles)
    loose = aligned.assign(p_same=aligned["p_same"].where(aligned["outlet"] == "gazette", 0.3))
    frame = measures.agreement(EVENT, quotes=QUOTES, aligned=loose).set_index("item")
    assert frame.loc["u01", ["value", "high"]].tolist() == [1.0, 2.0]
    assert pd.isna(frame.loc["u01", "only_here"])
