"""Claims about words laid beside words, and about runs that were moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.versions.aligning import Column, align_words, is_form, meet
from toolkit.compare.versions.moving import find_moved
from toolkit.compare.wording import compared_words, keys, stop_words


def laid(a: str, b: str) -> list[Column]:
    return align_words(compared_words(a), compared_words(b), stop_words("en"))


def ops(a: str, b: str) -> str:
    return " ".join(c.op for c in laid(a, b))


def test_a_word_that_comes_again_is_matched_where_no_gap_is_needed() -> None:
    assert ops("We went and we cannot stay here", "We cannot stay here").startswith("cut cut cut")


def test_a_form_of_a_word_stands_for_it_and_not_the_word_beside_it() -> None:
    columns = laid("the long winters of our town", "the winter of our town")
    assert [(c.op, c.a, c.b) for c in columns][1:3] == [("cut", 1, None), ("altered", 2, 1)]


def test_forms_and_spellings_are_told_from_other_words() -> None:
    assert is_form("organise", "organize") and is_form("promised", "promises")
    assert not is_form("port", "fort") or not is_form("we", "he")
    assert not is_form("1999", "1998")


def test_words_joined_by_a_hyphen_or_a_blank_are_one_word_where_the_other_has_one() -> None:
    a, _ = meet(compared_words("to re-open"), compared_words("to reopen in the mean time"))
    assert [w.key for w in a] == ["to", "reopen"]
    again, _ = meet(compared_words("the mean time"), compared_words("the meantime"))
    assert [w.key for w in again] == ["the", "meantime"]


def test_little_words_alone_are_not_moved() -> None:
    a, b = (keys(words) for words in ("it was for all of the boats", "boats for all of it"))
    little = frozenset(keys("for all of the it was"))
    assert find_moved((a, b), (set(range(7)), set(range(5))), little) == (set(), set())


def test_very_long_versions_are_split_where_they_are_alike() -> None:
    words = [f"word{n}" for n in range(600)]
    a = " ".join(words)
    b = " ".join([*words[40:300], "other", *words[301:520]])
    columns = laid(a, b)
    assert [c.a for c in columns if c.op == "cut"] == [*range(40), *range(520, 600)]
    assert [(c.a, c.b) for c in columns if c.op == "altered"] == [(300, 260)]


def test_very_long_versions_with_nothing_in_common_end() -> None:
    a, b = (" ".join(f"{side}{n}" for n in range(400)) for side in "ab")
    assert len(laid(a, b)) in (400, 800)


WORDS = st.lists(
    st.sampled_from(["we", "the", "ferry", "ferries", "in", "May", "can't", "three"]), max_size=14
)


@given(WORDS, WORDS)
def test_every_word_of_either_side_is_in_one_column_and_in_order(
    a: list[str], b: list[str]
) -> None:
    columns = laid(" ".join(a), " ".join(b))
    first = [c.a for c in columns if c.a is not None]
    second = [c.b for c in columns if c.b is not None]
    assert first == list(range(len(compared_words(" ".join(a)))))
    assert second == list(range(len(compared_words(" ".join(b)))))
