"""From the words that name a speaker to the name: who is "she", "Ruiz", "the director"?

`entities` knows the people and bodies of the text, `salience` whom it talks of at each place; the
rules here ask them, one rule for each sort of source: names, pronouns, roles, documents and, in
Spanish, subjects that are not there. Each rule is named, so that a reader can ask why the program
thinks that *she* said it. Where a rule finds nobody, the answer is None and not a guess.

`sure` tells how clear the choice was, from 0 to 1: the share of the first name among those that the
rule weighed. `confidence` turns it into a probability.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.extract.attribution import leads
from toolkit.extract.candidates import Paragraph, Phrase, article_gender
from toolkit.extract.entities import Entities, Entity, is_genitive, is_many, is_name, spelling
from toolkit.extract.salience import Salience
from toolkit.languages import Language, get_language
from toolkit.model import Span

_LEAST = 0.01
_LIKELY = 0.5
_TOLD, _CLEAR = 0.4, 0.9  # the share from which a pronoun is told, and told without a doubt
_ALONE = 0.95  # the share from which one person stands out enough for an epithet
_WINDOW = 80  # characters before a document in which its maker is looked for
_ASIDE = 12  # words of an aside between somebody and "who"
_MODIFIERS = 3  # words before a noun
_JUST = 60  # words back within which somebody is "just" brought in


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with the rule that found it and the ranked alternatives (name, share)."""

    name: str | None
    rule: str
    gender: str | None = None
    ranked: tuple[tuple[str, float], ...] = ()

    @property
    def sure(self) -> float:
        """The share of the first name among those weighed."""
        return self.ranked[0][1] if self.ranked else 1.0


