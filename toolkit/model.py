"""The records: what sidelight knows about an event, its coverage, and what was read in it.

Everything is frozen, because evidence must not change under a number that was counted from it.
Words are never copied out of an article: a record holds a `Span`, and ``span.of(article.text)``
gives the words. A span that runs backwards, a probability above one, or a quote without content
cannot be constructed; whoever tries gets a ``ValueError`` at once, not a strange table later.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

QuoteKind = Literal["direct", "indirect", "mixed"]
ActorKind = Literal["person", "body", "group"]
CorrectionField = Literal["quote", "speaker", "same_as", "not_same_as"]

#: What a person may overrule, and which of it speaks of two quotes.
CORRECTION_FIELDS: tuple[CorrectionField, ...] = get_args(CorrectionField)
PAIR_FIELDS = ("same_as", "not_same_as")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of one text.

    >>> Span(0, 3).of("She left.")
    'She'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs from 0 upwards, not {self.start}-{self.end}")

    def of(self, text: str) -> str:
        """The words that the span points at."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """From where this span starts to where a later one ends.

        >>> Span(3, 5).to(Span(8, 9))
        Span(start=3, end=9)
        """
        return Span(self.start, other.end)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


def write_spans(spans: Iterable[Span]) -> str:
    """Spans as the tables hold them.

    >>> write_spans([Span(120, 180), Span(190, 220)])
    '120-180;190-220'
    """
    return ";".join(str(s) for s in spans)


def read_spans(written: str) -> tuple[Span, ...]:
    """The opposite of `write_spans`; raises ValueError on anything else.

    >>> read_spans('120-180;190-220')
    (Span(start=120, end=180), Span(start=190, end=220))
    """
    pairs = (part.split("-") for part in written.split(";") if part)
    return tuple(Span(int(a), int(b)) for a, b in pairs)


def write_place(article_id: str, spans: Iterable[Span]) -> str:
    """Spans of one article as evidence and corrections name them.

    >>> write_place("tide-1", [Span(120, 180), Span(190, 220)])
    'tide-1:120-180;190-220'
    """
    return f"{article_id}:{write_spans(spans)}"


def read_place(written: str) -> tuple[str, tuple[Span, ...]]:
    """The opposite of `write_place`; raises ValueError on anything else.

    >>> read_place('tide-1:120-180')
    ('tide-1', (Span(start=120, end=180),))
    """
    article_id, _, spans = written.strip().rpartition(":")
    places = read_spans(spans)
    if not article_id or not places:
        raise ValueError(f"'{written}' names no article, or no spans")
    return article_id, places


def slug(name: str) -> str:
    """A name as an id: lower case, no accents, hyphens.

    >>> slug("Tomás Ruiz")
    'tomas-ruiz'
    """
    plain = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published: one block of ``outlets.yaml``."""

    id: str
    name: str
    home: str
    language: str
    country: str | None = None
    kind: str | None = None
    owner: str | None = None
    funding: str | None = None
    news_sitemap: str | None = None
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or group that takes part in the event."""

    id: str
    name: str
    kind: ActorKind = "person"
    titles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()  # `not:` in event.yaml: look-alikes that are somebody else


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the event, named by the user, to which actors belong."""

    id: str
    label: str
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that outlets name differently."""

    id: str
    label: str
    terms: tuple[str, ...]
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """One page to fetch for an event."""

    outlet: str | None
    url: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where the coverage of an event is looked for."""

    urls: tuple[Address, ...] = ()
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()


