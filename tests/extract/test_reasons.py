"""Reasons are the model's own, in words that are true of the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from inspect import signature
from pathlib import Path

import numpy as np
import pytest

import toolkit as tk
from toolkit.extract import reasons
from toolkit.extract.learned import read_tagged
from toolkit.extract.quotation import EXTRACTORS, find_quotes
from toolkit.extract.ranking import FEATURES
from toolkit.extract.reasons import METHODS, REASONS, Asked, explain_method, find_reasons
from toolkit.extract.rules import Reader
from toolkit.extract.trees import load_trees, trees_of
from toolkit.languages import get_language

TEXT = (
    "Nora Pike, the harbour master, met the owners on Monday.\n\n"
    "“We keep the pier,” she said as a fisherman laughed.\n\n"
    "“And we mean to keep it for good.”"
)
CASES = Path(__file__).parent.parent / "cases" / "quotation"


def rows_of(text: str) -> Iterator[list[float]]:
    reading = read_tagged(Reader(text, get_language("en")))
    ranker = reading.ranker()
    for draft in reading.drafts:
        setting = ranker.setting(draft, None)
        for number, phrase in ranker.candidates(draft):
            yield ranker.features(setting, number, phrase)


def test_every_column_of_a_row_has_a_name() -> None:
    assert {len(row) for row in rows_of(TEXT)} == {len(FEATURES)}
    assert len(set(FEATURES)) == len(FEATURES)


def test_every_column_belongs_to_one_reason() -> None:
    grouped = [name for columns, _ in REASONS.values() for name in columns]
    assert sorted(grouped) == sorted(FEATURES)


def test_what_the_columns_moved_is_the_score() -> None:
    trees = load_trees("ranker")
    start = trees.base + float(trees.value[trees.roots].sum())
    for row in rows_of(TEXT):
        array = np.array(row, np.float32)
        moved = reasons.contributions(trees, array)
        assert start + moved.sum() == pytest.approx(float(trees.predict(array[None])[0]), abs=1e-4)


def test_a_move_belongs_to_the_column_that_was_split_on() -> None:
    """One tree: column 1 parts it by 3 to -1 or 1, and below that column 0 parts 1 into 0 and 5."""
    trees = trees_of({
        "feature": np.array([1, 0, 0, 0, 0], np.int16),
        "threshold": np.array([3, np.inf, 7, np.inf, np.inf], np.float32),
        "left": np.array([1, 1, 3, 3, 4], np.int32), "right": np.array([2, 1, 4, 3, 4], np.int32),
        "value": np.array([0.5, -1, 1, 0, 5], np.float32), "roots": np.array([0], np.int32),
        "depth": 2, "base": 0.0, "score": np.zeros(1), "share": np.zeros(1), "least": 0.0,
    })  # fmt: skip
    for row, moved in (([9, 4], [4, 0.5]), ([7, 4], [-1, 0.5]), ([9, 3], [0, -1.5])):
        assert reasons.contributions(trees, np.array(row, np.float32)).tolist() == moved


def test_reasons_stand_in_the_order_of_the_quotes() -> None:
    quotes, whys = find_quotes(TEXT), find_reasons(TEXT)
    assert [why.spans for why in whys] == [quote.spans for quote in quotes]
    assert [why.source for why in whys] == ["she", "she"]
    assert all(why.reasons for why in whys)


def test_the_verb_beside_the_source_speaks_for_it_and_its_absence_is_said() -> None:
    first, second = find_reasons(TEXT)
    assert "“said” stands beside it" in [r.words for r in first.reasons]
    assert len(first.speaks_for()) <= 3 and len(first.speaks_against()) <= 1
    assert all(r.weight > 0 for r in first.speaks_for())
    assert all(r.weight < 0 for why in (first, second) for r in why.speaks_against())
    assert len({r.words for r in second.reasons}) == len(second.reasons)


def test_what_is_explained_is_what_was_ranked() -> None:
    event = tk.load_event("saltworks")
    for article in event.articles[:3]:
        language = get_language(article.language)
        reading = read_tagged(Reader(article.text, language))
        drafts, ranker = reading.drafts, reading.ranker()
        quotes = find_quotes(article.text, article.language)
        told = reasons.ask_ranker(quotes, article.text, language)
        asked = {quote.spans: known for quote, known in zip(quotes, told, strict=True)}
        for draft, before in zip(drafts, [None, *drafts], strict=False):
            known = asked[tuple(draft.spans)]
            if known is None:
                continue
            setting = ranker.setting(draft, before)
            found = ranker.candidates(draft)
            rows = np.array([ranker.features(setting, *place) for place in found], np.float32)
            explained = np.array([[known[name] for name in FEATURES]], np.float32)
            trees = load_trees("ranker")
            [score] = trees.predict(explained)
            assert score == trees.predict(rows).max()


def test_quotes_and_reasons_ask_the_same_extractor_unless_told() -> None:
    defaults = [signature(f).parameters["extractor"].default for f in (find_quotes, find_reasons)]
    assert defaults[0] == defaults[1] and defaults[0] in reasons.ASKED_OF


def test_the_same_text_gives_the_same_reasons() -> None:
    first = find_reasons(TEXT)
    reasons._remembered.cache_clear()
    assert find_reasons(TEXT) == first


def test_where_no_model_was_asked_the_rule_alone_is_the_reason() -> None:
    [by_rules, _] = find_reasons(TEXT, extractor="rules")
    assert by_rules.reasons == () and by_rules.rule.startswith("after the words come")
    by_function = find_reasons(TEXT, extractor=EXTRACTORS["rules"])
    assert [why.reasons for why in by_function] == [(), ()]
    [dropped] = find_reasons("Ida Holm habló ayer.\n\n«No habrá muelle», añadió.", "es")
    assert dropped.source is None and dropped.reasons == ()
    assert "no subject" in dropped.rule


def test_words_are_true_of_the_source_whichever_way_they_count() -> None:
    nothing = dict.fromkeys(FEATURES, 0.0)
    words = {words_of(Asked(nothing)) for _, words_of in REASONS.values()}
    assert "no verb of saying stands beside it" in words and "the rules point elsewhere" in words
    there = Asked({**nothing, "rule_chose": 1.0, "side": 1.0, "distance": 1.0, "cue": 1.0,
                   "name": 1.0, "titled": 1.0, "times_named": 4.0, "same_sentence": 1.0},
                  "said")  # fmt: skip
    words = {words_of(there) for _, words_of in REASONS.values()}
    assert {
        "the rules point to it", "“said” stands beside it",
        "it stands one word after the quotation",
        "it is a name with a title", "it is named 4 times in the article",
        "it stands in the same sentence",
    } <= words  # fmt: skip


def steps_that_occur() -> Iterator[str]:
    yield from tk.tabulate_quotes(tk.load_event("saltworks"))["method"]
    for file in sorted(CASES.glob("*/*.jsonl")):
        for line in file.read_text(encoding="utf8").splitlines():
            for extractor in EXTRACTORS:
                text = json.loads(line)["text"]
                for quote in find_quotes(text, file.parent.name, extractor=extractor):
                    yield quote.method


@pytest.mark.slow
def test_every_method_that_occurs_has_words() -> None:
    """Each step alone, so that one whose words are its own name again is seen."""
    tables = list(METHODS.values())
    without = {
        step
        for method in set(steps_that_occur())
        for number, part in enumerate(method.split("+"))
        for step in [re.sub("^(indirect|inserted|contested)_", "", part)]
        if step not in tables[min(number, 2)] and not step.startswith("unknown_")
    }
    assert without == set()


def test_an_unknown_method_is_printed_as_it_is() -> None:
    assert explain_method("seen_in_a_dream+name") == "seen in a dream; the source is a name"


def test_who_is_unknown_is_said_and_who_is_contested_too() -> None:
    assert explain_method("no_cue+unknown_pronoun").endswith(
        "; the article does not show who is meant"
    )
    assert explain_method("no_cue+contested_it").endswith(
        "; with somebody else nearly as likely: “it” is taken for the likeliest body named before"
    )
