"""The table ``sharing``: a row for each pair of articles of two outlets that share runs."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.compare.sharing.body import GRAM, Body, body_of
from toolkit.compare.sharing.kinds import Said, kind_of, weigh
from toolkit.compare.sharing.origins import Origins
from toolkit.compare.sharing.pairing import pairs_with_common_rows
from toolkit.compare.sharing.runs import shared_runs
from toolkit.model import Event
from toolkit.tables import TEXT, WHOLE

#: What the table holds after the columns of its schema.
EXTRA = {"own_words": WHOLE, "source": TEXT, "why": TEXT}


def tabulate_sharing(event: Event, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """The table ``sharing``: pairs of articles of different outlets that share runs of words.

    `quotes` is the event's quotes table; with it, its direct quotes count as somebody else's words
    even where their marks are hard to read. `shared_words` are the words that both print alike in
    runs, edited ones left out; `share_a` and `share_b` say how much of each article's words stands
    in shared rows of five, quotes included, headline, bylines, datelines and credits left out.
    Kinds: "wire" (a text of the outlets' own lies behind both, and a credit, a dateline, an address
    or the kind of an outlet names where it came from), "copied" (the same, nothing names it),
    "quotes only". Further columns: `own_words` (the shared words that are the outlets' own
    telling), `source` (whom the evidence names: an outlet's id, an agency, a site; missing where
    it names nobody) and `why`.

    Does not show: who copied from whom, unless `source` says so; a text that both rewrote; anything
    across languages. In an event of over 200 articles, a text that more than 25 of them hold is
    compared in each with its 25 nearest in the order of outlets.

    >>> copy = "The ferry between the two islands will stop at the end of May after three years "
    >>> copy += "of losses, and its crew of twelve was told so on the quay on Thursday morning. "
    >>> from toolkit.model import Article
    >>> a = Article("a", "post", "", "", "", f"HARBOUR (Reuters) - {copy}", "en", "")
    >>> b = Article("b", "herald", "", "", "", f"{copy}Nobody was surprised.", "en", "")
    >>> row = tabulate_sharing(Event("ferry", "The ferry", articles=(a, b))).iloc[0]
    >>> row["kind"], row["source"], int(row["shared_words"])
    ('wire', 'Reuters', 32)
    """
    order = event.outlet_ids()
    ordered = sorted(event.articles, key=lambda a: (order.index(a.outlet), a.article_id))
    bodies = [body_of(a) for a in ordered]
    said, origins = Said(quotes), Origins(event)
    rows = (_row(bodies[i], bodies[j], said, origins) for i, j in pairs_with_common_rows(bodies))
    return tables.to_frame((r for r in rows if r), {**tables.SCHEMAS["sharing"], **EXTRA})


def _row(a: Body, b: Body, said: Said, origins: Origins) -> dict[str, Any] | None:
    runs = shared_runs(a, b)
    if not runs:
        return None
    shared = weigh(runs, a, b, said)
    origin = origins.of(a.article, b.article) if shared.credited_copy else None
    kind = kind_of(shared, credited=origin is not None)
    if kind is None:
        return None
    in_rows = sum(s.n for run in runs for s in run if s.n >= GRAM)
    return {
        "article_a": a.article.article_id, "article_b": b.article.article_id,
        "shared_words": shared.total, "share_a": in_rows / len(a.words),
        "share_b": in_rows / len(b.words), "kind": kind, "own_words": shared.own,
        "source": origin.source if origin and kind == "wire" else None,
        "why": origin.why if origin and kind == "wire" else None,
    }  # fmt: skip
