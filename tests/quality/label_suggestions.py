"""How many of the wordings that readers marked are among the labels that the program suggests.

    python tests/quality/label_suggestions.py [--corpora FOLDER] [--scorers FOLDER] [--events 0,2]

Five real events of NewsWCL50; their file (`seen.yaml`) was written from two of five outlets. Of the
wordings that readers marked in the other three outlets, those that this file does not find are
looked for among the labels under the first twenty head words of their actor or concept, word for
word (case, articles and possessive apart). `recall` is the mean over actors and concepts, in per
cent, `of_all` the share of all wordings. Accepting the right ones among ten head words each lifts
linking in those outlets: `lift` says by how many points of recall, `F1_lift` of overlap F1, and
`exact_lift` of the F1 of whole labels.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

import toolkit as tk
from toolkit.gather.event import read_event
from toolkit.model import Article, Event, fingerprint

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
EVENTS = ("0", "2", "4", "6", "8")
UNSEEN = ("M", "R", "RR")
TOP, ACCEPTED_FROM = 20, 10

Wordings = dict[str, set[str]]


def seen_event(folder: Path) -> Event:
    """An event with the file that was written from two outlets."""
    event = read_event(folder / "seen.yaml", outlets=())
    lines = (folder / "articles.jsonl").read_text(encoding="utf8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    articles = tuple(
        Article(
            article_id=row["article_id"], outlet=row["outlet"], url="", requested="",
            title=row["article_id"], text=row["text"], language=row["language"],
            text_sha256=fingerprint(row["text"]),
        )
        for row in rows
    )  # fmt: skip
    return replace(event, articles=articles, folder=None)


def marked(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "mentions.jsonl").read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def unlisted(event: Event, gold: Sequence[dict[str, Any]], scorer: ModuleType) -> Wordings:
    """The wordings of the unseen outlets that no mention touches, by actor or concept."""
    ids = {actor.id for actor, _ in event.actors()} | {c.id for c in event.concepts}
    found = defaultdict(list)
    for row in tk.tabulate_mentions(event).itertuples():
        owner = row.concept if isinstance(row.concept, str) else row.actor
        found[row.article_id, owner].append((row.start, row.end))
    missed: Wordings = defaultdict(set)
    touched: Wordings = defaultdict(set)
    for mention in gold:
        article, owner = event.article(mention["article_id"]), scorer.slug(mention["concept"])
        words = article.text[mention["start"] : mention["end"]]
        if article.outlet not in UNSEEN or owner not in ids or owner.endswith("actor-i"):
            continue
        if "\n\n" in words or len(words) > 250:
            continue
        hit = any(
            start < mention["end"] and mention["start"] < end
            for start, end in found[mention["article_id"], owner]
        )
        (touched if hit else missed)[owner].add(scorer.norm(words))
    return {owner: missed[owner] - touched[owner] for owner in missed}


def suggested(table: pd.DataFrame, top: int, scorer: ModuleType) -> Wordings:
    """The labels under the first heads of each actor and concept."""
    labels: Wordings = defaultdict(set)
    for owner, rows in table.groupby("id", sort=False):
        for cell in rows.head(top)["labels"]:
            labels[str(owner)] |= {scorer.norm(label) for label in str(cell).split("; ")}
    return labels


def with_accepted(event: Event, right: Wordings) -> Event:
    """The event as a person leaves it who accepts the right labels."""
    sides = tuple(
        replace(
            side,
            actors=tuple(
                replace(a, aliases=(*a.aliases, *sorted(right.get(a.id, ())))) for a in side.actors
            ),
        )
        for side in event.sides
    )
    concepts = tuple(
        replace(c, terms=(*c.terms, *sorted(right.get(c.id, ())))) for c in event.concepts
    )
    return replace(event, sides=sides, concepts=concepts)


def linking(event: Event, gold: list[dict[str, Any]], scorer: ModuleType) -> Any:
    mentions = tk.tabulate_mentions(event)
    rows = mentions.astype(object).where(mentions.notna(), "").to_dict("records")
    articles = [
        {"article_id": a.article_id, "outlet": a.outlet, "text": a.text} for a in event.articles
    ]
    return scorer.score(articles, gold, rows, {})["all"]


def figures(folders: Sequence[Path], scorer: ModuleType) -> dict[str, float]:
    """The figures over events, in per cent and points."""
    shares: list[float] = []
    lifts: list[dict[str, float]] = []
    found = wanted = 0
    for folder in folders:
        event, gold = seen_event(folder), marked(folder)
        table = tk.suggest_labels(event, top=TOP)
        missed = {o: words for o, words in unlisted(event, gold, scorer).items() if words}
        labels = suggested(table, TOP, scorer)
        hits = {owner: len(words & labels[owner]) for owner, words in missed.items()}
        shares += [hits[owner] / len(words) for owner, words in missed.items()]
        found, wanted = found + sum(hits.values()), wanted + sum(map(len, missed.values()))
        few = suggested(table, ACCEPTED_FROM, scorer)
        right = {owner: words & few[owner] for owner, words in all_marked(event, gold, scorer)}
        before = linking(event, gold, scorer)
        after = linking(with_accepted(event, right), gold, scorer)
        lifts.append({key: after[key] - before[key] for key in ("R", "F1", "exactF1")})
    return {
        "recall": round(100 * sum(shares) / len(shares), 1),
        "of_all": round(100 * found / wanted, 1),
        **{
            name: round(sum(lift[key] for lift in lifts) / len(lifts), 1)
            for name, key in (("lift", "R"), ("F1_lift", "F1"), ("exact_lift", "exactF1"))
        },
    }


def all_marked(
    event: Event, gold: Sequence[dict[str, Any]], scorer: ModuleType
) -> list[tuple[str, set[str]]]:
    """What a person who reads all articles knows to be right."""
    right: Wordings = defaultdict(set)
    for mention in gold:
        text = event.article(mention["article_id"]).text
        words = scorer.norm(text[mention["start"] : mention["end"]])
        right[scorer.slug(mention["concept"])].add(words)
    return list(right.items())


def load_scorer(folder: Path) -> ModuleType:
    sys.path.insert(0, str(folder))
    try:
        return import_module("score_labels")
    finally:
        sys.path.remove(str(folder))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--scorers", type=Path, default=ROOT.parent / "shared" / "eval")
    parser.add_argument("--events", default=",".join(EVENTS))
    given = parser.parse_args()
    scorer = load_scorer(given.scorers)
    chosen = [given.corpora / "newswcl50" / name for name in given.events.split(",")]
    for folders in ([folder] for folder in chosen):
        print(folders[0].name, figures(folders, scorer))
    print("all", figures(chosen, scorer))


if __name__ == "__main__":
    main()
