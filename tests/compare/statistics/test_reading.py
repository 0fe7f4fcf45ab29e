"""Claims about reading intervals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.compare.statistics import KINDS, count_interval, share_intervals
from toolkit.compare.statistics.validation import QuoteErrors, SpeakerErrors, Validation


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
    same = (np.array([5.0, 9.0]), np.array([0.7, 0.9]), np.full((2, 2), 0.5))
    assert share_intervals(*same)[0].tolist() == share_intervals(*same)[0].tolist()


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


SURE = (
    np.array([30.0, 10.0]),
    np.array([0.97, 0.97]),
    np.array([[0.98, 0.0, 0.02], [0, 0.98, 0.02]]),
)
KNOWN = Validation(
    {kind: QuoteErrors(90.0, 10.0, 0.0, (1.0, 1.0), (8.0, 12.0)) for kind in KINDS},
    SpeakerErrors(0.0, 1.0),
    {},
)


def test_what_was_missed_widens_a_share_of_which_all_found_is_certain() -> None:
    words, sides = np.array([30.0, 10.0]), np.eye(3)[:2]
    low, high = share_intervals(words, np.ones(2), sides, kinds=["direct"] * 2, validation=KNOWN)
    assert low[0] < 0.75 < high[0] or low[0] < 0.75 == high[0]
    nothing_missed = replace(KNOWN.quotes["direct"], fn=-1.0 + 1e-9)
    known = replace(KNOWN, quotes=dict.fromkeys(KINDS, nothing_missed))
    low, high = share_intervals(words, np.ones(2), sides, kinds=["direct"] * 2, validation=known)
    assert (low[0], high[0]) == pytest.approx((0.75, 0.75))


def test_quotes_of_one_decision_are_somebody_elses_together() -> None:
    words, p_quote = np.full(6, 10.0), np.ones(6)
    p_side = np.tile([0.6, 0.4, 0.0], (6, 1))
    free = share_intervals(words, p_quote, p_side, kinds=["direct"] * 6, validation=KNOWN)
    tied = share_intervals(
        words, p_quote, p_side, kinds=["direct"] * 6, decisions=["same"] * 6, validation=KNOWN
    )
    assert tied[0][0] == 0.0 < free[0][0]
    assert tied[1][0] == 1.0 > free[1][0]


def test_a_quote_that_may_hold_more_or_fewer_words_widens_the_share() -> None:
    loose = replace(KNOWN.quotes["indirect"], lengths=(0.5, 2.0))
    known = replace(KNOWN, quotes={**KNOWN.quotes, "indirect": loose})
    widths = [
        np.subtract(*reversed(share_intervals(*SURE, kinds=["indirect"] * 2, validation=v)))[0]
        for v in (KNOWN, known)
    ]
    assert widths[0] < widths[1]


def test_a_speaker_of_whom_nobody_thought_widens_the_share() -> None:
    known = replace(KNOWN, speakers=SpeakerErrors(0.3, 0.5))
    plain, unforeseen = (
        share_intervals(*SURE, kinds=["direct"] * 2, validation=v)[0][0] for v in (KNOWN, known)
    )
    assert unforeseen < plain


def test_errors_counted_are_drawn_article_by_article() -> None:
    """A missed quote of an article is one of its own speakers'."""
    words, sides = np.array([30.0, 30.0]), np.eye(3)[:2]
    apart = share_intervals(
        words, np.ones(2), sides, kinds=["direct"] * 2, articles=["a", "b"], validation=KNOWN
    )
    assert apart[0][2] == apart[1][2] == 0.0


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(3)), seed=st.integers(0, 99))
def test_the_order_of_sides_changes_no_interval(order: list[int], seed: int) -> None:
    generator = np.random.default_rng(seed)
    words = generator.integers(1, 40, 5).astype(float)
    p_side = generator.dirichlet(np.ones(4), 5)
    p_side[0] = [0.5, 0.5, 0, 0]
    swapped = p_side[:, [*order, 3]]
    for kinds in (None, ["direct", "mixed", "indirect", "direct", "direct"]):
        given_ = share_intervals(words, np.full(5, 0.9), p_side, kinds=kinds)
        after = share_intervals(words, np.full(5, 0.9), swapped, kinds=kinds)
        for one, other in zip(given_, after, strict=True):
            assert one[[*order, 3]].tolist() == other.tolist()


def test_sides_of_equal_content_have_equal_intervals() -> None:
    low, high = share_intervals(np.array([9.0, 4.0]), np.array([0.8, 0.8]), np.full((2, 3), 1 / 3))
    assert low[0] == low[1]
    assert high[0] == high[1]
