"""Claims about the tables of an event: one row a thing, speakers under their actors' names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from toolkit.errors import CorrectionWarning
from toolkit.extract.tabulation import (
    quotes_of,
    tabulate_articles,
    tabulate_framing,
    tabulate_mentions,
    tabulate_quotes,
)
from toolkit.model import (
    Actor,
    Article,
    Concept,
    Correction,
    Event,
    Side,
    Span,
    fingerprint,
    read_spans,
)
from toolkit.tables import SCHEMAS

TEXTS = {
    ("tide-1", "en"): (
        "Director Nora Pike met the crew. “The closure stands,” she said.\n\n"
        "“We will row on,” said Tom Hale, of the union. The pause is the third."
    ),
    (
        "faro-1",
        "es",
    ): "«El cierre sigue», dijo la directora Nora Pike. «No hay otra salida», añadió.",
    ("tide-2", "en"): "The boat left at nine. Nobody minded.",
}
SIDES = (
    Side("owners", "The owners", (Actor("nora-pike", "Nora Pike", titles=("director",)),)),
    Side("crew", "The crew", (Actor("union", "Rowers’ Union", "body", aliases=("the union",)),)),
)
CONCEPTS = (Concept("closure", "What happened", ("closure", "pause", "cierre")),)
TABULATE: dict[str, Callable[[Event], pd.DataFrame]] = {
    "articles": tabulate_articles,
    "quotes": tabulate_quotes,
    "mentions": tabulate_mentions,
    "framing": tabulate_framing,
}
every_table = pytest.mark.parametrize("table", list(TABULATE))


def event(*ids: str) -> Event:
    articles = tuple(
        Article(key, key.split("-")[0], "", "", key, text, language, "0")
        for (key, language), text in TEXTS.items()
        if not ids or key in ids
    )
    return Event("ferry", "The ferry", sides=SIDES, concepts=CONCEPTS, articles=articles)


# -- every table --------------------------------------------------------------------------------


@every_table
def test_an_event_without_articles_has_the_table_all_the_same(table: str) -> None:
    frame = TABULATE[table](Event("e", "E"))
    assert list(frame.columns) == list(SCHEMAS[table]) and frame.empty
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(SCHEMAS[table])


@every_table
def test_columns_and_types_are_those_of_the_schema(table: str) -> None:
    frame = TABULATE[table](event())
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(SCHEMAS[table])
    assert len(frame) and list(frame.index) == list(range(len(frame)))


@every_table
def test_what_is_missing_is_never_an_empty_word(table: str) -> None:
    frame = TABULATE[table](event())
    names = [n for n, kind in SCHEMAS[table].items() if kind == "string" and n != "url"]
    assert not any((frame[name] == "").fillna(False).any() for name in names)


@every_table
def test_a_table_that_somebody_changed_is_whole_again_next_time(table: str) -> None:
    first = TABULATE[table](event())
    kept = first.copy()
    first.loc[:, "article_id"] = "spoilt"
    first["words"] = 0
    assert_frame_equal(TABULATE[table](event()), kept)


@every_table
def test_one_article_has_the_rows_that_it_has_among_others(table: str) -> None:
    of_all = TABULATE[table](event())
    alone = TABULATE[table](event("tide-1"))
    among = of_all[of_all["article_id"] == "tide-1"].reset_index(drop=True)
    assert_frame_equal(among, alone)


@pytest.mark.parametrize("table", ["quotes", "mentions", "framing"])
def test_the_words_of_a_row_are_those_at_its_place(table: str) -> None:
    words = {"quotes": "source", "mentions": "label", "framing": "term"}[table]
    places = ("source_start", "source_end") if table == "quotes" else ("start", "end")
    for row in TABULATE[table](event()).dropna(subset=[words]).to_dict("records"):
        text = event().article(row["article_id"]).text
        found = text[row[places[0]] : row[places[1]]]
        assert row.get("kind") == "verb" or found.casefold() == row[words].casefold()


# -- quotes -------------------------------------------------------------------------------------


def test_quotes_of_an_event_go_to_actors_and_sides() -> None:
    frame = tabulate_quotes(event())
    rows = frame[["quote_id", "speaker", "side"]].fillna("-").to_numpy().tolist()
    assert rows == [
        ["tide-1-q001", "Nora Pike", "owners"],
        ["tide-1-q002", "Tom Hale", "-"],
        ["faro-1-q001", "Nora Pike", "owners"],
        ["faro-1-q002", "Nora Pike", "owners"],
    ]


def test_a_body_is_never_he_or_she() -> None:
    text = "Carrow Larch sailed in. “We rowed all night,” she said."
    ship = Side("fleet", "The fleet", (Actor("larch", "Carrow Larch", "body"),))
    article = Article("log-1", "log", "", "", "", text, "en", fingerprint(text))
    [quote] = quotes_of(article, Event("fleet", "The fleet", sides=(ship,)))
    assert quote.speaker is None and quote.p_speaker is None


def test_an_article_without_quotes_adds_no_row() -> None:
    assert tabulate_quotes(event("tide-2")).empty


def test_a_speaker_behind_a_body_is_that_body() -> None:
    text = "“We will row on,” a spokesman for the union said."
    article = Article("tide-3", "tide", "", "", "", text, "en", "0")
    [quote] = quotes_of(article, event())
    assert quote.speaker == "Rowers’ Union"
    assert quote.p_speaker is not None and 0.0 < quote.p_speaker < 1.0


def test_the_rule_that_matched_an_actor_is_named_last() -> None:
    methods = tabulate_quotes(event())["method"].tolist()
    assert methods[0].endswith("+name") and methods[0].count("+") == 2


def test_candidates_are_at_most_three_and_the_speaker_is_first() -> None:
    for row in tabulate_quotes(event()).dropna(subset=["candidates"]).to_dict("records"):
        names = [pair.rpartition("=")[0] for pair in row["candidates"].split(";")]
        assert len(names) <= 3 and names[0] == row["speaker"]


# -- mentions and framing -------------------------------------------------------------------------


def test_own_words_and_quoted_words_are_told_apart() -> None:
    frame = tabulate_mentions(event("tide-1"))
    concept = frame[frame["concept"] == "closure"]
    assert dict(zip(concept["label"], concept["quote_id"].fillna("own"), strict=True)) == {
        "closure": "tide-1-q001",
        "pause": "own",
    }


def test_labels_of_both_languages_stand_in_one_table() -> None:
    frame = tabulate_framing(event())
    labels = frame[(frame["kind"] == "label") & frame["concept"].notna()]
    assert labels["term"].tolist() == ["closure", "pause", "cierre"]


def test_articles_keep_the_order_of_the_event() -> None:
    assert tabulate_articles(event())["article_id"].tolist() == ["tide-1", "faro-1", "tide-2"]


def test_an_article_in_a_language_without_a_file_is_kept_and_marked_unread() -> None:
    text = "”Emme tee suolaa”, sanoi johtaja.\n\nHe sulkivat portin."
    article = Article("k-1", "kaiku", "", "", "Portti", text, "fi", fingerprint(text))
    event = Event("gate", "The gate", articles=(article,))
    assert tabulate_quotes(event).empty
    assert tabulate_mentions(event).empty
    assert list(tabulate_articles(event)["flags"]) == ["language_not_read"]


# -- what a person said -------------------------------------------------------------------------


def corrected(*said: tuple[str, int, str, str]) -> Event:
    """The event with answers: article, number of the quote (from 0), field, what holds."""
    made = event()
    rows = tabulate_quotes(made)
    corrections = []
    for article_id, number, field, new in said:
        spans = rows[rows["article_id"] == article_id]["spans"].iloc[number]
        corrections.append(Correction(article_id, read_spans(spans), field, new))  # type: ignore[arg-type]
    return replace(made, corrections=tuple(corrections))


def test_a_speaker_whom_a_person_names_is_sure_and_of_that_side() -> None:
    frame = tabulate_quotes(corrected(("tide-1", 1, "speaker", "nora-pike"))).set_index("quote_id")
    row = frame.loc["tide-1-q002"]
    assert (row["speaker"], row["side"], row["candidates"]) == (
        "Nora Pike", "owners", "Nora Pike=1.000",
    )  # fmt: skip
    assert (row["p_quote"], row["p_speaker"]) == (1.0, 1.0)
    assert row["method"].endswith("+corrected")


def test_a_speaker_whom_nobody_can_tell_is_missing_for_certain() -> None:
    row = tabulate_quotes(corrected(("tide-1", 0, "speaker", ""))).iloc[0]
    assert row[["speaker", "side", "p_speaker", "candidates"]].isna().all()


def test_what_is_no_quote_leaves_and_the_others_keep_their_ids() -> None:
    before = tabulate_quotes(event())["quote_id"].tolist()
    said = corrected(("tide-1", 0, "quote", "no"))
    assert tabulate_quotes(said)["quote_id"].tolist() == before[1:]
    assert "tide-1-q001" in set(tabulate_mentions(event())["quote_id"])
    assert "tide-1-q001" not in set(tabulate_mentions(said)["quote_id"])


def test_the_later_of_two_answers_holds() -> None:
    twice = corrected(("tide-1", 0, "quote", "no"), ("tide-1", 0, "quote", "yes"))
    assert tabulate_quotes(twice)["p_quote"].iloc[0] == 1.0


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (Correction("tide-1", (Span(0, 2),), "speaker", "Tom Hale"), "no quote is found at"),
        (Correction("tide-1", (Span(33, 51),), "quote", "perhaps"), "neither yes nor no"),
    ],
)
def test_what_a_person_said_of_no_quote_warns_and_changes_nothing(
    correction: Correction, told: str
) -> None:
    with pytest.warns(CorrectionWarning, match=told):
        frame = tabulate_quotes(replace(event(), corrections=(correction,)))
    assert_frame_equal(frame, tabulate_quotes(event()))
