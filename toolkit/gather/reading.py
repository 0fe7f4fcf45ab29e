"""From the bytes of a page to one article: its text, and what the page says about it.

Two readers look at every page. newspaper3k is the first; trafilatura is the second, and its text is
taken when it holds a quotation that the first one lost, or when the first found less than 0.8 of
its words. On 181 pages with known text that rule loses quotations on 1.7 % of pages, newspaper3k
alone on 12.4 %, trafilatura alone on 3.3 %; quotations are what this program is about, so a reader
that drops them is not enough. A page whose text stands only in its JSON-LD is read from there.
Which reader was taken is kept in the article.

A page without an article is an error with a reason, never an article without words.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from toolkit.errors import PageError
from toolkit.gather.decoding import decode_page
from toolkit.gather.identity import article_id, canonical_address, original_host
from toolkit.gather.kinds import kind_of
from toolkit.gather.language import language_of, vote_language
from toolkit.gather.metadata import Metadata, clean_authors, find_metadata, to_iso
from toolkit.gather.outlets import outlet_of
from toolkit.gather.pasted import read_text
from toolkit.gather.prose import join_paragraphs, quotations, squash, tidy, whole
from toolkit.gather.refusals import reason_for_no_article
from toolkit.model import ORIGINAL, Article, Outlet, fingerprint

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["READERS", "read_page", "read_text"]

#: Below this share of the second reader's words the first one has lost a part of the article.
SHARE = 0.8
#: Languages for which newspaper3k has the stop words that it counts paragraphs by.
NEWSPAPER_LANGUAGES = frozenset({
    "be", "bg", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt",
    "mk", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sl", "sr", "sv", "sw", "tr", "uk", "vi",
})  # fmt: skip
#: The markup parsers behind the readers give up a little below 256 levels.
DEEPEST = 100
#: Openings without a word between them, hundreds on end: the parser would stop at the 2048th.
OPENINGS = re.compile(r"(?:<(?:div|span|section|font|center|b|i)\b[^<>]*>\s*){200,}", re.I)
#: Elements that only hold others, so that a page loses nothing but their nesting.
WRAPPERS = frozenset({"div", "span", "section", "font", "center", "b", "i", "em", "strong", "a"})
#: Names under which the readers and their parts log; what they say is not for our users.
CHATTY = ("newspaper", "trafilatura", "htmldate", "justext", "courlan", "readability",
          "charset_normalizer", "urllib3", "tldextract", "jieba", "filelock")  # fmt: skip

Reader = Callable[[str, str, str], str]


def read_page(
    html: bytes,
    *,
    url: str,
    outlet: str | None = None,
    requested: str | None = None,
    charset: str | None = None,
    retrieved: str | None = None,
    outlets: Sequence[Outlet] = (),
) -> Article:
    """Read one article from a page, without touching the network.

    html: the bytes of the page. url: the address at which it was found. outlet: the id of its
    outlet; by default that of `outlets` whose home holds the address. requested: the address as
    asked for. charset: as the HTTP header has it. retrieved: when, in ISO 8601.
    Returns: an `Article` whose text has a blank line between paragraphs.
    Errors: PageError with a reason: `empty`, `not_html`, `bad_encoding`, `script_only`,
    `consent`, `geo_block`, `soft_404`, `not_an_article`, `parse`.
    Does not show: what the page holds beside the article; captions, boxes and comments are left
    out as far as the readers leave them out.
    """
    source, _encoding = decode_page(html, charset=charset)
    tree = _parse(source)
    if flatten(tree) or OPENINGS.search(source):
        source = _written(tree)
    said = find_metadata(tree, url=url)
    text, reader, flags = _read_text_of(source, tree, said, url)
    text = whole(text)
    _refuse_no_article(text, tree, said)
    said, guessed = _guess_missing(said, source, url)
    return _article(
        text,
        said,
        reader=reader,
        flags=(*flags, *guessed),
        where=(url, requested or url, retrieved),
        outlet=_outlet_id(outlet, said, url, outlets),
        agencies=tuple(o.name for o in outlets if o.kind == "agency"),
    )


def _article(
    text: str,
    said: Metadata,
    *,
    reader: str,
    flags: tuple[str, ...],
    where: tuple[str, str, str | None],
    outlet: str,
    agencies: Sequence[str],
) -> Article:
    url, requested, retrieved = where
    known_by = canonical_address(url, said.canonical)
    elsewhere = original_host(url, said.canonical)
    origin_flags = (f"{ORIGINAL}{elsewhere}",) if elsewhere else ()
    language, language_flags = language_of(text, said.language)
    title = whole(said.title or text.split("\n", 1)[0][:120])
    kind = kind_of(
        url=known_by,
        title=title,
        text=text,
        authors=said.authors,
        sections=said.sections,
        types=said.types,
        agencies=agencies,
    )
    return Article(
        article_id=article_id(outlet, known_by),
        outlet=outlet,
        url=known_by,
        requested=requested,
        title=title,
        text=text,
        language=language,
        text_sha256=fingerprint(text),
        authors=tuple(whole(author) for author in said.authors),
        published=said.published,
        retrieved=retrieved,
        kind=kind,
        reader=reader,
        flags=(*flags, *language_flags, *origin_flags),
    )


def _outlet_id(outlet: str | None, said: Metadata, url: str, outlets: Sequence[Outlet]) -> str:
    if outlet:
        return outlet
    found = outlet_of(canonical_address(url, said.canonical), outlets) or outlet_of(url, outlets)
    return found.id if found else "unknown"


def _parse(source: str) -> HtmlElement:
    import lxml.html
    from lxml import etree

    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, recover=True)
    # As bytes: lxml refuses characters that come with an encoding declaration of their own.
    raw = OPENINGS.sub("<div>", source).encode("utf8", "replace")
    try:
        tree = lxml.html.document_fromstring(raw, parser=parser)
    except (etree.LxmlError, ValueError, RecursionError) as error:
        reason = "empty" if "empty" in str(error) else "parse"
        raise PageError(reason, f"the markup cannot be parsed ({error})") from error
    return tree


def _written(tree: HtmlElement) -> str:
    import lxml.html

    return str(lxml.html.tostring(tree, encoding="unicode"))


def flatten(tree: HtmlElement) -> int:
    """Take elements out that are nested too deeply for the readers, but keep what they hold.

    tree: the parsed page; it is changed.
    Returns: how many elements were taken out; 0 for nearly every page.
    """
    depths: dict[HtmlElement, int] = {}
    deep = []
    for element in tree.iter():
        parent = element.getparent()
        depths[element] = depths.get(parent, 0) + 1 if parent is not None else 1
        if depths[element] > DEEPEST and element.tag in WRAPPERS:
            deep.append(element)
    for element in deep:
        element.drop_tag()
    return len(deep)


# --- the readers -------------------------------------------------------------------------------


def read_with_newspaper(source: str, url: str, language: str) -> str:
    """The paragraphs that newspaper3k finds; never touches the network."""
    from newspaper import Article as NewspaperArticle
    from newspaper import Config

    config = Config()
    config.fetch_images = False
    config.memoize_articles = False
    config.follow_meta_refresh = False
    config.use_meta_language = False
    config.MAX_TEXT = len(source) + 1  # its own limit cuts long articles off in mid-sentence
    config.set_language(language if language in NEWSPAPER_LANGUAGES else "en")
    article = NewspaperArticle(url, config=config)
    article.download(input_html=source)
    article.parse()
    return str(article.text)


def read_with_trafilatura(source: str, url: str, _language: str) -> str:
    """The paragraphs that trafilatura finds; it has no use for the language."""
    import trafilatura

    found = trafilatura.extract(source, url=url, include_comments=False) or ""
    return "\n".join(_unmarked(line, source) for line in found.split("\n"))


def _unmarked(line: str, source: str) -> str:
    """A line without the "- " that trafilatura sets before items of a list.

    A speaker's dash looks the same, but stands in the page itself.
    """
    return line[2:] if line.startswith("- ") and line[:20] not in source else line


#: The readers by name; each takes the page's characters, its address and language.
READERS: Mapping[str, Reader] = {
    "newspaper": read_with_newspaper,
    "trafilatura": read_with_trafilatura,
}


def _read_text_of(
    source: str, tree: HtmlElement, said: Metadata, url: str
) -> tuple[str, str, tuple[str, ...]]:
    """The text of the page, the name of the reader that found it, and flags."""
    language = (said.language or vote_language(tree.text_content()) or "en")[:2].lower()
    captions = {squash(c.text_content()) for c in tree.iter("figcaption")}
    texts, flags = {}, []
    for name, reader in READERS.items():
        try:
            texts[name] = tidy(
                _run(reader, source, url, language),
                title=said.title,
                authors=said.authors,
                captions=captions,
            )
        except PageError as error:
            texts[name] = ""
            flags.append(f"{name}_failed:{error.detail[:60]}")
    name = _choose(texts["newspaper"], texts["trafilatura"])
    text = texts[name]
    stored = join_paragraphs(said.body or "")
    if stored and _is_better_stored(stored, text):
        return stored, "json-ld", tuple(flags)
    return text, name, tuple(flags)


def _is_better_stored(stored: str, text: str) -> bool:
    """Whether the text in a page's JSON-LD has more words, or the same ones in more paragraphs."""
    if len(text.split()) < SHARE * len(stored.split()):
        return True
    return stored.count("\n") > text.count("\n") and squash(stored) == squash(text)


