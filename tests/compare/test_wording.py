"""Claims about which words are the same word: house style is no change of wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.compare.wording import compared_words, keys, marked_spans
from toolkit.languages import get_language

ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
                "ninety"]  # fmt: skip
ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
           "eighteen", "nineteen"]  # fmt: skip
SPANISH_TENS = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta",
                "noventa"]  # fmt: skip
SPANISH = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
           "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete",
           "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés",
           "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho",
           "veintinueve"]  # fmt: skip


def english(n: int) -> list[str]:
    """Every way to write a number to a hundred."""
    if n == 100:
        return ["a hundred", "one hundred", "hundred"]
    if n < len(ENGLISH):
        return [ENGLISH[n]]
    tens, units = divmod(n, 10)
    if not units:
        return [ENGLISH_TENS[tens]]
    return [f"{ENGLISH_TENS[tens]}{joint}{ENGLISH[units]}" for joint in "- "]


def spanish(n: int) -> list[str]:
    if n == 100:
        return ["cien", "ciento"]
    if n == 21:
        return ["veintiuno", "veintiún", "veintiuna"]
    if n < len(SPANISH):
        return [SPANISH[n]]
    tens, units = divmod(n, 10)
    if not units:
        return [SPANISH_TENS[tens]]
    ones = ["uno", "un", "una"] if units == 1 else [SPANISH[units]]
    return [f"{SPANISH_TENS[tens]} y {one}" for one in ones]


@given(st.integers(0, 100))
def test_number_words_to_a_hundred_are_figures_in_both_languages(n: int) -> None:
    written = [("en", w) for w in english(n)] + [("es", w) for w in spanish(n)]
    for code, words in written:
        for form in (words, words.upper(), words.capitalize()):
            [word] = compared_words(form, code)
            [figure] = compared_words(str(n), code)
            assert word.is_same(figure) and figure.is_same(word), (code, form)


@pytest.mark.parametrize("words", ["two hundred boats", "one of us", "twenty, one by one"])
def test_what_is_no_number_to_a_hundred_is_not_joined(words: str) -> None:
    assert len(keys(words)) == len(words.split())


@pytest.mark.parametrize(
    ("printed", "same", "language"),
    [
        ("won’t", "will not", "en"), ("can't", "cannot", "en"), ("they're", "they are", "en"),
        ("[T]he", "the", "en"), ("work[ed]", "work", "en"), ("18%", "18 per cent", "en"),
        ("18 percent", "18 per cent", "en"), ("9,400", "9400", "en"), ("9.400", "9400", "es"),
        ("2,1", "2.1", "es"), ("18 %", "18 por ciento", "es"), ("Tomás", "Tomas", "en"),
        ("ﬁsh", "fish", "en"), ("LA ñ", "la Ñ", "es"), ("month’s", "month", "en"),
    ],
)  # fmt: skip
def test_house_style_makes_no_other_word(printed: str, same: str, language: str) -> None:
    assert keys(printed, language) == keys(same, language)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbours", "neighbors"), ("organised", "organized"), ("centre", "center"),
        ("programme", "program"), ("travelled", "traveled"), ("defence", "defense"),
        ("analyse", "analyze"), ("grey", "gray"), ("ageing", "aging"), ("ploughed", "plowed"),
    ],
)  # fmt: skip
def test_the_spelling_of_another_country_makes_no_other_word(british: str, american: str) -> None:
    [one], [other] = compared_words(british), compared_words(american)
    assert one.is_same(other) and other.is_same(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("tour", "tor"), ("filled", "filed"), ("storey", "story"), ("metre", "mete")],
)
def test_two_words_are_not_two_spellings(one: str, other: str) -> None:
    [a], [b] = compared_words(one), compared_words(other)
    assert not a.is_same(b)


def test_short_forms_may_be_more_than_one_word() -> None:
    is_or_has, would_or_had = compared_words("it's")[1], compared_words("we'd")[1]
    [has], [had] = compared_words("has"), compared_words("had")
    assert is_or_has.is_same(has) and would_or_had.is_same(had)
    assert not is_or_has.is_same(had)


def test_the_parts_in_marks_are_places_of_the_content() -> None:
    content = "that it was “a pause” and 'no more' than that"
    assert [s.of(content) for s in marked_spans("mixed", content)] == ["a pause", "no more"]
    assert marked_spans("indirect", content) == []


def test_a_language_knows_its_own_signs() -> None:
    assert all(get_language(code).contracted["%"] for code in ("en", "es", "pt"))
