"""Two versions of one utterance, laid beside each other word by word.

What one outlet prints of a statement is mostly a cut of what another prints: words are missing at
the ends, now and then in the middle, and few are changed. So the alignment is semi-global (what is
missing at an end costs nothing) with affine gaps (one long gap is likelier than two short ones, and
a common little word in the middle of a gap is no match but chance), and a word may stand for
another at a cost that is low where one is a form of the other. Afterwards a run of three or more
words that is missing at one place and stands at another is a move.

Source: Gotoh, "An improved algorithm for matching biological sequences" (1982).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz import fuzz

from toolkit.compare.versions.moving import MOVED, find_moved
from toolkit.compare.wording import Word

Operation = Literal["same", "cut", "altered", "added", "moved"]

#: What a pair of words is worth, and what a gap costs. Only their proportions matter: a match in
#: the middle of a gap must outweigh one more gap, which a little word does not.
SAME, LITTLE, FORM, OTHER = 60, 30, 10, -30
OPEN, EXTEND = -40, -1
#: A form of the same word ("winter", "winters") is at least this like it, and this long.
ALIKE, FORM_LETTERS = 75.0, 4
#: A gap beside a changed word, if shorter than this, is part of the change.
PART_OF_CHANGE = 4
#: Pairs of words that are compared at once; longer versions are first split at what they share.
MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class Column:
    """A word of the one version, of the other, or of both, and what became of it.

    `a` and `b` are positions among the words of the fullest and of the other version.
    """

    op: Operation
    a: int | None
    b: int | None


def align_words(a: Sequence[Word], b: Sequence[Word], little: frozenset[str]) -> list[Column]:
    """Lay two versions beside each other; `little` are the words that match by chance.

    Every word of either is in one column. Columns are in the order of both versions, save that a
    moved run stands at both its places, each time with one side.

    >>> from toolkit.compare.wording import compared_words
    >>> a, b = map(compared_words, ("three hard winters at sea", "three winters at sea"))
    >>> [c.op for c in align_words(a, b, frozenset())]
    ['same', 'cut', 'same', 'same', 'same']
    """
    columns = _without_chance(_whole_tokens(list(_pair(a, b, little)), a, b), a, little)
    return _with_whole_changes(_with_moves(columns, a, b, little), a, b)


def meet(a: Sequence[Word], b: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Both versions with words joined that the other prints as one.

    "re-open" beside "reopen", "the works is" beside "the works's".

    >>> from toolkit.compare.wording import compared_words
    >>> a, b = meet(compared_words("to re-open"), compared_words("to reopen"))
    >>> [w.key for w in a]
    ['to', 'reopen']
    """
    return tuple(_joined(a, b)), tuple(_joined(b, a))


def _joined(words: Sequence[Word], others: Sequence[Word]) -> Iterator[Word]:
    own, theirs = {w.key for w in words}, {w.key for w in others}
    spelled = {form: w.key for w in others for form in w.also if " " in form}
    i = 0
    while i < len(words):
        pair = words[i : i + 2]
        key = None
        if len(pair) == 2 and pair[1].span.start - pair[0].span.end == 1:
            first, second = (w.key for w in pair)
            key = spelled.get(f"{first} {second}")
            whole = first + second
            if key is None and whole in theirs - own and whole.isalpha():
                key = whole
        if key is None:
            yield words[i]
        else:
            yield Word(key, pair[0].span.to(pair[1].span))
        i += 1 if key is None else 2


def _pair(a: Sequence[Word], b: Sequence[Word], little: frozenset[str]) -> Iterator[Column]:
    """The columns, split first at long shared runs where there are too many pairs to compare."""
    todo = [(0, len(a), 0, len(b))]
    while todo:
        i1, i2, j1, j2 = todo.pop()
        if (i2 - i1) * (j2 - j1) <= MOST_PAIRS:
            ends = (i1 == j1 == 0, (i2, j2) == (len(a), len(b)))
            for op, i, j in _best_path(a[i1:i2], b[j1:j2], little, ends):
                yield Column(op, None if i is None else i1 + i, None if j is None else j1 + j)
            continue
        keys = [w.key for w in a], [w.key for w in b]
        run = difflib.SequenceMatcher(None, *keys, autojunk=False).find_longest_match(
            i1, i2, j1, j2
        )
        if run.size < MOVED:  # nothing in common: one stands in place of the other
            yield from (Column("cut", i, None) for i in range(i1, i2))
            yield from (Column("added", None, j) for j in range(j1, j2))
            continue
        middle = range(run.size)
        todo.append((run.a + run.size, i2, run.b + run.size, j2))
        if run.a > i1 or run.b > j1:
            # Left of the run first; the run itself is found again, being short enough by then.
            todo.append((run.a, run.a + run.size, run.b, run.b + run.size))
            todo.append((i1, run.a, j1, run.b))
        else:
            yield from (Column("same", run.a + k, run.b + k) for k in middle)


