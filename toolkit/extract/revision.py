"""What the tagger changes in the quotes that the rules found.

Rules are sure about quote marks and know a few shapes of reported speech; the tagger has seen how
people marked thousands. So: reported speech without marks is what the tagger's likeliest stretches
say (`segments`); a stretch around words in marks makes the quote a mixed one; words in marks that
the tagger takes for nobody's speech are dropped, and those that it takes for speech though no rule
did are added (`revise`). Who speaks is asked afterwards, of all alike (`ranking`).

A tagger that learned from another language is a weaker witness (`supplement`): it takes every word
in marks for speech alike and does not know where a clause ends. There the rules' quotes stand, but
for clauses that it rules out, and its own stretches only where no rule found anything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from toolkit.extract.attributes import Attributes
from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.extract.chain import Floats
from toolkit.extract.cues import Cue, cues_between
from toolkit.extract.drafts import Draft
from toolkit.extract.marks import quotes_nobody
from toolkit.extract.segments import Segment
from toolkit.extract.tagging import BEGINS, CUE, INSIDE, SOURCE
from toolkit.languages import Verb
from toolkit.model import QuoteKind, Span
from toolkit.text import Run

#: The class of a verb that no list of the language has.
UNLISTED = "unlisted"
#: Words in marks that a rule took are speech from this probability on.
_LEAST_KEPT = 0.12
#: Those that no rule took, if they are few, and if they are many.
_FEW = 4
_LEAST_FEW, _LEAST_MANY = 0.8, 0.6
#: Reported speech that no rule found: with "that" before it, without, after a preposition, with
#: marks in it; and it has so many words at least.
_LEAST_WITH_THAT, _LEAST_SAID, _LEAST_TOPIC, _LEAST_MARKED = 0.35, 0.45, 0.55, 0.8
_FEWEST = 3
#: With a tagger of another language a rule's clause is kept, a stretch is added, from here on; the
#: verb that introduces a stretch stands within so many words before it.
_LEAST_BORROWED_CLAUSE, _LEAST_BORROWED = 0.05, 0.6
_LINKED = 9
#: A rule's clause that no stretch took up is kept from this probability on.
_LEAST_CLAUSE = 0.4
#: A quote in marks becomes a mixed one for so many words without marks.
_LEAST_AROUND = 4
#: A word is part of a cue, or of a source, from this probability on.
_LEAST_CUE = 0.3
_LEAST_SOURCE = 0.35
#: Cues and sources of a stretch stand within so many words of it.
_NEAR = 12
_LONGEST_CUE = 4
#: A stretch takes over the source of a rule's clause that shares so much of its words.
_ALIKE = 0.5


@dataclass(frozen=True)
class Tagged:
    """What the tagger says of a text: the labels' probabilities, paragraph by paragraph."""

    by_paragraph: Sequence[Floats]

    @classmethod
    def of(cls, seen: Attributes, labels: Floats, paragraphs: int) -> Tagged:
        """Cut the labels of all words into those of each paragraph (no rows for an empty one)."""
        rows = [labels[:0]] * paragraphs
        for number, start, length in zip(seen.numbers, seen.starts, seen.lengths, strict=True):
            rows[int(number)] = labels[start : start + length]
        return cls(rows)

    def content(self, number: int, first: int, last: int) -> float:
        """How likely words first..last of a paragraph are content, on the average."""
        rows = self.by_paragraph[number][first : last + 1]
        return float((rows[:, BEGINS] + rows[:, INSIDE]).mean()) if len(rows) else 0.0


def revise(
    drafts: Sequence[Draft], paragraphs: Sequence[Paragraph], cues: Sequence[Sequence[Cue]],
    frames: Sequence[Sequence[Span]], tagged: Tagged, chosen: Sequence[tuple[Segment, float]],
) -> list[Draft]:  # fmt: skip
    """The drafts of the rules as the tagger would have them, in text order."""
    clauses = _Places(d for d in drafts if d.kind == "indirect")
    kept = _Places(d for d in drafts if d.kind != "indirect" and _speaks(d, paragraphs, tagged))
    for draft in _missed(kept, paragraphs, tagged):
        kept.add(draft)
    speakers = {d.source.span for d in kept.drafts if d.source}
    for segment, p in chosen:
        paragraph = paragraphs[segment.paragraph]
        stretch = _stretch(segment, p, paragraph, frames[segment.paragraph])
        if stretch.span in speakers:
            continue  # who speaks is not what is said
        met = kept.meeting(stretch.span)
        if len(met) == 1 and _makes_mixed(met[0], stretch):
            kept.add(replace(met[0], spans=[stretch.span], kind="mixed", p=p), instead=met[0])
        if met:
            continue
        draft = _of_rule(stretch, clauses) or _tagged(stretch, tagged)
        if draft.method != "tagged" or _is_said(draft, stretch, cues[segment.paragraph]):
            kept.add(draft)
    for clause in clauses.drafts:
        if not any(kept.meeting(span) for span in clause.spans):
            # one that no stretch took up, though its words are likely
            sure = clause.method.endswith("according_to")
            if sure or _likely(clause, paragraphs[clause.paragraph], tagged) >= _LEAST_CLAUSE:
                kept.add(clause)
    return kept.in_order()


