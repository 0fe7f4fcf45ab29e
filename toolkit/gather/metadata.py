"""What a page says about itself: title, authors, date, section, canonical address.

A page says it in up to four tongues, one for each reader that it wants to please: JSON-LD for
search engines, OpenGraph and plain meta tags for social networks, microdata, and words on the page
for people. They are asked in this order, since the first is written most carefully; the article
readers' own guesses come last. What comes out is words as printed, cleaned of what is not theirs:
the name of the site behind the title, "By" before the author.
"""

from __future__ import annotations

import datetime
import email.utils
import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle",
    "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle",
    "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "AdvertiserContentArticle", "Report",
})  # fmt: skip
TITLE_META = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
AUTHOR_META = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author",
               "byl", "cxenseparse:author")  # fmt: skip
DATE_META = ("article:published_time", "og:published_time", "date", "dc.date", "dc.date.issued",
             "publication_date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date",
             "cxenseparse:recs:publishtime", "dcterms.created")  # fmt: skip
SECTION_META = (
    "article:section",
    "og:section",
    "section",
    "parsely-section",
    "cxenseparse:section",
)
BYLINE = "contains(concat(' ', translate(@class, '-_', '  '), ' '), ' {} ')"
BYLINE_CLASSES = ("byline", "author", "autor", "firma")
BY = re.compile(r"^\s*(?:by|por|text by|texto(?: de)?|words by|redacción)[:\s]+", re.I)
#: What no name of a person has: an address, a handle, a number.
WEB = re.compile(r"[@\d<>{}]|https?:|www\.")
#: What stands between a headline and the name of the site in a title.
BETWEEN = re.compile(r"\s+(?:[|–—·•»«‹›]|::|-)\s+|\s*\|\s*")


