"""From pairs to utterances, in passes from what is surest to what is least sure.

Quotes that show words in marks are grouped among themselves. A quote without such words may then
join one group, and never two, because a loose retelling resembles everything said on the matter;
those that find no group may find one another. Last, groups of different languages are paired by
meaning. What a person decided about a pair holds in every pass.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from toolkit.compare.matching.bags import Numbers
from toolkit.compare.matching.linking import Matrix, Pair, as_rows, components
from toolkit.compare.matching.pairing import Models
from toolkit.compare.matching.strengths import Group, Strengths
from toolkit.compare.matching.translation import Translations
from toolkit.compare.said import Said
from toolkit.compare.wording import stop_words
from toolkit.errors import CorrectionWarning
from toolkit.model import Article

#: Mean probability from which quotes with words in marks form one group.
QUOTED_CUT = 0.5
#: The same for joining a quote without words in marks; lower, and its grade says so.
RETOLD_CUT = 0.2
#: Words of its own that a second utterance must explain of a quote that runs two together.
OWN_WORDS = 3


@dataclass(frozen=True)
class Decisions:
    """The pairs of quotes, by row number, that a person called the same, or not the same."""

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    confirmed: frozenset[frozenset[int]] = field(default=frozenset())

    @classmethod
    def of(cls, said: Sequence[Said]) -> Decisions:
        """Read them from the quotes; ids that are not among the quotes are left out."""
        row = {s.quote_id: n for n, s in enumerate(said)}
        same, apart = (
            sorted({
                (min(n, row[other]), max(n, row[other]))
                for n, s in enumerate(said)
                for other in getattr(s, name)
                if other in row and other != s.quote_id
            })
            for name in ("same_as", "not_same_as")
        )  # fmt: skip
        held = {m: k for k, part in enumerate(_parts(len(said), same)) for m in part}
        clash = [(i, j) for i, j in apart if held[i] == held[j]]
        for i, j in clash:
            warnings.warn(
                f"'{said[i].quote_id}' and '{said[j].quote_id}' are called not the same, but both "
                "are called the same as others between them; they were kept together. Take one "
                "of these decisions back",
                CorrectionWarning,
                stacklevel=2,
            )
        kept = tuple(pair for pair in apart if pair not in clash)
        confirmed = {
            frozenset((i, j))
            for part in _parts(len(said), same)
            for i in part
            for j in part
            if i < j
        }
        return cls(tuple(same), kept, frozenset(confirmed))

    def hold(self, group: Sequence[int]) -> bool:
        """Whether a group holds no pair of which a person said that it is not the same."""
        members = set(group)
        return not any(i in members and j in members for i, j in self.apart)


class Matches:
    """The quotes of one event in groups, each an utterance, and what holds each group together."""

    def __init__(
        self, said: Sequence[Said], articles: Sequence[Article], models: Models | None = None
    ):
        """Group the quotes: `said` in an order that follows from what is printed.

        `models` say how likely two quotes are one utterance; those that ship, unless given.
        """
        self.said = said
        self.decisions = Decisions.of(said)
        self._members: dict[str, Group] = {}
        for i, s in enumerate(said):
            self._members.setdefault(s.language, []).append(i)
        self._row = {i: n for rows in self._members.values() for n, i in enumerate(rows)}
        self._strengths = {
            code: Strengths([said[i] for i in rows], articles, models)
            for code, rows in self._members.items()
        }
        found = [g for code in sorted(self._members) for g in self._in_one_language(code)]
        self._translations = Translations(said, found)
        self.groups = self._with_second_homes(self._across_languages(found))

    def score(self, i: int, others: Group) -> tuple[Numbers, Numbers]:
        """How alike a quote is to others of its language, and how likely one utterance."""
        strengths = self._strengths[self.said[i].language]
        return strengths.score(self._row[i], [self._row[j] for j in others])

    def to_first(self, group: Group) -> list[tuple[float, float]]:
        """How alike each quote of a group is to its first, and how likely it reports the same.

        The latter through the best of its members: what joined two quotes may be a third. What a
        person said of a pair is certain.
        """
        p = self._chances(group)
        through = (p * p[:, 0]).max(axis=1).tolist()
        return list(zip(self._likeness(group), through, strict=True))

    def _likeness(self, group: Group) -> list[float]:
        """How alike the first of a group is to each: by words, across languages by meaning."""
        first = group[0]
        own, other = self._by_language(first, group[1:])
        alike = {first: 1.0, **dict(zip(own, self.score(first, own)[0].tolist(), strict=True))}
        alike |= {i: self._translations.likeness(first, i) for i in other}
        return [alike[i] for i in group]

    def _chances(self, group: Group) -> Matrix:
        """How likely each two quotes of a group report one utterance."""
        p = np.eye(len(group))
        at = {i: n for n, i in enumerate(group)}
        for m, i in enumerate(group):
            own, other = self._by_language(i, group[m + 1 :])
            p[m, [at[j] for j in own]] = self.score(i, own)[1]
            p[m, [at[j] for j in other]] = [self._translations.p(i, j) for j in other]
            p[m, [at[j] for j in (*own, *other) if self.is_confirmed(i, j)]] = 1.0
        return np.maximum(p, p.T)

    def _by_language(self, i: int, others: Group) -> tuple[Group, Group]:
        """Those of some quotes that are in the language of one, and those that are not."""
        language = self.said[i].language
        own = [j for j in others if self.said[j].language == language]
        return own, [j for j in others if self.said[j].language != language]

    def is_confirmed(self, i: int, j: int) -> bool:
        """Whether a person called two quotes the same."""
        return frozenset((i, j)) in self.decisions.confirmed

    def _in_one_language(self, code: str) -> list[Group]:
        members, strengths = self._members[code], self._strengths[code]
        same, apart = (
            [(self._row[i], self._row[j]) for i, j in pairs if {i, j} <= set(members)]
            for pairs in (self.decisions.same, self.decisions.apart)
        )
        # A retold quote that a person tied to another is grouped with those in marks.
        tied = {row for pair in same for row in pair}
        first = [n for n, i in enumerate(members) if self.said[i].marked or n in tied]
        retold = sorted(set(range(len(members))) - set(first))
        groups = strengths.link(first, QUOTED_CUT, same, apart)
        # Two retellings in nearly the same words go together, into one group or none: by itself
        # each would join what it resembles a little, and lose what it resembles most.
        clumps = strengths.link(retold, QUOTED_CUT, (), apart)
        homes = _homes(strengths.means(retold, groups), retold, clumps, groups, apart)
        loose: Group = []
        for clump, home in zip(clumps, homes, strict=True):
            (loose if home is None else groups[home]).extend(clump)
        groups += strengths.link(sorted(loose), RETOLD_CUT, (), apart)
        return [[members[row] for row in group] for group in groups]

    def _across_languages(self, groups: list[Group]) -> list[Group]:
        """Groups of different languages that are paired by meaning, or by a person, as one."""
        home = {i: n for n, group in enumerate(groups) for i in group}
        joins = [(home[i], home[j]) for i, j in self.decisions.same]
        for pair in self._translations.joins.groups:
            if not self.decisions.apart or self.decisions.hold(
                _joined_members(groups, [*joins, pair], pair[0])
            ):
                joins.append(pair)
        parts = _parts(len(groups), joins)
        found = [[i for number in part for i in groups[number]] for part in parts]
        at = {number: n for n, part in enumerate(parts) for number in part}
        for number, i in self._translations.joins.second_homes:
            members = found[at[number]]
            if i not in members and self.decisions.hold([i, *members]):
                members.append(i)
        return found

    def _with_second_homes(self, groups: list[Group]) -> list[Group]:
        """A quote that runs two utterances together stands in the groups of both."""
        found = []
        for number, group in enumerate(groups):
            for i in (i for i in group if len(group) > 1 and self.said[i].marked):
                near = self._near(i)
                for other, members in enumerate(groups):
                    if other == number or not near & set(members):
                        continue
                    if self._reports_too(i, group, members):
                        found.append((other, i))
        for other, i in found:
            groups[other] = [*groups[other], i]
        return groups

    def _near(self, i: int) -> set[int]:
        """The quotes that more likely than not report what a quote reports."""
        code = self.said[i].language
        row = self._strengths[code].matrix[[self._row[i]]].tocoo()
        return {
            self._members[code][n]
            for n, p in zip(row.col, row.data, strict=True)
            if p >= QUOTED_CUT
        }

    def _reports_too(self, i: int, home: Group, others: Group) -> bool:
        """Whether a quote reports what another group does, with words that its own leaves over."""
        article, language = self.said[i].article_id, self.said[i].language
        quoted = [j for j in others if self.said[j].marked and self.said[j].language == language]
        if not quoted or any(self.said[j].article_id == article for j in others):
            return False
        if not self.decisions.hold([i, *others]) or self.score(i, quoted)[1].mean() < QUOTED_CUT:
            return False
        own = self._words(i)
        here = set().union(*(self._words(j) for j in home if j != i))
        there = own & set().union(*(self._words(j) for j in quoted))
        return len(there - here) >= max(OWN_WORDS, len(there) / 2)

    def _words(self, i: int) -> set[str]:
        return set(self.said[i].marked) - stop_words(self.said[i].language)


def _homes(
    means: Numbers,
    retold: Group,
    clumps: Sequence[Group],
    groups: Sequence[Group],
    apart: Sequence[Pair],
) -> list[int | None]:
    """The one group that each clump of retold quotes joins, if its mean with any reaches the cut.

    `means` has a row for each of `retold`.
    """
    if not means.size:
        return [None] * len(clumps)
    at = {row: n for n, row in enumerate(retold)}
    of_clumps = np.array([means[[at[row] for row in clump]].mean(axis=0) for clump in clumps])
    place = {row: n for n, clump in enumerate(clumps) for row in clump}
    of = {row: n for n, group in enumerate(groups) for row in group}
    for pair in apart:
        for i, j in (pair, pair[::-1]):
            if i in place and j in of:
                of_clumps[place[i], of[j]] = 0.0
    best = of_clumps.argmax(axis=1)
    return [
        int(group) if of_clumps[n, group] > RETOLD_CUT else None
        for n, group in enumerate(best.tolist())
    ]


def _joined_members(groups: Sequence[Group], joins: Sequence[Pair], number: int) -> Group:
    """The members of all groups that joins tie to one of them."""
    part = next(part for part in _parts(len(groups), joins) if number in part)
    return [i for other in part for i in groups[other]]


def _parts(n: int, pairs: Sequence[Pair]) -> list[Group]:
    return components(n, *as_rows(pairs))
