"""A new event from nothing but addresses.

The folder is made first and holds a whole event at every moment: addresses before anything is
fetched, so that a run that breaks off can be gone on with; and after that a draft of actors for a
person to sort into sides. Outlets that nobody has described yet get a block of their own in the
folder's ``outlets.yaml``, or all of them would be one outlet called "unknown".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import UsageError
from toolkit.gather.coverage import Progress, fetch_coverage
from toolkit.gather.draft import draft_event
from toolkit.gather.event import load_event
from toolkit.gather.newcomers import draft_outlets, outlet_blocks, with_languages
from toolkit.gather.outlets import ID, load_outlets
from toolkit.gather.places import find_shipped
from toolkit.model import Article, Event, Failure, slug

if TYPE_CHECKING:
    import pandas as pd

    from toolkit.gather.download import Client

#: From the articles of an event to a table of actors and sides.
Suggest = Callable[[Sequence[Article]], "pd.DataFrame"]


def start_event(
    folder: Path,
    urls: Sequence[str],
    *,
    client: Client,
    outlets_file: Path | None = None,
    progress: Progress | None = None,
    suggest: Suggest | None = None,
) -> Event:
    """Make an event's folder, fetch its pages, and draft its ``event.yaml``.

    folder: is made; its name becomes the event's id. urls: the pages, at least one. client:
    downloads. outlets_file: known outlets, by default the shipped ones. progress: told before
    each page. suggest: who takes part, from the articles (`suggest_sides`); without it the draft
    lists names that recur.
    Returns: the event, with the articles that came and the failures of those that did not.
    Errors: UsageError when there is an ``event.yaml`` already, or the name can be no id.
    """
    _check(folder, urls)
    known = load_outlets(outlets_file)
    new = draft_outlets(urls, known)
    folder.mkdir(parents=True, exist_ok=True)
    source = outlets_file or (find_shipped("outlets.yaml") if new else None)
    described = source.read_text("utf-8-sig") if source else ""
    if source:
        _write(folder / "outlets.yaml", described + outlet_blocks(new))
    _write(folder / "event.yaml", _bare_event(folder.name, urls))
    event = load_event(folder)
    articles, failures = fetch_coverage(event, client=client, progress=progress)
    if new and articles:
        _write(folder / "outlets.yaml", described + outlet_blocks(with_languages(new, articles)))
    if articles:
        suggested = suggest(articles) if suggest else None
        draft = draft_event(articles, event_id=folder.name, suggested=suggested)
        _write(folder / "event.yaml", draft + _failed_lines(failures))
    return load_event(folder)


def _check(folder: Path, urls: Sequence[str]) -> None:
    if (folder / "event.yaml").exists():
        what = "is there already; fetch goes on with it, add adds to it"
        raise UsageError(f"{folder / 'event.yaml'} {what}")
    if not ID.fullmatch(folder.name):
        hint = f", as '{slug(folder.name)}'" if slug(folder.name) else ""
        raise UsageError(f"'{folder.name}' is no id for an event; use a-z, 0-9 and -{hint}")
    for url in urls:
        if not re.fullmatch(r"https?://[^\s/]+\S*", url):
            what = "is not a web address; it begins with http:// or https://"
            raise UsageError(f"'{url}' {what}")


def _bare_event(event_id: str, urls: Iterable[str]) -> str:
    lines = [f"id: {event_id}", f"title: {_quoted(event_id)}", "coverage:", "  urls:"]
    return "\n".join([*lines, *(f"    - {_quoted(url)}" for url in urls)]) + "\n"


def _failed_lines(failures: Iterable[Failure]) -> str:
    """Lines for the addresses that failed: the draft ends in the list of those that did not."""
    return "".join(f"    - {_quoted(f.url)}  # {f.reason}\n" for f in failures if f.url)


def _quoted(words: str) -> str:
    return '"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"'))


def _write(path: Path, content: str) -> None:
    """Write beside the place, then move there: a file that breaks off would be no YAML."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(content, encoding="utf8")
    beside.replace(path)
