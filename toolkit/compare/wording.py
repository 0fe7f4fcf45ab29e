"""Words as they are compared: what counts as the same word when two outlets print one utterance.

A newsroom's house style is not a change of wording. So before two versions are laid side by side,
each is read into words whose `key` has lost case, accents, hyphens and contractions, whose number
words up to a hundred have become figures, and whose bracketed insertions and ellipses, which are
the editor's and not the speaker's, have dropped out. Each word still points at the characters that
it was read from, so that what is drawn is always what was printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.errors import UsageError
from toolkit.languages import Language, get_language
from toolkit.model import Span

#: An editor's bracket; one that opens a word, as in "[T]he", only shows a changed capital.
EDITORIAL = re.compile(r"\[[^\]\n]*\](?!\w)")
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\[\w+\]\w+|\w+(?:['’]\w+)*|%")
MARKED = re.compile(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^”“]*(?:[”“]|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘.*?(?:’(?!\w)|$)"
    r"|(?<!\w)'(?=\w).*?'(?!\w)"
)
MARKS = "“”„«»\"‘’'"
#: What stands between the parts of "sixty-four".
HYPHEN = re.compile(r"[ \-‐‑]")


HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Word:
    """One word as compared (`key`), the characters that it was read from, and what else it may be.

    `also` holds other readings of something short: "'s" is "is" or "has", "the works's closing"
    may be "the works is closing", "1" is "one", "centre" is "center".
    """

    key: str
    span: Span
    also: frozenset[str] = frozenset()

    def is_same(self, other: Word) -> bool:
        """Whether two outlets printed the same word, in whatever house style."""
        return self.key == other.key or other.key in self.also or self.key in other.also


def fold(text: str) -> str:
    """Text without case and accents, with straight apostrophes.

    >>> fold("Tomás Ruiz’s")
    "tomas ruiz's"
    """
    if text.isascii():  # most words are, and nothing else costs as much
        return text.lower()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    plain = plain.replace("’", "'").replace("‘", "'")
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache
def known_language(code: str) -> Language | None:
    """The language of a code, or None where sidelight has no file for it yet."""
    try:
        return get_language(code)
    except UsageError:
        return None


@lru_cache
def stop_words(code: str) -> frozenset[str]:
    """The folded stop words of a language; none for a language without a file."""
    language = known_language(code)
    return frozenset(fold(w) for w in language.stop_words) if language else frozenset()


@lru_cache
def number_words(code: str) -> dict[str, int]:
    """Folded number words to a hundred; "one" is left out, being mostly no number."""
    language = known_language(code)
    numbers = language.number_words if language else {}
    return {fold(word): n for word, n in numbers.items() if n != 1 and n <= HUNDRED}


@lru_cache
def words_for_one(code: str) -> frozenset[str]:
    """The folded words for one, which count only behind a ten ("treinta y uno")."""
    language = known_language(code)
    numbers = language.number_words if language else {}
    return frozenset(fold(word) for word, n in numbers.items() if n == 1)


def compared_words(text: str, language: str = "en") -> list[Word]:
    """Read a text into the words by which it is compared.

    `language` is a code such as "en". Returns words in text order; a contraction gives two words
    with one span, a compound number one word with a span over both parts.

    >>> [w.key for w in compared_words("We can't pay [the] sixty-four staff … in April")]
    ['we', 'can', 'not', 'pay', '64', 'staff', 'in', 'april']

    Does not show: who spoke, or whether the words stood in quote marks.
    """
    blanked = EDITORIAL.sub(lambda m: " " * len(m.group()), text)
    return list(_joined_numbers(_plain_words(blanked, language), text, language))


def told_words(content: str, cue: object, code: str) -> str:
    """The words of an indirect quote; behind a denial with the verb, or they say the opposite.

    >>> told_words("that a metre had been sold", "denied", "en")
    'denied that a metre had been sold'
    >>> told_words("that a metre had been sold", "said", "en")
    'that a metre had been sold'
    """
    language = known_language(code)
    verb = language.verbs.get(cue.casefold()) if language and isinstance(cue, str) else None
    return f"{cue} {content}" if verb and verb.verb_class == "deny" else content


def keys(text: str, language: str = "en") -> tuple[str, ...]:
    """Only the keys of `compared_words`."""
    return tuple(w.key for w in compared_words(text, language))


def marked_runs(kind: str, content: str) -> list[str]:
    """The stretches of a quote's content that the outlet prints as the speaker's own words.

    All of a direct quote, nothing of an indirect one, the parts in quote marks of a mixed one.

    >>> marked_runs("mixed", "that it was “an unlawful blockade” of the gate")
    ['an unlawful blockade']
    """
    return [span.of(content) for span in marked_spans(kind, content)]


def marked_spans(kind: str, content: str) -> list[Span]:
    """The same stretches as places in the content.

    >>> marked_spans("mixed", "that it was “an unlawful blockade” of the gate")
    [Span(start=13, end=33)]
    """
    if kind == "direct":
        return [Span(0, len(content))]
    if kind == "indirect":
        return []
    return [_within_marks(m) for m in MARKED.finditer(content)]


def _within_marks(match: re.Match[str]) -> Span:
    bare = match.group().lstrip(MARKS)
    start = match.end() - len(bare)
    return Span(start, start + len(bare.rstrip(MARKS)))


def plain_number(written: str, language: str) -> str:
    """A number as every language would write it: no separators, a point before decimals.

    A point before one or two digits is a decimal point everywhere: half of the Spanish-speaking
    countries write "2.1".

    >>> plain_number("9,400", "en"), plain_number("9.400", "es"), plain_number("2,1", "es")
    ('9400', '9400', '2.1')
    """
    known = known_language(language)
    group, point = (".", ",") if known and known.decimal_comma else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:[{group}\u00a0\u202f ]\d{{3}})+", written):
        return re.sub(r"\D", "", written)
    if re.fullmatch(rf"\d+[{group}]\d{{1,2}}", written):
        return written.replace(group, ".")
    return re.sub(r"[\s\u00a0\u202f]", "", written.replace(group, "")).replace(point, ".")


def _plain_words(text: str, code: str) -> Iterator[Word]:
    for m in TOKEN.finditer(text):
        span = Span(*m.span())
        for key, also in _expanded(fold(m.group().replace("[", "").replace("]", "")), code):
            yield Word(key, span, also)


def _expanded(token: str, code: str) -> list[tuple[str, frozenset[str]]]:
    """The words that a token is short for, each with what else it may be."""
    language, nothing = known_language(code), frozenset[str]()
    if token[0].isdigit():
        also = words_for_one(code) if token == "1" else nothing
        return [(plain_number(token, code), also)]
    if language is None:
        return [(token.removesuffix("'s"), nothing)]
    if token in language.contracted:
        return [(word, nothing) for word in language.contracted[token].split()]
    for ending, word in language.contractions.items():
        if token.endswith(ending) and len(token) > len(ending):
            short_too = frozenset(language.also_short_for.get(ending, ()))
            return [(token.removesuffix(ending), nothing), (word, short_too)]
    if not token.endswith("'s"):
        return [(token, _spelled_otherwise(token, code))]
    # Before some words it is "is"; elsewhere mostly a possessive, which says nothing.
    stem, has = token.removesuffix("'s"), frozenset(language.also_short_for.get("'s", ()))
    if stem in language.is_before_s:
        return [(stem, nothing), ("is", has)]
    return [(stem, frozenset(f"{stem} {verb}" for verb in {"is", *has}) if has else nothing)]


@lru_cache(maxsize=20_000)
def _spelled_otherwise(token: str, code: str) -> frozenset[str]:
    """How another country spells a word: "neighbor" for "neighbour"."""
    language = known_language(code)
    for pattern, other in language.spellings.items() if language else ():
        if match := re.fullmatch(pattern, token):
            return frozenset({match.expand(other)})
    return frozenset()


def _joined_numbers(words: Iterator[Word], text: str, code: str) -> Iterator[Word]:
    """Number words as figures, "sixty-four" and "sesenta y cuatro" as one word each."""
    listed = list(words)
    i = 0
    while i < len(listed):
        value, used = _read_number(listed[i : i + 3], text, code)
        if value is None:
            yield listed[i]
        else:
            span = Span(listed[i].span.start, listed[i + used - 1].span.end)
            yield Word(str(value), span)
        i += used


def _read_number(window: list[Word], text: str, code: str) -> tuple[int | None, int]:
    """The number that a window begins with, and how many of its words make it."""
    numbers = number_words(code)
    value, language = numbers.get(window[0].key), known_language(code)
    if value is None:
        hundred = len(window) > 1 and numbers.get(window[1].key) == HUNDRED
        of_one = language is not None and window[0].key in language.one_hundred
        return (HUNDRED, 2) if hundred and of_one else (None, 1)
    used = _compound(window, text, code)
    return (value if used == 1 else value + numbers.get(window[used - 1].key, 1)), used


def _compound(window: list[Word], text: str, code: str) -> int:
    """How many of the words from a number word on make one number: one, two or three."""
    numbers, language = number_words(code), known_language(code)
    if language is None or numbers[window[0].key] not in range(20, 100, 10):
        return 1
    units = {w for w, n in numbers.items() if 0 < n < 10} | words_for_one(code)
    joined = len(window) > 2 and window[1].key in language.number_joiners
    if joined and window[2].key in units:
        return 3
    if len(window) < 2 or window[1].key not in units:
        return 1
    return 2 if HYPHEN.fullmatch(text, window[0].span.end, window[1].span.start) else 1
