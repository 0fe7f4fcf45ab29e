"""Who is in a text: its people and bodies, each under the fullest name that the text gives.

A name comes in full once and short afterwards, a role is explained by a title ("Mayor Falk"), an
apposition ("Ana Ruiz, the director") or a verb ("Ruiz is the director"), a body may go by its
initials, and a spelling may drift ("Müller", "Mueller"). Whether a name is a person's, and whether
that is a he or a she, is shown by a title, a known first name, an age, or a pronoun that follows.
What nothing shows stays unknown.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.languages import Language

_UMLAUT = re.compile(r"(?<=[bcdfghjklmnprstvwz])([aou])e(?=[bcdfghklmnprstz])")
_GENERATION = re.compile(r"[JS]r\.?|I{2,3}|IV")
_HEADLINE = 0.6  # so much of a line in capitals is a headline: its capitals show no name
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 5, 25  # words
_UNSHOWN = 0.65  # that two words with capitals are a person of whom nothing is shown
_SELDOM = 3  # "the Falk campaign" once in so many mentions still leaves Falk a person
_OFTEN = 4  # bare surnames from which one person owns it
_LONG = 5  # letters of a surname whose spelling may drift
_APPOSED = 3  # words of a second description between a role and its bearer's name
_DESCRIBED = 8  # words in which an apposition names its role


@dataclass(eq=False, slots=True)
class Entity:
    """A person or body of one article, under its fullest name, or the words for an unnamed one.

    `roles` maps a role to the words beside it in titles and appositions: "French President" is
    {"president": {"french"}}; `bare` holds the roles that were also given without such words.
    """

    name: str
    kind: str
    gender: str | None = None
    human: bool = False
    thing: int = 0  # how often it has an article and no title: "the Carrow Lantern"
    roles: dict[str, set[str]] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    starts: list[int] = field(default_factory=list)  # where it is named, to search in
    placed: int = 0  # how often it is named as a place is ("in Carrow")
    described: bool = False  # where it is named first, an apposition tells who it is
    introduced: bool = True  # an unnamed one: by "a" or "one"
    spoken: int = 0  # how often a reporting verb stands beside it

    @property
    def person(self) -> bool:
        """Whether this can be he or she."""
        return self.kind in {"name", "role"}

    def recency(self, position: int) -> tuple[int, int]:
        """The last place before a position where it is named; if none, how often after it."""
        before = bisect_right(self.starts, position)
        return (self.starts[before - 1], before) if before else (-1, len(self.starts))


class Entities:
    """The people and bodies of one text."""

    def __init__(self, text: str, language: Language, paragraphs: Sequence[Paragraph]):
        self.text, self.language, self.paragraphs = text, language, paragraphs
        self.by_name: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        self.holders: dict[str, list[Entity]] = defaultdict(list)
        self.bearers: dict[int, Entity] = {}  # the start of an apposition's role to its bearer
        self._cleaned: dict[str, str] = {}
        self._plain: dict[tuple[str, str | None, str | None], Entity | None] = {}
        self._gather()

    def _gather(self) -> None:
        named = [
            (par, phrase) for par in self.paragraphs for phrase in par.phrases if is_name(phrase)
        ]
        self.counted = Counter(self.name_of(phrase) for _, phrase in named)
        headlines = {id(par) for par in self.paragraphs if is_headline(par)}
        told = [(par, phrase) for par, phrase in named if id(par) not in headlines]
        for _, phrase in told:
            if " " in phrase.head:
                self._add(phrase)
        for par, phrase in named:
            if " " in phrase.head and id(par) in headlines and self._shown_human(phrase):
                self._add(phrase)
        handles = self._handles(named)
        for _, phrase in told:
            short = phrase.head in handles or self._known_short(phrase)
            short = short or self._first_name_of(phrase)
            if " " not in phrase.head and not short:
                self._add(phrase)
        for paragraph, phrase in named:
            entity = self.of(phrase)
            if entity:
                self._note(entity, paragraph, phrase)
        self._appositions()
        self._later_pronouns()

    def _handles(self, named: Sequence[tuple[Paragraph, Phrase]]) -> set[str]:
        """ "Luis Oro (@LOro)": a handle in brackets is short for the name before it."""
        found = set()
        for (paragraph, name), (_, handle) in pairwise(named):
            beside = handle.first == name.last + 1
            owner = self.by_name.get(self.name_of(name))
            if beside and owner and paragraph.gap(handle.first).strip() == "(@":
                self.by_word[spelling(handle.head)].append(owner)
                found.add(handle.head)
        return found

    def name_of(self, phrase: Phrase) -> str:
        """The name without what stands before it: "Norland-born Ida Falk" is Ida Falk."""
        if phrase.head not in self._cleaned:
            self._cleaned[phrase.head] = self._clean(phrase.head)
        return self._cleaned[phrase.head]

    def _clean(self, head: str) -> str:
        words, language = head.split(), self.language
        born = [i for i, w in enumerate(words[:-1]) if w.endswith(("-born", "-based"))]
        if born:
            return " ".join(words[born[-1] + 1 :])
        first = next((i for i, w in enumerate(words[:-1]) if w in language.first_names), 0)
        before = words[:first]
        if before and all(w.casefold() in language.places for w in before):
            return " ".join(words[first:])
        return head

    def _add(self, phrase: Phrase) -> None:
        name = self.name_of(phrase)
        if name in self.by_name:
            return
        gender = phrase.gender or self.language.first_names.get(name.split()[0])
        entity = Entity(name, phrase.kind, None if phrase.kind == "body" else gender)
        self.by_name[name] = entity
        for word in self._short_names(name):
            self.by_word[spelling(word)].append(entity)

    def _short_names(self, name: str) -> set[str]:
        words = [w for w in name.split() if w.casefold() not in self.language.particles]
        while len(words) > 2 and _GENERATION.fullmatch(words[-1]):
            del words[-1]  # "Emil Roth Jr." is Roth
        if len(words) < 2:
            return set(words) or {name}
        short = {words[-1], words[1], " ".join(words[1:]), f"{words[0]} {words[-1]}"}
        if not self._bears(words[-1:], self.language.places | self.language.bodies):
            short.add(words[0])  # "Trump" is not short for Trump Tower
        short.add(name)
        if len(words) > 2:
            short.add("".join(w[0] for w in words if w[0].isupper()))
        return short

    def _bears(self, words: Sequence[str], known: frozenset[str]) -> bool:
        return any(w.casefold() in known for w in words)

    def _known_short(self, phrase: Phrase) -> bool:
        """Whether a fuller name covers it; "Mr Falk" is not Ida Falk."""
        key, phrase = spelling(phrase.head), _without_first_name_gender(phrase)
        known = self.by_word.get(key, [])
        drift = [] if known else self._drifted(phrase.head)
        known = known or drift
        return any(
            (key in map(spelling, e.name.split()[1:]) or _initials(e.name) == phrase.head or drift)
            and same_gender(e, phrase)
            for e in known
        )

    def _first_name_of(self, phrase: Phrase) -> bool:
        """ "Ida" after "Ida Falk", if nobody else has that name."""
        known = self.by_word.get(spelling(phrase.head), [])
        alone = len(known) == 1 and known[0].kind == "name" and not phrase.title
        return (
            alone
            and phrase.head in self.language.first_names
            and (known[0].name.startswith(phrase.head + " "))
        )

    def _drifted(self, name: str) -> list[Entity]:
        """A surname that is met once or twice and is one letter off a fuller name’s: the same."""
        if len(name) < _LONG or self.counted[name] > 2:
            return []
        fuller = [
            e
            for e in self.by_name.values()
            if " " in e.name and one_letter_off(e.name.split()[-1], name)
        ]
        if len(fuller) == 1:
            self.by_word[spelling(name)] = fuller
            return fuller
        return []

    def _shown_human(self, phrase: Phrase) -> bool:
        """A title, an honorific or a known first name; "Republican National Convention" is none."""
        language, words = self.language, phrase.head.split()
        if words[0] in language.first_names:
            return True
        titled = phrase.title and phrase.title.casefold() not in language.definite
        shown = titled or phrase.gender
        return bool(shown) and not self._bears(words[-1:], language.places | language.bodies)

    def of(self, phrase: Phrase) -> Entity | None:
        """The entity that a name means at its place."""
        key = phrase.head, phrase.title, phrase.gender
        if key not in self._plain:
            options = self._options(phrase)
            if len(options) > 1:
                main = self._main_figure(phrase, options)
                return main or max(options, key=lambda e: e.recency(phrase.span.start))
            self._plain[key] = options[0] if options else None
        return self._plain[key]

    def _main_figure(self, phrase: Phrase, options: Sequence[Entity]) -> Entity | None:
        """Whom a text that says "Falk" again and again means by it: the Falk it names most, else
        first.
        """
        titled = phrase.title and phrase.title not in self.language.honorifics
        if titled or self.counted[self.name_of(phrase)] < _OFTEN:
            return None
        return max(options, key=lambda e: self.counted[e.name])

    def _options(self, phrase: Phrase) -> list[Entity]:
        """Whoever a name can mean."""
        name = self.name_of(phrase)
        exact = self.by_name.get(name)
        if exact and " " in name:
            return [exact]
        fuller = self.sharing(phrase)
        if exact and (not fuller or self.counted[name] > 2):
            return [exact]
        options = fuller
        if phrase.title:
            roles = {self.role_of(w) for w in phrase.title.split()}
            options = [e for e in options if e.roles.keys() & roles] or options
        surnames = [e for e in options if e.name.split()[0] != phrase.head]
        return surnames or ([] if phrase.title else options)  # "Mr Falk" is no first name

    def sharing(self, phrase: Phrase) -> list[Entity]:
        """The fuller names that a short one may stand for."""
        name, asked = self.name_of(phrase), _without_first_name_gender(phrase)
        found = [
            e
            for e in self.by_word.get(spelling(name), ())
            if " " in e.name and e.name != name and same_gender(e, asked)
        ]
        # Rodriguez is Luis Rodriguez rather than Andrés Rodríguez.
        return [e for e in found if name in e.name] or found if len(found) > 1 else found

    def role_of(self, word: str) -> str:
        """The role that a word of a title names: "Gov" is a governor."""
        plain = word.casefold().rstrip(".")
        return self.language.short_titles.get(plain, plain)

    def _note(self, entity: Entity, paragraph: Paragraph, phrase: Phrase) -> None:
        entity.starts.append(phrase.span.start)
        entity.human = entity.human or self._shown_human(phrase) or _has_age(paragraph, phrase)
        previous = paragraph.lower[phrase.first - 1] if phrase.first else ""
        entity.thing += previous in self.language.definite and phrase.title is None
        entity.placed += previous in self.language.locative
        after = previous in self.language.prepositions and previous not in (
            self.language.clause_openers
        )
        entity.spoken += not after and says_beside(paragraph, phrase)
        entity.gender = entity.gender or _without_first_name_gender(phrase).gender
        if phrase.title:
            self._titled(entity, paragraph, phrase, phrase.title)

    def _titled(self, entity: Entity, paragraph: Paragraph, phrase: Phrase, title: str) -> None:
        words = [w.casefold() for w in re.findall(r"[\w-]+", title)]
        known = {w: self.role_of(w) for w in words if self.role_of(w) in self.language.roles}
        beside = set(words) - self.language.definite - known.keys()
        beside |= _after_of(paragraph, phrase.last + 1)
        for role in known.values():
            self._holds(entity, role, set(beside))
            beside.add(role)  # a vice president is no president

    def _holds(self, entity: Entity, role: str, beside: set[str]) -> None:
        if role not in entity.roles:
            entity.roles[role] = set()
            self.holders[role].append(entity)
        entity.roles[role] |= beside
        if not beside:
            entity.bare.add(role)

    def _appositions(self) -> None:
        """ "Ana Ruiz, the works’ director", "the director, Ana Ruiz", "Ruiz is the director"."""
        for paragraph in self.paragraphs:
            for k, phrase in enumerate(paragraph.phrases):
                if phrase.kind != "name":
                    continue
                entity = self.of(phrase)
                if entity is None or not self.maybe_human(entity):
                    continue
                self._described_after(entity, paragraph, phrase)
                if k:
                    self._described_before(entity, paragraph, paragraph.phrases[k - 1], phrase)
                if k > 1:
                    self._described_twice(entity, paragraph, paragraph.phrases[k - 2 : k])

    def _described_after(self, entity: Entity, paragraph: Paragraph, phrase: Phrase) -> None:
        lower, language, first = paragraph.lower, self.language, phrase.last + 1
        if first >= len(lower):
            return
        if lower[first] in language.genitives and paragraph.joined(first):
            first = _after_place(paragraph, first + 1)  # "Senator Ida Falk of Norland, the …"
        if first >= len(lower):
            return
        if "," not in paragraph.gap(first) and lower[first] not in language.copulas:
            return
        if lower[first].isdigit() or lower[first] in language.copulas:  # an age, or "is"
            first += 1
        before = len(entity.roles)
        self._find_role(entity, paragraph, first)
        if len(entity.roles) > before and phrase.span.start == entity.starts[0]:
            entity.described = True

    def _find_role(self, entity: Entity, paragraph: Paragraph, first: int) -> None:
        lower, language = paragraph.lower, self.language
        beside: set[str] = set()
        for i in range(first, min(first + _DESCRIBED, len(lower))):
            word = lower[i]
            if (i > first and not paragraph.joined(i)) or paragraph.masked[i]:
                return
            if word in language.verbs or word in language.relatives or word in language.that:
                return
            if word in language.prepositions:
                return
            listed = word in language.roles or (
                word.endswith(language.role_endings) and word not in language.verbs
            )
            if listed and self._ends_description(paragraph, i + 1):
                self._bears_role(entity, paragraph, i, word, beside)
                another = lower[i + 1 : i + 3]  # "a rower and a banker"
                if (
                    another
                    and another[0] in language.and_words
                    and another[-1] in (language.indefinite)
                ):
                    self._find_role(entity, paragraph, i + 3)
                return
            beside.add(re.sub(r"['’]s?$", "", word))

    def _ends_description(self, paragraph: Paragraph, i: int) -> bool:
        """Whether a role ends at token i and titles nobody else."""
        if i >= len(paragraph.lower) or not paragraph.joined(i):
            return True
        return paragraph.lower[i] not in self.language.roles and paragraph.words[i][0].islower()

    def _bears_role(
        self, entity: Entity, paragraph: Paragraph, i: int, role: str, beside: set[str]
    ) -> None:
        found = paragraph.phrase_before(i + 1)
        if role in self.language.groups or (found and is_many(found, self.language)):
            return
        plain = self.language.definite | self.language.indefinite | self.language.possessives
        self._holds(entity, role, beside - plain)
        entity.gender = entity.gender or self.language.roles.get(role)
        entity.human = True
        if found and found.last >= i:
            self.bearers[found.span.start] = entity

    def _described_before(
        self, entity: Entity, paragraph: Paragraph, role: Phrase, phrase: Phrase
    ) -> None:
        """ "The director, Ana Ruiz, said": closed by a comma, or it is the next one of a list;
        "el canciller uruguayo Emil Roth" needs none.
        """
        between = phrase.first - role.last - 1
        apart = _APPOSED if self.language.verb_before_subject else 1
        if role.kind != "role" or between > apart or is_many(role, self.language):
            return
        after = paragraph.gap(phrase.last + 1)
        comma = not between and "," in paragraph.gap(phrase.first)
        if between > 1:
            comma = self._second_description(paragraph, role, phrase)
            if not comma:
                return
        closed = (
            not after.strip() or bool(set(after) & set(",.:;(")) or says_beside(paragraph, phrase)
        )
        joined = all(paragraph.joined(i) for i in range(role.last + 1, phrase.first + 1))
        adjective = between and paragraph.lower[phrase.first - 1] not in self.language.stop_words
        beside = joined and self.language.verb_before_subject and (adjective or not between)
        if (comma and closed) or beside:
            self._holds(entity, role.head, self.qualifiers(paragraph, role))
            entity.gender = entity.gender or role.gender or self.language.roles.get(role.head)
            entity.human = True
            self.bearers[role.span.start] = entity

    def _described_twice(
        self, entity: Entity, paragraph: Paragraph, roles: Sequence[Phrase]
    ) -> None:  # fmt: skip
        """ "La directora, la pintora Ana Ruiz, …": who bears the second role bears the first."""
        first, second = roles
        after_comma = second.first == first.last + 1 and "," in paragraph.gap(second.first)
        plain = first.kind == "role" and not is_many(first, self.language)
        article = paragraph.lower[second.first] in self.language.definite
        if self.bearers.get(second.span.start) is entity and after_comma and plain and article:
            self._holds(entity, first.head, self.qualifiers(paragraph, first))
            self.bearers.setdefault(first.span.start, entity)

    def _second_description(self, paragraph: Paragraph, role: Phrase, phrase: Phrase) -> bool:
        """ "El director, el físico belga Emil Roth,": two descriptions before one name."""
        first = role.last + 1
        article = paragraph.lower[first] in self.language.definite and "," in paragraph.gap(first)
        between = range(first + 1, phrase.first + 1)
        plain = all(paragraph.lower[i - 1] not in self.language.prepositions for i in between)
        return article and plain and all(paragraph.joined(i) for i in between)

    def qualifiers(self, paragraph: Paragraph, role: Phrase) -> set[str]:
        """The words that say which president: "French" in "the French president"."""
        words = paragraph.lower[role.first : role.last + 1]
        plain = self.language.definite | self.language.indefinite | self.language.possessives
        return {re.sub(r"['’]s?$", "", w) for w in words if w != role.head} - (
            plain | self.language.prepositions
        )

    def _later_pronouns(self) -> None:
        """A name that "he" follows, with no one else named between, is a he."""
        for paragraph in self.paragraphs:
            shown = [p for p in paragraph.phrases if p.kind == "pronoun" and p.gender in {"m", "f"}]
            people = self._people(paragraph) if shown else []
            ends = [last for last, _ in people]
            for pronoun in shown:
                at = bisect_right(ends, pronoun.first) - 1
                if at < 0 or people[at][1].gender or not self._acts(paragraph, pronoun):
                    continue
                entity = people[at][1]
                alone = all(other is entity for _, other in people[:at])
                if alone or at + 1 == len(people):
                    entity.votes[pronoun.gender or ""] += 3 if alone else 1
        for entity in self.by_name.values():
            he, she = entity.votes["m"], entity.votes["f"]
            if entity.gender is None and max(he, she) > 2 * min(he, she):
                entity.gender = "m" if he > she else "f"

    def _acts(self, paragraph: Paragraph, pronoun: Phrase) -> bool:
        """Whether a pronoun is a subject: "told him" says little of who told."""
        before = paragraph.lower[pronoun.first - 1] if pronoun.first else ""
        language = self.language
        if pronoun.head in language.possessives or pronoun.head in language.objects:
            return False
        return before not in language.verbs and before not in language.prepositions

    def _people(self, paragraph: Paragraph) -> list[tuple[int, Entity]]:
        """The people that a paragraph names, with the last token of each mention."""
        named = ((p.last, self.of(p)) for p in paragraph.phrases if p.kind == "name")
        return [(last, entity) for last, entity in named if entity and self.maybe_human(entity)]

    # -- persons, places, bodies --------------------------------------------------------------

    def maybe_human(self, entity: Entity) -> bool:
        """Shown to be a person, or a name of two or three words that no place or body bears."""
        if entity.human or entity.kind == "role":
            return True
        return 2 <= len(entity.name.split()) <= 3 and not self.no_person(entity)

    def no_person(self, entity: Entity) -> bool:
        """A place, a body, or a name with an article that nothing shows to be a person's."""
        if entity.human or entity.kind == "role":
            return False
        if entity.thing * _SELDOM > len(entity.starts) or entity.placed > entity.spoken:
            return True
        places, bodies = self.language.places, self.language.bodies
        words = (w.casefold() for w in entity.name.split())
        return any(w in places or w in bodies or w.removesuffix("s") in places for w in words)

    def likely_human(self, entity: Entity) -> float:
        """How far a name may be taken for a person's, from 0 to 1."""
        if entity.human or entity.kind == "role":
            return 1.0
        if self.no_person(entity) or entity.kind != "name":
            return 0.0
        if 2 <= len(entity.name.split()) <= 3:
            shown = entity.spoken or entity.gender or entity.roles
            return (0.97 if entity.spoken else 0.9) if shown else _UNSHOWN
        return 0.8 if entity.spoken else 0.3


