"""A toy event of two short articles, and tables of a few rows made by hand for it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from toolkit import tables
from toolkit.model import Actor, Article, Concept, Event, Failure, Side

TEXTS = {
    "gazette": "“We cannot run the ferry for another winter,” said Mara Quill. Otto Brand was "
    "angry. The shutdown of 64 jobs begins on 30 April.",
    "herald": "Quill said she could not go on. “We cannot run the ferry,” she said. It is a pause.",
}
SIDES = (
    Side("line", "The line", (Actor("mara-quill", "Mara Quill"),)),
    Side("crew", "The crew", (Actor("otto-brand", "Otto Brand"),)),
)
EVENT = Event(
    "ferry",
    "The ferry",
    sides=SIDES,
    concepts=(Concept("end", "The end", ("shutdown", "pause")),),
    articles=tuple(
        Article(f"{o}-1", o, "", "", "‘We cannot run the ferry’", text, "en", "")
        for o, text in TEXTS.items()
    ),
    failures=(Failure("post", "http://post.example/", "fetch", "timeout"),),
)
MARA = {"speaker": "Mara Quill", "side": "line"}
OTTO = {"speaker": "Otto Brand", "side": "crew"}


def event_of(texts: dict[str, str], **fields: Any) -> Event:
    """An event with one English article an outlet, named after it."""
    told = tuple(Article(f"{o}-1", o, "", "", "", text, "en", "") for o, text in texts.items())
    return Event("ferry", "The ferry", **{"sides": SIDES, "articles": told, **fields})


def quotes(*rows: dict[str, object], texts: dict[str, str] = TEXTS) -> pd.DataFrame:
    """A quotes table: each row needs `outlet` and `content`, and says what differs."""
    made = []
    for n, row in enumerate(rows, 1):
        text = texts[str(row["outlet"])]
        start = text.index(str(row["content"]))
        end = start + len(str(row["content"]))
        made.append({
            "quote_id": f"{row['outlet']}-1-q{n:03d}", "article_id": f"{row['outlet']}-1",
            "kind": "direct", "spans": f"{start}-{end}", "start": start, "end": end,
            "words": len(str(row["content"]).split()), "p_quote": 1.0, "p_speaker": 1.0, **row,
        })  # fmt: skip
    return tables.to_frame(made, tables.SCHEMAS["quotes"])


QUOTES = quotes(
    {"outlet": "gazette", "content": "We cannot run the ferry for another winter,", **MARA},
    {"outlet": "gazette", "content": "angry", **OTTO},
    {"outlet": "herald", "content": "We cannot run the ferry,", **MARA},
    {"outlet": "herald", "content": "she could not go on", "kind": "indirect", **MARA},
)


def mentions(*rows: dict[str, object]) -> pd.DataFrame:
    """A mentions table: each row needs `outlet` and `label`."""
    made = [{"article_id": f"{r['outlet']}-1", "start": 0, "end": 1, "p": 1.0, **r} for r in rows]
    return tables.to_frame(made, tables.SCHEMAS["mentions"])


def framing(*rows: dict[str, object], **columns: str) -> pd.DataFrame:
    """A framing table: each row needs `outlet`, `kind` and `term`; `columns` are further ones."""
    made = [
        {"article_id": f"{r['outlet']}-1", "lemma": r["term"], "start": 0, "end": 1, "p": 1.0, **r}
        for r in rows
    ]
    return tables.to_frame(made, {**tables.SCHEMAS["framing"], **columns})


#: A paragraph in which the line speaks, and one in which the crew does.
LINE = "“We cannot run the ferry for another winter,” said Mara Quill."
CREW = "“We read of it in the paper on Monday,” said Otto Brand."


def made_event(
    told: dict[str, list[str]], languages: dict[str, str] | None = None
) -> tuple[Event, pd.DataFrame]:
    """An event of outlets with articles of one such paragraph each, and its quotes."""
    articles, rows = [], []
    for outlet, texts in told.items():
        for n, text in enumerate(texts):
            article_id = f"{outlet}-{n}"
            # No two texts are alike, as in life.
            whole = f"{text}\n\nIt was crossing {n} of {outlet}."
            language = (languages or {}).get(outlet, "en")
            articles.append(Article(article_id, outlet, "", "", "", whole, language, ""))
            content = text[1 : text.index("”")]
            rows.append({
                "quote_id": f"{article_id}-q1", "article_id": article_id, "outlet": outlet,
                "kind": "direct", "content": content, "start": 1, "end": 1 + len(content),
                "words": len(content.split()), "p_quote": 1.0, "p_speaker": 1.0,
                **(MARA if text == LINE else OTTO),
            })  # fmt: skip
    event = Event("ferry", "The ferry", sides=SIDES, articles=tuple(articles))
    return event, tables.to_frame(rows, tables.SCHEMAS["quotes"])
