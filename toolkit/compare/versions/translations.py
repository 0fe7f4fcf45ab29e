"""A version in another language: passage beside passage, and what stands on one side only.

Words cannot be compared across languages. What can be shown is which passage of the one says what a
passage of the other does, which has no counterpart, and which numbers and names only one has. So
both are cut into sentences, and long sentences into clauses; these are paired in their order, one
with one or a few, so that the likeness of their meaning is greatest. A shared number or name makes
a pair likelier, different numbers less so. Numbers are compared by value and names by their
spelling: "sixty-four" is "64", while "Spain" and "España" would count as two names.

Source: the pairing is that of Gale and Church, "A program for aligning sentences in bilingual
corpora" (1993), with sentence vectors in place of lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from toolkit.compare.matching.meaning import CLAUSE, MARKS, STOPS, MissingEncoderError, encode
from toolkit.compare.particulars.figures import figures
from toolkit.compare.said import Said
from toolkit.compare.versions.printed import Printed, read_printed
from toolkit.compare.wording import fold, known_language, number_words
from toolkit.model import Span
from toolkit.text import sentences

#: Cosine from which a pair of passages is worth more than two without a counterpart; and how much
#: more it takes for each passage that is taken along.
ALIKE, ALONG = 0.34, 0.06
#: What a shared number or name adds to it, and what numbers that differ take away.
ANCHOR = 0.1
#: So many passages of one side may go with one of the other.
TOGETHER = 3
#: Above so many pairs of passages nothing is paired: a speech, not a quote.
MOST_PAIRS = 10_000
#: Names are the same from this likeness of their spelling on ("Tomás", "Tomas").
SPELT_ALIKE = 80.0
#: Letters of a word from which it tells a name from others.
TELLING = 4
#: "One" is mostly no number, and nobody would miss it.
SMALLEST = 2

NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w’'-]*(?: [A-ZÀ-ÖØ-Þ][\w’'-]*)*")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages that go together; one side is empty where there is no counterpart."""

    fullest: tuple[Span, ...]
    version: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OneSided:
    """Numbers and names as printed: those of the fullest version alone are `missing`."""

    missing_numbers: tuple[str, ...] = ()
    missing_names: tuple[str, ...] = ()
    added_numbers: tuple[str, ...] = ()
    added_names: tuple[str, ...] = ()

    @property
    def detail(self) -> tuple[str, ...]:
        """What only one side has, in words, for a table."""
        number = ("missing number",) if self.missing_numbers or self.added_numbers else ()
        name = ("missing name",) if self.missing_names or self.added_names else ()
        return number + name


@dataclass(frozen=True)
class Translation:
    """A version in another language beside the fullest.

    `pairs` are in the order of both sides; their spans point into `fullest.text` and
    `version.text`. `one_sided` are the numbers and names that only one has.
    """

    fullest: Printed
    version: Printed
    pairs: tuple[Passages, ...]
    one_sided: OneSided


def compare_translation(fullest: Said, version: Said) -> Translation:
    """Lay a version in another language beside the fullest.

    Both should show words in marks; of a quote that shows none all words are taken. Without the
    sentence vectors (they come with sidelight) everything is one pair.

    >>> a = Said("a1", "a", "a", "en", "direct", "All 64 leave in May. Nobody asked Ruiz.")
    >>> b = Said("b1", "b", "b", "es", "direct", "Los sesenta y cuatro se van. Nadie preguntó.")
    >>> found = compare_translation(a, b)
    >>> [(p.fullest[0].of(a.content), p.version[0].of(b.content)) for p in found.pairs]
    [('All 64 leave in May.', 'Los sesenta y cuatro se van.'),
     ('Nobody asked Ruiz.', 'Nadie preguntó.')]
    >>> found.one_sided.missing_numbers, found.one_sided.missing_names
    ((), ('Ruiz',))

    Does not show: whether the translation is right. A passage without a counterpart may be told
    elsewhere in the article, and pairs of passages are judged by meaning, never surely.
    """
    a, b = read_printed(fullest), read_printed(version)
    pairs = _paired(_Side(a, fullest.language), _Side(b, version.language))
    return Translation(a, b, pairs, find_one_sided(fullest, version))


