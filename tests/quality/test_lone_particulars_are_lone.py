"""What one outlet alone gives, against a list of such particulars that a person read."""

from __future__ import annotations

import pytest
from floors import check
from lone_particulars import Read, figures, lone_places, read_events, read_list

from toolkit.extract.measured import fingerprint


@pytest.mark.quality
@pytest.mark.slow
def test_what_one_outlet_alone_gives_keeps_its_floor(corpora):
    files = [*corpora.glob("newswcl50/*/articles.jsonl")]
    if not files:
        pytest.skip(f"newswcl50 is not in {corpora}")
    given = [places for event in read_events(corpora) for places in lone_places(event)]
    check("lone particulars", figures(read_list(), given), fingerprint(files, corpora))


def test_a_wrong_one_and_an_unread_one_are_told_apart():
    known = [Read(("a", 0, 4), True, True), Read(("a", 6, 9), True, False)]
    given = [frozenset({("a", 0, 4), ("a", 20, 24)}), frozenset({("a", 6, 9)}),
             frozenset({("b", 0, 4)})]  # fmt: skip
    assert figures(known, given) == {
        "precision": 50.0, "precision_of_drawn": 50.0, "still_given": 100.0, "unread": 1
    }  # fmt: skip


def test_the_list_holds_a_hundred_that_were_drawn():
    assert sum(read.drawn for read in read_list()) == 100
