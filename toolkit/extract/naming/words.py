"""The words of one text, folded, as wordings are looked up in them.

Points inside an acronym are left out ("U.S." and "US" are one word), a handle keeps its @ and a
hashtag its #, and what stands between two words decides whether they can belong to one name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from toolkit.extract.naming.folding import fold

_WORD = re.compile(r"[@#]?\w+(?:\.(?:[^\W\d_]{1,2}\.)+)?")
_SENTENCE_ENDS = re.compile(r"[.!?:…]|\n|[—–]\s*$|[\"“«‘¿¡(]\s*$")
#: Between two words of one wording: white space, a hyphen, an apostrophe, or none (as in EE.UU.).
_WITHIN = re.compile(r"(?:[ \t\u00a0]*\n?[ \t\u00a0]*|[-‐‑'’]|['’] | ?& ?)\Z")
_PLAIN = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*\Z")
#: The share of a line's longer words with a capital that makes it a headline in title case.
_TITLE_CASE = 0.75
_LONG = 4


class Words:
    """The words of a text with their places: `keys` folded, `starts` and `ends` in the text."""

    def __init__(self, text: str):
        self.text = text
        folded = fold(text)
        spans = [m.span() for m in _WORD.finditer(folded)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.keys = [folded[start:end] for start, end in spans]
        self.dotted = {i for i, key in enumerate(self.keys) if "." in key}
        for i in self.dotted:
            self.keys[i] = self.keys[i].replace(".", "")
        self._lines: dict[int, tuple[bool, bool]] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def printed(self, i: int) -> str:
        """A word as the text has it."""
        return self.text[self.starts[i] : self.ends[i]]

    def gap(self, i: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.ends[i - 1] : self.starts[i]] if i else self.text[: self.starts[0]]

    def after(self, i: int) -> str:
        """The character right after a word."""
        return self.text[self.ends[i] : self.ends[i] + 1]

    def within(self, i: int) -> bool:
        """Whether a word can belong to one wording with the word before it."""
        return i > 0 and bool(_WITHIN.match(self.gap(i))) and "\n\n" not in self.gap(i)

    def beside(self, i: int) -> bool:
        """Whether nothing but white space parts a word from the one before it."""
        return i > 0 and bool(_PLAIN.match(self.gap(i)))

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self.starts[i]].isupper()

    def upper(self, i: int) -> bool:
        """Whether a word is in capitals throughout."""
        return self.printed(i).isupper()

    def opens(self, i: int) -> bool:
        """Whether a word opens a sentence, a line or a quotation."""
        return i == 0 or (bool(_SENTENCE_ENDS.search(self.gap(i))) and not self._initial(i - 1))

    def _initial(self, i: int) -> bool:
        """Whether a word is an initial or an abbreviation with its point: "John R. Bolton"."""
        gap = self.text[self.ends[i] : self.ends[i] + 2]
        return gap.startswith(". ") and self.ends[i] - self.starts[i] == 1 and self.capital(i)

    def joins(self, i: int) -> bool:
        """Whether a word follows the one before it in one name, initials and titles included."""
        if self.beside(i):
            return True
        return (
            i > 0
            and self.gap(i) in {". ", ".\u00a0"}
            and len(self.keys[i - 1]) <= 4
            and (self.capital(i - 1))
        )

    def paragraph(self, i: int) -> int:
        """The first word of the paragraph of a word."""
        start = self.text.rfind("\n\n", 0, self.starts[i])
        return bisect_left(self.starts, start + 1) if start >= 0 else 0

    def line(self, i: int) -> tuple[bool, bool]:
        """Whether the line of a word is in title case, and whether it is all in capitals."""
        start = self.text.rfind("\n", 0, self.starts[i]) + 1
        if start not in self._lines:
            end = self.text.find("\n", start)
            self._lines[start] = _case_of(self.text[start : end if end >= 0 else None])
        return self._lines[start]

    def titled(self, i: int) -> bool:
        """Whether a capital says nothing where the word stands."""
        return any(self.line(i))


def _case_of(line: str) -> tuple[bool, bool]:
    long = [w for w in re.findall(r"[^\W\d_]+", line) if len(w) >= _LONG]
    if len(long) < 2:
        return False, False
    capitals = sum(w[0].isupper() for w in long)
    upper = sum(w.isupper() for w in long) >= _TITLE_CASE * len(long)
    prose = line.rstrip().endswith(".") and not upper
    return len(long) > 2 and not prose and capitals >= _TITLE_CASE * len(long), upper


def keys_of(phrase: str) -> tuple[str, ...]:
    """A phrase as its words are looked up.

    >>> keys_of("Salt Workers' Union"), keys_of("U.S. Senate"), keys_of("Moon Jae-in")
    (('salt', 'workers', 'union'), ('us', 'senate'), ('moon', 'jae', 'in'))
    """
    return tuple(m.group().replace(".", "") for m in _WORD.finditer(fold(phrase)))


def words_as_printed(phrase: str) -> Sequence[str]:
    """The words of a phrase, with their case."""
    return [phrase[m.start() : m.end()] for m in _WORD.finditer(fold(phrase))]
