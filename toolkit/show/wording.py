"""Numbers, names and days as an English sentence holds them.

What is said of absence and of doubt is not here but in `phrases`, ready for translation.

>>> doubt_word(0.71)
'likely'
>>> listing(["Courier", "Ledger", "Weekly Tide"])
'Courier, Ledger and Weekly Tide'
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from toolkit.languages import get_language, is_known

SURE: Final = 0.90
LIKELY: Final = 0.70

#: What to say of a page that failed, for each reason code of `toolkit.errors.REASONS`.
FAILED: Final[Mapping[str, str]] = {
    "http_402": "it asks for a subscription",
    "http_403": "the site does not let programs read it",
    "http_404": "there is no such page",
    "http_451": "the site withholds it for legal reasons",
    "timeout": "the site took too long",
    "too_large": "the page is larger than an article can be",
    "robots": "the site asks programs not to read it",
    "private_host": "the address leads to a private network",
    "consent": "the site answers with a consent form",
    "geo_block": "the site does not answer readers from here",
    "soft_404": "the site answers that there is no such page",
    "not_an_article": "the page holds no article text",
    "script_only": "the text is put in by scripts",
    "not_html": "the address does not lead to a web page",
    "empty": "the page is empty",
    "truncated": "the connection broke off",
    "bad_encoding": "its bytes are not text in the encoding that it names",
    "connection": "the site could not be reached",
    "parse": "the page could not be parsed",
}

#: The English names of languages without a file that a report is likely to meet.
LANGUAGES: Final[Mapping[str, str]] = {
    "fr": "French", "de": "German", "it": "Italian", "nl": "Dutch", "ca": "Catalan",
    "gl": "Galician",
}  # fmt: skip

_SPELT: Final = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def spelt(number: int) -> str:
    """A number as it stands in a sentence: in words up to twelve.

    >>> spelt(3), spelt(40)
    ('three', '40')
    """
    return _SPELT[number] if 0 <= number < len(_SPELT) else f"{number:,}"


def several(number: int, noun: str, plural: str | None = None) -> str:
    """The noun for that many of it.

    >>> several(1, "quote"), several(2, "country", "countries")
    ('quote', 'countries')
    """
    return noun if number == 1 else (plural or noun + "s")


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "quote"), count(1200, "word")
    ('1 quote', '1,200 words')
    """
    return f"{number:,} {several(number, noun, plural)}"


def listing(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def first_of(names: Sequence[str], most: int) -> str:
    """The first names of a list, and how many more there are.

    >>> first_of(["Courier", "Ledger", "Tide"], 2)
    'Courier, Ledger and 1 more'
    """
    rest = len(names) - most
    return listing([*names[:most], f"{rest} more"] if rest > 0 else names)


def capital(sentence: str) -> str:
    """The sentence with its first letter raised and the rest left alone."""
    return sentence[:1].upper() + sentence[1:]


def within(label: str) -> str:
    """A label inside a sentence: its article lowered, and nothing else.

    >>> within("The owners"), within("Owners of Alder Salt")
    ('the owners', 'Owners of Alder Salt')
    """
    article = label.startswith(("The ", "A ", "An ", "El ", "La ", "Los ", "Las "))
    return label[0].lower() + label[1:] if article else label


def label_as_printed(label: str, printed: str, *, name: bool = False) -> str:
    """The label as printed where it holds a name; else in lower case, as it is counted.

    >>> label_as_printed("that wednesday", "That Wednesday")
    'That Wednesday'
    >>> label_as_printed("closure", "The closure")
    'closure'
    >>> label_as_printed("falk", "Falk", name=True)
    'Falk'
    """
    shown = printed[-len(label) :]
    # A capital at its beginning may be that of a sentence; the labels of people are names.
    named = name or any(c.isupper() for c in shown[1:])
    return shown if named and shown.casefold() == label else label


def percent(share: float) -> str:
    """A share as a whole percentage.

    >>> percent(0.455)
    '46%'
    """
    return f"{math.floor(share * 100 + 0.5)}%"


def doubt_word(p: float) -> str:
    """``sure``, ``likely`` or ``unsure``, as the look defines them, of the percentage printed.

    >>> how_sure(0.899), how_sure(0.696)
    ('sure, 90%', 'likely, 70%')
    """
    p = math.floor(p * 100 + 0.5) / 100
    return "sure" if p >= SURE else "likely" if p >= LIKELY else "unsure"


#: The highest probability that is shown.
SUREST = 0.99


def how_sure(p: float) -> str:
    """The doubt in one word and one number.

    No reading is beyond doubt, so that no number is above 99%.

    >>> how_sure(0.57), how_sure(0.998)
    ('unsure, 57%', 'sure, 99%')
    """
    return f"{doubt_word(p)}, {percent(min(p, SUREST))}"


def failed(reason: str) -> str:
    """What a page's reason code says to a reader.

    >>> failed("http_503")
    'the site answers with error 503'
    """
    if reason in FAILED:
        return FAILED[reason]
    if reason.startswith("http_"):
        return f"the site answers with error {reason[5:]}"
    return reason.replace("_", " ")


def language_name(code: str) -> str:
    """The English name of a language, or its code.

    >>> language_name("pt-BR"), language_name("fr"), language_name("xx")
    ('Portuguese', 'French', 'xx')
    """
    if is_known(code):
        return get_language(code).name
    return LANGUAGES.get(code.partition("-")[0], code)


def _moment(written: object) -> datetime | None:
    if not isinstance(written, str):
        return None
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def short_day(written: object) -> str:
    """A day as a table holds it; empty where there is none.

    >>> short_day("2025-03-27T08:00:00+00:00"), short_day(None)
    ('27 Mar', '')
    """
    when = _moment(written)
    return f"{when.day} {_MONTHS[when.month - 1][:3]}" if when else ""


def long_day(written: object) -> str:
    """A day as a sentence holds it.

    >>> long_day("2025-03-27")
    '27 March 2025'
    """
    when = _moment(written)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}" if when else ""


def window(since: object, until: object) -> str:
    """The window of an event, with the year said once.

    >>> window("2025-03-27", "2025-04-10"), window("2025-04-01", "2025-04-10")
    ('27 March to 10 April 2025', '1 to 10 April 2025')
    """
    first, last = long_day(since), long_day(until)
    if first and last:
        (day, month, year), (_, last_month, last_year) = first.split(), last.split()
        shared = (month == last_month) + 1 if year == last_year else 0
        return f"{' '.join([day, month, year][: 3 - shared])} to {last}"
    return f"from {first}" if first else f"until {last}" if last else ""
