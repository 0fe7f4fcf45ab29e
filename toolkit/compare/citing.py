"""What a number was counted from, as ids: quotes, places in a text, places in a headline.

Every measure's column ``evidence`` lists such ids, joined by ";". A quote has its `quote_id`; a
place in an article's text is ``article:start-end``; a headline is no part of the text, so a place
in it is ``article:headline:start-end``. Each leads back to printed words (`words_cited`).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from toolkit.errors import UsageError
from toolkit.model import Article, Event, Span, read_spans, write_place

#: What stands behind an article's id where its headline is meant and not its text.
HEADLINE = "headline"


def cite_place(row: Mapping[Hashable, Any]) -> str:
    """The place of a row of mentions or framing terms.

    >>> cite_place({"article_id": "tide-1", "start": 4, "end": 9})
    'tide-1:4-9'
    """
    return write_place(row["article_id"], [Span(row["start"], row["end"])])


def cite_headline(article_id: str, span: Span) -> str:
    """A place in the headline of an article.

    >>> cite_headline("tide-1", Span(0, 8))
    'tide-1:headline:0-8'
    """
    return f"{article_id}:{HEADLINE}:{span}"


def find_place(cited: str, articles: Mapping[str, Article]) -> tuple[Article, bool, Span] | None:
    """The article of a place, whether it lies in the headline, and where; None if it is no place.

    >>> tide = Article("tide-1", "tide", "", "", "The ferry stops", "It stops in May.", "en", "")
    >>> _, in_headline, span = find_place("tide-1:headline:4-9", {"tide-1": tide})
    >>> in_headline, span.of(tide.title)
    (True, 'ferry')
    """
    named, _, place = cited.rpartition(":")
    article_id, _, part = named.rpartition(":")
    if named in articles:
        return articles[named], False, read_spans(place)[0]
    if part == HEADLINE and article_id in articles:
        return articles[article_id], True, read_spans(place)[0]
    return None


def words_cited(evidence: object, event: Event, quotes: pd.DataFrame) -> list[str]:
    """The printed words behind the ids of one cell of the column ``evidence``.

    quotes: the table ``quotes`` of the event. Raises UsageError for an id that leads nowhere.

    >>> tide = Article("tide-1", "tide", "", "", "The ferry stops", "It stops in May.", "en", "")
    >>> words_cited("tide-1:3-8;tide-1:headline:4-9", Event("ferry", "The ferry", articles=(tide,)),
    ...             pd.DataFrame(columns=["quote_id", "content"]))
    ['stops', 'ferry']
    """
    if not isinstance(evidence, str):
        return []
    articles = {a.article_id: a for a in event.articles}
    content = dict(zip(quotes["quote_id"], quotes["content"], strict=True))
    found = []
    for cited in evidence.split(";"):
        place = find_place(cited, articles)
        if place:
            article, in_headline, span = place
            found.append(span.of(article.title if in_headline else article.text))
        elif cited in content:
            found.append(str(content[cited]))
        else:
            raise UsageError(f"evidence '{cited}': no quote and no place of this event")
    return found
