"""On which occasion a quote says that it was said: when, and in which form.

People repeat themselves. "We will not sell", posted last week, and "we will not sell", said to the
council on Tuesday, are two utterances, although the words are the same. What tells is the
reporter's own words: in the sentence that holds the quote, or where that is silent in the nearest
one before. Two things are read from them: when (a day, by the article's own date a day of the
calendar; else how long ago) and in which form (a post, a speech, a hearing, a statement). Two
occasions *clash* where both say something and it cannot be the same thing, or where one lies
after the other was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

import numpy as np

from toolkit.compare.matching.bags import Numbers, Rows
from toolkit.compare.said import Said
from toolkit.compare.wording import fold, known_language
from toolkit.languages import LAGS, Language, get_language
from toolkit.model import Article, Span
from toolkit.text import paragraphs, quote_runs, sentences

WORD = re.compile(r"\w+(?:['’]\w+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
DAY = re.compile(r"[0-3]?\d")
#: So many sentences before the quote's own are asked for its occasion.
BACK = 3
#: How surely so many days apart are two occasions: none, one, two, three or more.
APART = (0.0, 0.2, 0.6, 1.0)
HALF = 0.5


@dataclass(frozen=True)
class Occasion:
    """When and in which form something was said, as far as the reporter's words tell.

    `dates` are days of the calendar, `weekdays` those that no date could be given (0 is Monday),
    `lags` classes of `LAGS` by number (0 a day, 3 a year), `forms` those of `Language.occasions`.
    `printed` is the article's date.
    """

    dates: frozenset[date] = field(default_factory=frozenset)
    weekdays: frozenset[int] = field(default_factory=frozenset)
    lags: frozenset[int] = field(default_factory=frozenset)
    forms: frozenset[str] = field(default_factory=frozenset)
    printed: date | None = None

    @property
    def is_timed(self) -> bool:
        """Whether anything tells when."""
        return bool(self.dates or self.weekdays or self.lags)


def read_occasion(words: str, code: str, published: str | None = None) -> Occasion:
    """What the reporter's own words around a quote tell of its occasion.

    `published` (ISO 8601) is the article's date, by which "yesterday" is a day of the calendar.

    >>> told = read_occasion("she told a rally on Tuesday", "en")
    >>> sorted(told.weekdays), sorted(told.forms)
    ([1], ['speech'])
    >>> read_occasion("he tweeted on Monday", "en", "2025-05-13T09:00:00+00:00").dates
    frozenset({datetime.date(2025, 5, 12)})

    Does not show: which of two days that one sentence names is meant; both are kept.
    """
    language = known_language(code)
    if language is None:
        return Occasion()
    printed = _date(published)
    folded = [fold(token).removesuffix("'s") for token in WORD.findall(words)]
    text = f" {' '.join(folded)} "
    table = _phrases(code)
    weekdays = {n for n, name in enumerate(table.weekdays) if name in folded}
    named = list(_named_days(folded, language))
    lags = {lag for phrase, lag in table.lags if phrase in text}
    lags |= {0 for _ in weekdays} | {
        LAGS.index("year")
        for w in folded
        if YEAR.fullmatch(w) and printed and int(w) < printed.year
    }
    dates: set[date] = set()
    if printed:
        dates = {printed - timedelta((printed.weekday() - n) % 7) for n in weekdays}
        dates |= {printed + timedelta(step) for phrase, step in table.near if phrase in text}
        dates |= {d for month, day in named if (d := _last(printed, month, day))}
        # What will happen on a day to come was not said on it.
        dates = {d for d in dates if d <= printed}
        weekdays = set()
    forms = {form for phrase, form in table.forms if phrase in text}
    return Occasion(
        frozenset(dates), frozenset(weekdays), frozenset(lags), frozenset(forms), printed
    )


def occasion_of(said: Said) -> Occasion:
    """The occasion of a quote, from the sentence that holds it, else from those before."""
    published = said.article.published if said.article else None
    own, *before = surroundings(said)
    found = read_occasion(f"{own} {said.cue or ''}", said.language, published)
    for sentence in before:
        if found.is_timed and found.forms:
            break
        more = read_occasion(sentence, said.language, published)
        when = found if found.is_timed else more
        found = Occasion(
            when.dates, when.weekdays, when.lags, found.forms or more.forms, found.printed
        )
    return found


def surroundings(said: Said) -> list[str]:
    """The reporter's words in the sentences that hold a quote, and the sentences before, backwards.

    Words in quote marks are somebody's, not the reporter's, and left out, as is the quote itself.
    """
    if not said.spans or said.article is None or known_language(said.language) is None:
        return [""]
    text = _without(_reporters_words(said.article), said.spans)
    start, end = said.spans[0].start, max(span.end for span in said.spans)
    found = _sentences(said.article)
    own = [n for n, s in enumerate(found) if s.start < end and s.end > start]
    if not own:
        return [""]
    words = text[found[own[0]].start : found[own[-1]].end]
    if own[-1] + 1 < len(found) and _goes_on(said, words, found[own[-1] + 1]):
        words = text[found[own[0]].start : found[own[-1] + 1].end]
    first = own[0]
    return [words, *(text[s.start : s.end] for s in reversed(found[max(0, first - BACK) : first]))]


class Occasions:
    """The occasions of quotes, and what they say about pairs; answers are arrays, 0 to 1."""

    def __init__(self, said: Sequence[Said]):
        """Read each quote's occasion."""
        read = [occasion_of(s) for s in said]
        kinds = list(dict.fromkeys(read))
        number = {kind: n for n, kind in enumerate(kinds)}
        self._kind = np.array([number[kind] for kind in read], dtype=np.int64)
        self._lags = np.array([[lags_clash(a, b) for b in kinds] for a in kinds])
        self._dates = np.array([[dates_clash(a, b) for b in kinds] for a in kinds])
        self._forms = np.array([[float(forms_clash(a, b)) for b in kinds] for a in kinds])

    def dates_clash(self, rows: Rows, columns: Rows) -> Numbers:
        """How far apart each pair was said, by the calendar."""
        return np.asarray(self._dates[self._kind[rows], self._kind[columns]])

    def lags_clash(self, rows: Rows, columns: Rows) -> Numbers:
        """How surely each pair was said at two times, by what the reporters say of the time."""
        return np.asarray(self._lags[self._kind[rows], self._kind[columns]])

    def forms_clash(self, rows: Rows, columns: Rows) -> Numbers:
        """1 where one was posted, say, and the other said at a hearing."""
        return np.asarray(self._forms[self._kind[rows], self._kind[columns]])


