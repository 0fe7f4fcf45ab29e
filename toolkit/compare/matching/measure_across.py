"""How well the same utterance is found across languages, for the model card in ``weights/``.

    python -m toolkit.compare.matching.measure_across --cases tests/cases/alignment

Every event with quotes in two languages is read twice, with its gold quotes and with those that the
program finds, and three ways of ranking its pairs are measured: the plain one (the best pair of
sentences, where the speakers have one name), the weights that ship, and weights learned from the
other events alone; then what the table holds of it, where only pairs in one utterance count.
"""

from __future__ import annotations

import argparse
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from toolkit.compare.alignment import align_quotes
from toolkit.compare.matching.across import FEATURES, Crossing, Grid
from toolkit.compare.matching.bags import Numbers
from toolkit.compare.matching.counterparts import load_weights
from toolkit.compare.matching.lessons import Lesson, found_rows, read_cases
from toolkit.compare.matching.meaning import encode, sentences_of
from toolkit.compare.matching.speakers import find_persons, same_speaker
from toolkit.compare.matching.train import Flags, fit_logistic
from toolkit.compare.said import read_said
from toolkit.extract.measured import put_between
from toolkit.gather.archive import load_codings
from toolkit.gather.event import load_event

WEIGHTS = Path(__file__).parent / "weights"
#: Between these lines of the model card stands what was measured.
CARD = "<!-- measured across languages -->", "<!-- end of measured across languages -->"
HEADINGS = (
    "event", "quotes", "pairs", "one utterance", "plain", "learned from the others", "shipped",
    "table", "recall of the table", "precision of the table",
)  # fmt: skip
#: Recall is told at this precision.
PRECISION = 0.8

Rows = Sequence[Mapping[Hashable, Any]]


@dataclass(frozen=True)
class Read:
    """The pairs of quotes in two languages of one event, and how three ways rank them.

    `plain` and `table` have a figure for each pair, in the order of `same`; minus infinity where
    that way leaves the pair out.
    """

    event: str
    reading: str
    features: Mapping[str, Numbers]
    same: Flags
    plain: Numbers
    table: Numbers


def average_precision(figures: Numbers, same: Flags) -> float:
    """Mean precision at each true pair, the most likely first; a pair left out has none.

    >>> average_precision(np.array([0.9, 0.8, -np.inf]), np.array([True, False, True]))
    0.5
    """
    ranked = same[_ranked(figures)]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].sum() / max(1, same.sum()))


def recall_at(figures: Numbers, same: Flags, precision: float = PRECISION) -> float:
    """The largest share of true pairs that a threshold finds at this precision or a better one.

    >>> recall_at(np.array([0.9, 0.8, 0.7]), np.array([True, False, True]))
    0.5
    """
    ranked = same[_ranked(figures)]
    right = np.cumsum(ranked)
    reached = right[right / np.arange(1, len(ranked) + 1) >= precision]
    return float(reached.max(initial=0) / max(1, same.sum()))


def _ranked(figures: Numbers) -> Any:
    order = np.argsort(-figures, kind="stable")
    return order[np.isfinite(figures[order])]


def read_sample() -> Lesson:
    """The sample event, with the utterances that were coded by hand."""
    event = load_event("saltworks")
    assert event.folder is not None
    gold = tuple(
        {
            **row, "side": None, "p_speaker": 1.0,
            "speaker": row["speaker"] if isinstance(row["speaker"], str) else None,
            "utterances": row["utterance"].split(";") if isinstance(row["utterance"], str) else [],
        }
        for row in load_codings(event.folder).to_dict("records")
    )  # fmt: skip
    return Lesson(event.id, False, event.articles, gold)


def read_across(lesson: Lesson) -> Iterator[Read]:
    """An event with its gold quotes and with those that the program finds; none in one language."""
    if len({a.language for a in lesson.articles}) > 1:
        yield _read(lesson, "gold", lesson.gold)
        yield _read(lesson, "found", found_rows(lesson))


