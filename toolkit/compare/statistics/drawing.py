"""One outlet's quoted words drawn as they may truly be: the Monte Carlo behind `reading`.

Everything is drawn for all draws at once: an array has a row a draw and a column a quote. Draws do
not depend on what outlets, sides or articles are called, only on the order of quotes in the texts,
so that a swapped name changes no number.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from toolkit.compare.statistics.validation import QuoteErrors, Validation, names_of

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Codes = NDArray[np.int64]

#: The kinds of quotes.
KINDS = ("direct", "mixed", "indirect")
#: More missed quotes than this of one kind in one article are not drawn.
MOST_MISSED = 40


@dataclass(frozen=True)
class Found:
    """What the program found in one outlet: a value a quote in each.

    `p_side` has a column a side, the last one for no side. `kinds` are direct, mixed or indirect;
    `articles` tells where each stands; `decisions` has one value for quotes whose speaker is one
    decision (the same candidates). `looked_for` are the kinds of which some may have been missed.
    """

    words: Floats
    p_quote: Floats
    p_side: Floats
    kinds: Sequence[str]
    articles: Sequence[Hashable]
    decisions: Sequence[Hashable]
    looked_for: Sequence[str] = KINDS


def draw_words(found: Found, known: Validation, draws: int, generator: Generator) -> Floats:
    """Words of each side, a row a draw: found quotes as they may be, and the missed ones."""
    kinds = names_of(found.kinds, known.quotes)
    articles = number(found.articles)
    real = _draw_real(found, kinds, known, draws, generator)
    drawn = _draw_sides(found, articles, known, draws, generator)
    lengths = _draw_lengths(found, kinds, known, draws, generator)
    sums = sum_by_side(real * found.words * lengths, drawn, found.p_side.shape[1])
    for article in range(articles.max(initial=-1) + 1):
        here = articles == article
        whose = _whose(found.p_side[here] * found.p_quote[here, None], known)
        for kind in found.looked_for:
            held = here & np.array([k == kind for k in kinds])
            counted = np.rint(real[:, held].sum(axis=1))
            sums += _draw_missed(counted, known.quotes[kind], whose, generator)
    return sums


def number(things: Sequence[Hashable]) -> Codes:
    """Things numbered in the order in which they first come, so that no name matters.

    >>> number(["tide", "courier", "tide"]).tolist()
    [0, 1, 0]
    """
    seen: dict[Hashable, int] = {}
    return np.array([seen.setdefault(thing, len(seen)) for thing in things], np.int64)


def sum_by_side(words: Floats, drawn: Codes, sides: int) -> Floats:
    """Words summed by the side that was drawn for each, in each draw."""
    rows = np.arange(len(drawn))[:, None] * sides
    flat = np.bincount((rows + drawn).ravel(), words.ravel(), len(drawn) * sides)
    return flat.reshape(len(drawn), sides).astype(np.float64)


def choose(p_side: Floats, chance: Floats) -> Codes:
    """The side whose stretch of the cumulated probabilities each chance falls into."""
    edges = p_side.cumsum(axis=-1)[..., :-1]
    return np.asarray((chance[..., None] >= edges).sum(axis=-1), np.int64)


def _draw_real(
    found: Found, kinds: Sequence[str], known: Validation, draws: int, generator: Generator
) -> Flags:
    """Whether each is a quote."""
    from scipy.special import expit, logit

    shift = np.array([known.quotes[kind].shift for kind in kinds])
    p = np.where(found.p_quote < 1, expit(logit(found.p_quote) + shift), 1.0)
    return generator.random((draws, len(p))) < p


def _draw_sides(
    found: Found, articles: Codes, known: Validation, draws: int, generator: Generator
) -> Codes:
    """The side of each quote: one draw a decision, and now and then a speaker unforeseen."""
    codes = number(list(zip(articles.tolist(), found.decisions, strict=True)))
    decisions = codes.max(initial=-1) + 1
    chance = generator.random((draws, decisions))[:, codes]
    drawn = choose(found.p_side, chance)
    wrong = generator.random((draws, decisions))[:, codes] < known.speakers.unforeseen
    wrong &= found.p_side.max(axis=1) < 1
    other = generator.random((draws, decisions))[:, codes]
    for article in range(articles.max(initial=-1) + 1):
        here = articles == article
        whose = _whose(found.p_side[here] * found.p_quote[here, None], known)
        instead = choose(whose, other[:, here])
        drawn[:, here] = np.where(wrong[:, here], instead, drawn[:, here])
    return drawn


def _whose(p_side: Floats, known: Validation) -> Floats:
    """Whose a quote may be of which nothing is known: the sides that the article quotes, or none.

    Sides count by their quotes, and `among_found` says how often it is one of them at all.
    """
    quotes = p_side.sum(axis=0)
    share = quotes / quotes.sum() if quotes.sum() else np.zeros(len(quotes))
    whose = known.speakers.among_found * share
    whose[-1] += 1 - whose.sum()
    return np.asarray(whose)


def _draw_lengths(
    found: Found, kinds: Sequence[str], known: Validation, draws: int, generator: Generator
) -> Floats:
    """What the words of each quote are multiplied with; what a person confirmed stays as it is."""
    lengths = np.ones((draws, len(kinds)))
    for n, kind in enumerate(kinds):
        if found.p_quote[n] < 1:
            lengths[:, n] = _draw_from(known.quotes[kind].lengths, generator.random(draws))
    return lengths


def _draw_missed(
    counted: Floats, errors: QuoteErrors, whose: Floats, generator: Generator
) -> Floats:
    """Words by side of the quotes of one kind that an article has and the program did not find."""
    recall = generator.beta(errors.tp + 1, errors.fn + 1, len(counted))
    # With every number of quotes equally likely beforehand, the missed ones are as many as fail
    # before the (counted + 1)th is found.
    missed = np.minimum(generator.negative_binomial(counted + 1, recall), MOST_MISSED)
    shape = (len(counted), int(missed.max(initial=0)))
    words = _draw_from(errors.missed_words, generator.random(shape))
    words *= np.arange(shape[1]) < missed[:, None]
    return sum_by_side(words, choose(whose, generator.random(shape)), len(whose))


def _draw_from(quantiles: Sequence[float], chance: Floats) -> Floats:
    """Values whose quantiles at equal steps are given."""
    return np.interp(chance, np.linspace(0, 1, len(quantiles)), quantiles)
