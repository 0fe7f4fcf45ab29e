"""Fit what the reader learns, from marked words and from questions with right and wrong answers.

Used by ``train`` alone, with SciPy and scikit-learn; reading needs neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.extract.attributes import Attributes, Column
from toolkit.extract.chain import Floats, Whole, forward_backward
from toolkit.extract.tagging import (
    LABELS,
    Lexicon,
    Tagger,
    ending_of,
    feature_codes,
    rows_of,
    templates_for,
)
from toolkit.extract.trees import Matrix

#: A feature, word or ending seen in fewer articles is not learnt.
LEAST_ARTICLES = 5
#: How strongly weights are held near zero, and how often they are mended.
_HELD = 60.0
_ROUNDS = 120
#: Weights of frequent features are mended in smaller steps, as if each word counted for so much.
_COUNTED = 0.02
#: A feature none of whose weights is larger than this is left out of the file.
_SLIGHT = 0.02
SEED = 20261124

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Lesson:
    """One article to learn from: what is seen of its words, and the label of each."""

    seen: Attributes
    labels: NDArray[np.int8]


# -- the tagger -----------------------------------------------------------------------------------


def learn_lexicon(lessons: Sequence[Lesson]) -> Lexicon:
    """The words and endings that stand in enough articles, numbered."""
    words: Counter[str] = Counter()
    endings: Counter[str] = Counter()
    for lesson in lessons:
        own = set(lesson.seen.words)
        words.update(own)
        endings.update({ending_of(word) for word in own} - {""})
    return Lexicon.of(_often(words), _often(endings))


def _often(counts: Counter[str]) -> list[str]:
    return sorted(word for word, count in counts.items() if count >= LEAST_ARTICLES)


def known_keys(codes: Sequence[Sequence[Column]]) -> list[Whole]:
    """For each template the codes that stand in enough articles, in order."""
    keys = []
    for template in zip(*codes, strict=True):
        found, articles = np.unique(
            np.concatenate(list(map(np.unique, template))), return_counts=True
        )
        keys.append(found[articles >= LEAST_ARTICLES])
    return keys


@dataclass(frozen=True)
class Course:
    """All lessons as features: for each article the rows of weights of its words."""

    lessons: Sequence[Lesson]
    lexicon: Lexicon | None
    keys: Sequence[Whole]
    rows: Sequence[Sequence[Column]]

    @classmethod
    def of(cls, lessons: Sequence[Lesson], *, lexical: bool) -> Course:
        """Number the features of all lessons."""
        lexicon = learn_lexicon(lessons) if lexical else None
        templates = templates_for(lexicon)
        codes = [feature_codes(lesson.seen, templates, lexicon) for lesson in lessons]
        keys = known_keys(codes)
        return cls(lessons, lexicon, keys, [rows_of(code, keys) for code in codes])

    def fit(self, chosen: Sequence[int], told: Callable[[str], None] = lambda _: None) -> Tagger:
        """A tagger fitted on some of the lessons (L-BFGS on the likelihood with an L2 prior)."""
        from scipy.optimize import minimize
        from scipy.sparse import csr_matrix

        size, states = sum(map(len, self.keys)), len(LABELS)
        lessons = [self.lessons[n] for n in chosen]
        seen = np.vstack([np.stack(self.rows[n], axis=1) for n in chosen])
        known = seen < size
        pointers = np.concatenate([[0], np.cumsum(known.sum(axis=1))])
        ones = np.ones(int(known.sum()), np.float32)
        features = csr_matrix((ones, seen[known], pointers), shape=(len(seen), size))
        turned = features.T.tocsr()
        gold = _Gold(lessons, states)
        scale = _steps(np.asarray(features.sum(axis=0)).ravel(), states)

        def loss(scaled: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            """What is to be made small, and its slope."""
            weights = scaled * scale
            w, follow, begin = _cut(weights.astype(np.float32), size, states)
            scores = features @ w
            expected = forward_backward(scores, gold.starts, gold.lengths, follow, begin)
            gain = gold.gain(scores, follow, begin) - expected.log_sum
            slope = [
                (turned @ (expected.labels - gold.one_hot)).ravel(),
                (expected.pairs - gold.pairs).ravel(),
                expected.first - gold.first,
            ]
            held = 0.5 * _HELD * float(weights @ weights)
            return held - gain, (np.concatenate(slope) + _HELD * weights) * scale

        options: Any = {"maxiter": _ROUNDS, "maxcor": 10}
        found = minimize(loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B", options=options)
        told(f"{size} features, {len(chosen)} articles, {found.nit} rounds, loss {found.fun:.0f}")
        w, follow, begin = _cut((found.x * scale).astype(np.float32), size, states)
        weights = np.vstack([w, np.zeros((1, states), np.float32)])
        return Tagger(self.lexicon, self.keys, weights, follow, begin)


class _Gold:
    """What people marked, counted as a chain counts."""

    def __init__(self, lessons: Sequence[Lesson], states: int):
        labels = np.concatenate([lesson.labels for lesson in lessons]).astype(int)
        offsets = np.cumsum([0, *(len(lesson.labels) for lesson in lessons)])
        self.starts = np.concatenate(
            [lesson.seen.starts + at for lesson, at in zip(lessons, offsets, strict=False)]
        )
        self.lengths = np.concatenate([lesson.seen.lengths for lesson in lessons])
        self.labels = labels
        self.one_hot = np.eye(states, dtype=np.float32)[labels]
        opening = np.zeros(len(labels), bool)
        opening[self.starts] = True
        later = np.flatnonzero(~opening)
        self.pairs = np.zeros((states, states))
        np.add.at(self.pairs, (labels[later - 1], labels[later]), 1)
        self.first = np.bincount(labels[self.starts], minlength=states).astype(float)

    def gain(self, scores: Floats, follow: Floats, begin: Floats) -> float:
        """The score of the marked labels."""
        own = scores[np.arange(len(self.labels)), self.labels].sum(dtype=np.float64)
        return float(own + (self.pairs * follow).sum() + (self.first * begin).sum())


def _steps(counts: NDArray[Any], states: int) -> NDArray[np.float64]:
    """How far each weight moves in a round: the rarer its feature, the further.

    Without it a hundred rounds are not enough for the rare ones.
    """
    each = 1 / np.sqrt(1 + _COUNTED * counts)
    return np.concatenate([np.repeat(each, states), np.full((states + 1) * states, each.min())])


def _cut(weights: Floats, size: int, states: int) -> tuple[Floats, Floats, Floats]:
    pairs = size * states
    return (
        weights[:pairs].reshape(size, states),
        weights[pairs : pairs + states * states].reshape(states, states),
        weights[pairs + states * states :],
    )


def without_slight(tagger: Tagger) -> Tagger:
    """The tagger without the features that hardly weigh anything, for a small file."""
    heavy = np.abs(tagger.weights[:-1]).max(axis=1) > _SLIGHT
    parts = np.split(heavy, np.cumsum([len(k) for k in tagger.keys])[:-1])
    keys = [key[part] for key, part in zip(tagger.keys, parts, strict=True)]
    weights = np.vstack([tagger.weights[:-1][heavy], tagger.weights[-1:]])
    return Tagger(tagger.lexicon, keys, weights, tagger.follow, tagger.begin)


# -- trees ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Questions:
    """Rows of features, whether each is right, and to which question and article it belongs."""

    rows: Matrix
    right: Flags
    question: NDArray[np.int64]
    article: NDArray[np.int64]


_BOOSTING = {
    "max_iter": 200, "max_leaf_nodes": 15, "learning_rate": 0.08, "l2_regularization": 2.0,
    "min_samples_leaf": 40, "random_state": SEED, "early_stopping": False,
}  # fmt: skip


def boost(questions: Questions, chosen: Flags | None = None) -> Any:
    """Boosted trees fitted on the chosen rows, else on all."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    some = slice(None) if chosen is None else chosen
    return HistGradientBoostingClassifier(**_BOOSTING).fit(
        questions.rows[some], questions.right[some]
    )