def dates_clash(a: Occasion, b: Occasion) -> float:
    """How far apart two occasions lie by the calendar, 0 (one day, or unknown) to 1.

    >>> monday, saturday = (Occasion(frozenset({date(2025, 5, day)})) for day in (12, 24))
    >>> dates_clash(monday, saturday), dates_clash(monday, Occasion())
    (1.0, 0.0)
    >>> dates_clash(Occasion(printed=date(2025, 5, 13)), saturday)
    1.0

    A day apart is next to nothing: it may be one evening in two time zones, or a reporter's "on
    Thursday" for the night before. In real coverage a quarter of the pairs of one utterance that
    have a weekday on both sides name two.
    """
    apart = max(0, _lies_after(a, b), _lies_after(b, a))
    if a.dates and b.dates:
        apart = max(apart, min(abs((x - y).days) for x in a.dates for y in b.dates))
    return APART[min(apart, len(APART) - 1)]


def lags_clash(a: Occasion, b: Occasion) -> float:
    """How surely what reporters say of the time, without a date, tells two occasions apart.

    Silence tells nothing: that a report of long ago would seldom be without its time was tried,
    and took as many right pairs as wrong ones.

    >>> tuesday, last_year = read_occasion("on Tuesday", "en"), read_occasion("last year", "en")
    >>> lags_clash(tuesday, last_year), lags_clash(tuesday, Occasion())
    (1.0, 0.0)
    """
    if a.lags and b.lags and a.lags.isdisjoint(b.lags):
        return min(1.0, HALF * min(abs(x - y) for x in a.lags for y in b.lags))
    return HALF * float(bool(a.weekdays and b.weekdays) and a.weekdays.isdisjoint(b.weekdays))


