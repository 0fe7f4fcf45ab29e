"""Shares drawn: a mark where a share lies, a line where it may lie as well, and its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from toolkit.show import palette, wording
from toolkit.show.figures.drawing import (
    AXIS,
    NOTE,
    PITCH,
    Names,
    heads_of,
    label_width,
    line,
    make_axes,
    mark,
    names,
    nothing,
    rows_of,
    share_axis,
    write,
    write_heads,
)
from toolkit.show.phrases import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def voice(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw which share of an outlet's quoted words each side gets, with its reading interval.

    `frame` is that of ``measures.voice``: a row for each outlet and side. `sides` and `outlets`
    map ids to printed names, in the order in which they are drawn; without them the ids are
    printed in the frame's order. Returns the axes.

    Does not show: whether a share would hold for the outlet's other articles.
    """
    named_sides = names(frame, "side", sides)
    named_outlets = names(frame, "outlet", outlets)
    loose = frame[~frame["side"].isin(list(named_sides)) & (frame["value"].fillna(0) > 0)]
    columns: list[str | None] = [*named_sides, *([None] if len(loose) else [])]
    heads, lines = heads_of({c or "": named_sides[c] if c else say("no_side") for c in columns}, 15)
    axes = ax or make_axes(
        width=label_width(named_outlets) + 1.5 * max(len(columns), 1) + 1.1,
        height=0.42 * max(len(named_outlets), 1) + 0.3 * lines + 0.5,
    )
    if not named_outlets or not columns:
        return nothing(axes, say("figure.voice"))
    top = -0.62 - 0.46 * lines
    rows_of(axes, named_outlets, top=top, right=PITCH * len(columns) + 0.55)
    share_axis(axes, len(columns), len(named_outlets))
    for k, (side, head) in enumerate(zip(columns, heads.values(), strict=True)):
        look = palette.look_of(side, list(named_sides))
        mark(axes, k * PITCH + 0.05, -0.74, look)
        write(axes, k * PITCH + 0.16, -0.57, head, size=NOTE, va="bottom", linespacing=1.1)
    for y, outlet in enumerate(named_outlets):
        _voice_row(axes, y, frame[frame["outlet"] == outlet], columns, list(named_sides))
    return axes


def _voice_row(
    axes: Axes,
    y: int,
    rows: pd.DataFrame,
    columns: Sequence[str | None],
    sides: Sequence[str],
) -> None:
    quotes = int(rows["n"].fillna(0).sum())
    right = PITCH * len(columns)
    if quotes == 0:
        write(axes, 0.03, y, say("figure.no_quotes"), color=palette.MUTED, size=NOTE, backed=True)
        return
    write(axes, right, y, wording.count(quotes, "quote"), size=NOTE)
    if not rows["enough"].fillna(False).any():
        told = say("too_few.shares" if len(columns) > 1 else "too_few.short")
        write(axes, 0.03, y, told, color=palette.MUTED, size=NOTE, backed=True)
        return
    for k, side in enumerate(columns):
        here = rows[~rows["side"].isin(sides)] if side is None else rows[rows["side"] == side]
        if len(here):
            _share(axes, k * PITCH, y, here.iloc[0], palette.look_of(side, sides))


def ends_of(row: pd.Series) -> tuple[float, float, float]:
    """The value of a row and its interval, which is the value itself where there is none."""
    value = float(row["value"])
    low, high = (value if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
    return value, low, high


def _share(axes: Axes, x: float, y: int, row: pd.Series, look: palette.Look) -> None:
    """One share: its interval as a line, its mark, its number; none at all in words."""
    if pd.isna(row["value"]):
        return
    value, low, high = ends_of(row)
    if value == 0:
        line(axes, x + low, x + high, y, palette.DOT)
        write(
            axes, x + high + 0.06, y, say("none_found"), color=palette.MUTED, size=AXIS, backed=True
        )
        return
    line(axes, x + low, x + high, y, palette.INK)
    mark(axes, x + value, y, look)
    after = max(high, value + 0.05)
    write(axes, x + after + 0.06, y, wording.percent(value), size=NOTE, backed=True)


def measured(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
    quotes: Names | None = None,
    shares: Names | None = None,
) -> Axes:
    """Draw how many of a hundred quotes the program read rightly on marked news.

    `frame` is that of ``measuring.tabulate_measured``: a row for each group of quotes (`quotes`)
    and share (`share`). `quotes` and `shares` map these to printed names. Returns the axes.

    Does not show: how well the program reads the articles at hand.
    """
    del sides, outlets  # groups of quotes and shares of them; every figure takes the same names
    rows = names(frame, "quotes", quotes)
    heads, lines = heads_of(names(frame, "share", shares), 18)
    axes = ax or make_axes(
        width=label_width(rows) + 1.7 * max(len(heads), 1) + 0.4,
        height=0.42 * max(len(rows), 1) + 0.24 * lines + 0.6,
    )
    if not rows or not heads:
        return nothing(axes, say("figure.measured"))
    rows_of(axes, rows, top=-0.62 - 0.5 * lines, right=PITCH * len(heads), bold=False)
    share_axis(axes, len(heads), len(rows))
    write_heads(axes, heads, -0.62, pitch=PITCH)
    held = {(r["quotes"], r["share"]): r for _, r in frame.iterrows()}
    for y, row in enumerate(rows):
        for k, share in enumerate(heads):
            if (row, share) in held:
                _measured_share(axes, k * PITCH, y, held[row, share])
    return axes


def _measured_share(axes: Axes, x: float, y: int, row: pd.Series) -> None:
    """One share of marked quotes: its interval as a line, a dot, its number."""
    if pd.isna(row["value"]):
        write(axes, x + 0.03, y, say("none"), color=palette.MUTED, size=NOTE, backed=True)
        return
    value, low, high = ends_of(row)
    line(axes, x + low, x + high, y, palette.INK)
    axes.plot([x + value], [y], marker="o", markersize=7.0, color=palette.INK, zorder=4)
    after = max(high, value + 0.05)
    write(axes, x + after + 0.06, y, wording.percent(value), size=NOTE, backed=True)
