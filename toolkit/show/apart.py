"""Words that set an outlet apart: only where there are articles enough to tell them from chance.

Below ten articles an outlet any list of such words would be one of accidents, so that the section
then holds one sentence, which says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.compare.measures.telling_apart import DISTINCTIVE, LEAST_TO_SEARCH
from toolkit.show import wording
from toolkit.show.evidence import Panel
from toolkit.show.phrases import say
from toolkit.show.sections import Page, Section, nothing

ID, TITLE = "words-that-set-apart", "Words that set an outlet apart"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of one outlet: how often it stands here, and the two rates in words."""

    word: str
    number: Markup
    told: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its words and the panels that their numbers open."""

    name: str
    terms: tuple[Term, ...]
    panels: tuple[Panel, ...]


def words_apart(page: Page) -> Section:
    """The section: the words of each outlet that chance does not explain, or why there are none."""
    counts = Counter(a.outlet for a in page.event.articles)
    if max(counts.values(), default=0) < LEAST_TO_SEARCH:
        return nothing(ID, TITLE, say("how.apart"), say("too_few.terms"))
    frame = page.material.terms
    found = frame[frame["found"] == DISTINCTIVE]
    few = [page.name(o) for o in page.outlets if counts[o] < LEAST_TO_SEARCH]
    caption = say("caption.apart")
    if few:
        caption += f" {say('too_few.outlets', outlets=wording.listing(few))}"
    if found.empty:
        return Section(ID, TITLE, say("how.apart"), Markup.escape(say("nothing.apart")),
                       caption=caption)  # fmt: skip
    outlets = [_outlet(page, o, found[found["outlet"] == o]) for o in page.outlets]
    outlets = [outlet for outlet in outlets if outlet.terms]
    number = len(found)
    told = say(
        "finding.apart", n=number, words=wording.capital(wording.spelt(number)),
        outlets=f"{wording.spelt(len(outlets))} {wording.several(len(outlets), 'outlet')}",
    )  # fmt: skip
    return Section(ID, TITLE, say("how.apart"), Markup.escape(told), "words_apart.html",
                   {"outlets": outlets}, Markup.escape(caption))  # fmt: skip


def _outlet(page: Page, outlet: str, rows: pd.DataFrame) -> Outlet:
    terms = tuple(_term(page, row) for _, row in rows.iterrows())
    return Outlet(page.name(outlet), terms, page.opener.taken())


def _term(page: Page, row: pd.Series) -> Term:
    title = f"{page.name(row['outlet'])}, “{row['term']}”"
    rate, other = float(row["rate"]), float(row["other_rate"])
    return Term(
        word=str(row["term"]),
        number=page.link(int(row["n"]), title, row["evidence"], brief=True),
        told=say("terms.rates", rate=f"{rate:.1f}", other=f"{other:.1f}"),
    )
