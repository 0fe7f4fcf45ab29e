"""How often each rule was right on marked news: where the probabilities come from.

``weights/rules.json`` is written by ``python -m toolkit.extract.calibrate`` and holds three tables
of shares: of the quotes that a rule finds, those that people marked too (`quote`); of the
sources it names, those that overlap the marked one (`source`); of the names that a source was
followed to, the right ones (`name`). The probability of a speaker is the product of the last two.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Confidence:
    """Probability that it is a quote, and that the speaker is right."""

    quote: float
    speaker: float


@lru_cache(maxsize=1)
def _measured() -> dict[str, dict[str, float]]:
    path = files("toolkit.extract") / "weights" / "rules.json"
    tables: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf8"))
    return tables


def of(method: str, kind: str, rule: str) -> Confidence:
    """The confidence of a rule of attribution together with a rule of resolution."""
    measured = _measured()
    quote = _share(measured["quote"], f"{kind}/{method}")
    source = _share(measured["source"], method)
    return Confidence(quote, round(source * _share(measured["name"], rule), 3))


def _share(table: dict[str, float], rule: str) -> float:
    """A rule seen too seldom has the share of all rules together."""
    return table.get(rule, table["all"])
