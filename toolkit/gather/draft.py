"""A first ``event.yaml`` from the articles alone, for a person to correct.

Who belongs to which side is the person's decision, and what the sides are called too. The draft
only saves typing: it lists the names that recur in the articles and speak, opens a side for each
body (a company, a council, a ministry), and puts each person with the body that most often stands
in the same sentence. Every line of it may be wrong, and the file says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from toolkit.errors import UsageError
from toolkit.languages import Language, get_language
from toolkit.model import Address, Article, Span, slug
from toolkit.text import paragraphs, sentences

if TYPE_CHECKING:
    import pandas as pd

#: Actors in a draft: more than these nobody sorts by hand.
MOST_ACTORS = 14
#: A name that follows a preposition more often than this is a place.
PLACE_SHARE = 0.5
#: Characters round a name in which a reporting verb makes it a speaker.
REACH = 40
NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’\-]+"


@dataclass
class Candidate:
    """A name that recurs: how often, in which articles, and beside which other names."""

    name: str
    is_body: bool
    mentions: int = 0
    speaks: int = 0
    as_place: int = 0
    articles: set[str] = field(default_factory=set)
    beside: Counter[str] = field(default_factory=Counter)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Order of importance: speakers first, then names that many articles have."""
        return (min(self.speaks, 1), len(self.articles), self.mentions)


def find_candidates(articles: Sequence[Article]) -> list[Candidate]:
    """The names in the articles that may be actors of the event, most important first.

    articles: at least one; languages without a file of words are read as English.
    Returns: persons of two or more names, and bodies, that are named twice or more.
    Does not show: groups without a name ("the workers"), or who is on whose side.
    """
    found: dict[str, Candidate] = {}
    for article in articles:
        language = _language(article.language)
        for sentence in _sentences(article.text, language):
            _note_sentence(found, sentence, article.article_id, language)
    merged = _merge_short(found)
    actors = [c for c in merged if c.mentions > 1 and c.as_place <= PLACE_SHARE * c.mentions]
    return sorted(actors, key=lambda c: (*(-n for n in c.weight), c.name))[:MOST_ACTORS]


def draft_event(
    articles: Sequence[Article],
    *,
    event_id: str,
    title: str | None = None,
    suggested: pd.DataFrame | None = None,
) -> str:
    """The text of an ``event.yaml`` for articles, with comments that say what to do with it.

    articles: at least one. event_id: a-z 0-9 -. title: by default that of the first article.
    suggested: actors and sides as `suggest_sides` gives them, which has read who speaks; without it
    the names that recur are listed.
    Returns: YAML that `load_event` accepts as it is.
    Errors: UsageError without articles.
    """
    if not articles:
        raise UsageError("an event is drafted from articles, and there are none")
    days = sorted(a.published[:10] for a in articles if a.published)
    lines = [
        "# A draft, made from the articles alone: every line of it may be wrong.",
        "# To do: name the sides, move each actor to the side it belongs to, delete the rest.",
        f"id: {event_id}",
        f"title: {_quoted(title or articles[0].title)}",
        *(["since: " + days[0], "until: " + days[-1]] if days else []),
        *(
            _side_lines(find_candidates(articles))
            if suggested is None
            else _suggested_lines(suggested)
        ),
        "concepts: []",
        "# Things that the outlets name differently, for example:",
        "# concepts:",
        "#   - id: barrier",
        "#     label: What is built along the shore",
        "#     terms: [sea wall, barrier, dique]",
        *_coverage_lines(Address(a.outlet, a.requested or a.url) for a in articles),
    ]
    return "\n".join(lines) + "\n"


def _side_lines(candidates: Sequence[Candidate]) -> Iterator[str]:
    if not candidates:
        yield "sides: []"
        return
    yield "# titles: what they are called by office (mayor, alcaldesa); aliases: their other names"
    yield "sides:"
    for number, actors in enumerate(_suggest_sides(candidates), 1):
        yield f"  - id: side-{number}  # suggested; give it an id and a label of your own"
        yield f"    label: {_quoted(f'Side {number}')}"
        yield "    actors:"
        for actor in actors:
            seen = f"{actor.mentions} times in {len(actor.articles)} article(s)"
            yield f"      - name: {_quoted(actor.name)}  # {seen}"
            if not slug(actor.name):
                yield f"        id: actor-{number}"
            yield f"        kind: {'body' if actor.is_body else 'person'}"
            yield "        titles: []"
            yield "        aliases: []"


