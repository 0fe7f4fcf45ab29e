"""An invented event that the tests of naming share, and how they write what was found."""

from __future__ import annotations

from toolkit.extract.naming import find_mentions
from toolkit.model import Actor, Article, Concept, Event, Side

PIKE = Actor("nora-pike", "Nora Pike", titles=("director", "directora"), aliases=("the skipper",))
JOAN = Actor("joan-vale", "Joan Vale", titles=("mayor",))
PETER = Actor("peter-vale", "Peter Vale", excluded=("Vale Street",))
BODY = Actor("rwu", "Rowers and Wharfmen Union", "body", aliases=("la cofradía",))
FOODS = Actor("brightwater", "Brightwater Foods", "body", aliases=("the company",))
EVENT = Event(
    "ferry",
    "The ferry",
    sides=(
        Side("owners", "The owners", (PIKE, FOODS)),
        Side("town", "The town", (JOAN, PETER)),
        Side("crew", "The crew", (BODY,)),
    ),
    concepts=(
        Concept("closure", "What happened", ("closure", "cierre"), ("road closure",)),
        Concept("ferry", "The boat", ("the ferry", "transbordador")),
    ),
)


def article(text: str, language: str = "en") -> Article:
    """An article of that text."""
    return Article("tide-1", "tide", "", "", "", text, language, "0")


def event_of(*actors: Actor, concepts: tuple[Concept, ...] = ()) -> Event:
    """An event in which each actor has a side of his own."""
    sides = tuple(Side(f"side-{a.id}", a.name, (a,)) for a in actors)
    return Event("e", "E", sides=sides, concepts=concepts)


def named(text: str, language: str = "en", event: Event = EVENT) -> list[tuple[str, str]]:
    """Who or what, and the label, for every mention."""
    found = find_mentions(article(text, language), event)
    return [(m.actor or m.concept or "", m.span.of(text)) for m in found]
