"""Furniture: what stands on the page of an article and is not its story.

The headline once more, the byline, the dateline, credits, the copyright notice, and the lines with
which the site asks for a subscription. Two articles that share these share nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.compare.sharing.credits import read_credits
from toolkit.compare.sharing.signatures import plain_reader
from toolkit.compare.wording import fold, known_language
from toolkit.model import Article, Span
from toolkit.text import paragraphs

#: A line of the site is no longer than so many words.
MOST_SITE_WORDS = 30
#: A caption is no longer than so many words, and has its credit in brackets behind it or before a
#: colon, a bar or a stroke in front.
MOST_CAPTION_WORDS = 80
CREDITED = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]\W*$")
OPENED = re.compile(r"^\W{0,2}((?:[^\W\d_]+[\s/]+){0,2}[^\W\d_]+)\s*[:|/©]")
#: Among so many paragraphs from the top the headline may stand again.
HEAD = 3


def find_furniture(article: Article) -> list[Span]:
    """The places in an article's text that are not its story, in text order.

    >>> text = "By Mara Quill\\n\\nThe ferry stops in May.\\n\\nSign up for our newsletter"
    >>> article = Article("a", "x", "", "", "", text, "en", "")
    >>> [s.of(text) for s in find_furniture(article)]
    ['By Mara Quill', 'Sign up for our newsletter']
    """
    found = [f.span for f in read_credits(article, plain_reader(article.language))]
    return sorted({*found, *_headline(article), *_site_lines(article), *_captions(article)})


def _headline(article: Article) -> Iterator[Span]:
    title = _squashed(article.title)
    for line in paragraphs(article.text)[:HEAD]:
        if title and _squashed(line.of(article.text)) == title:
            yield line


def _site_lines(article: Article) -> Iterator[Span]:
    language = known_language(article.language)
    phrases = {fold(p) for p in language.site_lines} if language else set()
    opening = (
        re.compile(rf"\W*(?:{'|'.join(map(re.escape, sorted(phrases)))})\b") if phrases else None
    )
    for line in paragraphs(article.text):
        words = line.of(article.text)
        short = len(words.split()) <= MOST_SITE_WORDS
        if opening and short and opening.match(fold(words)):
            yield line


def _captions(article: Article) -> Iterator[Span]:
    """Captions that went with an agency's picture: they end with, or begin with, its credit."""
    reader = plain_reader(article.language)
    for line in paragraphs(article.text):
        words = line.of(article.text)
        if len(words.split()) > MOST_CAPTION_WORDS:
            continue
        ending = CREDITED.search(words)
        opening = OPENED.match(words)
        if (ending and reader.is_picture(ending[1])) or (opening and reader.is_picture(opening[1])):
            yield line


def _squashed(words: str) -> str:
    return re.sub(r"[\W_]+", "", fold(words))
