"""Claims about the cases of naming themselves: a broken case would judge the program wrongly."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from naming_cases import FOLDER, Case, judge, load_cases

from toolkit.model import Mention, Span

CASES = [case for name in ("en", "es") for case in load_cases(FOLDER / f"{name}.json")]


def by_id(case: Case) -> str:
    return case.id


def as_found(case: Case) -> list[Mention]:
    """What a program that reads like the coder would find."""
    actors = {actor.id: side.id for actor, side in case.event.actors()}
    return [
        Mention(g.span, g.who, actors[g.who]) if g.who in actors else Mention(g.span, concept=g.who)
        for g in case.gold
    ]


def test_there_are_forty_english_and_twenty_spanish_cases_of_different_names() -> None:
    assert [len(load_cases(FOLDER / f"{code}.json")) for code in ("en", "es")] == [40, 20]
    assert len({(c.id, c.article.language) for c in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=by_id)
def test_each_mention_stands_in_the_text_names_somebody_listed_and_lies_apart(case: Case) -> None:
    known = {actor.id for actor, _ in case.event.actors()} | {c.id for c in case.event.concepts}
    assert {g.who for g in case.gold} <= known
    assert all(a.span.end <= b.span.start for a, b in pairwise(case.gold))
    assert judge(case, as_found(case)).right


def test_a_missed_an_invented_and_a_longer_mention_are_told_apart() -> None:
    case = CASES[0]
    first, *others = as_found(case)
    longer = replace(others[-1], span=Span(others[-1].span.start - 4, others[-1].span.end))
    invented = replace(first, span=Span(first.span.end + 1, first.span.end + 4))
    verdict = judge(case, [invented, *others[:-1], longer])
    assert not verdict.right
    assert verdict.missed == (f"{case.gold[0].who}: {case.gold[0].label}",)
    assert len(verdict.extra) == len(verdict.other_labels) == 1
