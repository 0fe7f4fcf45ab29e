"""Does one outlet alone give it? Lone particulars that a person read, and how many are right.

    python tests/quality/lone_particulars.py [--corpora FOLDER] [--unread]

``lone-particulars.csv`` has a line for each particular that the program called "only in one outlet"
in the five real events of NewsWCL50 and in the sample event, when it was read: where it stands
(`article_id`, `start`, `end`), its `kind`, whether it is among the hundred that were `drawn` at
random, whether it is `real` (rightly read, and of its kind) and `absent` elsewhere in any form that
the reader could find. The texts are not here; `note` says in the reader's words what was wrong.

What the program calls lone today is looked up in the list: `precision` is the share right of those
that were read, `still_given` how many of the list it still finds. What nobody has read is counted
(`--unread` lists where it stands): read it, and add it to the list.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import toolkit as tk
from toolkit.compare.measures.agreeing import agreed_particulars
from toolkit.compare.particulars import tabulate_particulars
from toolkit.model import Article, Event, fingerprint, read_spans

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
PINNED = Path(__file__).with_name("lone-particulars.csv")

Place = tuple[str, int, int]


@dataclass(frozen=True)
class Read:
    """What a reader said of one lone particular."""

    place: Place
    drawn: bool
    right: bool


def read_list(file: Path = PINNED) -> list[Read]:
    with file.open(encoding="utf8", newline="") as lines:
        return [
            Read(
                (row["article_id"], int(row["start"]), int(row["end"])),
                row["drawn"] == "1",
                row["real"] == row["absent"] == "1",
            )
            for row in csv.DictReader(lines)
        ]


def read_events(corpora: Path) -> list[Event]:
    """The events of the list: five of a corpus, each outlet's articles by its code, and ours."""
    events = []
    for file in sorted(corpora.glob("newswcl50/*/articles.jsonl")):
        lines = map(json.loads, file.read_text(encoding="utf8").splitlines())
        articles = tuple(
            Article(
                a["article_id"], a["outlet"], "", "", "", a["text"], a["language"],
                fingerprint(a["text"]),
            )
            for a in lines
        )  # fmt: skip
        events.append(Event(file.parent.name, "", articles=articles))
    return [*events, tk.load_event("saltworks")]


def lone_places(event: Event) -> list[frozenset[Place]]:
    """For each particular that one outlet alone gives, everywhere that it stands."""
    rows = agreed_particulars(tabulate_particulars(event), event)
    return [frozenset(_places(str(row["evidence"]))) for row in rows if row["only_here"]]


def _places(evidence: str) -> Iterable[Place]:
    for place in evidence.split(";"):
        article_id, _, written = place.rpartition(":")
        span = read_spans(written)[0]
        yield article_id, span.start, span.end


def figures(known: Iterable[Read], given: Iterable[frozenset[Place]]) -> dict[str, float]:
    """Shares in percent, of all that was read and of those drawn; and how many nobody read."""
    by_place = {read.place: read for read in known}
    found: dict[bool, list[bool]] = defaultdict(list)
    unread = 0
    for places in given:
        reads = [by_place[place] for place in places if place in by_place]
        for read in reads[:1]:
            found[read.drawn].append(read.right)
        unread += not reads
    everything = found[True] + found[False]
    return {
        "precision": share(sum(everything), len(everything)),
        "precision_of_drawn": share(sum(found[True]), len(found[True])),
        "still_given": share(len(everything), len(by_place)),
        "unread": unread,
    }


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--unread", action="store_true", help="list where unread ones stand")
    asked = parser.parse_args()
    known = read_list()
    given = [places for event in read_events(asked.corpora) for places in lone_places(event)]
    for what, number in figures(known, given).items():
        print(f"{what:20}{number:6.1f}")
    places = {read.place for read in known}
    for unread in (g for g in given if asked.unread and not g & places):
        print(*min(unread))


if __name__ == "__main__":
    main()
