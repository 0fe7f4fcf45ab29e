"""Dates: days, months, years, decades and hours, written alike in every language.

"April 30", "30 April" and "el 30 de abril" are "30 April"; "18.30 horas" and "6.30 p.m." are
"18:30". A weekday is resolved through the
day on which the article was printed, and only where nothing in its sentence looks ahead; it is then
filed under its date, so that "on Tuesday" and "April 1" agree.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.compare.particulars.figures import plain_folded
from toolkit.compare.particulars.record import Particular
from toolkit.compare.wording import fold, known_language
from toolkit.languages import Language, get_language
from toolkit.model import Article, Span

#: "PORT ALDER, March 28 (Crosswire)": so near the beginning a date before a bracket is a dateline.
DATELINE = 60
YEAR = re.compile(r"(?<![\d.,$€£/-])(1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d|-\d)")
DECADE = re.compile(r"(?<!\d)(1[5-9]\d0|20\d0)s\b")
HOUR = re.compile(
    r"(?<![\d.,:$€£/-])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?(?![\d:%]|[.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month, or a month alone (day 0), with its year where it is told."""

    day: int
    month: int
    year: int | None
    span: Span


def find_dates(article: Article, language: Language) -> Iterator[Particular]:
    """The dates of one article, in no order.

    >>> from toolkit.languages import get_language
    >>> article = Article("a", "a", "", "", "", "Opened in 1871, it shut on April 30 at 6 p.m.",
    ...                   "en", "")
    >>> sorted(p.name for p in find_dates(article, get_language("en")))
    ['1871', '18:00', '30 April']

    Does not show: Easter, "last week", "the 30th", ranges of days.
    """
    text = article.text
    days = list(written_days(text, language))
    for day in days:
        dateline = day.span.start < DATELINE and text[day.span.end : day.span.end + 2] == " ("
        if not dateline:
            yield Particular(_name(day), "date", day.span, _name(day).lower())
    within = [d.span for d in days if not d.day]
    for m in YEAR.finditer(text):
        span = Span(*m.span())
        if not any(w.contains(span) for w in within) and not _is_counted(text, m.end(), language):
            yield Particular(m[1], "date", span, m[1])
    for m in DECADE.finditer(text):
        yield Particular(f"{m[1]}s", "date", Span(*m.span()), f"{m[1]}s")
    for span, name in hours(text, language):
        if not _stands_alone(text, span):
            yield Particular(name, "date", span, name)
    for day in told_days(article, language, sure=True):
        yield Particular(_name(day), "date", day.span, _name(day).lower())


def _name(day: Day) -> str:
    english = known_language("en")
    month = english.months[day.month - 1].capitalize() if english else str(day.month)
    if day.day:
        return f"{day.day} {month}"
    return f"{month} {day.year}" if day.year else month


@lru_cache
def _written(code: str) -> re.Pattern[str]:
    language = get_language(code)
    of = "|".join(sorted(language.genitives))
    short = "|".join(sorted(language.short_months))
    month = rf"(?:{'|'.join(map(fold, language.months))}|(?:{short or '(?!)'})\b\.?)"
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th|º)?"
    year = "(?:,? (?:(?:" + of + r") )?(?P<{}>[12]\d{{3}}))?"
    return re.compile(
        rf"(?<![\d.,/-]){day.format('d1')} (?:(?:{of}) )?(?P<m1>{month})(?!\w)"
        rf"{year.format('y1')}(?!\d)"
        rf"|(?<!\w)(?P<m2>{month}) {day.format('d2')}(?![\d:%]|[.,]\d|[-–]\d)"
        rf"{year.format('y2')}(?!\d)"
        rf"|(?<!\w)(?P<m3>{month})(?!\w){year.format('y3')}(?!\d)",
        re.IGNORECASE,
    )


def written_days(text: str, language: Language) -> Iterator[Day]:
    """Days and months as printed with the name of the month."""
    months = {fold(name): n for n, name in enumerate(language.months, 1)} | dict(
        language.short_months
    )
    folded = plain_folded(text)
    for m in _written(language.code).finditer(folded):
        name = next(filter(None, (m["m1"], m["m2"], m["m3"]))).lower().rstrip(".")
        number = int(m["d1"] or m["d2"] or 0)
        year = next((int(y) for y in (m["y1"], m["y2"], m["y3"]) if y), None)
        if number > 31 or (not number and not _is_month(text, m, language, year)):
            continue
        # the year of a day is a particular of its own
        end = max(m.end(g) for g in ("d1", "d2", "m1", "m2") if m[g]) if number else m.end()
        yield Day(number, months[name], year, Span(m.start(), end))


