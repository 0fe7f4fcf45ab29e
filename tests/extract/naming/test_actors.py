"""Claims about speakers: whom of the event a name, role or body stands for."""

from __future__ import annotations

import pytest
from named_ferry import EVENT

from toolkit.extract.naming import find_actor


@pytest.mark.parametrize(
    ("name", "language", "actor"),
    [
        ("Nora Pike", "en", "nora-pike"),
        ("Pike", "en", "nora-pike"),
        ("director", "en", "nora-pike"),
        ("director Nora Pike", "en", "nora-pike"),
        ("company", "en", "brightwater"),
        ("the company", "en", "brightwater"),
        ("a spokesman for Brightwater Foods", "en", "brightwater"),
        ("spokeswoman for the company", "en", "brightwater"),
        ("portavoz de la cofradía", "es", "rwu"),
        ("RWU", "en", "rwu"),
        ("Ms. Pike", "en", "nora-pike"),
        ("Mr Vale", "en", "peter-vale"),
        ("la directora Pike", "es", "nora-pike"),
        ("the director of the company", "en", "nora-pike"),
    ],
)
def test_a_speaker_is_the_actor_behind_the_wording(name: str, language: str, actor: str) -> None:
    found = find_actor(name, EVENT, language)
    assert found is not None and found.actor.id == actor
    assert 0.0 < found.p <= 1.0


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "Tom Hale",
        "Marta Pike",
        "Vale",
        "the driver",
        "Mr Pike",
        "the former director",
        "deputy director",
        "director of the Rowers and Wharfmen Union",
    ],
)
def test_a_namesake_a_shared_surname_or_a_stranger_is_no_actor(name: str | None) -> None:
    assert find_actor(name, EVENT, "en") is None
