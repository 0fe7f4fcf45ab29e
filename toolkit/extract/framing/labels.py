"""Labels: the mentions of concepts, as framing terms."""

from __future__ import annotations

from toolkit.extract.naming import find_mentions
from toolkit.model import Article, Event, FramingTerm


def find_labels(article: Article, event: Event) -> list[FramingTerm]:
    """The mentions of concepts in one article, as framing terms."""
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
