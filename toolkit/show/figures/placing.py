"""Where in an article a side stands, drawn: a mark for each article where articles are few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pandas as pd

from toolkit.compare.tallies import NO_SIDE
from toolkit.show import palette
from toolkit.show.figures.drawing import (
    AXIS,
    Names,
    heads_of,
    label_width,
    make_axes,
    mark,
    names,
    nothing,
    rows_of,
    write,
    write_heads,
)
from toolkit.show.phrases import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Places in an article as the measure names them, in the order in which they are drawn.
PLACES: Final = ("headline", "lead", "first", "last")
DEPTH: Final = "depth"
#: So many articles of an outlet are drawn a mark each; of more, a mark with its number.
MARKS: Final = 4


def prominence(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
    places: Names | None = None,
) -> Axes:
    """Draw in how many of an outlet's articles each side has which place, and how deep it speaks.

    `frame` is that of ``measures.prominence``: a row for each outlet, side and place, its value a
    share of the outlet's `articles` (for "depth" the mean place of the side's quoted words, from 0
    at the top to 1 at the end). `places` maps places to heads. Returns the axes.

    Does not show: why a side stands where it does; news puts first what it holds most important.
    """
    named = names(frame, "side", sides)
    rows = names(frame, "outlet", outlets)
    present = set(names(frame, "place", None))
    printed = places or {p: say(f"place.{p}") for p in (*PLACES, DEPTH)}
    heads, lines = heads_of({p: h for p, h in printed.items() if p in present}, 16)
    parties: list[str] = [*named]
    if len(frame) and (frame["side"] == NO_SIDE).any():
        parties.append(NO_SIDE)
    deep = 0.2 * max(len(parties), 1) + 0.18
    axes = ax or make_axes(
        width=label_width(rows) + 1.35 * max(len(heads), 1) + 0.3,
        height=deep * max(len(rows), 1) + 0.3 * (len(parties) // 4 + 1) + 0.22 * lines + 0.5,
    )
    if not rows or not heads or not parties:
        return nothing(axes, say("figure.prominence"))
    rows_of(axes, rows, top=-0.62 - (0.2 * lines + 0.1) / deep, right=len(heads))
    write_heads(axes, heads, -0.62)
    for k, place in enumerate(heads):
        here = frame[frame["place"] == place]
        held = {(r["outlet"], r["side"]): r for _, r in here.iterrows()}
        for y, outlet in enumerate(rows):
            _rows(axes, k, y, place, [held.get((outlet, s)) for s in parties], parties)
    _legend(axes, len(rows), deep, parties, named)
    return axes


def _rows(
    axes: Axes,
    x: float,
    y: float,
    place: str,
    cells: Sequence[pd.Series | None],
    parties: Sequence[str],
) -> None:
    """One cell: a line for each side."""
    sides = [p for p in parties if p != NO_SIDE]
    step = 0.82 / len(parties)
    if place == DEPTH:
        axes.plot([x, x + 0.8], [y, y], color=palette.DOT, linewidth=1.0, zorder=2)
    drawn = False
    for n, (side, row) in enumerate(zip(parties, cells, strict=True)):
        if row is None or pd.isna(row["value"]) or (place != DEPTH and not row["value"]):
            continue
        drawn, at = True, y - 0.41 + step * (n + 0.5)
        look = palette.look_of(side, sides)
        if place == DEPTH:
            mark(axes, x + 0.8 * float(row["value"]), at, look, small=True)
        else:
            _articles(axes, x + 0.04, at, row, look)
    if not drawn:
        write(axes, x, y, say("no_one"), size=AXIS, color=palette.MUTED, backed=True)


def _articles(axes: Axes, x: float, y: float, row: pd.Series, look: palette.Look) -> None:
    total = 0 if pd.isna(row["articles"]) else int(row["articles"])
    number = round(float(row["value"]) * total)
    for n in range(min(number, MARKS) if total <= MARKS else 1):
        mark(axes, x + 0.09 * n, y, look, small=True)
    if total > MARKS:
        write(axes, x + 0.08, y, say("of_total", n=number, total=total), size=AXIS)


def _legend(axes: Axes, rows: int, deep: float, parties: Sequence[str], named: Names) -> None:
    """The sides with their marks under the figure, four in a line."""
    sides = list(named)
    width = float(axes.get_xlim()[1]) / 4
    for n, side in enumerate(parties):
        x, y = width * (n % 4), rows - 0.5 + (0.2 + 0.26 * (n // 4)) / deep
        mark(axes, x + 0.04, y, palette.look_of(side, sides), small=True)
        write(axes, x + 0.12, y, named.get(side, say("no_side")), size=AXIS)
    axes.set_ylim(rows - 0.5 + (0.2 + 0.3 * (-(-len(parties) // 4))) / deep, axes.get_ylim()[1])
