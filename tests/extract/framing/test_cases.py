"""Sentences with the attributes, hedges, verbs and words at arm's length that a reader finds.

Each file of ``tests/cases/framing`` holds one invented event and sentences about it. What a case
does not name must not be found; `verbs` are asked only where a case has the word. A case that fails
today gives its reason as `known_failure`, and must move on the day it is mended.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.extract.framing import find_framing
from toolkit.extract.tabulation import quotes_of
from toolkit.model import Actor, Article, Event, FramingTerm, Side

CASES = Path(__file__).parents[2] / "cases" / "framing"
LEAST = {"en": 60, "es": 40}


def read_file(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf8"))
    return found


def event_of(sides: dict[str, list[dict[str, Any]]]) -> Event:
    return Event(
        "case",
        "A case",
        sides=tuple(
            Side(
                side,
                side,
                tuple(
                    Actor(
                        actor["id"], actor["name"], kind=actor.get("kind", "person"),
                        titles=tuple(actor.get("titles", ())),
                        aliases=tuple(actor.get("aliases", ())),
                    )
                    for actor in actors
                ),
            )
            for side, actors in sides.items()
        ),
    )  # fmt: skip


def all_cases() -> list[Any]:
    found = []
    for file in sorted(CASES.glob("*.json")):
        held = read_file(file)
        for case in held["cases"]:
            reason = case.get("known_failure")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            name = f"{file.stem}-{case['text'][:48]}"
            found.append(pytest.param(file.stem, held["event"], case, marks=marks, id=name))
    return found


def seen(text: str, terms: list[FramingTerm]) -> dict[str, list[tuple[Any, ...]]]:
    by_kind: dict[str, list[FramingTerm]] = {}
    for term in terms:
        by_kind.setdefault(term.kind, []).append(term)
    return {
        "attributes": [(t.term, t.actor) for t in by_kind.get("attribute", ())],
        "hedges": [(t.term, t.side) for t in by_kind.get("hedge", ())],
        "verbs": [(t.term, t.verb_class, t.side) for t in by_kind.get("verb", ())],
        "scare_quotes": [(t.span.of(text), t.term, t.side) for t in by_kind.get("scare_quote", ())],
    }


@pytest.mark.parametrize(("language", "event", "case"), all_cases())
def test_a_sentence_has_the_framing_terms_that_a_reader_finds(
    language: str, event: dict[str, Any], case: dict[str, Any]
) -> None:
    article = Article("tide-1", "tide", "", "", "", case["text"], language, "0")
    known = event_of(event)
    found = seen(case["text"], find_framing(article, quotes_of(article, known), known))
    wanted = {kind: [tuple(row) for row in case.get(kind, ())] for kind in found}
    if "verbs" not in case:
        del found["verbs"], wanted["verbs"]
    assert found == wanted


@pytest.mark.parametrize("language", sorted(LEAST))
def test_there_are_cases_enough_of_each_language(language: str) -> None:
    cases = read_file(CASES / f"{language}.json")["cases"]
    kinds = ("attributes", "hedges", "scare_quotes", "verbs")
    traps = [case for case in cases if not any(case.get(kind) for kind in kinds)]
    assert len(cases) >= LEAST[language]
    assert len(traps) >= LEAST[language] // 4
