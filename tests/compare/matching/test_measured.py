"""Claims about counting groups: what is a pair, which are right, and what is not to be judged."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest

from toolkit.compare.matching import train
from toolkit.compare.matching.lessons import Lesson, Pairs, read_pairs, without
from toolkit.compare.matching.measured import (
    STRATA,
    counts_of,
    given_pairs,
    load_groups,
    rows_of,
    true_pairs,
)
from toolkit.compare.matching.pairing import Model
from toolkit.model import Article

LEFT = "“The ferry will not be sold this winter,” said Mara Quill."
RIGHT = "“The ferry will not be sold,” Ms Quill said. “Nobody asked the crew,” said Otto Brand."
QUOTES = {
    "a1": ("gazette", LEFT, "The ferry will not be sold this winter,", "Mara Quill", "u01"),
    "b1": ("herald", RIGHT, "The ferry will not be sold,", "Mara Quill", "u01"),
    "b2": ("herald", RIGHT, "Nobody asked the crew,", "Otto Brand", "u02"),
}
#: Says of every pair that it is one utterance, and of every pair that it is not.
EVERY, NONE = (dict.fromkeys(("QQ", "Qs", "I"), Model(odds, {})) for odds in (5.0, -5.0))


def made(event: str = "ferry", *, real: bool = False) -> Lesson:
    articles = tuple(
        Article(key, key, "", "", "The ferry", text, "en", "")
        for key, text in (("gazette", LEFT), ("herald", RIGHT))
    )
    gold: list[dict[Any, Any]] = []
    for key, (article, text, words, speaker, utterance) in QUOTES.items():
        at = text.index(words)
        gold.append({
            "quote_id": key, "article_id": article, "outlet": article, "kind": "direct",
            "content": words, "spans": f"{at}-{at + len(words)}", "source": None, "cue": None,
            "speaker": speaker, "side": None, "p_speaker": 1.0, "utterances": [utterance],
        })  # fmt: skip
    return Lesson(event, real, articles, tuple(gold))


@pytest.fixture
def lesson() -> Lesson:
    return made()


def test_true_pairs_are_of_two_articles_and_one_utterance(lesson: Lesson) -> None:
    assert true_pairs(lesson) == {frozenset(("a1", "b1"))}


def test_what_is_put_together_follows_the_models_given(lesson: Lesson) -> None:
    pair = frozenset(("a1", "b1"))
    assert pair in given_pairs(lesson, lesson.gold, EVERY)[0]
    assert not given_pairs(lesson, lesson.gold, NONE)[0]


def test_a_pair_with_a_quote_that_nobody_marked_is_not_judged(lesson: Lesson) -> None:
    stands = {"a1": "a1", "b1": None, "b2": "b2"}
    rows = [{**row, "stands_for": stands[row["quote_id"]]} for row in lesson.gold]
    given, unjudged = given_pairs(lesson, rows, EVERY)
    assert frozenset(("a1", "b1")) not in given
    assert unjudged["en", "QQ"] == unjudged["en", "quoted"] == 1


def test_two_found_quotes_that_stand_for_one_are_one_pair(lesson: Lesson) -> None:
    again = {**lesson.gold[0], "quote_id": "a0", "stands_for": "a1"}
    rows = [again, *({**row, "stands_for": row["quote_id"]} for row in lesson.gold)]
    given, _ = given_pairs(lesson, rows, EVERY)
    assert [sorted(pair) for pair in given].count(["a1", "b1"]) == 1


def test_counts_can_be_followed_by_eye(lesson: Lesson) -> None:
    told = counts_of(lesson, NONE)
    assert told[False, "en", "gold", "QQ"] == Counter(true=1)
    (row,) = (r for r in rows_of([told]) if (r["quotes"], r["stratum"]) == ("gold", "QQ"))
    assert (row["given"], row["precision"], row["recall"]) == (0, None, 0.0)
    assert row["recall_high"] > 0.0


def test_events_count_together_but_real_ones_never_with_invented(lesson: Lesson) -> None:
    told = [counts_of(made(event, real=real), EVERY) for event, real in
            (("one", False), ("two", False), ("three", True))]  # fmt: skip
    gold = [r for r in rows_of(told) if (r["quotes"], r["stratum"]) == ("gold", "QQ")]
    assert [(r["events"], r["count"], r["true"]) for r in gold] == [
        ("real", 1, 1), ("invented", 2, 2),
    ]  # fmt: skip


def test_without_an_event_no_pair_of_its_is_left() -> None:
    readings = list(read_pairs([made("one", real=True), made("two", real=True)]))
    left = list(without(readings, "one"))
    assert any((pairs.events == "one").any() for pairs in readings)
    assert left and not any((pairs.events == "one").any() for pairs in left)
    assert all(len(p.same) == len(p.events) == len(p.strata) for p in left)
    assert all(len(v) == len(p.same) for p in left for v in p.features.values())


def test_models_alone_are_those_that_are_learned_with_figures() -> None:
    rng = np.random.default_rng(0)

    def drawn(event: str, real: bool) -> Pairs:
        strata = np.repeat(list(train.ASKED), 40)
        names = {f for asked in train.ASKED.values() for f in asked}
        features = {name: rng.random(len(strata)) for name in sorted(names)}
        same = features["same_speaker"] + rng.random(len(strata)) > 1
        return Pairs("gold", real, features, same, strata, np.full((len(strata), 2), event))

    readings = [drawn("one", True), drawn("two", True), drawn("three", False)]
    assert train.learn_models(readings) == train.learn(readings)[0]


def test_the_shipped_file_has_each_stratum_of_real_and_invented_events() -> None:
    rows = load_groups()
    for events, quotes in ((e, q) for e in ("real", "invented") for q in ("gold", "found")):
        own = rows[(rows["events"] == events) & (rows["quotes"] == quotes)]
        expected = set(STRATA) if events == "invented" else set(STRATA) - {"across"}
        assert set(own["stratum"]) == expected
    assert ((rows["right"] <= rows["given"]) & (rows["right"] <= rows["true"])).all()
