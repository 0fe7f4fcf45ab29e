"""Claims about columns of counts in the manner of scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse
from sklearn.base import clone
from sklearn.exceptions import SkipTestWarning
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.utils import get_tags
from sklearn.utils.estimator_checks import check_estimator, parametrize_with_checks
from sklearn.utils.validation import check_is_fitted, validate_data

import toolkit as tk
from toolkit.errors import UsageError
from toolkit.model import Actor, Concept, Event, Side

EVENT = Event(
    "ferry", "The ferry",
    sides=(Side("line", "The line", (Actor("lena-ortiz", "Lena Ortiz"),)),),
    concepts=(Concept("end", "What happens", ("closure", "pause")),),
)  # fmt: skip
TEXTS = [
    "The closure came in May. “We will stay here,” said Lena Ortiz.",
    "A pause came in May. Lena Ortiz claimed that the pause was short.",
]


class _OfNumbers:
    """A vectorizer whose texts are rows of numbers, since scikit-learn's checks bring only those.

    A row is told as a text: for each number the word for whether it is above 0.
    """

    def fit(self, X, y=None):  # noqa: N803
        return super().fit(self._told(validate_data(self, X)))

    def fit_transform(self, X, y=None):  # noqa: N803
        return super().fit_transform(self._told(validate_data(self, X)))

    def transform(self, X):  # noqa: N803
        check_is_fitted(self)
        return super().transform(self._told(validate_data(self, X, reset=False)))

    def _told(self, rows) -> list[str]:
        return [" ".join("A pause." if v > 0 else "The closure." for v in row) for row in rows]

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.two_d_array = True
        return tags


class LabelsOfNumbers(_OfNumbers, tk.LabelVectorizer):
    pass


class QuotesOfNumbers(_OfNumbers, tk.QuoteVectorizer):
    pass


#: Left out, with the reason.
SKIPPED = {
    "check_array_api_input": "arrays of other libraries: the input is texts",
}


@parametrize_with_checks(
    [LabelsOfNumbers(EVENT), QuotesOfNumbers()], expected_failed_checks=lambda _: SKIPPED
)
def test_scikit_learns_own_checks(estimator, check) -> None:
    check(estimator)


def test_scikit_learn_knows_that_the_input_is_texts() -> None:
    """For which it has no checks of its own: those above run on rows told as texts."""
    for vectorizer in (tk.LabelVectorizer(EVENT), tk.QuoteVectorizer()):
        tags = get_tags(vectorizer).input_tags
        assert (tags.string, tags.two_d_array) == (True, False)
        with pytest.warns(SkipTestWarning, match="Can't test estimator"):
            assert {check["status"] for check in check_estimator(vectorizer)} == {"passed"}


def test_labels_are_columns_and_what_was_not_met_is_left_out() -> None:
    labels = tk.LabelVectorizer(EVENT).fit(TEXTS[:1])
    assert labels.get_feature_names_out().tolist() == ["end=closure", "lena-ortiz=lena ortiz"]
    counts = labels.transform(TEXTS)
    assert sparse.issparse(counts)
    assert counts.toarray().tolist() == [[1, 1], [0, 1]]


def test_labels_of_the_outlet_and_of_those_it_quotes_are_counted_apart() -> None:
    texts = ["The closure came. “It is a pause,” said Lena Ortiz."]
    own = tk.LabelVectorizer(EVENT, said="own").fit(texts)
    quoted = tk.LabelVectorizer(EVENT, said="quoted").fit(texts)
    assert "end=closure" in own.get_feature_names_out()
    assert quoted.get_feature_names_out().tolist() == ["end=pause"]


def test_quotes_are_counted_by_kind_speaker_side_and_class_of_verb() -> None:
    quotes = tk.QuoteVectorizer(EVENT, count=("kind", "speaker", "side", "verb_class")).fit(TEXTS)
    columns = quotes.transform(TEXTS).toarray().T
    counted = dict(zip(quotes.get_feature_names_out(), columns, strict=True))
    assert counted["words=direct"].tolist() == [4, 0]
    assert counted["words=indirect"].tolist()[0] == 0 < counted["words=indirect"][1]
    assert counted["side=line"].tolist() == counted["speaker=found"].tolist()
    assert counted["verb=neutral"].tolist() == [1, 0]


def test_a_wrong_choice_is_refused_with_what_there_is() -> None:
    with pytest.raises(UsageError, match="quotes are counted by kind, verb_class, speaker, side"):
        tk.QuoteVectorizer(count=("volume",)).fit(TEXTS)
    with pytest.raises(UsageError, match="'own', 'quoted' or 'all'"):
        tk.LabelVectorizer(EVENT, said="loud").fit(TEXTS)
    with pytest.raises(ValueError, match="not one text"):
        tk.LabelVectorizer(EVENT).fit("The closure")
    with pytest.raises(ValueError, match="texts are strings, not int"):
        tk.LabelVectorizer(EVENT).fit([1])


def test_texts_that_name_nothing_give_no_columns_and_empty_texts_are_texts() -> None:
    assert tk.LabelVectorizer(EVENT).fit_transform(["", "Rain fell."]).shape == (2, 0)
    assert tk.LabelVectorizer().fit_transform(TEXTS).shape == (2, 0)


def test_parameters_are_cloned() -> None:
    labels = tk.LabelVectorizer(EVENT, language="es", said="own")
    assert clone(labels).get_params() == labels.get_params()


def test_both_stand_in_a_pipeline_before_a_classifier() -> None:
    outlets = ["post", "tide"] * 4
    for vectorizer in (tk.LabelVectorizer(EVENT), tk.QuoteVectorizer(EVENT)):
        learned = make_pipeline(vectorizer, LogisticRegression()).fit(TEXTS * 4, outlets)
        assert learned.predict(TEXTS).tolist() == ["post", "tide"]


def test_log_odds_choose_columns_in_a_pipeline() -> None:
    chosen = make_pipeline(CountVectorizer(), SelectKBest(tk.log_odds, k=2))
    chosen.fit(TEXTS * 3, ["post", "tide"] * 3)
    assert "pause" in chosen.get_feature_names_out()


def test_log_odds_are_the_same_sparse_and_for_any_names_of_classes() -> None:
    counts = np.random.default_rng(1).poisson(3.0, (12, 7))
    classes = np.array(["a", "b", "c"] * 4)
    scores, p = tk.log_odds(counts, classes)
    assert ((p > 0) & (p <= 1)).all()
    swapped = np.array([{"a": "z", "b": "y", "c": "x"}[c] for c in classes])
    for other in (tk.log_odds(sparse.csr_array(counts), classes), tk.log_odds(counts, swapped)):
        assert other[0] == pytest.approx(scores)
        assert other[1] == pytest.approx(p)


@pytest.mark.parametrize(
    ("counts", "classes", "message"),
    [
        ([[1, -1], [2, 3]], ["a", "b"], "not negative"),
        ([[1, 1], [2, 3]], ["a", "a"], "two classes"),
    ],
)
def test_log_odds_refuse(counts, classes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        tk.log_odds(np.array(counts), classes)
