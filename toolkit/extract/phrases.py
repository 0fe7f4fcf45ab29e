"""Noun phrases of a text, found without a parser: what things, people and deeds are called in it.

News names things by noun phrases ("the planned closure", "undocumented immigrants") and deeds by a
verb with one ("seeking asylum", "halt the tests"). A phrase is a run of words between words that
cannot stand in one: articles, prepositions, pronouns, verbs. Which of the other words are verbs is
told by lists, by endings, and by how the same text uses them elsewhere: what follows "to" or "will"
and never an article is a verb. Each phrase comes as it is and, where a preposition goes on from it,
grown ("the closure of the works").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from toolkit.languages import Language, get_language, is_known
from toolkit.model import Span
from toolkit.text import TOKEN, paragraphs

#: Most words of a phrase, without what a preposition adds.
LONGEST = 7
_APART = re.compile(r"^[ \u00a0]$")

PhraseKind = Literal["plain", "grown", "deed"]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase at its place: `head` is the noun that it is about, in lower case.

    `head_start` is where that noun begins; `kind` is "plain", "grown" by a preposition, or "deed"
    with a verb before it. The article or possessive before the phrase does not belong to its span;
    `opened` says that there is one.
    """

    span: Span
    head: str
    head_start: int
    kind: PhraseKind = "plain"
    opened: bool = False


def find_phrases(text: str, language: str = "en") -> list[NounPhrase]:
    """The noun phrases of a text, in text order, short ones before those that contain them.

    text: an article or a sentence. language: its code; one without a file gives none.

    >>> text = "Workers criticised the planned closure of the works. They are seeking talks."
    >>> [p.span.of(text) for p in find_phrases(text)][:3]
    ['Workers', 'planned closure', 'planned closure of the works']

    Does not show: what a phrase refers to; pronouns. A verb that no list has may stand in one.
    """
    if not is_known(language):
        return []
    return list(_find(text, get_language(language).code))


@lru_cache(maxsize=256)
def _find(text: str, code: str) -> tuple[NounPhrase, ...]:
    language = get_language(code)
    lines = [_Line(text, span, language) for span in paragraphs(text)]
    evidence = _evidence(lines, language)
    for line in lines:
        line.evidence = evidence
    return tuple(phrase for line in lines for phrase in line.phrases())


