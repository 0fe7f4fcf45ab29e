"""Parts of a text that name nobody of the event: datelines, and lines that say who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.extract.naming.folding import fold
from toolkit.languages import Language

_LONGEST_DATELINE = 60
_LONGEST_BYLINE = 12
_DATELINE = re.compile(
    r"[ \t]*(?P<place>[^\W\d_][^()\n—–―]{1,40}?)"
    r"(?:,[^()\n—–―]{1,30})?\s*(?:\((?P<agency>[^()\n]{2,30})\)\s*)?(?:\.?[—–―-]{1,2}|\.-|:\s-)\s"
)


def regions_apart(text: str, language: Language) -> list[tuple[int, int]]:
    """Where datelines and bylines stand, as pairs of offsets in text order.

    >>> from toolkit.languages import get_language
    >>> regions_apart("PORT ALDER (Crosswire) - The works shut.", get_language("en"))
    [(0, 25)]
    """
    return list(_regions(text, language))


def _regions(text: str, language: Language) -> Iterator[tuple[int, int]]:
    openers = tuple(f"{opener} " for opener in sorted(language.credit_openers))
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line:
            dateline = _dateline(line)
            if dateline:
                yield at, at + dateline
            elif _is_byline(line, openers):
                yield at, end
        at = end + 1


def _is_byline(line: str, openers: tuple[str, ...]) -> bool:
    """Whether a line credits somebody: short, without a full stop, and opened like one."""
    bare = line.strip(" (—")
    short = len(bare.split()) <= _LONGEST_BYLINE and bare[-1:] not in '.?!”"»'
    return short and bare[:1].isupper() and fold(bare).startswith(openers)


def _dateline(line: str) -> int:
    """How long the dateline is that opens a line; 0 without one."""
    found = _DATELINE.match(line[:_LONGEST_DATELINE])
    if not found:
        return 0
    words = re.findall(r"[^\W\d_]+", found["place"])
    capitals = all(w.isupper() for w in words) or (
        found["agency"] and all(w[0].isupper() for w in words if len(w) > 3)
    )
    return found.end() if words and capitals and len(words) <= 4 else 0
