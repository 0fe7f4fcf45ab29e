"""Claims about mentions: what an event's file says, implies and excludes."""

from __future__ import annotations

import pytest
from named_ferry import EVENT, article, named

from toolkit.extract.naming import find_actor, find_mentions, fold
from toolkit.model import Actor, Event, Side

# -- actors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We met Nora Pike there.", "Nora Pike"),
        ("We met Pike there.", "Pike"),
        ("We met Ms Pike there.", "Ms Pike"),
        ("We met director Nora Pike there.", "director Nora Pike"),
        ("We met the director there.", "the director"),
        ("We met the skipper there.", "the skipper"),
        ("NORA PIKE AT THE QUAY", "NORA PIKE"),
        ("We saw Pike’s boat.", "Pike"),
    ],
)
def test_a_person_is_found_by_name_surname_title_and_alias(text: str, label: str) -> None:
    assert named(text) == [("nora-pike", label)]


@pytest.mark.parametrize(
    "text",
    ["We met a director there.", "We met Pikeman there.", "A turnpike.", "The mail is @pike."],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert named(text) == []


def test_a_title_is_found_in_the_other_language_with_its_article() -> None:
    assert named("Llegó la directora.", "es") == [("nora-pike", "la directora")]


def test_a_body_is_found_by_its_initials_and_aliases() -> None:
    assert named("The RWU met.") == [("rwu", "The RWU")]
    assert named("Habló la cofradía.", "es") == [("rwu", "la cofradía")]


def test_accents_and_case_make_no_difference() -> None:
    assert named("HABLÓ LA COFRADIA.", "es") == [("rwu", "LA COFRADIA")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Joan Vale rose. Then Vale sat.", ["joan-vale", "joan-vale"]),
        ("Peter Vale rose. Then Vale sat.", ["peter-vale", "peter-vale"]),
        ("Peter Vale rose. Then Ms Vale sat.", ["peter-vale", "joan-vale"]),
        ("Joan Vale rose. Then Mr Vale sat.", ["joan-vale", "peter-vale"]),
    ],
)
def test_a_shared_surname_goes_by_honorific_else_by_who_was_named_last(
    text: str, wanted: list[str]
) -> None:
    assert [who for who, _ in named(text)] == wanted


def test_a_shared_surname_is_less_sure_than_one_of_its_own() -> None:
    pike, vale = find_mentions(article("Pike met Vale."), EVENT)
    assert vale.p < pike.p


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("written", ["Seamen's Hall", "Seamen’s Hall"])
def test_an_apostrophe_of_either_kind_is_the_same(written: str, apostrophe: str) -> None:
    hall = Actor(
        "hall", written, "body", aliases=("the seamen’s house",), excluded=("Pike’s Hall",)
    )
    event = Event("e", "E", sides=(Side("crew", "The crew", (hall,)),))
    text = "The Seamen's Hall, the seamen's house, is not Pike's Hall.".replace("'", apostrophe)
    assert [m.actor for m in find_mentions(article(text), event)] == ["hall", "hall"]
    assert find_actor(f"Seamen{apostrophe}s Hall", event, "en") is not None


def test_what_stands_under_not_is_no_mention() -> None:
    assert named("Vale Street was shut.") == []
    assert named("Vale was on Vale Street.") == [("joan-vale", "Vale")]


# -- concepts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The closure came.", "en", [("closure", "closure")]),
        ("Two closures came.", "en", [("closure", "closures")]),
        ("The road closure came.", "en", []),
        ("The disclosure came.", "en", []),
        ("A ferry left.", "en", [("ferry", "ferry")]),
        ("Two ferries left.", "en", [("ferry", "ferries")]),
        ("Los cierres llegaron.", "es", [("closure", "cierres")]),
        ("Dos transbordadores.", "es", [("ferry", "transbordadores")]),
    ],
)
def test_a_concept_is_found_in_both_numbers_and_as_a_whole_word(
    text: str, language: str, wanted: list[tuple[str, str]]
) -> None:
    assert named(text, language) == wanted


def test_every_mention_says_its_rule_and_its_side() -> None:
    pike, closure = find_mentions(article("Pike spoke of the closure."), EVENT)
    assert (pike.side, pike.method, closure.side, closure.method) == (
        "owners",
        "surname",
        None,
        "term",
    )


def test_an_event_that_names_nobody_has_no_mentions() -> None:
    assert find_mentions(article("Nora Pike spoke."), Event("e", "E")) == []


def test_folding_keeps_every_place() -> None:
    for text in ("Tomás RUIZ", "İstanbul ŉ ﬁ", "¿Qué?"):
        assert len(fold(text)) == len(text)


@pytest.mark.parametrize("after", ["", " left.", "\n\nNobody left."])
def test_a_title_before_another_name_is_that_persons_also_where_the_text_ends(after: str) -> None:
    assert named(f"We met the director Falk{after}") == []
