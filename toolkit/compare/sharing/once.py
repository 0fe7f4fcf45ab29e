"""Once: what stands in shared copy is counted in one article only.

Two outlets that print one text give its speakers no second voice. Where a measure is asked to
count shared text once, the articles that share copy are ranked: first the outlet that the evidence
names as the source, then by the order of ``outlets.yaml``. What stands in a run that an article
shares with one ranked before it is counted there and left out here; what it adds of its own stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.compare.sharing.runs import find_shared_runs
from toolkit.compare.tallies import LIKELY, SURE
from toolkit.model import Event, Span

#: The kinds of pairs behind which one text lies.
ONE_TEXT = ("wire", "copied")


def drop_copies(table: pd.DataFrame, event: Event, sharing: pd.DataFrame) -> pd.DataFrame:
    """A table of places (quotes, mentions, framing, particulars) with shared copy only once.

    `table` has the columns article_id, start and end; `sharing` is as `tabulate_sharing` gives it.
    Returns the rows that stay, as they were: a row goes if most of it stands in copy that is
    counted in another article.

    >>> sharing = pd.DataFrame(columns=["article_a", "article_b", "kind"])
    >>> table = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [4]})
    >>> len(drop_copies(table, Event("ferry", "The ferry"), sharing))
    1

    Does not show: whether the two outlets heard a speaker each and chose the same words.
    """
    elsewhere = _counted_elsewhere(event, sharing)
    columns = zip(table["article_id"], table["start"], table["end"], strict=True)
    stays = [
        2 * sum(_common(s, int(start), int(end)) for s in elsewhere.get(str(article_id), ()))
        <= int(end) - int(start)
        for article_id, start, end in columns
    ]
    return table[pd.Series(stays, index=table.index, dtype=bool)]


def say_counted_once(event: Event, sharing: pd.DataFrame) -> str:
    """What was counted once, in a sentence or two.

    >>> sharing = pd.DataFrame(columns=["article_a", "article_b", "kind"])
    >>> say_counted_once(Event("ferry", "The ferry"), sharing)
    'No two articles share copy, so nothing is counted twice.'
    """
    tied: dict[str, list[str]] = defaultdict(list)
    outlet_of = {a.article_id: a.outlet for a in event.articles}
    for first, second in _ranked_pairs(event, sharing):
        keeper, other = outlet_of[first], outlet_of[second]
        if other not in tied[keeper]:
            tied[keeper].append(other)
    told = [
        f"Shared copy of {_listing([event.outlet_name(o) for o in (keeper, *others)])} is counted "
        f"once, under {event.outlet_name(keeper)}."
        for keeper, others in tied.items()
    ]
    return " ".join(told) or "No two articles share copy, so nothing is counted twice."


def count_tellings(
    rows: Sequence[Mapping[str, Any]], quotes: pd.DataFrame, particulars: pd.DataFrame
) -> list[dict[str, Any]]:
    """Rows of the measure ``agreement`` that count tellings: outlets of one copy are one.

    `quotes` (with utterance_id, outlet and p_same) and `particulars` are what `drop_copies` left.
    """
    sure, likely = (quotes[quotes["p_same"] >= p] for p in (SURE, LIKELY))
    named = {"low": sure, "value": likely, "high": quotes}
    said = {name: t.groupby("utterance_id")["outlet"].nunique() for name, t in named.items()}
    given = particulars.groupby(["kind", "particular"])["outlet"].nunique()
    counted = []
    for row in rows:
        if row["kind"] == "utterance":
            reach = {name: int(t.get(row["item"], 0)) for name, t in said.items()}
        else:
            reach = dict.fromkeys(named, int(given.get((row["kind"], row["item"]), 0)))
        # Nothing of it left means that the article where it counts was read otherwise there.
        value = min(row["value"], max(1, reach["value"]))
        ends = {name: min(row[name], reach[name]) for name in ("low", "high")}
        high = max(value, ends["high"])
        counted.append({
            **row, "value": value, "low": min(value, ends["low"]), "high": high,
            "n": row["n"] - (row["value"] - value),
        })  # fmt: skip
    return counted


def _counted_elsewhere(event: Event, sharing: pd.DataFrame) -> Mapping[str, list[Span]]:
    """For each article the places that are counted in another."""
    articles = {a.article_id: a for a in event.articles}
    found: dict[str, list[Span]] = defaultdict(list)
    for first, second in _ranked_pairs(event, sharing):
        runs = find_shared_runs(articles[first], articles[second])
        found[second] += [run.b for run in runs]
    return {article_id: _merged(spans) for article_id, spans in found.items()}


def _ranked_pairs(event: Event, sharing: pd.DataFrame) -> list[tuple[str, str]]:
    """The pairs behind which one text lies: (where it is counted, where not)."""
    pairs = sharing[sharing["kind"].isin(ONE_TEXT)].to_dict("records")
    order = event.outlet_ids()
    outlet_of = {a.article_id: a.outlet for a in event.articles}
    sources = {str(p.get("source")) for p in pairs}

    def rank(article_id: str) -> tuple[Any, ...]:
        outlet = outlet_of[article_id]
        return outlet not in sources, order.index(outlet), article_id

    ranked = []
    for pair in pairs:
        first, second = sorted((str(pair["article_a"]), str(pair["article_b"])), key=rank)
        ranked.append((first, second))
    return sorted(ranked, key=lambda pair: (rank(pair[0]), rank(pair[1])))


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _common(span: Span, start: int, end: int) -> int:
    return max(0, min(span.end, end) - max(span.start, start))


def _listing(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
