"""How often quotes are put together rightly, in the words of a report.

The figures are those of ``compare/matching/weights/measured.json``, which a script counts; here
they only get their words. A reader sees what the program does with the quotes that it finds itself,
so the figures of found quotes are told. Real events stand for a language where there are any; else
invented ones do, and say so. A language that nothing is at hand of is called not measured.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from toolkit.compare.matching.measured import ACROSS, SHARES, Events, load_events, load_groups
from toolkit.model import Event
from toolkit.show import wording
from toolkit.show.measuring import Cell, cell_of, languages_of
from toolkit.show.phrases import say
from toolkit.tables import TEXT, measure_frame

#: What each stratum of pairs is called, in the order in which they are shown.
STRATA: Final = {
    "QQ": "both in quote marks, four words or more",
    "Qs": "one a snippet",
    "I": "one without quote marks",
    ACROSS: "across languages",
}
#: What each share is called.
HEADS: Final = {
    "recall": "Of 100 that people call one statement, it puts together",
    "precision": "Of 100 that it puts together, people call one statement",
}
NOTES: Final = {
    "real": "US news of 2018. Each event was put together by what the program learned from others.",
    "invented": (
        "Written and marked by us, and languages are compared in a way that was chosen with these "
        "events in view: flattering."
    ),
}
HOW_COUNTED: Final = (
    "A pair is two quotes of different articles, as the program finds them. Where it does not find "
    "one of the two, the pair is missed; a pair with a quote that people did not mark is left out."
)


@dataclass(frozen=True, slots=True)
class Block:
    """What was measured on real events, or on invented ones: a row a kind of pairs."""

    title: str
    note: str
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def prepare_groups(event: Event) -> dict[str, Any]:
    """What the section prints: `groups`, a list of `Block`, and languages that are `ungrouped`.

    Both are empty for an event of one outlet, where there is nothing to put together.
    """
    outlets = {a.outlet for a in event.articles}
    chosen, missing = _chosen(languages_of(event) if len(outlets) > 1 else [])
    return {
        "groups": [
            Block(_title(one, rows), NOTES[one.events], tuple(_named(rows)))
            for one, rows in chosen
        ],
        "ungrouped": [wording.language_name(code) for code in missing],
        "group_heads": list(HEADS.values()),
        "groups_counted": HOW_COUNTED,
        "not_grouped": say("not_measured.groups"),
    }  # fmt: skip


def tabulate_groups(event: Event | None = None) -> pd.DataFrame:
    """How often quotes are put together rightly, as a tidy frame for a figure.

    One row a kind of pairs and share: `quotes` (the kind in words), `events` (real or invented),
    `share` (recall or precision), then the columns of a measure. Without an event: of all
    languages that were measured.

    Does not show: how often it is right in the event at hand.
    """
    made = [
        {
            "quotes": _long_name(row), "events": one.events, "share": share, "value": row[share],
            "low": row[f"{share}_low"], "high": row[f"{share}_high"], "n": row[SHARES[share]],
            "doubt": "sampling", "enough": True,
        }
        for one, rows in _chosen(_codes(event))[0]
        for row in rows
        for share in HEADS
    ]  # fmt: skip
    return measure_frame(made, {"quotes": TEXT, "events": TEXT, "share": TEXT})


def describe_groups(event: Event | None = None) -> str:
    """The figure in words, with its numbers: its alt text."""
    chosen, missing = _chosen(_codes(event))
    told = []
    for _, rows in chosen:
        for row in rows:
            found, precise = _cells(row)
            told.append(
                f"{_long_name(row)}: of 100 pairs that people call one statement it puts together "
                f"{found.number}; of 100 that it puts together people call {precise.number} one."
            )
    return " ".join([*told, *_not_measured(missing)])


def caption_groups(event: Event | None = None) -> str:
    """What stands under the figure: how it was counted, and on what."""
    chosen, missing = _chosen(_codes(event))
    told = [f"{_title(one, rows)}. {NOTES[one.events]}" for one, rows in chosen]
    return " ".join([HOW_COUNTED, *told, *_not_measured(missing)])


def _codes(event: Event | None) -> list[str]:
    if event is not None:
        return languages_of(event)
    return list(dict.fromkeys(code for one in load_events() for code in one.languages))


def _not_measured(codes: Iterable[str]) -> list[str]:
    return [f"{wording.language_name(code)}: {say('not_measured.groups')}." for code in codes]


def _chosen(codes: list[str]) -> tuple[list[tuple[Events, list[pd.Series]]], list[str]]:
    """The rows that tell of some languages, real events first, and languages without a row."""
    rows = load_groups()
    found = rows[(rows["quotes"] == "found") & rows["stratum"].isin(STRATA)]
    kind_of: dict[str, str] = {}
    for one in reversed(load_events()):
        own = set(found.loc[found["events"] == one.events, "language"].dropna())
        kind_of.update({code: one.events for code in codes if code in own})
    chosen = []
    for one in load_events():
        mine = found[found["events"] == one.events]
        here = [
            row
            for code in codes if kind_of.get(code) == one.events
            for row in _ordered(mine[mine["language"] == code])
        ]  # fmt: skip
        if len(set(codes) & set(one.languages)) > 1:
            here += _ordered(mine[mine["stratum"] == ACROSS])
        if here:
            chosen.append((one, here))
    return chosen, [code for code in codes if code not in kind_of]


def _ordered(rows: pd.DataFrame) -> list[pd.Series]:
    found = {str(row["stratum"]): row for _, row in rows.iterrows()}
    return [found[stratum] for stratum in STRATA if stratum in found]


def _title(one: Events, rows: Iterable[pd.Series]) -> str:
    """What the figures are of, and what they were counted on."""
    codes = dict.fromkeys(str(row["language"]) for row in rows if pd.notna(row["language"]))
    held = max(int(row["count"]) for row in rows)
    events = f"{wording.spelt(held)} {'real' if one.events == 'real' else 'invented'} "
    names = [wording.language_name(code) for code in codes] or [wording.capital(STRATA[ACROSS])]
    if codes and any(pd.isna(row["language"]) for row in rows):
        names.append(STRATA[ACROSS])
    return f"{wording.listing(names)}: {events}{wording.several(held, 'event')}"


def _named(rows: list[pd.Series]) -> Iterable[tuple[str, tuple[Cell, ...]]]:
    codes = {str(row["language"]) for row in rows if pd.notna(row["language"])}
    for row in rows:
        name = STRATA[str(row["stratum"])] if len(codes) < 2 else _long_name(row)
        yield name, _cells(row)


def _long_name(row: pd.Series) -> str:
    stratum = STRATA[str(row["stratum"])]
    if pd.isna(row["language"]):
        return wording.capital(stratum)
    return f"{wording.language_name(str(row['language']))}: {stratum}"


def _cells(row: pd.Series) -> tuple[Cell, ...]:
    return tuple(cell_of(row, share, SHARES[share]) for share in HEADS)
