"""Outlets that do not differ are seldom said to, and a word planted twice as often is found."""

from __future__ import annotations

import false_findings as trials
import pytest

pytestmark = [pytest.mark.quality, pytest.mark.slow]


def test_findings_are_few_where_there_is_nothing_and_come_where_there_is(corpora):
    """Fewer runs than the bench has, so the bounds leave room for chance."""
    readings = trials.read_polnear(corpora)
    shuffled = trials.share_of_runs(trials.shuffled, readings, 40)
    split = trials.share_of_runs(trials.split, readings, 300)
    planted = trials.share_of_runs(trials.planted, readings, 100)
    print(f"\nclaims, shuffled {shuffled}, split {split}; planted word found {planted}")
    assert shuffled[0] <= 0.10
    assert split[2] <= 0.08
    assert planted[0] >= 0.90
