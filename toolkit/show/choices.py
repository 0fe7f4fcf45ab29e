"""What things and people are called, and with which words the sides are described.

Words are choices, never faults. A label in an outlet's own words and the same label in somebody's
quote are not the same choice, so every cell says how many stand in quotes, and opens onto its
sentences, which say whose words they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.show import wording
from toolkit.show.phrases import say
from toolkit.show.sections import Page, Row, Section, nothing

ID, TITLE = "what-things-are-called", "What things are called"
DESCRIBED_ID, DESCRIBED = "how-the-sides-are-described", "How the sides are described"


@dataclass(frozen=True, slots=True)
class Used:
    """One word in one cell: how often it is used, and whether only here."""

    label: str
    number: Markup
    language: str
    only_here: bool
    quoted: str


def things_called(page: Page) -> Section:
    """The section: a row for each concept, folded one for each actor; a cell for each outlet."""
    frame = page.material.labels
    used = frame[frame["value"].fillna(0) > 0]
    if not page.event.concepts and not page.event.sides:
        return nothing(ID, TITLE, _how(), say("nothing.concepts"))
    if used.empty:
        return nothing(ID, TITLE, _how(), say("nothing.labels"))
    languages = _languages(page)
    rows = [
        _row(page, concept.label, used[used["concept"] == concept.id], "label", languages)
        for concept in page.event.concepts
    ]
    return Section(
        ID, TITLE, _how(), Markup.escape(say_what_differs(page, used)), "things_called.html",
        {
            "rows": rows, "people": _people(page, used, languages),
            "outlets": [page.name(o) for o in page.outlets],
        },
        Markup.escape(_caption(languages)), columns=len(page.outlets),
    )  # fmt: skip


def how_described(page: Page) -> Section:
    """The section: a row for each side that is described, a cell for each outlet."""
    frame = page.material.attributes
    used = frame[frame["value"].fillna(0) > 0]
    if not page.sides or used.empty:
        key = "nothing.attributes" if page.sides else "no_sides.described"
        return nothing(DESCRIBED_ID, DESCRIBED, say("how.described"), say(key))
    languages = _languages(page)
    rows = []
    for side in page.sides:
        own = used[used["side"] == side]
        if len(own):
            row = _row(page, page.label(side), own, "attribute", languages, side=side)
            rows.append(row)
    places = round(float(used["value"].sum()))
    outlets = int(used["outlet"].nunique())
    return Section(
        DESCRIBED_ID, DESCRIBED, say("how.described"),
        Markup.escape(say("finding.described", n=places, places=_spelt(places),
                          outlets=_counted(outlets, "outlet"))),
        "how_described.html",
        {"rows": rows, "outlets": [page.name(o) for o in page.outlets]},
        Markup.escape(say("caption.described")), columns=len(page.outlets),
    )  # fmt: skip


def _how() -> str:
    return f"{say('how.labels')} {say('only_here.how')}"


def _spelt(number: int) -> str:
    return wording.capital(wording.spelt(number))


def _counted(number: int, noun: str) -> str:
    return f"{wording.spelt(number)} {wording.several(number, noun)}"


def _languages(page: Page) -> dict[str, str]:
    """The language in which each outlet writes here (that of most of its articles)."""
    return {
        outlet: Counter(
            a.language.partition("-")[0] for a in page.event.articles if a.outlet == outlet
        ).most_common(1)[0][0]
        for outlet in page.outlets
    }


def _people(page: Page, used: pd.DataFrame, languages: dict[str, str]) -> list[Row]:
    """By which names each outlet calls each person and body, by side."""
    rows = []
    for actor, side in page.event.actors():
        own = used[used["actor"] == actor.id]
        if len(own):
            rows.append(_row(page, actor.name, own, "label", languages, side=side.id, brief=True))
    return rows


def _row(
    page: Page,
    name: str,
    rows: pd.DataFrame,
    column: str,
    languages: dict[str, str],
    *,
    side: str | None = None,
    brief: bool = False,
) -> Row:
    otherwise = say("not_named" if column == "label" else "none_found")
    cells = [
        (
            page.name(o),
            _cell(page, rows, o, column, languages[o], brief),
            say("not_read") if o in page.unread else otherwise,
        )
        for o in page.outlets
    ]
    marker = page.marker(side) if side else ""
    return Row(name, cells, page.opener.taken(), {"marker": marker})


def _cell(
    page: Page, rows: pd.DataFrame, outlet: str, column: str, language: str, brief: bool
) -> list[Used]:
    own = rows[rows["outlet"] == outlet].sort_values("value", ascending=False, kind="stable")
    return [_used(page, row, column, language, brief) for _, row in own.iterrows()]


def _used(page: Page, row: pd.Series, column: str, language: str, brief: bool) -> Used:
    label = wording.label_as_printed(str(row[column]), str(row["printed"]), name=brief)
    title = f"{page.name(row['outlet'])}, “{label}”"
    return Used(
        label=label,
        number=page.link(round(float(row["value"])), title, row["evidence"], brief=brief),
        language=language,
        only_here=not pd.isna(row["only_here"]) and bool(row["only_here"]),
        quoted=_quoted(int(row["own"]), int(row["quoted"])),
    )


def _quoted(own: int, quoted: int) -> str:
    """How many of the places stand in somebody's quote, where any do.

    >>> _quoted(3, 1), _quoted(0, 2), _quoted(4, 0)
    ('1 in a quote', 'in quotes', '')
    """
    return say("quoted.some" if own else "quoted.all", n=quoted) if quoted else ""


def _caption(languages: dict[str, str]) -> str:
    alone = [code for code, n in Counter(languages.values()).items() if n == 1]
    told = [say("quoted.counted")]
    if len(set(languages.values())) > 1:
        told.append(say("quoted.languages"))
    if alone and len(languages) > 1:
        names = wording.listing([wording.language_name(code) for code in alone])
        told.append(say("only_here.alone", languages=names))
    return " ".join([*told, say("too_few.labels")])


def say_what_differs(page: Page, used: pd.DataFrame) -> str:
    """The finding: the thing with the most different first names, and by whom it is called so."""
    tops = {c.id: first_names(page, used[used["concept"] == c.id]) for c in page.event.concepts}
    most = max(tops, key=lambda c: len(_different(tops[c])), default=None)
    if most is None or not any(tops.values()):
        return say("nothing.labels")
    names = tops[most]
    label = next(c.label for c in page.event.concepts if c.id == most)
    if len(_different(names)) < 2:
        return say("finding.alike")
    parts = [f"{page.name(o)} writes “{w}”" for o, w in list(names.items())[:4]]
    more = len(names) - 4
    tail = f"; {_counted(more, 'more outlet')} below" if more > 0 else ""
    return f"For “{label}”, {'; '.join(parts)}{tail}."


def _different(names: dict[str, str]) -> set[str]:
    return {word.casefold() for word in names.values()}


def first_names(page: Page, rows: pd.DataFrame) -> dict[str, str]:
    """The label that each outlet uses most for a thing in its own words.

    An outlet that uses two equally often has no first name, for either would be a claim.
    """
    found = {}
    own = rows[rows["own"].fillna(0) > 0]
    for outlet in page.outlets:
        ordered = own[own["outlet"] == outlet].sort_values("own", ascending=False, kind="stable")
        if len(ordered) and (len(ordered) < 2 or _leads(ordered)):
            found[outlet] = str(ordered["label"].iloc[0])
    return found


def _leads(ordered: pd.DataFrame) -> bool:
    counts: Sequence[float] = ordered["own"].astype(float).tolist()
    return counts[0] > counts[1]
