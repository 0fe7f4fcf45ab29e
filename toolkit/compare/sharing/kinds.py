"""Kinds: whether shared words are one text behind two articles, or one person's words in both.

What stands in quote marks in either article is somebody else's, and so is reported speech, and so
is a paragraph that hands on a statement or a press release. What is left is the outlets' own
telling, and there two reporters do not chance upon the same long row of words: among 840 articles
of seven newspapers on one campaign, independent ones shared no row of own words longer than some
fifteen, and never two such rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from toolkit.compare.sharing.body import Body
from toolkit.compare.sharing.runs import Stretch
from toolkit.compare.wording import fold, known_language
from toolkit.model import Article, Span, read_spans
from toolkit.text import paragraphs

#: Own words that a run must share to count as a passage; stock descriptions are shorter.
PASSAGE = 12
#: Own words shared in passages from which one text lies behind both; of a short article fewer,
#: where they are such a share of its own words.
MANY, SOME, SOME_SHARE = 40, 20, 0.3


@dataclass(frozen=True, slots=True)
class Shared:
    """How many words two articles share: all, outside quote marks, and told by nobody else."""

    total: int
    unmarked: int
    own: int
    copied: bool  # by own words alone one text lies behind both
    credited_copy: bool  # the same, if a credit says so: with what others say


class Said:
    """The words of an event's articles that are not the outlets' own, as places in their bodies."""

    def __init__(self, quotes: pd.DataFrame | None):
        self._spans: dict[str, list[tuple[str, Span]]] = {}
        if quotes is not None:
            columns = zip(quotes["article_id"], quotes["kind"], quotes["spans"], strict=True)
            for article_id, kind, written in columns:
                spans = read_spans(written) if isinstance(written, str) else ()
                self._spans.setdefault(str(article_id), []).extend((str(kind), s) for s in spans)
        self._known: dict[str, tuple[frozenset[int], frozenset[int]]] = {}

    def of(self, body: Body) -> tuple[frozenset[int], frozenset[int]]:
        """The words in marks, and those reported without marks, of one body."""
        key = body.article.article_id
        if key not in self._known:
            spans = self._spans.get(key, [])
            marked = body.marked | body.within(s for kind, s in spans if kind == "direct")
            told = body.within(s for kind, s in spans if kind != "direct")
            self._known[key] = marked, told | body.within(_handed_on(body.article))
        return self._known[key]


def _handed_on(article: Article) -> Iterable[Span]:
    """The paragraphs that say that they hand on a statement or the like, or follow a colon."""
    language = known_language(article.language)
    documents = {fold(w) for w in language.own_words} if language else set()
    before = ""
    for line in paragraphs(article.text):
        words = line.of(article.text)
        if before.endswith(":") or documents & set(re.findall(r"\w+", fold(words))):
            yield line
        before = words


def weigh(runs: Sequence[Sequence[Stretch]], a: Body, b: Body, said: Said) -> Shared:
    """How much of what two bodies share is the outlets' own telling."""
    marked_a, told_a = said.of(a)
    marked_b, told_b = said.of(b)
    unmarked = [
        [(s.a + k, s.b + k) for s in run for k in range(s.n)
         if s.a + k not in marked_a and s.b + k not in marked_b]
        for run in runs
    ]  # fmt: skip
    own = [[(i, j) for i, j in run if i not in told_a and j not in told_b] for run in unmarked]
    fewest = min(len(a.words) - len(marked_a), len(b.words) - len(marked_b))
    return Shared(
        total=sum(s.n for run in runs for s in run),
        unmarked=sum(map(len, unmarked)),
        own=sum(map(len, own)),
        copied=_is_one_text(own, fewest),
        credited_copy=_is_one_text(unmarked, fewest),
    )


def _is_one_text(runs: Sequence[Sequence[tuple[int, int]]], fewest: int) -> bool:
    words = sum(len(run) for run in runs if len(run) >= PASSAGE)
    return words >= MANY or (words >= SOME and words >= SOME_SHARE * fewest)


def kind_of(shared: Shared, *, credited: bool) -> str | None:
    """The kind of a pair; None where a stray phrase or two is all that it shares.

    >>> kind_of(Shared(300, 250, 200, True, True), credited=False)
    'copied'
    >>> kind_of(Shared(30, 2, 0, False, False), credited=True)
    'quotes only'
    """
    if credited and shared.credited_copy:
        return "wire"
    if shared.copied:
        return "copied"
    others = shared.total - shared.own
    return "quotes only" if 2 * others > shared.total else None
