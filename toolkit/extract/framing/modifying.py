"""Adjectives beside their noun: "the embattled director Ana Ruiz", "la empresa deficitaria"."""

from __future__ import annotations

from toolkit.extract.framing.judging import REACH, is_epithet, is_judging, is_noun, judges, passes
from toolkit.extract.framing.words import Named, Words


def before(words: Words, i: int) -> list[int]:
    """The judging words that modify the noun phrase of word i, from its left."""
    language, found, j = words.language, list[int](), i - 1
    while j >= max(0, i - REACH):
        if not _linked(words, j, found):
            break
        word = words.lower[j]
        if word in language.moods_only:
            break
        if named_so(words, j, i):
            break
        if judges(word, language) or (is_epithet(words, j) and _before_name(words, j, i)):
            found.append(j)
        elif not (passes(words, j) or _joins(words, j, found) or _of_body(words, j)):
            break
        j -= 1
    while found and not _can_modify(words, found[-1]):
        found.pop()
    return found


def named_so(words: Words, j: int, i: int) -> bool:
    """Whether a capital makes a word part of a body's name: "allies such as Progressive Pilots"."""
    named = words.named_at(i)
    amid = words.capital(j) and not words.opens(j) and not words.capital(j - 1)
    return amid and named is not None and not named.is_person


def _joins(words: Words, j: int, found: list[int]) -> bool:
    """Whether word j is the "and" of "brash and combative"."""
    is_and = bool(found) and found[-1] == j + 1 and words.lower[j] in words.language.and_words
    return is_and and words.joined(j) and is_judging(words, j - 1)


def _of_body(words: Words, j: int) -> bool:
    """Whether word j names a body before an office: "the embattled Alder Salt director"."""
    return words.named_at(j) is not None and (
        is_noun(words, j + 1) or words.named_at(j + 1) is words.named_at(j)
    )


def _linked(words: Words, j: int, found: list[int]) -> bool:
    """Whether only a space stands behind word j, or the comma of "brash, combative"."""
    if words.joined(j + 1) or words.abbreviated(j + 1):
        return not words.possessive(j)
    return words.comma(j + 1) and bool(found) and found[-1] == j + 1 and is_judging(words, j)


def _before_name(words: Words, j: int, i: int) -> bool:
    """An epithet right before a name, or its titles: "billionaire Ada Pike"."""
    return all(passes(words, k) for k in range(j + 1, i)) and words.capital(i)


def _can_modify(words: Words, j: int) -> bool:
    """Whether a word is no verb with the name for its object: "the ruling stunned Pike".

    What ends as a participle needs an article, a preposition or a pause before it; a gerund an
    article or another adjective; what is a verb too must not follow "to" or "will".
    """
    language, word = words.language, words.lower[j]
    if words.opens(j) or words.comma(j):
        return not word.endswith(language.gerund_endings)
    start = j
    while words.joined(start) and (
        words.lower[start - 1] in language.intensifiers
        or words.lower[start - 1].endswith(language.adverb_endings)
    ):
        start -= 1
    before = words.lower[start - 1]
    if before in language.seeming and words.joined(start):
        return False  # "we are very disappointed Pike left"
    article = (
        before in language.definite | language.indefinite | language.possessives
        or before in language.fused_articles
        or words.possessive(start - 1)
        or words.is_plain(start - 1)
    )
    if article or language.adjectives_follow:
        return True
    if word.endswith(language.gerund_endings):
        return False
    if word.endswith(language.past_endings):
        return before in language.prepositions
    if word in language.verbs_too:
        return before in language.prepositions - language.infinitive_marks
    return True


def stands_alone(words: Words, named: Named) -> bool:
    """Whether a mention is no mere modifier of the next noun: "angry Pike supporters"."""
    i, language = named.last + 1, words.language
    if words.ends_at(i) or words.possessive(named.last) or language.adjectives_follow:
        return True
    word = words.lower[i]
    if words.capital(i) or is_noun(words, i):
        return False
    return (
        word in language.stop_words
        or word in language.auxiliaries
        or word in language.prepositions
        or word in language.clause_openers
        or word in language.told_of
        or word in language.verbs
        or word in language.seeming
        or word.endswith((*language.past_endings, *language.adverb_endings))
    )


def behind(words: Words, i: int) -> list[int]:
    """The judging adjectives that follow a noun, one or two plain ones between at most."""
    language, found, j = words.language, list[int](), i + 1
    while j <= i + REACH and words.joined(j):
        word = words.lower[j]
        if judges(word, language) and word not in language.verbs_too:
            found.append(j)
        elif not (
            (words.is_plain(j) and not found)
            or word in language.intensifiers
            or (found and word in language.and_words)
        ):
            break
        j += 1
    return found
