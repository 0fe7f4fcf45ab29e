"""Claims about the people and bodies of a text: one entry each, and what is shown of them."""

from __future__ import annotations

import pytest

from toolkit.extract.candidates import Paragraph, capitals_of
from toolkit.extract.entities import Entities, Entity, one_letter_off, spelling
from toolkit.languages import get_language
from toolkit.text import paragraphs, quote_runs


def entities_of(text: str, language: str = "en") -> Entities:
    knows, runs, capitals = get_language(language), quote_runs(text), capitals_of(text)
    lines = [Paragraph(text, p, runs, knows, capitals) for p in paragraphs(text)]
    return Entities(text, knows, lines)


def one(text: str, name: str, language: str = "en") -> Entity:
    return entities_of(text, language).by_name[name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mayor Ina Tolland rows.", "mayor"),
        ("Ina Tolland, the mayor, rows.", "mayor"),
        ("The mayor, Ina Tolland, rows.", "mayor"),
        ("Ina Tolland is the mayor.", "mayor"),
        ("Ina Tolland, 44, a Norlandic defence minister, rows.", "minister"),
        ("Sen. Ina Tolland rows.", "senator"),
        ("Ina Tolland of Norland, the mayor, rows.", "mayor"),
        ("Ina Tolland, a quiet skipper and a mayor, rows.", "mayor"),
    ],
)
def test_titles_and_appositions_say_what_somebody_is(text: str, role: str) -> None:
    assert role in one(text, "Ina Tolland").roles


def test_the_next_one_of_a_list_is_no_apposition() -> None:
    text = "Ina Tolland, former mayor Emil Roth and the clerk met."
    assert "mayor" not in one(text, "Ina Tolland").roles


@pytest.mark.parametrize(
    "text",
    [
        "Ina Tolland, 44, rows.",
        "Ms. Tolland rows. Ina Tolland won.",
        "Ina Tolland, a skipper, rows.",
    ],
)
def test_an_age_a_title_or_a_trade_shows_a_person(text: str) -> None:
    known = entities_of(text)
    assert known.likely_human(known.by_name["Ina Tolland"]) == 1.0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The fair came to Hale Tower.", "Hale Tower"),
        ("The Republican National Convention opened.", "National Convention"),
        ("It rained in Carrow and in Carrow again.", "Carrow"),
    ],
)
def test_a_place_or_a_meeting_is_no_person(text: str, name: str) -> None:
    known = entities_of(text)
    assert known.likely_human(known.by_name[name]) == 0.0


@pytest.mark.parametrize(("pronoun", "gender"), [("he", "m"), ("she", "f")])
def test_a_pronoun_shows_the_gender_of_whoever_was_named_alone(pronoun: str, gender: str) -> None:
    assert one(f"Toby Quell rows. On Sunday {pronoun} won.", "Toby Quell").gender == gender


def test_a_possessive_shows_no_gender_since_it_may_be_somebody_elses() -> None:
    assert one("Toby Quell stood by her side.", "Toby Quell").gender is None


@pytest.mark.parametrize(
    ("one_way", "other"),
    [("Müller", "Mueller"), ("Gómez", "Gomez"), ("Jean-Marc", "Jean Marc")],
)
def test_spellings_of_one_name_are_alike(one_way: str, other: str) -> None:
    assert spelling(one_way) == spelling(other)


def test_a_letter_off_is_not_two_letters_off() -> None:
    assert one_letter_off("McLenney", "McClenney")
    assert not one_letter_off("Renwick", "Renwood")
    assert not one_letter_off("Hale", "Dale")
