"""Quote marks that quote nobody: round a film, a nickname, a word that is only so called."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from toolkit.extract.candidates import Paragraph
from toolkit.model import Span
from toolkit.text import Run

_LONGEST_NICKNAME = 3
_NEAR_CALL = 4  # words from "called" to what somebody is called


def quotes_nobody(paragraph: Paragraph, run: Run) -> bool:
    """Whether marks name a work or show words as words, so that no cue makes them speech."""
    return is_title(paragraph, run) or is_term(paragraph, run)


def is_title(paragraph: Paragraph, run: Run) -> bool:
    """A film, a book, a nickname: marks that name a thing and quote nobody."""
    if is_nickname(paragraph, run):
        return True
    if _title_case(paragraph, run) and (
        not _spoken_to(paragraph, run) or _describes(paragraph, run)
    ):
        return True
    return _after_a_work(paragraph, run) or _joined_to_a_title(paragraph, run)


def is_term(paragraph: Paragraph, run: Run) -> bool:
    """Words as words ("the phrase “…”"), and what a thing is called ("known as “…”")."""
    i, language = paragraph.at(run.outer.start), paragraph.language
    if not _beside(paragraph, i):
        return False
    return paragraph.lower[i - 1] in language.wordings or _follows(
        paragraph, run, language.known_as
    )


def _beside(paragraph: Paragraph, i: int) -> bool:
    """Whether the word before token i is of the same sentence, a comma between them at most."""
    return i > 0 and not set(".?!:;") & set(paragraph.gap(i).split("“")[0].split("«")[0])


def _after_a_work(paragraph: Paragraph, run: Run) -> bool:
    """After "the film", "his novel called": a name with a capital."""
    i, language = paragraph.at(run.outer.start), paragraph.language
    if not _beside(paragraph, i) or not run.inner.of(paragraph.text).strip()[:1].isupper():
        return _follows(paragraph, run, language.so_called | language.known_as)
    known = language.definite | language.indefinite | language.possessives | language.prepositions
    near = [i - 1] if i < 2 or paragraph.lower[i - 1] in known else [i - 1, i - 2]
    return any(
        paragraph.lower[j] in language.works or _singular(paragraph.lower[j]) in language.works
        for j in near
    ) or _follows(paragraph, run, language.so_called | language.known_as)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _joined_to_a_title(paragraph: Paragraph, run: Run) -> bool:
    """The second of two works: “The Lamp Room” and “Quiet Water”."""
    place = bisect_left(paragraph.runs, run.outer.start, key=lambda r: r.outer.start)
    before = paragraph.runs[place - 1] if place else None
    if before is None:
        return False
    between = Span(before.outer.end, run.outer.start).of(paragraph.text).strip(" ,\u00a0")
    joined = between in paragraph.language.and_words | paragraph.language.or_words
    return joined and is_title(paragraph, before)


def _describes(paragraph: Paragraph, run: Run) -> bool:
    """Whether a noun follows at once that the run is about: “Harbour Lights” host Ida Falk."""
    i, language = paragraph.at(run.outer.end), paragraph.language
    if (
        _amid(paragraph, run)
        or i >= len(paragraph.tokens)
        or paragraph.gap(i).strip("“”«»\"‘’'` \u00a0")
    ):
        return False
    word = paragraph.lower[i]
    closed = language.verbs.keys() | language.stop_words | language.auxiliaries
    participle = word.endswith(language.past_endings)
    return paragraph.words[i][0].islower() and word not in closed and not participle


def is_so_called(paragraph: Paragraph, run: Run) -> bool:
    """Marks after "so-called" or "supuesta": words that the outlet keeps at a distance."""
    return _follows(paragraph, run, paragraph.language.so_called)


def _follows(paragraph: Paragraph, run: Run, markers: frozenset[str]) -> bool:
    i = paragraph.at(run.outer.start)
    before = " ".join(paragraph.lower[max(0, i - 2) : i])
    return any(before.endswith(marker) for marker in markers)


def is_nickname(paragraph: Paragraph, run: Run) -> bool:
    """Marks round a name between first name and surname: Julian “Pots” Carver."""
    first, after = paragraph.at(run.outer.start), paragraph.at(run.outer.end)
    if not 0 < first < after < len(paragraph.tokens) or after - first > _LONGEST_NICKNAME:
        return False
    tight = not (paragraph.gap(first) + paragraph.gap(after)).strip("“”«»\"‘’'`„ \u00a0")
    words = [paragraph.words[i] for i in (first - 1, after - 1, after)]
    return tight and all(word[0].isupper() for word in words)


def _title_case(paragraph: Paragraph, run: Run) -> bool:
    """Two to eight words, every one that carries meaning with a capital, and no sentence.

    A full stop inside the marks belongs to the sentence around them where that has begun before.
    """
    inner = run.inner.of(paragraph.text).strip()
    begun = run.outer.start > paragraph.span.start and _amid(paragraph, run)
    bare = inner.rstrip(",." if begun else ",")
    words = bare.split()
    if not 2 <= len(words) <= 8 or bare[-1:] in ".!?…":
        return False
    small = paragraph.language.stop_words
    weighty = [w for w in words if w.casefold() not in small] or words
    lowest = [w for w in weighty if not w[0].isupper() and not w[0].isdigit()]
    shown = len(weighty) >= 2 or (begun and all(w[0].isupper() for w in words))
    return shown and not lowest and not inner.isupper()


def _amid(paragraph: Paragraph, run: Run) -> bool:
    """Whether a word stands right before the run, so that its capital opens no sentence."""
    gap = paragraph.text[: run.outer.start].rstrip(" \u00a0")
    return gap[-1:].isalnum() or gap.endswith(("’", "'"))


def _spoken_to(paragraph: Paragraph, run: Run) -> bool:
    """Whether a run is said, or somebody is called so: a colon, or a reporting verb close before.

    Not what stands after a preposition or a possessive ("told Channel Nine’s “Morning Tide”").
    """
    i, language = paragraph.at(run.outer.start), paragraph.language
    if i == 0 or ":" in paragraph.gap(i):
        return True
    last = paragraph.lower[i - 1]
    if last in language.verbs or last in language.never_subjects:
        return True  # "nicknamed him “…”": somebody's word for somebody
    if last in language.prepositions - language.likening or last.endswith(("'s", "’s", "s’", "s'")):
        return False
    near = paragraph.lower[max(0, i - _NEAR_CALL) : i]
    pairs = (f"{a} {b}" for a, b in pairwise(near))
    return any(word in language.verbs for word in (*near, *pairs))
