"""Names: persons, bodies and places as an article prints them.

A name is a run of words with capitals, less what only stands before it ("French President"). What
it names is shown by the company it keeps: a first name, a title, an age or a verb of saying makes a
person, a word such as "Council" a body, a word such as "Street", a preposition such as "in" or the
table of known places a place. What nothing shows is left out, because "only one outlet names this"
is worth making only if it is nearly always right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from toolkit.compare.particulars.figures import plain_folded
from toolkit.compare.particulars.record import ParticularKind
from toolkit.compare.wording import fold
from toolkit.extract.candidates import Paragraph
from toolkit.extract.entities import Entities, is_headline
from toolkit.languages import Language, get_language, language_codes
from toolkit.model import Actor, Article, Span
from toolkit.text import paragraphs, quote_runs

WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
PARTICLE = r"(?:de la|de los|de las|de|del|da|do|das|dos|van der|van den|van|von der|von|bin|al|y)"
RUN = re.compile(rf"{WORD}(?:(?: [A-Z]\.){{0,2}}(?: {PARTICLE})? {WORD}){{0,6}}")
ACRONYM = re.compile(
    r"(?<![\w.&@#/-])(?:(?:[A-Z]{2}\. ?){2}|[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?![\w&/$€£]|-\d)"
)
SUFFIX = re.compile(r"[JS]r\.?|I{1,3}|IV")
SENTENCE_END = re.compile(r"[.!?][”’\"')]*$")
#: From this on the reading of an article takes a name for a person's.
HUMAN = 0.9


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place; `kind` is None while nothing shows what it names."""

    name: str
    kind: ParticularKind | None
    span: Span
    located: bool = False


def surname(name: str) -> str:
    """The folded last word of a name that is no "III" or "Jr".

    >>> surname("Donald F. Keene II")
    'keene'
    """
    words = [w for w in name.split() if not SUFFIX.fullmatch(w)]
    return fold((words or name.split())[-1])


@lru_cache(maxsize=1)
def place_nouns() -> frozenset[str]:
    """Nouns of places in any language: a street keeps its name abroad."""
    return frozenset(w for code in language_codes() for w in get_language(code).place_nouns)


@lru_cache(maxsize=1)
def _credits() -> re.Pattern[str]:
    """What names who worked on an article, in any language: agencies are printed abroad too."""
    phrases = {p for code in language_codes() for p in get_language(code).credits}
    return re.compile("|".join(sorted(phrases)))


