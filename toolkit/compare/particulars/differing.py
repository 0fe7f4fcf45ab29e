"""Numbers that differ: two outlets count the same noun in like sentences, and not alike.

"64 employees" in one outlet and "about 60" in another may be a rounding, an update, or a different
count. Which of them is right, or whether both are, is not known here, and nobody is said to be
wrong. Only pairs that are very likely about one thing are listed: the same noun (people, houses,
but no prices, shares or spans of time), sentences in one language that share telling words, numbers
of one size, and neither number in the other outlet too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.compare.citing import cite_place
from toolkit.compare.particulars.contexts import Contexts, Sentence
from toolkit.compare.particulars.figures import SIGNS
from toolkit.compare.particulars.numbers import WORTH, Quantity, quantity_of
from toolkit.model import Event
from toolkit.tables import REAL, TEXT

#: Units in which prices, shares and spans are measured: too many of them stand in one story.
MEASURED = frozenset(WORTH) | frozenset(SIGNS.values()) | {
    "pesos", "cents", "per cent", "percentage points", "degrees", "litres", "seconds", "times",
}  # fmt: skip
#: Sentences at least so alike, with so many rare words in common, may count the same thing.
ALIKE = 0.2
SHARED = 3
#: The larger number is at most so many times the smaller.
SIZE = 2.0
#: A number called rough that is so near the other is a rounding of it.
ROUND = 0.15

SCHEMA = {
    "unit": TEXT, "how": TEXT, "outlet_a": TEXT, "particular_a": TEXT, "evidence_a": TEXT,
    "outlet_b": TEXT, "particular_b": TEXT, "evidence_b": TEXT, "similarity": REAL,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Given:
    """A number that an outlet gives in a sentence."""

    name: str
    outlet: str
    place: str
    quantity: Quantity
    sentence: Sentence


def find_differing_numbers(event: Event, particulars: pd.DataFrame) -> pd.DataFrame:
    """Pairs of outlets that give different numbers for what reads like one thing.

    `particulars` is the table of `tabulate_particulars`. A row for each pair, the most alike
    sentences first: the noun (`unit`), whether one number may round the other (`how` "rounded",
    else "different"), both outlets, numbers and places, and how alike the sentences are.

    Does not show: which number is right, or that it is one thing that both count.
    """
    contexts = Contexts(event)
    given = list(_given(particulars, contexts))
    values: dict[tuple[str, str], set[float]] = {}
    for g in given:
        values.setdefault((g.outlet, g.quantity.unit), set()).add(g.quantity.value)
    rows = []
    for a, b in combinations(given, 2):
        if _comparable(a, b, values):
            alike = contexts.likeness(a.sentence, b.sentence)
            if alike >= ALIKE and len(a.sentence.words & b.sentence.words) >= SHARED:
                rows.append(_row(a, b, alike))
    rows.sort(key=lambda r: (-r["similarity"], r["evidence_a"], r["evidence_b"]))
    seen: set[tuple[str, ...]] = set()
    once = []
    for row in rows:
        key = tuple(str(row[k]) for k in ("outlet_a", "particular_a", "outlet_b", "particular_b"))
        if key not in seen:
            seen.add(key)
            once.append(row)
    return tables.to_frame(once, SCHEMA)


def _given(particulars: pd.DataFrame, contexts: Contexts) -> Iterator[_Given]:
    for row in particulars[particulars["kind"] == "number"].to_dict("records"):
        quantity = quantity_of(str(row["particular"]))
        sentence = contexts.at(str(row["article_id"]), int(row["start"]))
        if quantity and sentence and quantity.unit not in MEASURED:
            place = cite_place(row)
            yield _Given(str(row["particular"]), str(row["outlet"]), place, quantity, sentence)


def _comparable(a: _Given, b: _Given, values: dict[tuple[str, str], set[float]]) -> bool:
    one, other = a.quantity, b.quantity
    if a.outlet == b.outlet or one.unit != other.unit or one.value == other.value:
        return False
    if a.sentence.article.language != b.sentence.article.language:
        return False
    near = max(one.value, other.value) <= SIZE * min(one.value, other.value)
    apart = other.value not in values[a.outlet, one.unit]
    return near and apart and one.value not in values[b.outlet, one.unit]


def _row(a: _Given, b: _Given, alike: float) -> dict[str, Any]:
    one, other = a.quantity, b.quantity
    apart = abs(one.value - other.value) / max(one.value, other.value)
    rounded = bool(one.how or other.how) and apart <= ROUND
    return {
        "unit": one.unit, "how": "rounded" if rounded else "different",
        "outlet_a": a.outlet, "particular_a": a.name, "evidence_a": a.place,
        "outlet_b": b.outlet, "particular_b": b.name, "evidence_b": b.place, "similarity": alike,
    }  # fmt: skip
