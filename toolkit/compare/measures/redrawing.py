"""An event's utterances drawn as they may truly be: the Monte Carlo behind `fullness`.

Each quote may be none, may be another utterance, or somebody else's; quotes whose speaker is one
decision are somebody else's together. An outlet may have quotes that were not found. And what looks
like two utterances may be one whose versions were not put together. How often that happens was
counted on marked news. The random numbers of a quote follow from its article's text and place, so
that no number depends on the names of outlets, or on their order.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.statistics.reading import ENDS, SEED
from toolkit.compare.statistics.validation import load_validation
from toolkit.compare.tallies import LIKELY, NO_SIDE, Row, either
from toolkit.tables import read_candidates

DRAWS = 1000
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Heard:
    """One utterance: the chance of each side that it is its own, and its quotes, fullest first."""

    chances: Mapping[str, float]
    quotes: Sequence[Row]

    @property
    def outlets(self) -> set[str]:
        """The outlets that likelier have it than not."""
        return {q["outlet"] for q in self.quotes if q["p_same"] >= LIKELY}

    @property
    def is_sure(self) -> bool:
        """Whether a person has confirmed what the fullest version is and who speaks."""
        fullest = self.quotes[0]
        return bool(either(fullest["p_quote"], 1.0) == 1 and max(self.chances.values()) == 1)


@dataclass
class Redrawn:
    """The utterances of each side, and how many each outlet carries, in every draw.

    `texts` has a fingerprint of each article's text.
    """

    heard: Sequence[Heard]
    sides: Sequence[str]
    texts: Mapping[str, str]
    known: dict[str, Floats] = field(default_factory=dict)
    carried: dict[tuple[str, str], Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known = {side: np.zeros(DRAWS) for side in self.sides}
        self.quoted = self._quoted()
        for one in self.heard:
            self._add(one)
        for outlet, quotes in self._by_outlet().items():
            self._add_missed(outlet, quotes)
        for side in self.sides:
            self.known[side] = self.known[side] - self._unjoined(side)

    def interval(self, outlet: str, side: str) -> tuple[float, float]:
        """Where the share of a side's utterances that an outlet carries lies nine times in ten."""
        has = self.carried.get((outlet, side), np.zeros(DRAWS))
        known = np.maximum(self.known[side], has)
        if not (known > 0).any():
            return 0.0, 1.0
        low, high = np.quantile(has[known > 0] / known[known > 0], ENDS)
        return float(low), float(high)

    def _quoted(self) -> dict[str, Floats]:
        """For each article how its quotes are shared among the sides."""
        sums: dict[str, Floats] = {}
        for one in self.heard:
            for quote in one.quotes:
                shares = np.array([one.chances[side] for side in self.sides])
                sums[quote["article_id"]] = sums.get(quote["article_id"], 0.0) + shares
        return {article: shares / shares.sum() for article, shares in sums.items()}

    def _whose(self, article_id: str) -> dict[str, float]:
        """Whose a quote may be of which nothing is known: of those quoted there, or nobody's."""
        among = load_validation().speakers.among_found * self.quoted[article_id]
        whose = dict(zip(self.sides, among.tolist(), strict=True))
        return {**whose, NO_SIDE: whose[NO_SIDE] + 1.0 - float(among.sum())}

    def _add(self, one: Heard) -> None:
        """Add one utterance: for each outlet whether it has it, or something else of its own."""
        same: dict[str, Flags] = {}
        apart: dict[str, Flags] = {}
        for quote in one.quotes:
            drawn = self._numbers(quote)
            real = drawn[0] < float(either(quote["p_quote"], 1.0))
            joined = real & (drawn[1] < float(quote["p_same"]))
            outlet = quote["outlet"]
            same[outlet] = same.get(outlet, np.zeros(DRAWS, bool)) | joined
            apart[outlet] = apart.get(outlet, np.zeros(DRAWS, bool)) | (real & ~joined)
        alone = {o: a & ~same[o] for o, a in apart.items()}
        known = np.logical_or.reduce(list(same.values())) + np.sum(list(alone.values()), axis=0)
        for side, mine in self._speakers(one).items():
            self.known[side] += known * mine
            for outlet in same:
                has = ((same[outlet] | alone[outlet]) & mine).astype(np.float64)
                self.carried[outlet, side] = self.carried.get((outlet, side), 0.0) + has

    def _speakers(self, one: Heard) -> dict[str, Flags]:
        """For each side whether the utterance is its own.

        Now and then the speaker is one of whom the program did not think.
        """
        fullest = one.quotes[0]
        article_id = fullest["article_id"]
        # Quotes of one article with the same candidates are one decision.
        names = sorted(name for name, _ in read_candidates(fullest["candidates"]))
        decision = f"{self.texts[article_id]}:{';'.join(names) or fullest['start']}"
        chance, wrong, other = self._generator(decision).random((3, DRAWS))
        unforeseen = (wrong < load_validation().speakers.unforeseen) & (not one.is_sure)
        whose = self._whose(article_id)
        return {
            side: np.where(unforeseen, other < whose[side], chance < one.chances[side])
            for side in self.sides
        }

    def _by_outlet(self) -> dict[str, list[Row]]:
        found: dict[str, dict[str, Row]] = {}
        for one in self.heard:
            for quote in one.quotes:
                found.setdefault(quote["outlet"], {})[quote["quote_id"]] = quote
        return {outlet: list(quotes.values()) for outlet, quotes in found.items()}

    def _add_missed(self, outlet: str, quotes: Sequence[Row]) -> None:
        """Add the quotes that were not found: what others have too, or what nobody else has."""
        known = load_validation().quotes
        for article_id in dict.fromkeys(q["article_id"] for q in quotes):
            generator = self._generator(f"{self.texts[article_id]}:missed")
            whose = self._whose(article_id)
            for kind, errors in known.items():
                n = sum(q["article_id"] == article_id and q["kind"] == kind for q in quotes)
                recall = generator.beta(errors.tp + 1, errors.fn + 1, DRAWS)
                missed = generator.negative_binomial(n + 1, recall)
                uniform = generator.random((2, DRAWS))
                for side in self.sides:
                    # Rounded at random, so that a third of a quote is one in every third draw.
                    own = np.floor(missed * whose[side] + uniform[0])
                    new = np.floor(own * (1.0 - self.shared) + uniform[1])
                    self.known[side] += new
                    self.carried[outlet, side] = self.carried.get((outlet, side), 0.0) + own

    @property
    def shared(self) -> float:
        """How often what an outlet carries is carried by another too."""
        counts = [len(one.outlets) for one in self.heard]
        return sum(c for c in counts if c > 1) / max(1, sum(counts))

    def _unjoined(self, side: str) -> Floats:
        """How many utterances of a side only look like another, not having been put together."""
        drawn = np.zeros(DRAWS)
        for marked in (True, False):
            own = [
                one for one in self.heard
                if (one.quotes[0]["kind"] != "indirect") == marked
                and one.chances[side] >= LIKELY
            ]  # fmt: skip
            lone = [one for one in own if len(one.outlets) < 2]
            if lone and len(own) > len(lone):
                # Of so many pairs that are one, a share was put together; the rest stand alone.
                recall = pair_recall(marked)
                q = min(0.5, (len(own) - len(lone)) * (1 / recall - 1) / len(lone))
                for one in lone:
                    drawn += self._numbers(one.quotes[0])[2] < q
        return drawn

    def _numbers(self, quote: Row) -> Floats:
        place = f"{self.texts[quote['article_id']]}:{quote['start']}-{quote['end']}"
        return self._generator(place).random((3, DRAWS))

    def _generator(self, what: str) -> np.random.Generator:
        return np.random.default_rng([SEED, zlib.crc32(what.encode())])


@lru_cache(maxsize=2)
def pair_recall(marked: bool) -> float:
    """Of the pairs of quotes that report one utterance, the share that is put together.

    `marked`: of quotes that show words in marks, or of the others. Counted on real news.
    """
    from toolkit.compare.matching.measured import load_groups

    rows = load_groups()
    real = rows[(rows["events"] == "real") & (rows["quotes"] == "gold")]
    return float(real.loc[real["stratum"] == ("quoted" if marked else "I"), "recall"].iloc[0])
