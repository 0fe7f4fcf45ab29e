"""How fully what was said is carried, measured: by utterance, and by side."""

from __future__ import annotations

import pandas as pd

from toolkit.compare.measures.tables_given import aligned_of, measure_frame, quotes_of
from toolkit.compare.tallies import (
    told_outlets,
    utterance_rows,
)
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
    return measure_frame(rows, {"utterance_id": TEXT, "outlet": TEXT}, extra)
