"""One article as a row of words, with the mentions of its actors marked on it.

What is said of somebody stands beside where they are named, so every rule of this folder asks the
same few things: whose mention is this word, does only a space stand before it, does a clause begin
here. They are answered once for an article, by one pass over its text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.extract.naming import fold
from toolkit.languages import Language, get_language
from toolkit.model import Actor, Article, Event, Mention, Side, Span
from toolkit.text import TOKEN

SPACES = " \u00a0"
#: What stands between two clauses, but for a comma.
_BREAKS = frozenset('.!?…;:—–\n“”„«»"()[]')
_POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor as words: `first` to `last` are those of the label, `core` to `tail`
    those of them that the event's file knows, without what the label has grown over.
    """

    actor: str
    side: str | None
    first: int
    last: int
    core: int
    tail: int
    by_head: bool = False
    is_person: bool = False


class Words:
    """The words of an article in text order; `named` are its mentions of actors."""

    def __init__(self, article: Article, mentions: Sequence[Mention], event: Event):
        self.text, self.language = article.text, get_language(article.language)
        places = [match.span() for match in TOKEN.finditer(self.text)]
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]
        self.lower = [self.text[start:end].casefold() for start, end in places]
        self.known = known_words(event.sides)
        self._persons = {actor.id for actor, _ in event.actors() if actor.kind == "person"}
        self.named = [named for m in mentions if m.actor and (named := self._named(m))]
        self._at = {i: n for n in self.named for i in range(n.first, n.last + 1)}

    def __len__(self) -> int:
        return len(self.starts)

    def _named(self, mention: Mention) -> Named | None:
        first, last = self.within(mention.span)
        inside_a_word = first > 0 and self.ends[first - 1] > mention.span.start
        if mention.actor is None or first > last or inside_a_word:
            return None  # no words, or "anti-Pike voters"
        known = self.known[mention.actor] - self.language.definite - self.language.prepositions
        core = [i for i in range(first, last + 1) if fold(self.bare(i)) in known]
        core = core or [last]
        breaks = [i for i in core[1:] if "\n" in self.gap(i)]
        core = (
            core[core.index(breaks[-1]) :] if breaks else core
        )  # a line's end is no name's inside
        person = mention.actor in self._persons
        return Named(mention.actor, mention.side, first, last, core[0], core[-1], is_person=person)

    def within(self, span: Span) -> tuple[int, int]:
        """The first and the last word that begin in a span; the last before the first if none."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end) - 1

    def span(self, first: int, last: int) -> Span:
        """From the first word to the end of the last."""
        return Span(self.starts[first], self.ends[last])

    def bare(self, i: int) -> str:
        """A word in lower case, without a possessive ending."""
        word = self.lower[i]
        return word[:-2] if word.endswith(_POSSESSIVE) else word

    def gap(self, i: int) -> str:
        """What stands before word i."""
        start = self.ends[i - 1] if i > 0 else 0
        return self.text[start : self.starts[i] if i < len(self) else len(self.text)]

    def joined(self, i: int) -> bool:
        """Whether only a space stands between word i and the word before it."""
        return 0 < i < len(self) and not self.gap(i).strip(SPACES)

    def comma(self, i: int) -> bool:
        """Whether a comma and no more stands between word i and the word before it."""
        return 0 < i < len(self) and self.gap(i).strip(SPACES) == ","

    def opens(self, i: int) -> bool:
        """Whether word i begins a sentence, or stands behind a colon, a dash or a mark."""
        return i == 0 or (not _BREAKS.isdisjoint(self.gap(i)) and not self.abbreviated(i))

    def abbreviated(self, i: int) -> bool:
        """Whether only the point of a short title stands before word i: "Mr. Pike"."""
        return self.gap(i) == ". " and self.lower[i - 1] in short_titles(self.language.code)

    def ends_sentence(self, i: int) -> bool:
        """Whether a sentence ends before word i, as far as its mark tells."""
        return not frozenset(".!?…\n").isdisjoint(self.gap(i)) and not self.abbreviated(i)

    def ends_at(self, i: int) -> bool:
        """Whether a clause ends before word i: a mark, a comma, or the end of the text."""
        if i >= len(self):
            return True
        gap = self.gap(i).strip(SPACES)
        return bool(gap) and not (gap == "." and not self.capital(i))  # "the U.S. presence"

    def capital(self, i: int) -> bool:
        """Whether word i is printed with a capital."""
        return self.text[self.starts[i]].isupper()

    def possessive(self, i: int) -> bool:
        """Whether word i is somebody's: "Pike's", "the inspectors’ report"."""
        after = self.text[self.ends[i] : self.ends[i] + 2]
        plural = self.lower[i].endswith("s") and after in {"' ", "’ "}
        return plural or self.lower[i].endswith(_POSSESSIVE)

    def named_at(self, i: int) -> Named | None:
        """The mention that holds word i."""
        return self._at.get(i)

    def phrases(self, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
        """First word, last word and lemma of each phrase of a list, in text order."""
        index, after = by_first_word(tuple(known)), 0
        for i, word in enumerate(self.lower):
            if word not in index or i < after:
                continue
            for phrase in index[word]:
                last = i + len(phrase) - 1
                if self.lower[i : last + 1] == phrase and self._unbroken(i, last):
                    yield i, last, known[" ".join(phrase)]
                    after = last + 1
                    break

    def _unbroken(self, first: int, last: int) -> bool:
        return all(self.joined(i) for i in range(first + 1, last + 1))

    def is_subject(self, named: Named) -> bool:
        """Whether a clause begins with a mention, as far as the word before it tells.

        Not behind a preposition: of "a spokesman for the union was angry" the union is not.
        """
        first = self.phrase_start(named)
        if self.opens(first) or self.comma(first):
            return True
        before, language = self.lower[first - 1], self.language
        return before in language.clause_openers | language.and_words or before in language.verbs

    def phrase_start(self, named: Named) -> int:
        """The first word of a mention with the article and titles before it."""
        language, i = self.language, named.first
        while i > 0 and (self.joined(i) or self.abbreviated(i)):
            before = self.lower[i - 1]
            if before in language.definite | language.indefinite | language.possessives:
                return i - 1
            if not (before in language.roles or self._is_honorific(i - 1) or self.is_plain(i - 1)):
                break
            i -= 1
        return i

    def _is_honorific(self, i: int) -> bool:
        return self.text[self.starts[i] : self.ends[i]] in self.language.honorifics

    def is_plain(self, i: int) -> bool:
        """Whether word i modifies without judging: "former", "local", "American"."""
        word, language = self.lower[i], self.language
        return (
            word in language.plain_modifiers
            or word in language.judging
            or fold(word) in language.demonyms
        )


def words_in(phrases: Iterable[str]) -> frozenset[str]:
    """The words of phrases, folded."""
    return frozenset(
        fold(match.group()).removesuffix("'s")
        for phrase in phrases
        for match in TOKEN.finditer(phrase)
    )


@lru_cache(maxsize=32)
def known_words(sides: tuple[Side, ...]) -> dict[str, frozenset[str]]:
    """For each actor the words by which the event's file knows it, folded."""
    return {
        actor.id: words_in((actor.name, *actor.titles, *actor.aliases))
        for side in sides
        for actor in side.actors
    }


@lru_cache(maxsize=32)
def head_words(sides: tuple[Side, ...], code: str) -> dict[str, tuple[str, str]]:
    """The noun by which one actor alone may go, folded, with that actor and its side.

    "The union" is the Salt Workers' Union if the file has no second union; a title that two share
    ("senator") is nobody's.
    """
    language = get_language(code)
    found: dict[str, set[tuple[str, str]]] = {}
    for side in sides:
        for actor in side.actors:
            for head in {_head(phrase, language) for phrase in _nouns(actor)}:
                found.setdefault(head, set()).add((actor.id, side.id))
    nouns = language.roles.keys() | language.bodies | language.groups
    folded = {fold(noun) for noun in nouns}
    return {
        head: next(iter(owners))
        for head, owners in found.items()
        if len(owners) == 1 and (head in folded or head.endswith(language.role_endings))
    }


def _nouns(actor: Actor) -> tuple[str, ...]:
    return actor.titles if actor.kind == "person" else (actor.name, *actor.aliases)


def _head(phrase: str, language: Language) -> str:
    """The noun of a title or of a body's name: the last word before "of", in Spanish the first."""
    words = [w for w in fold(phrase).split() if w not in language.definite] or [""]
    if language.adjectives_follow:
        return words[0]
    cut = next((i for i, w in enumerate(words) if i and w in language.prepositions), len(words))
    return words[cut - 1]


@lru_cache(maxsize=8)
def short_titles(code: str) -> frozenset[str]:
    """Titles that are printed with a point, in lower case and without it: "mr", "sen"."""
    return frozenset(
        title[:-1].casefold() for title in get_language(code).honorifics if title.endswith(".")
    )


@lru_cache(maxsize=64)
def by_first_word(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """Phrases as lists of words under their first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found