@dataclass(frozen=True)
class Metadata:
    """What a page says about itself; None or empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    sections: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    canonical: str | None = None
    body: str | None = None


def find_metadata(tree: HtmlElement, *, url: str) -> Metadata:
    """Collect what a parsed page says about itself.

    tree: the page. url: its address, for the name of the site.
    Returns: `Metadata`.
    Does not show: whether any of it is true; a date may be that of the last change.
    """
    nodes = list(_json_ld(tree))
    articles = [node for node in nodes if _types(node) & ARTICLE_TYPES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    meta = _meta(tree)
    sites = site_names(articles, meta, url)
    return Metadata(
        title=_title(tree, articles, meta, sites),
        authors=_authors(tree, articles, meta, by_id),
        published=_published(tree, articles, meta),
        language=_language(tree, articles, meta),
        sections=_sections(tree, articles, meta),
        types=frozenset(t for a in articles for t in _types(a)) | _micro_types(tree),
        canonical=_canonical(tree, meta),
        body=_first(_text(a.get("articleBody")) for a in articles),
    )


def strip_site(title: str, sites: Iterable[str], headline: str | None = None) -> str:
    """A title without the name of the site before or behind it.

    title: as the page has it. sites: names by which the site goes. headline: the page's own
    headline (h1), if known: what stands before a mark and equals it is the whole title.

    >>> strip_site("Works to close | The Alder Courier", ["The Alder Courier"])
    'Works to close'
    >>> strip_site("Strike - day two | Ledger", ["Market Ledger", "ledger"])
    'Strike - day two'
    """
    known = {_squash(site) for site in sites} - {""}
    for mark in reversed(list(BETWEEN.finditer(title))):
        before, behind = title[: mark.start()].strip(), title[mark.end() :].strip()
        if before and (_squash(behind) in known or (headline and before == headline)):
            return strip_site(before, sites, headline)
        if behind and _squash(before) in known:
            return strip_site(behind, sites, headline)
    return title


def to_iso(said: str | None) -> str | None:
    """A date as a page writes it in ISO 8601: a moment with its zone, or else the day alone.

    A time without a zone is no moment, so only its day is kept.

    >>> to_iso("2025-03-28T06:00:00+0100"), to_iso("2025-03-28 06:00"), to_iso("soon")
    ('2025-03-28T06:00:00+01:00', '2025-03-28', None)
    """
    when = _moment((said or "").strip())
    if when is None or not 1900 <= when.year <= datetime.datetime.now(datetime.UTC).year + 1:
        return None
    return when.isoformat() if when.tzinfo else when.date().isoformat()


def clean_authors(said: Iterable[str]) -> tuple[str, ...]:
    """Names of authors as a page gives them, one by one, without "By", addresses and repeats.

    >>> clean_authors(["By Ana Ruiz and Ida Falk", "Ida Falk", "http://paper.example/staff/7"])
    ('Ana Ruiz', 'Ida Falk')
    """
    found: dict[str, str] = {}
    for line in said:
        for name in _split_names(" ".join(html.unescape(line).split())):
            if 1 < len(name) <= 60:
                found.setdefault(name.lower(), name)
    return tuple(found.values())


def _split_names(line: str) -> Iterator[str]:
    if WEB.search(line):
        return
    for part in re.split(r"\s*[;|/•·]\s*|,\s*(?!Jr\b|Sr\b)", BY.sub("", line)):
        halves = re.split(r"\s(?:and|y|e|&)\s", part)
        # "Ortega y Gasset" is one person: two people have two names each.
        both = all(len(half.split()) > 1 for half in halves)
        yield from (BY.sub("", h).strip(" .,-–—") for h in (halves if both else [part]))


# --- JSON-LD, meta tags, microdata -------------------------------------------------------------


def _json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        source = re.sub(
            r"^\s*<!--|-->\s*$|^\s*//\s*<!\[CDATA\[|//\s*\]\]>\s*$", "", script.text or ""
        )
        try:
            yield from _flat(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            continue  # a broken block costs that block; the other tongues are left


def _flat(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for part in node:
            yield from _flat(part)
    elif isinstance(node, dict):
        yield node
        yield from _flat(node.get("@graph"))
        yield from _flat(node.get("mainEntity"))


def _types(node: Mapping[str, Any]) -> frozenset[str]:
    said = node.get("@type")
    listed = said if isinstance(said, list) else [said]
    return frozenset(t.rsplit("/", 1)[-1] for t in listed if isinstance(t, str))


def _micro_types(tree: HtmlElement) -> frozenset[str]:
    said = (str(t).rstrip("/").rsplit("/", 1)[-1] for t in tree.xpath("//@itemtype"))
    return frozenset(said) & ARTICLE_TYPES


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _micro(tree: HtmlElement, name: str) -> list[str]:
    values = []
    for element in tree.xpath("//*[@itemprop=$name]", name=name):
        inner = element.xpath(".//*[@itemprop='name']")
        said = element.get("content") or element.get("datetime")
        values.append(said or (inner[0] if inner else element).text_content())
    return [" ".join(value.split()) for value in values if value.strip()]


def _named(meta: Mapping[str, Sequence[str]], names: Iterable[str]) -> Iterator[str]:
    return (value for name in names for value in meta.get(name, ()))


def _text(value: Any) -> str | None:
    """A JSON-LD value as words: some give a list or an object where text is due."""
    if isinstance(value, list):
        return _first(_text(part) for part in value)
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value"))
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _texts(value: Any) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    return [said for part in parts if (said := _text(part))]


def _first(found: Iterable[str | None]) -> str | None:
    return next((value for value in found if value), None)


# --- one thing at a time -----------------------------------------------------------------------


def site_names(
    articles: Sequence[Mapping[str, Any]], meta: Mapping[str, Sequence[str]], url: str
) -> list[str]:
    """The names by which a page's site goes: as it says itself, and as its host spells it."""
    names = list(_named(meta, ("og:site_name", "application-name", "twitter:site", "dc.publisher")))
    names += [said for a in articles if (said := _text(a.get("publisher")))]
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        labels = []
    names += [label for label in labels[:-1] if len(label) > 3 and label != "news"]
    return [*names, ".".join(labels), ".".join(labels).removeprefix("www.")]