def supplement(
    drafts: Sequence[Draft], paragraphs: Sequence[Paragraph], cues: Sequence[Sequence[Cue]],
    frames: Sequence[Sequence[Span]], tagged: Tagged, chosen: Sequence[tuple[Segment, float]],
) -> list[Draft]:  # fmt: skip
    """The drafts of the rules with what a tagger of another language adds, in text order."""
    kept = _Places(
        d
        for d in drafts
        if d.kind != "indirect"
        or _likely(d, paragraphs[d.paragraph], tagged) >= _LEAST_BORROWED_CLAUSE
    )
    for segment, p in chosen:
        paragraph = paragraphs[segment.paragraph]
        stretch = _stretch(segment, p, paragraph, frames[segment.paragraph])
        told = p >= _LEAST_BORROWED and _may_be_told(stretch, cues[segment.paragraph])
        if told and not kept.meeting(stretch.span):
            kept.add(_tagged(stretch, tagged))
    return kept.in_order()


class _Places:
    """Drafts, none of whose words belong to two, found again by where they stand."""

    def __init__(self, drafts: Iterable[Draft]):
        self.drafts = list(drafts)
        self.places = sorted(
            (span.start, span.end, n) for n, d in enumerate(self.drafts) for span in d.spans
        )

    def meeting(self, span: Span) -> list[Draft]:
        """The drafts that have words in a span, each once."""
        found: dict[int, Draft] = {}
        at = bisect_left(self.places, (span.end,))
        while at and self.places[at - 1][1] > span.start:
            at -= 1
            number = self.places[at][2]
            found[number] = self.drafts[number]
        return list(found.values())

    def add(self, draft: Draft, *, instead: Draft | None = None) -> None:
        """Add a draft, or put it in the place of another."""
        number = len(self.drafts)
        if instead is not None:
            number = next(n for n, d in enumerate(self.drafts) if d is instead)
            self.places = [place for place in self.places if place[2] != number]
            self.drafts[number] = draft
        else:
            self.drafts.append(draft)
        for span in draft.spans:
            insort(self.places, (span.start, span.end, number))

    def in_order(self) -> list[Draft]:
        """The drafts in text order."""
        return sorted(self.drafts, key=lambda d: (d.start, d.spans[-1].end))


