"""Tallies: the rows that the measures are made of, counted from the tables.

Kept apart from `measures` so that each measure there reads as what it is: which table, which keys,
which number. Here is how a quote's words are counted, how its possible speakers become chances of
sides, when a label or a particular stands in one outlet only, and how an outlet that lacks an
utterance gets a row that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.compare.particulars.elsewhere import is_lone
from toolkit.compare.particulars.told import add_persons, search_outlets
from toolkit.compare.said import Said
from toolkit.compare.statistics import count_interval
from toolkit.compare.versions.relations import count_shown
from toolkit.compare.wording import keys, known_language, marked_runs, told_words
from toolkit.model import Article, Event
from toolkit.tables import read_candidates

Row = Mapping[Hashable, Any]

#: The id under which words of no side are counted.
NO_SIDE = "none"
#: Under so many quotes, or mentions, a share or a comparison is not worth stating.
ENOUGH = 5
#: Below this probability two quotes more likely report two utterances than one.
LIKELY = 0.5
#: From this probability on a reading counts as sure.
SURE = 0.9


#: What the flags of an article begin with, or hold, that may be only a part of the page's.
PARTIAL = ("partial", "truncated", "paywall", "teaser")


def is_partial(article: Article) -> bool:
    """Whether a part of an article may be all that was read."""
    return any(word in flag for flag in article.flags for word in PARTIAL)


def told_outlets(event: Event) -> list[str]:
    """The outlets with an article at hand, in the event's order; a failed fetch tells nothing."""
    have = {a.outlet for a in event.articles}
    return [o for o in event.outlet_ids() if o in have]


def either(value: Any, default: Any) -> Any:
    """The value, or the default where it is missing."""
    return default if pd.isna(value) else value


def joined_ids(ids: Iterable[Any]) -> str | None:
    """Ids as the column `evidence` holds them."""
    return ";".join(str(i) for i in ids) or None


def quoted_words(quote: Row, kind: str) -> int:
    """The words of a quote: all, or ("direct") those inside quote marks."""
    if kind == "all":
        return int(quote["words"])
    return sum(len(run.split()) for run in marked_runs(quote["kind"], quote["content"]))


def side_chances(quote: Row, event: Event, sides: Sequence[str]) -> list[float]:
    """The probability of each side that it is the quote's: its candidates, summed by side.

    What no candidate accounts for goes to "no side". Without candidates the side in the table has
    the speaker's probability, and a quote without a speaker is of no side for certain.
    """
    chances = dict.fromkeys(sides, 0.0)
    candidates = read_candidates(quote["candidates"])
    side, p = either(quote["side"], NO_SIDE), float(either(quote["p_speaker"], 1.0))
    if not candidates or p == 1.0:
        candidates_by_side = [(side, p)]
    else:
        candidates_by_side = [(event.side_of(n) or NO_SIDE, chance) for n, chance in candidates]
    for name, chance in candidates_by_side:
        chances[name if name in chances else NO_SIDE] += chance
    total = max(1.0, sum(chances.values()))
    chances = {name: chance / total for name, chance in chances.items()}
    chances[NO_SIDE] += 1.0 - sum(chances.values())
    return [chances[name] for name in sides]


def decision_of(quote: Row) -> Hashable:
    """What quotes share whose speaker is one decision: their article and their candidates."""
    names = frozenset(name for name, _ in read_candidates(quote["candidates"]))
    return (quote["article_id"], names or quote["quote_id"])


def counted(hits: Sequence[Row], n: int) -> dict[str, Any]:
    """The columns of a count: value, interval, n, doubt, enough, evidence."""
    low, high = count_interval([float(either(h["p"], 1.0)) for h in hits])
    places = [f"{h['article_id']}:{h['start']}-{h['end']}" for h in hits]
    return {
        "value": len(hits), "low": low, "high": high, "n": n, "doubt": "reading",
        "enough": n >= ENOUGH, "evidence": joined_ids(places),
    }  # fmt: skip


def place_of(event: Event) -> Callable[[Mapping[str, Any]], tuple[int, ...]]:
    """A sort key: the order of outlets, and of concepts or sides, in the event."""
    outlets = event.outlet_ids()
    concepts = [c.id for c in event.concepts]
    sides = [*(s.id for s in event.sides), NO_SIDE]

    def key(row: Mapping[str, Any]) -> tuple[int, ...]:
        named, order = (row["concept"], concepts) if "concept" in row else (row["side"], sides)
        return outlets.index(row["outlet"]), order.index(named) if named in order else len(order)

    return key


