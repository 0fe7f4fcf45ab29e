"""The relation of every invented pair that reports one utterance, held against its gold.

What the program does not get right stands in `KNOWN` with the reason, and must fail: the day it is
mended it leaves the list.
"""

from __future__ import annotations

import pytest
from cases import Case, Pair, load_cases

from toolkit.compare.said import read_said
from toolkit.compare.versions.relations import Comparison, compare_versions

#: What a comparison is held to; a case may name more ("merged", what a translation lacks).
DETAILS = {
    "head", "tail", "inner silent", "inner marked", "snippet", "substitution", "insertion",
    "moved", "bracketed",
}  # fmt: skip
#: The fullest version stretches over two utterances, of which the version reports one.
KNOWN: dict[str, str] = {}

PAIRS = [
    pytest.param(
        case,
        pair,
        id=f"{pair.event}-{pair.a}-{pair.b}",
        marks=[pytest.mark.xfail(strict=True, reason=KNOWN[key])] if key in KNOWN else [],
    )
    for case in load_cases()
    for pair in case.pairs
    if pair.same
    for key in (f"{pair.event}-{pair.a}-{pair.b}",)
]


def compare(case: Case, pair: Pair) -> Comparison:
    a, b = (
        read_said(row, case.article(row["article_id"]))
        for row in (case.quote(pair.a), case.quote(pair.b))
    )
    return compare_versions(a, b)


@pytest.mark.parametrize(("case", "pair"), PAIRS)
def test_an_invented_version_stands_to_its_fullest_as_its_writer_meant(
    case: Case, pair: Pair
) -> None:
    found = compare(case, pair)
    words = [case.quote(i)["content"] for i in (pair.a, pair.b)]
    assert found.relation == pair.relation, (str(pair), found, words)
    if found.relation not in ("translation", "paraphrase"):
        assert set(found.detail) & DETAILS == set(pair.detail) & DETAILS, (str(pair), found, words)
