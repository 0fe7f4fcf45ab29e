"""Tallies: what several measures and findings count by.

How sure is sure, which outlets were read at all, how a quote's possible speakers become chances of
sides, when two printed labels count together, and when a label stands in one outlet only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from toolkit.compare.citing import cite_place
from toolkit.compare.statistics import count_interval
from toolkit.compare.statistics.counts import of_listed
from toolkit.compare.wording import known_language
from toolkit.languages import is_known, plain_code
from toolkit.model import Article, Event
from toolkit.tables import read_candidates

Row = Mapping[Hashable, Any]

#: The id under which words of no side are counted.
NO_SIDE = "none"
#: Under so many quotes, or mentions, a share or a comparison is not worth stating.
ENOUGH = 5
#: Below this probability two quotes more likely report two utterances than one.
LIKELY = 0.5
#: From this probability on a reading counts as sure.
SURE = 0.9


#: What the flags of an article begin with, or hold, that may be only a part of the page's.
PARTIAL = ("partial", "truncated", "paywall", "teaser")


def is_partial(article: Article) -> bool:
    """Whether a part of an article may be all that was read."""
    return any(word in flag for flag in article.flags for word in PARTIAL)


def told_outlets(event: Event) -> list[str]:
    """The outlets with an article at hand, in the event's order; a failed fetch tells nothing."""
    have = {a.outlet for a in event.articles}
    return [o for o in event.outlet_ids() if o in have]


def read_articles(event: Event) -> dict[str, list[Article]]:
    """The articles by outlet that the program can read, in the event's order of outlets.

    An outlet whose articles are all in a language without a file is not among them: what it has
    is unknown, and it must not look silent.
    """
    found: dict[str, list[Article]] = {o: [] for o in event.outlet_ids()}
    for article in event.articles:
        if is_known(article.language):
            found[article.outlet].append(article)
    return {outlet: articles for outlet, articles in found.items() if articles}


def heard_outlets(event: Event, table: pd.DataFrame) -> list[str]:
    """The outlets that the program can read, or of which a person put rows into a table."""
    heard = {*read_articles(event), *table["outlet"]}
    return [o for o in told_outlets(event) if o in heard]


def either(value: Any, default: Any) -> Any:
    """The value, or the default where it is missing."""
    return default if pd.isna(value) else value


def joined_ids(ids: Iterable[Any]) -> str | None:
    """Ids as the column `evidence` holds them."""
    return ";".join(str(i) for i in ids) or None


def chance_of_any(chances: Iterable[float]) -> float:
    """How likely at least one of several things is so.

    >>> round(chance_of_any([0.5, 0.5]), 3)
    0.75
    """
    return float(1.0 - np.prod([1.0 - p for p in chances]))


def chance_of_many(chances: Iterable[float], needed: int) -> float:
    """How likely at least so many of several things are so.

    >>> round(chance_of_many([1.0, 0.9, 0.5], 2), 3), chance_of_many([1.0], 2)
    (0.95, 0.0)
    """
    exactly = np.ones(1)
    for p in chances:
        exactly = np.convolve(exactly, [1.0 - p, p])
    return float(exactly[needed:].sum())


def side_chances(quote: Row, event: Event, sides: Sequence[str]) -> list[float]:
    """The probability of each side that it is the quote's: its candidates, summed by side.

    What no candidate accounts for goes to "no side". Without candidates the side in the table has
    the speaker's probability, and a quote without a speaker is of no side for certain.
    """
    chances = dict.fromkeys(sides, 0.0)
    candidates = read_candidates(quote["candidates"])
    side, p = either(quote["side"], NO_SIDE), float(either(quote["p_speaker"], 1.0))
    if not candidates or p == 1.0:
        candidates_by_side = [(side, p)]
    else:
        candidates_by_side = [(event.side_of(n) or NO_SIDE, chance) for n, chance in candidates]
    for name, chance in candidates_by_side:
        chances[name if name in chances else NO_SIDE] += chance
    total = max(1.0, sum(chances.values()))
    chances = {name: chance / total for name, chance in chances.items()}
    chances[NO_SIDE] += 1.0 - sum(chances.values())
    return [chances[name] for name in sides]


def decision_of(quote: Row) -> Hashable:
    """What quotes share whose speaker is one decision: their article and their candidates."""
    names = frozenset(name for name, _ in read_candidates(quote["candidates"]))
    return (quote["article_id"], names or quote["quote_id"])


def counted(hits: Sequence[Row], n: int, kind: str | None = None) -> dict[str, Any]:
    """The columns of a count: value, interval, n, doubt, enough, evidence.

    The interval follows from what was counted of a `kind` of thing on marked news (`counts`), or
    without one from the probability of each hit.
    """
    p = [float(either(h["p"], 1.0)) for h in hits]
    low, high = of_listed(len(p), kind, sure=p.count(1.0)) if kind else count_interval(p)
    high = max(high, len(hits))  # what stands there is at most all that was found
    return {
        "value": len(hits), "low": low, "high": high, "n": n, "doubt": "reading",
        "enough": n >= ENOUGH, "evidence": joined_ids(map(cite_place, hits)),
    }  # fmt: skip


def printed_own_quoted(hits: Sequence[Row]) -> dict[str, Any]:
    """The most frequent printed form, and how many places are own words or stand in a quote."""
    forms = Counter(str(h["label"] if "label" in h else h["term"]) for h in hits)
    quoted = sum(pd.notna(h["quote_id"]) for h in hits)
    return {
        "printed": forms.most_common(1)[0][0], "own": len(hits) - quoted, "quoted": quoted,
    }  # fmt: skip


def order_of(named: Iterable[str]) -> Callable[[Any], int]:
    """A sort key: the place of an id in a list, and the end for whatever is not in it."""
    places = {name: n for n, name in enumerate(named)}
    return lambda name: places.get(name, len(places))


def side_ids(event: Event) -> list[str]:
    """The sides of an event, and "none" for what is of no side."""
    return [*(s.id for s in event.sides), NO_SIDE]


def plain_label(label: str, language: str) -> str:
    """A label by which places are counted together: lower case, no article, no possessive.

    >>> plain_label("The shutdown", "en"), plain_label("su cierre", "es")
    ('shutdown', 'cierre')
    """
    known = known_language(language)
    first = known.definite | known.indefinite | known.possessives if known else frozenset()
    words = label.casefold().split()
    while len(words) > 1 and words[0] in first:
        words = words[1:]
    return " ".join(words)


def outlets_having(found: Iterable[tuple[str, Hashable, Hashable]]) -> dict[Hashable, set[str]]:
    """For each thing that a measure has rows of, the outlets that have it.

    found: the rows' keys: outlet, of whom or what, by which word.

    >>> outlets_having([("tide", "closure", "pause"), ("post", "closure", "pause")]) == {
    ...     ("closure", "pause"): {"tide", "post"}}
    True
    """
    have: dict[Hashable, set[str]] = {}
    for outlet, of, word in found:
        have.setdefault((of, word), set()).add(outlet)
    return have


def is_only_here(outlet: str, have: Container[str], event: Event) -> bool | None:
    """Whether no other outlet of the same language has a thing; None where there is no other.

    have: the outlets that have it.
    """
    peers = peers_of(outlet, event)
    return not any(o in have for o in peers) if peers else None


def peers_of(outlet: str, event: Event) -> set[str]:
    """The other outlets that write in a language of this one, in whatever country."""
    languages = {plain_code(a.language) for a in event.articles if a.outlet == outlet}
    return {a.outlet for a in event.articles if plain_code(a.language) in languages} - {outlet}
