"""Are the attributes and the telling verbs right? A hundred of each that a person read.

    python tests/quality/framing_terms.py [--corpora FOLDER] [--draw KIND --seed N]

``framing-terms.csv`` has a line for each attribute and each reporting verb of a class other than
neutral that was drawn at random from NewsWCL50 (with its `seen.yaml`) and PolNeAR (with
``election.yaml``, written by hand): where it stands (`article_id`, `start`, `end`), its `kind` and
`actor`, whether it is among the hundred `drawn` last, and whether it is `right`. An attribute is
right when the text attaches it to that actor, in whoever's words, and it judges ("a former banker"
is not drawn); a verb when it introduces what that side said or wrote, and its class is that of the
word. Those drawn before the last hundred taught the rules; `note` says what was wrong.

What the program finds today is looked up in the list: the share right of those that were read, and
how many of the list it still finds. `--draw` prints new ones with their sentences, to be read. The
texts are not here.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.extract.framing import find_framing
from toolkit.extract.tabulation import quotes_of
from toolkit.gather.event import read_event
from toolkit.languages import get_language
from toolkit.model import Article, Event, FramingTerm, fingerprint

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
PINNED = Path(__file__).with_name("framing-terms.csv")
ELECTION = Path(__file__).with_name("election.yaml")
KINDS = ("attribute", "verb")

Place = tuple[str, str, int, int]  # kind, article, start, end


@dataclass(frozen=True)
class Read:
    """What a reader said of one term."""

    place: Place
    actor: str
    drawn: bool
    right: bool


def read_list(file: Path = PINNED) -> list[Read]:
    with file.open(encoding="utf8", newline="") as lines:
        return [
            Read(
                (row["kind"], row["article_id"], int(row["start"]), int(row["end"])),
                row["actor"],
                row["drawn"] == "1",
                row["right"] == "1",
            )
            for row in csv.DictReader(lines)
        ]


def texts_of(corpora: Path) -> list[Path]:
    """The files that the articles are read from."""
    return sorted(
        [*corpora.glob("newswcl50/[0-9]/articles.jsonl"), *corpora.glob("polnear/*/text/*.txt")]
    )


def articles_of(corpora: Path) -> Iterator[tuple[Article, Event]]:
    """Every article of both corpora with the event whose sides are looked for in it."""
    for folder in sorted((corpora / "newswcl50").glob("[0-9]")):
        event = read_event(folder / "seen.yaml", outlets=())
        for line in (folder / "articles.jsonl").read_text(encoding="utf8").splitlines():
            held = json.loads(line)
            yield _article(held["article_id"], held["outlet"], held["text"]), event
    election = read_event(ELECTION, outlets=())
    for split in ("dev", "train"):
        for file in sorted((corpora / "polnear" / split / "text").glob("*.txt")):
            with file.open(encoding="utf8", newline="") as text:
                yield _article(file.stem, file.stem.split("_")[0], text.read()), election


def _article(article_id: str, outlet: str, text: str) -> Article:
    return Article(article_id, outlet, "", "", "", text, "en", fingerprint(text))


def telling(article: Article, event: Event) -> list[FramingTerm]:
    """The attributes of an article, and its verbs of a class other than neutral with a side."""
    return [
        term
        for term in find_framing(article, quotes_of(article, event), event)
        if term.actor
        and (
            term.kind == "attribute"
            or (term.kind == "verb" and term.verb_class not in (None, "neutral"))
        )
    ]


def place_of(article: Article, term: FramingTerm) -> Place:
    return term.kind, article.article_id, term.span.start, term.span.end


def draw(
    given: Iterable[tuple[Article, FramingTerm]], kind: str, seed: int, count: int = 100
) -> list[tuple[Article, FramingTerm]]:
    """Terms of one kind at random, a word and actor of one article but once; no "former banker"."""
    once = {
        (a.article_id, t.term, t.actor, t.span.start if kind == "verb" else 0): (a, t)
        for a, t in given
        if t.kind == kind and t.term.split()[0] not in get_language(a.language).once
    }
    found = list(once.values())
    random.Random(seed).shuffle(found)
    return found[:count]


def figures(known: Iterable[Read], given: Iterable[tuple[Place, str | None]]) -> dict[str, float]:
    """For each kind the share right of what was read and is still found, and how many that are."""
    by_place = {read.place: read for read in known}
    found: dict[str, list[bool]] = defaultdict(list)
    for place, actor in given:
        if (read := by_place.get(place)) and read.actor == actor:
            found[place[0]].append(read.right)
    read_of = {kind: sum(place[0] == kind for place in by_place) for kind in KINDS}
    return {
        name: number
        for kind in KINDS
        for name, number in (
            (f"{kind}_precision", share(sum(found[kind]), len(found[kind]))),
            (f"{kind}_still_given", share(len(found[kind]), read_of[kind])),
        )
    }


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def show(drawn: Iterable[tuple[Article, FramingTerm]]) -> None:
    for number, (article, term) in enumerate(drawn, 1):
        text, start, end = article.text, term.span.start, term.span.end
        before = text[max(0, start - 160) : start].replace("\n", "¶")
        after = text[end : end + 120].replace("\n", "¶")
        print(f"{number:3} {article.article_id},{start},{end} {term.actor} {term.verb_class or ''}")
        print(f"    {before}[[{text[start:end]}]]{after}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--draw", choices=KINDS)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    given = [(a, t) for a, event in articles_of(asked.corpora) for t in telling(a, event)]
    if asked.draw:
        show(draw(given, asked.draw, asked.seed))
        return
    for what, number in figures(read_list(), ((place_of(a, t), t.actor) for a, t in given)).items():
        print(f"{what:24}{number:6.1f}")


if __name__ == "__main__":
    main()
