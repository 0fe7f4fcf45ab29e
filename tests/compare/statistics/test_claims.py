"""Claims about claims: when a lead or a difference may be stated."""

from __future__ import annotations

import pandas as pd
import pytest

from toolkit.compare.statistics.claims import Habit, Lead, differ, find_lead, find_leads

FEW, CLOSE, CLEAR = "too few to say", "too close to say", "clear"


def row(value: float, low: float | None, high: float | None, enough: object = True) -> dict:
    return {"side": f"of {value}", "value": value, "low": low, "high": high, "enough": enough}


HIGH, LOW = row(0.7, 0.6, 0.8), row(0.2, 0.1, 0.3)


@pytest.mark.parametrize(
    ("one", "other", "habit", "verdict"),
    [
        (HIGH, LOW, None, CLEAR),
        (LOW, HIGH, None, CLEAR),
        (HIGH, row(0.2, 0.1, 0.6), None, CLOSE),
        (HIGH, row(0.2, None, None), None, CLEAR),
        (row(0.2, None, None), row(0.2, None, None), None, CLOSE),
        (HIGH, row(0.2, 0.1, 0.3, enough=False), None, FEW),
        (HIGH, row(0.2, 0.1, 0.3, enough=pd.NA), None, FEW),
        (HIGH, LOW, Habit([4, 4], 0.02), CLEAR),
        (HIGH, LOW, Habit([4, 4], 0.03), CLEAR),
        (HIGH, LOW, Habit([4, 4], 0.04), CLOSE),
        (HIGH, LOW, Habit([3, 9], 0.01), FEW),
        (HIGH, LOW, Habit([9, 9], None), FEW),
        (HIGH, row(0.6, 0.5, 0.7), Habit([9, 9], 0.01), CLOSE),
    ],
)
def test_two_rows_differ(one: dict, other: dict, habit: Habit | None, verdict: str) -> None:
    assert differ(one, other, habit=habit) == verdict


def test_the_first_leads_only_if_it_differs_from_every_other() -> None:
    assert find_lead(pd.DataFrame([LOW, HIGH]), "side") == Lead("of 0.7", CLEAR)
    near = row(0.65, 0.55, 0.7)
    assert find_lead(pd.DataFrame([HIGH, LOW, near]), "side") == Lead(None, CLOSE)


def test_nobody_leads_with_nothing() -> None:
    nothing = [row(0.0, None, None), row(0.0, None, None)]
    assert find_lead(pd.DataFrame(nothing[:1]), "side") == Lead(None, CLOSE)
    assert find_lead(pd.DataFrame(nothing), "side") == Lead(None, CLOSE)
    assert find_lead(pd.DataFrame(nothing).iloc[:0], "side") == Lead(None, FEW)


def test_too_few_quotes_of_one_side_are_too_few_for_a_lead() -> None:
    rows = pd.DataFrame([HIGH, row(0.2, 0.1, 0.3, enough=False)])
    assert find_lead(rows, "side") == Lead(None, FEW)


def test_only_the_sides_that_are_asked_for_lead_and_each_outlet_for_itself() -> None:
    frame = pd.DataFrame([
        {**HIGH, "side": "none", "outlet": "tide"}, {**LOW, "side": "a", "outlet": "tide"},
        {**HIGH, "side": "a", "outlet": "post"}, {**LOW, "side": "b", "outlet": "post"},
    ])  # fmt: skip
    assert find_leads(frame, ["a", "b"]) == {"tide": Lead("a", CLEAR), "post": Lead("a", CLEAR)}
