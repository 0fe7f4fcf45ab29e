"""Who could be speaking: every noun phrase of a paragraph that can be the source of a quote.

Five kinds, from the surest to the vaguest: a *name* (a person or body with a capital letter), a
*pronoun*, a *role* ("the mayor", "a union spokesman"), a *body* ("the company", "police") and a
*document* ("the letter"). No parser is used: a phrase is grown from its head word over the words
that may stand beside it, by the word lists of the language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from toolkit.languages import Language
from toolkit.model import Span
from toolkit.text import Run, tokens

CandidateKind = Literal["name", "pronoun", "role", "body", "document"]
SPACES = " \u00a0"
_ROLE_REACH = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a speaker.

    `span` is the whole phrase, `head` the words by which its bearer is known ("Ana Ruiz" in
    "director Ana Ruiz", "mayor" in "the town's mayor"); first and last are token indices.
    """

    kind: CandidateKind
    span: Span
    head: str
    first: int
    last: int
    title: str | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = True


class Paragraph:
    """One paragraph cut into tokens, with what stands in quote marks known.

    `masked[i]` tells whether token i lies inside a run of quote marks; the reporter's words that
    stand between dashes inside a run («Sí —dijo ella— iremos») do not count as inside.
    """

    def __init__(
        self,
        text: str,
        span: Span,
        runs: Sequence[Run],
        language: Language,
        capitals: frozenset[str] | None = None,
    ):
        self.text, self.span, self.language, self.capitals = text, span, language, capitals
        self.runs = [r for r in runs if span.contains(r.outer)]
        self.parts = {r: _without_inserts(text, r, language) for r in self.runs}
        self.tokens = tokens(text, span)
        self.words = [t.of(text) for t in self.tokens]
        self.lower = [w.casefold() for w in self.words]
        self.starts = [t.start for t in self.tokens]
        self.masked = [False] * len(self.tokens)
        for part in (part for run in self.runs for part in self.parts[run]):
            for i in range(self.at(part.start), self.at(part.end)):
                self.masked[i] = True

    def at(self, position: int) -> int:
        """The index of the first token that begins at or after a position."""
        return bisect_left(self.starts, position)

    def gap(self, i: int) -> str:
        """What stands between token i-1 and token i; before the first, and after the last."""
        return self._gaps[min(i, len(self.tokens))]

    @cached_property
    def _gaps(self) -> list[str]:
        starts = [*(t.start for t in self.tokens), self.span.end]
        ends = [self.span.start, *(t.end for t in self.tokens)]
        return [self.text[a:b] for a, b in zip(ends, starts, strict=True)]

    def joined(self, i: int) -> bool:
        """Whether only a space stands between token i-1 and token i, or "s’" and a space."""
        if i == 0:
            return False
        gap = self.gap(i)
        if gap[:1] in {"'", "’"} and self.lower[i - 1].endswith("s") and not self.masked[i - 1]:
            gap = gap[1:]  # "the inspectors’ report"
        return not gap.strip(SPACES)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases outside quote marks, in text order."""
        return _find_phrases(self)

    @cached_property
    def _firsts(self) -> list[int]:
        return [p.first for p in self.phrases]

    def phrases_from(self, first: int) -> Iterator[Phrase]:
        """The phrases that begin at token `first` or later, in text order."""
        for k in range(bisect_left(self._firsts, first), len(self.phrases)):
            yield self.phrases[k]

    def phrases_between(self, floor: int, ceiling: int) -> list[Phrase]:
        """The phrases that begin at token `floor` or later and end before token `ceiling`."""
        low, high = bisect_left(self._firsts, floor), bisect_left(self._firsts, ceiling)
        return [p for p in self.phrases[low:high] if p.last < ceiling]

    def phrase_at(self, first: int) -> Phrase | None:
        """The phrase that begins at token `first`, if one does."""
        found = next(self.phrases_from(first), None)
        return found if found and found.first == first else None

    def phrase_before(self, first: int) -> Phrase | None:
        """The last phrase that begins before token `first`."""
        k = bisect_left(self._firsts, first)
        return self.phrases[k - 1] if k else None

    def runs_within(self, span: Span) -> list[Run]:
        """The runs of quote marks that lie in a span, in text order."""
        low = bisect_left(self.runs, span.start, key=lambda r: r.outer.start)
        high = bisect_left(self.runs, span.end, lo=low, key=lambda r: r.outer.start)
        return [r for r in self.runs[low:high] if r.outer.end <= span.end]


_INSERT = re.compile(r"\s?[—–](?=[^\s—–])([^—–«»“”\n]{3,120}?)(?:(?<!\s)[—–](?!\w)|(?=[.?!]?$))")
_SPACED_INSERT = re.compile(r"\s[—–] ([^—–«»“”\n]{3,120}?)(?:\s[—–](?!\w)|(?=[.?!]?$))")


def _without_inserts(text: str, run: Run, language: Language) -> list[Span]:
    """The parts of a run that were said, the reporter's insertions between dashes left out."""
    parts, start = [], run.inner.start
    inserts = list(_INSERT.finditer(text, run.inner.start, run.inner.end))
    if language.spaced_dashes:
        inserts += _SPACED_INSERT.finditer(text, run.inner.start, run.inner.end)
    for insert in sorted(inserts, key=lambda found: found.start()):
        words = [t.of(text).casefold() for t in tokens(text, Span(*insert.span(1)))][:4]
        if any(word in language.verbs for word in words):
            parts.append(Span(start, insert.start()))
            start = insert.end()
    parts.append(Span(start, run.inner.end))
    trimmed = (_trimmed(text, part) for part in parts)
    return [part for part in trimmed if any(c.isalnum() for c in part.of(text))]


