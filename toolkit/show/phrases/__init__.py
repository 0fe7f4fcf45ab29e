"""The exact words for absence and for doubt, each said in one place and ready for translation.

A careless word undoes a careful number: an outlet in which we found nothing has not "ignored"
anything, a share without an interval is not a finding, and a page that failed is unknown to us, not
silent. So no other module, template or notebook spells such words: it asks for them by a key.

A language is a file of this folder, `en` the first: ``PHRASES`` maps a key to a template with named
fields, or to one template for each plural form, which ``plural`` chooses by the field ``n``. A key
that a language has not yet falls back to English; `missing` lists such keys.

>>> say("absent.from", n=2, outlet="Courier")
'not found in the 2 articles that we have from Courier'
>>> say("absent.from", n=1, outlet="Courier")
'not found in the article that we have from Courier'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from markupsafe import Markup

from toolkit.errors import UsageError, nearest
from toolkit.show import wording

#: A phrase: a template, or one for each plural form.
Phrase = str | Mapping[str, str]

FALLBACK: Final = "en"
_language: ContextVar[str] = ContextVar("language of phrases", default=FALLBACK)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The phrases of one language, and how it chooses a plural form."""

    phrases: Mapping[str, Phrase]
    plural: Callable[[int], str]

    def template(self, key: str, n: object) -> str:
        """The template of a key, in the plural form for `n`."""
        phrase = self.phrases[key]
        if isinstance(phrase, str):
            return phrase
        if not isinstance(n, int):
            raise UsageError(f"phrase '{key}' has plural forms and needs a number n")
        return phrase.get(self.plural(n), phrase["other"])


@lru_cache(maxsize=8)
def catalogue(language: str) -> Catalogue:
    """The phrases of a language; an empty one, which falls back to English, where it has no file.

    >>> catalogue("xx").phrases
    {}
    """
    try:
        module = import_module(f"{__name__}.{language.partition('-')[0]}")
    except ModuleNotFoundError:
        return Catalogue({}, lambda _: "other")
    return Catalogue(module.PHRASES, module.plural)


@contextmanager
def written_in(language: str) -> Iterator[None]:
    """Say every phrase in that language within the block.

    >>> with written_in("xx"):
    ...     say("not_found")
    'not found'
    """
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def _template(key: str, fields: Mapping[str, Any]) -> str:
    for language in (_language.get(), FALLBACK):
        found = catalogue(language)
        if key in found.phrases:
            return found.template(key, fields.get("n"))
    hint = nearest(key, list(catalogue(FALLBACK).phrases))
    raise UsageError(f"there is no phrase '{key}'{hint}")


def say(key: str, /, **fields: Any) -> str:
    """A phrase with its fields filled in; UsageError for an unknown key."""
    return _template(key, fields).format(**fields)


def mark(key: str, /, **fields: Any) -> Markup:
    """A phrase as HTML: fields that are `Markup` (links, markers) stay so, others are escaped."""
    return Markup(_template(key, fields)).format(**fields)


def missing(language: str) -> list[str]:
    """The keys that a language has not yet.

    >>> missing("en")
    []
    """
    own = catalogue(language).phrases
    return [key for key in catalogue(FALLBACK).phrases if key not in own]


# -- phrases that depend on a number ---------------------------------------------------------------

#: From so many articles an outlet on, its habits may be spoken of.
ENOUGH_ARTICLES: Final = 10
#: From so many articles on, whole articles can be shuffled to see what chance does.
SHUFFLED: Final = 4


def sampling(articles: Iterable[int]) -> str:
    """What may be said of the outlets' other articles, given how many we have from each.

    >>> sampling([1, 2])
    'One or two articles an outlet are too few to say; we start at ten.'
    >>> sampling([3, 3])
    'Held by only three articles an outlet; we start at ten.'
    """
    counts = sorted(articles) or [1]
    groups = [_group(counts[0]), _group(counts[-1])]
    if counts[-1] == 2 and counts[0] == 1:
        return say("sampling.one_or_two")
    alike = counts[0] == counts[-1] or groups[0] == "many"
    number = wording.spelt(counts[-1])
    key = f"sampling.{groups[1]}{'' if alike else '.mixed'}"
    return say(key, number=number, Number=wording.capital(number))


def _group(articles: int) -> str:
    if articles < ENOUGH_ARTICLES:
        return "one" if articles < 2 else "few" if articles < SHUFFLED else "some"
    return "many"
