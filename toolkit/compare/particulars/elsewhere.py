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
from functools import lru_cache
from itertools import combinations

from toolkit.compare.particulars.numbers import PART, WORTH, Quantity, quantity_of
from toolkit.compare.particulars.spelling import SUFFIX, place_nouns, squashed
from toolkit.compare.particulars.told import Told
from toolkit.compare.wording import fold, known_language
from toolkit.extract.entities import one_letter_off
from toolkit.languages import get_language, language_codes

#: A number so near another may be the same, rounded.
NEAR = 0.1
#: Below this a number has too many chances to be meant: "both", "a pair".
LEAST = 3
LONG = 5


def is_lone(
    kind: str, name: str, have: Sequence[str], told: Mapping[str, Told], languages: Iterable[str]
) -> bool | None:
    """Whether one outlet alone gives a particular; None where that must be left open.

    Bodies and places have other names in other languages: there it is left open, but for places of
    the table.
    """
    if len(have) != 1 or len(told) < 2:
        return False
    if any(may_tell(told[o], kind, name) for o in told if o != have[0]):
        return False
    several = len(set(languages)) > 1
    return None if several and kind in ("body", "place") and name not in _listed() else True


def may_tell(told: Told, kind: str, name: str) -> bool:
    """Whether an outlet may give a particular in some form."""
    if kind == "person":
        return _tells_person(told, name)
    if kind == "body":
        return _tells_body(told, name)
    if kind == "place":
        return _tells_place(told, name)
    return _tells_number(told, name) if kind == "number" else _tells_date(told, name)


def _tells_person(told: Told, name: str) -> bool:
    if squashed(name) in told.letters:
        return True
    if any(_has_word(told, w) and not _explains(told, w, name) for w in telling_words(name)):
        return True
    first = fold(name.split()[0])  # "Nela" alone may be Nela Oyarzun
    return first in told.capitals and not any(first in words for words in told.persons.values())


def _has_word(told: Told, word: str) -> bool:
    drifted = len(word) >= LONG and any(one_letter_off(word, w) for w in told.capitals)
    return (
        drifted
        or word in told.capitals
        or any(word in part for part in told.capitals if part[0] in "@#")
    )


def _explains(told: Told, word: str, name: str) -> bool:
    """Whether somebody else of that name is meant here: "Ruiz" is Ana Ruiz, not Tomás."""
    first = fold(name.split()[0])
    return any(
        word in words
        and first not in words
        and first[0] not in {w[0] for w in words if len(w) == 1}
        and name != other
        for other, words in told.persons.items()
    )


def _tells_body(told: Told, name: str) -> bool:
    plain = fold(name)
    if f" {plain} " in told.words or squashed(name) in told.letters:
        return True
    words = [w for w in re.findall(r"\w+", plain) if w not in _little()]
    initials = "".join(w[0] for w in words)
    if len(words) > 1 and initials in told.capitals:
        return True
    if name.isupper() and " " not in name:
        return _spells_out(told, plain)
    heads = [w for w in words if w in _bodies() or w.rstrip("s") in _bodies()]
    own = [w for w in words if w not in heads]
    if own and all(_has_word(told, w) for w in own):
        return True
    return any(f" {article} {head} " in told.words for head in heads for article in _articles())


def _spells_out(told: Told, initials: str) -> bool:
    """Whether words with capitals stand here whose initials these are."""
    letters = rf"\w*(?: (?:{'|'.join(sorted(_little()))}))* ".join(initials)
    return bool(re.search(rf"\b{letters}", told.words))


def _tells_place(told: Told, name: str) -> bool:
    if name in told.places or f" {fold(name)} " in told.words or squashed(name) in told.letters:
        return True
    if name in _listed():
        return False
    words = [w for w in re.findall(r"\w+", fold(name)) if w not in _little()]
    own = [w for w in words if w not in place_nouns() and w not in _places()]
    return any(w in told.capitals for w in own or words)


def _tells_number(told: Told, name: str) -> bool:
    asked = quantity_of(name)
    if asked is None or asked.value < LEAST:
        return True
    if any(n == asked.value for n in told.numbers) or _tells_part(told, asked):
        return True
    alike = [v for q in told.quantities if (v := _in_unit(q, asked.unit)) is not None]
    near = any(abs(v - asked.value) <= NEAR * asked.value for v in alike)
    same = [q.value for q in told.quantities if q.unit == asked.unit]
    summed = any(abs(a + b - asked.value) < 1e-9 for a, b in combinations(sorted(set(same)), 2))
    ago = asked.unit == "years" and any(
        abs(y - n - asked.value) <= 1 for y in told.printed_in for n in told.years
    )
    rounded = asked.value >= 20 and any(
        abs(n - asked.value) <= 0.05 * asked.value for n in told.numbers
    )
    return near or summed or ago or rounded


def _tells_part(told: Told, asked: Quantity) -> bool:
    if asked.unit != "per cent":
        return False
    return any(
        abs(share - asked.value) < 5 and f" {words} " in told.words
        for share, words in _part_words()
    )


def _tells_date(told: Told, name: str) -> bool:
    day = re.fullmatch(r"(\d{1,2}) ([A-Z]\w+)", name)
    if day:
        asked = int(day[1]), _month(day[2])
        alone = re.search(rf" {day[1]}(?:st|nd|rd|th|º) | dia {day[1]} ", told.words)
        return asked in told.days or bool(alone)
    if re.fullmatch(r"\d\d:\d\d", name):
        hour = int(name[:2]) % 12
        return any(int(h[:2]) % 12 == hour for h in told.hours)
    if re.fullmatch(r"\d{4}s", name):
        decade = int(name[:4])
        return f" {name[2:4]}s " in told.words or any(decade <= y < decade + 10 for y in told.years)
    month = re.fullmatch(r"([A-Z]\w+)(?: (\d{4}))?", name)
    if month:
        return _month(month[1]) in told.months
    return int(name) in told.years or f" {name} " in told.words or _years_ago(told, int(name))


def _years_ago(told: Told, year: int) -> bool:
    spans = [q.value for q in told.quantities if q.unit in ("years", "decades", "years old")]
    return any(abs(p - year - s) <= 1 for p in told.printed_in for s in spans)


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


@lru_cache(maxsize=1)
def _little() -> frozenset[str]:
    """Words that tie a name together: "of", "de la"."""
    lists = ("definite", "genitives", "and_words", "rest_of_name", "body_links")
    return frozenset().union(*map(_union, lists)) | {"s"}


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
