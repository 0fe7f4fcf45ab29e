"""The chain's sums against all labellings written out one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract.chain import forward_backward

LABELS = 3


def one_by_one(scores, follow, begin):
    """The log of the sum over all labellings, and the share of each label at each word."""
    size = len(scores)
    total, shares = 0.0, np.zeros((size, LABELS))
    for labels in product(range(LABELS), repeat=size):
        score = begin[labels[0]] + sum(scores[i, label] for i, label in enumerate(labels))
        score += sum(follow[a, b] for a, b in pairwise(labels))
        total += np.exp(score)
        for i, label in enumerate(labels):
            shares[i, label] += np.exp(score)
    return np.log(total), shares / total


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_paragraphs_side_by_side_are_each_summed_alone(lengths, seed):
    random = np.random.default_rng(seed)
    scores = random.normal(size=(sum(lengths), LABELS)).astype(np.float32)
    follow = random.normal(size=(LABELS, LABELS)).astype(np.float32)
    begin = random.normal(size=LABELS).astype(np.float32)
    starts = np.cumsum([0, *lengths[:-1]])
    found = forward_backward(scores, starts, np.array(lengths), follow, begin)
    alone = [
        one_by_one(scores[a : a + n], follow, begin) for a, n in zip(starts, lengths, strict=True)
    ]
    assert found.log_sum == pytest.approx(sum(log for log, _ in alone), abs=1e-3)
    assert found.labels == pytest.approx(np.vstack([shares for _, shares in alone]), abs=1e-4)
    assert found.first == pytest.approx(sum(shares[0] for _, shares in alone), abs=1e-4)
    assert found.pairs.sum() == pytest.approx(sum(n - 1 for n in lengths), abs=1e-3)


def test_far_scores_neither_overflow_nor_vanish():
    scores = np.array([[900.0, -900.0, 0.0]] * 300, np.float32)
    follow, begin = np.zeros((LABELS, LABELS), np.float32), np.zeros(LABELS, np.float32)
    found = forward_backward(scores, np.array([0]), np.array([300]), follow, begin)
    assert np.isfinite(found.labels).all() and found.labels[:, 0].min() > 0.999
