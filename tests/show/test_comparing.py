"""Claims about one version drawn beside the fullest: by shape and in words, not by colour alone."""

from __future__ import annotations

import pytest

from toolkit.compare.said import Said
from toolkit.compare.versions.steps import diff_words
from toolkit.show.comparing import draw_bar, draw_steps, lay_translation, tell
from toolkit.show.phrases import say

WHOLE = "We have kept the ferry running through three hard winters, and it has cost us dearly."


def drawn(version: str, fullest: str = WHOLE) -> str:
    return str(draw_steps(diff_words(fullest, version)))


def told(version: str, relation: str = "cut") -> str:
    return tell(relation, diff_words(WHOLE, version))


def test_what_was_left_out_is_struck_and_what_was_changed_is_marked() -> None:
    html = drawn("We have kept the boat running through three hard winters.")
    assert "<del>ferry</del> <ins>boat</ins>" in html
    assert "<del>and it has cost us dearly.</del>" in html


def test_words_left_out_in_the_middle_without_a_sign_are_named_so_and_others_are_not() -> None:
    assert say("silent") in drawn("We have kept the ferry running, and it has cost us dearly.")
    for version in (
        "We have kept the ferry running … and it has cost us dearly.",
        "We have kept the ferry running through three hard winters",
    ):
        assert say("silent") not in drawn(version)


def test_moved_words_say_so_at_both_places_and_are_neither_struck_nor_changed() -> None:
    html = drawn("It has cost us dearly, and we have kept the ferry running three hard winters.")
    assert "moved here" in html and "moved from here" in html
    assert "<del>and it has cost us dearly.</del>" not in html


def test_brackets_and_dots_are_drawn_as_the_editors() -> None:
    html = drawn("We [the owners] have kept the ferry running … and it has cost us dearly.")
    assert '<span class="sl-editor">[the owners]</span>' in html
    assert '<span class="sl-editor">…</span>' in html


def test_more_of_the_speech_is_drawn_apart_from_added_words() -> None:
    html = drawn(f"{WHOLE} Nobody has ever asked us about it.")
    assert '<span class="sl-more">Nobody has ever asked us about it.</span>' in html
    assert "<ins>very</ins>" in drawn(WHOLE.replace("hard", "very hard"))


def test_a_compound_is_drawn_without_a_blank_in_it() -> None:
    html = drawn("a two-year lease on it all", "a three-year lease on it all")
    assert "</del> <ins>two-</ins>year" in html


def test_what_an_outlet_wrote_is_escaped_in_every_step() -> None:
    evil = "<script>alert(1)</script>"
    for version in (f"{WHOLE} {evil} and more of it", WHOLE.replace("ferry", evil), f"[{evil}]"):
        assert "<script>" not in drawn(version)


@pytest.mark.parametrize(
    ("version", "relation", "words"),
    [
        (WHOLE, "verbatim", "verbatim, all 16 words"),
        ("We have kept the ferry running through three hard winters", "cut",
         "cut by 6 words, at the end"),
        ("We have kept the ferry running, and it has cost us dearly.", "cut",
         "cut by 4 words, in the middle, without a sign"),
        ("the ferry running through three hard winters", "cut",
         "cut by 9 words, at the beginning and at the end"),
        ("hard winters", "cut", "cut to 2 words"),
        (WHOLE.replace("ferry", "boat"), "altered", "1 altered"),
        (f"{WHOLE} Nobody has ever asked us.", "verbatim", "verbatim, all 16 words"),
    ],
)  # fmt: skip
def test_a_version_is_told_in_a_few_words(version: str, relation: str, words: str) -> None:
    assert told(version, relation) == words


def test_a_bar_has_a_line_where_words_are_missing_and_a_hollow_where_they_changed() -> None:
    steps = diff_words(WHOLE, "We have kept the boat running through three hard winters")
    bar = str(draw_bar("cut+altered", steps))
    assert bar.count("<line") == 1 and bar.count('height="6"') == 1
    assert "<line" not in str(draw_bar("verbatim", diff_words(WHOLE, WHOLE)))


def test_a_translation_stands_passage_by_passage_and_lacks_are_named() -> None:
    spanish = "Hemos mantenido el transbordador tres inviernos duros, y nos ha salido muy caro."
    english = f"{WHOLE} Nobody in Quillport paid for the 40 berths."
    laid = lay_translation(
        Said("a", "a", "a", "en", "direct", english),
        Said("b", "b", "b", "es", "direct", spanish),
        ("«", "»"),
    )
    assert laid.passages[0].version is not None and laid.passages[0].version.startswith("«Hemos")
    assert laid.passages[-1].version is None
    assert laid.passages[-1].fullest == "Nobody in Quillport paid for the 40 berths."
    assert laid.only_fullest == "40 and Quillport" and laid.only_version == ""
