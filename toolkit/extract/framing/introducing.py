"""Reporting verbs: the cue of a quote, with its class and its speaker's side.

A cue may hold more than its verb ("said in a statement", "has repeatedly said", "was quoted as
saying"): the class is that of the first verb in it that only tells of speech, else of the first
that may; a verb that merely carries another is passed over ("issued a statement condemning"). A
verb that no list has stays in the table without a class ("expects"): no class is guessed. So does
one that tells what was not said ("would have to admit", "refused to concede"), what was done or
felt ("hopes to win", "showing that she could"), and one where the program is not sure that
something was said at all. Whose it is: see `speakers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from toolkit.extract.framing.speakers import find_speaker
from toolkit.languages import Language, Verb, get_language
from toolkit.model import Article, Event, FramingTerm, Quote, Span
from toolkit.text import TOKEN

_MARKS = frozenset('“”«»"')
_LEAST_SAID = 0.5  # below, it is likelier that nothing was said
_LONGEST_VERB = 4  # words: "poner de manifiesto" and one
_NEAR, _FAR = 2, 7  # words before a cue in which it may be left unsaid


def find_verbs(article: Article, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    """The reporting verbs of one article's quotes, with class and side."""
    language = get_language(article.language)
    direct = [span for quote in quotes if quote.kind == "direct" for span in quote.spans]
    found: dict[Span, FramingTerm] = {}
    for quote in quotes:
        cue = quote.cue
        if cue is None or quote.inside is not None or any(span.contains(cue) for span in direct):
            continue  # the verb of a quote within a quote is its speaker's choice
        lemma, verb_class = read_cue(cue.of(article.text).casefold(), language.code)
        actor, side = find_speaker(quote, cue, article.text, event, language) or (None, None)
        if quote.p_quote < _LEAST_SAID or _tells_no_speech(
            article.text, quote, cue, lemma, language
        ):
            verb_class = None
        if actor and actor.kind == "person" and _no_person_does(article.text, cue, lemma, language):
            verb_class = None
        term = FramingTerm(
            "verb", cue, lemma, side=side.id if side else None, verb_class=verb_class,
            p=quote.p_quote, actor=actor.id if actor else None,
        )  # fmt: skip
        found.setdefault(cue, term)
    return list(found.values())


def _no_person_does(text: str, cue: Span, lemma: str, language: Language) -> bool:
    """Whether one person cannot be the subject: "reason to know", "the polls show"."""
    if lemma in language.shown:
        return True
    if not language.infinitive_marks or cue.of(text).casefold() != lemma:
        return False
    if lemma in language.according:
        return False
    before = text[max(0, cue.start - 20) : cue.start].casefold().split()
    may_follow = language.infinitive_marks | language.auxiliaries | language.negations
    may_follow = may_follow | language.adverbs
    return not before or not (
        before[-1] in may_follow or before[-1].endswith(("n't", "n’t", *language.adverb_endings))
    )


def _tells_no_speech(text: str, quote: Quote, cue: Span, lemma: str, language: Language) -> bool:
    """Whether the words beside a verb make it an act, a feeling, or something not said."""
    line = text.rfind("\n", 0, cue.start) + 1
    before = re.split(r"[.!?;:]", text[max(line, cue.start - 80) : cue.start])[-1]
    after = text[cue.end : cue.end + 30].casefold().split()
    following = after[0].strip("“”\"'‘’«»,.;:") if after else ""
    if _is_asked(text, cue):
        return True
    if following in language.nothing or cue.of(text).casefold().split()[0] in language.indefinite:
        return True  # "proposed nothing"; "was a clarion call for"
    if lemma in language.done and following in language.infinitive_marks:
        return True
    content_follows = quote.start >= cue.start
    if lemma in language.felt and content_follows and following not in language.that:
        return True
    clause, verb = before.casefold().replace(",", "").split(), cue.of(text).casefold()
    return (
        _is_noun(verb, clause, language)
        or _is_passive(verb, clause, after, language)
        or _is_unsaid(verb, clause, language)
    )


def _is_asked(text: str, cue: Span) -> bool:
    """Whether the sentence asks: "But has he called for that?"; marks end the look."""
    end = re.compile(r"[.!?\n“”«»\"]").search(text, cue.end)
    return end is not None and end.group() == "?"


def _is_noun(verb: str, clause: list[str], language: Language) -> bool:
    """ "Populist notes", "in hopes that", "in pledged delegates": no verb, in English."""
    if language.inflected or not clause:
        return False
    word = clause[-1]
    gerund = verb.endswith(language.gerund_endings)
    verbal = language.verbal_prepositions if gerund else language.infinitive_marks
    verbal = verbal | language.likening
    return (
        word in language.plain_modifiers
        or word in language.judging
        or word in language.prepositions - verbal
        or word[-1].isdigit()
    )


def _is_passive(verb: str, clause: list[str], after: list[str], language: Language) -> bool:
    """ "Has been criticized by": the subject is no speaker; but "was quoted as saying" is one."""
    words = [*clause[-_NEAR:], *verb.split()]
    participle = words[-1].endswith(language.participle_endings)
    passive = any(word in language.be for word in words[-3:-1]) and participle
    return passive and bool(language.agents.intersection(after[:3]))


def _is_unsaid(verb: str, clause: list[str], language: Language) -> bool:
    """Whether it only could or should be said, or was not: "he wants her to admit"."""
    negated = language.unsaid | language.refusals | language.negations
    near = clause[-_NEAR:] + verb.split()[:-1]
    if negated.intersection(near) or any(w.endswith(language.negative_endings) for w in near):
        return True
    if language.conditions.intersection(clause[-_NEAR:]):
        return True  # "if he thinks that"
    if language.nobody.intersection(clause[-_NEAR * 2 :]):
        return True  # "neither Pike nor Brek admitted"
    return _is_unsaid_infinitive(clause, verb.split(), language)


def _is_unsaid_infinitive(clause: list[str], verb: list[str], language: Language) -> bool:
    """ "His failure to denounce", "she wants him to admit"; but "he continued to insist"."""
    if not language.infinitive_marks:
        infinitive = verb[-1].endswith(language.infinitive_endings)
        return infinitive and bool(language.unsaid_infinitive.intersection(clause[-_FAR:]))
    words = [*clause[-_NEAR:], *verb[:-1]]
    places = [i for i, word in enumerate(words) if word in language.infinitive_marks]
    last = places[-1] if places else -1
    if last < len(words) - len(verb):  # the mark stands right before the verb, or in it
        return False
    return not language.said_infinitive.intersection(words[last - 1 : last])


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


def _leads(word: str, language: Language) -> bool:
    """Whether a word of a cue stands before a verb and not before a noun."""
    helping = language.auxiliaries | language.adverbs | language.infinitive_marks
    return word in helping or word.endswith(language.adverb_endings)


def _verbs_in(cue: Sequence[str], language: Language) -> list[Verb]:
    """The reporting verbs in a cue, in order, the longest reading of each place."""
    found, i = [], 0
    while i < len(cue):
        for length in range(min(_LONGEST_VERB, len(cue) - i), 0, -1):
            form = " ".join(cue[i : i + length])
            verb = language.verbs.get(form)
            if verb is None and (i == 0 or _leads(cue[i - 1], language)):
                verb = language.seldom_verbs.get(form)  # not "faced questions"
            if verb:
                found.append(verb)
                break
        i += length if verb else 1
    return found
