"""What things are called in a text, without a parser."""

from __future__ import annotations

import pytest

from toolkit.extract.phrases import find_phrases


def of(text: str, language: str = "en", kind: str | None = None) -> list[str]:
    found = find_phrases(text, language)
    return [p.span.of(text) for p in found if kind in (None, p.kind)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The new sea wall was closed.", ["new sea wall"]),
        ("Falk met undocumented workers.", ["Falk", "undocumented workers"]),
        ("Residents want a halt.", ["Residents", "halt"]),
        ("The ferry company’s plan failed.", ["ferry company’s plan"]),
        ("They hope to close old piers.", ["old piers"]),
        ("The two towns agreed.", ["towns", "two towns"]),
        ("It was their decision, she said.", ["decision"]),
    ],
)
def test_a_phrase_ends_where_a_verb_or_a_small_word_stands(text: str, phrases: list[str]) -> None:
    assert of(text, kind="plain") == phrases


def test_a_title_and_the_name_behind_it_are_phrases_too() -> None:
    assert of("She asked Harbour chief Ida Falk.", kind="plain") == [
        "Harbour chief Ida Falk", "Harbour chief", "Ida Falk",
    ]  # fmt: skip


def test_prepositions_and_and_let_a_phrase_grow() -> None:
    grown = of("The closure of the works was bad for ferry and harbour staff.", kind="grown")
    assert "closure of the works" in grown
    assert "ferry and harbour staff" in grown


def test_a_deed_is_a_verb_with_its_noun() -> None:
    assert "apply for grants" in of("They will apply for grants. Nobody can apply.", kind="deed")


def test_spanish_phrases_have_their_head_in_front() -> None:
    text = "La empresa anunció el cierre definitivo de las salinas."
    phrases = {p.span.of(text): p.head for p in find_phrases(text, "es")}
    assert phrases["cierre definitivo"] == "cierre"
    assert phrases["cierre definitivo de las salinas"] == "cierre"
    assert "empresa" in phrases and "empresa anunció" not in phrases
    assert "anunció el cierre definitivo" in of(text, "es", "deed")


def test_every_span_is_words_of_the_text_and_holds_its_head() -> None:
    text = "“Old” Port Alder's sea-wall (built 1871) and U.S. cranes, 64 of them, stay — so far."
    for phrase in find_phrases(text):
        assert phrase.span.of(text).strip() == phrase.span.of(text) != ""
        assert text[phrase.head_start :].casefold().startswith(phrase.head)
        assert phrase.span.start <= phrase.head_start < phrase.span.end


def test_a_language_without_a_file_has_none() -> None:
    assert find_phrases("Die Mauer steht.", "xx") == []
