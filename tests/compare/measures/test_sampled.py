"""Claims about sampling doubt in the measures: the unit is the article."""

from __future__ import annotations

import pandas as pd
import pytest
from ferry_event import CREW, LINE, SIDES, made_event

from toolkit import tables
from toolkit.compare import measures
from toolkit.errors import UsageError
from toolkit.model import Event


def voice(event: Event, quotes: pd.DataFrame) -> pd.DataFrame:
    frame = measures.voice(event, quotes=quotes, doubt="sampling")
    return frame.set_index(["outlet", "side"])


def test_of_one_article_nothing_is_said_of_the_others() -> None:
    row = voice(*made_event({"tide": [LINE]})).loc[("tide", "line")]
    assert row[["low", "high", "p"]].isna().all()
    assert not row["enough"]
    assert row[["value", "doubt", "articles"]].tolist() == [1.0, "sampling", 1]


def test_two_articles_have_an_interval_and_a_dot_each() -> None:
    row = voice(*made_event({"tide": [LINE, CREW]})).loc[("tide", "line")]
    assert row["low"] < row["value"] < row["high"]
    assert row["enough"] and pd.isna(row["p"])
    assert row["dots"] == "tide-0=1.000;tide-1=0.000"


@pytest.mark.parametrize(("count", "told"), [(3, False), (4, True)])
def test_outlets_are_compared_from_four_articles_on(count: int, told: bool) -> None:
    frame = voice(*made_event({"tide": [LINE] * count, "post": [CREW] * count}))
    assert frame["p"].notna().tolist() == [told and s != "none" for _, s in frame.index]
    if told:
        # Two of the seventy ways to deal eight articles to two outlets.
        assert frame.loc[("tide", "line"), "p"] == pytest.approx(2 / 70)


def test_outlets_that_do_not_differ_are_not_told_apart() -> None:
    frame = voice(*made_event({o: [LINE, CREW] * 2 for o in ("tide", "post")}))
    assert (frame["p"].dropna() == 1.0).all()


def test_a_label_is_a_share_of_its_mentions_and_is_compared_within_a_language() -> None:
    rows = [
        {"outlet": o, "article_id": f"{o}-{n}", "label": label, "concept": "end", "p": 1.0,
         "start": 0, "end": 4}
        for o, label in (("tide", "pause"), ("post", "shutdown"))
        for n in range(4)
    ]  # fmt: skip
    mentions = tables.to_frame(rows, tables.SCHEMAS["mentions"])
    for languages, told in (({}, True), ({"post": "es"}, False)):
        event, _ = made_event({o: [LINE] * 4 for o in ("tide", "post")}, languages)
        frame = measures.labels(event, mentions=mentions, doubt="sampling")
        assert frame["value"].tolist() == [1.0, 1.0]
        assert frame["p"].notna().all() == told


def test_verbs_are_shares_of_a_sides_verbs() -> None:
    event, _ = made_event({"tide": [LINE, LINE]})
    rows = [
        {"outlet": "tide", "article_id": f"tide-{n}", "kind": "verb", "side": "line", "term": "x",
         "lemma": "x", "verb_class": name, "start": 0, "end": 1, "p": 1.0}
        for n, name in ((0, "neutral"), (0, "doubt"), (1, "neutral"))
    ]  # fmt: skip
    framing = tables.to_frame(rows, tables.SCHEMAS["framing"])
    frame = measures.verbs(event, framing=framing, doubt="sampling").set_index("verb_class")
    assert frame.loc["neutral", "value"] == pytest.approx(2 / 3)
    assert frame.loc["doubt", "dots"] == "tide-0=0.500;tide-1=0.000"


@pytest.mark.parametrize("name", ["voice", "labels", "verbs"])
def test_there_are_two_doubts_and_no_third(name: str) -> None:
    with pytest.raises(UsageError, match="doubt 'sampled' is not 'reading' or 'sampling'"):
        getattr(measures, name)(Event("ferry", "The ferry", sides=SIDES), doubt="sampled")
