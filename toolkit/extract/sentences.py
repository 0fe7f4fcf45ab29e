"""The sentences of a paragraph as its reporter built them: a quotation counts as one word.

A full stop inside marks does not end the reporter's sentence while its attribution is still to
come, and one after an abbreviation never does. A dateline belongs to no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.extract import attribution
from toolkit.extract.candidates import Paragraph
from toolkit.extract.cues import Cue
from toolkit.model import Span
from toolkit.text import Run


def frames(paragraph: Paragraph, cues: Sequence[Cue]) -> list[Span]:
    """The sentences of a paragraph as its reporter built them: a quotation counts as one word.

    A sentence goes on after a run that ends in "?" or "," but not after one that ends in a full
    stop, unless an attribution follows at once.
    """
    text, ends = paragraph.text, []
    runs = {r.outer.end: r for r in paragraph.runs}
    within = _within_runs(paragraph)
    for i in range(1, len(paragraph.tokens)):
        start = paragraph.tokens[i].start
        run = next(
            (runs[e] for e in range(paragraph.tokens[i - 1].end, start + 1) if e in runs), None
        )
        if within[i] is not None and within[i] is within[i - 1]:
            continue  # not even after the full stop of an insertion («Sí —dijo—. Iremos»)
        if run and _run_ends_frame(paragraph, cues, run, i):
            ends.append(run.outer.end)
        elif not run and _gap_ends_frame(paragraph, i):
            ends.append(paragraph.tokens[i - 1].end + _stop_width(paragraph.gap(i)))
    begin = _after_dateline(text, paragraph.span)
    ends = [end for end in ends if end > begin]
    starts = [begin, *ends]
    spans = [
        Span(_skip_space(text, a, b), b)
        for a, b in zip(starts, [*ends, paragraph.span.end], strict=True)
    ]
    return [s for s in spans if len(s)]


_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’\-]{2,40}(?:,? ?[\w .]{3,15})?(?: ?\([^)]{2,30}\))?[.,]?"
    r" ?[–—-]{1,2} (?=\S)"
    r"|[A-ZÀ-Þ][\w ,'’-]{2,40}(?:\([^)]{2,30}\))?\.[–—-] ?(?=\S)"
)


def _after_dateline(text: str, span: Span) -> int:
    """Where a paragraph begins to tell: "PORT ALDER, March 28 (Crosswire) -" is nobody's words."""
    dateline = _DATELINE.match(text, span.start, span.end)
    return dateline.end() if dateline else span.start


def _within_runs(paragraph: Paragraph) -> list[Run | None]:
    """For each token the run that it stands in, the reporter's insertions included."""
    within: list[Run | None] = [None] * len(paragraph.tokens)
    for run in paragraph.runs:
        for i in range(paragraph.at(run.outer.start), paragraph.at(run.outer.end)):
            within[i] = run
    return within


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in ".,"):
        start += 1
    return start


def _stop_width(gap: str) -> int:
    width = 0
    while width < len(gap) and gap[width] in '.?!…)”’"':
        width += 1
    return width


def _gap_ends_frame(paragraph: Paragraph, i: int) -> bool:
    gap = paragraph.gap(i)
    if not any(stop in gap for stop in ".?!…") or not any(c.isspace() for c in gap):
        return False
    word = paragraph.words[i]
    if word[0].islower():
        return False
    previous = paragraph.words[i - 1] + "."
    if gap.strip().startswith(".") and (
        previous in paragraph.language.abbreviations or len(paragraph.words[i - 1]) == 1
    ):
        language = paragraph.language
        return previous in language.closing_abbreviations and word in language.not_names
    return True


def _run_ends_frame(paragraph: Paragraph, cues: Sequence[Cue], run: Run, i: int) -> bool:
    text = paragraph.text
    gap = text[run.outer.end : paragraph.tokens[i].start]
    if "." in gap:
        return True
    last = text[run.inner.end - 1]
    if last not in ".?!…" or paragraph.words[i][0].islower() or "," in gap:
        return False
    if paragraph.masked[i]:
        return True
    if last == ".":
        return True
    found = attribution.after(paragraph, cues, i, min(i + 8, len(paragraph.tokens)))
    return found is None or found.method == "cue_alone"
