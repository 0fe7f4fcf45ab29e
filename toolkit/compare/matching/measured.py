"""How often quotes are put together rightly, counted on events with gold: ``measured.json``.

    python -m toolkit.compare.matching.measured --corpora ../shared/corpora

What a reader sees is groups, so groups are counted: every two quotes of different articles that
share an utterance in the table of ``align_quotes`` are a pair *given*, every two that people coded
as one utterance a *true* pair, and one that is both is *right*. Each event is grouped by models
that learned from the other events alone, twice: with its gold quotes, and with those that the
program *found*, each standing for the gold quote that it covers. A true pair of which one quote was
not found counts as missed. A pair with a found quote that people did not mark cannot be judged; it
is counted apart (``unjudged``).

The weights of two languages were set by hand with these very events in view (`counterparts`); for
them nothing is left out, which flatters. Invented events hold more traps than life does, and are
ours; so they are never added to real ones.

A share lies within its interval nine times in ten (Wilson). Pairs of one event resemble one
another, so an event of n pairs counts as n / (1 + (n - 1) / 10).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from toolkit.compare.alignment import match_quotes
from toolkit.compare.matching.lessons import (
    Lesson,
    found_rows,
    read_cases,
    read_newswcl50,
    read_pairs,
    without,
)
from toolkit.compare.matching.measure_across import read_sample
from toolkit.compare.matching.pairing import Models
from toolkit.compare.matching.train import learn_models
from toolkit.compare.said import read_said, stratum
from toolkit.extract.measured import (
    fingerprint,
    newswcl50_files,
    put_between,
    share_interval,
    write_lists,
)
from toolkit.gather.event import load_event
from toolkit.languages import plain_code
from toolkit.tables import REAL, TEXT, WHOLE, to_frame

FILE = Path(__file__).parent / "weights" / "measured.json"
#: Between these lines of the model card stands what was measured.
CARD = "<!-- groups -->", "<!-- end of groups -->"
ACROSS = "across"
#: The strata of pairs in the order of the file, in the words of the model card. ``quoted`` is QQ
#: and Qs together.
STRATA: Mapping[str, str] = {
    "QQ": "both in quote marks, four words or more", "Qs": "one a snippet under four words",
    "quoted": "both in quote marks", "I": "one without quote marks", ACROSS: "across languages",
}  # fmt: skip
READINGS = ("gold", "found")
COUNTS = ("given", "true", "right", "unjudged")
SHARES: Mapping[str, str] = {"precision": "given", "recall": "true"}
COLUMNS: Mapping[str, str] = {
    "events": TEXT, "language": TEXT, "quotes": TEXT, "stratum": TEXT, "count": WHOLE,
    **dict.fromkeys(COUNTS, WHOLE),
    **{f"{share}{end}": REAL for share in SHARES for end in ("", "_low", "_high")},
}  # fmt: skip

Rows = Sequence[Mapping[Hashable, Any]]
#: The ids of two gold quotes of different articles.
Pair = frozenset[str]
#: Real or invented, language, gold or found, stratum; no language for pairs across languages.
Key = tuple[bool, str | None, str, str]


@dataclass(frozen=True, slots=True)
class Events:
    """The events that figures were counted on: ``real`` ones or ``invented`` by us."""

    events: Literal["real", "invented"]
    names: tuple[str, ...]
    articles: int
    languages: tuple[str, ...]
    data_sha256: str


def measure(corpora: Path, cases: Path) -> dict[str, Any]:
    """All that ``measured.json`` holds, from the reference corpora and the invented events."""
    taught = [*read_newswcl50(corpora / "newswcl50"), *read_cases(cases)]
    readings = list(read_pairs(taught))
    lessons = [*taught, read_sample()]
    counted = [
        counts_of(lesson, learn_models(list(without(readings, lesson.event)))) for lesson in lessons
    ]
    sets = [_events(lessons, real, _files(real, corpora, cases)) for real in (True, False)]
    return {
        "made_by": "python -m toolkit.compare.matching.measured",
        "events": [
            {
                "events": one.events, "names": list(one.names), "articles": one.articles,
                "languages": list(one.languages), "data_sha256": one.data_sha256,
            }
            for one in sets
        ],
        "rows": rows_of(counted),
    }  # fmt: skip


def counts_of(lesson: Lesson, models: Models) -> dict[Key, Counter[str]]:
    """The pairs of one event by language, kind of quotes and stratum: how many of `COUNTS`."""
    kinds = _Kinds(lesson)
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    true = true_pairs(lesson)
    for reading in READINGS:
        rows = lesson.gold if reading == "gold" else found_rows(lesson)
        given, unjudged = given_pairs(lesson, rows, models)
        for name, pairs in (("given", given), ("true", true), ("right", given & true)):
            for pair in pairs:
                language, strata = kinds.of(pair)
                for one in strata:
                    counts[lesson.real, language, reading, one][name] += 1
        for (language, one), number in unjudged.items():
            counts[lesson.real, language, reading, one]["unjudged"] += number
    return counts


def true_pairs(lesson: Lesson) -> set[Pair]:
    """The gold quotes of different articles that people coded as one utterance, two by two."""
    return {
        frozenset((str(a["quote_id"]), str(b["quote_id"])))
        for a, b in combinations(lesson.gold, 2)
        if a["article_id"] != b["article_id"]
        and not set(a["utterances"]).isdisjoint(b["utterances"])
    }


def given_pairs(
    lesson: Lesson, rows: Rows, models: Models
) -> tuple[set[Pair], Counter[tuple[str | None, str]]]:
    """The gold quotes that the program puts together, two by two, through what stands for them.

    And how many pairs cannot be judged, by language and stratum.
    """
    matches = match_quotes(pd.DataFrame(list(rows)), lesson.articles, models)
    known = {str(row["quote_id"]): row.get("stands_for", row["quote_id"]) for row in rows}
    given: set[Pair] = set()
    unjudged: set[Pair] = set()
    said = {s.quote_id: s for s in matches.said}
    for group in matches.groups:
        for i, j in combinations(group, 2):
            a, b = matches.said[i], matches.said[j]
            if a.article_id != b.article_id:
                first, second = known[a.quote_id], known[b.quote_id]
                if first is None or second is None:
                    unjudged.add(frozenset((a.quote_id, b.quote_id)))
                else:
                    given.add(frozenset((first, second)))
    counted: Counter[tuple[str | None, str]] = Counter()
    for a, b in ([said[k] for k in sorted(pair)] for pair in unjudged):
        language, strata = kinds_of(a.language, b.language, stratum(a, b))
        counted.update((language, one) for one in strata)
    return given, counted


def kinds_of(first: str, second: str, by_marks: str) -> tuple[str | None, tuple[str, ...]]:
    """The language of a pair and the strata that it counts in.

    >>> kinds_of("en", "en", "Qs"), kinds_of("en", "es", "QQ")
    (('en', ('Qs', 'quoted')), (None, ('across',)))
    """
    a, b = plain_code(first), plain_code(second)
    if a != b:
        return None, (ACROSS,)
    return a, (by_marks,) if by_marks == "I" else (by_marks, "quoted")


class _Kinds:
    """What kind of pair two gold quotes are."""

    def __init__(self, lesson: Lesson):
        articles = {a.article_id: a for a in lesson.articles}
        self._said = {
            str(row["quote_id"]): read_said(row, articles[str(row["article_id"])])
            for row in lesson.gold
        }

    def of(self, pair: Pair) -> tuple[str | None, tuple[str, ...]]:
        a, b = (self._said[key] for key in sorted(pair))
        return kinds_of(a.language, b.language, stratum(a, b))


def rows_of(counted: Sequence[Mapping[Key, Counter[str]]]) -> list[dict[str, Any]]:
    """One row a key, from the counts of each event: columns `COLUMNS`.

    A share is None where nothing is to be counted; `count` says how many events have such pairs.
    """
    order = sorted({key for counts in counted for key in counts}, key=_rank)
    return [_row(key, [counts[key] for counts in counted if key in counts]) for key in order]


def _rank(key: Key) -> tuple[Any, ...]:
    real, language, quotes, one = key
    return (
        not real, language is None, language or "",
        READINGS.index(quotes), list(STRATA).index(one),
    )  # fmt: skip


def _row(key: Key, events: Sequence[Counter[str]]) -> dict[str, Any]:
    real, language, quotes, one = key
    row: dict[str, Any] = {
        "events": "real" if real else "invented", "language": language, "quotes": quotes,
        "stratum": one, "count": len(events),
        **{name: sum(counts[name] for counts in events) for name in COUNTS},
    }  # fmt: skip
    for share, of in SHARES.items():
        low, high = share_interval([(counts["right"], counts[of]) for counts in events])
        row[share] = round(row["right"] / row[of], 4) if row[of] else None
        row[f"{share}_low"], row[f"{share}_high"] = low, high
    return row


def _events(lessons: Iterable[Lesson], real: bool, digest: str) -> Events:
    own = [lesson for lesson in lessons if lesson.real == real]
    articles = [a for lesson in own for a in lesson.articles]
    languages = tuple(sorted({plain_code(a.language) for a in articles}))
    names = tuple(lesson.event for lesson in own)
    return Events("real" if real else "invented", names, len(articles), languages, digest)


def _files(real: bool, corpora: Path, cases: Path) -> str:
    if real:
        return newswcl50_files(corpora)
    sample = load_event("saltworks").folder
    assert sample is not None
    held = (sample / name for name in ("articles.jsonl", "codings.csv"))
    both = fingerprint(cases.glob("*.jsonl"), cases) + fingerprint(held, sample)
    return hashlib.sha256(both.encode()).hexdigest()


# -- the file --------------------------------------------------------------------------------------


def figures_for_card(rows: Iterable[Mapping[str, Any]]) -> str:
    """The model card's table, in percent."""
    lines = [
        "| events | quotes | pairs | put together | of them one utterance | coded as one utterance "
        "| of them put together | not to be judged |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        code = row["language"] or "two languages"
        shares = {share: _in_words(row, share) for share in SHARES}
        cells = [
            f"{row['events']}, {code}", row["quotes"], STRATA[row["stratum"]],
            row["given"], shares["precision"], row["true"], shares["recall"], row["unjudged"],
        ]  # fmt: skip
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def _in_words(row: Mapping[str, Any], share: str) -> str:
    if row[share] is None:
        return "none"
    at, low, high = (f"{100 * row[f'{share}{end}']:.0f}" for end in ("", "_low", "_high"))
    return f"{at} ({low} to {high})"


def write_card(rows: Iterable[Mapping[str, Any]]) -> None:
    """Put the table between the marks of the model card."""
    put_between(CARD, figures_for_card(rows), FILE.with_name("README.md"))


def load_events() -> tuple[Events, ...]:
    """The events that grouping was measured on, real ones first.

    >>> [(one.events, len(one.names)) for one in load_events()][0]
    ('real', 5)
    """
    return tuple(
        Events(**{**one, "names": tuple(one["names"]), "languages": tuple(one["languages"])})
        for one in _read()["events"]
    )


def load_groups() -> pd.DataFrame:
    """How often quotes are put together rightly, as measured: columns `COLUMNS`.

    One row for real or invented events, language (``<NA>``: a pair in two), gold or found quotes,
    and stratum. A language without a row was not measured.

    >>> rows = load_groups()
    >>> real = rows[(rows["events"] == "real") & (rows["quotes"] == "found")]
    >>> list(real["stratum"])
    ['QQ', 'Qs', 'quoted', 'I']

    Does not show: how well quotes are put together in the event at hand.
    """
    return to_frame(_read()["rows"], COLUMNS)


def _read() -> dict[str, Any]:
    path = files("toolkit.compare.matching") / "weights" / "measured.json"
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return told


def main() -> None:
    """Measure, write the file and the card's table, and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cases", type=Path, default=Path("tests/cases/alignment"))
    asked = parser.parse_args()
    told = measure(asked.corpora, asked.cases)
    write_lists(told, FILE)
    write_card(told["rows"])
    print(figures_for_card(told["rows"]))


if __name__ == "__main__":
    main()
