"""How likely two quotes in different languages report the same utterance.

A weighted sum of the features of a pair (`across`) is its log-odds. The weights are few and of
round size on purpose: they were set on invented events, since no real one was at hand that people
had marked in two languages, and weights learned from some of these events did worse on the others
(the model card in ``weights/`` has the figures). For the same reason the probability is drawn
towards the middle, and every row asks for a person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np

from toolkit.compare.matching.across import FEATURES, Crossing, Grid
from toolkit.compare.matching.bags import Rows

#: Quotes of one language compared at once with all of the other: bounds memory.
BLOCK = 200
#: Log-odds of pairs that are not kept, being next to impossible.
FLOOR = -4.0
#: Log-odds count for so much less than on invented events, and no pair is surer than this.
DRAWN_IN = 0.8
SUREST = 0.95


@dataclass(frozen=True)
class Weights:
    """What each feature counts."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, found: Mapping[str, Grid]) -> Grid:
        """The weighted sum of the features of some pairs."""
        total = sum(weight * found[name] for name, weight in self.weights.items())
        return np.asarray(self.intercept + total, dtype=np.float32)


@dataclass(frozen=True)
class Likely:
    """Pairs of quotes, ordered by row in the one language and then in the other (`columns`).

    `log_odds` says how likely each is, `covered` how well the longer says what the shorter does.
    """

    rows: Rows
    columns: Rows
    log_odds: Grid
    covered: Grid


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship."""
    path = files("toolkit.compare.matching") / "weights" / "across.json"
    return Weights(**json.loads(path.read_text(encoding="utf8")))


def probability(log_odds: float) -> float:
    """The share of pairs of such log-odds that we expect to be one utterance in real coverage.

    >>> probability(0.0), probability(3.0)
    (0.475, 0.871)
    """
    return float(round(SUREST / (1 + np.exp(-DRAWN_IN * log_odds)), 4))


def likely_pairs(crossing: Crossing, weights: Weights) -> Likely:
    """The pairs of quotes of two languages that are not next to impossible."""
    found: list[tuple[Rows, Rows, Grid, Grid]] = []
    for start in range(0, len(crossing.a.said), BLOCK):
        part = crossing.part(start, start + BLOCK)
        figures = {name: FEATURES[name](part) for name in weights.weights}
        log_odds = weights.log_odds(figures)
        rows, columns = np.nonzero(log_odds > FLOOR)
        kept = (log_odds[rows, columns], figures["covered"][rows, columns])
        found.append((rows + start, columns, *kept))
    return Likely(*(np.concatenate(column) for column in zip(*found, strict=True)))