def _title(
    tree: HtmlElement,
    articles: Sequence[Mapping[str, Any]],
    meta: Mapping[str, Sequence[str]],
    sites: Sequence[str],
) -> str | None:
    heads = [_printed(h) for h in tree.iter("h1")]
    head = heads[0] if len(set(heads)) == 1 and heads[0] else None
    choices = [_text(a.get("headline")) or _text(a.get("name")) for a in articles]
    choices += [*_named(meta, TITLE_META), *_micro(tree, "headline"), head]
    choices += [_printed(t) for t in tree.xpath("//head/title")]
    said = _first(choices)
    return strip_site(_plain(said), sites, head) if said else None


def _printed(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _plain(said: str) -> str:
    """Words without the tags and entities that some systems leave in a headline."""
    return " ".join(re.sub(r"</?[a-z][^<>]{0,80}>", "", html.unescape(said)).split())


def _authors(
    tree: HtmlElement,
    articles: Sequence[Mapping[str, Any]],
    meta: Mapping[str, Sequence[str]],
    by_id: Mapping[str, Mapping[str, Any]],
) -> tuple[str, ...]:
    structured = [said for a in articles for said in _people(a.get("author"), by_id)]
    printed = (
        _printed(e)
        for name in BYLINE_CLASSES
        for e in tree.xpath(f"//*[{BYLINE.format(name)}]")
        if len(e.text_content()) < 120
    )
    sources: list[Iterable[str]] = [structured, list(_named(meta, AUTHOR_META))]
    sources += [_micro(tree, "author"), [_printed(e) for e in tree.xpath("//*[@rel='author']")]]
    sources += [list(printed)[:1]]
    return next((names for source in sources if (names := clean_authors(source))), ())


def _people(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    whole = [
        by_id.get(part["@id"], part) if isinstance(part, dict) and "name" not in part
        and isinstance(part.get("@id"), str) else part
        for part in parts
    ]  # fmt: skip
    return _texts(whole)


def _published(
    tree: HtmlElement, articles: Sequence[Mapping[str, Any]], meta: Mapping[str, Sequence[str]]
) -> str | None:
    said = [_text(a.get("datePublished")) for a in articles]
    said += [*_named(meta, DATE_META), *_micro(tree, "datePublished")]
    times = tree.xpath("//time[@datetime or @pubdate]")
    said += [t.get("datetime") for t in times if not t.xpath("ancestor::aside|ancestor::li")]
    return _first(to_iso(value) for value in said)


def _moment(said: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(said)
    except ValueError:
        pass
    day = re.match(r"(\d{4}-\d{2}-\d{2})[T ]", said)
    try:
        if day:
            return datetime.datetime.fromisoformat(day[1])
        return email.utils.parsedate_to_datetime(said)
    except (ValueError, IndexError, OverflowError):
        return None


def _language(
    tree: HtmlElement, articles: Sequence[Mapping[str, Any]], meta: Mapping[str, Sequence[str]]
) -> str | None:
    root = tree.xpath("/html/@lang") or tree.xpath("/html/@*[name()='xml:lang']")
    said = [str(value).strip() for value in root]
    said += [*_named(meta, ("content-language", "og:locale", "language", "dc.language"))]
    said += [value for a in articles if (value := _text(a.get("inLanguage")))]
    return _first(said)


def _sections(
    tree: HtmlElement, articles: Sequence[Mapping[str, Any]], meta: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    said = [value for a in articles for value in _texts(a.get("articleSection"))]
    said += [*_named(meta, SECTION_META), *_micro(tree, "articleSection")]
    return tuple(dict.fromkeys(said))


def _canonical(tree: HtmlElement, meta: Mapping[str, Sequence[str]]) -> str | None:
    links = tree.xpath("//link[translate(@rel, 'CANONIL', 'canonil')='canonical']/@href")
    return _first([*(str(link) for link in links), *_named(meta, ("og:url",))])


def _squash(words: str) -> str:
    return re.sub(r"[\W_]+", "", words.lower())
