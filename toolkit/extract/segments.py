"""Stretches of words that may be reported speech, and how likely each is one.

The tagger says for every word how likely content begins, goes on and ends there. From that come
stretches: each likely beginning with its likeliest ends. A sum of small trees (`trees`) then looks
at a whole stretch, as the tagger cannot: its length, what stands at both ends, whether a cue and a
source are near, whether the rules found it too; and says how likely people would have marked it.
The likeliest that do not overlap are taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.extract.attributes import CLASSES, GAPS, Attributes
from toolkit.extract.chain import Floats
from toolkit.extract.tagging import BEGINS, CUE, INSIDE, SOURCE
from toolkit.extract.trees import Matrix, Trees

#: Content is looked for from where it begins with this probability on.
_LEAST_BEGINNING = 0.12
#: So many ends are weighed for each beginning, none much less likely than the likeliest.
_MOST_ENDS = 3
_FURTHEST_BEHIND = 2.5
#: No stretch is longer, in words.
_LONGEST = 80
#: Cues and sources are looked for within so many words of a stretch.
_NEAR = 10
_TINY = 1e-6
_AT_ENDS = (
    "that", "to", "preposition", "definite", "possessive", "person", "name", "auxiliary",
    "negation", "adverb", "relative", "stop", "other",
)  # fmt: skip
_STRONG = frozenset(n for n, name in enumerate(CLASSES) if name.startswith("strong_"))
_WEAK = frozenset(n for n, name in enumerate(CLASSES) if name.startswith("weak_"))
_EDGE = {
    n: [
        *(float(name == one) for one in _AT_ENDS),
        float(n in _STRONG),
        float(n in _WEAK),
    ]
    for n, name in enumerate(CLASSES)
} | {-1: [0.0] * (len(_AT_ENDS) + 2)}
_GAP_ROWS = np.eye(len(GAPS)).tolist()


@dataclass(frozen=True, slots=True)
class Segment:
    """Words first..last of a paragraph, by their numbers in it, that may be content."""

    paragraph: int
    first: int
    last: int


def find_segments(seen: Attributes, labels: Floats) -> tuple[list[Segment], Matrix]:
    """The stretches of a text that may be content, and a row of features for each."""
    found: list[Segment] = []
    rows: list[list[float]] = []
    for number, start, length in zip(seen.numbers, seen.starts, seen.lengths, strict=True):
        words = slice(int(start), int(start + length))
        if labels[words, BEGINS].max(initial=0) < _LEAST_BEGINNING:
            continue
        stretch = _Stretches(seen, labels, words)
        for first, last, row in stretch.all():
            found.append(Segment(int(number), first, last))
            rows.append(row)
    return found, np.array(rows, np.float32)


class _Stretches:
    """The stretches of one paragraph."""

    def __init__(self, seen: Attributes, labels: Floats, words: slice):
        self.columns = {name: column[words].tolist() for name, column in seen.columns.items()}
        self.begins = labels[words, BEGINS]
        self.content = self.begins + labels[words, INSIDE]
        self.cue, self.source = labels[words, CUE], labels[words, SOURCE]
        after = np.append(labels[words, INSIDE][1:], 0.0)
        goes_on = np.clip(after / np.maximum(self.content, _TINY), _TINY, 1 - _TINY)
        self.going_on = _running_sum(np.log(goes_on))
        self.ending = np.log(1 - goes_on)
        self.size = len(self.begins)
        masked = np.array(self.columns["masked"])
        rule = np.array(self.columns["rule"])
        commas = np.isin(self.columns["gap"], (GAPS.index("comma"), GAPS.index("comma_quote")))
        self.sums = {
            "content": _running_sum(self.content), "masked": _running_sum(masked),
            "commas": _running_sum(commas), "reported": _running_sum(rule >= 4),
            "direct": _running_sum(rule == 3),
        }  # fmt: skip

    def all(self) -> Iterator[tuple[int, int, list[float]]]:
        """First word, last word and features of each stretch."""
        for first in np.flatnonzero(self.begins > _LEAST_BEGINNING).tolist():
            furthest = min(self.size, first + _LONGEST)
            scores = (
                np.log(max(float(self.begins[first]), _TINY))
                + self.going_on[first:furthest] - self.going_on[first]
                + self.ending[first:furthest]
            )  # fmt: skip
            ends = np.argsort(-scores, kind="stable")[:_MOST_ENDS].tolist()
            for rank, end in enumerate(ends):
                behind = float(scores[end] - scores[ends[0]])
                if behind >= -_FURTHEST_BEHIND:
                    known = [float(scores[end]), behind, float(rank)]
                    yield first, first + end, [*known, *self._features(first, first + end)]

    def _features(self, first: int, last: int) -> list[float]:
        words, columns = last - first + 1, self.columns
        inside = {name: float(total[last + 1] - total[first]) for name, total in self.sums.items()}
        rule = columns["rule"]
        starts_alike = rule[first] >= 4 and (first == 0 or rule[first - 1] < 4)
        ends_alike = rule[last] >= 4 and (last + 1 == self.size or rule[last + 1] < 4)
        before, after = first - 1, last + 1
        here = slice(first, last + 1)
        return [
            float(self.begins[first]), float(np.exp(self.ending[last])),
            inside["content"] / words, float(self.content[here].min()), float(words),
            inside["masked"] / words, float(inside["masked"] > 0),
            float(columns["from_start"][first]), float(columns["to_end"][last]), inside["commas"],
            *self._near(max(0, first - _NEAR), first, backwards=True),
            *self._near(after, min(self.size, after + _NEAR), backwards=False),
            float(self.cue[here].max()), float(self.source[here].max()),
            inside["reported"] / words, float(starts_alike), float(ends_alike),
            inside["direct"] / words,
            float(before >= 0 and columns["masked"][before]),
            float(after < self.size and columns["masked"][after]),
            float(self.content[before]) if before >= 0 else 0.0,
            float(self.content[after]) if after < self.size else 0.0,
            float(columns["cue_left"][first]), float(columns["left_distance"][first]),
            float(columns["cue_right"][last]), float(columns["right_distance"][last]),
            float(columns["paragraph"][first]),
            *_GAP_ROWS[columns["gap"][first]], *_GAP_ROWS[columns["gap_after"][last]],
            *(x for place in (first, first + 1, before, after, last)
              for x in _EDGE[self._class(place)]),
        ]  # fmt: skip

    def _near(self, low: int, high: int, *, backwards: bool) -> tuple[float, float, float]:
        """The likeliest cue beside a stretch, how far it is, and the likeliest source."""
        if low >= high:
            return 0.0, float(_NEAR + 1), 0.0
        at = int(self.cue[low:high].argmax())
        distance = high - low - at if backwards else at + 1
        return float(self.cue[low + at]), float(distance), float(self.source[low:high].max())

    def _class(self, place: int) -> int:
        return self.columns["class"][place] if 0 <= place < self.size else -1


def _running_sum(values: NDArray[Any]) -> NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum(values)])


def choose_segments(
    found: list[Segment], rows: Matrix, trees: Trees
) -> list[tuple[Segment, float]]:
    """The likeliest stretches that do not overlap, with their probability, in text order."""
    if not found:
        return []
    scores = trees.predict(rows)
    kept: dict[int, list[Segment]] = {}
    chosen = []
    for n in np.argsort(-scores, kind="stable").tolist():
        if scores[n] < trees.least:
            break
        segment, here = found[n], kept.setdefault(found[n].paragraph, [])
        if all(segment.last < other.first or segment.first > other.last for other in here):
            here.append(segment)
            chosen.append((segment, trees.share_at(float(scores[n]))))
    return sorted(chosen, key=lambda item: (item[0].paragraph, item[0].first))
