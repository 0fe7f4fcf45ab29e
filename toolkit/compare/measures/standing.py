"""How prominently each side stands in an outlet's articles, measured.

Readers of news often stop early, so that the top counts: the headline, the first paragraph, who
speaks first. Who speaks last has the last word. Each is a share of the outlet's articles; how deep
a side's words lie on the whole is a mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from toolkit.compare.citing import cite_headline, cite_place
from toolkit.compare.measures.placing import words_around
from toolkit.compare.measures.tables_given import (
    headline_mentions,
    measure_frame,
    mentions_of,
    note_unread,
    quotes_of,
)
from toolkit.compare.sharing.furniture import find_furniture
from toolkit.compare.statistics import count_interval
from toolkit.compare.tallies import (
    ENOUGH,
    NO_SIDE,
    Row,
    chance_of_any,
    either,
    joined_ids,
    read_articles,
    side_chances,
    side_ids,
)
from toolkit.compare.wording import keys, known_language, marked_runs, marked_spans
from toolkit.model import Article, Event, Mention, Span
from toolkit.tables import TEXT, WHOLE
from toolkit.text import paragraphs

#: Where a side may stand, in the order of the rows.
PLACES = ("headline", "lead", "first", "last", "depth")
#: A run of marks in a headline of fewer words does not tell whose quote it is.
TELLING = 2
DRAWS, SEED, ENDS = 2000, 20250328, (0.05, 0.95)
#: In a line of fewer words an abbreviation at the end ends no sentence.
SHORT = 8
SENTENCE_END = re.compile(r"[.!?…:]\W*$")


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing by which a side stands in a place: how sure, where, and whether it is counted.

    What is not counted is only possible: a quote that may be the side's, but more likely is not.
    """

    p: float
    cited: str
    counts: bool = True


@dataclass(frozen=True)
class Read:
    """One article as prominence sees it: its quotes in text order, and by quote each side's chance.

    `real` is how likely each quote is one; `named` the mentions of sides, the headline's apart.
    """

    article: Article
    quotes: Sequence[Row]
    chances: Sequence[Mapping[str, float]]
    named: Sequence[Row]
    in_headline: Sequence[Mention]

    @property
    def real(self) -> list[float]:
        """How likely each quote is one."""
        return [float(either(q["p_quote"], 1.0)) for q in self.quotes]


