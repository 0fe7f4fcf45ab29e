"""Claims about mentions: what an event's file says, implies and excludes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.extract.naming import find_actor, find_mentions, fold
from toolkit.model import Actor, Article, Concept, Event, Side

PIKE = Actor("nora-pike", "Nora Pike", titles=("director", "directora"), aliases=("the skipper",))
JOAN = Actor("joan-vale", "Joan Vale", titles=("mayor",))
PETER = Actor("peter-vale", "Peter Vale", excluded=("Vale Street",))
BODY = Actor("rwu", "Rowers and Wharfmen Union", "body", aliases=("la cofradía",))
FOODS = Actor("brightwater", "Brightwater Foods", "body", aliases=("the company",))
EVENT = Event(
    "ferry",
    "The ferry",
    sides=(
        Side("owners", "The owners", (PIKE, FOODS)),
        Side("town", "The town", (JOAN, PETER)),
        Side("crew", "The crew", (BODY,)),
    ),
    concepts=(
        Concept("closure", "What happened", ("closure", "cierre"), ("road closure",)),
        Concept("ferry", "The boat", ("the ferry", "transbordador")),
    ),
)


def article(text: str, language: str = "en") -> Article:
    return Article("tide-1", "tide", "", "", "", text, language, "0")


def named(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Who or what, and the wording, for every mention."""
    found = find_mentions(article(text, language), EVENT)
    return [(m.actor or m.concept or "", m.span.of(text)) for m in found]


# -- actors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We met Nora Pike there.", "Nora Pike"),
        ("We met Pike there.", "Pike"),
        ("We met Ms Pike there.", "Ms Pike"),
        ("We met director Nora Pike there.", "director Nora Pike"),
        ("We met the director there.", "director"),
        ("We met the skipper there.", "skipper"),
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
    assert named("Llegó la directora.", "es") == [("nora-pike", "directora")]


def test_a_body_is_found_by_its_initials_and_aliases() -> None:
    assert named("The RWU met.") == [("rwu", "RWU")]
    assert named("Habló la cofradía.", "es") == [("rwu", "cofradía")]


def test_accents_and_case_make_no_difference() -> None:
    assert named("HABLÓ LA COFRADIA.", "es") == [("rwu", "COFRADIA")]


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


# -- a speaker as an actor ------------------------------------------------------------------------


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
    ],
)
def test_a_speaker_is_the_actor_behind_the_wording(name: str, language: str, actor: str) -> None:
    found = find_actor(name, EVENT, language)
    assert found is not None and found.actor.id == actor
    assert 0.0 < found.p <= 1.0


@pytest.mark.parametrize("name", [None, "", "Tom Hale", "Marta Pike", "Vale", "the driver"])
def test_a_namesake_a_shared_surname_or_a_stranger_is_no_actor(name: str | None) -> None:
    assert find_actor(name, EVENT, "en") is None


# -- properties ---------------------------------------------------------------------------------

pieces = st.lists(
    st.sampled_from(
        ["Nora", "Pike", "Ms", "Mr", "Vale", "Street", "the", "director", "mayor", "RWU", "road",
         "closure", "ferry", "cofradía", "Joan", ".", ",", "\n", "-", "’s", "\u00a0"]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(pieces, st.sampled_from(["en", "es"]))
def test_mentions_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    if not text.strip():
        return
    spans = [m.span for m in find_mentions(article(text, language), EVENT)]
    assert all(span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(pieces)
def test_an_appended_paragraph_changes_no_mention_before_it(text: str) -> None:
    if not text.strip():
        return
    before = find_mentions(article(text), EVENT)
    assert find_mentions(article(f"{text}\n\nPeter Vale left."), EVENT)[: len(before)] == before
