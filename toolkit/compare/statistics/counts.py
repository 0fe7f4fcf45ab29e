"""How far a count may be off because the program misread: wrong ones among them, and missed ones.

Two questions, two intervals. *Of the places that the file's words lead to, how many are right?*
(`of_listed`): for a cell of one label, since a label that nothing leads to is no part of it. *How
many places are there in all?* (`of_all`): for all of an actor, a concept, a side or a class of
verbs, where those that were not found belong to the answer.

From the file of validation: of the found, P ~ Beta(tp + 1, fp + 1) are right; of the right, R ~
Beta(tp + 1, fn + 1) are found. With n found, t ~ Binomial(n, P) are right and those missed fail
before the (t + 1)th is found, NegBin(t + 1, R): every true number is taken for equally likely
beforehand. Both are exact sums (beta-binomial, beta-negative-binomial), so nothing is drawn. What a
person has confirmed is right for certain and narrows the first interval; of the second it lifts the
lower end, since what was missed is no surer for it.

Things of one article are right or wrong together, so that tp, fp and fn were made fewer when they
were counted (`validate`).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.statistics.reading import ENDS
from toolkit.compare.statistics.validation import CountErrors, Validation, load_validation

#: Missed things are summed up to so many times the found ones, and so many besides.
REACH, BESIDES = 20, 60


def of_listed(
    n: int, kind: str, *, sure: int = 0, validation: Validation | None = None
) -> tuple[int, int]:
    """How many of n things that were found are right, nine times in ten.

    `kind`: person, body, group, concept, scare_quote, or another that was validated; `sure`
    of the n were confirmed by a person. A kind that was not validated counts as a concept, the
    kind that is read worst.

    >>> low, high = of_listed(10, "person")
    >>> low < 10 == high, of_listed(10, "person", sure=10)
    (True, (10, 10))

    Does not show: what was not found.

    Source: beta-binomial posterior, counts of NewsWCL50 (see the model card).
    """
    from scipy import stats

    errors = _errors(kind, validation)
    right = np.arange(n - sure + 1)
    p = np.atleast_1d(stats.betabinom.pmf(right, n - sure, errors.tp + 1, errors.fp + 1))
    return _ends(p, sure)


def of_all(
    n: int, kind: str, *, sure: int = 0, validation: Validation | None = None
) -> tuple[int, int]:
    """How many things there are in truth where n were found, nine times in ten.

    As `of_listed`, and with those that were not found.

    >>> low, high = of_all(10, "person")
    >>> low < 10 < high
    True

    Does not show: anything where nothing was found: for n = 0 say "not found", whatever this gives.

    Source: as `of_listed`; Johnson, Kemp and Kotz 2005, section 6.2.3 (beta negative binomial).
    """
    return _of_all(n - sure, sure, _errors(kind, validation))


@lru_cache(maxsize=4096)
def _of_all(doubtful: int, sure: int, errors: CountErrors) -> tuple[int, int]:
    from scipy import stats

    right = np.arange(doubtful + 1)
    p_right = stats.betabinom.pmf(right, doubtful, errors.tp + 1, errors.fp + 1)
    missed = np.arange(REACH * (doubtful + sure) + BESIDES)
    found = (right + sure + 1)[:, None]
    p_missed = np.asarray(stats.betanbinom.pmf(missed, found, errors.tp_marked + 1, errors.fn + 1))
    total = np.zeros(doubtful + len(missed))
    for t, p in zip(right, p_right, strict=True):
        total[t : t + len(missed)] += p * p_missed[t]
    return _ends(total, sure)


def _ends(p: NDArray[np.float64], sure: int) -> tuple[int, int]:
    """The ends of a count whose chances are `p`, of none, one, two ... besides the sure ones."""
    low, high = np.searchsorted(p.cumsum() / p.sum() + 1e-12, ENDS)
    return sure + int(low), sure + int(high)


def _errors(kind: str, validation: Validation | None) -> CountErrors:
    known = (validation or load_validation()).counts
    return known.get(kind, known["concept"])
