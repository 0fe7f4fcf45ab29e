"""What the tagger sees of each word: small whole numbers that say of what kind it is and where.

Most attributes carry over from one language to another: the class of a word by the language's lists
("a verb that argues", "a determiner"), its capitals, the punctuation around it, whether it stands
in quote marks, how far the next cue is, and what the rules made of it. The word itself and its
ending are there too, for the language that there is marked news in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from toolkit.extract.candidates import Paragraph
from toolkit.extract.cues import Cue
from toolkit.extract.drafts import Draft
from toolkit.languages import VERB_CLASSES, Language, get_language
from toolkit.model import Span

Column = NDArray[np.int64]

CLASSES = (
    "other", "name", "first_name", "number", "month", "that", "according", "relative", "definite",
    "indefinite", "possessive", "person", "speaker", "several", "preposition", "to", "auxiliary",
    "negation", "adverb", "honorific", "role", "body", "group", "document", "stop",
    *(f"strong_{name}" for name in VERB_CLASSES), *(f"weak_{name}" for name in VERB_CLASSES),
)  # fmt: skip
GAPS = (
    "space", "comma", "stop", "question", "colon", "semicolon", "dash", "bracket", "unbracket",
    "quote", "unquote", "comma_quote", "apostrophe", "start", "other",
)  # fmt: skip
_CLASS = {name: number for number, name in enumerate(CLASSES)}
_GAP = {name: number for number, name in enumerate(GAPS)}
_SIGNS = (
    (".", "stop"), ("…", "stop"), ("!", "question"), ("?", "question"), (":", "colon"),
    (";", "semicolon"), ("(", "bracket"), (")", "unbracket"), (",", "comma"), ("—", "dash"),
    ("–", "dash"), ("-", "dash"), ("'", "apostrophe"), ("’", "apostrophe"),
)  # fmt: skip
_QUOTES = '“”"«»„`'
_OPENING = '“"«„`'
_COMMAS = (_GAP["comma"], _GAP["comma_quote"])
_PHRASES = {"name": 1, "pronoun": 2, "role": 3, "body": 4, "document": 5}
_KINDS = {"direct": 3, "mixed": 4, "indirect": 5}
#: What stands for the distance to a cue where the sentence has none on that side.
NO_CUE = 99
#: Distances are told apart in these steps.
STEPS = np.array([1, 2, 3, 5, 9, 16])

#: For each attribute how many values it has; words and endings are numbered by the tagger.
SIZES: Mapping[str, int] = {
    "class": len(CLASSES), "shape": 4, "gap": len(GAPS), "gap_after": len(GAPS), "rule": 6,
    "cue": 4, "phrase": 11, "masked": 2, "from_start": 7, "to_end": 7, "cue_left": 4,
    "left_distance": 7, "that_left": 2, "commas_left": 3, "cue_right": 4, "right_distance": 7,
    "commas_right": 3, "paragraph": 4, "sentence_quotes": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attributes:
    """The words of all paragraphs of a text in a row, and a column of numbers for each attribute.

    `starts` and `lengths` cut the row into paragraphs, `numbers` says which ones; `left` and
    `right` are the places of the next cue on either side (-1 where there is none).
    """

    columns: Mapping[str, Column]
    starts: Column
    lengths: Column
    numbers: Column
    words: Sequence[str]
    left: Column
    right: Column


def attributes_of(
    paragraphs: Sequence[Paragraph], cues: Sequence[Sequence[Cue]],
    frames: Sequence[Sequence[Span]], drafts: Sequence[Draft],
) -> Attributes:  # fmt: skip
    """The attributes of every word of a text, drafts of the rules among them."""
    columns: dict[str, list[int]] = {name: [] for name in SIZES}
    ruled = _by_paragraph(drafts, paragraphs)
    kept = [n for n, p in enumerate(paragraphs) if p.tokens]
    words: list[str] = []
    for number in kept:
        paragraph = paragraphs[number]
        words += paragraph.lower
        for name, column in _plain(paragraph, cues[number], ruled[number], min(number, 3)).items():
            columns[name] += column
        for name, column in _around(paragraph, frames[number], columns).items():
            columns[name] += column
    lengths = np.array([len(paragraphs[n].tokens) for n in kept], np.int64)
    arrays = {name: np.array(column, np.int64) for name, column in columns.items()}
    place = np.arange(len(words))
    left, right = arrays["left_distance"], arrays["right_distance"]
    for name in ("from_start", "to_end", "left_distance", "right_distance"):
        arrays[name] = np.digitize(arrays[name], STEPS)
    return Attributes(
        arrays, np.cumsum(lengths) - lengths, lengths, np.array(kept, np.int64), words,
        np.where(left < NO_CUE, place - left, -1), np.where(right < NO_CUE, place + right, -1),
    )  # fmt: skip


def _by_paragraph(
    drafts: Sequence[Draft], paragraphs: Sequence[Paragraph]
) -> dict[int, list[Draft]]:
    """The drafts of each paragraph; one that goes on in later paragraphs is in all of them."""
    starts = [p.span.start for p in paragraphs]
    found: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for number in {bisect_right(starts, span.start) - 1 for span in draft.spans}:
            found[number].append(draft)
    return found


def _plain(
    paragraph: Paragraph, cues: Sequence[Cue], drafts: Sequence[Draft], number: int
) -> dict[str, list[int]]:
    """What a word shows by itself, and what rules, cues and phrases say of it."""
    size = len(paragraph.tokens)
    class_of = _classifier(paragraph.language.code)
    classes = [class_of(word) for word in paragraph.lower]
    shapes = [0] * size
    for i, word in enumerate(paragraph.words):
        if word[0].isupper():
            shapes[i] = 2 if word.isupper() and len(word) > 1 else 1
            if classes[i] == 0 and word not in paragraph.language.not_names:
                known = word in paragraph.language.first_names
                classes[i] = _CLASS["first_name" if known else "name"]
        elif word[0].isdigit():
            shapes[i] = 3
    gaps = [gap_kind(paragraph.gap(i)) for i in range(size + 1)]
    gaps[0] = gaps[0] or _GAP["start"]
    cue = [0] * size
    for c in cues:
        cue[c.first : c.last + 1] = [3 if c.verb is None else 1 + c.weak] * (c.last + 1 - c.first)
    phrase = [0] * size
    for p in paragraph.phrases:
        phrase[p.first : p.last + 1] = [_PHRASES[p.kind] + 5] * (p.last + 1 - p.first)
        phrase[p.first] = _PHRASES[p.kind]
    return {
        "class": classes, "shape": shapes, "gap": gaps[:-1], "gap_after": gaps[1:],
        "rule": _rules(paragraph, drafts), "cue": cue, "phrase": phrase,
        "masked": [int(masked) for masked in paragraph.masked], "paragraph": [number] * size,
    }  # fmt: skip


def _rules(paragraph: Paragraph, drafts: Sequence[Draft]) -> list[int]:
    """What the rules take a word for: content by kind, source (1), cue (2), or nothing (0)."""
    size = len(paragraph.tokens)
    found = [0] * size
    for draft in drafts:
        for span in (s for s in draft.spans if paragraph.span.contains(s)):
            for i in range(paragraph.at(span.start), paragraph.at(span.end)):
                found[i] = _KINDS[draft.kind]
    for draft in drafts:
        if draft.source and paragraph.span.contains(draft.source.span):
            for i in range(draft.source.first, min(size, draft.source.last + 1)):
                found[i] = 1
        if draft.cue and paragraph.span.contains(draft.cue.span):
            for i in range(draft.cue.first, min(size, draft.cue.last + 1)):
                found[i] = 2
    return found


def _around(
    paragraph: Paragraph, frames: Sequence[Span], columns: Mapping[str, list[int]],
) -> dict[str, list[int]]:  # fmt: skip
    """Where a word stands in its sentence, and the next cue to its left and to its right."""
    size = len(paragraph.tokens)
    cue, gap = columns["cue"][-size:], columns["gap"][-size:]
    classes = columns["class"][-size:]
    names = (
        "from_start", "to_end", "cue_left", "that_left", "commas_left", "cue_right",
        "commas_right", "sentence_quotes",
    )  # fmt: skip
    found = {name: [0] * size for name in names}
    found["left_distance"], found["right_distance"] = [NO_CUE] * size, [NO_CUE] * size
    edges = [*(paragraph.at(frame.start) for frame in frames), size]
    if edges[0]:
        edges.insert(0, 0)  # a dateline is a sentence too
    for first, last in pairwise(edges):
        quoted = int(any(paragraph.masked[first:last]))
        at, that, commas = -1, 0, 0
        for i in range(first, last):
            found["from_start"][i], found["to_end"][i] = i - first, last - 1 - i
            found["sentence_quotes"][i] = quoted
            commas += gap[i] in _COMMAS
            if at >= 0:
                found["cue_left"][i], found["left_distance"][i] = cue[at], i - at
                found["that_left"][i], found["commas_left"][i] = that, min(commas, 2)
                that = that or int(classes[i] == _CLASS["that"])
            if cue[i] and not paragraph.masked[i]:
                at, that, commas = i, 0, 0
        at, commas = -1, 0
        for i in range(last - 1, first - 1, -1):
            if at >= 0:
                found["cue_right"][i], found["right_distance"][i] = cue[at], at - i
                found["commas_right"][i] = min(commas, 2)
            if cue[i] and not paragraph.masked[i]:
                at, commas = i, 0
            commas += gap[i] in _COMMAS
    return found


@lru_cache(maxsize=4096)
def gap_kind(gap: str) -> int:
    """The kind of what stands between two words, as its number in `GAPS`."""
    signs = gap.strip()
    if not signs:
        return 0
    if any(mark in signs for mark in _QUOTES):
        if "," in signs:
            return _GAP["comma_quote"]
        opens = gap[-1] in _OPENING and (gap[0].isspace() or signs[0] in ":,.—–(")
        return _GAP["quote" if opens else "unquote"]
    return next((_GAP[kind] for sign, kind in _SIGNS if sign in signs), _GAP["other"])


@lru_cache(maxsize=8)
def _classifier(code: str) -> Callable[[str], int]:
    """The class of a word in lower case, remembered by word."""
    language = get_language(code)
    first_of_according = {cue.split()[0] for cue in language.according}

    @lru_cache(maxsize=20000)
    def class_of(word: str) -> int:
        word = word.replace("’", "'").removesuffix("'s")
        return _CLASS[_class(word, language, first_of_according)]

    return class_of


def _class(word: str, language: Language, according: set[str]) -> str:
    verb, pronoun = language.verbs.get(word), language.pronouns.get(word)
    if word in language.that:
        return "that"
    if verb:
        return f"{'weak' if verb.weak else 'strong'}_{verb.verb_class}"
    if word in language.infinitive_marks:
        return "to"
    negative = language.negative_endings
    if word in language.negations or (negative and word.endswith(negative)):
        return "negation"
    for name, words in (
        ("definite", language.definite), ("indefinite", language.indefinite),
        ("possessive", language.possessives), ("relative", language.relatives),
    ):  # fmt: skip
        if word in words:
            return name
    if pronoun:
        return "several" if pronoun.number == "p" else "person" if pronoun.gender else "speaker"
    return _noun_or_small_word(word, language, according)


def _noun_or_small_word(word: str, language: Language, according: set[str]) -> str:
    if word in language.roles or (language.role_endings and word.endswith(language.role_endings)):
        role = "role"
    else:
        role = ""
    found = (
        ("according", word in according), ("preposition", word in language.prepositions),
        ("auxiliary", word in language.auxiliaries), ("adverb", word in language.adverbs),
        (role, bool(role)), ("body", word in language.bodies), ("group", word in language.groups),
        ("document", word in language.documents), ("month", word in language.months),
        ("number", word[:1].isdigit() or word in language.number_words),
        ("stop", word in language.stop_words),
    )  # fmt: skip
    return next((name for name, holds in found if holds), "other")
