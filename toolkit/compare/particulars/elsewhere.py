"""Whether another outlet may tell a particular too, in another form: judged strictly.

"Only one outlet gives this" says something of all the others, so every form counts in which they
might give it: a surname, initials, a people for its country, a number rounded, in another unit or
as a sum of two, a weekday for its date. Whoever is not sure stays silent: what may stand elsewhere
is not called lone, and names of bodies and places that no table translates are left open between
languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from toolkit.compare.particulars.dates import YEAR, hours, printed_on, told_days, written_days
from toolkit.compare.particulars.figures import figures, plain_folded
from toolkit.compare.particulars.naming import SUFFIX, place_nouns, squashed
from toolkit.compare.particulars.numbers import PART, WORTH, Quantity, quantity_of
from toolkit.compare.wording import fold, known_language
from toolkit.extract.entities import one_letter_off
from toolkit.languages import Language, get_language, language_codes
from toolkit.model import Article, Event

#: A number so near another may be the same, rounded.
NEAR = 0.1
#: Below this a number has too many chances to be meant: "both", "a pair".
LEAST = 3
LONG = 5
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

    def tells(self, kind: str, name: str) -> bool:
        """Whether a particular may stand here in some form."""
        if kind == "person":
            return self._tells_person(name)
        if kind == "body":
            return self._tells_body(name)
        if kind == "place":
            return self._tells_place(name)
        return self._tells_number(name) if kind == "number" else self._tells_date(name)

    def _tells_person(self, name: str) -> bool:
        if squashed(name) in self.letters:
            return True
        return any(self._has_word(w) and not self._explains(w, name) for w in telling_words(name))

    def _has_word(self, word: str) -> bool:
        drifted = len(word) >= LONG and any(one_letter_off(word, w) for w in self.capitals)
        return (
            drifted
            or word in self.capitals
            or any(word in part for part in self.capitals if part[0] in "@#")
        )

    def _explains(self, word: str, name: str) -> bool:
        """Whether somebody else of that name is meant here: "Ruiz" is Ana Ruiz, not Tomás."""
        first = fold(name.split()[0])
        return any(
            word in words
            and first not in words
            and first[0] not in {w[0] for w in words if len(w) == 1}
            and name != other
            for other, words in self.persons.items()
        )

    def _tells_body(self, name: str) -> bool:
        plain = fold(name)
        if f" {plain} " in self.words or squashed(name) in self.letters:
            return True
        words = [w for w in re.findall(r"\w+", plain) if not _is_little(w)]
        initials = "".join(w[0] for w in words)
        if len(words) > 1 and initials in self.capitals:
            return True
        if name.isupper() and " " not in name:
            return self._spells_out(plain)
        heads = [w for w in words if w in _bodies() or w.rstrip("s") in _bodies()]
        own = [w for w in words if w not in heads]
        if own and all(self._has_word(w) for w in own):
            return True
        return any(f" {article} {head} " in self.words for head in heads for article in _articles())

    def _spells_out(self, initials: str) -> bool:
        """Whether words with capitals stand here whose initials these are."""
        letters = r"\w*(?:\s+(?:of|the|for|and|de|del|la|los|las|y|e))*\s+".join(initials)
        return bool(re.search(rf"\b{letters}", self.words))

    def _tells_place(self, name: str) -> bool:
        if name in self.places or f" {fold(name)} " in self.words or squashed(name) in self.letters:
            return True
        if name in _listed():
            return False
        words = [w for w in re.findall(r"\w+", fold(name)) if not _is_little(w)]
        own = [w for w in words if w not in place_nouns() and w not in _places()]
        return any(w in self.capitals for w in own or words)

    def _tells_number(self, name: str) -> bool:
        asked = quantity_of(name)
        if asked is None or asked.value < LEAST:
            return True
        if any(n == asked.value for n in self.numbers) or self._tells_part(asked):
            return True
        alike = [v for q in self.quantities if (v := _in_unit(q, asked.unit)) is not None]
        near = any(abs(v - asked.value) <= NEAR * asked.value for v in alike)
        same = [q.value for q in self.quantities if q.unit == asked.unit]
        summed = any(abs(a + b - asked.value) < 1e-9 for a, b in combinations(sorted(set(same)), 2))
        ago = asked.unit == "years" and any(
            abs(y - n - asked.value) <= 1 for y in self.printed_in for n in self.years
        )
        rounded = asked.value >= 20 and any(
            abs(n - asked.value) <= 0.05 * asked.value for n in self.numbers
        )
        return near or summed or ago or rounded

    def _tells_part(self, asked: Quantity) -> bool:
        if asked.unit != "per cent":
            return False
        return any(
            abs(share - asked.value) < 5 and f" {words} " in self.words
            for share, words in _part_words()
        )

    def _tells_date(self, name: str) -> bool:
        day = re.fullmatch(r"(\d{1,2}) ([A-Z]\w+)", name)
        if day:
            asked = int(day[1]), _month(day[2])
            alone = re.search(rf" {day[1]}(?:st|nd|rd|th|º) | dia {day[1]} ", self.words)
            return asked in self.days or bool(alone)
        if re.fullmatch(r"\d\d:\d\d", name):
            hour = int(name[:2]) % 12
            return any(int(h[:2]) % 12 == hour for h in self.hours)
        if re.fullmatch(r"\d{4}s", name):
            decade = int(name[:4])
            return f" {name[2:4]}s " in self.words or any(
                decade <= y < decade + 10 for y in self.years
            )
        month = re.fullmatch(r"([A-Z]\w+)(?: (\d{4}))?", name)
        if month:
            return _month(month[1]) in self.months
        return int(name) in self.years or f" {name} " in self.words or self._years_ago(int(name))

    def _years_ago(self, year: int) -> bool:
        spans = [q.value for q in self.quantities if q.unit in ("years", "decades", "years old")]
        return any(abs(p - year - s) <= 1 for p in self.printed_in for s in spans)


def search_outlets(event: Event) -> dict[str, Told]:
    """What each outlet with an article prints, ready to be searched."""
    told: dict[str, Told] = {}
    for article in event.articles:
        _add(told.setdefault(article.outlet, Told()), article)
    return told


def is_lone(
    kind: str, name: str, have: Sequence[str], told: Mapping[str, Told], languages: Iterable[str]
) -> bool | None:
    """Whether one outlet alone gives a particular; None where that must be left open.

    Bodies and places have other names in other languages: there it is left open, but for places of
    the table.
    """
    if len(have) != 1 or len(told) < 2:
        return False
    if any(told[o].tells(kind, name) for o in told if o != have[0]):
        return False
    several = len(set(languages)) > 1
    return None if several and kind in ("body", "place") and name not in _listed() else True


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
    from toolkit.compare.particulars.numbers import find_numbers

    told.numbers += [f.value for f in figures(text, language.code)]
    told.numbers += [float(n) for n in re.findall(r"\d+", text)]
    told.quantities += [
        q for p in find_numbers(text, language, ()) if (q := quantity_of(p.name)) is not None
    ]
    told.years |= {int(m[1]) for m in YEAR.finditer(text)}
    told.years |= {int(n) for n in re.findall(r"(?<!\d)[12]\d{3}(?!\d)", text)}
    for year, end in re.findall(r"\b([12]\d{3})[-–/](\d\d)\b", text):
        told.years.add(int(year[:2] + end))
    printed = printed_on(article)
    if printed:
        told.printed_in.add(printed.year)
        near = {-1: "last year|ano pasado", 0: "this year|este ano", 1: "next year|proximo ano"}
        for shift, words in near.items():
            if re.search(rf"\b(?:{words})\b", plain_folded(text)):
                told.years.add(printed.year + shift)
    for day in (*written_days(text, language), *told_days(article, language, sure=False)):
        told.days.add((day.day, day.month))
        told.months.add(day.month)
    for numeric in re.findall(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?\b", text):
        a, b = map(int, numeric)
        told.days |= {(a, b), (b, a)}
    told.hours |= {name for _, name in hours(text, language)}


def _add_places(told: Told, text: str, language: Language) -> None:
    names = {**language.demonyms, **language.known_places}
    told.places |= {names[m[1]] for m in _place_words(language.code).finditer(plain_folded(text))}
    for short, place in (("US", "United States"), ("UK", "Britain")):
        if re.search(rf"\b{short}\b", text):
            told.places.add(place)


@lru_cache
def _place_words(code: str) -> re.Pattern[str]:
    """Every place and people of the table, the longest first, but those that are words too."""
    language = get_language(code)
    words = {*language.known_places, *language.demonyms} - {"us", "uk"}
    listed = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
    return re.compile(rf"(?<!\w)({listed})(?!\w)" if listed else "(?!)()")


def add_persons(told: Mapping[str, Told], persons: Iterable[tuple[str, str]]) -> None:
    """Tell each outlet's text which full names it holds, from pairs of outlet and printed name."""
    for outlet, name in persons:
        if outlet in told and " " in name:
            told[outlet].persons[name] = {w.strip(".") for w in fold(name).split()}


