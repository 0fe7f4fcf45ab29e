"""Runs of words that are missing at one place of a version and stand at another.

Three words in a row that were lost here and gained there were moved, not changed. Beside such a run
two are enough, and one where it joined the run to the rest: "A, and B" became "B, and A".
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence

#: Words in a row that were moved rather than changed; and beside such a run.
MOVED, MOVED_ALONG = 3, 2

Places = tuple[set[int], set[int]]


def find_moved(
    keys: tuple[Sequence[str], Sequence[str]], loose: Places, little: frozenset[str]
) -> Places:
    """Which words of each side were moved, by position.

    `keys` are the words of both sides, `loose` the positions of those that match nothing where they
    stand; a run of `little` words only is chance.

    >>> a, b = "we stay at home said she".split(), "said she we stay at home".split()
    >>> find_moved((a, b), ({0, 1, 2, 3}, {2, 3, 4, 5}), frozenset())
    ({0, 1, 2, 3}, {2, 3, 4, 5})
    """
    moved: Places = (set(), set())
    if all(loose):
        _take(keys, loose, moved, MOVED, little)
    if all(moved):
        beside = _touching(loose[0], moved[0]), _touching(loose[1], moved[1])
        _take(keys, beside, moved, MOVED_ALONG, little)
        _take_joining(keys, loose, moved)
    return moved


def _take(
    keys: tuple[Sequence[str], Sequence[str]],
    loose: Places,
    moved: Places,
    least: int,
    little: frozenset[str],
) -> None:
    """Add the common runs of loose words, the longest first, of `least` words or more."""
    left, right = (
        # A word that is not loose gets a name of its own, and so matches nothing.
        [k if n in free and n not in gone else f"{side} {n}" for n, k in enumerate(words)]
        for side, words, free, gone in zip("ab", keys, loose, moved, strict=True)
    )
    while True:
        run = difflib.SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
        if run.size < least:
            return
        places = range(run.size)
        if any(left[run.a + k] not in little for k in places):
            moved[0].update(run.a + k for k in places)
            moved[1].update(run.b + k for k in places)
        for k in places:
            left[run.a + k], right[run.b + k] = f"a {run.a + k}", f"b {run.b + k}"


def _touching(loose: set[int], moved: set[int]) -> set[int]:
    """The loose words in one stretch with a moved run."""
    found, edge = set(moved), set(moved)
    while edge:
        edge = {w for k in edge for w in (k - 1, k + 1) if w in loose and w not in found}
        found |= edge
    return found - moved


def _take_joining(keys: tuple[Sequence[str], Sequence[str]], loose: Places, moved: Places) -> None:
    beside = [
        {w for k in gone for w in (k - 1, k + 1) if w in free and w not in gone}
        for free, gone in zip(loose, moved, strict=True)
    ]
    for i in sorted(beside[0]):
        twins = [j for j in sorted(beside[1]) if keys[0][i] == keys[1][j]]
        if twins:
            moved[0].add(i)
            moved[1].add(twins[0])
            beside[1].discard(twins[0])
