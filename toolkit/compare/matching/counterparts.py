"""How likely two quotes in different languages report the same utterance.

Words cannot be compared across languages; what can be is the meaning of sentences and clauses
(`meaning`), that of the paragraphs around them, the names of the speakers, and numbers. Each
becomes a figure of a pair (`FEATURES`), and a weighted sum of them its log-odds. The weights are
few and of round size on purpose: they were set on invented events, since no real one was at hand
that people had marked in two languages. So the probability is drawn towards the middle, and every
row asks for a person.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.meaning import Vectors, around, encode, sentences_of, with_clauses
from toolkit.compare.matching.speakers import different_persons, same_speaker
from toolkit.compare.said import Said
from toolkit.compare.wording import compared_words

Grid = NDArray[np.float32]
Rows = NDArray[np.int64]

#: Cosine of two names below which they tell nothing, and from which they mean one body or role:
#: "Department of Homeland Security", "Departamento de Seguridad Nacional".
UNLIKE_NAMES = 0.45
ALIKE_NAMES = 0.8
#: How far apart two persons are that are not surely persons, and two speakers of different sides.
PERHAPS = 0.5
#: How near two speakers of one side are, unless they are two persons: a body, its spokeswoman.
SAME_SIDE = 0.4
#: "More than sixty" and "64" are no contradiction.
ROUGHLY = 0.1
NUMBER = re.compile(r"\d+(?:[.,]\d{3})*(?:[.,]\d+)?", re.ASCII)
THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))", re.ASCII)

FEATURES = ("covered", "mutual", "context", "agree", "differ", "number_clash")

#: Quotes of one language compared at once with all of the other: bounds memory.
BLOCK = 200
#: Log-odds of pairs that are not kept, being next to impossible.
FLOOR = -4.0
#: Log-odds grow by so much less than learned from invented events, and no pair is surer than this.
DRAWN_IN = 0.8
SUREST = 0.95


@dataclass(frozen=True)
class Weights:
    """What each feature of `FEATURES` counts."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, found: Mapping[str, Grid]) -> Grid:
        """The weighted sum of the features of some pairs."""
        total = sum(self.weights[name] * found[name] for name in FEATURES)
        return np.asarray(self.intercept + total, dtype=np.float32)


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship."""
    path = files("toolkit.compare.matching") / "weights" / "across.json"
    return Weights(**json.loads(path.read_text(encoding="utf8")))


def probability(log_odds: float) -> float:
    """The share of pairs of such log-odds that we expect to be one utterance in real coverage.

    >>> probability(0.0), probability(9.0)
    (0.5, 0.95)
    """
    return float(min(SUREST, round(1 / (1 + np.exp(-DRAWN_IN * log_odds)), 4)))


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
    def words(self) -> Rows:
        """How many words each quote has."""
        return np.array([len(s.words) for s in self.said], dtype=np.int64)

    @cached_property
    def sure(self) -> Grid:
        """How sure each quote's speaker is; 1 where nobody gave a probability."""
        known = [1.0 if s.p_speaker is None else s.p_speaker for s in self.said]
        return np.array(known, dtype=np.float32)

    def part(self, start: int, end: int) -> Side:
        """Some of the quotes, in order."""
        return Side(self.said[start:end])

    def texts(self) -> Iterator[str]:
        """All that has to be encoded."""
        for units in self.units:
            yield from units
        yield from self.contexts
        yield from (s.speaker for s in self.said if s.speaker)


@dataclass(frozen=True)
class Likely:
    """The pairs of quotes worth keeping: row in the one language, row in the other, how likely."""

    rows: Rows
    columns: Rows
    log_odds: Grid
    covered: Grid


