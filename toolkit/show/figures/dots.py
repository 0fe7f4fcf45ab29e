"""Who has it and who has not, drawn: a row for each thing, a dot for each outlet that has it.

A small dot means that it was not found in the articles at hand, and nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from toolkit.show import palette
from toolkit.show.figures.drawing import (
    AXIS,
    Names,
    heads_of,
    label_width,
    make_axes,
    names,
    nothing,
    rows_of,
    wrapped,
    write,
    write_heads,
)
from toolkit.show.phrases import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Marks in a cell, beyond which their number is written.
MARKS = 4


def agreement(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw which outlets tell which utterances and particulars.

    `frame` is that of ``measures.agreement``: a row for each thing, with its `text` and the ids of
    the `outlets` that have it. `outlets` maps ids to printed names. Returns the axes.

    Does not show: the same told in other words.
    """
    del sides
    for column in ("kind", "item", "outlets"):
        names(frame, column, None)
    rows = {
        f"{row['kind']} {row['item']}": row for _, row in frame.dropna(subset="outlets").iterrows()
    }
    texts = {key: str(row["text"]) for key, row in rows.items()}
    held = {key: set(str(row["outlets"]).split(";")) for key, row in rows.items()}
    every = list(dict.fromkeys(o for have in held.values() for o in sorted(have)))
    columns = _columns(every, outlets)

    def cell(key: str, outlet: str) -> tuple[int, str]:
        return int(outlet in held[key]), ""

    return _dots(texts, columns, cell, ax, "figure.agreement")


def absences(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw what most outlets have and one has not, with how many articles we have from it.

    `frame` is that of ``measures.absences``: a row for each thing and each outlet in which it was
    not found, with its `text`, the `outlets` that have it, and the number of `articles`. Returns
    the axes.

    Does not show: that anything was kept from anybody; it may stand in other articles.
    """
    del sides
    names(frame, "outlet", None)
    texts: dict[str, str] = {}
    held: dict[str, set[str]] = {}
    lacking: dict[tuple[str, str], str] = {}
    for _, row in frame.iterrows():
        key = f"{row['kind']} {row['item']}"
        texts[key] = str(row["item"] if pd.isna(row["text"]) else row["text"])
        have = "" if pd.isna(row["outlets"]) else str(row["outlets"])
        held.setdefault(key, set()).update(o for o in have.split(";") if o)
        number = 0 if pd.isna(row["articles"]) else int(row["articles"])
        lacking[key, str(row["outlet"])] = say("absent.cell", n=number)
    every = [o for have in held.values() for o in sorted(have)] + [o for _, o in lacking]
    columns = _columns(every, outlets)

    def cell(key: str, outlet: str) -> tuple[int, str]:
        return int(outlet in held[key]), lacking.get((key, outlet), "")

    return _dots(texts, columns, cell, ax, "figure.absences")


def scare_quotes(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw which words stand in marks that nobody is said to have spoken, a dot for each place.

    `frame` is that of ``measures.scare_quotes``: a row for each outlet and term; where a speaker is
    near, the cell says so. Returns the axes.

    Does not show: what the marks mean: distance, irony, or simply whose word it is.
    """
    del sides
    columns = names(frame, "outlet", outlets)
    rows = {k: f"“{v}”" for k, v in names(frame, "term", None).items()}
    held = {(str(r["term"]), str(r["outlet"])): r for _, r in frame.iterrows()}

    def cell(term: str, outlet: str) -> tuple[int, str]:
        row = held.get((term, outlet))
        if row is None or pd.isna(row["value"]):
            return 0, ""
        near = row.get("speaker_near")
        known = near is not None and not pd.isna(near)
        return round(float(row["value"])), say("speaker_near") if known and near else ""

    return _dots(rows, columns, cell, ax, "figure.scare_quotes", bold=True)


def _columns(every: Sequence[str], outlets: Names | None) -> dict[str, str]:
    """The outlets that have a column, by their printed names as far as these are given."""
    columns = {k: v for k, v in (outlets or {}).items() if k in every}
    return columns | {o: o for o in every if o not in columns}


#: How many marks a cell has, and what is written beneath them.
Cell = Callable[[str, str], tuple[int, str]]


def _dots(
    texts: Mapping[str, str],
    columns: Names,
    cell: Cell,
    ax: Axes | None,
    empty: str,
    *,
    bold: bool = False,
) -> Axes:
    rows = wrapped(texts)
    heads, lines = heads_of(columns, 12)
    cells = {(row, column): cell(row, column) for row in rows for column in heads}
    told = any(note for _, note in cells.values())
    axes = ax or make_axes(
        width=label_width(rows) + 1.12 * max(len(heads), 1) + 0.3,
        height=(0.62 if told else 0.46) * max(len(rows), 1) + 0.22 * lines + 0.3,
    )
    if not rows or not heads:
        return nothing(axes, say(empty))
    rows_of(axes, rows, top=-0.6 - 0.42 * lines, right=len(heads) - 0.1, bold=bold)
    write_heads(axes, heads, -0.6, size=AXIS)
    for y, row in enumerate(rows):
        for k, column in enumerate(heads):
            _place(axes, k, y, *cells[row, column])
    return axes


def _place(axes: Axes, x: float, y: float, number: int, note: str) -> None:
    at = y - 0.14 if note else float(y)
    if not number:
        axes.plot([x + 0.05], [at], marker="o", markersize=3, color=palette.DOT)
    for n in range(number if number <= MARKS else 1):
        axes.plot([x + 0.05 + 0.12 * n], [at], marker="o", markersize=8, color=palette.INK)
    if number > MARKS:
        write(axes, x + 0.13, at, f"× {number}", size=AXIS)
    if note:
        write(axes, x, y + 0.2, note, size=AXIS, color=palette.MUTED)
