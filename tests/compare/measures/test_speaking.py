"""Claims about voice: each side's share of an outlet's quoted words."""

from __future__ import annotations

import pandas as pd
from ferry_event import EVENT, QUOTES
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.compare import measures


def test_a_sides_voice_is_its_share_of_the_quoted_words() -> None:
    voice = measures.voice(EVENT, quotes=QUOTES).set_index(["outlet", "side"])
    assert voice.loc[("gazette", "line"), "value"] == 8 / 9
    assert voice.loc[("gazette", "crew"), "evidence"] == "gazette-1-q002"
    assert voice.loc[("herald", "line"), "value"] == 1.0
    assert not voice["enough"].any()


def test_direct_voice_leaves_out_what_is_only_reported() -> None:
    voice = measures.voice(EVENT, quotes=QUOTES, kind="direct").set_index(["outlet", "side"])
    assert voice.loc[("herald", "line"), "words"] == 5


def test_a_doubtful_speaker_widens_the_interval() -> None:
    doubtful = QUOTES.assign(
        p_speaker=pd.array([0.6, 1.0, 1.0, 1.0], dtype="Float64"),
        candidates=pd.array(["Mara Quill=0.6;Otto Brand=0.4", None, None, None], dtype="string"),
    )
    before = measures.voice(EVENT, quotes=QUOTES).set_index(["outlet", "side"])
    voice = measures.voice(EVENT, quotes=doubtful).set_index(["outlet", "side"])
    assert voice.loc[("gazette", "line"), "low"] < before.loc[("gazette", "line"), "low"]
    assert voice.loc[("herald", "line"), "low"] == before.loc[("herald", "line"), "low"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["line", "crew", None]), min_size=4, max_size=4))
def test_the_shares_of_an_outlet_sum_to_one(sides: list[str | None]) -> None:
    table = QUOTES.assign(side=pd.array(sides, dtype="string"))
    sums = measures.voice(EVENT, quotes=table).groupby("outlet")["value"].sum()
    assert sums.round(9).eq(1.0).all()
