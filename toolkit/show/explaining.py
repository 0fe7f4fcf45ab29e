"""Why the program thinks that *she* said it, made ready for a note: rule, reasons, doubts, others.

A table of quotes says who and how sure; why is asked of `toolkit.extract.reasons` for the article
at hand. Reasons belong to what the program found: a quote that a person coded, or found by a
method that its row does not begin with, has none, and its note says no more than its method.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from toolkit.extract.reasons import Why, explain_method, find_reasons
from toolkit.languages import is_known
from toolkit.model import Article, write_spans
from toolkit.show import wording
from toolkit.tables import read_candidates

#: Other candidates who would be printed with 0% are left out.
LEAST = 0.005


@dataclass(frozen=True, slots=True)
class Explained:
    """What a note says when it is opened; `speaker` and `is_speaker` are empty where unknown."""

    rule: str
    source: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    is_quote: str
    speaker: str
    is_speaker: str
    others: tuple[str, ...]


def whys_of(article: Article) -> dict[str, Why]:
    """The reasons for each quote of an article, by the places of its words as a table has them."""
    if not is_known(article.language):
        return {}
    return {write_spans(why.spans): why for why in find_reasons(article.text, article.language)}


def explain(row: pd.Series, whys: Mapping[str, Why]) -> Explained:
    """A row of the table ``quotes``, explained."""
    method = _text(row["method"])
    why = whys.get(str(row["spans"]))
    if why is None or not method.startswith(why.method):
        why = None
    speaker = _text(row["speaker"])
    return Explained(
        rule=explain_method(method),
        source=_text(row["source"]) or "the source",
        speaks_for=tuple(r.words for r in why.speaks_for()) if why else (),
        speaks_against=tuple(r.words for r in why.speaks_against()) if why else (),
        is_quote=_doubt(row["p_quote"]),
        speaker=speaker,
        is_speaker=_doubt(row["p_speaker"]) if speaker else "",
        others=tuple(
            f"{name}, {wording.percent(p)}"
            for name, p in read_candidates(row["candidates"])
            if name != speaker and p >= LEAST
        ),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _doubt(value: object) -> str:
    return wording.how_sure(float(value)) if isinstance(value, int | float) else ""
