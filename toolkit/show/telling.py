"""What all tell, what only one outlet has, and which text two outlets share.

A particular is a name, a number, a date or a place. Those that all outlets give show how far
they agree, and a reader sees that first. What one outlet alone has is a matter of the articles
at hand: the others may have printed it elsewhere. Copy that two outlets share speaks once.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.compare.sharing import find_shared_runs
from toolkit.model import Article
from toolkit.show import wording
from toolkit.show.evidence import Item
from toolkit.show.findings import has_row
from toolkit.show.phrases import say
from toolkit.show.reading import certainty, optional
from toolkit.show.sections import Page, Row, Section, nothing
from toolkit.show.versions import shown_words

ALL_TITLE = "What all tell"
ONLY_TITLE = "Only one outlet has this"
SHARED_TITLE = "Shared copy"
DIFFERING_HOW = (
    "Different numbers in sentences that read alike. One may be rounded, or newer, or they may "
    "count different things."
)
SAME = "Shaded: the same words in both."
#: So many rows are shown at once; the rest is folded.
AT_ONCE, LONE_AT_ONCE = 12, 16


def what_all_tell(page: Page) -> Section:
    """The section: a row for each thing that several outlets tell, a dot for each outlet."""
    total = len(page.outlets)
    if total < 2:
        return nothing("what-all-tell", ALL_TITLE, say("how.all"), say("one_outlet.agree"))
    frame = page.material.agreement
    shared = frame[frame["value"].fillna(0) > 1]
    if shared.empty:
        return nothing("what-all-tell", ALL_TITLE, say("how.all"), say("nothing.shared"))
    rows = [_told(page, row) for _, row in shared.iterrows()]
    return Section(
        "what-all-tell", ALL_TITLE, say("how.all"),
        Markup.escape(say_how_many_agree(shared, total)), "what_all_tell.html",
        {
            "rows": rows[:AT_ONCE], "more": rows[AT_ONCE:],
            "outlets": [page.name(o) for o in page.outlets],
            "differing": _differing(page), "differing_how": DIFFERING_HOW,
        },
        Markup.escape(say("caption.all")),
        columns=total,
    )  # fmt: skip


def say_how_many_agree(shared: pd.DataFrame, total: int) -> str:
    """The finding: how many things all outlets tell, and how many all but one.

    >>> shared = pd.DataFrame({"kind": ["number", "utterance", "date"], "value": [3, 3, 2]})
    >>> say_how_many_agree(shared, 3)
    'One utterance and one particular are in all three outlets, and one more is in two.'
    """
    everywhere = shared[shared["value"] == total]
    said = int((everywhere["kind"] == "utterance").sum())
    parts = [
        f"{wording.spelt(n)} {wording.several(n, noun)}"
        for n, noun in ((said, "utterance"), (len(everywhere) - said, "particular"))
        if n
    ]
    told = wording.capital(wording.listing(parts)) or "Nothing"
    told += f" {'is' if len(everywhere) < 2 else 'are'} in all {wording.spelt(total)} outlets"
    nearly = int((shared["value"] == total - 1).sum())
    if nearly and total > 2:
        more = f"{wording.spelt(nearly)}{' more' if parts else ''}"
        told += f", {'and' if parts else 'but'} {more} {'is' if nearly == 1 else 'are'} in "
        told += wording.spelt(total - 1)
    return told + "."


def _told(page: Page, row: pd.Series) -> Row:
    have = set(str(row["outlets"]).split(";"))
    missing = [page.name(o) for o in page.outlets if o not in have]
    reach, utterance = round(float(row["value"])), row["kind"] == "utterance"
    items = _one_an_article(page, row["evidence"], every=utterance)
    row_below = utterance and has_row(page, row["item"])
    name = _said_in_full(page, row) if utterance else str(row["text"])
    title = f"{textwrap.shorten(name, 60, placeholder=' …')}, in {wording.count(reach, 'outlet')}"
    more = {
        "kind": "" if utterance else _kind_in_words(row),
        "language": items[0].language if items and utterance else "en",
        "number": page.same_words(reach, row["item"])
        if row_below
        else page.link_items(reach, title, items),
        "total": len(page.outlets),
        "missing": say("not_found.list", names=", ".join(missing)) if missing else "In all of them",
    }
    cells = [(page.name(o), o in have) for o in page.outlets]
    return Row(name, cells, page.opener.taken(), more)


def _kind_in_words(row: pd.Series) -> str:
    """The kind of a particular; an hour is filed under the dates."""
    return "time" if re.fullmatch(r"\d\d:\d\d", str(row["text"])) else str(row["kind"])


def _differing(page: Page) -> list[Row]:
    """Two outlets, their numbers and sentences, for each pair that counts the same differently."""
    items = page.opener.evidence.items
    rows = []
    for row in page.material.differing.to_dict("records"):
        told = [
            (page.name(row[f"outlet_{x}"]), row[f"particular_{x}"], items(row[f"evidence_{x}"])[0])
            for x in ("a", "b")
        ]
        rows.append(Row(str(row["unit"]), told, more={"rounded": row["how"] == "rounded"}))
    return rows


def _said_in_full(page: Page, row: pd.Series) -> str:
    """The fullest version of an utterance in the marks of its language."""
    quote = page.opener.evidence.quotes[str(row["evidence"]).split(";")[0]]
    article = page.event.article(str(quote["article_id"]))
    return shown_words(quote, article.text, article.language)


def _one_an_article(page: Page, evidence: object, *, every: bool) -> list[Item]:
    """The sentences of ids; of places only the first in each article, for names stand in many."""
    ids = (optional(evidence) or "").split(";")
    if not every:
        ids = list({i.rpartition(":")[0]: i for i in reversed(ids)}.values())[::-1]
    return list(page.opener.evidence.items(";".join(ids)))


def only_here(page: Page) -> Section:
    """The section: speakers and particulars that one outlet alone has, by outlet."""
    if len(page.outlets) < 2:
        return nothing("only-one-outlet", ONLY_TITLE, say("how.lone"), say("one_outlet.lone"))
    speakers, particulars = _lone_speakers(page), _lone_particulars(page)
    if not speakers and not particulars:
        return nothing("only-one-outlet", ONLY_TITLE, say("how.lone"), say("nothing.lone"))
    parts = [
        f"{wording.spelt(n)} {wording.several(n, noun)}"
        for n, noun in ((len(speakers), "speaker"), (len(particulars), "particular"))
        if n
    ]
    things = wording.listing(parts) or say("lone.nothing")
    told = say("lone", n=max(1, len(speakers) + len(particulars)), things=wording.capital(things))
    rows = _by_outlet(page, [*speakers, *particulars])
    return Section(
        "only-one-outlet", ONLY_TITLE, say("how.lone"), Markup.escape(told), "only_here.html",
        {
            "rows": rows[:LONE_AT_ONCE], "more": rows[LONE_AT_ONCE:],
            "sentences": _lone_sentences(page), "sentences_how": say("lone.sentences_how"),
        },
    )  # fmt: skip


def _lone_sentences(page: Page) -> list[Row]:
    """The sentences that may stand in one outlet only, by outlet."""
    rows = []
    for row in page.material.lone_sentences.to_dict("records"):
        item = page.opener.evidence.items(row["evidence"])[0]
        names = str(row["particulars"]).split(";")
        rows.append(Row(page.name(row["outlet"]), names, more={"item": item}))
    return rows


@dataclass(frozen=True, slots=True)
class Lone:
    """Something that one outlet alone has: what it is, and the sentence."""

    outlet: str
    what: Markup
    item: Item


def _lone_speakers(page: Page) -> list[Lone]:
    quotes = page.material.quotes
    told = page.material.utterances
    reach_of = told.groupby("utterance_id")["outlet"].nunique()
    shared = set(told[told["utterance_id"].map(reach_of) > 1]["quote_id"])
    named = quotes[quotes["speaker"].notna()]
    doubtful = {
        speaker for speaker, rows in named.groupby("speaker")
        if set(rows["quote_id"]) & shared
        or max(certainty(row) for _, row in rows.iterrows()) < wording.LIKELY
    }  # fmt: skip
    named = named[~named["speaker"].isin(doubtful)]
    reach = named.groupby("speaker", sort=False)["outlet"].nunique()
    lone = []
    for speaker in reach[reach == 1].index:
        rows = named[named["speaker"] == speaker]
        row = rows.iloc[0]
        count = wording.count(len(rows), "quote")
        what = Markup("{}Quoted: {} ({})").format(page.marker(row["side"]), speaker, count)
        item = page.opener.evidence.items(row["quote_id"])[0]
        lone.append(Lone(str(row["outlet"]), what, item))
    return lone


def _lone_particulars(page: Page) -> list[Lone]:
    frame = page.material.agreement
    found = frame[frame["only_here"].fillna(False).astype(bool) & (frame["kind"] != "utterance")]
    speakers = {optional(s) for s in page.material.quotes["speaker"]}
    lone = []
    for _, row in found.iterrows():
        if row["text"] not in speakers:
            kind = "" if row["kind"] in ("person", "body") else f"{_kind_in_words(row)}: "
            item = page.opener.evidence.items(row["evidence"])[0]
            lone.append(Lone(str(row["outlets"]), Markup.escape(f"{kind}{row['text']}"), item))
    return lone


def _by_outlet(page: Page, lone: Sequence[Lone]) -> list[Row]:
    """One row for each sentence: what it alone has stands together."""
    rows: dict[tuple[str, str], tuple[Lone, list[Markup]]] = {}
    for outlet in page.outlets:
        for thing in lone:
            if thing.outlet == outlet:
                key = (outlet, thing.item.href + str(thing.item.words.striptags()))
                rows.setdefault(key, (thing, []))[1].append(thing.what)
    return [
        Row(page.name(thing.outlet), whats, more={"item": thing.item})
        for thing, whats in rows.values()
    ]


def shared_copy(page: Page) -> Section:
    """The section: a triangle of article pairs, each crossing the words that they share."""
    articles = page.articles
    if len(articles) < 2:
        return nothing("shared-copy", SHARED_TITLE, say("once.how"), say("one_article.copy"))
    frame = page.material.sharing
    pairs = {frozenset((str(r["article_a"]), str(r["article_b"]))): r for _, r in frame.iterrows()}
    rows = []
    for n, article in enumerate(articles):
        cells = [_crossing(page, a, article, pairs) for a in articles[:n]]
        name = (page.name(article.outlet), wording.short_day(article.published))
        rows.append(Row(name, cells, page.opener.taken()))
    return Section(
        "shared-copy", SHARED_TITLE, say("once.how"), Markup.escape(say_what_is_shared(page)),
        "shared_copy.html", {"rows": rows},
        Markup("From an article’s name, read left along its row and down its column; each "
               "crossing is a pair."),
    )  # fmt: skip


def _crossing(
    page: Page, a: Article, b: Article, pairs: dict[frozenset[str], pd.Series]
) -> tuple[str, Markup, str]:
    """The kind of a crossing, its number as a link, and the pair in words."""
    pair = f"{page.article_name(b)} and {page.article_name(a)}"
    row = pairs.get(frozenset((a.article_id, b.article_id)))
    if row is None:
        return "none", Markup("·"), f"{pair}: no more than a stock phrase in common"
    evidence = page.opener.evidence
    beside = tuple(
        (
            evidence.passage(b.article_id, run.b, [part for _, part in run.parts]),
            evidence.passage(a.article_id, run.a, [part for part, _ in run.parts]),
        )
        for run in find_shared_runs(a, b)
    )
    words = int(row["shared_words"])
    kind = "quotes" if row["kind"] == "quotes only" else "copy"
    title, note = f"{pair}: {words:,} words in common", f"{SAME} {_say_why(row)}"
    return kind, page.opener.link_beside(words, title, beside, note), pair


def say_what_is_shared(page: Page) -> str:
    """The finding: pairs of articles that are one telling, the closest first."""
    frame = page.material.sharing
    copied = frame[frame["kind"].isin(["wire", "copied"])]
    if copied.empty:
        return "No two articles share copy" + (
            "; some print the same quotes." if len(frame) else ", nor more than a stock phrase."
        )
    ordered = copied.assign(most=copied[["share_a", "share_b"]].max(axis=1))
    told = [
        _say_pair(page, row)
        for _, row in ordered.sort_values("most", ascending=False, kind="stable").head(2).iterrows()
    ]
    more = len(copied) - len(told)
    if more > 0:
        told.append(
            f"{wording.capital(wording.spelt(more))} more {wording.several(more, 'pair')} below."
        )
    return " ".join([*told, say("once.read")])


def _say_pair(page: Page, row: pd.Series) -> str:
    a, b = (page.event.article(str(row[k])) for k in ("article_a", "article_b"))
    if float(row["share_a"]) > float(row["share_b"]):
        a, b = b, a
    words = f"{int(row['shared_words']):,} of its {b.words:,} words"
    told = f"{page.article_name(b)} shares {words} with {page.article_name(a)}"
    why = optional(row.get("why"))
    return f"{told}: {why.split('; ')[0]}." if why else f"{told}."


def _say_why(row: pd.Series) -> str:
    """Where the words of a pair come from, as far as anything says so."""
    if row["kind"] == "quotes only":
        return "Both print what somebody else said or wrote."
    why = optional(row.get("why"))
    if why is None:
        return "One text lies behind both; neither says where it comes from."
    told = ". ".join(why.split("; "))
    return told + ("." if optional(row.get("source")) else ". Who had it from whom is not said.")
