"""Claims about the records: what can never be constructed, and what a span promises."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model import (
    Actor,
    Article,
    Event,
    Failure,
    Mention,
    Outlet,
    Quote,
    Side,
    Span,
    fingerprint,
    read_spans,
    slug,
    write_spans,
)

places = st.tuples(st.integers(0, 10**6), st.integers(0, 10**4)).map(lambda p: Span(p[0], sum(p)))


def article(article_id: str = "courier-1", outlet: str = "courier", text: str = "Salt.") -> Article:
    return Article(article_id, outlet, "", "", "", text, "en", fingerprint(text))


# -- spans --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_a_span_that_runs_backwards_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not {start}-{end}"):
        Span(start, end)


def test_a_span_gives_the_words_that_it_points_at() -> None:
    assert Span(4, 9).of("The ferry left.") == "ferry"


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(places, places)
def test_overlap_has_no_order_and_what_is_contained_overlaps(a: Span, b: Span) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b) and len(b):
        assert a.overlaps(b)


@given(st.lists(places))
def test_spans_come_back_as_they_were_written(spans: list[Span]) -> None:
    assert read_spans(write_spans(spans)) == tuple(spans)


@pytest.mark.parametrize("written", ["12", "12-", "a-b", "9-3", "1-2,3-4"])
def test_what_is_not_a_span_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_spans(written)


# -- quotes -------------------------------------------------------------------------------------


def test_a_quote_has_content() -> None:
    with pytest.raises(ValueError, match="a quote has content"):
        Quote("direct", ())


def test_content_spans_of_a_quote_neither_overlap_nor_run_backwards() -> None:
    for spans in [(Span(0, 5), Span(4, 8)), (Span(6, 8), Span(0, 5))]:
        with pytest.raises(ValueError, match="overlap or are out of order"):
            Quote("direct", spans)


@pytest.mark.parametrize("p", [-0.1, 1.1, float("nan")])
def test_a_probability_lies_between_nothing_and_one(p: float) -> None:
    for wrong in ({"p_quote": p}, {"p_speaker": p}):
        with pytest.raises(ValueError, match="is no probability"):
            Quote("direct", (Span(0, 1),), **wrong)


def test_a_quote_split_by_its_cue_reads_as_one() -> None:
    text = "“We stay,” she said, “all of us.”"
    quote = Quote("direct", (Span(1, 9), Span(22, 32)))
    assert quote.content(text) == "We stay, all of us."
    assert (quote.start, quote.end) == (1, 32)


def test_a_quote_cannot_be_changed_under_a_number_counted_from_it() -> None:
    quote: Any = Quote("direct", (Span(0, 1),))
    with pytest.raises(FrozenInstanceError):
        quote.speaker = "Ana Ruiz"


# -- mentions, articles, failures -----------------------------------------------------------------


def test_a_mention_names_an_actor_or_a_concept_and_never_both() -> None:
    for wrong in ({}, {"actor": "a", "concept": "c"}):
        with pytest.raises(ValueError, match="either an actor or a concept"):
            Mention(Span(0, 1), **wrong)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_an_article_without_text_is_a_failure(text: str) -> None:
    with pytest.raises(ValueError, match="courier-1 has no text; that is a Failure"):
        article(text=text)


def test_a_text_of_broken_characters_still_has_a_fingerprint() -> None:
    assert len(fingerprint("\ud800")) == 64
    assert fingerprint("Salt.") != fingerprint("Salt. ")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Tomás Ruiz", "tomas-ruiz"), ("  O'Hara & Co. ", "o-hara-co"), ("ÑANDÚ", "nandu")],
)
def test_a_name_becomes_an_id(name: str, wanted: str) -> None:
    assert slug(name) == wanted


# -- events -------------------------------------------------------------------------------------

OUTLETS = (Outlet("lantern", "The Lantern", "", "en"), Outlet("courier", "The Courier", "", "en"))
SIDES = (
    Side("owners", "The owners", (Actor("ana-ruiz", "Ana Ruiz"), Actor("alder", "Alder Salt"))),
    Side("workers", "The workers", (Actor("ida-falk", "Ida Falk"),)),
)


def event() -> Event:
    articles = (article("courier-1"), article("tide-1", "tide"))
    failures = (Failure("lantern", "", "download", "timeout"),)
    return Event(
        "e", "An event", sides=SIDES, outlets=OUTLETS, articles=articles, failures=failures
    )


def test_actors_come_in_the_order_of_the_file_with_their_side() -> None:
    found = [(actor.id, side.id) for actor, side in event().actors()]
    assert found == [("ana-ruiz", "owners"), ("alder", "owners"), ("ida-falk", "workers")]


def test_the_side_of_a_speaker_is_that_of_the_actor_by_name_or_id() -> None:
    sides = [event().side_of(s) for s in ("Ida Falk", "ida-falk", "Ana Ruiz", "Peter Vale", None)]
    assert sides == ["workers", "workers", "owners", None, None]


def test_outlets_keep_their_order_and_a_failed_fetch_is_not_left_out() -> None:
    assert event().outlet_ids() == ["lantern", "courier", "tide"]


def test_an_outlet_without_a_block_is_known_by_its_id() -> None:
    assert [event().outlet_name(o) for o in ("courier", "tide")] == ["The Courier", "tide"]


def test_an_article_is_had_by_its_id() -> None:
    assert event().article("tide-1").outlet == "tide"
    with pytest.raises(KeyError, match="tide-2"):
        event().article("tide-2")


def test_two_equal_events_are_one_key() -> None:
    assert hash(event()) == hash(event())
    assert replace(event(), title="Another") != event()
