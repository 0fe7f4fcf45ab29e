""" "Is this right?": how a person tells the program that two quotes are the same, or are not.

A report is a file without a script, so it cannot take an answer; it shows the line to copy. In a
notebook the same is a call. Either writes a row to ``corrections.csv`` beside the event.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from toolkit.model import Event


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person may say of one version and the fullest: as a command and as a call."""

    told: str
    command: str
    call: str


def answers_to(rows: Sequence[pd.Series], event: Event) -> tuple[Answer, ...]:
    """What may be said of the versions of an utterance, each against the fullest.

    rows: of the table ``utterances``, the fullest version first. The last answer is for a quote
    that the program left out.
    """
    fullest, *others = (str(row["quote_id"]) for row in rows)
    found = [
        _answer(f"{event.outlet_name(str(row['outlet']))} reports another:", event, fullest, other)
        for row, other in zip(rows[1:], others, strict=True)
    ]
    # "ID" is for the person to fill in: it stands under "Why?" beside each quote.
    one_more = _answer("One more reports it (ID: see “Why?”):", event, fullest, "ID", same=True)
    return (*found, one_more)


def _answer(told: str, event: Event, first: str, second: str, *, same: bool = False) -> Answer:
    words = ["sidelight", "same", event.id, first, second, *([] if same else ["--not"])]
    said = "say_same" if same else "say_not_same"
    return Answer(told, shlex.join(words), f'event = tk.{said}(event, "{first}", "{second}")')
