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

EDITORIAL = re.compile(r"\[[^\]\n]*\]")
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’]\w+)*")
MARKED = re.compile(
    r"“[^”]*(?:”|$)|«[^»]*(?:»|$)|„[^”“]*(?:[”“]|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘.*?(?:’(?!\w)|$)"
    r"|(?<!\w)'(?=\w).*?'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as compared (`key`) and the characters that it was read from."""

    key: str
    span: Span


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
    """Folded number words from two to a hundred; "one" is left out, being mostly no number."""
    language = known_language(code)
    numbers = language.number_words if language else {}
    return {fold(word): n for word, n in numbers.items() if 2 <= n <= 100}


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
    if kind == "direct":
        return [content]
    if kind == "indirect":
        return []
    return [m.group().strip("“”„«»\"‘’'") for m in MARKED.finditer(content)]


def _plain_words(text: str, code: str) -> Iterator[Word]:
    language = known_language(code)
    for m in TOKEN.finditer(text):
        span = Span(*m.span())
        for key in _expanded(fold(m.group()), language):
            yield Word(key, span)


def _expanded(token: str, language: Language | None) -> list[str]:
    if language and token in language.contracted:
        return language.contracted[token].split()
    for ending, word in language.contractions.items() if language else ():
        if token.endswith(ending) and len(token) > len(ending):
            return [token.removesuffix(ending), word]
    if token.endswith(
        "'s"
    ):  # before some words it is "is"; elsewhere a possessive, and says nothing
        stem = token.removesuffix("'s")
        return [stem, "is"] if language and stem in language.is_before_s else [stem]
    return [token.replace(",", "") if token[0].isdigit() else token]


def _joined_numbers(words: Iterator[Word], text: str, code: str) -> Iterator[Word]:
    """Number words as figures, "sixty-four" and "sesenta y cuatro" as one word each."""
    numbers = number_words(code)
    listed = list(words)
    i = 0
    while i < len(listed):
        value = numbers.get(listed[i].key)
        if value is None:
            yield listed[i]
            i += 1
            continue
        used = _compound(listed[i : i + 3], text, code)
        total = value if used == 1 else value + numbers.get(listed[i + used - 1].key, 1)
        yield Word(str(total), Span(listed[i].span.start, listed[i + used - 1].span.end))
        i += used


def _compound(window: list[Word], text: str, code: str) -> int:
    """How many of the words from a number word on make one number: one, two or three."""
    numbers, language = number_words(code), known_language(code)
    if language is None or numbers[window[0].key] not in range(20, 100, 10):
        return 1
    units = {w for w, n in numbers.items() if n < 10} | words_for_one(code)
    joined = len(window) > 2 and window[1].key in language.number_joiners
    if joined and window[2].key in units:
        return 3
    hyphen = len(window) > 1 and text[window[0].span.end : window[1].span.start] in ("-", "‐", "‑")
    return 2 if hyphen and window[1].key in units else 1
