"""How far a number may be off because the program misread: reading intervals.

Draw the outlet many times as it may truly be, compute the number each time, and the middle nine
tenths of the answers are the interval. What is drawn for a share of quoted words (`drawing`):

- whether each quote is one;
- who speaks: one draw for all quotes of an article with the same candidates, because who is taken
  for another is taken so all through; and now and then somebody of whom the program did not think;
- how many words: quotes begin and end elsewhere than a reader would say;
- the quotes that were not found at all, and whose they are.

How often each happens was counted on marked news (`validation`). What a person has confirmed has
probability one and is the same in every draw.

None of this is sampling doubt. Whether an outlet's *other* articles would give the same picture
cannot be known from one or two.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.statistics.drawing import KINDS, Found, choose, draw_words, sum_by_side
from toolkit.compare.statistics.validation import Validation, load_validation

Floats = NDArray[np.float64]

#: The ends of an interval, as quantiles: nine times in ten.
ENDS = (0.05, 0.95)
DRAWS = 2000
SEED = 20250328


def share_intervals(
    words: Floats,
    p_quote: Floats,
    p_side: Floats,
    *,
    kinds: Sequence[str] | None = None,
    articles: Sequence[Hashable] | None = None,
    decisions: Sequence[Hashable] | None = None,
    looked_for: Sequence[str] = KINDS,
    validation: Validation | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> tuple[Floats, Floats]:
    """The reading interval of each side's share of one outlet's quoted words.

    `words` and `p_quote` have a value a quote, `p_side` a row a quote and a column a side, each
    row summing to one; the last column is "no side". `kinds` (direct, mixed, indirect) has a value
    a quote, and so have `articles` and `decisions` (the same value for quotes with the same
    candidates; else each quote is a decision). With `kinds`, what was counted in `validation`
    (what ships, if None) is drawn: missed quotes of the kinds `looked_for`, false ones, lengths,
    speakers unforeseen. Without `kinds` there is only what `p_quote` and `p_side` say.
    Returns (low, high), one value a side.

    >>> words, sure = np.array([10.0, 30.0]), np.ones(2)
    >>> low, high = share_intervals(words, sure, np.eye(2))
    >>> low.tolist(), high.tolist()
    ([0.25, 0.75], [0.25, 0.75])
    >>> low, high = share_intervals(words, sure, np.eye(2), kinds=["direct", "direct"])
    >>> bool(low[0] < 0.25 <= high[0])  # something may have been missed
    True

    Does not show: a speaker of whom nothing was found; that is "not found", without an interval.
    How other articles of the outlet would read.

    Source: a percentile interval by Monte Carlo (Efron and Tibshirani 1993, chapter 13); what is
    drawn is counted on NewsWCL50, see the model card beside this module.
    """
    generator = np.random.default_rng(seed)
    order = _by_content(p_side)
    in_order = p_side[:, order]
    if kinds is None:
        real = generator.random((draws, len(words))) < p_quote
        drawn = choose(in_order, generator.random((draws, len(words))))
        sums = sum_by_side(real * words, drawn, len(order))
    else:
        places = articles or [0] * len(words)
        said = decisions or range(len(words))
        found = Found(words, p_quote, in_order, kinds, places, said, looked_for)
        sums = draw_words(found, validation or load_validation(), draws, generator)
    low, high = _ends(sums)
    return _put_back(low, order, p_side), _put_back(high, order, p_side)


def _ends(sums: Floats) -> tuple[Floats, Floats]:
    totals = sums.sum(axis=1, keepdims=True)
    shares = np.divide(sums, totals, out=np.full_like(sums, np.nan), where=totals > 0)
    if np.isnan(shares).all():
        return np.zeros(sums.shape[1]), np.ones(sums.shape[1])
    low, high = np.nanquantile(shares, ENDS, axis=0)
    return low, high


def _by_content(p_side: Floats) -> NDArray[np.intp]:
    """The columns in an order that follows from what is in them, "no side" last as it was.

    Else a draw would fall to whichever side the file names first, and swapping two sides would
    move their intervals.
    """
    return np.append(np.lexsort(p_side[::-1, :-1]), p_side.shape[1] - 1)


def _put_back(ends: Floats, order: NDArray[np.intp], p_side: Floats) -> Floats:
    """The ends in the order in which the sides were given; sides of equal content get one end."""
    given = np.empty_like(ends)
    given[order] = ends
    _, same = np.unique(p_side[:, :-1], axis=1, return_inverse=True)
    means = np.bincount(same, given[:-1]) / np.bincount(same)
    return np.append(means[same], given[-1])


def count_interval(p: Sequence[float]) -> tuple[int, int]:
    """The reading interval of a count, from the probability of each thing counted.

    Exact (Poisson-binomial): the distribution of how many of them are real.

    >>> count_interval([1.0, 1.0, 1.0]), count_interval([0.9] * 10)
    ((3, 3), (7, 10))

    Does not show: what was missed. A count can be too low by more than the interval says (see
    `counts`).
    """
    chances = np.ones(1)
    for one in p:
        chances = np.convolve(chances, [1.0 - one, one])
    cumulated = np.minimum(chances.cumsum().round(12), 1.0)
    low, high = (int(np.searchsorted(cumulated, end)) for end in ENDS)
    return low, high
