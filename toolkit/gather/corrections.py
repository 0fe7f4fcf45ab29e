"""What a person overruled: the rows of ``corrections.csv`` beside an event.

A person's word is worth keeping longer than the program that it corrects. So a row names places in
texts, which never change, and not the ids of quotes, which shift when the program finds one quote
more; it says what the program had (`old`), what holds (`new`), who said so and when. The file opens
in a spreadsheet and may have columns of one's own. Later rows win over earlier ones.

Here rows are read and written; `toolkit.overruled` lets them hold, `toolkit.teach.review` adds
them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from toolkit.errors import UsageError, nearest
from toolkit.gather.archive import coded_rows, replace_file
from toolkit.model import (
    CORRECTION_FIELDS,
    PAIR_FIELDS,
    Correction,
    CorrectionField,
    Span,
    read_place,
    read_spans,
    write_spans,
)

CORRECTIONS = "corrections.csv"
COLUMNS = ("article_id", "spans", "field", "old", "new", "who", "when")


def load_corrections(folder: Path) -> tuple[Correction, ...]:
    """The corrections of an event's folder, in the order of the file; none without the file.

    Errors: UsageError with file and line for a missing column, an unknown field, a place that is
    none. An article that the event does not have is no error here: it may not be fetched yet.
    """
    return tuple(_read(folder / CORRECTIONS))


def save_corrections(
    folder: Path, new: Iterable[Correction], *, without: Iterable[Correction] = ()
) -> None:
    """Add corrections after the others, and take some of those that are there out.

    `without` are corrections as `load_corrections` gave them. Rows that stay keep their columns,
    those of one's own too. The file is put in place whole: a run that is killed leaves the old one
    or the new one. Errors: as for `load_corrections`; then nothing is written.
    """
    path = folder / CORRECTIONS
    held = _read(path)
    dropped = {correction.row for correction in without}
    rows = [row for _, row in coded_rows(path)]
    kept = [row for row, c in zip(rows, held, strict=True) if c.row not in dropped]
    own = [name for name in (rows[0] if rows else ()) if name not in COLUMNS]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*COLUMNS, *own], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows([*kept, *(_row(correction) for correction in new)])
    replace_file(path, out.getvalue().encode("utf8"))


def _read(path: Path) -> list[Correction]:
    return [_correction(row, f"{path.name}:{line}", path) for line, row in coded_rows(path)]


def _correction(row: Mapping[str, str], where: str, path: Path) -> Correction:
    for column in COLUMNS:
        if column not in row:
            hint = nearest(column, [name for name in row if name not in COLUMNS])
            raise UsageError(f"{path.name}:1: there is no column '{column}'{hint}")
    field, new = _field(row["field"].strip(), where), row["new"].strip()
    if field in PAIR_FIELDS:
        _check_place(new, where)
    return Correction(
        article_id=_filled(row, "article_id", where),
        spans=_spans(_filled(row, "spans", where), where),
        field=field,
        new=new,
        old=row["old"].strip() or None,
        who=row["who"].strip() or None,
        when=row["when"].strip() or None,
        row=where,
    )


def _field(value: str, where: str) -> CorrectionField:
    for field in CORRECTION_FIELDS:
        if value == field:
            return field
    known = ", ".join(CORRECTION_FIELDS)
    hint = nearest(value, CORRECTION_FIELDS)
    raise UsageError(f"{where}: field '{value}' is not one of {known}{hint}")


def _filled(row: Mapping[str, str], column: str, where: str) -> str:
    if not row[column].strip():
        raise UsageError(f"{where}: '{column}' has no value; it names the quote that is meant")
    return row[column].strip()


def _spans(written: str, where: str) -> tuple[Span, ...]:
    try:
        return read_spans(written)
    except ValueError:
        what = f"spans '{written}' is not spans such as 120-180;190-220"
        raise UsageError(f"{where}: {what}") from None


def _check_place(written: str, where: str) -> None:
    try:
        read_place(written)
    except ValueError:
        what = f"new '{written}' is not the place of a quote such as tide-1:120-180;190-220"
        raise UsageError(f"{where}: {what}") from None


def _row(correction: Correction) -> dict[str, str]:
    return {
        "article_id": correction.article_id, "spans": write_spans(correction.spans),
        "field": correction.field, "old": correction.old or "", "new": correction.new,
        "who": correction.who or "", "when": correction.when or "",
    }  # fmt: skip