def _may_be_told(stretch: Stretch, cues: Sequence[Cue]) -> bool:
    """Whether the words before a stretch let it be a clause of reported speech.

    Not "agradeció el apoyo", "habló con los vecinos", a verb with its object; not "no dijo que
    vendría", "se dice que vendrá", whose verbs the rules know and take for no cue; not what
    "nadie" said; nor words in marks that no rule took.
    """
    paragraph, first = stretch.paragraph, stretch.first
    if any(stretch.masked):
        return False
    if paragraph.language.unwilling & set(paragraph.lower[first : stretch.last + 1]):
        return False
    if " ".join(paragraph.lower[max(0, first - 2) : first]) in paragraph.language.asides:
        return False
    known = {i for cue in cues for i in range(cue.first, cue.last + 1)}
    for i in range(first - 1, max(-1, first - _LINKED), -1):
        if any(mark in paragraph.gap(i + 1) for mark in ".;:"):
            return True
        language = paragraph.language
        if paragraph.lower[i] in language.verbs or i in known:
            nobody = language.nobody & set(paragraph.lower[max(0, i - 2) : i])
            linked = first > 0 and paragraph.lower[first - 1] in language.that | language.whether
            return i in known and not nobody and (linked or not paragraph.joined(first))
    return True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words first..last of a paragraph that the tagger takes for content, and how likely; and the
    words, first to before the last, of the sentence that they stand in.
    """

    paragraph: Paragraph
    number: int
    first: int
    last: int
    span: Span
    sentence: tuple[int, int]
    p: float

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.last - self.first + 1

    @property
    def masked(self) -> list[bool]:
        """For each of its words whether it stands in quote marks."""
        return self.paragraph.masked[self.first : self.last + 1]


def _sentence(span: Span, frames: Sequence[Span], paragraph: Paragraph) -> tuple[int, int]:
    """The words of the sentences that a stretch stands in."""
    low = max(0, bisect_right(frames, span.start, key=lambda f: f.start) - 1)
    high = bisect_left(frames, span.end, key=lambda f: f.start)
    within = frames[low:high] or [paragraph.span]
    return paragraph.at(within[0].start), paragraph.at(within[-1].end)


def _likely(draft: Draft, paragraph: Paragraph, tagged: Tagged) -> float:
    """How likely the likeliest span of a draft is content; only spans of its own paragraph."""
    rows = [
        (paragraph.at(span.start), paragraph.at(span.end) - 1)
        for span in draft.spans
        if paragraph.span.contains(span)
    ]
    return max(tagged.content(draft.paragraph, *row) for row in rows)


def _stretch(segment: Segment, p: float, paragraph: Paragraph, frames: Sequence[Span]) -> Stretch:
    first = _after_that(paragraph, segment)
    span = Span(paragraph.tokens[first].start, paragraph.tokens[segment.last].end)
    sentence = _sentence(span, frames, paragraph)
    return Stretch(paragraph, segment.paragraph, first, segment.last, span, sentence, p)


def _after_that(paragraph: Paragraph, segment: Segment) -> int:
    """The first word of a stretch, past a "que" that is no part of what was said."""
    first, language = segment.first, paragraph.language
    opens = paragraph.lower[first] in language.that and not language.keeps_that
    return first + 1 if opens and first < segment.last else first


def _speaks(draft: Draft, paragraphs: Sequence[Paragraph], tagged: Tagged) -> bool:
    """Whether the tagger does not rule out that words in marks are speech."""
    return draft.settled or _likely(draft, paragraphs[draft.paragraph], tagged) >= _LEAST_KEPT


def _missed(kept: _Places, paragraphs: Sequence[Paragraph], tagged: Tagged) -> list[Draft]:
    """Words in marks that no rule took for speech and the tagger does."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        for run in paragraph.runs:
            parts = paragraph.parts[run]
            if not parts or kept.meeting(run.outer):
                continue
            first, last = paragraph.at(parts[0].start), paragraph.at(parts[-1].end) - 1
            p = tagged.content(number, first, last)
            least = _LEAST_FEW if last - first + 1 < _FEW else _LEAST_MANY
            if last > first and p >= least and not quotes_nobody(paragraph, run):
                found.append(_in_marks(number, run, p, paragraph, tagged))
    return found


def _in_marks(number: int, run: Run, p: float, paragraph: Paragraph, tagged: Tagged) -> Draft:
    spans = list(paragraph.parts[run])
    whole = Span(spans[0].start, spans[-1].end)
    first, last = paragraph.at(whole.start), paragraph.at(whole.end) - 1
    everything = 0, len(paragraph.tokens)
    stretch = Stretch(paragraph, number, first, last, whole, everything, p)
    draft = _tagged(stretch, tagged)
    return replace(draft, spans=spans, kind="direct", last_run=run)


def _of_rule(stretch: Stretch, clauses: _Places) -> Draft | None:
    """The rule's clause that has much the same words, with the stretch's ends.

    One that its attribution splits ("The gate, she said, would stay shut") keeps its own ends, and
    so does one with "according to".
    """
    for clause in clauses.meeting(stretch.span):
        tied = [part.span for part in (clause.cue, clause.source) if part]
        apart = not any(part.overlaps(stretch.span) for part in tied)
        alike = any(_share(part, stretch.span) >= _ALIKE for part in clause.spans)
        if apart and alike:
            own = len(clause.spans) > 1 or clause.method.endswith("according_to")
            spans = clause.spans if own else [stretch.span]
            return replace(clause, spans=list(spans), p=stretch.p)
    return None


def _tagged(stretch: Stretch, tagged: Tagged) -> Draft:
    """Reported speech that no rule found."""
    rows = tagged.by_paragraph[stretch.number]
    source, cue = _likely_source(stretch, rows[:, SOURCE]), _likely_cue(stretch, rows[:, CUE])
    kind: QuoteKind = "mixed" if any(stretch.masked) else "indirect"
    return Draft([stretch.span], kind, source, cue, "tagged", stretch.number, p=stretch.p)


