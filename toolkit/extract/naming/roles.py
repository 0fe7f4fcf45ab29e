"""Whose a role or a common noun is: "the director" may be another's, and "a company" any.

A role counts where an article, a possessive or its owner stands before it, and nothing behind it
gives it to somebody else: "the mayor of Lund", "the president, Lena Ortmann".
"""

from __future__ import annotations

from toolkit.extract.naming.directory import Directory, matched
from toolkit.extract.naming.guards import Guards
from toolkit.extract.naming.wordings import Wording
from toolkit.extract.naming.words import Words, keys_of
from toolkit.languages import Language
from toolkit.model import Side


class Roles:
    """The roles of one text in one language."""

    def __init__(self, words: Words, language: Language, known: Directory, guards: Guards):
        self.words = words
        self.language = language
        self.known = known
        self.guards = guards

    def no_article(self, i: int, j: int) -> bool:
        """Whether what the event lists with an article stands without one: "a company".

        Its people need none: "union officials".
        """
        words, language = self.words, self.language
        if j < len(words) and words.beside(j) and words.keys[j] in language.people_of:
            return False
        if not i or words.text[words.ends[i - 1] : words.starts[i]].count("\n"):
            return False
        definite = (
            language.definite | language.fused_articles | language.possessives
            | language.demonstratives
        )  # fmt: skip
        return not (words.beside(i) and words.keys[i - 1] in definite | {"s"})

    def acting(self, j: int) -> bool:
        """Whether what follows a title makes it a stand-in's: "la alcaldesa en funciones"."""
        return any(key in self.language.other_holders for key in self.words.keys[j : j + 2])

    def held(self, i: int, side: Side | None, before: dict[int, Side | None]) -> float | None:
        """How sure it is that a title at `i` is used of somebody known; None if it is not.

        `before` gives, by the word at which mentions end, the side of who is mentioned there.
        """
        words, language = self.words, self.language
        if not i:
            return None
        key = words.keys[i - 1]
        if key == "s" and i > 1 and words.gap(i - 1) in {"'", "’"}:
            owner = before.get(i - 1)
            return 1.0 if owner and side and owner.id == side.id else None
        if words.gap(i).strip() in {"'", "’"} and words.gap(i).endswith(" "):
            owner = before.get(i)
            return 1.0 if owner and side and owner.id == side.id else None
        if not words.beside(i):
            return None
        if key in language.definite or key in language.fused_articles:
            return 1.0
        if key in language.possessives:
            return 0.75
        return None

    def held_elsewhere(self, j: int, wording: Wording) -> bool:
        """Whether what follows a title says that it is another's: "the mayor of Lund, Ida Falk"."""
        words, language = self.words, self.language
        at = j
        if self._own_name_follows(j, wording):
            return False
        if at < len(words) and words.keys[at] in language.linking and words.beside(at):
            at += 1
            while at < len(words) and words.keys[at] in self.guards.articles:
                at += 1
            if at >= len(words):
                return False
            if self._of_another(at, wording):
                return True
            while (
                at < len(words)
                and words.beside(at)
                and (words.capital(at) or words.keys[at] in self.known.known_words)
            ):
                at += 1
        return self.other_name_at(at, wording)

    def _own_name_follows(self, j: int, wording: Wording) -> bool:
        """Whether the actor's name follows in apposition: "the head of planning, Daniel Prat"."""
        words = self.words
        own = set(keys_of(wording.actor.name)) if wording.actor else set()
        for at in range(j, min(j + 7, len(words))):
            if words.gap(at) == ", ":
                return words.keys[at] in own
            if not words.beside(at):
                return False
        return False

    def _of_another(self, at: int, wording: Wording) -> bool:
        words = self.words
        for phrase, options in self.known.actors.get(words.keys[at], ()):
            if matched(words, at, phrase):
                return not any(o.side == wording.side for o in options)
        key = words.keys[at]
        if words.capital(at) and not words.titled(at):
            return key not in self.known.known_words
        return key in self.guards.placing and key not in self.known.known_words

    def of_another(self, j: int, wording: Wording) -> bool:
        """Whether "of" and a name make it another body: "the council of Lund"."""
        words = self.words
        at = j
        if at >= len(words) or words.keys[at] not in self.language.genitives:
            return False
        if not words.beside(at):
            return False
        at += 1
        while at < len(words) and words.keys[at] in self.guards.articles:
            at += 1
        if at >= len(words) or not words.beside(at):
            return False
        if words.keys[at] in self.language.relatives | self.language.that:
            return False
        # "la empresa de transportes": where English has "the transport company"
        compound = self.language.adjectives_follow and not words.capital(at)
        unknown = words.keys[at] not in self.known.known_words
        return self._of_another(at, wording) or (compound and unknown)

    def other_name_at(self, at: int, wording: Wording) -> bool:
        """Whether the next words, after a comma or none, are the name of somebody else."""
        words = self.words
        if at >= len(words) or not (words.beside(at) or words.gap(at) == ", "):
            return False
        if not words.capital(at) or words.titled(at) or words.keys[at] in self.guards.calendar:
            return False
        own = set(keys_of(wording.actor.name)) if wording.actor else set()
        if words.keys[at] in own or words.keys[at] in self.guards.honorifics:
            return False
        if words.keys[at] in self.known.known_words or words.printed(at) in self.language.not_names:
            return False
        if words.beside(at):
            return True
        after = at + 1
        return after < len(words) and words.beside(after) and words.capital(after)
