"""How often the program erred on news that people had marked, in the words of a report.

The figures are those of ``extract/weights/measured.json``, which a script counts; here they only
get their words. A language without a row says "not measured". What the makers of the program wrote
and marked themselves says so. And outlets are told apart, because a program that reads one outlet
worse than another makes a difference between the two that neither of them made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from toolkit.extract.measured import Corpus, load_corpora, load_measured
from toolkit.model import Event
from toolkit.show import wording
from toolkit.show.phrases import say
from toolkit.tables import TEXT, measure_frame

#: What each style of quote is called, in the order in which they are shown.
STYLES: Final = {
    "run": "between one pair of marks",
    "direct": "whole quotes, all in marks",
    "mixed": "partly in marks",
    "indirect": "without marks",
}
#: What each share is called, and what it is a share of.
SHARES: Final = {
    "recall": ("Of 100 that people marked, it finds", "marked"),
    "precision": ("Of 100 that it finds, people marked", "found"),
    "speaker": ("Of 100 found and marked, the speaker is right in", "speakers"),
}
#: What a right speaker is in a corpus that marks the source words, or the name.
RIGHT_SPEAKER: Final = {
    "source": "The speaker is right if the words that name one are (“she”), not yet who she is.",
    "name": "The speaker is right if the name is.",
}
HOW_COUNTED: Final = (
    "Found is what shares four fifths of its words with what people marked. Where the program "
    "finds only the words in marks of a longer quote, they are right as words between marks, and "
    "wrong as a whole quote."
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One share in percent with its interval, and how many it was counted from."""

    at: float | None
    low: float
    high: float
    n: int

    @property
    def number(self) -> str:
        """The share as it is printed."""
        return "none" if self.at is None else f"{self.at:.0f}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One corpus in one language: what it is, a row a style, and a row an outlet."""

    title: str
    note: str
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    outlets: tuple[tuple[str, Cell], ...]
    told: str


def how_counted() -> str:
    """How the figures were counted, beneath them."""
    return f"{say('interval.measured')} {HOW_COUNTED}"


def languages_of(event: Event | None) -> list[str]:
    """The codes of an event's languages in the order of its articles; those measured without."""
    if event is None:
        return list(dict.fromkeys(c.language for c in load_corpora()))
    return list(dict.fromkeys(a.language.partition("-")[0] for a in event.articles))


def prepare_measured(event: Event) -> dict[str, Any]:
    """What the section prints of an event's languages: `measured`, and those that are `missing`.

    `measured` is a list of one list a language, the first corpus of a language foremost.
    """
    rows, corpora = load_measured(), load_corpora()
    codes = languages_of(event)
    known = {code: [c for c in corpora if c.language == code] for code in codes}
    return {
        "measured": [[_measured(c, rows) for c in found] for found in known.values() if found],
        "missing": [wording.language_name(code) for code in codes if not known[code]],
        "shares": [words for words, _ in SHARES.values()],
        "how_counted": how_counted(),
        "not_measured": say("not_measured"),
    }


def tabulate_measured(event: Event | None = None) -> pd.DataFrame:
    """How well the program reads an event's languages, as a tidy frame for a figure.

    One row a corpus, style and share: `quotes` (the language and the style in words), `corpus`,
    `share` (recall, precision or speaker), then the columns of a measure. Without an event: of
    all languages that were measured. A language that was not has no row.

    Does not show: how well the program reads the articles at hand.
    """
    rows, codes = load_measured(), languages_of(event)
    made = [
        {
            "quotes": f"{_short(corpus)}: {STYLES[str(row['style'])]}", "corpus": corpus.corpus,
            "share": share, "value": row[share], "low": row[f"{share}_low"],
            "high": row[f"{share}_high"], "n": row[of], "doubt": "sampling", "enough": True,
        }
        for code in codes
        for corpus in [next((c for c in load_corpora() if c.language == code), None)]
        if corpus is not None
        for row in styles_of(_of_corpus(rows, corpus))
        for share, (_, of) in SHARES.items()
    ]  # fmt: skip
    return measure_frame(made, {"quotes": TEXT, "corpus": TEXT, "share": TEXT})


def _short(corpus: Corpus) -> str:
    """A corpus as a row of a figure names it."""
    name = wording.language_name(corpus.language)
    return f"{name}, our sample" if corpus.ours else name


