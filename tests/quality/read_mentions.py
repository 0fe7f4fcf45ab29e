"""Is that really who is named? Mentions that a person read, and how many are right.

    python tests/quality/read_mentions.py [--corpora FOLDER] [--draw SEED]

``read-mentions.csv`` has a line for each mention that was drawn at random from all that the
program found in the five real events of NewsWCL50 (with the event files written from two of the
five articles of each): where it stands (`article_id`, `start`, `end`), `who` is named there by the
event's id, the `seed` of the draw, and whether it is `right`: whether a reader takes the words for
a mention of that actor or concept. The texts are not here; `note` says in the reader's words what
was wrong.

A mention found today is looked up by who it names and where: `precision` is the share right of
those that were read, `still_found` how many of the right ones are found still. `--draw SEED` lists
a hundred to read, with their sentences.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import toolkit as tk
from toolkit.extract.naming import find_mentions
from toolkit.model import Article, Event, Mention, fingerprint

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
PINNED = Path(__file__).with_name("read-mentions.csv")
HOW_MANY = 100


@dataclass(frozen=True)
class Read:
    """What a reader said of one mention."""

    article_id: str
    start: int
    end: int
    who: str
    right: bool


def read_list(file: Path = PINNED) -> list[Read]:
    with file.open(encoding="utf8", newline="") as lines:
        return [
            Read(
                row["article_id"], int(row["start"]), int(row["end"]), row["who"],
                row["right"] == "1",
            )
            for row in csv.DictReader(lines)
        ]  # fmt: skip


def read_events(corpora: Path) -> Iterator[Event]:
    """The five events, each with the file that was written from two of its articles."""
    for file in sorted(corpora.glob("newswcl50/*/seen.yaml")):
        with TemporaryDirectory() as folder:
            shutil.copy(file, Path(folder) / "event.yaml")
            event = tk.load_event(folder)
        lines = file.with_name("articles.jsonl").read_text(encoding="utf8").splitlines()
        articles = tuple(
            Article(
                a["article_id"], a["outlet"], "", "", "", a["text"], a["language"],
                fingerprint(a["text"]),
            )
            for a in map(json.loads, lines)
        )  # fmt: skip
        yield replace(event, articles=articles)


def all_found(corpora: Path) -> list[tuple[Article, Mention]]:
    return [
        (article, mention)
        for event in read_events(corpora)
        for article in event.articles
        for mention in find_mentions(article, event)
    ]


def who(mention: Mention) -> str:
    return mention.actor or mention.concept or ""


def figures(known: Iterable[Read], found: Iterable[tuple[Article, Mention]]) -> dict[str, float]:
    """Shares in percent: of the mentions read that are found today, how many are right."""
    today = {(a.article_id, who(m)): [] for a, m in found}  # type: ignore[var-annotated]
    for article, mention in found:
        today[article.article_id, who(mention)].append(mention.span)
    reads = list(known)
    still = [
        read
        for read in reads
        if any(
            span.start < read.end and read.start < span.end
            for span in today.get((read.article_id, read.who), [])
        )
    ]
    return {
        "precision": share(sum(read.right for read in still), len(still)),
        "still_found": share(sum(read.right for read in still), sum(r.right for r in reads)),
    }


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def draw(corpora: Path, seed: int) -> list[tuple[Article, Mention]]:
    """A hundred of all mentions, at random."""
    return random.Random(seed).sample(all_found(corpora), HOW_MANY)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--draw", type=int, help="list a hundred to read, drawn with this seed")
    asked = parser.parse_args()
    if asked.draw is not None:
        for article, mention in draw(asked.corpora, asked.draw):
            text, span = article.text, mention.span
            around = text[max(0, span.start - 120) : span.start].replace("\n", " ")
            behind = text[span.end : span.end + 80].replace("\n", " ")
            print(article.article_id, span.start, span.end, who(mention), mention.method)
            print(f"    {around}[[{span.of(text)}]]{behind}")
        return
    for what, number in figures(read_list(), all_found(asked.corpora)).items():
        print(f"{what:20}{number:6.1f}")


if __name__ == "__main__":
    main()
