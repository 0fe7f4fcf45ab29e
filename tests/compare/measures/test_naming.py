"""Claims about what things and people are called, and how they are described."""

from __future__ import annotations

import pandas as pd
import pytest
from ferry_event import EVENT, event_of, framing, mentions

from toolkit import tables
from toolkit.compare import measures
from toolkit.compare.measures.naming import effective_number
from toolkit.model import Article, Event

END = {"concept": "end"}
MARA = {"actor": "mara-quill", "side": "line"}
COLUMNS = ["outlet", "label", "value", "own", "quoted", "only_here"]


def test_labels_count_own_and_quoted_words_apart() -> None:
    frame = measures.labels(
        EVENT,
        mentions=mentions(
            {"outlet": "gazette", "label": "The shutdown", **END},
            {"outlet": "gazette", "label": "shutdown", "quote_id": "gazette-1-q001", **END},
            {"outlet": "herald", "label": "a pause", **END},
        ),
    )
    assert frame[COLUMNS].values.tolist() == [
        ["gazette", "shutdown", 2.0, 1, 1, True], ["herald", "pause", 1.0, 1, 0, True]
    ]  # fmt: skip


def test_labels_of_an_actor_are_counted_as_those_of_a_concept_are() -> None:
    frame = measures.labels(
        EVENT,
        mentions=mentions(
            {"outlet": "gazette", "label": "Mara Quill", **MARA},
            {"outlet": "gazette", "label": "the owner", **MARA},
            {"outlet": "gazette", "label": "Owner", **MARA},
            {"outlet": "gazette", "label": "shutdown", **END},
        ),
    )
    assert frame["concept"].fillna("").tolist() == ["end", "", ""]
    owner = frame.set_index("label").loc["owner"]
    assert owner[["actor", "side", "value", "n"]].tolist() == ["mara-quill", "line", 2.0, 3]
    assert owner["printed"] == "the owner"


def test_the_same_words_for_two_things_are_two_labels() -> None:
    rows = [{"outlet": "gazette", "label": "the line", "concept": "end"},
            {"outlet": "gazette", "label": "the line", **MARA}]  # fmt: skip
    assert measures.labels(EVENT, mentions=mentions(*rows))["value"].tolist() == [1.0, 1.0]


def test_diversity_is_the_number_of_equally_frequent_labels_that_would_vary_as_much() -> None:
    rows = [{"outlet": "gazette", "label": w, **END} for w in ("shutdown", "pause", "end", "stop")]
    frame = measures.labels(EVENT, mentions=mentions(*rows))
    assert frame["diversity"].tolist() == [4.0] * 4
    assert effective_number([5]) == 1.0
    assert 1.0 < effective_number([9, 1]) < 2.0


def test_the_interval_of_a_label_follows_from_how_sure_its_mentions_are() -> None:
    rows = [{"outlet": "gazette", "label": "pause", "p": p, **END} for p in (1.0, 0.5)]
    frame = measures.labels(EVENT, mentions=mentions(*rows))
    assert frame[["low", "value", "high"]].values.tolist() == [[1.0, 2.0, 2.0]]


@pytest.mark.parametrize(("language", "alone"), [("es", None), ("en-GB", False), ("en", False)])
def test_only_here_is_judged_among_outlets_of_one_language(language: str, alone: object) -> None:
    post = Article("post-1", "post", "", "", "", "The pause.", language, "")
    gazette = event_of({"gazette": "The pause."}).articles[0]
    event = Event("ferry", "The ferry", concepts=EVENT.concepts, articles=(gazette, post))
    rows = [{"outlet": o, "label": "pause", **END} for o in ("gazette", "post")]
    frame = measures.labels(event, mentions=mentions(*rows))
    assert [None if pd.isna(v) else v for v in frame["only_here"]] == [alone, alone]


def test_attributes_are_counted_by_side_with_the_actors_whom_they_describe() -> None:
    told = {"kind": "attribute", "side": "crew"}
    table = framing(
        {"outlet": "gazette", "term": "weary", "lemma": "weary", "actor": "otto-brand", **told},
        {"outlet": "gazette", "term": "Weary", "lemma": "weary", "actor": "deck-hands", **told},
        {"outlet": "gazette", "term": "stubborn", "quote_id": "gazette-1-q001", **told},
        {"outlet": "herald", "term": "weary", **told},
        actor=tables.TEXT,
    )
    frame = measures.attributes(EVENT, framing=table)
    assert frame[["outlet", "attribute", "value", "n", "own", "quoted"]].values.tolist() == [
        ["gazette", "weary", 2.0, 3, 2, 0], ["gazette", "stubborn", 1.0, 3, 0, 1],
        ["herald", "weary", 1.0, 1, 1, 0],
    ]  # fmt: skip
    assert frame["actor"].iloc[0] == "deck-hands;otto-brand"
    assert frame["only_here"].tolist() == [False, True, False]


def test_an_attribute_of_nobodys_is_one_of_no_side() -> None:
    table = framing({"outlet": "gazette", "kind": "attribute", "term": "weary"})
    assert measures.attributes(EVENT, framing=table)["side"].tolist() == ["none"]
