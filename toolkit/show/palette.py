"""How a side looks: one place for colours, markers, hatches and underlines.

A side keeps its look everywhere, by its place in ``event.yaml`` and never by its meaning, so
that no colour says "friend" or "foe". Colours are those of Okabe and Ito, which people with any
colour vision can tell apart; but three of them differ by only 12 steps of lightness, so each has
a marker, a hatch and an underline of its own, and a grey photocopy says the same as the screen.

>>> look_of("workers", ["owners", "workers"]).marker
'circle'
>>> look_of(None, ["owners", "workers"]).marker
'ring'
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

PAPER: Final = "#fdfcf9"
INK: Final = "#1b1a17"
MUTED: Final = "#5c5850"
RULE: Final = "#d9d4c8"
GRID: Final = "#e6e2d8"
WASH: Final = "#f4f1e9"
DOT: Final = "#8d877b"


@dataclass(frozen=True, slots=True)
class Look:
    """One side's fill, edge and tint, and what tells it apart without colour."""

    key: str  # the suffix of its CSS classes and SVG ids
    fill: str
    edge: str
    tint: str
    marker: str
    hatch: str
    underline: str


LOOKS: Final = (
    Look("1", "#e69f00", "#6e4a00", "#fbe6b8", "square", "///", "solid"),
    Look("2", "#0072b2", "#00456c", "#cfe4f1", "circle", "", "double"),
    Look("3", "#009e73", "#005a41", "#cdebe0", "diamond", "..", "dotted"),
    Look("4", "#cc79a7", "#74335a", "#f6e1ec", "triangle", "\\\\\\", "wavy"),
    Look("5", "#56b4e9", "#1a5a85", "#ddf0fb", "pentagon", "---", "over"),
    Look("6", "#f0e442", "#655f00", "#f8f4c2", "plus", "xx", "overdotted"),
)
NO_SIDE: Final = Look("0", "#ffffff", MUTED, "#eae6db", "ring", "", "dashed")

#: Marker shapes as matplotlib calls them.
MARKERS: Final[Mapping[str, str]] = {
    "square": "s", "circle": "o", "diamond": "D", "triangle": "^", "pentagon": "p",
    "plus": "P", "ring": "o",
}  # fmt: skip

#: The same shapes as SVG, in a box of 14 by 14.
_SHAPES: Final[Mapping[str, str]] = {
    "square": '<rect x="2" y="2" width="10" height="10"/>',
    "circle": '<circle cx="7" cy="7" r="5.5"/>',
    "diamond": '<path d="M7 .8 13.2 7 7 13.2 .8 7z"/>',
    "triangle": '<path d="M7 1.2 13 12.2H1z"/>',
    "pentagon": '<path d="M7 1 13 5.5 10.7 12.6H3.3L1 5.5z"/>',
    "plus": '<path d="M5 1h4v4h4v4H9v4H5V9H1V5h4z"/>',
    "ring": '<circle cx="7" cy="7" r="4.5"/>',
}

#: What a hatch draws on a tile of 6 by 6, over the fill.
_TILES: Final[Mapping[str, str]] = {
    "///": '<path d="M-1 1 1-1M0 6 6 0M5 7 7 5" stroke="{edge}" stroke-width=".9"/>',
    "..": '<circle cx="3" cy="3" r="1.1" fill="#fff"/>',
    "\\\\\\": '<path d="M-1 5 1 7M0 0 6 6M5-1 7 1" stroke="{edge}" stroke-width=".9"/>',
    "---": '<path d="M0 3h6" stroke="{edge}" stroke-width="1"/>',
    "xx": '<path d="M0 0 6 6M0 6 6 0" stroke="{edge}" stroke-width=".8"/>',
}


def look_of(side: object, sides: Sequence[str]) -> Look:
    """The look of a side id by its place among the event's; `NO_SIDE` for anything else.

    A seventh side begins again at the first look: its name, always beside it, tells them apart.
    """
    if isinstance(side, str) and side in sides:
        return LOOKS[list(sides).index(side) % len(LOOKS)]
    return NO_SIDE


#: The size of a marker in pixels where nothing else is asked for.
MARKER = 12


def draw_marker(look: Look, *, size: int = MARKER) -> str:
    """The side's marker as HTML (needs `style_sheet`); its name stands beside it.

    A report has a thousand of them, so that what they look like is said once, in the style sheet.
    """
    larger = "" if size == MARKER else f' style="width:{size}px;height:{size}px"'
    return f'<i class="mk{look.key}"{larger}></i>'


def fill_of(look: Look) -> str:
    """The SVG fill of an area in the side's colour: its hatch where it has one."""
    return f"url(#hatch-{look.key})" if look.hatch else look.fill


def draw_swatch(look: Look) -> str:
    """A small area in the side's colour and hatch as inline SVG (needs `draw_definitions`)."""
    return (
        '<svg class="swatch" aria-hidden="true" width="22" height="40">'
        f'<rect x=".75" y=".75" width="20.5" height="38.5" fill="{fill_of(look)}" '
        f'stroke="{look.edge}" stroke-width="1.2"/></svg>'
    )


def draw_definitions() -> str:
    """The hatches as SVG patterns, to be put into a page once."""
    tiles = "".join(
        f'<pattern id="hatch-{look.key}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{look.fill}"/>'
        f"{_TILES[look.hatch].format(edge=look.edge)}</pattern>"
        for look in LOOKS
        if look.hatch
    )
    return (
        '<svg class="defs" aria-hidden="true" width="0" height="0" style="position:absolute">'
        f"<defs>{tiles}</defs></svg>"
    )


def style_sheet() -> str:
    """The CSS rules that follow from the looks: markers, and tint and underline of quoted words."""
    looks = (*LOOKS, NO_SIDE)
    every = ",".join(f".sl .mk{look.key}" for look in looks)
    # Without the last two a printer leaves out what is no text.
    common = (
        f"{every}{{display:inline-block;width:{MARKER}px;height:{MARKER}px;vertical-align:-1px;"
        "margin-right:5px;print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    )
    hollow = [_marker_rule(look, within=".out ", fill=PAPER) for look in LOOKS]
    return "\n".join([common, *map(_marker_rule, looks), *hollow, *map(_rule, looks)])


def _marker_rule(look: Look, within: str = "", fill: str = "") -> str:
    """A marker as a picture that the style sheet itself holds, so that nothing is asked for.

    One that stands for what is not there, within `within`, is hollow.
    """
    width, fill = (1.6 if look is NO_SIDE else 1), fill or look.fill
    drawn = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 14 14'><g fill='{fill}' "
        f"stroke='{look.edge}' stroke-width='{width}'>{_SHAPES[look.marker]}</g></svg>"
    )
    held = quote(drawn.replace('"', "'"), safe="' =/:.-")
    picture = f'url("data:image/svg+xml,{held}") center/100% no-repeat'
    return f".sl {within}.mk{look.key}{{background:{picture}}}"


def _rule(look: Look) -> str:
    line = {
        "solid": f"border-bottom:2px solid {look.edge}",
        "double": f"border-bottom:4px double {look.edge}",
        "dotted": f"border-bottom:3px dotted {look.edge}",
        "dashed": f"border-bottom:2px dashed {look.edge}",
        "wavy": f"text-decoration:underline wavy {look.edge} 1.5px;text-underline-offset:4px",
        "over": f"border-top:2px solid {look.edge};border-bottom:2px solid {look.edge}",
        "overdotted": f"border-top:2px dotted {look.edge};border-bottom:2px dotted {look.edge}",
    }[look.underline]
    return f".sl-side{look.key}{{background:{look.tint};{line}}}"
