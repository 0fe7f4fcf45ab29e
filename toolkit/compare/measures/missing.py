"""What most outlets have and one has not, measured: voices, utterances, concepts.

Absence is the number most easily wrong. A row stands here only where more than half of the other
outlets, and two at least, have a thing, and none of this outlet's articles at hand shows a trace of
it: not in other words in one of its paragraphs, not as a quote that may be the one. Nor is it said
of articles that came out before anybody had the thing, or that the program cannot read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from toolkit.compare.citing import cite_headline, cite_place
from toolkit.compare.findings.missing import TRACED, is_nobody, tells, trace_of
from toolkit.compare.findings.reports import Reports, Row
from toolkit.compare.measures.tables_given import (
    Counting,
    aligned_of,
    counted_once,
    headline_mentions,
    measure_frame,
    mentions_of,
    note_unread,
    quotes_of,
)
from toolkit.compare.said import Said
from toolkit.compare.tallies import (
    LIKELY,
    SURE,
    chance_of_any,
    chance_of_many,
    either,
    is_partial,
    joined_ids,
    read_articles,
)
from toolkit.compare.wording import told_words
from toolkit.languages import plain_code
from toolkit.model import Article, Event
from toolkit.tables import FLAG, REAL, TEXT, WHOLE

#: So many other outlets must have a thing at least.
FEWEST = 2
KINDS = ("voice", "utterance", "concept")


@dataclass(frozen=True)
class Thing:
    """Something that outlets may have: by outlet how likely it does, and where it is read.

    `absent` says how likely an outlet without a reading of it really has none, `words` and `side`
    what a reader is shown.
    """

    kind: str
    item: str
    words: str
    side: str | None
    chances: Mapping[str, float]
    cited: Mapping[str, str]
    absent: Callable[[str], float]

    @property
    def have(self) -> set[str]:
        """The outlets that likelier have it than not."""
        return {outlet for outlet, p in self.chances.items() if p >= LIKELY}


def absences(
    event: Event,
    *,
    quotes: pd.DataFrame | None = None,
    aligned: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
    shared: Counting = "each",
    sharing: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Voices, utterances and concepts of most other outlets that were not found in this one.

    Keys: kind ("voice": an actor who is quoted, "utterance", "concept"), item (its id), outlet.
    `value` is in how many of the `n` other outlets it was found: more than half, two at least.
    `low` counts those where the program is sure, `high` all where it is possible. `evidence` has
    one place for each of `outlets`, `text` what is meant in words. `articles` is how many of this
    outlet's articles the program read, `partial` whether one of them may be only a part of the
    page's: then `enough` is false. `p` is how likely all of it was read rightly, from how often
    such an absence was right on marked news. `shared` "once" counts outlets that have it from one
    shared copy as one, in `value` and in `n` (see above).

    A failed fetch is no absence, nor is an article in a language that the program does not read
    (``frame.attrs["not_read"]``), or that came out before anybody had the thing. A concept is
    looked for only in languages in which some outlet was found to name it.

    Does not show: that anybody ignored or withheld anything. "Not found in the articles that we
    have": it may stand in another article, or in words that the program does not know.
    """
    table, named = quotes_of(event, quotes), mentions_of(event, mentions)
    joined = aligned_of(event, table, aligned)
    things = _things(event, table, joined, named)
    kept, told = None, None
    if shared != "each":
        table, told = counted_once(event, table, shared, sharing)
        named, _ = counted_once(event, named, shared, sharing)
        joined = joined[joined["quote_id"].isin(table["quote_id"])]
        kept = {(t.kind, t.item): set(t.chances) for t in _things(event, table, joined, named)}
    read = read_articles(event)
    rows = [row for thing in things for outlet in read if (row := _row(thing, outlet, read, kept))]
    rows.sort(key=lambda r: (KINDS.index(r["kind"]), -r["value"]))
    keys_ = {"kind": TEXT, "item": TEXT, "outlet": TEXT}
    extra = {
        "text": TEXT, "outlets": TEXT, "articles": WHOLE, "side": TEXT, "partial": FLAG, "p": REAL,
    }  # fmt: skip
    return note_unread(measure_frame(rows, keys_, extra, told), event)


