"""What things are called, and which words stand in marks that nobody is said to have spoken.

Words are choices, never faults. A label in an outlet's own words and the same label in somebody's
quote are not the same choice, so every cell opens onto its sentences and says whose words they
are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.model import Span
from toolkit.show import wording
from toolkit.show.evidence import Item
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, Row, Section, nothing

TITLE = "What things are called"
SCARE_TITLE = "In scare quotes"


@dataclass(frozen=True, slots=True)
class Used:
    """One label in one cell: how often it is used, and whether only here."""

    label: str
    number: Markup
    language: str
    only_here: bool
    quoted: str


def things_called(page: Page) -> Section:
    """The section: a row for each concept, a cell for each outlet."""
    frame = page.material.labels
    used = frame[(frame["value"].fillna(0) > 0) & frame["concept"].notna()]
    if not page.event.concepts:
        return nothing("what-things-are-called", TITLE, _how(), say("nothing.concepts"))
    if used.empty:
        return nothing("what-things-are-called", TITLE, _how(), say("nothing.labels"))
    languages = _languages(page)
    rows = []
    for concept in page.event.concepts:
        here = used[used["concept"] == concept.id]
        cells = [(page.name(o), _cell(page, here, o, languages[o])) for o in page.outlets]
        rows.append(Row(concept.label, cells, page.opener.taken()))
    return Section(
        "what-things-are-called", TITLE, _how(), Markup.escape(say_what_differs(page, used)),
        "things_called.html",
        {"rows": rows, "outlets": [page.name(o) for o in page.outlets]},
        Markup.escape(_caption(languages)), columns=len(page.outlets),
    )  # fmt: skip


def _how() -> str:
    return f"{say('how.labels')} {say('only_here.how')}"


def _languages(page: Page) -> dict[str, str]:
    """The language in which each outlet writes here (that of most of its articles)."""
    return {
        outlet: Counter(
            a.language.partition("-")[0] for a in page.event.articles if a.outlet == outlet
        ).most_common(1)[0][0]
        for outlet in page.outlets
    }


def _cell(page: Page, rows: pd.DataFrame, outlet: str, language: str) -> list[Used]:
    own = rows[rows["outlet"] == outlet].sort_values("value", ascending=False, kind="stable")
    return [
        Used(
            label=_printed(str(row["label"]), str(row["printed"])),
            number=page.link(
                round(float(row["value"])),
                f"{page.name(outlet)}, “{row['label']}”",
                row["evidence"],
            ),
            language=language,
            only_here=not pd.isna(row["only_here"]) and bool(row["only_here"]),
            quoted=_quoted(int(row["own"]), int(row["quoted"])),
        )
        for _, row in own.iterrows()
    ]


def _printed(label: str, printed: str) -> str:
    """The label as printed where it holds a name; else in lower case, as it is counted.

    >>> _printed("that wednesday", "That Wednesday"), _printed("closure", "The closure")
    ('That Wednesday', 'closure')
    """
    shown = printed[-len(label) :]
    named = any(c.isupper() for c in shown[1:]) and shown.casefold() == label
    return shown if named else label


def _quoted(own: int, quoted: int) -> str:
    """How many of the places stand in somebody's quote, where any do.

    >>> _quoted(3, 1), _quoted(0, 2), _quoted(4, 0)
    ('1 in a quote', 'in quotes', '')
    """
    if not quoted:
        return ""
    return say("quoted.some" if own else "quoted.all", n=quoted)


def _caption(languages: dict[str, str]) -> str:
    alone = [code for code, n in Counter(languages.values()).items() if n == 1]
    told = f"{say('quoted.counted')} "
    if len(set(languages.values())) > 1:
        told += "Words of different languages stand beside each other, untranslated. "
    if alone and len(languages) > 1:
        names = wording.listing([wording.language_name(code) for code in alone])
        told += f"{say('only_here.alone', languages=names)} "
    return told + say("too_few.labels")


def say_what_differs(page: Page, used: pd.DataFrame) -> str:
    """The finding: the thing with the most different first names, and by whom it is called so."""
    tops = {c.id: _first_names(page, used[used["concept"] == c.id]) for c in page.event.concepts}
    most = max(tops, key=lambda c: len({w.casefold() for w in tops[c].values()}))
    names = tops[most]
    label = next(c.label for c in page.event.concepts if c.id == most)
    if len({w.casefold() for w in names.values()}) < 2:
        return "Where outlets name the same thing in one language, they name it with the same word."
    parts = [f"{page.name(o)} writes “{w}”" for o, w in list(names.items())[:4]]
    more = len(names) - 4
    tail = (
        f"; {wording.spelt(more)} more {wording.several(more, 'outlet')} below" if more > 0 else ""
    )
    return f"For “{label}”, {'; '.join(parts)}{tail}."


def _first_names(page: Page, rows: pd.DataFrame) -> dict[str, str]:
    """The label that each outlet uses most for a concept in its own words."""
    own = rows[rows["own"].fillna(0) > 0]
    ordered = own.sort_values(["own", "value"], ascending=False, kind="stable")
    first = ordered.drop_duplicates("outlet").set_index("outlet")["label"]
    return {o: str(first[o]) for o in page.outlets if o in first.index}


def scare_quotes(page: Page) -> Section:
    """The section: each place where marks stand round a word that nobody is said to have said."""
    framing = page.material.framing
    marked = framing[framing["kind"] == "scare_quote"]
    if marked.empty:
        return nothing("in-scare-quotes", SCARE_TITLE, say("how.marked"), say("nothing.marked"))
    spread = Counter(str(t).casefold() for t in marked.drop_duplicates(["outlet", "term"])["term"])
    rows = [
        Row(str(row["term"]), [_scare_item(page, row)], more={
            "remark": _scare_remark(row, spread), "href": _scare_item(page, row).href,
        })
        for _, row in marked.iterrows()
    ]  # fmt: skip
    places, outlets = len(marked), int(marked["outlet"].nunique())
    told = (
        f"{wording.capital(wording.spelt(places))} {wording.several(places, 'place')}, in "
        f"{wording.spelt(outlets)} {wording.several(outlets, 'outlet')}."
    )
    return Section(
        "in-scare-quotes", SCARE_TITLE, say("how.marked"), Markup.escape(told), "scare_quotes.html",
        {"rows": rows}, Markup.escape(say("caption.marked")),
    )  # fmt: skip


def _scare_item(page: Page, row: pd.Series) -> Item:
    span = Span(int(row["start"]), int(row["end"]))
    return page.opener.evidence.place(str(row["article_id"]), span, optional(row["quote_id"]))


def _scare_remark(row: pd.Series, spread: Counter[str]) -> str:
    others = spread[str(row["term"]).casefold()] - 1
    told = say("no_speaker_near" if pd.isna(row["quote_id"]) else "inside_quote")
    where = say("elsewhere.marked", n=others) if others else say("only_here.marked")
    return f"{told}; {where}"
