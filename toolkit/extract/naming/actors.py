"""The actor of the event whom a speaker's name stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.extract.naming.directory import (
    Directory,
    bare,
    directory,
    people_named,
    printed_acronyms,
    without_articles,
)
from toolkit.extract.naming.folding import fold
from toolkit.extract.naming.persons import gender_of
from toolkit.extract.naming.wordings import SURNAMES, TITLES, Wording, without_article
from toolkit.languages import Language, get_language
from toolkit.model import Actor, Event


@dataclass(frozen=True, slots=True)
class Named:
    """An actor behind a speaker's name, with the probability of the link and its rule."""

    actor: Actor
    p: float
    rule: str


def find_actor(name: str | None, event: Event, code: str) -> Named | None:
    """The actor of an event that a name, role or body found in a text stands for.

    >>> from toolkit.model import Actor, Event, Side
    >>> ruiz = Actor("ana-ruiz", "Ana Ruiz", titles=("director",))
    >>> event = Event("e", "E", sides=(Side("owners", "Owners", (ruiz,)),))
    >>> find_actor("director Ana Ruiz", event, "en").actor.name
    'Ana Ruiz'
    >>> find_actor("Ida Falk", event, "en")
    """
    if not name:
        return None
    language = get_language(code)
    known = directory(without_articles(event), language.code, printed_acronyms(event))
    folded = fold(without_article(fold(name), language))
    for key, share in _shortenings(folded, language):
        options = known.by_name.get(bare(key, language), ())
        options = tuple(o for o in options if _fits(folded, key, o, known, language))
        if len(people_named(options)) == 1:
            wording = options[0]
            assert wording.actor is not None
            return Named(wording.actor, round(wording.p * share, 3), wording.rule)
    return None


def _shortenings(name: str, language: Language) -> Iterator[tuple[str, float]]:
    """The name, the name without the words before it, what stands before a comma or "of", and the
    body that a spokesman speaks for.
    """
    words = name.split()
    links = language.behalf
    yield name, 1.0
    cut = next((i for i, w in enumerate(words) if w in links or words[i - 1].endswith(",")), None)
    head = words[:cut] if cut else words
    for i in range(1, len(head)):
        if head[i - 1] not in language.prepositions:
            yield " ".join(head[i:]).strip(","), 0.95
        else:
            break
    if cut:
        yield " ".join(head).strip(","), 0.9
    if cut and words[cut] in links and set(head) & language.speaks_for:
        yield without_article(" ".join(words[cut + 1 :]), language), 0.8


def _fits(name: str, key: str, wording: Wording, known: Directory, language: Language) -> bool:
    """Guard against namesakes and other people's roles: "Marta Ruiz", "the former director"."""
    assert wording.actor is not None
    before = [w.strip(".,") for w in name.partition(key)[0].split()]
    if wording.rule in TITLES:
        another = _of_another(name, wording, known, language)
        return not another and not set(before) & language.other_holders
    if wording.rule not in SURNAMES or not before:
        return True
    first, last = fold(wording.actor.name).split()[0], before[-1]
    titles = {fold(t).split()[-1] for t in wording.actor.titles}
    if last in titles or last == first or language.nicknames.get(last) == first:
        return True
    gender = {h.strip(".").casefold(): g for h, g in language.honorifics.items()}
    own = gender_of(first, language)
    return last in gender and (gender[last] is None or own is None or gender[last] == own)


def _of_another(name: str, wording: Wording, known: Directory, language: Language) -> bool:
    """Whether a role is held at a body of another side: "the secretary of the company"."""
    words = name.split()
    link = next((i for i, w in enumerate(words) if i and w in language.linking), len(words))
    body = " ".join(words[link + 1 :]).partition(",")[0]
    options = known.by_name.get(bare(body, language), ())
    bodies = [o for o in options if o.actor and o.actor.kind == "body"]
    return bool(bodies) and all(o.side != wording.side for o in bodies)
