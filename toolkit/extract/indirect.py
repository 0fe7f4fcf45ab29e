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
from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.extract.cues import Cue, cues_between
from toolkit.model import Span
from toolkit.text import Run

_LEAST_WORDS = 3
_LEAST_AFTER = 2
_THAT_WITHIN = 9
_END_MARKS = " \t\u00a0.,;:!?…—–"


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that a cue governs without marks, with their attribution.

    `rest` is what follows an attribution that stands amid them ("The market, he said, will move").
    """

    span: Span
    attribution: Attribution
    rest: Span | None = None


def find_clauses(
    paragraph: Paragraph, cues: Sequence[Cue], frame: Span, used: Collection[Cue]
) -> list[Clause]:
    """The clauses of indirect speech of one sentence, in text order, none inside another."""
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    inside = cues_between(cues, floor, limit)
    found: list[Clause] = []
    for cue in inside:
        if (
            cue in used
            or _belongs_to_according(paragraph, inside, cue)
            or any(c.span.contains(cue.span) for c in found)
        ):
            continue
        clause = _clause(paragraph, inside, cue, frame)
        if clause and _words(paragraph, clause) >= _LEAST_WORDS:
            found = [c for c in found if not clause.span.overlaps(c.span)]
            found.append(clause)
    return found


def _belongs_to_according(paragraph: Paragraph, cues: Sequence[Cue], cue: Cue) -> bool:
    """ "Según ha explicado Ruiz": the verb is part of the cue before it."""
    before = next((c for c in reversed(cues) if c.first < cue.first), None)
    return (
        before is not None
        and before.verb is None
        and attribution.past_verb(paragraph, before).last == cue.first
    )


def _words(paragraph: Paragraph, clause: Clause) -> int:
    """How many words a clause has; an infinitive counts for two, "haber cobrado" being a clause,
    and so does a "que" before it that is no content ("dijo que no dimitirá").
    """
    spans = [clause.span, *([clause.rest] if clause.rest else [])]
    first, language = paragraph.at(clause.span.start), paragraph.language
    verbal = language.verb_before_subject and _infinitive(paragraph, first)
    linked = not language.keeps_that and first > 0 and paragraph.lower[first - 1] in language.that
    return sum(len(span.of(paragraph.text).split()) for span in spans) + (verbal or linked)


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
        if cue.weak:
            return None
        return _content_around(paragraph, cue, frame) or _content_before(paragraph, cue, frame)
    found = attribution.with_subject(paragraph, cue, floor, limit)
    if found is None or (found.source is None and not paragraph.language.drops_subjects):
        return None
    if found.source and found.source.first == begin and not cue.weak:
        return _content_before(paragraph, cue, frame)  # "…, said Tom Hale, a keeper"
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
    verbal = _past_time(paragraph, first, limit)
    if verbal < limit and _infinitive(paragraph, verbal):
        return verbal
    asked = _after_hearer(paragraph, first, limit)
    if asked is not None:
        return asked
    if (
        cue.verb
        and cue.verb.lemma in language.asking
        and paragraph.lower[first] in language.whether
    ):
        return first
    if cue.weak or not language.omits_that:
        return None
    return _bare_content(paragraph, cue, first, limit)


def _past_time(paragraph: Paragraph, i: int, limit: int) -> int:
    """Past "ayer", "este viernes" and the like: "rechazó este viernes haber cobrado"."""
    language, start = paragraph.language, i
    if not language.verb_before_subject:
        return i
    light = language.adverbs | language.demonstratives | (language.definite - language.clitics)
    while i < min(start + 3, limit - 1) and paragraph.joined(i + 1):
        word = paragraph.lower[i]
        day = word.capitalize() in language.not_names and word not in language.stop_words
        if not (day or word in light) or word in language.prepositions | language.negations:
            break
        i += 1
    return i


def _after_hearer(paragraph: Paragraph, first: int, limit: int) -> int | None:
    """ "Pidió a los vecinos no sacar la basura": an infinitive after who is spoken to."""
    language = paragraph.language
    if not language.verb_before_subject or paragraph.lower[first] not in language.hearer:
        return None
    for start in (first, first + 1):
        hearer = paragraph.phrase_at(start)
        after = hearer.last + 1 if hearer else limit
        if after < limit and paragraph.joined(after) and _infinitive(paragraph, after):
            return after
    return None


def _infinitive(paragraph: Paragraph, i: int) -> bool:
    """ "negó haber firmado", "pidió no tocar nada": an infinitive in place of "que"."""
    language = paragraph.language
    negated = paragraph.lower[i] in language.negations and i + 1 < len(paragraph.tokens)
    word = paragraph.lower[i + 1 if negated else i]
    if negated and word in language.short_infinitives:
        return False  # "pidió no ser citada": how to be named is no news
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


def _content_around(paragraph: Paragraph, cue: Cue, frame: Span) -> Clause | None:
    """ "The market, the council said, would move": the attribution between two commas."""
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    following = paragraph.phrase_at(cue.last + 1) if paragraph.joined(cue.last + 1) else None
    before = paragraph.phrase_before(cue.first)
    beside = before and before.last + 1 == cue.first and paragraph.joined(cue.first)
    source = before if beside else following
    if source is None or (beside and paragraph.language.verb_before_subject):
        return None  # "Durante dos horas, la ministra respondió a todo" tells of no words
    first, last = min(source.first, cue.first), max(source.last, cue.last)
    if first - floor < 1 or limit - last - 1 < _LEAST_AFTER or any(paragraph.masked[floor:limit]):
        return None
    if paragraph.gap(first).strip() != "," or paragraph.gap(last + 1).strip() != ",":
        return None
    if source is following and _explains(paragraph, last + 1):
        return None  # "The wall will hold, said Nora Pike, a baker": no more was said
    text, end = paragraph.text, frame.end
    while end > frame.start and text[end - 1] in _END_MARKS:
        end -= 1
    opening = Span(frame.start, paragraph.tokens[first - 1].end)
    rest = Span(paragraph.tokens[last + 1].start, end)
    return Clause(opening, Attribution(cue, source, "inserted"), rest)


def _explains(paragraph: Paragraph, i: int) -> bool:
    """Whether the words from token i on tell who the person before them is."""
    language, word = paragraph.language, paragraph.lower[i]
    named = paragraph.words[i][0].isupper() or word in language.relatives
    return named or word in language.definite | language.indefinite | language.possessives


def _content_before(paragraph: Paragraph, cue: Cue, frame: Span) -> Clause | None:
    """ "The works would close, Ruiz said": the sentence ends with its attribution."""
    floor, limit = paragraph.at(frame.start), paragraph.at(frame.end)
    trailing = _trailing(paragraph, cue, limit)
    if not trailing:
        return None
    if paragraph.language.verb_before_subject:
        found = _said_after(paragraph, cue)
    else:
        found = attribution.with_subject(paragraph, cue, floor, limit)
    if found is None or found.source is None:
        return None
    edge = min(found.source.first, cue.first)
    while edge > floor and "," not in paragraph.gap(edge):
        edge -= 1
    if edge - floor < _LEAST_WORDS or paragraph.masked[edge - 1]:
        return None
    return Clause(Span(frame.start, paragraph.tokens[edge - 1].end), found)


def _said_after(paragraph: Paragraph, cue: Cue) -> Attribution | None:
    """ "El muelle cerrará, dijo la alcaldesa": a verb after a comma, and then its subject.

    Not "la alcaldesa, Ana Ruiz, explicó la obra", where the subject stands before the verb.
    """
    language, first = paragraph.language, cue.first
    light = language.auxiliaries | language.clitics
    while first > 0 and paragraph.joined(first) and paragraph.lower[first - 1] in light:
        first -= 1
    source = paragraph.phrase_at(cue.last + 1) if paragraph.joined(cue.last + 1) else None
    if source is None or "," not in paragraph.gap(first):
        return None
    apposed = paragraph.phrase_before(first)
    if apposed and apposed.last == first - 1 and "," in paragraph.gap(apposed.first):
        return None
    return Attribution(cue, source, "cue_then_source")


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
        for i in range(_past_name(paragraph, found.source, limit), limit):
            if "," in paragraph.gap(i) and not _relative(paragraph, i, limit):
                return Clause(_until(paragraph, [], i, frame), found)
        return None
    edge = cue.first - 1
    return Clause(Span(frame.start, paragraph.tokens[edge].end), found) if edge > floor else None


def _past_name(paragraph: Paragraph, source: Phrase, limit: int) -> int:
    """Past the name in "según el alcalde, Bruno Lago, …"; else the token after the source."""
    after = source.last + 1
    name = paragraph.phrase_at(after) if source.kind == "role" and after < limit else None
    apposed = name is not None and name.kind == "name" and "," in paragraph.gap(after)
    closed = name is not None and "," in paragraph.gap(name.last + 1)
    return name.last + 1 if name and apposed and closed else after


def _relative(paragraph: Paragraph, i: int, limit: int) -> bool:
    """Whether token i opens a relative clause: ", que…", ", al que ha tenido acceso EFE, …"."""
    relatives = paragraph.language.relatives
    if i >= limit - 1:
        return False
    small = paragraph.language.prepositions | paragraph.language.definite
    while i < limit - 1 and paragraph.lower[i] in small and paragraph.joined(i + 1):
        i += 1
    return paragraph.lower[i] in relatives


def _until(paragraph: Paragraph, cues: Sequence[Cue], begin: int, frame: Span) -> Span:
    """From a token to the end of the sentence, or to a further cue after a comma."""
    text, start, end = paragraph.text, paragraph.tokens[begin].start, frame.end
    for cue in cues:
        if cue.first > begin + 2 and _participle(paragraph, cue):
            end = paragraph.tokens[cue.first - 1].end
            break
    if not paragraph.language.keeps_that:
        end = min(end, _before_the_next(paragraph, cues, begin, paragraph.at(end)))
    for run in paragraph.runs_within(frame):  # a mark before the content's first word belongs to it
        if run.inner.start == start:
            start = run.outer.start
    while end > start and text[end - 1] in _END_MARKS:
        end -= 1
    return Span(start, max(start, end))


def _before_the_next(
    paragraph: Paragraph, cues: Sequence[Cue], begin: int, limit: int
) -> int:  # fmt: skip
    """Where reported words end before the outlet's own go on in the same sentence, as an offset.

    "Dijo que abrirá y pidió que…", "…que abrirá, aunque evitó dar fechas", "…que abrirá, en
    alusión a…", and before a colon with marks: "…que no dimitirá: «Me quedo»".
    """
    language = paragraph.language
    verbs = {cue.first for cue in cues if _reports_again(paragraph, cue, limit)}
    refused = language.refusals - language.prepositions
    for i in range(begin + 2, limit):
        if paragraph.masked[i]:
            if ":" in paragraph.gap(i) and not paragraph.masked[i - 1]:
                return paragraph.tokens[i - 1].end
            continue
        if "," in paragraph.gap(i) and _opens_an_aside(paragraph, i):
            return paragraph.tokens[i - 1].end
        if i in verbs and "," in paragraph.gap(i) and paragraph.phrase_at(i + 1):
            return paragraph.tokens[i - 1].end  # "…que hubo agua, informaron los bomberos"
        if i in verbs or paragraph.lower[i] in refused:
            joint = _joint(paragraph, i, begin)
            if joint is not None:
                return paragraph.tokens[joint - 1].end
    return paragraph.tokens[limit - 1].end


def _opens_an_aside(paragraph: Paragraph, i: int) -> bool:
    words = (" ".join(paragraph.lower[i : i + size]) for size in (2, 3, 4, 5))
    return any(phrase in paragraph.language.asides for phrase in words)


def _reports_again(paragraph: Paragraph, cue: Cue, limit: int) -> bool:
    """Whether a cue has a "que", an infinitive or words in marks of its own after it."""
    if cue.verb is None:
        return False
    if not cue.weak:
        return True
    beside = range(cue.last + 1, min(cue.last + _THAT_WITHIN, limit))
    marked = next((i for i in beside if paragraph.masked[i] or not paragraph.joined(i)), None)
    if marked is not None and paragraph.masked[marked]:
        return True  # "…y acusó al concejo de «mirar a otro lado»"
    return _content_after(paragraph, cue, limit) is not None


def _joint(paragraph: Paragraph, verb: int, begin: int) -> int | None:
    """The word that joins a verb and its subject to the clause before them, or what follows a
    semicolon; None where the verb belongs to the clause.
    """
    language, i = paragraph.language, verb
    light = language.auxiliaries | language.clitics | language.adverbs | language.negations
    while i > begin + 1 and paragraph.joined(i) and paragraph.lower[i - 1] in light:
        i -= 1
    subject = paragraph.phrase_before(i)
    if subject is not None and subject.last == i - 1 and paragraph.joined(i):
        i = subject.first
    if i <= begin + 1:
        return None
    if "," in paragraph.gap(i):  # "abrirá y, consultada por los plazos, evitó…"
        opened = next((k for k in range(i - 1, begin + 1, -1) if "," in paragraph.gap(k)), i)
        return opened - 1 if paragraph.lower[opened - 1] in language.joining else None
    if ";" in paragraph.gap(i):
        return i
    if paragraph.lower[i - 1] in language.joining and paragraph.joined(i):
        return i - 1
    for k in range(i, max(begin + 1, i - _THAT_WITHIN), -1):  # ", pero el martes se limitó a decir"
        if "," in paragraph.gap(k):
            return k if paragraph.lower[k] in language.joining else None
    return None


def _participle(paragraph: Paragraph, cue: Cue) -> bool:
    """ ", adding": a second report by the same speaker."""
    ending = paragraph.lower[cue.first].endswith(paragraph.language.gerund_endings)
    return cue.verb is not None and ending and "," in paragraph.gap(cue.first)


def clause_around(
    paragraph: Paragraph, cues: Sequence[Cue], frame: Span, run: Run, found: Attribution
) -> Span | None:
    """The clause of a mixed quote: reported words before the marks of a run, or None if none."""
    if found.cue is None or found.method.startswith("inserted"):
        return None
    if "(" in paragraph.gap(paragraph.at(run.outer.start)):
        return None  # a quotation set apart by brackets is no part of the clause before it
    floor = paragraph.at(frame.start)
    first = paragraph.at(run.outer.start)
    if found.cue.first < first:
        return _clause_from_cue(paragraph, cues, frame, run, found)
    if first - floor < 2 or run.outer.start <= frame.start:
        return None
    if any(paragraph.masked[floor:first]) and not paragraph.masked[floor]:
        return None
    return Span(frame.start, run.outer.end)


def _clause_from_cue(
    paragraph: Paragraph, cues: Sequence[Cue], frame: Span, run: Run, found: Attribution
) -> Span | None:
    assert found.cue is not None
    cue, limit = found.cue, paragraph.at(frame.end)
    first = paragraph.at(run.outer.start)
    if cue.verb is None:
        begin = None if found.source is None else _past_name(paragraph, found.source, limit)
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
    if not paragraph.language.keeps_that and ":" in paragraph.gap(first):
        return None  # "dijo que no dimitirá: «Me quedo»": a clause and a quotation
    end = _until(paragraph, cues, begin, frame).end
    if _spoken_again(paragraph, frame, run):
        end = run.outer.end
    return Span(paragraph.tokens[begin].start, max(end, run.outer.end))


def spoken_before_colon(paragraph: Paragraph, cue: Cue, run: Run) -> bool:
    """Whether a cue has a clause of its own before a colon and a run: "…que no: «Me quedo»"."""
    first = paragraph.at(run.outer.start)
    if paragraph.language.keeps_that or cue.last >= first or ":" not in paragraph.gap(first):
        return False
    begin = _content_after(paragraph, cue, first)
    return begin is not None and begin < first


def _spoken_again(paragraph: Paragraph, frame: Span, run: Run) -> bool:
    """Whether a later run of the sentence has a verb of its own right before it."""
    later = (r for r in paragraph.runs_within(frame) if r.outer.start > run.outer.end)
    starts = (paragraph.at(r.outer.start) for r in later)
    return any(paragraph.lower[i - 1] in paragraph.language.verbs for i in starts if i)
