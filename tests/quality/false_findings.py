"""How often outlets that do not differ are said to, and how often a planted word is found.

PolNeAR's training half: 840 US news articles of seven outlets. What is compared is what a report
may claim: the words that set an outlet apart (``measures.terms``, its own words), and in one go the
shares of quoted words of two people and of nobody listed, the labels of both, and the classes of
reporting verbs. The articles are read once; which outlet each is of is drawn anew in every run, and
in every run the articles are dealt anew as the program does it, fewer times than it would
(`INNER`), for the sake of time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse

from toolkit.compare.measures.telling_apart import (
    LEAST_TO_SEARCH,
    LEAST_WITH,
    holm,
    read_language,
    searched,
)
from toolkit.compare.statistics.claims import ALPHA, ALPHA_WORDS
from toolkit.compare.statistics.odds import set_apart
from toolkit.compare.statistics.permuting import LEAST_ARTICLES, compare
from toolkit.compare.tallies import plain_label
from toolkit.extract.naming import find_mentions
from toolkit.extract.tabulation import tabulate_quotes
from toolkit.languages import get_language
from toolkit.model import Actor, Article, Event, Side, fingerprint

RUNS = 500
INNER = 199
#: Which two people are looked for, each a side; nearly every article is about one of them.
PEOPLE = ("Donald Trump", "Hillary Clinton")
#: A planted word stands so often in an article of mean length of one group, and of the other; in
#: longer articles more often (the mean of a Poisson distribution).
PLANTED = (4.0, 2.0)
PER_GROUP = 30
#: Shuffled by other numbers than those by which articles are dealt.
SHUFFLING = 50


@dataclass(frozen=True)
class Readings:
    """What the articles were read into: words, and the cells of all else with their wholes."""

    outlets: NDArray[np.str_]
    words: Any
    cells: NDArray[np.float64]
    wholes: NDArray[np.float64]


def read_polnear(corpora: Path) -> Readings:
    """All articles of PolNeAR's training half, read once."""
    files = sorted((corpora / "polnear" / "train" / "text").glob("*.txt"))
    texts = [(file.stem, file.read_bytes().decode("utf8")) for file in files]
    articles = tuple(
        Article(name, name.partition("_")[0], "", "", "", text, "en", fingerprint(text))
        for name, text in texts
    )
    sides = tuple(
        Side(name.split()[1].lower(), name, (Actor(name.split()[1].lower(), name),))
        for name in PEOPLE
    )
    event = Event("polnear", "", sides=sides, articles=articles)
    quotes = tabulate_quotes(event)
    words = read_language(event, "en", quotes, "own", "each", None)
    parts = [_voice(quotes), _labels(event), _verbs(quotes)]
    ids = [a.article_id for a in articles]
    cells = [
        (p.reindex(ids, fill_value=0), p.sum(axis=1).reindex(ids, fill_value=0)) for p in parts
    ]
    return Readings(
        np.array(words.outlets), words.counts, np.hstack([c.to_numpy(float) for c, _ in cells]),
        np.hstack([np.tile(w.to_numpy(float)[:, None], (1, c.shape[1])) for c, w in cells]),
    )  # fmt: skip


def _voice(quotes: pd.DataFrame) -> pd.DataFrame:
    own = quotes[quotes["inside"].isna()].fillna({"side": "none"})
    return own.pivot_table(
        index="article_id", columns="side", values="words", aggfunc="sum", fill_value=0
    )


def _labels(event: Event) -> pd.DataFrame:
    """Each label of the two people, as a part of all their mentions."""
    found = [(a.article_id, m.actor, plain_label(m.span.of(a.text), "en"))
             for a in event.articles for m in find_mentions(a, event)]  # fmt: skip
    counted = pd.crosstab(
        np.array([article for article, *_ in found]), [f"{who}={label}" for _, who, label in found]
    )
    return counted.loc[:, (counted > 0).sum() >= LEAST_WITH]


