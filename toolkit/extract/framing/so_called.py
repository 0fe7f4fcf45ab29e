"""Words that hold others at arm's length without marks: "so-called", "alleged", "presunto".

The span is the whole phrase ("so-called experts"), so that what is shown can be read; the lemma is
the word that does it. A legal "alleged" counts too: it is still a choice to show. Where the word
stands before marks (so-called “experts”) the marks are the term, and it is left to `distancing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.extract.framing.words import Named, Words
from toolkit.model import FramingTerm, Quote, Span

_P = 0.9
_LONGEST = 3  # words held at a distance


def find_so_called(words: Words, quotes: Sequence[Quote]) -> list[FramingTerm]:
    """Phrases of which a word says that they are not the outlet's own."""
    cues = [quote.cue for quote in quotes if quote.cue]
    found = []
    for first, last, lemma in words.phrases(words.language.at_arms_length):
        if any(cue.overlaps(words.span(first, last)) for cue in cues):
            continue  # "residents alleged": a reporting verb
        end = _phrase_end(words, first, last)
        if end > last:
            found.append(_term(words, first, end, lemma))
    return found


def _term(words: Words, first: int, end: int, lemma: str) -> FramingTerm:
    owner = _owner(words, first, end)
    return FramingTerm(
        "scare_quote", words.span(first, end), lemma, p=_P,
        side=owner.side if owner else None, actor=owner.actor if owner else None,
    )  # fmt: skip


def _phrase_end(words: Words, first: int, last: int) -> int:
    """The last word of what is held at a distance; `last` itself where there is nothing."""
    language, word = words.language, words.lower[first]
    if word in language.after_article and not _may_modify(words, first):
        return last
    if word in language.named_so and not _names_a_thing(words, last + 1):
        return last
    i = last + 1
    while i <= last + _LONGEST and words.joined(i) and _belongs(words, i, last):
        if not language.adjectives_follow and _plural(words, i):
            return i
        i += 1
    return i - 1


def _may_modify(words: Words, i: int) -> bool:
    """Whether word i is an adjective by what stands before it: "the alleged fraud"."""
    language = words.language
    if words.opens(i) and not language.adjectives_follow:
        return True
    if not words.joined(i):
        return words.comma(i) and not language.adjectives_follow
    before = words.lower[i - 1]
    articles = language.definite | language.fused_articles
    if language.adjectives_follow:
        return before in articles
    return (
        before in articles | language.indefinite | language.possessives | language.prepositions
        or before in language.and_words | language.or_words | language.demonstratives
        or before in language.number_words or words.possessive(i - 1) or words.is_plain(i - 1)
    )  # fmt: skip


def _names_a_thing(words: Words, i: int) -> bool:
    """Whether what follows is no adjective: "la llamada telefónica" is a call."""
    language = words.language
    if i >= len(words):
        return False
    word = words.lower[i].removesuffix("s")
    return words.capital(i) or not (
        word.endswith((*language.adjective_endings, *language.participle_endings))
    )


def _belongs(words: Words, i: int, last: int) -> bool:
    """Whether word i still is of the phrase: nouns and adjectives, no verb and no little word."""
    word, language = words.lower[i], words.language
    closed = (
        word in language.stop_words or word in language.auxiliaries
        or word in language.prepositions or word in language.relatives
        or word in language.pronouns or word in language.told_of
        or word.endswith(language.adverb_endings) or word[0].isdigit()
    )  # fmt: skip
    verb = word in language.verbs or word.endswith(language.gerund_endings)
    if closed or (verb and i > last + 1 and not words.capital(i)):
        return False
    if not language.adjectives_follow or i == last + 1:
        return True
    plain = word.removesuffix("s")
    return words.capital(i) or plain.endswith(language.adjective_endings) or words.is_plain(i)


def _plural(words: Words, i: int) -> bool:
    """An English noun that modifies another is seldom plural: the phrase ends with this one."""
    word = words.lower[i]
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and not words.capital(i)


def _owner(words: Words, first: int, end: int) -> Named | None:
    """The actor whom the phrase names, or whose it is: "Pike's so-called plan"."""
    inside = (words.named_at(i) for i in range(end, first - 1, -1))
    if named := next(filter(None, inside), None):
        return named
    if words.joined(first) and words.possessive(first - 1):
        return words.named_at(first - 1)
    return words.named_at(end + 1) if words.joined(end + 1) else None


def without_marks(found: Sequence[FramingTerm], marked: Sequence[Span]) -> list[FramingTerm]:
    """The phrases that touch no marks, whose words are terms already."""
    return [t for t in found if not any(t.span.overlaps(span) for span in marked)]
