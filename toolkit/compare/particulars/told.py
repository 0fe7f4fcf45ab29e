"""What each outlet prints, laid out to be searched.

All words, all words with capitals, every number with and without what it counts, every day, month,
year and hour that is told or can be reckoned from the day of printing, every place by its name or
by its people, and the full names of persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.compare.particulars.dates import (
    YEAR,
    days_of_ranges,
    hours,
    printed_on,
    told_days,
    written_days,
)
from toolkit.compare.particulars.figures import figures, plain_folded
from toolkit.compare.particulars.naming import SHORT
from toolkit.compare.particulars.numbers import Quantity, find_numbers, quantity_of
from toolkit.compare.wording import fold, known_language
from toolkit.languages import Language, get_language
from toolkit.model import Article, Event

CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W_]*(?:[’'-][^\W_]+)*")
WHOLE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass
class Told:
    """All that one outlet prints, as it is searched."""

    words: str = ""  # folded, a blank at each end
    letters: str = ""  # without blanks and marks
    capitals: set[str] = field(default_factory=set)
    numbers: list[float] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    days: set[tuple[int, int]] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    hours: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    printed_in: set[int] = field(default_factory=set)  # years
    persons: dict[str, set[str]] = field(default_factory=dict)  # a full name to its words


def search_outlets(event: Event) -> dict[str, Told]:
    """What each outlet with an article prints, ready to be searched."""
    told: dict[str, Told] = {}
    for article in event.articles:
        _add(told.setdefault(article.outlet, Told()), article)
    return told


def add_persons(told: Mapping[str, Told], persons: Iterable[tuple[str, str]]) -> None:
    """Tell each outlet's text which full names it holds, from pairs of outlet and printed name."""
    for outlet, name in persons:
        if outlet in told and " " in name:
            told[outlet].persons[name] = {w.strip(".") for w in fold(name).split()}


def _add(told: Told, article: Article) -> None:
    text = f"{article.title}\n\n{article.text}"
    folded = plain_folded(text)
    for pattern in (WHOLE, re.compile(r"[^\W_]+")):
        told.words += " " + " ".join(pattern.findall(folded)) + " "
    told.letters += "|" + re.sub(r"[\W_]", "", folded)
    for m in re.finditer(r"[@#]?" + CAPITALISED.pattern + r"|[@#]\w+", text):
        word = fold(m.group()).removesuffix("'s").rstrip("'")
        told.capitals |= {word, *re.split(r"[-']", word)} - {""}
    told.capitals |= {a.replace(".", "").lower() for a in re.findall(r"\b(?:[A-Z]\.){2,}", text)}
    language = known_language(article.language)
    if language:
        _add_figures(told, article, text, language)
        _add_places(told, text, language)


def _add_figures(told: Told, article: Article, text: str, language: Language) -> None:
    told.numbers += [f.value for f in figures(text, language.code)]
    told.numbers += [float(n) for n in re.findall(r"\d+", text)]
    told.quantities += [
        q for p in find_numbers(text, language, ()) if (q := quantity_of(p.name)) is not None
    ]
    told.quantities += [Quantity(1.0, unit) for unit in _single_units(text, language)]
    told.years |= {int(m[1]) for m in YEAR.finditer(text)}
    told.years |= {int(n) for n in re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text)}
    for year, end in re.findall(r"\b([12]\d{3})[-–/](\d\d)\b", text):
        told.years.add(int(year[:2] + end))
    printed = printed_on(article)
    if printed:
        told.printed_in.add(printed.year)
        for words, shift in language.near_years.items():
            if re.search(rf"\b{fold(words)}\b", plain_folded(text)):
                told.years.add(printed.year + shift)
    for day in (*written_days(text, language), *told_days(article, language, sure=False)):
        told.days.add((day.day, day.month))
        told.months.add(day.month)
    told.days |= set(days_of_ranges(text, language))
    for numeric in re.findall(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?\b", text):
        a, b = map(int, numeric)
        told.days |= {(a, b), (b, a)}
    told.hours |= {name for _, name in hours(text, language)}


def _single_units(text: str, language: Language) -> list[str]:
    """What is told of one: "a decade", "una semana"."""
    ones = "|".join(sorted(map(fold, language.indefinite)))
    pairs = re.findall(rf"\b(?:{ones}) ([^\W\d_]+)", plain_folded(text))
    return [language.units[noun] for noun in pairs if noun in language.units]


def _add_places(told: Told, text: str, language: Language) -> None:
    names = {**language.demonyms, **language.known_places}
    told.places |= {names[m[1]] for m in _place_words(language.code).finditer(plain_folded(text))}
    for short in _short(language):
        if re.search(rf"\b{short.upper()}\b", text):
            told.places.add(language.known_places[short])


def _short(language: Language) -> set[str]:
    """Names of places that are other words where they are not in capitals: "US"."""
    return {name for name in language.known_places if len(name) < SHORT}


@lru_cache
def _place_words(code: str) -> re.Pattern[str]:
    """Every place and people of the table, the longest first, but short ones."""
    language = get_language(code)
    words = {*language.known_places, *language.demonyms} - _short(language)
    listed = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
    return re.compile(rf"(?<!\w)({listed})(?!\w)" if listed else "(?!)()")