def _row(
    thing: Thing,
    outlet: str,
    read: Mapping[str, Sequence[Article]],
    kept: Mapping[tuple[str, str], set[str]] | None,
) -> dict[str, Any] | None:
    """One absence, if there is one."""
    others = [o for o in read if o != outlet]
    possible = [o for o in others if o in thing.chances]
    if kept is not None:
        # Where nothing is left, the article in which the copy counts was read otherwise.
        left = kept.get((thing.kind, thing.item), set())
        possible = [o for o in possible if o in left] or possible[:1]
    copies = sum(o in thing.chances for o in others) - len(possible)
    n = len(others) - copies
    have = [o for o in possible if o in thing.have]
    needed = max(FEWEST, n // 2 + 1)
    if outlet in thing.chances or len(have) < needed or _is_early(read, outlet, have):
        return None
    p = chance_of_many((thing.chances[o] for o in have), needed) * thing.absent(outlet)
    if p < LIKELY:
        return None
    partial = any(is_partial(a) for a in read[outlet])
    return {
        "kind": thing.kind, "item": thing.item, "outlet": outlet, "value": len(have),
        "low": sum(thing.chances[o] >= SURE for o in have), "high": len(possible), "n": n,
        "doubt": "reading", "enough": not partial,
        "evidence": joined_ids(thing.cited[o] for o in have), "text": thing.words,
        "outlets": joined_ids(have), "articles": len(read[outlet]), "side": thing.side,
        "partial": partial, "p": p,
    }  # fmt: skip


def _is_early(read: Mapping[str, Sequence[Article]], outlet: str, have: Sequence[str]) -> bool:
    """Whether all of an outlet's articles came out before the first of those that have a thing."""
    first = min((day for o in have for a in read[o] if (day := _day(a))), default="")
    return all((day := _day(a)) and day < first for a in read[outlet])


def _day(article: Article) -> str:
    return (article.published or "")[:10]


def _things(
    event: Event, quotes: pd.DataFrame, joined: pd.DataFrame, mentions: pd.DataFrame
) -> list[Thing]:
    reports = Reports(event, quotes, joined)
    return [
        *_voices(reports), *_utterances(reports), *_concepts(event, mentions)
    ]  # fmt: skip


def _voices(reports: Reports) -> Iterator[Thing]:
    """The actors of the event who are quoted somewhere."""
    for actor, side in reports.event.actors():
        own = [q for q, said in reports.said.items() if said.speaker == actor.name]
        chances: dict[str, list[float]] = {}
        cited: dict[str, str] = {}
        for q in sorted(own, key=lambda q: -reports.is_speakers(q)):
            chances.setdefault(reports.said[q].outlet, []).append(reports.is_speakers(q))
            cited.setdefault(reports.said[q].outlet, q)
        if own:
            yield Thing(
                "voice", actor.id, actor.name, side.id,
                {o: chance_of_any(ps) for o, ps in chances.items()}, cited,
                partial(_is_unquoted, reports, reports.said[own[0]]),
            )  # fmt: skip


def _is_unquoted(reports: Reports, quote: Said, outlet: str) -> float:
    """How likely no quote of an outlet is the speaker's."""
    named = trace_of(reports, outlet, quote)
    return is_nobody(reports, outlet, quote.speaker or "") * (TRACED if named else 1.0)


def _utterances(reports: Reports) -> Iterator[Thing]:
    for utterance_id, rows in reports.utterances.items():
        best: dict[str, Row] = {}
        for row in rows:
            known = best.get(row["outlet"])
            if known is None or row["p_same"] > known["p_same"]:
                best[row["outlet"]] = row
        fullest = reports.said[rows[0]["quote_id"]]
        chances = {o: float(r["p_same"]) * reports.is_quote(r["quote_id"]) for o, r in best.items()}
        # Where one outlet runs two utterances together, another that has the one may have both.
        together = {u for r in rows for u in reports.homes[r["quote_id"]]} - {utterance_id}
        near = {str(r["outlet"]) for u in together for r in reports.utterances[u]}
        yield Thing(
            "utterance", str(utterance_id), _words(fullest), fullest.side,
            {**dict.fromkeys(near, 0.0), **chances},
            {o: str(r["quote_id"]) for o, r in best.items()},
            partial(_is_untold, reports, fullest),
        )  # fmt: skip


def _words(said: Said) -> str:
    if said.kind != "indirect":
        return said.content
    return told_words(said.content, said.cue, said.language)


def _is_untold(reports: Reports, fullest: Said, outlet: str) -> float:
    """How likely an outlet does not tell an utterance in any form."""
    articles = [a for a in reports.event.articles if a.outlet == outlet]
    if any(tells(article, fullest) for article in articles):
        return 0.0
    return TRACED if trace_of(reports, outlet, fullest) else 1.0


def _concepts(event: Event, mentions: pd.DataFrame) -> Iterator[Thing]:
    found: dict[str, list[tuple[str, float, str]]] = {}
    for row in mentions[mentions["concept"].notna()].to_dict("records"):
        p = float(either(row["p"], 1.0))
        found.setdefault(row["concept"], []).append((row["article_id"], p, cite_place(row)))
    for article, mention in headline_mentions(event):
        if mention.concept:
            cited = cite_headline(article.article_id, mention.span)
            found.setdefault(mention.concept, []).append((article.article_id, mention.p, cited))
    articles = {a.article_id: a for a in event.articles}
    for concept in event.concepts:
        hits = found.get(concept.id, [])
        languages = {plain_code(articles[a].language) for a, _, _ in hits}
        chances: dict[str, list[float]] = {}
        cited_by: dict[str, str] = {}
        for article_id, p, cited in sorted(hits, key=lambda h: -h[1]):
            chances.setdefault(articles[article_id].outlet, []).append(p)
            cited_by.setdefault(articles[article_id].outlet, cited)
        yield Thing(
            "concept", concept.id, concept.label, None,
            {o: chance_of_any(ps) for o, ps in chances.items()}, cited_by,
            partial(_is_unnamed, event, languages),
        )  # fmt: skip


def _is_unnamed(event: Event, languages: set[str], outlet: str) -> float:
    """Whether some outlet names a concept in a language of this one, so that terms are known."""
    own = {plain_code(a.language) for a in event.articles if a.outlet == outlet}
    return 1.0 if own & languages else 0.0
