"""Claims about the one word that sums up a version, and what it is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.said import Said, read_said
from toolkit.compare.versions.relations import (
    Comparison,
    compare_versions,
    count_shown,
)
from toolkit.languages import words_of
from toolkit.model import Article, Span, write_spans

FULLEST = "We have kept the ferry running through three hard winters, and it has cost us dearly."


def said(content: str, kind: str = "direct", language: str = "en") -> Said:
    return Said(content, "a", "a", language, kind, content)


def in_article(text: str, *content: str, kind: str = "direct", article_id: str = "a") -> Said:
    """A quote of an article, with the places of its words."""
    article = Article(article_id, article_id, "", "", "", text, "en", "")
    spans = [Span(text.index(c), text.index(c) + len(c)) for c in content]
    row = {
        "quote_id": f"{article_id}1", "article_id": article_id, "outlet": article_id, "kind": kind,
        "content": " ".join(content), "spans": write_spans(spans),
    }  # fmt: skip
    return read_said(row, article)


def compared(version: str, fullest: str = FULLEST) -> Comparison:
    return compare_versions(said(fullest), said(version))


@pytest.mark.parametrize(
    ("version", "kind", "relation"),
    [
        (FULLEST, "direct", "verbatim"),
        ("we've kept the ferry running through 3 hard winters and it has cost us dearly", "direct",
         "verbatim"),
        ("We have kept the ferry running through three hard winters", "direct", "cut"),
        ("We have kept the ferry running … and it has cost us dearly.", "direct", "cut"),
        ("We have kept the ferry running, and it has cost us dearly.", "direct", "cut"),
        ("hard winters", "direct", "cut"),
        ("the line had seen “hard winters” before", "mixed", "cut"),
        ("We have kept the boat running through three hard winters, and it has cost us dearly.",
         "direct", "altered"),
        ("We have kept the boat running through three hard winters", "direct", "cut+altered"),
        ("We [the owners] have kept the ferry running through three hard winters, and it has cost "
         "us dearly.", "direct", "verbatim"),
        ("It has cost us dearly, and we have kept the ferry running through three hard winters.",
         "direct", "altered"),
        ("that the ferry had cost them dearly", "indirect", "paraphrase"),
        ("a ruinous business", "direct", "paraphrase"),
        ("We shall be glad to see the back of it, if I am honest, and so will the crew.", "direct",
         "paraphrase"),
    ],
)  # fmt: skip
def test_a_version_stands_to_the_fullest_as(version: str, kind: str, relation: str) -> None:
    assert compare_versions(said(FULLEST), said(version, kind)).relation == relation


def test_marked_words_in_another_language_are_a_translation() -> None:
    spanish = said("Nos ha costado muy caro", language="es")
    assert compare_versions(said(FULLEST), spanish).relation == "translation"
    assert count_shown(said(FULLEST), spanish) is None


def test_two_varieties_of_a_language_are_compared_word_by_word() -> None:
    assert (
        compare_versions(said(FULLEST), said("it has cost us dearly", language="en-GB")).relation
        == "cut"
    )


def test_wire_copy_of_an_indirect_quote_is_verbatim() -> None:
    first = Said("a-q1", "a", "a", "en", "indirect", "that the line would close")
    again = Said("b-q1", "b", "b", "en", "indirect", "that the line would close")
    assert compare_versions(first, again).relation == "verbatim"


# -- where words were cut --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "where"),
    [
        ("through three hard winters, and it has cost us dearly.", ("head",)),
        ("We have kept the ferry running through three hard winters", ("tail",)),
        ("the ferry running through three hard winters", ("head", "tail")),
        ("We have kept the ferry running, and it has cost us dearly.", ("inner silent",)),
        ("We have kept the ferry running … and it has cost us dearly.", ("inner marked",)),
        ("We have kept the ferry running ... and it has cost us dearly.", ("inner marked",)),
        ("We have kept the ferry running (...) and it has cost us dearly.", ("inner marked",)),
        ("We have kept the ferry running [...], and it has cost us dearly.", ("inner marked",)),
        ("hard winters", ("head", "tail", "snippet")),
        (FULLEST, ()),
    ],
)
def test_a_cut_says_where_it_is(version: str, where: tuple[str, ...]) -> None:
    assert compared(version).where == where


def test_an_interruption_shows_where_words_were_left_out() -> None:
    text = "“We have kept the ferry running,” she said, “and it has cost us dearly.”"
    whole = in_article(f"“{FULLEST}”", FULLEST, article_id="b")
    version = in_article(text, "We have kept the ferry running,", "and it has cost us dearly.")
    assert compare_versions(whole, version).where == ("inner marked",)


def test_two_stretches_in_marks_are_marked_and_their_narration_is_not_compared() -> None:
    content = "that they had “kept the ferry running” and that it had “cost us dearly”"
    version = in_article(f"She said {content}.", content, kind="mixed")
    found = compare_versions(said(FULLEST), version)
    assert found.where == ("head", "inner marked")
    assert found.relation == "cut"


def test_the_same_dots_elsewhere_do_not_mark_a_silent_cut() -> None:
    found = compared("We … have kept the ferry running, and it has cost us dearly.")
    assert found.where == ("inner silent",)


# -- what was changed ------------------------------------------------------------------------------


def test_a_changed_word_is_a_pair_of_words_as_printed() -> None:
    found = compared(FULLEST.replace("ferry", "boat"))
    assert found.substitutions == (("ferry", "boat"),)
    assert (found.shown, found.cut, found.altered) == (15, 0, 1)


def test_an_inserted_word_is_a_change_and_more_of_the_speech_is_none() -> None:
    assert compared(FULLEST.replace("hard", "very hard")).insertions == ("very",)
    more = compared(f"{FULLEST} We are tired of it.")
    assert more.relation == "verbatim" and more.beyond == ("We are tired of it.",)


def test_another_short_sentence_at_an_end_is_no_changed_word() -> None:
    found = compared("We have kept the ferry running. So what?")
    assert (found.relation, found.where, found.beyond) == ("cut", ("tail",), ("So what?",))


def test_words_that_the_fullest_version_left_out_with_dots_are_no_insertion() -> None:
    fullest = "We kept the ferry running … for three hard winters and it has cost us dearly."
    assert compared("We kept the ferry running all alone for three", fullest).relation == "cut"


def test_halves_in_opposite_order_are_moved_and_not_changed() -> None:
    found = compared(
        "It has cost us dearly, and we have kept the ferry running through three hard winters."
    )
    assert found.relation == "altered"
    assert (found.substitutions, found.insertions, found.where) == ((), (), ())
    assert found.moved == ("It has cost us dearly, and",)


def test_two_words_beside_a_moved_run_moved_along_with_it() -> None:
    fullest = "Nobody threw anything, nobody shouted, and nobody left. We had a flask of tea."
    found = compared("We had a flask of tea. Nobody shouted, nobody threw anything.", fullest)
    assert found.moved == ("Nobody shouted, nobody threw anything.",)
    assert (found.insertions, found.substitutions) == ((), ())


def test_changed_words_do_not_reach_into_another_sentence() -> None:
    fullest = "The salt paid for every roof in the street. It is the land they want from us now."
    found = compared("They are after the land they want from us now.", fullest)
    assert found.substitutions == (("It is", "They are after"),)


def test_words_that_change_places_with_their_neighbours_are_moved() -> None:
    found = compared("It should never have been made.", "It should have never been made.")
    assert (found.relation, found.moved, found.where) == ("altered", ("have",), ())


def test_a_bracket_in_place_of_a_word_is_no_cut_and_in_place_of_many_a_marked_one() -> None:
    assert compared(FULLEST.replace("We", "[They]")).relation == "verbatim"
    found = compared("We have [not rested], and it has cost us dearly.")
    assert found.where == ("inner marked",) and found.bracketed == ("[not rested]",)


def test_a_bracketed_capital_is_the_same_word() -> None:
    assert compared("[T]hree hard winters, and it has cost us dearly.").where == ("head",)


def test_half_a_contraction_is_no_match() -> None:
    found = compared("We will sell the ferry.", "We won't sell the ferry.")
    assert found.substitutions == (("won't", "will"),)
    found = compared("We will not sell the ferry.", "We'll sell the ferry.")
    assert found.insertions == ("not",)


@pytest.mark.parametrize(
    ("fullest", "version"),
    [
        ("It is not over and I will not go", "It's not over and I won't go"),
        ("It has been a long night for her", "It's been a long night for her"),
        ("They had gone before we came home", "They'd gone before we came home"),
        ("Let us re-open the gates in a month", "Let's reopen the gates in a month"),
        ("The council is closing the gates", "The council’s closing the gates"),
        ("A rise of 18 per cent is no rise", "A rise of 18% is no rise"),
        ("One hundred of us stayed to the end", "A hundred of us stayed to the end"),
        ("They are going to sell all of it", "They're gonna sell all of it"),
    ],
)
def test_house_style_is_no_change(fullest: str, version: str) -> None:
    assert compare_versions(said(fullest), said(version)).relation == "verbatim"
    assert compare_versions(said(version), said(fullest)).relation == "verbatim"


def test_a_lost_negation_is_a_silent_cut() -> None:
    assert compared("We do expect to return", "We do not expect to return").where == (
        "inner silent",
    )


# -- properties ------------------------------------------------------------------------------------

WORDS = words_of(
    "we kept ferry running three hard winters cost dearly harbour office council gate salt noon "
    "letter promised nobody asked island bread market bridge autumn"
)
SENTENCE = st.lists(st.sampled_from(sorted(WORDS)), min_size=12, max_size=24, unique=True)


@given(SENTENCE)
def test_whatever_was_said_is_verbatim_beside_itself(words: list[str]) -> None:
    found = compared(" ".join(words).upper(), " ".join(words))
    assert (found.relation, found.detail) == ("verbatim", ())
    assert (found.shown, found.cut, found.altered) == (len(words), 0, 0)


@given(SENTENCE, st.data())
def test_a_cut_is_found_where_it_was_made(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(1, len(words) - 5))
    last = data.draw(st.integers(first + 1, len(words) - 4))
    kept = {"head": words[first:], "tail": words[:first],
            "inner silent": words[:first] + words[last:],
            "inner marked": [*words[:first], "…", *words[last:]]}  # fmt: skip
    for where, version in kept.items():
        found = compared(" ".join(version), " ".join(words))
        assert found.relation == "cut"
        assert [w for w in found.where if w != "snippet"] == [where]
        assert found.shown == len([w for w in version if w != "…"])
        assert found.cut == len(words) - found.shown


@given(SENTENCE, st.data())
def test_a_changed_word_is_found_where_it_was_changed(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    version = [*words[:at], "quartz", *words[at + 1 :]]
    found = compared(" ".join(version), " ".join(words))
    assert found.relation == "altered"
    assert found.substitutions == ((words[at], "quartz"),)


@given(SENTENCE)
def test_the_names_of_the_outlets_change_nothing(words: list[str]) -> None:
    one, two = " ".join(words), " ".join(words[3:])
    first = compare_versions(
        Said("1", "1", "courier", "en", "direct", one),
        Said("2", "2", "tide", "en", "direct", two),
    )
    second = compare_versions(
        Said("1", "1", "tide", "en", "direct", one),
        Said("2", "2", "courier", "en", "direct", two),
    )
    assert first == second


def test_a_word_before_the_first_that_is_the_same_stands_for_none_of_the_sentence_before() -> None:
    fullest = (
        "You will find out. It will not be easy for them to restart anything. They sail in May."
    )
    found = compare_versions(said(fullest), said("If they sail in May"))
    assert (found.substitutions, found.insertions, found.where) == ((), ("If",), ("head",))
