"""Spellings of names: which forms are one, and the words by which a name is known."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.compare.particulars.figures import plain_folded
from toolkit.compare.wording import fold
from toolkit.languages import get_language, language_codes

#: A word with a capital, as names are made of.
WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
SUFFIX = re.compile(r"[JS]r\.?|I{1,3}|IV")
_POSSESSIVE = re.compile(r"['’]s?$")


def surname(name: str) -> str:
    """The folded last word of a name that is no "III" or "Jr".

    >>> surname("Donald F. Keene II")
    'keene'
    """
    words = [w for w in name.split() if not SUFFIX.fullmatch(w)]
    return fold((words or name.split())[-1])


def without_possessive(name: str) -> str:
    """A name without "'s".

    >>> without_possessive("Quill’s"), without_possessive("the Quills'")
    ('Quill', 'the Quills')
    """
    return _POSSESSIVE.sub("", name)


def squashed(name: str) -> str:
    """A name without blanks, hyphens, initials and marks, by which spellings are one.

    >>> squashed("Seo Min-jun") == squashed("Seo Min Jun")
    True
    """
    words = [w for w in re.split(r"[\s-]+", plain_folded(name)) if not re.fullmatch(r"\w\.", w)]
    return re.sub(r"[^\w]", "", "".join(words))


@lru_cache(maxsize=1)
def place_nouns() -> frozenset[str]:
    """Nouns of places in any language: a street keeps its name abroad."""
    return frozenset(w for code in language_codes() for w in get_language(code).place_nouns)
