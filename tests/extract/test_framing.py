"""Claims about framing terms: verbs by class, marks that quote nobody, labels."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from toolkit.extract.framing import find_framing
from toolkit.extract.quotation import find_quotes
from toolkit.extract.tabulation import quotes_of
from toolkit.model import Actor, Article, Concept, Event, FramingTerm, Side, Span

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


KINDS = ("scare_quote", "title", "term")
#: The fewest cases of a language and a kind of which a rate says something.
LEAST_FOR_A_RATE = 12
#: How often marks that quote nobody may be taken for speech, in percent of each kind.
MOST_TAKEN = 10
#: In how many of a hundred they must come out as what they are.
LEAST_NAMED = 80

Marked = tuple[str, str, str, str]  # language, text, words in marks, what they are


def not_quotes() -> list[Marked]:
    """The words in marks that are no speech, of every case that has some, failures included."""
    found = []
    for path in sorted(CASES.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            case = json.loads(line)
            for words, kind in zip(case.get("not_quotes", ()), case.get("kinds", ()), strict=True):
                found.append((path.parent.name, case["text"], words, kind))
    return found


def read_as(language: str, text: str, words: str) -> str:
    """What words in marks are read as: "speech", a kind of framing term, or "nothing"."""
    article = Article("tide-1", "tide", "", "", "", text, language, "0")
    quotes = find_quotes(text, language)
    place = Span(text.index(words), text.index(words) + len(words))
    if any(span.overlaps(place) for quote in quotes for span in quote.spans):
        return "speech"
    kinds = [t.kind for t in find_framing(article, quotes, EVENT) if t.span == place]
    return kinds[0] if kinds else "nothing"


# -- marks that quote nobody ----------------------------------------------------------------------


def enough_for_a_rate() -> list[tuple[str, str]]:
    counts = Counter((language, kind) for language, _, _, kind in not_quotes())
    return sorted(pair for pair, count in counts.items() if count >= LEAST_FOR_A_RATE)


def test_english_and_spanish_have_cases_enough_for_a_rate() -> None:
    """A language that is only begun may have fewer, and then has none."""
    assert {(code, kind) for code in ("en", "es") for kind in KINDS} <= set(enough_for_a_rate())


@pytest.mark.parametrize(("language", "kind"), enough_for_a_rate())
def test_marks_that_are_no_speech_are_seldom_taken_for_speech(language: str, kind: str) -> None:
    """The rate counts all cases, those of known failures too."""
    cases = [case for case in not_quotes() if case[0] == language and case[3] == kind]
    read = Counter(read_as(*case[:3]) for case in cases)
    taken, named = (100 * read[what] / len(cases) for what in ("speech", kind))
    print(f"\n{language} {kind}: {len(cases)} cases, {taken:.0f} % speech, {named:.0f} % named")
    assert taken <= MOST_TAKEN, read
    assert named >= LEAST_NAMED, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The “temporary” shed stands.", "scare_quote"),
        ("We saw the film “The Long Ebb” there.", "title"),
        ("She wrote the novel “Salt and Rope” there.", "title"),
        ("The so-called “smart” bins stand.", "scare_quote"),
        ("The word “dredging” occurs once.", "term"),
        ("The bank known as “the Shelf” moved.", "term"),
    ],
)
def test_a_work_is_a_title_a_word_as_a_word_a_term_and_at_arms_length_a_scare_quote(
    text: str, kind: str
) -> None:
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
