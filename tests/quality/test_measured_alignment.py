"""What is told of groups is what this program makes of this data; else it must be counted anew."""

from __future__ import annotations

import json

import pytest

from toolkit.compare.matching import measured

pytestmark = [pytest.mark.quality, pytest.mark.slow]


def test_the_shipped_figures_of_groups_are_those_of_the_program(corpora, root):
    told = json.loads(measured.FILE.read_text(encoding="utf8"))
    again = json.loads(
        json.dumps(measured.measure(corpora, root / "tests" / "cases" / "alignment"))
    )
    stale = "run: python -m toolkit.compare.matching.measured --corpora ../shared/corpora"
    assert told["events"] == again["events"], stale
    assert told["rows"] == again["rows"], stale


def test_the_model_card_tells_the_figures_of_groups():
    told = json.loads(measured.FILE.read_text(encoding="utf8"))
    card = measured.FILE.with_name("README.md").read_text(encoding="utf8")
    assert measured.figures_for_card(told["rows"]) in card
