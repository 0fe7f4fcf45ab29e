"""The table of labels that the event's file does not list yet, for a person to accept or reject."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from toolkit.compare.matching.meaning import MissingEncoderError
from toolkit.compare.suggesting.candidates import (
    Head,
    Occurrence,
    Target,
    heads_of,
    phrase_key,
    targets_of,
)
from toolkit.compare.suggesting.ranking import Ranked, Ranking
from toolkit.compare.suggesting.slots import Slot, listed_slots
from toolkit.errors import UsageError, nearest
from toolkit.extract.naming import find_mentions
from toolkit.gather.decisions import load_decisions
from toolkit.languages import get_language, is_known
from toolkit.model import Article, Event, Span
from toolkit.tables import REAL, TEXT, WHOLE, to_frame

COLUMNS: Mapping[str, str] = {
    "kind": TEXT, "id": TEXT, "name": TEXT, "head": TEXT, "labels": TEXT, "n": WHOLE,
    "outlets": TEXT, "score": REAL, "reason": TEXT, "sentence": TEXT, "article_id": TEXT,
    "start": WHOLE, "end": WHOLE, "accept": TEXT,
}  # fmt: skip

#: What stands between two labels of one row.
BETWEEN = "; "
#: Labels of one head word that are shown: more nobody reads.
MOST_LABELS = 12
#: From here on, two surroundings are nearly the same sentence.
SAME_PLACE = 0.8
#: From here on, two phrases are near in meaning.
NEAR = 0.5

Progress = Callable[[int, int, str], None]


def suggest_labels(
    event: Event,
    *,
    top: int = 20,
    only: Sequence[str] | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Labels that an event's file does not list, for each actor and concept, likeliest first.

    event: with its articles. top: head words for each actor and concept. only: ids of those to
    suggest for; all of them if not given. progress: told before each one.

    Returns: one row for each head word, with `kind` (person, body, group, concept), `id` and `name`
    of whom it may belong to; `labels`, the phrases under the head that no wording covers yet, the
    most frequent first, parted by "; "; `n` places in `outlets`; `score` (to sort by; of no other
    meaning); the `reason`; one `sentence` with the phrase at `start` to `end` of the article; and
    `accept`, empty, for a person's yes or no (see `accept_labels`). What was rejected before, what
    is listed, what `not:` names, other actors' names and pronouns never come.

    Errors: UsageError for an id that the event does not have, or without the encoder of sentences.

    >>> import toolkit as tk
    >>> from toolkit.model import Concept
    >>> text = "Nobody wanted the closure. The shutdown of the works is unwise, Nora Pike said."
    >>> closure = Concept("closure", "The closure", ("closure",))
    >>> article = tk.read_text(text, title="Works", outlet="tide")
    >>> event = Event("works", "Works", concepts=(closure,), articles=(article,))
    >>> suggest_labels(event, top=1).loc[0, "labels"]
    'shutdown; shutdown of the works'

    Does not show: whether a phrase means the actor or concept. Of the wordings that readers marked
    in NewsWCL50 and a file written from two articles missed, about two in five are among the first
    twenty head words; most of the twenty are wrong.
    Source: labels as in NewsWCL50 (Hamborg et al. 2019).
    """
    targets = _chosen(targets_of(event), only, event)
    rows: list[dict[str, Any]] = []
    try:
        heads = heads_of(event, event.articles)
        languages = {a.language for a in event.articles if is_known(a.language)}
        texts = {a.article_id: a.text for a in event.articles}
        ranking = Ranking(heads, [get_language(c) for c in sorted(languages)], texts)
        slots = _slots(event)
        for number, target in enumerate(targets):
            if progress:
                progress(number, len(targets), target.name)
            rejected = _rejected(event, target)
            ranked = ranking.of(target, slots[target.id], rejected)[:top]
            rows += [_row(target, one, texts) for one in ranked]
    except MissingEncoderError as error:
        what = f"labels are ranked by sentence vectors, which cannot be made here ({error})"
        raise UsageError(f"{what}; try: sidelight doctor") from None
    return to_frame(rows, COLUMNS)


def _chosen(targets: list[Target], only: Sequence[str] | None, event: Event) -> list[Target]:
    ids = [t.id for t in targets]
    for asked in only or ():
        if asked not in ids:
            what = f"event '{event.id}' has no actor or concept '{asked}'"
            raise UsageError(f"{what}{nearest(asked, ids)}; it has {', '.join(ids) or 'none'}")
    return [t for t in targets if only is None or t.id in only]


def _slots(event: Event) -> Mapping[str, list[Slot]]:
    """For each actor, the places where the articles name it."""
    places: dict[str, list[tuple[Article, Span]]] = defaultdict(list)
    for article in event.articles:
        if is_known(article.language):
            for mention in find_mentions(article, event):
                if mention.actor:
                    places[mention.actor].append((article, mention.span))
    found = {actor: listed_slots(named) for actor, named in places.items()}
    return defaultdict(list, found)


def _rejected(event: Event, target: Target) -> set[str]:
    if event.folder is None:
        return set()
    return {
        phrase_key(d.label)
        for d in load_decisions(event.folder)
        if d.id == target.id and d.decision == "no"
    }


def _row(target: Target, ranked: Ranked, texts: Mapping[str, str]) -> dict[str, Any]:
    keys = ranked.keys[:MOST_LABELS]
    shown = _shown(ranked, keys)
    places = {(o.article_id, o.head_start) for o in ranked.head.occurrences(keys)}
    outlets = dict.fromkeys(o.outlet for o in ranked.head.occurrences(keys))
    text = texts[shown.article_id]
    return {
        "kind": target.kind,
        "id": target.id,
        "name": target.name,
        "head": ranked.noun,
        "labels": BETWEEN.join(_by_frequency(ranked.head, keys)),
        "n": len(places),
        "outlets": ", ".join(outlets),
        "score": ranked.score,
        "reason": _reason(ranked),
        "sentence": " ".join(shown.sentence.of(text).split()),
        "article_id": shown.article_id,
        "start": shown.span.start,
        "end": shown.span.end,
    }


def _shown(ranked: Ranked, keys: Sequence[str]) -> Occurrence:
    """The place that is shown: the one in the same slot, else the first of the likest phrase."""
    slot = ranked.slot
    if slot and slot.likeness >= SAME_PLACE and slot.occurrence.key in keys:
        return slot.occurrence
    return ranked.head.phrases[keys[0]][0]


def _by_frequency(head: Head, keys: Sequence[str]) -> Iterator[str]:
    order = {key: place for place, key in enumerate(keys)}
    for key in sorted(keys, key=lambda k: (-len(head.phrases[k]), order[k])):
        yield _printed(head.phrases[key])


def _printed(occurrences: Sequence[Occurrence]) -> str:
    """The commonest printed form; a small letter wins, since a capital may only open a sentence."""
    counted = Counter(o.label for o in occurrences)
    best = min(counted.items(), key=lambda item: (-item[1], not item[0][0].islower(), item[0]))
    lower = best[0][0].lower() + best[0][1:]
    return lower if lower in counted else best[0]


def _reason(ranked: Ranked) -> str:
    slot = ranked.slot
    if slot and slot.likeness >= SAME_PLACE:
        return f"stands where {slot.listed.outlet} has “{slot.listed.label}”"
    if ranked.likeness >= NEAR:
        return f"near in meaning to “{ranked.nearest}”"
    return f"less near than others; the likest that is listed is “{ranked.nearest}”"
