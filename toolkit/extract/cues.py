"""The words that tie content to a source: "said", "according to", "según".

A verb form counts as a cue only where it can be a verb: not after an article ("the report"), not
as a bare participle ("the reported loss"), not after "not" or "declined to" (what nobody said is
no quote). Verbs of many meanings ("call", "find", "considerar") are kept as weak and need a
quotation mark or "that" beside them; the caller decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.extract.candidates import Paragraph
from toolkit.languages import Language, Verb, get_language
from toolkit.model import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: token indices first..last, its verb (None for "according to")."""

    first: int
    last: int
    span: Span
    verb: Verb | None

    @property
    def weak(self) -> bool:
        """Whether the verb has many meanings and needs marks or "that" beside it."""
        return self.verb is not None and self.verb.weak


def find_cues(paragraph: Paragraph) -> list[Cue]:
    """The cues of a paragraph that stand outside quote marks, in text order."""
    found: list[Cue] = []
    i = 0
    while i < len(paragraph.tokens):
        cue = None if paragraph.masked[i] else _cue_at(paragraph, i)
        if cue:
            found.append(cue)
            i = cue.last + 1
        else:
            i += 1
    return found


def cues_between(cues: Sequence[Cue], floor: int, ceiling: int) -> list[Cue]:
    """Of cues in text order those that begin at token `floor` or later and end before `ceiling`."""
    low = bisect_left(cues, floor, key=lambda c: c.first)
    high = bisect_left(cues, ceiling, lo=low, key=lambda c: c.first)
    return [c for c in cues[low:high] if c.last < ceiling]


def _cue_at(paragraph: Paragraph, i: int) -> Cue | None:
    language = paragraph.language
    for length in _lengths(language.code).get(paragraph.lower[i], ()):
        last = i + length - 1
        if last >= len(paragraph.tokens) or any(paragraph.masked[i : last + 1]):
            continue
        if any(not paragraph.joined(j) for j in range(i + 1, last + 1)):
            continue
        form = " ".join(paragraph.lower[i : last + 1])
        span = Span(paragraph.tokens[i].start, paragraph.tokens[last].end)
        if form in language.according and (length > 1 or not _ordinal(paragraph, i)):
            return Cue(i, last, span, None)
        verb = language.verbs.get(form)
        if verb and _is_verb(paragraph, i, form):
            return Cue(i, last, span, verb)
    return None


@lru_cache(maxsize=8)
def _lengths(code: str) -> dict[str, tuple[int, ...]]:
    """For each word with which a cue may begin the lengths of such cues in words, longest first."""
    language = get_language(code)
    found: dict[str, set[int]] = {}
    for cue in (*language.according, *language.verbs):
        words = cue.split()
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def _ordinal(paragraph: Paragraph, i: int) -> bool:
    """ "O segundo dia", "em segundo lugar": a word that is a cue only where it stands free."""
    language, before = paragraph.language, paragraph.lower[i - 1] if i else ""
    small = (language.definite, language.indefinite, language.possessives, language.prepositions)
    return i > 0 and paragraph.joined(i) and any(before in words for words in small)


def _is_verb(paragraph: Paragraph, i: int, form: str) -> bool:
    language = paragraph.language
    if paragraph.words[i][0].isupper() and i and not _starts(paragraph, i):
        return False
    if i == 0:
        return form not in language.opening_nouns
    before = paragraph.lower[i - 1] if not paragraph.masked[i - 1] else ""
    if not paragraph.joined(i):
        before = ""
    if language.inflected:
        return _is_inflected_verb(paragraph, i, form, before)
    if before in language.definite | language.indefinite | language.possessives:
        return False
    if before in language.prepositions and before not in language.verbal_prepositions:
        return False
    if _negates(before, language) or _refused(paragraph, i):
        return False
    if re.search(r"['’]s$|s['’]$", before) and form not in language.sure_forms:
        return False  # "Noem's comments"
    if paragraph.gap(i).startswith(("'", "’")) and paragraph.lower[i - 1].endswith("s"):
        return False  # "the inspectors' report"
    if form in language.also_nouns and _singular_noun(paragraph, i - 1, before):
        return False  # "the wage claim"
    return not _passive(paragraph, i, form)


def _singular_noun(paragraph: Paragraph, i: int, word: str) -> bool:
    """Whether a word can only be a singular noun or an adjective: no bare verb follows it."""
    language = paragraph.language
    small = language.stop_words | language.auxiliaries | language.adverbs | language.pronouns.keys()
    plain = bool(word) and word not in small and word not in language.prepositions
    plural = word.endswith("s") or word in language.plurals
    adverb = word.endswith(language.adverb_endings)
    return plain and paragraph.words[i][0].islower() and not plural and not adverb


def _passive(paragraph: Paragraph, i: int, form: str) -> bool:
    """ "She was referred to": nobody's act, unless "by" names the source right after."""
    language = paragraph.language
    if not form.split()[0].endswith(language.participle_endings):
        return False
    j = i - 1
    while (
        j >= 0 and paragraph.joined(j + 1) and paragraph.lower[j].endswith(language.adverb_endings)
    ):
        j -= 1
    if j < 0 or not paragraph.joined(j + 1) or paragraph.lower[j] not in language.be:
        return False
    return not passive_by(paragraph, i + len(form.split()) - 1)


def passive_by(paragraph: Paragraph, last: int) -> bool:
    """Whether "by" follows a cue at once."""
    following, agents = last + 1, paragraph.language.agents
    return following < len(paragraph.tokens) and paragraph.lower[following] in agents


def _starts(paragraph: Paragraph, i: int) -> bool:
    """Whether a capital at token i is only that of a sentence's first word."""
    return paragraph.masked[i - 1] or any(mark in paragraph.gap(i) for mark in ".?!:—–-")


def _is_inflected_verb(paragraph: Paragraph, i: int, form: str, before: str) -> bool:
    """ "Dijo", "ha dicho", "al decir", but not "lo dicho", "la cuenta", "se dice que"."""
    language = paragraph.language
    clitics, articles = language.clitics, language.definite | language.indefinite
    if _refused(paragraph, i) or (
        before in language.negations and language.verbs[form].verb_class != "deny"
    ):
        return False  # but what somebody "no descartó" is a claim
    if before in language.impersonal_pronouns and language.verbs[form].lemma in language.impersonal:
        return False
    if form.split()[0].endswith(language.participle_endings):
        return before in language.have or (
            before in clitics and i > 1 and paragraph.lower[i - 2] in language.have
        )
    if before in (articles | language.possessives) - clitics:
        return False
    if before in clitics & articles and form.endswith(language.noun_endings):
        return False
    return not (before in language.prepositions and not form.endswith(language.infinitive_endings))


def _negates(word: str, language: Language) -> bool:
    return word in language.negations or word.endswith(language.negative_endings)


def _refused(paragraph: Paragraph, i: int) -> bool:
    """ "declined to say", "no quiso responder", "did not immediately respond"."""
    language = paragraph.language
    window: list[str] = []
    for j in range(i - 1, max(-1, i - 5), -1):
        if paragraph.masked[j] or not paragraph.joined(j + 1):
            break
        window.insert(0, paragraph.lower[j])
    negated = any(_negates(w, language) for w in window)
    if negated and any(word in language.unwilling for word in window):
        return True
    if any(word in language.refusals for word in window[-2:]):
        return True
    carries = language.negated_auxiliaries
    return negated and any(w in carries or w.endswith(language.negative_endings) for w in window)
