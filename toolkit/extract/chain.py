"""A linear chain over the words of many paragraphs at once, in NumPy.

Each word has one of a few labels; a label has a weight at its word and another after the label
before it. `forward_backward` gives the probability of every label at every word, all paragraphs
side by side, the longest first (Rabiner 1989; Lafferty, McCallum, Pereira 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a chain expects: log of the sum over all labellings, and how often each label, each
    pair of labels in a row, and each first label comes up. `labels` has one row a word.
    """

    log_sum: float
    labels: Floats
    pairs: NDArray[np.float64]
    first: NDArray[np.float64]


def forward_backward(
    scores: Floats, starts: Whole, lengths: Whole, follow: Floats, begin: Floats
) -> Expected:
    """The expectations of a chain.

    `scores` has a row a word and a column a label; the words of the paragraphs stand in a row,
    each beginning at `starts` and `lengths` long (none is empty). `follow[a, b]` is the weight of
    label b after a, `begin` that of the first label.
    """
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    longest = int(lengths[0])
    # how many paragraphs have a word at each place: they are sorted by length
    alive = np.searchsorted(-lengths, -np.arange(longest), side="left")
    highest = scores.max(axis=1, keepdims=True)
    here, after = np.exp(scores - highest), np.exp(follow)
    forward, backward = np.empty_like(here), np.ones_like(here)
    scale = np.empty(len(here), here.dtype)
    now = np.exp(begin) * here[starts]
    for t in range(longest):
        rows = starts[: alive[t]] + t
        if t:
            now = (now[: alive[t]] @ after) * here[rows]
        total = now.sum(axis=1)
        now = now / total[:, None]
        forward[rows], scale[rows] = now, total
    pairs = np.zeros(follow.shape, np.float64)
    for t in range(longest - 2, -1, -1):
        rows = starts[: alive[t + 1]] + t
        ahead = here[rows + 1] * backward[rows + 1] / scale[rows + 1][:, None]
        backward[rows] = ahead @ after.T
        pairs += forward[rows].T.astype(np.float64) @ ahead
    labels = forward * backward
    labels /= labels.sum(axis=1, keepdims=True)
    log_sum = float(np.log(scale, dtype=np.float64).sum() + highest.sum(dtype=np.float64))
    first = labels[starts].sum(axis=0, dtype=np.float64)
    return Expected(log_sum, labels, pairs * after, first)
