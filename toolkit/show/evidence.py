"""Every number opens onto sentences: from the ids that a number was counted from to their words.

A measure's column ``evidence`` lists ids: of quotes, of articles, or places in an article
(``courier-1:120-126``) or in its headline (``courier-1:headline:0-7``). An `Evidence` turns them
into sentences with the counted words marked. An `Opener` makes the link on the number and keeps the
panel that the link opens, which the template prints beneath the row. Links and panels are plain
HTML (``:target``), so a report opens its numbers without any script, from a disk, years later.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd
from markupsafe import Markup, escape

from toolkit import text as texts
from toolkit.compare.citing import find_place
from toolkit.errors import UsageError
from toolkit.languages import get_language
from toolkit.model import Article, Event, Span, read_spans
from toolkit.show import palette, wording
from toolkit.show.marking import Mark, mark_up
from toolkit.show.phrases import mark, say
from toolkit.show.reading import certainty, optional

#: A panel of more sentences than these shows only the words at issue; each leads to its sentence.
MOST_SENTENCES = 16


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of evidence: where it stands, its words, whose they are, and a link to it."""

    outlet: str
    day: str
    language: str
    words: Markup
    short: Markup
    whose: Markup
    href: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What a number opens: a title and sentences; `back` is the number, for closing.

    Where two articles are laid side by side, `beside` holds the sentences of the first and of the
    second, row by row, and `note` a sentence on both. `plain` panels open together, too.
    """

    id: str
    title: str
    items: tuple[Item, ...]
    back: str
    beside: tuple[tuple[Item, Item], ...] = ()
    note: str = ""
    plain: bool = False

    @property
    def outlet(self) -> bool:
        """Whether the title names the outlet of all sentences, so that they need not."""
        return all(self.title.startswith(item.outlet) for item in self.items)


@dataclass(frozen=True, slots=True)
class All:
    """All panels of a row as one: what a number opens that was counted from all of them."""

    id: str
    title: str
    back: str


def sentences_around(article: Article, start: int, end: int) -> Span:
    """The sentences of an article that hold the characters from start to end.

    >>> text = "It rained. They sailed. It stopped."
    >>> article = Article("a", "post", "", "", "", text, "en", "")
    >>> sentences_around(article, 13, 16).of(text)
    'They sailed.'
    """
    held = [p for p in texts.paragraphs(article.text) if p.start < end and start < p.end]
    if not held:
        return Span(start, end)
    sentences = [s for p in held for s in _sentences(article, p) if s.start < end and start < s.end]
    whole = sentences or held
    return Span(whole[0].start, whole[-1].end)


#: Characters on either side of a place that are shown where its sentence is not.
AROUND = 30


def _near(text: str, span: Span, around: Span) -> Span:
    """A place with whole words on either side, within its sentence."""
    start, end = span.start - AROUND, span.end + AROUND
    if start > around.start:
        start = text.find(" ", start, span.start) + 1 or span.start
    if end < around.end:
        end = text.rfind(" ", span.end, end)
        end = span.end if end < 0 else end
    return Span(max(start, around.start), min(end, around.end))


def _dotted(words: Markup, part: Span, whole: Span) -> Markup:
    """The words of a part, with dots where the whole goes on."""
    before = "… " if part.start > whole.start else ""
    after = " …" if part.end < whole.end else ""
    return Markup("{}{}{}").format(before, words, after)


def _sentences(article: Article, paragraph: Span) -> list[Span]:
    try:
        language = get_language(article.language)
    except UsageError:  # a language without a file: its whole paragraph is shown
        return [paragraph]
    return texts.sentences(article.text, paragraph, language)


class Evidence:
    """The sentences behind ids, for one event and its quotes table."""

    def __init__(self, event: Event, quotes: pd.DataFrame, mentions: pd.DataFrame):
        self.event = event
        self.sides = [s.id for s in event.sides]
        self.quotes = {str(row["quote_id"]): row for _, row in quotes.iterrows()}
        self.articles = {a.article_id: a for a in event.articles}
        self.holders = {
            (str(row["article_id"]), int(row["start"]), int(row["end"])): optional(row["quote_id"])
            for _, row in mentions.iterrows()
        }

    def items(self, ids: object) -> tuple[Item, ...]:
        """The sentences of ids joined by ";" (a missing value has none)."""
        listed = [i for i in (optional(ids) or "").split(";") if i]
        return tuple(self._item(i) for i in dict.fromkeys(listed))

    def article_of(self, one: str) -> str:
        """The id of the article in which a quote or a place stands; empty for anything else."""
        if one in self.quotes:
            return str(self.quotes[one]["article_id"])
        place = find_place(one, self.articles)
        return place[0].article_id if place else ""

    def words(self, ids: object) -> list[str]:
        """The words at places (``article:start-end``), as printed."""
        found = []
        for written in (optional(ids) or "").split(";"):
            if place := find_place(written, self.articles):
                article, in_headline, span = place
                found.append(span.of(article.title if in_headline else article.text))
        return found

    def _item(self, written: str) -> Item:
        if written in self.quotes:
            return self._quote(self.quotes[written])
        if place := find_place(written, self.articles):
            article, in_headline, span = place
            if in_headline:
                return self._title(article, span)
            held = self.holders.get((article.article_id, span.start, span.end))
            return self.place(article.article_id, span, held)
        if written in self.articles:
            return self._title(self.articles[written])
        raise UsageError(f"evidence '{written}': no quote, place or article of this event")

    def _quote(self, row: pd.Series) -> Item:
        article = self.articles[str(row["article_id"])]
        look = palette.look_of(row["side"], self.sides)
        marks = [Mark(s, f"q sl-side{look.key}") for s in read_spans(str(row["spans"]))]
        around = sentences_around(article, int(row["start"]), int(row["end"]))
        who = optional(row["speaker"]) or say("no_speaker")
        words = wording.count(int(row["words"]), "word")
        whose = Markup("{}{}, {}, {}").format(
            Markup(palette.draw_marker(look)), who, words, wording.how_sure(certainty(row))
        )
        href = f"#{row['quote_id']}"
        words = mark_up(article.text, marks, around)
        return self._made(article, words, whose, href, short=str(row["content"]))

    def place(self, article_id: str, span: Span, quote_id: object = None) -> Item:
        """The sentence round a place, the words at the place marked, and whose words they are."""
        article = self.articles[article_id]
        quote_id = optional(quote_id) or self._holder(article_id, span)
        around = sentences_around(article, span.start, span.end)
        words = mark_up(article.text, [Mark(span, "hit", "b")], around)
        near = _near(article.text, span, around)
        return self._made(
            article, words, self.whose(article, quote_id), self._href(article, span),
            near=_dotted(mark_up(article.text, [Mark(span, "hit", "b")], near), near, around),
        )  # fmt: skip

    def passage(self, article_id: str, span: Span, parts: Sequence[Span]) -> Item:
        """The sentences round a longer passage, with those parts of it marked that are meant."""
        article = self.articles[article_id]
        around = sentences_around(article, span.start, span.end)
        words = mark_up(article.text, [Mark(part, "same") for part in parts], around)
        return self._made(article, words, Markup(), self._href(article, span))

    def _holder(self, article_id: str, span: Span) -> str | None:
        """The quote whose words hold most of a place, if any does; it is not own words then."""
        for quote_id, row in self.quotes.items():
            if str(row["article_id"]) == article_id:
                held = sum(
                    max(0, min(s.end, span.end) - max(s.start, span.start))
                    for s in read_spans(str(row["spans"]))
                )
                if 2 * held > span.end - span.start:
                    return quote_id
        return None

    def whose(self, article: Article, quote_id: object) -> Markup:
        """Whether words are the outlet's own or stand in somebody's quote."""
        row = self.quotes.get(optional(quote_id) or "")
        if row is None:
            return mark("own.opinion" if article.kind == "opinion" else "own")
        label = {s.id: s.label for s in self.event.sides}.get(optional(row["side"]) or "")
        look = palette.look_of(row["side"], self.sides)
        name = label or optional(row["speaker"]) or say("no_speaker")
        return mark("quoted.by", marker=Markup(palette.draw_marker(look)), name=name)

    def _href(self, article: Article, span: Span) -> str:
        """The place in the reading view: the paragraph that holds it."""
        for number, paragraph in enumerate(texts.paragraphs(article.text), 1):
            if paragraph.start <= span.start < paragraph.end:
                return f"#article-{article.article_id}-p{number}"
        return f"#article-{article.article_id}"

    def _title(self, article: Article, span: Span | None = None) -> Item:
        words = mark_up(article.title, [Mark(span, "hit", "b")] if span else [])
        return self._made(article, words, Markup("headline"), f"#article-{article.article_id}")

    def _made(
        self,
        article: Article,
        words: Markup,
        whose: Markup,
        href: str,
        short: str = "",
        near: Markup | None = None,
    ) -> Item:
        if near is None:
            near = escape(textwrap.shorten(short, 90, placeholder=" …")) if short else words
        return Item(
            outlet=self.event.outlet_name(article.outlet),
            day=wording.short_day(article.published),
            language=article.language,
            words=words,
            short=near,
            whose=whose,
            href=href,
        )


@dataclass
class Opener:
    """Numbers as links, and the panels that they open, in the order in which they were made."""

    evidence: Evidence
    panels: list[Panel] = field(default_factory=list)
    made: int = 0

    def link(
        self,
        words: object,
        title: str,
        items: tuple[Item, ...],
        *,
        plain: bool = False,
        brief: bool = False,
    ) -> Markup:
        """The words as a link to a panel of sentences; the bare words where there are none."""
        if not items:
            return Markup.escape(words)
        if brief or len(items) > MOST_SENTENCES:
            items = tuple(replace(item, words=item.short) for item in items)
        return self._opening(words, Panel("", title, items, "", plain=plain))

    def link_beside(
        self, words: object, title: str, rows: tuple[tuple[Item, Item], ...], note: str = ""
    ) -> Markup:
        """The words as a link to sentences of two articles side by side."""
        return self._opening(words, Panel("", title, (), "", rows, note))

    def link_all(self, words: object, title: str) -> tuple[Markup, All]:
        """The words as a link to all panels of a row at once, so that no sentence is repeated."""
        self.made += 1
        every = All(f"a{self.made}", title, f"f{self.made}")
        link = Markup('<a class="n" href="#{}" id="{}">{}</a>')
        return link.format(every.id, every.back, words), every

    def _opening(self, words: object, panel: Panel) -> Markup:
        self.made += 1
        panel = replace(panel, id=f"o{self.made}", back=f"f{self.made}")
        self.panels.append(panel)
        return Markup('<a class="n" href="#{}" id="{}">{}</a>').format(panel.id, panel.back, words)

    def taken(self) -> tuple[Panel, ...]:
        """The panels made since the last call: those of one row."""
        taken, self.panels = tuple(self.panels), []
        return taken