def find_one_sided(fullest: Said, version: Said) -> OneSided:
    """The numbers and names that only one of two versions in different languages has.

    Does not show: whether a name is another form of one on the other side ("Spain", "España").
    """
    a, b = read_printed(fullest), read_printed(version)
    numbers = _numbers(a, fullest.language), _numbers(b, version.language)
    return OneSided(
        missing_numbers=_without(*numbers),
        missing_names=_unnamed(_names(a, fullest.language), b),
        added_numbers=_without(*numbers[::-1]),
        added_names=_unnamed(_names(b, version.language), a),
    )


# -- passages --------------------------------------------------------------------------------------


class _Side:
    """One side's passages, and what each run of them means and holds."""

    def __init__(self, printed: Printed, language: str):
        self.printed, self.language = printed, language
        self.passages = [s for piece in printed.pieces for s in _passages(printed, piece, language)]

    def runs(self) -> list[Range]:
        """Every run of passages that may go with one of the other side."""
        n = len(self.passages)
        return [(i, j) for i in range(n) for j in range(i + 1, min(n, i + TOGETHER) + 1)]

    def text(self, run: Range) -> str:
        """The words of a run of passages, for its meaning."""
        return " ".join(s.of(self.printed.text) for s in self.passages[slice(*run)]).strip(MARKS)

    def values(self, run: Range) -> frozenset[float]:
        """The numbers of a run of passages."""
        return frozenset(v for _, v in _figures(self.text(run), self.language))

    def names(self, run: Range) -> frozenset[str]:
        """The names of a run of passages, folded."""
        return frozenset(fold(m.group()) for m in NAME.finditer(self.text(run)))


def _passages(printed: Printed, piece: Span, code: str) -> Iterator[Span]:
    """The sentences of a piece, long ones parted at commas and where "and" joins two clauses."""
    language = known_language(code)
    whole = sentences(printed.text, piece, language) if language else [piece]
    for sentence in whole:
        words = sentence.of(printed.text)
        starts = [0]
        for m in _joints(code).finditer(words):
            before, after = words[starts[-1] : m.start()].split(), words[m.end() :].split()
            counting = fold(before[-1]) in number_words(code) if before else False
            if min(len(before), len(after)) >= CLAUSE and not counting:
                starts.append(m.end())
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
            kept = words[start:end].rstrip()
            yield Span(sentence.start + start, sentence.start + start + len(kept))


@lru_cache
def _joints(code: str) -> re.Pattern[str]:
    language = known_language(code)
    joining = "|".join(sorted(map(re.escape, language.and_words))) if language else ""
    return re.compile(rf"{STOPS.pattern}|\s+(?=(?:{joining})\s)" if joining else STOPS.pattern)


def _paired(a: _Side, b: _Side) -> tuple[Passages, ...]:
    n, m = len(a.passages), len(b.passages)
    everything = Passages(tuple(a.passages), tuple(b.passages))
    if not n or not m or n * m > MOST_PAIRS:
        return (everything,)
    try:
        worth = _worth(a, b)
    except MissingEncoderError:
        return (everything,)
    best: dict[Range, tuple[float, tuple[Range, Range]]] = {(0, 0): (0.0, ((0, 0), (0, 0)))}
    for i in range(n + 1):
        for j in range(m + 1):
            steps = [((i - 1, i), (j, j)), ((i, i), (j - 1, j))]
            steps += [((i - p, i), (j - q, j)) for p, q in _SHAPES]
            found = [
                (best[x[0], y[0]][0] + worth.get((x, y), 0.0), (x, y))
                for x, y in steps
                if (x[0], y[0]) in best
            ]
            if found:
                best[i, j] = max(found, key=lambda f: f[0])
    return tuple(_walked_back(a, b, best))


#: How many passages of each side may go together.
_SHAPES = tuple(
    (p, q) for p in range(1, TOGETHER + 1) for q in range(1, TOGETHER + 1) if min(p, q) == 1
)


