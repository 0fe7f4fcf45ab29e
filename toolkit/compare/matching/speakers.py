"""Whether two quotes can come from one mouth, judged by the names that the outlets give.

Asking for equal names loses right pairs: one outlet names the spokeswoman, another the company,
a third "officials". Measured on real coverage, the rule that helps is narrow: set a pair aside
only when both speakers are named *persons*, both are sure, and they are not the same person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.bags import Numbers, Rows, products
from toolkit.compare.said import Said
from toolkit.compare.wording import fold, known_language
from toolkit.languages import language_codes
from toolkit.model import Article

WORD = re.compile(r"\w[\w.'’-]*")

Flags = NDArray[np.bool_]


def find_persons(names: Iterable[str], articles: Iterable[Article]) -> frozenset[str]:
    """Which of the speakers' names are surely names of persons, by how the articles use them.

    A name of two capitalised words or more is a person's if its first word is a known first name.
    Else it is one unless something speaks against it: "the" before it, or a last word that the
    articles also use as a common noun ("Salt" in "Alder Salt", where there is salt in the text).

    >>> article = Article("a", "a", "", "", "", "Alder Salt sells no more salt.", "en", "")
    >>> sorted(find_persons(["Nela Oyarzun", "Alder Salt", "two officials"], [article]))
    ['Nela Oyarzun']
    """
    text = "\n".join(article.text for article in articles)
    return frozenset(n for n in names if name_words(n) and _is_person(n, text))


@lru_cache
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name of two capitalised words or more; none for anything else.

    >>> name_words("Ana Ruiz"), name_words("the Harbour Company"), name_words("officials")
    (('ana', 'ruiz'), (), ())
    """
    words = WORD.findall(name)
    if len(words) < 2 or not (words[0][0].isupper() and words[-1][0].isupper()):
        return ()
    folded = tuple(fold(w).removesuffix("'s").strip(".") for w in words)
    return () if set(folded) & _words_of_no_person() else folded


def different_persons(a: str | None, b: str | None) -> bool:
    """Whether two personal names are not two forms of one.

    >>> different_persons("Ana Ruiz", "Tomás Ruiz"), different_persons("Tomás Ruiz", "Tom Ruiz")
    (True, False)
    """
    first, second = name_words(a or ""), name_words(b or "")
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return False
    # "Mike" and "Michael": the same surname and the same initial are left open.
    return first[-1] != second[-1] or first[0][0] != second[0][0]


def same_speaker(a: str | None, b: str | None) -> bool:
    """Whether two names agree: the words of one are all words of the other.

    >>> same_speaker("Ruiz", "Ana Ruiz"), same_speaker(None, None)
    (True, False)
    """
    first, second = _loose_words(a), _loose_words(b)
    return bool(first and second) and (first <= second or second <= first)


class Speakers:
    """Who is said to speak in each of many quotes; answers about pairs are arrays."""

    def __init__(self, said: Sequence[Said]):
        """Read each quote's speaker."""
        self._loose = _Names([_loose_words(s.speaker) for s in said])
        full = [name_words(s.speaker or "") for s in said]
        self._full = _Names([set(words) for words in full])
        self._last = _numbered([words[-1] if words else "" for words in full])
        self._initial = _numbered([words[0][0] if words else "" for words in full])
        self._named = np.array(
            [bool(words) and s.is_person for words, s in zip(full, said, strict=True)]
        )
        self._p = np.array([1.0 if s.p_speaker is None else s.p_speaker for s in said])
        in_full = [
            bool(words) and set(words) <= _loose_words(s.source)
            for words, s in zip(full, said, strict=True)
        ]
        self._outright = np.array(in_full, dtype=bool) | (self._p >= 1.0)

    def same(self, rows: Rows, columns: Rows) -> Flags:
        """`same_speaker` of each pair."""
        return self._loose.nested(rows, columns)

    def different(self, rows: Rows, columns: Rows) -> Flags:
        """`different_persons` of each pair, where both are surely names of persons."""
        named = self._named[rows] & self._named[columns]
        unlike = (self._last[rows] != self._last[columns]) | (
            self._initial[rows] != self._initial[columns]
        )
        return np.asarray(named & unlike & ~self._full.nested(rows, columns))

    def named_outright(self, rows: Rows, columns: Rows) -> Flags:
        """Whether the words beside each quote give the full name, or a person wrote it down."""
        return np.asarray(self._outright[rows] & self._outright[columns])

    def doubt(self, rows: Rows, columns: Rows) -> Numbers:
        """The probability that one of the two speakers was read wrongly."""
        return np.asarray(1.0 - self._p[rows] * self._p[columns])


class _Names:
    """Sets of words, one a quote, and which pairs of them are nested."""

    def __init__(self, names: Sequence[Set[str]]):
        from scipy.sparse import csr_matrix

        number: dict[str, int] = {}
        columns = [number.setdefault(w, len(number)) for words in names for w in sorted(words)]
        self._size = np.array([len(words) for words in names])
        ends = np.concatenate([[0], np.cumsum(self._size)])
        ones = np.ones(len(columns), dtype=np.int64)
        self._holds = csr_matrix((ones, columns, ends), shape=(len(names), len(number)))

    def nested(self, rows: Rows, columns: Rows) -> Flags:
        """Whether the words of one are all words of the other; never for none."""
        both = products(self._holds, rows, columns)
        smaller = np.minimum(self._size[rows], self._size[columns])
        return np.asarray((smaller > 0) & (both == smaller))


@lru_cache
def _loose_words(name: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name or ""))) - {"the"}


def _numbered(words: Sequence[str]) -> Rows:
    return np.unique(np.array(words, dtype=str), return_inverse=True)[1].astype(np.int64)


def _is_person(name: str, text: str) -> bool:
    words = WORD.findall(name)
    languages = (known_language(code) for code in language_codes())
    if any(language and words[0] in language.first_names for language in languages):
        return True
    if re.search(rf"\b[Tt]he {re.escape(name)}\b", text):
        return False
    return re.search(rf"\b{re.escape(words[-1].lower())}\b", text) is None


@lru_cache
def _words_of_no_person() -> frozenset[str]:
    found = {"of", "the", "and", "states", "union", "ministry"}
    for code in language_codes():
        language = known_language(code)
        if language:
            found |= {fold(w) for w in (*language.bodies, *language.groups, *language.documents)}
    return frozenset(found)
