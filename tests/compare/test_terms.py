"""Claims about the words that set an outlet apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_news import SENTENCES, invented_event

from toolkit.compare import measures
from toolkit.compare.measures.telling_apart import holm
from toolkit.errors import UsageError
from toolkit.model import Event, Outlet, fingerprint

TEN = {"tide": 10, "post": 10, "sun": 10}
NUMBERS = ["value", "low", "high", "n", "rate", "other_rate", "p", "found", "enough"]


def of(frame: pd.DataFrame, outlet: str, term: str) -> pd.Series:
    rows = frame[(frame["outlet"] == outlet) & (frame["term"] == term)]
    assert len(rows) == 1, frame[["outlet", "term"]]
    return rows.iloc[0]


def with_texts(event: Event, change) -> Event:
    articles = []
    for n, article in enumerate(event.articles):
        text = change(n, article)
        articles.append(replace(article, text=text, text_sha256=fingerprint(text)))
    return replace(event, articles=tuple(articles))


def test_a_word_that_one_outlet_alone_keeps_using_is_distinctive() -> None:
    event = invented_event(TEN, {"tide": 0.3})
    frame = measures.terms(event, permutations=199)
    row = of(frame, "tide", "jewel")
    assert row["found"] == "distinctive"
    assert row["value"] > row["low"] > 0
    assert row["rate"] > 0 == row["other_rate"]
    article_id, _, place = row["evidence"].split(";")[0].partition(":")
    start, end = map(int, place.split("-"))
    assert event.article(article_id).text[start:end] == "jewel"
    assert len(row["evidence"].split(";")) == row["n"]


def test_below_ten_articles_an_outlet_there_are_too_few_to_search() -> None:
    event = invented_event({"tide": 9, "post": 9}, {"tide": 0.3})
    frame = measures.terms(event)
    assert len(frame) > 0
    assert set(frame["found"]) == {"too few to say"}
    assert frame[["p", "low", "high"]].isna().all(axis=None)
    assert not frame["enough"].any()


def test_a_word_named_beforehand_needs_four_articles_an_outlet() -> None:
    four = invented_event({"tide": 4, "post": 4}, {"tide": 0.5})
    row = of(measures.terms(four, words=["Jewel"]), "tide", "jewel")
    assert row["found"] == "distinctive"
    assert row["p"] == pytest.approx(2 / 70)  # the best of 70 deals, for each of two outlets
    three = invented_event({"tide": 3, "post": 4}, {"tide": 0.5})
    row = of(measures.terms(three, words=["jewel"]), "tide", "jewel")
    assert row["found"] == "too few to say"
    assert pd.isna(row["p"])


def test_the_more_words_are_named_the_less_is_found() -> None:
    event = invented_event({"tide": 4, "post": 4}, {"tide": 0.5})
    frame = measures.terms(event, words=["jewel", "ferry", "rain", "bread"])
    assert set(frame["found"]) == {"not distinctive"}


def test_a_small_outlet_is_told_of_and_not_tested() -> None:
    event = invented_event({**TEN, "gull": 2}, {"tide": 0.3})
    frame = measures.terms(event, permutations=99)
    assert set(frame.loc[frame["outlet"] == "gull", "found"]) == {"too few to say"}
    assert of(frame, "tide", "jewel")["found"] == "distinctive"


def test_own_words_and_quoted_words_are_counted_apart() -> None:
    event = invented_event({"tide": 5, "post": 5})
    said = "“The pier is a marvel,” said Lena Ortiz. The pier stands."
    event = with_texts(event, lambda n, a: a.text.replace("\n\n", f"\n\nDay {n}.\n\n{said} ", 1))
    counted = {
        said: {
            word: of(measures.terms(event, words=[word], said=said), "tide", word)["n"]
            for word in ("pier", "marvel")
            if word in set(measures.terms(event, words=["pier", "marvel"], said=said)["term"])
        }
        for said in ("own", "quoted", "all")
    }
    assert counted["quoted"] == {"pier": 5, "marvel": 5}
    assert "marvel" not in counted["own"]
    assert counted["all"]["pier"] == counted["own"]["pier"] + 5


def test_names_of_outlets_authors_and_bylines_are_no_words_of_the_story() -> None:
    event = invented_event(TEN)
    event = replace(event, outlets=(Outlet("tide", "The Weekly Tide", "", "en"),))

    def signed(n: int, article) -> str:
        return f"By Mara Quill\n\nThe Weekly Tide asked operator {n}.\n\n{article.text}"

    event = with_texts(event, lambda n, a: signed(n, a) if a.outlet == "tide" else a.text)
    found = set(measures.terms(event, most=500, permutations=99)["term"])
    assert not found & {"mara", "quill", "weekly", "tide"}
    assert "operator" in found


def test_what_an_outlet_prints_under_every_article_is_no_word_of_its_own() -> None:
    below = "Readers may send photographs of puffins to the desk."
    event = with_texts(
        invented_event(TEN), lambda n, a: f"{a.text}\n\n{below}" if a.outlet == "tide" else a.text
    )
    assert "puffins" not in set(measures.terms(event, most=500, permutations=99)["term"])
    by_name = with_texts(
        invented_event(TEN),
        lambda n, a: f"{a.text}\n\nPuffin number {n} came." if a.outlet == "tide" else a.text,
    )
    assert "puffin" not in set(measures.terms(by_name, most=500, permutations=99)["term"])


def test_outlets_of_two_languages_are_not_compared() -> None:
    event = invented_event({"tide": 10, "post": 10})
    event = replace(
        event, articles=tuple(
            replace(a, language="es" if a.outlet == "post" else "en") for a in event.articles
        ),
    )  # fmt: skip
    assert measures.terms(event).empty


def test_what_cannot_be_counted_is_refused_with_words() -> None:
    event = invented_event({"tide": 4, "post": 4})
    with pytest.raises(UsageError, match=r"words: 'the'.*not one word that is counted"):
        measures.terms(event, words=["the"])
    with pytest.raises(UsageError, match="said 'loud'"):
        measures.terms(event, said="loud")  # type: ignore[arg-type]


def test_shared_copy_counts_once_on_request() -> None:
    event = invented_event({"tide": 4, "post": 4}, length=24)
    texts = [a.text for a in event.articles]
    event = with_texts(event, lambda n, a: texts[n % 4])
    each = measures.terms(event, words=["ferry"])
    once = measures.terms(event, words=["ferry"], shared="once")
    assert 0 < once["n"].sum() < each["n"].sum()
    assert "counted once" in once.attrs["shared"]


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 50), order=st.permutations(["a", "m", "z"]))
def test_swapping_the_names_of_outlets_changes_no_number(seed: int, order: list[str]) -> None:
    event = invented_event({"a": 10, "m": 11, "z": 12}, {"a": 0.2}, seed=seed)
    named = dict(zip(["a", "m", "z"], order, strict=True))
    swapped = replace(
        event,
        articles=tuple(
            sorted(
                (replace(a, outlet=named[a.outlet]) for a in event.articles),
                key=lambda a: (a.outlet, a.article_id),
            )
        ),
    )
    before = measures.terms(event, permutations=99)
    after = measures.terms(swapped, permutations=99)
    before = before.assign(outlet=before["outlet"].map(named))
    both = before.merge(after, on=["outlet", "term"], suffixes=("", "_after"))
    assert len(both) == len(before) == len(after)
    for name in NUMBERS:
        if both[name].dtype == "Float64":
            one, other = (both[n].to_numpy(float, na_value=np.nan) for n in (name, f"{name}_after"))
            assert one == pytest.approx(other, nan_ok=True, rel=1e-4)
        else:
            assert both[name].equals(both[f"{name}_after"].rename(name))


@pytest.mark.slow
def test_outlets_shuffled_seldom_have_a_distinctive_word() -> None:
    """Fifty events of one way of writing: a finding in more than seven is one too many."""
    runs = [measures.terms(invented_event(TEN, seed=s), permutations=99) for s in range(50)]
    assert sum((frame["found"] == "distinctive").any() for frame in runs) <= 7


def test_holm_is_no_stricter_than_bonferroni_and_keeps_the_order() -> None:
    p = np.array([[0.001, 0.2], [0.04, np.nan]])
    adjusted = holm(p)
    assert (adjusted[~np.isnan(p)] <= 3 * p[~np.isnan(p)]).all()
    assert adjusted[0, 0] == pytest.approx(0.003)
    assert np.isnan(adjusted[1, 1])


def test_the_sentences_are_enough_to_draw_from() -> None:
    assert len(set(SENTENCES)) >= 24
