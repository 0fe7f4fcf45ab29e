"""A first proposal of who takes part in an event and on which side, from its articles alone.

Bodies and speaking groups open a side each. A person joins the body that a title or an apposition
ties her to ("Ana Ruiz, director of Alder Salt"; "union spokeswoman Ida Falk"), else the one beside
which she is named most, twice at least. Every row says why and shows a sentence: it is a proposal
for a person to sort, since a sentence that names two says nothing of whether they agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from toolkit.compare.suggesting.people import Found, Place, find_people
from toolkit.errors import UsageError
from toolkit.extract.naming import fold
from toolkit.languages import Language, get_language, is_known
from toolkit.model import Article, Span, slug
from toolkit.tables import TEXT, WHOLE, to_frame
from toolkit.text import sentences

COLUMNS: Mapping[str, str] = {
    "name": TEXT, "kind": TEXT, "titles": TEXT, "aliases": TEXT, "quotes": WHOLE,
    "mentions": WHOLE, "outlets": TEXT, "beside": TEXT, "side": TEXT, "reason": TEXT,
    "sentence": TEXT, "article_id": TEXT, "start": WHOLE, "end": WHOLE,
}  # fmt: skip

#: The side of whom nothing ties to one; characters and words in which a title can tie.
ALONE, REACH, LONGEST_TITLE = "others", 60, 4


@dataclass(frozen=True, slots=True)
class _Tie:
    """A body or group that a person may belong to, why, and where that stands."""

    side: str
    reason: str
    place: Place


def suggest_sides(articles: Sequence[Article], *, top: int = 20) -> pd.DataFrame:
    """Persons, bodies and groups that may be actors of an event, and a side for each.

    articles: of one event; those in a language without a file are passed over. top: most rows.

    Returns: one row each, who speaks most first: `name`, `kind` (person, body, group), `titles` and
    `aliases` seen, how many `quotes` and `mentions` in which `outlets`, `beside` whom it is named
    most, a proposed `side` (an id made of a body's or group's name; "others" where nothing shows
    one), the `reason`, and a `sentence` with the name at `start` to `end` of the article.

    Errors: UsageError without articles.

    >>> import toolkit as tk
    >>> text = "“We stay,” said Ida Falk, spokeswoman for the Alder Union. The Alder Union agreed."
    >>> article = tk.read_text(text, title="Works", outlet="tide")
    >>> suggest_sides([article])[["name", "kind", "side"]].to_numpy().tolist()
    [['Ida Falk', 'person', 'alder-union'], ['Alder Union', 'body', 'alder-union']]

    Does not show: who agrees with whom, and who matters without being quoted or named.
    """
    if not articles:
        raise UsageError("sides are suggested from articles, and there are none")
    known = [a for a in articles if is_known(a.language)]
    found = [f for f in find_people(known) if f.quotes or len(f.places) > 1][:top]
    texts = {a.article_id: a for a in known}
    beside = _beside(found, texts)
    owners = [f for f in found if f.kind == "body"]
    rows = [_row(f, owners, beside[f.name], texts) for f in found]
    return to_frame(rows, COLUMNS)


def _row(
    found: Found, owners: Sequence[Found], beside: Counter[str], texts: Mapping[str, Article]
) -> dict[str, Any]:
    tie = _tie(found, owners, beside, texts)
    article, sentence = _sentence(tie.place, texts)
    nearest = [name for name, _ in beside.most_common(3)]
    return {
        "name": found.name,
        "kind": found.kind,
        "titles": _joined(found.titles),
        "aliases": _joined(Counter({a: n for a, n in found.aliases.items() if a != found.name})),
        "quotes": found.quotes,
        "mentions": len(found.places),
        "outlets": ", ".join(found.outlets),
        "beside": ", ".join(nearest) or None,
        "side": tie.side,
        "reason": tie.reason,
        "sentence": " ".join(sentence.of(article.text).split()),
        "article_id": article.article_id,
        "start": tie.place.span.start,
        "end": tie.place.span.end,
    }


def _joined(seen: Counter[str]) -> str | None:
    return "; ".join(word for word, _ in seen.most_common()) or None


def _tie(
    found: Found, owners: Sequence[Found], beside: Counter[str], texts: Mapping[str, Article]
) -> _Tie:
    """The side to propose for somebody."""
    first = found.places[0]
    if found.kind != "person":
        return _Tie(slug(found.name) or ALONE, f"a {found.kind}: opens a side", first)
    titled = next(_titled_ties(found, owners, texts), None)
    if titled:
        return titled
    near = [(beside[o.name], -i, o) for i, o in enumerate(owners) if beside[o.name] > 1]
    if near:
        count, _, owner = max(near, key=lambda n: n[:2])
        place = _shared_place(found, owner, texts) or first
        reason = f"named in a sentence with {owner.name} {count} times"
        return _Tie(slug(owner.name) or ALONE, reason, place)
    return _Tie(ALONE, "nothing shows a side", first)


def _titled_ties(
    found: Found, owners: Sequence[Found], texts: Mapping[str, Article]
) -> Iterator[_Tie]:
    for place in found.places:
        article = texts[place.article_id]
        language = get_language(article.language)
        before, after = _around(article, place)
        for owner in owners:
            for name in (owner.name, *owner.aliases, *_people_of(owner.name, language)):
                if _tied(before, after, name, language):
                    reason = f"a title ties the name to {owner.name}"
                    yield _Tie(slug(owner.name) or ALONE, reason, place)


def _people_of(name: str, language: Language) -> list[str]:
    """What belongs to a country: "Norlander" in "the Norlander minister"."""
    place = language.known_places.get(fold(name))
    words = [w for w, of in language.demonyms.items() if place and of == place]
    return [w.title() if language.code == "en" else w for w in words]


def _around(article: Article, place: Place) -> tuple[str, str]:
    """What stands before and after a name in its sentence, as far as a title reaches."""
    sentence = _sentence_of(article, place)
    before = article.text[max(sentence.start, place.span.start - REACH) : place.span.start]
    return before, article.text[place.span.end : min(sentence.end, place.span.end + REACH)]


def _tied(before: str, after: str, name: str, language: Language) -> bool:
    """ "NAME, spokeswoman for BODY"; "BODY spokeswoman NAME"; "la directora de BODY, NAME"."""
    body = re.escape(name)
    links = "|".join(map(re.escape, sorted(language.linking | language.fused_articles)))
    the = "|".join(map(re.escape, sorted(language.definite)))
    of_body = rf"(?P<role>[\w’' -]+?)\s(?:{links})\s(?:(?:{the})\s)?{body}(?!\w)"
    patterns = [
        (rf"^,\s(?:\w+\s)?{of_body}", after),
        (rf"^,\s(?:(?:{the})\s)?{body}(?:['’]s)?\s(?P<role>[\w’' -]+?)(?=[,.;]|$)", after),
        (rf"{of_body},?\s*$", before),
        (rf"(?<!\w){body}(?:['’]s)?\s(?P<role>[\w’' -]+?),?\s*$", before),
    ]
    for pattern, text in patterns:
        match = re.search(pattern, text)
        if match and _is_title(match["role"].casefold().split(), language):
            return True
    return False


def _is_title(words: Sequence[str], language: Language) -> bool:
    """ "deputy press secretary", but not "director met the North's leader"."""
    apart = language.prepositions | language.definite | language.relatives
    if len(words) > LONGEST_TITLE or any(w in apart or w in language.sure_forms for w in words):
        return False
    return any(_is_role(word, language) for word in words)


def _is_role(word: str, language: Language) -> bool:
    plain = word.rstrip(".")
    return plain in language.roles or plain.endswith(language.role_endings)


def _beside(found: Sequence[Found], texts: Mapping[str, Article]) -> dict[str, Counter[str]]:
    """For each name, in how many sentences each other one stands too."""
    named: dict[tuple[str, int], set[str]] = {}
    for one in found:
        for place in one.places:
            sentence = _sentence_of(texts[place.article_id], place)
            named.setdefault((place.article_id, sentence.start), set()).add(one.name)
    beside: dict[str, Counter[str]] = {f.name: Counter() for f in found}
    for names in named.values():
        for name in sorted(names):
            beside[name].update(sorted(names - {name}))
    return beside


def _shared_place(found: Found, owner: Found, texts: Mapping[str, Article]) -> Place | None:
    held = {
        (p.article_id, _sentence_of(texts[p.article_id], p).start) for p in owner.places
    }  # fmt: skip
    shared = (
        p for p in found.places
        if (p.article_id, _sentence_of(texts[p.article_id], p).start) in held
    )  # fmt: skip
    return next(shared, None)


def _sentence(place: Place, texts: Mapping[str, Article]) -> tuple[Article, Span]:
    article = texts[place.article_id]
    return article, _sentence_of(article, place)


def _sentence_of(article: Article, place: Place) -> Span:
    language = get_language(article.language)
    holding = (
        s for s in sentences(article.text, place.paragraph, language)
        if s.start <= place.span.start < s.end
    )  # fmt: skip
    return next(holding, place.paragraph)
