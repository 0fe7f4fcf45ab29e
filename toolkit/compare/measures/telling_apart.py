"""Which words set an outlet apart from the others, measured: distinctive words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from toolkit.compare.measures.tables_given import (
    Counting,
    counted_once,
    measure_frame,
    note_unread,
    quotes_of,
)
from toolkit.compare.statistics.claims import ALPHA, ALPHA_WORDS
from toolkit.compare.statistics.odds import PERMUTATIONS, Apart, set_apart
from toolkit.compare.statistics.permuting import LEAST_ARTICLES, SEED
from toolkit.compare.tallies import joined_ids, told_outlets
from toolkit.compare.vectorizing.words import Said, Token, read_words, told_words
from toolkit.errors import UsageError
from toolkit.model import Article, Event, Span, fingerprint, read_spans
from toolkit.tables import REAL, TEXT

if TYPE_CHECKING:
    from scipy.sparse import csr_array

#: From so many articles an outlet, words that nobody named beforehand can be found.
LEAST_TO_SEARCH = 10
#: Words of fewer articles are not looked at, nor those of fewer than this share of all.
LEAST_WITH, LEAST_SHARE = 5, 0.01
#: So many words are shown of each outlet.
MOST = 20
#: Rates are told of so many words.
PER = 1000

DISTINCTIVE, NOT_DISTINCTIVE, TOO_FEW = "distinctive", "not distinctive", "too few to say"


def terms(
    event: Event,
    *,
    words: Sequence[str] = (),
    said: Said = "own",
    quotes: pd.DataFrame | None = None,
    most: int = MOST,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
    permutations: int = PERMUTATIONS,
    seed: int = SEED,
) -> pd.DataFrame:
    """The words that set each outlet apart from the others of its language.

    Keys: outlet, term (folded: lower case, no accents). `value` is the log-odds ratio against all
    other outlets, above 0 where this one uses the word more; `low` and `high` are where it would
    lie nine times in ten, as far as chance deals the articles; `rate` and `other_rate` are uses per
    1,000 words counted, `n` uses here, `evidence` their places. `found` is "distinctive" where p,
    adjusted for all that was compared, is at most .01 (.03 for `words` that were named before
    looking); "not distinctive"; or "too few to say", with no p: below ten articles of an outlet, or
    below four for `words` named before.
    `words` not given: up to `most` words of an outlet, the most distinctive first; given: those, in
    every outlet. `said`: the outlet's "own" words, those that it "quoted", or "all". `shared`
    "once" leaves copy that outlets share to one of them. Raises UsageError for another `said`, or a
    word that is none (a stop word, a figure, two words).

    >>> list(terms(Event("ferry", "The ferry")).columns)[:5]
    ['outlet', 'term', 'value', 'low', 'high']

    Does not show: why, or what a word means where it stands: read its sentences. That words named
    after looking at the articles are named beforehand: then p means nothing.

    Source: Monroe, Colaresi and Quinn 2008 (the ratio); Westfall and Young 1993 (max-T over whole
    articles dealt anew); Holm 1979 (words named beforehand).
    """
    table = quotes_of(event, quotes)
    named = [_named(word, event) for word in words]
    languages = list(dict.fromkeys(a.language for a in event.articles))
    texts = [read_language(event, language, table, said, shared, sharing) for language in languages]
    compared = [t for t in texts if len(set(t.outlets)) > 1]
    rows = [
        row
        for text in compared
        for row in _rows(text, list(dict.fromkeys(named)), len(compared), most, permutations, seed)
    ]
    order = told_outlets(event)
    rows.sort(key=lambda row: order.index(row["outlet"]))
    extra = {"rate": REAL, "other_rate": REAL, "p": REAL, "found": TEXT}
    told = counted_once(event, table, shared, sharing)[1]
    frame = measure_frame(rows, {"outlet": TEXT, "term": TEXT}, extra, told)
    return note_unread(frame, event)


@dataclass(frozen=True)
class _Words:
    """The words looked at in the articles of one language: a row an article, a column a word."""

    articles: Sequence[Article]
    tokens: Sequence[Sequence[Token]]
    counts: csr_array
    terms: Sequence[str]

    @property
    def outlets(self) -> list[str]:
        """The outlet of each article."""
        return [a.outlet for a in self.articles]


def _named(word: str, event: Event) -> str:
    languages = {a.language for a in event.articles} or {"en"}
    read = [read_words(word, language) for language in sorted(languages)]
    if not any(len(tokens) == 1 for tokens in read):
        raise UsageError(
            f"words: '{word}' is not one word that is counted (a stop word, a figure, or several)"
        )
    return next(tokens[0].key for tokens in read if len(tokens) == 1)


def read_language(
    event: Event, language: str, quotes: pd.DataFrame, said: Said, shared: Counting,
    sharing: pd.DataFrame | None,
) -> _Words:  # fmt: skip
    """The words of the articles of one language."""
    from scipy.sparse import csr_array

    articles = [a for a in event.articles if a.language == language]
    quoted: dict[str, list[Span]] = {}
    for article_id, spans in zip(quotes["article_id"], quotes["spans"], strict=True):
        quoted.setdefault(str(article_id), []).extend(read_spans(str(spans)))
    tokens = told_words(event, articles, quoted, said)
    if shared == "once":
        tokens = _once(event, articles, tokens, sharing)
    known = sorted({token.key for found in tokens for token in found})
    column = {term: n for n, term in enumerate(known)}
    places = [(n, column[t.key]) for n, found in enumerate(tokens) for t in found]
    row, col = np.array(places, np.int64).reshape(-1, 2).T
    shape = (len(articles), len(known))
    counts = csr_array((np.ones(len(places)), (row, col)), shape)
    return _Words(articles, tokens, counts, known)


def _once(
    event: Event, articles: Sequence[Article], tokens: Sequence[Sequence[Token]],
    sharing: pd.DataFrame | None,
) -> list[list[Token]]:  # fmt: skip
    """The words without those that stand in shared copy counted elsewhere."""
    places = pd.DataFrame(
        [
            {"article_id": a.article_id, "start": t.span.start, "end": t.span.end}
            for a, found in zip(articles, tokens, strict=True) for t in found
        ],
        columns=["article_id", "start", "end"],
    )  # fmt: skip
    stay = set(counted_once(event, places, "once", sharing)[0].index)
    numbers = iter(range(len(places)))
    return [[t for t in found if next(numbers) in stay] for found in tokens]


def _rows(
    words: _Words, named: Sequence[str], languages: int, most: int, permutations: int, seed: int
) -> Iterator[dict[str, Any]]:
    """The rows of the articles of one language."""
    if named:
        columns = [n for n, term in enumerate(words.terms) if term in named]
        least = LEAST_ARTICLES
    else:
        columns, least = searched(words.counts), LEAST_TO_SEARCH
    looked = np.array(columns, np.intp)
    apart = set_apart(
        words.counts, words.outlets, least=least, tested=looked, permutations=permutations,
        seed=seed, keys=[fingerprint(a.text) for a in words.articles],
    )  # fmt: skip
    p, alpha = (holm(apart.alone), ALPHA) if named else (apart.p, ALPHA_WORDS)
    p = np.minimum(1.0, p * languages)  # each language was a comparison of its own
    for group, outlet in enumerate(apart.groups):
        chosen = range(len(looked)) if named else _first(apart, p, group, most)
        for cell in chosen:
            yield _row(words, str(outlet), int(looked[cell]), apart, p, alpha, (group, cell))


def searched(counts: csr_array) -> list[int]:
    """The columns of the words that stand in articles enough to be looked at."""
    articles, words = counts.shape
    least = max(LEAST_WITH, LEAST_SHARE * articles)
    return [int(n) for n in np.flatnonzero(np.bincount(counts.indices, minlength=words) >= least)]


def _first(apart: Apart, p: NDArray[np.float64], group: int, most: int) -> list[int]:
    """The words that the outlet uses more, the most distinctive first."""
    more = np.flatnonzero(apart.log_odds[group] > 0)
    order = np.lexsort((more, -apart.rank[group, more], np.nan_to_num(p[group, more])))
    return [int(n) for n in more[order][:most]]


def _row(
    words: _Words, outlet: str, column: int, apart: Apart, p: NDArray[np.float64],
    alpha: float, place: tuple[int, int],
) -> dict[str, Any]:  # fmt: skip
    term, here = words.terms[column], np.array([o == outlet for o in words.outlets])
    uses, whole = words.counts[:, [column]].toarray().ravel(), words.counts.sum(axis=1)
    value, few = float(apart.log_odds[place]), bool(np.isnan(p[place]))
    return {
        "outlet": outlet, "term": term, "value": value,
        "low": None if few else float(apart.low[place]),
        "high": None if few else float(apart.high[place]),
        "n": int(uses[here].sum()), "doubt": "sampling", "enough": not few,
        "evidence": joined_ids(_places(words, outlet, term)),
        "rate": _rate(uses[here], whole[here]), "other_rate": _rate(uses[~here], whole[~here]),
        "p": None if few else float(p[place]),
        "found": TOO_FEW if few else DISTINCTIVE if p[place] <= alpha else NOT_DISTINCTIVE,
    }  # fmt: skip


def _rate(uses: NDArray[np.float64], whole: NDArray[np.float64]) -> float:
    return PER * float(uses.sum()) / max(1.0, float(whole.sum()))


def _places(words: _Words, outlet: str, term: str) -> Iterator[str]:
    for article, found in zip(words.articles, words.tokens, strict=True):
        if article.outlet == outlet:
            yield from (f"{article.article_id}:{t.span}" for t in found if t.key == term)


def holm(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """p-values adjusted for how many there are, after Holm 1979; NaN stays and is not counted.

    >>> holm(np.array([0.01, 0.04, np.nan, 0.03])).round(3).tolist()
    [0.03, 0.06, nan, 0.06]
    """
    flat = p.ravel()
    asked = np.flatnonzero(~np.isnan(flat))
    order = asked[np.argsort(flat[asked], kind="stable")]
    left = np.arange(len(order), 0, -1)
    adjusted = np.full(flat.shape, np.nan)
    adjusted[order] = np.minimum(1.0, np.maximum.accumulate(flat[order] * left))
    return adjusted.reshape(p.shape)
