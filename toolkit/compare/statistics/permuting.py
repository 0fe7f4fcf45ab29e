"""Do outlets differ beyond chance? Whole articles are dealt to the outlets anew, many times.

If outlets did not differ, any article could have stood in any of them. So the articles are dealt
anew, each outlet getting as many as it has, and everything that is compared is computed each time.
Of each deal only the largest difference counts (max-T): a difference is beyond chance if hardly any
deal has one as large *anywhere* among all that was compared. Words and quotes are never dealt
singly: those of one article belong together, and testing them finds differences where none are.

Under four articles of an outlet it is left out. What is drawn does not depend on the names of
outlets or the order of columns; `keys` (such as the fingerprints of the texts) make it independent
of the order of articles too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]

#: Under so many articles an outlet is not compared.
LEAST_ARTICLES = 4
PERMUTATIONS = 1999
SEED = 20250328
#: How much two statistics may differ and still be one: they are sums in another order.
SAME = 1e-9


@dataclass(frozen=True)
class Deals:
    """Every deal to be looked at: a row a deal, in it the group of each article.

    `codes` is the deal as it was; `exact` says that the deals are all that there are, it included.
    """

    codes: Codes
    dealt: Codes
    exact: bool

    def members(self, group: int) -> tuple[Floats, Floats]:
        """Who is of a group: in the deal as it was, and in each of the others."""
        return (self.codes == group).astype(float), (self.dealt == group).astype(float)

    def p_values(self, seen: Floats, largest: Floats, *, same: float = SAME) -> Floats:
        """How often the largest of a deal is no smaller than what was seen.

        In deals drawn at random the one that was seen counts too, so that p is never zero.
        """
        reached = (largest[:, None] >= seen.ravel() - same).sum(axis=0).reshape(seen.shape)
        return np.asarray(
            reached / len(largest) if self.exact else (reached + 1) / (len(largest) + 1)
        )


@dataclass(frozen=True)
class Comparison:
    """Each group against the others: a row a group (in the order given), a column a cell.

    `difference` is the group's value less that of the others, `statistic` the same in units of
    what chance does to it, `p` adjusted for all cells compared. A group of under four articles has
    NaN in all three.
    """

    groups: tuple[Hashable, ...]
    difference: Floats
    statistic: Floats
    p: Floats
    exact: bool


def compare(
    values: Any,
    groups: Sequence[Hashable],
    *,
    sizes: Any = None,
    keys: Sequence[str] | None = None,
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
    least: int = LEAST_ARTICLES,
) -> Comparison:
    """Compare groups of articles in many cells at once.

    `values` has a row an article and a column a cell (a side, a label, a class of verbs): words or
    counts. `groups` is the outlet of each article. `sizes` is what each value is a part of (all
    quoted words of the article), one an article or one a value; without it every article counts
    alike and means are compared. All cells about which something may be claimed belong in one
    comparison. `keys`: a name of each article that does not change, by which they are ordered.

    >>> values = np.array([[9.0], [8], [9], [8], [1], [2], [1], [2]])
    >>> found = compare(values, ["tide"] * 4 + ["post"] * 4)
    >>> found.exact, found.p[:, 0].round(3).tolist()
    (True, [0.029, 0.029])

    Does not show: how large a difference must be to matter; that articles at hand are like others.

    Source: single-step max-T (Westfall and Young 1993), permuting whole articles; p with one added
    (Phipson and Smyth 2010). Score form of the statistic: sums of residuals from the common share.
    """
    names = tuple(dict.fromkeys(groups))
    values = np.asarray(values, float)
    whole = np.ones(len(values)) if sizes is None else np.asarray(sizes, float)
    whole = np.broadcast_to(whole.reshape(len(values), -1), values.shape)
    order, used = arrange(groups, keys, least)
    empty = np.full((len(names), values.shape[1]), np.nan)
    if len(used) < 2:
        return Comparison(names, empty, empty.copy(), empty.copy(), False)
    deals = deal([groups[i] for i in order], used, permutations, seed)
    score = _Scores.of(values[order], whole[order])
    seen = np.array([score.of_group(deals.members(g)[0][None])[0] for g in range(len(used))])
    largest = np.zeros(len(deals.dealt))
    for group in range(len(used)):
        scores = np.abs(score.of_group(deals.members(group)[1]))
        largest = np.maximum(largest, scores.max(axis=1, initial=0.0))
    rows = [names.index(name) for name in used]
    found = {"difference": empty, "statistic": empty.copy(), "p": empty.copy()}
    found["statistic"][rows] = seen
    found["p"][rows] = deals.p_values(np.abs(seen), largest)
    found["difference"][rows] = [score.difference(deals.members(g)[0]) for g in range(len(used))]
    return Comparison(names, **found, exact=deals.exact)


def arrange(
    groups: Sequence[Hashable], keys: Sequence[str] | None, least: int
) -> tuple[list[int], list[Hashable]]:
    """The articles that can be compared, in an order that no name of a group decides; the groups.

    Articles of one text in two groups come in the order of all that their groups have.
    """
    counts = Counter(groups)
    held = [i for i, group in enumerate(groups) if counts[group] >= least]
    if keys is not None:
        whole = {group: sorted(keys[i] for i in held if groups[i] == group) for group in counts}
        held.sort(key=lambda i: (keys[i], whole[groups[i]]))
    return held, list(dict.fromkeys(groups[i] for i in held))


def deal(
    groups: Sequence[Hashable], used: Sequence[Hashable], permutations: int, seed: int
) -> Deals:
    """All deals of the articles where there are few, else as many as asked for, at random."""
    codes = np.array([used.index(group) for group in groups], np.int64)
    sizes = np.bincount(codes)
    every = factorial(len(codes)) // prod(factorial(int(n)) for n in sizes)
    if every <= permutations + 1:
        return Deals(codes, np.array(list(_every(sizes)), np.int64), True)
    tiled = np.tile(codes, (permutations, 1))
    return Deals(codes, np.random.default_rng(seed).permuted(tiled, axis=1), False)


def _every(sizes: Codes) -> Iterator[Codes]:
    """Every way to deal articles to groups of these sizes."""

    def fill(dealt: Codes, free: Sequence[int], group: int) -> Iterator[Codes]:
        if group == len(sizes):
            yield dealt.copy()
            return
        for chosen in combinations(free, int(sizes[group])):
            dealt[list(chosen)] = group
            yield from fill(dealt, [i for i in free if i not in chosen], group + 1)

    yield from fill(np.zeros(int(sizes.sum()), np.int64), range(int(sizes.sum())), 0)


def sums_of(members: Floats, values: Any) -> Floats:
    """Values summed over the members of a group, in each deal; `values` dense or sparse."""
    return np.asarray((values.T @ members.T).T, np.float64)


@dataclass(frozen=True)
class _Scores:
    """What is needed of the values to score any group in any deal.

    `strays` is how far each article strays from the common share, `spread` the sum of squares.
    """

    values: Floats
    sizes: Floats
    strays: Floats
    spread: Floats

    @classmethod
    def of(cls, values: Floats, sizes: Floats) -> _Scores:
        """The common share of each cell, and how far articles stray from it."""
        common = values.sum(axis=0) / np.maximum(sizes.sum(axis=0), 1e-300)
        strays = values - common * sizes
        spread = (strays**2).sum(axis=0)
        constant = spread < SAME * (values**2).sum(axis=0)
        return cls(values, sizes, strays, np.where(constant, 0.0, spread))

    def of_group(self, members: Floats) -> Floats:
        """What strays from the common share, summed over a group, in units of what chance does."""
        articles, held = len(self.values), members.sum(axis=1, keepdims=True)
        variance = self.spread * held * (articles - held) / (articles * (articles - 1))
        spread = np.sqrt(np.where(variance > 0, variance, np.inf))
        return np.asarray(members @ self.strays / spread)

    def difference(self, members: Floats) -> Floats:
        """The share in a group less that in the others; NaN where one has nothing."""
        shares = []
        for some in (members, 1 - members):
            whole = some @ self.sizes
            shares.append(some @ self.values / np.where(whole > 0, whole, np.nan))
        return np.asarray(shares[0] - shares[1])
