"""When a lead or a difference may be stated: the one rule, for report, figures and notebooks.

Two numbers may be told apart if (1) there is enough to count, (2) their reading intervals do not
touch, so that misreading cannot have made the difference, and (3), where the sentence is about an
outlet's habit and not about the articles at hand, the comparison of whole articles allows it: four
articles or more of each, and a small p after all that was compared. Else it is "too few to say" (1
fails, or there are too few articles), or "too close to say".

Of a hundred events in which outlets do not differ, four may have a claim of a habit: one for words
that were searched for (`ALPHA_WORDS`), three for all else that is compared in one go (`ALPHA`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from toolkit.compare.statistics.permuting import LEAST_ARTICLES

Verdict = Literal["clear", "too close to say", "too few to say"]

#: A difference is beyond chance from this p on down; and of a word that nobody named beforehand.
ALPHA, ALPHA_WORDS = 0.03, 0.01

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Habit:
    """What is known of an outlet's other articles: how many are at hand of each, and the p.

    `p` is None where nothing was compared.
    """

    articles: Sequence[int]
    p: float | None


@dataclass(frozen=True, slots=True)
class Lead:
    """What may be said of the first of several: which it is, where that is clear."""

    first: str | None
    verdict: Verdict


def differ(one: Row, other: Row, *, habit: Habit | None = None) -> Verdict:
    """Whether two rows of a measure may be said to differ.

    A row has value, low, high and enough. `habit` is handed in where the sentence says what an
    outlet does in general; without it the sentence must be about the articles at hand.

    >>> one = {"value": 0.7, "low": 0.6, "high": 0.8, "enough": True}
    >>> other = {"value": 0.2, "low": 0.1, "high": 0.3, "enough": True}
    >>> differ(one, other), differ(one, {**other, "high": 0.6})
    ('clear', 'too close to say')
    >>> differ(one, other, habit=Habit([1, 1], None))
    'too few to say'

    Does not show: that a difference matters, or why it is there.
    """
    few = habit is not None and (habit.p is None or min(habit.articles) < LEAST_ARTICLES)
    if few or not (_enough(one) and _enough(other)):
        return "too few to say"
    touching = _end(one, "low") <= _end(other, "high") and _end(other, "low") <= _end(one, "high")
    if touching or (habit is not None and habit.p is not None and habit.p > ALPHA):
        return "too close to say"
    return "clear"


def find_lead(rows: pd.DataFrame, named: str) -> Lead:
    """Which of several rows leads, by the column `named`: the first, if it differs from each other.

    Rows without a value cannot lead and do not stand against it.

    >>> rows = pd.DataFrame({"side": ["a", "b"], "value": [.7, .2], "low": [.6, .1],
    ...                      "high": [.8, .3], "enough": True})
    >>> find_lead(rows, "side")
    Lead(first='a', verdict='clear')
    """
    ordered = rows.dropna(subset=["value"]).sort_values("value", ascending=False, kind="stable")
    listed: Sequence[Row] = ordered.to_dict("records")
    if not listed or not all(map(_enough, listed)):
        return Lead(None, "too few to say")
    first, *rest = listed
    clear = first["value"] > 0 and all(differ(first, other) == "clear" for other in rest)
    return Lead(str(first[named]), "clear") if clear else Lead(None, "too close to say")


def find_leads(frame: pd.DataFrame, sides: Sequence[str]) -> dict[str, Lead]:
    """What may be said of the first side in each outlet of a frame of ``measures.voice``.

    Only the `sides` that the event names can lead.

    >>> frame = pd.DataFrame({"outlet": "tide", "side": ["a", "b"], "value": [.5, .4],
    ...                       "low": [.4, .3], "high": [.6, .5], "enough": True})
    >>> find_leads(frame, ["a", "b"])
    {'tide': Lead(first=None, verdict='too close to say')}
    """
    of_sides = frame[frame["side"].isin(sides)].dropna(subset=["value"])
    return {
        str(outlet): find_lead(rows, "side")
        for outlet, rows in of_sides.groupby("outlet", sort=False)
    }


def _enough(row: Row) -> bool:
    return bool(not pd.isna(row["enough"]) and row["enough"])


def _end(row: Row, name: str) -> float:
    """An end of the interval; a number without one is its own interval."""
    return float(row["value"] if pd.isna(row[name]) else row[name])
