"""Which pairs of quotes are compared at all.

Up to 1,500 quotes of an event every pair is. Above that most pairs share nothing but small words,
and only those are compared that have something to show for it: a word that few quotes of the event
have, three words in a row, or a place among one another's nearest neighbours by weighted words.
The number of pairs then grows with the quotes and no longer with their square.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Pairs = tuple[Rows, Rows]

#: Quotes of one language up to which all pairs are compared.
ALL_PAIRS = 1500
#: A word, or three words in a row, that more quotes have than this says little about any two.
HELD_BY = 20
NEIGHBOURS = 15
#: Rows of the neighbour search that are worked on at once: bounds memory.
BLOCK = 500


def candidate_pairs(shown: Sequence[tuple[str, ...]], homes: Sequence[str]) -> Pairs:
    """The pairs of quotes worth comparing, each once, in order.

    `shown` holds each quote's words as compared, `homes` its article: two quotes of one article
    are no pair. Returns two arrays of row numbers, the smaller number of each pair in the first.

    >>> i, j = candidate_pairs([("salt",), ("salt", "works"), ("salt",)], ["a", "b", "a"])
    >>> i.tolist(), j.tolist()
    ([0, 1], [1, 2])

    Does not show: pairs without a word in common, in an event of more than 1,500 quotes.
    """
    n = len(shown)
    if n <= ALL_PAIRS:
        i, j = (side.astype(np.int64) for side in np.triu_indices(n, 1))
    else:
        found = np.concatenate([_sharing(shown), _neighbours(shown)])
        codes = np.unique(found.min(axis=1) * n + found.max(axis=1))
        i, j = codes // n, codes % n
    home = np.unique(np.asarray(homes, dtype=str), return_inverse=True)[1]
    apart = home[i] != home[j]
    return i[apart], j[apart]


def _sharing(shown: Sequence[tuple[str, ...]]) -> Rows:
    """Pairs that share a rare word or three words in a row."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for row, words in enumerate(shown):
        marks: Iterable[Hashable] = {*words, *zip(words, words[1:], words[2:], strict=False)}
        for mark in marks:
            holders[mark].append(row)
    pairs = {
        pair
        for rows in holders.values()
        if len(rows) <= HELD_BY
        for pair in itertools.combinations(rows, 2)
    }
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def _neighbours(shown: Sequence[tuple[str, ...]]) -> Rows:
    """Each quote with those nearest to it by the cosine of its weighted words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=lambda words: words).fit_transform(list(shown))
    pairs = []
    for start in range(0, len(shown), BLOCK):
        near = (vectors[start : start + BLOCK] @ vectors.T).toarray()
        near[np.arange(len(near)), start + np.arange(len(near))] = 0.0
        best = np.argsort(-near, axis=1, kind="stable")[:, :NEIGHBOURS]
        row, rank = np.nonzero(np.take_along_axis(near, best, axis=1) > 0)
        pairs.append(np.column_stack([row + start, best[row, rank]]))
    return np.concatenate(pairs).astype(np.int64)
