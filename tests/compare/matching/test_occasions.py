"""Claims about occasions: what a reporter's words around a quote tell of when and how."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from toolkit.compare.matching.occasions import (
    Occasion,
    Occasions,
    dates_clash,
    forms_clash,
    occasion_of,
    read_occasion,
    surroundings,
    times_clash,
)
from toolkit.compare.said import Said
from toolkit.model import Article, Span

WORDS = "The ferry will not be sold."
PRINTED = "2025-05-15T06:00:00+00:00"  # a Thursday


def said(text: str, *, language: str = "en", published: str | None = None) -> Said:
    start = text.index(WORDS)
    article = Article("a", "gazette", "", "", "", text, language, "", published=published)
    return Said(
        "q", "a", "gazette", language, "direct", WORDS,
        spans=(Span(start, start + len(WORDS)),), article=article, cue="said",
    )  # fmt: skip


def test_a_weekday_is_the_last_such_day_before_the_article_was_printed() -> None:
    told = occasion_of(said(f"“{WORDS}” Mara Quill said on Tuesday.", published=PRINTED))
    assert told.dates == {date(2025, 5, 13)}


@pytest.mark.parametrize(
    ("words", "language"),
    [("on 6 May", "en"), ("on May 6", "en"), ("el 6 de mayo", "es"), ("em 6 de maio", "pt")],
)
def test_a_day_of_the_calendar_is_read_in_each_language(words: str, language: str) -> None:
    assert read_occasion(words, language, PRINTED).dates == {date(2025, 5, 6)}


def test_may_is_no_month_where_it_is_a_verb() -> None:
    assert read_occasion("she said they may sell 6", "en", PRINTED).dates == set()


def test_a_year_gone_by_is_long_ago() -> None:
    assert read_occasion("he had said in 2019", "en", PRINTED).lags == {3}


def test_the_next_sentence_is_not_asked_where_the_quote_has_its_cue() -> None:
    text = f"Mara Quill said: “{WORDS}” On Tuesday the Gazette said no more."
    assert not occasion_of(said(text, published=PRINTED)).is_timed


def test_where_the_sentence_is_silent_the_nearest_before_tells() -> None:
    text = f"In a post on Monday she was angry. The rain fell. “{WORDS}” Mara Quill said."
    told = occasion_of(said(text, published=PRINTED))
    assert told.dates == {date(2025, 5, 12)}
    assert told.forms == {"post"}


def test_the_quoted_words_themselves_tell_nothing_of_the_occasion() -> None:
    own, *_ = surroundings(said(f"“{WORDS}” Mara Quill said on Tuesday."))
    assert WORDS not in own
    assert "on Tuesday" in own


def test_a_quote_without_a_place_in_a_text_has_an_occasion_of_which_nothing_is_known() -> None:
    assert occasion_of(Said("q", "a", "gazette", "en", "direct", WORDS)) == Occasion()


def test_a_post_and_a_hearing_clash_and_two_posts_do_not() -> None:
    post = read_occasion("she tweeted", "en")
    hearing = read_occasion("she told the council", "en")
    assert forms_clash(post, hearing)
    assert not forms_clash(post, post)
    assert not forms_clash(post, Occasion())


def test_what_was_said_after_an_article_was_printed_cannot_be_what_it_quotes() -> None:
    earlier = Occasion(printed=date(2025, 5, 13))
    saturday = read_occasion("on Saturday", "en", "2025-05-25T06:00:00+00:00")
    assert dates_clash(earlier, saturday) == dates_clash(saturday, earlier) == 1.0


def test_one_day_named_in_two_ways_does_not_clash() -> None:
    yesterday = read_occasion("yesterday", "en", "2025-05-14T06:00:00+00:00")
    tuesday = read_occasion("on Tuesday", "en", PRINTED)
    assert times_clash(yesterday, tuesday) == 0.0


def test_the_farther_apart_in_time_the_more_two_occasions_clash() -> None:
    today, week, year = (read_occasion(w, "en") for w in ("today", "last week", "last year"))
    assert times_clash(today, week) < times_clash(today, year)


def test_answers_for_many_pairs_are_those_for_each() -> None:
    tuesday = said(f"Mara Quill, who told the council on Tuesday, said: “{WORDS}”")
    last_year = said(f"In a tweet last year Mara Quill said: “{WORDS}”")
    occasions = Occasions([tuesday, last_year, tuesday])
    rows, columns = np.array([0, 0]), np.array([1, 2])
    assert occasions.lags_clash(rows, columns).tolist() == [1.0, 0.0]
    assert occasions.forms_clash(rows, columns).tolist() == [1.0, 0.0]


def test_a_day_to_come_is_no_day_on_which_something_was_said() -> None:
    told = read_occasion("The pans shut for good on 30 April.", "en", "2025-03-28T07:15:00+01:00")
    assert told.dates == frozenset()