def _is_said(draft: Draft, stretch: Stretch, cues: Sequence[Cue]) -> bool:
    """Whether words that no rule found are told as said, by a verb of saying or by likelihood.

    Marked news has what people want, support and plan among its attributions, and a bare thing
    talked about; who asks who said what has no use for these. A verb of saying that the rules do
    not take for a cue where it stands ("did not say", "it is hoped") says nothing.
    """
    paragraph, cue = stretch.paragraph, draft.cue
    opening = " ".join(paragraph.lower[stretch.first : stretch.first + 2])
    if stretch.words < _FEWEST or (cue and _nobody_before(paragraph, cue)):
        return False
    if opening in paragraph.language.no_content:  # "asked not to be named"
        return False
    if cue and cue.last == stretch.first - 1 and _circumstance(paragraph, stretch.first):
        return False
    if draft.kind == "mixed":
        runs = paragraph.runs_within(stretch.span)
        quoted = bool(runs) and not any(quotes_nobody(paragraph, run) for run in runs)
        return quoted and stretch.p >= _LEAST_MARKED
    if cue is None or (cue.verb and cue.verb.verb_class == UNLISTED):
        said = not (cue and _turned_down(paragraph, cue))
    else:
        near = cues_between(cues, cue.first - _LONGEST_CUE, cue.last + _LONGEST_CUE + 1)
        said = any(c.first <= cue.last and cue.first <= c.last for c in near)
    beside = paragraph.lower[max(0, stretch.first - 1) : stretch.first + 1]
    linked = any(word in paragraph.language.that for word in beside)  # "that" says much
    if beside[:-1] and beside[0] in paragraph.language.prepositions:
        return said and stretch.p >= _LEAST_TOPIC  # "asked about the map"
    return said and stretch.p >= (_LEAST_WITH_THAT if linked else _LEAST_SAID)


def _circumstance(paragraph: Paragraph, first: int) -> bool:
    """ "She said as a rower laughed": when or how, and not what."""
    language, word = paragraph.language, paragraph.lower[first]
    return word in language.prepositions - language.infinitive_marks - language.that


def _turned_down(paragraph: Paragraph, cue: Cue) -> bool:
    """ "Declined to comment", "would neither confirm": what was not said."""
    words, language = paragraph.lower[max(0, cue.first - 2) : cue.last + 1], paragraph.language
    small = language.refusals | language.unwilling | language.negations
    ending = language.negative_endings
    return any(word in small or (ending and word.endswith(ending)) for word in words)


def _nobody_before(paragraph: Paragraph, cue: Cue) -> bool:
    """ "No one said", "nadie confirmó": what nobody said is no quote."""
    before = paragraph.lower[max(0, cue.first - 2) : cue.first]
    return any(" ".join(before[i:]) in paragraph.language.nobody for i in range(len(before)))


def _share(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def _makes_mixed(draft: Draft, stretch: Stretch) -> bool:
    """Whether a stretch holds a quote's words in marks and some of the outlet's around them."""
    whole = stretch.span.contains(draft.spans[0]) and not stretch.masked[0]
    ends = (stretch.paragraph.gap(i) for i in range(stretch.first + 1, stretch.last + 1))
    if any("." in gap and gap.endswith(" ") for gap in ends):
        return False  # it runs on into another sentence
    if draft.settled or draft.kind == "mixed" or len(draft.spans) > 1 or not whole:
        return False
    around = stretch.masked.count(False)
    tied = [part.span for part in (draft.cue, draft.source) if part]
    apart = not any(part.overlaps(stretch.span) for part in tied)
    return any(stretch.masked) and around >= _LEAST_AROUND and apart


def _likely_cue(stretch: Stretch, p: Floats) -> Cue | None:
    """The words nearby that the tagger thinks tie content to its source."""
    at, paragraph = _likeliest(stretch, p, _LEAST_CUE), stretch.paragraph
    if at is None:
        return None
    low, high = at, at
    while low > 0 and at - low < _LONGEST_CUE and p[low - 1] >= _LEAST_CUE:
        low -= 1
    while high + 1 < len(p) and high - low < _LONGEST_CUE and p[high + 1] >= _LEAST_CUE:
        high += 1
    span = Span(paragraph.tokens[low].start, paragraph.tokens[high].end)
    if span.overlaps(stretch.span):
        return None
    form = " ".join(paragraph.lower[low : high + 1])
    verbs = paragraph.language.verbs
    verb = verbs.get(form) or verbs.get(paragraph.lower[at]) or Verb(form, UNLISTED)
    return Cue(low, high, span, None if form in paragraph.language.according else verb)


def _likely_source(stretch: Stretch, p: Floats) -> Phrase | None:
    """The phrase nearby that the tagger thinks names the source."""
    at = _likeliest(stretch, p, _LEAST_SOURCE)
    if at is None:
        return None
    near = stretch.paragraph.phrases_between(at - _NEAR, at + _NEAR)
    return next((phrase for phrase in near if phrase.first <= at <= phrase.last), None)


def _likeliest(stretch: Stretch, p: Floats, least: float) -> int | None:
    """The likeliest word of the sentence near a stretch and outside it, if it is likely enough."""
    low = max(stretch.sentence[0], stretch.first - _NEAR)
    high = min(stretch.sentence[1], stretch.last + 1 + _NEAR)
    near = p[low:high].copy()
    near[max(0, stretch.first - low) : stretch.last + 1 - low] = 0.0
    at = int(np.argmax(near)) if len(near) else 0
    return low + at if len(near) and near[at] >= least else None
