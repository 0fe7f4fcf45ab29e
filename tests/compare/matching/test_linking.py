"""Claims about average link: what joins, what has no say, and what a person decides."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.compare.matching import linking
from toolkit.compare.matching.linking import LargeGroupWarning, average_link, parts_to_link


def symmetric(values: list[float], n: int) -> np.ndarray:
    strength = np.eye(n)
    strength[np.triu_indices(n, 1)] = values
    return np.maximum(strength, strength.T)


def test_a_chain_is_no_group() -> None:
    strength = symmetric([0.9, 0.0, 0.9], 3)
    assert average_link(strength, 0.5) == [[0, 1], [2]]


def test_a_pair_without_a_say_is_neither_for_nor_against() -> None:
    strength = symmetric([0.9, np.nan, 0.9], 3)
    strength[2, 0] = strength[0, 2] = np.nan
    assert average_link(strength, 0.5) == [[0, 1, 2]]


def test_what_a_person_called_the_same_is_together_however_unlike() -> None:
    assert average_link(np.eye(3), 0.5, same=[(0, 2)]) == [[0, 2], [1]]


def test_what_a_person_called_not_the_same_never_meets_in_a_group() -> None:
    strength = symmetric([0.9] * 6, 4)
    groups = average_link(strength, 0.5, apart=[(0, 3)])
    assert not any({0, 3} <= set(group) for group in groups)


few = settings(max_examples=60, deadline=None)
NUMBERS = st.lists(st.floats(0, 1), min_size=15, max_size=15)
PAIR = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])


@few
@given(NUMBERS, st.lists(PAIR, max_size=3), st.lists(PAIR, max_size=3))
def test_decisions_hold_for_any_strengths(
    values: list[float], same: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    groups = average_link(symmetric(values, 6), 0.4, same=same, apart=apart)
    assert sorted(m for g in groups for m in g) == list(range(6))
    of = {m: n for n, g in enumerate(groups) for m in g}
    together = average_link(np.eye(6), 2.0, same=same)
    tied = {m: n for n, g in enumerate(together) for m in g}
    assert all(of[i] == of[j] for i, j in same)
    assert all(of[i] != of[j] for i, j in apart if tied[i] != tied[j])


@few
@given(NUMBERS)
def test_groups_are_those_of_the_plain_algorithm(values: list[float]) -> None:
    strength = symmetric([round(v, 3) for v in values], 6)
    assert average_link(strength, 0.4) == plainly(strength, 0.4)


def plainly(strength: np.ndarray, cut: float) -> list[list[int]]:
    """Average link as one would write it down: all means anew at each step."""
    groups = [[i] for i in range(len(strength))]
    while len(groups) > 1:
        means = {
            (a, b): round(float(strength[np.ix_(groups[a], groups[b])].mean()), 9)
            for b in range(len(groups))
            for a in range(b)
        }
        top = max(means.values())
        if top < cut:
            break
        # Among ties the one with the lowest first members.
        a, b = min(
            (pair for pair, mean in means.items() if mean == top),
            key=lambda pair: (groups[pair[0]][0], groups[pair[1]][0]),
        )
        groups[a] = sorted(groups[a] + groups[b])
        del groups[b]
    return sorted(groups)


def test_a_part_that_is_too_large_is_split_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "LARGEST", 3)
    rows, columns = np.array([0, 1, 2, 3, 4]), np.array([1, 2, 3, 4, 5])
    p = np.array([0.9, 0.9, 0.55, 0.9, 0.9])
    with pytest.warns(LargeGroupWarning, match="6 quotes of one event hang together"):
        parts = parts_to_link(6, rows, columns, p, 0.5)
    assert parts == [[0, 1, 2], [3, 4, 5]]


def test_a_part_of_equal_ties_is_split_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "LARGEST", 2)
    rows, columns = np.array([0, 1, 2]), np.array([1, 2, 3])
    with pytest.warns(LargeGroupWarning):
        parts = parts_to_link(4, rows, columns, np.ones(3), 0.5)
    assert parts == [[0, 1], [2, 3]]
