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

import warnings
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.compare.matching.grouping import Matches
from toolkit.compare.matching.pairing import Models
from toolkit.compare.matching.speakers import find_persons
from toolkit.compare.matching.strengths import Group
from toolkit.compare.said import Said, read_said, stratum
from toolkit.compare.versions.relations import Comparison, compare_versions
from toolkit.compare.versions.steps import Step, diff_words
from toolkit.compare.versions.translations import find_one_sided
from toolkit.errors import SidelightWarning, UsageError, nearest
from toolkit.languages import plain_code
from toolkit.model import Article, Event, fingerprint

__all__ = ["GRADES", "Step", "align_quotes", "diff_words"]

NEEDED = ("quote_id", "article_id", "outlet", "kind", "content", "speaker")
KINDS = ("direct", "indirect", "mixed")
SCHEMA = {**tables.SCHEMAS["utterances"], "grade": tables.TEXT, "detail": tables.TEXT}

#: How sure an alignment is, in the words that readers see.
GRADES = (
    "same words",
    "probably",
    "may report the same statement",
    "across languages, please check",
    CONFIRMED := "a person said so",
)
SAME_WORDS = 0.9


def align_quotes(quotes: pd.DataFrame, articles: Sequence[Article] | Event) -> pd.DataFrame:
    """Group the quotes of one event by the utterance that they report.

    `quotes` is a quotes table (extracted, or made by hand with `side` and `candidates` empty),
    `articles` the articles that it points into, or the event that has them. What a person said of
    pairs of quotes stands in its columns `same_as` and `not_same_as`, where it has them, and holds.
    Returns the table ``utterances``, a row a quote (more for one that runs utterances together),
    the most widely reported utterance first, its fullest version in front, with two extra columns:
    `grade`, how sure, in words, and `detail`, where words were cut and what was changed.
    `similarity` and `p_same` are to the fullest version; its own are 1.

    Warns of decisions that contradict one another (CorrectionWarning), and of thousands of quotes
    that all hang together (LargeGroupWarning).

    Warns of spans that hold other words than `content` does, which are then left alone
    (SidelightWarning). Raises UsageError for a missing column, an id that is missing or stands in
    two rows, a quote of an unknown article, and values that cannot be read.

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
    articles = list(articles.articles if isinstance(articles, Event) else articles)
    matches = match_quotes(quotes, articles)
    said = matches.said
    groups = [_fullest_first(g, said, articles) for g in matches.groups]
    groups.sort(key=lambda g: (-len({said[i].outlet for i in g}), -len(said[g[0]].shown), g[0]))
    width = max(2, len(str(len(groups))))
    rows = [
        row
        for number, group in enumerate(groups, 1)
        for row in _rows(f"u{number:0{width}d}", group, matches)
    ]
    return tables.to_frame(rows, SCHEMA)


def match_quotes(
    quotes: pd.DataFrame, articles: Sequence[Article], models: Models | None = None
) -> Matches:
    """The groups alone, as `align_quotes` makes them; by other models than those that ship, too."""
    tables.check(quotes, "quotes", columns=NEEDED)
    _check_values(quotes)
    return Matches(_read(quotes, articles), articles, models)


def _check_values(quotes: pd.DataFrame) -> None:
    ids = quotes["quote_id"]
    if ids.isna().any() or (ids == "").any():
        raise UsageError("table 'quotes': a row has no 'quote_id'; give each quote one of its own")
    if ids.duplicated().any():
        what = f"'{ids[ids.duplicated()].iloc[0]}' is the id of more than one quote"
        raise UsageError(f"table 'quotes': {what}; give each one of its own")
    for kind in quotes["kind"].unique():
        if pd.isna(kind) or kind not in KINDS:
            hint = nearest(str(kind), KINDS)
            raise UsageError(
                f"table 'quotes': kind '{kind}' is not one of {', '.join(KINDS)}{hint}"
            )


def _read(quotes: pd.DataFrame, articles: Sequence[Article]) -> list[Said]:
    """The quotes in an order that follows from what is printed alone."""
    known = {a.article_id: a for a in articles}
    unknown = sorted({str(q) for q in quotes["article_id"]} - set(known))
    if unknown:
        raise UsageError(f"table 'quotes': no article '{unknown[0]}' among the {len(known)} given")
    rows = quotes.to_dict("records")
    persons = find_persons(sorted(set(quotes["speaker"].dropna())), articles)
    read = [read_said(row, known[row["article_id"]], persons) for row in rows]
    _warn_of_places(rows, read)
    order = {a.article_id: fingerprint(a.text) for a in articles}
    return sorted(read, key=lambda said: _place(said, order))


def _warn_of_places(rows: Sequence[Mapping[Hashable, Any]], read: Sequence[Said]) -> None:
    lost = [
        said.quote_id
        for row, said in zip(rows, read, strict=True)
        if not said.spans and isinstance(row.get("spans"), str) and row["spans"]
    ]
    if lost:
        others = f" and {len(lost) - 1} more" if lost[1:] else ""
        warnings.warn(
            f"the spans of quote '{lost[0]}'{others} do not hold its words in the article; it is "
            "compared by the column 'content' alone",
            SidelightWarning,
            stacklevel=4,
        )


def _place(said: Said, texts: Mapping[str, str]) -> tuple[Any, ...]:
    start = said.spans[0].start if said.spans else 0
    printed = (said.language, said.words, said.content, texts[said.article_id], start)
    return (*printed, said.quote_id)


def _fullest_first(group: Group, said: Sequence[Said], articles: Sequence[Article]) -> Group:
    """The group with its fullest version in front.

    Spanish needs more words than English for the same thing, so length decides only within the
    language in which most outlets quote the utterance.
    """
    quoting = Counter(said[i].language for i in group if said[i].marked)
    spoken = Counter(plain_code(a.language) for a in articles)
    first = min(group, key=lambda i: (
        -quoting[said[i].language], -spoken[said[i].language], said[i].language,
        -len(said[i].marked), -len(said[i].words), i,
    ))  # fmt: skip
    return [first, *sorted(i for i in group if i != first)]


def _rows(utterance_id: str, group: Group, matches: Matches) -> list[dict[str, Any]]:
    fullest = matches.said[group[0]]
    rows = []
    for i, (similarity, p_same) in zip(group, matches.to_first(group), strict=True):
        s = matches.said[i]
        confirmed = matches.is_confirmed(group[0], i)
        compared = compare_versions(fullest, s)
        rows.append({
            "utterance_id": utterance_id, "quote_id": s.quote_id, "article_id": s.article_id,
            "outlet": s.outlet, "speaker": s.speaker, "side": s.side,
            "relation": compared.relation, "similarity": similarity, "p_same": p_same,
            "grade": CONFIRMED if confirmed else _grade(fullest, s, p_same),
            "detail": "; ".join(_detail(fullest, s, compared)) or None,
        })  # fmt: skip
    return rows


def _detail(fullest: Said, version: Said, compared: Comparison) -> tuple[str, ...]:
    if compared.relation == "translation":
        return find_one_sided(fullest, version).detail
    return compared.detail


def _grade(fullest: Said, version: Said, p_same: float) -> str:
    same_words, probably, may_be, across, _ = GRADES
    if fullest.language != version.language:
        return across
    # Copy of the same agency reports alike what nobody quotes: then the words speak after all.
    if stratum(fullest, version) == "I" and fullest.words != version.words:
        return may_be
    return same_words if p_same >= SAME_WORDS else probably
