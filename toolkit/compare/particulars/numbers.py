"""Numbers: how many of what, and amounts of money.

A number alone is no particular: "64" may be people or pages. With what it counts it is one, and it
is written alike in every language: "sixty-four staff" and "64 empleados" are "64 people", "$2.1
million" and "2,1 millones de dólares" are "2.1 million dollars". Which nouns are filed together
says the table `units` of each language; another noun stands as it is printed. "About", "more than"
and "less than" are kept, since a rounded number is another claim than an exact one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.compare.particulars.figures import (
    SIGNS,
    Figure,
    figures,
    plain_folded,
    written_value,
)
from toolkit.compare.particulars.record import Particular
from toolkit.compare.wording import fold, number_words
from toolkit.languages import Language, get_language
from toolkit.model import Span

SMALLEST = 2
#: So many words may stand between a number and the noun that it counts: "15 new nuclear plants".
REACH = 3
PART = {
    "half": 50.0, "a third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0,
    "three quarters": 75.0, "a fifth": 20.0,
}  # fmt: skip
#: Units in terms of others: what one of them is worth.
WORTH: Mapping[str, tuple[str, float]] = {
    "acres": ("area", 0.4047), "hectares": ("area", 1.0), "kilometres": ("length", 1000.0),
    "miles": ("length", 1609.3), "metres": ("length", 1.0), "feet": ("length", 0.3048),
    "yards": ("length", 0.9144), "hours": ("time", 1.0), "minutes": ("time", 1 / 60),
    "days": ("time", 24.0), "weeks": ("time", 168.0), "months": ("time", 730.5),
    "years": ("time", 8766.0), "years old": ("time", 8766.0), "decades": ("time", 87660.0),
    "tonnes": ("weight", 1000.0), "kilos": ("weight", 1.0), "pounds": ("weight", 0.4536),
}  # fmt: skip
HOW = re.compile(r"(?:(?P<rough>about|more than|less than) )?(?P<rest>.+)")
WRITTEN = re.compile(
    r"(?P<value>\d+(?:\.\d+)?)(?: (?P<scale>million|billion|trillion))? (?P<unit>.+)"
)


NOUN = re.compile(r"[ \u00a0-]?((?:[A-Z]\.)+|[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read back from how a particular writes it."""

    value: float
    unit: str
    how: str = ""


