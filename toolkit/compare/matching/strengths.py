"""How strongly the quotes of one language hang together: a sparse table of probabilities.

Only pairs that are worth comparing are scored, in blocks, and only those are kept that are not
next to impossible; a pair that is not kept counts as nothing. So memory follows the quotes that
resemble one another, and not the square of all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.bags import Numbers
from toolkit.compare.matching.candidates import candidate_pairs
from toolkit.compare.matching.linking import Matrix, as_rows, average_link, parts_to_link
from toolkit.compare.matching.pairing import Models
from toolkit.compare.matching.similarity import Likeness, sentences_within
from toolkit.compare.said import Said
from toolkit.languages import plain_code
from toolkit.model import Article

#: Pairs scored at once.
BLOCK = 100_000
#: Less likely pairs than this are not kept.
KEPT = 0.01

Group = list[int]
Flags = NDArray[np.bool_]


class Strengths:
    """The probabilities that quotes of one language report one utterance, pair by pair."""

    def __init__(
        self, said: Sequence[Said], articles: Sequence[Article], models: Models | None = None
    ):
        """Score the pairs: `said` the quotes of one language, `articles` those they stand in.

        `models` are those that ship, unless others are given.
        """
        from scipy.sparse import csr_matrix

        self.said = said
        code = said[0].language
        texts = [a.text for a in articles if plain_code(a.language) == code]
        self._likeness = Likeness(said, texts, code, models)
        self.homes = np.unique([s.article_id for s in said], return_inverse=True)[1]
        rows, columns = candidate_pairs([s.shown for s in said], [s.article_id for s in said])
        p = np.zeros(len(rows))
        for start in range(0, len(rows), BLOCK):
            block = slice(start, start + BLOCK)
            p[block] = self._likeness.score(rows[block], columns[block])[1]
        kept = p >= KEPT
        self.rows, self.columns, self.p = rows[kept], columns[kept], p[kept]
        n = len(said)
        one_way = csr_matrix((self.p, (self.rows, self.columns)), shape=(n, n))
        self.matrix = (one_way + one_way.T).tocsr()

    def score(self, i: int, others: Group) -> tuple[Numbers, Numbers]:
        """How alike a quote is to others, and how likely one utterance; scored anew."""
        return self._likeness.score([i] * len(others), others)

    def link(
        self,
        members: Group,
        cut: float,
        same: Sequence[tuple[int, int]] = (),
        apart: Sequence[tuple[int, int]] = (),
    ) -> list[Group]:
        """Average link among some of the quotes; `same` and `apart` are what a person decided."""
        place = np.full(len(self.said), -1)
        place[members] = np.arange(len(members))
        inside = (place[self.rows] >= 0) & (place[self.columns] >= 0)
        rows, columns = place[self.rows[inside]], place[self.columns[inside]]
        p = self.p[inside]
        same, apart = ([(place[i], place[j]) for i, j in pairs] for pairs in (same, apart))
        same = [(i, j) for i, j in same if i >= 0 and j >= 0]
        tied = as_rows(same)
        parts = parts_to_link(
            len(members),
            np.concatenate([rows, tied[0]]),
            np.concatenate([columns, tied[1]]),
            np.concatenate([p, np.ones(len(same))]),
            cut,
        )
        groups = []
        for part in parts:
            if len(part) == 1:
                groups.append([members[part[0]]])
                continue
            at = {m: k for k, m in enumerate(part)}
            own = [
                [(at[i], at[j]) for i, j in pairs if i in at and j in at] for pairs in (same, apart)
            ]
            linked = average_link(
                self._dense([members[m] for m in part], cut), cut, same=own[0], apart=own[1]
            )
            groups += [[members[part[k]] for k in group] for group in linked]
        return sorted(groups)

    def means(self, members: Group, groups: Sequence[Group]) -> Matrix:
        """The mean probability of each quote with each group, its own article left out.

        Returns len(members) x len(groups); 0 where a group has nothing outside the article.
        """
        from scipy.sparse import csr_matrix

        n = len(self.said)
        flat = [m for group in groups for m in group]
        number = np.repeat(np.arange(len(groups)), [len(g) for g in groups])
        holds = csr_matrix((np.ones(len(flat)), (flat, number)), shape=(n, len(groups)))
        sums = (self.matrix[members] @ holds).toarray()
        there = csr_matrix(
            (np.ones(n), (self.homes, np.arange(n))), shape=(int(self.homes.max()) + 1, n)
        )
        elsewhere = np.asarray(holds.sum(axis=0)) - (there @ holds)[self.homes[members]].toarray()
        return np.divide(sums, elsewhere, out=np.zeros_like(sums), where=elsewhere > 0)

    def _dense(self, members: Group, cut: float) -> Matrix:
        """`p` for each two of the members, NaN for two that have no say.

        Those are two quotes of one article, and two cuts of one sentence: its head and its tail
        share no words, and need not. But two quotes of one article that a third runs together,
        each in a sentence of its own, were said apart.
        """
        strength: Matrix = self.matrix[members][:, members].toarray()
        homes = self.homes[members]
        one_article = homes[:, None] == homes[None, :]
        of_sentence, of_quote = self._cut_from_one(members, strength, cut)
        strength[one_article | (of_sentence & (strength < cut))] = np.nan
        strength[one_article & of_quote & ~of_sentence] = 0.0
        np.fill_diagonal(strength, 1.0)
        return strength

    def _cut_from_one(self, members: Group, strength: Matrix, cut: float) -> tuple[Flags, Flags]:
        """Which pairs are both cut from one sentence of a third, and which from one quote."""
        sentences: dict[tuple[int, int], int] = {}
        of_sentence, of_quote = [], []
        for m, n in zip(*(side.tolist() for side in np.nonzero(strength >= cut)), strict=True):
            for sentence in sentences_within(self.said[members[m]], self.said[members[n]]):
                of_sentence.append((m, sentences.setdefault((n, sentence), len(sentences))))
                of_quote.append((m, n))
        return _sharing(of_sentence, len(members)), _sharing(of_quote, len(members))


def _sharing(held: Sequence[tuple[int, int]], n: int) -> Flags:
    """Which two of n have something in common, of pairs (one, what it has)."""
    from scipy.sparse import coo_matrix

    rows, columns = as_rows(held)
    shape = (n, int(columns.max(initial=-1)) + 1)
    has = coo_matrix((np.ones(len(rows)), (rows, columns)), shape=shape).tocsr()
    common: Flags = (has @ has.T).toarray() > 0
    return common