def _read(lesson: Lesson, reading: str, rows: Rows) -> Read:
    articles = {a.article_id: a for a in lesson.articles}
    names = sorted({str(row["speaker"]) for row in rows if isinstance(row["speaker"], str)})
    persons = find_persons(names, lesson.articles)
    said = [read_said(row, articles[row["article_id"]], persons) for row in rows]
    judged = [n for n, row in enumerate(rows) if row["utterances"] is not None]
    table = _in_one_utterance(lesson, rows)
    parts = []
    for a, b in combinations(sorted({said[n].language for n in judged}), 2):
        first, second = ([n for n in judged if said[n].language == code] for code in (a, b))
        crossing = Crossing.of([said[n] for n in first], [said[n] for n in second])
        pairs = [(rows[m], rows[n]) for m in first for n in second]
        parts.append((
            {name: feature(crossing).ravel().astype(float) for name, feature in FEATURES.items()},
            [not set(x["utterances"]).isdisjoint(y["utterances"]) for x, y in pairs],
            _plain(crossing).ravel().astype(float),
            [table.get(frozenset((x["quote_id"], y["quote_id"])), -np.inf) for x, y in pairs],
        ))  # fmt: skip
    features, same, plain, ranked = zip(*parts, strict=True)
    return Read(
        lesson.event, reading,
        {name: np.concatenate([f[name] for f in features]) for name in FEATURES},
        np.concatenate(same), np.concatenate(plain), np.concatenate(ranked),
    )  # fmt: skip


def _plain(crossing: Crossing) -> Grid:
    """The cosine of the best pair of sentences, where the speakers have one name."""
    return np.array([
        [
            float((encode(sentences_of(a)) @ encode(sentences_of(b)).T).max())
            if same_speaker(a.speaker, b.speaker) else -np.inf
            for b in crossing.b.said
        ]
        for a in crossing.a.said
    ], dtype=np.float32)  # fmt: skip


def _in_one_utterance(lesson: Lesson, rows: Rows) -> dict[frozenset[str], float]:
    """Pairs of quotes that the table has in one utterance, by the product of their p_same."""
    quotes = pd.DataFrame([{k: v for k, v in row.items() if k != "utterances"} for row in rows])
    found: dict[frozenset[str], float] = {}
    for _, group in align_quotes(quotes, lesson.articles).groupby("utterance_id"):
        rated = list(zip(group["quote_id"].tolist(), group["p_same"].tolist(), strict=True))
        for (a, p), (b, q) in combinations(rated, 2):
            pair = frozenset((a, b))
            found[pair] = max(found.get(pair, 0.0), p * q)
    return found


def shipped(read: Read) -> Numbers:
    """How the weights that ship rank an event's pairs."""
    weights = load_weights().weights
    return np.asarray(_columns(read, weights) @ np.array(list(weights.values())))


def learned(read: Read, others: Sequence[Read]) -> Numbers:
    """How weights rank them that were learned from other events, each held to its sign."""
    weights = load_weights().weights
    signs = [1 if weight > 0 else -1 for weight in weights.values()]
    rows = np.concatenate([_columns(r, weights) for r in others])
    same = np.concatenate([r.same for r in others])
    found, _ = fit_logistic(rows, same, np.ones(len(same)), signs)
    return np.asarray(_columns(read, weights) @ found)


def _columns(read: Read, names: Iterable[str]) -> Numbers:
    return np.column_stack([read.features[name] for name in names])


def figures(reads: Sequence[Read]) -> Iterator[list[str]]:
    """A row of the model card for each event and reading: counts, and shares in percent."""
    for read in reads:
        others = [r for r in reads if r.event != read.event]
        ways = [read.plain, *([learned(read, others)] if others else []), shipped(read), read.table]
        shares = [average_precision(way, read.same) for way in ways]
        shares += [
            recall_at(read.table, read.same), float(read.same[np.isfinite(read.table)].mean())
        ]  # fmt: skip
        told = [f"{100 * share:.0f}" for share in shares]
        if not others:
            told.insert(1, "")
        yield [read.event, read.reading, str(len(read.same)), str(read.same.sum()), *told]


def write(rows: Iterable[Sequence[str]], card: Path = WEIGHTS / "README.md") -> str:
    """Write the figures between their marks in the model card; returns them as written."""
    lines = [" | ".join(HEADINGS), "|".join("---" for _ in HEADINGS), *map(" | ".join, rows)]
    table = (
        "\n".join(f"| {line} |" for line in lines).replace("| ---", "|---").replace("--- |", "---|")
    )
    put_between(CARD, table, card)
    return table


def main() -> None:
    """Read the sample event and the invented ones, measure, and write the model card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=Path("tests/cases/alignment"))
    asked = parser.parse_args()
    lessons = [read_sample(), *read_cases(asked.cases)]
    print(write(figures([read for lesson in lessons for read in read_across(lesson)])))


if __name__ == "__main__":
    main()
