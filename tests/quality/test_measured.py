"""``measured.json`` says what this program measures on this data; else it must be written anew."""

from __future__ import annotations

import json

import pytest

from toolkit.extract import measured

pytestmark = [pytest.mark.quality, pytest.mark.slow]


def test_the_shipped_figures_are_those_of_the_program(corpora):
    told = json.loads(measured.FILE.read_text(encoding="utf8"))
    again = measured.measure(corpora)
    stale = "run: python -m toolkit.extract.measured --corpora ../shared/corpora"
    assert told["corpora"] == again["corpora"], stale
    assert told["rows"] == again["rows"], stale


def test_the_model_card_tells_the_figures_of_the_file():
    told = json.loads(measured.FILE.read_text(encoding="utf8"))
    card = measured.FILE.with_name("README.md").read_text(encoding="utf8")
    assert measured.figures_for_card(told["rows"]) in card
