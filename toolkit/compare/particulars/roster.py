"""Who and what an event's articles name between them: one name for each person, body and place.

A person is named in full once and by the surname afterwards, one outlet has a middle initial,
another a nickname or a hyphen, and a third only the surname. All are filed under one form: the
event's own where it is an actor, else the form that most often stands in the articles. A surname
that two persons of an event bear is nobody's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from toolkit.compare.particulars.naming import Named, Names
from toolkit.compare.particulars.record import Particular, ParticularKind
from toolkit.compare.particulars.spelling import SUFFIX, squashed, surname
from toolkit.compare.wording import fold
from toolkit.extract.entities import one_letter_off
from toolkit.languages import Language
from toolkit.model import Span

#: So long a surname may differ in a letter and still be the same.
LONG = 6


@dataclass
class Roster:
    """The persons, bodies and places of an event, by the forms in which they are printed."""

    names: dict[str, str] = field(default_factory=dict)  # a person's form to the form that stands
    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_article: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    acronyms: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    firsts: set[str] = field(default_factory=set)
    shown: dict[tuple[str, str], str] = field(default_factory=dict)


def settle(read: Sequence[tuple[Names, Sequence[Named]]]) -> list[tuple[Names, list[Named]]]:
    """The same names, each as what it is most often shown to name anywhere in the event."""
    shown: dict[str, Counter[ParticularKind]] = defaultdict(Counter)
    for _, found in read:
        for n in found:
            if n.kind and " " in n.name:
                shown[squashed(n.name)][n.kind] += 1
    kinds: dict[str, ParticularKind | None] = {}
    for name, votes in shown.items():
        kinds[name] = min(votes.most_common(), key=lambda vote: (-vote[1], vote[0]))[0]
    kinds |= dict.fromkeys(_mistaken(read))
    return [
        (names, [replace(n, kind=kinds.get(squashed(n.name), n.kind)) for n in found])
        for names, found in read
    ]


def _mistaken(read: Sequence[tuple[Names, Sequence[Named]]]) -> set[str]:
    """Names that are a surname behind the first word of a sentence: "Whatever Holm"."""
    persons = [(names, n) for names, found in read for n in found if n.kind == "person"]
    known = {
        surname(n.name) for names, n in persons if n.name.split()[0] in names.language.first_names
    }
    small = {word for names, _ in read for word in names.small}
    opening: dict[str, bool] = {}
    for names, n in persons:
        two = len(n.name.split()) == 2 and surname(n.name) in known
        first = n.name.split()[0]
        unknown = first not in names.language.first_names and first.lower() in small
        starts = bool(
            re.search(r"(?:^|\n|[.!?][”»\"’']? |[“«\"])$", names.article.text[: n.span.start])
        )
        key = squashed(n.name)
        opening[key] = opening.get(key, True) and two and unknown and starts
    return {key for key, only in opening.items() if only}


def call_roll(read: Sequence[tuple[Names, Sequence[Named]]]) -> Roster:
    """The roster of an event from the names of its articles."""
    roster = Roster()
    persons = Counter(n.name for _, found in read for n in found if n.kind == "person")
    roster.names = _one_name_each(persons, [names.language for names, _ in read])
    for names, found in read:
        for n in found:
            if n.kind == "person":
                _note(roster, names, roster.names[n.name], n.name)
            elif n.kind:
                roster.shown.setdefault((fold(n.name), n.kind), n.name)
    initials = {_initials(n.name) for _, found in read for n in found if n.kind == "body"}
    for names, _ in read:
        for _, plain, introduced in names.acronyms():
            if introduced or plain in initials:
                roster.acronyms.add(plain)
    roster.places = _places(read, roster)
    return roster


def _note(roster: Roster, names: Names, name: str, printed: str) -> None:
    words = [w for w in printed.split() if not SUFFIX.fullmatch(w) and "." not in w]
    short = {surname(printed)}
    if words[0] not in names.language.first_names:
        short.add(fold(words[0]))
    roster.firsts.update(fold(w) for w in words[:-1] if w in names.language.first_names)
    for word in short:
        roster.owners[word].add(name)
        roster.by_article[names.article.article_id, word].add(name)


def _places(read: Sequence[tuple[Names, Sequence[Named]]], roster: Roster) -> set[str]:
    """Names that nothing shows but a preposition of place, and nobody bears or speaks under."""
    unshown = [n for _, found in read for n in found if n.kind is None]
    located = Counter(n.name for n in unshown if n.located)
    printed = Counter(n.name for n in unshown)
    printed.update(word for names, _ in read for _, word in names.singles() if word in located)
    placed = set()
    for name, times in located.items():
        if 2 * times < printed[name] - (times if " " not in name else 0):
            continue  # mostly it is not named as a place
        entities = [e for names, _ in read if (e := names.entities.by_name.get(name))]
        spoken = any(e.spoken or e.human or e.roles for e in entities)
        if not spoken and not roster.owners.keys() & set(fold(name).split()):
            placed.add(name)
    return placed


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())


def _one_name_each(persons: Counter[str], languages: Sequence[Language]) -> dict[str, str]:
    """Each form of a person's name to the one under which all its forms are filed."""
    short = {s: full for language in languages for s, full in language.nicknames.items()}
    particles = frozenset(p for language in languages for p in language.particles)
    groups: list[list[str]] = []
    for name in sorted(persons, key=lambda n: (-len(n.split()), -persons[n], n)):
        home = [g for g in groups if all(same_person(name, other, short, particles) for other in g)]
        if len(home) == 1:
            home[0].append(name)
        else:
            groups.append([name])
    forms: dict[str, str] = {}
    for group in groups:
        best = min(group, key=lambda n: (-persons[n], -len(n), n))
        forms |= dict.fromkeys(group, best)
    return forms