def likely_pairs(a: Side, b: Side, weights: Weights) -> Likely:
    """The pairs of quotes of two languages that are not next to impossible, in order.

    Raises MissingEncoderError where sentence vectors cannot be made.
    """
    encode([*a.texts(), *b.texts()])
    found: list[tuple[Rows, Rows, Grid, Grid]] = []
    for start in range(0, len(a.said), BLOCK):
        figures = features(a.part(start, start + BLOCK), b)
        log_odds = weights.log_odds(figures)
        rows, columns = np.nonzero(log_odds > FLOOR)
        kept = (log_odds[rows, columns], figures["covered"][rows, columns])
        found.append((rows + start, columns, *kept))
    return Likely(*(np.concatenate(part) for part in zip(*found, strict=True)))


def features(a: Side, b: Side) -> dict[str, Grid]:
    """Each feature for each quote of the one side with each of the other: len(a) x len(b).

    `covered`: how well the longer quote says what the shorter one does, sentence by sentence and
    clause by clause; `mutual`: how well each says what the other does, the worse of the two;
    `context`: how alike the paragraphs are; `agree` and `differ`: how far the speakers are the
    same, and not the same; `number_clash`: both give numbers, and none that could be the same.
    """
    there, back = _covered(a.units, b.units)
    longer = a.words[:, None] > b.words[None, :]
    across, home = _covered(a.sentences, b.sentences)
    agree, differ = _speakers(a, b)
    return {
        "covered": np.where(longer, back, there),
        "mutual": np.minimum(across, home),
        "context": encode(a.contexts) @ encode(b.contexts).T,
        "agree": agree,
        "differ": differ,
        "number_clash": _clashes(a, b),
    }


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
    vectors = encode([a.speaker, b.speaker])
    above = float(vectors[0] @ vectors[1]) - UNLIKE_NAMES
    agree = float(np.clip(above / (ALIKE_NAMES - UNLIKE_NAMES), 0.0, 1.0))
    if a.side is None or b.side is None:
        return agree, 0.0
    return (max(agree, SAME_SIDE), 0.0) if a.side == b.side else (0.0, PERHAPS)


def _covered(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> tuple[Grid, Grid]:
    """How well each of b says what each of a does, and the other way round."""
    first, second = (encode([u for units in side for u in units]) for side in (a, b))
    cosine = first @ second.T
    return _means(cosine, a, b), _means(cosine.T, b, a).T


def _means(cosine: Vectors, a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> Grid:
    """The mean cosine of each unit of a with the best one in b, weighted by length."""
    best = np.maximum.reduceat(cosine, _starts(b), axis=1)
    length = np.array([len(u.split()) for units in a for u in units], dtype=np.float32)
    sums = np.add.reduceat(best * length[:, None], _starts(a), axis=0)
    return np.asarray(sums / np.add.reduceat(length, _starts(a))[:, None], dtype=np.float32)


def _starts(units: Sequence[Sequence[str]]) -> Rows:
    return np.cumsum([0, *(len(u) for u in units[:-1])])


def _speakers(a: Side, b: Side) -> tuple[Grid, Grid]:
    first, kind_of_a = _kinds(a)
    second, kind_of_b = _kinds(b)
    table = np.array([[speakers_agree(x, y) for y in second] for x in first], dtype=np.float32)
    found = table[kind_of_a][:, kind_of_b] * np.outer(a.sure, b.sure)[:, :, None]
    return found[:, :, 0], found[:, :, 1]


def _kinds(side: Side) -> tuple[list[Said], list[int]]:
    """One quote for each speaker, and which of them each quote has."""
    number: dict[tuple[str | None, str | None, bool], int] = {}
    first: list[Said] = []
    kinds = []
    for s in side.said:
        key = (s.speaker, s.side, s.is_person)
        if key not in number:
            number[key] = len(first)
            first.append(s)
        kinds.append(number[key])
    return first, kinds


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


def _clashes(a: Side, b: Side) -> Grid:
    clash = np.zeros((len(a.said), len(b.said)), dtype=np.float32)
    with_numbers = [n for n, numbers in enumerate(b.numbers) if numbers]
    for i, numbers in enumerate(a.numbers):
        for j in with_numbers if numbers else ():
            clash[i, j] = not any(
                abs(x - y) <= ROUGHLY * max(x, y) for x in numbers for y in b.numbers[j]
            )
    return clash
