"""Where they speak: each article as a strip on which its quotes lie where they stand.

A strip is drawn to the article's length in words. News usually puts what it holds most important
first; a strip shows the order, and not the reason for it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.languages import is_known
from toolkit.model import Article
from toolkit.show import palette, wording
from toolkit.show.phrases import say
from toolkit.show.reading import certainty, optional
from toolkit.show.sections import Page, Row, Section, joined_ids, nothing

TITLE = "Where they speak"
HOW = (
    "Each strip is one article, drawn to length: its first word at the left, its last at the "
    "right. A full-height block is a direct quote, a half-height block an indirect one."
)
CAPTION = (
    "Number at the end of a strip: words in the article. Blocks are placed by counted words. News "
    "usually puts what it holds most important first; a strip shows the order, not the reason for "
    "it."
)
HEIGHT = 26
#: Where a side may stand, as the measure names it.
PLACES = ("headline", "lead", "first", "last", "depth")


@dataclass(frozen=True, slots=True)
class Place:
    """Who is quoted first or last, and from which word on."""

    marker: Markup
    label: str
    word: Markup


def where_they_speak(page: Page) -> Section:
    """The section: a strip for each article, with who is quoted first and last."""
    quotes = page.material.quotes
    if quotes.empty:
        return nothing("where-they-speak", TITLE, HOW, say("nothing.quotes"))
    longest = max(a.words for a in page.articles)
    rows = [_row(page, article, longest) for article in page.articles]
    return Section(
        "where-they-speak", TITLE, HOW, say_who_is_first(page), "where_they_speak.html",
        {"rows": rows, "quotes": len(quotes), "places": outlets_as_rows(page)},
        Markup.escape(CAPTION), page.opener.taken(),
    )  # fmt: skip


def _of(page: Page, article: Article) -> pd.DataFrame:
    strips = page.material.strips
    return strips[strips["article_id"] == article.article_id].sort_values("first", kind="stable")


def _row(page: Page, article: Article, longest: int) -> Row:
    own, known = _of(page, article), is_known(article.language)
    more = {
        "id": article.article_id,
        "day": wording.short_day(article.published) or say("no_day"),
        "kind": say("opinion") if article.kind == "opinion" else "",
        "words": article.words,
        "width": round(100 * article.words / max(longest, 1), 1),
        "strip": draw_strip(page, own),
        "told": _told(page, own, say("nothing.quoted" if known else "not_read")),
        "nobody": say("nobody" if known else "not_read"),
        "no_one": say("no_one" if known else "not_read"),
        "headline": _stands(page, article, "headline"),
        "lead": _stands(page, article, "lead"),
        "first": _place(page, article, own.iloc[0]) if len(own) else None,
        "last": _place(page, article, own.sort_values("last").iloc[-1]) if len(own) else None,
    }
    return Row(page.name(article.outlet), (), page.opener.taken(), more)


def _stands(page: Page, article: Article, place: str) -> Markup:
    """The sides that have a place in an article, as markers that open the words."""
    frame = page.material.prominence
    links = []
    for side in page.sides:
        rows = frame[(frame["side"] == side) & (frame["place"] == place)]
        ids = joined_ids(rows["evidence"]).split(";")
        # One place an article: a quote's id and a span's begin with the article's.
        own = [i for i in ids if page.opener.evidence.article_of(i) == article.article_id]
        if own:
            title = f"{page.article_name(article)}, {page.label(side)}"
            mark = Markup('{}<span class="vh">{}</span>').format(
                page.marker(side, 14), page.label(side)
            )
            links.append(page.link(mark, f"{title}: {say(f'place.{place}').lower()}", own[0]))
    return Markup(" ").join(links)


def outlets_as_rows(page: Page) -> list[list[str]]:
    """The measure ``prominence`` as rows of text: how many articles, and how deep."""
    frame = page.material.prominence
    head = ["Outlet", "Side", *(say(f"place.{place}") for place in PLACES)]
    rows = []
    for (outlet, side), own in frame.groupby(["outlet", "side"], sort=False):
        held = {str(r["place"]): r for _, r in own.iterrows()}
        rows.append([page.name(outlet), page.label(side), *(_written(held.get(p)) for p in PLACES)])
    return [head, *rows]


def _written(row: pd.Series | None) -> str:
    if row is None or pd.isna(row["value"]):
        return ""
    if row["place"] == "depth":
        return wording.percent(float(row["value"]))
    total = int(row["articles"])
    return say("of_total", n=round(float(row["value"]) * total), total=total)


def quotes_as_rows(page: Page) -> list[tuple[str, ...]]:
    """All quotes as rows of text, for the table under the figure."""
    language = {a.article_id: a.language for a in page.event.articles}
    place = {a.article_id: n for n, a in enumerate(page.articles)}
    rows = [row for _, row in page.material.quotes.iterrows()]
    return [
        (
            str(row["quote_id"]), str(row["content"]), page.name(row["outlet"]),
            optional(row["speaker"]) or say("not_found"), page.label(row["side"]), str(row["kind"]),
            str(row["words"]), language[str(row["article_id"])],
            wording.how_sure(certainty(row)), wording.doubt_word(certainty(row)),
        )
        for row in sorted(rows, key=lambda r: (place[str(r["article_id"])], int(r["start"])))
    ]  # fmt: skip


def draw_strip(page: Page, strips: pd.DataFrame) -> Markup:
    """An article as a line with its quotes as blocks, as inline SVG that fits any width.

    `strips` are the rows of ``measures.strips`` for the article.
    """
    blocks = []
    for _, row in strips.iterrows():
        look = palette.look_of(row["side"], page.sides)
        total, first, last = (max(int(row[k]), 0) for k in ("n", "first", "last"))
        half = HEIGHT // 2 if row["kind"] == "indirect" else 0
        blocks.append(
            f'<rect x="{100 * first / max(total, 1):.2f}%" '
            f'width="{100 * (last - first) / max(total, 1):.2f}%" y="{1 + half}" '
            f'height="{HEIGHT - half}" fill="{palette.fill_of(look)}" stroke="{look.edge}"/>'
        )
    return Markup(
        f'<svg class="strip" aria-hidden="true" width="100%" height="{HEIGHT + 2}">'
        f'<line x1="0" x2="100%" y1="{HEIGHT // 2 + 1}" y2="{HEIGHT // 2 + 1}" '
        f'stroke="{palette.DOT}"/>{"".join(blocks)}</svg>'
    )


def _told(page: Page, quotes: pd.DataFrame, otherwise: str) -> str:
    """The strip in words, for those who do not see it."""
    sides = (page.label(s) for s in quotes["side"])
    return "Quoted in this order: " + ", ".join(sides) if len(quotes) else otherwise


def _place(page: Page, article: Article, row: pd.Series) -> Place:
    word = int(row["first"]) + 1
    title = f"{page.article_name(article)}, word {word}"
    return Place(
        page.marker(row["side"]), page.label(row["side"]), page.link(word, title, row["quote_id"])
    )


def say_who_is_first(page: Page) -> Markup:
    """The finding: which side is quoted first in how many articles."""
    firsts: dict[str, list[str]] = {}
    for article in page.articles:
        own = _of(page, article)
        if len(own):
            firsts.setdefault(str(own.iloc[0]["side"]), []).append(str(own.iloc[0]["quote_id"]))
    counted = Counter({side: len(ids) for side, ids in firsts.items() if side in page.sides})
    number = len(page.articles)
    total = f"{wording.spelt(number)} {wording.several(number, 'article')}"
    if not page.sides:
        return Markup.escape(say("no_sides.places"))
    if not counted:
        return Markup.escape(say("nothing.first", articles=total))
    parts = []
    for n, (side, times) in enumerate(counted.most_common()):
        link = page.link(
            wording.spelt(times), f"{page.label(side)}, quoted first", joined_ids(firsts[side])
        )
        of = f" of {total}" if n == 0 else ""
        parts.append(Markup("{} in {}{}").format(wording.within(page.label(side)), link, of))
    return Markup("Quoted first: {}.").format(Markup(", ").join(parts)) + _say_headlines(page)


def _say_headlines(page: Page) -> Markup:
    """How many headlines name or quote which side."""
    frame = page.material.prominence
    named = frame[(frame["place"] == "headline") & frame["side"].isin(page.sides)]
    parts = []
    for side in page.sides:
        ids = joined_ids(named[named["side"] == side]["evidence"])
        if ids:
            number = len(ids.split(";"))
            title = say("headlines.title", side=wording.within(page.label(side)))
            link = page.link(wording.spelt(number), title, ids)
            label = wording.within(page.label(side))
            parts.append(Markup("{} in {}").format(label, link))
    if not parts:
        return Markup("")
    return Markup(" Named in headlines: {}.").format(Markup(", ").join(parts))
