"""When two addresses are one article, and how an article is called.

The same article is met under tracking parameters, as a mobile or AMP page, with and without a
fragment. What the page itself names as its canonical address is believed as long as it stays on
the same site and is not just the front page; tracking parameters are cleaned off by courlan.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urljoin, urlsplit, urlunsplit

#: Second labels under which a country registers names, as in ``paper.co.uk`` and ``diario.com.co``.
SHARED_SECOND = frozenset({"ac", "co", "com", "edu", "go", "gob", "gov", "net", "nom", "or", "org"})


def clean_address(url: str) -> str:
    """An address without fragment and tracking parameters.

    >>> clean_address("http://a.example/story?id=3&utm_source=mail#top")
    'http://a.example/story?id=3'
    """
    import courlan

    try:
        cleaned = courlan.clean_url(url) or url
        return urlunsplit(urlsplit(cleaned)._replace(fragment=""))
    except ValueError:
        return url


def site_of(url: str) -> str:
    """The registrable domain of an address, as far as it can be told without a list of them all.

    >>> site_of("https://252fm.elcolombiano.example/a"), site_of("http://www.paper.co.uk/")
    ('elcolombiano.example', 'paper.co.uk')
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if labels[-1].isdigit() or ":" in host:
        return host
    shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SHARED_SECOND
    return ".".join(labels[-3:] if shared else labels[-2:])


def canonical_address(url: str, named: str | None) -> str:
    """The address by which an article is known.

    url: the address at which the page was found. named: what the page names as canonical.
    Returns: the named one when it is on the same site and no front page, else `url`; cleaned.

    >>> canonical_address("http://m.paper.example/story/7?utm_source=x", "http://paper.example/story/7")
    'http://paper.example/story/7'
    >>> canonical_address("http://paper.example/story/7", "http://elsewhere.example/story/7")
    'http://paper.example/story/7'
    """
    if named:
        try:
            full = urljoin(url, named.strip())
            parts = urlsplit(full)
        except ValueError:
            return clean_address(url)
        web = parts.scheme in ("http", "https") and site_of(full) == site_of(url)
        front = parts.path in ("", "/") and not parts.query
        if web and site_of(url) and not front:
            return clean_address(full)
    return clean_address(url)


def original_host(url: str, named: str | None) -> str | None:
    """The host of another site at which a page says that its original stands.

    url: the address at which the page was found. named: what the page names as canonical.
    Returns: the host without ``www.``; None where nothing or the page's own site is named, or only
    a front page, which says nothing of the article.

    >>> original_host("http://paper.example/story/7", "http://www.wire.example/a/1")
    'wire.example'
    >>> original_host("http://m.paper.example/story/7", "http://paper.example/story/7") is None
    True
    """
    try:
        parts = urlsplit((named or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    front = parts.path in ("", "/") and not parts.query
    if parts.scheme not in ("http", "https") or front or not site_of(url):
        return None
    return host if host and site_of(f"http://{host}/") != site_of(url) else None


def article_id(outlet: str | None, known_by: str) -> str:
    """The id of an article: its outlet and six digits of the hash of its address or its text.

    >>> article_id("ledger", "http://marketledger.example/a")
    'ledger-c98c19'
    """
    digest = hashlib.sha256(known_by.encode("utf8", "surrogatepass")).hexdigest()
    return f"{outlet or 'unknown'}-{digest[:6]}"