Pairing = tuple[Operation, int | None, int | None]


def _best_path(
    a: Sequence[Word], b: Sequence[Word], little: frozenset[str], ends: tuple[bool, bool]
) -> list[Pairing]:
    """Gotoh's three tables; `ends` says at which end of the versions a gap is free."""
    free_start, free_end = ends
    n, m = len(a), len(b)
    never = -(10**9)
    border = [0] + [0 if free_start else OPEN + EXTEND * (j - 1) for j in range(1, m + 1)]
    best, up = border[:], [never] * (m + 1)
    rows = [border[:]]
    came = [bytearray([LEFT] * (m + 1))]
    last_column = [best[m]]
    worth: dict[tuple[str, str], int] = {}
    for i in range(1, n + 1):
        word = a[i - 1]
        above, best = best, [0] * (m + 1)
        best[0] = 0 if free_start else OPEN + EXTEND * (i - 1)
        left, from_where = never, bytearray(m + 1)
        from_where[0] = UP
        for j in range(1, m + 1):
            other = b[j - 1]
            pair = (word.key, other.key)
            value = worth.get(pair)
            if value is None or word.also or other.also:
                value = worth[pair] = _worth(word, other, little)
            here, where = above[j - 1] + value, DIAGONAL
            opened, longer = above[j] + OPEN, up[j] + EXTEND
            if longer > opened:
                up[j], where_up = longer, UP | UP_ON
            else:
                up[j], where_up = opened, UP
            opened, longer = best[j - 1] + OPEN, left + EXTEND
            if longer > opened:
                left, where_left = longer, LEFT | LEFT_ON
            else:
                left, where_left = opened, LEFT
            if up[j] > here:
                here, where = up[j], UP
            if left > here:
                here, where = left, LEFT
            best[j] = here
            from_where[j] = where | (where_up & UP_ON) | (where_left & LEFT_ON)
        rows.append(best)
        came.append(from_where)
        last_column.append(best[m])
    return _walked_back(a, b, came, _end(rows[n], last_column, free_end))


DIAGONAL, UP, LEFT, UP_ON, LEFT_ON = 1, 2, 4, 8, 16


def _end(last_row: list[int], last_column: list[int], free: bool) -> tuple[int, int]:
    """Where the best path ends: in the corner, or where the gap at the end is free."""
    n, m = len(last_column) - 1, len(last_row) - 1
    if not free:
        return n, m
    i = max(range(n + 1), key=lambda k: (last_column[k], k))
    j = max(range(m + 1), key=lambda k: (last_row[k], k))
    return (n, j) if last_row[j] > last_column[i] else (i, m)


def _walked_back(
    a: Sequence[Word], b: Sequence[Word], came: list[bytearray], end: tuple[int, int]
) -> list[Pairing]:
    i, j = end
    path: list[Pairing] = [("added", None, k) for k in range(len(b) - 1, j - 1, -1)]
    path += [("cut", k, None) for k in range(len(a) - 1, i - 1, -1)]
    stay = 0  # within a gap: the direction that goes on
    while i or j:
        where = came[i][j]
        if i == 0 or j == 0:
            direction = UP if j == 0 else LEFT
        else:
            direction = stay or (where & (DIAGONAL | UP | LEFT))
        if direction == DIAGONAL:
            i, j, stay = i - 1, j - 1, 0
            path.append(("same" if a[i].is_same(b[j]) else "altered", i, j))
        elif direction == UP:
            stay = UP if where & UP_ON else 0
            i -= 1
            path.append(("cut", i, None))
        else:
            stay = LEFT if where & LEFT_ON else 0
            j -= 1
            path.append(("added", None, j))
    return path[::-1]


def _worth(a: Word, b: Word, little: frozenset[str]) -> int:
    if a.is_same(b):
        return LITTLE if a.key in little else SAME
    return FORM if is_form(a.key, b.key) else OTHER