class _Line:
    """A paragraph as words, each with what it can be."""

    def __init__(self, text: str, span: Span, language: Language):
        self.text, self.language = text, language
        found = list(TOKEN.finditer(text, span.start, span.end))
        self.spans = [Span(*m.span()) for m in found]
        self.words = [m.group() for m in found]
        self.lower = [w.casefold().replace("’", "'") for w in self.words]
        starts = [*(s.start for s in self.spans), span.end]
        ends = [span.start, *(s.end for s in self.spans)]
        self.evidence: Counter[str] = Counter()
        self.gaps = [text[a:b] for a, b in zip(ends, starts, strict=True)]

    def joined(self, i: int) -> bool:
        """Whether only a space stands before word i, or the point of an abbreviation and one."""
        gap = self.gaps[i]
        if _APART.match(gap):
            return True
        before = self.words[i - 1] if i else ""
        dotted = re.fullmatch(r"(?:\w\.)+\w|[A-Z]", before) or (
            before + "." in self.language.abbreviations
        )
        return bool(i and dotted and re.fullmatch(r"\.[ \u00a0]", gap))

    def opens(self, i: int) -> bool:
        """Whether word i begins a sentence, so that its capital shows nothing."""
        return i == 0 or any(mark in self.gaps[i] for mark in '.?!:“"«—')

    def name(self, i: int) -> bool:
        """Whether word i is written as a name is."""
        word = self.words[i]
        return word[0].isupper() and word not in self.language.not_names

    def phrases(self) -> Iterator[NounPhrase]:
        """The phrases of the paragraph."""
        i = 0
        while i < len(self.words):
            if not self._may_begin(i):
                i += 1
                continue
            last = self._last(i)
            for first, end in self._parts(i, last):
                yield self._made(first, end, self._head(max(first, i), end), "plain")
            yield from self._joint(i, last)
            yield from self._grown(i, last)
            yield from self._deed(i, last)
            i = last + 1

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The phrase, with a number before it, and its parts where a title stands before a name."""
        yield first, last
        if first and self.joined(first) and self.lower[first - 1] in self.language.number_words:
            yield first - 1, last
        for i in range(last, first, -1):
            titled = self.lower[i - 1] in self.language.roles or self.words[i - 1][0].islower()
            if titled and self.name(i) and not self.words[i][0].isdigit():
                yield first, i - 1
                yield i, last
                return

    def _may_begin(self, i: int) -> bool:
        if not self._inner(i):
            return False
        return (self.name(i) and not self.opens(i)) or not self._verb(i, i)

    def _inner(self, i: int) -> bool:
        """Whether word i may stand in a noun phrase at all."""
        word, language = self.lower[i], self.language
        if self.name(i) and not self.opens(i):
            return True
        if word in _closed_of(language.code) or word[0].isdigit():
            return False
        if language.contractions and word.endswith(tuple(language.contractions)):
            return False
        return not (word.endswith(language.adverb_endings) and len(word) > 5)

    def _last(self, first: int) -> int:
        last = first
        while last + 1 < len(self.words) and last - first + 1 < LONGEST:
            i = last + 1
            if not self.joined(i) or not self._inner(i) or self._verb(i, first):
                particle = self.lower[i] in self.language.particles and self.name(last)
                if particle and i + 1 < len(self.words) and self.name(i + 1) and self.joined(i):
                    last = i + 1
                    continue
                break
            last = i
        return last

    def _verb(self, i: int, first: int) -> bool:
        """Whether word i is a verb, in a phrase that began with word `first`."""
        word, language = self.lower[i], self.language
        if self.name(i) and (i > first or not self.opens(i)):
            return i > first and word in language.sure_forms  # a headline: "Mayor Says"
        if self._after_article(i):
            return False
        if word in language.noun_verbs or word in language.also_nouns:
            amid = i > first and self._after_article(first)
            return not amid and (self._before_article(i) or self._after_mark(i))
        if word in language.verbs or word in language.outside_phrases:
            return True
        if language.inflected:
            return self._inflected_verb(word)
        if word.endswith(language.gerund_endings) and len(word) > 5:
            goes_on = self._before_closed(i) if i > first else self._before_word(i)
            return goes_on and self.evidence[word] >= 0
        past = word.endswith(language.past_endings) and len(word) > 4
        if i > first:
            return past or self._before_article(i)
        if past:  # "undocumented immigrants", but "was closed", "Falk closed"
            return not self._before_word(i) or self._before_closed(i) or self._after_subject(i)
        return self._after_mark(i) and self.evidence[word] > 0

    def _inflected_verb(self, word: str) -> bool:
        """Where endings tell: "decidieron", "decidir", "decidiendo"."""
        language = self.language
        finite = (*language.past_endings, *language.finite_endings, *language.gerund_endings)
        if word.endswith(finite):
            return True
        infinitive = word.endswith(language.infinitive_endings) and len(word) > 4
        return infinitive and self.evidence[word] >= 0

    def _after_mark(self, i: int) -> bool:
        """ "to halt", "will halt", "they halt"."""
        return i > 0 and self.joined(i) and self.lower[i - 1] in _before_verbs(self.language.code)

    def _after_subject(self, i: int) -> bool:
        if i == 0 or not self.joined(i):
            return False
        before = self.lower[i - 1]
        closed = self.language.auxiliaries | self.language.be | self.language.have
        return before in closed or before in self.language.pronouns or self.name(i - 1)

    def _before_word(self, i: int) -> bool:
        return i + 1 < len(self.words) and self.joined(i + 1)

    def _before_closed(self, i: int) -> bool:
        return self._before_word(i) and self.lower[i + 1] in _closed_of(self.language.code)

    def _after_article(self, i: int) -> bool:
        return i > 0 and self.joined(i) and self.lower[i - 1] in _articles_of(self.language.code)

    def _before_article(self, i: int) -> bool:
        return self._before_word(i) and self.lower[i + 1] in _articles_of(self.language.code)

    def _end(self, last: int) -> int:
        """Where the phrase ends, a genitive's ending left out."""
        span = self.spans[last]
        cut = re.search(r"['’]s?$", span.of(self.text))
        return span.end - len(cut.group()) if cut else span.end

    def _made(self, first: int, last: int, head: int, kind: PhraseKind) -> NounPhrase:
        span = Span(self.spans[first].start, self._end(last))
        word = re.sub(r"'s?$", "", self.lower[head])
        opened = self._after_article(first)
        return NounPhrase(span, word, self.spans[head].start, kind, opened)

    def _head(self, first: int, last: int) -> int:
        """The last noun in English ("harbour wall"), the first in Spanish ("muro del puerto")."""
        return last if self.language.names_modify or self.name(first) else first

    def _joint(self, first: int, last: int) -> Iterator[NounPhrase]:
        """Two phrases that "and" joins: "nuclear and missile tests", with the verb before them."""
        end = self._end_after_and(last)
        if end:
            yield self._made(first, end, self._head(last + 2, end), "grown")
            yield from self._deed(first, end)

    def _end_after_and(self, last: int) -> int | None:
        """The last word of a phrase that "and" joins to the one that ends with word `last`."""
        at = last + 1
        if at + 1 >= len(self.words) or self.lower[at] not in self.language.and_words:
            return None
        if not (self.joined(at) and self.joined(at + 1) and self._may_begin(at + 1)):
            return None
        return self._last(at + 1)

    def _grown(self, first: int, last: int) -> Iterator[NounPhrase]:
        """The phrase with what prepositions add: "the end of the war", "talks with the union"."""
        language, end, head = self.language, last, self._head(first, last)
        for _ in range(2):
            at = end + 1
            if at >= len(self.words) or not self.joined(at):
                return
            if self.lower[at] not in language.linking | language.genitives | language.grows_by:
                return
            begin = self._next_phrase(at + 1)
            if begin is None:
                return
            end = self._last(begin)
            yield self._made(first, end, head, "grown")
            both = self._end_after_and(end)
            if both:
                yield self._made(first, both, head, "grown")

    def _next_phrase(self, i: int) -> int | None:
        """Where a phrase begins at word i, or after the articles there."""
        for _ in range(3):
            if i >= len(self.words) or not self.joined(i):
                return None
            if self._may_begin(i):
                return i
            if self.lower[i] not in _articles_of(self.language.code):
                return None
            i += 1
        return None

    def _deed(self, first: int, last: int) -> Iterator[NounPhrase]:
        """The phrase with the verb before it: "seeking asylum", "apply for asylum"."""
        at, language = first, self.language
        while at > 0 and self.joined(at) and self.lower[at - 1] in _articles_of(language.code):
            at -= 1
            if self.lower[at] in language.that:  # "said that talks failed": no deed
                return
        before = at - 1
        if before >= 1 and self.joined(at) and self.lower[before] in language.deed_links:
            at, before = before, before - 1
        if before < 0 or not self.joined(at) or (self.name(before) and not self.opens(before)):
            return
        word = self.lower[before]
        if word in _closed_of(language.code):
            return
        ambiguous = word in language.noun_verbs and not self._after_article(before)
        if ambiguous or self._verb(before, before):
            yield self._made(before, last, self._head(first, last), "deed")


