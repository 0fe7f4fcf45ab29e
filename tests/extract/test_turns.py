"""Claims about layout: which lines say by their form who speaks, and which only look as if."""

from __future__ import annotations

import pytest

from toolkit.extract.turns import Layout, find_layout
from toolkit.languages import get_language
from toolkit.text import quote_runs


def layout_of(text: str, language: str = "en") -> Layout:
    return find_layout(text, quote_runs(text), get_language(language))


def turns_of(text: str, language: str = "en") -> list[tuple[str, str | None, str]]:
    """The rule, the name and the words of each turn."""
    return [
        (turn.rule, turn.source.of(text) if turn.source else None, run.inner.of(text))
        for run, turn in layout_of(text, language).turns.items()
    ]


def test_labels_that_take_turns_are_a_transcript() -> None:
    assert turns_of("COLM: It holds.\nHALE: It leaks.") == [
        ("label", "COLM", "It holds."),
        ("label", "HALE", "It leaks."),
    ]


def test_a_party_in_brackets_is_no_part_of_a_label() -> None:
    assert turns_of("COLM (IND): It holds.\nHALE: It leaks.")[0][1] == "COLM"


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: It holds.\n\nThe boats left.",
        "Hale: 1,204.\nColm: 977.\nHale: 31.",
        "Winter: The boats stay in.\nSummer: The boats go out.",
        "- New pump\n- New gate",
        "He left the dock — Nora Pike did not.",
        "“We stay” — and they stayed.",
        "“We stay.” He left.",
    ],
)
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    found = layout_of(text)
    assert (found.turns, found.signed) == ({}, {})


@pytest.mark.parametrize(
    "signature",
    [" — Nora Pike", " (Nora Pike).", "\n\n— Nora Pike", ". Nora Pike.", " – Nora Pike, keeper"],
)
def test_a_signature_is_a_name_after_marks_or_on_its_own_line(signature: str) -> None:
    text = f"“We stay all winter”{signature}"
    assert {n: s.of(text).split(",")[0] for n, s in layout_of(text).signed.items()} == {
        0: "Nora Pike"
    }


def test_a_line_that_only_signs_holds_no_run() -> None:
    text = '"We stay all winter, and we wait.\nNora Pike, keeper."'
    [run] = layout_of(text).runs
    assert run.inner.of(text) == "We stay all winter, and we wait."


def test_a_post_is_its_words_without_the_address_after_them() -> None:
    text = "The gate stays shut. pic.twitter.com/a1B2\n\n— Nora Pike (@pike) March 3, 2018"
    assert turns_of(text) == [("post", "Nora Pike", "The gate stays shut.")]


def test_dashes_are_turns_where_somebody_asks() -> None:
    assert [t[2] for t in turns_of("- Does it hold?\n- It does.")] == ["Does it hold?", "It does."]


def test_what_stands_in_brackets_on_a_line_is_nobodys() -> None:
    assert turns_of("COLM: It holds.\n(APPLAUSE)\nHALE: It leaks.")[1][1] == "HALE"
