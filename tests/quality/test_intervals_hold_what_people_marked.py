"""Reading intervals hold the marked values about nine times in ten, each event left out in turn."""

from __future__ import annotations

import json

import numpy as np
import pytest

from toolkit.compare.statistics import covering, validate

pytestmark = [pytest.mark.quality, pytest.mark.slow]


def test_intervals_of_shares_hold_the_marked_share(corpora):
    cells = covering.cover_shares(corpora)
    print("\nshares:", covering.summary(cells))
    assert 0.85 <= np.mean([c.holds for c in cells]) <= 0.97
    assert np.mean([c.high - c.low for c in cells]) <= 0.30


def test_intervals_of_counts_hold_the_marked_count(corpora):
    cells = covering.cover_counts(corpora)
    print("\ncounts:", covering.summary(cells))
    assert 0.85 <= np.mean([c.holds for c in cells]) <= 0.97


def test_the_file_of_validation_is_what_this_program_makes_of_this_data(corpora):
    told = json.loads(validate.FILE.read_text(encoding="utf8"))
    again = json.loads(json.dumps(validate.measure(corpora)))
    assert told == again, f"run: {validate.MADE_BY} --corpora ../shared/corpora"


def test_the_model_card_tells_what_was_counted():
    told = json.loads(validate.FILE.read_text(encoding="utf8"))
    card = validate.FILE.with_name("README.md").read_text(encoding="utf8")
    assert validate.figures_for_card(told) in card
