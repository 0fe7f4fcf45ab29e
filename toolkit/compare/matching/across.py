"""What speaks for or against two quotes in two languages reporting one utterance, as figures.

Words cannot be compared across languages; what can be is the meaning of sentences and clauses
(`meaning`), that of the paragraphs around them, the names of the speakers, numbers, dates, and
words that the languages share by origin. Each feature is a function of a `Crossing`, the quotes of
two languages in one event, and gives a table: a row for each quote of the one language, a column
for each of the other. `counterparts` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching import occasions
from toolkit.compare.matching.bags import Rarity, Rows
from toolkit.compare.matching.meaning import (
    Vectors,
    around,
    encode,
    sentences_of,
    similarity,
    with_clauses,
)
from toolkit.compare.matching.speakers import different_persons, same_speaker
from toolkit.compare.said import Said
from toolkit.compare.wording import compared_words, stop_words

Grid = NDArray[np.float32]
Units: TypeAlias = Sequence[Sequence[str]]

#: Cosine of two names below which they tell nothing, and from which they mean one body or role:
#: "Department of Homeland Security", "Departamento de Seguridad Nacional".
UNLIKE_NAMES = 0.45
ALIKE_NAMES = 0.8
#: How far apart two persons are that are not surely persons, and two speakers of different sides.
PERHAPS = 0.3
#: How near two speakers of one side are, unless they are two persons: a body, its spokeswoman.
SAME_SIDE = 0.4
#: "More than sixty" and "64" are no contradiction.
ROUGHLY = 0.1
#: Letters by which words of two languages are taken for one: "temporary", "temporal".
ROOT = 4
NUMBER = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d+)?", re.ASCII)
THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))", re.ASCII)


@dataclass(frozen=True)
class Side:
    """The quotes of one language, with what is compared of them."""

    said: Sequence[Said]

    @cached_property
    def sentences(self) -> list[tuple[str, ...]]:
        """Each quote's sentences."""
        return [sentences_of(s) for s in self.said]

    @cached_property
    def units(self) -> list[tuple[str, ...]]:
        """Each quote's sentences and their clauses."""
        return [
            tuple(unit for s in sentences for unit in with_clauses(s, said.language))
            for said, sentences in zip(self.said, self.sentences, strict=True)
        ]

    @cached_property
    def contexts(self) -> list[str]:
        """The paragraph that each quote stands in."""
        return [around(s) for s in self.said]

    @cached_property
    def numbers(self) -> list[tuple[float, ...]]:
        """The numbers in each quote."""
        return [tuple(numbers_in(s)) for s in self.said]

    @cached_property
    def roots(self) -> list[frozenset[str]]:
        """How the longer words of each quote begin."""
        return [frozenset(_roots(s)) for s in self.said]

    @cached_property
    def words(self) -> Rows:
        """How many words each quote has."""
        return np.array([len(s.words) for s in self.said], dtype=np.int64)

    @cached_property
    def sure(self) -> Grid:
        """How sure each quote's speaker is; 1 where nobody gave a probability."""
        known = [1.0 if s.p_speaker is None else s.p_speaker for s in self.said]
        return np.array(known, dtype=np.float32)

    def texts(self) -> Iterator[str]:
        """All that has to be encoded."""
        for units in self.units:
            yield from units
        yield from self.contexts
        yield from (s.speaker for s in self.said if s.speaker)


@dataclass(frozen=True)
class Crossing:
    """The quotes of two languages, and how rare in the event the roots of their words are."""

    a: Side
    b: Side
    rarity: Mapping[Hashable, float]

    @classmethod
    def of(cls, a: Sequence[Said], b: Sequence[Said]) -> Crossing:
        """The quotes of two languages, with all their texts encoded.

        Raises MissingEncoderError where sentence vectors cannot be made.
        """
        first, second = Side(a), Side(b)
        encode([*first.texts(), *second.texts()])
        return cls(first, second, Rarity([*first.roots, *second.roots]))

    def part(self, start: int, end: int) -> Crossing:
        """Some quotes of the one language, in order, with all of the other."""
        return Crossing(Side(self.a.said[start:end]), self.b, self.rarity)


