"""Claims about all measures: their columns, the tables handed in, and who has no row."""

from __future__ import annotations

import pandas as pd
import pytest
from ferry_event import EVENT, QUOTES, event_of, framing, mentions, quotes

from toolkit import tables
from toolkit.compare import measures
from toolkit.compare.alignment import align_quotes
from toolkit.errors import UsageError
from toolkit.model import Article, Event

OF_QUOTES = (
    "voice", "prominence", "utterances", "fullness", "strips", "agreement", "absences",
)  # fmt: skip


@pytest.mark.parametrize("name", measures.__all__)
def test_every_measure_has_the_columns_of_a_measure_with_their_types(name: str) -> None:
    for event in (EVENT, Event("ferry", "The ferry")):
        frame = getattr(measures, name)(event)
        types = {column: str(frame[column].dtype) for column in tables.MEASURE_COLUMNS}
        assert types == dict(tables.MEASURE_COLUMNS)
        assert set(frame["doubt"]) <= {"reading"}


@pytest.mark.parametrize("name", OF_QUOTES)
def test_words_quoted_within_a_quote_are_counted_once(name: str) -> None:
    row = {"outlet": "gazette", "content": "another winter,", "speaker": "Otto Brand"}
    inner = quotes(row | {"side": "crew"}).assign(quote_id="g9", inside="gazette-1-q001")
    both = pd.concat([QUOTES, inner.astype(QUOTES.dtypes)], ignore_index=True)
    measure = getattr(measures, name)
    pd.testing.assert_frame_equal(measure(EVENT, quotes=both), measure(EVENT, quotes=QUOTES))


@pytest.mark.parametrize("name", OF_QUOTES)
def test_a_table_made_by_hand_need_not_know_quotes_within_quotes(name: str) -> None:
    measure = getattr(measures, name)
    plain = measure(EVENT, quotes=QUOTES.drop(columns="inside"))
    pd.testing.assert_frame_equal(plain, measure(EVENT, quotes=QUOTES))


@pytest.mark.parametrize("name", OF_QUOTES)
def test_a_quotes_table_that_lost_its_types_in_a_file_is_counted_as_before(name: str) -> None:
    read = QUOTES.astype(object).where(QUOTES.notna(), "").map(str)
    measure = getattr(measures, name)
    pd.testing.assert_frame_equal(measure(EVENT, quotes=read), measure(EVENT, quotes=QUOTES))


@pytest.mark.parametrize("name", ["utterances", "fullness", "absences", "agreement"])
def test_an_alignment_that_lost_its_types_in_a_file_is_counted_as_before(name: str) -> None:
    aligned = align_quotes(QUOTES, EVENT.articles)
    read = aligned.astype(object).where(aligned.notna(), "").map(str)
    measure = getattr(measures, name)
    found = measure(EVENT, quotes=QUOTES, aligned=aligned)
    pd.testing.assert_frame_equal(measure(EVENT, quotes=QUOTES, aligned=read), found)


@pytest.mark.parametrize("name", OF_QUOTES)
def test_a_table_without_a_column_is_refused_by_name(name: str) -> None:
    with pytest.raises(UsageError, match="table 'quotes' has no column 'words'"):
        getattr(measures, name)(EVENT, quotes=QUOTES.drop(columns="words"))


@pytest.mark.parametrize("name", measures.__all__)
def test_an_outlet_that_only_failed_gets_no_row(name: str) -> None:
    frame = getattr(measures, name)(EVENT)
    assert "post" not in set(frame.get("outlet", ()))
    assert "not_read" not in frame.attrs


@pytest.mark.parametrize("name", [n for n in measures.__all__ if n != "agreement"])
def test_an_outlet_in_a_language_that_is_not_read_has_no_row_and_is_listed(name: str) -> None:
    text = "« Nous ne pouvons plus faire traverser le bac », a déclaré Mara Quill."
    french = Article("phare-1", "phare", "", "", "Le bac s'arrête", text, "fr", "")
    event = event_of({"gazette": "“It is over,” said Mara Quill."})
    event = Event("ferry", "The ferry", sides=event.sides, articles=(*event.articles, french))
    frame = getattr(measures, name)(event)
    assert "phare" not in set(frame["outlet"])
    assert frame.attrs["not_read"] == ["phare"]


def test_no_measure_of_framing_needs_the_column_actor() -> None:
    table = framing({"outlet": "gazette", "kind": "attribute", "term": "angry", "side": "crew"})
    assert measures.attributes(EVENT, framing=table)["actor"].isna().all()


def test_rows_of_no_actor_and_no_concept_are_no_labels() -> None:
    assert measures.labels(EVENT, mentions=mentions({"outlet": "gazette", "label": "x"})).empty
