"""Who and what is named where: mentions of the event's actors and concepts, as printed.

The event's file says who matters; this module expands what it says. A person is also found by the
surname, by a title with the surname ("Mayor Ellery", "Ms Ruiz"), and by a title of her own with an
article ("the mayor", "la alcaldesa"); a body by its aliases; a concept by its terms and their
plurals. The longest wording wins. A surname that two actors share goes to whoever of them fits the
honorific, else was named last. What stands under `not:` is never a mention.

The label is the wording in the article, so that `text[start:end]` is what the outlet chose.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.languages import Language, get_language
from toolkit.model import Actor, Article, Concept, Event, Mention, Side, Span

_P_FULL, _P_SURNAME, _P_SHARED, _P_TITLE, _P_ALIAS, _P_TERM = 0.98, 0.95, 0.75, 0.8, 0.9, 0.9


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no accents; one character for one, so that offsets stay.

    >>> fold("Tomás RUIZ")
    'tomas ruiz'
    """
    return "".join(_fold_character(c) for c in text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character == "’":
        return "'"
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character


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
                names[_bare(words, language)].append((w.actor, w.p, w.rule))
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
                _without_article(fold(alias), language), actor, side, None, _P_ALIAS, "alias"
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
            folded = _without_article(fold(term), language)
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


def _without_article(words: str, language: Language) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first in language.definite else words


def _bare(words: str, language: Language) -> str:
    return re.sub(r"'s?$", "", _without_article(words, language)).replace("-", " ")


def find_mentions(article: Article, event: Event) -> list[Mention]:
    """Find every mention of the event's actors and concepts in one article, in text order.

    Returns a list of `Mention`, none overlapping another of the same kind.

    Does not show: wordings that the event's file does not list or imply, and pronouns.
    Source: the scheme of labels follows NewsWCL50 (Hamborg et al. 2019).
    """
    language = get_language(article.language)
    known = directory(_key(event), language.code)
    if known.pattern is None:
        return []
    folded = fold(article.text)
    blocked = [m.span() for m in known.excluded.finditer(folded)] if known.excluded else []
    found: list[Mention] = []
    for match in known.pattern.finditer(folded):
        words = re.sub(r"[\s\-]+", " ", match.group())
        options = known.wordings.get(words) or known.wordings.get(match.group()) or ()
        if not options or any(a <= match.start() and match.end() <= b for a, b in blocked):
            continue
        mention = _mention(article.text, Span(*match.span()), options, found, language)
        if mention:
            found.append(mention)
    return found


def _key(event: Event) -> Event:
    """The event without its articles: what the directory depends on."""
    return Event(event.id, event.title, sides=event.sides, concepts=event.concepts)


def _mention(
    text: str, span: Span, options: tuple[Wording, ...], found: list[Mention], language: Language
) -> Mention | None:
    before = text[max(0, span.start - 24) : span.start].split()
    previous = before[-1].casefold() if before else ""
    articles = language.definite | language.fused_articles
    options = tuple(o for o in options if not o.needs_article or previous in articles)
    if not options:
        return None
    chosen = options[0] if len(options) == 1 else _told_apart(before, options, found, language)
    grown = _with_honorific(text, span, before, language) if chosen.actor else span
    if chosen.concept:
        return Mention(span, concept=chosen.concept.id, p=chosen.p, method=chosen.rule)
    assert chosen.actor and chosen.side
    return Mention(grown, chosen.actor.id, chosen.side.id, p=chosen.p, method=chosen.rule)


def _told_apart(
    before: list[str], options: tuple[Wording, ...], found: list[Mention], language: Language
) -> Wording:
    """A surname that several share: by the honorific's gender, else whoever was named last."""
    gender = language.honorifics.get(before[-1]) if before else None
    if gender:
        fitting = [
            o for o in options
            if o.actor and language.first_names.get(o.actor.name.split()[0], gender) == gender
        ]  # fmt: skip
        options = tuple(fitting) or options
    ids = {o.actor.id: o for o in options if o.actor}
    last = next((m.actor for m in reversed(found) if m.actor in ids), None)
    return ids[last] if last and len(options) > 1 else options[0]


def _with_honorific(text: str, span: Span, before: list[str], language: Language) -> Span:
    if before and before[-1] in language.honorifics:
        start = text.rindex(before[-1], 0, span.start)
        return Span(start, span.end)
    return span


@dataclass(frozen=True, slots=True)
class Named:
    """An actor behind a speaker's name, with the probability of the link and its rule."""

    actor: Actor
    p: float
    rule: str


def find_actor(name: str | None, event: Event, code: str) -> Named | None:
    """The actor of an event that a name, role or body found in a text stands for.

    >>> ruiz = Actor("ana-ruiz", "Ana Ruiz", titles=("director",))
    >>> event = Event("e", "E", sides=(Side("owners", "Owners", (ruiz,)),))
    >>> find_actor("director Ana Ruiz", event, "en").actor.name
    'Ana Ruiz'
    >>> find_actor("Ida Falk", event, "en")
    """
    if not name:
        return None
    language = get_language(code)
    known = directory(_key(event), language.code)
    folded = _bare(fold(name), language)
    for key, share in _shortenings(folded, language):
        options = known.by_name.get(key, ())
        people = {actor.id for actor, _, _ in options}
        if len(people) == 1:
            actor, p, rule = options[0]
            if _fits(folded, key, actor, rule):
                return Named(actor, round(p * share, 3), rule)
    return None


def _shortenings(name: str, language: Language) -> Iterator[tuple[str, float]]:
    """The name, the name without the words before it, what stands before a comma or "of", and the
    body that a spokesman speaks for.
    """
    words = name.split()
    links = language.behalf
    yield name, 1.0
    cut = next((i for i, w in enumerate(words) if w in links or words[i - 1].endswith(",")), None)
    head = words[:cut] if cut else words
    for i in range(1, len(head)):
        if head[i - 1] not in language.prepositions:
            yield " ".join(head[i:]).strip(","), 0.95
        else:
            break
    if cut:
        yield " ".join(head).strip(","), 0.9
    if cut and words[cut] in links and set(head) & language.speaks_for:
        yield _without_article(" ".join(words[cut + 1 :]), language), 0.8


def _fits(name: str, key: str, actor: Actor, rule: str) -> bool:
    """Guard against namesakes: "Marta Ruiz" is not the only Ruiz of the event."""
    if rule not in {"surname", "shared_surname"} or name == key:
        return True
    rest = name.removesuffix(key).split()
    first = fold(actor.name).split()[0]
    return not rest or rest[-1] == first or rest[-1] in {fold(t).split()[-1] for t in actor.titles}
