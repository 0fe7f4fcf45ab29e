"""Claims about quotes: cases as data, sorted by what kind of truth they are, and a few properties.

The cases are in ``tests/cases/quotation``, one JSON object a line: why the case exists (`what`),
the text, every quote in it in text order, and the words in marks that are no speech (`not_quotes`)
with what they are instead (`kinds`: scare_quote, title or term). A key that a quote leaves out
(source, cue, speaker) is not checked; `inside` marks a quote within a quote. `known_failures` holds
what a careful reader would say and the rules do not; a fix must move the case out of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.errors import UsageError
from toolkit.extract.quotation import EXTRACTORS, find_quotes
from toolkit.languages import Language
from toolkit.model import Quote, Span
from toolkit.text import paragraphs

FOLDER = Path(__file__).parent.parent / "cases" / "quotation"
TRUTHS = ("in_the_style_of_news", "synthetic", "negative", "known_failures")
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir())
KEYS = {"id", "what", "text", "quotes", "not_quotes", "kinds"}
QUOTE_KEYS = {"kind", "content", "source", "cue", "speaker", "inside"}
LEAST = {"en": 150, "es": 120, "pt": 100}

Case = dict[str, Any]


def read_cases(language: str, truth: str) -> list[Case]:
    lines = (FOLDER / language / f"{truth}.jsonl").read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines]


def facts_of(language: str) -> dict[str, Any]:
    path = FOLDER.parent / "languages" / f"{language}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return found


def params() -> Iterator[Any]:
    for language in LANGUAGES:
        for truth in TRUTHS:
            for case in read_cases(language, truth):
                marks = [pytest.mark.xfail(strict=True, raises=AssertionError)]
                yield pytest.param(
                    language,
                    case,
                    id=f"{language}-{case['id']}",
                    marks=marks if truth == "known_failures" else [],
                )


def normal(words: str) -> str:
    """White space as one space, without the punctuation that joins words to their sentence."""
    return re.sub(r"\s+", " ", words).strip(" ,.;:")


def as_found(quote: Quote, text: str, wanted: Case) -> Case:
    """A quote in the form of the case, with the keys that the case asks for."""
    found: Case = {
        "kind": quote.kind,
        "content": [normal(span.of(text)) for span in quote.spans],
        "source": quote.source.of(text) if quote.source else None,
        "cue": quote.cue.of(text) if quote.cue else None,
        "speaker": quote.speaker,
        "inside": quote.inside is not None,
    }
    return {key: found[key] for key in wanted}


# -- cases --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "case"), list(params()))
def test_a_text_has_the_quotes_that_a_careful_reader_finds(language: str, case: Case) -> None:
    text, wanted = case["text"], case["quotes"]
    quotes = find_quotes(text, language)
    shapes = [
        {"kind": q["kind"], "content": [normal(part) for part in q["content"]]} for q in wanted
    ]
    assert [as_found(q, text, {"kind": "", "content": []}) for q in quotes] == shapes, case["what"]
    for quote, expected in zip(quotes, wanted, strict=True):
        expected = (
            {"inside": False}
            | expected
            | {"content": [normal(part) for part in expected["content"]]}
        )
        assert as_found(quote, text, expected) == expected, f"{case['what']} [{quote.method}]"
    for words in case.get("not_quotes", ()):
        place = Span(text.index(words), text.index(words) + len(words))
        assert not any(s.overlaps(place) for q in quotes for s in q.spans), case["what"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cases_are_well_formed(language: str) -> None:
    cases = [case for truth in TRUTHS for case in read_cases(language, truth)]
    assert len(cases) >= LEAST.get(language, 40)
    assert len({case["id"] for case in cases}) == len(cases)
    assert len({case["text"] for case in cases}) == len(cases)
    for case in cases:
        assert set(case) <= KEYS and case["what"].endswith((".", "?")), case["id"]
        assert all(words in case["text"] for words in case.get("not_quotes", ())), case["id"]
        assert len(case.get("kinds", ())) == len(case.get("not_quotes", ())), case["id"]
        assert set(case.get("kinds", ())) <= {"scare_quote", "title", "term"}, case["id"]
        for quote in case["quotes"]:
            assert {"kind", "content"} <= set(quote) <= QUOTE_KEYS, case["id"]
            pointed = [*quote["content"], quote.get("source"), quote.get("cue")]
            assert all(words in case["text"] for words in pointed if words), case["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_negative_cases_hold_no_quote(language: str) -> None:
    assert all(not case["quotes"] for case in read_cases(language, "negative"))


# -- what find_quotes promises besides ------------------------------------------------------------


def test_an_extractor_that_does_not_exist_is_named_with_its_nearest() -> None:
    with pytest.raises(UsageError, match=r"extractor 'rule' does not exist .did you mean 'rules'"):
        find_quotes("“Stay,” said Pike.", extractor="rule")


def test_a_language_without_a_file_is_named_with_those_that_have_one() -> None:
    with pytest.raises(UsageError, match=r"'xx': no file .*en \(English\), es \(Spanish\)"):
        find_quotes("“Stay,” said Pike.", "xx")


def test_an_extractor_may_be_a_function() -> None:
    def first_word(text: str, language: Language) -> list[Quote]:
        return [Quote("direct", (Span(0, 4),), method=f"first_word_{language.code}")]

    [quote] = find_quotes("Stay here.", extractor=first_word)
    assert quote.method == "first_word_en"


def test_every_quote_names_its_rule_and_how_sure_it_is() -> None:
    for language in LANGUAGES:
        for case in read_cases(language, "in_the_style_of_news"):
            for quote in find_quotes(case["text"], language):
                assert quote.method
                assert 0.0 < quote.p_quote < 1.0
                assert (quote.p_speaker is None) == (quote.speaker is None)


def test_the_speaker_is_the_first_candidate_and_shares_stay_under_one() -> None:
    for language in LANGUAGES:
        for case in read_cases(language, "in_the_style_of_news"):
            for quote in find_quotes(case["text"], language):
                if quote.speaker:
                    assert quote.candidates[0].name == quote.speaker
                    assert sum(c.p for c in quote.candidates) <= 1.0 + 0.002 * len(quote.candidates)


def test_a_text_without_words_has_no_quotes() -> None:
    assert [find_quotes(text) for text in ("", "\n\n", " \t", "“”", "…")] == [[]] * 5


def test_a_changed_answer_does_not_change_the_next_one() -> None:
    text = "“We stay,” said Nora Pike."
    find_quotes(text).clear()
    assert len(find_quotes(text)) == 1


# -- properties ---------------------------------------------------------------------------------

MARKS = [
    "“", "”", '"', "‘", "’", "'", "«", "»", "„", "``", "''", "—", "–", "-", "(", ")", "[", "]",
    ",", ".", ":", ";", "?", "!", "…", "¿", "¡",
]  # fmt: skip
SPACES = [" ", "\n", "\n\n", "\r\n", "\u00a0", "\t", "\u2028"]
WORDS = [
    "said", "Pike", "Nora", "the", "mayor", "she", "that", "according to", "adding", "film",
    "statement", "it's", "'90s", "declined to", "asked", "dijo", "Arce", "la", "alcaldesa", "que",
    "según", "explicó", "se", "negó", "haber", "6", "é", "İ", "\u200b", "😀", "\x00",
    "COLM:", "HALE:", "Q.", "A.", "(@pike)", "Nora Pike",
]  # fmt: skip
SETTINGS = settings(max_examples=250, deadline=None)

texts = st.lists(st.sampled_from(MARKS + SPACES + WORDS), max_size=40).map("".join) | st.lists(
    st.sampled_from(MARKS + SPACES + WORDS), max_size=40
).map(" ".join)
languages = st.sampled_from(LANGUAGES)
#: Words that are likely to hold a report within a report.
nesting = st.lists(
    st.sampled_from(
        ["“", "”", "‘", "’", "«", "»", " he said, ", " la alcaldesa dijo: ", "Pike", " go"]
    ),
    max_size=20,
).map(lambda parts: "“Pike " + "".join(parts) + ",” said Nora Pike.")


@pytest.mark.slow
@SETTINGS
@given(texts, languages)
def test_any_mixture_of_marks_gives_spans_with_words_inside_the_text(
    text: str, language: str
) -> None:
    quotes = find_quotes(text, language)
    for quote in quotes:
        for span in filter(None, (*quote.spans, quote.source, quote.cue)):
            assert span.end <= len(text)
            assert any(c.isalnum() for c in span.of(text))
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)


@pytest.mark.slow
@SETTINGS
@given(texts, languages)
def test_no_word_belongs_to_two_quotes_side_by_side(text: str, language: str) -> None:
    quotes = find_quotes(text, language)
    spans = sorted(span for quote in quotes if quote.inside is None for span in quote.spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.slow
@SETTINGS
@given(nesting, languages)
def test_a_quote_within_a_quote_stands_in_the_outer_ones_words(text: str, language: str) -> None:
    quotes = find_quotes(text, language)
    outer = [span for quote in quotes if quote.inside is None for span in quote.spans]
    for quote in (q for q in quotes if q.inside is not None):
        assert quote.inside in outer
        assert all(quote.inside.contains(s) for s in (*quote.spans, quote.cue) if s)


@pytest.mark.slow
@SETTINGS
@given(texts, languages)
def test_the_words_that_tie_a_quote_to_its_source_are_not_its_content(
    text: str, language: str
) -> None:
    for quote in find_quotes(text, language):
        assert quote.cue is None or not any(s.overlaps(quote.cue) for s in quote.spans)


@SETTINGS
@given(st.text(max_size=200), languages)
def test_no_text_whatever_raises(text: str, language: str) -> None:
    find_quotes(text, language)


@pytest.mark.slow
@SETTINGS
@given(texts, languages)
def test_the_same_text_read_twice_gives_the_same_quotes(text: str, language: str) -> None:
    reader = EXTRACTORS["learned"]
    assert find_quotes(text, language, extractor=reader) == find_quotes(text, language)


STYLES = ["“”", "„“", "„”", "«»", "»«", '""', "‘’", "``''"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_style_of_marks_changes_nothing_that_is_found(language: str, style: str) -> None:
    opening, closing = (style[:2], style[2:]) if len(style) == 4 else (style[0], style[1])

    def read(left: str, right: str) -> list[tuple[object, ...]]:
        text = facts_of(language)["marked"].format(left, right)
        return [
            (q.kind, [normal(re.sub(r"[^\w\s,.]", "", s.of(text))) for s in q.spans], q.speaker)
            for q in find_quotes(text, language)
        ]

    assert len(read("“", "”")) == 2
    assert read(opening, closing) == read("“", "”")


plain = st.lists(st.sampled_from([*WORDS[:15], ",", ".", "?"]), min_size=1, max_size=6).map(
    " ".join
)


@pytest.mark.slow
@SETTINGS
@given(st.lists(st.tuples(plain, plain), min_size=1, max_size=5), languages)
def test_guillemets_and_curly_marks_give_as_many_quotes(
    pairs: list[tuple[str, str]], language: str
) -> None:
    curly = "\n".join(f"“{said}” {told}" for said, told in pairs)
    angled = curly.replace("“", "«").replace("”", "»")
    assert [q.spans for q in find_quotes(angled, language)] == [
        q.spans for q in find_quotes(curly, language)
    ]


#: What is appended names nobody and has no single marks: a later full name may explain an earlier
#: surname, and a text may turn out to be one that quotes with single marks. Both are of the whole
#: text; everything else is of a paragraph and the one before it.
plain_words = [w for w in WORDS + MARKS if not w[0].isupper() and w[0] not in "'‘’`("]
appended = st.lists(st.sampled_from(plain_words), min_size=1, max_size=15).map(" ".join)


@SETTINGS
@given(texts, appended, languages)
def test_an_appended_paragraph_changes_no_quote_that_ended_a_paragraph_before(
    text: str, more: str, language: str
) -> None:
    """Content and cue stay; only a quote that reaches the last paragraph may go on from there."""
    lines = paragraphs(text)
    if len(lines) < 2:
        return

    def ended(whole: str) -> list[tuple[object, ...]]:
        quotes = find_quotes(whole, language)
        return [(q.kind, q.spans, q.cue) for q in quotes if q.end < lines[-1].start]

    assert ended(f"{text}\n\n{more}") == ended(text)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_appended_paragraph_of_narration_changes_no_case(language: str) -> None:
    more = facts_of(language)["narration"]
    for truth in TRUTHS:
        for case in read_cases(language, truth):
            text = case["text"]
            before = [(q.kind, q.spans, q.source, q.cue) for q in find_quotes(text, language)]
            longer = find_quotes(f"{text}\n\n{more}", language)
            assert [(q.kind, q.spans, q.source, q.cue) for q in longer] == before, case["id"]


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("paragraph", [80, 200_000], ids=["paragraphs", "one-paragraph"])
def test_200_000_words_with_one_stray_mark_are_read(paragraph: int) -> None:
    """No claim about time but that of the guard: what grows with the square never gets here."""
    sentence = "The ferry left at nine. “We were late,” said Nora Pike, and nobody minded. "
    copies = 200_000 // len(sentence.split())
    per = max(1, paragraph // len(sentence.split()))
    chunks = [sentence * min(per, copies - i) for i in range(0, copies, per)]
    text = "“" + "\n\n".join(chunk.strip() for chunk in chunks)
    assert len(find_quotes(text)) > copies * 0.9