def _is_month(text: str, m: re.Match[str], language: Language, year: int | None) -> bool:
    """Whether a month without a day is one: "May" may be a verb, "March" a name."""
    printed = text[m.start() : m.start() + 1]
    if not (printed.isupper() or language.small_months):
        return False
    before = re.findall(r"\w+", fold(text[max(0, m.start() - 16) : m.start()]))[-1:]
    leads = language.prepositions | language.before_hours | language.clause_openers
    in_time = before and before[0] in leads
    follows = text[m.end() : m.end() + 2]
    return bool(year or (in_time and not re.match(r" [A-Z]", follows)))


def _is_counted(text: str, at: int, language: Language) -> bool:
    """Whether a number that looks like a year counts something: "1900 people"."""
    m = re.compile(r" ([^\W\d_]+)").match(text, at)
    return bool(m and fold(m[1]) in language.units)


def hours(text: str, language: Language) -> Iterator[tuple[Span, str]]:
    """Hours of the clock with their spans, as "18:30"."""
    folded = plain_folded(text)
    for word, name in language.clock_words.items():
        for w in re.finditer(rf"\b{fold(word)}\b", folded):
            yield Span(*w.span()), name
    late, early = (
        "|".join(re.escape(fold(w)) for w in sorted(ws, key=len, reverse=True)) or "(?!)"
        for ws in (language.afternoon, language.forenoon)
    )
    before = "|".join(map(fold, sorted(language.before_hours, key=len, reverse=True))) or "(?!)"
    half = re.compile(rf"\s?(?:(?P<late>{late})|(?P<early>{early}))(?!\w)")
    for m in HOUR.finditer(folded):
        hour, minute = int(m["hour"]), m["minute"] or "00"
        told = half.match(folded, m.end())
        led = re.search(rf"\b(?:{before}) $", folded[max(0, m.start() - 8) : m.start()])
        colon = m["minute"] and folded[m.end("hour")] == ":"
        if not told and not (m["minute"] and (colon or led)):
            continue
        if told and told["late"] and hour < 12:
            hour += 12
        if told and told["early"] and hour == 12:
            hour = 0
        yield Span(m.start(), told.end() if told else m.end()), f"{hour:02d}:{minute}"


def _stands_alone(text: str, span: Span) -> bool:
    """Whether an hour is all that its line holds: a report by the minute is so divided."""
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return not re.search(r"\w", before + after)


def days_of_ranges(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The first and last days of ranges within a month, with the month: "May 13-22"."""
    months = {fold(name): n for n, name in enumerate(language.months, 1)}
    names = "|".join(months)
    of = "|".join(sorted(language.genitives))
    span = r"(\d\d?)\s?[-–]\s?(\d\d?)"
    pattern = rf"\b({names}) {span}\b|\b{span} (?:(?:{of}) )?({names})\b"
    for m in re.finditer(pattern, plain_folded(text)):
        month = months[m[1] or m[6]]
        yield int(m[2] or m[4]), month
        yield int(m[3] or m[5]), month


def printed_on(article: Article) -> datetime.date | None:
    """The day on which an article was printed."""
    try:
        return datetime.date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def told_days(article: Article, language: Language, *, sure: bool) -> Iterator[Day]:
    """Days told from the day of printing: "on Tuesday", "yesterday".

    With `sure`, only weekdays that lie behind, once each; else both days that a weekday can mean.
    """
    printed = printed_on(article)
    if printed is None or not language.weekdays:
        return
    folded = plain_folded(article.text)
    names = {fold(name): n for n, name in enumerate(language.weekdays)}
    for m in re.finditer(rf"\b({'|'.join(names)})\b", folded):
        back = (printed.weekday() - names[m[1]]) % 7
        days = [printed - datetime.timedelta(back), printed + datetime.timedelta(7 - back)]
        if sure and _looks_ahead(article.text, folded, m, language):
            continue
        for day in days[:1] if sure else days:
            yield Day(day.day, day.month, day.year, Span(*m.span()))
    if not sure:
        for word, shift in language.near_days.items():
            for w in re.finditer(rf"\b{fold(word)}\b", folded):
                day = printed + datetime.timedelta(shift)
                yield Day(day.day, day.month, day.year, Span(*w.span()))


def _looks_ahead(text: str, folded: str, m: re.Match[str], language: Language) -> bool:
    """Whether the sentence of a weekday has a word that puts it in the days to come."""
    start = max(folded.rfind(mark, 0, m.start()) for mark in (". ", "\n", "? ", "! "))
    ends = [e for e in (folded.find(mark, m.end()) for mark in (". ", "\n", "? ", "! ")) if e > 0]
    words = re.findall(r"[^\W\d_]+", text[start + 1 : min(ends, default=len(folded))].lower())
    return any(w in language.ahead or w.endswith(language.future_endings) for w in words)
