"""Which words judge: the lists of a language, and compounds with known beginnings and endings."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.extract.framing.words import Words
from toolkit.languages import Language

#: How often each pattern is right, from attributes that a person read (`tests/quality`).
P_BEFORE, P_AFTER, P_APPOSED, P_SAID, P_HEAD = 0.92, 0.9, 0.88, 0.88, 0.82
#: How many words may stand between a mention and the first word of what is said of it.
REACH = 6


@dataclass(frozen=True, slots=True)
class Found:
    """An attribute as words, and how often the pattern that found it is right."""

    first: int
    last: int
    p: float


def judges(word: str, language: Language) -> bool:
    """Whether a word in lower case is an adjective by which a text judges.

    >>> from toolkit.languages import get_language
    >>> [judges(w, get_language("en")) for w in ("embattled", "cash-strapped", "municipal")]
    [True, True, False]
    """
    if word in language.judging:
        return True
    if "-" not in word:
        return False
    begins, ends = language.judging_openings, language.judging_endings
    return word.startswith(begins) or (bool(ends) and word.endswith(ends))


def is_epithet(words: Words, i: int) -> bool:
    """Whether word i is a noun by which a text judges: "firebrand"."""
    return words.lower[i] in words.language.epithets


def is_noun(words: Words, i: int) -> bool:
    """Whether word i names what somebody is: a trade, a body, a group, an epithet."""
    word, language = words.lower[i], words.language
    return (
        word in language.epithets
        or word in language.roles
        or word in language.groups
        or word in language.bodies
        or word in language.trades
        or word.endswith(language.role_endings)
        or was(word, language)
    )


def was(word: str, language: Language) -> bool:
    """An office that was, in one word: "exalcaldesa"."""
    openings = language.once_openings
    return any(
        word.startswith(begin)
        and word[len(begin) :].lstrip("-") in language.roles.keys() | language.trades
        for begin in openings
    )


def passes(words: Words, i: int) -> bool:
    """Whether word i may stand between a judging word and its noun."""
    word, language = words.lower[i], words.language
    if words.capital(i) and word in language.plain_modifiers:
        return word in language.places  # "the extremist National Party of …": a longer name
    return (
        words.is_plain(i)
        or word in language.intensifiers
        or word.endswith(language.adverb_endings)
        or word in language.roles
        or word in language.bodies
        or word.rstrip(".") in language.short_titles
    )


def is_judging(words: Words, j: int) -> bool:
    """Whether word j is an adjective by which a text judges."""
    return judges(words.lower[j], words.language)


def may_be_said(words: Words, j: int) -> bool:
    """Whether word j is a judging adjective and not what was done to somebody ("defeated")."""
    word, language = words.lower[j], words.language
    if not judges(word, language):
        return False
    done = language.past_endings + language.gerund_endings
    return word in language.moods or "-" in word or not word.endswith(done)


def is_once(words: Words, k: int) -> bool:
    """Whether word k tells of an office that was: "former", "exalcaldesa"."""
    return words.lower[k] in words.language.once or was(words.lower[k], words.language)


def may_be_noun(words: Words, j: int) -> bool:
    """Whether an unknown word may belong to what somebody is: "a fierce real estate lawyer"."""
    word, language = words.lower[j], words.language
    closed = (
        word in language.stop_words or word in language.verbs or word in language.told_of
        or word in language.prepositions or word in language.relatives
        or word in language.auxiliaries or word in language.pronouns
    )  # fmt: skip
    return not closed and not word.endswith((*language.past_endings, *language.gerund_endings))
