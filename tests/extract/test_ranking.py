"""The ranker sees every candidate, sums its trees rightly, and says when it cannot know."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from toolkit.errors import UsageError
from toolkit.extract.quotation import EXTRACTORS, Reader, find_quotes
from toolkit.extract.ranking import Best, Ranker, candidates_of, lead, load_trees
from toolkit.languages import get_language

TEXT = (
    "Nora Pike, the harbour master, met the owners on Monday.\n\n"
    "“We keep the pier,” she said as a fisherman laughed."
)


def reader_of(text: str, code: str = "en") -> Reader:
    return Reader(text, get_language(code))


def ranked(reader: Reader) -> list[Best | None]:
    return Ranker(reader.paragraphs, reader.cues, reader.frames).best(reader.read())


def test_the_candidates_are_all_phrases_of_the_paragraph_and_of_the_one_before() -> None:
    reader = reader_of(TEXT)
    [draft] = reader.read()
    found = {p.span.of(TEXT): n for n, p in candidates_of(draft, reader.paragraphs)}
    assert {"Nora Pike": 0, "she": 1, "a fisherman": 1}.items() <= found.items()


def test_no_candidate_lies_inside_a_direct_quote() -> None:
    text = "“Nora Pike keeps the pier,” said Ida Holm."
    reader = reader_of(text)
    [draft] = reader.read()
    assert "Nora Pike" not in {p.head for _, p in candidates_of(draft, reader.paragraphs)}


def test_the_best_candidate_stands_in_the_text_with_a_probability() -> None:
    reader = reader_of(TEXT)
    [best] = ranked(reader)
    assert best is not None
    assert best.phrase.span.of(TEXT) == "she"
    assert 0.5 < best.p < 1.0


def test_a_dropped_subject_is_left_to_the_resolver() -> None:
    text = "Ida Holm habló ayer.\n\n«No habrá muelle», añadió."
    reader = reader_of(text, "es")
    assert ranked(reader) == [None]
    assert find_quotes(text, "es")[0].speaker == "Ida Holm"


def test_a_text_without_quotes_asks_nothing() -> None:
    assert find_quotes("The pier stands.") == []


def test_the_trees_are_summed_as_the_library_that_grew_them_does() -> None:
    from sklearn.ensemble import HistGradientBoostingClassifier

    from toolkit.extract.ranking import trees_of
    from toolkit.extract.train import as_arrays

    numbers = np.random.default_rng(7)
    rows = numbers.normal(size=(400, 4)).astype(np.float32)
    right = rows[:, 0] + rows[:, 1] * rows[:, 2] > 0
    model = HistGradientBoostingClassifier(max_iter=12, random_state=1).fit(rows, right)
    arrays = as_arrays(model, rows[:, 0], right.astype(np.float32))
    arrays["base"] = np.array(float(np.ravel(model._baseline_prediction)[0]))
    assert np.allclose(trees_of(arrays).predict(rows), model.decision_function(rows), atol=1e-5)


def test_a_clearer_lead_is_never_less_sure() -> None:
    trees = load_trees()
    sure = [trees.probability(best, -9.0) for best in (-4.0, -1.0, 0.0, 2.0, 6.0)]
    assert sure == sorted(sure)
    assert lead(3.0, 2.5) == 0.5 and lead(-1.0, -9.0) == -1.0


def test_the_weights_are_small_and_hold_no_pickle() -> None:
    path = files("toolkit.extract") / "weights" / "ranker.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays.files)
    assert len(path.read_bytes()) < 2_000_000


def test_rules_remain_an_extractor_to_compare_with() -> None:
    assert set(EXTRACTORS) == {"ranked", "rules"}
    [by_rules] = find_quotes(TEXT, extractor="rules")
    [ranked] = find_quotes(TEXT)
    assert by_rules.spans == ranked.spans
    with pytest.raises(UsageError, match="did you mean 'ranked'"):
        find_quotes(TEXT, extractor="rankd")
