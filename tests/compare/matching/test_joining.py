"""Claims about which groups of two languages become one, on odds visible by eye.

Groups 0 to 9 are English, from 10 on Spanish; "quoted" shows words in marks.
"""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.compare.matching.joining import BEST, CLOSE, RETOLD, Joins, join_groups

Odds = Mapping[tuple[int, int], float]


def joined(odds: Odds, *, retold: tuple[int, ...] = (), bridge: int | None = None) -> Joins:
    numbers = {n for pair in odds for n in pair}
    quoted = {n: None if n in retold else "en" if n < 10 else "es" for n in numbers}
    return join_groups(odds, quoted, lambda *_: bridge)


def test_two_groups_that_are_each_others_best_match_are_one() -> None:
    assert joined({(0, 10): 2.0, (1, 10): 0.0, (1, 11): 1.0}).groups == [(0, 10), (1, 11)]


def test_a_best_match_that_is_hardly_likely_joins_nothing() -> None:
    assert joined({(0, 10): BEST - 0.1}) == Joins()


def test_a_retold_group_joins_a_quoted_one_that_has_a_better_match() -> None:
    assert joined({(0, 10): 2.0, (1, 10): RETOLD + 0.1}, retold=(1,)).groups == [(0, 10), (1, 10)]
    assert joined({(0, 10): 2.0, (1, 10): RETOLD - 0.1}, retold=(1,)).groups == [(0, 10)]


def test_a_second_retold_group_joins_only_as_its_own_best_match() -> None:
    # 11 is quoted by nobody, and 0 has a better match in 10.
    odds = {(0, 10): 2.0, (0, 11): BEST - 0.1}
    assert joined(odds, retold=(0, 10, 11)).groups == [(0, 10)]


def test_retold_groups_that_found_each_other_join_what_is_quoted_together() -> None:
    odds = {(1, 10): 0.5, (0, 10): RETOLD + 0.1}
    assert joined(odds, retold=(1, 10)).groups == [(1, 10), (0, 10)]
    assert joined({**odds, (0, 10): RETOLD - 0.1}, retold=(1, 10)).groups == [(1, 10)]


def test_what_is_nobodys_best_match_is_not_joined() -> None:
    odds = {(0, 10): 3.0, (0, 11): 2.0, (1, 10): 2.5, (1, 11): 0.9}
    assert (1, 11) not in joined(odds).groups


def test_two_quoted_groups_of_one_language_stay_apart_unless_very_like_a_third() -> None:
    assert joined({(0, 10): 3.0, (1, 10): CLOSE - 0.1}).groups == [(0, 10)]
    assert joined({(0, 10): 3.0, (1, 10): CLOSE + 0.1}).groups == [(0, 10), (1, 10)]


def test_a_quote_that_says_two_things_stands_with_both() -> None:
    assert joined({(0, 10): 3.0, (1, 10): 2.0}, bridge=7) == Joins([(0, 10)], [(1, 7)])


def test_a_retold_group_joins_one_group_and_ties_no_two_together() -> None:
    assert joined({(0, 10): 0.9, (1, 10): 0.8}, retold=(10,)).groups == [(0, 10)]


def test_likelier_pairs_are_joined_first_whatever_their_order() -> None:
    odds = {(1, 10): CLOSE - 0.2, (0, 10): CLOSE - 0.1}
    assert joined(odds) == joined(dict(reversed(odds.items())))
    assert joined(odds).groups == [(0, 10)]
