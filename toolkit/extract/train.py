"""Train the ranker of speakers on marked news and write ``weights/ranker.npz``.

    python -m toolkit.extract.train --corpus ../shared/corpora/polnear

Every quote that the rules find and that people marked too is one question, every candidate one
answer, right when it overlaps the marked source. Gradient-boosted trees learn from 5 folds of whole
articles; what the folds say of articles that they did not see gives the calibration (isotonic, on
the lead of the best candidate), and a last model on all articles is what ships. Seeded: the same
data give the same file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.extract.calibrate import Marked, partner_of, read_polnear
from toolkit.extract.quotation import Reader
from toolkit.extract.ranking import Matrix, Ranker, candidates_of, lead, trees_of
from toolkit.languages import get_language

WEIGHTS = Path(__file__).parent / "weights" / "ranker.npz"
_FOLDS = 5
_SEED = 20261124
_MODEL = {
    "max_iter": 200, "max_leaf_nodes": 15, "learning_rate": 0.08, "l2_regularization": 2.0,
    "min_samples_leaf": 40, "random_state": _SEED, "early_stopping": False,
}  # fmt: skip


@dataclass(frozen=True)
class Questions:
    """Rows of features, whether each is right, and to which quote and article it belongs."""

    rows: Matrix
    right: np.ndarray[Any, np.dtype[np.bool_]]
    quote: np.ndarray[Any, np.dtype[np.int64]]
    article: np.ndarray[Any, np.dtype[np.int64]]


def ask(texts: Iterator[tuple[str, list[Marked]]]) -> Questions:
    """The questions that the marked texts put to a ranker."""
    rows: list[list[float]] = []
    right: list[bool] = []
    quote: list[int] = []
    article: list[int] = []
    number = 0
    for text_number, (text, marked) in enumerate(texts):
        for answers in _of_text(text, marked):
            rows += [row for row, _ in answers]
            right += [ok for _, ok in answers]
            quote += [number] * len(answers)
            article += [text_number] * len(answers)
            number += 1
    return Questions(
        np.array(rows, np.float32), np.array(right), np.array(quote), np.array(article)
    )


def _of_text(text: str, marked: list[Marked]) -> Iterator[list[tuple[list[float], bool]]]:
    reader = Reader(text, get_language("en"))
    drafts = reader.read()
    ranker = Ranker(reader.paragraphs, reader.cues, reader.frames)
    before = None
    for draft in drafts:
        partner = partner_of(draft, marked)
        if partner and partner.source:
            setting = ranker.setting(draft, before)
            yield [
                (
                    ranker.features(setting, number, phrase),
                    any(phrase.span.overlaps(s) for s in partner.source),
                )
                for number, phrase in candidates_of(draft, reader.paragraphs)
            ]
        before = draft


def fit(questions: Questions, chosen: np.ndarray[Any, np.dtype[np.bool_]]) -> Any:
    """Boosted trees fitted on the chosen rows."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(**_MODEL).fit(
        questions.rows[chosen], questions.right[chosen]
    )


def out_of_fold(questions: Questions) -> Matrix:
    """The score of every row by a model that did not see its article."""
    scores = np.zeros(len(questions.rows), np.float32)
    folds = questions.article % _FOLDS
    for fold in range(_FOLDS):
        unseen = folds == fold
        model = fit(questions, ~unseen)
        scores[unseen] = model.decision_function(questions.rows[unseen])
    return scores


def best_of(questions: Questions, scores: Matrix) -> tuple[Matrix, Matrix]:
    """For each quote the lead of its best candidate, and whether that one is right."""
    leads, right = [], []
    edges = np.flatnonzero(np.diff(questions.quote)) + 1
    for part in np.split(np.arange(len(scores)), edges):
        order = part[np.argsort(-scores[part], kind="stable")]
        second = scores[order[1]] if len(order) > 1 else -9.0
        leads.append(lead(float(scores[order[0]]), float(second)))
        right.append(bool(questions.right[order[0]]))
    return np.array(leads, np.float32), np.array(right, np.float32)


def as_arrays(model: Any, leads: Matrix, right: Matrix) -> dict[str, Any]:
    """The trees of a model and its calibration as plain arrays."""
    from sklearn.isotonic import IsotonicRegression

    nodes: list[tuple[int, float, int, int, float]] = []
    roots, depth = [], 0
    for (tree,) in model._predictors:
        roots.append(len(nodes))
        nodes += [_node(node, at, roots[-1]) for at, node in enumerate(tree.nodes)]
        depth = max(depth, int(tree.nodes["depth"].max()))
    feature, threshold, left, right_child, value = zip(*nodes, strict=True)
    isotonic = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds="clip").fit(leads, right)
    grid = np.quantile(leads, np.linspace(0, 1, 41))
    return {
        "feature": np.array(feature, np.int16), "threshold": np.array(threshold, np.float32),
        "left": np.array(left, np.int32), "right": np.array(right_child, np.int32),
        "value": np.array(value, np.float32), "roots": np.array(roots, np.int32),
        "depth": np.array(depth), "score": grid.astype(np.float32),
        "share": isotonic.predict(grid).astype(np.float32),
    }  # fmt: skip


def _node(node: Any, at: int, offset: int) -> tuple[int, float, int, int, float]:
    """A node as feature, threshold, left, right, value; a leaf points at itself.

    Leaves alone are summed; an inner node's value is what its tree would say if it ended there
    (scikit-learn shrinks those of leaves only), and tells what each split added (`reasons`).
    """
    if node["is_leaf"]:
        return 0, float("inf"), offset + at, offset + at, float(node["value"])
    children = offset + int(node["left"]), offset + int(node["right"])
    value = float(node["value"]) * _MODEL["learning_rate"]
    return int(node["feature_idx"]), float(node["num_threshold"]), *children, value


def main() -> None:
    """Train, say how well the folds did, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    corpus = parser.parse_args().corpus
    questions = ask(read_polnear(corpus / "train"))
    print(f"{questions.quote.max() + 1} quotes, {len(questions.rows)} candidates")
    leads, right = best_of(questions, out_of_fold(questions))
    print(f"source right, unseen articles: {right.mean():.3f}")
    model = fit(questions, np.ones(len(questions.rows), bool))
    arrays = as_arrays(model, leads, right)
    base = float(np.ravel(model._baseline_prediction)[0])
    arrays["base"] = np.array(base, np.float32)
    np.savez_compressed(WEIGHTS, **arrays)
    some = questions.rows[:2000]
    difference = np.abs(trees_of(arrays).predict(some) - model.decision_function(some)).max()
    print(f"largest difference to scikit-learn: {difference:.1e}")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