def covered(c: Crossing) -> Grid:
    """How well the longer quote says what the shorter does, sentence by sentence and clause by
    clause: the mean cosine of each with the best one over there, weighted by length."""
    there, back = _covered(c.a.units, c.b.units)
    return np.where(c.a.words[:, None] > c.b.words[None, :], back, there)


def mutual(c: Crossing) -> Grid:
    """How well each quote says what the other does in whole sentences, the worse of the two."""
    return np.minimum(*_covered(c.a.sentences, c.b.sentences))


def context(c: Crossing) -> Grid:
    """How alike the paragraphs are that they stand in."""
    return encode(c.a.contexts) @ encode(c.b.contexts).T


def agree(c: Crossing) -> Grid:
    """How far the speakers are the same."""
    return _speakers(c, 0)


def differ(c: Crossing) -> Grid:
    """How far the speakers are surely not the same: a doubt of either counts twice."""
    return _speakers(c, 1) * np.outer(c.a.sure, c.b.sure)


def number_shared(c: Crossing) -> Grid:
    """Whether both give one number."""
    return _numbers(c, lambda apart: apart == 0)


def number_clash(c: Crossing) -> Grid:
    """Whether both give numbers, and none of the one's could be the other's."""
    return _numbers(c, lambda apart: apart > ROUGHLY)


def shared_roots(c: Crossing) -> Grid:
    """How much of what has fewer roots, weighed by rarity, begins as words of the other do."""
    number = {root: n for n, root in enumerate(c.rarity)}
    a, b = (_weighed(side.roots, number, c.rarity) for side in (c.a, c.b))
    shared = (a @ b.T).toarray()
    lighter = np.minimum.outer(*(np.asarray(m.power(2).sum(axis=1)).ravel() for m in (a, b)))
    share = np.divide(shared, lighter, out=np.zeros_like(shared), where=lighter > 0)
    return np.asarray(np.minimum(share, 1.0), dtype=np.float32)


def times_clash(c: Crossing) -> Grid:
    """How surely they were said at different times, as far as the reporters tell."""
    first, second = (_kinds([occasions.occasion_of(s) for s in x.said]) for x in (c.a, c.b))
    table = [[occasions.times_clash(x, y) for y in second[0]] for x in first[0]]
    return np.array(table, dtype=np.float32)[np.ix_(first[1], second[1])]


Feature: TypeAlias = Callable[[Crossing], Grid]

FEATURES: Mapping[str, Feature] = {
    f.__name__: f
    for f in (
        covered, mutual, context, agree, differ, number_shared, number_clash, shared_roots,
        times_clash,
    )
}  # fmt: skip


def speakers_agree(a: Said, b: Said) -> tuple[float, float]:
    """How far two speakers are the same, and how far they are not the same, 0 to 1 each.

    Names of persons are the same in both languages; those of bodies and roles are translated,
    and compared by meaning. Of an unknown speaker neither can be said.
    """
    if not a.speaker or not b.speaker:
        return 0.0, 0.0
    if same_speaker(a.speaker, b.speaker):
        return 1.0, 0.0
    if different_persons(a.speaker, b.speaker):
        return 0.0, 1.0 if a.is_person and b.is_person else PERHAPS
    above = similarity(a.speaker, b.speaker) - UNLIKE_NAMES
    alike = min(1.0, max(0.0, above / (ALIKE_NAMES - UNLIKE_NAMES)))
    if a.side is None or b.side is None:
        return alike, 0.0
    return (max(alike, SAME_SIDE), 0.0) if a.side == b.side else (0.0, PERHAPS)


