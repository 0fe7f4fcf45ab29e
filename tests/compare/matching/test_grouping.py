"""Claims about groups: what a person decided holds, and one quote may report two utterances."""

from __future__ import annotations

import pandas as pd
import pytest

from toolkit import tables
from toolkit.compare.alignment import CONFIRMED, align_quotes
from toolkit.errors import CorrectionWarning
from toolkit.model import Article

HEAD = "The orchard has drunk from this canal since my grandmother planted it."
TAIL = "Nobody will lend us a tanker in August, whatever the brochure promises."
TEXTS = {
    "gazette-1": f"“{HEAD} {TAIL}” said Mara Quill.",
    "herald-1": f"“{HEAD}” Quill said at the weir.",
    "post-1": f"“{TAIL}” Quill said. The canal was low.",
    "echo-1": "“We measured the flow twice,” said Otto Brand. “The canal is a public good.”",
    "gaceta-1": "«El huerto bebe de este canal desde que mi abuela lo plantó», dijo Quill.",
}


def table(*rows: tuple[str, str, str], **decisions: dict[str, str]) -> pd.DataFrame:
    """Rows of (quote id, kind, content); the article's id is the quote's up to the colon."""
    frame = tables.to_frame(
        [
            {
                "quote_id": q, "article_id": q.partition(":")[0],
                "outlet": q.partition("-")[0], "kind": kind, "content": content,
                "speaker": "Otto Brand" if q.startswith("echo") else "Mara Quill",
            }
            for q, kind, content in rows
        ],
        tables.SCHEMAS["quotes"],
    )  # fmt: skip
    for name, of in decisions.items():
        frame[name] = frame["quote_id"].map(of).astype("string")
    return frame


def aligned(frame: pd.DataFrame) -> pd.DataFrame:
    articles = [
        Article(i, i.partition("-")[0], "", "", "", t, "es" if i == "gaceta-1" else "en", "")
        for i, t in TEXTS.items()
    ]
    return align_quotes(frame, articles)


def groups(frame: pd.DataFrame) -> set[frozenset[str]]:
    return {frozenset(g) for _, g in aligned(frame).groupby("utterance_id")["quote_id"]}


BOTH = ("gazette-1:q1", "direct", f"{HEAD} {TAIL}")
ONE = ("herald-1:q1", "direct", HEAD)
OTHER = ("post-1:q1", "direct", TAIL)
APART = ("echo-1:q1", "direct", "We measured the flow twice,")
PUBLIC = ("echo-1:q2", "direct", "The canal is a public good.")
TOLD = ("post-1:q2", "indirect", "that the orchard had always drunk from the canal")
SPANISH = ("gaceta-1:q1", "direct", "El huerto bebe de este canal desde que mi abuela lo plantó.")


def test_what_a_person_called_the_same_is_one_utterance_and_certain() -> None:
    frame = aligned(table(ONE, APART, same_as={ONE[0]: APART[0]}))
    assert frame["utterance_id"].nunique() == 1
    assert frame["p_same"].tolist() == [1.0, 1.0]
    assert frame["grade"].iloc[1] == CONFIRMED


def test_what_a_person_called_not_the_same_is_two_utterances() -> None:
    again = ("post-1:q3", "direct", HEAD)
    assert len(groups(table(ONE, again))) == 1
    assert len(groups(table(ONE, again, not_same_as={again[0]: ONE[0]}))) == 2


def test_decisions_hold_for_retold_quotes_and_across_languages() -> None:
    assert frozenset({APART[0], TOLD[0]}) in groups(
        table(ONE, APART, TOLD, same_as={TOLD[0]: APART[0]})
    )
    assert frozenset({PUBLIC[0], SPANISH[0]}) in groups(
        table(PUBLIC, SPANISH, same_as={SPANISH[0]: PUBLIC[0]})
    )
    assert len(groups(table(ONE, SPANISH))) == 1
    assert len(groups(table(ONE, SPANISH, not_same_as={ONE[0]: SPANISH[0]}))) == 2


def test_a_third_language_brings_nothing_together_that_a_person_parted() -> None:
    again = ("post-1:q3", "direct", HEAD)
    frame = table(ONE, again, SPANISH, not_same_as={again[0]: ONE[0]})
    assert not any({ONE[0], again[0]} <= group for group in groups(frame))


def test_a_decision_on_a_quote_that_is_not_there_changes_nothing() -> None:
    assert groups(table(ONE, APART, same_as={ONE[0]: "elsewhere-1:q9"})) == groups(
        table(ONE, APART)
    )


def test_decisions_that_contradict_one_another_are_told() -> None:
    frame = table(
        ONE, APART, OTHER,
        same_as={ONE[0]: APART[0], APART[0]: OTHER[0]}, not_same_as={ONE[0]: OTHER[0]},
    )  # fmt: skip
    with pytest.warns(CorrectionWarning, match="'post-1:q1' and 'herald-1:q1' are called not"):
        assert len(groups(frame)) == 1


def test_a_quote_that_runs_two_utterances_together_is_in_both() -> None:
    third = ("echo-1:q3", "direct", HEAD)
    fourth = ("echo-1:q4", "direct", TAIL)
    frame = table(BOTH, ONE, OTHER, third, fourth).assign(speaker="Mara Quill")
    found = aligned(frame.astype({"speaker": "string"}))
    assert (found["quote_id"] == BOTH[0]).sum() == 2
    assert found["quote_id"].nunique() == 5


def test_what_one_outlet_quotes_apart_and_the_other_runs_together_is_two_utterances() -> None:
    third, fourth = ("echo-1:q3", "direct", HEAD), ("echo-1:q4", "direct", TAIL)
    frame = table(BOTH, third, fourth).assign(speaker="Mara Quill").astype({"speaker": "string"})
    found = aligned(frame)
    assert found["utterance_id"].nunique() == 2
    assert (found["quote_id"] == BOTH[0]).sum() == 2
