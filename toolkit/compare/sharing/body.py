"""The body of an article: its words as they are compared, without what is not the story.

Headline, byline, dateline, credits and the lines with which a site asks for a subscription stand
alike in any two articles of one newsroom's software, or of one agency, and say nothing of who
wrote the text between them. So they are left out before runs of words are looked for. What is left
out is found by `furniture`; here it becomes words that each still point into the article's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from toolkit.compare.sharing.furniture import find_furniture
from toolkit.compare.wording import Word, compared_words, stop_words
from toolkit.model import Article, Span
from toolkit.text import quote_runs

#: Words in a row by whose sharing runs are found.
GRAM = 5
#: So many places of one row of words in one article are looked at: enough for any prose.
MOST_PLACES = 20


@dataclass(frozen=True)
class Body:
    """The words of one article that are its story, and the rows of GRAM words among them."""

    article: Article
    words: tuple[Word, ...]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words as compared."""
        return tuple(w.key for w in self.words)

    @cached_property
    def grams(self) -> tuple[int, ...]:
        """A number for each row of GRAM words, equal where the words are."""
        keys = self.keys
        return tuple(hash(keys[i : i + GRAM]) for i in range(len(keys) - GRAM + 1))

    @cached_property
    def places(self) -> Mapping[int, list[int]]:
        """Where each row of words begins."""
        found: dict[int, list[int]] = {}
        for i, gram in enumerate(self.grams):
            held = found.setdefault(gram, [])
            if len(held) < MOST_PLACES:
                held.append(i)
        return found

    @cached_property
    def telling(self) -> tuple[bool, ...]:
        """For each word whether it tells something: no name, no number, no little word."""
        text, little = self.article.text, stop_words(self.article.language)
        first = (text[w.span.start] for w in self.words)
        # Not "is small": most scripts of the world have no capitals.
        return tuple(
            c.isalpha() and not c.isupper() and w.key not in little
            for c, w in zip(first, self.words, strict=True)
        )

    @cached_property
    def marked(self) -> frozenset[int]:
        """The places of the words inside quote marks."""
        return self.within(run.outer for run in quote_runs(self.article.text))

    def within(self, spans: Iterable[Span]) -> frozenset[int]:
        """The places of the words that lie in any of some spans."""
        from bisect import bisect_left

        starts = [w.span.start for w in self.words]
        found: set[int] = set()
        for span in spans:
            found.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
        return frozenset(found)

    def span(self, start: int, n: int) -> Span:
        """The characters of n words from a place on."""
        return Span(self.words[start].span.start, self.words[start + n - 1].span.end)


@lru_cache(maxsize=256)
def body_of(article: Article) -> Body:
    """The words of an article without its furniture; kept, since an article meets many others."""
    left_out = find_furniture(article)
    words = compared_words(article.text, article.language)
    if left_out:
        words = [w for w in words if not any(s.contains(w.span) for s in left_out)]
    return Body(article, tuple(words))
