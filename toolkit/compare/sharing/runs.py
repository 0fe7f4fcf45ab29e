"""Runs: the same words in a row in two articles, small edits survived.

Five words in a row that both have are a seed. A seed grows in both directions as far as the words
agree; where an editor changed a word, or cut a few, it goes on behind the change, and neighbouring
runs are joined over it. What is counted is always only the words that both print. A text that
names the same six people, or spells out one long title, shares no telling: a run must hold
words of its own besides names, numbers and little words.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from toolkit.compare.sharing.body import GRAM, Body, body_of
from toolkit.languages import plain_code
from toolkit.model import Article, Span

#: Words in a row from which a run by itself is shown; a run beside a longer one may have fewer.
RUN = 6
#: How many words may be changed, put in or left out between two stretches of one run; and, where
#: no longer run follows, how many before so many words that agree again.
GAP, STEP, AGAIN = 12, 3, 3
#: Different words of its own that a run must hold, besides names, numbers and little words.
TELLING = 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """n words in a row that are the same: from which word on in each of two bodies."""

    a: int
    b: int
    n: int


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The same words in two articles: where they stand in each, and how many they are.

    `a` and `b` run from the first shared word to the last; `parts` are the pairs of places at
    which the words are exactly the same, more than one where an edit lies between; `words` counts
    the words of the parts.
    """

    a: Span
    b: Span
    words: int
    parts: tuple[tuple[Span, Span], ...] = ()


def find_shared_runs(a: Article, b: Article) -> list[SharedRun]:
    """The runs of words that two articles of one language share, six or more words each.

    Returns runs in the order of `b`, without overlap in either article. Headline, byline, dateline,
    credits and lines of the site are left out. Articles in different languages share none.

    >>> one = "The ferry between the two islands will stop in May after three years of losses."
    >>> two = "The ferry between both islands will stop in May after three hard years of losses."
    >>> x, y = (Article(t[:20], "x", "", "", "", t, "en", "") for t in (one, two))
    >>> [(r.words, len(r.parts)) for r in find_shared_runs(x, y)]
    [(13, 3)]

    Does not show: who wrote them first; a text that one of them retold.
    """
    if language_of(a) != language_of(b):
        return []
    first, second = body_of(a), body_of(b)
    return [_shown(run, first, second) for run in shared_runs(first, second)]


def language_of(article: Article) -> str:
    """The language of an article without its region."""
    return plain_code(article.language)


def shared_runs(a: Body, b: Body) -> list[list[Stretch]]:
    """The runs of two bodies, each a list of stretches in text order."""
    stretches = _disjoint(_seeds(a, b))
    if not stretches:
        return []
    grown = _grown(stretches, a.keys, b.keys)
    return [run for run in _joined(grown, a.keys, b.keys) if _tells(run, a)]


def _seeds(a: Body, b: Body) -> list[Stretch]:
    """The longest stretches from each pair of places where GRAM words agree."""
    found = []
    first, second = a.keys, b.keys
    for j, gram in enumerate(b.grams):
        for i in a.places.get(gram, ()):
            if i and j and first[i - 1] == second[j - 1]:
                continue  # inside a stretch that began earlier
            n = _agreeing(first, second, i, j)
            if n >= GRAM:
                found.append(Stretch(i, j, n))
    return found


