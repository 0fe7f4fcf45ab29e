"""Reported speech without marks, and clauses with marks inside them.

A cue governs a clause in one of four orders: "Ruiz said (that) the works would close", "The works
would close, Ruiz said", "According to Ruiz, …" and "…, according to Ruiz". What was said runs to
the end of the sentence or to the next cue. Whether its "that" counts as content is a fact of the
language (English keeps it, as PolNeAR has it).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from toolkit.extract import attribution
from toolkit.extract.attribution import Attribution
from toolkit.extract.candidates import Paragraph
from toolkit.extract.cues import Cue, cues_between
from toolkit.model import Span
from toolkit.text import Run

_LEAST_WORDS = 3
_THAT_WITHIN = 9
_END_MARKS = " \t\u00a0.,;:!?…—–"


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a cue governs without marks, with their attribution."""

    span: Span
    attribution: Attribution


def find_clauses(
    paragraph: Paragraph, cues: Sequence[Cue], frame: Span, used: Collection[Cue]
) -> list[Clause]:
    """The clauses of indirect speech of one sentence, in text order, none inside another."""
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    inside = cues_between(cues, floor, limit)
    found: list[Clause] = []
    for cue in inside:
        if cue in used or any(c.span.contains(cue.span) for c in found):
            continue
        clause = _clause(paragraph, inside, cue, frame)
        if (
            clause
            and len(paragraph.text[clause.span.start : clause.span.end].split()) >= _LEAST_WORDS
        ):
            found = [c for c in found if not clause.span.overlaps(c.span)]
            found.append(clause)
    return found


def _clause(paragraph: Paragraph, cues: Sequence[Cue], cue: Cue, frame: Span) -> Clause | None:
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    if cue.verb is None:
        return _according(paragraph, cue, frame)
    reach = min(limit, cue.last + 1 + _THAT_WITHIN)
    further = next(
        (c.first for c in cues_between(cues, cue.last + 1, reach) if _participle(paragraph, c)),
        None,
    )
    begin = _content_after(paragraph, cue, limit, further)
    if begin is None:
        return None if cue.weak else _content_before(paragraph, cue, frame)
    found = attribution.with_subject(paragraph, cue, floor, limit)
    if found is None or (found.source is None and not paragraph.language.drops_subjects):
        return None
    if found.source and found.source.first >= begin:
        return None
    span = _until(paragraph, cues, begin, frame)
    if found.source and found.source.head in paragraph.language.relatives:
        span = _to_comma(paragraph, begin, span)
    return Clause(span, found)


def _to_comma(paragraph: Paragraph, begin: int, span: Span) -> Span:
    """ "Hale, who said the road was safe, left": a relative clause ends at its comma."""
    for i in range(begin + 1, paragraph.at(span.end)):
        if "," in paragraph.gap(i) and not paragraph.masked[i]:
            return Span(span.start, paragraph.tokens[i - 1].end)
    return span


def _content_after(
    paragraph: Paragraph, cue: Cue, limit: int, further: int | None = None
) -> int | None:
    """The token at which reported content begins after a cue, or None.

    A "that" beyond a participle is the participle's ("…was safe, adding that…").
    """
    language, first = paragraph.language, cue.last + 1
    if first >= limit:
        return None
    for i in range(first, min(first + _THAT_WITHIN, limit)):
        if i == further:
            break
        if paragraph.lower[i] in language.that and not paragraph.masked[i]:
            begin = i if language.keeps_that else i + 1
            return begin if begin < limit else None
        if i > first and any(mark in paragraph.gap(i) for mark in ".;:"):
            break
    if not paragraph.joined(first):
        return None
    if _infinitive(paragraph, first):
        return first
    if cue.weak or not language.omits_that:
        return None
    return _bare_content(paragraph, cue, first, limit)


def _infinitive(paragraph: Paragraph, i: int) -> bool:
    """ "negó haber firmado", "aseguró tener los permisos": an infinitive in place of "que"."""
    word, language = paragraph.lower[i], paragraph.language
    ending = len(word) > 3 and word.endswith(language.infinitive_endings)
    known = ending or word in language.short_infinitives
    return known and word not in language.adverbs and not paragraph.masked[i]


def _bare_content(paragraph: Paragraph, cue: Cue, first: int, limit: int) -> int | None:
    """ "She said the works would close": no "that", but a clause of its own."""
    language = paragraph.language
    assert cue.verb is not None
    if cue.verb.lemma in language.told_first:
        told = paragraph.phrase_at(first)
        if told is None:
            return None
        first = told.last + 1
    if " ".join(paragraph.lower[first : first + 2]) in language.no_content:
        return None  # "who asked not to be named"
    word = paragraph.lower[first] if first < limit else ""
    if not word or word in language.prepositions | language.relatives | language.no_content:
        return None
    return first


