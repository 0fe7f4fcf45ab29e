"""Which groups of quotes in different languages are made one.

The likeliest pair of groups is joined first, and only with its best match does a group join. Two
groups of one language that both show words in marks were told apart by that language's own words.
They meet through a third in another language only if that one is very like both, and not as two
sentences of one quote: then the quote runs two utterances together, and stands in both. A loose
retelling resembles everything said on the matter; it joins one group and ties no two together,
but it needs less to join one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from toolkit.compare.matching.linking import Pair

#: Log-odds from which a group joins its best match (as likely as not), and from which it does so
#: although its own language tells it from others that have joined already.
BEST = 0.0
CLOSE = 0.25
#: Log-odds from which a retold group joins a quoted one, best match or not. Lower: measured on
#: invented events, this finds most of the retellings and costs little precision.
RETOLD = -1.5

#: Asked of (group, its best match, groups that joined this one): the row of the quote that reports
#: what the first does in one sentence, and what the others do in another; None for no such quote.
Bridge = Callable[[int, int, frozenset[int]], int | None]


@dataclass(frozen=True)
class Joins:
    """Pairs of groups to make one; and (group, row of a quote that reports its utterance too)."""

    groups: list[Pair] = field(default_factory=list)
    second_homes: list[Pair] = field(default_factory=list)


def join_groups(
    odds: Mapping[Pair, float], quoted: Mapping[int, str | None], bridge: Bridge
) -> Joins:
    """Join groups by the log-odds that they report one utterance.

    `odds` has a pair of group numbers for each two groups of different languages that may be one;
    `quoted` the language of each group that shows words in marks, None for one that shows none.

    >>> odds = {(0, 2): 3.0, (1, 2): 0.2, (1, 3): 0.1}
    >>> join_groups(odds, {0: "en", 1: "en", 2: "es", 3: None}, lambda *_: None)
    Joins(groups=[(0, 2), (1, 3)], second_homes=[])

    Does not show: utterances that three languages report by ever other quotes.
    """
    ranked = sorted(odds, key=lambda pair: (-odds[pair], pair))
    best: dict[int, int] = {}
    for g, h in ranked:
        best.setdefault(g, h)
        best.setdefault(h, g)
    found, parts = Joins(), _Parts(quoted)
    for g, h in ranked:
        joiners = [(x, y) for x, y in ((g, h), (h, g)) if best[x] == y]
        if not joiners or odds[g, h] < BEST:
            continue
        x, y = joiners[0]
        rivals = parts.rivals(x, y)
        if rivals and not (quoted[g] and quoted[h] and odds[g, h] >= CLOSE):
            continue
        row = bridge(x, y, rivals) if rivals else None
        if row is not None:
            found.second_homes.append((x, row))
        else:
            parts.join(g, h)
            found.groups.append((g, h))
    for g, h in ranked:
        if odds[g, h] < RETOLD:
            break
        if (quoted[g] and parts.is_retold(h)) or (quoted[h] and parts.is_retold(g)):
            parts.join(g, h)
            found.groups.append((g, h))
    return found


class _Parts:
    """Which groups have been made one so far, and the languages in which each part is quoted."""

    def __init__(self, quoted: Mapping[int, str | None]):
        self._quoted = quoted
        self._members = {number: frozenset([number]) for number in quoted}
        self._spoken = {number: frozenset({code} - {None}) for number, code in quoted.items()}

    def is_retold(self, number: int) -> bool:
        """Whether nothing in the part of a group shows words in marks."""
        return not self._spoken[number]

    def rivals(self, first: int, second: int) -> frozenset[int]:
        """The groups of the second's part in whose language the first's is quoted too."""
        both = self._spoken[first] & self._spoken[second]
        if not both or second in self._members[first]:
            return frozenset()
        return frozenset(n for n in self._members[second] if self._quoted[n] in both)

    def join(self, g: int, h: int) -> None:
        members = self._members[g] | self._members[h]
        self._members |= dict.fromkeys(members, members)
        self._spoken |= dict.fromkeys(members, self._spoken[g] | self._spoken[h])
