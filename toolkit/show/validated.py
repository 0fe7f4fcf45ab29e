"""How often names, labels and framing words were found rightly, in the words of a report.

The numbers are those of ``compare/statistics/validation.json``, from which the reading intervals of
counts are drawn too. What the makers of the program marked themselves says so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from toolkit.extract.measured import share_interval
from toolkit.model import Event
from toolkit.show import wording
from toolkit.show.measuring import SHARES, Cell, languages_of
from toolkit.show.phrases import say

#: What each kind of thing is called, in the order in which they are shown.
KINDS: Final = {
    "person": "persons",
    "body": "bodies",
    "group": "groups",
    "concept": "things",
    "attribute": "words that describe a side",
    "verb": "reporting verbs",
    "scare_quote": "words at arm’s length",
    "hedge": "hedges",
}
#: The language of the marked news from which the numbers come.
COUNTED: Final = "en"


@dataclass(frozen=True, slots=True)
class Block:
    """The kinds that were counted on the same texts."""

    note: str
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def prepare_validated(event: Event) -> dict[str, Any]:
    """What the section prints: `validated`, a list of `Block`, and what to know of other languages.

    The list is empty where nothing was counted.
    """
    borrowing = [c for c in languages_of(event) if c != COUNTED]
    names = wording.listing([wording.language_name(code) for code in borrowing])
    return {
        "validated": blocks_of(_load()),
        "validated_heads": [SHARES[share][0] for share in ("recall", "precision")],
        "validated_note": " ".join(
            [say("validated"), *([say("borrowed.names", languages=names)] if names else [])]
        ),
    }


def blocks_of(counts: list[dict[str, Any]]) -> list[Block]:
    """The counts of a validation file by the texts that they come from.

    >>> [block] = blocks_of([{"kind": "person", "found": 50, "right": 40, "marked": 48, "tp": 20.0,
    ...                       "fp": 5.0, "tp_marked": 20.0, "fn": 4.0, "note": "Some news."}])
    >>> [(name, [cell.number for cell in cells]) for name, cells in block.rows]
    [('persons', ['83', '80'])]
    """
    known = {str(row["kind"]): row for row in counts}
    by_note: dict[str, list[tuple[str, tuple[Cell, ...]]]] = {}
    for kind, name in KINDS.items():
        if row := known.get(kind):
            cells = (
                _cell(row["tp_marked"], row["fn"], int(row["marked"])),
                _cell(row["tp"], row["fp"], int(row["found"])),
            )
            by_note.setdefault(str(row["note"]), []).append((name, cells))
    return [Block(note, tuple(rows)) for note, rows in by_note.items()]


def _cell(right: float, wrong: float, n: int) -> Cell:
    """A share in percent; its interval is that of the numbers made fewer, as they were counted."""
    total = right + wrong
    if not total:
        return Cell(None, 0.0, 0.0, n)
    # Things of one article were made fewer already, so that each counts as one of its own here.
    low, high = share_interval([(1, 1)] * round(right) + [(0, 1)] * round(wrong))
    at = round(100 * right / total, 1)
    return Cell(at, round(100 * (low or 0.0), 1), round(100 * (high or 0.0), 1), n)


def _load() -> list[dict[str, Any]]:
    path = files("toolkit.compare.statistics") / "validation.json"
    counts: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf8"))["counts"]
    return counts
