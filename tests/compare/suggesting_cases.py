"""Two invented events, as data in ``tests/cases/suggesting``, whose files lack most labels."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from naming_cases import event_of, nth

from toolkit.model import Article, Event, Span

FOLDER = Path(__file__).parent.parent / "cases" / "suggesting"


@dataclass(frozen=True)
class Unlisted:
    """One place where an article names somebody or something in words that the file lacks."""

    label: str
    article_id: str
    span: Span


@dataclass(frozen=True)
class Case:
    """An event with its articles, and its unlisted labels by actor or concept."""

    event: Event
    unlisted: Mapping[str, tuple[Unlisted, ...]]


def load_case(language: str) -> Case:
    """The event in one language ("en" or "es").

    Raises ValueError where a label is not in its article that many times.
    """
    told = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf8"))
    articles = {
        a["article_id"]: Article(
            a["article_id"], a["outlet"], "", "", a["title"], a["text"], language, "0"
        )
        for a in told["articles"]
    }
    return Case(
        replace(event_of(told["id"], told["event"]), articles=tuple(articles.values())),
        {
            who: tuple(
                Unlisted(label, article_id, nth(articles[article_id].text, label, n))
                for label, article_id, n in places
            )
            for who, places in told["unlisted"].items()
        },
    )
