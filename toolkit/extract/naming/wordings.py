"""The wordings of actors and concepts: those that an event's file lists and those they imply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.inflecting import forms_of, noun_forms, verb_forms
from toolkit.extract.naming.persons import PersonName, parse_name
from toolkit.extract.naming.words import keys_of, words_as_printed
from toolkit.languages import Language, get_language, words_of
from toolkit.model import Actor, Concept, Event, Side

#: How often a rule is right, as read by hand in real coverage (see tests/quality/mentions.csv).
P_OF_RULE: Mapping[str, float] = {
    "name": 0.98, "title_and_name": 0.98, "surname": 0.97, "shared_surname": 0.8,
    "first_name": 0.9, "alias": 0.95, "acronym": 0.95, "title": 0.9, "kindred_title": 0.7,
    "group": 0.9, "term": 0.9,
}  # fmt: skip

#: Rules of a name that is not whole, and of a role without a name.
SURNAMES = frozenset({"surname", "shared_surname", "first_name"})
TITLES = frozenset({"title", "kindred_title"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to name an actor or a concept: folded words, who is meant, by which rule."""

    words: tuple[str, ...]
    actor: Actor | None
    side: Side | None
    concept: Concept | None
    rule: str
    needs_article: bool = False
    #: Whether it is a name, which begins with a capital, or an acronym, all in capitals.
    capital: bool = False
    upper: bool = False

    @property
    def p(self) -> float:
        """How often the rule is right."""
        return P_OF_RULE[self.rule]


def actor_wordings(event: Event, language: Language) -> Iterator[Wording]:
    """Every wording of every actor."""
    titles = {a.id: {fold(t) for t in a.titles} for a, _ in event.actors()}
    names = {a.id: parse_name(a.name, a.aliases) for a, _ in event.actors() if a.kind == "person"}
    for actor, side in event.actors():
        yield from _listed(actor, side, language)
        if actor.kind == "person":
            yield from _of_person(actor, side, names, titles, language)
        elif actor.kind == "body":
            yield from _of_body(actor, side)
        else:
            yield from _of_group(actor, side, language)


def _wording(phrase: str, actor: Actor, side: Side, rule: str, **more: bool) -> Wording:
    printed = words_as_printed(phrase)
    upper = len(printed) == 1 and phrase.replace(".", "").isupper() and len(phrase) > 1
    capital = bool(printed) and printed[0].lstrip("@#")[:1].isupper()
    return Wording(keys_of(phrase), actor, side, None, rule, upper=upper, capital=capital, **more)


def _listed(actor: Actor, side: Side, language: Language) -> Iterator[Wording]:
    for rule, phrases in (("name", (actor.name,)), ("alias", actor.aliases)):
        for phrase in phrases:
            words = without_article(phrase, language)
            article = words != phrase and words.islower() and actor.kind != "group"
            yield _wording(words, actor, side, rule, needs_article=article)


def _of_person(
    actor: Actor,
    side: Side,
    names: Mapping[str, PersonName],
    titles: Mapping[str, set[str]],
    language: Language,
) -> Iterator[Wording]:
    name = names[actor.id]
    taken_titles = frozenset().union(*(titles[key] for key in titles if key != actor.id))
    others = [n for key, n in names.items() if key != actor.id]
    for title in actor.titles:
        for surname in (*name.surnames, fold(actor.name)):
            words = (*keys_of(title), *keys_of(surname))
            yield Wording(words, actor, side, None, "title_and_name")
        for form in (title, *(f for f in _gendered(title, language) if f not in taken_titles)):
            yield Wording(keys_of(form), actor, side, None, "title", needs_article=True)
    for surname in name.surnames:
        taken = any(surname == s for n in others for s in n.surnames)
        rule = "shared_surname" if taken else "surname"
        yield Wording(keys_of(surname), actor, side, None, rule, capital=True)
        for first in (name.first, *_short_for(name.first, language)):
            if first:
                yield Wording((first, *keys_of(surname)), actor, side, None, "name", capital=True)
    if name.first and len(name.first) > 2 and not any(name.first in n.given for n in others):
        given = " ".join(name.given)
        yield Wording(keys_of(given), actor, side, None, "first_name", capital=True)
        if given != name.first:
            yield Wording((name.first,), actor, side, None, "first_name", capital=True)
    for title in actor.titles:
        for kindred in language.same_roles.get(title.casefold(), ()):
            if fold(kindred) not in taken_titles:
                words = keys_of(kindred)
                yield Wording(words, actor, side, None, "kindred_title", needs_article=True)


def _gendered(title: str, language: Language) -> Iterator[str]:
    """A Spanish title of one word in its other gender: "directora" for "director"."""
    if language.adjectives_follow and " " not in title:
        yield from (f for f in noun_forms(fold(title), language) if not f.endswith("s"))


def _short_for(first: str | None, language: Language) -> Iterator[str]:
    """The other forms of a first name: "Michael" for "Mike", and "Mike" for "Michael"."""
    if first:
        long = language.nicknames.get(first)
        yield from [long] if long else []
        yield from (short for short, name in language.nicknames.items() if name == first)


def _of_body(actor: Actor, side: Side) -> Iterator[Wording]:
    words = actor.name.split()
    acronym = "".join(w[0] for w in words if w[0].isupper())
    if len(words) > 2 and len(acronym) > 2:
        yield Wording((acronym.lower(),), actor, side, None, "acronym", upper=True)
    if len(words) > 1 and fold(words[-1]).strip(".") in LEGAL_FORMS:
        yield _wording(" ".join(words[:-1]), actor, side, "alias")


#: What a company's name may end in and newspapers leave out.
LEGAL_FORMS = words_of("ltd limited inc incorporated plc llc corp corporation sa sl co gmbh")


def _of_group(actor: Actor, side: Side, language: Language) -> Iterator[Wording]:
    for phrase in (actor.name, *actor.aliases, *actor.titles):
        words = keys_of(without_article(phrase, language))
        for form in forms_of(words, language) if words else ():
            yield Wording(form, actor, side, None, "group")


def concept_wordings(event: Event, language: Language) -> Iterator[Wording]:
    """Every form of every term of every concept."""
    for concept in event.concepts:
        for term in concept.terms:
            listed = keys_of(without_article(term, language))
            words = (*listed[:1], *(w for w in listed[1:] if w not in passed_over(language.code)))
            forms = [*forms_of(words, language), *_of_future(term, language)] if words else []
            for form in forms:
                yield Wording(form, None, None, concept, "term")


@lru_cache
def passed_over(code: str) -> frozenset[str]:
    """The words that make no difference in the middle of a term: "give up its weapons"."""
    language = get_language(code)
    words = language.definite | language.indefinite | language.possessives
    return frozenset(map(fold, words | language.demonstratives | language.all_of))


def _of_future(term: str, language: Language) -> Iterator[tuple[str, ...]]:
    """The forms of a verb that is listed as it will be: "cerrará" is "cierra" too."""
    if language.adjectives_follow and term.casefold().endswith(("ará", "erá", "irá")):
        bare = fold(term)[:-1]
        yield (bare,)
        yield from ((form,) for form in verb_forms(bare, language))


def without_article(words: str, language: Language) -> str:
    """The words without an article in front."""
    first, _, rest = words.partition(" ")
    articles = language.definite | language.one_articles
    return rest if rest and first.casefold() in articles else words
