"""Claims about finding the same utterance across languages, measured on the sample event's gold."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from toolkit.compare.matching.lessons import Lesson
from toolkit.compare.matching.measure_across import (
    CARD,
    WEIGHTS,
    Read,
    average_precision,
    read_across,
    read_sample,
    recall_at,
    shipped,
    write,
)


@lru_cache(maxsize=1)
def sample() -> Read:
    return next(read_across(read_sample()))


@pytest.mark.slow
def test_most_of_the_sample_events_translations_are_found_at_a_precision_of_eighty() -> None:
    assert recall_at(sample().table, sample().same) >= 0.8


def test_the_weights_rank_better_than_the_best_two_sentences_alone() -> None:
    plain, weighed = (
        average_precision(way, sample().same) for way in (sample().plain, shipped(sample()))
    )
    assert weighed > plain + 0.05


def test_an_event_in_one_language_has_nothing_to_measure() -> None:
    assert list(read_across(Lesson("empty", False, (), ()))) == []


def test_what_is_left_out_lowers_average_precision() -> None:
    same = np.array([True, True])
    assert average_precision(np.array([0.9, 0.8]), same) == 1.0
    assert average_precision(np.array([0.9, -np.inf]), same) == 0.5


def test_only_what_stands_between_the_marks_of_the_card_is_written(tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text(f"before\n{CARD[0]}\nold\n{CARD[1]}\nafter\n", encoding="utf8")
    write([["toy", "gold", "4", "1"]], card)
    told = card.read_text(encoding="utf8")
    assert told.startswith(f"before\n{CARD[0]}\n| event |")
    assert told.endswith(f"| toy | gold | 4 | 1 |\n{CARD[1]}\nafter\n")


@pytest.mark.parametrize("mark", CARD)
def test_the_card_that_ships_has_both_marks_once(mark: str) -> None:
    assert (WEIGHTS / "README.md").read_text(encoding="utf8").count(mark) == 1
