"""The phrases of an event that its file does not list, gathered by head word.

A phrase is left out where it stands inside a mention of something listed, where its head word does
(so that "Mr Falk's visit" stays and "met Mr Falk" goes), where `not:` names it, and where it is a
word that no thing is called by ("itself", "one").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.extract.naming import find_mentions, fold
from toolkit.extract.phrases import NounPhrase, find_phrases
from toolkit.languages import Language, get_language, is_known
from toolkit.model import Actor, Article, Concept, Event, Mention, Span
from toolkit.text import paragraphs, sentences

#: Letters of the shortest phrase, and words of the longest, that anybody would list.
SHORTEST, LONGEST = 3, 9
#: Words of an event's file that a phrase must not repeat.
POSSESSIVE = re.compile(r"'s?$")


@dataclass(frozen=True, slots=True)
class Target:
    """An actor or concept with all that the event's file lists for it."""

    kind: str
    id: str
    name: str
    listed: tuple[str, ...]
    excluded: tuple[str, ...] = ()

    @property
    def acts(self) -> bool:
        """Whether it is a person, body or group."""
        return self.kind != "concept"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An unlisted phrase at its place; `label` is it as printed, `key` as it is compared."""

    article_id: str
    outlet: str
    language: str
    span: Span
    head_start: int
    head: str
    label: str
    key: str
    kind: str
    sentence: Span


@dataclass(slots=True)
class Head:
    """A head word with the phrases under it, each with its occurrences."""

    word: str
    phrases: dict[str, list[Occurrence]] = field(default_factory=lambda: defaultdict(list))
    shown: bool = False  # an article, a second word or a plural shows that it is a noun

    def occurrences(self, keys: Iterable[str] | None = None) -> Iterator[Occurrence]:
        """All places, or those of the given phrases."""
        return (o for key in (self.phrases if keys is None else keys) for o in self.phrases[key])


def targets_of(event: Event) -> list[Target]:
    """The actors and concepts of an event, in the order of its file."""
    actors = [_actor_target(actor) for actor, _ in event.actors()]
    return [*actors, *(_concept_target(concept) for concept in event.concepts)]


def heads_of(event: Event, articles: Sequence[Article]) -> dict[str, Head]:
    """The unlisted phrases of articles under their head words, as singular and without accents."""
    listed = {phrase_key(w) for t in targets_of(event) for w in (*t.listed, *t.excluded)}
    actors = {actor.id for actor, _ in event.actors()}
    heads: dict[str, Head] = {}
    for article in articles:
        if not is_known(article.language):
            continue
        language = get_language(article.language)
        places = _Places(article, event, actors, language)
        for phrase in find_phrases(article.text, article.language):
            key = phrase_key(phrase.span.of(article.text))
            if key in listed or not _sayable(key, language) or places.hold(phrase):
                continue
            word = fold(phrase.head)
            if article.text[phrase.head_start].islower():  # "Ríos" is one man
                word = singular(word, language)
            head = heads.setdefault(word, Head(word))
            occurrence = _occurrence(article, phrase, key, places)
            head.phrases[key].append(occurrence)
            head.shown = head.shown or _shows_noun(phrase, occurrence)
    return {word: head for word, head in heads.items() if head.shown}


def phrase_key(words: str) -> str:
    """A phrase as it is compared: lower case, no accents, no possessive ending, single spaces.

    >>> phrase_key("Alder  Salt's")
    'alder salt'
    """
    return POSSESSIVE.sub("", " ".join(fold(words).split()))


def singular(word: str, language: Language) -> str:
    """A folded noun without the ending of its plural, roughly: only to put like with like.

    >>> [singular(w, get_language("en")) for w in ("policies", "workers", "press")]
    ['policy', 'worker', 'press']
    """
    if len(word) < 4 or word in language.singular_in_s or word.endswith("ss"):
        return word
    for ending, plural in language.plural_rules.items():
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word.removesuffix(plural) + ending
    return word.removesuffix("s")


class _Places:
    """Where an article names what is listed, and where its sentences are."""

    def __init__(self, article: Article, event: Event, actors: set[str], language: Language):
        mentions = find_mentions(article, event)
        self.listed = [m.span for m in mentions] + _excluded_places(article, event)
        self.actors = [m.span for m in mentions if _is_actor(m, actors)]
        self.sentences = [
            sentence
            for paragraph in paragraphs(article.text)
            for sentence in sentences(article.text, paragraph, language)
        ]

    def hold(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is listed at its place, or about an actor that is."""
        if any(place.contains(phrase.span) for place in self.listed):
            return True
        return any(place.start <= phrase.head_start < place.end for place in self.actors)

    def sentence(self, phrase: NounPhrase) -> Span:
        """The sentence in which a phrase begins."""
        holding = (s for s in self.sentences if s.start <= phrase.span.start < s.end)
        return next(holding, phrase.span)


def _is_actor(mention: Mention, actors: set[str]) -> bool:
    return mention.actor in actors


def _excluded_places(article: Article, event: Event) -> list[Span]:
    owners: list[Actor | Concept] = [*(actor for actor, _ in event.actors()), *event.concepts]
    folded = fold(article.text)
    return [
        Span(*match.span())
        for owner in owners
        for words in owner.excluded
        for match in re.finditer(rf"(?<!\w){re.escape(fold(words))}(?!\w)", folded)
    ]


def _occurrence(
    article: Article, phrase: NounPhrase, key: str, places: _Places
) -> Occurrence:  # fmt: skip
    return Occurrence(
        article.article_id,
        article.outlet,
        article.language,
        phrase.span,
        phrase.head_start,
        phrase.head,
        " ".join(phrase.span.of(article.text).split()),
        key,
        phrase.kind,
        places.sentence(phrase),
    )


def _sayable(key: str, language: Language) -> bool:
    """Whether anybody would list it: no pronoun, no number, not a dozen words."""
    words = key.split()
    if len(key) < SHORTEST or len(words) > LONGEST or not key[-1].isalpha():
        return False
    if words[-1] in language.number_words:
        return False
    reflexive = len(words) == 1 and key.endswith(("self", "selves"))
    return not reflexive and not all(w in language.stop_words for w in words)


def _shows_noun(phrase: NounPhrase, occurrence: Occurrence) -> bool:
    if phrase.kind != "plain":
        return False
    label = occurrence.label
    return phrase.opened or " " in label or label.endswith("s") or label[0].isupper()


def _actor_target(actor: Actor) -> Target:
    listed = dict.fromkeys((actor.name, *actor.aliases, *actor.titles))
    return Target(actor.kind, actor.id, actor.name, tuple(listed), actor.excluded)


def _concept_target(concept: Concept) -> Target:
    return Target("concept", concept.id, concept.label, concept.terms, concept.excluded)
