"""Claims about the measures, on tables of a few rows handed in, so that nothing is extracted."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import tables
from toolkit.compare import measures
from toolkit.compare.alignment import align_quotes
from toolkit.model import Actor, Article, Concept, Event, Failure, Side

TEXTS = {
    "gazette": "“We cannot run the ferry for another winter,” said Mara Quill. Otto Brand was "
    "angry. The shutdown of 64 jobs begins on 30 April.",
    "herald": "Quill said she could not go on. “We cannot run the ferry,” she said. It is a pause.",
}
EVENT = Event(
    "ferry",
    "The ferry",
    sides=(
        Side("line", "The line", (Actor("mara-quill", "Mara Quill"),)),
        Side("crew", "The crew", (Actor("otto-brand", "Otto Brand"),)),
    ),
    concepts=(Concept("end", "The end", ("shutdown", "pause")),),
    articles=tuple(
        Article(f"{o}-1", o, "", "", "‘We cannot run the ferry’", text, "en", "")
        for o, text in TEXTS.items()
    ),
    failures=(Failure("post", "http://post.example/", "fetch", "timeout"),),
)
MARA = {"speaker": "Mara Quill", "side": "line"}


def quotes(*rows: dict[str, object]) -> pd.DataFrame:
    made = []
    for n, row in enumerate(rows, 1):
        text = TEXTS[str(row["outlet"])]
        start = text.index(str(row["content"]))
        made.append({
            "quote_id": f"{row['outlet']}-1-q{n:03d}", "article_id": f"{row['outlet']}-1",
            "kind": "direct", "start": start, "end": start + len(str(row["content"])),
            "words": len(str(row["content"]).split()), "p_quote": 1.0, "p_speaker": 1.0, **row,
        })  # fmt: skip
    return tables.to_frame(made, tables.SCHEMAS["quotes"])


QUOTES = quotes(
    {"outlet": "gazette", "content": "We cannot run the ferry for another winter,", **MARA},
    {"outlet": "gazette", "content": "angry", "speaker": "Otto Brand", "side": "crew"},
    {"outlet": "herald", "content": "We cannot run the ferry,", **MARA},
    {"outlet": "herald", "content": "she could not go on", "kind": "indirect", **MARA},
)


def mentions(*rows: dict[str, object]) -> pd.DataFrame:
    made = [{"article_id": f"{r['outlet']}-1", "start": 0, "end": 1, "p": 1.0, **r} for r in rows]
    return tables.to_frame(made, tables.SCHEMAS["mentions"])


def test_every_measure_has_the_columns_of_a_measure() -> None:
    framing = tables.to_frame([], tables.SCHEMAS["framing"])
    frames = [
        measures.voice(EVENT, quotes=QUOTES), measures.utterances(EVENT, quotes=QUOTES),
        measures.labels(EVENT, mentions=mentions()), measures.verbs(EVENT, framing=framing),
        measures.strips(EVENT, quotes=QUOTES), measures.agreement(EVENT, quotes=QUOTES),
        measures.prominence(EVENT, quotes=QUOTES), measures.fullness(EVENT, quotes=QUOTES),
        measures.absences(EVENT, quotes=QUOTES),
    ]  # fmt: skip
    for frame in frames:
        assert set(tables.MEASURE_COLUMNS) <= set(frame.columns)


def test_a_sides_voice_is_its_share_of_the_quoted_words() -> None:
    voice = measures.voice(EVENT, quotes=QUOTES).set_index(["outlet", "side"])
    assert voice.loc[("gazette", "line"), "value"] == 8 / 9
    assert voice.loc[("gazette", "crew"), "evidence"] == "gazette-1-q002"
    assert voice.loc[("herald", "line"), "value"] == 1.0
    assert not voice["enough"].any()


def test_direct_voice_leaves_out_what_is_only_reported() -> None:
    voice = measures.voice(EVENT, quotes=QUOTES, kind="direct").set_index(["outlet", "side"])
    assert voice.loc[("herald", "line"), "words"] == 5


def test_a_doubtful_speaker_widens_the_interval_more_than_a_sure_one() -> None:
    doubtful = QUOTES.assign(
        p_speaker=pd.array([0.6, 1.0, 1.0, 1.0], dtype="Float64"),
        candidates=pd.array(["Mara Quill=0.6;Otto Brand=0.4", None, None, None], dtype="string"),
    )
    voice = measures.voice(EVENT, quotes=doubtful).set_index(["outlet", "side"])
    assert voice.loc[("gazette", "line"), "low"] == 0.0
    # Something may have been missed even where all that was found is sure.
    assert 0.0 < voice.loc[("herald", "line"), "low"] < voice.loc[("herald", "line"), "high"] == 1.0


def test_words_quoted_within_a_quote_are_counted_once() -> None:
    row = {"outlet": "gazette", "content": "another winter,", "speaker": "Otto Brand"}
    inner = quotes(row | {"side": "crew"}).assign(quote_id="g9", inside="gazette-1-q001")
    both = pd.concat([QUOTES, inner.astype(QUOTES.dtypes)], ignore_index=True)
    for name in ("voice", "utterances", "strips", "agreement"):
        measure = getattr(measures, name)
        pd.testing.assert_frame_equal(measure(EVENT, quotes=both), measure(EVENT, quotes=QUOTES))


def test_a_table_made_by_hand_need_not_know_quotes_within_quotes() -> None:
    plain = measures.voice(EVENT, quotes=QUOTES.drop(columns="inside"))
    pd.testing.assert_frame_equal(plain, measures.voice(EVENT, quotes=QUOTES))


def test_a_table_that_lost_its_types_in_a_file_is_counted_as_before() -> None:
    aligned = align_quotes(QUOTES, EVENT.articles)
    read, again = (t.astype(object).where(t.notna(), "").map(str) for t in (QUOTES, aligned))
    voice = measures.voice(EVENT, quotes=QUOTES)
    pd.testing.assert_frame_equal(measures.voice(EVENT, quotes=read), voice)
    found = measures.utterances(EVENT, quotes=QUOTES, aligned=aligned)
    after = measures.utterances(EVENT, quotes=read, aligned=again)
    pd.testing.assert_frame_equal(after, found)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["line", "crew", None]), min_size=4, max_size=4))
def test_the_shares_of_an_outlet_sum_to_one(sides: list[str | None]) -> None:
    table = QUOTES.assign(side=pd.array(sides, dtype="string"))
    sums = measures.voice(EVENT, quotes=table).groupby("outlet")["value"].sum()
    assert sums.round(9).eq(1.0).all()


def test_an_outlet_that_only_failed_gets_no_row() -> None:
    assert "post" not in set(measures.utterances(EVENT, quotes=QUOTES)["outlet"])


def test_an_utterance_has_a_row_for_each_outlet_with_the_share_it_prints() -> None:
    frame = measures.utterances(EVENT, quotes=QUOTES).set_index(["utterance_id", "outlet"])
    assert frame.loc[("u01", "gazette"), "value"] == 1.0
    assert frame.loc[("u01", "herald"), "value"] == 6 / 9  # "cannot" is two words as compared
    alone = frame[frame["relation"] == "not found"]
    assert alone["value"].isna().all()
    assert len(frame) % 2 == 0


def test_labels_count_own_and_quoted_words_apart() -> None:
    named = {"concept": "end"}
    frame = measures.labels(
        EVENT,
        mentions=mentions(
            {"outlet": "gazette", "label": "The shutdown", **named},
            {"outlet": "gazette", "label": "shutdown", "quote_id": "gazette-1-q001", **named},
            {"outlet": "herald", "label": "a pause", **named},
        ),
    )
    assert frame[["outlet", "label", "value", "own", "quoted", "only_here"]].values.tolist() == [
        ["gazette", "shutdown", 2.0, 1, 1, True], ["herald", "pause", 1.0, 1, 0, True]
    ]  # fmt: skip


def test_verbs_are_counted_by_class_and_side() -> None:
    rows = [
        {"outlet": "gazette", "article_id": "gazette-1", "kind": "verb", "side": "line",
         "term": term, "lemma": term, "verb_class": name, "start": 0, "end": 4, "p": 1.0}
        for term, name in (("said", "neutral"), ("claimed", "doubt"), ("said", "neutral"))
    ]  # fmt: skip
    frame = measures.verbs(EVENT, framing=tables.to_frame(rows, tables.SCHEMAS["framing"]))
    assert frame[["verb_class", "value", "n", "verbs"]].values.tolist() == [
        ["neutral", 2.0, 3, "said"], ["doubt", 1.0, 3, "claimed"]
    ]  # fmt: skip


def test_a_strip_places_a_quote_among_the_words_and_sees_the_headline() -> None:
    strips = measures.strips(EVENT, quotes=QUOTES)
    first = strips.iloc[0]
    assert (first["first"], first["last"], first["n"]) == (0, 8, 24)
    assert strips["in_headline"].tolist() == [True, False, False, True]


def test_what_one_outlet_alone_has_is_said_of_particulars_that_stand_nowhere_else() -> None:
    frame = measures.agreement(EVENT, quotes=QUOTES).set_index("item")
    assert frame.loc["64 people", "only_here"]
    assert frame.loc["Mara Quill", "only_here"] == False  # noqa: E712  herald has "Quill"
    assert frame.loc["u01", "outlets"] == "gazette;herald"


@pytest.mark.parametrize("name", ["voice", "utterances", "strips", "agreement"])
def test_a_table_without_a_column_is_refused_by_name(name: str) -> None:
    from toolkit.errors import UsageError

    with pytest.raises(UsageError, match="table 'quotes' has no column 'words'"):
        getattr(measures, name)(EVENT, quotes=QUOTES.drop(columns="words"))
