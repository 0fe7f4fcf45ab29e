"""Every wording of an event, as texts and names are looked up in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.wordings import (
    Wording,
    actor_wordings,
    concept_wordings,
    passed_over,
    without_article,
)
from toolkit.extract.naming.words import Words, keys_of, words_as_printed
from toolkit.languages import Language, get_language
from toolkit.model import Actor, Event

#: By the first word: phrases, the longest first, each with the wordings that it may be.
Table = Mapping[str, tuple[tuple[tuple[str, ...], tuple[Wording, ...]], ...]]
_IN_BRACKETS = re.compile(r"\s*\(\s*[«“\"']?((?:[A-ZÁÉÍÓÚÑ]\.?){2,8})[»”\"']?\s*[),;]")
#: What stands before and behind a nickname in the middle of a name.
_OPENED, _CLOSED = {f" {m}" for m in "“\"«‘'("}, {f"{m} " for m in "”\"»’')"}


@dataclass(frozen=True)
class Directory:
    """The wordings of actors and of concepts, what is not they, and who bears a folded name."""

    actors: Table
    concepts: Table
    excluded: Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    by_name: Mapping[str, tuple[Wording, ...]]
    #: What may stand in the middle of a concept's term: articles, possessives, "all".
    passed: frozenset[str]
    #: Actors that the terms of a concept name, by the concept's id: whose deal or meeting it is.
    partners: Mapping[str, frozenset[str]]
    #: Words of any actor's names and of the event's title: what "of Port Alder" may point at.
    known_words: frozenset[str]


@lru_cache(maxsize=32)
def directory(event: Event, code: str, acronyms: tuple[tuple[str, str], ...] = ()) -> Directory:
    """The directory of an event for texts in one language; `acronyms` are pairs of id and acronym.

    Pass the event without its articles, so that one directory serves them all.
    """
    language = get_language(code)
    of_actors = [*actor_wordings(event, language), *_printed(event, acronyms)]
    names: dict[str, list[Wording]] = defaultdict(list)
    for wording in of_actors:
        if wording.rule not in {"first_name", "kindred_title"}:
            key = bare(" ".join(wording.words), language)
            if all(w.actor != wording.actor for w in names[key]):
                names[key].append(wording)
    actors = _table(of_actors)
    known = {w for wording in of_actors for w in wording.words if len(w) > 2}
    return Directory(
        actors,
        _table(concept_wordings(event, language)),
        _excluded(event),
        {key: tuple(found) for key, found in names.items()},
        passed_over(language.code),
        {c.id: frozenset(_named_in(" ".join(c.terms), actors)) for c in event.concepts},
        frozenset(known | set(keys_of(event.title))) - language.stop_words,
    )


def _table(wordings: Iterable[Wording]) -> Table:
    found: dict[str, dict[tuple[str, ...], list[Wording]]] = defaultdict(lambda: defaultdict(list))
    for wording in wordings:
        if not wording.words:
            continue
        same = found[wording.words[0]][wording.words]
        if all((w.actor, w.concept) != (wording.actor, wording.concept) for w in same):
            same.append(wording)
    return {
        first: tuple(
            (words, tuple(options))
            for words, options in sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0]))
        )
        for first, phrases in found.items()
    }


def _named_in(terms: str, actors: Table) -> Iterator[str]:
    """The ids of actors whom some terms name by one word with a capital."""
    for word in words_as_printed(terms):
        if word[0].isupper():
            for phrase, options in actors.get(keys_of(word)[0], ()):
                if len(phrase) == 1:
                    yield from (o.actor.id for o in options if o.actor)


def _excluded(event: Event) -> Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for actor, _ in event.actors():
        for phrase in actor.excluded:
            owners[keys_of(phrase)].add(actor.id)
    for concept in event.concepts:
        for phrase in concept.excluded:
            owners[keys_of(phrase)].add(concept.id)
    found: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
    for words, ids in sorted(owners.items(), key=lambda item: -len(item[0])):
        if words:
            found[words[0]].append((words, frozenset(ids)))
    return {first: tuple(phrases) for first, phrases in found.items()}


def _printed(event: Event, acronyms: Iterable[tuple[str, str]]) -> Iterable[Wording]:
    by_id = {actor.id: (actor, side) for actor, side in event.actors()}
    for actor_id, acronym in acronyms:
        actor, side = by_id[actor_id]
        yield Wording(keys_of(acronym), actor, side, None, "acronym", upper=True)


@lru_cache(maxsize=8)
def printed_acronyms(event: Event) -> tuple[tuple[str, str], ...]:
    """Acronyms that an article prints in brackets after a body's name, with the body's id.

    An acronym that articles give to two bodies is neither's.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    for actor, _ in event.actors():
        for name in (actor.name, *actor.aliases) if actor.kind != "person" else ():
            if len(name.split()) < 2:
                continue
            for article in event.articles:
                for at in _places(name, article.text):
                    if printed := _IN_BRACKETS.match(article.text, at):
                        bodies[printed[1]].add(actor.id)
    return tuple((min(ids), acronym) for acronym, ids in sorted(bodies.items()) if len(ids) == 1)


def _places(name: str, text: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at + len(name)
        at = text.find(name, at + 1)


def matched(
    words: Words, i: int, phrase: tuple[str, ...], passed: frozenset[str] = frozenset()
) -> int | None:
    """Where a phrase that begins at a word of a text ends there; None if it does not stand there.

    An initial or a nickname in the middle of a name is passed over, and so are articles and
    the like (`passed`) in the middle of a term: "shut the works" for "shut works".
    """
    at = i
    for n, key in enumerate(phrase):
        while (
            n
            and at < len(words)
            and words.keys[at] != key
            and ((words.keys[at] in passed and words.beside(at)) or _is_by_the_way(words, at))
        ):
            at += 1
        if at >= len(words) or words.keys[at] != key:
            return None
        if n and not (words.within(at) or _after_the_way(words, at)):
            return None
        at += 1
    return at


def _is_by_the_way(words: Words, i: int) -> bool:
    """Whether a word is an initial or a nickname in marks: "Robert “Bob” Tanner"."""
    if not words.capital(i):
        return False
    if len(words.keys[i]) == 1 and words.beside(i):
        return True
    after = words.gap(i + 1) if i + 1 < len(words) else ""
    return words.gap(i) in _OPENED and after in _CLOSED


def _after_the_way(words: Words, i: int) -> bool:
    if words.gap(i) in _CLOSED:
        return i > 0 and words.gap(i - 1) in _OPENED
    return words.gap(i) == ". " and len(words.keys[i - 1]) <= 4 and words.capital(i)


def bare(words: str, language: Language) -> str:
    """Folded words without article, possessive, points and hyphens: how a name is looked up."""
    plain = re.sub(r"['’]s?$", "", without_article(fold(words), language))
    return " ".join(keys_of(plain))


@lru_cache(maxsize=8)
def without_articles(event: Event) -> Event:
    """The event without its articles: what the directory depends on."""
    return Event(event.id, event.title, sides=event.sides, concepts=event.concepts)


def people_named(wordings: Iterable[Wording]) -> dict[str, Actor]:
    """The actors behind some wordings, by id."""
    return {w.actor.id: w.actor for w in wordings if w.actor}
