"""An article, a quote, an utterance in all its versions: words as the outlets print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from toolkit import tables
from toolkit.errors import UsageError, nearest
from toolkit.model import Article, Event, Mention, Quote
from toolkit.show.reading import paragraphs_around, prepare_reading
from toolkit.show.rendering import Html, render
from toolkit.show.versions import prepare_versions


def reading(
    article: Article,
    quotes: pd.DataFrame | Sequence[Quote],
    mentions: pd.DataFrame | Sequence[Mention],
    event: Event,
) -> Html:
    """One article with its quotes, cues, sources and labels marked, and a note on each quote.

    `quotes` and `mentions` are the tables of those names (rows of other articles are left out),
    or what ``find_quotes`` and ``find_mentions`` give. Returns HTML that a notebook shows.

    Does not show: quotes that the program did not find.
    """
    if not isinstance(quotes, pd.DataFrame):
        rows = tables.quote_rows(article, quotes, event)
        quotes = tables.to_frame(rows, tables.SCHEMAS["quotes"])
    if not isinstance(mentions, pd.DataFrame):
        rows = tables.mention_rows(article, mentions, ())
        mentions = tables.to_frame(rows, tables.SCHEMAS["mentions"])
    prepared = prepare_reading(article, quotes, mentions, event)
    return Html(render("view_reading.html", reading=prepared))


def quote(quote_id: str, quotes: pd.DataFrame, event: Event) -> Html:
    """One quote where it stands, and why the program gives it to its speaker.

    `quotes` is the table of that name. Shown are the paragraphs that hold the quote, its source
    and its cue, with the one before; the rule in words; what spoke most for the source and against
    it; how sure the program is; and the other candidates. Raises UsageError for an unknown quote.

    Does not show: whether the program is right. A person who reads the sentences may know better.
    """
    row = quotes[quotes["quote_id"] == quote_id]
    if row.empty:
        hint = nearest(quote_id, quotes["quote_id"].tolist())
        raise UsageError(f"quote '{quote_id}' is not in the table{hint}")
    article = event.article(str(row.iloc[0]["article_id"]))
    nothing = tables.to_frame([], tables.SCHEMAS["mentions"])
    prepared = prepare_reading(article, row, nothing, event)
    kept = paragraphs_around(article, row.iloc[0])
    shown = replace(prepared, paragraphs=tuple(prepared.paragraphs[n] for n in kept))
    return Html(render("view_quote.html", reading=shown))


def side_by_side(
    utterance_id: str, utterances: pd.DataFrame, quotes: pd.DataFrame, event: Event
) -> Html:
    """One utterance in all its versions under each other, cut and changed words marked.

    `utterances` is the table of ``align_quotes``, `quotes` the one that it was made from. Raises
    UsageError for an unknown utterance.

    Does not show: whether a cut or a change matters, or was meant.
    """
    found = prepare_versions(utterance_id, utterances, quotes, event)
    return Html(render("view_side_by_side.html", utterance=found))
