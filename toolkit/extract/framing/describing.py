"""Attributes: the words by which a text judges an actor of a side, found by lists and few patterns.

"The *embattled* director Ana Ruiz", "Ruiz, a *veteran banker*,", "the *loss-making* firm", "the
union was *defiant*", "el sindicato *combativo*". Only words of the lists in `languages/` count
(`judging`, `epithets`, compounds with known beginnings or endings), and only beside a mention of
the actor, or beside a noun by which that actor alone goes ("the defiant union"), in a place where
they can belong to nobody else. Loose patterns are right in half of all places, such lists in nine
of ten: two or three an article, which are evidence to show and never a rate.

Not attributes: titles and words that the event's file itself lists, plain facts of office
(spokeswoman, "former president"), ages, nationalities, parties, numbers, "new" and "local".
Not found: clauses ("which has led three strikes"), pronouns ("she is reckless"), and words that no
list has. What somebody calls an actor ("called Ruiz “reckless”") counts inside a quote alone, since
it is the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from toolkit.extract.framing.apposing import apposed, apposed_before, opening
from toolkit.extract.framing.judging import (
    P_AFTER,
    P_BEFORE,
    P_HEAD,
    REACH,
    Found,
    judges,
    passes,
)
from toolkit.extract.framing.modifying import before, behind, stands_alone
from toolkit.extract.framing.predicating import Said, called, predicated
from toolkit.extract.framing.words import Named, Words, head_words
from toolkit.extract.naming import fold
from toolkit.model import Event, FramingTerm, Quote


def find_attributes(words: Words, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    """The attributes of the actors in one article; spans hold the judging words alone."""
    if not words.language.judging:
        return []
    said = [words.within(span) for quote in quotes for span in quote.spans]
    found: dict[tuple[int, int], FramingTerm] = {}
    for named in chain(words.named, _by_head(words, event)):
        known = words.known[named.actor]
        for attribute in chain(_of(words, named, said), called(words, named, said)):
            if not _listed(words, attribute, known):
                span = words.span(attribute.first, attribute.last)
                term = FramingTerm(
                    "attribute", span, _lemma(words, attribute), side=named.side,
                    actor=named.actor, p=attribute.p,
                )  # fmt: skip
                found.setdefault((attribute.first, attribute.last), term)
    return list(found.values())


def _of(words: Words, named: Named, said: Said) -> Iterator[Found]:
    """Everything that is said of one mention."""
    p = P_HEAD / P_BEFORE if named.by_head else 1.0
    if stands_alone(words, named):
        yield from (Found(i, i, round(P_BEFORE * p, 2)) for i in before(words, named.core))
        yield from apposed_before(words, named)
    if words.language.adjectives_follow and not (named.is_person and words.capital(named.tail)):
        yield from (Found(i, i, round(P_AFTER * p, 2)) for i in behind(words, named.tail))
    if named.by_head:
        return
    yield from apposed(words, named)
    if stands_alone(words, named) and words.is_subject(named):
        yield from predicated(words, named, said)
        yield from opening(words, named)


def _listed(words: Words, found: Found, known: frozenset[str]) -> bool:
    """Whether the event's file has these words itself: then they are its name or its label."""
    once = words.language.once
    return all(
        words.lower[i] in once or fold(words.lower[i]) in known
        for i in range(found.first, found.last + 1)
    )


def _lemma(words: Words, found: Found) -> str:
    """One word is counted under its base form, several as they are printed, in lower case."""
    printed, language = words.lower[found.first : found.last + 1], words.language
    if len(printed) > 1:
        return " ".join(printed)
    return language.judging.get(printed[0]) or language.epithets.get(printed[0]) or printed[0]


def _by_head(words: Words, event: Event) -> Iterator[Named]:
    """Nouns by which one actor alone goes, where no mention is, with an article before them."""
    heads = head_words(event.sides, words.language.code)
    for i, word in enumerate(words.lower):
        if word not in heads or words.named_at(i) or not _has_article(words, i):
            continue
        if not (words.joined(i + 1) and words.lower[i + 1] in words.language.linking):
            actor, side = heads[word]
            yield Named(actor, side, i, i, i, i, by_head=True)


def _has_article(words: Words, i: int) -> bool:
    language, j = words.language, i - 1
    while j >= max(0, i - REACH) and (words.joined(j + 1) or words.comma(j + 1)):
        word = words.lower[j]
        if word in language.definite | language.fused_articles:
            return True
        if not (judges(word, language) or passes(words, j)):
            return False
        j -= 1
    return False
