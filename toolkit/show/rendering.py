"""Templates to HTML: everything that a template prints is escaped unless it is `Markup`.

An article is other people's text. It may hold ``<script>`` in its title, and a report is opened
by people who trust it. So no HTML is put together by joining strings of articles: words pass
through `marking.mark_up` or through a template here, and both escape.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from toolkit.show import palette, wording
from toolkit.show.phrases import say

_BLANK = re.compile(r"\s*\n\s*")
_TAG = re.compile(r"<[a-z][^<>]*>")
#: A value that HTML lets stand without quotes, and the stroke of a tag that closes itself.
_BARE = re.compile(r'(?<= )([a-z-]+)="([\w.#:%-]+)"(/?)', re.ASCII)
#: End tags that HTML lets go: whatever may follow them ends the element too.
_NEEDLESS = re.compile(
    r"</(?:li|td|th|tr|dt|dd|thead|tbody)>|</p>(?=\s*</?(?:p|div|ul|ol|dl|table)\b)"
)


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of HTML that a notebook shows as it is."""

    markup: Markup

    def _repr_html_(self) -> str:
        return str(self.markup)

    def __html__(self) -> Markup:
        return self.markup

    def __str__(self) -> str:
        return str(self.markup)


def on_the_web(address: str) -> bool:
    """Whether an address may become a link: ``javascript:`` and its like may not.

    >>> on_the_web("http://courier.example/a"), on_the_web("javascript:alert(1)")
    (True, False)
    """
    return address.startswith(("http://", "https://"))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("toolkit.show", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "looks": Markup(palette.style_sheet()),
        "definitions": Markup(palette.draw_definitions()),
        "wording": wording,
        "say": say,
    }
    environment.filters |= {
        "short_day": wording.short_day,
        "long_day": wording.long_day,
        "percent": wording.percent,
        "capital": wording.capital,
        "on_the_web": on_the_web,
    }
    return environment


def compact(page: Markup) -> Markup:
    """A page that every browser reads alike, without quotes and end tags that HTML does not need.

    They are a tenth of a report. What articles print is escaped and stays as it is.

    >>> compact(Markup('<ul><li class="hit">“a=b”</li></ul>'))
    Markup('<ul><li class=hit>“a=b”</ul>')

    Does not show: pages of other hands, where ``<td>`` may stand without a table.
    """
    shorter = _NEEDLESS.sub("", page)
    return Markup(_TAG.sub(lambda tag: _BARE.sub(_bare, tag[0]), shorter))


def _bare(attribute: re.Match[str]) -> str:
    name, value, closing = attribute.groups()
    # Without a space the stroke would be taken for a part of the value.
    return f"{name}={value} /" if closing else f"{name}={value}"


def render(template: str, /, **context: Any) -> Markup:
    """One of our templates with its context; a name that is missing from it is an error."""
    printed = _environment().get_template(template).render(**context)
    # Blank lines of the templates would be a quarter of a report.
    return Markup(_BLANK.sub("\n", printed))
