"""What speaks for or against two quotes reporting one utterance, as numbers: one feature each.

A feature is a function of a `Comparison` and pairs of its quotes; `FEATURES` names them. Which of
them count in which stratum, and how much, is learned and stands in ``weights/pairs.json``; on which
side a feature may count stands here (`AGAINST`), so that no chance of the training data can make
sharing a word speak against a pair. All grow from 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import TypeAlias

import numpy as np

from toolkit.compare.matching.bags import Bag, Numbers, Rarity, Rows
from toolkit.compare.matching.occasions import Occasions, surroundings
from toolkit.compare.matching.speakers import Flags, Speakers
from toolkit.compare.said import Said
from toolkit.compare.wording import keys, known_language, stop_words

#: Letters by which words are taken for forms of one: "walks" and "walked", "cerrar" and "cerraron".
ROOT = 6
#: Weight of shared words at which what stands within another is two thirds convincing.
TELLING = 6.0
#: Weight that the shorter of two quotes is taken to have besides its words, so that holding all of
#: a common word or two is no great share.
BALLAST = 2.0
#: No doubt about a speaker counts for less than this, even one that a person wrote down.
LEAST_DOUBT = 0.001

Words: TypeAlias = Sequence[str]


class Comparison:
    """The quotes of one language in one event, ready to be compared pair by pair."""

    def __init__(self, said: Sequence[Said], texts: Sequence[str], language: str):
        """Weigh words: `said` the quotes, `texts` the articles of that language."""
        self.said = said
        self._language = language
        self._stop = stop_words(language)
        self._paragraphs = [keys(p, language) for t in texts for p in t.split("\n") if p.strip()]
        self.speakers = Speakers(said)

    def can_agree(self, rows: Rows, columns: Rows) -> Flags:
        """False only for two different persons who are each named beyond doubt.

        Asking for equal names loses right pairs: one outlet names the spokeswoman, another the
        company, a third "officials".
        """
        outright = self.speakers.named_outright(rows, columns)
        return ~(outright & self.speakers.different(rows, columns))

    @cached_property
    def phrases(self) -> Bag:
        """Words and pairs of words shown in marks, or where there are none, all."""
        rarity = Rarity(map(_one_or_two, self._background))
        return Bag([_one_or_two(s.shown) for s in self.said], rarity, least=1.0)

    @cached_property
    def words(self) -> Bag:
        """Words in marks, without stop words."""
        return Bag([s.shown for s in self.said], Rarity(self._background, self._stop))

    @cached_property
    def runs(self) -> Bag:
        """Three words in a row."""
        rarity = Rarity(map(_in_threes, self._paragraphs))
        return Bag([_in_threes(s.shown) for s in self.said], rarity, least=1.0)

    @cached_property
    def roots(self) -> Bag:
        """The roots of all words, in marks or not."""
        return Bag([self._roots(s.words) for s in self.said], self._rare_roots)

    @cached_property
    def sentences(self) -> Bag:
        """The roots of all words of the quote and of the sentence around it."""
        around = (self._around(s) for s in self.said)
        held = [self._roots([*s.words, *more]) for s, more in zip(self.said, around, strict=True)]
        return Bag(held, self._rare_roots)

    @cached_property
    def settings(self) -> Bag:
        """The same without the words that name who speaks."""
        held = []
        for s in self.said:
            named = {w for name in (s.source, s.speaker) for w in keys(name or "", self._language)}
            held.append(self._roots([*s.words, *(w for w in self._around(s) if w not in named)]))
        return Bag(held, self._rare_roots)

    @cached_property
    def occasions(self) -> Occasions:
        """When and in which form each was said."""
        return Occasions(self.said)

    @cached_property
    def denies(self) -> Numbers:
        """1 for a quote with an odd number of negations, counting a verb that denies."""
        language = known_language(self._language)
        no = language.negations if language else frozenset()
        odd = [(sum(w in no for w in s.words) + _is_denial(s)) % 2 for s in self.said]
        return np.array(odd, dtype=np.float64)

    @cached_property
    def _rare_roots(self) -> Rarity:
        return Rarity(map(self._roots, self._background))

    @property
    def _background(self) -> Iterator[Words]:
        return chain(self._paragraphs, (s.words for s in self.said))

    def _around(self, said: Said) -> Words:
        return keys(surroundings(said)[0], self._language)

    def _roots(self, words: Iterable[str]) -> list[str]:
        return [word[:ROOT] for word in words if word not in self._stop]


Feature: TypeAlias = Callable[[Comparison, Rows, Rows], Numbers]


def same_phrases(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """Cosine of the words and pairs of words, weighed by rarity."""
    return c.phrases.cosine(rows, columns)


def words_within(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """How much of the shorter one's words in marks, by weight, stands in the other."""
    return c.words.within(rows, columns, ballast=BALLAST)


def words_telling(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """The same without ballast, discounted by how common the words are: for snippets."""
    shared = c.words.shared(rows, columns)
    return c.words.within(rows, columns) * (1.0 - np.exp(-shared / TELLING))


def rare_words(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """The weight of the words in marks that both have."""
    return np.log1p(c.words.shared(rows, columns))


def long_runs(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """The weight of what both say word by word, three words at a time, as a logarithm."""
    return np.log1p(c.runs.shared(rows, columns))


def roots_within(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """How much of the shorter one's roots, in marks or not, stands in the other."""
    return c.roots.within(rows, columns, ballast=BALLAST)


def same_sentence(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """Cosine of the roots of the whole sentences in which they stand."""
    return c.sentences.cosine(rows, columns)


def same_setting(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """The same without the words that name who speaks: a title in full is no proof."""
    return c.settings.cosine(rows, columns)


def same_speaker(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """Whether the names of the speakers agree."""
    return c.speakers.same(rows, columns).astype(np.float64)


def different_persons(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """How surely two different persons speak: less, the likelier that one was read wrongly."""
    doubt = np.maximum(c.speakers.doubt(rows, columns), LEAST_DOUBT)
    return np.where(c.speakers.different(rows, columns), -np.log(doubt), 0.0)


def negation_differs(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """Whether one says not what the other says."""
    return np.abs(c.denies[rows] - c.denies[columns])


def dates_clash(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """How far apart by the calendar the two were said."""
    return c.occasions.dates_clash(rows, columns)


def lags_clash(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """How surely the two were said at different times, by the reporters' words without a date."""
    return c.occasions.lags_clash(rows, columns)


def forms_clash(c: Comparison, rows: Rows, columns: Rows) -> Numbers:
    """Whether they were said in different forms: in a post, at a hearing."""
    return c.occasions.forms_clash(rows, columns)


FEATURES: Mapping[str, Feature] = {
    f.__name__: f
    for f in (
        same_phrases, words_within, words_telling, rare_words, long_runs, roots_within,
        same_sentence, same_setting, same_speaker, different_persons, negation_differs,
        dates_clash, lags_clash,
        forms_clash,
    )
}  # fmt: skip
#: Features that can only speak against a pair; all others only for it.
AGAINST = frozenset(
    {"different_persons", "negation_differs", "dates_clash", "lags_clash", "forms_clash"}
)


def _one_or_two(words: Words) -> list[str | tuple[str, str]]:
    return [*words, *pairwise(words)]


def _in_threes(words: Words) -> list[tuple[str, str, str]]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _is_denial(said: Said) -> bool:
    language = known_language(said.language)
    verb = language.verbs.get((said.cue or "").casefold()) if language else None
    return verb is not None and verb.verb_class == "deny"