def is_form(a: str, b: str) -> bool:
    """Whether two different words look like forms or spellings of one.

    >>> is_form("winter", "winters"), is_form("color", "colour"), is_form("winter", "year")
    (True, True, False)
    """
    if min(len(a), len(b)) < FORM_LETTERS or not (a.isalpha() and b.isalpha()):
        return False
    return fuzz.ratio(a, b, score_cutoff=ALIKE) > 0


def _whole_tokens(columns: list[Column], a: Sequence[Word], b: Sequence[Word]) -> list[Column]:
    """No half of a contraction is the same: "they" beside "they're" is a change of one word."""
    broken = {
        (side, words[at].span)
        for side, words in (("a", a), ("b", b))
        for column in columns
        if column.op != "same" and (at := getattr(column, side)) is not None
    }
    return [
        Column("altered", c.a, c.b)
        if c.op == "same"
        and c.a is not None
        and c.b is not None
        and (("a", a[c.a].span) in broken or ("b", b[c.b].span) in broken)
        else c
        for c in columns
    ]


def _without_chance(
    columns: list[Column], a: Sequence[Word], little: frozenset[str]
) -> list[Column]:
    """A little word alone between two changed words matches by chance, and is changed with them."""
    found = []
    for n, column in enumerate(columns):
        beside = [columns[k] for k in (n - 1, n + 1) if 0 <= k < len(columns)]
        alone = len(beside) == 2 and all(c.op == "altered" for c in beside)
        chance = alone and column.op == "same" and column.a is not None
        if chance and column.a is not None and a[column.a].key in little:
            column = Column("altered", column.a, column.b)
        found.append(column)
    return found


def _with_moves(
    columns: list[Column], a: Sequence[Word], b: Sequence[Word], little: frozenset[str]
) -> list[Column]:
    changed = [c for c in columns if c.op != "same"]
    keys = [w.key for w in a], [w.key for w in b]
    loose = {c.a for c in changed if c.a is not None}, {c.b for c in changed if c.b is not None}
    moved = find_moved(keys, loose, little)
    found = [part for column in columns for part in _split(column, *moved)]
    runs = [list(group) for _, group in groupby(found, key=lambda c: c.op)]
    for n in range(len(runs) - 2):
        if _changed_places(runs[n], runs[n + 1], runs[n + 2], a, b):
            for k in (n, n + 2):
                runs[k] = [Column("moved", c.a, c.b) for c in runs[k]]
    return [column for run in runs for column in run]


def _split(column: Column, moved_a: set[int], moved_b: set[int]) -> Iterator[Column]:
    from_here, to_here = column.a in moved_a, column.b in moved_b
    if not (from_here or to_here):
        yield column
        return
    if column.a is not None:
        yield Column("moved" if from_here else "cut", column.a, None)
    if column.b is not None:
        yield Column("moved" if to_here else "added", None, column.b)


def _changed_places(
    before: list[Column],
    between: list[Column],
    after: list[Column],
    a: Sequence[Word],
    b: Sequence[Word],
) -> bool:
    """Whether words only changed places with their neighbours: "have never", "never have"."""
    ops = before[0].op, between[0].op, after[0].op
    if ops not in (("cut", "same", "added"), ("added", "same", "cut")) or len(between) > MOVED:
        return False
    lost, gained = (before, after) if ops[0] == "cut" else (after, before)
    return [a[c.a].key for c in lost if c.a is not None] == [
        b[c.b].key for c in gained if c.b is not None
    ]


def _with_whole_changes(
    columns: list[Column], a: Sequence[Word], b: Sequence[Word]
) -> list[Column]:
    """What was lost or gained right beside a changed word belongs to the change, if short.

    Not so beside a form of the same word: "long winters" became "winter" by losing "long".
    """
    found: list[Column] = []
    for _, group in groupby(columns, key=lambda c: c.op in ("same", "moved")):
        region = list(group)
        replaced = any(c.op == "altered" and not _are_forms(c, a, b) for c in region)
        for op, run in groupby(region, key=lambda c: c.op):
            words = list(run)
            part = replaced and op in ("cut", "added") and len(words) < PART_OF_CHANGE
            found += [Column("altered", c.a, c.b) for c in words] if part else words
    return found


def _are_forms(column: Column, a: Sequence[Word], b: Sequence[Word]) -> bool:
    if column.a is None or column.b is None:
        return False
    return is_form(a[column.a].key, b[column.b].key)
