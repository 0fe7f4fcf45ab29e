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

_BLANK = re.compile(r"\s*\n\s*")


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
    }
    environment.filters |= {
        "short_day": wording.short_day,
        "long_day": wording.long_day,
        "percent": wording.percent,
        "capital": wording.capital,
        "on_the_web": on_the_web,
    }
    return environment


def render(template: str, /, **context: Any) -> Markup:
    """One of our templates with its context; a name that is missing from it is an error."""
    printed = _environment().get_template(template).render(**context)
    # Blank lines of the templates would be a quarter of a report.
    return Markup(_BLANK.sub("\n", printed))
