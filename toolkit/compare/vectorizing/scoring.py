"""How strongly each column sets one class of texts apart, as scikit-learn's selectors ask it.

A ranking, not a test: with classes shuffled nearly every run has a word of |z| > 1.96. Whether a
difference is beyond chance, only whole articles dealt anew can say (``measures.terms``).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats
from sklearn.utils import check_X_y
from sklearn.utils.multiclass import check_classification_targets

from toolkit.compare.statistics.odds import weighted_log_odds
from toolkit.compare.statistics.permuting import sums_of

Floats = NDArray[np.float64]


def log_odds(X: Any, y: Any) -> tuple[Floats, Floats]:  # noqa: N803
    """Score columns of counts by weighted log-odds, for ``SelectKBest(log_odds)``.

    `X`: (texts, columns), counts, not negative, dense or sparse. `y`: a class a text, two or more.
    Returns scores and p, one a column: the largest |z| of the column in any class against the
    others, and its normal approximation.

    Raises ValueError for negative counts or fewer than two classes.

    >>> X = np.array([[9, 20, 20], [8, 21, 20], [1, 20, 20], [2, 20, 20]])
    >>> scores, p = log_odds(X, ["tide", "tide", "post", "post"])
    >>> int(scores.argmax())
    0

    Does not show: a finding. p is not corrected for the number of columns, nor for words of one
    text belonging together; permutation, not z, decides: use ``measures.terms`` for that.

    Source: Monroe, Colaresi and Quinn 2008, with the words of all classes as the prior.
    """
    counts, classes = check_X_y(X, y, accept_sparse="csr", dtype=np.float64)
    check_classification_targets(classes)
    if counts.min() < 0:
        raise ValueError("log_odds: counts are not negative")
    names = np.unique(classes)
    if len(names) < 2:
        raise ValueError(f"log_odds: two classes are needed to tell them apart, not {len(names)}")
    whole = sums_of(np.ones((1, len(classes))), counts)[0]
    own = sums_of((classes == names[:, None]).astype(float), counts)
    scores = np.abs(weighted_log_odds(own, whole)[1]).max(axis=0)
    return scores, np.minimum(1.0, 2 * stats.norm.sf(scores))
