"""Words that set a telling apart: reporting verbs, marks that quote nobody, labels.

A *verb* is the cue of a quote with its class from `languages/`. A *scare_quote* is a run of marks
that no quote claims; when it names a work ("the film “…”") it is a *title*, and when it shows words
as words or what a thing is called ("the term “…”", "known as “…”") a *term*. A *label* is a mention
of a concept. None of them is a fault, and none is a score.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.extract.candidates import Paragraph
from toolkit.extract.marks import is_so_called, is_term, is_title
from toolkit.extract.naming import find_mentions
from toolkit.languages import Language, get_language
from toolkit.model import Article, Event, FramingTerm, Quote, Span
from toolkit.text import Run, paragraphs, quote_runs

_LONGEST_SCARE_QUOTE = 5


def find_framing(article: Article, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    """The framing terms of one article, in text order.

    Parameters: `quotes` are those of the article, so that verbs go to their speaker's side and
    marks inside a quote are left alone.
    """
    terms = [
        *_verbs(article, quotes, event),
        *_marks(article, quotes),
        *_labels(article, event),
    ]
    return sorted(terms, key=lambda t: (t.span.start, t.span.end, t.kind))


def _verbs(article: Article, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    language = get_language(article.language)
    found = []
    for quote in quotes:
        if quote.cue is None or quote.inside is not None:
            continue  # the verb of a quote within a quote is its speaker's choice
        words = quote.cue.of(article.text).casefold()
        verb = language.verbs.get(words)
        found.append(
            FramingTerm(
                "verb",
                quote.cue,
                verb.lemma if verb else words,
                side=event.side_of(quote.speaker),
                verb_class=verb.verb_class if verb else _class_of(words, language),
                p=quote.p_quote,
            )
        )
    return list(dict.fromkeys(found))


def _class_of(words: str, language: Language) -> str | None:
    """ "According to" is neutral; a verb that no list has has no class."""
    return "neutral" if words in language.according else None


def _marks(article: Article, quotes: Sequence[Quote]) -> list[FramingTerm]:
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


def _labels(article: Article, event: Event) -> list[FramingTerm]:
    return [
        FramingTerm(
            "label",
            m.span,
            m.span.of(article.text).casefold(),
            side=m.side,
            concept=m.concept,
            p=m.p,
        )
        for m in find_mentions(article, event)
        if m.concept
    ]
