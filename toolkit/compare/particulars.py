"""Particulars: the names, numbers and dates that an outlet gives.

Telling agreement from difference by sentences does not work well enough to show; by particulars it
does. A particular is written the same way wherever it is found: "sixty-four staff" and "64
empleados" are both "64 people", "April 30" and "el 30 de abril" both "30 April", a person is the
fullest form of the name in the event. The rules are strict on purpose. What they do not know well
enough (a single capitalised word, a number under ten, "about") they leave out, because the finding
"only one outlet has this" is worth making only if it is nearly always right.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from toolkit import tables
from toolkit.compare.wording import (
    fold,
    known_language,
    number_words,
    plain_number,
    words_for_one,
)
from toolkit.languages import Language, get_language, language_codes
from toolkit.model import Article, Event, Span

ParticularKind = Literal["person", "body", "place", "number", "date"]
SCHEMA = {**tables.SCHEMAS["particulars"], "telling": tables.TEXT, "printed": tables.TEXT}

#: Signs that stand for a counted noun in every language.
SIGNS: Mapping[str, str] = {"%": "per cent", "km": "kilometres"}
CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}
SMALLEST = 10
#: "PORT ALDER, March 28 (Crosswire)": so near the beginning a date before a bracket is a dateline.
DATELINE = 60
CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
PARTICLE = r"(?:de|del|de la|da|do|das|dos|van|von|bin|al)"
INITIAL = r"(?:[A-Z]\. ?){1,2}"
NAME = re.compile(rf"{CAPITALISED}(?: {INITIAL})?(?: (?:{PARTICLE} )?{CAPITALISED}){{1,3}}")
NUMBER = re.compile(
    r"(?<![\w.,/:-])(?P<sign>[$€£])?(?P<value>\d{1,3}(?:[.,  ]\d{3})+|\d+(?:[.,]\d+)?)"
    r"(?![\w/:]|[-–]\d|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Particular:
    """A name, number or date at a place of one article.

    `telling` is the part by which another article is judged to have it too: a surname, a figure.
    """

    name: str
    kind: ParticularKind
    span: Span
    telling: str


def tabulate_particulars(event: Event) -> pd.DataFrame:
    """The table ``particulars``: every name, number and date that an article of the event gives.

    Rows are in text order, by outlet and article; the extra column `telling` holds the folded
    surname or the figure by which presence in another outlet is judged.

    Does not show: single names, numbers under ten, sums in words, approximations.
    """
    outlets = event.outlet_ids()
    articles = sorted(event.articles, key=lambda a: (outlets.index(a.outlet), a.article_id))
    found = [(a, p) for a in articles for p in find_particulars(a, event)]
    # "Tomas" and "Tomás", "PORT ALDER" and "Port Alder": the first form found names them all.
    names = {(fold(p.name), p.kind): p.name for _, p in reversed(found)}
    rows = [
        {
            "particular": names[fold(p.name), p.kind], "kind": p.kind,
            "article_id": a.article_id, "outlet": a.outlet,
            "start": p.span.start, "end": p.span.end, "telling": p.telling,
            "printed": p.span.of(a.text),
        }
        for a, p in found
    ]  # fmt: skip
    return tables.to_frame(rows, SCHEMA)


def find_particulars(article: Article, event: Event) -> list[Particular]:
    """The particulars of one article, in text order.

    >>> article = Article("a", "a", "", "", "", "Mayor Ruth Ellery lost 212 hectares on April 30.",
    ...                   "en", "")
    >>> [p.name for p in find_particulars(article, Event("saltworks", "The closure"))]
    ['Ruth Ellery', '212 hectares', '30 April']
    """
    language = known_language(article.language)
    if language is None:
        return []
    dates = list(_dates(article.text, language))
    taken = [d.span for d in dates]
    numbers = list(_numbers(article, taken, language))
    names = list(_names(article, language, event))
    return sorted([*dates, *numbers, *names], key=lambda p: (p.span, p.name))


def _dates(text: str, language: Language) -> Iterator[Particular]:
    months, of = "|".join(language.months), "|".join(sorted(language.genitives))
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th|º)?"
    written = re.compile(
        rf"\b{day.format('d1')} (?:(?:{of}) )?(?P<m1>{months})\b"
        rf"|\b(?P<m2>{months}) {day.format('d2')}\b(?![.,]\d)",
        re.IGNORECASE,
    )
    english = known_language("en")
    for m in written.finditer(text):
        number = int(m["d1"] or m["d2"])
        month = language.months.index((m["m1"] or m["m2"]).lower())
        dateline = m.start() < DATELINE and text[m.end() : m.end() + 2] == " ("
        if 1 <= number <= 31 and english and not dateline:
            name = f"{number} {english.months[month].capitalize()}"
            yield Particular(name, "date", Span(*m.span()), name.lower())
    for m in re.finditer(r"(?<![\d.,$€£-])(?:1[5-9]|20)\d\d(?![\d%s]|[.,]\d|-)", text):
        yield Particular(m.group(), "date", Span(*m.span()), m.group())


def _numbers(article: Article, taken: list[Span], language: Language) -> Iterator[Particular]:
    roughly, between = _roughly(language.code), "|".join(sorted(language.between_number_and_noun))
    for span, value, sign in _figures(article.text, article.language):
        if any(span.overlaps(t) for t in taken) or _is_small(value):
            continue
        if roughly.search(fold(article.text[max(0, span.start - 16) : span.start])):
            continue
        scale = re.match(r"\s?([^\W\d_]+)", article.text[span.end : span.end + 12])
        scaled = language.scales.get(fold(scale[1])) if scale else None
        if scale and scaled:
            span = Span(span.start, span.end + scale.end())
        noun = re.match(
            rf"[\s-]?(?:(?:{between}) ){{0,2}}(%|[^\W\d_]+)", article.text[span.end : span.end + 40]
        )
        counted = _unit(fold(noun[1]), language) if noun else None
        if noun and counted and not sign:
            span = Span(span.start, span.end + noun.end())
        unit = CURRENCIES.get(sign) or counted
        if unit:
            yield Particular(" ".join(filter(None, (value, scaled, unit))), "number", span, value)


@lru_cache
def _roughly(code: str) -> re.Pattern[str]:
    """What makes the number after it rough; the longest wording first."""
    words = sorted(get_language(code).roughly, key=lambda w: (-len(w), w))
    return re.compile(rf"(?:{'|'.join(words)})\s*$")


def _unit(noun: str, language: Language) -> str | None:
    return SIGNS.get(noun) or language.units.get(noun)


def _is_small(value: str) -> bool:
    return "." not in value and int(value) < SMALLEST


def _figures(text: str, code: str) -> Iterator[tuple[Span, str, str]]:
    """Each number with its value written plainly ("9400", "2.1") and its currency sign."""
    for m in NUMBER.finditer(text):
        yield Span(*m.span()), plain_number(m["value"], code), m["sign"] or ""
    numbers = number_words(code)
    tens = "|".join(w for w, n in numbers.items() if n in range(20, 100, 10))
    alone = "|".join(w for w, n in numbers.items() if SMALLEST <= n < 100)
    units = {w: n for w, n in numbers.items() if n < SMALLEST}
    units |= dict.fromkeys(sorted(words_for_one(code)), 1)
    joiners = "|".join(["-", *(f" {word} " for word in get_language(code).number_joiners)])
    ones = "|".join(units)
    # One character for one: "…" alone would fold to three, and shift all that follows.
    folded = "".join(f if len(f := fold(c)) == 1 else c for c in text)
    if not alone:
        return
    for m in re.finditer(rf"\b(?:({tens})(?:{joiners})({ones})|({alone}))\b(?!{joiners})", folded):
        value = numbers[m[1]] + units[m[2]] if m[1] else numbers[m[3]]
        yield Span(*m.span()), str(value), ""


def _names(article: Article, language: Language, event: Event) -> Iterator[Particular]:
    actors = {fold(actor.name): actor for actor, _ in event.actors()}
    text, authors = article.text, {fold(author) for author in article.authors}
    for m in NAME.finditer(text):
        span = _trimmed(Span(*m.span()), text, language, actors)
        name = span.of(text)
        if " " not in name or fold(name) in authors or _in_credit(text, span.start):
            continue
        actor = actors.get(fold(name))
        if actor and actor.kind == "person":
            yield Particular(actor.name, "person", span, _surname(actor.name))
        elif kind := _kind(name, span, text, language, is_actor=actor is not None):
            telling = _surname(name) if kind == "person" else fold(name)
            shown = name.title() if name.isupper() else name
            yield Particular(actor.name if actor else shown, kind, span, telling)


def _surname(name: str) -> str:
    """The folded last word of a name that is no "III" or "Jr"."""
    words = [w for w in name.split() if not re.fullmatch(r"[IVX]+|[JS]r\.?", w)]
    return fold((words or name.split())[-1])


def _trimmed(span: Span, text: str, language: Language, actors: Container[str]) -> Span:
    """The name alone, without "Mayor" or "Foreman" before it, "Tuesday" or a possessive after."""
    # "Quill's Harbour Office": the name that counts begins after the possessive.
    owner = re.match(r".*['’]s (?=[^ ])", span.of(text))
    start = span.start + (owner.end() if owner else 0)
    words = text[start : span.end].split()
    while len(words) > 1 and _is_opening(words[-1], language):
        words.pop()
    end = start + len(re.sub(r"['’]s?$", "", " ".join(words)))
    for n, word in enumerate(words[:-1]):
        # "Foreman Tomás Ruiz": whatever stands before an actor's name is no part of it.
        before_actor = any(fold(" ".join(words[k:])) in actors for k in range(n + 1, len(words)))
        if not (before_actor or _is_opening(word, language)):
            break
        start += len(word) + 1
    return Span(start, max(start, end))


def _in_credit(text: str, at: int) -> bool:
    """Whether a place lies in a paragraph such as "(Reporting by ...; editing by ...)"."""
    end = text.find("\n", at)
    paragraph = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    return bool(re.match(r"\W*\(", paragraph) or _credits().search(paragraph))


@lru_cache(maxsize=1)
def _credits() -> re.Pattern[str]:
    """What names who worked on an article, in any language: agencies are printed abroad too."""
    phrases = {p for code in language_codes() for p in get_language(code).credits}
    return re.compile("|".join(sorted(phrases)))


@lru_cache(maxsize=1)
def _place_nouns() -> frozenset[str]:
    """Nouns of places in any language: a street keeps its name abroad."""
    return frozenset(w for code in language_codes() for w in get_language(code).place_nouns)


def _is_opening(word: str, language: Language) -> bool:
    """Whether a capitalised word before a name is none of it: "Mayor", "Ms", "The", a weekday."""
    plain = word.rstrip(".").lower()
    return (
        word in language.not_names
        or word in language.honorifics
        or plain in language.roles
        or plain in language.stop_words
        or plain in language.months
    )


def _kind(
    name: str, span: Span, text: str, language: Language, *, is_actor: bool
) -> ParticularKind | None:
    words = [fold(w).removesuffix("'s") for w in name.split()]
    if is_actor or any(w in language.bodies or w.rstrip("s") in language.bodies for w in words):
        return "body"
    if set(words) & _place_nouns():
        return "place"
    if name.split()[0] in language.first_names or _is_introduced(name, span, text, language):
        return "person"
    return None


def _is_introduced(name: str, span: Span, text: str, language: Language) -> bool:
    """Whether the words beside a name treat it as a person's: a title, an age, "who", a verb."""
    before = re.findall(r"[\w.]+", text[max(0, span.start - 24) : span.start])[-1:]
    after = text[span.end : span.end + 24]
    if name.isupper() or set(before) & language.rest_of_name:
        return False  # "Center for Biological Diversity": the rest of a longer name
    titled = before and (before[0] in language.honorifics or before[0].lower() in language.roles)
    who = "|".join(sorted(language.who))
    if titled or re.match(rf", (?:\d\d|{who})\b", after):
        return True
    verb = re.match(r",? ([^\W\d_]+)", after)
    ended = re.match(rf"[,.;:]| (?:{'|'.join(sorted(language.genitives))}) ", after)
    return len(name.split()) <= 3 and bool(
        (verb and _is_plain_verb(verb[1], language))
        or (ended and before and _is_plain_verb(before[0], language))
    )


def _is_plain_verb(word: str, language: Language) -> bool:
    verb = language.verbs.get(word)
    return verb is not None and not verb.weak and verb.lemma not in language.addressing
