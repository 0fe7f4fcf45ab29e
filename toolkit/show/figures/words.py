"""Words drawn as words: what each outlet writes, in a cell for each thing, with how often.

A label in an outlet's own words and the same label in somebody's quote are not the same choice, so
a cell says how many stand in a quote. A bar at the left marks a word that no other outlet uses.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from toolkit.compare.tallies import NO_SIDE
from toolkit.languages import VERB_CLASSES
from toolkit.show import palette, wording
from toolkit.show.figures.drawing import (
    AXIS,
    BODY,
    NOTE,
    SERIFS,
    Names,
    bare,
    font,
    fonts,
    heads_of,
    label_width,
    make_axes,
    mark,
    names,
    nothing,
    write,
    write_heads,
)
from toolkit.show.phrases import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Characters of a label that a cell shows.
LABEL = 22
#: Inches of a line, and how much of a line a note takes.
LINE, SMALL = 0.235, 0.8
#: Marks in a line of a cell, and the most that are drawn.
ACROSS, MARKS = 8, 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a cell with its number, and what must be said of it in small print."""

    words: str
    notes: tuple[str, ...] = ()
    only: bool = False
    muted: bool = False
    marks: int = 0

    @property
    def height(self) -> float:
        """Its height in lines."""
        marked = -(-self.marks // ACROSS)
        return (1.0 if self.words else 0.0) + SMALL * len(self.notes) + marked


Cells = Mapping[tuple[str, str], Sequence[Entry]]


def labels(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
    concepts: Names | None = None,
    actors: Names | None = None,
) -> Axes:
    """Draw by which names each outlet calls a thing or a person, and how often.

    `frame` is that of ``measures.labels``: a row for each outlet, label, and concept or actor, its
    value the number of places. `concepts` and `actors` map ids to printed names; a frame that holds
    both is drawn with the things first. Returns the axes.

    Does not show: why a word was chosen, nor what an outlet usually writes.
    """
    del sides
    names(frame, "concept", None)  # the column must be there, even where nobody reads it
    held = frame.assign(thing=_things(frame))
    printed = {**(concepts or {}), **{f"actor {k}": v for k, v in (actors or {}).items()}}
    rows = {k: v.removeprefix("actor ") for k, v in names(held, "thing", printed).items()}
    return _by_outlet(held, "thing", rows, outlets, ax, _label_entries, "figure.labels")


def _things(frame: pd.DataFrame) -> pd.Series:
    """What each row is about: a concept, else an actor, told apart should they share an id."""
    if "actor" not in frame.columns:
        return frame["concept"]
    return frame["concept"].where(frame["concept"].notna(), "actor " + frame["actor"])


def attributes(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
) -> Axes:
    """Draw with which words each outlet describes each side, as evidence and never as a rate.

    `frame` is that of ``measures.attributes``: a row for each outlet, side and word. Returns the
    axes.

    Does not show: descriptions other than the plain ones that the program finds.
    """
    rows = _parties(frame, sides)
    return _by_outlet(
        frame, "side", rows, outlets, ax, _attribute_entries, "figure.attributes",
        looks=[r for r in rows if r != NO_SIDE],
    )  # fmt: skip


def verbs(
    frame: pd.DataFrame,
    *,
    ax: Axes | None = None,
    sides: Names | None = None,
    outlets: Names | None = None,
    classes: Names | None = None,
) -> Axes:
    """Draw by which verbs each side's speech is introduced: a mark for each verb.

    `frame` is that of ``measures.verbs``: a row for each outlet, side and class of verbs; outlets
    are put together. `classes` maps classes to the heads of columns. Returns the axes.

    Does not show: a difference between outlets, for which these counts are too small.
    """
    del outlets
    rows = _parties(frame, sides)
    columns = names(frame, "verb_class", classes or {c: c for c in VERB_CLASSES})
    cells = {
        (side, name): _verb_entries(frame[(frame["side"] == side) & (frame["verb_class"] == name)])
        for side in rows
        for name in columns
    }
    return _matrix(
        rows, columns, cells, ax, "figure.verbs", looks=[r for r in rows if r != NO_SIDE]
    )


def _parties(frame: pd.DataFrame, sides: Names | None) -> dict[str, str]:
    """The sides that have a row, and "no side" where there is something of it."""
    rows = names(frame, "side", sides)
    return rows | ({NO_SIDE: say("no_side")} if (frame["side"] == NO_SIDE).any() else {})


Entries = Callable[[pd.DataFrame], list[Entry]]


def _by_outlet(
    frame: pd.DataFrame,
    key: str,
    rows: Names,
    outlets: Names | None,
    ax: Axes | None,
    entries: Entries,
    empty: str,
    looks: Sequence[str] = (),
) -> Axes:
    columns = names(frame, "outlet", outlets)
    cells = {
        (row, outlet): entries(frame[(frame[key] == row) & (frame["outlet"] == outlet)])
        for row in rows
        for outlet in columns
    }
    return _matrix(rows, columns, cells, ax, empty, looks=looks)


def _label_entries(rows: pd.DataFrame) -> list[Entry]:
    """The labels of one cell, the most used first."""
    used = rows[rows["label"].notna() & (rows["value"].fillna(0) > 0)]
    return _word_entries(used, "label") or [Entry(say("not_named"), muted=True)]


def _attribute_entries(rows: pd.DataFrame) -> list[Entry]:
    used = rows[rows["attribute"].notna() & (rows["value"].fillna(0) > 0)]
    return _word_entries(used, "attribute") or [Entry(say("none_found"), muted=True)]


def _word_entries(used: pd.DataFrame, column: str) -> list[Entry]:
    ordered = used.sort_values("value", ascending=False, kind="stable")
    return [
        Entry(
            f"{shortened(_shown(row, column), LABEL)} {round(float(row['value']))}",
            tuple(_notes(row)),
            only=_only(row),
        )
        for _, row in ordered.iterrows()
    ]


def _shown(row: pd.Series, column: str) -> str:
    """The word as the outlet prints it where it is a name."""
    printed, actor = (row.get(name) for name in ("printed", "actor"))
    if not isinstance(printed, str):
        return str(row[column])
    name = column == "label" and isinstance(actor, str)
    return wording.label_as_printed(str(row[column]), printed, name=name)


def _notes(row: pd.Series) -> list[str]:
    """Whose words they are where a quote holds some, and whether no other outlet has the word."""
    told = []
    quoted = row.get("quoted")
    if quoted is not None and not pd.isna(quoted) and quoted:
        own = row.get("own")
        told.append(say("quoted.some" if own else "quoted.all", n=int(quoted)))
    return [*told, say("only_here")] if _only(row) else told


def _only(row: pd.Series) -> bool:
    only = row.get("only_here")
    return only is not None and not pd.isna(only) and bool(only)


def _verb_entries(rows: pd.DataFrame) -> list[Entry]:
    """The marks of one cell and the verbs that they stand for."""
    total = round(float(rows["value"].fillna(0).sum()))
    if not total:
        return []
    printed = [v for cell in rows["verbs"].dropna() for v in str(cell).split(";")]
    told = textwrap.wrap(", ".join(dict.fromkeys(printed)), 20)
    number = Entry(f"{total}") if total > MARKS else Entry("", marks=total)
    return [number, *(Entry(words) for words in told)]


def _matrix(
    rows: Names,
    columns: Names,
    cells: Cells,
    ax: Axes | None,
    empty: str,
    looks: Sequence[str] = (),
) -> Axes:
    """Cells of words under heads, the rows named at the left; an empty one in a sentence."""
    named = {k: textwrap.fill(v, 20) for k, v in rows.items()}
    heads, lines = heads_of(columns, 16)
    heights = {
        row: 0.35 + max([named[row].count("\n") + 1.0, *(_height(cells[row, k]) for k in heads)])
        for row in named
    }
    axes = ax or make_axes(
        width=label_width(named) + _width(cells) * max(len(heads), 1) + 0.2,
        height=LINE * (sum(heights.values()) + lines) + 0.45,
    )
    if not named or not heads:
        return nothing(axes, say(empty))
    y, ticks = 0.0, []
    for row, height in heights.items():
        axes.axhline(y - 0.65, color=palette.RULE, linewidth=0.8, zorder=1)
        ticks.append(y + 0.45 * named[row].count("\n"))
        look = palette.look_of(row, looks)
        for k, column in enumerate(heads):
            _cell(axes, k, y, cells[row, column], look)
        if looks:
            mark(axes, -0.09, y, look)
        y += height
    _heads(axes, heads, lines, y, list(named.values()), ticks, inset=0.15 if looks else 0.05)
    return axes


def _heads(
    axes: Axes,
    heads: Names,
    lines: int,
    bottom: float,
    rows: Sequence[str],
    ticks: Sequence[float],
    inset: float,
) -> None:
    """The heads over the columns and the names of the rows."""
    write_heads(axes, heads, -0.95)
    bare(axes)
    axes.set_xlim(-inset, len(heads))
    axes.set_ylim(bottom - 0.3, -1.1 - lines)
    axes.set_yticks(ticks, rows, fontsize=BODY, **font())
    for tick in axes.get_yticklabels():
        tick.set_parse_math(False)
        tick.set_fontweight("bold")


def _height(entries: Sequence[Entry]) -> float:
    return sum(entry.height for entry in entries)


def _cell(axes: Axes, x: float, y: float, entries: Sequence[Entry], look: palette.Look) -> None:
    for entry in entries:
        for n in range(entry.marks):
            mark(axes, x + 0.03 + 0.1 * (n % ACROSS), y + n // ACROSS, look, small=True)
        if entry.only:
            bar = [y - 0.4, y + entry.height - 0.6]
            axes.plot([x - 0.025] * 2, bar, color=palette.INK, linewidth=2.2, zorder=3)
        if entry.muted:
            write(axes, x, y, entry.words, color=palette.MUTED, size=NOTE)
        elif entry.words:
            write(axes, x, y, entry.words, family=fonts(SERIFS), size=BODY)
        for n, note in enumerate(entry.notes, 1):
            write(axes, x, y + SMALL * n, note, color=palette.MUTED, size=AXIS)
        y += entry.height


def shortened(words: str, most: int) -> str:
    """The words, cut off after so many characters.

    >>> shortened("redevelopment of the land", 16)
    'redevelopment of…'
    """
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


def _width(cells: Cells) -> float:
    """Inches that the longest word takes with its number."""
    longest = max((len(entry.words) for cell in cells.values() for entry in cell), default=0)
    return max(1.25, 0.095 * longest + 0.3)
