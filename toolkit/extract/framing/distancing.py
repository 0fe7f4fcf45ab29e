"""Words put at arm's length: marks that quote nobody."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.extract.candidates import Paragraph
from toolkit.extract.marks import is_so_called, is_term, is_title
from toolkit.languages import get_language
from toolkit.model import Article, FramingTerm, Quote, Span
from toolkit.text import Run, paragraphs, quote_runs

_LONGEST_SCARE_QUOTE = 5


def find_marks(article: Article, quotes: Sequence[Quote]) -> list[FramingTerm]:
    """Runs of marks that no quote claims."""
    language = get_language(article.language)
    said = [span for quote in quotes for span in quote.spans]
    runs = quote_runs(article.text)
    found = []
    for line in paragraphs(article.text):
        free = [r for r in runs if line.contains(r.outer) and not _claimed(r, said)]
        if not free:
            continue
        paragraph = Paragraph(article.text, line, runs, language)
        found += [term for run in free if (term := _mark(article.text, paragraph, run))]
    return found


def _claimed(run: Run, said: Sequence[Span]) -> bool:
    return any(span.overlaps(run.inner) for span in said)


def _mark(text: str, paragraph: Paragraph, run: Run) -> FramingTerm | None:
    words = run.inner.of(text).strip(" ,.;")
    start = run.inner.start + run.inner.of(text).index(words) if words else run.inner.start
    span = Span(start, start + len(words))
    if not any(c.isalnum() for c in words) or words[0] + words[-1] in {"()", "[]"}:
        return None  # nothing, or a transcript's "(Applause)"
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
