"""How fully what was said is carried, drawn: by utterance, and by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from toolkit.show import palette, wording
from toolkit.show.figures.drawing import (
    AXIS,
    NOTE,
    POINT,
    Names,
    heads_of,
    label_width,
    make_axes,
    mark,
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

#: The relations of a version that are drawn; any other means that there is none.
DRAWN = ("verbatim", "cut", "altered", "cut+altered", "paraphrase", "translation")
#: So many utterances of a side are drawn a mark each; beyond, their number stands alone.
MARKS = 24
ACROSS = 8  # marks in a line
#: Inches of a line of marks.
LINE = 0.21


def utterances(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
    utterances: Names | None = None,
) -> Axes:
    """Draw which outlet prints which utterance, and in how many of its words.

    `frame` is that of ``measures.utterances``: a row for each utterance and outlet, with the
    share of the fullest version's words that it prints and how (`relation`). `utterances` maps
    ids to the words by which a row is called. Returns the axes.

    Does not show: which of the fullest version's words are missing; `views.side_by_side` does.
    """
    del sides  # the rows are utterances; every figure takes the same names
    named = names(frame, "utterance_id", utterances)
    heads, lines = heads_of(names(frame, "outlet", outlets), 12)
    rows = wrapped(named)
    axes = ax or make_axes(
        width=label_width(rows) + 1.12 * max(len(heads), 1) + 0.3,
        height=0.62 * max(len(rows), 1) + 0.22 * lines + 0.3,
    )
    if not rows or not heads:
        return nothing(axes, say("figure.utterances"))
    rows_of(axes, rows, top=-0.6 - 0.34 * lines, right=len(heads) - 0.1, bold=False)
    write_heads(axes, heads, -0.6, size=AXIS)
    held = {(r["utterance_id"], r["outlet"]): r for _, r in frame.iterrows()}
    for y, utterance in enumerate(rows):
        for k, outlet in enumerate(heads):
            _glyph(axes, k, y, held.get((utterance, outlet)))
    return axes


def _glyph(axes: Axes, x: float, y: float, row: pd.Series | None) -> None:
    """One version of an utterance as the look draws it, its name beneath."""
    from matplotlib.patches import Rectangle

    share = 0.0 if row is None or pd.isna(row["value"]) else float(row["value"])
    relation = None if row is None else row.get("relation")
    name = relation if isinstance(relation, str) else ""
    if name not in DRAWN and (name or share == 0):
        axes.plot([x + 0.03], [y - 0.17], marker="o", markersize=3, color=palette.DOT)
        write(axes, x, y + 0.2, say("not_found"), size=AXIS, color=palette.MUTED)
        return
    axes.plot([x, x + 0.8], [y - 0.17] * 2, color=palette.DOT, linewidth=1.2, zorder=2)
    if name == "paraphrase":
        _box(axes, x, y, 0.8, filled=False, linestyle=(0, (3, 2)))
    elif name == "translation":
        _box(axes, x, y, 0.8)
        _box(axes, x, y, 0.2, filled=False)
        code = "" if row is None else row.get("language")
        if isinstance(code, str):
            write(axes, x + 0.1, y - 0.17, code.partition("-")[0], size=12 * POINT, ha="center")
    else:
        _box(axes, x, y, 0.8 * share)
        if "altered" in name:
            hollow = (x + 0.4 * share, y - 0.25)
            axes.add_patch(Rectangle(hollow, 0.12 * share, 0.16, facecolor=palette.PAPER, zorder=4))
    write(axes, x, y + 0.2, name.replace("+", ", ") or wording.percent(share), size=AXIS)


def _box(axes: Axes, x: float, y: float, width: float, *, filled: bool = True, **look: Any) -> None:
    from matplotlib.patches import Rectangle

    fill = palette.INK if filled else palette.PAPER
    axes.add_patch(Rectangle(
        (x, y - 0.29), width, 0.24, facecolor=fill, edgecolor=palette.INK, linewidth=1.0,
        zorder=3 if filled else 4, **look,
    ))  # fmt: skip


def fullness(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw how many of a side's known utterances each outlet carries, a mark for each of them.

    `frame` is that of ``measures.fullness``: a row for each outlet and side, with `known`,
    `carried` and `shown` (the mean share of the fullest versions' words). Filled marks are
    utterances that the outlet carries. Returns the axes.

    Does not show: what a side said that no outlet printed.
    """
    named = names(frame, "side", sides)
    rows = names(frame, "outlet", outlets)
    heads, lines = heads_of(named, 22)
    most = min(MARKS, max([1, *frame["known"].fillna(0).astype(int)])) if len(frame) else 1
    deep = 0.5 + LINE * ((most - 1) // ACROSS + 1)
    axes = ax or make_axes(
        width=label_width(rows) + 2.3 * max(len(heads), 1) + 0.1,
        height=deep * max(len(rows), 1) + 0.24 * lines + 0.3,
    )
    if not rows or not heads:
        return nothing(axes, say("figure.fullness"))
    rows_of(axes, rows, top=-0.62 - (0.24 * lines + 0.1) / deep, right=len(heads))
    for k, (side, head) in enumerate(heads.items()):
        mark(axes, k + 0.03, -0.62 - 0.08 / deep, palette.look_of(side, list(named)))
        write(axes, k + 0.09, -0.62, head, size=NOTE, va="bottom", linespacing=1.1)
    held = {(r["outlet"], r["side"]): r for _, r in frame.iterrows()}
    for y, outlet in enumerate(rows):
        for k, side in enumerate(heads):
            if (outlet, side) in held:
                look = palette.look_of(side, list(named))
                _carried(axes, k, y, held[outlet, side], look, LINE / deep)
    return axes


def _carried(
    axes: Axes, x: float, y: float, row: pd.Series, look: palette.Look, line: float
) -> None:
    """The known utterances as marks, those that are carried filled, and their numbers beneath."""
    known, carried = (0 if pd.isna(row[c]) else int(row[c]) for c in ("known", "carried"))
    if not known:
        write(axes, x, y, say("none"), size=AXIS, color=palette.MUTED)
        return
    lines = -(-known // ACROSS) if known <= MARKS else 0
    top = y - line * lines / 2
    for n in range(known if lines else 0):
        at = (x + 0.03 + 0.08 * (n % ACROSS), top + line * (n // ACROSS))
        mark(axes, *at, look, hollow=n >= carried, small=True)
    told = say("carried", carried=carried, known=known)
    if not pd.isna(row["shown"]):
        told += f", {say('carried.words', share=wording.percent(float(row['shown'])))}"
    write(axes, x, top + line * lines, told, size=AXIS, color=palette.MUTED)