def describe_measured(event: Event | None = None) -> str:
    """The figure in words, with its main numbers: its alt text."""
    rows, codes = load_measured(), languages_of(event)
    told = []
    for code in codes:
        corpus = next((c for c in load_corpora() if c.language == code), None)
        if corpus is None:
            told.append(f"{wording.language_name(code)}: {say('not_measured')}.")
            continue
        found, precise, speaker = _cells(styles_of(_of_corpus(rows, corpus))[0])
        told.append(
            f"{_short(corpus)}: of 100 stretches in quote marks that people marked it finds "
            f"{found.number}; people marked {precise.number} of 100 that it finds; the speaker is "
            f"right in {speaker.number} of 100."
        )
    return " ".join(told)


def caption_measured(event: Event | None = None) -> str:
    """What stands under the figure: how it was counted, on what, and what differs by outlet."""
    rows, codes = load_measured(), languages_of(event)
    shown = [next((c for c in load_corpora() if c.language == code), None) for code in codes]
    told = [how_counted()]
    for code, corpus in zip(codes, shown, strict=True):
        if corpus is None:
            told.append(f"{wording.language_name(code)}: {say('not_measured')}.")
            continue
        made = _measured(corpus, rows)
        told += [f"{made.title}. {made.note}", *([made.told] if made.told else [])]
    return " ".join(told)


def _of_corpus(rows: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    return rows[(rows["corpus"] == corpus.corpus) & (rows["language"] == corpus.language)]


def _measured(corpus: Corpus, rows: pd.DataFrame) -> Measured:
    own = _of_corpus(rows, corpus)
    outlets = _outlets(own)
    articles = wording.count(corpus.articles, "article")
    return Measured(
        title=f"{wording.language_name(corpus.language)}: {corpus.name}, {articles}",
        note=f"{corpus.note} {RIGHT_SPEAKER[corpus.speaker]}",
        rows=tuple((STYLES[str(row["style"])], _cells(row)) for row in styles_of(own)),
        outlets=outlets,
        told="" if corpus.ours else say_outlets([cell for _, cell in outlets]),
    )


def styles_of(rows: pd.DataFrame) -> list[pd.Series]:
    """The rows of a corpus that are of one style and of all outlets, in the order of `STYLES`."""
    whole = rows[rows["outlet"].isna() & rows["attribution"].isna() & rows["style"].notna()]
    found = {str(row["style"]): row for _, row in whole.iterrows()}
    return [found[style] for style in STYLES if style in found]


def _outlets(rows: pd.DataFrame) -> tuple[tuple[str, Cell], ...]:
    """How much of the words between marks is read rightly, by outlet, in alphabetical order."""
    runs = rows[rows["outlet"].notna() & (rows["style"] == "run")].sort_values("outlet")
    return tuple((str(row["outlet"]), cell_of(row, "read", "asked")) for _, row in runs.iterrows())


def _cells(row: pd.Series) -> tuple[Cell, ...]:
    return tuple(cell_of(row, share, of) for share, (_, of) in SHARES.items())


def cell_of(row: pd.Series, share: str, of: str) -> Cell:
    """One share of a row of ``load_measured`` in percent."""
    if pd.isna(row[share]):
        return Cell(None, 0.0, 0.0, int(row[of]))
    at, low, high = (100 * float(row[f"{share}{end}"]) for end in ("", "_low", "_high"))
    return Cell(round(at, 1), round(low, 1), round(high, 1), int(row[of]))


def say_outlets(outlets: Sequence[Cell]) -> str:
    """What differs by outlet, in a sentence or two; empty where there are not two outlets."""
    known = sorted((cell for cell in outlets if cell.at is not None), key=lambda c: c.at or 0.0)
    if len(known) < 2:
        return ""
    worst, best = known[0], known[-1]
    if worst.high >= best.low:
        return say("too_close.read", low=worst.number, high=best.number)
    return (
        "It does not read all outlets alike: of 100 stretches in quote marks it finds and gives "
        f"to the right speaker {worst.number} in the outlet that it reads worst and {best.number} "
        "in the one that it reads best. A difference of that size between two outlets may be the "
        "program’s own."
    )
