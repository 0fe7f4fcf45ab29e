"""Sentences as contexts: the words round a particular, and how alike two sentences are.

Likeness is the cosine of the words that two sentences hold, each weighed by how few sentences of
the event hold it; little words and figures weigh nothing. It compares sentences of one language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from toolkit.compare.matching.bags import Rarity
from toolkit.compare.wording import keys, known_language, stop_words
from toolkit.model import Article, Event, Span
from toolkit.text import paragraphs, sentences


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of an article with the words by which it is compared."""

    article: Article
    span: Span
    words: frozenset[str]


class Contexts:
    """Every sentence of an event, ready to be compared."""

    def __init__(self, event: Event):
        self.sentences = [s for a in event.articles for s in _sentences(a)]
        self.rarity = Rarity([s.words for s in self.sentences])
        self._lengths = [self._length(s.words) for s in self.sentences]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for n, sentence in enumerate(self.sentences):
            for word in sentence.words:
                self._holders[word].append(n)
        self._by_article: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            self._by_article[sentence.article.article_id].append(sentence)

    def at(self, article_id: str, position: int) -> Sentence | None:
        """The sentence of an article that holds a position."""
        held = self._by_article.get(article_id, ())
        return next((s for s in held if s.span.start <= position < s.span.end), None)

    def likeness(self, one: Sentence, other: Sentence) -> float:
        """How alike two sentences are, from 0 to 1."""
        return self._cosine(one.words & other.words, self._length(one.words), other)

    def nearest(self, sentence: Sentence) -> tuple[float, Sentence | None]:
        """The likeness of the sentence most like it in another outlet of its language, and that."""
        summed: Mapping[int, float] = self._shared(sentence)
        length = self._length(sentence.words)
        best, found = 0.0, None
        for n, shared in summed.items():
            other = self.sentences[n]
            same = other.article.language == sentence.article.language
            if same and other.article.outlet != sentence.article.outlet and self._lengths[n]:
                alike = shared / (length * self._lengths[n])
                if alike > best:
                    best, found = alike, other
        return best, found

    def _shared(self, sentence: Sentence) -> dict[int, float]:
        summed: dict[int, float] = defaultdict(float)
        for word in sorted(sentence.words):
            weight = self.rarity[word] ** 2
            for n in self._holders[word]:
                summed[n] += weight
        return summed

    def _cosine(self, shared: frozenset[str], length: float, other: Sentence) -> float:
        both = length * self._length(other.words)
        return sum(self.rarity[w] ** 2 for w in shared) / both if both else 0.0

    def _length(self, words: frozenset[str]) -> float:
        return sqrt(sum(self.rarity[w] ** 2 for w in words))


def _sentences(article: Article) -> Sequence[Sentence]:
    language = known_language(article.language)
    if language is None:
        return ()
    little = stop_words(article.language)
    found = []
    for paragraph in paragraphs(article.text):
        for span in sentences(article.text, paragraph, language):
            words = frozenset(
                w for w in keys(span.of(article.text), article.language)
                if w not in little and not w[0].isdigit()
            )  # fmt: skip
            found.append(Sentence(article, span, words))
    return found
