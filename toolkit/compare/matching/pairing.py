"""From features of a pair to the probability that both quotes report one utterance.

One logistic model for each stratum: the sum of a few features, each with its weight, is the
log-odds. Weights are read from ``weights/pairs.json``; ``train`` makes that file, and the model
card beside it says how well the models do on events that they did not learn from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np

from toolkit.compare.matching.bags import Numbers, Rows
from toolkit.compare.matching.features import FEATURES, Comparison
from toolkit.compare.said import Stratum

#: No pair that was judged is beyond doubt, for or against.
LEAST, MOST = 0.001, 0.995


@dataclass(frozen=True)
class Model:
    """A logistic model: names of `FEATURES` with their weights, and the log-odds without any."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, comparison: Comparison, rows: Rows, columns: Rows) -> Numbers:
        """The log-odds of each pair (rows[k], columns[k])."""
        total = np.full(len(rows), self.intercept)
        for name, weight in self.weights.items():
            total += weight * FEATURES[name](comparison, rows, columns)
        return total

    def probability(self, comparison: Comparison, rows: Rows, columns: Rows) -> Numbers:
        """The probability of each pair, never quite 0 or 1; `LEAST` where two persons differ."""
        odds = np.exp(-self.log_odds(comparison, rows, columns))
        p = np.clip(1.0 / (1.0 + odds), LEAST, MOST)
        return np.where(comparison.can_agree(rows, columns), p, LEAST)


Models: TypeAlias = Mapping[Stratum, Model]


@lru_cache(maxsize=1)
def load_models() -> Models:
    """The models that ship, by stratum."""
    path = files("toolkit.compare.matching") / "weights" / "pairs.json"
    strata = json.loads(path.read_text(encoding="utf8"))["strata"]
    return {name: Model(one["intercept"], one["weights"]) for name, one in strata.items()}
