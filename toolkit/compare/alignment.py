"""Which quotes report the same utterance, and how each stands to its fullest version.

A thing said once reaches readers many times: whole in one outlet, cut in the next, retold in a
third, translated in a fourth. Alignment puts those reports into one group and gives the group an
id. It works in three passes, from what is surest to what is least sure: quotes that show words in
marks are grouped among themselves; a quote without such words may then join one group, and never
two, because a loose retelling resembles everything said on the matter; last, groups of different
languages are paired by meaning. A quote that nobody else reports is an utterance too.

The answer depends on what is printed, not on the order of the rows or the names of the outlets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from toolkit import tables
from toolkit.compare.matching import translation
from toolkit.compare.matching.linking import Matrix, average_link
from toolkit.compare.matching.similarity import Likeness, Numbers, stands_within
from toolkit.compare.matching.speakers import find_persons
from toolkit.compare.said import Said, read_said, stratum
from toolkit.compare.versions.relations import Step, diff_words, relation_to
from toolkit.errors import UsageError
from toolkit.model import Article, fingerprint

__all__ = ["GRADES", "Step", "align_quotes", "diff_words"]

NEEDED = ("quote_id", "article_id", "outlet", "kind", "content", "speaker")
SCHEMA = {**tables.SCHEMAS["utterances"], "grade": tables.TEXT}

#: How sure an alignment is, in the words that readers see.
GRADES = (
    "same words",
    "probably",
    "may report the same statement",
    "across languages, please check",
)
SAME_WORDS = 0.9
#: Mean probability from which quotes with words in marks form one group.
QUOTED_CUT = 0.5
#: The same for joining a quote without words in marks; lower, and its grade says so.
RETOLD_CUT = 0.2

Group: TypeAlias = list[int]


def align_quotes(quotes: pd.DataFrame, articles: Sequence[Article]) -> pd.DataFrame:
    """Group the quotes of one event by the utterance that they report.

    `quotes` is a quotes table (extracted, or made by hand with `side` and `candidates` empty),
    `articles` the articles that it points into. Returns the table ``utterances``, one row a quote,
    the most widely reported utterance first, with `grade` as an extra column: how sure, in words.
    `similarity` and `p_same` are to the fullest version; that of the fullest itself is 1.

    Raises UsageError for a missing column or a quote of an unknown article.

    >>> quotes = pd.DataFrame({
    ...     "quote_id": ["a1", "b1"], "article_id": ["a", "b"], "outlet": ["courier", "tide"],
    ...     "kind": "direct", "speaker": "Ana Ruiz",
    ...     "content": ["We did not want this day, but the works lose money every winter.",
    ...                 "The works lose money every winter."]})
    >>> texts = {"a": "Ana Ruiz spoke.", "b": "Ruiz spoke."}
    >>> articles = [Article(k, k, "", "", "", t, "en", "") for k, t in texts.items()]
    >>> align_quotes(quotes, articles)[["utterance_id", "quote_id", "relation"]]
      utterance_id quote_id  relation
    0          u01       a1  verbatim
    1          u01       b1       cut

    Does not show: what was said beyond the fullest version that was found, or why words went.
    """
    tables.check(quotes, "quotes", columns=NEEDED)
    said = _read(quotes, articles)
    links = _Links(said, articles)
    found = [group for code in sorted(links.by_language) for group in _groups(links, code)]
    groups = [_fullest_first(g, said, articles) for g in _across_languages(found, said)]
    groups.sort(key=lambda g: (-len({said[i].outlet for i in g}), -len(said[g[0]].shown), g[0]))
    width = max(2, len(str(len(groups))))
    rows = [
        row
        for number, group in enumerate(groups, 1)
        for row in _rows(f"u{number:0{width}d}", group, links)
    ]
    return tables.to_frame(rows, SCHEMA)


def _read(quotes: pd.DataFrame, articles: Sequence[Article]) -> list[Said]:
    """The quotes in an order that follows from what is printed alone."""
    known = {a.article_id: a for a in articles}
    unknown = sorted({str(q) for q in quotes["article_id"]} - set(known))
    if unknown:
        raise UsageError(f"table 'quotes': no article '{unknown[0]}' among the {len(known)} given")
    rows = quotes.to_dict("records")
    persons = find_persons(sorted(set(quotes["speaker"].dropna())), articles)
    read = [read_said(row, known[row["article_id"]], persons) for row in rows]
    order = {a.article_id: fingerprint(a.text) for a in articles}
    return sorted(read, key=lambda said: _place(said, order))


def _place(said: Said, texts: Mapping[str, str]) -> tuple[Any, ...]:
    start = said.spans[0].start if said.spans else 0
    printed = (said.language, said.words, said.content, texts[said.article_id], start)
    return (*printed, said.quote_id)


class _Links:
    """How each two quotes of one language hang together."""

    def __init__(self, said: list[Said], articles: Sequence[Article]):
        self.said = said
        self.by_language: dict[str, Group] = {}
        for i, s in enumerate(said):
            self.by_language.setdefault(s.language, []).append(i)
        self._row = {i: n for rows in self.by_language.values() for n, i in enumerate(rows)}
        self._likeness = {
            code: Likeness(
                [said[i] for i in rows],
                [a.text for a in articles if a.language == code],
                code,
            )
            for code, rows in self.by_language.items()
        }

    def score(self, i: int, others: Group) -> tuple[Numbers, Numbers]:
        """How alike a quote is to others of its language, and how likely one utterance."""
        likeness = self._likeness[self.said[i].language]
        return likeness.score([self._row[i]] * len(others), [self._row[j] for j in others])

    def matrix(self, rows: Group) -> Matrix:
        """`p` for each two of the rows, NaN for two that have no say.

        Those are two quotes of one article, and two cuts of one longer version: the head and the
        tail of a statement share no words, and need not.
        """
        strength = np.eye(len(rows))
        within = np.zeros((len(rows), len(rows)))
        homes = np.array([self.said[i].article_id for i in rows])
        for m, i in enumerate(rows):
            apart = homes[:m] == homes[m]
            strength[m, :m][apart] = strength[:m, m][apart] = np.nan
            elsewhere = np.flatnonzero(~apart).tolist()
            _, p = self.score(i, [rows[n] for n in elsewhere])
            strength[m, elsewhere] = strength[elsewhere, m] = p
            for n in elsewhere:
                j = rows[n]
                if strength[m, n] >= QUOTED_CUT:
                    within[m, n] = stands_within(self.said[i], self.said[j])
                    within[n, m] = stands_within(self.said[j], self.said[i])
        strength[(within @ within.T > 0) & (strength < QUOTED_CUT)] = np.nan
        return strength


def _groups(links: _Links, code: str) -> list[Group]:
    """The utterances of one language: quotes in marks first, then the retold ones join."""
    rows = links.by_language[code]
    quoted = [i for i in rows if links.said[i].marked]
    retold = [i for i in rows if not links.said[i].marked]
    groups = [[quoted[n] for n in g] for g in average_link(links.matrix(quoted), QUOTED_CUT)]
    loose = []
    chosen = [(i, _home(i, groups, links)) for i in retold]
    for i, home in chosen:
        if home is None:
            loose.append(i)
    for i, home in chosen:
        if home is not None:
            groups[home].append(i)
    return groups + [[loose[n] for n in g] for g in average_link(links.matrix(loose), RETOLD_CUT)]


def _home(i: int, groups: Sequence[Group], links: _Links) -> int | None:
    """The one group that a retold quote joins, if its mean with any reaches the cut."""
    article = links.said[i].article_id
    best, home = RETOLD_CUT, None
    for number, group in enumerate(groups):
        others = [j for j in group if links.said[j].article_id != article]
        mean = float(links.score(i, others)[1].mean()) if others else 0.0
        if mean > best:
            best, home = mean, number
    return home


def _across_languages(groups: list[Group], said: Sequence[Said]) -> list[Group]:
    """Groups of different languages that are paired by meaning, as one."""
    home = list(range(len(groups)))
    for i, j, _ in translation.pair_groups([[said[k] for k in g] for g in groups]):
        home = [home[i] if h == home[j] else h for h in home]
    joined: dict[int, Group] = {}
    for number, group in enumerate(groups):
        joined.setdefault(home[number], []).extend(group)
    return list(joined.values())


def _fullest_first(group: Group, said: Sequence[Said], articles: Sequence[Article]) -> Group:
    """The group with its fullest version in front.

    Spanish needs more words than English for the same thing, so length decides only within the
    language in which most outlets quote the utterance.
    """
    quoting = Counter(said[i].language for i in group if said[i].marked)
    spoken = Counter(a.language for a in articles)
    first = min(group, key=lambda i: (
        -quoting[said[i].language], -spoken[said[i].language], said[i].language,
        -len(said[i].marked), -len(said[i].words), i,
    ))  # fmt: skip
    return [first, *sorted(i for i in group if i != first)]


def _rows(utterance_id: str, group: Group, links: _Links) -> list[dict[str, Any]]:
    fullest = links.said[group[0]]
    rows = []
    for i in group:
        s = links.said[i]
        similarity, p_same = _to_fullest(i, group, links)
        rows.append({
            "utterance_id": utterance_id, "quote_id": s.quote_id, "article_id": s.article_id,
            "outlet": s.outlet, "speaker": s.speaker, "side": s.side,
            "relation": relation_to(fullest, s), "similarity": similarity, "p_same": p_same,
            "grade": _grade(fullest, s, p_same),
        })  # fmt: skip
    return rows


def _to_fullest(i: int, group: Group, links: _Links) -> tuple[float, float]:
    """Similarity to the fullest version, and the probability that it is the same utterance."""
    first = group[0]
    if i == first:
        return 1.0, 1.0
    a, b = links.said[first], links.said[i]
    if a.language == b.language:
        alike, p = links.score(first, [i])
        return float(alike[0]), float(p[0])
    # What joined the two languages may be a cut in the one and a paraphrase in the other.
    members = [links.said[j] for j in group if links.said[j].language == a.language]
    similarity = max(translation.likeness(member, b) for member in members)
    return similarity, translation.likelihood(similarity)


def _grade(fullest: Said, version: Said, p_same: float) -> str:
    same_words, probably, may_be, across = GRADES
    if fullest.language != version.language:
        return across
    if fullest.quote_id != version.quote_id and stratum(fullest, version) == "I":
        return may_be
    return same_words if p_same >= SAME_WORDS else probably
