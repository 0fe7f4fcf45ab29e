"""Each pair of the invented events is put together, or kept apart, as its writer meant it.

Of most pairs the program is right. Those of which it is not are listed, with why, in
``known_failures.json``; one that has become right must be struck from the list.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache

import pytest
from cases import FOLDER, Case, Pair, load_cases

from toolkit.compare.alignment import align_quotes

KNOWN = json.loads((FOLDER / "known_failures.json").read_text(encoding="utf8"))
PAIRS = [
    pytest.param(
        case, pair, id=name,
        marks=[pytest.mark.xfail(reason=KNOWN[name], strict=True)] if name in KNOWN else [],
    )
    for case in load_cases() for pair in case.pairs
    for name in [f"{pair.event}: {pair.a} / {pair.b}"]
]  # fmt: skip


@lru_cache
def homes(case_id: str) -> dict[str, set[str]]:
    """The utterances of each quote of an event, as the program aligns its gold quotes."""
    case = next(c for c in load_cases() if c.id == case_id)
    found = defaultdict(set)
    for row in align_quotes(case.quotes, case.articles).itertuples():
        found[row.quote_id].add(row.utterance_id)
    return found


@pytest.mark.parametrize(("case", "pair"), PAIRS)
def test_a_pair_is_put_together_or_kept_apart_as_meant(case: Case, pair: Pair) -> None:
    found = homes(case.id)
    together = bool(found[pair.a] & found[pair.b])
    words = [case.quote(i)["content"] for i in (pair.a, pair.b)]
    assert together == pair.same, (str(pair), words)


def test_every_known_failure_is_a_pair_of_the_events() -> None:
    assert set(KNOWN) <= {param.id for param in PAIRS}
