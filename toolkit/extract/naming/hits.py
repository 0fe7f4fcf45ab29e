"""What a search through a text finds, put together in text order."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from toolkit.extract.naming.words import Words
from toolkit.model import Mention


@dataclass(frozen=True, slots=True)
class Hit:
    """A mention with the words that it holds: `start` up to `end`, as numbers of words."""

    start: int
    end: int
    mention: Mention


def collect(
    words: Words,
    table: Container[str],
    hit_at: Callable[[int, int], Hit | None],
    is_one: Callable[[Hit, Hit], bool],
) -> list[Hit]:
    """The hits of one search, from a text's first word to its last; none overlaps another.

    table: the words with which a wording begins. hit_at: what is named at a word, which may not
    reach back beyond the second number. is_one: whether two that stand side by side are one label.
    """
    found: list[Hit] = []
    i = floor = 0
    while i < len(words):
        hit = hit_at(i, floor) if words.keys[i] in table else None
        if hit is None:
            i += 1
            continue
        while found and found[-1].end > hit.start:  # a title took in the body before it
            found.pop()
        if found and is_one(found[-1], hit):
            before = found.pop()
            span = before.mention.span.to(hit.mention.span)
            hit = Hit(before.start, hit.end, replace(hit.mention, span=span))
        found.append(hit)
        i = floor = hit.end
    return found