def _walked_back(
    a: _Side, b: _Side, best: dict[Range, tuple[float, tuple[Range, Range]]]
) -> list[Passages]:
    at = (len(a.passages), len(b.passages))
    found = []
    while at != (0, 0):
        _, (x, y) = best[at]
        found.append(Passages(tuple(a.passages[slice(*x)]), tuple(b.passages[slice(*y)])))
        at = (x[0], y[0])
    return found[::-1]


def _worth(a: _Side, b: _Side) -> dict[tuple[Range, Range], float]:
    """What it is worth to pair two runs of passages: by meaning and anchors, for each word."""
    of_a, of_b = a.runs(), b.runs()
    cosine = encode([a.text(r) for r in of_a]) @ encode([b.text(r) for r in of_b]).T
    found = {}
    for k, x in enumerate(of_a):
        for n, y in enumerate(of_b):
            if min(x[1] - x[0], y[1] - y[0]) == 1:
                words = len(a.text(x).split()) + len(b.text(y).split())
                least = ALIKE + ALONG * (x[1] - x[0] + y[1] - y[0] - 2)
                found[x, y] = (float(cosine[k, n]) + _anchors(a, x, b, y) - least) * words
    return {pair: value for pair, value in found.items() if value > 0}


def _anchors(a: _Side, x: Range, b: _Side, y: Range) -> float:
    first, second = a.values(x), b.values(y)
    if first & second or a.names(x) & b.names(y):
        return ANCHOR
    return -ANCHOR if first and second else 0.0


# -- numbers and names -----------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _figures(text: str, code: str) -> tuple[tuple[str, float], ...]:
    language = known_language(code)
    units = language.units if language else {}
    # The hundred of "por ciento" is no number.
    return tuple(
        (f.span.of(text), f.value)
        for f in figures(text, code)
        if not f.rough and f.value >= SMALLEST and fold(f.span.of(text)) not in units
    )


def _numbers(printed: Printed, code: str) -> tuple[tuple[str, float], ...]:
    return tuple(f for p in printed.pieces for f in _figures(p.of(printed.text), code))


def _without(
    some: Sequence[tuple[str, float]], others: Sequence[tuple[str, float]]
) -> tuple[str, ...]:
    values = {value for _, value in others}
    return tuple(dict.fromkeys(words for words, value in some if value not in values))


def _names(printed: Printed, code: str) -> tuple[str, ...]:
    """Runs of words with capitals; at the start of a sentence a word alone shows nothing."""
    found = []
    for piece in printed.pieces:
        text = piece.of(printed.text)
        for m in NAME.finditer(text):
            opens = re.search(r"(?:^|[.!?…:]|[“\"‘«(\[¿¡—–])\W*$", text[: m.start()])
            words = m.group().split()[1 if opens else 0 :]
            kept = [re.sub(r"['’]s?$", "", w) for w in words if not _is_no_name(w, code)]
            if len("".join(kept)) > 1:
                found.append(" ".join(kept))
    return tuple(dict.fromkeys(found))


def _is_no_name(word: str, code: str) -> bool:
    """Whether a word with a capital names nobody: "I'm", "Monday", "Board"."""
    language = known_language(code)
    if language is None:
        return False
    plain = word.casefold()
    listed = (language.stop_words, language.months, language.bodies, language.roles)
    stem = re.split("['’]", plain)[0]
    return (
        word in language.not_names
        or any(plain in words or stem in words for words in listed)
        or fold(plain) in {*language.contracted, *(f"{w}n't" for w in language.auxiliaries)}
    )


def _unnamed(names: Sequence[str], other: Printed) -> tuple[str, ...]:
    """The names of which no word stands on the other side, in a like spelling."""
    there = [fold(w) for p in other.pieces for w in re.findall(r"\w+", p.of(other.text))]
    return tuple(
        name
        for name in names
        if not any(
            fuzz.ratio(fold(word), known) >= SPELT_ALIKE
            for word in _telling(name)
            for known in there
        )
    )


def _telling(name: str) -> list[str]:
    """The words of a name that tell it from others: not "Las" of "Las Torcas"."""
    words = re.findall(r"\w+", name)
    return [w for w in words if len(w) >= TELLING] or words
