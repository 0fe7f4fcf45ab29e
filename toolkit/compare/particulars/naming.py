"""Names: persons, bodies and places as an article prints them.

A name is a run of words with capitals, less what only stands beside it (`bounds`). What it names is
shown by the company that it keeps (`company`) or the table of known places. What nothing shows is
left out, because "only one outlet names this" is worth saying only if it is nearly always right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from toolkit.compare.particulars.bounds import Bounds
from toolkit.compare.particulars.company import Company
from toolkit.compare.particulars.figures import plain_folded
from toolkit.compare.particulars.record import ParticularKind
from toolkit.compare.particulars.spelling import SUFFIX, WORD, without_possessive
from toolkit.compare.wording import fold
from toolkit.extract.candidates import Paragraph
from toolkit.extract.entities import Entities, is_headline
from toolkit.languages import Language, get_language, language_codes
from toolkit.model import Actor, Article, Span
from toolkit.text import paragraphs, quote_runs

PARTICLE = r"(?:de la|de los|de las|de|del|da|do|das|dos|van der|van den|van|von der|von|bin|al|y)"
RUN = re.compile(
    rf"(?:St\. )?{WORD}(?:(?: [A-Z]\.){{0,2}}(?: {PARTICLE})? (?:St\. )?{WORD}){{0,6}}"
)
ACRONYM = re.compile(
    r"(?<![\w.&@#/-])(?:(?:[A-Z]{2}\. ?){2}|[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?![\w&/$€£]|-\d)"
)
#: Names of places under so many letters count in capitals only.
SHORT = 4
SENTENCE_END = re.compile(r"[.!?][”’\"')]*$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place; `kind` is None while nothing shows what it names."""

    name: str
    kind: ParticularKind | None
    span: Span
    located: bool = False


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

    @cached_property
    def _bounds(self) -> Bounds:
        return Bounds(self.article.text, self.language, self.actors)

    @cached_property
    def _company(self) -> Company:
        return Company(self.article.text, self.language, self._bounds, self.entities, self.small)

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
            for span in self._bounds.names(whole):
                name = span.of(text)
                if fold(name) in authors or span.start < read_to:
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
            kind = self._company.kind(name, span)
            if kind == "person":
                span = self._without_role(span)
                name = span.of(self.article.text)
            shown = name.title() if name.isupper() else name
            yield Named(shown, kind, span, self._company.is_located(span))
        elif self._company.is_located(span) and self._company.may_be_place(name):
            yield Named(name, None, span, located=True)

    def _without_role(self, span: Span) -> Span:
        """A person's name without words that the article also writes small: "Patrol Agent"."""
        words = span.of(self.article.text).split()
        for n in range(len(words) - 2, 0, -1):
            before = words[n - 1]
            told = before not in self.language.first_names and words[n][0].isupper()
            if told and before[0].isupper() and before.lower() in self.small:
                words = words[n:]
                break
        return Span(span.end - len(" ".join(words)), span.end)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the article writes small."""
        return frozenset(re.findall(r"(?<![\w’'-])[^\W\d_A-Z][^\W\d_]+", self.article.text))

    def _street(self, span: Span) -> Span | None:
        """A name with the noun of a place before it: "calle Salina", "puente de la Sal"."""
        if self.language.names_modify or self._bounds.is_opening(span.of(self.article.text)):
            return None
        before = self.article.text[max(0, span.start - 30) : span.start]
        of = "|".join(sorted(self.language.genitives))
        the = "|".join(sorted(self.language.definite))
        nouns = "|".join(sorted(self.language.place_nouns))
        m = re.search(rf"\b(?:{nouns}) (?:(?:{of}) (?:(?:{the}) )?)?$", plain_folded(before))
        return Span(span.start - len(before) + m.start(), span.end) if m else None

    def known_place(self, name: str) -> str | None:
        """The English name of a country, region or city of the table."""
        if len(name) < SHORT and not name.isupper():
            return None  # "Us" at the start of a sentence
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
            word = without_possessive(m.group())
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
