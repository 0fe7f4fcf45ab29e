"""Claims about where in an article a quote or a side stands."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from ferry_event import EVENT, MARA, OTTO, QUOTES, event_of, mentions, quotes

from toolkit.compare import measures
from toolkit.compare.measures.standing import find_lead
from toolkit.model import Article, Event

TOP = "The ferry stops in May."
TEXTS = {
    "gazette": "By Lena Roth, harbour desk\n\nOtto Brand will lose his ship in May.\n\n“The ice "
    "decides,” said Mara Quill. Nobody had asked the crew.\n\n“We read it in the paper,” said "
    "Otto Brand.",
    "herald": f"{TOP}\n\n“We read it in the paper,” said Otto Brand.",
}
TOLD = event_of(TEXTS)
TABLE = quotes(
    {"outlet": "gazette", "content": "The ice decides,", **MARA},
    {"outlet": "gazette", "content": "We read it in the paper,", **OTTO},
    {"outlet": "herald", "content": "We read it in the paper,", **OTTO},
    texts=TEXTS,
)


def prominence(event: Event = TOLD, **given: pd.DataFrame) -> pd.DataFrame:
    frame = measures.prominence(event, **{"quotes": TABLE, **given})
    return frame.set_index(["outlet", "side", "place"])


def titled(title: str) -> Event:
    first, *others = TOLD.articles
    return replace(TOLD, articles=(replace(first, title=title), *others))


def test_a_strip_places_a_quote_among_the_words_and_sees_the_headline() -> None:
    strips = measures.strips(EVENT, quotes=QUOTES)
    first = strips.iloc[0]
    assert (first["first"], first["last"], first["n"]) == (0, 8, 24)
    assert strips["in_headline"].tolist() == [True, False, False, True]


def test_who_speaks_first_and_last_is_a_share_of_the_articles() -> None:
    frame = prominence()
    assert frame.loc[("gazette", "line", "first"), "value"] == 1.0
    assert frame.loc[("gazette", "crew", "last"), "value"] == 1.0
    assert frame.loc[("gazette", "crew", "last"), "evidence"] == "gazette-1-q002"
    assert frame.loc[("herald", "crew", "first"), "value"] == 1.0


def test_a_doubtful_first_quote_may_leave_the_first_word_to_the_second() -> None:
    doubtful = TABLE.assign(p_quote=pd.array([0.5, 1.0, 1.0], dtype="Float64"))
    frame = prominence(quotes=doubtful)
    assert frame.loc[("gazette", "line", "first"), ["low", "high"]].tolist() == [0.0, 1.0]
    assert frame.loc[("gazette", "crew", "first"), ["low", "high"]].tolist() == [0.0, 1.0]
    assert frame.loc[("gazette", "crew", "last"), ["low", "high"]].tolist() == [1.0, 1.0]


def test_a_side_that_is_named_in_the_first_paragraph_is_in_the_lead() -> None:
    frame = prominence()
    assert frame.loc[("gazette", "crew", "lead"), "value"] == 1.0
    assert frame.loc[("gazette", "line", "lead"), "value"] == 0.0
    assert frame.loc[("herald", "crew", "lead"), "value"] == 0.0


def test_a_side_that_is_named_in_the_headline_is_found_there() -> None:
    event = titled("“We read it in the paper”: Mara Quill ends the ferry")
    frame = prominence(event)
    place = frame.loc[("gazette", "line", "headline"), "evidence"]
    assert place == "gazette-1:headline:27-37"
    assert event.articles[0].title[27:37] == "Mara Quill"
    # The crew is not named there, but quoted.
    assert frame.loc[("gazette", "crew", "headline"), "evidence"] == "gazette-1:headline:1-24"


def test_one_word_in_marks_in_a_headline_tells_of_no_speaker() -> None:
    frame = prominence(titled("‘Paper’ tiger"))
    assert frame.loc[("gazette", "crew", "headline"), "value"] == 0.0


def test_an_article_without_a_headline_counts_as_one_that_names_nobody() -> None:
    assert prominence(titled(" ")).loc[("gazette", "crew", "headline"), "value"] == 0.0


def test_depth_is_the_mean_place_of_a_sides_words() -> None:
    frame = prominence()
    # Words 5 to 11 of 14 of the herald's: "We read it in the paper,".
    assert frame.loc[("herald", "crew", "depth"), "value"] == pytest.approx((5 + 11) / 2 / 14)
    assert pd.isna(frame.loc[("herald", "line", "depth"), "value"])
    assert frame.loc[("gazette", "line", "depth"), "value"] < 0.6


def test_words_of_no_side_are_not_looked_for_where_sides_are_named() -> None:
    places = prominence().reset_index().groupby("side")["place"]
    assert set(places.get_group("none")) == {"first", "last", "depth"}
    assert set(places.get_group("line")) == {"headline", "lead", "first", "last", "depth"}


def test_the_chance_of_a_mention_is_the_interval_of_the_lead() -> None:
    start = TEXTS["gazette"].index("Otto Brand")
    row = {"outlet": "gazette", "actor": "otto-brand", "side": "crew", "label": "Otto Brand"}
    for p, low in ((0.99, 1.0), (0.6, 0.0)):
        table = mentions(row | {"start": start, "end": start + 10, "p": p})
        frame = prominence(mentions=table)
        assert frame.loc[("gazette", "crew", "lead"), ["value", "low"]].tolist() == [1.0, low]


@pytest.mark.parametrize(
    "before",
    [
        "By Lena Roth", "PORT ALDER, 3 May 2025", "LONDON (Reuters) -", "The ferry\nand its end",
        "Updated 4 May, 9.15 a.m.\n\nFrom our harbour desk",
    ],
)  # fmt: skip
def test_a_byline_a_dateline_and_a_line_of_its_own_are_no_lead(before: str) -> None:
    text = f"{before}\n\n{TOP}\n\nNobody had asked the crew."
    assert find_lead(Article("a", "x", "", "", "", text, "en", "")).of(text) == TOP


def test_an_article_of_nothing_but_a_byline_has_it_as_its_lead() -> None:
    text = "By Lena Roth"
    assert find_lead(Article("a", "x", "", "", "", text, "en", "")).of(text) == text
