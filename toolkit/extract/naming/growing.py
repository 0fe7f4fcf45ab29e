"""From a wording to the label that a reader would mark: the noun phrase around it.

A person's label takes in titles ("company spokeswoman Helena Quayle"), a role's and a body's the
article ("the company"), a concept's the words that qualify it ("secret trip", "bloqueo ilegal")
but no article. It never crosses a quotation mark, since then two would have chosen the words.
Source: NewsWCL50 marks whole noun phrases (Hamborg et al. 2019).
"""

from __future__ import annotations

from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.guards import Guards
from toolkit.extract.naming.words import Words
from toolkit.languages import Language

_MOST_MODIFIERS = 4
_MOST_TITLES = 6


class Growth:
    """Where labels begin and end in one text; places are numbers of words."""

    def __init__(self, words: Words, language: Language, guards: Guards):
        self.words = words
        self.language = language
        self.guards = guards
        self.determiners = {
            fold(w)
            for w in (*language.definite, *language.indefinite, *language.possessives,
                      *language.demonstratives)
        }  # fmt: skip
        self.stop = (
            {fold(w) for w in language.stop_words | language.prepositions | language.auxiliaries}
            | set(map(fold, language.pronouns))
            | set(map(fold, language.clause_openers))
        )
        self.modifiers = language.modifiers

    def over_article(self, i: int, *, pointing: bool = True, also_one: bool = False) -> int:
        """The label with the article, or whose it is, before it.

        `pointing` takes in "this" and "its" too, `also_one` "a" and the like.
        """
        words, language = self.words, self.language
        if i == 0 or not words.beside(i):
            return i
        key = words.keys[i - 1]
        if key in language.the_other:
            return self.over_article(i - 1)
        taken = (
            key in language.definite
            or (pointing and key in language.possessives | language.demonstratives)
            or (also_one and self._is_one(key))
        )
        return i - 1 if taken else i

    def _is_one(self, key: str) -> bool:
        """Whether a word is an article such as "a", and no number."""
        language = self.language
        number = key in language.number_words and key not in language.article_genders
        return key in self.determiners and not number

    def over_titles(self, i: int, floor: int, titled: bool) -> int:
        """The label of a person with honorifics, roles and what qualifies them.

        `titled` says that the words at `i` already begin with a title.
        """
        words, guards, language = self.words, self.guards, self.language
        at, role = guards.initials_before(i)[0], titled
        while at > floor and words.joins(at) and i - at < _MOST_TITLES:
            key = words.keys[at - 1]
            if self._honorific(at - 1) or (guards.is_role(key) and key not in language.plurals):
                role = role or not self._honorific(at - 1)
            elif not (role and self._qualifies_role(at - 1)):
                break
            at -= 1
        return self.over_article(at, also_one=True) if role and at > floor else at

    def _honorific(self, i: int) -> bool:
        return self.words.keys[i] in self.guards.honorifics

    def _qualifies_role(self, i: int) -> bool:
        """Whether a word belongs to the role after it: "Prime", "union", "North Korean"."""
        words, language = self.words, self.language
        key = words.keys[i]
        if key in self.stop or key in self.determiners or words.printed(i) in language.not_names:
            return key in language.modifiers
        known = (
            language.bodies | language.modifiers | language.other_holders | set(language.demonyms)
        )
        return key in known or (words.capital(i) and not words.titled(i) and not words.opens(i))

    def over_people(self, j: int) -> int:
        """The label of a country or body with its people: "U.S. officials"."""
        words = self.words
        end = j
        if j < len(words) and words.beside(j) and words.keys[j] in self.language.people_of:
            end = j + 1
        return end

    def over_modifiers(self, i: int, j: int, floor: int) -> int:
        """The label of a concept with the words before it that qualify it.

        Only a noun has them: "on hold", "that Wednesday" and "seeking asylum" have none.
        """
        key = self.words.keys[i]
        verbal = (*self.language.gerund_endings, *self.language.past_endings)
        if key in self.stop | self.determiners or (j - i > 1 and key.endswith(verbal)):
            return i
        if self.language.adjectives_follow:
            return self._over_listed(i, floor)
        words, language = self.words, self.language
        to_article = self._to_article(i, floor)
        if to_article is not None:
            return to_article
        at = i
        while at > floor and i - at < _MOST_MODIFIERS and self._inside(at):
            if not self._is_modifier(at - 1):
                break
            at -= 1
        while at < i and at and not words.beside(at) and self._inside(at):
            at += 1  # half of a word: "once-unthinkable"
        if at < i and at > floor and self._inside(at):
            at -= f"{words.keys[at - 1]} {words.keys[at]}" in language.demonyms
        return at if at == i or not words.titled(at) else i

    def _inside(self, at: int) -> bool:
        """Whether a word can belong to the same noun phrase as the one before it."""
        words = self.words
        return words.beside(at) or words.gap(at) in {"-", "‑"}

    def _to_article(self, i: int, floor: int) -> int | None:
        """The word after an article, if nothing but qualifying words stands in between."""
        words = self.words
        for at in range(i, max(floor, i - _MOST_MODIFIERS) - 1, -1):
            if at == 0 or not self._inside(at):
                return None
            if words.keys[at - 1] in self.determiners and words.beside(at):
                return at if self._closes(at - 1, i) else None
            if not self._may_qualify(at - 1):
                return None
        return None

    def _closes(self, i: int, head: int) -> bool:
        """Whether an article begins the phrase; "that" does so only before sure modifiers."""
        if self.words.keys[i] not in self.language.demonstratives:
            return True
        return all(self._is_modifier(k) for k in range(i + 1, head))

    def _may_qualify(self, i: int) -> bool:
        words, language = self.words, self.language
        key = words.keys[i]
        if key in self.stop or key.isdigit():
            return key in self.modifiers or self.words.gap(i + 1) in {"-", "‑"} or _is_year(key)
        if self._is_modifier(i):
            return True
        if key in language.plurals:
            return False  # "the people crossing"
        if words.capital(i) and not words.titled(i):
            return True
        verb = language.verbs.get(key)
        if verb is not None or key.endswith(("ed", "s", *language.adverb_endings)):
            before = words.keys[i - 1] if i else ""
            return key.endswith("ed") and before in self.determiners
        return True

    def _is_modifier(self, i: int) -> bool:
        words, language = self.words, self.language
        key = words.keys[i]
        if key in self.stop:
            return key in self.modifiers
        return (
            key in self.modifiers
            or key in language.demonyms
            or (len(key) > 4 and key.endswith(language.modifier_endings))
            or (words.upper(i) and len(key) > 1 and not words.titled(i) and key.isalpha())
        )

    def _over_listed(self, i: int, floor: int) -> int:
        at = i
        while at > floor and self.words.beside(at) and self.words.keys[at - 1] in self.modifiers:
            at -= 1
        return at

    def _describes(self, noun: str, key: str) -> bool:
        """Whether a Spanish word after a noun has an ending of adjectives, or agrees with it."""
        language = self.language
        if len(key) < 5 or key in self.stop or key in language.verbs:
            return False
        if key.endswith(language.modifier_endings):
            return True
        if key.endswith(("os", "as")):  # no third person ends so, and hardly a noun follows a noun
            own = noun[-2:] if noun.endswith(("os", "as")) else key[-2:]
            return key.endswith(own) and not key.endswith("mos")
        own = noun[-1:] if noun.endswith(("o", "a")) else key[-1:]
        participle = key[:-1] + "o" if key.endswith("a") else key
        return participle.endswith(language.participle_endings) and key.endswith(own)

    def over_adjectives(self, j: int, ceiling: int) -> int:
        """The label of a concept with the adjectives that follow it: "bloqueo ilegal"."""
        words, language = self.words, self.language
        if not language.adjectives_follow:
            return j
        end = j
        while end < min(ceiling, j + 2) and words.beside(end):
            key = words.keys[end]
            plural = words.keys[end - 1].endswith("s")
            fits = key.endswith("s") == plural or not words.keys[end - 1].isalpha()
            listed = key in self.modifiers or key in language.demonyms
            if (
                not fits
                or words.capital(end)
                or not (listed or self._describes(words.keys[j - 1], key))
            ):
                break
            end += 1
        return end


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isdigit()