def is_name(phrase: Phrase) -> bool:
    """A person's name, or a body's that is written with a capital."""
    return phrase.kind == "name" or (phrase.kind == "body" and phrase.head[0].isupper())


def is_many(phrase: Phrase, language: Language) -> bool:
    """Whether a phrase means more than one: "Democrats", "the officials", "people"."""
    alone = phrase.head.removesuffix("s")
    listed = phrase.kind == "role" and alone != phrase.head and alone in language.roles
    return phrase.plural or listed or phrase.head in language.groups


def same_gender(entity: Entity, phrase: Phrase) -> bool:
    """Whether nothing speaks against it."""
    return phrase.gender is None or entity.gender in {None, phrase.gender}


def _without_first_name_gender(phrase: Phrase) -> Phrase:
    """ "Joyce" alone may be Lawrence Joyce: a single word shows no gender unless a title does."""
    alone = " " not in phrase.head and not phrase.title
    return replace(phrase, gender=None) if alone and phrase.gender else phrase


def is_genitive(paragraph: Paragraph, phrase: Phrase) -> bool:
    """ "Ruiz’s" before a noun; "Ruiz’s been rowing" is short for "has"."""
    after = phrase.last + 1
    if not paragraph.words[phrase.last].endswith(("'s", "’s", "s’")):
        ends_in_s = paragraph.words[phrase.last].endswith("s") and paragraph.joined(after)
        return ends_in_s and paragraph.gap(after)[:1] in {"'", "’"}
    if not paragraph.language.contractions or after >= len(paragraph.lower):
        return True
    return (
        paragraph.lower[after] not in paragraph.language.auxiliaries | paragraph.language.indefinite
    )


