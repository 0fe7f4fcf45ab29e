"""Figures: every number of a text with its value, in digits or in words.

"9,400", "nine thousand four hundred" and "9.400" in Spanish are one value; so are "$2.1 million"
and "2,1 millones". What a number counts is not asked here (see `numbers`); dates, years and hours
are figures too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.compare.wording import fold, known_language, plain_number
from toolkit.languages import Language
from toolkit.model import Span

SIGNS = {"$": "dollars", "€": "euros", "£": "pounds"}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
DIGITS = re.compile(
    r"(?<![\w.,])(?:(?:US|A|C|NZ|U\.S\. ?)?(?P<sign>[$€£]) ?)?"
    r"(?P<value>\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\d])(?:[.,]\d{1,2}\b)?|\d+(?:[.,]\d+)?)"
)
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at its place; `sign` is the currency before it, `rough` a "dozen" or "a hundred".

    `dashed` says that it is joined by a dash, slash or colon to another: a range, a score, an hour.
    """

    span: Span
    value: float
    sign: str = ""
    rough: bool = False
    dashed: bool = False
    in_words: bool = False


@lru_cache(maxsize=256)
def figures(text: str, code: str) -> tuple[Figure, ...]:
    """Every figure of a text, in text order.

    >>> [f.value for f in figures("Two dozen paid $2.1 million, sixty-four nothing.", "en")]
    [24.0, 2100000.0, 64.0]
    """
    language = known_language(code)
    found = list(_in_digits(text, language))
    if language:
        taken = {n for f in found for n in range(f.span.start, f.span.end)}
        found += [f for f in _in_words(text, language) if f.span.start not in taken]
    return tuple(sorted(found, key=lambda f: f.span))


