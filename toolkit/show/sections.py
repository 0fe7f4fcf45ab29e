"""What the sections of a report have in common: a name, how to read it, a finding, a figure.

Agreement comes first, then difference, then doubt. Each section is one function from the `Page`
(the event, its frames, the opener of numbers) to a `Section`; its figure is a template that
prints what the function made ready. A section without data says so in one sentence, and says
only that nothing was found in the articles at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from markupsafe import Markup

from toolkit.languages import is_known
from toolkit.model import Article, Event
from toolkit.show import palette, wording
from toolkit.show.evidence import Evidence, Item, Opener, Panel
from toolkit.show.material import Material
from toolkit.show.phrases import say

#: With more columns than these a row becomes a block on every screen, as it is on a phone.
MOST_COLUMNS = 8


@dataclass(frozen=True)
class Section:
    """One section, ready for its template; `how` is the note under its name."""

    id: str
    title: str
    how: str
    finding: Markup
    template: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    caption: Markup | str = ""
    panels: tuple[Panel, ...] = ()
    columns: int = 0

    @property
    def narrow(self) -> bool:
        """Whether the figure has too many columns for a table: then each row is a block."""
        return self.columns > MOST_COLUMNS


@dataclass(frozen=True)
class Row:
    """One row of a figure: what it is called, its cells, and the panels that its numbers open."""

    name: Any
    cells: Sequence[Any]
    panels: tuple[Panel, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Page:
    """The report in the making."""

    event: Event
    material: Material
    opener: Opener = field(init=False)

    def __post_init__(self) -> None:
        self.opener = Opener(Evidence(self.event, self.material.quotes, self.material.mentions))

    @property
    def sides(self) -> list[str]:
        """The ids of the event's sides, in its order."""
        return [s.id for s in self.event.sides]

    @property
    def outlets(self) -> list[str]:
        """The ids of the outlets that an article is at hand of, in the order of the file."""
        read = {a.outlet for a in self.event.articles}
        return [o for o in self.event.outlet_ids() if o in read]

    @property
    def articles(self) -> list[Article]:
        """The articles by outlet, then by day, those without a day last."""
        place = {outlet: n for n, outlet in enumerate(self.outlets)}
        return sorted(
            self.event.articles,
            key=lambda a: (place[a.outlet], a.published or "9", a.article_id),
        )

    @property
    def unread(self) -> set[str]:
        """The outlets of which every article is in a language that the program does not read."""
        return set(self.outlets) - {a.outlet for a in self.event.articles if is_known(a.language)}

    def name(self, outlet: object) -> str:
        """The printed name of an outlet."""
        return self.event.outlet_name(str(outlet))

    def label(self, side: object) -> str:
        """The printed name of a side, or that there is none."""
        labels = {s.id: s.label for s in self.event.sides}
        return labels.get(side, say("no_side")) if isinstance(side, str) else say("no_side")

    def marker(self, side: object, size: int = 12) -> Markup:
        """The side's marker as inline SVG."""
        return Markup(palette.draw_marker(palette.look_of(side, self.sides), size=size))

    def article_name(self, article: Article) -> str:
        """An article as prose names it: its outlet, and the day where there is one."""
        day = wording.short_day(article.published)
        return f"{self.name(article.outlet)} of {day}" if day else self.name(article.outlet)

    def no_side(self, frame: pd.DataFrame) -> pd.Series:
        """Which rows of a frame belong to no side of the event (``none``, or missing)."""
        return ~frame["side"].isin(self.sides)

    def link(
        self,
        words: object,
        title: str,
        ids: object,
        *,
        plain: bool = False,
        brief: bool = False,
    ) -> Markup:
        """A number as a link to the sentences behind ids, or (`brief`) to the words at issue."""
        items = self.opener.evidence.items(ids)
        return self.opener.link(words, title, items, plain=plain, brief=brief)

    def same_words(self, words: object, utterance_id: object) -> Markup:
        """Words as a link to all versions of an utterance, under "The same words"."""
        return Markup('<a class="n" href="#same-{}">{}</a>').format(utterance_id, words)

    def link_items(self, words: object, title: str, items: Iterable[Item]) -> Markup:
        """A number as a link to sentences."""
        return self.opener.link(words, title, tuple(items))


def nothing(id: str, title: str, how: str, sentence: str) -> Section:
    """A section that found nothing, in one sentence."""
    return Section(id, title, how, Markup.escape(sentence))


def joined_ids(evidence: Iterable[object]) -> str:
    """The ids of several evidence cells as one."""
    return ";".join(e for e in evidence if isinstance(e, str) and e)
