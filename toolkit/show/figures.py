"""Figures: frame in, axes out. A figure draws what a measure counted and counts nothing itself.

Each is named as its measure is (`measures.voice`, `figures.voice`), takes that measure's frame,
draws on the axes that it is given or on a new figure of its own, and touches nothing global: no
current figure, no settings. Sides are told apart by marker and hatch as well as by colour, marks
carry their numbers, and what is not enough for a number says so in words.
"""

from __future__ import annotations

import base64
import io
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from toolkit.compare.tallies import NO_SIDE
from toolkit.errors import UsageError, nearest
from toolkit.show import palette, wording
from toolkit.show.rendering import render

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Names = Mapping[str, str]

#: Pixels of the look to points of matplotlib, at 96 dots an inch.
POINT: Final = 0.75
AXIS, NOTE, BODY = 13 * POINT, 14 * POINT, 16 * POINT
FONTS: Final = ("Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
SERIFS: Final = ("Charter", "Georgia", "Liberation Serif", "DejaVu Serif")

#: Characters of a label that a cell shows.
LABEL: Final = 22
_PITCH: Final = 1.42  # from one side's zero to the next one's, in shares


@dataclass(frozen=True)
class Figure:
    """A drawn figure with what a reader needs who cannot see it: alt text, caption, table."""

    drawn: Any
    title: str
    alt: str
    caption: str
    table: pd.DataFrame

    def _repr_html_(self) -> str:
        return str(render("figure.html", figure=self, source=self.source(), rows=_cells(self)))

    def source(self) -> str:
        """The figure as a ``data:`` address, so that a page needs no second file."""
        drawn = base64.b64encode(self._bytes("png")).decode()
        return f"data:image/png;base64,{drawn}"

    @property
    def width(self) -> int:
        """The width in pixels of the page, half of those in the picture."""
        return round(96 * float(self.drawn.get_size_inches()[0]))

    def save(self, path: str | Path) -> Path:
        """Save as SVG, PNG or PDF, by the ending, with the alt text in the file's metadata.

        Returns the path; raises UsageError for another ending.
        """
        target = Path(path)
        kind = target.suffix.lower().lstrip(".")
        if kind not in ("svg", "png", "pdf"):
            hint = nearest(kind, ["svg", "png", "pdf"])
            raise UsageError(f"{target}: a figure is saved as .svg, .png or .pdf{hint}")
        target.write_bytes(self._bytes(kind))
        return target

    def _bytes(self, kind: str) -> bytes:
        import matplotlib

        told = {"Title": self.title, "Subject" if kind == "pdf" else "Description": self.alt}
        dated = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[kind]
        into = io.BytesIO()
        # The salt names the clip paths of an SVG, so that one frame gives one file, always.
        with matplotlib.rc_context({"svg.hashsalt": "sidelight"}):
            self.drawn.savefig(into, format=kind, metadata={**told, **dated}, dpi=192)
        return into.getvalue()


def _cells(figure: Figure) -> list[list[str]]:
    shown = figure.table.drop(columns=["evidence"], errors="ignore")
    return [list(map(str, shown.columns)), *([_cell(v) for v in row] for row in shown.values)]


def _cell(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "<NA>"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


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
    named_sides = _names(frame, "side", sides)
    named_outlets = _names(frame, "outlet", outlets)
    loose = frame[~frame["side"].isin(list(named_sides)) & (frame["value"].fillna(0) > 0)]
    columns: list[str | None] = [*named_sides, *([None] if len(loose) else [])]
    heads = [
        textwrap.fill(named_sides[c] if c else wording.NO_SIDE, 15, break_long_words=True)
        for c in columns
    ]
    lines = max((h.count("\n") + 1 for h in heads), default=1)
    axes = ax or _axes(
        width=_label_width(named_outlets) + 1.5 * max(len(columns), 1) + 1.1,
        height=0.42 * max(len(named_outlets), 1) + 0.3 * lines + 0.5,
    )
    if not named_outlets or not columns:
        return _nothing(axes, "No quotes to count.")
    top = -0.62 - 0.46 * lines
    _rows_of(axes, named_outlets, top=top, right=_PITCH * len(columns) + 0.55)
    _share_axis(axes, len(columns), len(named_outlets))
    for k, (side, head) in enumerate(zip(columns, heads, strict=True)):
        look = palette.look_of(side, list(named_sides))
        _mark(axes, k * _PITCH + 0.05, -0.74, look)
        _write(axes, k * _PITCH + 0.16, -0.57, head, size=NOTE, va="bottom", linespacing=1.1)
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
    right = _PITCH * len(columns)
    if quotes == 0:
        _write(axes, 0.03, y, "no quotes found", color=palette.MUTED, size=NOTE, backed=True)
        return
    _write(axes, right, y, wording.count(quotes, "quote"), size=NOTE)
    if not rows["enough"].fillna(False).any():
        told = "too few for shares" if len(columns) > 1 else "too few"
        _write(axes, 0.03, y, told, color=palette.MUTED, size=NOTE, backed=True)
        return
    for k, side in enumerate(columns):
        here = rows[~rows["side"].isin(sides)] if side is None else rows[rows["side"] == side]
        if len(here):
            _share(axes, k * _PITCH, y, here.iloc[0], palette.look_of(side, sides))


def _share(axes: Axes, x: float, y: int, row: pd.Series, look: palette.Look) -> None:
    """One share: its interval as a line, its mark, its number; none at all in words."""
    if pd.isna(row["value"]):
        return
    value = float(row["value"])
    low = value if pd.isna(row["low"]) else float(row["low"])
    high = value if pd.isna(row["high"]) else float(row["high"])
    if value == 0:
        _line(axes, x + low, x + high, y, palette.DOT)
        _write(axes, x + high + 0.06, y, "none found", color=palette.MUTED, size=AXIS, backed=True)
        return
    _line(axes, x + low, x + high, y, palette.INK)
    _mark(axes, x + value, y, look)
    after = max(high, value + 0.05)
    _write(axes, x + after + 0.06, y, wording.percent(value), size=NOTE, backed=True)


def _line(axes: Axes, low: float, high: float, y: float, color: str) -> None:
    axes.plot([low, high], [y, y], color=color, linewidth=1.5, solid_capstyle="butt", zorder=3)


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
    named = _names(frame, "utterance_id", utterances)
    columns = _names(frame, "outlet", outlets)
    rows = {
        k: textwrap.fill(textwrap.shorten(v, 76, placeholder=" …"), 40) for k, v in named.items()
    }
    heads = {k: textwrap.fill(v, 12, break_long_words=True) for k, v in columns.items()}
    lines = max((h.count("\n") + 1 for h in heads.values()), default=1)
    axes = ax or _axes(
        width=_label_width(rows) + 1.12 * max(len(heads), 1) + 0.3,
        height=0.62 * max(len(rows), 1) + 0.22 * lines + 0.3,
    )
    if not rows or not heads:
        return _nothing(axes, "No utterance is reported by more than one outlet.")
    _rows_of(axes, rows, top=-0.6 - 0.34 * lines, right=len(heads) - 0.1, bold=False)
    for k, head in enumerate(heads.values()):
        _write(axes, k, -0.6, head, size=AXIS, va="bottom", linespacing=1.1)
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
    if name == "not found" or (not name and share == 0):
        axes.plot([x + 0.03], [y - 0.17], marker="o", markersize=3, color=palette.DOT)
        _write(axes, x, y + 0.2, "not found", size=AXIS, color=palette.MUTED)
        return
    axes.plot([x, x + 0.8], [y - 0.17] * 2, color=palette.DOT, linewidth=1.2, zorder=2)
    if name == "paraphrase":
        _box(axes, x, y, 0.8, filled=False, linestyle=(0, (3, 2)))
    elif name == "translation":
        _box(axes, x, y, 0.8)
        _box(axes, x, y, 0.2, filled=False)
        code = "" if row is None else row.get("language")
        if isinstance(code, str):
            _write(axes, x + 0.1, y - 0.17, code.partition("-")[0], size=12 * POINT, ha="center")
    else:
        _box(axes, x, y, 0.8 * share)
        if "altered" in name:
            hollow = (x + 0.4 * share, y - 0.25)
            axes.add_patch(Rectangle(hollow, 0.12 * share, 0.16, facecolor=palette.PAPER, zorder=4))
    _write(axes, x, y + 0.2, name.replace("+", ", ") or wording.percent(share), size=AXIS)


def _box(axes: Axes, x: float, y: float, width: float, *, filled: bool = True, **look: Any) -> None:
    from matplotlib.patches import Rectangle

    fill = palette.INK if filled else palette.PAPER
    axes.add_patch(Rectangle(
        (x, y - 0.29), width, 0.24, facecolor=fill, edgecolor=palette.INK, linewidth=1.0,
        zorder=3 if filled else 4, **look,
    ))  # fmt: skip


def labels(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
    concepts: Names | None = None,
) -> Axes:
    """Draw by which names each outlet calls a thing, and how often.

    `frame` is that of ``measures.labels``: a row for each outlet, concept and label, its value
    the number of places. `concepts` maps ids to printed names. Returns the axes.

    Does not show: why a word was chosen, nor what an outlet usually writes.
    """
    del sides
    columns = _names(frame, "outlet", outlets)
    rows = {k: textwrap.fill(v, 20) for k, v in _names(frame, "concept", concepts).items()}
    heads = {k: textwrap.fill(v, 16, break_long_words=True) for k, v in columns.items()}
    cells = {
        (c, o): _label_lines(frame[(frame["concept"] == c) & (frame["outlet"] == o)])
        for c in rows
        for o in heads
    }
    heights = {
        c: max([rows[c].count("\n") + 1.3, *(len(cells[c, o]) + 0.3 for o in heads)]) for c in rows
    }
    lines = max((h.count("\n") + 1 for h in heads.values()), default=1)
    axes = ax or _axes(
        width=_label_width(rows) + _column_width(cells) * max(len(heads), 1),
        height=0.235 * (sum(heights.values()) + lines) + 0.45,
    )
    if not rows or not heads:
        return _nothing(axes, "No label to count.")
    _label_matrix(axes, rows, heads, heights, cells)
    return axes


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
    rows = _names(frame, "quotes", quotes)
    columns = _names(frame, "share", shares)
    heads = {k: textwrap.fill(v, 18, break_long_words=True) for k, v in columns.items()}
    lines = max((h.count("\n") + 1 for h in heads.values()), default=1)
    axes = ax or _axes(
        width=_label_width(rows) + 1.7 * max(len(heads), 1) + 0.4,
        height=0.42 * max(len(rows), 1) + 0.24 * lines + 0.6,
    )
    if not rows or not heads:
        return _nothing(axes, "No marked news to measure on.")
    _rows_of(axes, rows, top=-0.62 - 0.5 * lines, right=_PITCH * len(heads), bold=False)
    _share_axis(axes, len(heads), len(rows))
    for k, head in enumerate(heads.values()):
        _write(axes, k * _PITCH, -0.62, head, size=NOTE, va="bottom", linespacing=1.1)
    held = {(r["quotes"], r["share"]): r for _, r in frame.iterrows()}
    for y, row in enumerate(rows):
        for k, share in enumerate(heads):
            if (row, share) in held:
                _measured_share(axes, k * _PITCH, y, held[row, share])
    return axes


def _measured_share(axes: Axes, x: float, y: int, row: pd.Series) -> None:
    """One share of marked quotes: its interval as a line, a dot, its number."""
    if pd.isna(row["value"]):
        _write(axes, x + 0.03, y, "none", color=palette.MUTED, size=NOTE, backed=True)
        return
    value = float(row["value"])
    low, high = (value if pd.isna(row[end]) else float(row[end]) for end in ("low", "high"))
    _line(axes, x + low, x + high, y, palette.INK)
    axes.plot([x + value], [y], marker="o", markersize=7.0, color=palette.INK, zorder=4)
    after = max(high, value + 0.05)
    _write(axes, x + after + 0.06, y, wording.percent(value), size=NOTE, backed=True)


def _label_matrix(
    axes: Axes,
    rows: Names,
    heads: Names,
    heights: Mapping[str, float],
    cells: Mapping[tuple[str, str], list[tuple[str, bool]]],
) -> None:
    lines = max(h.count("\n") + 1 for h in heads.values())
    y = 0.0
    ticks = []
    for concept, height in heights.items():
        axes.axhline(y - 0.65, color=palette.RULE, linewidth=0.8, zorder=1)
        ticks.append(y + 0.45 * rows[concept].count("\n"))
        for k, outlet in enumerate(heads):
            for line, (words, named) in enumerate(cells[concept, outlet]):
                look: dict[str, Any] = {"family": _fonts(SERIFS), "size": BODY}
                if not named:
                    look = {"color": palette.MUTED, "size": NOTE}
                _write(axes, k, y + line, words, **look)
        y += height
    for k, head in enumerate(heads.values()):
        _write(axes, k, -0.95, head, size=NOTE, va="bottom", linespacing=1.1)
    _bare(axes)
    axes.set_xlim(-0.05, len(heads))
    axes.set_ylim(y - 0.3, -1.1 - lines)
    axes.set_yticks(ticks, list(rows.values()), fontsize=BODY, **_font())
    for tick in axes.get_yticklabels():
        tick.set_parse_math(False)
        tick.set_fontweight("bold")


def _label_lines(rows: pd.DataFrame) -> list[tuple[str, bool]]:
    """The lines of one cell: each label with its count, the most used first."""
    used = rows[rows["label"].notna() & (rows["value"].fillna(0) > 0)]
    if used.empty:
        return [("not named", False)]
    ordered = used.sort_values("value", ascending=False, kind="stable")
    return [
        (f"{_shortened(str(row['label']), LABEL)} {round(float(row['value']))}", True)
        for _, row in ordered.iterrows()
    ]


def _shortened(words: str, most: int) -> str:
    """The words, cut off after so many characters.

    >>> _shortened("redevelopment of the land", 16)
    'redevelopment of…'
    """
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def _column_width(cells: Mapping[tuple[str, str], list[tuple[str, bool]]]) -> float:
    """Inches that the longest label takes with its count."""
    longest = max((len(words) for cell in cells.values() for words, _ in cell), default=0)
    return max(1.25, 0.08 * longest + 0.3)


def _names(frame: pd.DataFrame, column: str, given: Names | None) -> dict[str, str]:
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


def _axes(*, width: float, height: float) -> Axes:
    """Axes on a new figure that belongs to nobody else (no pyplot, no current figure)."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Canvas

    figure = Canvas(figsize=(width, height), layout="constrained", facecolor=palette.PAPER)
    FigureCanvasAgg(figure)
    return figure.add_subplot()


def _label_width(names: Names) -> float:
    """Inches that the longest row name takes, at the size of body text."""
    lines = [line for name in names.values() for line in textwrap.fill(name, 40).split("\n")]
    return 0.105 * max((len(line) for line in lines), default=0) + 0.25


def _fonts(wanted: Sequence[str]) -> list[str]:
    """Those of the fonts that this machine has, so that matplotlib does not log its search."""
    from matplotlib.font_manager import fontManager

    here = set(fontManager.get_font_names())
    return [name for name in wanted if name in here]


def _font() -> dict[str, Any]:
    return {"fontfamily": _fonts(FONTS)}


def _write(
    axes: Axes, x: float, y: float, words: str, *, backed: bool = False, **look: Any
) -> None:
    """Text in the axes' own coordinates; `backed` hides the grid lines behind it."""
    style = {"family": _fonts(FONTS), "color": palette.INK, "va": "center", "ha": "left", **look}
    if backed:
        style["bbox"] = {"facecolor": palette.PAPER, "edgecolor": "none", "pad": 1.5}
    # Dollar signs are money in the news, not mathematics.
    axes.text(x, y, words, parse_math=False, zorder=5, **style)


def _mark(axes: Axes, x: float, y: float, look: palette.Look) -> None:
    size = {"D": 8.0, "^": 9.5, "P": 10.0, "p": 10.0}.get(palette.MARKERS[look.marker], 9.0)
    axes.plot(
        [x], [y], marker=palette.MARKERS[look.marker], markersize=size, linestyle="none",
        markerfacecolor=look.fill, markeredgecolor=look.edge, markeredgewidth=1.1, zorder=4,
    )  # fmt: skip


def _bare(axes: Axes) -> None:
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_facecolor(palette.PAPER)
    axes.tick_params(length=0, colors=palette.INK)
    axes.set_xticks([])


def _rows_of(axes: Axes, rows: Names, *, top: float, right: float, bold: bool = True) -> None:
    """Named rows from the top down, with a hairline above each."""
    _bare(axes)
    axes.set_xlim(-0.06, right)
    axes.set_ylim(len(rows) - 0.4, top)
    names = [textwrap.fill(name, 40) for name in rows.values()]
    axes.set_yticks(range(len(rows)), names, fontsize=BODY if bold else NOTE, **_font())
    for tick in axes.get_yticklabels():
        tick.set_parse_math(False)
        tick.set_fontweight("bold" if bold else "normal")
    for y in range(len(rows)):
        axes.axhline(y - 0.5, color=palette.RULE, linewidth=0.8, zorder=1)


def _share_axis(axes: Axes, columns: int, rows: int) -> None:
    """Nought, a half and all for every column."""
    ticks, names = [], []
    for k in range(columns):
        for share, name in ((0.0, "0"), (0.5, "50"), (1.0, "100%")):
            at = k * _PITCH + share
            axes.plot([at, at], [-0.5, rows - 0.4], color=palette.GRID, linewidth=0.9, zorder=0)
            ticks.append(at)
            names.append(name)
    axes.set_xticks(ticks, names, fontsize=AXIS, color=palette.MUTED, **_font())


def _nothing(axes: Axes, why: str) -> Axes:
    """Axes that say in words that there is nothing to draw."""
    _bare(axes)
    axes.set_yticks([])
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    _write(axes, 0.02, 0.5, textwrap.fill(why, 30), color=palette.MUTED, size=NOTE)
    return axes
