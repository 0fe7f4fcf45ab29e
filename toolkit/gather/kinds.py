"""News, opinion or wire copy: what sort of text an article is, as its page says.

The three are kept apart because they are made by different people for different ends: a columnist's
word choice is not the newsroom's, and a wire story is the agency's. Nothing here judges the text;
it only reads the signs that the outlet itself put up: section, address, byline, dateline. Where
there is no sign, the kind is "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from toolkit.agencies import agency_of
from toolkit.languages import get_language, language_codes

#: Words for opinion in the names of sections and in addresses, English and Spanish.
OPINION = re.compile(
    r"(?:^|[\s/_-])(opini[oó]n(?:es|s)?|op-?ed|columns?|columnas?|columnists?|columnistas?"
    r"|editorials?|editoriales|commentary|comment|tribunas?|viewpoints?|blogs?|letters|cartas"
    r"|ideas|firmas?|voices|perspectives?)(?:$|[\s/_-])",
    re.I,
)
#: In a section "ideas" or "firmas" is opinion; in an address only the plain words are.
OPINION_PATH = re.compile(
    r"/(opini[oó]n(?:es|s)?|op-?ed|columnas?|columnists?|columnistas?|editorials?|editoriales"
    r"|commentisfree|commentary|tribunas?)(?=[/_-]|$)",
    re.I,
)
OPINION_TITLE = re.compile(
    r"^\s*(opinion|opinión|editorial|column|columna|comment)\s*[:|–—-]", re.I
)
NEWS_PATH = re.compile(
    r"/(news|noticias|actualidad|world|mundo|internacional|local|nacional)/", re.I
)
DATED_PATH = re.compile(r"/(19|20)\d\d/[01]?\d(/[0-3]?\d)?/")
#: How papers sign for agencies that they do not name, in all languages; some add their own people.
UNNAMED = frozenset(
    name
    for code in language_codes()
    for agencies in [get_language(code).unnamed_agencies]
    for name in (
        *agencies,
        *(f"{own}{a}" for own in ("staff and ", "redacción y ") for a in agencies),
    )
)
#: "PORT ALDER, March 28 (Crosswire) -", "Bogotá, 7 abr (EFE).-": an agency in a dateline.
DATELINE = re.compile(r"^[^\n.!?“\"«]{2,70}?[\s(]\(([\w .&'’/-]{2,40})\)\s*(?:[-–—]|\.\s?[-–—])")


def kind_of(
    *,
    url: str,
    title: str,
    text: str,
    authors: Iterable[str] = (),
    sections: Iterable[str] = (),
    types: Iterable[str] = (),
    agencies: Iterable[str] = (),
) -> str:
    """The kind of an article by the signs that its outlet put up.

    url, title, text: of the article. authors, sections, types: as `find_metadata` gives them.
    agencies: further names by which agencies sign.
    Returns: "news", "opinion", "wire" or "unknown".

    >>> kind_of(url="http://a.example/x", title="A", text="PORT ALDER (Crosswire) - The works")
    'wire'
    >>> kind_of(url="http://a.example/opinion/x", title="A", text="I remember the salt.")
    'opinion'
    """
    path, kinds, sections = _path(url), set(types), list(sections)
    if "OpinionNewsArticle" in kinds or OPINION_PATH.search(path) or OPINION_TITLE.match(title):
        return "opinion"
    if any(OPINION.search(section) for section in sections):
        return "opinion"
    if DATELINE.match(text[:200]) or _signed_by_agency(authors, agencies):
        return "wire"
    news_types = {t for t in kinds if t.endswith("NewsArticle")}
    if news_types or sections or NEWS_PATH.search(path) or DATED_PATH.search(path):
        return "news"
    return "unknown"


def _signed_by_agency(authors: Iterable[str], agencies: Iterable[str]) -> bool:
    known = UNNAMED | {name.lower() for name in agencies}
    return any(agency_of(author) or author.lower() in known for author in authors)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
