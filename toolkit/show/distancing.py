"""Words at arm's length: in marks that quote nobody, or behind a word such as "so-called".

Marks can mean distance, irony, or simply whose word it is. The program sees the marks and not the
meaning, so each place stands with its sentence, with whoever is quoted near it, and with whether
other outlets print the word too.
"""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from toolkit.show import wording
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, Row, Section, nothing

ID, TITLE = "in-scare-quotes", "In scare quotes"


def scare_quotes(page: Page) -> Section:
    """The section: each place where an outlet holds a word at arm's length."""
    frame = page.material.scare_quotes
    if frame.empty:
        return nothing(ID, TITLE, say("how.marked"), say("nothing.marked"))
    rows = [
        Row(_shown(row), [item], more={"remark": _remark(page, row), "href": item.href})
        for _, row in frame.iterrows()
        for item in page.opener.evidence.items(row["evidence"])
    ]
    outlets = int(frame["outlet"].nunique())
    told = (
        f"{wording.capital(wording.spelt(len(rows)))} {wording.several(len(rows), 'place')}, in "
        f"{wording.spelt(outlets)} {wording.several(outlets, 'outlet')}."
    )
    return Section(
        ID, TITLE, say("how.marked"), Markup.escape(told), "scare_quotes.html", {"rows": rows},
        Markup.escape(say("caption.marked")),
    )  # fmt: skip


def _shown(row: pd.Series) -> str:
    """The word, in marks where the outlet prints marks."""
    return f"“{row['term']}”" if row["kind"] == "marks" else str(row["term"])


def _remark(page: Page, row: pd.Series) -> str:
    """Who is quoted near, and which other outlets print the word."""
    near = [name for name in (optional(row["speaker_near"]) or "").split(";") if name]
    others = [o for o in (optional(row["elsewhere"]) or "").split(";") if o]
    told = (
        say("speaker_near.named", names=wording.listing(near)) if near else say("no_speaker_near")
    )
    if others:
        return f"{told}; {say('elsewhere.word', n=len(others))}"
    return f"{told}; {say('only_here.word')}" if len(page.outlets) > 1 else told