def _trimmed(text: str, span: Span) -> Span:
    """Without white space at the ends and without the comma or stop of an insertion."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;."):
        if text.startswith("..", start):
            break
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _find_phrases(paragraph: Paragraph) -> list[Phrase]:
    found: list[Phrase] = []
    i = 0
    while i < len(paragraph.tokens):
        phrase = None if paragraph.masked[i] else _phrase_at(paragraph, i, found)
        if phrase:
            while found and found[-1].last >= phrase.first:
                found.pop()  # "Alder Salt" of "Alder Salt spokeswoman Ida Falk"
            found.append(phrase)
            i = phrase.last + 1
        else:
            i += 1
    return found


def _phrase_at(paragraph: Paragraph, i: int, found: Sequence[Phrase]) -> Phrase | None:
    word, language = paragraph.words[i], paragraph.language
    lower = (
        re.split(r"['’]", paragraph.lower[i])[0] if language.contractions else paragraph.lower[i]
    )
    if lower in language.pronouns and (word[0].islower() or lower != "i" or word == "I"):
        pronoun = language.pronouns[lower]
        before_noun = language.possessives | language.demonstratives
        determiner = (
            lower in before_noun and paragraph.joined(i + 1) and not _says(paragraph, i + 1)
        )
        if not determiner or _is_last(paragraph, i):
            return Phrase(
                "pronoun", paragraph.tokens[i], lower, i, i,
                gender=pronoun.gender, plural=pronoun.number == "p",
            )  # fmt: skip
        return None
    if _capital(word) and not _sentence_word(paragraph, i):
        return _name_at(paragraph, i, found)
    return _role_at(paragraph, i, found)


def _is_last(paragraph: Paragraph, i: int) -> bool:
    return i + 1 >= len(paragraph.tokens) or paragraph.gap(i + 1).strip() != ""


def _capital(word: str) -> bool:
    return (word[0].isupper() and (len(word) > 1 or word == "X")) or bool(
        re.match(r"[A-Z]\.?$", word)
    )


def _sentence_word(paragraph: Paragraph, i: int) -> bool:
    """A capital that only the start of a sentence explains."""
    word = re.split(r"['’]", paragraph.words[i])[0]
    if word in paragraph.language.not_names:
        return True
    starts = i == 0 or any(mark in paragraph.gap(i) for mark in ".?!:|")
    following = paragraph.words[i + 1] if i + 1 < len(paragraph.words) else "X"
    verb = paragraph.language.verbs.get(word.casefold())
    if starts and verb and verb.lemma != word.casefold():  # Said Doyle: “…”
        return True
    if not starts or paragraph.capitals is None or following[0].isupper():
        return False
    if "," in paragraph.gap(i + 1) and following.casefold() in paragraph.language.relatives:
        return False  # "Falk, who runs the mill, …": nothing but a name is followed so
    known = word in paragraph.capitals or word in paragraph.language.first_names
    return not known and not _says(paragraph, i + 1)


def _says(paragraph: Paragraph, i: int) -> bool:
    """Whether a reporting verb stands at token i, or after clitics and auxiliaries there."""
    language, last = paragraph.language, min(i + 2, len(paragraph.words) - 1)
    while i < last and paragraph.lower[i] in language.auxiliaries:
        i += 1
    return i < len(paragraph.words) and paragraph.lower[i] in language.verbs


def capitals_of(text: str) -> frozenset[str]:
    """The words that a text writes with a capital in the middle of a sentence: its names."""
    return frozenset(re.findall(r"(?<=[\w,;][ \xa0])([^\W\d_][\w]*)", text)) & frozenset(
        re.findall(r"(?<=[a-zà-ÿ,;][ \xa0])([A-ZÀ-Þ]\w*)", text)
    )


def _name_at(paragraph: Paragraph, i: int, found: Sequence[Phrase]) -> Phrase | None:
    language, last = paragraph.language, i
    while last + 1 < len(paragraph.tokens) and not paragraph.masked[last + 1]:
        following = paragraph.words[last + 1]
        if _possessive(paragraph.words[last]) or not _linked(paragraph, last + 1):
            break
        if _capital(following) and following not in language.not_names:
            last += 1
        elif _particle_inside(paragraph, last + 1):
            last += 2
        else:
            break
    return _named(paragraph, i, last, found)


def _linked(paragraph: Paragraph, i: int) -> bool:
    """Whether token i may continue a name: a space, or the point of an initial or title."""
    gap = paragraph.gap(i)
    if not gap.strip(SPACES):
        return True
    before = paragraph.words[i - 1]
    short = len(before) == 1 or before + "." in paragraph.language.abbreviations
    return short and gap.strip() == "."


def _particle_inside(paragraph: Paragraph, i: int) -> bool:
    if paragraph.lower[i] not in paragraph.language.particles or i + 1 >= len(paragraph.tokens):
        return False
    joined = paragraph.joined(i) and paragraph.joined(i + 1)
    following = paragraph.words[i + 1]
    if (
        paragraph.lower[i] in paragraph.language.and_words
        and following in paragraph.language.first_names
    ):
        return False  # "Pedro Solís y Elena Solís" are two
    return joined and _capital(following) and following not in paragraph.language.not_names


def _possessive(word: str) -> bool:
    return bool(re.search(r"['’]s?$", word))


def _named(paragraph: Paragraph, first: int, last: int, found: Sequence[Phrase]) -> Phrase | None:
    language = paragraph.language
    core = first
    for i in range(first, last + 1):
        bare = paragraph.words[i].rstrip(".")
        body = i < last and bare.casefold() in language.bodies
        if body and _particle_inside(paragraph, i + 1):
            break  # the roles in "Asociación de Vecinos del Faro" are nobody's
        if (
            bare.casefold() in language.roles
            or bare in language.honorifics
            or bare + "." in language.honorifics
            or bare.casefold() in language.definite
        ):
            core = i + 1
    core = _first_name(paragraph, core, last)
    if core > last:  # nothing but titles: "the Foreign Minister"
        return _capital_role(paragraph, first, last)
    head = " ".join(paragraph.words[core : last + 1])
    head = re.sub(r"['’]s?$", "", head)
    start = _premodifiers(paragraph, first, found)
    gender = _gender(paragraph, start, core, language)
    title = " ".join(paragraph.words[start:core]) or None
    body = any(w.casefold() in language.bodies for w in head.split()) or _acronym(head)
    return Phrase(
        "body" if body else "name", _span(paragraph, start, last), head, start, last,
        title=title, gender=None if body else gender,
    )  # fmt: skip


def _first_name(paragraph: Paragraph, core: int, last: int) -> int:
    """ "Secretary of Homeland Security Kristi Noem" is Kristi Noem."""
    known = paragraph.language.first_names
    if core >= last or paragraph.words[core] in known:
        return core
    return next((j for j in range(core + 1, last) if paragraph.words[j] in known), core)


def _acronym(head: str) -> bool:
    return bool(re.fullmatch(r"[A-Z]{2,}s?", head))


def _gender(paragraph: Paragraph, first: int, core: int, language: Language) -> str | None:
    for i in range(first, core):
        bare = paragraph.words[i].rstrip(".")
        gender = language.honorifics.get(bare) or language.honorifics.get(bare + ".")
        gender = gender or language.roles.get(bare.casefold())
        if gender:
            return gender
    return language.first_names.get(paragraph.words[core]) if core < len(paragraph.words) else None


def _span(paragraph: Paragraph, first: int, last: int) -> Span:
    end = paragraph.tokens[last].end
    return Span(paragraph.tokens[first].start, end)


def _premodifiers(paragraph: Paragraph, first: int, found: Sequence[Phrase]) -> int:
    """Grow a name leftwards over a lower-case title: "union secretary Marta Gil"."""
    language, start = paragraph.language, first
    floor = found[-1].last + 1 if found else 0
    head = start - 1
    if head < floor or not paragraph.joined(start) or paragraph.masked[head]:
        return first
    word = paragraph.lower[head]
    if word not in language.roles and not word.endswith(language.role_endings):
        return first
    start = _leftwards(paragraph, head, floor)
    owner = found[-1] if found else None
    if owner and owner.last == start - 1 and paragraph.joined(start) and language.names_modify:
        return owner.first if owner.kind in {"name", "body"} else start
    return start


def _leftwards(paragraph: Paragraph, head: int, floor: int) -> int:
    """Grow leftwards over adjectives and nouns up to and including a determiner."""
    language, start = paragraph.language, head
    determiners = language.definite | language.indefinite | language.possessives
    for i in range(head - 1, max(floor, head - _ROLE_REACH - 1) - 1, -1):
        word = paragraph.lower[i]
        if not paragraph.joined(i + 1) or paragraph.masked[i]:
            break
        if word in determiners:
            return i
        if word in language.verbs or word in language.prepositions or word in language.auxiliaries:
            break
        if word in language.stop_words or word in language.that or word in language.relatives:
            break
        start = i
    return start


def _capital_role(paragraph: Paragraph, first: int, last: int) -> Phrase:
    language = paragraph.language
    head = paragraph.lower[last]
    start = first
    if first > 0 and paragraph.lower[first - 1] in language.definite and paragraph.joined(first):
        start = first - 1
    return Phrase(
        "role", _span(paragraph, start, last), head, start, last,
        gender=language.roles.get(head) or article_gender(paragraph, start),
    )  # fmt: skip


def article_gender(paragraph: Paragraph, first: int) -> str | None:
    """The gender that an article at token `first` shows: "la" is f."""
    return paragraph.language.article_genders.get(paragraph.lower[first])


def _role_at(paragraph: Paragraph, i: int, found: Sequence[Phrase]) -> Phrase | None:
    language, word = paragraph.language, paragraph.lower[i]
    head = re.sub(r"['’]s?$", "", word)
    kind = _role_kind(head, language)
    if kind is None or _verbal(paragraph, i) or (kind == "role" and _titles_a_name(paragraph, i)):
        return None
    floor = found[-1].last + 1 if found else 0
    first = _leftwards(paragraph, i, floor)
    determiner = paragraph.lower[first]
    fused = (
        first > 0
        and paragraph.joined(first)
        and paragraph.lower[first - 1] in language.fused_articles
    )
    known = language.definite | language.indefinite | language.possessives
    bare = determiner not in known and not fused
    plural = head.endswith("s") and head not in language.singular_in_s
    genitive = first > 0 and bool(found) and found[-1].last == first - 1
    if bare and not (plural or head in language.bare_subjects or genitive or first < i):
        return None
    last = _rightwards(paragraph, i)
    return Phrase(
        kind, _span(paragraph, first, last), head, first, last,
        gender=language.roles.get(head) or article_gender(paragraph, first - fused),
        plural=plural, definite=determiner in language.definite or genitive or fused,
    )  # fmt: skip


def _titles_a_name(paragraph: Paragraph, i: int) -> bool:
    """Whether a name follows a role at once and grows over it ("union secretary Marta Gil")."""
    following = i + 1
    if following >= len(paragraph.tokens) or paragraph.masked[following]:
        return False
    named = _capital(paragraph.words[following]) and not _sentence_word(paragraph, following)
    return named and paragraph.joined(following)


def _role_kind(head: str, language: Language) -> CandidateKind | None:
    if head in language.roles:
        return "role"
    if head.endswith(language.role_endings) and head not in language.verbs:
        return "role"
    if head in language.bodies or head in language.groups:
        return "body"
    return "document" if head in language.documents else None


def _verbal(paragraph: Paragraph, i: int) -> bool:
    """ "They report", "to head": a word that is a noun in the list but a verb here."""
    if i == 0 or not paragraph.joined(i):
        return False
    before, language = paragraph.lower[i - 1], paragraph.language
    if before in language.pronouns and before not in language.possessives:
        return True
    return before in language.verb_follows


def _rightwards(paragraph: Paragraph, head: int) -> int:
    """Grow over "of the union", "for the company", "general del sindicato"."""
    language, last = paragraph.language, head
    while _adjective(paragraph, last + 1) and last - head < 2:
        last += 1
    while last + 2 < len(paragraph.tokens) and paragraph.lower[last + 1] in language.linking:
        if not paragraph.joined(last + 1) or paragraph.masked[last + 1]:
            break
        end = last + 2
        while end < len(paragraph.tokens) and paragraph.joined(end) and _nominal(paragraph, end):
            end += 1
        if end == last + 2 or end - head > 8:
            break
        last = end - 1
    return last


def _adjective(paragraph: Paragraph, i: int) -> bool:
    """A lower-case word that after a noun can only be an adjective ("secretaria general")."""
    if i >= len(paragraph.tokens) or not paragraph.joined(i) or paragraph.masked[i]:
        return False
    word, language = paragraph.lower[i], paragraph.language
    if not word.endswith(language.adjective_endings):
        return False
    closed = (language.verbs, language.stop_words, language.prepositions, language.auxiliaries)
    return not any(word in words for words in closed)


def _nominal(paragraph: Paragraph, i: int) -> bool:
    word, language = paragraph.lower[i], paragraph.language
    if paragraph.masked[i]:
        return False
    if word in language.definite or word in language.possessives or word in language.indefinite:
        return True
    if _capital(paragraph.words[i]):
        return True
    closed = word in language.verbs or word in language.prepositions or word in language.that
    return not (closed or word in language.auxiliaries or word in language.stop_words)
