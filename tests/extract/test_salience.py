"""Claims about of whom a text is talking: subjects before objects, speakers before all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract.candidates import Paragraph, capitals_of
from toolkit.extract.entities import Entities
from toolkit.extract.salience import Salience
from toolkit.languages import get_language
from toolkit.text import paragraphs, quote_runs


def entities_of(text: str) -> Entities:
    knows, runs, capitals = get_language("en"), quote_runs(text), capitals_of(text)
    lines = [Paragraph(text, p, runs, knows, capitals) for p in paragraphs(text)]
    return Entities(text, knows, lines)


def foremost(text: str, gender: str | None = None) -> list[str]:
    """The people of a text at its end, the foremost first."""
    known = entities_of(text)
    salience = Salience(known)
    last = len(known.paragraphs) - 1
    salience.walk_to(last, len(text) + 1)
    return [entity.name for entity, _ in salience.persons(last, gender, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Renwick met Nora Pike.",
        "Ada Renwick rows with Nora Pike.",
        "After the race with Nora Pike, Ada Renwick left.",
        "Nora Pike won. It rained, said Ada Renwick.",
        "Ada Renwick said Nora Pike would win.",
        "Nora Pike’s boat sank. Ada Renwick left.",
        "Nora Pike won.\n\nIt rained.\n\nAda Renwick left.",
        "Nora Pike met Ada Renwick, who rows. The Pike supporters left. Renwick cheered.",
    ],
)
def test_who_acts_or_speaks_is_foremost(text: str) -> None:
    assert foremost(text)[0] == "Ada Renwick"


def test_only_people_of_the_gender_asked_for_are_named() -> None:
    assert foremost("Ada Renwick met Tom Hale in Carrow.", "m") == ["Tom Hale"]


@given(st.lists(st.sampled_from(["Ada Renwick rows.", "He left.", "It rained.", "Tom Hale sat."])))
def test_shares_sum_to_one_or_there_is_nobody(sentences: list[str]) -> None:
    known = entities_of(" ".join(sentences) or "It rained.")
    salience = Salience(known)
    salience.walk_to(0, 10_000)
    shares = [share for _, share in salience.persons(0, None, 0)]
    assert not shares or sum(shares) == pytest.approx(1.0)
    assert shares == sorted(shares, reverse=True)
