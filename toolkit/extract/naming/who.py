"""Where the actors of an event are named in one text."""

from __future__ import annotations

from toolkit.extract.naming.directory import matched
from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.hits import Hit, collect
from toolkit.extract.naming.persons import gender_of, parse_name
from toolkit.extract.naming.reading import Reading
from toolkit.extract.naming.roles import Roles
from toolkit.extract.naming.telling_apart import Seen, Story
from toolkit.extract.naming.wordings import LEGAL_FORMS, SURNAMES, TITLES, Wording
from toolkit.extract.naming.words import keys_of
from toolkit.model import Mention, Side, Span

_NAMES = SURNAMES | {"name", "title_and_name"}

#: A link no surer than this is a guess, on which nothing is built.
_GUESS = 0.6


class ActorSearch:
    """The search for actors through one text, from its first word to its last."""

    def __init__(self, reading: Reading):
        self.reading = reading
        self.words, self.language = reading.words, reading.language
        self.known, self.guards, self.growth = reading.known, reading.guards, reading.growth
        self.roles = Roles(self.words, self.language, self.known, self.guards)
        self.story = Story()
        self.ends: dict[int, Side | None] = {}

    def hits(self) -> list[Hit]:
        """The mentions of actors, in text order, with the words that they hold."""
        return collect(self.words, self.known.actors, self._hit_at, self._is_one)

    def _is_one(self, last: Hit, hit: Hit) -> bool:
        """Whether two mentions are one: "la compañía Alder Salt", but not a name and its handle."""
        words = self.words
        same = last.end == hit.start and last.mention.actor == hit.mention.actor
        return same and words.beside(hit.start) and words.keys[hit.start][0] not in "@#"

    def _hit_at(self, i: int, floor: int) -> Hit | None:
        if self.reading.is_apart(i):
            return None
        for phrase, options in self.known.actors[self.words.keys[i]]:
            j = matched(self.words, i, phrase)
            if j is None:
                continue
            hit = self._meant(i, j, options)
            if hit is not None:
                return self._as_hit(i, j, *hit, floor)
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
        if not fitting or (fitting[0].rule in SURNAMES and self._is_stranger(i, fitting)):
            return None
        other = i > 0 and self.words.keys[i - 1] in self.language.the_other
        if len(fitting) > 1 and not other:
            fitting = self._named_so_far(fitting) or self._named_next(j, fitting) or fitting
        chosen = self.story.choose(fitting, other=other)
        if chosen is None or chosen[0].actor is None:
            return None
        wording, p = chosen
        if len(fitting) > 1 and wording.rule in TITLES:
            p *= 0.8
        return wording, p * sure[chosen[0].actor.id]

    def _is_stranger(self, i: int, options: list[Wording]) -> bool:
        gender = self.guards.gender_before(i)
        return self.story.is_stranger(options, gender, self.words.paragraph(i))

    def _named_so_far(self, options: list[Wording]) -> list[Wording]:
        return [o for o in options if o.actor and self.story.has(o.actor.id)]

    def _named_next(self, j: int, options: list[Wording]) -> list[Wording]:
        """Of several whom the text did not name yet, the one whose whole name comes next."""
        first = {fold(o.actor.name).split()[0]: o for o in options if o.actor}
        surname = options[0].words[0]
        for at in range(j, len(self.words) - 1):
            if self.words.keys[at + 1] == surname and self.words.keys[at] in first:
                return [first[self.words.keys[at]]]
        return []

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
        if guards.wrong_case(i, j, wording) or self.reading.blocked(i, j, wording.actor.id):
            return None
        if wording.rule in TITLES:
            return self._title_fits(i, j, wording)
        if wording.actor.kind == "person" and (wording.capital or wording.rule in _NAMES):
            return self._person_fits(i, j, wording)
        if wording.capital and wording.actor.kind != "group":
            if guards.hyphened(i, j) or self._part_of_a_name(i, j, wording):
                return None
            if guards.ends_a_name(i, j) or guards.only_a_place(i, wording):
                return None
            return 1.0
        if wording.needs_article and (
            self.roles.no_article(i, j) or self.roles.of_another(j, wording)
        ):
            return None
        if guards.hyphened(i, j):
            return None
        if wording.actor.kind != "group":
            return 1.0
        return None if self.reading.in_a_name(i, j) or self._is_epithet(i, j, wording) else 1.0

    def _is_epithet(self, i: int, j: int, wording: Wording) -> bool:
        """Whether one of a group, with no article, only qualifies a noun: "immigrant advocates"."""
        words, language = self.words, self.language
        if wording.rule != "group" or language.adjectives_follow or words.keys[j - 1].endswith("s"):
            return False
        if j >= len(words) or not words.beside(j):
            return False
        before = words.keys[i - 1] if i and words.beside(i) else ""
        return before not in self.growth.determiners and before not in language.modifiers

    def _person_fits(self, i: int, j: int, wording: Wording) -> float | None:
        guards = self.guards
        spanish = wording.rule == "name" and self.language.adjectives_follow
        if guards.goes_on(j, spanish and not self._in_passing(i)) or guards.of_a_place(i):
            return None
        if guards.hyphened(i, j):
            return None
        if guards.attributive(i, j) and wording.rule != "alias":
            return None
        if guards.namesake(i, wording):
            self._note_stranger(i, wording)
            return None
        if guards.wrong_gender(i, wording):
            return None
        assert wording.actor is not None
        if wording.rule in SURNAMES and guards.ordinary(i, j, self.story.has(wording.actor.id)):
            return None
        if wording.rule == "first_name" and not self._known_by_first_name(i, j, wording):
            return None
        return 1.0

    def _title_fits(self, i: int, j: int, wording: Wording) -> float | None:
        guards, words = self.guards, self.words
        assert wording.actor is not None
        if self.roles.held_elsewhere(j, wording):
            if not i or words.keys[i - 1] not in self.language.other_holders:
                self.story.add(Seen(j, None, " ".join(wording.words)))
            return None
        if guards.wrong_gender(i, wording):
            return None
        article = i > 0 and words.keys[i - 1] in guards.articles and words.beside(i)
        if self._just_named(i - 1 if article else i, wording):
            return 1.0
        held = self.roles.held(i, wording.side, self.ends)
        if held is None or guards.hyphened(i, j) or self.roles.acting(j):
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
        key, language = words.keys[j], self.language
        if key in language.body_names or key in language.place_nouns:
            return True
        if guards.is_role(key) or key in guards.honorifics or key in guards.calendar:
            return False
        if key in LEGAL_FORMS:
            return False
        name = " ".join(wording.words)
        if name in language.known_places or words.upper(j) or key in language.people_of:
            return wording.rule == "alias" and j - i == 1 and not wording.upper
        return True

    def _note_stranger(self, i: int, wording: Wording) -> None:
        at = self.guards.first_before(i)
        first = self.words.keys[at] if at is not None else ""
        passing = at is not None and self._in_passing(at)
        seen = Seen(i + 1, None, " ".join(wording.words), passing, gender_of(first, self.language))
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

    def _as_hit(self, i: int, j: int, wording: Wording, sure: float, floor: int) -> Hit:
        words = self.words
        actor, side = wording.actor, wording.side
        assert actor is not None and side is not None
        start, end = i, j
        if actor.kind == "person" and wording.rule not in TITLES:
            named = wording.capital or wording.rule != "alias"
            start = self.growth.over_titles(i, 0, wording.rule == "title_and_name") if named else i
        named = actor.kind == "person" and wording.capital
        if named and i > floor and words.keys[i - 1] in self.language.the_other:
            start = self.growth.over_article(i)
        elif start == i and i > floor and not named:
            bare_name = wording.capital and not wording.upper and j - i == 1
            if not bare_name or words.keys[i] in self.language.bodies:
                start = self.growth.over_article(
                    i, pointing=not wording.capital, also_one=wording.rule in TITLES
                )
        if actor.kind == "body":
            end = self.growth.over_people(j)
        elif actor.kind == "group":
            start = self.growth.over_modifiers(i, j, floor)
            start = self.growth.over_article(start, also_one=True)
            end = self.growth.over_adjectives(j, len(words))
        self.ends[j] = side
        if sure > _GUESS:
            self.story.add(Seen(j, actor.id, wording.words[0], self._in_passing(start)))
        span = Span(words.starts[start], words.ends[end - 1])
        p = round(wording.p * sure, 3)
        mention = Mention(span, actor.id, side.id, p=p, method=wording.rule)
        return Hit(start, end, mention)
