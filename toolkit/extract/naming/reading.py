"""One text while its mentions are looked for: its words, and who judges and grows what is found."""

from __future__ import annotations

from bisect import bisect_right

from toolkit.extract.naming.directory import Directory, matched
from toolkit.extract.naming.growing import Growth
from toolkit.extract.naming.guards import Guards
from toolkit.extract.naming.regions import regions_apart
from toolkit.extract.naming.words import Words
from toolkit.languages import Language


class Reading:
    """A text in one language, with the directory of an event."""

    def __init__(self, text: str, language: Language, known: Directory):
        self.words = Words(text)
        self.language = language
        self.known = known
        self.guards = Guards(self.words, language, known)
        self.growth = Growth(self.words, language, self.guards)
        self._apart = regions_apart(text, language)

    def is_apart(self, i: int) -> bool:
        """Whether a word stands in a dateline or a byline."""
        start = self.words.starts[i]
        at = bisect_right(self._apart, (start, len(self.words.text))) - 1
        return at >= 0 and self._apart[at][0] <= start < self._apart[at][1]

    def blocked(self, i: int, j: int, owner: str) -> bool:
        """Whether the words lie within a look-alike that the owner's `not:` lists."""
        for start in range(max(0, i - 5), i + 1):
            for phrase, owners in self.known.excluded.get(self.words.keys[start], ()):
                if owner in owners:
                    end = matched(self.words, start, phrase)
                    if end is not None and end >= j:
                        return True
        return False

    def in_a_name(self, i: int, j: int) -> bool:
        """Whether a common noun is, by its capital, part of a name: "the Closure Committee"."""
        words = self.words
        if words.titled(i) or not words.capital(j - 1):
            return False
        after = j < len(words) and words.within(j) and words.capital(j)
        before = (
            i > 0 and words.beside(i) and words.capital(i - 1) and not words.opens(i - 1)
            and words.keys[i - 1] not in self.known.known_words
        )  # fmt: skip
        return after or (before and words.capital(i) and j - i == 1)
