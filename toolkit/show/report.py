"""One HTML file that holds the whole comparison and opens without a network, years later.

Agreement, then difference, then doubt; at the end the articles themselves with their quotes
marked, so that every number ends at sentences inside the same file. No script, no font, no
picture is asked of anybody else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup

from toolkit.model import Event
from toolkit.show import (
    apart,
    carrying,
    choices,
    coverage,
    distancing,
    doubting,
    introducing,
    missing,
    placing,
    quoting,
    speaking,
    telling,
    wording,
)
from toolkit.show.material import Material, collect
from toolkit.show.reading import Reading, certainty, prepare_reading
from toolkit.show.rendering import compact, render
from toolkit.show.sections import Page, Section

#: The sections in their order: agreement, difference, doubt.
SECTIONS: tuple[Callable[[Page], Section], ...] = (
    telling.what_all_tell,
    speaking.who_speaks,
    placing.where_they_speak,
    quoting.same_words,
    carrying.how_fully,
    choices.things_called,
    choices.how_described,
    apart.words_apart,
    introducing.how_introduced,
    distancing.scare_quotes,
    telling.shared_copy,
    telling.only_here,
    missing.not_found_here,
    doubting.how_sure,
    doubting.what_it_cannot_show,
)


def report(event: Event, path: str | Path, *, tables: Material | None = None) -> Path:
    """Write the comparison of an event's coverage as one self-contained HTML file.

    `path` is the file, or a folder in which it is named after the event. `tables` are the event's
    frames where they are at hand already; else they are counted. Returns the path of the file.

    Does not show: anything about an outlet beyond the articles at hand.
    """
    target = Path(path)
    if target.is_dir():
        target = target / f"{event.id}.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    page = compact(render_report(event, tables or collect(event)))
    target.write_text(str(page), encoding="utf8")
    return target


def render_report(event: Event, material: Material) -> Markup:
    """The report as HTML that closes what it opens; the same event and frames, the same bytes."""
    page = Page(event, material)
    sections = [section(page) for section in SECTIONS]
    return render(
        "report.html",
        event=event,
        lead=say_what_it_is(page),
        read=coverage.list_articles(page),
        missing=coverage.list_missing(page),
        read_told=coverage.say_what_was_read(page),
        parties=coverage.list_parties(page),
        sections=sections,
        bodies=[_body(section) for section in sections],
        readings=_readings(page, sections),
        fetched=_fetched(event),
        digest=_digest(event),
        doubts=_doubts(page),
    )


def _body(section: Section) -> Markup:
    if section.template is None:
        return Markup()
    return render(f"sections/{section.template}", section=section, **section.data)


def say_what_it_is(page: Page) -> str:
    """The sentence under the title."""
    outlets = f"{wording.spelt(len(page.outlets))} {wording.several(len(page.outlets), 'outlet')}"
    window = wording.window(page.event.since, page.event.until)
    when = f", {window}" if window else ""
    asked = "who gets to speak, how fully, under what name, in which words"
    return f"How {outlets} told it{when}: {asked}."


def _fetched(event: Event) -> str:
    days = sorted(a.retrieved for a in event.articles if a.retrieved)
    return wording.long_day(days[-1]) if days else ""


def _digest(event: Event) -> str:
    """A short fingerprint of all texts: two reports of the same texts show the same."""
    joined = "".join(sorted(a.text_sha256 for a in event.articles))
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


def _doubts(page: Page) -> tuple[int, int]:
    quotes = [row for _, row in page.material.quotes.iterrows()]
    return sum(certainty(q) < wording.LIKELY for q in quotes), len(quotes)


def _readings(page: Page, sections: list[Section]) -> list[Reading]:
    links: dict[str, tuple[tuple[str, str], ...]] = {}
    same = next(s for s in sections if s.id == "the-same-words")
    rows = [*same.data.get("rows", ()), *same.data.get("more", ())]
    for number, row in enumerate(rows, 1):
        for version in row.name.versions:
            links[version.quote_id] = ((f"#same-{row.name.id}", f"The same words, row {number}"),)
    return [
        prepare_reading(a, page.material.quotes, page.material.mentions, page.event, links)
        for a in page.articles
    ]
