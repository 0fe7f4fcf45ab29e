"""Words that set an outlet apart, drawn: how often they stand here and in the others."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pandas as pd

from toolkit.compare.measures.telling_apart import DISTINCTIVE, TOO_FEW
from toolkit.show import palette
from toolkit.show.figures.drawing import (
    AXIS,
    POINT,
    Names,
    label_width,
    make_axes,
    names,
    nothing,
    rows_of,
    write,
)
from toolkit.show.phrases import ENOUGH_ARTICLES, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: So many words of an outlet are drawn.
MOST = 8


def terms(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw the words that an outlet uses more or less often than the others, beyond chance.

    `frame` is that of ``measures.terms``: a row for each outlet and term, with `rate` and
    `other_rate` (uses in a thousand words) and `found`. Only "distinctive" words are drawn; where
    there are too few articles to say, that is said instead. Returns the axes.

    Does not show: what the words mean, or that an outlet would use them of another event.
    """
    del sides
    printed = names(frame, "outlet", outlets)
    names(frame, "term", None)
    found = frame[frame["found"] == DISTINCTIVE].dropna(subset=["rate", "other_rate"])
    rows = {
        f"{outlet} {row['term']}": (row, f"{printed[outlet]}: {row['term']}")
        for outlet in printed
        for _, row in found[found["outlet"] == outlet].head(MOST).iterrows()
    }
    told = {key: textwrap.shorten(name, 60, placeholder=" …") for key, (_, name) in rows.items()}
    axes = ax or make_axes(width=label_width(told) + 4.6, height=0.36 * max(len(rows), 1) + 0.9)
    if not rows:
        return nothing(axes, why_none(frame))
    most = max(float(max(row["rate"], row["other_rate"])) for row, _ in rows.values()) or 1.0
    rows_of(axes, told, top=-1.3, right=1.25, bold=False)
    write(axes, 0.0, -0.85, say("terms.head"), size=AXIS, color=palette.MUTED)
    for y, (row, _) in enumerate(rows.values()):
        _rates(axes, y, float(row["rate"]), float(row["other_rate"]), most)
    return axes


def _rates(axes: Axes, y: float, rate: float, other: float, most: float) -> None:
    """Filled: the rate here; hollow: in the others; the two numbers beside them."""
    here, there = rate / most, other / most
    axes.plot([here, there], [y, y], color=palette.DOT, linewidth=1.2, zorder=2)
    axes.plot([here], [y], marker="o", markersize=8, color=palette.INK, zorder=4)
    axes.plot(
        [there], [y], marker="o", markersize=8, markerfacecolor=palette.PAPER,
        markeredgecolor=palette.INK, zorder=3,
    )  # fmt: skip
    told = f"{rate:.1f} : {other:.1f}"
    write(axes, max(here, there) + 0.04, y, told, size=13 * POINT, backed=True)


def why_none(frame: pd.DataFrame) -> str:
    """Why no word is drawn: none was compared, none is beyond chance, or there are too few."""
    if frame.empty:
        return say("figure.terms")
    few = frame["found"].isna() | (frame["found"] == TOO_FEW)
    if bool(few.all()):
        return say("figure.terms_few", n=ENOUGH_ARTICLES)
    return say("nothing.apart")
