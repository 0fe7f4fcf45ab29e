"""Where a name, a role or a word could mean somebody or something else: whom a reader takes it for.

The cases are data in ``tests/cases/naming``. One that the program has wrong is listed, with why, in
``known_failures.json``; one that has become right must be struck from the list.
"""

from __future__ import annotations

import json

import pytest
from naming_cases import FOLDER, Case, judge, load_cases

from toolkit.extract.naming import find_mentions

KNOWN = json.loads((FOLDER / "known_failures.json").read_text(encoding="utf8"))
CASES = [
    pytest.param(
        case, id=name,
        marks=[pytest.mark.xfail(reason=KNOWN[name], strict=True)] if name in KNOWN else [],
    )
    for code in ("en", "es") for case in load_cases(FOLDER / f"{code}.json")
    for name in [f"{code}: {case.id}"]
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_everybody_named_is_found_and_nobody_else(case: Case) -> None:
    verdict = judge(case, find_mentions(case.article, case.event))
    assert verdict.right, (case.why, verdict)


def test_nearly_every_label_is_the_wording_that_a_reader_marks() -> None:
    cases = [param.values[0] for param in CASES]
    gold = sum(len(case.gold) for case in cases)
    other = [
        label
        for case in cases
        for label in judge(case, find_mentions(case.article, case.event)).other_labels
    ]
    assert len(other) <= 0.03 * gold, other


def test_every_known_failure_is_a_case() -> None:
    assert set(KNOWN) <= {param.id for param in CASES}