def _guess_missing(said: Metadata, source: str, url: str) -> tuple[Metadata, tuple[str, ...]]:
    """Authors and date that a page does not declare, as trafilatura guesses them, and flags."""
    if said.authors and said.published:
        return said, ()
    try:
        authors, published = _run(_guess, source, url, "").split("\n")
    except PageError:
        return said, ()
    names, day = clean_authors([authors]), to_iso(published)
    flags = [f"guessed:{name}" for name, new in (("authors", names), ("published", day)) if new]
    told = replace(said, authors=said.authors or names, published=said.published or day)
    return told, tuple(f for f in flags if not getattr(said, f.partition(":")[2]))


def _guess(source: str, url: str, _language: str) -> str:
    from trafilatura.metadata import extract_metadata

    # Without this it takes any year in the text for a date, "since 1995" too.
    markup_only = {"original_date": True, "extensive_search": False}
    found = extract_metadata(source, default_url=url, date_config=markup_only)
    lines = (found.author, found.date) if found else (None, None)
    return "\n".join(" ".join((line or "").split()) for line in lines)


def _choose(first: str, second: str) -> str:
    """The name of the reader to take: see the module's first paragraph."""
    held = squash(first)
    lost = any(squash(quotation) not in held for quotation in quotations(second))
    short = len(first.split()) < SHARE * len(second.split())
    return "trafilatura" if second and (lost or short) else "newspaper"


def _run(reader: Reader, source: str, url: str, language: str) -> str:
    """Run a reader; whatever an odd page makes it raise is a PageError, so that the other is asked.

    Both are large programs over markup that nobody checked: no list of their errors is complete.
    """
    try:
        with _silence():
            return reader(source, url, language)
    except Exception as error:
        raise PageError("parse", f"{type(error).__name__}: {error}") from error


@contextmanager
def _silence() -> Iterator[None]:
    """Keep warnings and log lines of the readers away from the user's screen."""
    for name in CHATTY:
        logger = logging.getLogger(name)
        if not logger.handlers:  # a logger without any prints its warnings to the screen
            logger.addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _refuse_no_article(text: str, tree: HtmlElement, said: Metadata) -> None:
    reason = reason_for_no_article(text, tree, title=said.title)
    if reason is not None:
        raise PageError(*reason)
