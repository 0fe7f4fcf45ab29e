"""From the words that name a speaker to the name: who is "she", "Ruiz", "the director"?

Within one article names come in full once and short afterwards; roles are explained by an
apposition ("Ana Ruiz, the director") or a title ("Mayor Falk"); pronouns and, in Spanish, dropped
subjects point at whoever is being talked of. Each rule is named, so that a reader can ask why the
program thinks that *she* said it. Where a rule finds nobody, the answer is None and not a guess.

Surnames that two people share go to the one named in full last, at half the certainty.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.extract.attribution import leads
from toolkit.extract.candidates import Paragraph, Phrase
from toolkit.languages import Language
from toolkit.model import Span

_BACK = 4  # paragraphs that a pronoun may reach back


@dataclass
class Entity:
    """A person or body of one article, under its fullest name."""

    name: str
    kind: str
    gender: str | None = None
    human: bool = False
    thing: bool = False
    roles: set[str] = field(default_factory=set)
    mentions: list[tuple[int, int, bool]] = field(default_factory=list)  # paragraph, start, subject
    starts: list[int] = field(default_factory=list)  # the same starts alone, to search in

    @property
    def person(self) -> bool:
        """Whether this can be he or she."""
        return self.kind == "name"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with the rule that found it and the ranked alternatives (name, share)."""

    name: str | None
    rule: str
    gender: str | None = None
    ranked: tuple[tuple[str, float], ...] = ()


