"""Words that set a telling apart: reporting verbs, marks that quote nobody, labels.

A *verb* is the cue of a quote with its class from `languages/`. A *scare_quote* is a run of marks
that no quote claims; when it names a work ("the film “…”") it is a *title*, and when it shows words
as words or what a thing is called ("the term “…”", "known as “…”") a *term*. A *label* is a mention
of a concept. None of them is a fault, and none is a score.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.extract.framing.distancing import find_marks
from toolkit.extract.framing.introducing import find_verbs
from toolkit.extract.framing.labels import find_labels
from toolkit.model import Article, Event, FramingTerm, Quote

__all__ = ["find_framing"]


def find_framing(article: Article, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    """The framing terms of one article, in text order.

    Parameters: `quotes` are those of the article, so that verbs go to their speaker's side and
    marks inside a quote are left alone.
    """
    terms = [
        *find_verbs(article, quotes, event),
        *find_marks(article, quotes),
        *find_labels(article, event),
    ]
    return sorted(terms, key=lambda t: (t.span.start, t.span.end, t.kind))
