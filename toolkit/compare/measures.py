"""Measures: what the outlets of an event did, as tidy frames whose numbers open onto sentences.

Each measure takes an event and returns one frame: its keys, then `value`, `low` and `high` (the
interval), `n` (how many things were counted), `doubt` (here always "reading": did the program read
these articles rightly?), `enough` (whether n allows a number at all) and `evidence` (the ids of the
quotes, or ``article:start-end`` of the mentions, joined by ";"). Tables that were computed before
can be handed in; the event is only read again for what is missing. Figures of the same names draw.

Copy that two outlets share speaks twice unless a measure is asked to count it once
(``shared="once"``): then it counts under one of them, the one that the evidence names as its source
or else the first of the event, and ``frame.attrs["shared"]`` says so in words. An outlet that has
nothing besides has no row then. How much of an utterance each outlet prints is not counted so.

No measure says why: a cut is everyday work in a newsroom, and an absence may be a page not fetched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd

from toolkit import tables
from toolkit.compare.alignment import align_quotes
from toolkit.compare.particulars import tabulate_particulars
from toolkit.compare.sharing.once import count_tellings, drop_copies, say_counted_once
from toolkit.compare.sharing.table import tabulate_sharing
from toolkit.compare.statistics import share_intervals
from toolkit.compare.tallies import (
    ENOUGH,
    NO_SIDE,
    agreed_particulars,
    agreed_utterances,
    counted,
    either,
    is_only_here,
    joined_ids,
    place_of,
    plain_label,
    quoted_words,
    side_chances,
    strip,
    told_outlets,
    utterance_rows,
)
from toolkit.errors import UsageError
from toolkit.model import Event
from toolkit.tables import FLAG, REAL, TEXT, WHOLE

#: The columns that a quotes table must have.
_CONTRACT = [name for name in tables.SCHEMAS["quotes"] if name not in tables.OPTIONAL]

#: How copy that outlets share is counted: in each of them, or once.
Counting = Literal["each", "once"]

__all__ = ["agreement", "labels", "strips", "utterances", "verbs", "voice"]


def voice(
    event: Event,
    *,
    quotes: pd.DataFrame | None = None,
    kind: Literal["all", "direct"] = "all",
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Each side's share of the quoted words of each outlet.

    `kind` "all" counts every reported word, "direct" only those inside quote marks. `shared` "once"
    counts copy that outlets share under one of them (see above). Keys: outlet, side ("none" for
    words of no side); extra columns `words` (of the side) and `outlet_words`.
    The interval is where the share lies nine times in ten, given how sure the program is of each
    quote and speaker. `n` is quotes; from five of an outlet on, there are enough for a share.

    Does not show: voices that the outlet sought and did not get; how they are introduced.
    """
    table, told = _once(event, _quotes(event, quotes), shared, sharing)
    sides = [*(s.id for s in event.sides), NO_SIDE]
    rows: list[dict[str, Any]] = []
    for outlet in told_outlets(event):
        own = table[table["outlet"] == outlet].to_dict("records")
        words = np.array([float(quoted_words(q, kind)) for q in own])
        if not words.sum():
            continue
        chances = np.array([side_chances(q, event, sides) for q in own])
        p_quote = np.array([either(q["p_quote"], 1.0) for q in own])
        low, high = share_intervals(words, p_quote, chances)
        for n, side in enumerate(sides):
            mine = [
                w > 0 and either(q["side"], NO_SIDE) == side
                for q, w in zip(own, words, strict=True)
            ]
            spoken = words[mine].sum()
            value = spoken / words.sum()
            rows.append({
                "outlet": outlet, "side": side, "value": value,
                "low": min(value, low[n]), "high": max(value, high[n]),
                "n": sum(mine), "doubt": "reading", "enough": int((words > 0).sum()) >= ENOUGH,
                "evidence": joined_ids(q["quote_id"] for q, m in zip(own, mine, strict=True) if m),
                "words": int(spoken), "outlet_words": int(words.sum()),
            })  # fmt: skip
    extra = {"words": WHOLE, "outlet_words": WHOLE}
    return _frame(rows, {"outlet": TEXT, "side": TEXT}, extra, told)


