"""Where actors and concepts are named in one article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from toolkit.extract.naming.directory import (
    Directory,
    directory,
    matched,
    printed_acronyms,
    without_articles,
)
from toolkit.extract.naming.growing import Growth
from toolkit.extract.naming.guards import Guards
from toolkit.extract.naming.persons import gender_of, parse_name
from toolkit.extract.naming.regions import regions_apart
from toolkit.extract.naming.telling_apart import Seen, Story
from toolkit.extract.naming.wordings import Wording
from toolkit.extract.naming.words import Words, keys_of
from toolkit.languages import Language, get_language
from toolkit.model import Article, Event, Mention, Side, Span

_SURNAMES = frozenset({"surname", "shared_surname", "first_name"})
_NAMES = _SURNAMES | {"name", "title_and_name"}
#: Rules by which somebody is named whatever stands around: persons.
_WHOLE = _NAMES - {"name"} | {"title", "kindred_title"}
_TITLES = frozenset({"title", "kindred_title"})


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
    return tuple(_Reading(article.text, language, known).mentions())


class _Reading:
    """The search through one text, from its first word to its last."""

    def __init__(self, text: str, language: Language, known: Directory):
        self.words = Words(text)
        self.language = language
        self.known = known
        self.guards = Guards(self.words, language, known)
        self.growth = Growth(self.words, language, self.guards)
        self.story = Story()
        self.apart = regions_apart(text, language)
        self.ends: dict[int, Side | None] = {}

    def mentions(self) -> list[Mention]:
        """The mentions of actors and of concepts, in text order."""
        actors, taken = self._actors()
        concepts = self._concepts(taken)
        actors = [m for m in actors if m.method in _WHOLE or not _inside(m, concepts)]
        return sorted(
            (*actors, *concepts), key=lambda m: (m.span.start, m.span.end, m.concept or "")
        )

    def _is_apart(self, i: int) -> bool:
        start = self.words.starts[i]
        at = bisect_right(self.apart, (start, len(self.words.text))) - 1
        return at >= 0 and self.apart[at][0] <= start < self.apart[at][1]

    def _blocked(self, i: int, j: int, owner: str) -> bool:
        """Whether the words lie within a look-alike that the owner's `not:` lists."""
        for start in range(max(0, i - 5), i + 1):
            for phrase, owners in self.known.excluded.get(self.words.keys[start], ()):
                if owner in owners:
                    end = matched(self.words, start, phrase)
                    if end is not None and end >= j:
                        return True
        return False

    # -- actors --------------------------------------------------------------------------------

    def _actors(self) -> tuple[list[Mention], list[tuple[int, int]]]:
        """The mentions of actors, and the words that their wordings hold."""
        found: list[tuple[int, int, Mention]] = []
        i, floor = 0, 0
        keys, table = self.words.keys, self.known.actors
        while i < len(keys):
            hit = self._actor_at(i, floor) if keys[i] in table else None
            if hit is None:
                i += 1
                continue
            start, end, mention, j = hit
            while found and found[-1][1] > start:  # a title took in the body before it
                found.pop()
            if found and self._is_one(found[-1], start, mention):
                start, _, before = found.pop()
                mention = replace(mention, span=before.span.to(mention.span))
            found.append((start, end, mention))
            i, floor = j, end
        return [m for _, _, m in found], [(a, b) for a, b, _ in found]

    def _is_one(self, last: tuple[int, int, Mention], start: int, mention: Mention) -> bool:
        """Whether two mentions are one: "la compañía Alder Salt", but not a name and its handle."""
        words = self.words
        same = last[1] == start and last[2].actor == mention.actor
        return same and words.beside(start) and words.keys[start][0] not in "@#"

    def _actor_at(self, i: int, floor: int) -> tuple[int, int, Mention, int] | None:
        if self._is_apart(i):
            return None
        for phrase, options in self.known.actors[self.words.keys[i]]:
            j = matched(self.words, i, phrase)
            if j is None:
                continue
            hit = self._meant(i, j, options)
            if hit is not None:
                return self._as_mention(i, j, *hit, floor)
        return None

    def _meant(self, i: int, j: int, options: tuple[Wording, ...]) -> tuple[Wording, float] | None:
        """The wording that stands at some words, and how sure that is; None where none does."""
        guards = self.guards
        if guards.in_an_address(i, j):
            return None
        sure: dict[str, float] = {}
        fitting: list[Wording] = []
        for option in options:
            p = self._fits(i, j, option)
            if p is not None and option.actor:
                fitting.append(option)
                sure[option.actor.id] = p
        if len(fitting) > 1:
            fitting = [o for o in fitting if self._titled_after(j, o)] or fitting
        other = i > 0 and self.words.keys[i - 1] in self.language.the_other
        chosen = self.story.choose(fitting, other=other)
        if chosen is None or chosen[0].actor is None:
            return None
        wording, p = chosen
        alone = len(options) == 1 and wording.rule in _SURNAMES
        if alone and self._is_stranger(i, wording):
            return None
        if len(fitting) > 1 and wording.rule in _TITLES:
            p *= 0.8
        return wording, p * sure[chosen[0].actor.id]

    def _is_stranger(self, i: int, wording: Wording) -> bool:
        gender = self.guards.gender_before(i)
        return self.story.is_stranger(wording, gender, self.words.paragraph(i))

    def _titled_after(self, j: int, wording: Wording) -> bool:
        """Whether a title of the actor's follows in apposition: "Vale, the ferryman"."""
        words = self.words
        if j >= len(words) or words.gap(j) != ", " or wording.actor is None:
            return False
        at = j + (words.keys[j] in self.guards.articles)
        titles = (keys_of(t) for t in wording.actor.titles)
        return at < len(words) and any(matched(words, at, title) for title in titles)

    def _fits(self, i: int, j: int, wording: Wording) -> float | None:
        """How sure a wording is at some words, apart from its rule; None where a guard objects."""
        guards = self.guards
        assert wording.actor is not None
        if guards.wrong_case(i, j, wording) or self._blocked(i, j, wording.actor.id):
            return None
        if wording.rule in _TITLES:
            return self._title_fits(i, j, wording)
        if wording.actor.kind == "person" and (wording.capital or wording.rule in _NAMES):
            return self._person_fits(i, j, wording)
        if wording.capital and wording.actor.kind != "group":
            if guards.hyphened(i, j) or self._part_of_a_name(i, j, wording):
                return None
            return None if guards.ends_a_name(i, j) else 1.0
        if wording.needs_article and (guards.no_article(i) or guards.of_another(j, wording)):
            return None
        if guards.hyphened(i, j):
            return None
        return 1.0

    def _person_fits(self, i: int, j: int, wording: Wording) -> float | None:
        guards = self.guards
        if guards.hyphened(i, j) or guards.goes_on(j) or guards.of_a_place(i):
            return None
        if guards.attributive(i, j) and wording.rule != "alias":
            return None
        if guards.namesake(i, wording):
            self._note_stranger(i, wording)
            return None
        if guards.wrong_gender(i, wording):
            return None
        assert wording.actor is not None
        if wording.rule in _SURNAMES and guards.ordinary(i, j, self.story.has(wording.actor.id)):
            return None
        if wording.rule == "first_name" and not self._known_by_first_name(i, j, wording):
            return None
        return 1.0

    def _title_fits(self, i: int, j: int, wording: Wording) -> float | None:
        guards, words = self.guards, self.words
        assert wording.actor is not None
        if guards.held_elsewhere(j, wording):
            if not i or words.keys[i - 1] not in self.language.other_holders:
                self.story.add(Seen(j, None, " ".join(wording.words)))
            return None
        if guards.wrong_gender(i, wording):
            return None
        article = i > 0 and words.keys[i - 1] in guards.articles and words.beside(i)
        if self._just_named(i - 1 if article else i, wording):
            return 1.0
        held = guards.held(i, wording.side, self.ends)
        if held is None or guards.hyphened(i, j):
            return None
        if self.story.is_strangers_title(wording):
            return None
        if wording.rule == "kindred_title" and not self.story.has(wording.actor.id):
            return None
        return held

    def _just_named(self, i: int, wording: Wording) -> bool:
        """Whether the actor's name ends right before: "Ida Falk, secretary of the union"."""
        last = self.story.seen[-1] if self.story.seen else None
        if last is None or last.at != i or self.words.gap(i) != ", ":
            return False
        return wording.actor is not None and last.actor == wording.actor.id

    def _known_by_first_name(self, i: int, j: int, wording: Wording) -> bool:
        """Whether a first name is enough: after the whole name, or as in "Joan and Peter Vale"."""
        words = self.words
        assert wording.actor is not None
        if j + 2 < len(words) and words.keys[j] in self.language.and_words:
            surnames = parse_name(wording.actor.name).surnames
            if words.capital(j + 1) and words.keys[j + 2] in surnames:
                return True
        alone = not (words.joins(i) and i and words.capital(i - 1)) or words.opens(i - 1)
        return alone and self.story.has(wording.actor.id)

    def _part_of_a_name(self, i: int, j: int, wording: Wording) -> bool:
        """Whether a body's name is the beginning of another's: "Washington Post"."""
        words, guards = self.words, self.guards
        if j >= len(words) or not words.beside(j) or not words.capital(j) or words.titled(j):
            return False
        key = words.keys[j]
        if key in guards.language.body_names or key in guards.language.place_nouns:
            return True
        if guards.is_role(key) or key in guards.honorifics or key in guards.calendar:
            return False
        return wording.rule == "alias" and j - i == 1 and not wording.upper

    def _note_stranger(self, i: int, wording: Wording) -> None:
        at = self.guards.first_before(i)
        first = self.words.keys[at] if at is not None else ""
        passing = at is not None and self._in_passing(at)
        seen = Seen(i + 1, None, wording.words[0], passing, gender_of(first, self.language))
        if not self.story.seen or self.story.seen[-1] != seen:
            self.story.add(seen)

    def _in_passing(self, i: int) -> bool:
        """Whether somebody named at `i` is there for another: "his wife Ida", "and Ida Falk"."""
        words, language = self.words, self.language
        if not i:
            return False
        if words.keys[i - 1] in language.prepositions | language.and_words:
            return True
        owners = language.possessives | {"s"}
        return any(k in owners for k in words.keys[max(0, i - 3) : i]) and not words.opens(i)

    def _as_mention(
        self, i: int, j: int, wording: Wording, sure: float, floor: int
    ) -> tuple[int, int, Mention, int]:
        words = self.words
        actor, side = wording.actor, wording.side
        assert actor is not None and side is not None
        start, end = i, j
        if actor.kind == "person" and wording.rule not in _TITLES:
            named = wording.capital or wording.rule != "alias"
            start = self.growth.over_titles(i, 0, wording.rule == "title_and_name") if named else i
        named = actor.kind == "person" and wording.capital
        if named and i > floor and words.keys[i - 1] in self.language.the_other:
            start = self.growth.over_article(i)
        elif start == i and i > floor and not named:
            bare_name = wording.capital and not wording.upper and j - i == 1
            if not bare_name or words.keys[i] in self.language.bodies:
                start = self.growth.over_article(
                    i, pointing=not wording.capital, also_one=wording.rule in _TITLES
                )
        if actor.kind == "body":
            end = self.growth.over_people(j)
        elif actor.kind == "group":
            start = self.growth.over_modifiers(i, j, floor)
            start = self.growth.over_article(start, also_one=True)
            end = self.growth.over_adjectives(j, len(words))
        self.ends[j] = side
        self.story.add(Seen(j, actor.id, wording.words[0], self._in_passing(start)))
        span = Span(words.starts[start], words.ends[end - 1])
        p = round(wording.p * sure, 3)
        return start, end, Mention(span, actor.id, side.id, p=p, method=wording.rule), end

    # -- concepts ------------------------------------------------------------------------------

    def _concepts(self, taken: list[tuple[int, int]]) -> list[Mention]:
        found: list[Mention] = []
        i, floor = 0, 0
        keys, table = self.words.keys, self.known.concepts
        while i < len(keys):
            hit = self._concept_at(i, floor, taken) if keys[i] in table else None
            if hit is None:
                i += 1
                continue
            mention, i = hit
            floor = i
            found.append(mention)
        return found

    def _concept_at(
        self, i: int, floor: int, taken: list[tuple[int, int]]
    ) -> tuple[Mention, int] | None:
        words = self.words
        if self._is_apart(i):
            return None
        for phrase, options in self.known.concepts[words.keys[i]]:
            j = matched(words, i, phrase, self.known.passed)
            if j is None or self.guards.in_an_address(i, j):
                continue
            options = tuple(
                o for o in options if o.concept and not self._blocked(i, j, o.concept.id)
            )
            if not options or self._in_a_name(i, j) or _within_actor(i, j, taken):
                continue
            if j == i + 1 and self._is_verb(i):
                continue
            concept = options[0].concept
            assert concept is not None
            start = self.growth.over_modifiers(i, j, floor)
            end = self.growth.over_adjectives(j, len(words))
            span = Span(words.starts[start], words.ends[end - 1])
            p = round(options[0].p * (1.0 if len(options) == 1 else 0.6), 3)
            return Mention(span, concept=concept.id, p=p, method="term"), end
        return None

    def _is_verb(self, i: int) -> bool:
        """Whether a noun that the event lists is a verb here: "must move", "to deal with it"."""
        words, language = self.words, self.language
        key, before = words.keys[i], words.keys[i - 1] if i else ""
        if not words.beside(i) or before not in language.verb_follows or key in language.acts:
            return False
        if before not in language.infinitive_marks:
            return True
        after = words.keys[i + 1] if i + 1 < len(words) and words.beside(i + 1) else ""
        noun = key.endswith(("s", "ing", "ment", "ion", "ure"))
        return not noun and after in self.growth.stop | self.growth.determiners

    def _in_a_name(self, i: int, j: int) -> bool:
        """Whether a word of the term is, by its capital, part of another name."""
        words = self.words
        if words.titled(i) or not words.capital(j - 1):
            return False
        after = j < len(words) and words.beside(j) and words.capital(j)
        before = (
            i > 0 and words.beside(i) and words.capital(i - 1) and not words.opens(i - 1)
            and words.keys[i - 1] not in self.known.known_words
        )  # fmt: skip
        return after or (before and words.capital(i) and j - i == 1)


def _inside(mention: Mention, concepts: list[Mention]) -> bool:
    """Whether an actor's name only qualifies a concept: "the Brannock talks"."""
    at = bisect_right(concepts, mention.span.end, key=lambda m: m.span.start) - 1
    return at >= 0 and concepts[at].span.start < mention.span.end <= concepts[at].span.end


def _within_actor(i: int, j: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a term stands inside the name of an actor: "Salt Workers' Union"."""
    at = bisect_right(taken, (i, 1 << 30)) - 1
    return at >= 0 and taken[at][0] <= i and j <= taken[at][1]
