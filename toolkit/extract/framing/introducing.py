"""Reporting verbs: the cue of a quote, with its class and its speaker's side.

A cue may hold more than its verb ("said in a statement", "has repeatedly said", "was quoted as
saying"): the class is that of the first verb in it that only tells of speech, else of the first
that may; a verb that merely carries another is passed over ("issued a statement condemning"). A
verb that no list has stays in the table without a class ("expects"): no class is guessed. So does
one that says what was not said ("would have to admit"), and a speaker of whom the program is less
than half sure lends a verb no side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from toolkit.languages import Language, Verb, get_language
from toolkit.model import Article, Event, FramingTerm, Quote, Span
from toolkit.text import TOKEN

_LONGEST_VERB = 4  # words: "poner de manifiesto" and one
_NEAR, _FAR = 2, 7  # words before a cue in which it may be left unsaid
_LEAST_SURE = 0.5


def find_verbs(article: Article, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    """The reporting verbs of one article's quotes, with class and side."""
    language = get_language(article.language)
    found = []
    for quote in quotes:
        if quote.cue is None or quote.inside is not None:
            continue  # the verb of a quote within a quote is its speaker's choice
        words = quote.cue.of(article.text).casefold()
        lemma, verb_class = read_cue(words, language.code)
        if _is_unsaid(article.text, quote.cue, language):
            verb_class = None
        sure = quote.p_speaker is None or quote.p_speaker >= _LEAST_SURE
        speaker = quote.speaker if sure else None
        found.append(
            FramingTerm(
                "verb", quote.cue, lemma, side=event.side_of(speaker), verb_class=verb_class,
                p=quote.p_quote, actor=_actor(event, speaker),
            )
        )  # fmt: skip
    return list(dict.fromkeys(found))


def _is_unsaid(text: str, cue: Span, language: Language) -> bool:
    """Whether a verb of speech only could or should be said: "he wants her to admit"."""
    line = text.rfind("\n", 0, cue.start) + 1
    before = text[max(line, cue.start - 80) : cue.start]
    clause = re.split(r"[.!?;:]", before)[-1].casefold().split()
    if language.unsaid.intersection(clause[-_NEAR:]):
        return True
    verb = cue.of(text).casefold()
    if language.infinitive_marks:
        infinitive = clause[-1:] and clause[-1] in language.infinitive_marks
    else:
        infinitive = verb.endswith(language.infinitive_endings)
    return bool(infinitive) and bool(language.unsaid_infinitive.intersection(clause[-_FAR:]))


def _actor(event: Event, speaker: str | None) -> str | None:
    return next((a.id for a, _ in event.actors() if speaker in (a.name, a.id)), None)


@lru_cache(maxsize=1024)
def read_cue(words: str, code: str) -> tuple[str, str | None]:
    """The lemma of a cue and the class of its verb, if a list has it.

    >>> read_cue("said in a statement", "en"), read_cue("was quoted as saying", "en")
    (('say', 'neutral'), ('say', 'neutral'))
    >>> read_cue("bellyached", "en")
    ('bellyached', None)
    """
    language = get_language(code)
    cue = " ".join(match.group() for match in TOKEN.finditer(words))
    verbs = _verbs_in(cue.split(), language)
    telling = [v for v in verbs if v.lemma not in language.carrying] or verbs
    if telling:
        verb = next((v for v in telling if not v.weak), telling[0])
        return verb.lemma, verb.verb_class
    according = next((a for a in sorted(language.according) if f" {a} " in f" {cue} "), None)
    return (according, "neutral") if according else (words, None)


def _verbs_in(cue: Sequence[str], language: Language) -> list[Verb]:
    """The reporting verbs in a cue, in order, the longest reading of each place."""
    found, i = [], 0
    while i < len(cue):
        for length in range(min(_LONGEST_VERB, len(cue) - i), 0, -1):
            form = " ".join(cue[i : i + length])
            verb = language.verbs.get(form) or language.seldom_verbs.get(form)
            if verb:
                found.append(verb)
                break
        i += length if verb else 1
    return found
