"""Average link: groups grow where their members resemble one another on the whole.

Single link chains ("a like b, b like c" puts a with c, though they share nothing); average link
asks for the mean over all pairs of two groups. Some pairs have no say: two quotes in one article
are told apart by the reporter, so their pair is left out of the mean (NaN), neither for nor
against. And a person has the last word: pairs that somebody called the same are together from the
start, and groups that hold a pair called "not the same" are never joined.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from toolkit.errors import SidelightWarning

Matrix = NDArray[np.float64]
Rows = NDArray[np.int64]
Pair = tuple[int, int]

#: More items than this that all hang together are split before they are linked.
LARGEST = 3000
#: By so much the cut rises at each try to split them.
STRICTER = 0.05


class LargeGroupWarning(SidelightWarning):
    """So many quotes hang together that they were split by the strongest ties alone."""


def average_link(
    strength: Matrix, cut: float, *, same: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[list[int]]:
    """Group items whose mean pairwise strength reaches the cut.

    `strength` is a symmetric n x n matrix of probabilities, NaN where a pair has no say; `same`
    and `apart` are pairs of row numbers that a person decided (`same` wins where they clash).
    Returns groups of row numbers, each sorted, in the order of their first member.

    >>> s = np.array([[1, .9, .1], [.9, 1, .2], [.1, .2, 1]])
    >>> average_link(s, 0.5)
    [[0, 1], [2]]
    >>> average_link(s, 0.5, same=[(0, 2)], apart=[(0, 1)])
    [[0, 2], [1]]

    Ties are decided by row number: put rows in an order that means something first.
    """
    groups = _joined(len(strength), same)
    of = {member: number for number, group in enumerate(groups) for member in group}
    barred = {(of[i], of[j]) for i, j in apart if of[i] != of[j]}
    sums, counts = np.nan_to_num(strength, nan=0.0), (~np.isnan(strength)).astype(float)
    if len(groups) < len(strength):
        member = np.zeros((len(groups), len(strength)))
        for number, group in enumerate(groups):
            member[number, group] = 1.0
        sums, counts = (member @ m @ member.T for m in (sums, counts))
    for i, j in barred:
        # A count without end makes every mean over the pair nothing, whatever else joins.
        counts[i, j] = counts[j, i] = np.inf
    return sorted(
        sorted(m for g in linked for m in groups[g]) for linked in _link(sums, counts, cut)
    )


def components(n: int, rows: Rows, columns: Rows) -> list[list[int]]:
    """The parts of 0 to n-1 that pairs (rows[k], columns[k]) hold together, in order."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    edges = coo_matrix((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(n, n))
    _, part = connected_components(edges, directed=False)
    order = np.argsort(part, kind="stable")
    ends = np.flatnonzero(np.diff(part[order])) + 1
    return sorted(sorted(p.tolist()) for p in np.split(order, ends) if len(p))


def parts_to_link(n: int, rows: Rows, columns: Rows, p: Matrix, cut: float) -> list[list[int]]:
    """Parts that can be linked apart: two groups whose mean reaches the cut share such a pair.

    `rows`, `columns`, `p` list the pairs. A part over `LARGEST` is split along its weaker pairs,
    with a `LargeGroupWarning`.
    """
    strong = p >= cut
    parts = components(n, rows[strong], columns[strong])
    done = [part for part in parts if len(part) <= LARGEST]
    for part in (part for part in parts if len(part) > LARGEST):
        warnings.warn(
            f"{len(part):,} quotes of one event hang together; they were split into groups by "
            "their strongest ties, and weaker ties between those are lost. Two events in one "
            "folder? Then part them",
            LargeGroupWarning,
            stacklevel=2,
        )
        done += _split(part, rows, columns, p, cut)
    return sorted(done)


def _split(part: list[int], rows: Rows, columns: Rows, p: Matrix, cut: float) -> list[list[int]]:
    if cut >= 1.0:  # all of them beyond doubt: cut by number, as there is nothing else left
        return [part[at : at + LARGEST] for at in range(0, len(part), LARGEST)]
    place = np.full(max(int(rows.max()), int(columns.max()), part[-1]) + 1, -1)
    place[part] = np.arange(len(part))
    inside = (place[rows] >= 0) & (place[columns] >= 0)
    rows, columns, p = rows[inside], columns[inside], p[inside]
    higher = min(1.0, cut + STRICTER)
    strong = p >= higher
    found = components(len(part), place[rows[strong]], place[columns[strong]])
    split = [[part[m] for m in group] for group in found]
    return [
        piece
        for group in split
        for piece in ([group] if len(group) <= LARGEST else _split(group, rows, columns, p, higher))
    ]


def as_rows(pairs: Iterable[Pair]) -> tuple[Rows, Rows]:
    """Pairs of row numbers as two arrays."""
    listed = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    return listed[:, 0], listed[:, 1]


def _joined(n: int, pairs: Iterable[Pair]) -> list[list[int]]:
    return components(n, *as_rows(pairs))


def _link(sums: Matrix, counts: Matrix, cut: float) -> list[list[int]]:
    """Join the two groups with the highest mean until none reaches the cut.

    Each row remembers its best partner, so that a step costs a row or two and not the matrix.
    """
    n = len(sums)
    groups: list[list[int]] = [[i] for i in range(n)]
    for matrix in (sums, counts):
        np.fill_diagonal(matrix, 0.0)
    means = _means(sums, counts)
    best = means.argmax(axis=1) if n else np.zeros(0, dtype=int)
    top = means[np.arange(n), best]
    while n:
        i = int(top.argmax())
        j = int(best[i])
        if top[i] < cut or i == j:
            break
        i, j = min(i, j), max(i, j)
        groups[i] += groups[j]
        groups[j] = []
        for matrix in (sums, counts):
            matrix[i] += matrix[j]
            matrix[:, i] += matrix[:, j]
            matrix[j] = matrix[:, j] = matrix[i, i] = 0.0
        means[i] = means[:, i] = _means(sums[i], counts[i])
        means[j] = means[:, j] = 0.0
        stale = np.flatnonzero((best == i) | (best == j) | (means[i] > top))
        for row in {i, *stale.tolist()}:
            best[row] = means[row].argmax()
            top[row] = means[row, best[row]]
    return sorted(sorted(g) for g in groups if g)


def _means(sums: Matrix, counts: Matrix) -> Matrix:
    return np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0).round(9)
