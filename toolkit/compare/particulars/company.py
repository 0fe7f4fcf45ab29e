"""Company: what a name names, as the words beside it and in it show.

A first name, a title, an age or a verb of saying makes a person; "Council" in the name, or "the
group" before it, a body; "Street", "San" or a preposition such as "in" a place. What nothing shows
stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.compare.particulars.bounds import Bounds
from toolkit.compare.particulars.record import ParticularKind
from toolkit.compare.particulars.spelling import place_nouns
from toolkit.compare.wording import fold
from toolkit.extract.entities import Entities
from toolkit.languages import Language, get_language
from toolkit.model import Span

#: Words of more letters than these are no initials where they are in capitals.
LOUD = 3
#: From this on the reading of an article takes a name for a person's.
HUMAN = 0.9


@dataclass(frozen=True)
class Company:
    """The words in and beside the names of one text."""

    text: str
    language: Language
    bounds: Bounds
    entities: Entities
    #: The words that the text writes small: what ends in one is mostly no person's name.
    small: frozenset[str]

    def kind(self, name: str, span: Span) -> ParticularKind | None:
        """What a name of several words names; None where nothing shows it."""
        known = self.language
        words = [re.sub(r"'s?$", "", fold(w)) for w in name.split()]
        if any(self.bounds.is_body_noun(w) for w in words):
            return None if self._is_second_half(span) else "body"
        part = words[-1] in known.known_places and all(w in known.places for w in words[:-1])
        if part or set(words) & place_nouns() or words[0].rstrip(".") in known.place_openings:
            return "place"  # "Southern California"; "Brine Street"; "Port Alder"
        if name.split()[0] in known.first_names:
            return None if self._is_no_person(name, words) else "person"
        beside = self._beside(span)
        if beside:
            return "body" if beside == "body" else None
        entity = self.entities.by_name.get(name)
        human = entity and self.entities.likely_human(entity) >= HUMAN
        shown = (human or self._is_introduced(name, span)) and words[-1] not in self.small
        return "person" if shown and not self._is_no_person(name, words) else None

    def _is_second_half(self, span: Span) -> bool:
        """ "Border Protection" in "Customs and Border Protection"."""
        ands = "|".join(sorted(self.language.and_words))
        m = re.search(rf"(\w+) (?:{ands}|&) $", self.text[max(0, span.start - 24) : span.start])
        if m is None or not m[1][0].isupper():
            return False
        known = self.language
        return fold(m[1]) not in known.known_places and m[1] not in known.first_names

    def _is_no_person(self, name: str, words: Sequence[str]) -> bool:
        """ "QUARTER Let", "Steve Harvey Morning Show", "North Korean", "Ivy League-trained"."""
        loud = any(w.isupper() and len(w) > LOUD for w in name.split())
        joined = re.search(r"-[a-z]{6}", name)
        works = words[-1] in self.language.works
        return bool(loud or joined or works or self._ends_in_people(words))

    def _ends_in_people(self, words: Sequence[str]) -> bool:
        """ "North Korean", "Western European"."""
        return words[-1] in self.language.demonyms or " ".join(words[-2:]) in self.language.demonyms

    def _beside(self, span: Span) -> str:
        """ "body" after a word that says so ("the nonprofit group Al Otro Puerto"), "rest" where a
        name is the rest of a longer one ("March for Open Harbours"), else nothing.
        """
        text, known = self.text, self.language
        if _apposed(self.language.code).match(text, span.end):
            return "body"
        before = re.search(r"(\w*) ?(\w+),? $", text[max(0, span.start - 40) : span.start])
        if before is None:
            return ""  # nothing before it in its sentence
        word = before[2]
        if word == fold(word) and (word in known.bodies or word in known.groups):
            return "body"
        longer = word in known.rest_of_name and word not in known.and_words
        return "rest" if longer and before[1][:1].isupper() else ""

    def _is_introduced(self, name: str, span: Span) -> bool:
        """Whether the words beside a name make it a person's: a title, an age, "who", a verb."""
        text, known = self.text, self.language
        before = re.findall(r"[\w.]+", text[max(0, span.start - 24) : span.start])[-1:]
        after = text[span.end : span.end + 24]
        if name.isupper() or set(before) & known.rest_of_name:
            return False  # "Center for Biological Diversity": the rest of a longer name
        trade = before and before[0].lower().endswith(known.role_endings)
        if before and (self.bounds.is_title(before[0]) or trade):
            return True
        aged = "|".join(sorted(known.age_after)) or "(?!)"
        if re.search(rf"\d-\w+-(?:{aged}) $", text[max(0, span.start - 16) : span.start]):
            return True
        if re.match(rf", (?:\d\d|{'|'.join(sorted(known.who))})\b", after):
            return True
        verb = re.match(r",? ([^\W\d_]+)", after)
        ended = re.match(rf"[,.;:]| (?:{'|'.join(sorted(known.genitives))}) ", after)
        return len(name.split()) <= 3 and bool(
            (verb and self._is_plain_verb(verb[1]))
            or (ended and before and self._is_plain_verb(before[0]))
        )

    def _is_plain_verb(self, word: str) -> bool:
        verb = self.language.verbs.get(word)
        return verb is not None and not verb.weak and verb.lemma not in self.language.addressing

    def is_located(self, span: Span) -> bool:
        """Whether a preposition of place stands before a name: "in", "near"."""
        text, known = self.text, self.language
        before = re.findall(r"\w+", text[max(0, span.start - 12) : span.start])[-1:]
        rest = "|".join(sorted(known.rest_of_name | known.genitives | known.and_words))
        longer = re.match(rf" (?:{rest}) [A-ZÀ-Þ]", text[span.end : span.end + 12])
        placed = bool(before) and before[0].lower() in known.places_after
        words = fold(span.of(text)).split()
        common = len(words) > 1 and words[-1] in self.small  # "Climate Change"
        return placed and not (longer or common or self._ends_in_people(words))

    def may_be_place(self, name: str) -> bool:
        """Whether a single word behind such a preposition can be a place."""
        plain, known = fold(name), self.language
        listed = (
            plain in known.bodies or plain in known.demonyms or plain in known.roles
            or plain in known.groups or plain in known.documents or plain in known.places
            or name in known.first_names or name.endswith("ing")
        )  # fmt: skip
        return (
            len(name) > 3 and not name.isupper() and not listed and not self.bounds.is_opening(name)
        )


@lru_cache
def _apposed(code: str) -> re.Pattern[str]:
    """What makes a body of the name before it: ", the transnational group that"."""
    known = get_language(code)
    nouns = "|".join(sorted(known.bodies | known.groups))
    the = "|".join(sorted(known.definite | known.indefinite))
    between = "|".join(sorted(known.genitives | set(known.roles)))
    that = "|".join(sorted(known.relatives))
    return re.compile(
        rf", (?:{the}) (?:(?!(?:{between})\b)[\w-]+ ){{0,3}}(?:{nouns})(?=[,.;]| (?:{that})\b)"
    )