#: The flag of an article whose page names as its original an address at another site; behind it
#: stands the host.
ORIGINAL = "original_at:"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read; `text` has a blank line between paragraphs and never changes."""

    article_id: str
    outlet: str
    url: str
    requested: str
    title: str
    text: str
    language: str
    text_sha256: str
    authors: tuple[str, ...] = ()
    published: str | None = None
    retrieved: str | None = None
    kind: str = "unknown"
    reader: str = "unknown"
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"article {self.article_id} has no text; that is a Failure")

    @property
    def words(self) -> int:
        """Words of the text, split at white space."""
        return len(self.text.split())


def fingerprint(text: str) -> str:
    """The sha256 by which a text is known, in hexadecimal."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not become an article, and why; never to be read as silence."""

    outlet: str | None
    url: str
    stage: str
    reason: str
    detail: str = ""
    retryable: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible speaker of a quote, with the probability that it is the right one."""

    name: str
    p: float


@dataclass(frozen=True, slots=True)
class Quote:
    """Content tied to who said it: three spans, a speaker, and how sure the program is.

    `spans` is the content, outer quote marks left out; `source` the words naming who;
    `cue` the words that tie the two ("said", "according to"). `method` names the rule. `inside` is
    set for a quote within a quote: the content of the outer one that holds it.
    """

    kind: QuoteKind
    spans: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    p_quote: float = 1.0
    p_speaker: float | None = None
    candidates: tuple[Candidate, ...] = ()
    method: str = ""
    inside: Span | None = None

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError("a quote has content")
        if any(a.end > b.start for a, b in zip(self.spans, self.spans[1:], strict=False)):
            raise ValueError(f"content spans overlap or are out of order: {self.spans}")
        for p in (self.p_quote, self.p_speaker):
            if p is not None and not 0.0 <= p <= 1.0:
                raise ValueError(f"{p} is no probability")

    @property
    def is_rejected(self) -> bool:
        """Whether a person has said that this is no quote; the program is never that sure."""
        return self.p_quote == 0.0

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.spans[-1].end

    def content(self, text: str) -> str:
        """The quoted words, the spans joined by one space."""
        return " ".join(s.of(text) for s in self.spans)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an actor or a concept is named; the words at `span` are the label."""

    span: Span
    actor: str | None = None
    side: str | None = None
    concept: str | None = None
    p: float = 1.0
    method: str = ""

    def __post_init__(self) -> None:
        if (self.actor is None) == (self.concept is None):
            raise ValueError("a mention names either an actor or a concept")


@dataclass(frozen=True, slots=True)
class FramingTerm:
    """A word or phrase that sets the telling apart: a verb, scare quotes, an attribute, a label.

    `term` is the words as they are counted (folded, or a verb's lemma); `actor` is whose it is.
    """

    kind: Literal["label", "attribute", "verb", "scare_quote", "title", "term", "hedge"]
    span: Span
    term: str
    side: str | None = None
    concept: str | None = None
    verb_class: str | None = None
    p: float = 1.0
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of one quote: a row of ``corrections.csv``.

    `article_id` and `spans` are the quote's place in a text, which stays when the program finds
    quotes anew and numbers them otherwise. `field` is what is overruled, `old` what the program
    had, `new` what holds. In a pair (`same_as`, `not_same_as`) `new` is the other quote's place.
    """

    article_id: str
    spans: tuple[Span, ...]
    field: CorrectionField
    new: str
    old: str | None = None
    who: str | None = None
    when: str | None = None
    row: str = dataclasses.field(default="", compare=False)  # "corrections.csv:3", for messages

    @property
    def other(self) -> tuple[str, tuple[Span, ...]] | None:
        """In a pair, the article and the spans of the other quote."""
        return read_place(self.new) if self.field in PAIR_FIELDS else None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, its sides and concepts, and the coverage that is at hand."""

    id: str
    title: str
    since: str | None = None
    until: str | None = None
    sides: tuple[Side, ...] = ()
    concepts: tuple[Concept, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    outlets: tuple[Outlet, ...] = ()
    articles: tuple[Article, ...] = ()
    failures: tuple[Failure, ...] = ()
    folder: Path | None = None
    corrections: tuple[Correction, ...] = ()

    def actors(self) -> Iterator[tuple[Actor, Side]]:
        """Every actor with the side it belongs to, in the order of the file."""
        return ((actor, side) for side in self.sides for actor in side.actors)

    def side_of(self, speaker: str | None) -> str | None:
        """The id of the side to which an actor of that name belongs."""
        return next((s.id for a, s in self.actors() if speaker in (a.name, a.id)), None)

    def outlet_ids(self) -> list[str]:
        """Outlets with an article or a failure, in the order of ``outlets.yaml``, others after."""
        seen = {a.outlet for a in self.articles} | {f.outlet for f in self.failures if f.outlet}
        known = [o.id for o in self.outlets if o.id in seen]
        return known + sorted(seen - set(known))

    def outlet_name(self, outlet_id: str) -> str:
        """The printed name of an outlet, or its id where ``outlets.yaml`` has none."""
        return next((o.name for o in self.outlets if o.id == outlet_id), outlet_id)

    def article(self, article_id: str) -> Article:
        """One article by its id; raises KeyError."""
        try:
            return next(a for a in self.articles if a.article_id == article_id)
        except StopIteration:
            raise KeyError(article_id) from None
