"""From a text to its quotes: content, cue and source, by rules over marks, cues and names.

The reading goes paragraph by paragraph, sentence by sentence. Every run of quote marks is a
possible direct quote; for each the rules ask, in this order: is it followed by its attribution
("…," said Ruiz), preceded by one (Ruiz said: "…"), does it go on from the quote before it (no cue
of its own), or from the paragraph before (marks left open)? Then clauses that a cue governs
without marks are read as indirect speech, or as mixed where marks stand inside the clause. What is
in marks and nobody's speech (a title, a word held at arm's length) is left to `framing`.

Two extractors stand in `EXTRACTORS`. "rules" takes the source that the rules chose; "ranked" asks a
learned ranker which of all candidates it is (`ranking`), and is the default. Each quote names its
rule in `method` ("ranked" where the ranker overruled the rules); its probabilities are those that
rule and ranker had on marked news (`confidence`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from toolkit.errors import UsageError, nearest
from toolkit.extract import attribution, confidence, indirect
from toolkit.extract.attribution import Attribution
from toolkit.extract.candidates import Paragraph, Phrase, capitals_of
from toolkit.extract.cues import Cue, find_cues
from toolkit.extract.drafts import Draft
from toolkit.extract.marks import is_nickname, is_title
from toolkit.extract.ranking import Best, Ranker
from toolkit.extract.resolution import Resolved, Resolver
from toolkit.extract.sentences import frames
from toolkit.languages import Language, get_language
from toolkit.model import Candidate, Quote, Span
from toolkit.text import Run, paragraphs, quote_runs

_SHORT = 4


def find_quotes(
    text: str, language: str = "en", *, extractor: str | Extractor = "ranked"
) -> list[Quote]:
    """Find the quotes of one text, in text order.

    Parameters: `text` (paragraphs on lines of their own), `language` (a code with a file in
    `toolkit.languages`), `extractor` (a name in `EXTRACTORS`, or a function like them).

    Returns a list of `Quote`; the speaker is the name that the source resolves to within the
    text, or None where the program cannot tell. Raises UsageError for an unknown language or
    extractor.

    >>> text = "“We will stay,” said Lena Ortiz, who rakes salt. “All of us.”"
    >>> [quote] = find_quotes(text)
    >>> quote.speaker, quote.cue.of(text), quote.content(text)
    ('Lena Ortiz', 'said', 'We will stay, All of us.')

    Does not show: whether the words were really said; who was asked and not printed.
    Source: the three spans follow PARC 3.0 (Pareti 2016) and PolNeAR (Newell et al. 2018).
    """
    if callable(extractor):
        return list(extractor(text, get_language(language)))
    if extractor not in EXTRACTORS:
        hint = nearest(extractor, EXTRACTORS) or f"; there are {', '.join(EXTRACTORS)}"
        raise UsageError(f"extractor '{extractor}' does not exist{hint}")
    return list(_remembered(text, get_language(language).code, extractor))


@lru_cache(maxsize=512)
def _remembered(text: str, code: str, extractor: str) -> tuple[Quote, ...]:
    return tuple(EXTRACTORS[extractor](text, get_language(code)))


def read_by_rules(text: str, language: Language) -> list[Quote]:
    """The extractor "rules": marks, cues and names, no learning."""
    reader = Reader(text, language)
    drafts = reader.read()
    resolver = Resolver(text, language, reader.paragraphs)
    return [_finished(draft, resolver) for draft in drafts]


def read_ranked(text: str, language: Language) -> list[Quote]:
    """The extractor "ranked": contents by rules, speakers by the learned ranker."""
    reader = Reader(text, language)
    drafts = reader.read()
    sources = Ranker(reader.paragraphs, reader.cues, reader.frames).best(drafts)
    resolver = Resolver(text, language, reader.paragraphs)
    return [
        _finished(_with_source(draft, best), resolver, best)
        for draft, best in zip(drafts, sources, strict=True)
    ]


def _with_source(draft: Draft, best: Best | None) -> Draft:
    if best is None or (draft.source and draft.source.span == best.phrase.span):
        return draft
    return replace(draft, source=best.phrase, method="ranked")


Extractor = Callable[[str, Language], Sequence[Quote]]
#: The extractors by name; a learned one is one more line here.
EXTRACTORS: Mapping[str, Extractor] = {"ranked": read_ranked, "rules": read_by_rules}


def _finished(draft: Draft, resolver: Resolver, best: Best | None = None) -> Quote:
    home = best.paragraph if best else draft.paragraph
    resolved = resolver.resolve(draft.source, home, draft.start)
    # English drops a subject by our mistake alone: its shares say nothing of Spanish.
    dropped = draft.method.endswith("cue_alone") and resolver.language.drops_subjects
    rule = "dropped_subject" if dropped else draft.method
    sure = confidence.of(rule, draft.kind, resolved.rule, source=best.p if best else None)
    shares = _by_name(resolved, sure.speaker, best.p if best else 1.0)
    for phrase, number, p in best.others if best else ():
        other = resolver.resolve(phrase, number, draft.start).name
        if other:
            shares[other] = shares.get(other, 0.0) + p
    candidates = _most_likely(shares, resolved.name)
    resolver.spoke(resolved.name, resolved.gender)
    return Quote(
        kind=draft.kind,
        spans=tuple(draft.spans),
        source=draft.source.span if draft.source else None,
        cue=draft.cue.span if draft.cue else None,
        speaker=resolved.name,
        p_quote=sure.quote,
        p_speaker=candidates[0].p if resolved.name and candidates else None,
        candidates=candidates,
        method=f"{draft.method}+{resolved.rule}" if resolved.rule else draft.method,
    )


def _by_name(resolved: Resolved, first: float, source: float) -> dict[str, float]:
    """The first name has the measured probability; if the source is right but the name is not,
    it is one of the resolver's other names.
    """
    if resolved.name is None:
        return {name: source * share for name, share in resolved.ranked}
    rest = sum(share for _, share in resolved.ranked[1:])
    return {
        name: first if i == 0 else max(0.0, source - first) * share / rest
        for i, (name, share) in enumerate(resolved.ranked)
    }


def _most_likely(shares: Mapping[str, float], speaker: str | None) -> tuple[Candidate, ...]:
    """The speaker, then the two next names by probability."""
    ordered = sorted(shares.items(), key=lambda item: (item[0] != speaker, -item[1], item[0]))
    return tuple(Candidate(name, round(min(1.0, p), 3)) for name, p in ordered[:3])


class Reader:
    """Reads one text; holds the drafts so far, because a quote may go on in a later paragraph."""

    def __init__(self, text: str, language: Language):
        self.text, self.language = text, language
        runs = quote_runs(text)
        capitals = capitals_of(text)
        self.paragraphs = [Paragraph(text, p, runs, language, capitals) for p in paragraphs(text)]
        self.cues = [find_cues(p) for p in self.paragraphs]
        self.frames = [frames(p, c) for p, c in zip(self.paragraphs, self.cues, strict=True)]
        self.drafts: list[Draft] = []
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
        return sorted(self.drafts, key=lambda d: (d.start, d.spans[-1].end))

    def _read_frame(
        self, number: int, paragraph: Paragraph, cues: list[Cue], frame: Span, before: Draft | None
    ) -> None:
        inside = paragraph.runs_within(frame)
        used: set[Cue] = set()
        for position, run in enumerate(inside):
            draft = self._read_run(number, paragraph, cues, frame, inside, position, before)
            if draft is not None:
                draft.last_run = run
                if draft.cue:
                    used.add(draft.cue)
                if run.continues:
                    self.open = draft
        for clause in indirect.find_clauses(paragraph, cues, frame, used):
            self._add_clause(number, clause)

    def _add_clause(self, number: int, clause: indirect.Clause) -> None:
        if any(_meets(d, clause.span) for d in self._here(number)):
            return
        self.drafts.append(
            Draft(
                [clause.span],
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
        if before is not None and run.outer.start == frame.start:
            before.spans += paragraph.parts[run]
            return before
        if not paragraph.parts[run] or is_nickname(paragraph, run):
            return None
        found = self._own_attribution(paragraph, cues, frame, inside, position)
        last = self._last_quoted(number)
        here = last is not None and last.paragraph == number and last.last_run is not None
        if found and here and last and found.cue is last.cue and last.kind == "direct":
            last.spans += paragraph.parts[run]
            return last
        if found:
            return self._attributed(number, paragraph, frame, run, found)
        return self._without_cue(number, paragraph, frame, run, last)

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
        following = inside[position + 1].outer.start if position + 1 < len(inside) else frame.end
        floor = paragraph.at(frame.start)
        first, limit = paragraph.at(run.outer.end), paragraph.at(following)
        later = attribution.after(paragraph, cues, first, limit)
        comma = attribution.ends_open(self.text, run.inner) or "," in paragraph.gap(first)
        if later and comma:
            return later
        earlier = attribution.before(paragraph, cues, floor, paragraph.at(run.outer.start))
        if earlier and self._reaches(paragraph, earlier, run):
            return earlier
        if later and later.method != "cue_alone":
            return later
        unlisted = attribution.unlisted(paragraph, first, limit) if comma else None
        return unlisted or attribution.trailing(paragraph, cues, first, limit)

    def _reaches(self, paragraph: Paragraph, found: Attribution, run: Run) -> bool:
        """Whether a cue before a run is near enough to govern so short a run."""
        assert found.cue is not None
        distance = paragraph.at(run.outer.start) - found.cue.last
        long = len(self.text[run.inner.start : run.inner.end].split()) >= _SHORT
        if is_title(paragraph, run):
            return False
        return distance <= (40 if long else 14)

    def _attributed(
        self, number: int, paragraph: Paragraph, frame: Span, run: Run, found: Attribution
    ) -> Draft:
        spans, kind = list(paragraph.parts[run]), "direct"
        clause = indirect.clause_around(paragraph, frame, run, found)
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
        length = len(self.text[run.inner.start : run.inner.end].split())
        whole = frame.start == run.outer.start and frame.end - run.outer.end <= 1
        if is_title(paragraph, run) or (length < _SHORT and not whole):
            return None
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
        if length < _SHORT:
            return None
        floor, ceiling = paragraph.at(frame.start), paragraph.at(run.outer.start)
        source = attribution.first_subject(paragraph, floor, ceiling)
        return self._new(number, paragraph, run, source, "no_cue")

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
