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

from toolkit.extract.candidates import Paragraph
from toolkit.languages import Verb
from toolkit.model import Span

_REFUSALS = {
    "declined", "refused", "refusing", "declining", "failed", "avoided", "without", "rehusó",
    "evitó", "evitado", "declinó", "sin",
}  # fmt: skip
_NEGATIONS = {"not", "never", "n't", "no", "nunca", "tampoco"}
_BE = {
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "es",
    "son",
    "fue",
    "fueron",
    "ser",
    "sido",
}
_HAVE = {
    "has",
    "have",
    "had",
    "ha",
    "han",
    "había",
    "habían",
    "habría",
    "habrían",
    "haber",
    "hemos",
}
# "Se dice que": verbs that with "se" name nobody.
_IMPERSONAL = {
    "decir",
    "afirmar",
    "asegurar",
    "informar",
    "anunciar",
    "contar",
    "comentar",
    "creer",
}
# Forms that at the start of a paragraph are commands or nouns.
_BARE_FORMS = {
    "report", "read", "show", "claim", "answer", "comment", "state", "fear", "find", "post",
}  # fmt: skip
# Bare verbs that are nouns as often.
_ALSO_NOUNS = {
    "claim", "report", "demand", "charge", "promise", "attack", "request", "comment", "answer",
    "state", "post", "order", "tweet", "quote", "fear", "hope", "pledge", "vow", "protest",
}  # fmt: skip
_VERBAL_PREPOSITIONS = {"to", "by", "in", "after", "before", "without", "as"}
_SURE_FORMS = {"said", "says", "told", "tells", "added", "adds", "wrote", "asked", "announced"}


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
    for length in (4, 3, 2, 1):  # "in the words of"
        last = i + length - 1
        if last >= len(paragraph.tokens) or any(paragraph.masked[i : last + 1]):
            continue
        if any(not paragraph.joined(j) for j in range(i + 1, last + 1)):
            continue
        form = " ".join(paragraph.lower[i : last + 1])
        span = Span(paragraph.tokens[i].start, paragraph.tokens[last].end)
        if form in language.according:
            return Cue(i, last, span, None)
        verb = language.verbs.get(form)
        if verb and _is_verb(paragraph, i, form):
            return Cue(i, last, span, verb)
    return None


def _is_verb(paragraph: Paragraph, i: int, form: str) -> bool:
    language = paragraph.language
    if paragraph.words[i][0].isupper() and i and not _starts(paragraph, i):
        return False
    if i == 0:
        return form not in _BARE_FORMS
    before = paragraph.lower[i - 1] if not paragraph.masked[i - 1] else ""
    if not paragraph.joined(i):
        before = ""
    if language.code == "es":
        return _is_spanish_verb(paragraph, i, form, before)
    if before in language.definite | language.indefinite | language.possessives:
        return False
    if before in language.prepositions and before not in _VERBAL_PREPOSITIONS:
        return False
    if before in _NEGATIONS or before.endswith(("n't", "n’t")) or _refused(paragraph, i):
        return False
    if re.search(r"['’]s$|s['’]$", before) and form not in _SURE_FORMS:
        return False  # "Noem's comments"
    if paragraph.gap(i).startswith(("'", "’")) and paragraph.lower[i - 1].endswith("s"):
        return False  # "the inspectors' report"
    if form in _ALSO_NOUNS and _singular_noun(paragraph, i - 1, before):
        return False  # "the wage claim"
    return not _passive(paragraph, i, form)


def _singular_noun(paragraph: Paragraph, i: int, word: str) -> bool:
    """Whether a word can only be a singular noun or an adjective: no bare verb follows it."""
    language = paragraph.language
    small = language.stop_words | language.auxiliaries | language.adverbs | language.pronouns.keys()
    plain = bool(word) and word not in small and word not in language.prepositions
    plural = word.endswith("s") or word in {"people", "men", "women", "children", "police"}
    return plain and paragraph.words[i][0].islower() and not plural and not word.endswith("ly")


def _passive(paragraph: Paragraph, i: int, form: str) -> bool:
    """ "She was referred to": nobody's act, unless "by" names the source right after."""
    lemma = paragraph.language.verbs[form].lemma
    if lemma == "tell" or not form.split()[0].endswith(
        ("ed", "said", "written", "shown", "found", "thought")
    ):
        return False
    j = i - 1
    while j >= 0 and paragraph.joined(j + 1) and paragraph.lower[j].endswith("ly"):
        j -= 1
    if j < 0 or not paragraph.joined(j + 1) or paragraph.lower[j] not in _BE:
        return False
    return not passive_by(paragraph, i + len(form.split()) - 1)


def passive_by(paragraph: Paragraph, last: int) -> bool:
    """Whether "by" follows a cue at once."""
    following = last + 1
    return following < len(paragraph.tokens) and paragraph.lower[following] in {"by", "por"}


def _starts(paragraph: Paragraph, i: int) -> bool:
    """Whether a capital at token i is only that of a sentence's first word."""
    return paragraph.masked[i - 1] or any(mark in paragraph.gap(i) for mark in ".?!:—–-")


def _is_spanish_verb(paragraph: Paragraph, i: int, form: str, before: str) -> bool:
    language = paragraph.language
    clitics = {"lo", "la", "le", "les", "se", "me", "nos", "los", "las"}
    if _refused(paragraph, i) or (
        before in _NEGATIONS and language.verbs[form].verb_class != "deny"
    ):
        return False  # but what somebody "no descartó" is a claim
    if before == "se" and language.verbs[form].lemma in _IMPERSONAL:
        return False
    if form.split()[0].endswith(("ado", "ido", "dicho", "escrito", "puesto")):
        return before in _HAVE or (before in clitics and i > 1 and paragraph.lower[i - 2] in _HAVE)
    if before in (language.definite | language.indefinite | language.possessives) - clitics:
        return False
    if before in {"la", "las", "los"} and form.endswith("a"):
        return False
    return not (before in language.prepositions and not form.endswith("r"))


def _refused(paragraph: Paragraph, i: int) -> bool:
    """ "declined to say", "no quiso responder", "did not immediately respond"."""
    window: list[str] = []
    for j in range(i - 1, max(-1, i - 5), -1):
        if paragraph.masked[j] or not paragraph.joined(j + 1):
            break
        window.insert(0, paragraph.lower[j])
    if "quiso" in window and "no" in window:
        return True
    if any(word in _REFUSALS for word in window[-2:]):
        return True
    negated = any(w in _NEGATIONS or w.endswith(("n't", "n’t")) for w in window)
    did = {"did", "do", "does", "would", "could", "will", "has", "have"}
    return negated and any(w in did or w.endswith(("n't", "n’t")) for w in window)