class Resolver:
    """The people and bodies of one text, and who is meant where."""

    def __init__(self, text: str, language: Language, paragraphs: Sequence[Paragraph]):
        self.text, self.language, self.paragraphs = text, language, paragraphs
        self.known = Entities(text, language, paragraphs)
        self.salience = Salience(self.known)
        self.entities = self.known.by_name
        self.last: str | None = None
        self._starts = [p.span.start for p in paragraphs]
        self._told: dict[int, Resolved] = {}
        self._makers: dict[str, Entity | None] = {}

    def spoke(self, name: str | None, gender: str | None) -> None:
        """Remember the last speaker: "she added" is likely she again."""
        if not name:
            return
        self.last = name
        entity = self.entities.get(name)
        if entity and gender in {"m", "f"} and entity.gender is None:
            entity.gender = gender
        if entity and entity.person and self.known.likely_human(entity) > _LIKELY:
            entity.human = True

    def resolve(self, source: Phrase | None, paragraph: int, position: int) -> Resolved:
        """The name that a source phrase stands for at a place of the text."""
        if source is None:
            return self._dropped(paragraph, position)
        paragraph = self._home(source, paragraph)
        if source.kind == "pronoun":
            return self._pronoun(source, paragraph)
        start = source.span.start
        if start in self._told:
            return self._told[start]
        relayed = self._relayed(source, paragraph)
        if relayed or is_name(source):
            self._told[start] = relayed or self._named(source)
            return self._told[start]
        if source.kind == "document":
            return self._document(source, paragraph)
        return self._role(source, paragraph)

    def _home(self, source: Phrase, paragraph: int) -> int:
        """The paragraph that a source stands in: a follow-on has it in an earlier one."""
        if self.paragraphs[paragraph].span.contains(source.span):
            return paragraph
        return max(0, bisect_right(self._starts, source.span.start) - 1)

    # -- names --------------------------------------------------------------------------------

    def _named(self, source: Phrase) -> Resolved:
        entity = self.known.of(source)
        if entity is None:
            return _only(source.head, "as_printed", source.gender)
        others = [e for e in self.known.sharing(source) if e is not entity and e.person]
        if others and " " not in source.head:
            ranked = ((entity.name, 0.7), *((e.name, 0.3 / len(others)) for e in others[:2]))
            return Resolved(entity.name, "shared_surname", entity.gender, ranked)
        shouted = entity.name.isupper() and entity.name == source.head.upper()
        if shouted or entity.name == source.head:
            return _only(source.head, "name", entity.gender)  # a label's name is spelt by its line
        return _only(entity.name, "short_name", entity.gender)

    def _relayed(self, source: Phrase, number: int) -> Resolved | None:
        """ "…," the agency said, quoting Mr. Roth: the words are Roth's."""
        paragraph = self.paragraphs[number]
        last = min(source.last + 4, len(paragraph.lower))
        for i in range(source.last + 1, last):
            if paragraph.lower[i] in self.language.relays and not paragraph.masked[i]:
                inner = paragraph.phrase_at(i + 1)
                as_saying = paragraph.lower[i].endswith(self.language.gerund_endings) or (
                    inner is not None
                    and bool(
                        self.language.relayed_as.intersection(
                            paragraph.lower[inner.last + 1 : inner.last + 2]
                        )
                    )
                )
                if inner and inner.kind in {"name", "role", "body"} and as_saying:
                    found = self.resolve(inner, number, inner.span.start)
                    return Resolved(found.name, "relayed", found.gender, found.ranked)
        return None

    # -- pronouns -----------------------------------------------------------------------------

    def _pronoun(self, source: Phrase, number: int) -> Resolved:
        if source.head in self.language.relatives:
            owner = self._antecedent(source, number)
            if owner:
                return Resolved(owner.name, "relative", owner.gender, owner.ranked)
        start = source.span.start
        if start not in self.salience.shares:
            self.salience.walk_to(number, start + 1)
        ranked = self.salience.shares.get(start) or self.salience.rank(number, source)
        rule = "pronoun" if self._singular(source) else "plural_pronoun"
        if source.gender == "n":
            rule = "it"
        names = self._names(ranked)
        if not ranked or names[0][1] < _TOLD:
            return Resolved(None, f"unknown_{rule}", None, names)
        if names[0][1] < _CLEAR:
            rule = f"contested_{rule}"
        return Resolved(names[0][0], rule, source.gender or ranked[0][0].gender, names)

    def _singular(self, source: Phrase) -> bool:
        return not source.plural and source.head not in self.language.interlocutors

    def _names(self, ranked: Sequence[tuple[Entity, float]]) -> tuple[tuple[str, float], ...]:
        """Their names and shares; what is next to nothing is left out."""
        named = ((self._called(entity), round(share, 3)) for entity, share in ranked)
        return tuple((name, share) for name, share in named if share >= _LEAST)

    def _called(self, entity: Entity) -> str:
        """The name; of somebody without one, the words, but not half a name at their end."""
        if entity.name in self.entities:
            return entity.name
        words = _bare(entity.name, self.language).split()
        half = words[-1].rstrip(".") in self.language.honorifics and len(words) > 2
        return " ".join(words[:-2] if half else words)

    def _antecedent(self, source: Phrase, number: int) -> Resolved | None:
        """The person named right before "who", "quien"."""
        paragraph, language = self.paragraphs[number], self.language
        before = paragraph.phrase_before(source.first)
        if before and "(" in paragraph.gap(before.first) and ")" in paragraph.gap(source.first):
            party, before = before, paragraph.phrase_before(before.first)  # "Ruiz (Unión), quien"
            beside = before is not None and before.last == party.first - 1
        elif before and self._belonging(paragraph, before):
            party, before = before, paragraph.phrase_before(before.first)  # "Ruiz, de Unión, quien"
            beside = before is not None and before.last == party.first - 2
        else:
            beside = before is not None and before.last == source.first - 1
        percent = paragraph.gap(source.first).strip() == "%"
        if not beside and source.first and (percent or paragraph.joined(source.first)):
            return self._noun_before(number, source)
        if before is None or before.kind == "pronoun":
            return None
        copula = language.copulas.intersection(paragraph.lower[before.first - 1 : before.first])
        if before.kind == "role" and copula and not is_many(before, language):
            # "Roth was a quiet man who"
            return self._foremost(number, before.span.start, before.gender, "relative", 0)
        entity = self.known.of(before) if is_name(before) else None
        sure = language.drops_subjects and source.head in language.who  # not of things
        named = sure and entity is not None and entity.person
        if not beside or not (named or self._can_be_who(before)):
            back = self._person_before(paragraph, before, source)
            return self.resolve(back, number, back.span.start) if back else None
        return self.resolve(before, number, before.span.start)

    def _can_be_who(self, phrase: Phrase) -> bool:
        """Whether a phrase can be a person or people."""
        if not is_name(phrase):
            return phrase.kind != "document"
        entity = self.known.of(phrase)
        return entity is None or (entity.person and self.known.maybe_human(entity))

    def _person_before(self, paragraph: Paragraph, before: Phrase, source: Phrase) -> Phrase | None:
        """ "Ida Falk, 24, from Carrow, who": the last person before the place."""
        words = paragraph.lower[before.last + 1 : source.first]
        if self.language.verbs.keys() & set(words):
            return None
        earlier = paragraph.phrases_between(max(0, source.first - _ASIDE), source.first)
        for phrase in reversed(earlier):
            if self.text.count(".", phrase.span.end, source.span.start) > 1:
                return None
            if phrase.kind in {"name", "role"} and self._can_be_who(phrase):
                return phrase
        return None

    def _noun_before(self, number: int, source: Phrase) -> Resolved | None:
        """ "The rowers who", "60 percent who": people in words that stand in no list."""
        paragraph, last = self.paragraphs[number], source.first - 1
        if paragraph.lower[last] in self.language.and_words:
            return self._who_before(number, last)
        small = self.language.stop_words - self.language.demonstratives
        if paragraph.masked[last] or paragraph.lower[last] in small:
            return None
        aside = paragraph.lower[max(0, last - 2) : last]
        place = (
            len(aside) == 2
            and aside[0] in self.language.prepositions
            and (aside[1] in self.language.definite)
        )
        if place and not paragraph.lower[last].endswith("s"):
            return None  # "one of few rowers in the country who"
        closed = self.language.stop_words | self.language.prepositions | self.language.verbs.keys()
        first, floor = last, max(0, last - _MODIFIERS)
        while first > floor and paragraph.joined(first) and not paragraph.lower[first].isdigit():
            if paragraph.lower[first - 1] in closed:
                break
            first -= 1
        bearer = self._described(paragraph, first)
        if bearer:
            return self.resolve(bearer, number, bearer.span.start)
        words = self.text[paragraph.tokens[first].start : source.span.start].strip()
        return _only(_bare(words, self.language), "relative", None)

    def _who_before(self, number: int, i: int) -> Resolved | None:
        """ "Those who row and who": the second is the first."""
        earlier = self.paragraphs[number].phrase_before(i)
        while earlier and earlier.head not in self.language.who:
            earlier = self.paragraphs[number].phrase_before(earlier.first)
        if (
            earlier is None
            or "." in self.text[earlier.span.end : self.paragraphs[number].tokens[i].start]
        ):
            return None
        return self._antecedent(earlier, number)

    def _described(self, paragraph: Paragraph, first: int) -> Phrase | None:
        """The person whom words after a comma describe: "Ida Falk, a quiet rower who"."""
        start = first - 1
        if start < 1 or paragraph.lower[start] not in self.language.indefinite:
            return None
        before = paragraph.phrase_before(start)
        apposed = before is not None and before.last == start - 1 and "," in paragraph.gap(start)
        return before if apposed and before and self._can_be_who(before) else None

    def _belonging(self, paragraph: Paragraph, phrase: Phrase) -> bool:
        """Whether a phrase stands as ", de Unión," after a name."""
        of = phrase.first - 1
        genitive = of > 0 and paragraph.lower[of] in self.language.genitives
        return genitive and "," in paragraph.gap(of) and "," in paragraph.gap(phrase.last + 1)

    # -- subjects that are not there ----------------------------------------------------------

    def _dropped(self, number: int, position: int) -> Resolved:
        """The subject of the sentence before, in this paragraph, else whoever spoke last."""
        if not self.language.drops_subjects:
            return Resolved(None, "no_source")
        subject = self._subject_before(self.paragraphs[number], position)
        if subject:
            found = self.resolve(subject, number, position)
            if found.name:
                return Resolved(found.name, "dropped_subject", found.gender, found.ranked)
        if self.last:
            return _only(self.last, "dropped_subject", None)
        return self._foremost(number, position, None, "dropped_subject", 0)

    def _subject_before(self, paragraph: Paragraph, position: int) -> Phrase | None:
        """The last subject of the narration since the last quotation of the paragraph."""
        before = paragraph.runs_within(Span(paragraph.span.start, position))
        floor = before[-1].outer.end if before else 0
        subjects = [
            p
            for p in paragraph.phrases_between(paragraph.at(floor), paragraph.at(position))
            if floor <= p.span.start < position
            and p.kind in {"name", "role"}
            and not p.plural
            and leads(paragraph, p)
        ]
        return subjects[-1] if subjects else None

    def _foremost(
        self, number: int, position: int, gender: str | None, rule: str, floor: int
    ) -> Resolved:
        """The person most talked of before a place, of that gender."""
        self.salience.walk_to(number, position)
        ranked = self.salience.persons(number, gender, floor)
        named = [(e, share) for e, share in ranked if e.kind == "name"]
        if not named:
            return Resolved(None, f"unknown_{rule}")
        best = named[0][0]
        return Resolved(best.name, rule, gender or best.gender, self._names(named))

    # -- roles --------------------------------------------------------------------------------

    def _role(self, source: Phrase, number: int) -> Resolved:
        """ "The director": whoever was called a director; else the phrase itself."""
        bearer = self.known.bearers.get(source.span.start)
        if bearer:
            return _only(bearer.name, "apposition", bearer.gender)
        whole = self._named_body(source, number) or self._body_again(source)
        if whole:
            return whole
        one = source.kind == "role" and source.definite and not is_many(source, self.language)
        if one:
            held = self._held(source, number)
            if held:
                return held
        if one and self.language.drops_subjects:
            back = self._refers_back(source, number)
            if back:
                return back
        owner = self._owner(source, number)
        start = owner.span.start if owner else source.span.start
        name = _bare(self.text[start : source.span.end], self.language)
        return _only(name, "as_printed", source.gender)

    def _named_body(self, source: Phrase, number: int) -> Resolved | None:
        """ "La empresa Brisa del Sur": the body has a name, which follows at once."""
        here = self.paragraphs[number]
        after = here.phrase_at(source.last + 1)
        if source.kind != "body" or after is None or not here.joined(after.first):
            return None
        return self._named(after) if is_name(after) else None

    def _body_again(self, source: Phrase) -> Resolved | None:
        """ "La plataforma" of the Plataforma del Faro; "la entidad" of the body named last."""
        language, place = self.language, source.span.start
        if source.kind != "body" or not source.definite or not language.drops_subjects:
            return None
        if source.last - source.first > 1:  # "la empresa adjudicataria" may be another
            return None
        named = [e for e in self.entities.values() if e.kind == "body" and e.starts]
        bodies = [(e.recency(place)[0], e) for e in named if e.starts[0] < place]
        alike = [b for b in bodies if source.head in b[1].name.casefold().split()]
        if not alike and source.head not in language.any_body:
            return None
        best = max(alike or bodies, key=lambda b: b[0], default=None)
        return _only(best[1].name, "body_again", None) if best else None

    def _owner(self, source: Phrase, number: int) -> Phrase | None:
        """Whose lawyer it is: the genitive right before a phrase."""
        here = self.paragraphs[number]
        before = here.phrase_before(source.first)
        if before is None or before.last != source.first - 1 or not is_genitive(here, before):
            return None
        return before

    def _held(self, source: Phrase, number: int) -> Resolved | None:
        """Whoever has the role, by name or, introduced as "an adviser", without one."""
        place = source.span.start
        self.salience.walk_to(number, place)
        here = self.paragraphs[number]
        beside = self.known.qualifiers(here, source)
        nation = here.phrase_before(source.first)  # "the Norlandic president"
        if nation and nation.last == source.first - 1 and is_name(nation):
            beside |= {w.casefold() for w in nation.head.split()}
        options = self._holders([source.head], source) or self._holders(
            self.language.same_roles.get(source.head, ()), source
        )
        unnamed = [e for e in self.salience.unnamed.get(source.head, ()) if e.starts[0] < place]
        options += [e for e in unnamed[-1:] if e.kind == "role"]
        words = self._introduced(source, number, options)
        if words:
            return _only(words, "role_again", source.gender)
        if not options:
            return self._epithet(source, number)
        scored = [(self._holding(e, source.head, beside, number), e) for e in options]
        scored.sort(key=lambda item: -item[0])
        total = sum(2.0 ** (4 * score) for score, _ in scored[:3])
        ranked = [(e, 2.0 ** (4 * score) / total) for score, e in scored[:3]]
        best = ranked[0][0]
        if best.kind == "role" and len(options) == 1 and self.language.drops_subjects:
            return None
        rule = "role" if best.kind == "name" else "role_again"
        return Resolved(self._called(best), rule, best.gender, self._names(ranked))

    def _holders(self, roles: Iterable[str], source: Phrase) -> list[Entity]:
        """Whoever holds one of some roles and may be meant by a source of its gender."""
        known = (e for role in roles for e in self.known.holders.get(role, ()))
        return [
            e
            for e in dict.fromkeys(known)
            if source.gender is None or e.gender in {None, source.gender}
        ]

    def _epithet(self, source: Phrase, number: int) -> Resolved | None:
        """ "The ecologist" of whom nothing was said: the one person whom the text talks of here."""
        here = self.paragraphs[number]
        plain = here.lower[source.first] in self.language.definite and (
            here.lower[source.last] == source.head
        )
        listed = source.head in self.language.roles.keys() - self.language.speaks_for
        listed = listed or source.head.endswith(self.language.role_endings)
        if not plain or not listed or self.language.drops_subjects:
            return None
        found = self._foremost(number, source.span.start, source.gender, "epithet", number)
        if not found.name or found.sure < _ALONE:
            return None
        return found

    def _introduced(self, source: Phrase, number: int, holders: Sequence[Entity]) -> str | None:
        """The words that brought in "the adviser" as "one Norlandic adviser" just before."""
        for n in (number, number - 1):
            if n < 0:
                return None
            paragraph = self.paragraphs[n]
            end = source.first if n == number else len(paragraph.lower)
            if source.head not in paragraph.lower[max(0, end - _JUST) : end]:
                continue
            for i in range(end - 1, max(-1, end - _JUST), -1):
                if paragraph.lower[i] == source.head and not paragraph.masked[i]:
                    return self._brought_in(paragraph, i, source, holders)
        return None

    def _brought_in(
        self, paragraph: Paragraph, i: int, source: Phrase, holders: Sequence[Entity]
    ) -> str | None:
        place = paragraph.tokens[i].start
        for j in range(i - 1, max(-1, i - 5), -1):
            if not paragraph.joined(j + 1) or paragraph.lower[j] in self.language.definite:
                return None
            if paragraph.lower[j] in self.language.introducing:
                found = paragraph.phrase_before(i + 1)
                named = found and found.span.start in self.known.bearers
                later = any(e.recency(source.span.start)[0] > place for e in holders
                            if e.kind == "name")  # fmt: skip
                before = paragraph.lower[j - 1] if j else ""  # "as a mayor", "in a statement"
                if named or later or before in self.language.copulas | self.language.locative:
                    return None
                return self.text[paragraph.tokens[j + 1].start : paragraph.tokens[i].end]
        return None

    def _holding(self, entity: Entity, role: str, beside: set[str], number: int) -> float:
        """How well somebody fits a role here: talked of lately, and of the right country."""
        found = self.salience.standing.get(id(entity))
        score = self.salience.salience(found, number) if found else 0.0
        score += 0.1 * min(len(entity.starts), 8) / 2
        theirs = entity.roles.get(role, set())
        if beside and _alike(beside, theirs):
            return score + 1.0
        if beside and theirs and entity.kind == "name":
            return score - 0.5
        if not beside and theirs and role not in entity.bare:
            score -= 0.8
        return score - (0.5 if theirs & {"former", "ex", "late"} else 0.0)

    def _refers_back(self, source: Phrase, number: int) -> Resolved | None:
        """ "La consejera" without a name is whoever this paragraph names, else who spoke last."""
        place = source.span.start
        gender = source.gender or article_gender(self.paragraphs[number], source.first)
        if gender not in {"m", "f"}:
            return None
        here = self._foremost(number, place, gender, "role_of_nearest", number)
        if here.name and here.name != self.last:
            return here
        last = self.entities.get(self.last or "")
        if last and last.person and last.gender in {None, gender}:
            return _only(last.name, "role_of_last_speaker", last.gender)
        if last is None:
            nearest = self._foremost(number, place, gender, "role_of_nearest", 0)
            return nearest if nearest.name else None
        return None

    # -- documents ----------------------------------------------------------------------------

    def _document(self, source: Phrase, number: int) -> Resolved:
        """ "The statement": whoever issued it, by a possessive, the sentence before, or the last
        speaker.
        """
        here = self.paragraphs[number]
        owner = self._owner(source, number)
        if owner:
            return self._issued(self.resolve(owner, number, owner.span.start))
        first = here.lower[source.first]
        if first in self.language.possessives and not source.plural:
            found = self._possessor(first, source, number)
            if found.name:
                return self._issued(found)
        inside = self._owner_inside(source, number)
        if inside:
            return _only(inside, "issuer", None)
        maker = self._maker(source.head)
        if maker:
            return _only(maker.name, "issuer", maker.gender)
        if source.definite and source.head in self.language.own_words:
            earlier = here.phrases_between(0, source.first)
            bodies = [p for p in earlier if p.kind == "body"] or [
                p for p in earlier if p.kind == "name" and leads(here, p) and self._issues(p)
            ]
            if bodies:
                return self._issued(self.resolve(bodies[-1], number, bodies[-1].span.start))
            if self.last and not self._introduced(source, number, ()):
                return _only(self.last, "issuer", None)
        name = _bare(source.span.of(self.text), self.language)
        return _only(name, "as_printed", None)

    def _possessor(self, word: str, source: Phrase, number: int) -> Resolved:
        """Who "her" is in "her letter"."""
        pronoun = self.language.pronouns.get(word)
        if pronoun is None or pronoun.gender not in {"m", "f"}:
            return Resolved(None, "unknown_issuer")
        place = source.span.start
        return self._foremost(number, place, pronoun.gender, "issuer", max(0, number - 1))

    def _owner_inside(self, source: Phrase, number: int) -> str | None:
        """The company in "a statement from the company", the name in "la carta de Ruiz"."""
        here = self.paragraphs[number]
        for i in range(source.first + 1, source.last):
            if here.lower[i] not in self.language.linking | self.language.agents:
                continue
            start = i + 1 + (here.lower[i + 1] in self.language.definite)
            if start > source.last:
                return None
            entity = self._bearing(here.words[source.last])
            if here.words[start][0].isupper() and entity:
                return entity[0].name
            if here.lower[start] in self.language.bodies:
                return self.text[here.tokens[start].start : source.span.end]
            return None
        return None

    def _issues(self, phrase: Phrase) -> bool:
        """Whether a name can have letters: a person, not a newspaper or a place."""
        entity = self.known.of(phrase)
        return entity is not None and self.known.likely_human(entity) > 0

    def _maker(self, head: str) -> Entity | None:
        """Whose letter it is, if the text says so: "Roth’s letter", "Roth sent a letter"."""
        if head not in self._makers:
            stem = head.removesuffix("s")
            before, after = _makers(self.language.code)
            found: Counter[str] = Counter()
            for place in re.finditer(rf"\b{re.escape(stem)}", self.text):
                low = max(0, place.start() - _WINDOW)
                match = before.search(self.text[low : place.start()]) or after.match(
                    self.text, place.end()
                )
                name = next(filter(None, match.groups()), None) if match else None
                found.update(e.name for e in self._bearing(name or ""))
            best = found.most_common(1)
            self._makers[head] = self.entities[best[0][0]] if best else None
        return self._makers[head]

    def _bearing(self, name: str) -> list[Entity]:
        """Whoever a single name of the text means, if it is one person or body."""
        known = self.known.by_word.get(spelling(name), ())
        return list(known) if len(known) == 1 else []

    def _issued(self, owner: Resolved) -> Resolved:
        return Resolved(owner.name, "issuer", owner.gender, owner.ranked)


