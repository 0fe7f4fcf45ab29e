"""One article made ready for reading: its paragraphs marked, and a note for every quote.

Marks are told apart by shape as well as by colour. Quoted words carry the underline of the
speaker's side, the cue is italic, the source bold, a label boxed. In the margin each quote has a
note that says who speaks, how the program knows, and how sure it is, because a reader's first
question is "why does it think that *she* said that?"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd
from markupsafe import Markup

from toolkit import text as texts
from toolkit.model import Article, Event, Span, read_spans
from toolkit.show import palette, wording
from toolkit.show.explaining import Explained, explain, whys_of
from toolkit.show.marking import Mark, mark_up
from toolkit.show.phrases import say


@dataclass(frozen=True, slots=True)
class Note:
    """What the margin says about one quote; `links` are places in the report about it."""

    number: int
    quote_id: str
    marker: Markup
    speaker: str
    side: str
    how: str
    doubt: str
    unsure: bool
    why: Explained
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its marks, the number of its first word, and the notes beside it."""

    word: int
    words: Markup
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the template prints it."""

    article: Article
    outlet: str
    facts: str
    paragraphs: tuple[Paragraph, ...]
    legend: tuple[tuple[str, str], ...]
    has_labels: bool
    quotes: int
    language: str = field(default="en")


def optional(value: object) -> str | None:
    """A cell of a frame as a string, or None where it is missing.

    >>> optional(pd.NA) is None
    True
    """
    return value if isinstance(value, str) else None


def certainty(quote: Mapping[str, object] | pd.Series) -> float:
    """How sure the program is of a quote and its speaker: the product of the two.

    >>> certainty({"p_quote": 0.9, "p_speaker": 0.5})
    0.45
    """
    p = 1.0
    for name in ("p_quote", "p_speaker"):
        value = quote[name]
        p *= float(value) if isinstance(value, int | float) else 1.0
    return p


def prepare_reading(
    article: Article,
    quotes: pd.DataFrame,
    mentions: pd.DataFrame,
    event: Event,
    links: Mapping[str, tuple[tuple[str, str], ...]] | None = None,
) -> Reading:
    """Make an article ready for the template: pure, from frames to marked paragraphs.

    `quotes` and `mentions` are the tables of that name (rows of other articles are left out);
    `links` gives places in the report for a quote's id, as pairs of address and words.
    """
    own = quotes[quotes["article_id"] == article.article_id].sort_values("start", kind="stable")
    rows = [row for _, row in own.iterrows()]
    labels = _label_marks(mentions[mentions["article_id"] == article.article_id])
    marks = [m for n, row in enumerate(rows, 1) for m in _quote_marks(n, row, event)] + labels
    whys = whys_of(article) if rows else {}
    notes = [_note(n, row, event, links or {}, explain(row, whys)) for n, row in enumerate(rows, 1)]
    return Reading(
        article=article,
        outlet=event.outlet_name(article.outlet),
        facts=_facts(article, len(rows)),
        paragraphs=tuple(_paragraphs(article.text, marks, rows, notes)),
        legend=_legend(rows, event),
        has_labels=bool(labels),
        quotes=len(rows),
        language=article.language,
    )


def _paragraphs(
    text: str, marks: Sequence[Mark], rows: Sequence[pd.Series], notes: Sequence[Note]
) -> list[Paragraph]:
    found, word = [], 1
    for span in texts.paragraphs(text):
        beside = (
            note
            for note, row in zip(notes, rows, strict=True)
            if span.start <= int(row["start"]) < span.end
        )
        found.append(Paragraph(word, mark_up(text, marks, span), tuple(beside)))
        word += len(span.of(text).split())
    return found


def paragraphs_around(article: Article, row: pd.Series) -> list[int]:
    """The numbers of the paragraphs that hold a quote, its source and its cue, and of the one
    before them.
    """
    places = read_spans(str(row["spans"])) + tuple(
        Span(int(row[f"{part}_start"]), int(row[f"{part}_end"]))
        for part in ("source", "cue")
        if not pd.isna(row[f"{part}_start"])
    )
    found = texts.paragraphs(article.text)
    held = [n for n, span in enumerate(found) if any(span.overlaps(place) for place in places)]
    return list(range(max(0, held[0] - 1), held[-1] + 1))


def _quote_marks(number: int, row: pd.Series, event: Event) -> list[Mark]:
    look = palette.look_of(row["side"], [s.id for s in event.sides])
    spans = read_spans(str(row["spans"]))
    note = Markup('<sup><a href="#note-{id}" aria-label="note {n}">{n}</a></sup>').format(
        id=row["quote_id"], n=number
    )
    marks = [
        Mark(
            span,
            f"sl-quote sl-side{look.key}",
            id=str(row["quote_id"]) if span is spans[0] else None,
            after=note if span is spans[-1] else None,
        )
        for span in spans
    ]
    for part, element in (("source", "b"), ("cue", "i")):
        start, end = row[f"{part}_start"], row[f"{part}_end"]
        if not pd.isna(start):
            marks.append(Mark(Span(int(start), int(end)), f"sl-{part}", element))
    return marks


def _label_marks(mentions: pd.DataFrame) -> list[Mark]:
    named = mentions[mentions["concept"].notna()]
    return [
        Mark(Span(int(start), int(end)), "sl-label")
        for start, end in zip(named["start"], named["end"], strict=True)
    ]


def _note(
    number: int,
    row: pd.Series,
    event: Event,
    links: Mapping[str, tuple[tuple[str, str], ...]],
    why: Explained,
) -> Note:
    side = {s.id: s.label for s in event.sides}.get(optional(row["side"]) or "", "")
    look = palette.look_of(row["side"], [s.id for s in event.sides])
    p, cue = certainty(row), optional(row["cue"])
    return Note(
        number=number,
        quote_id=str(row["quote_id"]),
        marker=Markup(palette.draw_marker(look)),
        speaker=optional(row["speaker"]) or optional(row["source"]) or say("no_speaker"),
        side=side,
        how=f"{row['kind']}, {f'“{cue}”' if cue else say('no_verb')}",
        doubt=wording.how_sure(p),
        unsure=p < wording.LIKELY,
        why=why,
        links=links.get(str(row["quote_id"]), ()),
    )


def _facts(article: Article, quotes: int) -> str:
    kind = "" if article.kind == "unknown" else article.kind
    language = "" if article.language.startswith("en") else wording.language_name(article.language)
    return " · ".join(
        part
        for part in (
            wording.long_day(article.published) or say("no_day"),
            kind,
            f"in {language}" if language else "",
            f"{wording.count(article.words, 'word')}, {wording.count(quotes, 'quote')}",
        )
        if part
    )


def _legend(rows: Sequence[pd.Series], event: Event) -> tuple[tuple[str, str], ...]:
    ids = [s.id for s in event.sides]
    here = {optional(row["side"]) for row in rows}
    legend = [
        (f"sl-quote sl-side{palette.look_of(s.id, ids).key}", s.label)
        for s in event.sides
        if s.id in here
    ]
    if None in here:
        legend.append((f"sl-quote sl-side{palette.NO_SIDE.key}", say("no_side").lower()))
    return tuple(legend)
