"""How alike two quotes are, and how often quotes that alike report the same utterance.

What the outlet shows in quote marks decides what can be known, so there are three strata. **QQ**:
both show four words or more, and the cosine of their weighted words settles the matter. **Qs**: one
shows a snippet under four words; then it counts how much of it stands in the other, and how rare
those words are in this event. **I**: one shows no words in marks at all; likeness then says little,
and the most that can be said is "may report the same statement".

A word weighs by its rarity in the event's own articles (TF-IDF): in the coverage of a strike,
"strike" tells nothing. `STEPS` turns likeness into a probability, as read off real coverage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.linking import Matrix
from toolkit.compare.matching.speakers import CERTAIN, SURE, different_persons, same_speaker
from toolkit.compare.said import Said, Stratum, stratum
from toolkit.compare.wording import keys, stop_words

Numbers = NDArray[np.float64]

#: In stratum I the same speaker is worth this much of the cosine.
SAME_SPEAKER = 0.05
#: Rarity (sum of idf over content words) at which a shared snippet is two thirds convincing.
TELLING = 6.0

#: A shared run of RUN words, or a snippet that stands whole in the same speaker's longer
#: quote, counts as at least WHOLE_RUN alike: one quote may join two sentences of a speech, and the
#: cosine then falls with every word that the other left out.
WHOLE_RUN = 0.5
#: From this share of its words a quote stands within a longer one.
WITHIN = 0.8

#: Likeness to probability: corner points (likeness, p) with straight lines between, per stratum.
#: Read off the pairs that `can_agree` leaves of 460 hand-coded quotes, 25 US articles of 2018 on
#: five events; 1,170, 1,100 and 8,592 pairs, 59, 33 and 155 of them one utterance. In-sample.
STEPS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "QQ": (
        (0.1, 0.0),
        (0.2, 0.06),
        (0.3, 0.2),
        (0.36, 0.5),
        (0.42, 0.85),
        (0.5, 0.93),
        (0.6, 0.98),
    ),
    "Qs": ((0.1, 0.0), (0.3, 0.05), (0.38, 0.5), (0.46, 0.9), (1.0, 0.96)),
    "I": ((0.1, 0.01), (0.2, 0.18), (0.25, 0.3), (0.3, 0.45), (0.4, 0.65), (0.55, 0.75), (1, 0.9)),
}


def likelihood(name: Stratum, likeness: float) -> float:
    """The share of pairs so alike that report the same utterance.

    >>> likelihood("QQ", 0.36)
    0.5
    """
    xs, ys = zip(*STEPS[name], strict=True)
    return float(np.interp(likeness, xs, ys))


def can_agree(a: Said, b: Said) -> bool:
    """False only for two sure, named, different persons."""
    enough = SURE if a.stretches.isdisjoint(b.stretches) else CERTAIN
    sure = all(x.is_person and (x.p_speaker is None or x.p_speaker >= enough) for x in (a, b))
    return not (sure and different_persons(a.speaker, b.speaker))


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

    def __init__(self, said: Sequence[Said], texts: Sequence[str], language: str):
        """Weigh words: `said` the quotes, `texts` the articles of that language."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.said = said
        paragraphs = [keys(p, language) for t in texts for p in t.split("\n") if p.strip()]
        background = [*paragraphs, *(s.words for s in said)]
        self._stop = stop_words(language)
        vectorizer = TfidfVectorizer(analyzer=lambda words: words, sublinear_tf=True)
        vectorizer.fit(background)
        names = vectorizer.get_feature_names_out()
        self._idf: dict[str, float] = dict(zip(names, vectorizer.idf_.tolist(), strict=True))
        vectors = vectorizer.transform([s.shown for s in said])
        self._cosine: Matrix = np.asarray((vectors @ vectors.T).toarray(), dtype=np.float64)

    def pair(self, i: int, j: int) -> float:
        """How alike quotes i and j are, 0 to 1, by the rule of their stratum."""
        a, b = self.said[i], self.said[j]
        name = stratum(a, b)
        if name == "Qs":
            return self._contained(a, b)
        cosine = min(1.0, float(self._cosine[i, j]))
        if name == "QQ" and cosine < WHOLE_RUN and _shares_a_run(a, b):
            return WHOLE_RUN
        if name == "I" and same_speaker(a.speaker, b.speaker):
            return min(1.0, cosine + SAME_SPEAKER)
        return cosine

    def score(self, rows: Sequence[int], columns: Sequence[int]) -> tuple[Numbers, Numbers]:
        """How alike quotes are and how likely one utterance, for pairs (rows[k], columns[k]).

        Returns two arrays of len(rows): likeness and probability; the latter is 0 where
        `can_agree` is False.
        """
        alike, p = np.zeros(len(rows)), np.zeros(len(rows))
        for k, (i, j) in enumerate(zip(rows, columns, strict=True)):
            a, b = self.said[i], self.said[j]
            alike[k] = self.pair(i, j)
            p[k] = likelihood(stratum(a, b), alike[k]) if can_agree(a, b) else 0.0
        return alike, p

    def _contained(self, a: Said, b: Said) -> float:
        """Share of the snippet's weight that stands in the other, discounted if it is common."""
        short, long = sorted((a, b), key=lambda s: len(s.marked))
        weight = {w: self._weight(w) for w in set(short.marked)}
        common = sum(v for w, v in weight.items() if w in set(long.marked))
        total = sum(weight.values())
        return float(common / total * (1 - np.exp(-common / TELLING))) if total else 0.0

    def _weight(self, word: str) -> float:
        return 0.0 if word in self._stop else self._idf[word]


def _shares_a_run(a: Said, b: Said) -> bool:
    if not a.stretches.isdisjoint(b.stretches):
        return True
    short, long = (f" {' '.join(s.marked)} " for s in sorted((a, b), key=lambda s: len(s.marked)))
    return short in long and same_speaker(a.speaker, b.speaker)
