"""Bags of words laid side by side: what two quotes share, and how much that tells.

A thing (a word, three words in a row) tells more the fewer paragraphs of the event hold it: in the
coverage of a strike, "strike" tells nothing. A `Bag` holds each quote's things with those weights
in a sparse matrix, and answers for many pairs of quotes at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Rows = NDArray[np.int64]

#: Pairs summed at once: bounds memory, whatever the number of pairs.
BLOCK = 50_000
#: So many texts without any of the things are taken to exist besides: with two short articles at
#: hand, a word that both have would else seem a word that everybody uses.
ELSEWHERE = 100


class Rarity(Mapping[Hashable, float]):
    """How rare things are: the log of the share of texts that hold one, turned round.

    >>> rare = Rarity([["salt", "works"], ["works"], ["works"]])
    >>> rare["works"] < rare["salt"] < rare["never seen"]
    True
    """

    def __init__(self, texts: Iterable[Iterable[Hashable]], ignored: frozenset[str] = frozenset()):
        """Count `texts` (things by text); the `ignored` things weigh nothing."""
        held: Counter[Hashable] = Counter()
        count = 0
        for text in texts:
            held.update(set(text))
            count += 1
        self._held, self._count, self._ignored = held, count, ignored

    def __getitem__(self, thing: Hashable) -> float:
        if thing in self._ignored:
            return 0.0
        return log((ELSEWHERE + self._count) / (1 + self._held[thing]))

    def __iter__(self) -> Any:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


class Bag:
    """The things that each quote holds, weighed; answers are arrays, one number a pair."""

    def __init__(
        self, holdings: Sequence[Iterable[Hashable]], rarity: Mapping[Hashable, float], *,
        least: float = 0.0,
    ):  # fmt: skip
        """`holdings` lists the things of each quote; a thing weighs its rarity plus `least`.

        >>> bag = Bag([["salt", "works"], ["salt"]], {"salt": 3.0, "works": 1.0})
        >>> first, second = np.array([0]), np.array([1])
        >>> bag.shared(first, second), bag.within(first, second), bag.cosine(first, second).round(2)
        (array([3.]), array([1.]), array([0.95]))
        """
        from scipy.sparse import csr_matrix

        number: dict[Hashable, int] = {}
        columns: list[int] = []
        ends = [0]
        for things in holdings:
            columns += sorted({number.setdefault(thing, len(number)) for thing in things})
            ends.append(len(columns))
        weights = np.array([least + rarity[thing] for thing in number], dtype=np.float64)
        at = np.array(columns, dtype=np.int64)
        shape = (len(ends) - 1, len(number))
        # The product of two roots is the weight, that of two weights what a cosine asks for.
        self._roots = csr_matrix((np.sqrt(weights[at]), at, ends), shape=shape)
        self._weights = csr_matrix((weights[at], at, ends), shape=shape)
        self._total = np.asarray(self._weights.sum(axis=1)).ravel()
        squares = np.asarray(self._weights.multiply(self._weights).sum(axis=1)).ravel()
        self._length = np.sqrt(squares)

    def shared(self, rows: Rows, columns: Rows) -> Numbers:
        """The weight of what both hold."""
        return products(self._roots, rows, columns)

    def within(self, rows: Rows, columns: Rows, *, ballast: float = 0.0) -> Numbers:
        """The share of the lighter one's weight that the other holds too, 0 to 1.

        `ballast` is weight that only the lighter one is taken to have: with it, to hold all of
        a common word or two is no great share.
        """
        lighter = np.minimum(self._total[rows], self._total[columns]) + ballast
        return _ratio(self.shared(rows, columns), lighter)

    def cosine(self, rows: Rows, columns: Rows) -> Numbers:
        """The cosine of the weighted things, 0 to 1."""
        return _ratio(
            products(self._weights, rows, columns), self._length[rows] * self._length[columns]
        )


def products(matrix: Any, rows: Rows, columns: Rows) -> Numbers:
    """The product of rows of a sparse matrix with other rows of it, pair by pair."""
    found = np.zeros(len(rows))
    for start in range(0, len(rows), BLOCK):
        block = slice(start, start + BLOCK)
        both = matrix[rows[block]].multiply(matrix[columns[block]])
        found[block] = np.asarray(both.sum(axis=1)).ravel()
    return found


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    found: Numbers = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
    return np.minimum(found, 1.0)
