"""Pairs: which articles share rows of words at all, out of very many.

Every row of words points at the articles that hold it. Most articles of an event share none beyond
a stock phrase, so that few pairs are left to be laid side by side. Where the articles are very
many, a row that many of them hold (a quote that went round, one agency's report printed by
hundreds) would alone make a pair of nearly every two; there it pairs each article only with its
next neighbours in the order given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.sharing.body import Body
from toolkit.compare.sharing.runs import language_of

#: From so many articles on, a row that more than so many hold pairs each with so many neighbours.
MANY, NEIGHBOURS = 200, 25
#: Rows that two articles must share: two are six words in a row.
LEAST = 2
#: So many pairs are counted at a time, which bounds the memory.
AT_A_TIME = 1_000_000

Numbers = NDArray[np.int64]


def pairs_with_common_rows(bodies: Sequence[Body]) -> list[tuple[int, int]]:
    """The places (i, j), i before j, of articles of two outlets that share rows of words."""
    count = len(bodies)
    if count < 2:
        return []
    rows, holders = _rows(bodies)
    outlets = np.unique([b.article.outlet for b in bodies], return_inverse=True)[1]
    found = np.empty(0, np.int64)
    times = np.empty(0, np.int64)
    for codes in _in_chunks(_pairs_of_rows(rows, holders, count), count):
        first, second = codes // count, codes % count
        codes = codes[outlets[first] != outlets[second]]
        found, times = _added(found, times, codes)
    kept = found[times >= LEAST]
    return [(int(c // count), int(c % count)) for c in kept]


def _rows(bodies: Sequence[Body]) -> tuple[Numbers, Numbers]:
    """Every row of words once for each article that holds it, sorted by row, and its article."""
    languages = {b: n for n, b in enumerate(sorted({language_of(b.article) for b in bodies}))}
    each = [
        np.unique(np.array(b.grams, dtype=np.int64)) ^ np.int64(languages[language_of(b.article)])
        for b in bodies
    ]
    rows = np.concatenate(each)
    holders = np.repeat(np.arange(len(bodies)), [len(r) for r in each])
    order = np.lexsort((holders, rows))
    return rows[order], holders[order]


def _pairs_of_rows(
    rows: Numbers, holders: Numbers, count: int
) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of articles that hold one row: by steps from one holder to the next but n."""
    reach = NEIGHBOURS if count > MANY else count
    for step in range(1, min(reach, len(rows) - 1) + 1):
        same = rows[:-step] == rows[step:]
        if not same.any():
            return
        yield holders[:-step][same], holders[step:][same]


def _in_chunks(pairs: Iterator[tuple[Numbers, Numbers]], count: int) -> Iterator[Numbers]:
    for first, second in pairs:
        for start in range(0, len(first), AT_A_TIME):
            end = start + AT_A_TIME
            yield first[start:end] * count + second[start:end]


def _added(found: Numbers, times: Numbers, codes: Numbers) -> tuple[Numbers, Numbers]:
    """The pairs found so far and how often, with some more."""
    more, again = np.unique(codes, return_counts=True)
    both = np.concatenate([found, more])
    total, place = np.unique(both, return_inverse=True)
    summed = np.bincount(place, weights=np.concatenate([times, again]), minlength=len(total))
    return total, summed.astype(np.int64)
