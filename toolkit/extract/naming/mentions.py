"""Where actors and concepts are named in one article."""

from __future__ import annotations

import re

from toolkit.extract.naming.directory import (
    Wording,
    directory,
    without_articles,
)
from toolkit.extract.naming.folding import fold
from toolkit.languages import Language, get_language
from toolkit.model import Article, Event, Mention, Span


def find_mentions(article: Article, event: Event) -> list[Mention]:
    """Find every mention of the event's actors and concepts in one article, in text order.

    Returns a list of `Mention`, none overlapping another of the same kind.

    Does not show: wordings that the event's file does not list or imply, and pronouns.
    Source: the scheme of labels follows NewsWCL50 (Hamborg et al. 2019).
    """
    language = get_language(article.language)
    known = directory(without_articles(event), language.code)
    if known.pattern is None:
        return []
    folded = fold(article.text)
    blocked = [m.span() for m in known.excluded.finditer(folded)] if known.excluded else []
    found: list[Mention] = []
    for match in known.pattern.finditer(folded):
        words = re.sub(r"[\s\-]+", " ", match.group())
        options = known.wordings.get(words) or known.wordings.get(match.group()) or ()
        if not options or any(a <= match.start() and match.end() <= b for a, b in blocked):
            continue
        mention = _mention(article.text, Span(*match.span()), options, found, language)
        if mention:
            found.append(mention)
    return found


def _mention(
    text: str, span: Span, options: tuple[Wording, ...], found: list[Mention], language: Language
) -> Mention | None:
    before = text[max(0, span.start - 24) : span.start].split()
    previous = before[-1].casefold() if before else ""
    articles = language.definite | language.fused_articles
    options = tuple(o for o in options if not o.needs_article or previous in articles)
    if not options:
        return None
    chosen = options[0] if len(options) == 1 else _told_apart(before, options, found, language)
    grown = _with_honorific(text, span, before, language) if chosen.actor else span
    if chosen.concept:
        return Mention(span, concept=chosen.concept.id, p=chosen.p, method=chosen.rule)
    assert chosen.actor and chosen.side
    return Mention(grown, chosen.actor.id, chosen.side.id, p=chosen.p, method=chosen.rule)


def _told_apart(
    before: list[str], options: tuple[Wording, ...], found: list[Mention], language: Language
) -> Wording:
    """A surname that several share: by the honorific's gender, else whoever was named last."""
    gender = language.honorifics.get(before[-1]) if before else None
    if gender:
        fitting = [
            o for o in options
            if o.actor and language.first_names.get(o.actor.name.split()[0], gender) == gender
        ]  # fmt: skip
        options = tuple(fitting) or options
    ids = {o.actor.id: o for o in options if o.actor}
    last = next((m.actor for m in reversed(found) if m.actor in ids), None)
    return ids[last] if last and len(options) > 1 else options[0]


def _with_honorific(text: str, span: Span, before: list[str], language: Language) -> Span:
    if before and before[-1] in language.honorifics:
        start = text.rindex(before[-1], 0, span.start)
        return Span(start, span.end)
    return span
