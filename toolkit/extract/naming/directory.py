"""Every wording that an event's file lists or implies, by language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.extract.naming.folding import fold
from toolkit.languages import Language, get_language
from toolkit.model import Actor, Concept, Event, Side

_P_FULL, _P_SURNAME, _P_SHARED, _P_TITLE, _P_ALIAS, _P_TERM = 0.98, 0.95, 0.75, 0.8, 0.9, 0.9


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to name an actor or a concept: folded words, who is meant, how sure."""

    words: str
    actor: Actor | None
    side: Side | None
    concept: Concept | None
    p: float
    rule: str
    needs_article: bool = False


@dataclass(frozen=True)
class Directory:
    """Every wording of an event, and the actors behind a folded name."""

    wordings: Mapping[str, tuple[Wording, ...]]
    pattern: re.Pattern[str] | None
    excluded: re.Pattern[str] | None
    by_name: Mapping[str, tuple[tuple[Actor, float, str], ...]] = field(default_factory=dict)


@lru_cache(maxsize=32)
def directory(event_key: Event, code: str) -> Directory:
    """The directory of an event for texts in one language."""
    language = get_language(code)
    table: dict[str, list[Wording]] = defaultdict(list)
    for wording in (*_actor_wordings(event_key, language), *_concept_wordings(event_key, language)):
        if all(
            w.actor != wording.actor or w.concept != wording.concept for w in table[wording.words]
        ):
            table[wording.words].append(wording)
    owners: list[Actor | Concept] = [a for a, _ in event_key.actors()]
    owners += event_key.concepts
    excluded = [fold(phrase) for owner in owners for phrase in owner.excluded]
    names: dict[str, list[tuple[Actor, float, str]]] = defaultdict(list)
    for words, wordings in table.items():
        for w in wordings:
            if w.actor:
                names[bare(words, language)].append((w.actor, w.p, w.rule))
    return Directory(
        {k: tuple(v) for k, v in table.items()},
        _any_of(table),
        _any_of(excluded),
        {k: tuple(v) for k, v in names.items()},
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted({p for p in phrases if p}, key=lambda p: (-len(p), p))
    if not ordered:
        return None
    body = "|".join(re.escape(p).replace(r"\ ", r"[\s\-]+") for p in ordered)
    return re.compile(rf"(?<![\w@#])(?:{body})(?!\w)")


def _actor_wordings(event: Event, language: Language) -> Iterator[Wording]:
    surnames = _surname_counts(event)
    for actor, side in event.actors():
        yield Wording(fold(actor.name), actor, side, None, _P_FULL, "name")
        for alias in actor.aliases:
            yield Wording(
                without_article(fold(alias), language), actor, side, None, _P_ALIAS, "alias"
            )
        if actor.kind == "person":
            yield from _person_wordings(actor, side, surnames)
        elif actor.kind == "body" and len(actor.name.split()) > 2:
            yield Wording(_acronym(actor.name), actor, side, None, _P_ALIAS, "acronym")


def _surname_counts(event: Event) -> Mapping[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for actor, _ in event.actors():
        if actor.kind == "person":
            counts[fold(actor.name.split()[-1])] += 1
    return counts


def _person_wordings(actor: Actor, side: Side, surnames: Mapping[str, int]) -> Iterator[Wording]:
    words = fold(actor.name).split()
    shared = surnames[words[-1]] > 1
    if len(words) > 1:
        p = _P_SHARED if shared else _P_SURNAME
        yield Wording(words[-1], actor, side, None, p, "shared_surname" if shared else "surname")
    for title in actor.titles:
        yield Wording(f"{fold(title)} {words[-1]}", actor, side, None, _P_SURNAME, "title_and_name")
        yield Wording(
            f"{fold(title)} {' '.join(words)}", actor, side, None, _P_FULL, "title_and_name"
        )
        yield Wording(fold(title), actor, side, None, _P_TITLE, "title", needs_article=True)


def _acronym(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper()).lower()


def _concept_wordings(event: Event, language: Language) -> Iterator[Wording]:
    for concept in event.concepts:
        for term in concept.terms:
            folded = without_article(fold(term), language)
            for words in _plurals(folded, language):
                yield Wording(words, None, None, concept, _P_TERM, "term")


def _plurals(term: str, language: Language) -> Iterator[str]:
    yield term
    last = term[-1:]
    if not last.isalpha() or last == "s":
        return
    yield term + "s"
    for ending, plural in language.plural_rules.items():
        if term.endswith(ending):
            yield term.removesuffix(ending) + plural


def without_article(words: str, language: Language) -> str:
    """The words without a definite article in front."""
    first, _, rest = words.partition(" ")
    return rest if rest and first in language.definite else words


def bare(words: str, language: Language) -> str:
    """Folded words without article, possessive and hyphens: what a name is looked up by."""
    return re.sub(r"'s?$", "", without_article(words, language)).replace("-", " ")


def without_articles(event: Event) -> Event:
    """The event without its articles: what the directory depends on."""
    return Event(event.id, event.title, sides=event.sides, concepts=event.concepts)