class Resolver:
    """The people and bodies of one text, and who is being talked of where."""

    def __init__(self, text: str, language: Language, paragraphs: Sequence[Paragraph]):
        self.text, self.language, self.paragraphs = text, language, paragraphs
        self.entities: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        self.by_paragraph: dict[int, list[Entity]] = defaultdict(list)
        self.last: str | None = None
        self._gather()

    # -- the people of the text ---------------------------------------------------------------

    def _gather(self) -> None:
        named = [(n, p) for n, p in self._phrases() if p.kind in {"name", "body"} and _is_name(p)]
        for _, phrase in named:
            if " " in phrase.head:
                self._entity(phrase)
        for _, phrase in named:
            if " " not in phrase.head and not self._known_short(phrase):
                self._entity(phrase)
        for number, phrase in named:
            entity = self._by_name(phrase, phrase.span.start)
            if entity:
                self._note(entity, phrase, number)
        self._appositions()
        self._later_pronouns()

    def _phrases(self) -> Iterator[tuple[int, Phrase]]:
        return ((n, p) for n, par in enumerate(self.paragraphs) for p in par.phrases)

    def _entity(self, phrase: Phrase) -> None:
        if phrase.head not in self.entities:
            entity = Entity(phrase.head, phrase.kind, phrase.gender)
            self.entities[phrase.head] = entity
            for word in self._short_names(phrase.head):
                self.by_word[word].append(entity)

    def _short_names(self, name: str) -> list[str]:
        words = [w for w in name.split() if w.casefold() not in self.language.particles]
        if len(words) < 2:
            return words or [name]
        short = {words[-1], words[1], words[0]}
        short.add(" ".join(words[1:]))
        short.add(f"{words[0]} {words[-1]}")
        return sorted(short)

    def _known_short(self, phrase: Phrase) -> bool:
        """Whether a fuller name covers it; "Mr Falk" is not Ida Falk."""
        return any(
            phrase.head in e.name.split()[1:] and _same_gender(e, phrase)
            for e in self.by_word.get(phrase.head, ())
        )

    def _note(self, entity: Entity, phrase: Phrase, number: int) -> None:
        paragraph = self.paragraphs[number]
        entity.mentions.append((number, phrase.span.start, leads(paragraph, phrase)))
        entity.starts.append(phrase.span.start)
        self.by_paragraph[number].append(entity)
        entity.human = entity.human or _human(phrase, self.language)
        previous = paragraph.lower[phrase.first - 1] if phrase.first else ""
        entity.thing = entity.thing or (previous in self.language.definite and phrase.title is None)
        entity.gender = entity.gender or phrase.gender
        if phrase.title:
            entity.roles |= {
                w.casefold() for w in phrase.title.split()
            } & self.language.roles.keys()

    def _appositions(self) -> None:
        """ "Ana Ruiz, the works’ director" and "the director, Ana Ruiz"."""
        for paragraph in self.paragraphs:
            for left, right in zip(paragraph.phrases, paragraph.phrases[1:], strict=False):
                if right.first - left.last > 3 or "," not in paragraph.gap(left.last + 1):
                    continue
                roles = {left.kind, right.kind} & {"role"}
                name = left if _is_name(left) else right
                role = right if name is left else left
                if not roles or role.kind != "role" or name.kind != "name":
                    continue
                entity = self._by_name(name, name.span.start)
                if entity and not self._no_person(entity):  # "de Radio Sur, la consejera"
                    entity.roles.add(role.head)
                    entity.gender = entity.gender or self.language.roles.get(role.head)

    def _later_pronouns(self) -> None:
        """A name that "he said" follows at once, with no one else named between, is a he."""
        for paragraph in self.paragraphs:
            last: Entity | None = None
            for phrase in paragraph.phrases:
                if _is_name(phrase) and phrase.kind == "name":
                    last = self._by_name(phrase, phrase.span.start)
                elif phrase.kind == "pronoun" and phrase.gender in {"m", "f"} and last:
                    if last.gender is None and self._may_be_human(last):
                        last.gender = phrase.gender
                    last = None

    # -- who is meant here --------------------------------------------------------------------

    def spoke(self, name: str | None, gender: str | None) -> None:
        """Remember the last speaker: "she added" is likely she again."""
        if name:
            self.last = name
            entity = self.entities.get(name)
            if entity and gender and entity.gender is None:
                entity.gender = gender
            if entity and entity.person:
                entity.human = True

    def resolve(self, source: Phrase | None, paragraph: int, position: int) -> Resolved:
        """The name that a source phrase stands for at a place of the text."""
        if source is None:
            return self._dropped(paragraph, position)
        if source.kind == "pronoun":
            return self._pronoun(source, paragraph)
        if _is_name(source):
            return self._named(source)
        if source.kind == "document":
            return self._document(source, paragraph)
        return self._role(source, paragraph)

    def _named(self, source: Phrase) -> Resolved:
        sharing = [e for e in self.by_word.get(source.head, ()) if e.name != source.head]
        entity = self._by_name(source, source.span.start)
        if entity is None:
            return Resolved(source.head, "as_printed", source.gender, ((source.head, 1.0),))
        others = [e for e in sharing if e is not entity and e.person]
        if others and " " not in source.head:
            ranked = ((entity.name, 0.7), *((e.name, 0.3 / len(others)) for e in others[:2]))
            return Resolved(entity.name, "shared_surname", entity.gender, ranked)
        rule = "name" if entity.name == source.head else "short_name"
        return Resolved(entity.name, rule, entity.gender, ((entity.name, 1.0),))

    def _by_name(self, phrase: Phrase, position: int) -> Entity | None:
        exact = self.entities.get(phrase.head)
        if exact and " " in phrase.head:
            return exact
        fuller = [
            e
            for e in self.by_word.get(phrase.head, ())
            if " " in e.name and _same_gender(e, phrase)
        ]
        if exact and (not fuller or len(exact.mentions) > 2):
            return exact
        options = fuller
        if phrase.title:
            roles = {w.casefold() for w in phrase.title.split()}
            options = [e for e in options if e.roles & roles] or options
        surnames = [e for e in options if e.name.split()[0] != phrase.head] or options
        return max(surnames, key=lambda e: _recency(e, position)) if surnames else None

    def _pronoun(self, source: Phrase, paragraph: int) -> Resolved:
        thing = source.gender == "n"
        if source.plural or thing or source.head in self.language.interlocutors:
            found = self._plural_pronoun()
            return found if found.name or not thing else self._body_before(source, paragraph)
        if source.head in self.language.relatives:
            owner = self._antecedent(source, paragraph)
            if owner:
                return Resolved(owner.name, "relative", owner.gender, ((owner.name, 1.0),))
            return self._nearest(paragraph, source.span.start, None, "relative", floor=paragraph)
        return self._nearest(paragraph, source.span.start, source.gender, "pronoun")

    def _antecedent(self, source: Phrase, paragraph: int) -> Entity | None:
        """The person named right before "who", "quien"."""
        before = self.paragraphs[paragraph].phrase_before(source.first)
        if before is None or before.last != source.first - 1 or not _is_name(before):
            return None
        found = self._by_name(before, before.span.start)
        return found if found and found.person and self._may_be_human(found) else None

    def _plural_pronoun(self) -> Resolved:
        last = self.entities.get(self.last or "")
        if self.last and (last is None or not last.person):
            return Resolved(self.last, "last_body", None, ((self.last, 1.0),))
        return Resolved(None, "unknown_plural")

    def _body_before(self, source: Phrase, paragraph: int) -> Resolved:
        """ "It said": the body that the paragraph speaks of, else nobody known."""
        earlier = self.paragraphs[paragraph].phrases_between(0, source.first)
        bodies = [p for p in earlier if self._may_be_a_body(p)]
        if not bodies:
            return Resolved(None, "unknown_plural")
        found = self.resolve(bodies[-1], paragraph, bodies[-1].span.start)
        return Resolved(found.name, "body_before", None, found.ranked)

    def _may_be_a_body(self, phrase: Phrase) -> bool:
        """A body by its words, or a name that nothing shows to be a person's."""
        if phrase.kind == "body":
            return not phrase.plural
        entity = self._by_name(phrase, phrase.span.start) if phrase.kind == "name" else None
        return entity is not None and not entity.human and entity.gender is None

    def _dropped(self, paragraph: int, position: int) -> Resolved:
        """The subject of the sentence before, in this paragraph, else whoever spoke last."""
        if not self.language.drops_subjects:
            return Resolved(None, "no_source")
        subject = self._subject_before(self.paragraphs[paragraph], position)
        if subject:
            found = self.resolve(subject, paragraph, position)
            if found.name:
                return Resolved(found.name, "dropped_subject", found.gender, found.ranked)
        if self.last:
            return Resolved(self.last, "dropped_subject", None, ((self.last, 1.0),))
        return self._nearest(paragraph, position, None, "dropped_subject")

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

    def _nearest(
        self, paragraph: int, position: int, gender: str | None, rule: str, floor: int | None = None
    ) -> Resolved:
        """The person most talked of before a place, of that gender."""
        lowest = max(0, paragraph - _BACK) if floor is None else floor
        near = (e for n in range(lowest, paragraph + 1) for e in self.by_paragraph.get(n, ()))
        scores = {
            e.name: self._salience(e, paragraph, position, lowest)
            for e in near
            if e.person and (gender is None or e.gender in {None, gender})
        }
        if gender:
            for name in scores:
                scores[name] += 1.5 if self.entities[name].gender == gender else 0.0
        ranked = sorted(((s, n) for n, s in scores.items() if s > 0), reverse=True)[:3]
        if not ranked or self._no_person(self.entities[ranked[0][1]]):
            return Resolved(None, f"unknown_{rule}")
        total = sum(s for s, _ in ranked)
        best = self.entities[ranked[0][1]]
        shares = tuple((name, round(score / total, 3)) for score, name in ranked)
        return Resolved(best.name, rule, gender or best.gender, shares)

    def _salience(self, entity: Entity, paragraph: int, position: int, lowest: int) -> float:
        best = 0.0
        for k in range(bisect_left(entity.starts, position) - 1, -1, -1):
            number, start, subject = entity.mentions[k]
            if number < lowest:
                break
            score = 3.0 / (1 + paragraph - number) + (2.0 if subject else 0.0)
            best = max(best, score + 0.5 / (1 + (position - start) / 200))
        if best and entity.name == self.last:
            best += 1.6
        return best * (1.0 if self._may_be_human(entity) else 0.25)

    def _may_be_human(self, entity: Entity) -> bool:
        """Shown to be a person, or a name of two or three words that no place or body bears."""
        if entity.human:
            return True
        return 2 <= len(entity.name.split()) <= 3 and not self._no_person(entity)

    def _no_person(self, entity: Entity) -> bool:
        """A place, a body, or a name with an article that nothing shows to be a person's."""
        words = {w.casefold() for w in entity.name.split()}
        known = self.language.places | self.language.bodies
        return not entity.human and (entity.thing or bool(known & words))

    def _role(self, source: Phrase, paragraph: int) -> Resolved:
        """ "The director": whoever was called a director; else the phrase itself."""
        holders = [e for e in self.entities.values() if source.head in e.roles]
        if source.gender:
            holders = [e for e in holders if e.gender in {None, source.gender}]
        if source.kind == "role" and source.definite and not source.plural and holders:
            best = max(holders, key=lambda e: _recency(e, source.span.start))
            ranked = tuple(
                (e.name, 1.0 / len(holders))
                for e in [best, *(h for h in holders if h is not best)][:3]
            )
            return Resolved(best.name, "role", best.gender, ranked)
        spanish = self.language.drops_subjects and source.gender in {"m", "f"}
        last = self.entities.get(self.last or "")
        refers_back = spanish and source.kind == "role" and source.definite and not source.plural
        if refers_back:  # whoever this paragraph names comes before whoever spoke in an earlier one
            place = source.span.start
            here = self._nearest(
                paragraph, place, source.gender, "role_of_nearest", floor=paragraph
            )
            if here.name and here.name != self.last:
                return here
        if refers_back and last and last.person and last.gender in {None, source.gender}:
            return Resolved(last.name, "role_of_last_speaker", last.gender, ((last.name, 1.0),))
        if refers_back and last is None:
            nearest = self._nearest(paragraph, source.span.start, source.gender, "role_of_nearest")
            if nearest.name:
                return nearest
        name = _bare(source.span.of(self.text), self.language)
        return Resolved(name, "as_printed", source.gender, ((name, 1.0),))

    def _document(self, source: Phrase, paragraph: int) -> Resolved:
        """ "The statement": whoever issued it, by a possessive, the sentence before, or the last
        speaker.
        """
        here = self.paragraphs[paragraph]
        earlier = here.phrases_between(0, source.first)
        owner = earlier[-1] if earlier else None
        if (
            owner
            and owner.last == source.first - 1
            and here.words[owner.last].endswith(("s", "s’"))
        ):
            return self._issued(self.resolve(owner, paragraph, owner.span.start))
        bodies = [p for p in earlier if p.kind == "body"] or [
            p for p in earlier if p.kind == "name" and leads(here, p)
        ]
        if source.definite and bodies:
            return self._issued(self.resolve(bodies[-1], paragraph, bodies[-1].span.start))
        if source.definite and self.last:
            return Resolved(self.last, "issuer", None, ((self.last, 1.0),))
        name = _bare(source.span.of(self.text), self.language)
        return Resolved(name, "as_printed", None, ((name, 1.0),))

    def _issued(self, owner: Resolved) -> Resolved:
        return Resolved(owner.name, "issuer", owner.gender, owner.ranked)


def _same_gender(entity: Entity, phrase: Phrase) -> bool:
    return phrase.gender is None or entity.gender in {None, phrase.gender}


def _human(phrase: Phrase, language: Language) -> bool:
    """Whether a name is shown to be a person's: a title, an honorific or a known first name."""
    return bool(phrase.title or phrase.gender or phrase.head.split()[0] in language.first_names)


def _is_name(phrase: Phrase) -> bool:
    return phrase.kind == "name" or (phrase.kind == "body" and phrase.head[0].isupper())


def _recency(entity: Entity, position: int) -> tuple[int, int]:
    before = bisect_right(entity.starts, position)
    return (entity.starts[before - 1], before) if before else (-1, len(entity.mentions))


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
    return Counter({e.name: len(e.mentions) for e in resolver.entities.values()}).most_common()