@dataclass
class Names:
    """The names of one article."""

    article: Article
    language: Language
    actors: Mapping[str, Actor]
    skipped: list[Span] = field(default_factory=list)

    @cached_property
    def entities(self) -> Entities:
        """Who is in the article, as its quotes are read."""
        return Entities(self.article.text, self.language, self._paragraphs)

    @cached_property
    def _paragraphs(self) -> Sequence[Paragraph]:
        text = self.article.text
        runs = quote_runs(text)
        return [Paragraph(text, p, runs, self.language) for p in paragraphs(text)]

    @cached_property
    def _unread(self) -> list[Span]:
        """Headlines, whose capitals show no name, and lines of credits."""
        return [p.span for p in self._paragraphs if self._is_unread(p)]

    def _is_unread(self, paragraph: Paragraph) -> bool:
        words = paragraph.span.of(self.article.text)
        if is_headline(paragraph) and not SENTENCE_END.search(words):
            return True
        return bool(re.match(r"\W*\(", words) or _credits().search(words))

    def full(self) -> Iterator[Named]:
        """The names of more than one word, and those that the table of places knows."""
        text = self.article.text
        authors = {fold(author) for author in self.article.authors}
        read_to = 0
        for m in RUN.finditer(text):
            whole = Span(*m.span())
            if any(u.contains(whole) for u in self._unread):
                continue
            for part in self._parts(whole):
                span = self._extended(self._trimmed(part))
                name = span.of(text)
                if not name or fold(name) in authors or span.start < read_to:
                    continue
                read_to = span.end
                yield from self._read(name, span)

    def _read(self, name: str, span: Span) -> Iterator[Named]:
        actor = self.actors.get(fold(name))
        place = self.known_place(name)
        street = self._street(span)
        if street:
            yield Named(street.of(self.article.text), "place", street)
            return
        if actor and actor.kind == "person":
            yield Named(actor.name, "person", span)
        elif actor:
            yield Named(actor.name, "body", span)
        elif place:
            yield Named(place, "place", span)
        elif " " in name:
            kind = self._kind(name, span)
            if kind == "person":
                span = self._without_role(span)
                name = span.of(self.article.text)
            shown = name.title() if name.isupper() else name
            yield Named(shown, kind, span, self._located(span))
        elif self._located(span) and self._may_be_place(name):
            yield Named(name, None, span, located=True)

    def _without_role(self, span: Span) -> Span:
        """A person's name without words that the article also writes small: "Patrol Agent"."""
        words = span.of(self.article.text).split()
        for n in range(len(words) - 2, 0, -1):
            before = words[n - 1]
            told = before not in self.language.first_names and words[n][0].isupper()
            if told and before[0].isupper() and before.lower() in self._small:
                words = words[n:]
                break
        return Span(span.end - len(" ".join(words)), span.end)

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(re.findall(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]+", self.article.text))

    def _street(self, span: Span) -> Span | None:
        """A name with the noun of a place before it: "calle Salina", "puente de la Sal"."""
        if self.language.names_modify or self._is_opening(span.of(self.article.text)):
            return None
        before = self.article.text[max(0, span.start - 30) : span.start]
        of = "|".join(sorted(self.language.genitives))
        the = "|".join(sorted(self.language.definite))
        nouns = "|".join(sorted(self.language.place_nouns))
        m = re.search(rf"\b(?:{nouns}) (?:(?:{of}) (?:(?:{the}) )?)?$", plain_folded(before))
        return Span(span.start - len(before) + m.start(), span.end) if m else None

    def known_place(self, name: str) -> str | None:
        """The English name of a country, region or city of the table."""
        if len(name) <= 4 and not name.replace(".", "").isupper() and fold(name) in {"us", "uk"}:
            return None
        return self.language.known_places.get(fold(name))

    def acronyms(self) -> Iterator[tuple[Span, str, bool]]:
        """Words in capitals with what they are without points; whether an article stands before."""
        text, known = self.article.text, self.language
        for m in ACRONYM.finditer(text):
            plain = re.sub(r"[. ]", "", m.group())
            loud = any(u.contains(Span(*m.span())) for u in self._unread)
            around = text[max(0, m.start() - 12) : m.start()], text[m.end() : m.end() + 12]
            shouted = re.search(r"[A-Z]{2,}\W+$", around[0]) or re.match(
                r"\W+[A-Z]{2,}\b", around[1]
            )
            if loud or shouted or plain in known.not_acronyms or SUFFIX.fullmatch(plain):
                continue
            before = re.findall(r"[^\W\d_]+", around[0])[-1:]
            article = bool(before) and before[0].lower() in known.definite | known.fused_articles
            yield Span(*m.span()), plain, article

    def singles(self) -> Iterator[tuple[Span, str]]:
        """Single words with a capital, with what they are without a possessive."""
        text = self.article.text
        for m in re.finditer(rf"(?<![\w’'-]){WORD}", text):
            word = re.sub(r"['’]s?$", "", m.group())
            span = Span(m.start(), m.start() + len(word))
            if not any(u.contains(span) for u in self._unread):
                yield span, word

    @cached_property
    def meant(self) -> dict[int, str]:
        """Whom the article means where it gives a surname that several bear, by place."""
        found = {}
        for phrase in (p for par in self._paragraphs for p in par.phrases if p.kind == "name"):
            entity, last = self.entities.of(phrase), phrase.head.split()[-1]
            if entity:
                at = self.article.text.rfind(last, phrase.span.start, phrase.span.end)
                found[at] = entity.name
        return found

    def _parts(self, span: Span) -> Iterator[Span]:
        """A run cut where a second name begins: "Quill's Harbour Office", "Paris y Madrid"."""
        text, start = self.article.text, span.start
        for m in re.finditer(r"['’]s (?=[^ ])| (?:y|e) (?=[A-ZÀ-Þ])", span.of(text)):
            at = span.start + m.start()
            joins = m.group().strip() in self.language.and_words
            body = any(w in self.language.bodies for w in fold(span.of(text)).split())
            if joins and body:
                continue  # "Ministerio de Trabajo y Economía"
            if joins or m.group().strip() not in ("y", "e"):
                yield Span(start, at)
                start = span.start + m.end()
        yield Span(start, span.end)

    def _trimmed(self, span: Span) -> Span:
        """The name alone, without "Mayor" before it, "Tuesday" or a possessive after."""
        text = self.article.text
        words = [Span(span.start + m.start(), span.start + m.end())
                 for m in re.finditer(r"\S+", span.of(text))]  # fmt: skip
        goes_on = text[span.end : span.end + 1] == " "  # else "In" in "Seo Jae In." is no "in"
        while len(words) > 1 and goes_on and self._is_opening(words[-1].of(text)):
            words.pop()
        first = self._first([w.of(text) for w in words])
        words = words[first:]
        while len(words) > 1 and (
            self._is_opening(words[0].of(text)) or self._is_trade([w.of(text) for w in words])
        ):
            words = words[1:]
        if not words:
            return Span(span.start, span.start)
        end = words[-1].end
        ended = re.search(r"['’]s?$", text[words[0].start : end])
        return Span(words[0].start, end - len(ended.group()) if ended else end)

    def _first(self, words: Sequence[str]) -> int:
        """The word with which the name begins: after a title, or at a first name."""
        for n in range(len(words) - 1):
            if fold(" ".join(words[n:])) in self.actors:
                return n
        if words and self._is_body_noun(fold(words[-1])):
            return 0
        titles = [n for n, w in enumerate(words[:-1]) if self._is_title(w)]
        if titles and titles[-1] < len(words) - 1:
            return titles[-1] + 1
        firsts = [n for n, w in enumerate(words[:-1]) if w in self.language.first_names]
        known = self.language.places | self.language.bodies | self.language.groups
        if firsts and all(fold(w) in known or fold(w) in self.language.demonyms
                          for w in words[: firsts[0]]):  # fmt: skip
            return firsts[0]
        return 0

    def _is_title(self, word: str) -> bool:
        plain = word.rstrip(".").lower()
        known = self.language
        return word in known.honorifics or plain in known.roles or plain in known.short_titles

    def _is_trade(self, words: Sequence[str]) -> bool:
        """Whether the first of some words is a trade by its ending: "Foreman Mara Quill"."""
        known, last = self.language, fold(words[-1])
        ends = words[0].lower().endswith(known.role_endings) and words[0] not in known.first_names
        return len(words) > 2 and ends and not (self._is_body_noun(last) or last in place_nouns())

    def _is_opening(self, word: str) -> bool:
        """Whether a word beside a name is none of it: "Mayor", "Ms", "The", a weekday."""
        plain, known = word.rstrip(".").lower(), self.language
        return (
            word in known.not_names or self._is_title(word)
            or plain.removesuffix("ever") in known.relatives | known.clause_openers
            or plain in known.stop_words or plain in known.months or plain in known.weekdays
            or word.endswith(("-born", "-based"))
        )  # fmt: skip

    def _extended(self, span: Span) -> Span:
        """A body with the rest of its name: "Center for Salt", "Department of Fisheries"."""
        text, known = self.article.text, self.language
        last = fold(span.of(text)).split()[-1:]
        if not last or not self._is_body_noun(last[0]) or not known.body_links:
            return span
        ands = "|".join(sorted(known.and_words))
        rest = "|".join(sorted(known.body_links))
        the = "|".join(sorted(known.definite))
        more = re.compile(rf" (?:{rest}) (?:(?:{the}) )?{WORD}(?: (?:(?:{ands}|&) )?{WORD}){{0,3}}")
        m = more.match(text, span.end)
        if not m or self._is_title(last[0]) or self._is_opening(m.group().split()[1]):
            return span  # "the Senate on Tuesday"
        ended = re.search(r"['’]s?$", m.group())
        return Span(span.start, m.end() - (len(ended.group()) if ended else 0))

    def _kind(self, name: str, span: Span) -> ParticularKind | None:
        known = self.language
        words = [re.sub(r"'s?$", "", fold(w)) for w in name.split()]
        if any(self._is_body_noun(w) for w in words):
            return "body"
        if set(words) & place_nouns() or known.known_places.get(words[-1]):
            return "place"
        if words[0].rstrip(".") in known.place_openings:
            return "place"
        company = self._company(span)
        if company:
            return "body" if company == "body" else None
        entity = self.entities.by_name.get(name)
        human = entity and self.entities.likely_human(entity) >= HUMAN
        if name.split()[0] in known.first_names or human or self._is_introduced(name, span):
            return None if name.isupper() or self._ends_in_people(words) else "person"
        return None

    def _ends_in_people(self, words: Sequence[str]) -> bool:
        """ "North Korean", "Western European"."""
        return words[-1] in self.language.demonyms or " ".join(words[-2:]) in self.language.demonyms

    def _company(self, span: Span) -> str:
        """ "body" after a word that says so ("the nonprofit group Al Otro Puerto"), "rest" where a
        name is the rest of a longer one ("March for Open Harbours"), else nothing.
        """
        text, known = self.article.text, self.language
        before = re.findall(r"[\w]+", text[max(0, span.start - 40) : span.start])[-2:]
        beside = text[: span.start].endswith((" ", ", "))
        if _apposed(self.language.code).match(text, span.end):
            return "body"
        if not before or not beside:
            return ""
        word = before[-1]
        if word == fold(word) and (word in known.bodies or word in known.groups):
            return "body"
        longer = word in known.rest_of_name and word not in known.and_words
        return "rest" if longer and before[0][0].isupper() else ""

    def _is_body_noun(self, word: str) -> bool:
        known = self.language
        return word in known.bodies or word.rstrip("s") in known.bodies or word in known.body_names

    def _is_introduced(self, name: str, span: Span) -> bool:
        """Whether the words beside a name make it a person's: a title, an age, "who", a verb."""
        text, known = self.article.text, self.language
        before = re.findall(r"[\w.]+", text[max(0, span.start - 24) : span.start])[-1:]
        after = text[span.end : span.end + 24]
        if name.isupper() or set(before) & known.rest_of_name:
            return False  # "Center for Biological Diversity": the rest of a longer name
        trade = before and before[0].lower().endswith(known.role_endings)
        if before and (self._is_title(before[0]) or trade):
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

    def _located(self, span: Span) -> bool:
        """Whether a preposition of place stands before a name: "in", "near"."""
        text, known = self.article.text, self.language
        before = re.findall(r"\w+", text[max(0, span.start - 12) : span.start])[-1:]
        rest = "|".join(sorted(known.rest_of_name | known.genitives | known.and_words))
        longer = re.match(rf" (?:{rest}) [A-ZÀ-Þ]", text[span.end : span.end + 12])
        placed = bool(before) and before[0].lower() in known.locative
        return placed and not longer and not self._ends_in_people(fold(span.of(text)).split())

    def _may_be_place(self, name: str) -> bool:
        plain, known = fold(name), self.language
        listed = (
            plain in known.bodies or plain in known.demonyms or plain in known.roles
            or plain in known.groups or plain in known.documents or plain in known.places
            or name in known.first_names or name.endswith("ing")
        )  # fmt: skip
        return len(name) > 3 and not name.isupper() and not listed and not self._is_opening(name)


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


def squashed(name: str) -> str:
    """A name without blanks, hyphens, initials and marks, by which spellings are one.

    >>> squashed("Seo Min-jun") == squashed("Seo Min Jun")
    True
    """
    words = [w for w in re.split(r"[\s-]+", plain_folded(name)) if not re.fullmatch(r"\w\.", w)]
    return re.sub(r"[^\w]", "", "".join(words))