def _agreeing(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    n, most = 0, min(len(a) - i, len(b) - j)
    while n < most and a[i + n] == b[j + n]:
        n += 1
    return n


def _disjoint(stretches: list[Stretch]) -> list[Stretch]:
    """The longest first; of another what it leaves free, as long as that is GRAM words."""
    heap = [(-s.n, s.b, s.a) for s in stretches]
    heapq.heapify(heap)
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    while heap:
        size, b, a = heapq.heappop(heap)
        free = [k for k in range(-size) if a + k not in used_a and b + k not in used_b]
        if len(free) == -size:
            used_a.update(range(a, a - size))
            used_b.update(range(b, b - size))
            kept.append(Stretch(a, b, -size))
            continue
        for start, n in _in_a_row(free):
            if n >= GRAM:
                heapq.heappush(heap, (-n, b + start, a + start))
    return sorted(kept, key=lambda s: s.b)


def _in_a_row(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for k in range(1, len(numbers) + 1):
        if k == len(numbers) or numbers[k] != numbers[k - 1] + 1:
            if k > start:
                yield numbers[start], k - start
            start = k


def _grown(stretches: list[Stretch], a: Sequence[str], b: Sequence[str]) -> list[Stretch]:
    """With what agrees again a few words before and behind each stretch, for it was edited."""
    used_a = {k for s in stretches for k in range(s.a, s.a + s.n)}
    used_b = {k for s in stretches for k in range(s.b, s.b + s.n)}
    found = []
    # Between two that will be joined the words are compared then.
    close = [_are_close(s, t) for s, t in itertools.pairwise(stretches)]
    ends = zip(stretches, [False, *close], [*close, False], strict=True)
    for stretch, follows, is_followed in ends:
        found.append(stretch)
        for forward in [f for f, skip in ((True, is_followed), (False, follows)) if not skip]:
            at = stretch
            while more := _next(at, a, b, used_a, used_b, forward=forward):
                used_a.update(range(more.a, more.a + more.n))
                used_b.update(range(more.b, more.b + more.n))
                found.append(more)
                at = more
    return sorted(found, key=lambda s: s.b)


def _next(
    at: Stretch,
    a: Sequence[str],
    b: Sequence[str],
    used_a: set[int],
    used_b: set[int],
    *,
    forward: bool,
) -> Stretch | None:
    """The next stretch that agrees after an edit of at most STEP words on either side."""
    best: tuple[int, int, Stretch] | None = None
    for skip_a in range(STEP + 1):
        for skip_b in range(STEP + 1):
            n = 0
            while True:
                i = at.a + at.n + skip_a + n if forward else at.a - 1 - skip_a - n
                j = at.b + at.n + skip_b + n if forward else at.b - 1 - skip_b - n
                inside = 0 <= i < len(a) and 0 <= j < len(b)
                if not inside or i in used_a or j in used_b or a[i] != b[j]:
                    break
                n += 1
            if n < AGAIN:
                continue
            start_a = at.a + at.n + skip_a if forward else at.a - skip_a - n
            start_b = at.b + at.n + skip_b if forward else at.b - skip_b - n
            rank = (n, -skip_a - skip_b, Stretch(start_a, start_b, n))
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None


def _joined(
    stretches: Sequence[Stretch], a: Sequence[str], b: Sequence[str]
) -> Iterator[list[Stretch]]:
    """Stretches as runs: those of which the next follows shortly in both texts belong together."""
    run: list[Stretch] = []
    for stretch in stretches:
        if run:
            if _are_close(run[-1], stretch):
                run += [*_within_gap(run[-1], stretch, a, b), stretch]
                continue
            yield run
        run = [stretch]
    if run:
        yield run


def _are_close(first: Stretch, second: Stretch) -> bool:
    """Whether the second follows the first in both texts, a few words on at most."""
    gaps = second.a - first.a - first.n, second.b - first.b - first.n
    return min(gaps) >= 0 and max(gaps) <= GAP


def _within_gap(
    last: Stretch, after: Stretch, a: Sequence[str], b: Sequence[str]
) -> Iterator[Stretch]:
    """Two words or more that agree between two stretches of one run."""
    start_a, start_b = last.a + last.n, last.b + last.n
    if min(after.a - start_a, after.b - start_b) < 2:
        return
    between = SequenceMatcher(None, a[start_a : after.a], b[start_b : after.b], autojunk=False)
    for block in between.get_matching_blocks():
        if block.size >= 2:
            yield Stretch(start_a + block.a, start_b + block.b, block.size)


def _tells(run: Sequence[Stretch], a: Body) -> bool:
    places = [k for s in run for k in range(s.a, s.a + s.n)]
    return len(places) >= RUN and len({a.keys[k] for k in places if a.telling[k]}) >= TELLING


def _shown(run: Sequence[Stretch], a: Body, b: Body) -> SharedRun:
    first, last = run[0], run[-1]
    return SharedRun(
        a.span(first.a, last.a + last.n - first.a),
        b.span(first.b, last.b + last.n - first.b),
        sum(s.n for s in run),
        tuple((a.span(s.a, s.n), b.span(s.b, s.n)) for s in run),
    )
