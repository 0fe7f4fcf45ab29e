"""The relation of every quote of the sample event, held against what its coder wrote.

Run with ``-s`` to see what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import toolkit as tk
from toolkit.compare.said import Said, read_said
from toolkit.compare.versions.relations import compare_versions
from toolkit.gather.archive import load_codings

LEAST = 0.95


@pytest.fixture(scope="module")
def versions(root: Path) -> list[tuple[str, Said, Said]]:
    """What the coder wrote, the fullest version, and the other: for every other version."""
    return list(_versions(root / "data" / "events" / "saltworks"))


def _versions(folder: Path) -> Iterator[tuple[str, Said, Said]]:
    articles = {a.article_id: a for a in tk.load_event(folder).articles}
    rows: list[dict[str, Any]] = load_codings(folder).to_dict("records")
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        for utterance in str(row["utterance"]).split(";"):
            groups.setdefault(utterance, []).append(row)
    for group in groups.values():
        said = {r["quote_id"]: read_said(r, articles[r["article_id"]]) for r in group}
        fullest = [said[r["quote_id"]] for r in group if r["fullest"] == "yes"]
        for row in group if fullest else []:
            if row["quote_id"] != fullest[0].quote_id:
                yield str(row["relation"]), fullest[0], said[row["quote_id"]]


def test_relations_are_right_on_the_sample_event(versions: list[tuple[str, Said, Said]]) -> None:
    wrong = [
        f"{b.quote_id}: coded {coded}, found {found}\n  {a.content}\n  {b.content}"
        for coded, a, b in versions
        if (found := compare_versions(a, b).relation) != coded
    ]
    print(f"\n{len(versions) - len(wrong)} of {len(versions)} relations as coded", *wrong, sep="\n")
    assert len(versions) > 90
    assert len(wrong) <= (1 - LEAST) * len(versions), "\n".join(wrong)
