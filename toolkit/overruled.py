"""What a person overruled, let hold: corrections applied where records become frames.

A correction names a place in a text, so that it finds its quote again whatever number the program
gives it. What a person said is certain: its probability is one, in every draw of every interval.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from toolkit.errors import CorrectionWarning
from toolkit.model import Candidate, Correction, Event, Quote, Span, read_spans, write_place

#: What a person may answer to "is this a quote?".
ANSWERS = ("yes", "no")
#: What is added to the method of a quote of which a person has said something.
CORRECTED = "corrected"


def answered(quotes: Sequence[Quote], article_id: str, event: Event) -> list[Quote]:
    """One article's quotes as a person says they are: who speaks, and what is no quote.

    A row of ``corrections.csv`` with the field `speaker` has the speaker's name (or an actor's id)
    as `new`, empty where nobody can tell; with the field `quote` it has "yes" or "no". A quote that
    is none keeps its place in the list, so that the others keep their numbers, with probability
    zero: `Quote.is_rejected`. The later of two answers holds. What names a quote that is not found
    warns and changes nothing.
    """
    held = list(quotes)
    for correction in event.corrections:
        if correction.article_id == article_id and correction.field in ("quote", "speaker"):
            number = _asked(held, correction)
            if number is not None:
                held[number] = _overruled(held[number], correction, event)
    return held


def _asked(quotes: Sequence[Quote], correction: Correction) -> int | None:
    """The place in the list of the quote that an answer is about."""
    if correction.field == "quote" and correction.new not in ANSWERS:
        _warn(correction, f"'{correction.new}' is neither yes nor no")
        return None
    number = _nearest([quote.spans for quote in quotes], correction.spans)
    if number is None:
        place = write_place(correction.article_id, correction.spans)
        _warn(correction, f"no quote is found at {place}")
    return number


def _overruled(quote: Quote, correction: Correction, event: Event) -> Quote:
    method = quote.method.removesuffix(f"+{CORRECTED}") + f"+{CORRECTED}"
    if correction.field == "quote":
        return replace(quote, p_quote=float(correction.new == "yes"), method=method)
    name = _named(correction.new, event)
    # Who says who speaks has seen that it is a quote.
    return replace(
        quote, speaker=name, p_quote=1.0, p_speaker=1.0 if name else None, method=method,
        candidates=(Candidate(name, 1.0),) if name else (),
    )  # fmt: skip


def _named(written: str, event: Event) -> str | None:
    """A speaker as the event's file names the actor, where it does."""
    same = (a.name for a, _ in event.actors() if written.casefold() in (a.name.casefold(), a.id))
    return next(same, written or None)


def with_pairs(
    rows: Sequence[Mapping[str, Any]], corrections: Sequence[Correction]
) -> list[dict[str, Any]]:
    """Rows of the table ``quotes`` with what a person said of two quotes in each of both rows.

    `same_as` and `not_same_as` hold the ids of the other quotes, joined by ";". The later of two
    corrections of one pair holds. What names a quote that is not found warns and changes nothing.
    """
    found = {}
    for correction in corrections:
        if pair := find_pair(rows, correction):
            found[pair] = correction.field
    marked = [{**row, "same_as": None, "not_same_as": None} for row in rows]
    by_id = {row["quote_id"]: row for row in marked}
    for pair, field in found.items():
        a, b = sorted(pair)
        for one, other in ((a, b), (b, a)):
            by_id[one][field] = ";".join(filter(None, (by_id[one][field], other)))
    return marked


def find_pair(rows: Sequence[Mapping[str, Any]], correction: Correction) -> frozenset[str] | None:
    """The ids of the two quotes that a correction speaks of; None if it speaks of no pair.

    Warns, naming the row of ``corrections.csv``, where one of them is not found.
    """
    if correction.other is None:
        return None
    places = ((correction.article_id, correction.spans), correction.other)
    ids = [find_quote_at(rows, article_id, spans) for article_id, spans in places]
    missing = next((place for place, id in zip(places, ids, strict=True) if id is None), None)
    if missing is None and ids[0] != ids[1]:
        return frozenset(id for id in ids if id)
    what = f"no quote is found at {write_place(*missing)}" if missing else "both are one quote now"
    _warn(correction, what)
    return None


def find_quote_at(
    rows: Sequence[Mapping[str, Any]], article_id: str, spans: Sequence[Span]
) -> str | None:
    """The id of the quote that stands at a place: that with most characters in common.

    rows: of the table ``quotes``. At least half of the characters of both together are shared,
    else it is another quote, and the answer is None.
    """
    own = [row for row in rows if row["article_id"] == article_id]
    number = _nearest([read_spans(row["spans"]) for row in own], spans)
    return None if number is None else str(own[number]["quote_id"])


def _nearest(places: Sequence[Sequence[Span]], spans: Sequence[Span]) -> int | None:
    best, found = 0.5, None
    for number, place in enumerate(places):
        share = _share(place, spans)
        if share > best or (found is None and share == best):
            best, found = share, number
    return found


def _share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """How many of the characters of two quotes are in both, by lengths: a slip may be huge."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return both / max(1, sum(span.end - span.start for span in (*one, *other)) - both)


def _warn(correction: Correction, what: str) -> None:
    warnings.warn(
        f"{correction.row}: {what}; the row is left alone and changes nothing",
        CorrectionWarning,
        stacklevel=3,
    )
