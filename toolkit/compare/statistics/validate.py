"""How the program errs, counted anew on marked news: makes ``validation.json``.

    python -m toolkit.compare.statistics.validate --corpora ../shared/corpora

Quotes and speakers: NewsWCL50, 25 articles, read with event files that were written from two of
each event's five articles. A marked quote is found if a found one holds three tenths of it.
Persons, bodies, groups and concepts: the articles from which those files were not written; the
marks leave genuine mentions out, so that precision is counted too low, and the intervals reach
lower than they need. Marks that quote nobody: the sample event, our own.

What ships are counts and quantiles; no words of any text.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import brentq
from scipy.special import expit, logit

from toolkit.compare.statistics.marked import (
    Cell,
    Sample,
    read_cells,
    read_samples,
)
from toolkit.compare.statistics.validation import Validation, read_validation
from toolkit.extract.measured import WITHIN, put_between
from toolkit.extract.tabulation import tabulate_framing
from toolkit.gather.event import load_event

FILE = Path(__file__).parent / "validation.json"
CARD = "<!-- validation -->", "<!-- end of validation -->"
MADE_BY = "python -m toolkit.compare.statistics.validate"
#: The quantiles that are kept of lengths: so many steps from the least to the most.
STEPS = 41
#: How alike the mentions of one thing in one article are in being found or not. Of 0, .1, .3 and .5
#: the one whose intervals covered nearest to nine in ten, each event left out in turn.
WITHIN_A_THING = 0.3
#: No shift of log-odds is larger: a kind seen a few times may have come out right always.
MOST_SHIFT = 3.0
#: What was counted, by kind of thing.
NOTES = {
    "person": "NewsWCL50, articles unseen when the event file was written",
    "scare_quote": "our own sample event",
}


def fit(samples: Sequence[Sample], cells: Sequence[Cell], marks: Cell | None = None) -> Validation:
    """What a file of validation holds, counted on these samples and cells."""
    return read_validation(json.loads(json.dumps(count(samples, cells, marks))))


def count(
    samples: Sequence[Sample], cells: Sequence[Cell], marks: Cell | None = None
) -> dict[str, Any]:
    """The counts as the file has them: by kind of quote, of speakers, by kind of thing."""
    kinds = sorted({c.kind for c in cells})
    by_kind = [(kind, [c for c in cells if c.kind == kind]) for kind in kinds]
    counts = [_count_row(kind, some, WITHIN_A_THING, NOTES["person"]) for kind, some in by_kind]
    if marks:
        counts.append(_count_row(marks.kind, [marks], 0.0, NOTES["scare_quote"]))
    return {"made_by": MADE_BY, "speakers": _speakers(samples), "quotes": _quotes(samples),
            "counts": counts}  # fmt: skip


def read_marks() -> Cell:
    """Words at arm's length in the sample event: found against those coded."""
    event = load_event("saltworks")
    assert event.folder is not None
    coded = pd.read_csv(event.folder / "mark-codings.csv")
    coded = coded[coded["kind"] == "scare_quote"]
    found = tabulate_framing(event)
    found = found[found["kind"] == "scare_quote"]
    both = found.merge(coded, on=["article_id", "start", "end"])
    return Cell(
        "saltworks", "scare_quote", len(both), len(found) - len(both), len(coded) - len(both)
    )


def _count_row(kind: str, cells: Sequence[Cell], within: float, note: str) -> dict[str, Any]:
    found = _fewer([c.tp + c.fp for c in cells], within)
    marked = _fewer([c.tp + c.fn for c in cells], within)
    tp, fp, fn = (sum(getattr(c, name) for c in cells) for name in ("tp", "fp", "fn"))
    return {
        "kind": kind, "found": tp + fp, "marked": tp + fn, "right": tp,
        "tp": round(tp * found, 1), "fp": round(fp * found, 1),
        "tp_marked": round(tp * marked, 1), "fn": round(fn * marked, 1), "note": note,
    }  # fmt: skip


def _fewer(sizes: Iterable[int], within: float) -> float:
    """What counts are multiplied with because things of one article resemble one another."""
    n = np.array([size for size in sizes if size], float)
    return float((n / (1 + (n - 1) * within)).sum() / n.sum()) if n.sum() else 1.0