def _verbs(quotes: pd.DataFrame) -> pd.DataFrame:
    verbs = get_language("en").verbs
    known = quotes[quotes["inside"].isna() & quotes["cue"].str.casefold().isin(verbs)]
    classes = [verbs[cue].verb_class for cue in known["cue"].str.casefold()]
    return pd.crosstab(known["article_id"], classes)


def claims_of_words(words: Any, outlets: Sequence[str], seed: int) -> bool:
    """Whether ``measures.terms`` would find any word distinctive."""
    looked = np.array(searched(words))
    found = set_apart(
        words, list(outlets), least=LEAST_TO_SEARCH, tested=looked, permutations=INNER, seed=seed
    )
    return bool((found.p <= ALPHA_WORDS).any())


def claims_of_shares(readings: Readings, held: Any, outlets: Sequence[str], seed: int) -> bool:
    """Whether any share of voice, labels or verbs would be said to differ."""
    found = compare(
        readings.cells[held], list(outlets), sizes=readings.wholes[held],
        permutations=INNER, seed=seed, least=LEAST_ARTICLES,
    )  # fmt: skip
    return bool((found.p <= ALPHA).any())


def shuffled(readings: Readings, run: int) -> tuple[bool, bool]:
    """One run with outlets shuffled: any claim of words, any of shares."""
    outlets = np.random.default_rng([SHUFFLING, run]).permutation(readings.outlets)
    everything = slice(None)
    return (
        claims_of_words(readings.words, outlets, run),
        claims_of_shares(readings, everything, outlets, run),
    )


def split(readings: Readings, run: int) -> tuple[bool, bool]:
    """One run with the articles of one outlet split in two: any claim of words, any of shares."""
    drawing = np.random.default_rng([SHUFFLING, run])
    names = np.unique(readings.outlets)
    held = np.flatnonzero(readings.outlets == names[run % len(names)])
    halves = drawing.permutation(np.where(np.arange(len(held)) % 2, "one", "other"))
    return (
        claims_of_words(readings.words[held], halves, run),
        claims_of_shares(readings, held, halves, run),
    )


def planted(readings: Readings, run: int) -> tuple[bool, bool]:
    """One run with a word planted in two groups of one outlet, twice as often in one of them.

    Whether it is found when named beforehand, and when all words are searched.
    """
    drawing = np.random.default_rng([SHUFFLING, run])
    names = np.unique(readings.outlets)
    of_outlet = np.flatnonzero(readings.outlets == names[run % len(names)])
    held = drawing.permutation(of_outlet)[: 2 * PER_GROUP]
    groups = ["one"] * (len(held) // 2) + ["other"] * (len(held) - len(held) // 2)
    length = readings.words[held].sum(axis=1)
    often = np.array([PLANTED[group == "other"] for group in groups])
    uses = drawing.poisson(often * length / length.mean())
    counts = sparse.csr_array(sparse.hstack([readings.words[held], uses[:, None]]))
    word, looked = counts.shape[1] - 1, np.array(searched(counts))
    named = set_apart(
        counts, groups, least=LEAST_ARTICLES, tested=np.array([word]), permutations=INNER, seed=run
    )
    found = set_apart(
        counts, groups, least=LEAST_TO_SEARCH, tested=looked, permutations=INNER, seed=run
    )
    return (
        bool(holm(named.alone)[0, 0] <= ALPHA),
        bool((found.p[0, looked == word] <= ALPHA_WORDS).any()),
    )


def share_of_runs(
    trial: Callable[[Readings, int], tuple[bool, bool]], readings: Readings, runs: int = RUNS
) -> NDArray[np.float64]:
    """Of so many runs the share with the first, with the second, and with either."""
    batches = np.array_split(np.arange(runs), 20)
    done = Parallel(n_jobs=-1)(delayed(_some)(trial, readings, batch) for batch in batches)
    found = np.array([pair for batch in done for pair in batch])
    return np.array([*found.mean(axis=0), found.any(axis=1).mean()])


def _some(
    trial: Callable[[Readings, int], tuple[bool, bool]], readings: Readings, runs: Sequence[int]
) -> list[tuple[bool, bool]]:
    return [trial(readings, int(run)) for run in runs]
