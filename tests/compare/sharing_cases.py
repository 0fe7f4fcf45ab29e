"""The cases of shared copy, as data in ``tests/cases/sharing``, as events of two articles.

An article's text is a list of paragraphs: the name of a passage of the file, or words in which
``{name}`` stands for a passage.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.model import Article, Event, Outlet

CASES = Path(__file__).parent.parent / "cases" / "sharing"
OUTLETS = (
    Outlet("post", "The Rowan Post", "http://rowanpost.example/", "en"),
    Outlet("herald", "Strait Herald", "http://straitherald.example/", "en"),
    Outlet("tidewire", "Tidewire", "http://tidewire.example/", "en", kind="agency"),
)


def pairs() -> Iterator[tuple[str, Event, dict[str, Any]]]:
    """Every case: its file and name, its event, what is expected of its pair."""
    for name in ("wire", "copied", "quotes_only", "nothing"):
        told = json.loads((CASES / f"{name}.json").read_text(encoding="utf8"))
        for case in told["cases"]:
            yield f"{name}: {case['name']}", _event(case, told["passages"]), case["expected"]


def credits() -> list[dict[str, Any]]:
    """Texts and whom they credit."""
    told: list[dict[str, Any]] = json.loads((CASES / "credits.json").read_text(encoding="utf8"))
    return told


def _event(case: dict[str, Any], passages: dict[str, str]) -> Event:
    articles = []
    for number, (made, outlet) in enumerate(zip(case["articles"], ("post", "herald"), strict=True)):
        paragraphs = [_filled(passages.get(p, p), passages) for p in made["text"]]
        language = made.get("language", case.get("language", "en"))
        articles.append(
            Article(
                f"{made.get('outlet', outlet)}-{number}", made.get("outlet", outlet),
                made.get("url", ""), "", made.get("title", ""), "\n\n".join(paragraphs), language,
                "", authors=tuple(made.get("authors", ())), flags=tuple(made.get("flags", ())),
            )
        )  # fmt: skip
    return Event("ferry", "The ferry", outlets=OUTLETS, articles=tuple(articles))


def _filled(words: str, passages: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: passages[m[1]], words)
