"""Claims about reading intervals."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.compare.statistics import count_interval, share_intervals


def test_what_is_certain_has_no_width() -> None:
    low, high = share_intervals(np.array([30.0, 10.0]), np.ones(2), np.eye(2))
    assert low.tolist() == high.tolist() == [0.75, 0.25]


def test_a_doubtful_speaker_widens_both_sides() -> None:
    chances = np.array([[1.0, 0.0], [0.5, 0.5]])
    low, high = share_intervals(np.array([30.0, 10.0]), np.ones(2), chances)
    assert (low[1], high[1]) == (0.0, 0.25)
    assert (low[0], high[0]) == (0.75, 1.0)


def test_confirming_a_quote_narrows_the_interval() -> None:
    words, p_quote = np.full(4, 10.0), np.ones(4)
    doubtful = np.full((4, 2), 0.5)
    confirmed = doubtful.copy()
    confirmed[0] = [1.0, 0.0]
    wide = np.subtract(*reversed(share_intervals(words, p_quote, doubtful)))
    narrow = np.subtract(*reversed(share_intervals(words, p_quote, confirmed)))
    assert narrow[0] < wide[0]


def test_the_same_seed_gives_the_same_interval() -> None:
    given = (np.array([5.0, 9.0]), np.array([0.7, 0.9]), np.full((2, 2), 0.5))
    assert share_intervals(*given)[0].tolist() == share_intervals(*given)[0].tolist()


def test_nothing_that_is_sure_to_exist_leaves_all_open() -> None:
    low, high = share_intervals(np.array([5.0]), np.zeros(1), np.ones((1, 2)) / 2)
    assert low.tolist() == [0.0, 0.0]
    assert high.tolist() == [1.0, 1.0]


@pytest.mark.parametrize(
    ("p", "interval"),
    [([], (0, 0)), ([1.0] * 4, (4, 4)), ([0.0, 1.0], (1, 1)), ([0.5], (0, 1))],
)
def test_a_count_lies(p: list[float], interval: tuple[int, int]) -> None:
    assert count_interval(p) == interval
