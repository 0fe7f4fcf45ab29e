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
    fullest, *others = rows
    first = str(fullest["quote_id"])
    name = event.outlet_name(str(fullest["outlet"]))
    found = [
        _answer(
            f"{event.outlet_name(str(row['outlet']))} and {name} do not report the same:",
            event, "not_same", first, str(row["quote_id"]),
        )
        for row in others
    ]  # fmt: skip
    told = "Another quote reports it too (its id stands under “Why?” beside it in the article):"
    return (*found, _answer(told, event, "same", first, "ID"))


def _answer(told: str, event: Event, said: str, first: str, second: str) -> Answer:
    words = ["sidelight", "same", event.id, first, second, *(["--not"] if "not" in said else [])]
    call = f'event = tk.say_{said}(event, "{first}", "{second}")'
    return Answer(told, shlex.join(words), call)
