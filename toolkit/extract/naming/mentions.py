"""Where actors and concepts are named in one article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from toolkit.extract.naming.directory import directory, printed_acronyms, without_articles
from toolkit.extract.naming.hits import Hit
from toolkit.extract.naming.reading import Reading
from toolkit.extract.naming.what import ConceptSearch
from toolkit.extract.naming.who import ActorSearch
from toolkit.extract.naming.wordings import SURNAMES, TITLES
from toolkit.languages import get_language
from toolkit.model import Article, Event, Mention


def find_mentions(article: Article, event: Event) -> list[Mention]:
    """Find every mention of the event's actors and concepts in one article, in text order.

    Returns a list of `Mention`: no mention of an actor overlaps another of an actor, and none of
    a concept another of a concept; `method` names the rule and `p` how often it is right.

    Does not show: wordings that the event's file does not list or imply, and pronouns.
    Source: the scheme of labels follows NewsWCL50 (Hamborg et al. 2019).
    """
    return list(_found(article, without_articles(event), printed_acronyms(event)))


@lru_cache(maxsize=128)
def _found(
    article: Article, event: Event, acronyms: tuple[tuple[str, str], ...]
) -> tuple[Mention, ...]:
    language = get_language(article.language)
    known = directory(event, language.code, acronyms)
    if not known.actors and not known.concepts:
        return ()
    reading = Reading(article.text, language, known)
    actors = ActorSearch(reading).hits()
    concepts = ConceptSearch(reading, actors).hits()
    actors = [
        hit
        for hit in actors
        if hit.mention.method in SURNAMES | TITLES or not _qualifies(hit, concepts)
    ]
    found = (hit.mention for hit in (*actors, *concepts))
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.concept or "")))


def _qualifies(actor: Hit, concepts: Sequence[Hit]) -> bool:
    """Whether an actor's name only qualifies a concept: "the Brannock talks"."""
    at = bisect_right(concepts, actor.end, key=lambda hit: hit.start) - 1
    return at >= 0 and concepts[at].start < actor.end <= concepts[at].end
