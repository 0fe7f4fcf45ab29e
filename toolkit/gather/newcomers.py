"""Outlets that ``outlets.yaml`` does not know yet: a first block for each.

Whoever pastes six addresses wants six outlets side by side, and not one called "unknown". The host
of an address is all that is known of it, so host and home are what a first block says; the name
that the outlet prints, its country and its owner are for a person to look up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from toolkit.gather.identity import site_of
from toolkit.gather.outlets import host_of, outlet_of, port_of
from toolkit.model import Article, Outlet, slug


def draft_outlets(urls: Iterable[str], known: Sequence[Outlet]) -> tuple[Outlet, ...]:
    """One outlet for each host that belongs to none of the known ones.

    urls: addresses of articles. known: the outlets that need no block.
    Returns: new outlets in the order of the addresses, their language set to "en" for now.

    >>> [o.id for o in draft_outlets(["https://www.harbour-post.example/a"], ())]
    ['harbour-post']
    """
    drafted: list[Outlet] = []
    for url in urls:
        everyone = (*known, *drafted)
        host = host_of(url)
        if host and outlet_of(url, everyone) is None:
            parts = urlsplit(url)
            home = f"{parts.scheme}://{parts.netloc}/"
            taken = {o.id for o in everyone}
            new = Outlet(_new_id(host, url, taken), name=_name(url), home=home, language="en")
            drafted.append(new)
    return tuple(drafted)


def with_languages(outlets: Iterable[Outlet], articles: Iterable[Article]) -> tuple[Outlet, ...]:
    """Drafted outlets with the language in which most of their articles are written."""
    spoken: dict[str, Counter[str]] = {}
    for article in articles:
        spoken.setdefault(article.outlet, Counter())[article.language] += 1
    return tuple(
        replace(o, language=spoken[o.id].most_common(1)[0][0]) if o.id in spoken else o
        for o in outlets
    )


def outlet_blocks(outlets: Iterable[Outlet]) -> str:
    """Drafted outlets as blocks of ``outlets.yaml``, with comments that say what to look up."""
    lines = []
    for outlet in outlets:
        lines += [
            "",
            f"{outlet.id}:  # a draft from the address alone",
            f"  name: {outlet.name}  # write it as the outlet prints it",
            f"  home: {outlet.home}",
            f'  language: "{outlet.language}"',
        ]
    return "\n".join(lines) + "\n" if lines else ""


def _name(url: str) -> str:
    """The host, with its port where two outlets of one machine differ by it alone."""
    port = port_of(url)
    return f"{host_of(url)}:{port}" if port else host_of(url)


def _new_id(host: str, url: str, taken: set[str]) -> str:
    """The name of the site, else the whole host, else either with a number."""
    wanted = [slug(site_of(url).split(".")[0]), slug(host)]
    if host.replace(".", "").isdigit() or not wanted[0]:
        wanted = wanted[1:]
    base = next((w for w in wanted if w and w not in taken), wanted[-1] or "outlet")
    number = 2
    name = base
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