def utterances(
    event: Event,
    *,
    quotes: pd.DataFrame | None = None,
    aligned: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """How much of each utterance's fullest version each outlet prints, and in what relation.

    Keys: utterance_id, outlet; a row for every outlet with an article, "not found" included. The
    value is the share of the fullest version's words that stand in marks here, missing where words
    cannot be compared (paraphrase, translation, not found). `low` is 0 where it is not sure that
    this is the same utterance. `n` is the words printed; `enough` says that it is likelier the
    same than not. `evidence` names all quotes of the outlet, `quote_id` the fullest of them.

    Does not show: what an outlet heard and left out; "not found" is said of the articles we have.
    """
    table = _quotes(event, quotes)
    joined = _aligned(event, table, aligned)
    languages = {a.article_id: a.language for a in event.articles}
    rows = [
        row
        for _, group in joined.groupby("utterance_id", sort=False)
        for row in utterance_rows(group.to_dict("records"), told_outlets(event), languages)
    ]
    extra = {
        "relation": TEXT, "speaker": TEXT, "side": TEXT, "quote_id": TEXT, "kind": TEXT,
        "p_same": REAL, "grade": TEXT, "fullest": TEXT, "fullest_id": TEXT, "language": TEXT,
        "outlets": WHOLE,
    }  # fmt: skip
    return _frame(rows, {"utterance_id": TEXT, "outlet": TEXT}, extra)


def labels(
    event: Event,
    *,
    mentions: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What each outlet calls each concept, and how often.

    Keys: outlet, concept, label (lower case, without article or possessive). `printed` is its most
    frequent form, `own` and `quoted` count the outlet's own words and those inside quotes apart,
    `n` is all mentions of the concept in the outlet, and `only_here` says that no other outlet of
    the same language has the label, in shared copy or not. The interval follows from the certainty
    of each mention. `shared` "once" counts copy that outlets share under one of them (see above).

    Does not show: mentions that no listed term leads to; what a word means to its readers.
    """
    table = _mentions(event, mentions)
    printed = _by_label(table[table["concept"].notna()], event)
    table, told = _once(event, table[table["concept"].notna()], shared, sharing)
    found = _by_label(table, event)
    totals = Counter(zip(table["outlet"], table["concept"], strict=True))
    order = place_of(event)
    rows = [
        {
            "outlet": outlet, "concept": concept, "label": label,
            **counted(hits, totals[outlet, concept]),
            "printed": Counter(h["label"] for h in hits).most_common(1)[0][0],
            "own": sum(pd.isna(h["quote_id"]) for h in hits),
            "quoted": sum(pd.notna(h["quote_id"]) for h in hits),
            "only_here": is_only_here((outlet, concept, label), printed, event),
        }
        for (outlet, concept, label), hits in found.items()
    ]  # fmt: skip
    rows.sort(key=lambda r: (order(r), -r["value"], r["label"]))
    keys_ = {"outlet": TEXT, "concept": TEXT, "label": TEXT}
    extra = {"printed": TEXT, "own": WHOLE, "quoted": WHOLE, "only_here": FLAG}
    return _frame(rows, keys_, extra, told)


def verbs(
    event: Event,
    *,
    framing: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """By verbs of which class each outlet introduces each side's speech.

    Keys: outlet, side, verb_class. `value` counts, `n` is all reporting verbs of the outlet for the
    side, `verbs` lists them as printed, most frequent first. `shared` "once" counts copy that
    outlets share under one of them (see above).

    Does not show: a difference between outlets. Most verbs are neutral, and an article has about
    five others for all sides together: read the sentences, do not compare the counts.
    """
    table, told = _once(event, _framing(event, framing), shared, sharing)
    table = table[(table["kind"] == "verb") & table["verb_class"].notna()]
    found: dict[tuple[str, str, str], list[Any]] = {}
    for row in table.to_dict("records"):
        key = (row["outlet"], either(row["side"], NO_SIDE), row["verb_class"])
        found.setdefault(key, []).append(row)
    totals = Counter((outlet, side) for (outlet, side, _), hits in found.items() for _ in hits)
    rows = [
        {
            "outlet": outlet, "side": side, "verb_class": name,
            **counted(hits, totals[outlet, side]),
            "verbs": joined_ids(w for w, _ in Counter(h["lemma"] for h in hits).most_common()),
        }
        for (outlet, side, name), hits in found.items()
    ]  # fmt: skip
    order = place_of(event)
    rows.sort(key=lambda r: (order(r), -r["value"], r["verb_class"]))
    keys_ = {"outlet": TEXT, "side": TEXT, "verb_class": TEXT}
    return _frame(rows, keys_, {"verbs": TEXT}, told)


def strips(event: Event, *, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Where in each article who speaks: each quote's place, counted in words.

    Keys: outlet, article_id, quote_id. `first` and `last` are the words of the article between
    which the quote lies, `value` and `n` its own words and the article's; `in_headline` says that
    words which the quote has in marks stand in marks in the headline too.

    Does not show: what stands on the page beside the text: pictures, boxes, links.
    """
    table = _quotes(event, quotes)
    rows: list[dict[str, Any]] = []
    for outlet in told_outlets(event):
        for article in (a for a in event.articles if a.outlet == outlet):
            own = table[table["article_id"] == article.article_id].sort_values("start")
            rows += [strip(q, article) for q in own.to_dict("records")]
    keys_ = {"outlet": TEXT, "article_id": TEXT, "quote_id": TEXT}
    extra = {"side": TEXT, "kind": TEXT, "first": WHOLE, "last": WHOLE, "in_headline": FLAG}
    return _frame(rows, keys_, extra)


def agreement(
    event: Event,
    *,
    quotes: pd.DataFrame | None = None,
    aligned: pd.DataFrame | None = None,
    particulars: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """What all tell, and what one outlet alone has: utterances and particulars by outlets.

    Keys: kind ("utterance", or the particular's), item. `value` is in how many outlets it was
    found, of `n` with an article; `text` its words, `outlets` their ids. `low` counts only outlets
    where the program is sure. `only_here` is set where one outlet alone has it and its telling
    part (a surname, a figure) stands nowhere in the others' texts; for bodies and places it is left
    open in an event of several languages. `shared` "once" counts outlets that have it from one
    shared copy as one telling, in `value` and in `n`; `outlets` and `only_here` stay.

    Does not show: the same told in other words.
    """
    joined = _aligned(event, _quotes(event, quotes), aligned)
    table = tabulate_particulars(event) if particulars is None else particulars
    rows = agreed_utterances(joined, event) + agreed_particulars(table, event)
    told = None
    if shared == "once":
        places = _quotes(event, quotes)[["quote_id", "start", "end"]]
        joined, told = _once(event, joined.merge(places, on="quote_id"), shared, sharing)
        table, _ = _once(event, table, shared, sharing)
        rows = count_tellings(rows, joined, table)
    rows.sort(key=lambda r: (-r["value"], r["kind"] != "utterance", r["item"]))
    extra = {"text": TEXT, "outlets": TEXT, "only_here": FLAG}
    return _frame(rows, {"kind": TEXT, "item": TEXT}, extra, told)


def _by_label(table: pd.DataFrame, event: Event) -> dict[tuple[str, str, str], list[Any]]:
    """Mentions of concepts by outlet, concept and label."""
    languages = {a.article_id: a.language for a in event.articles}
    found: dict[tuple[str, str, str], list[Any]] = {}
    for row in table.to_dict("records"):
        label = plain_label(str(row["label"]), languages[row["article_id"]])
        found.setdefault((row["outlet"], row["concept"], label), []).append(row)
    return found


def _quotes(event: Event, given: pd.DataFrame | None) -> pd.DataFrame:
    if given is None:
        from toolkit.extract.tabulation import tabulate_quotes

        given = tabulate_quotes(event)
    return _told_once(tables.typed(given, "quotes", columns=_CONTRACT))


def _told_once(quotes: pd.DataFrame) -> pd.DataFrame:
    """Without the quotes within quotes: their words are counted with the outer one's already."""
    return quotes[quotes["inside"].isna()] if "inside" in quotes.columns else quotes


def _mentions(event: Event, given: pd.DataFrame | None) -> pd.DataFrame:
    if given is None:
        from toolkit.extract.tabulation import tabulate_mentions

        return tabulate_mentions(event)
    return tables.typed(given, "mentions")


def _framing(event: Event, given: pd.DataFrame | None) -> pd.DataFrame:
    if given is None:
        from toolkit.extract.tabulation import tabulate_framing

        return tabulate_framing(event)
    return tables.typed(given, "framing")


def _aligned(event: Event, quotes: pd.DataFrame, given: pd.DataFrame | None) -> pd.DataFrame:
    """The utterances with the words and the kind of each quote beside them."""
    aligned = align_quotes(quotes, event.articles) if given is None else given
    aligned = tables.typed(aligned, "utterances")
    return aligned.merge(
        quotes.reindex(columns=["quote_id", "kind", "content", "words", "cue"]), on="quote_id"
    )


def _once(
    event: Event, table: pd.DataFrame, shared: Counting, given: pd.DataFrame | None
) -> tuple[pd.DataFrame, str | None]:
    """A table as it is counted, and in words what of it was counted once."""
    if shared == "each":
        return table, None
    if shared != "once":
        raise UsageError(f"shared '{shared}': copy that outlets share is counted 'each' or 'once'")
    sharing = tabulate_sharing(event) if given is None else given
    tables.check(sharing, "sharing")
    return drop_copies(table, event, sharing), say_counted_once(event, sharing)


def _frame(
    rows: list[dict[str, Any]],
    named: Mapping[str, str],
    extra: Mapping[str, str],
    told: str | None = None,
) -> pd.DataFrame:
    frame = tables.to_frame(rows, {**named, **tables.MEASURE_COLUMNS, **extra})
    if told:
        frame.attrs["shared"] = told
    return frame
