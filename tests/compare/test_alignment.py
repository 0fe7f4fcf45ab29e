"""Claims about alignment: toy articles of invented outlets, the answers visible by eye."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit import tables
from toolkit.compare.alignment import align_quotes
from toolkit.errors import SidelightWarning, UsageError
from toolkit.model import Article, Event

WHOLE = (
    "We have kept the ferry running through three hard winters, and we cannot do it for a fourth."
)
TEXTS = {
    "gazette-1": f"The ferry stops in May. “{WHOLE}” said Mara Quill. The quay was quiet.",
    "herald-1": "The boat will go. “We cannot do it for a fourth,” Quill said. Nobody cheered.",
    "post-1": "The line is to close. Quill said that three hard winters had been enough.",
    "gaceta-1": "El transbordador se detiene. «No podemos hacerlo un cuarto invierno», dijo Quill.",
}
LANGUAGES = {"gaceta-1": "es"}


def article(article_id: str, text: str, outlet: str | None = None) -> Article:
    return Article(
        article_id, outlet or article_id.split("-")[0], "", "", "", text,
        LANGUAGES.get(article_id, "en"), "",
    )  # fmt: skip


ARTICLES = tuple(article(i, text) for i, text in TEXTS.items())


def quotes(*rows: tuple[str, str, str, str | None]) -> pd.DataFrame:
    """Rows of (article_id, kind, content, speaker), as a person would make them by hand."""
    return tables.to_frame(
        [
            {
                "quote_id": f"{a}-q{n:03d}", "article_id": a, "outlet": a.split("-")[0],
                "kind": kind, "content": content, "speaker": speaker,
                "words": len(content.split()),
            }
            for n, (a, kind, content, speaker) in enumerate(rows, 1)
        ],
        tables.SCHEMAS["quotes"],
    )  # fmt: skip


def groups(aligned: pd.DataFrame) -> set[frozenset[str]]:
    return {frozenset(g) for _, g in aligned.groupby("utterance_id")["quote_id"]}


def test_a_whole_and_a_cut_version_are_one_utterance() -> None:
    aligned = align_quotes(
        quotes(
            ("gazette-1", "direct", WHOLE, "Mara Quill"),
            ("herald-1", "direct", "We cannot do it for a fourth,", "Quill"),
        ),
        ARTICLES,
    )
    assert list(aligned["relation"]) == ["verbatim", "cut"]
    assert aligned["utterance_id"].nunique() == 1


def test_the_head_and_the_tail_of_a_statement_meet_in_its_fullest_version() -> None:
    aligned = align_quotes(
        quotes(
            ("gazette-1", "direct", WHOLE, "Mara Quill"),
            ("herald-1", "direct", "We cannot do it for a fourth,", "Mara Quill"),
            ("post-1", "direct", "We have kept the ferry running through", "Mara Quill"),
        ),
        ARTICLES,
    )
    assert aligned["utterance_id"].nunique() == 1


def test_the_same_words_of_two_named_persons_are_two_utterances() -> None:
    words = "The harbour belongs to everybody who lives beside it."
    same = [
        ("gazette-1", "direct", words, "Mara Quill"),
        ("herald-1", "direct", words, "Otto Brand"),
    ]
    assert align_quotes(quotes(*same), ARTICLES)["utterance_id"].nunique() == 2


def test_the_same_words_of_two_speakers_who_may_be_misread_are_one_utterance() -> None:
    words = "The harbour belongs to everybody who lives beside it."
    table = quotes(
        ("gazette-1", "direct", words, "Mara Quill"), ("herald-1", "direct", words, "Otto Brand")
    ).assign(p_speaker=pd.array([0.9, 0.9], dtype="Float64"))
    assert align_quotes(table, ARTICLES)["utterance_id"].nunique() == 1


def test_a_body_and_a_person_may_stand_for_the_same_speaker() -> None:
    words = "The harbour belongs to everybody who lives beside it."
    same = [
        ("gazette-1", "direct", words, "Mara Quill"),
        ("herald-1", "direct", words, "the harbour office"),
    ]
    assert align_quotes(quotes(*same), ARTICLES)["utterance_id"].nunique() == 1


def test_a_retold_quote_joins_one_group_and_never_two() -> None:
    aligned = align_quotes(
        quotes(
            ("gazette-1", "direct", "The ferry lost money in three hard winters.", "Mara Quill"),
            ("herald-1", "direct", "The island will be cut off without a boat.", "Mara Quill"),
            (
                "post-1",
                "indirect",
                "that three hard winters lost money and the island will be cut off",
                "Mara Quill",
            ),
        ),
        ARTICLES,
    )
    sizes = sorted(len(g) for g in groups(aligned))
    assert sizes == [1, 2]


def test_two_quotes_of_one_article_are_not_linked() -> None:
    aligned = align_quotes(
        quotes(
            ("gazette-1", "direct", WHOLE, "Mara Quill"),
            ("gazette-1", "direct", WHOLE, "Mara Quill"),
        ),
        ARTICLES,
    )
    assert aligned["utterance_id"].nunique() == 2


def test_a_quote_that_nobody_else_reports_is_an_utterance() -> None:
    aligned = align_quotes(quotes(("gazette-1", "direct", WHOLE, None)), ARTICLES)
    assert aligned["relation"].tolist() == ["verbatim"]
    assert aligned["p_same"].tolist() == [1.0]


def test_no_quotes_give_an_empty_table_with_its_columns() -> None:
    aligned = align_quotes(quotes(), ARTICLES)
    assert list(aligned.columns)[:9] == list(tables.SCHEMAS["utterances"])
    assert aligned.empty


def test_a_translation_joins_and_asks_for_a_person() -> None:
    aligned = align_quotes(
        quotes(
            ("gazette-1", "direct", "We cannot do it for a fourth winter.", "Mara Quill"),
            ("gaceta-1", "direct", "No podemos hacerlo un cuarto invierno.", "Mara Quill"),
        ),
        ARTICLES,
    )
    assert aligned["utterance_id"].nunique() == 1
    assert aligned.set_index("article_id").loc["gaceta-1", "relation"] == "translation"
    assert aligned["grade"].iloc[1] == "across languages, please check"


def test_a_quote_of_an_unknown_article_is_an_error_that_names_it() -> None:
    with pytest.raises(UsageError, match="no article 'elsewhere-9' among the 4 given"):
        align_quotes(quotes(("elsewhere-9", "direct", WHOLE, None)), ARTICLES)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(UsageError, match="table 'quotes' has no column 'kind'"):
        align_quotes(quotes().drop(columns="kind"), ARTICLES)


def test_the_frame_passed_in_is_not_changed() -> None:
    table = quotes(("gazette-1", "direct", WHOLE, "Mara Quill"))
    before = table.copy()
    align_quotes(table, ARTICLES)
    pd.testing.assert_frame_equal(table, before)


TOLD = quotes(
    ("gazette-1", "direct", WHOLE, "Mara Quill"),
    ("gazette-1", "mixed", "that the quay was “a car park with gulls”", "Otto Brand"),
    ("herald-1", "direct", "We cannot do it for a fourth,", "Quill"),
    ("herald-1", "direct", "a car park with gulls", "Otto Brand"),
    ("post-1", "indirect", "that three hard winters had been enough", "Mara Quill"),
    ("post-1", "direct", "Nobody asked us.", None),
    ("gaceta-1", "direct", "No podemos hacerlo un cuarto invierno", "Mara Quill"),
)
few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.slow
@few
@given(st.permutations(range(len(TOLD))))
def test_alignment_does_not_depend_on_the_order_of_rows(order: list[int]) -> None:
    shuffled = TOLD.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(align_quotes(shuffled, ARTICLES), align_quotes(TOLD, ARTICLES))


@pytest.mark.slow
@few
@given(st.permutations(["gazette", "herald", "post", "gaceta"]))
def test_swapping_the_names_of_outlets_changes_no_number(names: list[str]) -> None:
    new = dict(zip(["gazette", "herald", "post", "gaceta"], names, strict=True))
    renamed = TOLD.assign(outlet=TOLD["outlet"].map(new).astype("string"))
    articles = [article(a.article_id, a.text, new[a.outlet]) for a in ARTICLES]
    drop = ["outlet"]
    pd.testing.assert_frame_equal(
        align_quotes(renamed, articles).drop(columns=drop),
        align_quotes(TOLD, ARTICLES).drop(columns=drop),
    )


def test_a_side_that_is_empty_text_is_a_side_that_is_missing() -> None:
    table = quotes(
        ("gazette-1", "direct", WHOLE, "Mara Quill"),
        ("gaceta-1", "direct", "No podemos hacerlo un cuarto invierno", "Quill"),
    )
    empty = table.assign(side="")
    pd.testing.assert_frame_equal(align_quotes(empty, ARTICLES), align_quotes(table, ARTICLES))


def test_a_language_named_with_its_country_is_the_same_language() -> None:
    british = [replace(a, language="en-GB") if a.outlet == "herald" else a for a in ARTICLES]
    table = quotes(
        ("gazette-1", "direct", WHOLE, "Mara Quill"),
        ("herald-1", "direct", "We cannot do it for a fourth,", "Mara Quill"),
    )
    pd.testing.assert_frame_equal(align_quotes(table, british), align_quotes(table, ARTICLES))


def test_numbers_that_a_file_gave_as_text_are_read() -> None:
    table = quotes(("gazette-1", "direct", WHOLE, "Mara Quill")).assign(p_speaker="0.9")
    assert len(align_quotes(table, ARTICLES)) == 1
    with pytest.raises(UsageError, match="quote 'gazette-1-q001': p_speaker 'high' cannot be read"):
        align_quotes(table.assign(p_speaker="high"), ARTICLES)


@pytest.mark.parametrize("spans", ["here", "40-12", "1"])
def test_spans_that_are_none_are_named(spans: str) -> None:
    table = quotes(("gazette-1", "direct", WHOLE, "Mara Quill")).assign(spans=spans)
    with pytest.raises(UsageError, match=f"gazette-1-q001': spans '{spans}' cannot be read"):
        align_quotes(table, ARTICLES)


@pytest.mark.parametrize("spans", ["0-20", "90000-90100"])
def test_spans_that_hold_other_words_are_left_alone_with_a_warning(spans: str) -> None:
    table = quotes(
        ("gazette-1", "direct", WHOLE, "Mara Quill"),
        ("herald-1", "direct", "We cannot do it for a fourth,", "Mara Quill"),
    )
    with pytest.warns(SidelightWarning, match="'gazette-1-q001' and 1 more do not hold its words"):
        aligned = align_quotes(table.assign(spans=spans), ARTICLES)
    assert list(aligned["relation"]) == ["verbatim", "cut"]


def test_two_quotes_of_one_id_are_an_error_and_so_is_a_quote_without_one() -> None:
    table = quotes(
        ("gazette-1", "direct", WHOLE, "Mara Quill"),
        ("herald-1", "direct", "We cannot do it for a fourth,", "Mara Quill"),
    )
    with pytest.raises(UsageError, match="'q' is the id of more than one quote"):
        align_quotes(table.assign(quote_id="q"), ARTICLES)
    with pytest.raises(UsageError, match="has no 'quote_id'"):
        align_quotes(table.assign(quote_id=["q", pd.NA]), ARTICLES)


def test_a_kind_of_quote_that_is_none_is_named() -> None:
    table = quotes(("gazette-1", "Direct", WHOLE, "Mara Quill"))
    with pytest.raises(UsageError, match=r"kind 'Direct' is not one of .*did you mean 'direct'"):
        align_quotes(table, ARTICLES)


def test_an_event_may_be_handed_in_for_its_articles() -> None:
    event = Event("ferry", "The ferry", articles=ARTICLES)
    pd.testing.assert_frame_equal(align_quotes(TOLD, event), align_quotes(TOLD, ARTICLES))
