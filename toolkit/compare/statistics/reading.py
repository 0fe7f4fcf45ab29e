"""How far a number may be off because the program misread: reading intervals.

Every quote carries the chance that it is one, and the chances of its possible speakers. Draw the
whole event many times accordingly, compute the share each time, and the middle nine tenths of the
answers are the interval: where the share lies nine times in ten, given how sure the program is.
What a person has confirmed has probability one and is the same in every draw.

None of this is sampling doubt. Whether an outlet's *other* articles would give the same picture
cannot be known from one or two.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: The ends of an interval, as quantiles: nine times in ten.
ENDS = (0.05, 0.95)
DRAWS = 2000
SEED = 20250328


def share_intervals(
    words: Floats, p_quote: Floats, p_side: Floats, *, draws: int = DRAWS, seed: int = SEED
) -> tuple[Floats, Floats]:
    """The reading interval of each side's share of one outlet's quoted words.

    `words` and `p_quote` have a value a quote, `p_side` a row a quote and a column a side, each
    row summing to one ("no side" is a column). Returns (low, high), one value a side.

    >>> low, high = share_intervals(np.array([10.0, 30.0]), np.ones(2), np.eye(2))
    >>> low.tolist(), high.tolist()
    ([0.25, 0.75], [0.25, 0.75])

    Does not show: quotes that the program did not find at all.
    """
    generator = np.random.default_rng(seed)
    quotes, sides = p_side.shape
    real = generator.random((draws, quotes)) < p_quote
    # The side whose stretch of the cumulated probabilities a random number falls into.
    edges = p_side.cumsum(axis=1)[:, :-1]
    drawn = (generator.random((draws, quotes))[..., None] >= edges).sum(axis=2)
    counted = real * words
    sums = np.stack([(counted * (drawn == s)).sum(axis=1) for s in range(sides)], axis=1)
    totals = sums.sum(axis=1, keepdims=True)
    shares = np.divide(sums, totals, out=np.full_like(sums, np.nan), where=totals > 0)
    if np.isnan(shares).all():
        return np.zeros(sides), np.ones(sides)
    low, high = np.nanquantile(shares, ENDS, axis=0)
    return low, high


def count_interval(p: Sequence[float]) -> tuple[int, int]:
    """The reading interval of a count, from the probability of each thing counted.

    Exact (Poisson-binomial): the distribution of how many of them are real.

    >>> count_interval([1.0, 1.0, 1.0]), count_interval([0.9] * 10)
    ((3, 3), (7, 10))

    Does not show: what was missed. A count can be too low by more than the interval says.
    """
    chances = np.ones(1)
    for one in p:
        chances = np.convolve(chances, [1.0 - one, one])
    cumulated = np.minimum(chances.cumsum().round(12), 1.0)
    low, high = (int(np.searchsorted(cumulated, end)) for end in ENDS)
    return low, high
