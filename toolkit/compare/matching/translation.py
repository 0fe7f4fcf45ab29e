"""The same utterance in two languages: which groups of quotes belong together, to be checked.

Each group holds the quotes of one utterance in one language. The likeliest pairs of quotes speak
for two groups (`counterparts` says how likely each is), and two groups are joined when each is the
other's best match. What was one statement in one language may be two quotes in the other, so a
group that is nobody's best match may still join its own, if that is close and shows words in
marks: a loose retelling resembles everything said on the matter and must not tie two groups
together. No threshold makes this sure; every such row is graded "across languages, please check".
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Mapping, Sequence

import numpy as np

from toolkit.compare.matching.across import Crossing
from toolkit.compare.matching.counterparts import (
    FLOOR,
    Likely,
    likely_pairs,
    load_weights,
    probability,
)
from toolkit.compare.matching.joining import join_groups
from toolkit.compare.matching.linking import Pair
from toolkit.compare.matching.meaning import LANGUAGES, MissingEncoderError, encode, sentences_of
from toolkit.compare.said import Said
from toolkit.errors import SidelightWarning

#: How much of a pair's log-odds is its own; the rest is that of the two groups.
OWN = 0.5


class NotComparedWarning(SidelightWarning):
    """Quotes in several languages that could not be compared with one another."""


class Translations:
    """What ties the groups of one language to those of another.

    `joins` says which groups, by number, are one; `p` and `likeness` tell of two quotes, by row.
    """

    def __init__(self, said: Sequence[Said], groups: Sequence[Sequence[int]]):
        """Compare groups of quotes of one language each; `groups` holds row numbers of `said`."""
        self._between: dict[tuple[str, str], _Between] = {}
        numbers: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            numbers.setdefault(said[group[0]].language, []).append(number)
        codes = _compared(sorted(numbers))
        sides = {code: _Grouped(said, {n: groups[n] for n in numbers[code]}) for code in codes}
        self._at = {i: (code, n) for code in codes for n, i in enumerate(sides[code].rows)}
        try:
            for a, b in itertools.combinations(codes, 2):
                self._between[a, b] = _Between(sides[a], sides[b])
        except MissingEncoderError as error:
            _warn_of_encoder(codes, error)
        odds = {pair: o for found in self._between.values() for pair, o in found.groups.items()}
        quoted = {
            n: said[group[0]].language if any(said[i].marked for i in group) else None
            for n, group in enumerate(groups)
        }
        self._said, self._groups = said, groups
        self.joins = join_groups(odds, quoted, self._bridge)

    def p(self, i: int, j: int) -> float:
        """How likely two quotes in different languages report one utterance."""
        (a, m), (b, n) = sorted((self._at.get(i, ("", i)), self._at.get(j, ("", j))))
        between = self._between.get((a, b))
        return probability(between.log_odds(m, n)) if between else 0.0

    def likeness(self, i: int, j: int) -> float:
        """How well the longer of two quotes says what the shorter one does, 0 to 1."""
        (a, m), (b, n) = sorted((self._at.get(i, ("", i)), self._at.get(j, ("", j))))
        between = self._between.get((a, b))
        return between.likeness(m, n) if between else 0.0

    def _own_odds(self, i: int, j: int) -> float:
        (a, m), (b, n) = sorted((self._at[i], self._at[j]))
        return self._between[a, b].own_odds(m, n) if a != b else FLOOR

    def _bridge(self, group: int, match: int, rivals: frozenset[int]) -> int | None:
        """The quote of `match` in whose one sentence stands `group`, in another a rival."""
        quoting = [i for i in self._groups[match] if self._said[i].marked]
        if not quoting:
            return None
        others = [j for n in sorted(rivals) for j in self._groups[n]]
        odds = {i: max(self._own_odds(i, j) for j in self._groups[group]) for i in quoting}
        row = max(quoting, key=lambda i: (odds[i], -i))
        near = self._nearest_sentence(row, self._groups[group])
        return row if near != self._nearest_sentence(row, others) else None

    def _nearest_sentence(self, row: int, others: Sequence[int]) -> int:
        """Which sentence of a quote is nearest to the likeliest of some others."""
        other = max(others, key=lambda j: (self._own_odds(row, j), -j))
        own, theirs = (encode(sentences_of(self._said[i])) for i in (row, other))
        return int((own @ theirs.T).max(axis=1).argmax())


def _compared(codes: Sequence[str]) -> list[str]:
    """The languages that can be compared, with a warning about others."""
    known = [code for code in codes if code.casefold().split("-")[0] in LANGUAGES]
    unknown = [code for code in codes if code not in known]
    if unknown and len(codes) > 1:
        warnings.warn(
            f"quotes in {' and '.join(repr(code) for code in unknown)} were compared with none in "
            "another language, as there are sentence vectors only for "
            f"{', '.join(sorted(LANGUAGES))}; say 'same' where you know two to be one utterance",
            NotComparedWarning,
            stacklevel=2,
        )
    return known if len(known) > 1 else []


def _warn_of_encoder(codes: Sequence[str], error: Exception) -> None:
    warnings.warn(
        f"quotes in {' and '.join(repr(code) for code in codes)} were not compared with one "
        f"another, as the sentence vectors do not load ({error}); what two languages report is "
        "listed twice until then. `sidelight doctor` says what to do",
        NotComparedWarning,
        stacklevel=2,
    )


class _Grouped:
    """The quotes of one language: their rows, and the number of the group that each is in."""

    def __init__(self, said: Sequence[Said], groups: Mapping[int, Sequence[int]]):
        self.rows = [i for group in groups.values() for i in group]
        self.said = [said[i] for i in self.rows]
        self.size = {number: len(group) for number, group in groups.items()}
        self.numbers = np.repeat(list(groups), list(self.size.values()))


class _Between:
    """The quotes and groups of two languages, compared."""

    def __init__(self, a: _Grouped, b: _Grouped):
        pairs = likely_pairs(Crossing.of(a.said, b.said), load_weights())
        self._a, self._b, self._pairs = a, b, pairs
        self._codes = pairs.rows * len(b.rows) + pairs.columns
        self.groups = _group_odds(pairs, a, b)

    def own_odds(self, m: int, n: int) -> float:
        """The log-odds of two quotes by themselves."""
        at = self._find(m, n)
        return FLOOR if at is None else float(self._pairs.log_odds[at])

    def log_odds(self, m: int, n: int) -> float:
        """Of two quotes, partly their own and partly those of their groups."""
        groups = (int(self._a.numbers[m]), int(self._b.numbers[n]))
        return OWN * self.own_odds(m, n) + (1 - OWN) * self.groups.get(groups, FLOOR)

    def likeness(self, m: int, n: int) -> float:
        """How well the longer of two quotes says what the shorter one does."""
        at = self._find(m, n)
        alike = 0.0 if at is None else float(self._pairs.covered[at])
        return round(min(1.0, max(0.0, alike)), 4)

    def _find(self, m: int, n: int) -> int | None:
        code = m * len(self._b.rows) + n
        at = int(np.searchsorted(self._codes, code))
        return at if at < len(self._codes) and self._codes[at] == code else None


def _group_odds(pairs: Likely, a: _Grouped, b: _Grouped) -> dict[Pair, float]:
    """The log-odds of each two groups that have a pair of quotes worth keeping.

    It is the mean of the two likeliest, as one good pair may be chance.
    """
    first, second = a.numbers[pairs.rows], b.numbers[pairs.columns]
    order = np.lexsort((-pairs.log_odds, second, first))
    first, second, odds = first[order], second[order], pairs.log_odds[order].astype(float)
    follows = (first[1:] == first[:-1]) & (second[1:] == second[:-1])
    runner_up = np.append(np.where(follows, odds[1:], FLOOR), FLOOR)
    starts = np.flatnonzero(np.append(True, ~follows)[: len(odds)])
    return {
        (g, h): best if a.size[g] * b.size[h] == 1 else (best + other) / 2
        for g, h, best, other in zip(
            *(column[starts].tolist() for column in (first, second, odds, runner_up)), strict=True
        )
    }
