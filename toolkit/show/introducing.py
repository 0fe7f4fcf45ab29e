"""How speech is introduced: the reporting verbs by class, and whom they introduce.

"Admitted" supposes something to admit, "claimed" leaves the truth open, "said" does neither. The
class of a verb is a rule of this toolkit, listed word by word in its language files. Counts this
small do not compare sides: the sentences are what to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.languages import VERB_CLASSES
from toolkit.show import wording
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, Row, Section, joined_ids, nothing

TITLE = "How speech is introduced"
HOW = (
    "One mark is one quote with its verb. The class of a verb is a rule of this toolkit, listed "
    "word by word in its language files; you can change it."
)
#: What the head of a column says of a class of verbs.
HEADS = {
    "neutral": "Says", "affirm": "Explains", "argue": "Argues", "doubt": "Claims, insists",
    "concede": "Admits", "caution": "Warns", "commit": "Promises", "conflict": "Accuses",
    "deny": "Denies", "praise": "Praises", "manner": "Tells how",
}  # fmt: skip
#: So many marks are drawn in one cell; beyond, the number stands beside one mark.
MARKS = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One crossing of a side and a class of verbs; a verb is a link, or has one on its number."""

    head: str
    marks: Markup
    verbs: tuple[Markup, ...]


def how_introduced(page: Page) -> Section:
    """The section: a row for each side, a column for each class of verbs that occurs."""
    frame = page.material.verbs
    used = frame[frame["value"].fillna(0) > 0]
    if used.empty:
        return nothing("how-speech-is-introduced", TITLE, HOW, say("nothing.verbs"))
    classes = [c for c in VERB_CLASSES if c in set(used["verb_class"])]
    parties = [(s, used[used["side"] == s]) for s in page.sides]
    parties.append(("", used[page.no_side(used)]))
    without = _without_verb(page)
    rows = [
        _row(page, side, own, classes, without.get(side, []))
        for side, own in parties
        if len(own) or side in without
    ]
    heads = [HEADS[c] for c in classes] + ([wording.capital(say("no_verb"))] if without else [])
    return Section(
        "how-speech-is-introduced", TITLE, HOW, say_how_plain(page, used), "how_introduced.html",
        {"rows": rows, "heads": heads}, Markup.escape(say("too_few.verbs")), columns=len(heads),
    )  # fmt: skip


def _without_verb(page: Page) -> dict[str, list[str]]:
    """The quotes that no verb introduces, by side ("" for none)."""
    quotes = page.material.quotes
    found: dict[str, list[str]] = {}
    for _, row in quotes[quotes["cue"].isna() & quotes["inside"].isna()].iterrows():
        side = optional(row["side"]) or ""
        found.setdefault(side if side in page.sides else "", []).append(str(row["quote_id"]))
    return found


def _row(page: Page, side: str, rows: pd.DataFrame, classes: list[str], without: list[str]) -> Row:
    label = page.label(side)
    cells = [_cell(page, side, name, rows[rows["verb_class"] == name]) for name in classes]
    if without:
        title = f"{label}, {say('no_verb')}: {wording.count(len(without), 'quote')}"
        link = page.link(len(without), title, ";".join(without))
        head = wording.capital(say("no_verb"))
        cells.append(Cell(head, page.marker(side) * len(without), (link,)))
    count = round(float(rows["value"].sum()))
    more = {"marker": page.marker(side, 14), "told": wording.count(count, "verb")}
    return Row(label, cells, page.opener.taken(), more)


def _cell(page: Page, side: str, name: str, rows: pd.DataFrame) -> Cell | None:
    count = round(float(rows["value"].sum()))
    if count == 0:
        return None
    marker = page.marker(side)
    verbs: dict[str, list[str]] = {}
    for one in joined_ids(rows["evidence"]).split(";"):
        for word in page.opener.evidence.words(one):
            verbs.setdefault(word.casefold(), []).append(one)
    return Cell(
        head=HEADS[name],
        marks=marker * count if count <= MARKS else Markup("{}{}").format(marker, count),
        verbs=tuple(
            _verb(page, f"{page.label(side)}, “{verb}”", verb, ids, plain=name == "neutral")
            for verb, ids in sorted(verbs.items(), key=lambda pair: -len(pair[1]))
        ),
    )


def _verb(page: Page, title: str, verb: str, ids: Sequence[str], *, plain: bool) -> Markup:
    """A verb that opens its sentences: by its number, or itself where it stands once."""
    joined = ";".join(ids)
    language = page.opener.evidence.items(ids[0])[0].language
    words = Markup.escape(verb)
    if language != "en":
        words = Markup('<span lang="{}">{}</span>').format(language, verb)
    if len(ids) == 1:
        return page.link(words, title, joined, plain=plain, brief=plain)
    number = page.link(len(ids), title, joined, plain=plain, brief=plain)
    return Markup("{} {}").format(words, number)


def say_how_plain(page: Page, used: pd.DataFrame) -> Markup:
    """The finding: how many quotes plain verbs introduce, and classes that one side alone has."""
    total = round(float(used["value"].sum()))
    plain = used[used["verb_class"] == "neutral"]
    number = round(float(plain["value"].sum()))
    words = f"{number} of {wording.count(total, 'reporting verb')}"
    link = Markup('<a class="n" href="#plain-verbs">{}</a>').format(words) if number else words
    verb = "is" if number == 1 else "are"
    told = Markup("{} {} plain, such as “said”.").format(link, verb)
    for name, rows in used[used["verb_class"] != "neutral"].groupby("verb_class", sort=False):
        sides, count = rows["side"].unique(), round(float(rows["value"].sum()))
        if len(sides) == 1 and sides[0] in page.sides and count >= 2:
            label = wording.within(page.label(sides[0]))
            times = "twice" if count == 2 else f"{wording.spelt(count)} times"
            told += f" “{HEADS[str(name)]}” verbs introduce only {label} here, "
            told += f"{times}."
    return told
