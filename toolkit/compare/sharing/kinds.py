"""Kinds: whether shared words are one text behind two articles, or one person's words in both.

What stands in quote marks in either article is somebody else's, and so is a paragraph that hands on
a statement or a press release. What is left is the outlets' own telling, reported speech included,
for which each reporter finds words of his own; and there two reporters do not chance upon the same
long row of words: among 840 articles of seven newspapers on one campaign, independent ones shared
no row of own words longer than nineteen, and hardly ever two of a dozen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from toolkit.compare.sharing.body import Body
from toolkit.compare.sharing.runs import RUN, Stretch
from toolkit.compare.wording import fold, known_language
from toolkit.model import Article, Span, read_spans
from toolkit.text import paragraphs

#: What signs a post ("— Jon Abbas (@jonabbas) April 3, 2025"), and what begins an item of a list.
SIGNED = re.compile(r"[—–-]\s*[^()@\n]{2,60}\(@\w+\)")
ITEM = re.compile(r"[-–—•·▪*]\s|\d{1,2}[.)]\s")
#: Own words that a run must share to count as a passage; stock descriptions are shorter.
PASSAGE = 12
#: Own words shared in passages from which one text lies behind both; of a short article fewer,
#: where they are such a share of its own words.
MANY, SOME, SOME_SHARE = 40, 20, 0.3
#: From this share of a text's words outside marks on it is the other text, reported speech and all.
WHOLE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Shared:
    """How many words two articles share: all, outside quote marks, and told by nobody else."""

    total: int
    unmarked: int
    own: int
    others: (
        int  # somebody else's: in marks in both, or a long row that one has in marks or hands on
    )
    copied: bool  # by own words alone one text lies behind both
    credited_copy: bool  # the same, if a credit says so: with what others say


class Said:
    """The words of an event's articles that are not the outlets' own, as places in their bodies."""

    def __init__(self, quotes: pd.DataFrame | None):
        self._spans: dict[str, list[Span]] = {}
        if quotes is not None:
            direct = quotes[(quotes["kind"] == "direct") & quotes["spans"].notna()]
            for article_id, written in zip(direct["article_id"], direct["spans"], strict=True):
                self._spans.setdefault(str(article_id), []).extend(read_spans(written))
        self._known: dict[str, tuple[frozenset[int], frozenset[int]]] = {}

    def of(self, body: Body) -> tuple[frozenset[int], frozenset[int]]:
        """The words of one body in marks, and those of what it hands on without marks."""
        key = body.article.article_id
        if key not in self._known:
            marked = body.marked | body.within(self._spans.get(key, ()))
            self._known[key] = marked, body.within(_handed_on(body.article))
        return self._known[key]


def _handed_on(article: Article) -> Iterator[Span]:
    """The paragraphs that are handed on without marks.

    They say that they come from a statement or the like, stand behind a colon (a list does to its
    end), or are a post, which is signed with a handle.
    """
    language = known_language(article.language)
    names = sorted(fold(w) for w in language.releases) if language else []
    release = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None
    before, listing = None, False
    for line in paragraphs(article.text):
        words = line.of(article.text)
        listing = ITEM.match(words) is not None and listing
        told = listing or (before is not None and before.of(article.text).endswith(":"))
        if told or SIGNED.search(words) or (release and release.search(fold(words))):
            yield line
        if SIGNED.match(words) and before is not None:
            yield before  # the signature stands below the post
        before, listing = line, told


def weigh(runs: Sequence[Sequence[Stretch]], a: Body, b: Body, said: Said) -> Shared:
    """How much of what two bodies share is the outlets' own telling."""
    (marked_a, told_a), (marked_b, told_b) = said.of(a), said.of(b)
    pairs = [[(s.a + k, s.b + k) for s in run for k in range(s.n)] for run in runs]
    unmarked = [[(i, j) for i, j in p if i not in marked_a and j not in marked_b] for p in pairs]
    own = [[(i, j) for i, j in p if i not in told_a and j not in told_b] for p in unmarked]
    in_both = sum(i in marked_a and j in marked_b for pair in pairs for i, j in pair)
    in_one = [
        [p for p in pair if p not in free] for pair, free in zip(pairs, map(set, own), strict=True)
    ]
    fewest = min(len(a.words) - len(marked_a), len(b.words) - len(marked_b))
    # A notice that the other holds whole is its text, however much of it was handed on.
    whole = _in_passages(unmarked) >= max(SOME, WHOLE_SHARE * fewest)
    return Shared(
        total=sum(map(len, pairs)),
        unmarked=sum(map(len, unmarked)),
        own=sum(map(len, own)),
        others=max(in_both, _in_passages(in_one)),
        copied=whole or _is_one_text(own, fewest),
        credited_copy=whole or (_is_one_text(unmarked, fewest) and _in_passages(own) >= SOME),
    )


def _is_one_text(runs: Sequence[Sequence[tuple[int, int]]], fewest: int) -> bool:
    words = _in_passages(runs)
    return words >= MANY or (words >= SOME and words >= SOME_SHARE * fewest)


def _in_passages(runs: Sequence[Sequence[tuple[int, int]]]) -> int:
    return sum(len(run) for run in runs if len(run) >= PASSAGE)


def kind_of(shared: Shared, *, credited: bool) -> str | None:
    """The kind of a pair; None where a stray phrase or two is all that it shares.

    >>> kind_of(Shared(300, 250, 200, 100, True, True), credited=False)
    'copied'
    >>> kind_of(Shared(30, 2, 0, 28, False, False), credited=True)
    'quotes only'
    """
    if credited and shared.credited_copy:
        return "wire"
    if shared.copied:
        return "copied"
    return "quotes only" if shared.others >= RUN else None
