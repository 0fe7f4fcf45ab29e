"""The ranker sees every candidate, sums its trees rightly, and says when it cannot know."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.errors import UsageError
from toolkit.extract.learned import Reading, read_tagged
from toolkit.extract.quotation import EXTRACTORS, find_quotes
from toolkit.extract.ranking import Best, lead
from toolkit.extract.rules import Reader
from toolkit.extract.trees import load_trees, trees_of
from toolkit.languages import get_language

TEXT = (
    "Nora Pike, the harbour master, met the owners on Monday.\n\n"
    "“We keep the pier,” she said as a fisherman laughed."
)


def read(text: str, code: str = "en") -> Reading:
    return read_tagged(Reader(text, get_language(code)))


def ranked(reading: Reading) -> list[Best | None]:
    return reading.ranker().best(reading.drafts)


def test_the_candidates_are_all_phrases_of_the_paragraph_and_of_the_one_before() -> None:
    reading = read(TEXT)
    [draft] = reading.drafts
    found = {p.span.of(TEXT): n for n, p in reading.ranker().candidates(draft)}
    assert {"Nora Pike": 0, "she": 1, "a fisherman": 1}.items() <= found.items()


def test_no_candidate_lies_inside_a_direct_quote() -> None:
    text = "“Nora Pike keeps the pier,” said Ida Holm."
    reading = read(text)
    [draft] = reading.drafts
    assert "Nora Pike" not in {p.head for _, p in reading.ranker().candidates(draft)}


def test_the_best_candidate_stands_in_the_text_with_a_probability() -> None:
    [best] = ranked(read(TEXT))
    assert best is not None
    assert best.phrase.span.of(TEXT) == "she"
    assert 0.5 < best.p < 1.0


def test_a_dropped_subject_is_left_to_the_resolver() -> None:
    text = "Ida Holm habló ayer.\n\n«No habrá muelle», añadió."
    assert ranked(read(text, "es")) == [None]
    assert find_quotes(text, "es")[0].speaker == "Ida Holm"


def test_a_text_without_quotes_asks_nothing() -> None:
    assert find_quotes("The pier stands.") == []


def test_the_trees_are_summed_as_the_library_that_grew_them_does() -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier

    from toolkit.extract.fitting import as_arrays

    numbers = np.random.default_rng(7)
    rows = numbers.normal(size=(400, 4)).astype(np.float32)
    right = rows[:, 0] + rows[:, 1] * rows[:, 2] > 0
    model = HistGradientBoostingClassifier(max_iter=12, random_state=1).fit(rows, right)
    arrays = as_arrays(model, rows[:, 0], right.astype(np.float32), least=-1.0)
    assert np.allclose(trees_of(arrays).predict(rows), model.decision_function(rows), atol=1e-5)


def test_a_clearer_lead_is_never_less_sure() -> None:
    trees = load_trees("ranker")
    sure = [trees.share_at(lead(best, -9.0)) for best in (-4.0, -1.0, 0.0, 2.0, 6.0)]
    assert sure == sorted(sure)
    assert lead(3.0, 2.5) == 0.5 and lead(-1.0, -9.0) == -1.0


def test_rules_remain_an_extractor_to_compare_with() -> None:
    assert set(EXTRACTORS) == {"learned", "rules"}
    [by_rules] = find_quotes(TEXT, extractor="rules")
    [learned] = find_quotes(TEXT)
    assert by_rules.spans == learned.spans
    with pytest.raises(UsageError, match="did you mean 'learned'"):
        find_quotes(TEXT, extractor="lerned")
