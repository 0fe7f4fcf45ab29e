"""How the program errs, as counted on marked news: what the reading intervals are drawn from.

``validation.json`` holds numbers only, made by ``python -m toolkit.compare.statistics.validate``:
for each kind of quote how many were found, were real, were missed, how their lengths differ and how
long the missed ones are; how often a speaker is someone whom no candidate names; and for each kind
of thing that is counted (persons, bodies, groups, concepts ...) how many were found rightly
(`tp`), wrongly (`fp`) and not at all (`fn`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class QuoteErrors:
    """How quotes of one kind are misread.

    `shift` is added to the log-odds of `p_quote`; `tp` and `fn` are quotes found and missed, made
    fewer because those of one article resemble each other. `lengths` are quantiles of marked words
    by found words, `missed_words` of the words of a missed quote, both at equal steps from 0 to 1.
    """

    tp: float
    fn: float
    shift: float
    lengths: tuple[float, ...]
    missed_words: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SpeakerErrors:
    """How speakers are misread.

    `unforeseen` is how often the speaker is none of the candidates although they leave no room for
    it; `among_found` how often the speaker of a missed quote is one whom the article quotes
    elsewhere, as the program read it.
    """

    unforeseen: float
    among_found: float


@dataclass(frozen=True, slots=True)
class CountErrors:
    """Things of one kind: of the found `tp` right and `fp` not, of the marked `tp_marked` found and
    `fn` not, both made fewer because those of one article resemble each other.
    """

    tp: float
    fp: float
    tp_marked: float
    fn: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Validation:
    """All that was counted."""

    quotes: Mapping[str, QuoteErrors]
    speakers: SpeakerErrors
    counts: Mapping[str, CountErrors]


def read_validation(told: Mapping[str, Any]) -> Validation:
    """What a file of validation says, from its JSON."""
    quotes = {
        row["kind"]: QuoteErrors(
            row["tp"], row["fn"], row["shift"], tuple(row["lengths"]), tuple(row["missed_words"])
        )
        for row in told["quotes"]
    }
    counts = {
        row["kind"]: CountErrors(row["tp"], row["fp"], row["tp_marked"], row["fn"], row["note"])
        for row in told["counts"]
    }
    speakers = SpeakerErrors(told["speakers"]["unforeseen"], told["speakers"]["among_found"])
    return Validation(quotes, speakers, counts)


@lru_cache(maxsize=1)
def load_validation() -> Validation:
    """What ships: counted on NewsWCL50 and, where nothing else is at hand, on invented cases.

    >>> sorted(load_validation().quotes)
    ['direct', 'indirect', 'mixed']
    """
    path = files("toolkit.compare.statistics") / "validation.json"
    return read_validation(json.loads(path.read_text(encoding="utf8")))


def names_of(kinds: Sequence[str], known: Mapping[str, QuoteErrors]) -> list[str]:
    """Each kind of quote as the validation knows it; an unknown one counts as indirect."""
    return [kind if kind in known else "indirect" for kind in kinds]
