"""How often the reading intervals hold what people marked, each event left out in turn.

An interval that is called "nine times in ten" must be right nine times in ten. Each event of
NewsWCL50 is read with errors counted on the other four; the sample event with those of all five.
Cells are an article by a speaker found in it (the share of the article's quoted words), and an
article by a person, body, group or concept found in it (how many mentions).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from toolkit.compare.statistics.counts import of_all
from toolkit.compare.statistics.marked import (
    Sample,
    read_cells,
    read_sample_event,
    read_samples,
)
from toolkit.compare.statistics.reading import share_intervals
from toolkit.compare.statistics.validate import fit
from toolkit.compare.statistics.validation import Validation
from toolkit.compare.tallies import NO_SIDE, decision_of, side_chances
from toolkit.model import Actor, Event, Side, slug

#: From this share on a cell is one that a reader looks at.
LARGE = 0.1


@dataclass(frozen=True, slots=True)
class Covered:
    """One cell: its interval and what people marked."""

    event: str
    what: str
    value: float
    low: float
    high: float
    gold: float

    @property
    def holds(self) -> bool:
        """Whether the interval holds the marked value."""
        return self.low - 1e-9 <= self.gold <= self.high + 1e-9


def cover_shares(corpora: Path) -> list[Covered]:
    """Every cell of article by speaker found, of NewsWCL50 and of the sample event."""
    samples, ours = read_samples(corpora), read_sample_event()
    covered = []
    for event in dict.fromkeys(s.event for s in samples):
        known = fit([s for s in samples if s.event != event], [])
        covered += [c for s in samples if s.event == event for c in _share_cells(s, known)]
    known = fit(samples, [])
    return covered + [c for s in ours for c in _share_cells(s, known)]


def cover_counts(corpora: Path) -> list[Covered]:
    """Every cell of article by actor or concept found, of NewsWCL50."""
    cells = read_cells(corpora)
    covered = []
    for event in dict.fromkeys(c.event for c in cells):
        known = fit([], [c for c in cells if c.event != event])
        for cell in (c for c in cells if c.event == event and c.tp + c.fp):
            found = cell.tp + cell.fp
            low, high = of_all(found, cell.kind, validation=known)
            covered.append(Covered(event, cell.kind, found, low, high, cell.tp + cell.fn))
    return covered


def summary(cells: Sequence[Covered]) -> str:
    """How many cells hold what was marked, and how wide the intervals are, in words."""
    held = np.mean([c.holds for c in cells])
    width = np.mean([c.high - c.low for c in cells])
    return f"{100 * held:.1f} % of {len(cells)} cells, mean width {width:.2f}"


def _share_cells(sample: Sample, known: Validation) -> Iterator[Covered]:
    """Each speaker found is a side of its own; the interval is that of ``measures.voice``."""
    names = sample.speakers
    sides = tuple(Side(f"s{n}", name, (Actor(slug(name), name),)) for n, name in enumerate(names))
    event = Event("cells", "", sides=sides)
    own = [{**q, "side": event.side_of(q["speaker"]) if pd.notna(q["speaker"]) else pd.NA}
           for q in sample.found]  # fmt: skip
    marked = sum(sample.words(m.spans) for m in sample.marked)
    words = np.array([float(q["words"]) for q in own])
    if not words.sum() or not marked:
        return
    ids = [*(s.id for s in sides), NO_SIDE]
    low, high = share_intervals(
        words, np.array([float(q["p_quote"]) for q in own]),
        np.array([side_chances(q, event, ids) for q in own]),
        kinds=[q["kind"] for q in own], decisions=[decision_of(q) for q in own], validation=known,
    )  # fmt: skip
    for n, name in enumerate(names):
        gold = sum(sample.words(m.spans) for m in sample.marked if sample.speaker_of(m) == name)
        value = sum(w for w, q in zip(words, own, strict=True) if q["speaker"] == name)
        value /= words.sum()
        ends = min(value, low[n]), max(value, high[n])
        yield Covered(sample.event, "share", value, *ends, gold / marked)
