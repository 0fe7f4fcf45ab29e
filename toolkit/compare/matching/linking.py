"""Average link: groups grow where their members resemble one another on the whole.

Single link chains ("a like b, b like c" puts a with c, though they share nothing); average link
asks for the mean over all pairs of two groups. Some pairs have no say: two quotes in one article
are told apart by the reporter, so their pair is left out of the mean (NaN), neither for nor
against.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def average_link(strength: Matrix, cut: float) -> list[list[int]]:
    """Group items whose mean pairwise strength reaches the cut.

    `strength` is a symmetric n x n matrix of probabilities, NaN where a pair has no say. Returns
    groups of row numbers, each sorted, in the order of their first member; every item is in one.

    >>> s = np.array([[1, .9, .1], [.9, 1, .2], [.1, .2, 1]])
    >>> average_link(s, 0.5)
    [[0, 1], [2]]

    Ties are decided by row number: put rows in an order that means something first.
    """
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    known = np.nan_to_num(strength, nan=0.0)
    np.fill_diagonal(known, 0.0)
    # Two groups whose mean reaches the cut have at least one pair that does: parts without such
    # a pair between them can be grouped apart, which keeps every matrix small.
    count, part = connected_components(csr_matrix((known >= cut).astype(np.int8)), directed=False)
    groups: list[list[int]] = []
    for number in range(count):
        members = np.flatnonzero(part == number)
        groups += _merge(strength[np.ix_(members, members)], members.tolist(), cut)
    return sorted(groups)


def _merge(strength: Matrix, members: list[int], cut: float) -> list[list[int]]:
    groups = [[m] for m in members]
    counts = (~np.isnan(strength)).astype(float)
    sums = np.nan_to_num(strength, nan=0.0)
    for matrix in (sums, counts):
        np.fill_diagonal(matrix, 0.0)
    while len(groups) > 1:
        means = np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0)
        i, j = divmod(int(means.round(9).argmax()), len(groups))
        if means[i, j] < cut:
            break
        i, j = min(i, j), max(i, j)
        groups[i] = sorted(groups[i] + groups.pop(j))
        sums, counts = _fused(sums, i, j), _fused(counts, i, j)
    return groups


def _fused(matrix: Matrix, i: int, j: int) -> Matrix:
    """The matrix with row and column j added to i and taken out."""
    matrix[i] += matrix[j]
    matrix[:, i] += matrix[:, j]
    matrix[i, i] = 0.0
    return np.delete(np.delete(matrix, j, 0), j, 1)
