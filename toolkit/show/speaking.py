"""Who speaks: the shares of quoted words, and what may be said of them.

A lead is only named where `claims` allows it; else the first two sides are too close to say. Under
five quotes there is no share at all, only the quotes themselves as marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.compare.statistics import claims
from toolkit.show import phrases, wording
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, Row, Section, joined_ids, nothing

TITLE = "Who speaks"
HOW = (
    "Share of an outlet’s quoted words that each side gets. Direct and indirect quotes count alike."
)


@dataclass(frozen=True, slots=True)
class Share:
    """One cell: where its mark and its line stand, in percent, and the number as a link."""

    label: str
    marker: Markup
    at: float
    low: float
    high: float
    number: Markup
    none: bool


def find_leads(frame: pd.DataFrame, sides: Sequence[str]) -> dict[str, str | None]:
    """Which side leads in each outlet, None where the first two are too close to say.

    `frame` is that of ``measures.voice``; outlets without enough quotes are left out. Only the
    `sides` that the event names can lead.

    >>> frame = pd.DataFrame({"outlet": "tide", "side": ["a", "b"], "value": [.7, .2],
    ...                       "low": [.6, .1], "high": [.8, .3], "enough": True})
    >>> find_leads(frame, ["a", "b"])
    {'tide': 'a'}
    """
    leads = claims.find_leads(frame, sides)
    return {o: lead.first for o, lead in leads.items() if lead.verdict != "too few to say"}


def _low(row: pd.Series) -> float:
    return float(row["value"] if pd.isna(row["low"]) else row["low"])


def say_who_leads(page: Page) -> str:
    """The finding: where a side has the most quoted words, and where that cannot be said."""
    frame = page.material.voice
    leads = find_leads(frame, page.sides)
    few = [o for o in page.outlets if o not in leads]
    clear: dict[str, list[str]] = {}
    for outlet in page.outlets:
        if leads.get(outlet):
            clear.setdefault(str(leads[outlet]), []).append(page.name(outlet))
    told = []
    if clear:
        of_sides = ", of the sides," if (frame[page.no_side(frame)]["value"] > 0).any() else ""
        parts = [
            f"to {wording.within(page.label(side))} in {wording.listing(names)}"
            for side, names in clear.items()
        ]
        told.append(f"The most quoted words go{of_sides} {', '.join(parts)}")
    close = [o for o in page.outlets if o in leads and leads[o] is None]
    rest = []
    if close:
        rest.append(say("too_close.sides", outlets=_outlets(page, close)))
    if few:
        rest.append(say("too_few.quotes", outlets=_outlets(page, few)))
    if rest:
        told.append(wording.capital("; ".join(rest)))
    return "".join(f"{t}. " for t in told).strip()


def _outlets(page: Page, outlets: list[str]) -> str:
    if len(outlets) <= 2:
        return wording.listing([page.name(o) for o in outlets])
    return f"{wording.spelt(len(outlets))} outlets"


def who_speaks(page: Page) -> Section:
    """The section: a row for each outlet, a share for each side."""
    frame = page.material.voice
    quotes = page.material.quotes
    if quotes.empty or frame.empty:
        return nothing("who-speaks", TITLE, HOW, say("nothing.quotes"))
    rows = [_row(page, outlet, frame[frame["outlet"] == outlet]) for outlet in page.outlets]
    finding = say_who_leads(page) if page.sides else say("no_sides.shares")
    sampling = phrases.sampling(Counter(a.outlet for a in page.event.articles).values())
    caption = say("interval.voice", interval=say("interval"), sampling=sampling)
    return Section(
        "who-speaks", TITLE, HOW, Markup.escape(finding), "who_speaks.html",
        {
            "rows": rows, "sides": [(page.label(s), page.marker(s)) for s in page.sides],
            "shares": shares_as_rows(frame, page),
        },
        # A share needs the width of two columns.
        Markup.escape(caption), columns=2 * len(page.sides),
    )  # fmt: skip


def _row(page: Page, outlet: str, shares: pd.DataFrame) -> Row:
    quotes = page.material.quotes
    # The words of a quote within a quote are counted with the outer one's.
    own = quotes[(quotes["outlet"] == outlet) & quotes["inside"].isna()]
    enough = bool(shares["enough"].fillna(False).any())
    few = _few(page, own) if not enough else None
    cells = [_share(page, outlet, side, shares) for side in page.sides] if enough else []
    loose = shares[page.no_side(shares)] if enough else shares.iloc[:0]
    title = f"{page.name(outlet)}: {wording.count(len(own), 'quote')}"
    # The panels of the sides and of no side hold every quote of the outlet, each once.
    quotes_link, every = page.opener.link_all(len(own), title)
    more = {
        "few": few,
        "told": _why_no_share(page, outlet, few),
        "quotes": quotes_link if len(own) else "0",
        "all": every,
        "words": f"{int(own['words'].sum()):,}",
        "no_side": _no_side(page, outlet, loose, own, enough),
    }
    return Row(page.name(outlet), cells, page.opener.taken(), more)


def _share(page: Page, outlet: str, side: str, shares: pd.DataFrame) -> Share | None:
    here = shares[shares["side"] == side].dropna(subset=["value"])
    if here.empty:
        return None
    row = here.iloc[0]
    value, low = float(row["value"]), _low(row)
    high = value if pd.isna(row["high"]) else float(row["high"])
    words = wording.percent(value) if value > 0 else say("none_found")
    title = f"{page.name(outlet)}, {wording.within(page.label(side))}: {words} of quoted words"
    return Share(
        label=page.label(side),
        marker=page.marker(side, 14),
        at=round(100 * value, 1),
        low=round(100 * low, 1),
        high=round(100 * max(high, value), 1),
        number=page.link(words, title, row["evidence"]),
        none=value == 0,
    )


def _no_side(
    page: Page, outlet: str, loose: pd.DataFrame, own: pd.DataFrame, enough: bool
) -> Markup:
    rest = own[own["side"].isna()]
    if rest.empty:
        return Markup.escape(say("none"))
    words = wording.count(int(rest["words"].sum()), "word")
    if enough and len(loose) and not pd.isna(loose.iloc[0]["value"]):
        words = wording.percent(float(loose.iloc[0]["value"]))
    title = f"{page.name(outlet)}, {say('no_side').lower()}: {wording.count(len(rest), 'quote')}"
    return page.link(words, title, joined_ids(rest["quote_id"]))


def _why_no_share(page: Page, outlet: str, few: object) -> str:
    if outlet in page.unread:
        return say("not_read")
    return say("too_few.shares_sides" if few else "too_few.shares_of")


def _few(page: Page, own: pd.DataFrame) -> list[tuple[Markup, Markup]]:
    """Too few for shares: each quote as a mark with its number of words."""
    marks = []
    for number, (_, row) in enumerate(own[own["side"].notna()].iterrows()):
        words = int(row["words"])
        told = wording.count(words, "word") if number == 0 else str(words)
        title = f"{optional(row['speaker']) or say('no_speaker')}: {wording.count(words, 'word')}"
        marks.append((page.marker(row["side"]), page.link(told, title, row["quote_id"])))
    return marks


def shares_as_rows(frame: pd.DataFrame, page: Page) -> list[list[str]]:
    """The measure's frame as rows of text, for the table under the figure."""
    head = ["outlet", "side", "value", "low", "high", "n", "doubt", "enough"]
    rows = [
        [page.name(row["outlet"]), page.label(row["side"]), *map(_written, row[head[2:]])]
        for _, row in frame.iterrows()
    ]
    return [head, *rows]


def _written(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "<NA>"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