def as_arrays(model: Any, scores: Matrix, right: NDArray[Any], least: float) -> dict[str, Any]:
    """The trees of a model as plain arrays, with a calibration on scores of unseen articles."""
    from sklearn.isotonic import IsotonicRegression

    nodes: list[tuple[int, float, int, int, float]] = []
    roots, depth = [], 0
    for (tree,) in model._predictors:
        roots.append(len(nodes))
        nodes += [_node(node, at, roots[-1]) for at, node in enumerate(tree.nodes)]
        depth = max(depth, int(tree.nodes["depth"].max()))
    feature, threshold, left, right_child, value = zip(*nodes, strict=True)
    isotonic = IsotonicRegression(y_min=0.02, y_max=0.99, out_of_bounds="clip").fit(scores, right)
    grid = np.unique(np.quantile(scores, np.linspace(0, 1, 61)))
    return {
        "feature": np.array(feature, np.int16), "threshold": np.array(threshold, np.float32),
        "left": np.array(left, np.int32), "right": np.array(right_child, np.int32),
        "value": np.array(value, np.float32), "roots": np.array(roots, np.int32),
        "depth": np.array(depth), "score": grid.astype(np.float32),
        "share": isotonic.predict(grid).astype(np.float32),
        "base": np.array(float(np.ravel(model._baseline_prediction)[0]), np.float32),
        "least": np.array(least, np.float32),
    }  # fmt: skip


def _node(node: Any, at: int, offset: int) -> tuple[int, float, int, int, float]:
    """A node as feature, threshold, left, right, value; a leaf points at itself.

    Leaves alone are summed; an inner node's value is what its tree would say if it ended there
    (scikit-learn shrinks those of leaves only), and tells what each split added (`reasons`).
    """
    if node["is_leaf"]:
        return 0, float("inf"), offset + at, offset + at, float(node["value"])
    children = offset + int(node["left"]), offset + int(node["right"])
    value = float(node["value"]) * float(_BOOSTING["learning_rate"])
    return int(node["feature_idx"]), float(node["num_threshold"]), *children, value
