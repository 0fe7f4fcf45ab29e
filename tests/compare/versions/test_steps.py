"""Claims about the steps by which two versions are drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.versions.steps import diff_words
from toolkit.compare.wording import keys


def told(fullest: str, version: str) -> list[tuple[str, str, str]]:
    return [(s.op, s.a, s.b) for s in diff_words(fullest, version)]


def test_one_changed_word_is_one_step() -> None:
    assert told("The ferry stops in May", "The boat stops in May") == [
        ("same", "The", "The"), ("altered", "ferry", "boat"),
        ("same", "stops in May", "stops in May"),
    ]  # fmt: skip


def test_a_stray_small_word_between_changes_is_no_match() -> None:
    steps = told("Quiet boats of the north", "Loud ferries of our south")
    assert [op for op, _, _ in steps] == ["altered"]


def test_an_editors_bracket_is_a_step_of_its_own_and_no_change() -> None:
    assert told("You sell the salt", "You sell [the grey] the salt") == [
        ("same", "You sell", "You sell"), ("bracketed", "", "[the grey]"),
        ("same", "the salt", "the salt"),
    ]  # fmt: skip


def test_dots_stand_where_the_words_are_missing() -> None:
    assert told("We stay here until noon comes", "We stay … until noon comes") == [
        ("same", "We stay", "We stay"), ("cut", "here", ""), ("ellipsis", "", "…"),
        ("same", "until noon comes", "until noon comes"),
    ]  # fmt: skip


def test_a_contraction_is_printed_once() -> None:
    assert told("We cannot pay", "We can't pay") == [("same", "We cannot pay", "We can't pay")]
    steps = told("They say that it is the land they want", "They’re after the land")
    assert " ".join(b for _, _, b in steps if b) == "They’re after the land"


def test_a_moved_run_stands_at_both_its_places() -> None:
    steps = told(
        "One by one they left; the gates were shut", "The gates were shut; one by one they left"
    )
    assert [(op, bool(a), bool(b)) for op, a, b in steps] == [
        ("moved", True, False), ("same", True, True), ("moved", False, True),
    ] or [(op, bool(a), bool(b)) for op, a, b in steps] == [
        ("moved", False, True), ("same", True, True), ("moved", True, False),
    ]  # fmt: skip


TOKEN = st.sampled_from(
    ["the", "ferry", "boat", "stops,", "in", "May", "we", "can't", "three", "twenty-one", "“no”",
     "[sic]", "[T]he", "…", "(...)", "–", "it's", "its", "¿qué?", "18%",
     "re-open", "reopen", "don’t."]
)  # fmt: skip
VERSION = st.lists(TOKEN, max_size=14).map(" ".join).filter(lambda v: v.strip("– ") or not v)


@given(VERSION, VERSION)
def test_the_steps_give_back_both_versions(a: str, b: str) -> None:
    steps = diff_words(a, b)
    held = ((s.a, s.b) for s in steps)
    firsts, seconds = zip(*held, strict=True) if steps else ((), ())
    # Blanks apart: "re-" and "open" may be in two steps.
    assert "".join("".join(firsts).split()) == "".join(a.split())
    assert "".join("".join(seconds).split()) == "".join(b.split())


@given(VERSION)
def test_a_version_beside_itself_is_the_same_throughout(a: str) -> None:
    assert {s.op for s in diff_words(a, a)} <= {"same", "bracketed", "ellipsis"}


@given(VERSION, VERSION)
def test_no_word_is_in_two_steps(a: str, b: str) -> None:
    steps = diff_words(a, b)
    assert [k for s in steps for k in keys(s.a)] == list(keys(a))
    assert [k for s in steps for k in keys(s.b)] == list(keys(b))
    assert all(s.a and s.b for s in steps if s.op == "same")
    assert not any(s.b for s in steps if s.op == "cut")
