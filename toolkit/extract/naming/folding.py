"""Text as names are compared: lower case, no accents, the same length."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no accents; one character for one, so that offsets stay.

    >>> fold("Tomás RUIZ")
    'tomas ruiz'
    """
    return "".join(_fold_character(c) for c in text)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character == "’":
        return "'"
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return plain if len(plain) == 1 else character
