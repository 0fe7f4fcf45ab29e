"""Words that set a telling apart: verbs, attributes, hedges, words at arm's length, labels.

A *verb* is the cue of a quote with its class from `languages/`. A *scare_quote* is a run of marks
that no quote claims, or a phrase after a word such as "so-called" or "presunto", which then is its
lemma; marks that name a work ("the film “…”") are a *title*, and those that show words as words or
what a thing is called ("the term “…”", "known as “…”") a *term*. An *attribute* is a word by which
a text judges an actor, a *hedge* one that leaves open whether something is so. A *label* is what a
concept is called, or an actor where it is not called by its name. None of them is a fault, and
none is a score.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.extract.framing.describing import find_attributes
from toolkit.extract.framing.distancing import find_marks
from toolkit.extract.framing.hedging import find_hedges
from toolkit.extract.framing.introducing import find_verbs
from toolkit.extract.framing.labels import find_labels
from toolkit.extract.framing.so_called import find_so_called, without_marks
from toolkit.extract.framing.words import Words
from toolkit.extract.naming import find_mentions
from toolkit.model import Article, Event, FramingTerm, Mention, Quote

__all__ = ["find_framing"]


def find_framing(
    article: Article,
    quotes: Sequence[Quote],
    event: Event,
    *,
    mentions: Sequence[Mention] | None = None,
) -> list[FramingTerm]:
    """The framing terms of one article, in text order.

    Parameters: `quotes` are those of the article, so that verbs go to their speaker's side and
    marks inside a quote are left alone; `mentions` those of the event's actors and concepts in it,
    found anew where they are not handed in.

    >>> from toolkit.model import Actor, Side
    >>> pike = Actor("nora-pike", "Nora Pike")
    >>> event = Event("ferry", "The ferry", sides=(Side("owners", "Owners", (pike,)),))
    >>> text = "The embattled Nora Pike reportedly sold the so-called lifeboat."
    >>> article = Article("tide-1", "tide", "", "", "", text, "en", "0")
    >>> [(t.kind, t.term, t.actor) for t in find_framing(article, [], event)]
    [('attribute', 'embattled', 'nora-pike'), ('hedge', 'reportedly', 'nora-pike'), \
('scare_quote', 'so-called', None)]

    Does not show: everything that sets a telling apart. Lists find what they hold, and few patterns
    what stands in them; count a kind only against what a person would find.
    """
    known = find_mentions(article, event) if mentions is None else mentions
    words = Words(article, known, event)
    marks = find_marks(article, quotes, words)
    terms = [
        *find_verbs(article, quotes, event),
        *marks,
        *without_marks(find_so_called(words, quotes), [mark.span for mark in marks]),
        *find_attributes(words, quotes, event),
        *find_hedges(words, quotes),
        *find_labels(article, known, event),
    ]
    return sorted(terms, key=lambda t: (t.span.start, t.span.end, t.kind))
