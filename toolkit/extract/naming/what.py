"""Where the concepts of an event are named in one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from toolkit.extract.naming.directory import matched
from toolkit.extract.naming.hits import Hit, collect
from toolkit.extract.naming.reading import Reading
from toolkit.extract.naming.wordings import Wording
from toolkit.model import Concept, Mention, Span


class ConceptSearch:
    """The search for concepts through one text in which the actors were found."""

    def __init__(self, reading: Reading, actors: Sequence[Hit]):
        self.reading = reading
        self.words, self.language = reading.words, reading.language
        self.known, self.guards, self.growth = reading.known, reading.guards, reading.growth
        self.actors = actors
        self._starts = [hit.start for hit in actors]

    def hits(self) -> list[Hit]:
        """The mentions of concepts, in text order, with the words that they hold."""
        return collect(self.words, self.known.concepts, self._hit_at, self._is_one)

    def _is_one(self, last: Hit, hit: Hit) -> bool:
        """Whether two terms of a concept are one label: "the border" and "fence"."""
        same = last.mention.concept == hit.mention.concept
        return same and last.end == hit.start and self.words.beside(hit.start)

    def _hit_at(self, i: int, floor: int) -> Hit | None:
        words = self.words
        if self.reading.is_apart(i):
            return None
        for phrase, options in self.known.concepts[words.keys[i]]:
            j = matched(words, i, phrase, self.known.passed)
            if j is None or self.guards.in_an_address(i, j) or self._is_no_mention(i, j):
                continue
            start = self.growth.over_modifiers(i, j, floor)
            concept, sure = self._meant(start, i, j, options)
            if concept is None:
                continue
            end = self.growth.over_adjectives(j, len(words))
            span = Span(words.starts[start], words.ends[end - 1])
            p = round(options[0].p * sure * self._shown(start, i, j), 3)
            return Hit(start, end, Mention(span, concept=concept.id, p=p, method="term"))
        return None

    def _shown(self, start: int, i: int, j: int) -> float:
        """How much the words before a term of one word lower the chance that it is the thing meant.

        "The deal" is nearly always the one told of, "a deal" often another.
        """
        if j - i > 1 or start < i:
            return 1.0
        before = self.words.keys[start - 1] if start and self.words.beside(start) else ""
        language = self.language
        if before in language.indefinite | language.one_articles | language.all_of:
            return 0.75
        return 1.0 if before in self.growth.determiners | {"s"} else 0.9

    def _is_no_mention(self, i: int, j: int) -> bool:
        if self.reading.in_a_name(i, j) or self._within_actor(i, j):
            return True
        return j == i + 1 and (self._is_verb(i) or self._names_people(j))

    def _names_people(self, j: int) -> bool:
        """Whether a term only says what kind of people or body follows: "border officers"."""
        words, language = self.words, self.language
        if language.adjectives_follow or j >= len(words) or not words.beside(j):
            return False
        key = words.keys[j]
        return (
            key in language.people_of or key in language.bodies or key in self.guards.plural_roles
        )

    def _meant(
        self, start: int, i: int, j: int, options: Sequence[Wording]
    ) -> tuple[Concept | None, float]:
        """The concept that a term stands for, and how sure that is among several."""
        fitting = [
            o.concept
            for o in options
            if o.concept
            and not self.reading.blocked(i, j, o.concept.id)
            and not (j == i + 1 and self._of_others(start, j, o.concept))
        ]
        return (fitting[0] if fitting else None), (1.0 if len(options) == 1 else 0.6)

    def _of_others(self, start: int, j: int, concept: Concept) -> bool:
        """Whether a deal or a meeting is that of others: "an agreement with Mr Kim".

        Only a concept whose terms name an actor ("Iran deal") says whose it is.
        """
        own = self.known.partners.get(concept.id)
        if not own:
            return False
        words, at = self.words, j
        if j < len(words) and words.keys[j] in self.language.partnering and words.beside(j):
            at = min(j + 4, len(words))
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, at - 1)
        named = {hit.mention.actor for hit in self.actors[low:high]}
        return bool(named) and not named & own

    def _is_verb(self, i: int) -> bool:
        """Whether a noun that the event lists is a verb here: "must move", "to deal with it"."""
        words, language = self.words, self.language
        key, before = words.keys[i], words.keys[i - 1] if i else ""
        if not words.beside(i) or key in language.acts:
            return False
        if not language.inflected and before in self.guards.subjects:
            return True
        if before not in language.verb_follows:
            return False
        if before not in language.infinitive_marks:
            return True
        after = words.keys[i + 1] if i + 1 < len(words) and words.beside(i + 1) else ""
        noun = key.endswith(("s", "ing", "ment", "ion", "ure"))
        return not noun and after in self.growth.stop | self.growth.determiners

    def _within_actor(self, i: int, j: int) -> bool:
        """Whether a term stands inside the name of an actor: "Salt Workers' Union"."""
        at = bisect_right(self._starts, i) - 1
        return at >= 0 and j <= self.actors[at].end
