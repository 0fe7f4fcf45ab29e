"""Whose verb it is: the actor who spoke, where neither the quote nor the words beside it say no.

A reader of quotes that is right nine times in ten names some speakers who cannot be: "Pike said
that *Brek begged* him", "a *Pike supporter* conceded", "he went on, *mocking Pike's* plans". A
quote keeps such a speaker with a lower probability; a verb, which is shown as a side's, does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.extract.naming import fold
from toolkit.languages import Language, get_language
from toolkit.model import Actor, Event, Quote, Side, Span
from toolkit.text import TOKEN

#: From which probability of the quote, and of quote and speaker together, a verb is a side's: of
#: 200 that were read, nine in ten are right above, three in four below.
LEAST_QUOTE, LEAST_BOTH = 0.65, 0.5
_JUST_BEFORE = re.compile(r"(\S+)\s$")


def find_speaker(
    quote: Quote, cue: Span, text: str, event: Event, language: Language
) -> tuple[Actor, Side] | None:
    """The actor who spoke, and the side; None where it is not sure enough."""
    both = quote.p_quote * (1.0 if quote.p_speaker is None else quote.p_speaker)
    if quote.speaker is None or quote.p_quote < LEAST_QUOTE or both < LEAST_BOTH:
        return None
    found = next((a for a in event.actors() if quote.speaker in (a[0].name, a[0].id)), None)
    if found is None or _is_somebody_else(quote, cue, text, found[0], language):
        return None
    return found


def _is_somebody_else(quote: Quote, cue: Span, text: str, actor: Actor, language: Language) -> bool:
    name = {fold(word.group()) for word in TOKEN.finditer(actor.name)}
    return (
        (actor.kind == "person" and _is_indefinite(quote, text, language))
        or _own_name_follows(cue, text, name)
        or _another_is_subject(quote, cue, text, name, language)
        or _only_modifies(quote, text, name, language)
        or _a_document_does(quote, cue, text, language)
        or _is_object(quote, cue, text, language)
    )


def _is_indefinite(quote: Quote, text: str, language: Language) -> bool:
    """ "A speaker at a rally" is nobody who was named before."""
    first = quote.source.of(text).casefold().split()[:1] if quote.source else []
    return bool(first) and first[0] in language.indefinite


def _own_name_follows(cue: Span, text: str, name: set[str]) -> bool:
    """ "He went on, mocking Pike's plans": nobody but Pike would not say "my"."""
    after = TOKEN.match(text, cue.end + 1)
    if after is None or not after.group().endswith(("'s", "’s")):
        return False
    return after.group()[0].isupper() and _plain(after.group()) in name


def _another_is_subject(
    quote: Quote, cue: Span, text: str, name: set[str], language: Language
) -> bool:
    """Whether the word before a verb names somebody else: "Pike said *Brek* begged him".

    Adverbs and auxiliaries are passed over, as are days ("on Tuesday said"); what stands in the
    source itself is the speaker. Only where a subject stands before its verb.
    """
    if language.drops_subjects or quote.source is None:
        return False
    place = _subject_place(text, cue, language)
    if place is None:
        return False
    word = place.of(text)
    if word in language.who:
        return _is_restrictive(text, place, name)
    if quote.source.start <= place.start < quote.source.end:
        return False
    if word in language.indefinite | language.demonstratives:
        return True  # "which some have argued", "those calling for it"
    if word[0].isupper():
        opens = text[: place.start].rstrip()[-1:] in ("", ".", "!", "?", ":", "“", '"')
        return not opens and _plain(word) not in name
    if word in language.pronouns:
        return word not in language.relatives | language.never_subjects
    return not _is_little(word, language) and not cue.of(text).endswith(language.gerund_endings)


def _is_restrictive(text: str, who: Span, name: set[str]) -> bool:
    """ "Some who warned": no comma, and a noun before that is no name."""
    before = _JUST_BEFORE.search(text[max(0, who.start - 40) : who.start])
    if before is None or not before.group(1)[-1].isalnum():
        return False
    return before.group(1)[0].islower() and _plain(before.group(1)) not in name


def _subject_place(text: str, cue: Span, language: Language) -> Span | None:
    """The last word before a verb that no pause parts from it, adverbs and auxiliaries left out."""
    line = max(text.rfind("\n", 0, cue.start) + 1, cue.start - 60)
    after = cue.start
    for match in reversed(list(TOKEN.finditer(text, line, cue.start))):
        if text[match.end() : after].strip(" \u00a0"):
            return None
        word = match.group().casefold()
        skipped = word in language.adverbs | language.auxiliaries | language.negations
        adverb = word.endswith(language.adverb_endings) and word not in language.epithets
        if not (skipped or adverb):
            return Span(*match.span())
        after = match.start()
    return None


def _is_little(word: str, language: Language) -> bool:
    """Whether a word in lower case is no noun that could be a subject."""
    return (
        word in language.stop_words | language.prepositions | language.relatives
        or word in language.clause_openers | language.seeming | language.told_of
        or word in language.verbs
        or word in time_words(language.code)
        or word.endswith((*language.past_endings, *language.gerund_endings))
    )


@lru_cache(maxsize=8)
def time_words(code: str) -> frozenset[str]:
    """The words of which phrases of time are made: "week", "ago", "tuesday"."""
    language = get_language(code)
    phrases = (*language.lags, *language.near_days, *language.weekdays, *language.months)
    return frozenset(word for phrase in phrases for word in phrase.split())


def _only_modifies(quote: Quote, text: str, name: set[str], language: Language) -> bool:
    """Whether the source is a noun that the name stands before: "a Pike supporter"."""
    if quote.source is None:
        return False
    words = [match.group() for match in TOKEN.finditer(quote.source.of(text))]
    places = [i for i, word in enumerate(words) if _plain(word) in name]
    if not places or places[-1] + 1 >= len(words):
        return False
    following = words[places[-1] + 1]
    spoken_for = language.speaks_for | language.bodies | language.documents
    rest = {word.casefold() for word in words[places[-1] + 1 :]}
    closed = language.stop_words | language.prepositions | language.relatives
    noun = following[0].islower() and following not in closed
    return not language.adjectives_follow and noun and not rest & spoken_for


def _a_document_does(quote: Quote, cue: Span, text: str, language: Language) -> bool:
    """ "She says his tweets accusing Brek are lies": the tweets accuse, and are not hers."""
    before = _JUST_BEFORE.search(text[max(0, cue.start - 40) : cue.start])
    if before is None or not cue.of(text).casefold().endswith(language.gerund_endings):
        return False
    place = cue.start - len(before.group())
    inside = quote.source is not None and quote.source.start <= place < quote.source.end
    noun = before.group(1).casefold()
    return bool({noun, noun.removesuffix("s")} & language.documents) and not inside


def _is_object(quote: Quote, cue: Span, text: str, language: Language) -> bool:
    """ "It opposes a vote for Pike, arguing …": whom a preposition governs does not argue."""
    if quote.source is None or not cue.of(text).casefold().endswith(language.gerund_endings):
        return False
    before = text[max(0, quote.source.start - 20) : quote.source.start].casefold().split()
    beside = text[quote.source.end : cue.start].strip(" \u00a0") == ","
    return beside and bool(before) and before[-1] in language.prepositions


def _plain(word: str) -> str:
    return fold(word).removesuffix("'s")
