"""From one article's records to the tables of an event.

Reading an article knows nothing of the event; here its speakers are matched with the event's
actors, so that "the company" of one outlet and "Alder Salt" of another are one speaker on one
side. The chance that the match is wrong is carried into `p_speaker` and `candidates`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from toolkit.extract import confidence
from toolkit.extract.framing import find_framing
from toolkit.extract.naming import find_actor, find_mentions
from toolkit.extract.quotation import find_quotes
from toolkit.languages import is_known
from toolkit.model import Article, Candidate, Event, Quote
from toolkit.overruled import answered, with_pairs
from toolkit.tables import (
    SCHEMAS,
    articles_to_frame,
    framing_rows,
    mention_rows,
    quote_rows,
    to_frame,
)

#: The probability of a speaker of whom only the event's file knows.
UNKNOWN = 0.6


def tabulate_articles(event: Event) -> pd.DataFrame:
    """The table ``articles`` of an event, one row an article, without the texts.

    An article in a language that sidelight does not read has the flag `language_not_read`: its
    quotes and mentions are unknown, not absent.
    """
    flagged = (
        a if is_known(a.language) else replace(a, flags=(*a.flags, "language_not_read"))
        for a in event.articles
    )
    return articles_to_frame(flagged)


def tabulate_quotes(event: Event) -> pd.DataFrame:
    """The table ``quotes`` of an event: one row a quote, in the order of articles and text.

    `speaker` is the name of an actor of the event where the program can tell, else the name as
    the article has it, else ``<NA>``; `side` is the id of the actor's side.

    What a person said in ``corrections.csv`` holds, with probability one; what was said of pairs of
    quotes stands in the last columns, `same_as` and `not_same_as`. A correction whose quotes are
    not found warns with a `CorrectionWarning`.

    Does not show: quotes that were given and not printed. An unknown speaker is not "nobody".
    """
    return _quotes(event).copy()


@lru_cache(maxsize=8)
def _quotes(event: Event) -> pd.DataFrame:
    rows = [
        row for article in _readable(event)
        for row in quote_rows(article, quotes_of(article, event), event)
    ]  # fmt: skip
    return to_frame(with_pairs(rows, event.corrections), SCHEMAS["quotes"])


def _readable(event: Event) -> list[Article]:
    """The articles in a language that has a file; the others stay in the table ``articles``."""
    return [article for article in event.articles if is_known(article.language)]


def quotes_of(article: Article, event: Event) -> list[Quote]:
    """One article's quotes, their speakers matched with the event's actors.

    What a person said of them holds; those that are none are `is_rejected`.
    """
    quotes = find_quotes(article.text, article.language)
    matched = [_matched(quote, article, event) for quote in quotes]
    return answered(matched, article.article_id, event)


def _matched(quote: Quote, article: Article, event: Event) -> Quote:
    """The quote under the actor's name, if its speaker or its source names one."""
    guessed = quote.method.endswith(("role_of_last_speaker", "role_of_nearest"))
    by_source = quote.source.of(article.text) if quote.source and guessed else None
    # "la presidenta de los Amigos": what the event says of a role outweighs who spoke last.
    named = find_actor(by_source, event, article.language)
    named = named or find_actor(quote.speaker, event, article.language)
    if named is None and quote.source and not quote.method.endswith(("pronoun", "dropped_subject")):
        named = find_actor(quote.source.of(article.text), event, article.language)
    candidates = _merged(quote.candidates, article, event)
    if named is None:
        return replace(quote, candidates=candidates)
    if named.actor.kind != "person" and _of_a_person(quote):
        others = tuple(c for c in candidates if c.name != named.actor.name)
        return replace(quote, speaker=None, p_speaker=None, candidates=others)
    name_rule = quote.method.partition("+")[2]
    p = confidence.as_actor(quote.p_speaker or UNKNOWN, name_rule, quote.kind)
    if named.rule == "shared_surname":
        p = round(p * named.p, 3)
    others = tuple(c for c in candidates if c.name != named.actor.name)
    return replace(
        quote,
        speaker=named.actor.name,
        p_speaker=p,
        candidates=(Candidate(named.actor.name, p), *others)[:3],
        method=f"{quote.method}+{named.rule}",
    )


def _of_a_person(quote: Quote) -> bool:
    """Whether "he" or "she" speaks, which no body is."""
    rule = quote.method.split("+")[1] if "+" in quote.method else ""
    return rule in {"pronoun", "contested_pronoun"}


def _merged(
    candidates: Sequence[Candidate], article: Article, event: Event
) -> tuple[Candidate, ...]:
    """Candidates under the actors' names, those of one actor added up."""
    total: dict[str, float] = {}
    for candidate in candidates:
        named = find_actor(candidate.name, event, article.language)
        name = named.actor.name if named else candidate.name
        total[name] = total.get(name, 0.0) + candidate.p
    return tuple(Candidate(name, round(min(1.0, p), 3)) for name, p in total.items())


def tabulate_mentions(event: Event) -> pd.DataFrame:
    """The table ``mentions`` of an event: where actors and concepts are named, as printed.

    `quote_id` is the quote that holds the mention; ``<NA>`` means the outlet's own words.
    """
    rows = [
        row for article in _readable(event)
        for row in mention_rows(article, find_mentions(article, event), quotes_of(article, event))
    ]  # fmt: skip
    return to_frame(rows, SCHEMAS["mentions"])


def tabulate_framing(event: Event) -> pd.DataFrame:
    """The table ``framing`` of an event: verbs, attributes, words at arm's length, hedges, labels.

    `term` is what is printed, `lemma` what it is counted as. `quote_id` says in whose words it
    stands; ``<NA>`` means the outlet's own.
    """
    rows = []
    for article in _readable(event):
        quotes = quotes_of(article, event)
        terms = find_framing(article, [q for q in quotes if not q.is_rejected], event)
        rows += framing_rows(article, terms, quotes)
    return to_frame(rows, SCHEMAS["framing"])
