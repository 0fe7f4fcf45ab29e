"""What a report is made of: the event and its frames, gathered in one place.

The report counts nothing itself. Whatever it prints comes from a table of `toolkit.extract` or
from a measure of `toolkit.compare`; here they are asked for once, in the order in which the data
walk through the house, and handed on unchanged.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from toolkit.model import Event


@dataclass(frozen=True)
class Material:
    """The frames of one event, each as `toolkit.tables` or its measure defines it."""

    quotes: pd.DataFrame
    mentions: pd.DataFrame
    framing: pd.DataFrame
    utterances: pd.DataFrame
    sharing: pd.DataFrame
    voice: pd.DataFrame
    labels: pd.DataFrame
    prominence: pd.DataFrame
    fullness: pd.DataFrame
    attributes: pd.DataFrame
    scare_quotes: pd.DataFrame
    absences: pd.DataFrame
    terms: pd.DataFrame
    agreement: pd.DataFrame
    findings: pd.DataFrame
    strips: pd.DataFrame
    verbs: pd.DataFrame
    differing: pd.DataFrame
    lone_sentences: pd.DataFrame


def collect(event: Event) -> Material:
    """Read an event's articles into every frame that a report needs; the slow part of it."""
    from toolkit.extract import tabulation

    return count(
        event,
        quotes=tabulation.tabulate_quotes(event),
        mentions=tabulation.tabulate_mentions(event),
        framing=tabulation.tabulate_framing(event),
    )


def count(
    event: Event,
    *,
    quotes: pd.DataFrame,
    mentions: pd.DataFrame,
    framing: pd.DataFrame,
    aligned: pd.DataFrame | None = None,
) -> Material:
    """The same from tables that are at hand, as when a person has coded them.

    `aligned` is the table ``utterances``; without it the quotes are aligned.
    """
    from toolkit.compare import alignment, measures, particulars, sharing
    from toolkit.compare.findings import listing

    if aligned is None:
        aligned = alignment.align_quotes(quotes, event.articles)
    given = particulars.tabulate_particulars(event)
    agreed = measures.agreement(event, quotes=quotes, aligned=aligned, particulars=given)
    return Material(
        quotes=quotes,
        mentions=mentions,
        framing=framing,
        utterances=aligned,
        sharing=sharing.tabulate_sharing(event, quotes),
        voice=measures.voice(event, quotes=quotes),
        labels=measures.labels(event, mentions=mentions),
        prominence=measures.prominence(event, quotes=quotes, mentions=mentions),
        fullness=measures.fullness(event, quotes=quotes, aligned=aligned),
        attributes=measures.attributes(event, framing=framing),
        scare_quotes=measures.scare_quotes(event, framing=framing, quotes=quotes),
        terms=_terms(event, quotes),
        absences=measures.absences(event, quotes=quotes, aligned=aligned, mentions=mentions),
        agreement=agreed,
        findings=listing.tabulate_findings(event, quotes=quotes, aligned=aligned),
        strips=measures.strips(event, quotes=quotes),
        verbs=measures.verbs(event, framing=framing),
        differing=particulars.find_differing_numbers(event, given),
        lone_sentences=particulars.find_lone_sentences(event, agreed),
    )


def _terms(event: Event, quotes: pd.DataFrame) -> pd.DataFrame:
    """The measure ``terms`` where an outlet has articles enough; else its columns without a row."""
    from toolkit.compare import measures
    from toolkit.compare.measures.telling_apart import LEAST_TO_SEARCH

    counts = Counter(article.outlet for article in event.articles)
    if max(counts.values(), default=0) < LEAST_TO_SEARCH:
        return measures.terms(replace(event, articles=()), quotes=quotes.iloc[:0])
    return measures.terms(event, quotes=quotes)
