"""Claims about tables: fixed columns and types, <NA> for what is missing, nothing changed."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from toolkit.errors import UsageError
from toolkit.model import Actor, Article, Candidate, Event, FramingTerm, Mention, Quote, Side, Span
from toolkit.overruled import find_quote_at
from toolkit.tables import (
    MEASURE_COLUMNS,
    SCHEMAS,
    articles_to_frame,
    check,
    framing_rows,
    measure_frame,
    mention_rows,
    quote_id,
    quote_rows,
    read_candidates,
    to_frame,
    typed,
)

TEXT = "“We stay,” said Nora Pike. The pause is long."
ARTICLE = Article("tide-1", "tide", "u", "u", "Quay", TEXT, "en", "0", authors=("A. B.", "C. D."))
EVENT = Event("e", "E", sides=(Side("crew", "The crew", (Actor("nora-pike", "Nora Pike"),)),))
QUOTE = Quote(
    "direct", (Span(1, 9),), source=Span(16, 25), cue=Span(11, 15), speaker="Nora Pike",
    p_quote=0.9, p_speaker=0.8,
    candidates=(Candidate("Nora Pike", 0.8), Candidate("Tom Hale", 0.1)),
    method="cue_then_source+name",
)  # fmt: skip


def frame_of(rows: list[dict[str, Any]], table: str) -> pd.DataFrame:
    return to_frame(rows, SCHEMAS[table])


# -- the schema ---------------------------------------------------------------------------------


@pytest.mark.parametrize("table", list(SCHEMAS))
def test_an_empty_table_keeps_its_columns_and_types(table: str) -> None:
    frame = frame_of([], table)
    assert list(frame.columns) == list(SCHEMAS[table])
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(SCHEMAS[table])
    assert len(frame) == 0


@pytest.mark.parametrize("table", list(SCHEMAS))
def test_a_row_that_says_nothing_is_all_missing(table: str) -> None:
    frame = frame_of([{}], table)
    assert frame.isna().to_numpy().all()
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(SCHEMAS[table])


CONTRACT = {
    "articles": "article_id outlet url title authors published language kind words text_sha256",
    "quotes": """quote_id article_id outlet kind content spans start end source source_start
        source_end cue cue_start cue_end speaker side words p_quote p_speaker candidates method""",
    "utterances": "utterance_id quote_id article_id outlet speaker side relation similarity p_same",
    "mentions": "article_id outlet actor side concept label start end quote_id p",
    "framing": "article_id outlet kind side concept term verb_class start end quote_id p",
    "particulars": "particular kind article_id outlet start end",
    "sharing": "article_a article_b shared_words share_a share_b kind",
    "differences": """utterance_id quote_id article_id outlet position op place words start end
        fullest_id fullest_article_id fullest_words fullest_start fullest_end""",
    "changes": """utterance_id quote_id article_id outlet kind words spans fullest_id fullest_words
        fullest_spans p_same""",
    "failures": "outlet url stage reason detail retryable",
}


@pytest.mark.parametrize("table", list(SCHEMAS))
def test_columns_are_those_of_the_contract_in_its_order_extra_ones_after(table: str) -> None:
    wanted = CONTRACT[table].split()
    assert list(SCHEMAS[table])[: len(wanted)] == wanted


def test_a_measure_has_its_keys_and_then_the_columns_of_all_measures() -> None:
    frame = measure_frame([], {"outlet": "string"})
    assert list(frame.columns) == ["outlet", *MEASURE_COLUMNS]


def test_a_key_that_no_column_has_is_left_out() -> None:
    assert "colour" not in frame_of([{"outlet": "tide", "colour": "blue"}], "failures").columns


def test_rows_may_come_from_a_generator_and_are_not_changed() -> None:
    rows = [{"outlet": "tide", "reason": "timeout"}, {"outlet": "ledger", "reason": "empty"}]
    frame = to_frame(iter(rows), SCHEMAS["failures"])
    frame["reason"] = "other"
    assert frame["outlet"].tolist() == ["tide", "ledger"]
    assert [row["reason"] for row in rows] == ["timeout", "empty"]


# -- from records to rows -----------------------------------------------------------------------


def test_a_quotes_row_points_at_the_words_that_it_shows() -> None:
    [row] = frame_of(quote_rows(ARTICLE, [QUOTE], EVENT), "quotes").to_dict("records")
    for words, start, end in [
        ("content", "start", "end"),
        ("source", "source_start", "source_end"),
        ("cue", "cue_start", "cue_end"),
    ]:
        assert TEXT[row[start] : row[end]] == row[words]
    assert (row["quote_id"], row["side"], row["words"]) == ("tide-1-q001", "crew", 2)
    assert row["candidates"] == "Nora Pike=0.800;Tom Hale=0.100"


def test_a_quote_within_a_quote_names_the_quote_that_holds_it() -> None:
    inner = Quote("direct", (Span(4, 8),), inside=Span(1, 9))
    frame = frame_of(quote_rows(ARTICLE, [QUOTE, inner], EVENT), "quotes")
    assert frame["inside"].tolist() == [pd.NA, "tide-1-q001"]


def test_a_quote_of_nobody_known_has_missing_values_and_no_empty_words() -> None:
    bare = Quote("direct", (Span(1, 9),))
    frame = frame_of(quote_rows(ARTICLE, [bare], EVENT), "quotes")
    missing = ["source", "source_start", "cue", "cue_end", "speaker", "side", "p_speaker"]
    assert frame[[*missing, "candidates"]].isna().to_numpy().all()


def test_quotes_are_numbered_from_one_in_text_order() -> None:
    rows = quote_rows(ARTICLE, [QUOTE, QUOTE], EVENT)
    assert [row["quote_id"] for row in rows] == ["tide-1-q001", "tide-1-q002"]
    assert quote_id("tide-1", 1234) == "tide-1-q1234"


def test_a_mention_in_quoted_words_names_the_quote_that_holds_it() -> None:
    mentions = [
        Mention(Span(1, 3), actor="nora-pike", side="crew"),
        Mention(Span(31, 36), concept="closure"),
    ]
    frame = frame_of(mention_rows(ARTICLE, mentions, [QUOTE]), "mentions")
    assert frame["label"].tolist() == ["We", "pause"]
    assert frame["quote_id"].fillna("own words").tolist() == ["tide-1-q001", "own words"]
    assert frame["concept"].isna().tolist() == [True, False]


def test_a_framing_term_outside_quotes_is_the_outlets_own() -> None:
    terms = [FramingTerm("label", Span(31, 36), "pause", concept="closure")]
    frame = frame_of(framing_rows(ARTICLE, terms, [QUOTE]), "framing")
    assert frame["quote_id"].isna().all() and frame["verb_class"].isna().all()


def test_articles_show_their_authors_and_words_and_no_text() -> None:
    frame = articles_to_frame([ARTICLE])
    assert frame.loc[0, "authors"] == "A. B.; C. D."
    assert frame.loc[0, "words"] == 9
    assert "text" not in frame.columns
    assert frame["published"].isna().all() and frame["flags"].isna().all()


names = st.text(st.characters(exclude_characters=";\n", exclude_categories=["Cs"]), min_size=1)
pairs = st.lists(st.tuples(names, st.integers(0, 1000).map(lambda n: n / 1000)), max_size=3)


@given(pairs)
def test_candidates_come_back_as_they_were_written(candidates: list[tuple[str, float]]) -> None:
    quote = Quote("direct", (Span(1, 9),), candidates=tuple(Candidate(*c) for c in candidates))
    [row] = quote_rows(ARTICLE, [quote], EVENT)
    assert read_candidates(row["candidates"]) == candidates


@pytest.mark.parametrize("missing", [None, pd.NA, float("nan"), ""])
def test_missing_candidates_are_none(missing: object) -> None:
    assert read_candidates(missing) == []


# -- check --------------------------------------------------------------------------------------


def test_a_table_with_its_columns_and_more_passes_and_is_not_changed() -> None:
    frame = frame_of(quote_rows(ARTICLE, [QUOTE], EVENT), "quotes").assign(note="mine")
    before = frame.copy(deep=True)
    check(frame, "quotes")
    assert_frame_equal(frame, before)


def test_a_misspelt_column_is_named_with_the_one_that_is_there() -> None:
    frame = frame_of([], "quotes").rename(columns={"speaker": "speakr"})
    message = r"table 'quotes' has no column 'speaker' \(did you mean 'speakr'\?\)"
    with pytest.raises(UsageError, match=message):
        check(frame, "quotes")


def test_only_the_columns_asked_for_are_needed() -> None:
    frame = frame_of([], "quotes")[["quote_id", "content"]]
    check(frame, "quotes", columns=["quote_id", "content"])
    with pytest.raises(UsageError, match="no column 'outlet'"):
        check(frame, "quotes", columns=["outlet"])


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([Span(1, 9)], "tide-1-q001"),
        ([Span(1, 5), Span(5, 9)], "tide-1-q001"),
        ([Span(0, 12)], "tide-1-q001"),
        ([Span(0, 20)], None),
        ([Span(0, 10**20)], None),
    ],
)
def test_a_quote_is_found_at_a_place_that_is_mostly_its_own(
    spans: list[Span], found: str | None
) -> None:
    assert find_quote_at(quote_rows(ARTICLE, [QUOTE], EVENT), "tide-1", spans) == found


def test_a_table_that_went_through_a_file_as_text_has_its_types_again() -> None:
    frame = frame_of(quote_rows(ARTICLE, [QUOTE], EVENT), "quotes")
    text = frame.astype(object).where(frame.notna(), "").map(str)
    kept = text.copy()
    assert_frame_equal(typed(text, "quotes", columns=["quote_id"]), frame)
    assert_frame_equal(text, kept)


def test_a_number_that_is_none_is_named() -> None:
    frame = frame_of(quote_rows(ARTICLE, [QUOTE], EVENT), "quotes").assign(p_quote="high")
    with pytest.raises(UsageError, match="'p_quote' holds something that is not a number"):
        typed(frame, "quotes", columns=["quote_id"])
