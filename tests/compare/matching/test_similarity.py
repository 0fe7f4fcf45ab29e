"""Claims about the likelihood of a pair: what raises it, what lowers it, and its bounds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from toolkit.compare.matching.features import AGAINST, FEATURES, Comparison
from toolkit.compare.matching.pairing import LEAST, MOST, load_models
from toolkit.compare.matching.similarity import Likeness
from toolkit.compare.matching.speakers import Speakers, different_persons, same_speaker
from toolkit.compare.said import Said

WORDS = "We kept the ferry running through three hard winters, and the money is gone."
TEXTS = ["The ferry stops in May. The quay was quiet.", "Nobody on the quay cheered on Monday."]


def said(content: str, speaker: str | None = "Mara Quill", **more: object) -> Said:
    more = {"kind": "direct", "is_person": True, **more}
    return Said("q", "a", "gazette", "en", content=content, speaker=speaker, **more)  # type: ignore[arg-type]


def p_same(*quotes: Said) -> float:
    return float(Likeness(quotes, TEXTS, "en").score([0], [1])[1][0])


def test_the_same_words_are_likelier_one_utterance_than_other_words_on_the_same_thing() -> None:
    other = said("The ferry lost its captain in the winter.")
    assert p_same(said(WORDS), said(WORDS)) > 0.9 > 0.5 > p_same(said(WORDS), other)


def test_a_longer_shared_stretch_is_likelier() -> None:
    longer, shorter = said("the ferry lost three hard winters"), said("the ferry lost winters")
    assert p_same(said(WORDS), longer) > p_same(said(WORDS), shorter)


def test_two_persons_named_in_full_are_set_aside_whatever_they_say() -> None:
    mara = said(WORDS, source="Mara Quill", p_speaker=0.9)
    otto = said(WORDS, "Otto Brand", source="the skipper Otto Brand", p_speaker=0.9)
    assert p_same(mara, otto) == LEAST


def test_of_two_persons_who_may_be_misread_the_surer_are_the_less_likely_one() -> None:
    def together(p: float) -> float:
        mara = said(WORDS, "Mara Quill", p_speaker=p)
        return p_same(mara, said("three hard winters it was", "Otto Brand", p_speaker=p))

    assert LEAST < together(0.99) < together(0.6)


def test_a_body_and_its_spokeswoman_can_report_one_utterance() -> None:
    assert p_same(said(WORDS), said(WORDS, "the harbour office", is_person=False)) > 0.5


def test_no_pair_is_beyond_doubt() -> None:
    quotes = [said(WORDS), said(WORDS), said("No."), said("that nothing was left", kind="indirect")]
    p = Likeness(quotes, TEXTS, "en").score([0, 0, 0, 2], [1, 2, 3, 3])[1]
    assert ((p >= LEAST) & (p <= MOST)).all()


def test_a_pair_is_as_likely_in_either_order() -> None:
    quotes = [said(WORDS), said("three hard winters"), said("that money was gone", kind="indirect")]
    one = Likeness(quotes, TEXTS, "en")
    assert (
        one.score([0, 0, 1], [1, 2, 2])[1].tolist() == one.score([1, 2, 2], [0, 0, 1])[1].tolist()
    )


def test_a_pair_is_judged_alike_alone_and_among_many() -> None:
    quotes = [
        said(WORDS),
        said("three hard winters"),
        said("the money is gone, and it will not do"),
    ]
    one = Likeness(quotes, TEXTS, "en")
    rows, columns = np.triu_indices(3, 1)
    alone = [float(one.score([i], [j])[1][0]) for i, j in zip(rows, columns, strict=True)]
    assert one.score(rows, columns)[1].tolist() == alone


def test_a_language_without_a_file_is_compared_all_the_same() -> None:
    quotes = [
        Said("q", a, a, "xx", "direct", "Wir haben kein Geld mehr für die Fähre", "Mara Quill")
        for a in ("a", "b")
    ]
    assert Likeness(quotes, ["Wir haben kein Geld mehr."], "xx").score([0], [1])[1][0] > 0.5


def test_what_is_unlike_in_every_way_is_unlikely_even_in_two_short_articles() -> None:
    assert p_same(said("The cook left."), said("Prices rose again in the north.")) < 0.05


@pytest.mark.parametrize("stratum", ["QQ", "Qs", "I"])
def test_every_weight_counts_on_the_side_of_its_feature(stratum: str) -> None:
    weights = load_models()[stratum].weights  # type: ignore[index]
    assert set(weights) <= set(FEATURES)
    assert all((w <= 0) if name in AGAINST else (w >= 0) for name, w in weights.items())


NAMES = ("Mara Quill", "Quill", "M. Quill", "Otto Brand", "the harbour office", "officials", None)


def test_speakers_are_judged_alike_one_by_one_and_many_at_a_time() -> None:
    quotes: Sequence[Said] = [said(WORDS, name) for name in NAMES]
    rows, columns = np.triu_indices(len(quotes), 1)
    speakers = Speakers(quotes)
    pairs = [(NAMES[i], NAMES[j]) for i, j in zip(rows, columns, strict=True)]
    assert speakers.same(rows, columns).tolist() == [same_speaker(*p) for p in pairs]
    assert speakers.different(rows, columns).tolist() == [different_persons(*p) for p in pairs]


def test_no_feature_is_below_nothing() -> None:
    quotes = [said(WORDS), said("No."), said("that it did not pay", None, kind="indirect")]
    comparison = Comparison(quotes, TEXTS, "en")
    rows, columns = np.triu_indices(3, 1)
    for name, feature in FEATURES.items():
        assert (feature(comparison, rows, columns) >= 0).all(), name
