"""An event: one happening, the sides to it, the things that are named differently, its coverage.

An event is a folder with an ``event.yaml`` that a person writes; everything else in the folder
(articles, failures, pages) is written by sidelight beside it. The sides are the person's choice
and carry the person's words: nothing here decides who belongs to whom.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from toolkit.errors import UsageError, nearest
from toolkit.gather.archive import coded_rows, load_articles, load_failures
from toolkit.gather.corrections import load_corrections
from toolkit.gather.handwritten import Block, Many, Place, Where, check_block, read_yaml
from toolkit.gather.outlets import ID, Text, WebAddress, load_outlets, outlet_of
from toolkit.gather.places import shipped_roots
from toolkit.model import Actor, Address, Concept, Coverage, Event, Outlet, Side, slug


def _id(value: object) -> object:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and not ID.fullmatch(text):
        raise ValueError(f"'{text}' is no id; use a-z, 0-9 and -")
    return text


def _date(value: str) -> str:
    try:
        return datetime.date.fromisoformat(value[:10] if "T" in value else value).isoformat()
    except ValueError:
        raise ValueError(f"'{value}' is not a date; write it as 2025-03-27") from None


def _address(value: object) -> object:
    return {"url": value} if isinstance(value, str) else value


Id = Annotated[str, BeforeValidator(_id)]
Date = Annotated[str, AfterValidator(_date)]


class ActorBlock(Block):
    """A person, body or group, under the side it belongs to."""

    id: Id | None = None
    name: Text
    kind: Literal["person", "body", "group"] = "person"
    titles: Many[Text] = ()
    aliases: Many[Text] = ()
    excluded: Many[Text] = Field(default=(), alias="not")


class SideBlock(Block):
    """A party to the event."""

    id: Id
    label: Text
    actors: Many[ActorBlock] = ()


class ConceptBlock(Block):
    """A thing that outlets name differently, with the wordings known so far."""

    id: Id
    label: Text
    terms: Many[Text] = ()
    excluded: Many[Text] = Field(default=(), alias="not")


class AddressBlock(Block):
    """One page to fetch: an address, and the outlet where the address alone does not tell."""

    outlet: Id | None = None
    url: WebAddress


class SearchBlock(Block):
    """Words by which coverage is discovered: all of the first, one or more of the second."""

    all: Many[Text] = ()
    any: Many[Text] = ()


class CoverageBlock(Block):
    """Where the coverage is."""

    urls: Many[Annotated[AddressBlock, BeforeValidator(_address)]] = ()
    search: SearchBlock = SearchBlock()


class EventBlock(Block):
    """The whole of ``event.yaml``."""

    id: Id
    title: Text
    since: Date | None = None
    until: Date | None = None
    sides: Many[SideBlock] = ()
    concepts: Many[ConceptBlock] = ()
    coverage: CoverageBlock = CoverageBlock()


def load_event(id_or_path: str | Path, *, outlets: Sequence[Outlet] | None = None) -> Event:
    """Load an event with the articles, failures and corrections that its folder holds.

    id_or_path: an id under ``data/events``, or the path of a folder or of its ``event.yaml``.
    outlets: known outlets; by default an ``outlets.yaml`` in the folder, else the shipped one.
    Returns: a frozen `Event`.
    Errors: UsageError with file, line and the nearest key for whatever a person wrote wrongly;
    DamagedDataError when a file that sidelight wrote cannot be read.
    Does not show: coverage that nobody asked for; see ``event.failures`` for what is missing.
    """
    file = _find_file(id_or_path)
    known = tuple(outlets) if outlets is not None else _outlets_beside(file.parent)
    event = read_event(file, outlets=known)
    _check_codings(event, file.parent)
    return replace(
        event,
        articles=load_articles(file.parent),
        failures=load_failures(file.parent),
        corrections=load_corrections(file.parent),
    )


def read_event(file: Path, *, outlets: Sequence[Outlet]) -> Event:
    """Read an ``event.yaml`` alone, without the articles beside it.

    file: its path. outlets: those that its coverage may name.
    Errors: UsageError with file, line and the nearest key.
    """
    values, place = read_yaml(file)
    block = check_block(EventBlock, values, place, (), _name)
    _check_ids(block, place)
    if block.since and block.until and block.since > block.until:
        raise place.error(("until",), f"'until' {block.until} lies before 'since' {block.since}")
    return Event(
        id=block.id,
        title=block.title,
        since=block.since,
        until=block.until,
        sides=tuple(_side(s) for s in block.sides),
        concepts=tuple(Concept(**c.model_dump()) for c in block.concepts),
        coverage=_coverage(block.coverage, outlets, place),
        outlets=tuple(outlets),
        folder=file.parent,
    )


def find_folder(id_or_path: str | Path) -> Path:
    """The folder of an event, by id or by path.

    Looks in ``data/events`` of the working folder, of the checkout, and of the installed package.
    Errors: UsageError that says where it looked and which events there are.
    """
    return _find_file(id_or_path).parent


def event_roots() -> tuple[Path, ...]:
    """The folders that hold events, in the order in which they are searched."""
    roots = [Path.cwd() / "data" / "events"]
    roots += [root / "data" / "events" for root in shipped_roots()]
    return tuple(dict.fromkeys(roots))


def event_ids() -> list[str]:
    """The ids of the events that can be loaded by id."""
    found = {f.parent.name for root in event_roots() for f in root.glob("*/event.yaml")}
    return sorted(found)


def _find_file(id_or_path: str | Path) -> Path:
    given = Path(id_or_path)
    if given.suffix in (".yaml", ".yml"):
        return given
    by_name = len(given.parts) == 1 and given.name not in (".", "..")
    listed, *shipped = event_roots()
    # A copy here is meant before the shipped event that it was made from.
    places = [listed / given, given, *(root / given for root in shipped)] if by_name else [given]
    for place in places:
        if (place / "event.yaml").is_file():
            return place / "event.yaml"
    raise UsageError(_not_found(given))


def _not_found(given: Path) -> str:
    ids = event_ids()
    known = f"known events: {', '.join(ids) or 'none'}{nearest(given.name, ids)}"
    if given.is_dir():
        return f"{given}: the folder has no event.yaml; {known}"
    if len(given.parts) > 1:
        return f"{given}: there is no such folder; {known}"
    looked = ", ".join(str(root) for root in event_roots())
    return f"no event '{given}': looked for {given}/event.yaml in {looked} and here; {known}"


def _outlets_beside(folder: Path) -> tuple[Outlet, ...]:
    own = folder / "outlets.yaml"
    return load_outlets(own if own.is_file() else None)


def _side(block: SideBlock) -> Side:
    actors = (
        Actor(**{**actor.model_dump(), "id": actor.id or slug(actor.name)})
        for actor in block.actors
    )
    return Side(id=block.id, label=block.label, actors=tuple(actors))


def _coverage(block: CoverageBlock, outlets: Sequence[Outlet], place: Place) -> Coverage:
    ids = [o.id for o in outlets]
    addresses = []
    for number, entry in enumerate(block.urls):
        if entry.outlet is not None and entry.outlet not in ids:
            hint = nearest(entry.outlet, ids)
            where = ("coverage", "urls", number, "outlet")
            what = f"outlet '{entry.outlet}' is not in outlets.yaml{hint}; add a block for it"
            raise place.error(where, f"coverage: {what}")
        by_home = outlet_of(entry.url, outlets)
        addresses.append(Address(entry.outlet or (by_home.id if by_home else None), entry.url))
    search = block.search
    return Coverage(urls=tuple(addresses), all_of=search.all, any_of=search.any)


def _check_ids(block: EventBlock, place: Place) -> None:
    """Two things of one kind may not share an id, nor two actors a name."""
    actors = [
        (a, ("sides", i, "actors", j), s.id)
        for i, s in enumerate(block.sides)
        for j, a in enumerate(s.actors)
    ]
    sides = ((s.id, ("sides", i, "id"), "side id") for i, s in enumerate(block.sides))
    concepts = ((c.id, ("concepts", i, "id"), "concept id") for i, c in enumerate(block.concepts))
    names = ((a.name, (*where, "name"), "actor name") for a, where, _ in actors)
    ids = ((a.id or slug(a.name), (*where, "id"), "actor id") for a, where, _ in actors)
    for group in (sides, concepts, names, ids):
        _refuse_twice(group, place)


def _refuse_twice(found: Iterable[tuple[str, Where, str]], place: Place) -> None:
    first: dict[str, Where] = {}
    for value, where, what in found:
        if not value:
            raise place.error(where, f"{what}: the name has no letter a-z; give an 'id'")
        if value in first:
            line = place.line(first[value])
            raise place.error(where, f"{what} '{value}' is already used in line {line}")
        first[value] = where


def _check_codings(event: Event, folder: Path) -> None:
    """What a person coded must name sides, actors and concepts that the event has."""
    actors = [word for actor, _ in event.actors() for word in (actor.id, actor.name)]
    known = {
        "side": [s.id for s in event.sides],
        "actor": actors,
        "concept": [c.id for c in event.concepts],
    }
    for name in ("codings.csv", "label-codings.csv"):
        for line, row in coded_rows(folder / name):
            for column, words in known.items():
                value = row.get(column)
                if value and value not in words:
                    what = f"{column} '{value}' is not known to event '{event.id}'"
                    raise UsageError(f"{name}:{line}: {what}{nearest(value, words)}")


def _name(tree: Any, where: Where) -> str:
    """Where in the event: "side 'owners': actor 'Ana Ruiz'"."""
    said, node = [], tree
    singular = {"sides": "side", "actors": "actor", "concepts": "concept", "urls": "coverage url"}
    for before, step in zip(("", *where), where, strict=False):
        node = node[step] if _has(node, step) else None
        if isinstance(step, int):
            called = node.get("name") or node.get("id") if isinstance(node, dict) else None
            kind = singular.get(str(before), str(before))
            said.append(f"{kind} '{called}'" if called else f"{kind} {step + 1}")
    return ": ".join(re.sub(r"\s+", " ", s) for s in said)


def _has(node: Any, step: str | int) -> bool:
    if isinstance(node, dict):
        return step in node
    return isinstance(node, list) and isinstance(step, int) and step < len(node)
