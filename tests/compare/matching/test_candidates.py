"""Claims about which pairs of quotes are compared."""

from __future__ import annotations

import random

import pytest

from toolkit.compare.matching import candidates
from toolkit.compare.matching.candidates import candidate_pairs


def test_every_pair_of_different_articles_is_compared_in_an_ordinary_event() -> None:
    i, j = candidate_pairs([("salt",)] * 4, ["a", "a", "b", "c"])
    assert list(zip(i.tolist(), j.tolist(), strict=True)) == [
        (0, 2),
        (0, 3),
        (1, 2),
        (1, 3),
        (2, 3),
    ]


def test_no_quotes_and_one_quote_give_no_pair() -> None:
    assert [side.tolist() for side in candidate_pairs([], [])] == [[], []]
    assert [side.tolist() for side in candidate_pairs([("salt",)], ["a"])] == [[], []]


@pytest.mark.slow
def test_a_large_event_compares_what_has_something_to_show(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = random.Random(3)
    common = [f"w{n}" for n in range(40)]
    shown = [tuple(generator.choices(common, k=9)) for _ in range(300)]
    shown[7] = (*shown[7], "hawthorn")
    shown[250] = ("hawthorn", *shown[250])
    shown[11] = shown[200] = ("one", "two", "three", *shown[11])
    homes = [str(n) for n in range(300)]
    every = len(candidate_pairs(shown, homes)[0])
    monkeypatch.setattr(candidates, "ALL_PAIRS", 100)
    i, j = candidate_pairs(shown, homes)
    pairs = set(zip(i.tolist(), j.tolist(), strict=True))
    assert {(7, 250), (11, 200)} <= pairs
    assert len(pairs) == len(i) < every / 2
    assert all(a < b for a, b in pairs)
