"""A person's word on two quotes holds, also when the program counts its quotes otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.errors import CorrectionWarning, UsageError
from toolkit.gather.archive import save_article
from toolkit.gather.corrections import CORRECTIONS, load_corrections
from toolkit.model import Event, Span

TEXTS = {
    "post": "“The pier stays open all winter,” said Nora Pike. “We have no plans,” said Tom Hale.",
    "tide": "“The pier stays open all winter,” said Nora Pike. “Ask the board,” said Maud Perrin.",
}


@pytest.fixture
def event(tmp_path: Path) -> Event:
    (tmp_path / "event.yaml").write_text("id: pier\ntitle: The pier\n", encoding="utf8")
    for outlet, text in TEXTS.items():
        article = tk.read_text(text, title="The pier", outlet=outlet)
        save_article(tmp_path, replace(article, article_id=f"{outlet}-1"))
    return tk.load_event(tmp_path)


def said(event: Event) -> pd.DataFrame:
    return tk.tabulate_quotes(event).set_index("quote_id")[["same_as", "not_same_as"]]


def test_nobody_asked_is_nothing_said(event: Event) -> None:
    assert said(event).isna().all(axis=None)
    assert list(said(event).index) == ["post-1-q001", "post-1-q002", "tide-1-q001", "tide-1-q002"]


def test_a_word_on_two_quotes_stands_with_both_and_in_the_file(event: Event) -> None:
    event = tk.say_same(event, "post-1-q002", "tide-1-q002", who="ann")
    assert said(event)["same_as"].dropna().to_dict() == {
        "post-1-q002": "tide-1-q002", "tide-1-q002": "post-1-q002",
    }  # fmt: skip
    assert said(event)["not_same_as"].isna().all()
    [row] = load_corrections(event.folder)
    assert (row.article_id, row.field, row.old, row.who) == ("post-1", "same_as", "apart", "ann")
    assert row.spans[0].of(TEXTS["post"]) == "We have no plans,"
    other, [span] = row.other
    assert (other, span.of(TEXTS["tide"])) == ("tide-1", "Ask the board,")
    pd.testing.assert_frame_equal(said(tk.load_event(event.folder)), said(event))


def test_what_the_program_had_is_kept_beside_it(event: Event) -> None:
    event = tk.say_not_same(event, "tide-1-q001", "post-1-q001", who="ann")
    assert said(event)["not_same_as"].dropna().to_dict() == {
        "post-1-q001": "tide-1-q001", "tide-1-q001": "post-1-q001",
    }  # fmt: skip
    assert [c.old for c in event.corrections] == ["together"]


def test_the_last_word_holds_and_the_first_answer_of_the_program_is_kept(event: Event) -> None:
    event = tk.say_not_same(event, "post-1-q001", "tide-1-q001", who="ann")
    event = tk.say_same(event, "tide-1-q001", "post-1-q001", who="ann")
    assert [(c.field, c.old) for c in event.corrections] == [("same_as", "together")]
    event = tk.say_not_same(event, "post-1-q001", "tide-1-q001", who="ben")
    assert [(c.field, c.who) for c in event.corrections] == [
        ("same_as", "ann"), ("not_same_as", "ben"),
    ]  # fmt: skip
    assert said(event)["same_as"].isna().all()
    assert said(event)["not_same_as"].notna().sum() == 2


def test_one_quote_may_be_the_same_as_several(event: Event) -> None:
    event = tk.say_same(event, "post-1-q001", "tide-1-q001", who="ann")
    event = tk.say_same(event, "post-1-q001", "tide-1-q002", who="ann")
    assert said(event).loc["post-1-q001", "same_as"] == "tide-1-q001;tide-1-q002"


def test_the_next_alignment_obeys(event: Event) -> None:
    event = tk.say_not_same(event, "post-1-q001", "tide-1-q001", who="ann")
    event = tk.say_same(event, "post-1-q002", "tide-1-q002", who="ann")
    aligned = tk.align_quotes(tk.tabulate_quotes(event), event.articles)
    groups = aligned.groupby("utterance_id")["quote_id"].agg(set)
    assert sorted(map(sorted, groups)) == [
        ["post-1-q001"], ["post-1-q002", "tide-1-q002"], ["tide-1-q001"],
    ]  # fmt: skip
    told = aligned.set_index("quote_id").loc[["post-1-q002", "tide-1-q002"], "p_same"]
    assert list(told) == [1.0, 1.0]


def test_what_was_said_is_taken_back_by_one_or_of_all(event: Event) -> None:
    event = tk.say_same(event, "post-1-q001", "tide-1-q001", who="ann")
    event = tk.say_same(event, "post-1-q001", "tide-1-q001", who="ben")
    event = tk.unsay(event, "tide-1-q001", "post-1-q001", who="ann")
    assert [c.who for c in event.corrections] == ["ben"]
    event = tk.unsay(event, "post-1-q001", "tide-1-q001")
    assert event.corrections == ()
    with pytest.raises(UsageError, match="nothing was said of 'post-1-q001' and 'tide-1-q001'"):
        tk.unsay(event, "post-1-q001", "tide-1-q001")


def test_a_quote_is_known_by_its_place_and_not_by_its_number(event: Event) -> None:
    event = tk.say_same(event, "post-1-q002", "tide-1-q002", who="ann")
    [row] = event.corrections
    # As if the program had drawn the quote's borders a little otherwise when that was said.
    shifted = replace(row, spans=(Span(row.spans[0].start + 3, row.spans[0].end),))
    assert said(replace(event, corrections=(shifted,)))["same_as"].notna().sum() == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"spans": (Span(0, 4),)}, "corrections.csv:2: no quote is found at post-1:0-4;"),
        ({"new": "tide-9:0-4"}, "corrections.csv:2: no quote is found at tide-9:0-4;"),
        ({"new": "post-1:51-68"}, "corrections.csv:2: both are one quote now;"),
    ],
)
def test_a_word_on_a_quote_that_is_gone_warns_and_changes_nothing(
    event: Event, change: dict[str, object], message: str
) -> None:
    event = tk.say_same(event, "post-1-q002", "tide-1-q002", who="ann")
    changed = replace(event, corrections=(replace(event.corrections[0], **change),))
    with pytest.warns(CorrectionWarning) as caught:
        assert said(changed).isna().all(axis=None)
    assert str(caught[0].message).startswith(message)


def test_a_quote_that_is_not_there_is_named_with_the_nearest(event: Event) -> None:
    with pytest.raises(UsageError) as caught:
        tk.say_same(event, "post-1-q001", "tide-1-q009")
    assert str(caught.value) == (
        "event 'pier' has no quote 'tide-1-q009' (did you mean 'tide-1-q001'?); "
        "the ids are those of the exported table 'quotes'"
    )
    with pytest.raises(UsageError, match="'post-1-q001' is one quote; name two"):
        tk.say_same(event, "post-1-q001", "post-1-q001")
    assert not (event.folder / CORRECTIONS).exists()


def test_an_event_of_no_folder_has_nowhere_to_keep_it(event: Event) -> None:
    with pytest.raises(UsageError, match="not loaded from a folder: nowhere to write to"):
        tk.say_same(replace(event, folder=None), "post-1-q001", "tide-1-q001")


def test_the_event_that_was_given_is_not_changed(event: Event) -> None:
    tk.say_same(event, "post-1-q001", "tide-1-q001", who="ann")
    assert event.corrections == ()
