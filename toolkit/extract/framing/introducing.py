"""Reporting verbs: the cue of a quote, with its class and its speaker's side."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.languages import Language, get_language
from toolkit.model import Article, Event, FramingTerm, Quote


def find_verbs(article: Article, quotes: Sequence[Quote], event: Event) -> list[FramingTerm]:
    """The reporting verbs of one article's quotes, with class and side."""
    language = get_language(article.language)
    found = []
    for quote in quotes:
        if quote.cue is None or quote.inside is not None:
            continue  # the verb of a quote within a quote is its speaker's choice
        words = quote.cue.of(article.text).casefold()
        verb = language.verbs.get(words)
        found.append(
            FramingTerm(
                "verb",
                quote.cue,
                verb.lemma if verb else words,
                side=event.side_of(quote.speaker),
                verb_class=verb.verb_class if verb else _class_of(words, language),
                p=quote.p_quote,
            )
        )
    return list(dict.fromkeys(found))


def _class_of(words: str, language: Language) -> str | None:
    """ "According to" is neutral; a verb that no list has has no class."""
    return "neutral" if words in language.according else None