def is_headline(paragraph: Paragraph) -> bool:
    """Whether nearly every word of a line has a capital, so that capitals show no names."""
    if len(paragraph.words) > _LONGEST_HEADLINE:
        return False
    words = [w for w in paragraph.words if len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    if len(paragraph.words) < _SHORTEST_HEADLINE:
        return len(words) > 1 and capitals == len(paragraph.words)
    return capitals > _HEADLINE * len(words) + 0.9


@lru_cache(maxsize=8192)
def spelling(name: str) -> str:
    """A name without what spelling varies: accents, ü or ue, hyphens, capitals.

    >>> spelling("Jörg Müller") == spelling("Joerg Mueller")
    True
    """
    plain = name.casefold().replace("-", " ")
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", plain)
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    return _UMLAUT.sub(r"\1", plain) if "e" in plain else plain


def one_letter_off(one: str, other: str) -> bool:
    """Whether a letter was changed, lost or doubled, and not the first.

    >>> one_letter_off("Wimes", "Wines"), one_letter_off("Mason", "Nason")
    (True, False)
    """
    one, other = one.casefold(), other.casefold()
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if same is None else same
    return (
        one[at + 1 :] == other[at + 1 :]
        or one[at + 1 :] == other[at:]
        or one[at:] == other[at + 1 :]
    )


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[0].isupper())


