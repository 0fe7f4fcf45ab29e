"""Marks on a text that may lie in and across each other, as HTML that nests properly.

A quote holds a label, a cue stands beside it, a quote of somebody stands within a quote of
somebody else. HTML elements may not overlap, so wherever a mark ends while a later one is still
open, the later one is closed and opened again. Only here do words of an article become HTML:
whatever is not a mark is escaped.

>>> str(mark_up("say <no> now", [Mark(Span(4, 8), "quote")]))
'say <span class="quote">&lt;no&gt;</span> now'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from toolkit.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked: their place, the CSS classes, an id, and what follows the last word."""

    span: Span
    classes: str
    element: str = "span"
    id: str | None = None
    title: str | None = None
    after: Markup | None = None


def mark_up(text: str, marks: Sequence[Mark], within: Span | None = None) -> Markup:
    """The text, or the part of it that lies within a span, as HTML with its marks.

    Marks that begin together nest by length, the longest outside. Marks may overlap, touch, lie
    outside (then they are left out) or be cut off by the part's ends.
    """
    part = within or Span(0, len(text))
    inside = sorted(
        (m for m in marks if m.span.overlaps(part) and len(m.span)),
        key=lambda m: (m.span.start, -m.span.end),
    )
    edges = {part.start, part.end}
    for mark in inside:
        edges |= {max(mark.span.start, part.start), min(mark.span.end, part.end)}
    return Markup("").join(_pieces(text, inside, sorted(edges), part))


def _pieces(text: str, marks: list[Mark], edges: list[int], part: Span) -> Iterator[Markup]:
    open_now: list[Mark] = []
    for start, end in zip(edges, [*edges[1:], part.end], strict=True):
        yield from _close(open_now, start)
        beginning = [m for m in marks if max(m.span.start, part.start) == start]
        for mark in beginning:
            open_now.append(mark)
            yield _opening(mark, first=mark.span.start >= part.start)
        yield escape(text[start:end])
    yield from _close(open_now, part.end, all_of_them=True)


def _close(open_now: list[Mark], at: int, *, all_of_them: bool = False) -> Iterator[Markup]:
    """Close what ends here, and what lies within it; open the latter again."""
    ending = [i for i, m in enumerate(open_now) if m.span.end <= at or all_of_them]
    if not ending:
        return
    again = [m for m in open_now[ending[0] :] if m.span.end > at and not all_of_them]
    while len(open_now) > ending[0]:
        mark = open_now.pop()
        if mark.span.end <= at:
            yield mark.after or Markup()
        yield Markup(f"</{mark.element}>")
    for mark in again:
        open_now.append(mark)
        yield _opening(mark, first=False)


def _opening(mark: Mark, *, first: bool) -> Markup:
    attributes = Markup(' class="{}"').format(mark.classes)
    if mark.id and first:
        attributes += Markup(' id="{}"').format(mark.id)
    if mark.title:
        attributes += Markup(' title="{}"').format(mark.title)
    return Markup("<{}{}>").format(Markup(mark.element), attributes)