def _quotes(samples: Sequence[Sample]) -> list[dict[str, Any]]:
    told = []
    held = [(s, *s.holders()) for s in samples]
    for kind in ("direct", "mixed", "indirect"):
        of_kind = [
            (s, quote, marks) for s, per, _ in held
            for quote, marks in zip(s.found, per, strict=True) if quote["kind"] == kind
        ]  # fmt: skip
        if not of_kind:
            continue
        missed = [[m for m in lost if m.kind == kind] for _, _, lost in held]
        tp = sum(len(marks) for _, _, marks in of_kind)
        fewer = _fewer([
            len(lost) + sum(len(marks) for other, _, marks in of_kind if other is s)
            for (s, _, _), lost in zip(held, missed, strict=True)
        ], WITHIN)  # fmt: skip
        lengths = [
            sum(s.words(m.spans) for m in marks) / q["words"] for s, q, marks in of_kind if marks
        ]
        lost_words = [
            s.words(m.spans) for (s, *_), lost in zip(held, missed, strict=True) for m in lost
        ]
        real = [bool(marks) for _, _, marks in of_kind]
        told.append({
            "kind": kind, "found": len(of_kind), "real": sum(real),
            "marked": tp + len(lost_words), "missed": len(lost_words),
            "tp": round(tp * fewer, 1), "fn": round(len(lost_words) * fewer, 1),
            "shift": _shift([float(q["p_quote"]) for _, q, _ in of_kind], real),
            "lengths": _quantiles(lengths, 3), "missed_words": _quantiles(lost_words, 1),
        })  # fmt: skip
    return told


def _shift(p: Sequence[float], real: Sequence[bool]) -> float:
    """What, added to the log-odds of each, makes them sum to the number that was real."""
    odds = logit(np.clip(p, 1e-6, 1 - 1e-6))
    share = (sum(real) + 0.5) / (len(real) + 1)

    def too_high(shift: float) -> float:
        return float(expit(odds + shift).mean() - share)

    if too_high(MOST_SHIFT) < 0 or too_high(-MOST_SHIFT) > 0:
        return float(np.copysign(MOST_SHIFT, -too_high(0.0)))
    return round(float(brentq(too_high, -MOST_SHIFT, MOST_SHIFT)), 3)


def _speakers(samples: Sequence[Sample]) -> dict[str, Any]:
    """How often a speaker is right where one is named, against how often it was thought to be."""
    right, thought, found_missed, missed = 0, 0.0, 0, 0
    asked = 0
    for sample in samples:
        held, lost = sample.holders()
        for quote, marks in zip(sample.found, held, strict=True):
            if marks and pd.notna(quote["speaker"]):
                asked += 1
                right += sample.speaker_of(marks[0]) == quote["speaker"]
                thought += float(quote["p_speaker"])
        missed += len(lost)
        found_missed += sum(sample.speaker_of(m) is not None for m in lost)
    return {
        "asked": asked, "right": right, "missed": missed, "missed_of_found": found_missed,
        "unforeseen": round(max(0.0, 1 - right / max(1.0, thought)), 3),
        "among_found": round(found_missed / max(1, missed), 3),
    }  # fmt: skip


def _quantiles(values: Sequence[float], digits: int) -> list[float]:
    steps = np.quantile(values or [1.0], np.linspace(0, 1, STEPS))
    return [round(float(v), digits) for v in steps]


def figures_for_card(told: dict[str, Any]) -> str:
    """The model card's table."""
    lines = ["| of | found | right | marked | missed |", "|---|---|---|---|---|"]
    for q in told["quotes"]:
        lines.append(
            f"| {q['kind']} quotes | {q['found']} | {q['real']} | {q['marked']} | {q['missed']} |"
        )
    for c in told["counts"]:
        missed = c["marked"] - c["right"]
        lines.append(f"| {c['kind']} | {c['found']} | {c['right']} | {c['marked']} | {missed} |")
    s = told["speakers"]
    lines.append(f"| speakers of found quotes | {s['asked']} | {s['right']} | | |")
    return "\n".join(lines)


def measure(corpora: Path) -> dict[str, Any]:
    """All that ``validation.json`` holds; `corpora` is the folder of the reference corpora."""
    return count(read_samples(corpora), read_cells(corpora), read_marks())


def write(told: dict[str, Any], path: Path = FILE) -> None:
    """Write the file, one row a line."""
    parts = [f' "made_by": {json.dumps(told["made_by"])}',
             f' "speakers": {json.dumps(told["speakers"])}']  # fmt: skip
    for name in ("quotes", "counts"):
        rows = ",\n".join(f"  {json.dumps(row)}" for row in told[name])
        parts.append(f' "{name}": [\n{rows}\n ]')
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf8")


def main() -> None:
    """Count, write the file and the card's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    told = measure(parser.parse_args().corpora)
    write(told)
    put_between(CARD, figures_for_card(told), FILE.with_name("README.md"))
    print(figures_for_card(told))


if __name__ == "__main__":
    main()