def _suggested_lines(suggested: pd.DataFrame) -> Iterator[str]:
    """The sides of a table of `suggest_sides`, with what was seen of each actor beside it."""
    rows = suggested.head(MOST_ACTORS).to_dict("records")
    if not rows:
        yield "sides: []"
        return
    yield "# titles: what they are called by office (mayor, alcaldesa); aliases: their other names"
    yield "sides:"
    sides: dict[str, list[dict[Hashable, Any]]] = defaultdict(list)
    for row in rows:
        sides[str(row["side"])].append(row)
    for number, actors in enumerate(sides.values(), 1):
        yield f"  - id: side-{number}  # suggested; give it an id and a label of your own"
        yield f"    label: {_quoted(f'Side {number}')}"
        yield "    actors:"
        for place, row in enumerate(actors, 1):
            seen = f"{row['quotes']} quotes, {row['mentions']} times named; {row['reason']}"
            yield f"      - name: {_quoted(str(row['name']))}  # {' '.join(seen.split())}"
            if not slug(str(row["name"])):
                yield f"        id: actor-{number}-{place}"
            yield f"        kind: {row['kind']}"
            yield f"        titles: {_list_of(row['titles'])}"
            yield f"        aliases: {_list_of(row['aliases'])}"


def _list_of(cell: object) -> str:
    """The words of a cell that "; " parts, as a list in brackets."""
    words = cell.split("; ") if isinstance(cell, str) else []
    return f"[{', '.join(map(_quoted, words))}]"


def _suggest_sides(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    sides = {c.name: [c] for c in candidates if c.is_body}
    alone: list[Candidate] = []
    for person in (c for c in candidates if not c.is_body):
        near = [(n, name) for name, n in person.beside.items() if name in sides]
        sides[max(near)[1]].append(person) if near else alone.append(person)
    return [*sides.values(), *([alone] if alone else [])]


def _coverage_lines(addresses: Iterable[Address]) -> Iterator[str]:
    with_url = [a for a in addresses if a.url]
    if not with_url:
        return
    yield "coverage:"
    yield "  urls:"
    for address in with_url:
        outlet = "" if address.outlet in (None, "unknown") else f"outlet: {address.outlet}, "
        yield f"    - {{{outlet}url: {_quoted(address.url)}}}"


def _note_sentence(
    found: dict[str, Candidate], sentence: str, article_id: str, language: Language
) -> None:
    spans = list(_names(sentence, language))
    names = [span.of(sentence) for span in spans]
    for span, name in zip(spans, names, strict=True):
        known = found.setdefault(name, Candidate(name, _is_body(name, language)))
        known.mentions += 1
        known.articles.add(article_id)
        known.speaks += _beside_verb(sentence, span, language)
        before = sentence[: span.start].rstrip().rpartition(" ")[2].lower()
        known.as_place += before in language.prepositions
        known.beside.update(other for other in set(names) if other != name)


def _names(sentence: str, language: Language) -> Iterator[Span]:
    """Runs of capitalised words, with "de", "of" and the like inside, without what is no name."""
    inner = "|".join(sorted({*language.particles, "of", "y", "and", "&"}))
    run = rf"{NAME_WORD}(?:\s(?:(?:{inner})\s){{0,2}}{NAME_WORD})*"
    outside = language.not_names | {w.capitalize() for w in language.months}
    for match in re.finditer(run, sentence):
        start, words = match.start(), match.group()
        skipped = _length_of_titles(words, outside, language)
        start, words = start + skipped, words[skipped:]
        words = re.sub(r"['’]s?$", "", words)
        if words:
            yield Span(start, start + len(words))


def _length_of_titles(run: str, outside: Collection[str], language: Language) -> int:
    """How much of a run comes before the name: "Managing Director ", "On Monday ", "Ms "."""
    called = {w.lower().rstrip(".") for w in (*language.honorifics, *language.roles)}
    words = list(re.finditer(r"\S+", run))
    body = _is_body(run, language)
    after = 0
    for index, word in enumerate(words, 1):
        is_title = word.group().lower().rstrip(".") in called and not body
        leading = after == index - 1 and (word.group() in outside or word.group()[0].islower())
        if is_title or leading:
            after = index
    return words[after].start() if after < len(words) else len(run)


def _is_body(name: str, language: Language) -> bool:
    return any(w in language.bodies for w in re.findall(r"\w+", name.lower()))


def _beside_verb(sentence: str, span: Span, language: Language) -> bool:
    near = sentence[max(0, span.start - REACH) : span.end + REACH].lower()
    return any(word in language.verbs for word in re.findall(r"\w+", near))


def _merge_short(found: dict[str, Candidate]) -> list[Candidate]:
    """Surnames alone counted with the one full name that ends in them; other single words go."""
    full = {n: c for n, c in found.items() if " " in n or c.is_body}
    by_last: dict[str, list[Candidate]] = defaultdict(list)
    for name, candidate in full.items():
        by_last[name.rpartition(" ")[2]].append(candidate)
    for name, candidate in found.items():
        owners = by_last.get(name, [])
        if name not in full and len(owners) == 1:
            owners[0].mentions += candidate.mentions
            owners[0].speaks += candidate.speaks
            owners[0].articles |= candidate.articles
            owners[0].beside.update(candidate.beside)
    return list(full.values())


def _sentences(text: str, language: Language) -> Iterator[str]:
    return (s.of(text) for p in paragraphs(text) for s in sentences(text, p, language))


def _language(code: str) -> Language:
    try:
        return get_language(code)
    except UsageError:
        return get_language("en")


def _quoted(words: str) -> str:
    """Words as a YAML scalar in double quotes: names and titles may hold any mark."""
    safe = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{safe}"'
