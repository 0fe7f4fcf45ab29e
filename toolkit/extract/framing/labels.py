"""Labels: what concepts are called, and actors where they are called otherwise than by their name.

Every mention of a concept is a label. A mention of an actor is one where its words hold nothing of
the name: "the company", "la alcaldesa", "salt boss"; "Ms Ruiz", "Ruiz's" and "Mayor Ana Ruiz" name
her, and stand in the table ``mentions`` only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.extract.naming import fold
from toolkit.languages import Language, get_language
from toolkit.model import Actor, Article, Event, FramingTerm, Mention
from toolkit.text import TOKEN


def find_labels(article: Article, mentions: Sequence[Mention], event: Event) -> list[FramingTerm]:
    """The labels among the mentions of one article."""
    language = get_language(article.language)
    actors = {actor.id: actor for actor, _ in event.actors()}
    return [
        FramingTerm(
            "label", m.span, _lemma(m, article, language), side=m.side, concept=m.concept, p=m.p,
            actor=m.actor,
        )
        for m in mentions
        if m.concept or not _is_name(m.span.of(article.text), actors, m.actor)
    ]  # fmt: skip


def _lemma(mention: Mention, article: Article, language: Language) -> str:
    """The words in lower case; of an actor without the article."""
    words = mention.span.of(article.text).casefold()
    first, _, rest = words.partition(" ")
    return rest if mention.actor and rest and first in language.definite else words


def _is_name(words: str, actors: Mapping[str, Actor], actor_id: str | None) -> bool:
    """Whether the words hold something of the actor's name, as a name is printed."""
    actor = actors.get(actor_id or "")
    if actor is None:
        return True
    name = {fold(word.group()) for word in TOKEN.finditer(actor.name)}
    printed = [match.group() for match in TOKEN.finditer(words)]
    if any(word[0].isupper() and fold(word).removesuffix("'s") in name for word in printed):
        return True
    lower = " ".join(fold(word) for word in printed)
    return lower == fold(actor.name) or _is_acronym(printed, actor.name)


def _is_acronym(printed: Sequence[str], name: str) -> bool:
    letters = "".join(word.replace(".", "") for word in printed)
    return letters.isupper() and letters == "".join(c for c in name if c.isupper())
