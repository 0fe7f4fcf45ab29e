"""What a person said of suggested labels: the rows of ``label-decisions.csv`` beside an event.

An accepted label goes into ``event.yaml`` and needs no memory; one that was rejected would come
back with every suggestion. So both are written down, with who said so and when. The file opens in a
spreadsheet; whoever changes a mind deletes the row. Later rows win over earlier ones.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from toolkit.errors import UsageError, nearest
from toolkit.gather.archive import coded_rows, replace_file

DECISIONS = "label-decisions.csv"
COLUMNS = ("id", "label", "decision", "who", "when")
Answer = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer: whether a label names the actor or concept with that id."""

    id: str
    label: str
    decision: Answer
    who: str | None = None
    when: str | None = None


def load_decisions(folder: Path) -> tuple[Decision, ...]:
    """The last decision on each label of each actor and concept; none without the file.

    Errors: UsageError with file and line for a missing column, or a decision but yes or no.
    """
    path = folder / DECISIONS
    latest = {}
    for line, row in coded_rows(path):
        decision = _decision(row, path, line)
        latest[decision.id, decision.label.casefold()] = decision
    return tuple(latest.values())


def save_decisions(folder: Path, new: Iterable[Decision]) -> None:
    """Add decisions after the others; the file is put in place whole."""
    path = folder / DECISIONS
    load_decisions(folder)  # a damaged file is not written over
    rows = [row for _, row in coded_rows(path)]
    own = [name for name in (rows[0] if rows else ()) if name not in COLUMNS]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*COLUMNS, *own], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows([*rows, *({k: v or "" for k, v in asdict(d).items()} for d in new)])
    replace_file(path, out.getvalue().encode("utf8"))


def _decision(row: dict[str, str], path: Path, line: int) -> Decision:
    for column in COLUMNS:
        if column not in row:
            hint = nearest(column, [name for name in row if name not in COLUMNS])
            raise UsageError(f"{path.name}:1: there is no column '{column}'{hint}")
    said = row["decision"].strip().casefold()
    if said not in ("yes", "no"):
        what = f"decision '{row['decision']}' is not yes or no; change it, or delete the row"
        raise UsageError(f"{path.name}:{line}: {what}")
    answer: Answer = "yes" if said == "yes" else "no"
    who, when = row["who"].strip() or None, row["when"].strip() or None
    return Decision(row["id"].strip(), row["label"].strip(), answer, who, when)
