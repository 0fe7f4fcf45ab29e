"""The quotes of a text by rules over marks, cues and names, before anything learned is asked.

The reading goes paragraph by paragraph, sentence by sentence. Every run of quote marks is a
possible direct quote; for each the rules ask, in this order: is it followed by its attribution
("…," said Ruiz), preceded by one (Ruiz said: "…"), does it go on from the quote before it (no cue
of its own), or from the paragraph before (marks left open)? Then clauses that a cue governs
without marks are read as indirect speech, or as mixed where marks stand inside the clause. What is
in marks and nobody's speech (a title, a word held at arm's length) is left to `framing`. Where the
form of a line says who speaks (`turns`), no other rule is asked. Last come the reports within
reports: marks inside a quote that have a cue and a source of their own there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from toolkit.extract import attribution, indirect
from toolkit.extract.attribution import Attribution
from toolkit.extract.candidates import Paragraph, Phrase, capitals_of
from toolkit.extract.cues import Cue, find_cues
from toolkit.extract.drafts import Draft
from toolkit.extract.marks import is_nickname, quotes_nobody
from toolkit.extract.sentences import frames
from toolkit.extract.turns import Turn, find_layout
from toolkit.languages import Language
from toolkit.model import Span
from toolkit.text import Run, nested_runs, paragraphs, quote_runs

_SHORT = 4
_BESIDE = 2  # so many words at most from a cue to marks within marks: "told me ‘leave’"


class Reader:
    """Reads one text; holds the drafts so far, because a quote may go on in a later paragraph."""

    def __init__(self, text: str, language: Language):
        self.text, self.language = text, language
        self.layout = find_layout(text, quote_runs(text), language)
        runs, capitals = self.layout.runs, capitals_of(text)
        self.paragraphs = [Paragraph(text, p, runs, language, capitals) for p in paragraphs(text)]
        self.cues = [find_cues(p) for p in self.paragraphs]
        self.frames = [frames(p, c) for p, c in zip(self.paragraphs, self.cues, strict=True)]
        self.drafts: list[Draft] = []
        self.nested: list[Draft] = []  # quotes within quotes, apart: no rule goes on from them
        self.open: Draft | None = None  # its marks were left open at the end of a paragraph

    def read(self) -> list[Draft]:
        """The quotes of the text as the rules find them, in text order."""
        for number, paragraph in enumerate(self.paragraphs):
            if not paragraph.tokens:
                continue
            before = self.open
            self.open = None
            for frame in self.frames[number]:
                self._read_frame(number, paragraph, self.cues[number], frame, before)
                before = None
        said = sorted(self.drafts, key=lambda d: (d.start, d.spans[-1].end))
        for number, paragraph in enumerate(self.paragraphs):
            for run in paragraph.runs:
                runs = nested_runs(self.text, run)
                if runs:
                    self._read_nested(number, run, runs, said)
        return said

    def _read_nested(self, number: int, run: Run, runs: list[Run], said: Sequence[Draft]) -> None:
        """The quotes inside a run that have a cue of their own there."""
        spans = (span for draft in said if draft.kind != "indirect" for span in draft.spans)
        outer = next((s for s in spans if s.overlaps(run.inner)), None)
        if outer is None:
            return
        own = self.paragraphs[number]
        paragraph = Paragraph(self.text, own.span, runs, self.language, own.capitals)
        cues = find_cues(paragraph)
        for frame in frames(paragraph, cues):
            start, end = max(frame.start, run.inner.start), min(frame.end, run.inner.end)
            part = Span(start, max(start, end))
            inside = [
                r
                for r in paragraph.runs_within(part)
                if outer.contains(r.outer) and paragraph.parts[r]
            ]
            for position, inner in enumerate(inside):
                found = self._own_attribution(paragraph, cues, part, inside, position)
                if found and _reports(paragraph, found, inner):
                    self.nested.append(Draft(
                        [inner.inner], "direct", found.source, found.cue, "nested", number,
                        inside=outer,
                    ))  # fmt: skip

    def _read_frame(
        self, number: int, paragraph: Paragraph, cues: list[Cue], frame: Span, before: Draft | None
    ) -> None:
        inside = paragraph.runs_within(frame)
        used: set[Cue] = set()
        for position, run in enumerate(inside):
            draft = self._read_run(number, paragraph, cues, frame, inside, position, before)
            if draft is not None:
                draft.last_run = run
                if draft.cue and not indirect.spoken_before_colon(paragraph, draft.cue, run):
                    used.add(draft.cue)
                if run.continues:
                    self.open = draft
        for clause in indirect.find_clauses(paragraph, cues, frame, used):
            self._add_clause(number, clause)

    def _add_clause(self, number: int, clause: indirect.Clause) -> None:
        if any(_meets(d, clause.span) for d in self._here(number)):
            return
        source = clause.attribution.source
        if source and source.head.casefold() in self.language.nobody:
            return  # what nobody confirmed is no claim
        self.drafts.append(
            Draft(
                [clause.span, *([clause.rest] if clause.rest else [])],
                "indirect",
                clause.attribution.source,
                clause.attribution.cue,
                f"indirect_{clause.attribution.method}",
                number,
            )
        )

    def _read_run(
        self, number: int, paragraph: Paragraph, cues: list[Cue], frame: Span,
        inside: list[Run], position: int, before: Draft | None,
    ) -> Draft | None:  # fmt: skip
        run = inside[position]
        turn = self.layout.turns.get(run)
        if turn is not None:
            return self._read_turn(number, paragraph, cues, frame, run, turn)
        if before is not None and run.outer.start == frame.start:
            before.spans += paragraph.parts[run]
            return before
        if not paragraph.parts[run] or is_nickname(paragraph, run):
            return None
        if number in self.layout.signed:
            signer = self._signer(self.layout.signed[number])
            return self._new(number, paragraph, run, signer, "signature")
        found = self._own_attribution(paragraph, cues, frame, inside, position)
        last = self._last_quoted(number)
        here = last is not None and last.paragraph == number and last.last_run is not None
        if found and here and last and found.cue is last.cue and last.kind == "direct":
            last.spans += paragraph.parts[run]
            return last
        if found:
            return self._attributed(number, paragraph, frame, run, found)
        return self._without_cue(number, paragraph, frame, run, last)

    def _read_turn(
        self, number: int, paragraph: Paragraph, cues: list[Cue], frame: Span, run: Run, turn: Turn
    ) -> Draft | None:
        """Words that the form of their line gives to somebody."""
        if not paragraph.parts[run]:
            return None
        if turn.rule == "goes_on" and self.drafts:
            self.drafts[-1].spans += paragraph.parts[run]
            return self.drafts[-1]
        if turn.rule == "turn":
            inside = paragraph.runs_within(frame)
            found = self._own_attribution(paragraph, cues, frame, inside, inside.index(run))
            if found:
                return self._attributed(number, paragraph, frame, run, found)
        named = turn.rule in {"label", "post"} and turn.source is not None
        source = self._signer(turn.source) if named and turn.source else None
        return self._new(number, paragraph, run, source, turn.rule)

    def _signer(self, name: Span) -> Phrase:
        """The phrase of a name that stands apart as a label or a signature."""
        paragraph = next(p for p in self.paragraphs if p.span.contains(name))
        first, last = paragraph.at(name.start), max(paragraph.at(name.end) - 1, 0)
        found = paragraph.phrase_at(first)
        if found and found.span.end <= name.end and not name.of(self.text).isupper():
            return found
        return Phrase("name", name, self._spelt(name), first, max(first, last))

    def _spelt(self, name: Span) -> str:
        """A label's name in full, as the text spells it where it does not stand in capitals."""
        bare = self._untitled(name)
        labels = (self._untitled(t.source) for t in self.layout.turns.values() if t.source)
        bare = next((label for label in labels if label.endswith(f" {bare}")), bare)
        if not bare.isupper():
            return bare
        spelt = (m.group() for m in re.finditer(rf"\b{re.escape(bare)}\b", self.text, re.I))
        return next((s for s in spelt if not s.isupper()), bare.title())

    def _untitled(self, name: Span) -> str:
        words = name.of(self.text).split()
        return " ".join([w for w in words if not self._titles(w)] or words)

    def _titles(self, word: str) -> bool:
        """Whether a word of a label is a title and no part of the name."""
        known = self.language.honorifics.keys() | self.language.abbreviations
        bare = word.rstrip(".").casefold()
        return word.title() in known or bare in self.language.roles

    def _last_quoted(self, number: int) -> Draft | None:
        """The last quote in marks of this paragraph, else the last quote of any kind."""
        here = next((d for d in self._here(number) if d.last_run), None)
        return here or (self.drafts[-1] if self.drafts else None)

    def _here(self, number: int) -> Iterator[Draft]:
        """The quotes of a paragraph so far, the last one first."""
        return takewhile(lambda d: d.paragraph == number, reversed(self.drafts))

    def _own_attribution(
        self, paragraph: Paragraph, cues: list[Cue], frame: Span, inside: list[Run], position: int
    ) -> Attribution | None:
        run = inside[position]
        inserted = _insert_attribution(paragraph, cues, run)
        if inserted:
            return inserted
        opens = run.outer.start == frame.start
        if quotes_nobody(paragraph, run) and not (opens and self._ends_open(paragraph, run)):
            return None
        following = inside[position + 1].outer.start if position + 1 < len(inside) else frame.end
        floor = paragraph.at(frame.start)
        first, limit = paragraph.at(run.outer.end), paragraph.at(following)
        later = attribution.after(paragraph, cues, first, limit)
        short = len(run.inner.of(self.text).split()) < _SHORT
        if later and later.cue and later.cue.weak and short and not opens:
            later = None  # "the “beach,” visitors found to be a car park"
        if later and later.source and later.source.head.casefold() in self.language.nobody:
            later = None  # "“It leaks!” Nobody laughed"
        comma = self._ends_open(paragraph, run)
        if later and comma and not self._says_more(paragraph, later, limit):
            return later
        earlier = attribution.before(paragraph, cues, floor, paragraph.at(run.outer.start))
        if earlier and earlier.source is None and earlier.cue and earlier.cue.weak and short:
            earlier = None  # "Habló del «milagro»": the verb says nothing of whose word it is
        if earlier and self._reaches(paragraph, earlier, run):
            return attribution.before_colon(paragraph, run) or earlier
        if later and later.method != "cue_alone":
            return later
        known = opens or not short
        unlisted = attribution.unlisted(paragraph, first, limit) if comma and known else None
        if unlisted and unlisted.source and unlisted.source.head.casefold() in self.language.nobody:
            unlisted = None
        return (
            unlisted
            or attribution.trailing(paragraph, cues, first, limit)
            or attribution.opinion(paragraph, frame, run)
        )

    def _says_more(self, paragraph: Paragraph, later: Attribution, limit: int) -> bool:
        """Whether the cue after a run governs other words: "…,” Renwick said that it leaks"."""
        if later.cue is None or later.method != "source_then_cue":
            return False
        i = later.cue.last + 1
        return i < limit and paragraph.lower[i] in self.language.that | self.language.answers

    def _ends_open(self, paragraph: Paragraph, run: Run) -> bool:
        """Whether a run ends so that its attribution is still to come, in or after its marks."""
        after = paragraph.gap(paragraph.at(run.outer.end))
        return attribution.ends_open(self.text, run.inner) or "," in after

    def _reaches(self, paragraph: Paragraph, found: Attribution, run: Run) -> bool:
        """Whether a cue before a run is near enough to govern so short a run."""
        assert found.cue is not None
        distance = paragraph.at(run.outer.start) - found.cue.last
        long = len(run.inner.of(self.text).split()) >= _SHORT
        apart = range(found.cue.last + 1, paragraph.at(run.outer.start) + 1)
        if found.cue.weak and not long and any(";" in paragraph.gap(i) for i in apart):
            return False  # "He praised nothing; the “festival” had three stalls"
        return distance <= (40 if long else 14)

    def _attributed(
        self, number: int, paragraph: Paragraph, frame: Span, run: Run, found: Attribution
    ) -> Draft:
        spans, kind = list(paragraph.parts[run]), "direct"
        clause = indirect.clause_around(paragraph, self.cues[number], frame, run, found)
        if clause is not None:
            spans, kind = [clause], "mixed"
            self.drafts = [
                d for d in self.drafts if not (d.paragraph == number and _meets(d, clause))
            ]
        draft = Draft(
            spans,
            "mixed" if kind == "mixed" else "direct",
            found.source,
            found.cue,
            found.method,
            number,
        )
        self.drafts.append(draft)
        return draft

    def _without_cue(
        self, number: int, paragraph: Paragraph, frame: Span, run: Run, last: Draft | None
    ) -> Draft | None:
        length = len(run.inner.of(self.text).split())
        whole = frame.start == run.outer.start and frame.end - run.outer.end <= 1
        handed = self._handed_over(paragraph, frame, run)
        if quotes_nobody(paragraph, run) or (length < _SHORT and not (whole or handed)):
            return None
        floor, ceiling = paragraph.at(frame.start), paragraph.at(run.outer.start)
        if handed and not whole:  # "Su hijo salió a mirar: “Llovía”", whoever spoke before
            source = attribution.first_subject(paragraph, floor, ceiling)
            if source and self.language.verb_before_subject:
                return self._new(number, paragraph, run, source, "no_cue")
        if whole and last and self._follows(paragraph, frame, last, number):
            return self._new(number, paragraph, run, last.source, "follow_on")
        if last and last.paragraph == number and last.last_run and (whole or length >= _SHORT):
            if whole and last.kind == "direct":
                last.spans += paragraph.parts[run]
                return last
            return self._new(number, paragraph, run, last.source, "follow_on")
        opens = run.outer.start == paragraph.span.start
        source = self._announcer(number) if opens and number else None
        if source:
            return self._new(number, paragraph, run, source, "announced")
        if whole and last and number - last.paragraph == 1:
            return self._new(number, paragraph, run, last.source, "block")
        if length < _SHORT and not handed:
            return None
        source = attribution.first_subject(paragraph, floor, ceiling)
        return self._new(number, paragraph, run, source, "no_cue")

    def _follows(self, paragraph: Paragraph, frame: Span, last: Draft, number: int) -> bool:
        """Whether a sentence in marks comes right after one of reported speech: "The pump leaked,
        he said. “It is a kettle!”"
        """
        if last.paragraph != number or last.last_run or last.kind != "indirect":
            return False
        reach = [*(s.end for s in last.spans), last.cue.span.end if last.cue else 0]
        reach.append(last.source.span.end if last.source else 0)
        between = paragraph.at(frame.start) - paragraph.at(max(reach))
        return 0 <= between <= 1

    def _handed_over(self, paragraph: Paragraph, frame: Span, run: Run) -> bool:
        """Whether a colon hands the rest of a sentence to a run that is a sentence itself."""
        first, *others = run.inner.of(self.text).split()
        named = bool(others) and all(word[0].isupper() for word in others)
        colon = ":" in paragraph.gap(paragraph.at(run.outer.start))
        return colon and not named and first[:1].isupper() and frame.end - run.outer.end <= 1

    def _announced(self, number: int) -> bool:
        return self._paragraph_text(number - 1).endswith((":", ","))

    def _announcer(self, number: int) -> Phrase | None:
        """Who is to speak when the paragraph before ends in a colon."""
        earlier = self.paragraphs[number - 1]
        if not self._announced(number) or not earlier.tokens:
            return None
        cues = self.cues[number - 1]
        return (attribution.subject(earlier, cues[-1], 0) if cues else None) or (
            attribution.first_subject(earlier, 0, len(earlier.tokens))
        )

    def _paragraph_text(self, number: int) -> str:
        return self.paragraphs[number].span.of(self.text)

    def _new(
        self, number: int, paragraph: Paragraph, run: Run, source: Phrase | None, method: str
    ) -> Draft:
        draft = Draft(list(paragraph.parts[run]), "direct", source, None, method, number)
        self.drafts.append(draft)
        return draft