def _content_before(paragraph: Paragraph, cue: Cue, frame: Span) -> Clause | None:
    """ "The works would close, Ruiz said": the sentence ends with its attribution."""
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    trailing = _trailing(paragraph, cue, limit)
    if not trailing:
        return None
    found = attribution.with_subject(paragraph, cue, floor, limit)
    if found is None or found.source is None:
        return None
    edge = min(found.source.first, cue.first)
    while edge > floor and "," not in paragraph.gap(edge):
        edge -= 1
    if edge - floor < _LEAST_WORDS or paragraph.masked[edge - 1]:
        return None
    return Clause(Span(frame.start, paragraph.tokens[edge - 1].end), found)


def _trailing(paragraph: Paragraph, cue: Cue, limit: int) -> bool:
    """Whether nothing but a source or a circumstance stands after the cue."""
    rest = range(cue.last + 1, limit)
    if len(rest) == 0:
        return True
    if "," in paragraph.gap(rest[0]):
        return False
    phrase = paragraph.phrase_at(rest[0])
    start = phrase.last + 1 if phrase else rest[0]
    if start >= limit:
        return True
    circumstance = paragraph.lower[start] in paragraph.language.prepositions
    day = paragraph.words[start] in paragraph.language.not_names
    return "," in paragraph.gap(start) or ((circumstance or day) and limit - start <= 8)


def _according(paragraph: Paragraph, cue: Cue, frame: Span) -> Clause | None:
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    found = attribution.with_subject(paragraph, cue, floor, limit)
    if found is None or found.source is None:
        return None
    if cue.first <= floor + 1:
        for i in range(found.source.last + 1, limit):
            if "," in paragraph.gap(i) and (
                i >= limit - 1 or paragraph.lower[i] not in paragraph.language.relatives
            ):
                return Clause(_until(paragraph, [], i, frame), found)
        return None
    edge = cue.first - 1
    return Clause(Span(frame.start, paragraph.tokens[edge].end), found) if edge > floor else None


def _until(paragraph: Paragraph, cues: Sequence[Cue], begin: int, frame: Span) -> Span:
    """From a token to the end of the sentence, or to a further cue after a comma."""
    text, start, end = paragraph.text, paragraph.tokens[begin].start, frame.end
    for cue in cues:
        if cue.first > begin + 2 and _participle(paragraph, cue):
            end = paragraph.tokens[cue.first - 1].end
            break
    for run in paragraph.runs_within(frame):  # a mark before the content's first word belongs to it
        if run.inner.start == start:
            start = run.outer.start
    while end > start and text[end - 1] in _END_MARKS:
        end -= 1
    return Span(start, max(start, end))


def _participle(paragraph: Paragraph, cue: Cue) -> bool:
    """ ", adding": a second report by the same speaker."""
    ending = paragraph.lower[cue.first].endswith(paragraph.language.gerund_endings)
    return cue.verb is not None and ending and "," in paragraph.gap(cue.first)


def clause_around(paragraph: Paragraph, frame: Span, run: Run, found: Attribution) -> Span | None:
    """The clause of a mixed quote: reported words before the marks of a run, or None if none."""
    if found.cue is None or found.method.startswith("inserted"):
        return None
    if "(" in paragraph.gap(paragraph.at(run.outer.start)):
        return None  # a quotation set apart by brackets is no part of the clause before it
    floor = paragraph.at(frame.start)
    first = paragraph.at(run.outer.start)
    if found.cue.first < first:
        return _clause_from_cue(paragraph, frame, run, found)
    if first - floor < 2 or run.outer.start <= frame.start:
        return None
    if any(paragraph.masked[floor:first]) and not paragraph.masked[floor]:
        return None
    return Span(frame.start, run.outer.end)


def _clause_from_cue(
    paragraph: Paragraph, frame: Span, run: Run, found: Attribution
) -> Span | None:
    assert found.cue is not None
    cue, limit = found.cue, paragraph.at(frame.end)
    first = paragraph.at(run.outer.start)
    if cue.verb is None:
        begin: int | None = None if found.source is None else found.source.last + 1
    else:
        begin = _content_after(paragraph, cue, limit)
    if begin is not None and found.source is not None and found.source.first == begin:
        return None  # the words before the marks are the speaker's name: Said Doyle: “…”
    if begin is None or begin >= first or first - begin > 30:
        return None
    if first - begin == 1 and paragraph.lower[begin] in paragraph.language.that:
        return (
            Span(paragraph.tokens[begin].start, run.outer.end)
            if paragraph.language.keeps_that
            else None
        )
    end = _until(paragraph, [], begin, frame).end
    if _spoken_again(paragraph, frame, run):
        end = run.outer.end
    return Span(paragraph.tokens[begin].start, max(end, run.outer.end))


def _spoken_again(paragraph: Paragraph, frame: Span, run: Run) -> bool:
    """Whether a later run of the sentence has a verb of its own right before it."""
    later = (r for r in paragraph.runs_within(frame) if r.outer.start > run.outer.end)
    starts = (paragraph.at(r.outer.start) for r in later)
    return any(paragraph.lower[i - 1] in paragraph.language.verbs for i in starts if i)
