"""From the addresses of an event to its articles, one at a time, and on again after a break.

Each page is kept as soon as it is there, each article as soon as it is read, each failure as soon
as it is met. So a run that is killed loses one page at most, and the next run goes on: what is
there is skipped, what failed for a passing reason (a timeout, a busy site) is tried again, and
what failed for good (a page that forbids programs) is left alone and stays listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import PageError, UsageError
from toolkit.gather.archive import (
    DuplicateArticleError,
    load_articles,
    load_failures,
    save_article,
    save_failure,
    save_page,
)
from toolkit.gather.identity import article_id, clean_address
from toolkit.gather.outlets import outlet_of
from toolkit.gather.reading import read_page
from toolkit.model import Address, Article, Event, Failure, Outlet

if TYPE_CHECKING:
    from toolkit.gather.download import Client, Page

#: Told before each address: how many are done, how many there are, which one comes.
Progress = Callable[[int, int, str], None]


def fetch_coverage(
    event: Event,
    *,
    client: Client,
    urls: Iterable[Address | str] = (),
    progress: Progress | None = None,
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """Download and read the coverage of an event into its folder.

    event: with its folder; the addresses are those of ``coverage.urls``. client: downloads.
    urls: further addresses. progress: called before each address.
    Returns: all articles and all failures that the folder now holds.
    Errors: UsageError when the event has no folder. A page that cannot be had is no error but a
    `Failure`.
    Does not show: coverage that is not listed; an outlet without a row was not asked.
    """
    if event.folder is None:
        raise UsageError(f"event '{event.id}' has no folder to keep its coverage in")
    folder = event.folder
    waiting = list(_waiting(folder, _addresses(event, urls)))
    for number, address in enumerate(waiting):
        if progress is not None:
            progress(number, len(waiting), address.url)
        fetch_one(folder, address, client=client, outlets=event.outlets)
    if progress is not None:
        progress(len(waiting), len(waiting), "")
    return load_articles(folder), load_failures(folder)


def fetch_one(
    folder: Path, address: Address, *, client: Client, outlets: Sequence[Outlet] = ()
) -> Article | Failure:
    """Download and read one address into an event's folder: an article, or a kept failure."""
    try:
        article = _read(folder, client.get(address.url), address, outlets)
        save_article(folder, article)
    except PageError as error:
        return _keep(folder, address, error.stage, error.reason, error.detail, error.retryable)
    except DuplicateArticleError as error:
        return _keep(folder, address, "save", "duplicate", str(error), False)
    return article


def _read(folder: Path, page: Page, address: Address, outlets: Sequence[Outlet]) -> Article:
    """Read a page, and keep it: under the article's id, or where it has none under its own."""
    kept_as = article_id(address.outlet, clean_address(page.url))
    try:
        article = read_page(
            page.content,
            url=page.url,
            outlet=address.outlet,
            requested=address.url,
            charset=page.charset,
            retrieved=page.retrieved,
            outlets=outlets,
        )
        kept_as = article.article_id
        return article
    finally:
        # The page of an article that is already there is the one that its text was read from.
        if kept_as not in {a.article_id for a in load_articles(folder)}:
            save_page(folder, kept_as, page.content)


def _keep(
    folder: Path, address: Address, stage: str, reason: str, detail: str, retryable: bool
) -> Failure:
    failure = Failure(address.outlet, address.url, stage, reason, detail, retryable)
    save_failure(folder, failure)
    return failure


def _addresses(event: Event, urls: Iterable[Address | str]) -> list[Address]:
    """Every address once, each with its outlet where that is known."""
    found: dict[str, Address] = {}
    for entry in (*event.coverage.urls, *urls):
        address = entry if isinstance(entry, Address) else Address(None, entry)
        if address.outlet is None:
            outlet = outlet_of(address.url, event.outlets)
            address = replace(address, outlet=outlet.id if outlet else None)
        found.setdefault(clean_address(address.url), address)
    return list(found.values())


def _waiting(folder: Path, addresses: Iterable[Address]) -> Iterable[Address]:
    articles = load_articles(folder)
    done = {clean_address(u) for a in articles for u in (a.url, a.requested)}
    final = {clean_address(f.url) for f in load_failures(folder) if not f.retryable}
    return (a for a in addresses if clean_address(a.url) not in done | final)
