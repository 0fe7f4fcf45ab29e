"""Sentences that may stand in one outlet only.

A sentence with several particulars that nobody else gives, and unlike every sentence of the other
outlets, is likely a piece of the story that one outlet alone tells. Only likely: it may be told
elsewhere in other words, and whoever shows it must say so. Of the 40 such sentences in five real
events, 36 told what a reader did not find in the other outlets.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.compare.particulars.contexts import Contexts, Sentence
from toolkit.model import Event, read_spans
from toolkit.tables import REAL, TEXT, WHOLE

#: From so many particulars on that nobody else gives.
LEAST = 2
#: A sentence more alike than this to one of another outlet may tell the same.
UNLIKE = 0.25

SCHEMA = {
    "article_id": TEXT, "outlet": TEXT, "start": WHOLE, "end": WHOLE, "similarity": REAL,
    "particulars": TEXT, "evidence": TEXT,
}  # fmt: skip


def find_lone_sentences(event: Event, agreed: pd.DataFrame) -> pd.DataFrame:
    """Sentences with two or more lone particulars and none like them in another outlet.

    `agreed` is the frame of `measures.agreement` for the event, whose column `only_here` says which
    particulars one outlet alone gives. A row for each sentence, in the order of articles and text:
    where it stands, the `similarity` (0 to 1) to the sentence most like it in another outlet of its
    language, and its lone particulars joined by ";". An outlet that no other shares a language with
    has no rows, since nothing could be compared.

    Does not show: that others do not tell it. They may, in other words.
    """
    contexts = Contexts(event)
    rows: list[dict[str, Any]] = []
    for sentence, names in _with_lone(agreed, contexts).items():
        others = {s.outlet for s in event.articles if s.language == sentence.article.language} - {
            sentence.article.outlet
        }
        alike, _ = contexts.nearest(sentence)
        if len(names) < LEAST or alike > UNLIKE or not others:
            continue
        article, span = sentence.article, sentence.span
        rows.append({
            "article_id": article.article_id, "outlet": article.outlet, "start": span.start,
            "end": span.end, "similarity": alike, "particulars": ";".join(names),
            "evidence": f"{article.article_id}:{span}",
        })  # fmt: skip
    order = event.outlet_ids()
    rows.sort(key=lambda r: (order.index(str(r["outlet"])), r["article_id"], r["start"]))
    return tables.to_frame(rows, SCHEMA)


def _with_lone(agreed: pd.DataFrame, contexts: Contexts) -> dict[Sentence, list[str]]:
    """Every sentence that holds lone particulars, with their names."""
    lone = agreed[agreed["only_here"].fillna(False).astype(bool) & (agreed["kind"] != "utterance")]
    held: dict[Sentence, list[str]] = defaultdict(list)
    for _, row in lone.iterrows():
        for place in str(row["evidence"]).split(";"):
            article_id, _, written = place.rpartition(":")
            sentence = contexts.at(article_id, read_spans(written)[0].start)
            if sentence and row["item"] not in held[sentence]:
                held[sentence].append(str(row["item"]))
    return held
