"""Pasted text and plain text files, as good an input as a page.

People copy an article from a browser, a database or a PDF. What they paste begins with the title
more often than not, and drags along what stood round the text: numbers of shares, a photo caption.
Those are no sentences of the article: they are left out, and a flag says so. Lines are paragraphs,
unless the text was wrapped at some fixed width, which shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.errors import PageError
from toolkit.gather.identity import article_id, clean_address
from toolkit.gather.kinds import kind_of
from toolkit.gather.language import language_of
from toolkit.gather.prose import lines_of, whole
from toolkit.model import Article, fingerprint

NUMBER = re.compile(
    r"^[\d\s.,]+[KkM]?(\s*(shares?|comments?|likes?|views?|compartid[oa]s?))?$", re.I
)
CAPTION = re.compile(
    r"\b(photo(?:graph)?|foto(?:graf[íi]a)?|image|imagen|picture|credits?|cr[ée]ditos?)"
    r"(?:\s+(?:by|de|credit))?\s*[:/©]\s*[^.!?]{2,60}\.?$|^(photo|foto|image|imagen)\s*:",
    re.I,
)
#: A caption is a line or two; more words with "Photo:" in them are a paragraph about a photo.
CAPTION_WORDS, TITLE_WORDS = 60, 30
SENTENCE_END = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
#: Lines of text that was wrapped are about this long; paragraphs are longer, headings shorter.
WRAPPED = range(45, 101)


def read_text(
    text: str,
    *,
    outlet: str | None = None,
    title: str | None = None,
    language: str | None = None,
    url: str = "",
    published: str | None = None,
    authors: Sequence[str] = (),
) -> Article:
    """Read one article from pasted text.

    text: the words. outlet: the id of the outlet. title: by default the first line, where that is
    short and no sentence. language: by default voted by the commonest words. url, published,
    authors: as far as the person knows them.
    Returns: an `Article`; flags such as "dropped:caption" say what was left out.
    Errors: PageError `empty` when no line of prose is left.

    >>> article = read_text("Works to close\\n\\n120\\nThe works will close in May.", outlet="tide")
    >>> article.title, article.text, article.flags
    ('Works to close', 'The works will close in May.', ('dropped:number',))
    """
    blocks = [_unwrapped(block) for block in _blocks(text)]
    lines, flags = _prose([line for block in blocks for line in block])
    if title is None and len(lines) > 1 and _is_title(lines[0]):
        title = lines.pop(0)
    elif title and len(lines) > 1 and lines[0].casefold() == " ".join(title.split()).casefold():
        lines.pop(0)
    body = "\n\n".join(lines)
    if not re.search(r"\w", body):
        raise PageError("empty", "the text holds no line of prose")
    code, language_flags = language_of(body, language)
    known_by = clean_address(url) if url else ""
    return Article(
        article_id=article_id(outlet, known_by or body),
        outlet=outlet or "unknown",
        url=known_by,
        requested=url,
        title=title or body.split("\n", 1)[0][:80],
        text=whole(body),
        language=language or code,
        text_sha256=fingerprint(body),
        authors=tuple(authors),
        published=published,
        kind=kind_of(url=url, title=title or "", text=body, authors=authors),
        reader="pasted",
        flags=(*flags, *(() if language else language_flags)),
    )


def _blocks(text: str) -> list[list[str]]:
    """The lines between blank lines, block by block."""
    even = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = (lines_of(block) for block in re.split(r"\n[^\S\n]*\n", even))
    return [block for block in blocks if block]


def _unwrapped(lines: list[str]) -> list[str]:
    """A block that was wrapped at a fixed width is one paragraph; else each line is one."""
    if len(lines) < 2 or not all(len(line) in WRAPPED for line in lines[:-1]):
        return lines
    broken = sum(1 for line in lines[:-1] if not SENTENCE_END.search(line))
    return [" ".join(lines)] if broken >= 0.5 * (len(lines) - 1) else lines


def _prose(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines that are prose, and a flag for each sort of line that was left out."""
    kept, flags = [], []
    for line in lines:
        if NUMBER.match(line):
            flags.append("dropped:number")
        elif CAPTION.search(line) and len(line.split()) <= CAPTION_WORDS:
            flags.append("dropped:caption")
        else:
            kept.append(line)
    return kept, list(dict.fromkeys(flags))


def _is_title(line: str) -> bool:
    ends = line.rstrip().endswith((".", ":", ";", ","))
    return len(line.split()) <= TITLE_WORDS and not ends
