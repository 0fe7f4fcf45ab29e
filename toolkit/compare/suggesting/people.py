"""Who takes part, as far as the articles tell: names and groups that speak or recur, over articles.

An article's own reader knows whom "Ruiz" and "the director" mean there. Here the people, bodies
and speaking groups of many articles are put together: a person by first and last name, a body by
its name, a group by its words. How often each speaks is what its quotes say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.extract.candidates import Paragraph
from toolkit.extract.entities import Entities, Entity, spelling
from toolkit.extract.naming import fold
from toolkit.extract.quotation import find_quotes
from toolkit.extract.rules import Reader
from toolkit.languages import Language, get_language
from toolkit.model import ActorKind, Article, Span

#: From here on a name of two or three words may be taken for a person's.
PROBABLY = 0.6
#: Named so often, a person would be named by surname, or be a she or he.
OFTEN = 5
_ARTICLES = re.compile(r"^(?:the|la|el|los|las)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:[A-Z]\.?){2,6}")
_ACRONYM = re.compile(r"\s?\(((?:[A-Z]\.?){2,6})\)")


@dataclass(frozen=True, slots=True)
class Place:
    """One place where somebody is named."""

    article_id: str
    span: Span
    paragraph: Span


@dataclass(slots=True)
class Found:
    """Somebody or something that may be an actor, with all that was seen of it."""

    name: str
    kind: ActorKind
    titles: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    quotes: int = 0
    places: list[Place] = field(default_factory=list)
    outlets: dict[str, None] = field(default_factory=dict)
    forms: Counter[str] = field(default_factory=Counter)
    shown: bool = False  # a title, a first name, a "she" shows a person

    @property
    def weight(self) -> tuple[int, int, int]:
        """Order of importance: how often it speaks, in how many outlets, how often it is named."""
        return (self.quotes, len(self.outlets), len(self.places))

    def take_in(self, other: Found) -> None:
        """Count another's as this one's."""
        self.titles += other.titles
        self.aliases += other.aliases
        self.forms += other.forms
        self.quotes += other.quotes
        self.places += other.places
        self.outlets |= other.outlets
        self.shown = self.shown or other.shown


def find_people(articles: Iterable[Article]) -> list[Found]:
    """The persons, bodies and speaking groups of articles, most important first.

    articles: those in a language without a file are passed over.
    """
    merged: dict[tuple[str, ...], Found] = {}
    for article in articles:
        for found in _of_article(article):
            key = _key(found)
            if key in merged:
                merged[key].take_in(found)
            else:
                merged[key] = found
    _bodies_once(merged)
    people = _without_short_names(merged)
    people = [f for f in people if f.kind != "person" or f.shown or f.quotes]
    for found in people:
        found.name = max(found.forms, key=lambda n: (found.forms[n], -len(n), n))
        found.aliases.update({form: n for form, n in found.forms.items() if form != found.name})
    return sorted(people, key=lambda f: (*(-w for w in f.weight), f.name))


def _of_article(article: Article) -> Iterator[Found]:
    language = get_language(article.language)
    quotes = find_quotes(article.text, article.language)
    paragraphs = Reader(article.text, language).paragraphs
    known = Entities(article.text, language, paragraphs)
    spoken = Counter(quote.speaker for quote in quotes if quote.speaker)
    seen = _seen(known, paragraphs)
    for entity in known.by_name.values():
        forms = {span.of(article.text) for span, _ in seen.get(entity.name, ())}
        kind = _kind(entity, known, spoken[entity.name], forms)
        places = [
            Place(article.article_id, span, paragraph)
            for span, paragraph in seen.get(entity.name, ())
        ]
        if kind is None or not places:
            continue
        found = Found(entity.name, kind, quotes=spoken[entity.name], places=places)
        full = [
            p.span.of(article.text) for p in places if _is_full(p.span.of(article.text), entity)
        ]
        found.forms.update(_ARTICLES.sub("", form) for form in full or [entity.name])
        found.outlets[article.outlet] = None
        found.shown = bool(entity.human or entity.gender or entity.roles)
        found.titles.update(role for role in entity.roles if role in language.roles)
        found.aliases.update(_aliases(article.text, entity, seen[entity.name]))
        yield found
    yield from _groups(article, paragraphs, language)


def _seen(known: Entities, paragraphs: Sequence[Paragraph]) -> dict[str, list[tuple[Span, Span]]]:
    """Where each entity is named: the name, and its paragraph."""
    places = defaultdict(list)
    for paragraph in paragraphs:
        for phrase in paragraph.phrases:
            entity = known.of(phrase) if phrase.kind in ("name", "body") else None
            if entity and phrase.head[:1].isupper():
                span = _printed(known.text, phrase.head, phrase.span)
                if span:
                    places[entity.name].append((span, paragraph.span))
    for name, found in places.items():
        if " " in name:
            found += _amid_phrases(known.text, name, {span for span, _ in found}, paragraphs)
            found.sort(key=lambda place: place[0])
    return places


def _amid_phrases(
    text: str, name: str, seen: set[Span], paragraphs: Sequence[Paragraph]
) -> list[tuple[Span, Span]]:
    """Where a full name stands within a longer phrase: "the spokeswoman for the Alder Union"."""
    spans = (Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return [
        (span, paragraph.span)
        for span in spans
        if not any(span.overlaps(other) for other in seen)
        for paragraph in paragraphs
        if paragraph.span.contains(span)
    ]


def _printed(text: str, name: str, within: Span) -> Span | None:
    """Where a name stands in its phrase, the points of its initials included."""
    pattern = r"\.?\s+".join(map(re.escape, name.split()))
    match = re.compile(pattern).search(text, within.start, within.end)
    return Span(*match.span()) if match else None


def _kind(entity: Entity, known: Entities, spoken: int, forms: set[str]) -> ActorKind | None:
    """Person or body, or None where it is a place, a day or no name at all."""
    language = known.language
    words = [w.casefold() for w in entity.name.split()]
    if entity.kind not in ("name", "body") or entity.name in language.not_acronyms:
        return None
    acronym = _CAPITALS.fullmatch(entity.name)
    if not entity.human and acronym:
        return "body" if spoken or entity.spoken else None
    named = len(words) > 2 and words[-1] in language.bodies | language.body_names
    if named or (not entity.human and _is_body(entity, words, language)):
        return "body"
    if not (entity.human or entity.gender or entity.roles):
        if _spoken_for(entity, known):
            return "body"
        if len(entity.starts) >= OFTEN and all(form == entity.name for form in forms):
            return "body" if spoken or entity.spoken else None
    if entity.human or known.likely_human(entity) >= PROBABLY:
        return "person"
    return "body" if _speaks_as_body(entity, known, spoken, language) else None


def _spoken_for(entity: Entity, known: Entities) -> bool:
    """ "A spokeswoman for Alder Salt", "Alder Salt spokeswoman"."""
    speakers = "|".join(map(re.escape, sorted(known.language.speaks_for)))
    behalf = "|".join(map(re.escape, sorted(known.language.behalf)))
    name = re.escape(entity.name)
    before = rf"(?:{speakers})\s(?:{behalf})\s{name}(?!\w)"
    return re.search(rf"{before}|(?<!\w){name}\s(?:{speakers})(?!\w)", known.text) is not None


def _speaks_as_body(entity: Entity, known: Entities, spoken: int, language: Language) -> bool:
    """Whether what has no word of a body in its name is one: "the White House said"."""
    name = fold(entity.name)
    if name in language.demonyms:
        return False
    if " " not in name:
        return spoken > 1 and known.no_person(entity)
    return bool(spoken or entity.spoken) and (entity.thing > 0 or known.no_person(entity))


def _is_body(entity: Entity, words: Sequence[str], language: Language) -> bool:
    named = language.bodies | language.body_names
    listed = any(w in named or w.removesuffix("s") in named for w in words)
    return entity.kind == "body" or listed


def _aliases(text: str, entity: Entity, seen: Iterable[tuple[Span, Span]]) -> Iterator[str]:
    """Other forms of the name, and an acronym in brackets behind it."""
    for span, _ in seen:
        form = span.of(text)
        if form != entity.name and not _implied(form, entity.name):
            yield form
        acronym = _ACRONYM.match(text, span.end)
        if acronym and " " in form:
            yield acronym[1]


def _is_full(form: str, entity: Entity) -> bool:
    return len(form.split()) == len(entity.name.split())


def _implied(form: str, name: str) -> bool:
    """The surname is found by the full name anyway."""
    return spelling(form) in (spelling(name), spelling(name.split()[-1]))


def _groups(article: Article, paragraphs: Sequence[Paragraph], language: Language) -> list[Found]:
    """Groups without a name that speak: "the residents", "caravan organizers"."""
    groups: dict[str, Found] = {}
    for quote in find_quotes(article.text, article.language):
        name = quote.speaker or ""
        if " " not in name:
            name = name.lower()  # "Residents said": only the sentence's first word
        if not name or not name[0].islower() or quote.source is None:
            continue
        if name in language.plurals | language.speaks_for or not _is_many(
            name.split()[-1 if language.names_modify else 0], language
        ):
            continue
        holding = (p.span for p in paragraphs if p.span.contains(quote.source or p.span))
        place = Place(article.article_id, quote.source, next(holding, quote.source))
        found = groups.setdefault(name, Found(name, "group"))
        found.quotes += 1
        found.forms[name] += 1
        found.places.append(place)
        found.outlets[article.outlet] = None
    return list(groups.values())


def _is_many(word: str, language: Language) -> bool:
    word = word.casefold()
    alone = word.removesuffix("s")
    listed = language.groups | language.plurals
    return word in listed or (alone != word and (alone in language.roles or word in language.roles))


def _key(found: Found) -> tuple[str, ...]:
    words = spelling(_ARTICLES.sub("", found.name)).replace(".", "").split()
    while len(words) > 2 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
        del words[-1]
    if found.kind == "person" and len(words) > 1:
        return ("person", words[0], words[-1])
    return (found.kind, " ".join(words))


def _bodies_once(merged: dict[tuple[str, ...], Found]) -> None:
    """What one article takes for a body and another for a person without a title."""
    for key, found in [*merged.items()]:
        body = merged.get(("body", spelling(found.name)))
        if found.kind == "person" and body and not found.titles:
            body.take_in(merged.pop(key))


def _without_short_names(merged: dict[tuple[str, ...], Found]) -> list[Found]:
    """Single words are counted with the person or body that they are short for, if any."""
    owners: dict[str, list[Found]] = defaultdict(list)
    for key, found in merged.items():
        for short in _short_forms(key, found):
            owners[short].append(found)
    kept = []
    for found in merged.values():
        short = spelling(found.name).replace(".", "")
        if " " in short or found.kind == "group":
            kept.append(found)
            continue
        owner = _main(owners[short], found)
        if owner:
            _count_with(owner, found)
        elif found.kind == "body" and not _joins_names(short, owners):
            kept.append(found)  # a person of one name is a first name, or a surname that two bear
    return kept


def _short_forms(key: tuple[str, ...], found: Found) -> set[str]:
    if found.kind == "person":
        return set(key[1:]) if len(key) > 2 else set()
    if found.kind == "body" and " " in key[1]:
        return {_initials(found.name), *map(spelling, found.aliases)}
    return set()


def _main(owners: Sequence[Found], found: Found) -> Found | None:
    """The one owner of a short name, or the one that is named more often than the others."""
    others = sorted((o for o in owners if o is not found), key=lambda o: -len(o.places))
    if len(others) > 1 and len(others[0].places) < 2 * len(others[1].places):
        return None
    return others[0] if others else None


def _count_with(owner: Found, found: Found) -> None:
    surname = spelling(found.name) == spelling(owner.name.split()[-1])
    if owner.kind == "body" or not surname:
        owner.aliases[found.name] += len(found.places)
    found.forms.clear()
    owner.take_in(found)


def _joins_names(word: str, owners: dict[str, list[Found]]) -> bool:
    """ "The Falk-Roth plan" names two people and is neither."""
    parts = word.replace("-", " ").split()
    return len(parts) > 1 and all(owners[part] for part in parts)


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper()).casefold()
