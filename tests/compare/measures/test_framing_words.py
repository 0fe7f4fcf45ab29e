"""Claims about verbs and words at arm's length."""

from __future__ import annotations

import pandas as pd
from ferry_event import EVENT, MARA, event_of, framing, quotes

from toolkit.compare import measures

TEXTS = {
    "gazette": "The “consultation” lasted an hour. “We listened,” said Mara Quill.\n\nThe line "
    "calls it a “reform” of the winter timetable, and the so-called rescue came to nothing.",
    "herald": "A consultation was held in May.",
}
TOLD = event_of(TEXTS)
SAID = quotes({"outlet": "gazette", "content": "We listened,", **MARA}, texts=TEXTS)


def marked(*terms: str) -> pd.DataFrame:
    places = [TEXTS["gazette"].index(t) for t in terms]
    rows = [
        {"outlet": "gazette", "kind": "scare_quote", "term": t, "start": at, "end": at + len(t)}
        for t, at in zip(terms, places, strict=True)
    ]
    return framing(*rows)


def test_verbs_are_counted_by_class_and_side() -> None:
    rows = [
        {"outlet": "gazette", "kind": "verb", "side": "line", "term": term, "verb_class": name}
        for term, name in (("said", "neutral"), ("claimed", "doubt"), ("said", "neutral"))
    ]
    frame = measures.verbs(EVENT, framing=framing(*rows))
    assert frame[["verb_class", "value", "n", "verbs"]].values.tolist() == [
        ["neutral", 2.0, 3, "said"], ["doubt", 1.0, 3, "claimed"]
    ]  # fmt: skip


def test_a_verb_without_a_class_is_not_counted() -> None:
    table = framing({"outlet": "gazette", "kind": "verb", "term": "hummed"})
    assert measures.verbs(EVENT, framing=table).empty


def test_a_scare_quote_tells_who_speaks_near_and_who_else_prints_the_words() -> None:
    table = marked("consultation", "reform")
    frame = measures.scare_quotes(TOLD, framing=table, quotes=SAID).set_index("term")
    assert frame.loc["consultation", ["speaker_near", "elsewhere"]].tolist() == [
        "Mara Quill", "herald"
    ]  # fmt: skip
    assert frame.loc["reform", ["speaker_near", "elsewhere"]].isna().all()
    assert frame["kind"].tolist() == ["marks", "marks"]
    assert frame["n"].tolist() == [2, 2]


def test_a_word_that_is_held_off_by_another_word_is_of_another_kind() -> None:
    frame = measures.scare_quotes(TOLD, framing=marked("rescue"), quotes=SAID)
    assert frame["kind"].tolist() == ["word"]


def test_words_in_marks_are_one_term_with_and_without_a_capital() -> None:
    table = framing(
        {"outlet": "gazette", "kind": "scare_quote", "term": "Reform"},
        {"outlet": "gazette", "kind": "scare_quote", "term": "the reform"},
    )
    frame = measures.scare_quotes(TOLD, framing=table, quotes=SAID)
    assert frame[["term", "value"]].values.tolist() == [["reform", 2.0]]
