"""The parts of a person's name, and what they imply.

A surname is the last part in English and the one before last where a Spanish name has two ("Ana
Ruiz Vega" is "Ruiz" or "Ruiz Vega", never "Vega"); it keeps its small words ("von der Leyen").
In Korean and Chinese names it comes first, and what follows is nobody's surname.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.extract.naming.folding import fold
from toolkit.languages import Language, get_language, language_codes, words_of

#: Family names that stand first before two given names, and those that do before one.
_FIRST_OF_THREE = words_of(
    "kim lee park moon choi jung kang cho yoon jang lim han shin yang hwang ahn song hong ho"
)
_FIRST_OF_TWO = words_of(
    "xi wang zhang chen liu zhao huang zhou wu xu sun hu zhu gao lin deng mao jiang nguyen"
)
_SUFFIXES = words_of("jr sr ii iii iv hijo padre")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A folded name: given names, and the wordings of the surname, the usual one first."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def first(self) -> str | None:
        """The first given name."""
        return self.given[0] if self.given else None


@lru_cache(maxsize=1)
def genders() -> Mapping[str, str | None]:
    """Folded first names of all languages to the gender on which these agree."""
    table: dict[str, str | None] = {}
    for code in language_codes():
        for name, gender in get_language(code).first_names.items():
            key = fold(name)
            table[key] = gender if table.get(key, gender) == gender else None
    return table


def gender_of(first: str, language: Language) -> str | None:
    """The gender of a first name, as a text in one language has it."""
    own = _genders_in(language.code).get(first)
    return own or genders().get(first)


@lru_cache
def _genders_in(code: str) -> Mapping[str, str]:
    return {fold(name): gender for name, gender in get_language(code).first_names.items()}


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset().union(
        *(get_language(c).stop_words | get_language(c).definite for c in language_codes())
    )


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    words = frozenset[str]().union(*(get_language(c).particles for c in language_codes()))
    return words - frozenset[str]().union(*(get_language(c).and_words for c in language_codes()))


def parse_name(name: str, aliases: Sequence[str] = ()) -> PersonName:
    """The parts of a person's name.

    >>> parse_name("Ana Ruiz Vega")
    PersonName(given=('ana',), surnames=('ruiz', 'ruiz vega'))
    >>> parse_name("José Luis de la Cruz Soto").surnames
    ('de la cruz', 'de la cruz soto')
    >>> parse_name("Kim Jong Un")
    PersonName(given=(), surnames=('kim',))
    """
    words = [w.strip(".,") for w in fold(name).split()]
    words = [w for i, w in enumerate(words) if w not in _SUFFIXES and (len(w) > 1 or not i)]
    if len(words) < 2:
        return PersonName((), ())
    if _family_first(words, aliases):
        return PersonName((), (words[0],))
    given, rest = _given(words)
    groups = _grouped(rest)
    if len(groups) > 1 and _is_spanish(words[0]):
        return PersonName(given, (groups[0], " ".join(groups)))
    last = groups[-1]
    unsafe = len(last) < 3 and last in _small_words()
    return PersonName(given, () if unsafe else (last,))


def _family_first(words: Sequence[str], aliases: Sequence[str]) -> bool:
    """Whether the family name comes first, as a listed alias or the name itself says."""
    of_three = len(words) > 2 or any("-" in w for w in words[1:])
    return (
        (of_three and words[0] in _FIRST_OF_THREE)
        or (words[0] in _FIRST_OF_TWO)
        or (words[0] in {fold(a) for a in aliases} and words[0] not in genders())
    )


def _given(words: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """Given names and the rest, which is never empty."""
    count = 1
    while count < len(words) - 1 and words[count] in genders():
        count += 1
    return tuple(words[:count]), list(words[count:])


def _grouped(words: Sequence[str]) -> list[str]:
    """Surnames with the small words before them."""
    groups: list[str] = []
    small: list[str] = []
    for word in words:
        small.append(word)
        if word not in _particles():
            groups.append(" ".join(small))
            small = []
    if small:
        groups.append(" ".join(small))
    return groups


@lru_cache(maxsize=1)
def _spanish_names() -> frozenset[str]:
    return frozenset(map(fold, get_language("es").first_names))


def _is_spanish(first: str) -> bool:
    return first in _spanish_names()
