"""The tables that a measure counts, handed in or read, and the frame that it gives back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

import pandas as pd

from toolkit import tables
from toolkit.compare.alignment import align_quotes
from toolkit.compare.sharing.once import drop_copies, say_counted_once
from toolkit.compare.sharing.table import tabulate_sharing
from toolkit.compare.tallies import read_articles, told_outlets
from toolkit.errors import UsageError
from toolkit.languages import is_known
from toolkit.model import Article, Event, Mention

#: The columns that a quotes table must have.
_CONTRACT = [name for name in tables.SCHEMAS["quotes"] if name not in tables.OPTIONAL]

#: How copy that outlets share is counted: in each of them, or once.
Counting = Literal["each", "once"]


def quotes_of(event: Event, given: pd.DataFrame | None) -> pd.DataFrame:
    """The table ``quotes``, without quotes within quotes."""
    if given is None:
        from toolkit.extract.tabulation import tabulate_quotes

        given = tabulate_quotes(event)
    return told_once(tables.typed(given, "quotes", columns=_CONTRACT))


def told_once(quotes: pd.DataFrame) -> pd.DataFrame:
    """Without the quotes within quotes: their words are counted with the outer one's already."""
    return quotes[quotes["inside"].isna()] if "inside" in quotes.columns else quotes


def mentions_of(event: Event, given: pd.DataFrame | None) -> pd.DataFrame:
    """The table ``mentions``."""
    if given is None:
        from toolkit.extract.tabulation import tabulate_mentions

        return tabulate_mentions(event)
    return tables.typed(given, "mentions")


def framing_of(event: Event, given: pd.DataFrame | None) -> pd.DataFrame:
    """The table ``framing``."""
    if given is None:
        from toolkit.extract.tabulation import tabulate_framing

        return tabulate_framing(event)
    return tables.typed(given, "framing")


def aligned_of(event: Event, quotes: pd.DataFrame, given: pd.DataFrame | None) -> pd.DataFrame:
    """The utterances with the words and the kind of each quote beside them."""
    aligned = align_quotes(quotes, event.articles) if given is None else given
    aligned = tables.typed(aligned, "utterances")
    return aligned.merge(
        quotes.reindex(columns=["quote_id", "kind", "content", "words", "cue", "p_quote"]),
        on="quote_id",
    )


def counted_once(
    event: Event, table: pd.DataFrame, shared: Counting, given: pd.DataFrame | None
) -> tuple[pd.DataFrame, str | None]:
    """A table as it is counted, and in words what of it was counted once."""
    if shared == "each":
        return table, None
    if shared != "once":
        raise UsageError(f"shared '{shared}': copy that outlets share is counted 'each' or 'once'")
    sharing = tabulate_sharing(event) if given is None else given
    tables.check(sharing, "sharing")
    return drop_copies(table, event, sharing), say_counted_once(event, sharing)


def measure_frame(
    rows: list[dict[str, Any]],
    named: Mapping[str, str],
    extra: Mapping[str, str],
    told: str | None = None,
) -> pd.DataFrame:
    """A measure's frame: its keys, the columns of every measure, its own."""
    frame = tables.to_frame(rows, {**named, **tables.MEASURE_COLUMNS, **extra})
    if told:
        frame.attrs["shared"] = told
    return frame


def note_unread(frame: pd.DataFrame, event: Event) -> pd.DataFrame:
    """The frame, saying which outlets are not counted because nothing of theirs could be read.

    ``attrs["not_read"]`` lists outlets whose articles are all in a language without a file.
    """
    known = {*read_articles(event), *(frame["outlet"] if "outlet" in frame.columns else ())}
    if unread := [o for o in told_outlets(event) if o not in known]:
        frame.attrs["not_read"] = unread
    return frame


def headline_mentions(event: Event) -> Iterator[tuple[Article, Mention]]:
    """The mentions in headlines, which are no part of the texts; their spans are the headline's."""
    from toolkit.extract.naming import find_mentions

    for article in event.articles:
        if article.title.strip() and is_known(article.language):
            # Read as the text of an article that is nothing but its headline.
            for mention in find_mentions(replace(article, text=article.title), event):
                yield article, mention
