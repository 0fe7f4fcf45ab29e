"""How fully what was said is carried, measured: by utterance, and by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.compare.measures.tables_given import aligned_of, measure_frame, note_unread, quotes_of
from toolkit.compare.said import Said
from toolkit.compare.tallies import SURE, Row, heard_outlets, joined_ids
from toolkit.compare.versions.relations import count_shown
from toolkit.model import Event
from toolkit.tables import REAL, TEXT, WHOLE


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
    table = quotes_of(event, quotes)
    joined = aligned_of(event, table, aligned)
    languages = {a.article_id: a.language for a in event.articles}
    outlets = heard_outlets(event, table)
    rows = [
        row
        for _, group in joined.groupby("utterance_id", sort=False)
        for row in _utterance_rows(group.to_dict("records"), outlets, languages)
    ]
    extra = {
        "relation": TEXT, "speaker": TEXT, "side": TEXT, "quote_id": TEXT, "kind": TEXT,
        "p_same": REAL, "grade": TEXT, "fullest": TEXT, "fullest_id": TEXT, "language": TEXT,
        "outlets": WHOLE,
    }  # fmt: skip
    return note_unread(measure_frame(rows, {"utterance_id": TEXT, "outlet": TEXT}, extra), event)


def _utterance_rows(
    group: Sequence[Row], outlets: Sequence[str], languages: Mapping[str, str]
) -> list[dict[str, Any]]:
    """A row for each outlet: its fullest version of one utterance, or that none was found."""
    said = {row["quote_id"]: _said(row, languages) for row in group}
    first = group[0]  # the fullest version stands in front
    fullest = said[first["quote_id"]]
    named = {
        "utterance_id": first["utterance_id"], "doubt": "reading", "fullest": first["content"],
        "fullest_id": first["quote_id"], "outlets": len({row["outlet"] for row in group}),
    }  # fmt: skip
    rows = []
    for outlet in outlets:
        own = [row for row in group if row["outlet"] == outlet]
        if not own:
            rows.append({
                **named, "outlet": outlet, "n": 0, "enough": True, "relation": "not found",
                "speaker": first["speaker"], "side": first["side"],
            })  # fmt: skip
            continue
        shown = {r["quote_id"]: count_shown(fullest, said[r["quote_id"]]) for r in own}
        best = max(own, key=lambda r: (shown[r["quote_id"]] or -1, r["p_same"]))
        rows.append({**named, **_found(best, own, shown[best["quote_id"]], fullest, languages)})
    return rows


def _found(
    best: Row, own: Sequence[Row], shown: int | None, fullest: Said, languages: Mapping[str, str]
) -> dict[str, Any]:
    p = best["p_same"]
    value = None if shown is None else shown / max(1, len(fullest.marked))
    return {
        "outlet": best["outlet"], "value": value,
        "low": value if value is None or p >= SURE else 0.0, "high": value,
        "n": best["words"], "enough": p >= 0.5, "evidence": joined_ids(r["quote_id"] for r in own),
        "relation": best["relation"], "speaker": best["speaker"], "side": best["side"],
        "quote_id": best["quote_id"], "kind": best["kind"], "p_same": p,
        "grade": best.get("grade"), "language": languages[best["article_id"]],
    }  # fmt: skip


def _said(row: Row, languages: Mapping[str, str]) -> Said:
    return Said(
        row["quote_id"], row["article_id"], row["outlet"], languages[row["article_id"]],
        row["kind"], row["content"],
    )  # fmt: skip
