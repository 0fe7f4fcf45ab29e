"""How often names and words were found rightly: the numbers of the file, in words."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from toolkit.show import validated

ROW = {"kind": "person", "found": 50, "right": 40, "marked": 48, "tp": 20.0, "fp": 5.0,
       "tp_marked": 20.0, "fn": 4.0, "note": "Some news."}  # fmt: skip


def test_the_numbers_are_those_of_the_file():
    path = files("toolkit.compare.statistics") / "validation.json"
    counts = {row["kind"]: row for row in json.loads(path.read_text(encoding="utf8"))["counts"]}
    rows = {
        name: cells
        for block in validated.blocks_of(list(counts.values()))
        for name, cells in block.rows
    }
    assert {"persons", "bodies", "groups", "things"} <= set(rows)
    for kind, row in counts.items():
        if kind not in validated.KINDS:
            continue
        found, precise = rows[validated.KINDS[kind]]
        assert found.n == row["marked"] and precise.n == row["found"]
        share = 100 * row["tp"] / (row["tp"] + row["fp"])
        assert precise.at == pytest.approx(share, abs=0.06)
        assert found.low <= found.at <= found.high


def test_kinds_of_one_corpus_stand_together_and_in_one_order():
    other = {**ROW, "kind": "scare_quote", "note": "Our own."}
    blocks = validated.blocks_of([other, {**ROW, "kind": "concept"}, ROW])
    assert [(b.note, [name for name, _ in b.rows]) for b in blocks] == [
        ("Some news.", ["persons", "things"]), ("Our own.", ["words at arm’s length"]),
    ]  # fmt: skip


def test_a_kind_that_nobody_counted_has_no_row_and_a_strange_one_is_left_out():
    assert validated.blocks_of([{**ROW, "kind": "ship"}]) == []
    [block] = validated.blocks_of([{**ROW, "tp": 0, "fp": 0}])
    assert block.rows[0][1][1].number == "none"


def test_other_languages_are_said_to_borrow_the_numbers(event, bare_event):
    told = validated.prepare_validated(event)["validated_note"]
    assert "Spanish borrows these numbers" in told
    alone = validated.prepare_validated(bare_event)["validated_note"]
    assert "borrows" not in alone and alone in told
