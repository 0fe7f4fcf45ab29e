"""How often each rule was right on marked news: where the probabilities come from.

``weights/rules.json`` is written by ``python -m toolkit.extract.calibrate`` and holds four tables
of shares: of the quotes that a rule finds, those that people marked too (`quote`); of the
sources it names, those that overlap the marked one (`source`); of the names that a right source
was followed to, the right ones (`name`), and the same where the name was matched with an actor of
the event (`actor`). The probability of a speaker is that of the source times that of the name.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

#: How the name of a rule begins that chose between two nearly as likely (a pronoun, say).
CONTESTED = "contested"
#: Names are followed worse where words are only reported: who relays them stands in between.
IN_MARKS, REPORTED = "marks", "reported"


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


def of(method: str, kind: str, rule: str, *, source: float | None = None) -> Confidence:
    """The confidence of a rule of attribution together with a rule of resolution.

    `source` is the probability of the source where a ranker knows it better than the rule.
    """
    measured = _measured()
    quote = measured["quote"].get(f"{kind}/{method}", _share(measured["quote"], kind))
    known = _share(measured["source"], method) if source is None else source
    return Confidence(quote, round(known * _of_name(measured["name"], rule, kind), 3))


def as_actor(p_speaker: float, rule: str, kind: str) -> float:
    """The probability of a speaker whose name was matched with an actor of the event."""
    measured = _measured()
    source = p_speaker / _of_name(measured["name"], rule, kind)
    return round(min(1.0, source) * _of_name(measured["actor"], rule, kind), 3)


def style_of(kind: str) -> str:
    """Whether a quote of a kind has words in marks, by the name that the tables have for it."""
    return REPORTED if kind == "indirect" else IN_MARKS


def _of_name(table: dict[str, float], rule: str, kind: str) -> float:
    """The share of a rule of resolution; one seen too seldom has that of its like."""
    style, contested = style_of(kind), [CONTESTED] if rule.startswith(CONTESTED) else []
    near = [rule, *contested]
    known = [*(f"{style}/{name}" for name in near), *near, style, "all"]
    return next(table[name] for name in known if name in table)


def _share(table: dict[str, float], rule: str) -> float:
    """A rule seen too seldom has the share of all rules together."""
    return table.get(rule, table["all"])