def _meets(draft: Draft, span: Span) -> bool:
    return any(s.overlaps(span) for s in draft.spans)


def _reports(paragraph: Paragraph, found: Attribution, run: Run) -> bool:
    """Whether words inside a quotation are told as somebody else's: "he told us: ‘Leave’".

    What the speaker says of himself ("I said, ‘…’") is his own; what people would say or always
    say ("you say", "to say") was said by nobody at one time; a word after "call" is a name.
    """
    cue, source = found.cue, found.source
    if cue is None or cue.verb is None or cue.weak:
        return False
    language, word = paragraph.language, paragraph.lower[cue.first]
    if source is None:
        return language.drops_subjects
    if source.head in language.interlocutors or source.gender == "n":
        return False
    if not language.verb_before_subject and (
        word == cue.verb.lemma.split()[0] or word.endswith(language.gerund_endings)
    ):
        return False
    start = paragraph.at(run.outer.start)
    beside = cue.first >= start or start - cue.last <= _BESIDE
    return beside or bool(set(",:") & set(paragraph.gap(start)))


def _insert_attribution(paragraph: Paragraph, cues: Sequence[Cue], run: Run) -> Attribution | None:
    """The attribution that stands between dashes inside a run."""
    parts = paragraph.parts[run]
    for left, right in zip(parts, [*parts[1:], Span(run.inner.end, run.inner.end)], strict=True):
        first, limit = paragraph.at(left.end), paragraph.at(right.start)
        if first < limit:
            found = attribution.after(paragraph, cues, first, limit)
            if found:
                return Attribution(found.cue, found.source, "inserted_" + found.method)
    return None
