"""How one version of an utterance stands to its fullest: word by word, and in one word.

The fullest version is the one that shows most words in quote marks. Another outlet may print all
of it (verbatim), leave words out (cut), put other words in their place (altered), both, or only
report what was said (paraphrase). Brackets and dots that an editor put in are no change of words.
The steps of `diff_words` are for drawing: joined, they give back both versions as printed.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from toolkit.compare.said import SNIPPET, Said
from toolkit.compare.wording import Word, compared_words

Operation = Literal["same", "cut", "altered", "added"]
Relation = Literal["verbatim", "cut", "altered", "cut+altered", "paraphrase", "translation"]
Block = tuple[Operation, int, int, int, int]

#: One word alone that stands between two changes is chance, unless it is at least this long.
STRAY_LETTERS = 5
#: Words printed beyond an end of the fullest version: from so many on another sentence of the
#: speech, not a change of this one. In the same way a gap that shrinks by so many is a cut too.
OTHER_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of two versions: `a` the words of the fullest, `b` those of the other."""

    op: Operation
    a: str = ""
    b: str = ""


def diff_words(fullest: str, version: str, language: str = "en") -> list[Step]:
    """Compare two versions of an utterance word by word.

    `fullest` and `version` are the words as printed, without the outer marks. Returns steps in
    order: "same", "cut" (only `a`), "added" (only `b`), "altered" (both).

    >>> for step in diff_words("We kept the works open for three winters at a loss.",
    ...                        "We kept the works open for three years."):
    ...     print(step)
    Step(op='same', a='We kept the works open for three', b='We kept the works open for three')
    Step(op='altered', a='winters at a loss.', b='years.')

    Does not show: whether a cut or a change matters, or was meant.
    """
    a, b = compared_words(fullest, language), compared_words(version, language)
    return [
        Step(op, _printed(fullest, a, i1, i2), _printed(version, b, j1, j2))
        for op, i1, i2, j1, j2 in _blocks(a, b)
    ]


def relation_to(fullest: Said, version: Said) -> Relation:
    """The relation of a quote to the fullest version of its utterance.

    The fullest version is "verbatim", which says no more than that nothing fuller was found. A
    quote without words in marks is a paraphrase in any language (unless nobody has such words, and
    it repeats the fullest report); a snippet under four words is cut where the fullest has it all.
    """
    if version.quote_id == fullest.quote_id:
        return "verbatim"
    if not version.marked:
        repeats = not fullest.marked and version.words == fullest.words
        return "verbatim" if repeats else "paraphrase"
    if version.language != fullest.language:
        return "translation"
    language = fullest.language
    a = compared_words(" … ".join(fullest.runs), language)
    b = compared_words(" … ".join(version.runs), language)
    printed = " … ".join(version.runs)
    return _in_one_word(list(_blocks(a, b)), a, b, printed)


def _in_one_word(blocks: list[Block], a: list[Word], b: list[Word], printed: str) -> Relation:
    common = sum(i2 - i1 for op, i1, i2, _, _ in blocks if op == "same")
    if common < min(SNIPPET, len(a), len(b)):
        return "paraphrase"
    cut = altered = False
    for op, i1, i2, j1, j2 in blocks:
        at_end = (i1, j1) == (0, 0) or (i2, j2) == (len(a), len(b))
        cut |= op == "cut" and not _bracket_after(printed, b, j1)
        altered |= op == "altered" or (op == "added" and not (at_end and j2 - j1 >= OTHER_SENTENCE))
        cut |= op == "altered" and (i2 - i1) - (j2 - j1) >= OTHER_SENTENCE
    if cut and altered:
        return "cut+altered"
    return "cut" if cut else "altered" if altered else "verbatim"


def _bracket_after(printed: str, words: list[Word], at: int) -> bool:
    """Whether an editor's bracket stands in the gap before word `at`, in place of what was cut."""
    start = words[at - 1].span.end if at else 0
    end = words[at].span.start if at < len(words) else len(printed)
    return "[" in printed[start:end]


def _blocks(a: list[Word], b: list[Word]) -> Iterator[Block]:
    """Difflib's blocks (longest run first), without one-word matches that are mere chance."""
    names: dict[str, Operation] = {
        "equal": "same", "delete": "cut", "insert": "added", "replace": "altered"
    }  # fmt: skip
    matcher = difflib.SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    raw = matcher.get_opcodes()
    pending: list[int] | None = None
    for n, (tag, i1, i2, j1, j2) in enumerate(raw):
        inner = 0 < n < len(raw) - 1
        stray = tag == "equal" and inner and i2 - i1 == 1 and len(a[i1].key) < STRAY_LETTERS
        # A word kept where the other side only lost or only gained words is no chance match.
        stray = stray and all(raw[m][0] != "equal" for m in (n - 1, n + 1))
        stray = stray and any(raw[m][0] == "replace" for m in (n - 1, n + 1))
        if tag != "equal" or stray:
            pending = [pending[0] if pending else i1, i2, pending[2] if pending else j1, j2]
            continue
        if pending:
            yield _changed(*pending)
            pending = None
        yield names[tag], i1, i2, j1, j2
    if pending:
        yield _changed(*pending)


def _changed(i1: int, i2: int, j1: int, j2: int) -> Block:
    return ("cut" if j1 == j2 else "added" if i1 == i2 else "altered"), i1, i2, j1, j2


def _printed(text: str, words: list[Word], first: int, last: int) -> str:
    """What was printed from word `first` up to word `last`, with the marks that follow each."""
    if first == last:
        return ""
    start = words[first].span.start if first else 0
    end = words[last].span.start if last < len(words) else len(text)
    # The halves of a contraction share a span: it is printed once, with its first half.
    return text[start:end].strip() if end > start else ""


def count_shown(fullest: Said, version: Said) -> int | None:
    """How many of the fullest version's words in marks another version prints in marks.

    None where words cannot be compared: a paraphrase, a translation.
    """
    if relation_to(fullest, version) in ("paraphrase", "translation") or not fullest.marked:
        return None
    a, b = (compared_words(" … ".join(s.runs), s.language) for s in (fullest, version))
    return sum(i2 - i1 for op, i1, i2, _, _ in _blocks(a, b) if op == "same")