@lru_cache
def _makers(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What names a document's maker right before it and right after it."""
    language = get_language(code)
    name = r"([A-ZÀ-Þ][\w-]+)"
    issuing, that, of = (
        "|".join(sorted(words)) or "(?!)"
        for words in (language.issuing, language.that, language.linking | language.agents)
    )
    before = rf"{name}(?:['’]s? (?:\w+ ){{0,3}}|,? (?:\w+ )?(?:{issuing}) (?:\w+ ){{0,4}})$"
    after = rf"s? (?:(?:(?:{that}) )?{name} (?:\w+ )?(?:{issuing})\b|(?:{of}) {name})"
    return re.compile(before), re.compile(after)


def _only(name: str, rule: str, gender: str | None) -> Resolved:
    return Resolved(name, rule, gender, ((name, 1.0),))


def _alike(some: set[str], others: set[str]) -> bool:
    """Whether two sets of words share one, by its first four letters ("Norland", "Norlandic")."""
    return bool({w[:4] for w in some} & {w[:4] for w in others})


def _bare(phrase: str, language: Language) -> str:
    """A phrase without its article: "the company" is known as "company" in no table, so keep it
    readable: only "a" and "an" and the definite article go.
    """
    first, _, rest = phrase.partition(" ")
    known = language.definite | language.indefinite
    bare = rest if rest and first.casefold() in known else phrase
    return re.sub(r"['’]s?$", "", re.sub(r"\s+", " ", bare))


def most_named(resolver: Resolver) -> list[tuple[str, int]]:
    """The names of a text by how often they occur, for suggesting actors."""
    return Counter({e.name: len(e.starts) for e in resolver.entities.values()}).most_common()
