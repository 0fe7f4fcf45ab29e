"""The whole way in one step: the sample event, from web pages to a report, without a network.

The sample outlets are invented, and so are their pages; but they are fetched over HTTP like any
other, from a server on this machine, and nothing on the way knows that this is a demonstration.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import UsageError
from toolkit.gather.places import find_shipped, shipped_roots
from toolkit.model import Event
from toolkit.progress import Progress

SAMPLE = "saltworks"
#: What a person wrote or ticked beside an event; a folder that holds one is never cleared.
BY_HAND = ("codings.csv", "label-codings.csv", "corrections.csv")
FETCHED = ("articles.jsonl", "failures.jsonl")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demonstration made: the event, how many rows each table has, the report."""

    event: Event
    rows: dict[str, int]
    report: Path


def demo_folder() -> Path:
    """Where the demonstration goes unless it is told: ``build/demo`` in a checkout, else here."""
    return Path("build/demo") if Path.cwd() in shipped_roots() else Path("sidelight-demo")


def fetch_sample(folder: Path, *, progress: Progress | None = None) -> Event:
    """Fetch the sample event's coverage into a folder, afresh, from a server on this machine.

    folder: is made; what an earlier demonstration left in it is replaced, nothing else is touched.
    Errors: UsageError when the folder holds another event, or work that was done by hand.
    """
    from toolkit.gather.coverage import fetch_coverage
    from toolkit.gather.download import Client
    from toolkit.gather.event import load_event
    from toolkit.gather.sites import serve_sites

    source = find_shipped(f"data/events/{SAMPLE}/event.yaml")
    if source is None:
        raise UsageError("data/events/saltworks/event.yaml: the sample event is not installed")
    _make_room(folder, source)
    with serve_sites() as served:
        client = Client(connect_to=served.connect_to, delay=0)
        fetch_coverage(load_event(folder), client=client, progress=progress)
    return load_event(folder)


def compare_sample(event: Event, folder: Path, *, progress: Progress | None = None) -> Shown:
    """Count the sample event's tables into ``tables/`` of a folder, and write its report there."""
    from toolkit.show.export import export_tables
    from toolkit.show.report import report

    written = export_tables(event, folder / "tables", progress=progress)
    rows = {file.table: file.rows for file in written}
    return Shown(event, rows, report(event, folder / f"{event.id}.html"))


def _make_room(folder: Path, source: Path) -> None:
    """Put the sample's ``event.yaml`` there, and take away what an earlier run fetched."""
    own = folder / "event.yaml"
    wanted = source.read_bytes()
    if own.exists() and not _is_sample(own):
        raise UsageError(f"{own}: the folder holds another event; name another one with --out")
    for name in (*BY_HAND, *(() if own.exists() else FETCHED)):
        if (folder / name).exists():
            what = "is not the demonstration's own, which starts afresh"
            raise UsageError(f"{folder / name} {what}; name another folder with --out")
    if own.exists() and own.read_bytes() != wanted:
        own.replace(folder / "event.before.yaml")
    folder.mkdir(parents=True, exist_ok=True)
    for file in (*(folder / name for name in FETCHED), *folder.glob("pages/*.html.gz")):
        file.unlink(missing_ok=True)
    own.write_bytes(wanted)


def _is_sample(file: Path) -> bool:
    from toolkit.gather.event import read_event
    from toolkit.gather.outlets import load_outlets

    return read_event(file, outlets=load_outlets()).id == SAMPLE
