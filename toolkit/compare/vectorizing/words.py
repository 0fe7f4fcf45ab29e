"""The words of articles that can tell outlets apart: whose words, and which are left out.

An outlet's own words and those that it quotes are kept apart: a speaker's favourite word is not the
outlet's. Left out are stop words, figures, the names of outlets and authors, and what is no story:
bylines, credits, the site's own lines, paragraphs that an outlet prints under one article after the
other, and words that stand in the first (or the last) paragraph of *every* article of an outlet, in
those paragraphs, whoever prints them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from toolkit.compare.sharing.furniture import find_furniture
from toolkit.compare.wording import fold, known_language, stop_words
from toolkit.errors import UsageError
from toolkit.model import Article, Event, Span
from toolkit.text import paragraphs

#: Whose words: the outlet's own, those inside quotes, or both.
Said = Literal["own", "quoted", "all"]

WORD = re.compile(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
#: A word in the first or last paragraph of all articles of an outlet is furniture if there are so
#: many articles.
LEAST_ARTICLES = 4
#: A paragraph that stands in so many articles of an outlet is no story of any of them.
REPEATED = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is counted, and where it stands."""

    key: str
    span: Span


def read_words(text: str, language: str) -> list[Token]:
    """The words of a text as they are counted, without stop words.

    >>> [token.key for token in read_words("The council’s 40 pans won’t close.", "en")]
    ['council', 'pans', 'close']
    """
    found = []
    for match in WORD.finditer(text):
        key = _counted(match.group(), language)
        if key is not None:
            found.append(Token(key, Span(*match.span())))
    return found


@lru_cache(maxsize=100_000)
def _counted(word: str, code: str) -> str | None:
    """A word as it is counted; None if it is a stop word or short for stop words."""
    left_out, language = stop_words(code), known_language(code)
    key = fold(word).removesuffix("'s")
    full = language.contracted.get(key, key) if language else key
    ending = next((e for e in (language.contractions if language else ()) if key.endswith(e)), "")
    parts = full.split() if full != key else [key.removesuffix(ending) if ending else key]
    return None if len(key) < 2 or left_out.issuperset(parts) else key


def told_words(
    event: Event, articles: Sequence[Article], quoted: Mapping[str, Sequence[Span]], said: Said
) -> list[list[Token]]:
    """The words of each article that are looked at: said by the outlet, by those it quotes, or all.

    `quoted`: for each article id the places of its quotes, of any kind.
    """
    if said not in get_args(Said):
        raise UsageError(f"said '{said}': words are 'own', 'quoted' or 'all'")
    names = _named(event)
    kept = []
    for article, repeated in zip(articles, _repeated(articles), strict=True):
        furniture = [*find_furniture(article), *_names_in(article, names), *repeated]
        text = _blanked(article.text, furniture)
        inside = quoted.get(article.article_id, ())
        if said == "own":
            text = _blanked(text, inside)
        elif said == "quoted":
            text = _only(text, inside)
        kept.append(read_words(text, article.language))
    return _without_openings(articles, kept)


def _repeated(articles: Sequence[Article]) -> list[list[Span]]:
    """For each article its paragraphs that stand in several articles of its outlet alike."""
    lines = [[(fold(s.of(a.text)), s) for s in paragraphs(a.text)] for a in articles]
    times = Counter(
        (article.outlet, words)
        for article, found in zip(articles, lines, strict=True)
        for words in {words for words, _ in found}
    )
    often = {words for (_, words), n in times.items() if n >= REPEATED}
    return [[span for words, span in found if words in often] for found in lines]


def _named(event: Event) -> re.Pattern[str] | None:
    """The names of the event's outlets, to be found in folded text."""
    names = {fold(name) for o in event.outlet_ids() for name in (o, event.outlet_name(o))}
    names |= {name.removeprefix("the ") for name in names}
    listed = "|".join(map(re.escape, sorted(filter(None, names), key=lambda n: (-len(n), n))))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)") if listed else None


def _names_in(article: Article, names: re.Pattern[str] | None) -> Iterator[Span]:
    folded = article.text.casefold()
    if len(folded) != len(article.text):  # a letter that folds to two would move all places
        folded = article.text.lower() if len(article.text.lower()) == len(article.text) else ""
    if names:
        yield from (Span(*m.span()) for m in names.finditer(folded))
    for author in article.authors:
        for part in (author, author.rpartition(" ")[2]):
            pattern = rf"(?<!\w){re.escape(part.casefold())}(?!\w)"
            yield from (Span(*m.span()) for m in re.finditer(pattern, folded) if part)


def _without_openings(
    articles: Sequence[Article], kept: Sequence[list[Token]]
) -> list[list[Token]]:
    """Without the words that stand in the first or last paragraph of all articles of an outlet.

    They go from the first (or last) paragraphs of every outlet, or those of the others would seem
    to use them more.
    """
    ends = [_ends(article) for article in articles]
    for place in (0, 1):
        here = [
            {token.key for token in tokens if end[place].contains(token.span)}
            for tokens, end in zip(kept, ends, strict=True)
        ]
        always = _in_all(articles, here)
        kept = [
            [t for t in tokens if not (t.key in always and end[place].contains(t.span))]
            for tokens, end in zip(kept, ends, strict=True)
        ]
    return list(kept)


def _ends(article: Article) -> tuple[Span, Span]:
    lines = paragraphs(article.text)
    return lines[0], lines[-1]


def _in_all(articles: Sequence[Article], words: Sequence[set[str]]) -> set[str]:
    by_outlet: dict[str, list[set[str]]] = {}
    for article, found in zip(articles, words, strict=True):
        by_outlet.setdefault(article.outlet, []).append(found)
    held = (sets for sets in by_outlet.values() if len(sets) >= LEAST_ARTICLES)
    return set().union(*(set.intersection(*sets) for sets in held))


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = f"{text[: span.start]}{' ' * len(span)}{text[span.end :]}"
    return text


def _only(text: str, spans: Iterable[Span]) -> str:
    held = [" "] * len(text)
    for span in spans:
        held[span.start : span.end] = text[span.start : span.end]
    return "".join(held)
