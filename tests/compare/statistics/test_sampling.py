"""Claims about what a few articles say of an outlet's others."""

from __future__ import annotations

import pytest

from toolkit.compare.statistics.sampling import Dot, dots, interval


def test_one_article_says_nothing_of_the_others() -> None:
    assert interval([0.4], [50]) == (None, None)
    assert interval([0.4, 0.0], [50, 0]) == (None, None)


def test_two_articles_have_a_wide_interval_and_three_a_narrower_one() -> None:
    two, three = interval([0.5] * 2, [20] * 2), interval([0.5] * 3, [20] * 3)
    assert two[1] - two[0] > three[1] - three[0] > 0.3


def test_a_hundred_quotes_of_two_articles_are_fewer_than_ten_each_of_ten() -> None:
    two, ten = interval([0.5] * 2, [50] * 2), interval([0.5] * 10, [10] * 10)
    assert two[1] - two[0] > ten[1] - ten[0]


def test_each_article_has_one_dot() -> None:
    found = dots(["a", "a", "b", "c"], [10, 0, 5, 0], [10, 10, 20, 0])
    assert found == [Dot("a", 0.5, 2), Dot("b", 0.25, 1)]


def test_the_order_of_articles_changes_nothing() -> None:
    assert interval([0.1, 0.9], [5, 9]) == pytest.approx(interval([0.9, 0.1], [9, 5]))
