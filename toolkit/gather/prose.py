"""Paragraphs as printed: what is done to a reader's text before it is an article's text for good.

White space is evened out and invisible characters go, so that the same wire copy has the same
hash in two outlets. Quotation marks are never touched: they are evidence. What stands before the
first paragraph but is not prose (the title again, the byline, the date) is left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

#: Zero-width characters, soft hyphens and marks of direction: nobody sees them, every search does.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c"))
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile(r"[\n\r\x0b\x0c\u2028\u2029]+")
QUOTATIONS = re.compile(
    r"“([^“”\n]{12,})”|«([^«»\n]{12,})»|\"([^\"\n]{12,})\"|„([^„“”\n]{12,})[“”]"
    r"|(?<!\w)‘([^‘\n]{12,}?)’(?!\w)"
)
BYLINE = re.compile(r"^(?:by|por|text by|texto(?: de)?)[:\s]", re.I)


def join_paragraphs(found: str) -> str:
    r"""Lines as paragraphs: one blank line between them, single spaces within, composed accents.

    >>> join_paragraphs("One  line.\n \n\n“Two”,\u00a0she said.\n")
    'One line.\n\n“Two”, she said.'
    """
    return "\n\n".join(lines_of(found))


def lines_of(found: str) -> list[str]:
    """The lines of a text that hold something, evened out."""
    text = unicodedata.normalize("NFC", CONTROLS.sub("", LINE_ENDS.sub("\n", found)))
    lines = (" ".join(line.translate(INVISIBLE).split()) for line in text.split("\n"))
    return [line for line in lines if line]


def tidy(
    found: str,
    *,
    title: str | None = None,
    authors: Sequence[str] = (),
    captions: Collection[str] = (),
) -> str:
    """A reader's text as an article's text: joined, without captions, title and byline at its head.

    found: paragraphs, one a line, with or without blank lines. title, authors: of the article.
    captions: words under pictures, squashed; a line that is one of them is left out.
    Returns: the text; empty when nothing is left.
    """
    lines = [line for line in lines_of(found) if squash(line) not in captions]
    while lines and _is_head(lines[0], title, authors):
        del lines[0]
    return "\n\n".join(lines)


def whole(found: str) -> str:
    """The text with half surrogate pairs, which no table can hold, replaced by "?".

    >>> whole("half a pair \\ud83d here")
    'half a pair ? here'
    """
    return found.encode("utf8", "replace").decode("utf8")


def quotations(text: str) -> list[str]:
    """What stands in quotation marks of any kind and is longer than a word or two.

    >>> quotations("She said “we will stay here”. A “so-called” plan.")
    ['we will stay here']
    """
    return [next(filter(None, groups)) for groups in QUOTATIONS.findall(text)]


def squash(text: str) -> str:
    """Letters and digits alone, to tell whether one text holds another whatever its marks."""
    return re.sub(r"[\W_]+", "", text.lower())


def _is_head(line: str, title: str | None, authors: Iterable[str]) -> bool:
    if title and squash(line) == squash(title):
        return True
    names = [name for name in authors if name.lower() in line.lower()]
    rest = len(line) - sum(len(name) for name in names)
    return bool(BYLINE.match(line) and names and rest < 40)
