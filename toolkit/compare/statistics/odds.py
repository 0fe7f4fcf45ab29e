"""Which words set a group of articles apart: weighted log-odds, and whole articles dealt anew.

The log-odds of a word in a group against all other groups, drawn towards what all together use (an
informative Dirichlet prior), over its own standard error, is a good *ranking* of words and a bad
test: with outlets shuffled, so that every finding is false, nearly every run has a word of |z| >
1.96. Words come in articles, and an article that is about fish says "fish" thirty times. So the
articles are dealt anew (`permuting`), each word's z is measured in units of what dealing does to
it, and of each deal only the largest counts, over all words and groups. Permutation decides, not z.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.statistics.permuting import SEED, Deals, arrange, deal, sums_of

Floats = NDArray[np.float64]

#: How many words of prior use are added to each group, divided as all groups together use them.
PRIOR = 500.0
PERMUTATIONS = 999
#: The prior use of a word is no less, or the logarithm of nothing would be taken.
LEAST_PRIOR = 1e-9
#: So many deals are computed at once, for the sake of memory; the first of these batches says what
#: dealing does to each word.
BATCH = 250
#: How much two z may differ and still be one, computed with half the digits as they are.
SAME = 1e-4
#: Nine times in ten.
Z = 1.645


@dataclass(frozen=True)
class Apart:
    """Each group against the others: a row a group, a column a word.

    `log_odds` is above 0 where the group uses the word more; `low` and `high` are where it would
    lie nine times in ten were articles alone to blame for its size; `rank` orders the words of a
    group. `p` is adjusted for all words and groups (or NaN: too few articles), `alone` is each
    word's own, not adjusted.
    """

    groups: tuple[Hashable, ...]
    log_odds: Floats
    low: Floats
    high: Floats
    rank: Floats
    p: Floats
    alone: Floats


def weighted_log_odds(own: Any, whole: Any, prior: float = PRIOR) -> tuple[Any, Any]:
    """The log-odds ratio of each word in a group, and the same over its standard error (z).

    `own` are counts of the group, the words in the last axis, `whole` of all groups together;
    `prior` is how many words of prior use the group gets, and the others too.

    >>> ratio, z = weighted_log_odds(np.array([30.0, 70]), np.array([40.0, 160]))
    >>> bool(ratio[0] > 0 > ratio[1])
    True

    Does not show: whether the difference is beyond chance. z takes every word for an independent
    draw, which words of one article are not; permutation of articles decides.

    Source: Monroe, Colaresi and Quinn 2008, equations 16, 19 and 20.
    """
    added = np.maximum(prior * whole / max(float(whole.sum()), 1.0), LEAST_PRIOR).astype(own.dtype)
    both = (whole + 2 * added).astype(own.dtype)
    a = own + added
    b = both - a
    rest_a = a.sum(axis=-1, keepdims=True) - a
    rest_b = b.sum(axis=-1, keepdims=True) - b
    ratio = np.log(a * np.maximum(rest_b, LEAST_PRIOR) / (b * np.maximum(rest_a, LEAST_PRIOR)))
    return ratio, ratio * np.sqrt(a * b / both)


def set_apart(
    counts: Any,
    groups: Sequence[Hashable],
    *,
    least: int,
    keys: Sequence[str] | None = None,
    tested: NDArray[np.intp] | None = None,
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
) -> Apart:
    """Which words each group of articles uses more than the others do.

    `counts`: a row an article, a column a word, dense or sparse. `tested`: the columns that are
    looked at (all, if None); the others only count as words. Groups of under `least` articles are
    compared with nobody and have NaN for `low`, `high` and `p`. `keys` as in `permuting.compare`.

    >>> fish = np.array([9.0, 8, 9, 8, 1, 2, 1, 2])
    >>> counts = np.column_stack([fish, 30 - fish])
    >>> found = set_apart(counts, ["tide"] * 4 + ["post"] * 4, least=4)
    >>> found.p[:, 0].round(3).tolist()
    [0.029, 1.0]

    Does not show: what a word means where it stands; read the sentences.

    Source: Monroe et al. 2008 for the statistic; single-step max-T, Westfall and Young 1993.
    """
    names = tuple(dict.fromkeys(groups))
    counts = _with_rest(counts, np.arange(counts.shape[1]) if tested is None else tested)
    shape = (len(names), counts.shape[1] - 1)
    ratio, rank = np.empty(shape), np.empty(shape)
    whole = sums_of(np.ones((1, len(groups))), counts)[0]
    for row, name in enumerate(names):
        own = sums_of(np.array([[float(g == name) for g in groups]]), counts)[0]
        ratio[row], rank[row] = (values[:-1] for values in weighted_log_odds(own, whole))
    low, high, p, alone = (np.full(shape, np.nan) for _ in range(4))
    apart = Apart(names, ratio, low, high, rank, p, alone)
    order, used = arrange(groups, keys, least)
    if len(used) < 2:
        return apart
    deals = deal([groups[i] for i in order], used, permutations, seed)
    found = _deal_words(counts[order].astype(np.float32), deals, len(used))
    rows = [names.index(name) for name in used]
    apart.rank[rows], apart.p[rows], apart.alone[rows] = found.seen, found.p, found.alone
    apart.low[rows], apart.high[rows] = (
        ratio[rows] - Z * found.spread,
        ratio[rows] + Z * found.spread,
    )
    return apart


@dataclass(frozen=True)
class _Dealt:
    """What was seen, in units of what dealing does to each word, and how often deals reach it."""

    seen: Floats
    p: Floats
    alone: Floats
    spread: Floats


def _with_rest(counts: Any, looked: NDArray[np.intp]) -> Any:
    """The columns that are looked at, and behind them the sum of all others."""
    from scipy import sparse

    some = counts[:, looked]
    rest = np.asarray(counts.sum(axis=1) - some.sum(axis=1), float).reshape(-1, 1)
    if sparse.issparse(counts):
        return sparse.csr_array(sparse.hstack([some, sparse.csr_array(rest)]))
    return np.hstack([some, rest])


def _deal_words(counts: Any, deals: Deals, groups: int) -> _Dealt:
    """Deal the articles in batches; the first says how far each word's z and log-odds stray."""
    whole = np.asarray(counts.sum(axis=0)).ravel()

    def score(members: Floats) -> tuple[Floats, Floats]:
        own = np.asarray((counts.T @ members.T.astype(np.float32)).T)
        ratio, z = weighted_log_odds(own, whole)
        return ratio[:, :-1], z[:, :-1]

    z_seen = np.array([score(deals.members(group)[0][None])[1][0] for group in range(groups)])
    scale, seen, reached, largest, spread = np.ones(0), z_seen, np.zeros(z_seen.shape), [], z_seen
    for start in range(0, len(deals.dealt), BATCH):
        some = Deals(deals.codes, deals.dealt[start : start + BATCH], False)
        scored = [score(some.members(group)[1]) for group in range(groups)]
        if not start:
            # What was seen is among them, or it would be measured by a rule that the deals made.
            squares = (z_seen**2).sum(axis=0) + sum((z**2).sum(axis=0) for _, z in scored)
            scale = np.sqrt(squares / (groups * (len(some.dealt) + 1)))
            scale = np.where(scale > SAME, scale, 1.0)
            seen = z_seen / scale
            spread = np.array([ratio.std(axis=0) for ratio, _ in scored])
        in_units = [z / scale for _, z in scored]
        reached += [(z >= own - SAME).sum(axis=0) for z, own in zip(in_units, seen, strict=True)]
        largest.append(np.max([z.max(axis=1, initial=-np.inf) for z in in_units], axis=0))
    p = deals.p_values(seen, np.concatenate(largest), same=SAME)
    one = not deals.exact
    return _Dealt(seen, p, (reached + one) / (len(deals.dealt) + one), spread)
