"""Claims about a version in another language beside the fullest."""

from __future__ import annotations

import pytest

from toolkit.compare.matching import meaning
from toolkit.compare.said import Said
from toolkit.compare.versions.translations import (
    OneSided,
    Translation,
    compare_translation,
    find_one_sided,
)

ENGLISH = (
    "We have kept the ferry running through three hard winters, and it has cost us dearly. "
    "Nobody in Quillport has paid a cent for the pier. We cannot do it for a fourth."
)
SPANISH = (
    "Hemos mantenido el transbordador tres inviernos duros, y nos ha salido muy caro. "
    "No podemos hacerlo un cuarto."
)


def said(content: str, language: str) -> Said:
    return Said(language, language, language, language, "direct", content)


def told(found: Translation) -> list[tuple[str, str]]:
    return [
        (
            " ".join(s.of(found.fullest.text) for s in p.fullest),
            " ".join(s.of(found.version.text) for s in p.version),
        )
        for p in found.pairs
    ]


def one_sided(english: str, spanish: str) -> OneSided:
    return find_one_sided(said(english, "en"), said(spanish, "es"))


def test_passages_are_paired_in_order_and_one_may_have_no_counterpart() -> None:
    pairs = told(compare_translation(said(ENGLISH, "en"), said(SPANISH, "es")))
    assert pairs[0][0].startswith("We have kept") and pairs[0][1].startswith("Hemos mantenido")
    assert ("Nobody in Quillport has paid a cent for the pier.", "") in pairs
    assert pairs[-1] == ("We cannot do it for a fourth.", "No podemos hacerlo un cuarto.")


def test_the_passages_are_all_that_either_side_prints() -> None:
    found = compare_translation(said(ENGLISH, "en"), said(SPANISH, "es"))
    for side, whole in ((0, ENGLISH), (1, SPANISH)):
        assert " ".join(p[side] for p in told(found) if p[side]) == whole


def test_two_sentences_may_be_one_in_the_other_language() -> None:
    english = "The harbour is closed tonight. It will open again tomorrow at dawn."
    spanish = "El puerto está cerrado esta noche y volverá a abrir mañana al amanecer."
    pairs = told(compare_translation(said(english, "en"), said(spanish, "es")))
    assert all(a and b for a, b in pairs)


def test_numbers_are_the_same_in_words_in_figures_and_with_a_decimal_comma() -> None:
    assert one_sided("All sixty-four leave with 2.1 per cent.", "Los 64 se van con un 2,1 %.") == (
        OneSided()
    )


def test_a_number_and_a_name_on_one_side_only_are_listed_as_printed() -> None:
    found = one_sided(
        "We asked Quillport for 40 boats.", "Pedimos barcos a la ciudad y a Marta Ríos."
    )
    assert found == OneSided(("40",), ("Quillport",), (), ("Marta Ríos",))
    assert found.detail == ("missing number", "missing name")


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Nobody asked Tomás.", "Nadie preguntó a Tomas."),
        ("In April I’m leaving. Don’t ask.", "En abril me voy. No pregunten."),
        ("We meet on Monday.", "Nos vemos el lunes."),
        ("A rise of ten per cent.", "Un alza del diez por ciento."),
    ],
)
def test_capitals_that_name_nobody_and_forms_of_a_name_are_not_missed(
    english: str, spanish: str
) -> None:
    assert one_sided(english, spanish).detail == ()


def test_without_sentence_vectors_everything_is_one_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(texts: object) -> None:
        raise meaning.MissingEncoderError("not installed")

    monkeypatch.setattr("toolkit.compare.versions.translations.encode", missing)
    assert told(compare_translation(said(ENGLISH, "en"), said(SPANISH, "es"))) == [
        (ENGLISH, SPANISH)
    ]


def test_a_language_without_a_file_is_shown_whole() -> None:
    found = compare_translation(said(ENGLISH, "en"), said("Ei voi mitään.", "fi"))
    assert "Ei voi mitään." in {b for _, b in told(found)}
