"""Claims about word-by-word comparison and the one word that sums it up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.said import Said
from toolkit.compare.versions.relations import count_shown, diff_words, relation_to
from toolkit.compare.wording import keys

FULLEST = "We have kept the ferry running through three hard winters, and it has cost us dearly."


def said(content: str, kind: str = "direct", language: str = "en") -> Said:
    return Said(content, "a", "a", language, kind, content)


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
        ("that the ferry had cost them dearly", "indirect", "paraphrase"),
        ("a ruinous business", "direct", "paraphrase"),
    ],
)  # fmt: skip
def test_a_version_stands_to_the_fullest_as(version: str, kind: str, relation: str) -> None:
    assert relation_to(said(FULLEST), said(version, kind)) == relation


def test_marked_words_in_another_language_are_a_translation() -> None:
    spanish = said("Nos ha costado muy caro", language="es")
    assert relation_to(said(FULLEST), spanish) == "translation"
    assert count_shown(said(FULLEST), spanish) is None


def test_wire_copy_of_an_indirect_quote_is_verbatim() -> None:
    first = Said("a-q1", "a", "a", "en", "indirect", "that the line would close")
    again = Said("b-q1", "b", "b", "en", "indirect", "that the line would close")
    assert relation_to(first, again) == "verbatim"


def test_one_changed_word_is_one_step() -> None:
    steps = diff_words("The ferry stops in May", "The boat stops in May")
    assert [(s.op, s.a, s.b) for s in steps] == [
        ("same", "The", "The"), ("altered", "ferry", "boat"),
        ("same", "stops in May", "stops in May"),
    ]  # fmt: skip


def test_a_stray_small_word_between_changes_is_no_match() -> None:
    steps = diff_words("Quiet boats of the north", "Loud ferries of our south")
    assert [s.op for s in steps] == ["altered"]


def test_an_editors_bracket_is_drawn_and_is_no_change() -> None:
    steps = diff_words("You sell the salt", "You sell [the grey] the salt")
    assert [s.op for s in steps] == ["same"]
    assert "[the grey]" in steps[0].b


def test_a_contraction_is_printed_once() -> None:
    steps = diff_words("We cannot pay", "We can't pay")
    assert [(s.op, s.b) for s in steps] == [("same", "We can't pay")]


WORD = st.sampled_from(["the", "ferry", "boat", "stops", "in", "May", "we", "can't", "three"])
WORDS = st.lists(WORD, max_size=12)


@given(WORDS, WORDS)
def test_the_steps_give_back_both_versions(a: list[str], b: list[str]) -> None:
    steps = diff_words(" ".join(a), " ".join(b))
    assert keys(" ".join(s.b for s in steps)) == keys(" ".join(b))
    assert keys(" ".join(s.a for s in steps)) == keys(" ".join(a))
