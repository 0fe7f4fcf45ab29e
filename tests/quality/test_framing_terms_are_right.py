"""Attributes and telling verbs, against those that a person read."""

from __future__ import annotations

import pytest
from floors import check
from framing_terms import (
    KINDS,
    Read,
    articles_of,
    figures,
    place_of,
    read_list,
    telling,
    texts_of,
)

from toolkit.extract.measured import fingerprint


@pytest.mark.quality
@pytest.mark.slow
def test_attributes_and_telling_verbs_keep_their_floor(corpora):
    files = texts_of(corpora)
    if len({file.parts[len(corpora.parts)] for file in files}) < 2:
        pytest.skip(f"newswcl50 and polnear are not both in {corpora}")
    given = [
        (place_of(article, term), term.actor)
        for article, event in articles_of(corpora)
        for term in telling(article, event)
    ]
    check("framing terms", figures(read_list(), given), fingerprint(files, corpora))


def test_the_list_holds_a_hundred_of_each_kind_that_were_drawn_last():
    """How many were right when they were drawn, before anything was mended on them."""
    drawn = {
        kind: [r.right for r in read_list() if r.drawn and r.place[0] == kind] for kind in KINDS
    }
    assert {kind: len(right) for kind, right in drawn.items()} == {"attribute": 100, "verb": 100}
    assert sum(drawn["attribute"]) >= 92 and sum(drawn["verb"]) >= 92


def test_a_term_counts_only_with_the_actor_that_was_read():
    known = [
        Read(("verb", "a", 0, 4), "pike", False, True),
        Read(("verb", "a", 6, 9), "pike", False, False),
        Read(("attribute", "b", 0, 4), "sand", False, True),
    ]
    given = [(("verb", "a", 0, 4), "pike"), (("verb", "a", 6, 9), "pike"),
             (("attribute", "b", 0, 4), "pike")]  # fmt: skip
    assert figures(known, given) == {
        "attribute_precision": 0.0, "attribute_still_given": 0.0,
        "verb_precision": 50.0, "verb_still_given": 100.0,
    }  # fmt: skip
