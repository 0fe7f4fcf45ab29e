"""Credits: where a text came from, as the outlet itself prints it.

Newsrooms say it in many places: in a dateline ("LONDON (Reuters) -", "MADRID, 3 Abr. (EUROPA
PRESS) -"), in a line of its own ("EFE/Redacción", "Agencias"), behind the last sentence ("(AP)"),
in a sentence ("AFP contributed to this report"), beside the copyright sign, in place of an author.
A credit is believed only where nothing but a credit stands: who "told Reuters" is no credit, nor is
the photographer of a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from toolkit.agencies import agency_of
from toolkit.compare.wording import fold, known_language
from toolkit.languages import Language
from toolkit.model import Article, Span
from toolkit.text import paragraphs

Form = Literal["dateline", "line", "ending", "copyright", "author", "address"]

#: What a credit to agencies that it does not name is filed under.
UNNAMED = "news agencies"
#: Longer than so many words nothing is a mere credit; a notice of copyright may be longer.
MOST_WORDS, MOST_NOTICE = 25, 60
#: In so many paragraphs from either end datelines and endings are looked for: a caption or a
#: standfirst may stand before, a credit or a footer behind.
EDGE = 4

DASH = r"[-‐‑–—―_]"
BRACKETED = re.compile(
    rf"^(?P<place>[^!?“”\"«»(\[\n]{{0,70}})[(\[](?P<who>[^()\[\]\n]{{2,60}})[)\]]"
    rf"\s*(?P<end>[.,:]?\s*{DASH}+|[.:])?\s*"
)
BARE = re.compile(
    rf"^(?:(?P<place>[^.!?“”\"«»(\n]{{2,40}}?)\s*[,/.|]\s*)?(?P<who>[^\W\d_][^.!?“”\"«»()/|:\n–—]{{1,30}}?)"
    rf"\s*(?:\.\s*{DASH}+|\s{DASH}+|[–—―]+|[|/:])\s+"
)
ENDING = re.compile(
    rf"(?:[(\[](?P<a>[^()\[\]\n]{{2,90}})[)\]]|(?:\s{DASH}+\s*|(?<=[.!?”\"»])\s*/\s*)(?P<b>[^.!?\n–—/()]{{2,40}})"
    rf"|(?<=[.!?”\"»)])\s+(?P<c>[^.!?\n–—()]{{2,40}}))\s*[.*]?\s*$"
)
COPYRIGHT = re.compile(
    r"(?:^|[\s(|])©|\(c\)|\bcopyright\b|\bderechos reservados\b|\bdireitos reservados\b", re.I
)
LAST_SENTENCE = re.compile(r"(?<=[.!?”\"»])\s+(?=[^\s.!?][^.!?]*[.!?]?$)")
BETWEEN = re.compile(r"\s*[/,;&|•·+()]\s*|\s+[-–—]\s+")
CAPITALISED = re.compile(r"^[^\W\d_a-zà-ÿ][\w.'’-]*$")
#: Who keyed it in: "EFE lmc/jrs".
INITIALS = re.compile(r"(?<=[A-Za-z])\s+[a-z]{2,4}(?:/[a-z]{2,4})+$")


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom a text is credited to, the printed words, and in what form they stand."""

    name: str
    printed: str
    form: Form


@dataclass(frozen=True, slots=True)
class Found:
    """Words that are a credit or a byline: where they stand, and whom they name (perhaps none)."""

    span: Span
    names: tuple[str, ...]
    form: Form


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


def find_credits(article: Article, outlets: Mapping[str, str] | None = None) -> tuple[Credit, ...]:
    """Whom an article credits for its text, the plainest sign first.

    `outlets` gives further names that may be credited, folded, with the name to file them under.

    >>> text = "LONDON (Reuters) - The ferry stops in May.\\n\\nAFP contributed to this report."
    >>> [(c.name, c.form) for c in find_credits(Article("a", "x", "", "", "", text, "en", ""))]
    [('Reuters', 'dateline'), ('AFP', 'line')]

    Does not show: whether all of the text came from there; a credit that the page shows elsewhere.
    """
    reader = Reader(article.language, outlets or {})
    found = [
        Credit(name, f.span.of(article.text).strip(), f.form)
        for f in read_credits(article, reader)
        for name in f.names
    ]
    for author in article.authors:
        found += [Credit(name, author, "author") for name in reader.who(author, opened=True) or ()]
    return tuple({(c.name): c for c in reversed(found)}.values())[::-1]


