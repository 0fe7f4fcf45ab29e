"""Words put at arm's length: marks that quote nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from toolkit.extract.candidates import Paragraph
from toolkit.extract.framing.words import SPACES, Words
from toolkit.extract.marks import is_so_called, is_term, is_title
from toolkit.languages import get_language
from toolkit.model import Article, FramingTerm, Quote, Span
from toolkit.text import Run, paragraphs, quote_runs

_LONGEST_SCARE_QUOTE = 5
_CODE = re.compile(r"[<>=]|https?:")


def find_marks(article: Article, quotes: Sequence[Quote], words: Words) -> list[FramingTerm]:
    """Runs of marks that no quote claims, on the side of the actor whom they name or modify."""
    language = get_language(article.language)
    said = [span for quote in quotes for span in quote.spans]
    runs = quote_runs(article.text)
    found = []
    for line in paragraphs(article.text):
        free = [r for r in runs if line.contains(r.outer) and not _claimed(r, said)]
        if not free:
            continue
        paragraph = Paragraph(article.text, line, runs, language)
        found += [
            _with_side(term, run, words)
            for run in free
            if (term := _mark(article.text, paragraph, run))
        ]
    return found


def _with_side(term: FramingTerm, run: Run, words: Words) -> FramingTerm:
    """The term with the side of the actor inside the marks, or right behind: the “unfit” Pike."""
    if term.kind != "scare_quote":
        return term
    first, last = words.within(run.outer)
    named = next(filter(None, (words.named_at(i) for i in range(first, last + 1))), None)
    if named is None and last + 1 < len(words):
        between = words.text[run.outer.end : words.starts[last + 1]]
        named = words.named_at(last + 1) if not between.strip(SPACES) else None
    return replace(term, side=named.side, actor=named.actor) if named else term


def _claimed(run: Run, said: Sequence[Span]) -> bool:
    return any(span.overlaps(run.inner) for span in said)


def _mark(text: str, paragraph: Paragraph, run: Run) -> FramingTerm | None:
    words = run.inner.of(text).strip(" ,.;")
    start = run.inner.start + run.inner.of(text).index(words) if words else run.inner.start
    span = Span(start, start + len(words))
    if not any(c.isalnum() for c in words) or words[0] + words[-1] in {"()", "[]"}:
        return None  # nothing, or a transcript's "(Applause)"
    if not run.opened or _CODE.search(words):
        return None  # the mark that closes somebody's words is all that is left of them
    if is_so_called(paragraph, run):
        return FramingTerm("scare_quote", span, words.casefold(), p=0.8)
    if is_term(paragraph, run):
        return FramingTerm("term", span, words, p=0.8)
    if is_title(paragraph, run) or _is_named(text, run):
        return FramingTerm("title", span, words, p=0.8)
    if len(words.split()) <= _LONGEST_SCARE_QUOTE:
        return FramingTerm("scare_quote", span, words.casefold(), p=0.8)
    return None


def _is_named(text: str, run: Run) -> bool:
    """Whether words in marks begin with a capital amid a sentence: a song, a ship."""
    inner, before = run.inner.of(text), text[: run.outer.start].rstrip()
    amid = before[-1:].isalnum() or before[-1:] in (",", ";")
    return amid and inner[0].isupper() and len(inner) > 1
