"""A page that a person saved, or a text that a person pasted: as good as one that was fetched.

Many pages give themselves to readers and not to programs: behind a form, behind a subscription
that the school has, in a database of newspapers. Whoever can read them can save or copy them, and
what is added so takes part in everything. A saved page often says where it came from, which is
asked first; for the rest the person is believed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.errors import PageError, UsageError, nearest
from toolkit.gather.archive import (
    DuplicateArticleError,
    forget_failure,
    save_article,
    save_failure,
    save_page,
)
from toolkit.gather.decoding import SIGNATURES, decode_page
from toolkit.gather.identity import article_id
from toolkit.gather.metadata import find_metadata
from toolkit.gather.outlets import outlet_of
from toolkit.gather.reading import read_page, read_text
from toolkit.model import Article, Event, Failure

MARKUP = re.compile(rb"<\0?(?:!\0?d\0?o\0?c\0?t|h\0?t\0?m\0?l|h\0?e\0?a\0?d|b\0?o\0?d\0?y)", re.I)
#: What browsers write at the top of a page that they save.
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->")
WEB = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Told:
    """What the person says about the page or text; the rest is read from it."""

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None


def add_article(
    event: Event, content: bytes, *, name: str, told: Told = Told()
) -> Article | Failure:
    """Add one saved page or pasted text to an event's folder.

    event: with its folder. content: the bytes of a web page or of plain text. name: the name of
    the file, under which a failure is kept when no address is known. told: what the person knows.
    Returns: the `Article`, or the `Failure` that was kept in its place.
    Errors: UsageError for an unknown outlet, an address that is none, or an article that the event
    has already (`DuplicateArticleError`).
    """
    if event.folder is None:
        raise UsageError(f"event '{event.id}' has no folder to keep an article in")
    _check(told, event)
    page = is_page(content, name)
    try:
        article = _read_saved(content, event, told) if page else _read_pasted(content, event, told)
        save_article(event.folder, article)
    except PageError as error:
        outlet = told.outlet or _outlet_by(told.url or "", event)
        failure = Failure(outlet, told.url or name, error.stage, error.reason, error.detail)
        save_failure(event.folder, failure)
        return failure
    except DuplicateArticleError as error:
        raise UsageError(f"{name}: {error}") from None
    if page:
        save_page(event.folder, article.article_id, content)
    forget_failure(event.folder, name)
    return article


def is_page(content: bytes, name: str) -> bool:
    """Whether this is a web page and not plain text, by the name of the file or by its start.

    >>> is_page(b"<!DOCTYPE html><p>Hello", "-"), is_page(b"The works close.", "works.txt")
    (True, False)
    """
    if Path(name).suffix.lower() in (".html", ".htm", ".xhtml"):
        return True
    return bool(MARKUP.search(content[:4096]))


def decode_text(content: bytes) -> str:
    """The characters of a plain text file: UTF-8, UTF-16 with its mark, or Windows' cp1252.

    Errors: PageError `not_html` for a PDF or Word file, `bad_encoding` for what is no text.

    >>> decode_text("“Sí”".encode("cp1252"))
    '“Sí”'
    """
    for signature, what in SIGNATURES.items():
        if content.startswith(signature):
            raise PageError("not_html", f"this is {what}; copy its words and add them as text")
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text):
            return text
    raise PageError("bad_encoding", "the bytes are no text in UTF-8, UTF-16 or Windows-1252")


def _read_saved(content: bytes, event: Event, told: Told) -> Article:
    url = told.url or _address_in(content)
    article = read_page(content, url=url, outlet=told.outlet, outlets=event.outlets)
    if not url:  # without an address the text is what the article is known by
        known_by = article_id(article.outlet, article.text)
        article = replace(article, article_id=known_by, url="", requested="")
    return replace(
        article,
        title=told.title or article.title,
        language=told.language or article.language,
    )


def _address_in(content: bytes) -> str:
    """Where a saved page says that it came from; empty when it does not say."""
    import lxml.html

    source, _encoding = decode_page(content)
    saved = SAVED_FROM.search(source[:4096])
    if saved:
        return saved[1]
    tree = lxml.html.document_fromstring(source.encode("utf8", "replace"))
    named = find_metadata(tree, url="").canonical or ""
    return named if WEB.fullmatch(named) else ""


def _read_pasted(content: bytes, event: Event, told: Told) -> Article:
    url = told.url or ""
    return read_text(
        decode_text(content),
        outlet=told.outlet or _outlet_by(url, event),
        title=told.title,
        language=told.language,
        url=url,
    )


def _outlet_by(url: str, event: Event) -> str | None:
    outlet = outlet_of(url, event.outlets)
    return outlet.id if outlet else None


def _check(told: Told, event: Event) -> None:
    ids = [outlet.id for outlet in event.outlets]
    if told.outlet is not None and told.outlet not in ids:
        hint = nearest(told.outlet, ids)
        raise UsageError(f"outlet '{told.outlet}' is not in outlets.yaml{hint}; add a block for it")
    if told.url is not None and not WEB.fullmatch(told.url):
        what = "is not a web address; it begins with http:// or https://"
        raise UsageError(f"'{told.url}' {what}")
    if told.language is not None and not re.fullmatch(r"[a-z]{2,3}", told.language):
        what = "is not a code of two or three letters, as 'en', 'es'"
        raise UsageError(f"language '{told.language}' {what}")
