"""What holds of mentions in any text: where they lie, and what they do not depend on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from named_ferry import EVENT, article

from toolkit.extract.naming import find_mentions
from toolkit.model import Event, Mention, Side

pieces = st.lists(
    st.sampled_from(
        ["Nora", "Pike", "Ms", "Mr", "Vale", "Street", "the", "The", "director", "mayor", "RWU",
         "road", "closure", "ferry", "cofradía", "Joan", "Peter", "Marta", "former", "other", "of",
         "Brightwater", "Foods", "company", "El", "CLOSURE", "secret", "ilegal", "U.S.", "two-day",
         "@pike", ".", ",", "\n", "\n\n", "-", "(", "’s", "“", "”", "\u00a0"]
    ),
    max_size=30,
).map(" ".join)  # fmt: skip
languages = st.sampled_from(["en", "es"])


def mentions(text: str, language: str = "en", event: Event = EVENT) -> list[Mention]:
    return find_mentions(article(text, language), event) if text.strip() else []


@settings(max_examples=200, deadline=None)
@given(pieces, languages)
def test_mentions_lie_in_the_text_in_order(text: str, language: str) -> None:
    spans = [m.span for m in mentions(text, language)]
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    assert all(a.start <= b.start for a, b in pairwise(spans))


@settings(max_examples=200, deadline=None)
@given(pieces, languages)
def test_no_mention_overlaps_another_of_its_kind(text: str, language: str) -> None:
    found = mentions(text, language)
    for kind in ("actor", "concept"):
        spans = [m.span for m in found if getattr(m, kind)]
        assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(pieces)
def test_an_appended_paragraph_that_names_nobody_changes_no_place_before_it(text: str) -> None:
    """One that names somebody may: the story tells which of two Vales a headline means."""
    before = [m.span for m in mentions(text)]
    assert [m.span for m in mentions(f"{text}\n\nNobody left.")] == before


@settings(max_examples=100, deadline=None)
@given(pieces, languages)
def test_other_ids_and_another_order_of_sides_change_no_place(text: str, language: str) -> None:
    sides = tuple(
        Side(f"x-{side.id}", side.label,
             tuple(replace(a, id=f"x-{a.id}") for a in reversed(side.actors)))
        for side in reversed(EVENT.sides)
    )  # fmt: skip
    renamed = replace(EVENT, sides=sides, concepts=tuple(reversed(EVENT.concepts)))
    places = [(m.span, m.actor and f"x-{m.actor}", m.concept) for m in mentions(text, language)]
    again = mentions(text, language, renamed)
    assert [(m.span, m.actor, m.concept) for m in again] == places


@settings(max_examples=50, deadline=None)
@given(pieces, languages)
def test_the_same_text_has_the_same_mentions_twice(text: str, language: str) -> None:
    assert mentions(text, language) == mentions(text, language, replace(EVENT, title="Another"))
