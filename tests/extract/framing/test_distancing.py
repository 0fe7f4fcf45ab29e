"""Claims about marks that quote nobody: scare quotes, titles, terms."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from ferry_terms import EVENT, of_kind, terms

from toolkit.extract.framing import find_framing
from toolkit.extract.quotation import find_quotes
from toolkit.model import Article, Span

CASES = Path(__file__).parents[2] / "cases" / "quotation"


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
