"""Who is being talked of at a place of a text: how near each person or body is to the mind.

A text is walked through once, phrase by phrase. Each mention brings its bearer to the fore, the
more so where it is a subject or speaks, the less so after a preposition; each further sentence and
paragraph lets it sink. "He", "it" and "they" are given, in passing, to whoever of that sort is
foremost, and count as mentions themselves, so that a chain of pronouns holds on to its person.

Source: the weights follow the salience factors of Lappin and Leass (1994), set by hand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.extract.entities import (
    Entities,
    Entity,
    inverted,
    is_genitive,
    is_many,
    is_name,
    says_beside,
    spelling,
)
from toolkit.model import Span

#: How much a mention brings its bearer to the fore, by its part in the sentence.
SPEAKS, LEADS, ACTS, OWNS_FIRST, OWNS, OTHER, OBJECT, OBLIQUE = (
    1.12,
    1.0,
    0.85,
    0.8,
    0.5,
    0.7,
    0.5,
    0.35,
)
BROUGHT_IN = 0.9  # "…, which worries Ida Falk, a rower": the next to speak
MODIFIES = 0.2  # "the Falk campaign"
_SENTENCE, _PARAGRAPH = 0.83, 0.75  # what is left after one more of each
_BACK = 4  # paragraphs that a pronoun may reach back
_EPITHET, _UNNAMED = 0.7, 0.85
_BODY = 0.45  # that "they" are a body
_HARDLY = 0.3  # how far a single name of which nothing is shown is a person
_SELF = 0.5  # "he praised Falk" is hardly Falk
_FAR = 14  # and sentences
_INSERT = 25  # words between a subject and its verb
_KEPT = 3  # mentions that count
_SHARP = 4.0  # how strongly a lead in salience speaks for a name

_PLAIN = frozenset(", ")
_STOP = re.compile(
    r"[.?!…](?:[\"”’»)\]]|'')*\s+(?:[\"“‘«(\[—–]|'')?[A-ZÀ-Þ¿¡0-9]|[.?!…](?:[\"”’»]|'')"
)


class Mark(NamedTuple):
    """A mention: the sentence and paragraph it stands in, and its weight."""

    sentence: int
    paragraph: int
    weight: float


@dataclass(slots=True)
class Standing:
    """Where somebody was mentioned last, and how often at all."""

    entity: Entity
    marks: list[Mark] = field(default_factory=list)
    count: int = 0


class Salience:
    """Walks through a text and knows, at each place, who is being talked of."""

    def __init__(self, entities: Entities):
        self.entities, self.paragraphs = entities, entities.paragraphs
        self.language = entities.language
        self.standing: dict[int, Standing] = {}
        self.unnamed: dict[str, list[Entity]] = {}
        self.meant: dict[int, Entity | None] = {}  # the start of a phrase to whom it means
        self.shares: dict[int, tuple[tuple[Entity, float], ...]] = {}
        self.sentence = 0
        self._next = (0, 0)  # paragraph and phrase to be walked next
        self._led = False  # whether the sentence has its subject
        self._said = False  # and somebody who says it
        self._preposed = False  # and whether a clause goes before that subject
        self._weighed: tuple[Phrase | None, float] = (None, 0.0)  # the phrase before, its weight

    # -- walking ------------------------------------------------------------------------------

    def walk_to(self, paragraph: int, position: int) -> None:
        """Take in every phrase that begins before a position of a paragraph."""
        number, k = self._next
        while number <= paragraph:
            phrases = self.paragraphs[number].phrases
            while k < len(phrases):
                if number == paragraph and phrases[k].span.start >= position:
                    self._next = (number, k)
                    return
                self._take(number, phrases, k)
                k += 1
            if number == paragraph:
                break
            number, k = number + 1, 0
            self._stop()
        self._next = (number, k)

    def _stop(self) -> None:
        self.sentence, self._led, self._said = self.sentence + 1, False, False
        self._weighed = None, 0.0
        self._preposed = False

    def _take(self, number: int, phrases: list[Phrase], k: int) -> None:
        paragraph, phrase = self.paragraphs[number], phrases[k]
        begins = not k or self._stops(phrases[k - 1], phrase)
        if k and begins:
            self._stop()
        if begins:
            self._preposed = self._opens_with_clause(paragraph, phrase)
        entity = self._meaning(number, phrase)
        weight = self._inherited(paragraph, phrase) or self._weight(paragraph, phrase)
        if self._preposed:
            self._said, weight = False, min(weight, LEADS)  # "When Roth asked, Falk laughed"
        if self._said and weight < SPEAKS:
            weight = min(weight, OTHER)  # what is said of somebody makes nobody speak
        self._said = self._said or weight == SPEAKS
        genitive = weight in {OWNS, OWNS_FIRST} and inverted(paragraph, phrase)
        self._weighed = phrase, SPEAKS if genitive else weight
        self.meant[phrase.span.start] = entity
        if entity is not None:
            if entity.described and not self.standing.get(id(entity)):
                weight = max(weight, BROUGHT_IN)
            self.mention(entity, number, weight)

    def _inherited(self, paragraph: Paragraph, phrase: Phrase) -> float:
        """What an apposition or the second of two has from the phrase before it, else 0."""
        before, weight = self._weighed
        if before is None or before.last >= phrase.first or not weight:
            return 0.0
        if weight == SPEAKS and is_genitive(paragraph, before) and before.last == phrase.first - 1:
            return weight  # said the Lantern’s Ida Falk
        if before.last == phrase.first - 2 and paragraph.lower[phrase.first - 1] in (
            self.language.and_words
        ):
            return weight if paragraph.joined(phrase.first) else 0.0
        if before.last != phrase.first - 1:
            return 0.0
        if "," in paragraph.gap(phrase.first):
            return weight if self._apposed_or_listed(paragraph, before, phrase, weight) else 0.0
        qualifies = before.kind == "role" and not is_genitive(paragraph, before)
        if qualifies and phrase.kind == "name" and paragraph.joined(phrase.first):
            return max(weight, self._weight(paragraph, phrase))  # "Norlandic rower Ida Falk"
        return 0.0

    def _apposed_or_listed(
        self, paragraph: Paragraph, before: Phrase, phrase: Phrase, weight: float
    ) -> bool:
        """ "The director, Ida Falk", "with Falk, Roth and Hale": of one weight; in "to the people,
        Falk said" she has her own.
        """
        if phrase.kind != "name" or says_beside(paragraph, phrase):
            return False
        if before.kind == "role":
            return not is_many(before, self.language)
        after = phrase.last + 1
        if before.kind != "name" or weight >= ACTS or after + 1 >= len(paragraph.words):
            return False
        goes_on = paragraph.lower[after] in self.language.and_words or "," in paragraph.gap(after)
        follows = after + (paragraph.lower[after] in self.language.and_words)
        return goes_on and follows < len(paragraph.words) and paragraph.words[follows][0].isupper()

    def _stops(self, before: Phrase, phrase: Phrase) -> bool:
        text = self.entities.text
        low, high = before.span.end, phrase.span.start
        return high - low > 1 and bool(_STOP.search(text, low, high + 1))

    def _opens_with_clause(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        """Whether the sentence of its first phrase begins with "when", "although"."""
        before = phrase.first - 1
        if before < 0:
            return False
        word = paragraph.lower[before]
        capital = paragraph.words[before][0].isupper()
        openers = self.language.clause_openers - self.language.that - self.language.and_words
        return capital and word in openers and word != "but"

    def _meaning(self, number: int, phrase: Phrase) -> Entity | None:
        before = self._weighed[0]
        follows = before is not None and before.last == phrase.first - 1
        if before and follows and phrase.head in self.language.relatives:
            owner = self.meant.get(before.span.start)  # "Roth, who"
            if owner is None or phrase.head not in self.language.who or self._personal(owner):
                return owner
            return self._person_before(number, phrase) or owner
        if phrase.kind == "pronoun":
            ranked = self.rank(number, phrase)
            self.shares[phrase.span.start] = ranked
            return ranked[0][0] if ranked else None
        if is_name(phrase):
            return self.entities.of(phrase)
        bearer = self.entities.bearers.get(phrase.span.start)
        return bearer or self._described(number, phrase)

    def _personal(self, entity: Entity) -> bool:
        return entity.kind == "plural" or (
            entity.person and self.entities.likely_human(entity) > _HARDLY
        )

    def _person_before(self, number: int, phrase: Phrase) -> Entity | None:
        """ "Ida Falk of the Carrow Lantern, who": the last person of the sentence."""
        paragraph = self.paragraphs[number]
        k = bisect_left(paragraph.phrases, phrase.first, key=lambda p: p.first)
        for earlier, later in zip(
            paragraph.phrases[k - 1 :: -1], paragraph.phrases[k::-1], strict=False
        ):
            if self._stops(earlier, later):
                return None
            entity = self.meant.get(earlier.span.start)
            if entity and earlier.kind != "pronoun" and self._personal(entity):
                return entity
        return None

    def _described(self, number: int, phrase: Phrase) -> Entity | None:
        """Somebody without a name: "a partner", and then "the partner" again."""
        if self._predicate(number, phrase) or self._modifies(number, phrase):
            return None
        known = self.unnamed.setdefault(phrase.head, [])
        if phrase.definite and not is_many(phrase, self.language):
            holders = self.entities.holders.get(phrase.head, ())
            held = [
                e for e in holders if phrase.gender is None or e.gender in {None, phrase.gender}
            ]
            last = known[-1] if known else None
            best = max(held, key=lambda e: e.recency(phrase.span.start), default=None)
            if last and (best is None or best.recency(phrase.span.start)[0] < last.starts[-1]):
                last.starts.append(phrase.span.start)
                return last
            if best is not None:
                return best
        kind: str = "plural" if is_many(phrase, self.language) else phrase.kind
        if kind == "plural" and phrase.kind == "document":
            kind = "papers"
        before = self._weighed[0]
        owned = before is not None and before.last == phrase.first - 1
        owner = (
            before if owned and before and is_genitive(self.paragraphs[number], before) else phrase
        )
        words = self.entities.text[owner.span.start : phrase.span.end]
        entity = Entity(words, kind, phrase.gender)
        entity.introduced = not phrase.definite
        entity.starts.append(phrase.span.start)
        known.append(entity)
        return entity

    def _modifies(self, number: int, phrase: Phrase) -> bool:
        """ "Rival candidate forums" has no candidate in it: no article, and a noun follows."""
        paragraph, language, after = self.paragraphs[number], self.language, phrase.last + 1
        lower = paragraph.lower
        determiners = language.definite | language.indefinite | language.possessives
        if not language.names_modify or phrase.kind != "role" or after >= len(lower):
            return False
        if phrase.plural or phrase.definite or lower[phrase.first] in determiners:
            return False
        closed = language.stop_words | language.auxiliaries | language.prepositions
        word = lower[after]
        plain = paragraph.joined(after) and word == paragraph.words[after]
        return plain and word not in closed and word not in language.verbs

    def _predicate(self, number: int, phrase: Phrase) -> bool:
        """ "He was a desperate man" brings nobody new."""
        paragraph = self.paragraphs[number]
        before = paragraph.lower[phrase.first - 1] if phrase.first else ""
        return before in self.language.copulas and paragraph.joined(phrase.first)

    def _weight(self, paragraph: Paragraph, phrase: Phrase) -> float:
        language, first = self.language, phrase.first
        joined = paragraph.joined(first)
        before = paragraph.lower[first - 1] if first and joined else ""
        oblique = before in language.prepositions and before not in language.clause_openers
        if oblique and not self._in_title(paragraph, phrase):
            return OBLIQUE
        if (
            phrase.kind == "name"
            and phrase.title is None
            and before in language.definite | (language.indefinite)
        ):
            return MODIFIES
        if self._qualifies_next(paragraph, phrase):
            return MODIFIES
        if is_genitive(paragraph, phrase):
            return OWNS if self._led else OWNS_FIRST
        if phrase.head in language.relatives:
            return SPEAKS if says_beside(paragraph, phrase) else ACTS
        if inverted(paragraph, phrase):
            quoted = first > 1 and not set(paragraph.gap(first - 1)) <= _PLAIN
            weight = SPEAKS if quoted or not self._said else OTHER
            self._led = True  # "Roth, a rower, said Falk left": Roth says it
            return weight
        closed = self._preposed and not joined and "," in paragraph.gap(first)
        if closed and self._goes_on(paragraph, phrase):
            self._led = self._preposed = False
        lead, self._led = not self._led, True
        if says_beside(paragraph, phrase) or (lead and self._says_after_insert(paragraph, phrase)):
            return SPEAKS if lead or before not in language.verbs else ACTS
        if lead:
            return LEADS
        opened = before in language.clause_openers or (not joined and "," in paragraph.gap(first))
        if opened and self._goes_on(paragraph, phrase):
            return ACTS
        return OBJECT if before in language.verbs else OTHER

    def _qualifies_next(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        """ "Falk supporters", "Falk campaign manager Emil Roth": a name that only qualifies."""
        after = paragraph.phrase_at(phrase.last + 1) if is_name(phrase) else None
        joined = (
            after is not None
            and self.language.names_modify
            and (not paragraph.gap(after.first).strip())
        )
        lower = joined and paragraph.words[phrase.last + 1][0].islower()
        return bool(lower) and not is_genitive(paragraph, phrase)

    def _in_title(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        """ "Secretary of State Ida Falk": what stands after "of" belongs to her title."""
        at = phrase.first - 2
        titled = at >= 0 and paragraph.words[at][0].isupper() and phrase.title is not None
        return titled and paragraph.lower[at] in self.language.roles

    def _says_after_insert(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        """ "Ruiz, the director of the works, said", "a man who rakes salt said"."""
        i = phrase.last + 1
        if i >= len(paragraph.lower):
            return False
        relative = paragraph.lower[i] in self.language.relatives
        marks = set(",—–()")
        if not relative and not marks & set(paragraph.gap(i)):
            return False
        for j in range(i + 1, min(i + _INSERT, len(paragraph.lower))):
            if paragraph.lower[j] in self.language.verbs and (
                relative or marks & set(paragraph.gap(j))
            ):
                return not paragraph.masked[j]
        return False

    def _goes_on(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        """Whether something like a finite verb or an apposition follows."""
        i = phrase.last + 1
        if i >= len(paragraph.lower):
            return False
        if "," in paragraph.gap(i):
            return True
        word, language = paragraph.lower[i], self.language
        if not paragraph.joined(i) or word in language.prepositions or word in language.and_words:
            return False
        return paragraph.words[i] == word

    def mention(self, entity: Entity, number: int, weight: float) -> None:
        """Somebody is mentioned here: he or she comes to the fore."""
        key = id(entity)
        found = self.standing.pop(key, None) or Standing(entity)
        self.standing[key] = found  # the last mentioned stands last
        found.marks.append(Mark(self.sentence, number, weight))
        found.count += 1
        if len(found.marks) > _KEPT:
            del found.marks[0]

    # -- asking -------------------------------------------------------------------------------

    def near(self, number: int) -> Iterator[Standing]:
        """Whoever was mentioned within reach, the last one first."""
        for found in reversed(self.standing.values()):
            last = found.marks[-1]
            if number - last.paragraph > _BACK or self.sentence - last.sentence > _FAR:
                return
            yield found

    def salience(self, found: Standing, number: int) -> float:
        """How near somebody is to the mind."""
        total = best = 0.0
        for mark in found.marks:
            apart = max(0, number - mark.paragraph)
            value = mark.weight * _sunk(self.sentence - mark.sentence, apart)
            total += value
            best = max(best, value)
        return best + 0.1 * (total - best) + 0.01 * min(found.count, 6)

    def rank(self, number: int, phrase: Phrase) -> tuple[tuple[Entity, float], ...]:
        """Whom a pronoun may mean, the likeliest first, with their shares."""
        if phrase.head in self.language.interlocutors:
            return ()
        fits: Callable[[Entity, Phrase], float] = self._fits_person
        if phrase.plural:
            fits = self._fits_many
        elif phrase.gender == "n":
            fits = self._fits_thing
        return self._shares(number, phrase, fits, max(0, number - _BACK))

    def persons(
        self, number: int, gender: str | None, floor: int
    ) -> tuple[tuple[Entity, float], ...]:
        """The people of a gender mentioned since a paragraph, the foremost first."""
        asked = Phrase("pronoun", Span(0, 1), "", 0, 0, gender=gender)
        return self._shares(number, asked, self._fits_person, floor)

    def _shares(
        self, number: int, phrase: Phrase, fits: Callable[[Entity, Phrase], float], floor: int
    ) -> tuple[tuple[Entity, float], ...]:
        scored = []
        others = self._others(number, phrase)
        for found in self.near(number):
            fit = fits(found.entity, phrase) if found.marks[-1].paragraph >= floor else 0.0
            if found.entity in others:
                fit *= _SELF
            if fit > 0:
                scored.append((fit * self.salience(found, number), found.entity))
        return shares_of(scored)

    def _others(self, number: int, phrase: Phrase) -> set[Entity]:
        """Whoever is named in what "he" does or says: "he told Roth that Falk rows" is neither."""
        language = self.language
        below = language.possessives | language.objects | language.never_subjects
        if phrase.gender not in {"m", "f"} or not phrase.head or phrase.head in below:
            return set()
        paragraph, last = self.paragraphs[number], phrase
        found = self._said_before(number, phrase) | self._quoted(paragraph, phrase)
        opener = paragraph.lower[phrase.first - 1] if phrase.first else ""
        preposed = opener in language.clause_openers - language.that - language.and_words
        for following in paragraph.phrases_from(phrase.last + 1):
            between = range(last.last + 1, following.first + 1)
            commas = [i for i in between if "," in paragraph.gap(i)]
            turns = preposed or any(paragraph.words[i][0].islower() for i in commas)
            if (commas and turns) or self._stops(last, following):
                break
            entity = self.entities.of(following) if is_name(following) else None
            if entity:
                found.add(entity)
            last = following
        return found

    def _quoted(self, paragraph: Paragraph, phrase: Phrase) -> set[Entity]:
        """Whoever is named in the marks beside "he said": “Falk rows,” he said. Falk Bridge is not
        Falk.
        """
        if not paragraph.runs or not says_beside(paragraph, phrase):
            return set()
        found, words = set(), paragraph.words
        for i, (word, masked) in enumerate(zip(words, paragraph.masked, strict=True)):
            longer = i + 1 < len(words) and words[i + 1][0].isupper() and paragraph.joined(i + 1)
            if masked and word[0].isupper() and not longer:
                known = self.entities.by_word.get(spelling(_bare(word)), ())
                if len(known) == 1:
                    found.add(known[0])
        return found

    def _said_before(self, number: int, phrase: Phrase) -> set[Entity]:
        """Whoever is named in what goes before ", he said": in "Falk rows, he said", not Falk."""
        paragraph, language, found = self.paragraphs[number], self.language, set[Entity]()
        if paragraph.gap(phrase.first).strip() != "," or not says_beside(paragraph, phrase):
            return found
        k = bisect_left(paragraph.phrases, phrase.first, key=lambda p: p.first)
        start = 0
        for following, earlier in zip(
            paragraph.phrases[k::-1], paragraph.phrases[k - 1 :: -1] if k else (), strict=False
        ):
            if self._stops(earlier, following):
                break
            start = earlier.first
            named = is_name(earlier) and not is_genitive(paragraph, earlier)
            entity = self.entities.of(earlier) if named else None
            if entity:
                found.add(entity)
        while start and paragraph.joined(start):
            start -= 1
        opener = paragraph.lower[start]
        aside = opener in language.prepositions or opener in language.clause_openers
        return set() if aside or opener.endswith(language.gerund_endings) else found

    def _fits_person(self, entity: Entity, phrase: Phrase) -> float:
        if not entity.person:
            return 0.0
        likely = self.entities.likely_human(entity)
        if entity.kind == "role" and not entity.introduced:
            likely = _EPITHET  # an epithet, perhaps, of somebody with a name
        elif entity.kind == "role":
            likely = _UNNAMED
        if phrase.gender is None:
            return likely
        if entity.gender is None:
            return 0.9 * likely
        return likely if entity.gender == phrase.gender else 0.0

    def _fits_thing(self, entity: Entity, _: Phrase) -> float:
        if entity.kind in {"role", "plural"} or entity.human or entity.gender in {"m", "f"}:
            return 0.0
        if entity.kind == "papers":
            return 0.0
        return 1.0 if entity.kind in {"body", "document"} else 0.8

    def _fits_many(self, entity: Entity, _: Phrase) -> float:
        if entity.kind == "plural":
            return 1.0
        return _BODY if entity.kind == "body" else 0.0


@lru_cache(maxsize=4096)
def _sunk(sentences: int, paragraphs: int) -> float:
    """What is left of a mention so many sentences and paragraphs later."""
    return _SENTENCE**sentences * _PARAGRAPH**paragraphs


def shares_of(scored: list[tuple[float, Entity]]) -> tuple[tuple[Entity, float], ...]:
    """The three foremost with their shares: a lead in salience counts many times over."""
    scored.sort(key=lambda item: -item[0])
    weights = [(entity, score**_SHARP) for score, entity in scored[:3] if score > 0]
    total = sum(weight for _, weight in weights)
    return tuple((entity, weight / total) for entity, weight in weights)


def _bare(word: str) -> str:
    """A word without a genitive ’s."""
    return re.sub(r"['’]s?$", "", word)
