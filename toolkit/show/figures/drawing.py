"""What all figures draw with: axes that belong to nobody else, text, marks, rows and heads.

Sizes are those of the look, in points; a row is one unit high, and counts from the top down.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from toolkit.compare.tallies import NO_SIDE
from toolkit.errors import UsageError, nearest
from toolkit.show import palette

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Names = Mapping[str, str]

#: Pixels of the look to points of matplotlib, at 96 dots an inch.
POINT: Final = 0.75
AXIS, NOTE, BODY = 13 * POINT, 14 * POINT, 16 * POINT
FONTS: Final = ("Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
SERIFS: Final = ("Charter", "Georgia", "Liberation Serif", "DejaVu Serif")
#: Characters of a row's name.
LONGEST: Final = 76
#: From one side's zero to the next one's, in shares.
PITCH: Final = 1.42


def names(frame: pd.DataFrame, column: str, given: Names | None) -> dict[str, str]:
    """Ids to printed names, in the given order; ids that were not given come after."""
    if column not in frame.columns:
        hint = nearest(column, [str(c) for c in frame.columns])
        raise UsageError(f"a figure needs the column '{column}'{hint}")
    present = [str(v) for v in frame[column].dropna().unique() if v != NO_SIDE or column != "side"]
    given = given or {}
    # Sides that an outlet leaves out are drawn all the same; rows without any row are not.
    kept = (
        given
        if column == "side" and len(frame)
        else {k: v for k, v in given.items() if k in present}
    )
    return {**kept, **{k: k for k in present if k not in given}}


def make_axes(*, width: float, height: float) -> Axes:
    """Axes on a new figure that belongs to nobody else (no pyplot, no current figure)."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Canvas

    figure = Canvas(
        figsize=(max(width, 3.0), max(height, 0.8)), layout="constrained", facecolor=palette.PAPER
    )
    FigureCanvasAgg(figure)
    return figure.add_subplot()


def label_width(names: Names) -> float:
    """Inches that the longest row name takes, at the size of body text."""
    lines = [line for name in names.values() for line in textwrap.fill(name, 40).split("\n")]
    return 0.105 * max((len(line) for line in lines), default=0) + 0.25


def fonts(wanted: Sequence[str]) -> list[str]:
    """Those of the fonts that this machine has, so that matplotlib does not log its search."""
    from matplotlib.font_manager import fontManager

    here = set(fontManager.get_font_names())
    return [name for name in wanted if name in here]


def font() -> dict[str, Any]:
    """The font of our own words, as a keyword of matplotlib."""
    return {"fontfamily": fonts(FONTS)}


def write(axes: Axes, x: float, y: float, words: str, *, backed: bool = False, **look: Any) -> None:
    """Text in the axes' own coordinates; `backed` hides the grid lines behind it."""
    style = {"family": fonts(FONTS), "color": palette.INK, "va": "center", "ha": "left", **look}
    if backed:
        style["bbox"] = {"facecolor": palette.PAPER, "edgecolor": "none", "pad": 1.5}
    # Dollar signs are money in the news, not mathematics.
    axes.text(x, y, words, parse_math=False, zorder=5, **style)


def mark(
    axes: Axes, x: float, y: float, look: palette.Look, *, hollow: bool = False, small: bool = False
) -> None:
    """A side's mark; a hollow one stands for what is not there."""
    size = {"D": 8.0, "^": 9.5, "P": 10.0, "p": 10.0}.get(palette.MARKERS[look.marker], 9.0)
    axes.plot(
        [x], [y], marker=palette.MARKERS[look.marker], markersize=size * (0.75 if small else 1.0),
        linestyle="none", markerfacecolor=palette.PAPER if hollow else look.fill,
        markeredgecolor=look.edge, markeredgewidth=1.1, zorder=4,
    )  # fmt: skip


def bare(axes: Axes) -> None:
    """Axes without frame and ticks."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_facecolor(palette.PAPER)
    axes.tick_params(length=0, colors=palette.INK)
    axes.set_xticks([])


def rows_of(axes: Axes, rows: Names, *, top: float, right: float, bold: bool = True) -> None:
    """Named rows from the top down, with a hairline above each."""
    bare(axes)
    axes.set_xlim(-0.06, right)
    axes.set_ylim(len(rows) - 0.4, top)
    names = [textwrap.fill(name, 40) for name in rows.values()]
    axes.set_yticks(range(len(rows)), names, fontsize=BODY if bold else NOTE, **font())
    for tick in axes.get_yticklabels():
        tick.set_parse_math(False)
        tick.set_fontweight("bold" if bold else "normal")
    for y in range(len(rows)):
        axes.axhline(y - 0.5, color=palette.RULE, linewidth=0.8, zorder=1)


def share_axis(axes: Axes, columns: int, rows: int) -> None:
    """Nought, a half and all for every column."""
    ticks, names = [], []
    for k in range(columns):
        for share, name in ((0.0, "0"), (0.5, "50"), (1.0, "100%")):
            at = k * PITCH + share
            axes.plot([at, at], [-0.5, rows - 0.4], color=palette.GRID, linewidth=0.9, zorder=0)
            ticks.append(at)
            names.append(name)
    axes.set_xticks(ticks, names, fontsize=AXIS, color=palette.MUTED, **font())


def nothing(axes: Axes, why: str) -> Axes:
    """Axes that say in words that there is nothing to draw."""
    bare(axes)
    axes.set_yticks([])
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    write(axes, 0.02, 0.5, textwrap.fill(why, 30), color=palette.MUTED, size=NOTE)
    return axes


def line(axes: Axes, low: float, high: float, y: float, color: str) -> None:
    """An interval as a line."""
    axes.plot([low, high], [y, y], color=color, linewidth=1.5, solid_capstyle="butt", zorder=3)


def heads_of(named: Names, width: int) -> tuple[dict[str, str], int]:
    """The heads of columns, broken at so many characters, and the most lines that one has."""
    heads = {k: textwrap.fill(v, width, break_long_words=True) for k, v in named.items()}
    return heads, max((h.count("\n") + 1 for h in heads.values()), default=1)


def write_heads(
    axes: Axes, heads: Names, y: float, *, size: float = NOTE, pitch: float = 1.0
) -> None:
    """Write the heads of columns that begin one `pitch` apart, above the rows."""
    for k, head in enumerate(heads.values()):
        write(axes, k * pitch, y, head, size=size, va="bottom", linespacing=1.1)


def wrapped(texts: Names) -> dict[str, str]:
    """What rows are called where that is somebody's words: cut short, and in lines."""
    cut = {k: textwrap.shorten(v, LONGEST, placeholder=" …") for k, v in texts.items()}
    return {k: textwrap.fill(v, 40) for k, v in cut.items()}
