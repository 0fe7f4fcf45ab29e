"""The conflict cases of naming, as data in ``tests/cases/naming``, and how they are judged.

A case is right if every mention of the gold is overlapped by a found mention of the same actor or
concept, and no found mention lies outside the gold of what it names. Whether the label is the
gold's word for word is told apart from that. Run on its own it prints what a program gets wrong:
``python tests/extract/naming_cases.py FILE...``
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.extract.naming import find_mentions
from toolkit.model import Actor, Article, Concept, Event, Mention, Side, Span

FOLDER = Path(__file__).parent.parent / "cases" / "naming"
_LEADING = re.compile(
    r"^(?:the|an?|th(?:is|at|ese|ose)|his|her|its|their|el|l[ao]s?|un[ao]?s?|su) "
)


@dataclass(frozen=True)
class Gold:
    """One mention that must be found: of whom or what, and the words as printed."""

    who: str
    label: str
    span: Span


@dataclass(frozen=True)
class Case:
    """An event, an article, and all mentions that the article has."""

    id: str
    why: str
    event: Event
    article: Article
    gold: tuple[Gold, ...]


@dataclass(frozen=True)
class Verdict:
    """What a program missed, what it found that is not there, and labels that differ."""

    missed: tuple[str, ...]
    extra: tuple[str, ...]
    other_labels: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether all of the gold was found and nothing else."""
        return not self.missed and not self.extra


def load_cases(file: Path) -> list[Case]:
    """The cases of one file, which is named after its language.

    Raises ValueError where a mention's words are not in the text that many times.
    """
    return [_case(c, file.stem[-2:]) for c in json.loads(file.read_text(encoding="utf8"))]


def judge(case: Case, found: Sequence[Mention]) -> Verdict:
    """Hold found mentions against a case's gold."""
    text = case.article.text
    met: list[tuple[Gold, Mention]] = [
        (g, m) for g in case.gold for m in found if g.who == _who(m) and _overlap(g.span, m.span)
    ]
    reached = [g for g, _ in met]
    explained = [m for _, m in met]
    return Verdict(
        tuple(f"{g.who}: {g.label}" for g in case.gold if g not in reached),
        tuple(f"{_who(m)}: {m.span.of(text)}" for m in found if m not in explained),
        tuple(
            f"{g.who}: {g.label} / {m.span.of(text)}"
            for g, m in met
            if _bare(g.label) != _bare(m.span.of(text))
        ),
    )


def event_of(name: str, told: dict[str, Any]) -> Event:
    """An event from sides and concepts in the form of ``event.yaml``."""
    return Event(
        name,
        name,
        sides=tuple(_side(s) for s in told["sides"]),
        concepts=tuple(
            Concept(c["id"], c["label"], tuple(c["terms"]), tuple(c.get("not", ())))
            for c in told["concepts"]
        ),
    )


def nth(text: str, label: str, n: int) -> Span:
    """Where a string stands in a text for the n-th time; ValueError where it does not."""
    start = -1
    for _ in range(n):
        start = text.index(label, start + 1)
    return Span(start, start + len(label))


def _case(told: dict[str, Any], language: str) -> Case:
    text = told["text"]
    return Case(
        told["id"],
        told["why"],
        event_of(told["id"], told["event"]),
        Article("tide-1", "tide", "", "", told.get("title", ""), text, language, "0"),
        tuple(Gold(who, label, nth(text, label, n)) for who, label, n in told["mentions"]),
    )


def _side(told: dict[str, Any]) -> Side:
    return Side(told["id"], told["label"], tuple(_actor(a) for a in told["actors"]))


def _actor(told: dict[str, Any]) -> Actor:
    lists = (tuple(told.get(key, ())) for key in ("titles", "aliases", "not"))
    return Actor(told["id"], told["name"], told.get("kind", "person"), *lists)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _who(mention: Mention) -> str:
    return mention.actor or mention.concept or ""


def _bare(label: str) -> str:
    return _LEADING.sub("", re.sub(r"['’]s?$", "", label.casefold().strip()))


def _print(file: Path) -> None:
    verdicts = [(c, judge(c, find_mentions(c.article, c.event))) for c in load_cases(file)]
    for case, verdict in verdicts:
        for kind in ("missed", "extra", "other_labels"):
            for line in getattr(verdict, kind):
                print(f"{case.id}  {kind}  {line}")
    gold = sum(len(c.gold) for c, _ in verdicts)
    right = sum(v.right for _, v in verdicts)
    exact = gold - sum(len(v.missed) + len(v.other_labels) for _, v in verdicts)
    print(f"{file}: {right} of {len(verdicts)} cases right, {exact} of {gold} labels as printed")


if __name__ == "__main__":
    for name in sys.argv[1:] or [str(FOLDER / f"{code}.json") for code in ("en", "es")]:
        _print(Path(name))
