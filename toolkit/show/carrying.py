"""How fully: of what a side is known to have said about the event, how much each outlet carries.

One mark is one utterance, filled where the outlet prints it in whatever form. What a side said that
no outlet printed is not known to us, so that nothing here is a share of all that was said.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.compare.statistics import claims
from toolkit.show import wording
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, Row, Section, nothing

ID, TITLE = "how-fully", "How fully"
#: So many utterances of a side are drawn a mark each; of more, only their number is given.
MARKS = 30
#: What is said where no outlet may be said to lead, by the verdict of `claims`.
UNCLEAR = {"too close to say": "too_close.fully", "too few to say": "too_few.fully"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One outlet's part of what one side said."""

    label: str
    marker: Markup
    marks: Markup
    number: Markup
    known: int
    told: str


def how_fully(page: Page) -> Section:
    """The section: a row for each outlet, a cell for each side with what is known of it."""
    frame = page.material.fullness
    known = frame[(frame["known"].fillna(0) > 0) & frame["side"].isin(page.sides)]
    if known.empty or len(page.outlets) < 2:
        key = "nothing.fully" if len(page.outlets) > 1 else "one_outlet.words"
        return nothing(ID, TITLE, say("how.fully"), say(key))
    sides = [s for s in page.sides if s in set(known["side"])]
    rows = [_row(page, outlet, known[known["outlet"] == outlet], sides) for outlet in page.outlets]
    return Section(
        ID, TITLE, say("how.fully"), Markup.escape(say_who_carries_most(page, known, sides)),
        "how_fully.html",
        {"rows": rows, "sides": [(page.label(s), page.marker(s)) for s in sides]},
        Markup.escape(say("caption.fully")), columns=2 * len(sides),
    )  # fmt: skip


def _row(page: Page, outlet: str, rows: pd.DataFrame, sides: list[str]) -> Row:
    held = {str(r["side"]): r for _, r in rows.iterrows()}
    cells = [_cell(page, outlet, side, held[side]) if side in held else None for side in sides]
    unread = say("not_read") if outlet in page.unread else ""
    return Row(page.name(outlet), cells, page.opener.taken(), {"unread": unread})


def _cell(page: Page, outlet: str, side: str, row: pd.Series) -> Cell:
    known, carried = int(row["known"]), int(row["carried"])
    key = optional(side)
    marks = Markup("")
    if known <= MARKS:
        hollow = Markup('<span class="out">{}</span>').format(page.marker(key) * (known - carried))
        marks = page.marker(key) * carried + (hollow if known > carried else Markup(""))
    title = say("carried.title", outlet=page.name(outlet), side=wording.within(page.label(side)))
    told = ""
    if not pd.isna(row["shown"]):
        told = say("carried.words", share=wording.percent(float(row["shown"])))
    return Cell(
        label=page.label(side),
        marker=page.marker(side),
        marks=marks,
        number=page.link(carried, title, row["evidence"], brief=True),
        known=known,
        told=told,
    )


def say_who_carries_most(page: Page, known: pd.DataFrame, sides: list[str]) -> str:
    """The finding: of which side an outlet carries most, where its interval allows to say so."""
    told = []
    unclear: dict[str, list[str]] = {}
    for side in sides:
        rows = known[known["side"] == side]
        lead = claims.find_lead(rows, "outlet")
        label = wording.within(page.label(side))
        if lead.first:
            row = rows[rows["outlet"] == lead.first].iloc[0]
            told.append(say(
                "finding.fully", side=label, outlet=page.name(lead.first),
                carried=int(row["carried"]), known=int(row["known"]),
            ))  # fmt: skip
        else:
            unclear.setdefault(lead.verdict, []).append(label)
    for verdict, key in UNCLEAR.items():
        if verdict in unclear:
            told.append(say(key, sides=wording.listing(unclear[verdict])))
    return " ".join(wording.capital(sentence) for sentence in told)