def times_clash(a: Occasion, b: Occasion) -> float:
    """How surely two occasions lie apart in time, by the calendar or by what reporters say, 0 to 1.

    Of words that are known to be repeated, a report from long ago is told from one that does not
    say when; for pairs of which nothing is known, silence tells nothing (`lags_clash`).

    >>> times_clash(Occasion(lags=frozenset({0})), Occasion(lags=frozenset({3})))
    1.0
    >>> times_clash(Occasion(), Occasion(lags=frozenset({3})))
    0.5
    """
    silent = not a.is_timed or not b.is_timed
    long_ago = max((*a.lags, *b.lags), default=0) >= LAGS.index("month")
    return max(dates_clash(a, b), lags_clash(a, b), HALF * float(silent and long_ago))


def forms_clash(a: Occasion, b: Occasion) -> bool:
    """Whether both tell the form and have none in common.

    >>> forms_clash(Occasion(forms=frozenset({"post"})), Occasion(forms=frozenset({"hearing"})))
    True
    """
    return bool(a.forms and b.forms) and a.forms.isdisjoint(b.forms)


def _goes_on(said: Said, before: str, sentence: Span) -> bool:
    """Whether the next sentence is the rest of the quote's own: “It is over.” Mara Quill said."""
    assert said.article is not None
    text = said.article.text
    named = [words for words in (said.cue, said.source) if words]
    gap = text[said.spans[-1].end : sentence.start]
    return (
        "\n" not in gap
        and any(words in sentence.of(text) for words in named)
        and not any(words in before for words in named)
    )


def _lies_after(a: Occasion, b: Occasion) -> int:
    """By how many days all that the words of `a` name lies after `b` was printed."""
    return (min(a.dates) - b.printed).days if a.dates and b.printed else 0


@dataclass(frozen=True)
class _Phrases:
    """The phrases of one language, folded, with a space on either side."""

    lags: list[tuple[str, int]]
    near: list[tuple[str, int]]
    forms: list[tuple[str, str]]
    weekdays: list[str]


@lru_cache
def _phrases(code: str) -> _Phrases:
    language = get_language(code)
    return _Phrases(
        [(f" {fold(p)} ", LAGS.index(lag)) for p, lag in language.lags.items()],
        [(f" {fold(p)} ", step) for p, step in language.near_days.items()],
        [(f" {fold(p)} ", form) for p, form in language.occasions.items()],
        [fold(day) for day in language.weekdays],
    )


def _named_days(folded: Sequence[str], language: Language) -> Iterator[tuple[int, int]]:
    """Months with a day beside them ("12 May", "May 12", "12 de mayo"), as (month, day)."""
    months = {fold(name): n for n, name in enumerate(language.months, 1)}
    for at, word in enumerate(folded):
        if word in months:
            behind = folded[at + 1 : at + 2]
            before = [w for w in folded[max(0, at - 2) : at] if w not in language.prepositions]
            for near in (*before[-1:], *behind):
                if DAY.fullmatch(near):
                    yield months[word], int(near)
                    break


def _last(printed: date, month: int, day: int) -> date | None:
    """The last such day before the article was printed, or the next if that is nearer."""
    found = []
    for year in (printed.year - 1, printed.year, printed.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda d: abs((d - printed).days), default=None)


def _date(published: str | None) -> date | None:
    try:
        return datetime.fromisoformat(published).date() if published else None
    except ValueError:
        return None


@lru_cache(maxsize=512)
def _reporters_words(article: Article) -> str:
    """The article's text with blanks for what stands in quote marks, no longer and no shorter."""
    return _without(article.text, [run.inner for run in quote_runs(article.text)])


def _without(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = f"{text[: span.start]}{' ' * (span.end - span.start)}{text[span.end :]}"
    return text


@lru_cache(maxsize=512)
def _sentences(article: Article) -> tuple[Span, ...]:
    text, language = article.text, get_language(article.language)
    return tuple(s for p in paragraphs(text) for s in sentences(text, p, language))