def telling_words(name: str) -> Iterator[str]:
    """The words of a person's name by which others may call her: no first name, no initial."""
    words = [w for w in name.split() if not SUFFIX.fullmatch(w) and "." not in w]
    last = fold(words[-1]) if words else fold(name)
    firsts = _first_names()
    for word in words:
        plain = fold(word)
        if plain == last or (word not in firsts and word[0].isupper() and len(plain) > 2):
            yield plain


def _in_unit(q: Quantity, unit: str) -> float | None:
    """A quantity in another unit, where both measure the same."""
    if q.unit == unit:
        return q.value
    one, other = WORTH.get(q.unit), WORTH.get(unit)
    if one is None or other is None or one[0] != other[0]:
        return None
    return q.value * one[1] / other[1]


def _month(name: str) -> int:
    english = known_language("en")
    months = english.months if english else ()
    return months.index(name.lower()) + 1 if name.lower() in months else 0


def _is_little(word: str) -> bool:
    return word in (
        "of",
        "the",
        "and",
        "for",
        "de",
        "del",
        "la",
        "los",
        "las",
        "el",
        "y",
        "e",
        "on",
        "s",
    )


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return frozenset(w for code in language_codes() for w in get_language(code).first_names)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return _union("bodies")


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return _union("places")


@lru_cache(maxsize=1)
def _articles() -> frozenset[str]:
    return _union("definite")


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    return frozenset(
        p for code in language_codes() for p in get_language(code).known_places.values()
    )


def _union(name: str) -> frozenset[str]:
    return frozenset(
        fold(w) for code in language_codes() for w in getattr(get_language(code), name)
    )


@lru_cache(maxsize=1)
def _part_words() -> list[tuple[float, str]]:
    return [
        (PART[name], words)
        for code in language_codes()
        for words, name in get_language(code).fractions.items()
    ]
