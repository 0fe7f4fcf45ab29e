"""What only looks like a mention: a namesake, a street, a family, somebody else's title.

Each guard is asked of a place where a wording stands (words `i` to `j` of a text) and says whether
something beside it makes it another's. Where a guard errs it lets a mention go: a missing mention
is a gap, a wrong one is a claim.
"""

from __future__ import annotations

from functools import cached_property

from toolkit.extract.naming.directory import Directory
from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.persons import gender_of, genders, parse_name
from toolkit.extract.naming.wordings import Wording
from toolkit.extract.naming.words import Words
from toolkit.languages import Language

_HYPHENS = frozenset("-‐‑")


class Guards:
    """The guards of one text in one language."""

    def __init__(self, words: Words, language: Language, known: Directory):
        self.words = words
        self.language = language
        self.known = known
        self.calendar = {fold(w) for w in (*language.weekdays, *language.months)}
        self.placing = language.place_nouns | language.body_names | {
            fold(b) for b in language.bodies
        }  # fmt: skip
        self.honorifics = {h.strip(".").casefold(): g for h, g in language.honorifics.items()}
        self.roles = {fold(r): gender for r, gender in language.roles.items()}
        self.articles = {
            fold(w) for w in (*language.definite, *language.indefinite, *language.fused_articles)
        }
        self.subjects = (
            set(map(fold, language.pronouns)) - language.objects - language.never_subjects
            - language.possessives - language.relatives
        )  # fmt: skip
        self.name_particles = (
            language.particles - language.genitives - language.and_words - self.articles
        )
        self.plural_roles = frozenset(r + "s" for r in self.roles) | language.plurals
        self.small = (
            language.stop_words | language.prepositions | language.before_subjects
            | self.articles | language.and_words
        )  # fmt: skip

    # -- any name ------------------------------------------------------------------------------

    def in_an_address(self, i: int, j: int) -> bool:
        """Whether the words are part of an address of the web or of mail."""
        words = self.words
        before, after = words.gap(i) if i else "", words.text[words.ends[j - 1] :][:2]
        return (
            before in {".", "@", "/", "//", "_"}
            or after[:1] == "@"
            or (after[:1] == "." and after[1:].isalnum())
        )

    def wrong_case(self, i: int, j: int, wording: Wording) -> bool:
        """Whether a name stands in small letters, or an acronym is an ordinary word."""
        words = self.words
        if words.keys[i][0] in "@#":
            return False
        if wording.upper:
            loud = any(
                0 <= k < len(words) and words.upper(k) and len(words.keys[k]) > 1
                for k in (i - 1, i + 1)
            )
            all_capitals = (loud or words.line(i)[1]) and i not in words.dotted
            small = words.keys[i] in self.language.stop_words
            return not words.upper(i) or (all_capitals and small)
        one = j - i == 1
        return wording.capital and one and not words.capital(i)

    def hyphened(self, i: int, j: int) -> bool:
        """Whether a hyphen before makes it part of another word: "non-residents".

        Not so between two actors ("the Vale-Ruiz talks"); and "Vale-backed" names Vale.
        """
        before = i > 0 and self.words.gap(i) in _HYPHENS and not self._an_actor(i - 1)
        return before or (self._double(j) and not self._an_actor(j))

    def _double(self, j: int) -> bool:
        """Whether a second surname follows a hyphen: "Ruiz-Vega"."""
        words = self.words
        return j < len(words) and words.gap(j) in _HYPHENS and words.capital(j)

    def _an_actor(self, i: int) -> bool:
        """Whether one word, with its capital, names an actor."""
        phrases = self.known.actors.get(self.words.keys[i], ())
        return self.words.capital(i) and any(len(phrase) == 1 for phrase, _ in phrases)

    def goes_on(self, j: int, second_surname: bool = False) -> bool:
        """Whether another word with a capital follows in the same name: "Vale Holdings".

        `second_surname` says that one more word may be the person's own.
        """
        words = self.words
        if j < len(words) and words.gap(j).strip() == "&":
            return True  # "Falk & Sons"
        if j >= len(words) or not words.beside(j):
            return False
        key = words.keys[j]
        if len(key) == 1 and words.capital(j) and words.after(j) == ".":
            return True
        if key in self.language.after_names and not words.titled(j):
            return True
        if not words.capital(j) or key in self.calendar or len(key) == 1:
            return False
        if words.titled(j):
            return key in self.placing or key in self.language.after_names
        if second_surname:
            another = key in self.placing or key in self.language.after_names
            return another or (j + 1 < len(words) and self.goes_on(j + 1))
        return key not in self.honorifics

    def of_a_place(self, i: int) -> bool:
        """Whether a word before makes it the name of a street or a foundation: "calle Ruiz"."""
        words, language = self.words, self.language
        if not i or not words.beside(i):
            return False
        key = words.keys[i - 1]
        if key in language.before_names:
            return True
        if words.capital(i - 1) and key in language.place_openings | language.place_nouns:
            return True  # "Port Falk"
        linked = i > 1 and key in language.genitives and words.beside(i - 1)
        before = words.keys[i - 2] if linked else ""
        if not linked or before not in language.before_names:
            return False
        return words.capital(i - 2) or before in language.place_nouns

    def ends_a_name(self, i: int, j: int) -> bool:
        """Whether one word ends a longer name than a body's: "White House" for "the House"."""
        words = self.words
        if j - i > 1 or not i or not words.beside(i) or words.titled(i) or words.upper(i):
            return False
        key = words.keys[i - 1]
        return (
            words.capital(i - 1)
            and not words.opens(i - 1)
            and not (key in self.small or self.is_role(key) or key in self.calendar)
            and key not in self.known.known_words
        )

    def only_a_place(self, i: int, wording: Wording) -> bool:
        """Whether a city that stands for a body is just where something is: "in Seoul"."""
        words, language = self.words, self.language
        place = language.known_places.get(" ".join(wording.words))
        if wording.rule != "alias" or place is None or wording.actor is None or not i:
            return False
        return place != wording.actor.name and words.keys[i - 1] in language.places_after

    # -- persons -------------------------------------------------------------------------------

    def first_before(self, i: int) -> int | None:
        """The place of the first name that a surname at `i` goes with; None without one."""
        words = self.words
        at = i - 1
        while at > 0 and len(words.keys[at]) == 1 and words.capital(at) and words.joins(at + 1):
            at -= 1
        if at < 0 or not words.joins(at + 1) or not words.capital(at):
            return None
        return at

    def namesake(self, i: int, wording: Wording) -> bool:
        """Whether a name before the surname is another's: "Marta Ruiz" is not Ana Ruiz."""
        words, language = self.words, self.language
        if i > 1 and words.beside(i) and words.keys[i - 1] in self.name_particles:
            return words.capital(i - 2)
        start, letters = self.initials_before(i)
        at = self.first_before(start)
        if letters and (at is None or words.keys[at] not in genders()):
            own = (
                "".join(g[0] for g in parse_name(wording.actor.name).given) if wording.actor else ""
            )
            return any(a != b for a, b in zip(letters, own, strict=False))
        if at is None:
            return False
        key = words.keys[at]
        if wording.rule == "name":
            return self._of_a_thing(at)
        if key in self.honorifics or self.is_role(key) or key in self.calendar:
            return False
        if key in genders():
            return True
        if words.titled(at) or key in self.small or words.printed(at) in language.not_names:
            return False
        if len(key) > 2 and words.upper(at) and not words.upper(i):
            return False  # "CIA Pompeo", as headlines have it
        if key in language.demonyms or key in language.known_places or key in self.placing:
            return False
        if words.opens(at):
            return not (self._is_adverb(key) or key in self._in_small_letters)
        return key not in self.known.known_words

    def _is_adverb(self, key: str) -> bool:
        endings = (*self.language.adverb_endings, *self.language.past_endings)
        return key.endswith((*endings, *self.language.gerund_endings))

    @cached_property
    def _in_small_letters(self) -> frozenset[str]:
        """The words that the text also has in small letters, which makes them no names."""
        words = self.words
        return frozenset(key for k, key in enumerate(words.keys) if not words.capital(k))

    def initials_before(self, i: int) -> tuple[int, str]:
        """Where the initials before a surname begin, and which they are: "S. J. Orme"."""
        words, at, letters = self.words, i, ""
        while at > 0 and words.joins(at) and words.capital(at - 1):
            key = words.keys[at - 1]
            letter = len(key) == 1 and (words.gap(at)[:1] == "." or key not in self.small)
            if not letter and not (at - 1 in words.dotted and len(key) < 4):
                break
            at, letters = at - 1, key + letters
        return at, letters

    def _of_a_thing(self, at: int) -> bool:
        """Whether a whole name is a thing's, by an article and a word: "the MV Ida Falk"."""
        words = self.words
        if not at or not words.beside(at) or words.keys[at - 1] not in self.articles:
            return False
        key = words.keys[at]
        known = self.is_role(key) or key in self.honorifics or key in self.language.demonyms
        return not known and key not in self.known.known_words

    def ordinary(self, i: int, j: int, named: bool) -> bool:
        """Whether a surname is the ordinary word that it also is: "Rose beds", "in May".

        `named` says whether the person was named before. Asked where a capital says little: where
        the word opens a sentence or a headline has capitals, and always for months and small words.
        """
        words, language = self.words, self.language
        key = words.keys[i]
        if j - i > 1:
            return False
        common = key in self.calendar or key in language.stop_words
        shown = not (words.opens(i) or words.titled(i))
        if not common and (shown or key not in self._in_small_letters):
            return False
        before = words.keys[i - 1] if i and words.joins(i) else ""
        after = words.keys[j] if j < len(words) and words.within(j) else ""
        says = after == "s" or after in language.verbs or before in language.verbs
        says = says or (bool(before) and (self.is_role(before) or before in self.honorifics))
        if common:
            dated = before.isdigit() or after.isdigit() or before in language.prepositions
            return dated or not says
        return not (says and (named or words.titled(i)))

    def is_role(self, key: str) -> bool:
        """Whether a word is a title or trade."""
        return (
            key in self.roles
            or key in self.language.short_titles
            or key.endswith(tuple(self.language.role_endings))
        )

    def gender_before(self, i: int) -> str | None:
        """The gender that an honorific before the words shows."""
        words = self.words
        if not i or not words.joins(i):
            return None
        return self.honorifics.get(words.keys[i - 1])

    def wrong_gender(self, i: int, wording: Wording) -> bool:
        """Whether the honorific or article is a man's and the actor's first name a woman's."""
        actor = wording.actor
        own = gender_of(fold(actor.name).split()[0], self.language) if actor else None
        if own is None:
            return False
        shown = self.gender_before(i)
        if shown is None and wording.needs_article and i:
            shown = self.language.article_genders.get(self.words.keys[i - 1])
        if shown is None and wording.needs_article and wording.words[0].endswith(("o", "a", "or")):
            shown = self.roles.get(wording.words[0])
        return shown is not None and shown != own

    def attributive(self, i: int, j: int) -> bool:
        """Whether an article makes the name an epithet: "the Vale report", "los Ruiz"."""
        words, language = self.words, self.language
        if not i or not words.beside(i):
            return False
        key = words.keys[i - 1]
        if key in language.the_other or (j < len(words) and words.gap(j) in _HYPHENS):
            return False
        if language.article_genders:
            return key in language.definite and key.endswith("s")
        return key in language.definite | language.indefinite
