"""The event of these tests, and the framing terms of a text in it."""

from __future__ import annotations

from toolkit.extract.framing import find_framing
from toolkit.extract.tabulation import quotes_of
from toolkit.model import Actor, Article, Concept, Event, FramingTerm, Side

PIKE = Actor("nora-pike", "Nora Pike", titles=("director",))
FERRY = Actor("tern-ferries", "Tern Ferries", kind="body", aliases=("the company",))
EVENT = Event(
    "ferry",
    "The ferry",
    sides=(Side("owners", "The owners", (PIKE, FERRY)),),
    concepts=(Concept("closure", "What happened", ("closure", "pause")),),
)


def terms(text: str, language: str = "en") -> list[FramingTerm]:
    article = Article("tide-1", "tide", "", "", "", text, language, "0")
    return find_framing(article, quotes_of(article, EVENT), EVENT)


def of_kind(kind: str, text: str, language: str = "en") -> list[str]:
    return [term.term for term in terms(text, language) if term.kind == kind]