def plain_label(label: str, language: str) -> str:
    """A label by which places are counted together: lower case, no article, no possessive.

    >>> plain_label("The shutdown", "en"), plain_label("su cierre", "es")
    ('shutdown', 'cierre')
    """
    known = known_language(language)
    first = known.definite | known.indefinite | known.possessives if known else frozenset()
    words = label.casefold().split()
    while len(words) > 1 and words[0] in first:
        words = words[1:]
    return " ".join(words)


def is_only_here(
    key: tuple[str, str, str], found: Container[tuple[str, str, str]], event: Event
) -> bool | None:
    """Whether no other outlet of the same language has the label; None where there is no other."""
    outlet, concept, label = key
    peers = _peers(outlet, event)
    return not any((o, concept, label) in found for o in peers) if peers else None


def _peers(outlet: str, event: Event) -> set[str]:
    """The other outlets that write in a language of this one."""
    languages = {a.language for a in event.articles if a.outlet == outlet}
    return {a.outlet for a in event.articles if a.language in languages} - {outlet}


def strip(quote: Row, article: Article) -> dict[str, Any]:
    """One quote's place among the words of its article."""
    before = article.text[: quote["start"]]
    # An opening mark is printed against the first word and is no word before it.
    first = len(before.split()) - bool(before and not before[-1].isspace())
    last = len(article.text[: quote["end"]].split())
    words = int(quote["words"])
    return {
        "outlet": article.outlet, "article_id": article.article_id, "quote_id": quote["quote_id"],
        "value": words, "low": words if either(quote["p_quote"], 1.0) >= SURE else 0,
        "high": words, "n": article.words, "doubt": "reading", "enough": True,
        "evidence": quote["quote_id"], "side": either(quote["side"], NO_SIDE),
        "kind": quote["kind"], "first": first, "last": last,
        "in_headline": _in_headline(quote, article),
    }  # fmt: skip


def _in_headline(quote: Row, article: Article) -> bool:
    runs = marked_runs("mixed", article.title)
    said = f" {' '.join(keys(quote['content'], article.language))} "
    printed = (" ".join(keys(run, article.language)) for run in runs)
    return any(words and f" {words} " in said for words in printed)


def utterance_rows(
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


def agreed_utterances(joined: pd.DataFrame, event: Event) -> list[dict[str, Any]]:
    """Each utterance with the outlets that report it: those of which that is more likely than not.

    `high` counts the less likely ones too.
    """
    order = told_outlets(event)
    rows = []
    for utterance_id, everyone in joined.groupby("utterance_id", sort=False):
        group = everyone[everyone["p_same"] >= LIKELY]
        have = [o for o in order if o in set(group["outlet"])]
        sure = group.loc[group["p_same"] >= SURE, "outlet"].nunique()
        rows.append({
            "kind": "utterance", "item": utterance_id, "value": len(have), "low": sure,
            "high": everyone["outlet"].nunique(), "n": len(order), "doubt": "reading",
            "enough": len(order) > 1,
            "evidence": joined_ids(group["quote_id"]), "text": _told(group.iloc[0], event),
            "outlets": joined_ids(have), "only_here": len(have) == 1 if len(order) > 1 else None,
        })  # fmt: skip
    return rows


def _told(quote: pd.Series, event: Event) -> str:
    content = str(quote["content"])
    if quote["kind"] != "indirect":
        return content
    return told_words(content, quote["cue"], event.article(quote["article_id"]).language)


def agreed_particulars(table: pd.DataFrame, event: Event) -> list[dict[str, Any]]:
    """Each particular with the outlets that give it."""
    order = told_outlets(event)
    told = search_outlets(event)
    persons = table[table["kind"] == "person"]
    add_persons(told, zip(persons["outlet"], persons["printed"], strict=True))
    languages = {a.language for a in event.articles}
    rows = []
    for (kind, item), group in table.groupby(["kind", "particular"], sort=False):
        have = [o for o in order if o in set(group["outlet"])]
        places = [f"{r.article_id}:{r.start}-{r.end}" for r in group.itertuples()]
        rows.append({
            "kind": kind, "item": item, "value": len(have), "low": len(have), "high": len(have),
            "n": len(order), "doubt": "reading", "enough": len(order) > 1,
            "evidence": joined_ids(places), "text": item, "outlets": joined_ids(have),
            "only_here": is_lone(str(kind), str(item), have, told, languages)
            if _is_written_out(group)
            else False,
        })  # fmt: skip
    return rows


def _is_written_out(group: pd.DataFrame) -> bool:
    """Whether a day is somewhere printed as a date, and not only as "Tuesday"."""
    if not group["particular"].str.fullmatch(r"\d{1,2} [A-Z]\w+").all():
        return True
    return bool(group["printed"].str.contains(r"\d").any())