def same_person(
    one: str, other: str, nicknames: dict[str, str], particles: frozenset[str] = frozenset()
) -> bool:
    """Whether two full names are forms of one: an initial, a hyphen, a nickname, a doubled letter.

    >>> same_person("Mike R. Tarn", "Michael Tarn", {"mike": "michael"})
    True
    >>> same_person("Ana Tarn", "Michael Tarn", {})
    False
    """
    if squashed(one) == squashed(other):
        return True
    last, second = surname(one), surname(other)
    drifted = len(last) >= LONG and one_letter_off(last, second)
    if last != second and not drifted:
        return False
    a, b = (fold(n.split()[0]).rstrip(".") for n in (one, other))
    if {a, b} & particles:
        return not drifted  # "De Holm" is Greta de Holm
    a, b = nicknames.get(a, a), nicknames.get(b, b)
    return a == b or (not drifted and (a.startswith(b) or b.startswith(a)))


def named_particulars(names: Names, found: Sequence[Named], roster: Roster) -> Iterator[Particular]:
    """The persons, bodies and places of one article, under the names of the roster."""
    taken: set[int] = set()
    for n in found:
        taken.update(range(n.span.start, n.span.end))
        if n.kind == "person":
            name = roster.names[n.name]
            yield Particular(name, "person", n.span, surname(name))
        elif n.kind:
            shown = roster.shown[fold(n.name), n.kind]
            yield Particular(shown, n.kind, n.span, fold(shown))
        elif n.name in roster.places:
            yield Particular(n.name, "place", n.span, fold(n.name))
    for span, plain, _ in names.acronyms():
        place = names.language.known_places.get(plain.lower())
        if span.start in taken:
            continue
        if place:
            yield Particular(place, "place", span, fold(place))
        elif plain in roster.acronyms:
            yield Particular(plain, "body", span, plain.lower())
    for span, word in names.singles():
        owner = None if span.start in taken else _owner(span, word, names, roster)
        if owner:
            yield Particular(owner, "person", span, surname(owner))


def _owner(span: Span, word: str, names: Names, roster: Roster) -> str | None:
    """Whose name a single word is: somebody's of this article, else of the event."""
    plain = fold(word)
    if plain not in roster.owners or plain in roster.firsts or word in names.language.not_names:
        return None
    here = roster.by_article.get((names.article.article_id, plain), set())
    owners = here or roster.owners[plain]
    if len(owners) > 1:
        meant = roster.names.get(names.meant.get(span.start, ""))
        return meant if meant in owners else None
    return next(iter(owners))
