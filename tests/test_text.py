"""Claims about paragraphs, sentences, tokens and runs of quote marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.languages import get_language
from toolkit.model import Span
from toolkit.text import (
    nested_runs,
    paragraphs,
    quote_runs,
    sentences,
    tokens,
    uses_single_marks,
    words,
)

ENGLISH, SPANISH = get_language("en"), get_language("es")


def whole(text: str) -> Span:
    return Span(0, len(text))


def inner(text: str) -> list[str]:
    return [run.inner.of(text) for run in quote_runs(text)]


# -- paragraphs, tokens, sentences ----------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n", "\r", "\u2028", "\n \t\n"])
def test_a_paragraph_ends_at_any_kind_of_newline(newline: str) -> None:
    text = f" One.{newline}Two. "
    assert [p.of(text) for p in paragraphs(text)] == ["One.", "Two."]


def test_a_text_without_words_has_no_paragraph() -> None:
    assert [paragraphs(text) for text in ("", "\n", " \n\u00a0\n")] == [()] * 3


def test_inner_apostrophes_hyphens_and_points_belong_to_a_word() -> None:
    text = "Mid-tide, she’d sold 1.5 tonnes of O'Hara's salt."
    found = [t.of(text) for t in tokens(text, whole(text))]
    assert found == ["Mid-tide", "she’d", "sold", "1.5", "tonnes", "of", "O'Hara's", "salt"]


def test_words_are_counted_in_lower_case() -> None:
    assert list(words("The STRASSE, the Straße")) == ["the", "strasse", "the", "strasse"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Dr. Pike left. She was late.", ["Dr. Pike left.", "She was late."]),
        ("It fell 1.5 m. Nobody saw.", ["It fell 1.5 m.", "Nobody saw."]),
        (
            "“Why?” asked Pike. “Ask me!” He left.",
            ["“Why?”", "asked Pike.", "“Ask me!”", "He left."],
        ),
        ("The U.S. team won. No. 3 rowed.", ["The U.S. team won.", "No. 3 rowed."]),
        ("No stop at all", ["No stop at all"]),
    ],
)
def test_abbreviations_end_no_sentence(text: str, wanted: list[str]) -> None:
    found = [s.of(text) for s in sentences(text, whole(text), ENGLISH)]
    assert found in (wanted, [" ".join(wanted[:2]), *wanted[2:]])


def test_spanish_has_its_own_abbreviations() -> None:
    text = "La Sra. Gil salió. Volvió tarde."
    found = [s.of(text) for s in sentences(text, whole(text), SPANISH)]
    assert found == ["La Sra. Gil salió.", "Volvió tarde."]


# -- runs of marks: every kind --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” she said.",
        '"We stay," she said.',
        "«We stay,» she said.",
        "„We stay,“ she said.",
        "``We stay,'' she said.",
        '“We stay," she said.',
        '"We stay,” she said.',
        "”We stay,” she said.",
        "“We stay,“ she said.",
        "We stay,” she said.",
        "(“We stay,” she said.)",
        "—“We stay,” she said.",
    ],
)
def test_every_kind_of_mark_holds_the_same_words(text: str) -> None:
    assert inner(text) == ["We stay,"]


def test_single_marks_count_in_a_text_that_quotes_with_them() -> None:
    text = "‘It’s the boats’ fault,’ said Pike. ‘They don’t bail.’"
    assert uses_single_marks(text)
    assert inner(text) == ["It’s the boats’ fault,", "They don’t bail."]


def test_apostrophes_are_no_marks_in_a_text_that_quotes_with_double_ones() -> None:
    text = "“We stay,” said Pike of the Vales' and the Doyles' boats. “It’s ours.”"
    assert not uses_single_marks(text)
    assert inner(text) == ["We stay,", "It’s ours."]


def test_an_elided_decade_opens_nothing() -> None:
    assert inner("'The '90s were good,' said Pike. 'So was the salt.'") == [
        "The '90s were good,",
        "So was the salt.",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“He said ‘go’ and left,” she said.", ["He said ‘go’ and left,"]),
        ("‘He said “go” and left,’ she said. ‘So.’", ["He said “go” and left,", "So."]),
        ("«Dijo “vete” y salió», contó.", ["Dijo “vete” y salió"]),
        ("«Dijo «vete» y salió», contó.", ["Dijo «vete» y salió"]),
        ("“Dijo «vete» y salió”, contó.", ["Dijo «vete» y salió"]),
        ("“They call it “the Shelf” here,” she said.", ["They call it “the Shelf” here,"]),
    ],
)
def test_marks_inside_a_run_belong_to_the_outer_run(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


def test_a_mark_left_open_goes_on_where_the_next_paragraph_opens_with_one() -> None:
    text = "“We heard the chain.\n\n“Then it broke.” She sat."
    first, second = quote_runs(text)
    assert first.continues and not second.continues
    assert (first.inner.of(text), second.inner.of(text)) == (
        "We heard the chain.",
        "Then it broke.",
    )


def test_a_closing_guillemet_opens_the_paragraphs_of_a_book() -> None:
    text = "«Oímos la cadena.\n\n»Luego se rompió», contó."
    assert [run.continues for run in quote_runs(text)] == [True, False]


def test_a_stray_mark_costs_its_own_paragraph_and_no_other() -> None:
    stray = 'The sign " was painted over and nobody minded.\n\n“We stay,” said Pike.'
    assert inner(stray)[-1] == "We stay,"
    assert inner("A “stray one\n\n“We stay,” said Pike.")[-1] == "We stay,"


@pytest.mark.parametrize("text", ["“”", '""', "‘’", "« »", 'A 6" pipe.', "It’s the boats’."])
def test_empty_marks_inches_and_apostrophes_hold_nothing(text: str) -> None:
    assert inner(text) == []


def test_a_run_knows_its_marks() -> None:
    text = "So: “We stay,” she said."
    [run] = quote_runs(text)
    assert run.outer.of(text) == "“We stay,”"
    assert (run.mark, run.opened) == ("“", True)


def test_a_run_whose_opening_mark_is_lost_says_so() -> None:
    [run] = quote_runs("We stay,” she said.")
    assert not run.opened and run.outer.start == 0


# -- properties ---------------------------------------------------------------------------------

pieces = st.lists(
    st.sampled_from([*"“”\"‘’'«»„`—(),.?! \n", "``", "''", "We", "it's", "Pike", "6", "\r\n"]),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(pieces)
def test_runs_lie_in_one_paragraph_in_order_and_apart(text: str) -> None:
    runs = quote_runs(text)
    for run in runs:
        assert run.outer.contains(run.inner) and run.inner.of(text).strip()
        assert sum(p.contains(run.outer) for p in paragraphs(text)) == 1
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(runs))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_paragraphs_sentences_and_tokens_lose_no_letter(text: str) -> None:
    letters = sum(c.isalnum() for c in text)
    lines = paragraphs(text)
    inside = [s for p in lines for s in sentences(text, p, ENGLISH)]
    for parts in (lines, inside, [t for p in lines for t in tokens(text, p)]):
        assert sum(c.isalnum() for part in parts for c in part.of(text)) == letters
        assert all(a.end <= b.start for a, b in pairwise(parts))


def test_an_opening_wire_mark_with_nothing_behind_it_opens_nothing() -> None:
    assert quote_runs("``\r\n`") == ()


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He shouted ‘go home’ at us,” she said.", ["go home"]),
        ("«Me dijo «vete» y me fui», contó.", ["vete"]),
        ("‘He said “never” and left,’ said Pike. ‘So it is.’", ["never"]),
        ("“It’s the boats’ and the boys’ fault,” she said.", []),
    ],
)
def test_marks_inside_a_run_are_given_apart(text: str, inner: list[str]) -> None:
    [first, *_] = quote_runs(text)
    assert [run.inner.of(text) for run in nested_runs(text, first)] == inner


@pytest.mark.parametrize("text", ["»We stay«, said Pike.", "Pike: 'We stay'"])
def test_inward_guillemets_and_a_headlines_straight_marks_are_runs(text: str) -> None:
    assert [run.inner.of(text) for run in quote_runs(text)] == ["We stay"]


def test_curly_marks_inside_a_block_of_straight_ones_are_nested() -> None:
    text = '"Pike laughed: “Only Doyle knows.” But Colm was unmoved.\n"She left at noon."'
    assert [run.inner.of(text) for run in quote_runs(text)] == [
        "Pike laughed: “Only Doyle knows.” But Colm was unmoved.",
        "She left at noon.",
    ]


SAID = '" We will stay, "she said," until the last boat. "'


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (SAID, ["We will stay,", "until the last boat."]),
        ('The keeper spoke. " Nobody asked us. "', ["Nobody asked us."]),
        (
            'The trust calls it" a pause, "and waits.\n' + SAID,
            ["a pause,", "We will stay,", "until the last boat."],
        ),
        ("The mayor calls the plan ' unwise '.", ["unwise"]),
        ("Keepers warn the trust: ' We aren't leaving '", ["We aren't leaving"]),
        ("The keepers ' boats and the pilots ' sheds", []),
    ],
)
def test_marks_with_spaces_on_the_wrong_sides_pair_by_their_order(
    text: str, inside: list[str]
) -> None:
    assert [r.inner.of(text) for r in quote_runs(text)] == inside
