"""Hedges: words by which a text leaves open whether something is so.

"Reportedly", "appears to", "it is claimed that", "al parecer", and the rumour's conditional of
Spanish news ("la empresa habría vendido"). A hedge is its side's whose actor is plainly the subject
of its clause ("the firm reportedly sold"), else nobody's. Left out: "may" and "could", which are
in every text; who says it, which is a quote's ("according to"); and estimates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.extract.framing.words import Named, Words
from toolkit.model import FramingTerm, Quote

_P_PHRASE, _P_VERB, _P_ADJECTIVE, _P_RUMOUR = 0.95, 0.9, 0.9, 0.85
#: How many words may stand between a hedge and its subject: "has since reportedly sold".
_REACH = 2


def find_hedges(words: Words, quotes: Sequence[Quote]) -> list[FramingTerm]:
    """The hedges of one article, in the outlet's own words or in somebody's."""
    found = [*_phrases(words), *_verbs(words), *_adjectives(words)]
    if words.language.rumours:
        found += _rumours(words, quotes)
    return [_term(words, *hedge) for hedge in found]


_Hedge = tuple[int, int, str, float]


def _term(words: Words, first: int, last: int, lemma: str, p: float) -> FramingTerm:
    subject = _subject(words, first, last)
    return FramingTerm(
        "hedge", words.span(first, last), lemma, p=p,
        side=subject.side if subject else None, actor=subject.actor if subject else None,
    )  # fmt: skip


def _phrases(words: Words) -> Iterator[_Hedge]:
    for first, last, lemma in words.phrases(words.language.hedges):
        yield first, last, lemma, _P_PHRASE
    for first, last, lemma in words.phrases(words.language.hedging_asides):
        if words.ends_at(last + 1):
            yield first, last, lemma, _P_PHRASE


def _verbs(words: Words) -> Iterator[_Hedge]:
    """ "Is said to have sold", but not "appeared to the court"."""
    language = words.language
    no_verb = (
        language.definite | language.indefinite | language.possessives | language.pronouns.keys()
        | language.demonstratives | language.groups | language.bodies | language.roles.keys()
    )  # fmt: skip
    for first, last, lemma in words.phrases(language.hedged_verbs):
        after = last + 1
        verb = words.joined(after) and not words.capital(after)
        if verb and words.lower[after] not in no_verb and _may_be_verb(words, after):
            yield first, last, lemma, _P_VERB


def _may_be_verb(words: Words, i: int) -> bool:
    """In a language whose infinitives show it, an infinitive: "parece haber vendido"."""
    language, word = words.language, words.lower[i]
    if not language.infinitive_endings:
        return not word[0].isdigit()
    return word.endswith(language.infinitive_endings) or word in language.short_infinitives


def _adjectives(words: Words) -> Iterator[_Hedge]:
    """ "An apparent attempt"; not "it became apparent to all"."""
    language = words.language
    articles = language.definite | language.indefinite | language.possessives
    closed = language.stop_words | language.auxiliaries | language.prepositions
    for i, word in enumerate(words.lower):
        if (
            word in language.hedging_adjectives
            and words.joined(i)
            and words.lower[i - 1] in articles
            and words.joined(i + 1)
            and words.lower[i + 1] not in closed
        ):
            yield i, i, language.hedging_adjectives[word], _P_ADJECTIVE


def _rumours(words: Words, quotes: Sequence[Quote]) -> Iterator[_Hedge]:
    """ "Habría vendido", outside speech and where no "if" makes it a plain conditional."""
    language = words.language
    said = [span for quote in quotes if quote.kind != "indirect" for span in quote.spans]
    for i, word in enumerate(words.lower):
        if word not in language.rumours or not words.joined(i + 1):
            continue
        if words.joined(i) and words.lower[i - 1] in language.pronouns:
            continue  # "ella habría vendido": what she would have done
        span = words.span(i, i + 1)
        participle = words.lower[i + 1].endswith(language.participle_endings)
        if not participle or any(other.overlaps(span) for other in said):
            continue
        if not language.no_rumour & set(_sentence(words, i)):
            yield i, i + 1, "habría + participio", _P_RUMOUR


def _sentence(words: Words, i: int) -> list[str]:
    first, last = i, i
    while first > 0 and not words.ends_sentence(first):
        first -= 1
    while last + 1 < len(words) and not words.ends_sentence(last + 1):
        last += 1
    return words.lower[first : last + 1]


def _subject(words: Words, first: int, last: int) -> Named | None:
    """The actor whose mention is the subject of a hedge's clause, where that is plain."""
    language = words.language
    for i in range(first - 1, max(-1, first - 2 - _REACH), -1):
        if words.opens(i + 1):
            break
        if named := words.named_at(i):
            return named if words.is_subject(named) and not words.possessive(i) else None
        if words.lower[i] not in language.auxiliaries | language.clitics | language.adverbs:
            break
    after = last + 1
    while (words.joined(after) or words.comma(after)) and words.lower[after] in language.definite:
        after += 1
    if not words.opens(first) and words.lower[last] not in language.that:
        return None
    if after >= len(words) or words.opens(after):
        return None
    named = words.named_at(after)
    return named if named and not words.possessive(named.last) else None