def numbers_in(said: Said) -> Iterator[float]:
    """The numbers in a quote, words for them up to a hundred among them.

    >>> quote = Said("a", "a", "a", "es", "direct", "De los 1.500 cobran un 2,1 % sesenta y cuatro")
    >>> list(numbers_in(quote))
    [1500.0, 2.1, 64.0]

    Does not show: how many noughts a "million" adds; it does so in both languages.
    """
    for word in compared_words(said.content, said.language):
        printed = word.span.of(said.content)
        if NUMBER.fullmatch(printed):
            # Point and comma change places between languages, and even within Spanish; three
            # figures behind them are thousands.
            yield float(THOUSANDS.sub("", printed).replace(",", "."))
        elif word.key.isdecimal() and printed != "%":
            yield float(word.key)


def _roots(said: Said) -> Iterator[str]:
    stop = stop_words(said.language)
    for word in said.words:
        if len(word) >= ROOT and word not in stop and not word[0].isdigit():
            yield word[:ROOT]


def _covered(a: Units, b: Units) -> tuple[Grid, Grid]:
    """How well each of b says what each of a does, and the other way round."""
    first, second = (encode([u for units in side for u in units]) for side in (a, b))
    cosine = first @ second.T
    return _means(cosine, a, b), _means(cosine.T, b, a).T


def _means(cosine: Vectors, a: Units, b: Units) -> Grid:
    """The mean cosine of each unit of a with the best one in b, weighted by length."""
    best = np.maximum.reduceat(cosine, _starts(b), axis=1)
    length = np.array([len(u.split()) or 1 for units in a for u in units], dtype=np.float32)
    sums = np.add.reduceat(best * length[:, None], _starts(a), axis=0)
    return np.asarray(sums / np.add.reduceat(length, _starts(a))[:, None], dtype=np.float32)


def _starts(units: Units) -> Rows:
    return np.cumsum([0, *(len(u) for u in units[:-1])])


def _speakers(c: Crossing, which: int) -> Grid:
    first, second = (
        _kinds([(s.speaker, s.side, s.is_person) for s in side.said]) for side in (c.a, c.b)
    )
    one_of = [dict(zip(k[1], side.said, strict=True)) for k, side in ((first, c.a), (second, c.b))]
    table = [
        [speakers_agree(one_of[0][m], one_of[1][n])[which] for n in range(len(second[0]))]
        for m in range(len(first[0]))
    ]
    found = np.array(table, dtype=np.float32)[np.ix_(first[1], second[1])]
    return np.asarray(found * np.outer(c.a.sure, c.b.sure), dtype=np.float32)


def _kinds(values: Sequence[Any]) -> tuple[list[Any], list[int]]:
    """The different ones among some values, and which of them each is."""
    number: dict[Any, int] = {}
    at = [number.setdefault(value, len(number)) for value in values]
    return list(number), at


def _numbers(c: Crossing, holds: Callable[[float], bool]) -> Grid:
    """Whether something holds of the nearest two numbers, as a share of the larger."""
    found = np.zeros((len(c.a.said), len(c.b.said)), dtype=np.float32)
    with_numbers = [n for n, numbers in enumerate(c.b.numbers) if numbers]
    for i, numbers in enumerate(c.a.numbers):
        for j in with_numbers if numbers else ():
            found[i, j] = holds(
                min(abs(x - y) / max(x, y, 1.0) for x in numbers for y in c.b.numbers[j])
            )
    return found


def _weighed(
    roots: Sequence[frozenset[str]],
    number: Mapping[Hashable, int],
    rarity: Mapping[Hashable, float],
) -> Any:
    """A row for each quote, a column for each root; two rows' product is the weight of both's."""
    from scipy.sparse import csr_matrix

    at = [number[root] for held in roots for root in sorted(held)]
    weights = np.sqrt([rarity[root] for held in roots for root in sorted(held)])
    ends = np.cumsum([0, *(len(held) for held in roots)])
    return csr_matrix((weights, at, ends), shape=(len(roots), len(number)))