def quantity_of(name: str) -> Quantity | None:
    """The number that a particular's name says, or None where it says none.

    >>> quantity_of("about 2.1 million dollars")
    Quantity(value=2100000.0, unit='dollars', how='about')
    >>> quantity_of("half").value
    50.0
    """
    m = HOW.fullmatch(name)
    if m is None:
        return None
    how, rest = m["rough"] or "", m["rest"]
    if rest in PART:
        return Quantity(PART[rest], "per cent", how)
    written = WRITTEN.fullmatch(rest)
    if written is None:
        return None
    times = {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(written["scale"] or "", 1.0)
    return Quantity(float(written["value"]) * times, written["unit"], how)


def find_numbers(text: str, language: Language, taken: Sequence[Span]) -> Iterator[Particular]:
    """The numbers of a text with what they count; those inside `taken` spans are dates.

    >>> from toolkit.languages import get_language
    >>> found = find_numbers("About 60 staff of 212 lost $2.1 million.", get_language("en"), ())
    >>> [p.name for p in found]
    ['about 60 people', '2.1 million dollars']

    Does not show: numbers that count nothing named, ranges, "dozens".
    """
    parts = list(_parts(text, language))
    taken = [*taken, *(p.span for p in parts)]
    for figure in figures(text, language.code):
        one = figure.value < SMALLEST and figure.value % 1 == 0 and not figure.sign
        if one or figure.dashed or any(figure.span.overlaps(t) for t in taken):
            continue
        found = _counted(text, figure, language)
        if found:
            yield found
    yield from parts


def _counted(text: str, figure: Figure, language: Language) -> Particular | None:
    start, how = _approached(text, figure, language)
    if figure.sign:
        unit, end = SIGNS[figure.sign], figure.span.end
    else:
        aged = _age(text, figure, language)
        unit, end = aged or _unit(text, figure, language) or ("", 0)
    if not unit:
        return None
    value = written_value(figure.value)
    name = " ".join(filter(None, (how, value, unit)))
    return Particular(name, "number", Span(start, end), value)


def _approached(text: str, figure: Figure, language: Language) -> tuple[int, str]:
    """Where a number begins with what makes it rough, and how: about, more than, less than."""
    before = plain_folded(text[max(0, figure.span.start - 24) : figure.span.start])
    m = _roughly(language.code).search(before)
    if m is None:
        return figure.span.start, "about" if figure.rough else ""
    start = figure.span.start - (len(before) - m.start())
    word = m[1]
    how = "more than" if word in language.more_than else "about"
    return start, "less than" if word in language.less_than else how


@lru_cache
def _roughly(code: str) -> re.Pattern[str]:
    """What makes the number after it rough; the longest wording first."""
    words = sorted(get_language(code).roughly, key=lambda w: (-len(w), w))
    return re.compile(rf"(?<!\w)({'|'.join(words)})\s+$")


def _age(text: str, figure: Figure, language: Language) -> tuple[str, int] | None:
    """ "18-year-old", "aged 18", "Ana Ruiz, 18,", "de 18 años"."""
    if figure.in_words or not 1 < figure.value < 115 or figure.value % 1:
        return None
    span, after = figure.span, text[figure.span.end : figure.span.end + 24]
    before = plain_folded(text[max(0, span.start - 24) : span.start])
    years = "|".join(sorted(w for w, unit in language.units.items() if unit == "years"))
    whole = re.match(rf"[\s-](?:{years})\b", plain_folded(after))
    old = re.match(
        rf"[\s-](?:{years})[\s-](?:{'|'.join(sorted(language.age_after)) or '(?!)'})\b",
        plain_folded(after),
    )
    if old:
        return "years old", span.end + old.end()
    named = re.search(r"[^\W\d_]['’\w]*, (?:de )?$", text[max(0, span.start - 24) : span.start])
    capital = bool(named and named.group()[0].isupper())
    aged = re.search(rf"\b(?:{'|'.join(sorted(language.age_before))}) $", before)
    if whole and (capital or aged) and language.age_before and not language.age_after:
        return "years old", span.end + whole.end()
    if language.age_after and (aged or (capital and re.match(r"[,.;)]", after))):
        return "years old", span.end
    return None


def _unit(text: str, figure: Figure, language: Language) -> tuple[str, int] | None:
    """The noun that a number counts, under the word by which it is filed, and where it ends."""
    at = figure.span.end
    sign = re.compile(r"\s?(%|°C|°F|°)").match(text, at)
    if sign:
        return {"%": "per cent"}.get(sign[1], "degrees"), sign.end()
    found = ""
    for n in range(REACH + 1):
        m = NOUN.match(text, at)
        if m is None or (n and m.start(1) == at):
            break
        word = fold(m[1])
        unit = language.units.get(word) or _dashed_unit(word, language)
        if unit:
            return unit, m.end()
        if not _goes_between(m[1], word, language):
            break
        if figure.value > SMALLEST and _is_plural(m[1], word, language):
            found, end = m[1].lower(), m.end()
            break
        at = m.end()
    return (found, end) if found else None


def _dashed_unit(word: str, language: Language) -> str | None:
    """ "Mile" in "100-mile walk"; "year" in "three-year deal"."""
    first = word.split("-")[0]
    return language.units.get(first) if "-" in word else None


def _goes_between(printed: str, word: str, language: Language) -> bool:
    """Whether a word may stand between a number and its noun, or be the noun."""
    if word in language.between_number_and_noun or word in language.definite:
        return True
    if word in number_words(language.code):
        return False  # "41,000 ten years before"
    little = word in language.stop_words or word in language.auxiliaries
    if little or word in language.prepositions or printed in language.verbs:
        return False
    return word not in language.months and printed not in language.not_names


def _is_plural(printed: str, word: str, language: Language) -> bool:
    """Whether a word looks like a plural noun of the language; names do not count."""
    if printed[0].isupper() or word in language.between_number_and_noun:
        return False
    ending = word.endswith("s") and "'" not in word and not word.endswith(("ss", "us", "is"))
    return len(word) > 3 and (ending or word in language.plurals)


@lru_cache
def _fractions(code: str) -> re.Pattern[str] | None:
    language = get_language(code)
    words = sorted(language.fractions, key=lambda w: (-len(w), w))
    after = "|".join(sorted(language.genitives | language.definite | language.possessives))
    return re.compile(rf"(?<![\w-])({'|'.join(words)})(?= (?:{after})\b)") if words else None


def _parts(text: str, language: Language) -> Iterator[Particular]:
    """ "Half of the workers", "la mitad de la plantilla"."""
    pattern = _fractions(language.code)
    for m in pattern.finditer(plain_folded(text)) if pattern else ():
        name = language.fractions[m[1]]
        start, how = _approached(text, Figure(Span(*m.span()), 50.0), language)
        yield Particular(f"{how} {name}".strip(), "number", Span(start, m.end()), name)
