"""The outlets: who publishes, where its pages live, in which language.

One block of ``outlets.yaml`` is one outlet; the key of the block is its id, which tables, colours
and article ids use. (A list of blocks that each say their ``id``, bare or under ``outlets:``, is
read too.) The order of the file is the order of every table and figure. Only what the
outlet says of itself or what can be looked up belongs there: no leaning, no score, no reputation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from toolkit.errors import UsageError
from toolkit.gather.handwritten import Block, Many, Place, Where, check_block, read_yaml
from toolkit.gather.places import find_shipped
from toolkit.model import Outlet

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        ok = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        ok = False
    if not ok or re.search(r"\s", value):
        raise ValueError(f"'{value}' is not a web address; it begins with http:// or https://")
    return value


def _language_code(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise ValueError(f"language '{value}' is not a code of two or three letters, as 'en', 'es'")
    return value


def _country_code(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2}", value):
        raise ValueError(f"country '{value}' is not a code of two small letters, as 'co', 'us'")
    return value


Text = Annotated[str, Field(min_length=1)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
LanguageCode = Annotated[str, AfterValidator(_language_code)]
CountryCode = Annotated[str, AfterValidator(_country_code)]


class OutletBlock(Block):
    """One block of ``outlets.yaml``; its id is the block's key, or said inside."""

    id: Text | None = None
    name: Text
    home: WebAddress
    language: LanguageCode
    country: CountryCode | None = None
    kind: Text | None = None
    owner: Text | None = None
    funding: Text | None = None
    news_sitemap: WebAddress | None = None
    feeds: Many[WebAddress] = ()


def load_outlets(path: Path | str | None = None) -> tuple[Outlet, ...]:
    """Load the outlets of a YAML file, in the order of the file.

    path: the file; without it the checkout's ``outlets.yaml``, else the copy in the wheel.
    Returns: one frozen record an outlet.
    Errors: UsageError with file, line, what is wrong and the nearest known key.

    >>> load_outlets()[0].name
    'The Alder Courier'
    """
    found = Path(path) if path is not None else find_shipped("outlets.yaml")
    if found is None:
        raise UsageError("outlets.yaml: neither the checkout nor the installed package has it")
    values, place = read_yaml(found, lists=True)
    outlets: dict[str, Outlet] = {}
    places: dict[str, Where] = {}
    for where, key, block in _blocks(values, place):
        if not ID.fullmatch(key):
            raise place.error(where, f"'{key}' is no id for an outlet; use a-z, 0-9 and -")
        if key in outlets:
            raise place.error(where, f"outlet '{key}' stands in the file twice")
        name = f"outlet '{key}'"
        checked = check_block(OutletBlock, block, place, where, lambda *_, name=name: name)
        outlets[key] = Outlet(**{**checked.model_dump(), "id": key})
        places[key] = where
    for later, earlier in _same_home(list(outlets.values())):
        what = f"outlet '{later.id}' has the same home as outlet '{earlier.id}': {later.home}"
        raise place.error((*places[later.id], "home"), what)
    return tuple(outlets.values())


def _blocks(values: Any, place: Place) -> Iterator[tuple[Where, str, Any]]:
    """Where each block stands, the id of its outlet, and the block."""
    start: Where = ()
    if isinstance(values, dict) and set(values) == {"outlets"}:
        start, values = ("outlets",), values["outlets"] or []
    if isinstance(values, dict):
        yield from (((*start, key), key, block) for key, block in values.items())
        return
    for number, block in enumerate(values):
        key = block.get("id") if isinstance(block, dict) else None
        if not isinstance(key, str):
            raise place.error((*start, number), "an outlet in a list must have an 'id'")
        yield (*start, number), key, block


def host_of(url: str) -> str:
    """The host of an address, small letters, without ``www.``; empty when there is none.

    >>> host_of("https://www.Harbour-News.example:8080/a?b=1")
    'harbour-news.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def port_of(url: str) -> str:
    """The port that an address names; empty for the usual one of its scheme.

    >>> port_of("http://localhost:8001/a"), port_of("https://tide.example:443/")
    ('8001', '')
    """
    try:
        parts = urlsplit(url)
        usual = {"http": 80, "https": 443}.get(parts.scheme)
        return str(parts.port) if parts.port not in (None, usual) else ""
    except ValueError:
        return ""


def outlet_of(url: str, outlets: Sequence[Outlet]) -> Outlet | None:
    """The outlet whose home holds the address: the longest host, then the longest path, wins.

    url: an address. outlets: those to choose from.
    Returns: the outlet, or None when no home fits.

    >>> outlet_of("http://aldercourier.example/news/a.html", load_outlets()).id
    'courier'
    """
    host, path = host_of(url), _path_of(url)
    port = port_of(url)
    fitting = [
        (len(host_of(o.home)), bool(port_of(o.home)), len(_path_of(o.home)), o)
        for o in outlets
        if _within_host(host, host_of(o.home))
        and port_of(o.home) in ("", port)
        and _within_path(path, _path_of(o.home))
    ]
    return max(fitting, key=lambda f: f[:3])[3] if fitting else None


def _within_path(path: str, home: str) -> bool:
    return path == home or path.startswith(home.rstrip("/") + "/")


def _within_host(host: str, home: str) -> bool:
    return bool(host) and (host == home or host.endswith("." + home))


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path or "/"
    except ValueError:
        return "/"


def _same_home(outlets: Sequence[Outlet]) -> list[tuple[Outlet, Outlet]]:
    seen: dict[tuple[str, str, str], Outlet] = {}
    twice = []
    for outlet in outlets:
        home = outlet.home
        key = (host_of(home), port_of(home), _path_of(home).rstrip("/"))
        if key in seen:
            twice.append((outlet, seen[key]))
        seen.setdefault(key, outlet)
    return twice
