"""How speech is introduced: the reporting verbs by class, and whom they introduce.

"Admitted" supposes something to admit, "claimed" leaves the truth open, "said" does neither. The
class of a verb is a rule of this toolkit, listed word by word in its language files. Counts this
small do not compare sides: the sentences are what to read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.languages import VERB_CLASSES
from toolkit.show import wording
from toolkit.show.phrases import say
from toolkit.show.sections import Page, Row, Section, joined_ids, nothing

TITLE = "How speech is introduced"
HOW = (
    "One mark is one reporting verb. The class of a verb is a rule of this toolkit, listed word by "
    "word in its language files; you can change it."
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
    """One crossing of a side and a class of verbs."""

    head: str
    marks: Markup
    number: Markup
    verbs: str


def how_introduced(page: Page) -> Section:
    """The section: a row for each side, a column for each class of verbs that occurs."""
    frame = page.material.verbs
    used = frame[frame["value"].fillna(0) > 0]
    if used.empty:
        return nothing("how-speech-is-introduced", TITLE, HOW, say("nothing.verbs"))
    classes = [c for c in VERB_CLASSES if c in set(used["verb_class"])]
    finding = say_how_plain(page, used)
    parties = [(s, used[used["side"] == s]) for s in page.sides]
    parties.append(("", used[page.no_side(used)]))
    rows = [_row(page, side, own, classes) for side, own in parties if len(own)]
    return Section(
        "how-speech-is-introduced", TITLE, HOW, finding, "how_introduced.html",
        {"rows": rows, "heads": [HEADS[c] for c in classes]},
        Markup.escape(say("too_few.verbs")), columns=len(classes),
    )  # fmt: skip


def _row(page: Page, side: str, rows: pd.DataFrame, classes: list[str]) -> Row:
    label = page.label(side)
    cells = [_cell(page, side, name, rows[rows["verb_class"] == name]) for name in classes]
    count = round(float(rows["value"].sum()))
    more = {"marker": page.marker(side, 14), "told": wording.count(count, "verb")}
    return Row(label, cells, page.opener.taken(), more)


def _cell(page: Page, side: str, name: str, rows: pd.DataFrame) -> Cell | None:
    count = round(float(rows["value"].sum()))
    if count == 0:
        return None
    ids = joined_ids(rows["evidence"])
    marker = page.marker(side)
    title = f"{page.label(side)}, “{HEADS[name].lower()}”: {wording.count(count, 'verb')}"
    used = Counter(w.casefold() for w in page.opener.evidence.words(ids))
    return Cell(
        head=HEADS[name],
        marks=marker * count if count <= MARKS else marker,
        number=page.link(count, title, ids, plain=name == "neutral"),
        verbs=", ".join(f"{verb} {n}" if n > 1 else verb for verb, n in used.most_common(8)),
    )


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
