"""Would a share hold for the outlet's other articles? Sampling doubt, for the measures that can.

The unit is the article. Of one article nothing is said; of two and three an interval and one dot
an article; from four articles of two outlets on, whole articles are dealt anew to see whether an
outlet differs from the others beyond chance. A count has no such doubt, for another article has
other things to count: what is asked about is its share.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.statistics.permuting import compare
from toolkit.compare.statistics.sampling import LEAST_ARTICLES, Dot, dots, interval
from toolkit.compare.tallies import Row
from toolkit.errors import UsageError, nearest
from toolkit.languages import plain_code
from toolkit.model import Article, Event, fingerprint
from toolkit.tables import REAL, TEXT, WHOLE

Doubt = Literal["reading", "sampling"]
Floats = NDArray[np.float64]

#: The columns that come with sampling doubt: one dot an article, how many articles, and the chance
#: of a difference as large anywhere in the table if outlets did not differ.
COLUMNS = {"dots": TEXT, "articles": WHOLE, "p": REAL}


#: What is known of a part that no article of any outlet has: nothing.
UNQUOTED = {"low": None, "high": None, "doubt": "sampling", "enough": False}


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing counted: a quote, a mention, a verb. Its cell is a part of a whole."""

    outlet: str
    article_id: str
    whole: Hashable
    cell: Hashable
    weight: float = 1.0


def check_doubt(doubt: str) -> None:
    """Raise UsageError for a doubt that is none of the two."""
    kinds = ("reading", "sampling")
    if doubt not in kinds:
        raise UsageError(f"doubt '{doubt}' is not 'reading' or 'sampling'{nearest(doubt, kinds)}")


def sample_shares(
    things: Sequence[Thing], event: Event, *, by_language: bool
) -> dict[tuple[str, Hashable, Hashable], dict[str, Any]]:
    """The columns of a share with its sampling doubt, by outlet, whole and cell.

    With `by_language`, outlets are compared within a language only.
    """
    chances = _p_values(things, event, by_language)
    of_whole: dict[tuple[str, Hashable], list[Thing]] = {}
    cells: dict[Hashable, dict[Hashable, None]] = {}
    for thing in things:
        of_whole.setdefault((thing.outlet, thing.whole), []).append(thing)
        cells.setdefault(thing.whole, {})[thing.cell] = None
    found = {}
    for (outlet, whole), own in of_whole.items():
        articles, weights = [t.article_id for t in own], [t.weight for t in own]
        for cell in cells[whole]:
            parts = [t.weight * (t.cell == cell) for t in own]
            columns = _columns(dots(articles, parts, weights), sum(parts) / (sum(weights) or 1.0))
            key = outlet, whole, cell
            found[key] = {**columns, "p": chances.get(key)}
    return found


def sample_counts(
    found: Iterable[tuple[tuple[str, Hashable, Hashable], Sequence[Row]]], event: Event
) -> dict[tuple[str, Hashable, Hashable], dict[str, Any]]:
    """The columns of each cell's share of its whole, for things counted by outlet, whole and cell.

    Words differ by language, so outlets are compared within one.
    """
    things = [
        Thing(outlet, hit["article_id"], whole, cell)
        for (outlet, whole, cell), hits in found
        for hit in hits
    ]
    return sample_shares(things, event, by_language=True)


def _columns(made: Sequence[Dot], value: float) -> dict[str, Any]:
    low, high = interval([d.value for d in made], [d.size for d in made])
    return {
        "value": value, "low": None if low is None else min(low, value),
        "high": None if high is None else max(high, value), "doubt": "sampling",
        "enough": len(made) >= LEAST_ARTICLES, "articles": len(made),
        "dots": ";".join(f"{d.article_id}={d.value:.3f}" for d in made) or None,
    }  # fmt: skip


def _p_values(
    things: Sequence[Thing], event: Event, by_language: bool
) -> dict[tuple[Any, Hashable, Hashable], float]:
    """How likely chance makes a difference as large anywhere, for each outlet, whole and cell."""
    told = {t.article_id for t in things}
    articles = [a for a in event.articles if a.article_id in told]
    languages = sorted({plain_code(a.language) for a in articles}) if by_language else [""]
    found: dict[tuple[Any, Hashable, Hashable], float] = {}
    for language in languages:
        own = [a for a in articles if not language or plain_code(a.language) == language]
        # One comparison a language: together they may go wrong as seldom as one.
        found |= {key: min(1.0, p * len(languages)) for key, p in _compared(things, own)}
    return found


def _compared(
    things: Sequence[Thing], articles: Sequence[Article]
) -> Iterable[tuple[tuple[Any, Hashable, Hashable], float]]:
    rows = {a.article_id: n for n, a in enumerate(articles)}
    here = [t for t in things if t.article_id in rows]
    columns = {c: n for n, c in enumerate(dict.fromkeys((t.whole, t.cell) for t in here))}
    if not columns:
        return
    parts = np.zeros((len(rows), len(columns)))
    sums: dict[Hashable, Floats] = {}
    for thing in here:
        row = rows[thing.article_id]
        parts[row, columns[thing.whole, thing.cell]] += thing.weight
        sums.setdefault(thing.whole, np.zeros(len(rows)))[row] += thing.weight
    wholes = np.stack([sums[whole] for whole, _ in columns], axis=1)
    compared = compare(
        parts, [a.outlet for a in articles], sizes=wholes,
        keys=[fingerprint(a.text) for a in articles],
    )  # fmt: skip
    for row, outlet in enumerate(compared.groups):
        for (whole, cell), column in columns.items():
            if not np.isnan(compared.p[row, column]):
                yield (outlet, whole, cell), float(compared.p[row, column])
