"""Sums of small decision trees, kept as plain arrays and summed with NumPy alone.

Boosted by scikit-learn in ``train``; here they only answer. Two such sums ship: one ranks the
candidates of a quote's source (`ranking`), one tells which stretches of words are reported speech
(`segments`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

#: So many rows are scored at once: more would only take memory.
BATCH = 4096


@dataclass(frozen=True)
class Trees:
    """A sum of decision trees as arrays: one row a node, a leaf points at itself.

    `score` and `share` are a calibration curve: the share that was right at each score; `least` is
    the lowest score with which an answer is taken.
    """

    feature: NDArray[np.int16]
    threshold: Matrix
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Matrix
    roots: NDArray[np.int32]
    depth: int
    base: float
    score: Matrix
    share: Matrix
    least: float

    def predict(self, rows: Matrix) -> Matrix:
        """The raw score of each row of features, some thousand rows at a time."""
        parts = [self._sum(rows[i : i + BATCH]) for i in range(0, len(rows), BATCH)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _sum(self, rows: Matrix) -> Matrix:
        at = np.tile(self.roots, (len(rows), 1))
        index = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[index, self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        total: Matrix = self.value[at].sum(axis=1) + self.base
        return total

    def share_at(self, score: float) -> float:
        """The calibrated probability at a score."""
        return float(np.interp(score, self.score, self.share))


@lru_cache(maxsize=4)
def load_trees(name: str) -> Trees:
    """The trees of one weight file that ships with the package."""
    return trees_of(read_weights(name))


def read_weights(name: str) -> dict[str, Any]:
    """The arrays of one weight file that ships with the package."""
    path = files("toolkit.extract") / "weights" / f"{name}.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return {key: arrays[key] for key in arrays.files}


def trees_of(arrays: Mapping[str, Any]) -> Trees:
    """The trees of the arrays of a weight file."""
    numbers = {name: float(arrays[name]) for name in ("base", "least")}
    return Trees(**{**arrays, **numbers, "depth": int(arrays["depth"])})
