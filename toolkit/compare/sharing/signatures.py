"""Signatures: whom the words of a credit name, and whether they are a credit at all.

"EFE/Redacción", "With files from Lena Brand and The Canadian Press", "AFP contributed to this
report": what opens and closes a credit, and the words for the outlet's own people, belong to the
language; agencies are those of `agencies`. Words that are anything else besides are no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from toolkit.agencies import agency_of
from toolkit.compare.wording import fold, known_language
from toolkit.languages import Language

#: What a credit to agencies that it does not name is filed under.
UNNAMED = "news agencies"
#: Longer than so many words nothing is a mere credit.
MOST_WORDS = 25
BETWEEN = re.compile(r"\s*[/,;&|•·+()]\s*|\s+[-–—]\s+")
CAPITALISED = re.compile(r"^[^\W\d_a-zà-ÿ][\w.'’-]*$")
#: Who keyed it in: "EFE lmc/jrs".
INITIALS = re.compile(r"(?<=[A-Za-z])\s+[a-z]{2,4}(?:/[a-z]{2,4})+$")


class Reader:
    """Reads credits of one language, with further names that may be credited (outlets)."""

    def __init__(self, code: str, outlets: Mapping[str, str]):
        languages = [known for c in (code, "en") if (known := known_language(c))]
        self.outlets = outlets
        openers = "|".join(map(re.escape, _longest_first(languages, "credit_openers")))
        self.opener = re.compile(rf"(?:{openers})(?=[\s:]|$)")
        self.closers = _longest_first(languages, "credit_closers")
        self.republished = _longest_first(languages, "republished")
        self.unnamed = frozenset(_longest_first(languages, "unnamed_agencies"))
        self.staff = frozenset(_longest_first(languages, "own_staff"))
        self.pictures = frozenset(_longest_first(languages, "pictures"))
        self.ands = frozenset(_longest_first(languages, "and_words"))
        self.particles = frozenset(_longest_first(languages, "particles"))
        places = "|".join(_longest_first(languages, "locative"))
        self.pointing = frozenset(_longest_first(languages, "demonstratives"))
        self.place = re.compile(rf"\s(?:{places})\s(?=[^\W\d_a-z])")

    def who(self, printed: str, *, opened: bool = False) -> tuple[str, ...] | None:
        """Whom a credit names; None where the words are no credit.

        `opened` says that it is plain from its place that people are named (an author). A credit
        may name only the outlet's own people: then nobody is named, and the answer is empty.
        """
        words = printed.strip(" \t.,:;*()[]<>_-–—―|/")
        if not words or len(words.split()) > MOST_WORDS or self.is_picture(words):
            return None
        if printed.rstrip().endswith(":"):
            return None  # "From Bloomberg:" opens what is quoted
        if (elsewhere := self._republished(words)) is not None:
            return (elsewhere,)
        words, closed = _cut_end(INITIALS.sub("", words), self.closers)
        found, certain = [], opened or closed
        for piece in self._pieces(words):
            bare, cut = _cut_start(piece, self.opener)
            certain = certain or cut
            named = self._named(bare)
            if named is None:
                return None
            found.append(named)
        names = tuple(dict.fromkeys(n for n in found if n and n != "?"))
        # Names of people alone are a credit only where a word for it opens or closes the line.
        return names if names or certain or "?" not in found else None

    def is_worded(self, printed: str) -> bool:
        """Whether words say that a text is credited, and not only a name."""
        words = printed.strip(" \t.,:;*()[]<>_-–—―|/")
        return _cut_start(words, self.opener)[1] or _cut_end(words, self.closers)[1]

    def is_picture(self, words: str) -> bool:
        """Whether a caption's credit opens here, or an agency's photographer is named."""
        first = [fold(w).strip(":/.,") for w in re.split(r"[\s/]+", words)[:3]]
        return any(w in self.pictures for w in first) or "getty images" in fold(words)

    def _pieces(self, words: str) -> Iterator[str]:
        ands = "|".join(map(re.escape, sorted(self.ands)))
        for part in BETWEEN.split(words):
            if agency_of(part) or fold(part) in self.outlets or fold(part) in self.unnamed:
                yield part
            else:
                yield from (p for p in re.split(rf"\s+(?:{ands})\s+", part) if p.strip())

    def _named(self, piece: str) -> str | None:
        """A name; "" for the outlet's own people, "?" for somebody; None for anything else."""
        piece = self.place.split(piece.strip(" .:*"), maxsplit=1)[0]
        folded = fold(piece)
        if folded in self.staff or not piece:
            return ""
        if folded in self.unnamed:
            return UNNAMED
        for form in (piece, folded.removeprefix("the ")):
            if name := agency_of(form) or self.outlets.get(fold(form)):
                return name
        if name := self._beside_staff(piece.split()):
            return name
        words = piece.split()
        named = [w for w in words if CAPITALISED.match(w)]
        if named and len(words) <= 5 and all(w in named or w in self.particles for w in words):
            return "?"
        return None

    def _beside_staff(self, words: Sequence[str]) -> str | None:
        """The name in "Redacción EFE", "AFP News", "Associated Press writers Lena Brand"."""
        if words and fold(words[0]) in self.staff:
            words = words[1:]
            if name := agency_of(" ".join(words)):
                return name
        for n in range(1, len(words)):
            name = agency_of(" ".join(words[:n])) or self.outlets.get(fold(" ".join(words[:n])))
            if name and fold(words[n]) in self.staff:
                return name
        return None

    def _republished(self, words: str) -> str | None:
        """The name behind "first published by", known or not."""
        folded = fold(words)
        for phrase in self.republished:
            at = folded.find(phrase)
            before = folded[: max(at, 0)].split()
            # "This story was first published by"; not "The letter, first published by"
            own = not before or (len(before) <= 6 and before[0] in self.pointing)
            if at >= 0 and own and len(folded) == len(words):
                behind = re.split(r"[.,;:(]|\s(?:on|and|el|y|in)\s", words[at + len(phrase) :])[0]
                behind = behind.strip(" :*")
                plain = fold(behind).removeprefix("the ")
                known = (
                    agency_of(behind) or self.outlets.get(fold(behind)) or self.outlets.get(plain)
                )
                if known or (behind and behind[0].isupper()):
                    return known or behind
        return None


def _longest_first(languages: Iterable[Language], field: str) -> list[str]:
    phrases = {fold(p) for language in languages for p in getattr(language, field)}
    return sorted(phrases, key=lambda p: (-len(p), p))


def _cut_start(words: str, opener: re.Pattern[str]) -> tuple[str, bool]:
    """Words without the openers before them, and whether there was one."""
    cut = False
    while True:
        folded = fold(words)
        found = opener.match(folded)
        if not found or not found.end() or len(folded) != len(words):
            return words, cut
        words, cut = words[found.end() :].lstrip(" :"), True


def _cut_end(words: str, phrases: Iterable[str]) -> tuple[str, bool]:
    """Words without the closer behind them (a date may follow it), and whether there was one."""
    folded = fold(words)
    for phrase in phrases:
        at = folded.find(f" {phrase}")
        behind = folded[at + 1 + len(phrase) :]
        closes = not behind or (behind[0] in " ," and len(behind.split()) <= 4)
        if at > 0 and closes and len(folded) == len(words):
            return words[:at].rstrip(" ,"), True
    return words, False


@lru_cache(maxsize=8)
def plain_reader(code: str) -> Reader:
    """The reader of a language that knows agencies alone."""
    return Reader(code, {})