def _has_age(paragraph: Paragraph, phrase: Phrase) -> bool:
    """ "Ashley Ives, 33," is a person."""
    i = phrase.last + 1
    if i >= len(paragraph.words) or not paragraph.words[i].isdigit():
        return False
    return "," in paragraph.gap(i) and len(paragraph.words[i]) == 2 and "," in paragraph.gap(i + 1)


def _after_of(paragraph: Paragraph, i: int) -> set[str]:
    """The name after "President Emil Roth of Norland", in lower case."""
    if i + 1 >= len(paragraph.words) or paragraph.lower[i] not in paragraph.language.genitives:
        return set()
    return {paragraph.lower[i + 1]} if paragraph.words[i + 1][0].isupper() else set()


def _after_place(paragraph: Paragraph, i: int) -> int:
    """The first token after the words with capitals that begin at token i."""
    start = i
    while i < len(paragraph.words) and paragraph.words[i][0].isupper():
        if i > start and not paragraph.joined(i):
            break
        i += 1
    return i


def says_beside(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a reporting verb stands right after a phrase, or right before it after a comma."""
    language, i = paragraph.language, phrase.last + 1
    while i < len(paragraph.lower) and paragraph.lower[i] in language.auxiliaries:
        i += 1
    if i < len(paragraph.lower) and i - phrase.last <= 3 and paragraph.lower[i] in language.verbs:
        return not paragraph.masked[i] and "." not in paragraph.gap(phrase.last + 1)
    return inverted(paragraph, phrase)


def inverted(paragraph: Paragraph, phrase: Phrase) -> bool:
    """ "…," said Ruiz."""
    at = phrase.first - 1
    if at < 0 or paragraph.lower[at] not in paragraph.language.verbs:
        return False
    if paragraph.masked[at] or not paragraph.joined(phrase.first):
        return False
    if paragraph.lower[at].endswith(paragraph.language.gerund_endings):
        return False  # "…, telling Ruiz"
    after = phrase.last + 1  # "…, said Ruiz would": Ruiz is not who said it
    followed = after < len(paragraph.lower) and paragraph.joined(after)
    if followed and paragraph.lower[after] in paragraph.language.auxiliaries:
        return False
    return any(mark in paragraph.gap(at) for mark in ',”"»?!—–')
