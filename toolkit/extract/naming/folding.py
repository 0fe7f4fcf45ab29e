"""Text as names are compared: lower case, no accents, the same length."""

from __future__ import annotations

import unicodedata


class _Folded(dict[int, str]):
    """The folded form of each character, found when first asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFD", character)[0].lower()
        folded = "'" if character == "’" else plain if len(plain) == 1 else character
        self[code] = folded
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no accents; one character for one, so that offsets stay.

    >>> fold("Tomás RUIZ")
    'tomas ruiz'
    """
    return text.translate(_FOLDED)
