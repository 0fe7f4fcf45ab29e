"""Claims about how fully what was said is carried: by utterance, and by side."""

from __future__ import annotations

import pandas as pd
import pytest
from ferry_event import EVENT, MARA, OTTO, QUOTES, event_of, quotes

from toolkit import tables
from toolkit.compare import measures

LONG = "We cannot run the ferry for another winter, and we will not ask the town to pay for it."
CUT = "We cannot run the ferry for another winter,"
ANGRY = "The crew learned of it from the harbour radio."
TEXTS = {
    "gazette": f"“{LONG}” said Mara Quill.\n\n“{ANGRY}” said Otto Brand.",
    "herald": f"“{CUT}” said Mara Quill.",
    "tide": "The ferry was late again, and the rain came in from the west.",
}
TOLD = event_of(TEXTS)
TABLE = quotes(
    {"outlet": "gazette", "content": LONG, **MARA},
    {"outlet": "gazette", "content": ANGRY, **OTTO},
    {"outlet": "herald", "content": CUT, **MARA},
    texts=TEXTS,
)


def aligned(*rows: tuple[str, str, str, float]) -> pd.DataFrame:
    """Rows of utterances: its id, the quote's, the relation and p_same; the fullest first."""
    speakers = TABLE.set_index("quote_id")
    return tables.to_frame(
        [
            {
                "utterance_id": utterance, "quote_id": quote, "relation": relation,
                "article_id": speakers.loc[quote, "article_id"],
                "outlet": speakers.loc[quote, "outlet"], "speaker": speakers.loc[quote, "speaker"],
                "side": speakers.loc[quote, "side"], "similarity": 1.0, "p_same": p,
            }
            for utterance, quote, relation, p in rows
        ],
        tables.SCHEMAS["utterances"],
    )  # fmt: skip


JOINED = aligned(
    ("u1", "gazette-1-q001", "verbatim", 1.0),
    ("u1", "herald-1-q003", "cut", 0.97),
    ("u2", "gazette-1-q002", "verbatim", 1.0),
)


def fullness(**given: pd.DataFrame) -> pd.DataFrame:
    tables_ = {"quotes": TABLE, "aligned": JOINED, **given}
    return measures.fullness(TOLD, **tables_).set_index(["outlet", "side"])


def test_an_utterance_has_a_row_for_each_outlet_with_the_share_it_prints() -> None:
    frame = measures.utterances(EVENT, quotes=QUOTES).set_index(["utterance_id", "outlet"])
    assert frame.loc[("u01", "gazette"), "value"] == 1.0
    assert frame.loc[("u01", "herald"), "value"] == 6 / 9  # "cannot" is two words as compared
    alone = frame[frame["relation"] == "not found"]
    assert alone["value"].isna().all()
    assert len(frame) % 2 == 0


def test_an_outlet_carries_a_share_of_the_utterances_that_a_side_is_known_to_have_made() -> None:
    frame = fullness()
    assert frame.loc[("gazette", "line"), ["value", "known", "carried"]].tolist() == [1.0, 1, 1]
    assert frame.loc[("herald", "crew"), ["value", "known", "carried"]].tolist() == [0.0, 1, 0]
    assert frame.loc[("tide", "line"), "value"] == 0.0
    assert pd.isna(frame.loc[("tide", "line"), "evidence"])


def test_how_fully_is_the_share_of_the_fullest_versions_words() -> None:
    frame = fullness()
    assert frame.loc[("herald", "line"), "shown"] == pytest.approx(9 / 20)
    assert frame.loc[("herald", "line"), ["verbatim", "cut"]].tolist() == [0, 1]
    assert frame.loc[("herald", "line"), "evidence"] == "herald-1-q003"


def test_what_is_cut_and_altered_counts_in_both() -> None:
    both = JOINED.assign(relation=pd.array(["verbatim", "cut+altered", "verbatim"], dtype="string"))
    row = fullness(aligned=both).loc[("herald", "line")]
    assert (row["cut"], row["altered"], row["carried"]) == (1, 1, 1)


def test_a_side_of_which_nothing_is_known_has_no_share() -> None:
    frame = fullness(
        quotes=TABLE[TABLE["side"] == "line"], aligned=JOINED[JOINED["side"] == "line"]
    )
    assert frame.loc[("gazette", "crew"), ["value", "low", "high"]].isna().all()
    assert frame.loc[("gazette", "crew"), "known"] == 0
    assert not frame.loc[("gazette", "crew"), "enough"]


def test_an_utterance_is_of_the_side_of_most_of_its_quotes() -> None:
    one = TABLE.assign(side=pd.array(["crew", "crew", "line"], dtype="string"))
    torn = one.assign(p_speaker=pd.array([0.4, 1.0, 1.0], dtype="Float64"))
    assert fullness(quotes=torn).loc[("herald", "line"), "known"] == 1
    # Both sure: the fullest version's side.
    assert fullness(quotes=one).loc[("herald", "line"), "known"] == 0


def test_a_version_that_is_likelier_another_utterance_is_not_carried() -> None:
    loose = JOINED.assign(p_same=pd.array([1.0, 0.3, 1.0], dtype="Float64"))
    row = fullness(aligned=loose).loc[("herald", "line")]
    assert (row["carried"], row["low"]) == (0, 0.0)
    assert row["high"] > 0


def test_doubt_about_a_quote_widens_the_interval() -> None:
    sure = fullness().loc[("herald", "line")]
    doubtful = TABLE.assign(p_quote=pd.array([1.0, 1.0, 0.6], dtype="Float64"))
    row = fullness(quotes=doubtful).loc[("herald", "line")]
    assert (row["low"], row["value"], row["high"]) == (0.0, 1.0, 1.0)
    assert sure["low"] > 0


def test_what_may_have_been_missed_lifts_the_upper_end() -> None:
    apart = JOINED.assign(utterance_id=["u1", "u3", "u2"])
    row = fullness(aligned=apart).loc[("gazette", "line")]
    assert row["value"] == 0.5
    assert row["high"] > 0.5
    # Of an outlet without any quote there is nothing to reckon from.
    assert fullness().loc[("tide", "crew"), "high"] == 0