def _evidence(lines: Sequence[_Line], language: Language) -> Counter[str]:
    """For each word, how much oftener the text uses it as a verb than as a noun."""
    seen: Counter[str] = Counter()
    marks = _before_verbs(language.code)
    for line in lines:
        for i, word in enumerate(line.lower[1:], 1):
            if not line.joined(i):
                continue
            previous = line.lower[i - 1]
            if previous in marks:
                seen[word] += 1
            elif previous in _articles_of(language.code):
                seen[word] -= 2
    return seen


@lru_cache
def _before_verbs(code: str) -> frozenset[str]:
    """What stands before a verb: "to", "will", "they"."""
    language = get_language(code)
    marks = language.infinitive_marks | language.auxiliaries | frozenset(language.pronouns)
    return marks - language.be - language.possessives - language.demonstratives


@lru_cache
def _articles_of(code: str) -> frozenset[str]:
    """What stands before a noun phrase and is no part of it."""
    language = get_language(code)
    words = language.definite | language.indefinite | language.possessives
    words |= language.demonstratives | language.fused_articles | frozenset(language.number_words)
    return words | frozenset({"s"})


@lru_cache
def _closed_of(code: str) -> frozenset[str]:
    """The words that stand in no noun phrase."""
    language = get_language(code)
    words = language.stop_words | language.prepositions | language.auxiliaries | language.adverbs
    words |= language.relatives | language.clause_openers | language.negations | language.be
    words |= language.clitics | frozenset(language.pronouns) | language.and_words
    words |= language.or_words | language.that | language.have | language.copulas
    return words | _articles_of(code) | frozenset(language.months) | frozenset(language.weekdays)
