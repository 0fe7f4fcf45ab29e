"""Claims about framing terms: verbs by class, marks that quote nobody, labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.extract.framing import find_framing
from toolkit.extract.quotation import find_quotes
from toolkit.extract.tabulation import quotes_of
from toolkit.model import Actor, Article, Concept, Event, FramingTerm, Side

CASES = Path(__file__).parent.parent / "cases" / "quotation"
EVENT = Event(
    "ferry",
    "The ferry",
    sides=(Side("owners", "The owners", (Actor("nora-pike", "Nora Pike"),)),),
    concepts=(Concept("closure", "What happened", ("closure", "pause")),),
)


def terms(text: str, language: str = "en") -> list[FramingTerm]:
    article = Article("tide-1", "tide", "", "", "", text, language, "0")
    return find_framing(article, quotes_of(article, EVENT), EVENT)


def of_kind(kind: str, text: str, language: str = "en") -> list[str]:
    return [term.term for term in terms(text, language) if term.kind == kind]


def not_quotes() -> list[Any]:
    """The words in marks that are no speech, of every case that has some."""
    found = []
    for path in sorted(CASES.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            case = json.loads(line)
            for words in case.get("not_quotes", ()):
                name = f"{path.parent.name}-{case['id']}-{words}"
                found.append(pytest.param(path.parent.name, case["text"], words, id=name))
    return found


# -- marks that quote nobody ----------------------------------------------------------------------


@pytest.mark.parametrize(("language", "text", "words"), not_quotes())
def test_marks_that_are_no_speech_come_out_as_what_they_are(
    language: str, text: str, words: str
) -> None:
    article = Article("tide-1", "tide", "", "", "", text, language, "0")
    found = find_framing(article, find_quotes(text, language), EVENT)
    marked = {t.span.of(text) for t in found if t.kind in {"scare_quote", "title", "term"}}
    assert words in marked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The “temporary” shed stands.", "scare_quote"),
        ("We saw the film “The Long Ebb” there.", "title"),
        ("She wrote the novel “Salt and Rope” there.", "title"),
        ("The so-called “smart” bins stand.", "scare_quote"),
    ],
)
def test_a_work_is_a_title_and_a_word_at_arms_length_a_scare_quote(text: str, kind: str) -> None:
    assert len(of_kind(kind, text)) == 1


def test_marks_inside_speech_are_the_speakers_own() -> None:
    assert of_kind("scare_quote", "“They call it a ‘pause’ now,” said Nora Pike.") == []


def test_the_span_of_a_term_is_its_words_without_marks_and_commas() -> None:
    text = "The “temporary,” shed stands."
    [term] = terms(text)
    assert term.span.of(text) == "temporary"


# -- verbs --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lemma", "verb_class"),
    [
        ("“We stay,” said Nora Pike.", "say", "neutral"),
        ("“We stay,” Nora Pike claimed.", "claim", "doubt"),
        ("Nora Pike admitted that the boat leaks.", "admit", "concede"),
        ("Nora Pike warned that the boat leaks.", "warn", "caution"),
        ("The boat leaks, according to Nora Pike.", "according to", "neutral"),
    ],
)
def test_a_reporting_verb_has_its_class_and_its_speakers_side(
    text: str, lemma: str, verb_class: str
) -> None:
    [verb] = [t for t in terms(text) if t.kind == "verb"]
    assert (verb.term, verb.verb_class, verb.side) == (lemma, verb_class, "owners")


def test_a_verb_that_no_list_has_has_no_class() -> None:
    [verb] = [t for t in terms("“We stay,” Nora Pike bellyached.") if t.kind == "verb"]
    assert (verb.term, verb.verb_class) == ("bellyached", None)


def test_one_verb_of_two_parts_is_counted_once() -> None:
    assert of_kind("verb", "“We stay,” said Nora Pike. “All of us, every one.”") == ["say"]


def test_the_verb_of_a_quote_within_a_quote_is_its_speakers_choice() -> None:
    assert of_kind("verb", "“The mayor bellowed ‘Leave the quay’ at us,” said Nora Pike.") == [
        "say"
    ]


def test_spanish_verbs_have_classes_too() -> None:
    [verb] = [t for t in terms("«Hay sal», alegó Nora Pike.", "es") if t.kind == "verb"]
    assert (verb.term, verb.verb_class, verb.side) == ("alegar", "doubt", "owners")


# -- labels -------------------------------------------------------------------------------------


def test_a_label_is_the_wording_of_a_concept_in_lower_case() -> None:
    found = [t for t in terms("The Closure came. A pause, they say.") if t.kind == "label"]
    assert [(t.term, t.concept) for t in found] == [("closure", "closure"), ("pause", "closure")]


def test_terms_come_in_text_order_and_lie_in_the_text() -> None:
    text = "The “temporary” pause came. “The closure stays,” said Nora Pike."
    found = terms(text)
    assert [t.kind for t in found] == ["scare_quote", "label", "label", "verb"]
    assert [t.span for t in found] == sorted(t.span for t in found)


def test_narration_without_any_of_these_has_no_terms() -> None:
    assert terms("The boat left at nine.") == []
