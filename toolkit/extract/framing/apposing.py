"""What stands beside a name between commas: "Ruiz, a veteran banker,", "undaunted, Ruiz stayed"."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.extract.framing.judging import (
    P_APPOSED,
    REACH,
    Found,
    is_epithet,
    is_judging,
    is_noun,
    is_once,
    may_be_noun,
    may_be_said,
    passes,
)
from toolkit.extract.framing.modifying import before
from toolkit.extract.framing.words import Named, Words


def apposed(words: Words, named: Named) -> Iterator[Found]:
    """What stands between commas behind a name."""
    i, language = named.last + 1, words.language
    if not words.comma(i) or _owned(words, named):
        return
    yield from _between_commas(words, i)
    if words.lower[i] in language.adverbs and words.joined(i + 1):
        i += 1  # "Pike, once a fierce rival,"
    if words.lower[i] in language.indefinite | language.definite:
        yield from noun_phrase(words, i + 1, words.lower[i] in language.indefinite)
    elif language.adjectives_follow or words.lower[i] in language.once:
        yield from noun_phrase(words, i, True)


def _owned(words: Words, named: Named) -> bool:
    """Whether the name only tells whose somebody is: "the wife of Pike, a former model,"."""
    first, language = words.phrase_start(named), words.language
    return (
        first > 1
        and words.lower[first - 1] in language.genitives
        and words.lower[first - 2] in language.roles.keys() | language.epithets.keys()
    )


def noun_phrase(words: Words, i: int, indefinite: bool) -> Iterator[Found]:
    """What somebody is, from word i on, if it judges: "fierce critic", "former banker"."""
    language, j = words.language, i
    while j < min(len(words), i + REACH) and (j == i or words.joined(j)):
        word = words.lower[j]
        known = is_judging(words, j) or passes(words, j) or is_noun(words, j) or words.capital(j)
        known = known or word in language.once or word in language.and_words
        if not (known or may_be_noun(words, j)):
            break
        j += 1
    last = j - 1
    if last < i or not _closed(words, j):
        return
    inside = range(i, last + 1)
    nouns = [k for k in inside if is_noun(words, k) and not words.capital(k)]
    if not nouns or not (language.adjectives_follow or nouns[-1] == last):
        return
    if any(is_judging(words, k) or is_epithet(words, k) for k in inside) or (
        indefinite and any(is_once(words, k) for k in inside)
    ):
        yield Found(_without_adverbs(words, i, last), last, P_APPOSED)


def _without_adverbs(words: Words, i: int, last: int) -> int:
    """The first word that is no "very" and no "openly"."""
    language = words.language
    while i < last and not is_judging(words, i) and (
        words.lower[i] in language.intensifiers or words.lower[i].endswith(language.adverb_endings)
    ):  # fmt: skip
        i += 1
    return i


def _closed(words: Words, j: int) -> bool:
    """Whether a noun phrase ends before word j."""
    if words.ends_at(j):
        return True
    language = words.language
    return words.lower[j] in language.prepositions | language.relatives | language.genitives


def _between_commas(words: Words, i: int) -> Iterator[Found]:
    """ "Pike, visibly angry, left": adjectives and no noun."""
    language, j, found = words.language, i, list[int]()
    while j < min(len(words), i + REACH) and (j == i or words.joined(j)):
        word = words.lower[j]
        if may_be_said(words, j):
            found.append(j)
        elif not (
            word.endswith(language.adverb_endings)
            or word in language.intensifiers
            or (found and word in language.and_words)
        ):
            break
        j += 1
    if found and found[-1] == j - 1 and _pauses(words, j):
        yield from (Found(k, k, P_APPOSED) for k in found)


def _pauses(words: Words, j: int) -> bool:
    return words.ends_at(j) or words.lower[j] in words.language.copulas


def apposed_before(words: Words, named: Named) -> Iterator[Found]:
    """ "Its embattled director, Ana Ruiz, said": adjectives of the noun before the comma."""
    first, language = named.first, words.language
    if not words.comma(first) or not words.ends_at(named.last + 1):
        return
    head = _head_before(words, first, named)
    if head is None:
        return
    found = [i for i in before(words, head) if not is_epithet(words, i)]
    start = found[-1] - 1 if found else head - 1
    if start >= 0 and (
        words.lower[start] in language.definite | language.possessives | language.intensifiers
        or words.possessive(start)
        or words.is_plain(start)
    ):
        yield from (Found(i, i, P_APPOSED) for i in found)


def _head_before(words: Words, first: int, named: Named) -> int | None:
    """The noun that a name behind a comma explains: of "the head of the firm, Pike," the head."""
    language, j = words.language, first - 1
    while j > max(0, first - REACH) and words.joined(j):
        links = words.lower[j] in language.linking or words.lower[j] in language.fused_articles
        if links and is_noun(words, j - 1) and words.lower[j - 1] not in language.bodies:
            return j - 1
        j -= 1
    if not is_noun(words, first - 1):
        return None
    body = words.lower[first - 1] in language.bodies
    return None if body and named.is_person else first - 1


def opening(words: Words, named: Named) -> Iterator[Found]:
    """ "Undaunted, Pike stayed"; "A fierce critic of the plan, Pike left"."""
    first, language = words.phrase_start(named), words.language
    if not words.comma(first):
        return
    start = next((j for j in range(first - 1, max(-1, first - 9), -1) if words.opens(j)), None)
    if start is None or any(words.comma(j) for j in range(start + 1, first)):
        return
    if words.lower[start] in language.indefinite or words.lower[start] in language.once:
        begins = start + (words.lower[start] in language.indefinite)
        yield from noun_phrase(words, begins, True)
    elif all(may_be_said(words, j) or words.lower[j] in language.and_words
             for j in range(start, first)):  # fmt: skip
        yield from (Found(j, j, P_APPOSED) for j in range(start, first) if is_judging(words, j))
