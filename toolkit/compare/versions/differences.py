"""Every version of an utterance beside its fullest as tables: token by token, and what stands out.

``diff`` answers "what became of each word?", ``tabulate_changes`` lists what a reader of one outlet
alone cannot see: words left out in the middle without a sign, and words that were changed. Both
point at places: ``text[start:end]`` of the article is the word shown, in the one version and in
the other, also where a quote is interrupted or only part of it stands in marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.compare.said import Said, read_said
from toolkit.compare.versions.printed import Atom, Printed
from toolkit.compare.versions.relations import Laid, Stretch, lay_comparable
from toolkit.compare.versions.steps import Run, walk
from toolkit.errors import UsageError, nearest
from toolkit.model import Article, write_spans

#: What is said of a change, by what became of the words and where.
KINDS = {
    "inner silent": "cut without a sign",
    "altered": "changed words",
    "inserted": "added words",
    "moved": "moved words",
}

Pair = tuple[int | None, int | None]


@dataclass(frozen=True)
class Version:
    """A version in the same language as its fullest, and both laid beside each other."""

    utterance_id: str
    fullest: Said
    said: Said
    laid: Laid
    p_same: Any


def diff(
    utterance_id: str,
    utterances: pd.DataFrame,
    quotes: pd.DataFrame,
    articles: Sequence[Article],
) -> pd.DataFrame:
    """One utterance word by word: each other version beside the fullest.

    `utterances` is the table of ``align_quotes``, `quotes` the one that it was made from,
    `articles` those that it points into. Returns the table ``differences``, a row for each printed
    word or editor's sign, in the order of the version: `op` (same, cut, altered, added, moved,
    bracketed, ellipsis), `place` (of a cut: head, tail, inner marked, inner
    silent, or replaced, by a bracket; of an addition: inserted, or beyond what the fullest version
    prints), the words of each side and where they stand: `start` and `end` in the version's
    article, `fullest_start` and `fullest_end` in that of the fullest; ``<NA>`` where a side has
    none, or the quote says no place. A moved word has a row at each of its places. Paraphrases and
    translations have no rows, nor has the fullest version itself.

    Raises UsageError for an unknown utterance, quote or article, or a missing column.

    >>> text = {"a": "“We stay here until noon,” she said.", "b": "“We stay until noon,” she said."}
    >>> articles = [Article(k, k, "", "", "", t, "en", "") for k, t in text.items()]
    >>> quotes = pd.DataFrame({"quote_id": ["a1", "b1"], "article_id": ["a", "b"],
    ...     "outlet": ["courier", "tide"], "kind": "direct", "speaker": "Ana Ruiz",
    ...     "content": ["We stay here until noon,", "We stay until noon,"],
    ...     "spans": ["1-25", "1-20"]})
    >>> utterances = pd.DataFrame({"utterance_id": "u1", "quote_id": ["a1", "b1"], "p_same": 1.0})
    >>> found = diff("u1", utterances, quotes, articles)
    >>> found[["op", "words", "start", "fullest_words", "place"]].values.tolist()[2:4]
    [['cut', <NA>, <NA>, 'here', 'inner silent'], ['same', 'until', 9, 'until', <NA>]]

    Does not show: whether a cut or a change matters, or was meant.
    """
    tables.check(utterances, "utterances", columns=("utterance_id", "quote_id"))
    rows = utterances[utterances["utterance_id"] == utterance_id]
    if rows.empty:
        hint = nearest(utterance_id, [str(u) for u in utterances["utterance_id"].unique()])
        raise UsageError(f"utterance '{utterance_id}' is not in the table{hint}")
    return tabulate_differences(rows, quotes, articles)


def tabulate_differences(
    utterances: pd.DataFrame, quotes: pd.DataFrame, articles: Sequence[Article]
) -> pd.DataFrame:
    """The table ``differences`` of all utterances: what `diff` gives of each, under each other.

    Raises UsageError for an unknown quote or article, or a missing column.
    """
    rows = (row for version in _versions(utterances, quotes, articles) for row in _tokens(version))
    return tables.to_frame(rows, tables.SCHEMAS["differences"])


def tabulate_changes(
    utterances: pd.DataFrame, quotes: pd.DataFrame, articles: Sequence[Article]
) -> pd.DataFrame:
    """The table ``changes``: what was left out in the middle without a sign, or changed.

    The arguments are those of ``diff``. A row for each stretch of words, with its `kind`: "cut
    without a sign", "changed words", "added words" (within what the fullest version prints), "moved
    words". `words` are the version's and `fullest_words` those of the fullest, as printed; `spans`
    and `fullest_spans` say where they stand, written as in the table ``quotes``. `p_same` is how
    likely the two quotes are of one utterance: if they are not, nothing was changed.

    Raises UsageError for an unknown quote or article, or a missing column.

    Does not show: which outlet has the words that were said; the fullest version is only the
    longest. Nor whether a change was meant.
    """
    rows = (row for version in _versions(utterances, quotes, articles) for row in _changes(version))
    return tables.to_frame(rows, tables.SCHEMAS["changes"])


def _versions(
    utterances: pd.DataFrame, quotes: pd.DataFrame, articles: Sequence[Article]
) -> Iterator[Version]:
    """Every version that can be compared word by word with its fullest, the first of its group."""
    tables.check(utterances, "utterances", columns=("utterance_id", "quote_id"))
    tables.check(quotes, "quotes", columns=("quote_id", "article_id", "outlet", "kind", "content"))
    known = {a.article_id: a for a in articles}
    rows = {row["quote_id"]: row for row in quotes.to_dict("records")}
    for utterance_id, group in utterances.groupby("utterance_id", sort=False):
        members = group.to_dict("records")
        fullest = _said(members[0]["quote_id"], rows, known)
        for member in members[1:]:
            said = _said(member["quote_id"], rows, known)
            if laid := lay_comparable(fullest, said):
                yield Version(str(utterance_id), fullest, said, laid, member.get("p_same"))


def _said(
    quote_id: str, rows: Mapping[str, Mapping[Any, Any]], articles: Mapping[str, Article]
) -> Said:
    if quote_id not in rows:
        raise UsageError(f"quote '{quote_id}' is not in the table{nearest(quote_id, list(rows))}")
    row = rows[quote_id]
    if row["article_id"] not in articles:
        raise UsageError(
            f"table 'quotes': no article '{row['article_id']}' among the {len(articles)} given"
        )
    return read_said(row, articles[row["article_id"]])


# -- token by token --------------------------------------------------------------------------------


def _tokens(version: Version) -> Iterator[dict[str, Any]]:
    a, b = version.laid.fullest, version.laid.version
    named = {
        "utterance_id": version.utterance_id, "quote_id": version.said.quote_id,
        "article_id": version.said.article_id, "outlet": version.said.outlet,
        "fullest_id": version.fullest.quote_id,
        "fullest_article_id": version.fullest.article_id,
    }  # fmt: skip
    position = 0
    for run in walk(version.laid):
        for of_a, of_b in _cores(run, a, b):
            position += 1
            yield {
                **named, "position": position, "op": run.op, "place": run.place,
                **_shown("", of_b, b), **_shown("fullest_", of_a, a),
            }  # fmt: skip


def _shown(name: str, atoms: Sequence[Atom], printed: Printed) -> dict[str, Any]:
    if not atoms:
        return {}
    span = atoms[0].core.to(atoms[-1].core)
    place = {f"{name}start": span.start, f"{name}end": span.end} if printed.in_article else {}
    return {f"{name}words": span.of(printed.text), **place}


def _cores(run: Run, a: Printed, b: Printed) -> Iterator[tuple[list[Atom], list[Atom]]]:
    """What is printed on each side, token by token; two that share a contraction go together."""
    if run.sign_a or run.sign_b:
        yield [run.sign_a] if run.sign_a else [], [run.sign_b] if run.sign_b else []
        return
    held: tuple[list[Atom], list[Atom]] = ([], [])
    for i, j in zip_longest(range(*run.a), range(*run.b)):
        here = (a.atom(i) if i is not None else None, b.atom(j) if j is not None else None)
        shared = any(atom in side for atom, side in zip(here, held, strict=True))
        if not shared and any(held):
            yield held
            held = ([], [])
        for atom, side in zip(here, held, strict=True):
            if atom is not None and atom not in side:
                side.append(atom)
    if any(held):
        yield held


# -- what stands out -------------------------------------------------------------------------------


def _changes(version: Version) -> Iterator[dict[str, Any]]:
    a, b = version.laid.fullest, version.laid.version
    for kind, stretches in groupby(version.laid.stretches, key=_kind):
        for stretch in stretches:
            # Where a moved run went is on the version's side; where it came from says no more.
            if kind is None or (stretch.op == "moved" and stretch.b[0] == stretch.b[1]):
                continue
            yield {
                "utterance_id": version.utterance_id, "quote_id": version.said.quote_id,
                "article_id": version.said.article_id, "outlet": version.said.outlet,
                "kind": kind, **_stretch("", stretch.b, b), "fullest_id": version.fullest.quote_id,
                **_stretch("fullest_", stretch.a, a), "p_same": version.p_same,
            }  # fmt: skip


def _kind(stretch: Stretch) -> str | None:
    return KINDS.get(stretch.place or "") or KINDS.get(stretch.op)


def _stretch(name: str, words: tuple[int, int], printed: Printed) -> dict[str, Any]:
    if words[0] == words[1]:
        return {}
    spans = printed.cores(*words)
    shown = " ".join(span.of(printed.text) for span in spans)
    place = {f"{name}spans": write_spans(spans)} if printed.in_article else {}
    return {f"{name}words": shown, **place}
