"""What a person answered to suggested labels: into the event's file, and remembered.

The table is the one of `suggest_labels`, with yes or no in the column `accept`: filled in a
spreadsheet, in a notebook's form, or in code. Wordings that do not fit may be deleted from a row's
`labels` before it is accepted, and others written in.
"""

from __future__ import annotations

import csv
import getpass
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.compare.suggesting.labels import BETWEEN, COLUMNS
from toolkit.errors import UsageError
from toolkit.gather.archive import replace_file
from toolkit.gather.decisions import Answer, Decision, save_decisions
from toolkit.gather.editing import Addition, add_wordings, save_text
from toolkit.gather.event import load_event
from toolkit.model import Event
from toolkit.tables import to_frame

#: What people write for yes and no, English and Spanish; an empty cell leaves the row for later.
YES = frozenset(["yes", "y", "x", "true", "1", "si", "sí", "s", "ok"])
NO = frozenset(["no", "n", "false", "0"])
LATER = frozenset(("", "later", "luego", "-", "?"))
_ANSWERS: tuple[Answer | None, ...] = ("yes", "no", None)
#: The columns that are read; the others are there for the person.
NEEDED = ("kind", "id", "labels", "accept")


def accept_labels(event: Event, table: pd.DataFrame, *, who: str | None = None) -> Event:
    """Write accepted labels into the event's ``event.yaml``, and remember what was rejected.

    event: with the folder that it was loaded from. table: rows of `suggest_labels` with yes or no
    in `accept` (empty for later); the labels of a row are parted by ";". who: who decided, by
    default the login name.

    Accepted labels are appended to the ``aliases`` of the actor or the ``terms`` of the concept;
    everything else in the file stays as it is. Every answer is kept in ``label-decisions.csv``
    beside it. Nothing is written unless all of the table can be.

    Returns: the event as its file has it now.
    Errors: UsageError for an event without a folder, an unknown id, an answer but yes or no.

    >>> from tempfile import TemporaryDirectory
    >>> folder = TemporaryDirectory()
    >>> file = Path(folder.name) / "event.yaml"
    >>> head = "id: works\\ntitle: Works\\nconcepts:\\n  - {id: closure, label: It"
    >>> _ = file.write_text(head + ", terms: [closure]}\\n")
    >>> row = {"kind": "concept", "id": "closure", "labels": "shutdown", "accept": "yes"}
    >>> accept_labels(load_event(folder.name), pd.DataFrame([row])).concepts[0].terms
    ('closure', 'shutdown')
    >>> folder.cleanup()

    Does not show: whether a label names the thing in every place; read some of its mentions.
    """
    if event.folder is None:
        what = f"event '{event.id}' was not loaded from a folder: there is no event.yaml to write"
        raise UsageError(f"{what}; load it with load_event")
    _check_columns(table)
    decisions = list(_decisions(table, who or _login_name()))
    file = event.folder / "event.yaml"
    text = add_wordings(file, _additions(decisions))
    if decisions:
        # First what would be lost, then what can be read off the table again.
        save_decisions(event.folder, [decision for _, decision in decisions])
    if any(decision.decision == "yes" for _, decision in decisions):
        save_text(file, text)
    return load_event(event.folder, outlets=event.outlets or None)


def count_answers(table: pd.DataFrame) -> dict[str, int]:
    """How many rows of a table are accepted (yes), rejected (no) and left for later.

    >>> count_answers(pd.DataFrame({"kind": "body", "id": "x", "labels": "y", "accept": ["no"]}))
    {'yes': 0, 'no': 1, 'later': 0}
    """
    _check_columns(table)
    answers = [_answer(value, f"row {n}") for n, value in enumerate(table["accept"], 1)]
    return {said or "later": answers.count(said) for said in _ANSWERS}


def write_suggestions(table: pd.DataFrame, path: Path) -> None:
    """Write suggestions as CSV that a spreadsheet opens with its accents right."""
    out = io.StringIO(newline="")
    table.to_csv(out, index=False, lineterminator="\n")
    replace_file(path, out.getvalue().encode("utf-8-sig"))


def read_suggestions(path: Path) -> pd.DataFrame:
    """Read suggestions that a person answered in a spreadsheet.

    path: CSV in UTF-8, parted by commas or, as some spreadsheets write it, by semicolons.
    Errors: UsageError where the file is missing, not UTF-8, or lacks a column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file") from None
    except UnicodeDecodeError:
        cure = "save it again as 'CSV UTF-8'"
        raise UsageError(f"{path.name}: the file is not UTF-8; {cure}") from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UsageError(f"{path.name}: not CSV ({error})") from None
    columns = [name for name in (rows[0] if rows else ()) if name]
    table = pd.DataFrame([{c: row.get(c) or None for c in columns} for row in rows])
    if not rows:
        return to_frame([], COLUMNS)
    _check_columns(table, path.name)
    return table.astype("string")


def _check_columns(table: pd.DataFrame, name: str = "the table") -> None:
    missing = [column for column in NEEDED if column not in table.columns]
    if missing:
        what = f"there is no column '{missing[0]}'; it must have {', '.join(NEEDED)}"
        raise UsageError(f"{name}: {what}, as suggest_labels gives them")


def _decisions(table: pd.DataFrame, who: str | None) -> Iterator[tuple[str, Decision]]:
    """The owner ("actor" or "concept") and the decision, for each label that was decided on."""
    when = datetime.now(UTC).isoformat(timespec="seconds")
    for number, row in enumerate(table.to_dict("records"), 1):
        answer = _answer(row["accept"], f"row {number} ({row['id']}, {row['labels']})")
        if answer is None:
            continue
        owner = "concept" if row["kind"] == "concept" else "actor"
        for label in _labels(row["labels"]):
            yield owner, Decision(str(row["id"]), label, answer, who, when)


def _answer(value: Any, where: str) -> Answer | None:
    said = "" if pd.isna(value) else str(value).strip().casefold()
    if said in YES:
        return "yes"
    if said in NO:
        return "no"
    if said in LATER:
        return None
    raise UsageError(f"{where}: accept '{value}' is not yes or no; leave it empty to decide later")


def _labels(value: Any) -> list[str]:
    parts = ("" if pd.isna(value) else str(value)).split(BETWEEN.strip())
    return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def _additions(decisions: Sequence[tuple[str, Decision]]) -> list[Addition]:
    wanted: dict[tuple[str, str], list[str]] = defaultdict(list)
    for owner, decision in decisions:
        if decision.decision == "yes":
            wanted[owner, decision.id].append(decision.label)
    return [Addition(owner, i, tuple(words)) for (owner, i), words in wanted.items()]


def _login_name() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return None
