"""Credits: where a text came from, as the outlet itself prints it.

Newsrooms say it in many places: in a dateline ("LONDON (Reuters) -", "MADRID, 3 Abr. (EUROPA
PRESS) -"), in a line of its own ("EFE/Redacción", "Agencias"), behind the last sentence ("(AP)"),
in a sentence ("AFP contributed to this report"), beside the copyright sign, in place of an author.
A credit is believed only where nothing but a credit stands: who "told Reuters" is no credit, nor is
the photographer of a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from toolkit.agencies import agency_of
from toolkit.compare.sharing.signatures import MOST_WORDS, Reader
from toolkit.compare.wording import fold
from toolkit.model import Article, Span
from toolkit.text import paragraphs

Form = Literal["dateline", "line", "ending", "copyright", "author"]

#: A notice of copyright may be so many words long.
MOST_NOTICE = 60
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
