"""How alike two quotes are, and how likely it is that they report the same utterance.

What the outlet shows in quote marks decides what can be known, so there are three strata. **QQ**:
both show four words or more, and shared phrases settle the matter. **Qs**: one shows a snippet
under four words; then it counts how much of it stands in the other, and what surrounds it. **I**:
one shows no words in marks at all; likeness then says little, and the most that can be said is
"may report the same statement".

Similarity is only described (one number of 0 to 1 that a reader can follow); the probability comes
from the models of ``pairing``, which also weigh who speaks, and when and in which form.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.bags import Numbers, Rows
from toolkit.compare.matching.features import Comparison, same_phrases, words_within
from toolkit.compare.matching.pairing import Models, load_models
from toolkit.compare.said import SNIPPET, Said

#: From this share of its words a quote stands within a longer one.
WITHIN = 0.8


def sentences_within(short: Said, long: Said) -> list[int]:
    """The sentences of a longer quote that a shorter one is cut from; none if it is no cut.

    A cut has nearly all of its words in marks from the longer; a sentence counts if half of the
    cut, or half of the sentence, is common to both.
    """
    words, others = set(short.marked), set(long.marked)
    if len(short.marked) >= len(long.marked) or len(words & others) < WITHIN * len(words):
        return []
    return [
        n
        for n, sentence in enumerate(long.sentences)
        if 2 * len(words & sentence) >= min(len(words), len(sentence))
    ]


class Likeness:
    """Likeness of quotes of one language, with words weighed by the event's own articles."""

    def __init__(
        self,
        said: Sequence[Said],
        texts: Sequence[str],
        language: str,
        models: Models | None = None,
    ):
        """Weigh words: `said` the quotes, `texts` the articles of that language.

        `models` are those that ship, unless others are given.
        """
        self._models = load_models() if models is None else models
        self._comparison = Comparison(said, texts, language)
        self._marked = np.array([len(s.marked) for s in said], dtype=np.int64)

    def strata(self, rows: Rows, columns: Rows) -> NDArray[np.str_]:
        """The stratum of each pair, by name."""
        fewest = np.minimum(self._marked[rows], self._marked[columns])
        return np.where(fewest == 0, "I", np.where(fewest < SNIPPET, "Qs", "QQ"))

    def score(
        self, rows: Sequence[int] | Rows, columns: Sequence[int] | Rows
    ) -> tuple[Numbers, Numbers]:
        """How alike quotes are and how likely one utterance, for pairs (rows[k], columns[k]).

        Returns two arrays of len(rows), 0 to 1: similarity (of a snippet: how much of it stands
        in the other) and probability.
        """
        first, second = (np.asarray(side, dtype=np.int64) for side in (rows, columns))
        alike, p = np.zeros(len(first)), np.zeros(len(first))
        strata = self.strata(first, second)
        for name, model in self._models.items():
            here = strata == name
            pair = first[here], second[here]
            measure = words_within if name == "Qs" else same_phrases
            alike[here] = measure(self._comparison, *pair)
            p[here] = model.probability(self._comparison, *pair)
        return alike, p
