"""The table of particulars: what every article of an event gives, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from toolkit import tables
from toolkit.compare.particulars.dates import find_dates, hours, told_days, written_days
from toolkit.compare.particulars.naming import Named, Names
from toolkit.compare.particulars.numbers import find_numbers
from toolkit.compare.particulars.record import SCHEMA, Particular
from toolkit.compare.particulars.roster import Roster, call_roll, named_particulars, settle
from toolkit.compare.wording import fold, known_language
from toolkit.model import Article, Event, Span


def tabulate_particulars(event: Event) -> pd.DataFrame:
    """The table ``particulars``: every name, number and date that an article of the event gives.

    Rows are in text order, by outlet and article; the extra column `telling` holds the folded
    surname or the figure by which presence in another outlet is judged, `printed` the words.

    Does not show: what is told without a name, number or date; names in headlines; "dozens".
    """
    outlets = event.outlet_ids()
    articles = sorted(event.articles, key=lambda a: (outlets.index(a.outlet), a.article_id))
    rows = [
        {
            "particular": p.name, "kind": p.kind, "article_id": a.article_id, "outlet": a.outlet,
            "start": p.span.start, "end": p.span.end, "telling": p.telling,
            "printed": p.span.of(a.text),
        }
        for a, found in _read(articles, event)
        for p in found
    ]  # fmt: skip
    return tables.to_frame(rows, SCHEMA)


def find_particulars(article: Article, event: Event) -> list[Particular]:
    """The particulars of one article, in text order, as if no other article were at hand.

    >>> article = Article("a", "a", "", "", "", "Mayor Ruth Ellery lost 212 hectares on April 30.",
    ...                   "en", "")
    >>> [p.name for p in find_particulars(article, Event("saltworks", "The closure"))]
    ['Ruth Ellery', '212 hectares', '30 April']
    """
    return [p for _, found in _read([article], event) for p in found]


def _read(articles: Sequence[Article], event: Event) -> Iterator[tuple[Article, list[Particular]]]:
    actors = {fold(actor.name): actor for actor, _ in event.actors()}
    printed: list[tuple[Names, list[Named]]] = []
    for article in articles:
        language = known_language(article.language)
        if language is not None:
            names = Names(article, language, actors)
            printed.append((names, list(names.full())))
    read = settle(printed)
    roster = call_roll(read)
    for names, named in read:
        yield names.article, _particulars(names, named, roster)


def _particulars(names: Names, named: Sequence[Named], roster: Roster) -> list[Particular]:
    article, language = names.article, names.language
    dates = list(find_dates(article, language))
    taken = [d.span for d in dates] + _other_figures(article, names)
    found = [*dates, *find_numbers(article.text, language, taken)]
    free = [n for n in named if not any(n.span.overlaps(p.span) for p in found)]
    found += named_particulars(names, free, roster)
    return sorted(found, key=lambda p: (p.span, p.name))


def _other_figures(article: Article, names: Names) -> list[Span]:
    """Where figures stand that count nothing: datelines, days told twice, hours."""
    text, language = article.text, names.language
    days = [d.span for d in written_days(text, language)]
    days += [d.span for d in told_days(article, language, sure=False)]
    return days + [span for span, _ in hours(text, language)]