def prominence(
    event: Event, *, quotes: pd.DataFrame | None = None, mentions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Where in an outlet's articles each side stands: headline, first paragraph, first, last word.

    Keys: outlet, side, place. `value` is the share of the outlet's articles in which the side is
    named in the "headline" (or quoted there), named or quoted in the "lead" (the first paragraph
    that is a sentence, and no byline), has the "first" or the "last" quote. For "depth" it is the
    mean place of the side's quoted words, from 0 at the top to 1 at the end, missing where it has
    none. `n` is the articles, for "depth" the side's quotes; `articles` those of the outlet that
    the program can read. Words of no side ("none") have rows where quotes decide alone. `evidence`
    has one place an article; one in a headline is ``article:headline:start-end``.

    Intervals follow from how sure each quote, speaker and mention is. An outlet in a language that
    the program does not read has no row, and ``frame.attrs["not_read"]`` lists it.

    Does not show: how large a headline stood where on a page; that a side was not to be found.
    """
    table, named = quotes_of(event, quotes), mentions_of(event, mentions)
    sides = side_ids(event)
    heads: dict[str, list[Mention]] = {}
    for article, mention in headline_mentions(event):
        heads.setdefault(article.article_id, []).append(mention)
    rows: list[dict[str, Any]] = []
    for outlet, articles in read_articles(event).items():
        read = [_read(a, event, sides, table, named, heads.get(a.article_id, ())) for a in articles]
        for side in sides:
            for place in PLACES:
                if place == "depth":
                    rows.append({"outlet": outlet, **_depth(read, side)})
                elif side != NO_SIDE or place in ("first", "last"):
                    rows.append({"outlet": outlet, **_share(read, side, place)})
    keys_ = {"outlet": TEXT, "side": TEXT, "place": TEXT}
    return note_unread(measure_frame(rows, keys_, {"articles": WHOLE}), event)


def _read(
    article: Article,
    event: Event,
    sides: Sequence[str],
    quotes: pd.DataFrame,
    mentions: pd.DataFrame,
    headline: Sequence[Mention],
) -> Read:
    own = quotes[quotes["article_id"] == article.article_id].sort_values(["start", "end"])
    listed = own.to_dict("records")
    chances = [dict(zip(sides, side_chances(q, event, sides), strict=True)) for q in listed]
    named = mentions[(mentions["article_id"] == article.article_id) & mentions["side"].notna()]
    return Read(article, listed, chances, named.to_dict("records"), headline)


def _share(read: Sequence[Read], side: str, place: str) -> dict[str, Any]:
    """The share of articles in which a side stands in a place."""
    hits = [HITS[place](one, side) for one in read]
    first = [next((h for h in of_article if h.counts), None) for of_article in hits]
    n = len(read)
    low, high = count_interval([chance_of_any(h.p for h in of_article) for of_article in hits])
    found = [h.cited for h in first if h]
    return {
        "side": side, "place": place, "value": len(found) / n,
        "low": min(len(found), low) / n, "high": max(len(found), high) / n, "n": n,
        "doubt": "reading", "enough": True, "evidence": joined_ids(found), "articles": n,
    }  # fmt: skip


def _in_headline(one: Read, side: str) -> list[Hit]:
    article = one.article
    hits = [
        Hit(m.p, cite_headline(article.article_id, m.span))
        for m in one.in_headline
        if m.side == side
    ]
    for quote, chances, real in zip(one.quotes, one.chances, one.real, strict=True):
        for span in _quoted_in_headline(quote, article):
            cited = cite_headline(article.article_id, span)
            hits.append(Hit(real * chances[side], cited, _is_of(quote, side)))
    return hits


def _quoted_in_headline(quote: Row, article: Article) -> list[Span]:
    """The runs in a headline's marks that a quote has in marks too."""
    said = [
        " ".join(keys(r, article.language)) for r in marked_runs(quote["kind"], quote["content"])
    ]
    found = []
    for span in marked_spans("mixed", article.title):
        words = keys(span.of(article.title), article.language)
        if len(words) >= TELLING and any(f" {' '.join(words)} " in f" {run} " for run in said):
            found.append(span)
    return found


def _in_lead(one: Read, side: str) -> list[Hit]:
    lead = find_lead(one.article)
    hits = [
        Hit(float(either(m["p"], 1.0)), cite_place(m))
        for m in one.named
        if m["side"] == side and lead.start <= m["start"] < lead.end
    ]
    for quote, chances, real in zip(one.quotes, one.chances, one.real, strict=True):
        if quote["start"] < lead.end and lead.start < quote["end"]:
            hits.append(Hit(real * chances[side], str(quote["quote_id"]), _is_of(quote, side)))
    return hits


def _first(one: Read, side: str) -> list[Hit]:
    return _foremost(list(zip(one.quotes, one.chances, one.real, strict=True)), side)


def _last(one: Read, side: str) -> list[Hit]:
    triples = list(zip(one.quotes, one.chances, one.real, strict=True))
    return _foremost(sorted(triples, key=lambda t: (t[0]["end"], t[0]["start"]))[::-1], side)


def _foremost(ordered: Sequence[tuple[Row, Mapping[str, float], float]], side: str) -> list[Hit]:
    """How likely the first of the quotes that are quotes is the side's."""
    if not ordered:
        return []
    p, open_yet = 0.0, 1.0
    for _, chances, real in ordered:
        p += open_yet * real * chances[side]
        open_yet *= 1.0 - real
    quote = ordered[0][0]
    return [Hit(min(1.0, p), str(quote["quote_id"]), _is_of(quote, side))]


#: How a side stands in each place.
HITS: Mapping[str, Callable[[Read, str], list[Hit]]] = {
    "headline": _in_headline,
    "lead": _in_lead,
    "first": _first,
    "last": _last,
}


def _is_of(quote: Row, side: str) -> bool:
    return bool(either(quote["side"], NO_SIDE) == side)


def find_lead(article: Article) -> Span:
    """The first paragraph that tells something: a sentence, and no dateline, byline or credit.

    >>> text = "By Mara Quill\\n\\nPORT ALDER, 3 May\\n\\nThe ferry stops in May, its owner said."
    >>> find_lead(Article("a", "x", "", "", "", text, "en", "")).of(text)
    'The ferry stops in May, its owner said.'
    """
    furniture = find_furniture(article)
    lines = paragraphs(article.text)
    telling = [p for p in lines if not any(f.contains(p) for f in furniture)]
    sentences = (p for p in telling if _is_sentence(p.of(article.text), article.language))
    return next(sentences, (telling or list(lines))[0])


def _is_sentence(line: str, code: str) -> bool:
    """Whether a paragraph ends as a sentence does; "Updated 4 May, 9.15 a.m." does not."""
    language = known_language(code)
    words = line.split()
    if len(words) < SHORT and language and words[-1] in language.abbreviations:
        return False
    return bool(SENTENCE_END.search(line))


def _depth(read: Sequence[Read], side: str) -> dict[str, Any]:
    """The mean place of a side's quoted words."""
    quotes = [(one.article, q) for one in read for q in one.quotes]
    at = np.array([_middle(article, q) for article, q in quotes])
    words = np.array([float(q["words"]) for _, q in quotes])
    mine = np.array([_is_of(q, side) for _, q in quotes], dtype=bool)
    p = np.array(
        [real * c[side] for one in read for real, c in zip(one.real, one.chances, strict=True)]
    )
    row: dict[str, Any] = {
        "side": side, "place": "depth", "n": int(mine.sum()), "doubt": "reading",
        "enough": int(mine.sum()) >= ENOUGH, "articles": len(read),
        "evidence": joined_ids(q["quote_id"] for (_, q), m in zip(quotes, mine, strict=True) if m),
    }  # fmt: skip
    if not (words * mine).sum():
        return row
    value = float((at * words * mine).sum() / (words * mine).sum())
    low, high = _mean_interval(at, words, p)
    return {**row, "value": value, "low": min(value, low), "high": max(value, high)}


def _middle(article: Article, quote: Row) -> float:
    """Where the middle of a quote lies among the words of its article, from 0 to 1."""
    return sum(words_around(quote, article)) / 2 / article.words


def _mean_interval(at: Any, words: Any, p: Any) -> tuple[float, float]:
    """Where a mean place lies nine times in ten, if each quote is the side's with its chance."""
    drawn = np.random.default_rng(SEED).random((DRAWS, len(p))) < p
    weights = (drawn * words).sum(axis=1)
    means = (drawn * words * at).sum(axis=1)[weights > 0] / weights[weights > 0]
    if not len(means):
        return 0.0, 1.0
    low, high = np.quantile(means, ENDS)
    return float(low), float(high)
