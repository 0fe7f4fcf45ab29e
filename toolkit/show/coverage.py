"""What was read, what could not be read, and who is who: the head of a report.

A reader who sees six outlets side by side must know first what is missing from the picture: a
page behind a paywall is unknown to us, not silent; an outlet in which we found nothing may have
printed it elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.model import Article, Failure
from toolkit.show import palette, wording
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page

#: From this share of shared words on, an article is marked as sharing copy in the list.
MOSTLY_SHARED = 0.5
UNREAD, PARTLY, EMPTY = "unread", "unread.partly", "unread.nothing"


@dataclass(frozen=True, slots=True)
class Read:
    """One article in the list of what was read."""

    article: Article
    first: bool
    outlet: str
    quotes: int
    remark: str


@dataclass(frozen=True, slots=True)
class Missing:
    """An outlet of which nothing is at hand, or a page of it that failed, and why."""

    outlet: str
    kind: str
    told: str

    @property
    def head(self) -> str:
        """How much of it is missing, in words."""
        return say(self.kind)


@dataclass(frozen=True, slots=True)
class Party:
    """A side with its swatch and marker, and those who speak for it."""

    label: str
    swatch: Markup
    marker: Markup
    members: str


def list_articles(page: Page) -> list[Read]:
    """The articles by outlet and day, each with what a reader must know of it."""
    found, before = [], None
    counts = page.material.quotes["article_id"].value_counts()
    for article in page.articles:
        found.append(
            Read(
                article=article,
                first=article.outlet != before,
                outlet=page.name(article.outlet),
                quotes=int(counts.get(article.article_id, 0)),
                remark="; ".join(_remarks(page, article)),
            )
        )
        before = article.outlet
    return found


def _remarks(page: Page, article: Article) -> list[str]:
    remarks = []
    if article.kind == "opinion":
        remarks.append(say("opinion"))
    if article.kind == "wire":
        remarks.append("wire copy")
    if not article.language.startswith("en"):
        remarks.append(f"in {wording.language_name(article.language)}")
    partners = dict.fromkeys(page.name(o) for o in _copies(page, article))
    if partners:
        remarks.append(f"shares copy with {wording.first_of(list(partners), 3)}")
    remarks += [flag.replace("_", " ") for flag in article.flags]
    return remarks


def _copies(page: Page, article: Article) -> list[str]:
    """The outlets with which an article shares most of its words outside quotes."""
    outlet_of = {a.article_id: a.outlet for a in page.event.articles}
    partners = []
    for _, row in page.material.sharing.iterrows():
        pair = [str(row["article_a"]), str(row["article_b"])]
        if article.article_id not in pair or row["kind"] not in ("wire", "copied"):
            continue
        share = row["share_a"] if pair[0] == article.article_id else row["share_b"]
        if float(share) >= MOSTLY_SHARED:
            pair.remove(article.article_id)
            partners.append(outlet_of[pair[0]])
    return partners


def list_missing(page: Page) -> list[Missing]:
    """Pages that failed, then outlets named in the event's coverage of which nothing is at hand."""
    by_outlet: dict[str | None, list[Failure]] = {}
    for failure in page.event.failures:
        by_outlet.setdefault(failure.outlet, []).append(failure)
    missing = [_failed(page, outlet, failures) for outlet, failures in by_outlet.items()]
    asked = dict.fromkeys(a.outlet for a in page.event.coverage.urls if a.outlet)
    known = {*page.event.outlet_ids()}
    missing += [
        Missing(page.name(o), EMPTY, say("unread.nothing_told")) for o in asked if o not in known
    ]
    return missing


def _failed(page: Page, outlet: str | None, failures: Sequence[Failure]) -> Missing:
    reasons = list(dict.fromkeys(_reason(f) for f in failures))
    pages = wording.count(len(failures), "page")
    name = page.name(outlet) if outlet else wording.capital(say("unread.outlet"))
    told = say("unknown.pages", n=len(failures), pages=pages, reasons="; ".join(reasons))
    return Missing(name, PARTLY if outlet in page.outlets else UNREAD, told)


def _reason(failure: Failure) -> str:
    code = failure.reason.removeprefix("http_")
    number = f" (HTTP {code})" if failure.reason.startswith("http_") else ""
    return f"{wording.failed(failure.reason)}{number}"


def say_what_was_read(page: Page) -> Markup:
    """The sentence over the list of articles."""
    words = sum(a.words for a in page.event.articles)
    articles, outlets, quotes = (
        len(page.event.articles),
        len(page.outlets),
        len(page.material.quotes),
    )
    link = Markup('<a class="n" href="#readings">{}</a>')
    told = Markup("{} {} from {}: {} and {} {}.").format(
        link.format(articles), wording.several(articles, "article"),
        wording.count(outlets, "outlet"), wording.count(words, "word"),
        link.format(quotes), wording.several(quotes, "quote"),
    )  # fmt: skip
    kinds = [m.kind for m in list_missing(page)]
    for kind in (UNREAD, PARTLY, EMPTY):
        if n := kinds.count(kind):
            told += f" {say(f'{kind}_count', n=n, number=wording.capital(wording.spelt(n)))}"
    return told


def list_parties(page: Page) -> list[Party]:
    """The sides with their looks, and last the speakers who belong to none."""
    parties = []
    for side in page.event.sides:
        members = [f"{a.name}, {a.titles[0]}" if a.titles else a.name for a in side.actors]
        parties.append(_party(page, side.id, side.label, members))
    quotes = page.material.quotes
    loose = [optional(s) for s in quotes[quotes["side"].isna()]["speaker"].unique()]
    named = [s for s in loose if s]
    if loose:
        shown = named[:6] + ([f"and {len(named) - 6} more"] if len(named) > 6 else [])
        parties.append(_party(page, None, say("no_side"), shown or [say("no_speakers")]))
    return parties


def _party(page: Page, side: str | None, label: str, members: Sequence[str]) -> Party:
    look = palette.look_of(side, page.sides)
    return Party(label, Markup(palette.draw_swatch(look)), page.marker(side), "; ".join(members))