def read_credits(article: Article, reader: Reader) -> list[Found]:
    """Every credit and byline that stands in an article's text, in text order."""
    text, lines = article.text, paragraphs(article.text)
    found: list[Found] = []
    for number, line in enumerate(lines):
        whole = _whole_line(text, line, reader)
        if whole:
            edge = number < EDGE or number >= len(lines) - EDGE
            # In the midst of a text a bare name is that of a picture's maker: "Lena Brand / AP".
            named = edge or whole.form != "line" or reader.is_worded(line.of(text))
            found.append(whole if named else replace(whole, names=()))
            continue
        if number < EDGE and (dateline := _dateline(text, line, reader)):
            found.append(dateline)
        if number >= len(lines) - EDGE and (ending := _ending(text, line, reader)):
            found.append(ending)
    return found


def _whole_line(text: str, line: Span, reader: Reader) -> Found | None:
    words = line.of(text)
    length = len(words.split())
    if length <= MOST_NOTICE and COPYRIGHT.search(words):
        return Found(line, tuple(_names_within(words, reader)), "copyright")
    if length > MOST_WORDS:
        return None
    names = reader.who(words)
    return None if names is None else Found(line, names, "line")


def _names_within(words: str, reader: Reader) -> Iterator[str]:
    """Agencies and outlets named anywhere in a notice."""
    tokens = list(re.finditer(r"[\w.'’-]+", words))
    for i in range(len(tokens)):
        for n in (4, 3, 2, 1):
            if i + n <= len(tokens):
                form = words[tokens[i].start() : tokens[i + n - 1].end()]
                if name := agency_of(form) or reader.outlets.get(fold(form)):
                    yield name
                    break


def _dateline(text: str, line: Span, reader: Reader) -> Found | None:
    words = line.of(text)
    match = BRACKETED.match(words)
    if match and not (match["end"] or not match["place"].strip()):
        match = None  # "The Associated Press (AP) reported"
    if match and len(match["place"].split()) <= 10 and (names := _agencies(match["who"], reader)):
        return Found(Span(line.start, line.start + match.end()), names, "dateline")
    match = BARE.match(words)
    if match and len((match["place"] or "").split()) <= 5:
        names = _agencies(match["who"], reader)
        if names:
            return Found(Span(line.start, line.start + match.end()), names, "dateline")
    return None


def _ending(text: str, line: Span, reader: Reader) -> Found | None:
    words = line.of(text)
    match = ENDING.search(words)
    if match and not _is_spelt_out(words[: match.start()]):
        inside, bare = match["a"] or match["b"] or match["c"], match["c"]
        names = reader.who(inside)
        # Bare behind the last point only what can be nothing else: "… Bloomberg." may be he.
        sure = not bare or bare.isupper() or bare == "Reuters"
        worded = bool(match["a"]) and reader.is_worded(inside)  # "(Reporting by Lena Brand)"
        if names is not None and (worded or (names and sure)):
            return Found(Span(line.start + match.start(), line.end), names, "ending")
    sentence = LAST_SENTENCE.search(words)
    last = words[sentence.end() :] if sentence else ""
    if sentence and reader.is_worded(last) and (names := reader.who(last)):
        return Found(Span(line.start + sentence.end(), line.end), names, "ending")
    return None


def _is_spelt_out(before: str) -> bool:
    """Whether an agency is named just before, so that brackets only give its short form."""
    tokens = re.findall(r"[\w.'’-]+", before[-60:])[-3:]
    return any(agency_of(" ".join(tokens[-n:])) for n in (1, 2, 3))


def _agencies(words: str, reader: Reader) -> tuple[str, ...]:
    """The names in words that are credit from end to end and name somebody."""
    return reader.who(words) or ()


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
