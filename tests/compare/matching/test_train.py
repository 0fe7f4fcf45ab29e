"""Claims about learning: what a lesson holds, and what may not be learned from it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from toolkit.compare.matching import train
from toolkit.compare.matching.features import FEATURES
from toolkit.compare.matching.lessons import Lesson, found_rows, read_cases, read_pairs

TEXTS = {
    "en": {
        "gazette-1": "“The ferry will not be sold this winter,” said Mara Quill. Otto Brand, the "
        "skipper, said that he would believe it when he saw it.",
        "herald-1": "The ferry stays. “The ferry will not be sold,” Ms Quill said. Otto Brand said "
        "that the crew had heard nothing of the kind.",
    }
}
QUOTES = {
    "gazette-1": [
        ("The ferry will not be sold this winter,", "direct", "Mara Quill", "u01"),
        ("that he would believe it when he saw it", "indirect", "Otto Brand", "u02"),
    ],
    "herald-1": [
        ("The ferry will not be sold,", "direct", "Mara Quill", "u01"),
        ("that the crew had heard nothing of the kind", "indirect", "Otto Brand", "u03"),
    ],
}


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    rows = [
        {
            "article_id": key, "outlet": key.split("-")[0], "language": "en", "title": "The ferry",
            "published": "2025-05-13T06:00:00+00:00", "text": text,
            "quotes": [
                {"id": f"{key}-q{n}", "content": [words], "kind": kind, "source": None,
                 "cue": "said", "speaker": speaker, "utterances": [utterance]}
                for n, (words, kind, speaker, utterance) in enumerate(QUOTES[key], 1)
            ],
        }
        for key, text in TEXTS["en"].items()
    ]  # fmt: skip
    pair = {"a": "gazette-1-q1", "b": "herald-1-q1", "same": True}
    lines = [json.dumps(row, ensure_ascii=False) for row in [*rows, pair]]
    (tmp_path / "ferry.jsonl").write_text("\n".join(lines), encoding="utf8")
    (lesson,) = read_cases(tmp_path)
    return lesson


def test_an_invented_event_is_read_with_its_quotes_in_their_places(lesson: Lesson) -> None:
    texts = {a.article_id: a.text for a in lesson.articles}
    for row in lesson.gold:
        start, end = map(int, row["spans"].split("-"))
        assert texts[row["article_id"]][start:end] == row["content"]
    assert not lesson.real


def test_a_found_quote_has_the_utterances_of_the_gold_quote_that_it_covers(lesson: Lesson) -> None:
    told = {row["content"]: row["utterances"] for row in found_rows(lesson)}
    assert told["The ferry will not be sold,"] == ["u01"]


def test_pairs_are_of_two_articles_and_know_whether_they_are_one_utterance(lesson: Lesson) -> None:
    gold = next(p for p in read_pairs([lesson]) if p.reading == "gold")
    # Quill against Brand: two persons named beyond doubt teach nothing about words.
    assert sorted(zip(gold.strata.tolist(), gold.same.tolist(), strict=True)) == [
        ("I", False), ("QQ", True),
    ]  # fmt: skip
    assert set(gold.features) == set(FEATURES)


def test_weights_have_the_sign_of_their_feature_or_are_nothing() -> None:
    rng = np.random.default_rng(0)
    rows = rng.random((200, 2))
    same = rows[:, 0] - rows[:, 1] > 0
    weights, _ = train.fit_logistic(rows, same, np.ones(200), [1, 1])
    assert weights[0] > 0
    assert weights[1] == 0.0


def test_calibrating_keeps_the_order_and_mends_what_is_claimed() -> None:
    odds = np.linspace(-4, 4, 400)
    same = np.arange(400) % 4 == 3
    same[200:] = np.arange(200) % 4 != 3
    told = [train.Told("gold", True, odds * 5, same)]
    model = train.calibrate(train.Model(0.0, {"same_phrases": 5.0}), told)
    assert 0 < model.weights["same_phrases"] < 5.0
    claimed, mended = (
        train.calibration_error(1 / (1 + np.exp(-factor * odds)), same)
        for factor in (5.0, model.weights["same_phrases"])
    )
    assert mended < claimed


def test_figures_are_those_one_can_count_by_eye() -> None:
    odds, same = np.array([2.0, 1.0, -1.0, -5.0]), np.array([True, False, True, False])
    figures = train.figures_of(odds, same)
    assert (figures["precision"], figures["recall"]) == (0.5, 0.5)
    assert figures["average_precision"] == pytest.approx((1 + 2 / 3) / 2)


def test_learning_twice_gives_the_same_weights(lesson: Lesson) -> None:
    readings = list(read_pairs([lesson]))
    first, second = (train.fit("QQ", readings) for _ in range(2))
    assert first == second