class _OneForOne(dict[int, str]):
    """Each character, when it is first met, to its folded form where that is one character."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FOLDED = _OneForOne()


def plain_folded(text: str) -> str:
    """Folded, one character for one: "…" alone would fold to three, and shift all that follows.

    >>> plain_folded("Sesenta… Ñ")
    'sesenta… n'
    """
    return text.translate(_FOLDED)


def written_value(value: float) -> str:
    """A value as particulars write it; from a million on with its scale.

    >>> written_value(9400.0), written_value(2.1), written_value(2.1e9)
    ('9400', '2.1', '2.1 billion')
    """
    for scale in ("trillion", "billion", "million"):
        if value >= SCALES[scale]:
            return f"{value / SCALES[scale]:.6g} {scale}"
    return f"{value:.10g}"


def _in_digits(text: str, language: Language | None) -> Iterator[Figure]:
    code = language.code if language else ""
    for m in DIGITS.finditer(text):
        if not _ends_well(text, m.end(), language, signed=bool(m["sign"])):
            continue  # "3rd", "4x4"
        value = float(plain_number(m["value"], code))
        times, end = _scaled(text, m.end(), language, signed=bool(m["sign"]))
        around = text[max(0, m.start() - 1) : m.start()], text[m.end() : m.end() + 2]
        dashed = around[0] in tuple("-–/:") or bool(re.match(r"[-–/:]\d", around[1]))
        yield Figure(Span(m.start(), end), value * times, m["sign"] or "", dashed=dashed)


def _ends_well(text: str, at: int, language: Language | None, *, signed: bool) -> bool:
    """Whether a number may end here: letters after it are a scale or a unit ("$30m", "5km")."""
    word = WORD.match(text, at)
    if word is None or language is None:
        return word is None
    known = fold(word.group())
    return known in language.units or (signed and known in language.scales)


def _scaled(text: str, at: int, language: Language | None, *, signed: bool) -> tuple[float, int]:
    """What multiplies a number that ends here ("million", "mil millones"), and where that ends."""
    times = 1.0
    while language:
        m = re.compile(r"[ \u00a0-]?([^\W\d_]+)").match(text, at)
        word = fold(m[1]) if m else ""
        short = len(word) <= 2
        attached = m is not None and m.start(1) == at
        if word in language.scales and (not short or (attached and signed)):
            times *= SCALES[language.scales[word]]
        elif word in language.multipliers:
            times *= language.multipliers[word]
        else:
            break
        at = m.end() if m else at
    return times, at


@dataclass(frozen=True)
class _Counting:
    """The number words of a language, folded."""

    small: dict[str, int]
    tens: dict[str, int]
    ones: frozenset[str]
    joiners: frozenset[str]


@lru_cache
def _counting(code: str) -> _Counting | None:
    language = known_language(code)
    if language is None:
        return None
    words = {fold(w): n for w, n in language.number_words.items()}
    return _Counting(
        small={w: n for w, n in words.items() if n < 20 or (20 < n < 30)},
        tens={w: n for w, n in words.items() if n in range(20, 100, 10)},
        ones=frozenset(w for w, n in words.items() if n == 1),
        joiners=frozenset(fold(w) for w in language.number_joiners | language.and_words),
    )


def _in_words(text: str, language: Language) -> Iterator[Figure]:
    counting = _counting(language.code)
    if counting is None or not counting.small:
        return
    folded = plain_folded(text)
    tokens = list(WORD.finditer(folded))
    i = 0
    while i < len(tokens):
        reading = _Reading(language, counting, folded, tokens, i)
        used = reading.read()
        if not used:
            i += 1
            continue
        last = tokens[i + used - 1]
        times, end = _scaled(text, last.end(), language, signed=False)
        if reading.counts or times > 1:
            span = Span(tokens[i].start(), end)
            value = max(reading.value, 1.0) * times
            yield Figure(span, value, rough=reading.rough, in_words=True)
        i += used


class _Reading:
    """One number in words, read from a token on as far as the words go on making one."""

    def __init__(
        self,
        language: Language,
        counting: _Counting,
        folded: str,
        tokens: list[re.Match[str]],
        at: int,
    ):
        self.language, self.counting = language, counting
        self.folded, self.tokens, self.at = folded, tokens, at
        self.total, self.current = 0, 0
        self.counts, self.rough = False, False

    @property
    def value(self) -> float:
        """What has been read so far."""
        return float(self.total + self.current)

    def read(self) -> int:
        """How many tokens make the number; none if the first is no number."""
        i = self.at
        while i < len(self.tokens):
            word = self.tokens[i].group()
            if i == self.at:
                if not self._begins(word):
                    return 0
            elif not self._adjoins(i):
                break
            elif word in self.counting.joiners:
                if not self._goes_on(i):
                    break
            elif not self._takes(word):
                break
            i += 1
        return i - self.at

    def _begins(self, word: str) -> bool:
        if word in self.counting.ones or word in self.language.one_articles:
            return self._one_of(word)
        if word in self.language.multipliers:
            # "mil trabajadores"; in English nothing begins with "hundred"
            if self.language.multipliers[word] == 1000 and self.language.hundreds:
                self.total, self.counts = 1000, True
                return True
            return False
        return self._takes(word)

    def _one_of(self, word: str) -> bool:
        """ "One", "a": a number only before "hundred", "dozen" or "million"."""
        after, language = self.at + 1, self.language
        halved = self.at and self.tokens[self.at - 1].group() in language.fractions
        if halved or after >= len(self.tokens) or not self._adjoins(after):
            return False  # "half a dozen"
        big = self.tokens[after].group()
        scale = big in language.scales and len(big) > 2
        self.current = 1
        self.rough = big in language.multipliers and word in language.one_articles
        return scale or big in language.multipliers or big in language.collectives

    def _adjoins(self, i: int) -> bool:
        gap = self.folded[self.tokens[i - 1].end() : self.tokens[i].start()]
        return gap in (" ", "-", "\u00a0", "‐", "‑")

    def _goes_on(self, i: int) -> bool:
        """Whether "and" or "y" stands inside one number: "treinta y dos", "two hundred and six"."""
        if i + 1 >= len(self.tokens) or not self._adjoins(i + 1):
            return False
        word, ten = self.tokens[i + 1].group(), self.current % 100
        if self.tokens[i].group() in self.language.number_joiners and ten in range(30, 100, 10):
            return self.counting.small.get(word, 10) < 10
        whole = self.value and not self.value % 100
        is_small = word in self.counting.small or word in self.counting.tens
        return bool(whole and not self.language.hundreds and is_small)

    def _takes(self, word: str) -> bool:
        language, counting = self.language, self.counting
        if word in language.multipliers:
            return self._multiplied(language.multipliers[word])
        if word in language.hundreds and not self.current:
            self.current += language.hundreds[word]
        elif word in language.collectives and self.counts | bool(self.current):
            self.current = max(1, self.current) * language.collectives[word]
            self.rough = True
        elif word in counting.tens and not self.current % 100:
            self.current += counting.tens[word]
        elif word in counting.small and self._fits(counting.small[word]):
            self.current += counting.small[word]
        else:
            return False
        self.counts = True
        return True

    def _fits(self, number: int) -> bool:
        rest = self.current % 100
        return not rest or (number < 10 and rest in range(20, 100, 10))

    def _multiplied(self, by: int) -> bool:
        if by == 100 and 0 < self.current < 100:
            self.current *= 100
        elif by == 1000 and 0 < self.current < 1000 and not self.total:
            self.total, self.current = self.current * 1000, 0
        else:
            return False
        self.counts = True
        return True
