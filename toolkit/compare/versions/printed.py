"""What an outlet prints of an utterance: words inside marks, where they stand, what parts them.

A quote may be interrupted ("...," she said, "..."), and a mixed one shows several stretches in
marks. Its words are compared as one run, but what stands between two of them matters: an ellipsis
or an interruption shows that words may have been left out there, an editor's bracket stands for
words, a full stop ends a sentence of the speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from typing import Literal

from toolkit.compare.said import Said
from toolkit.compare.wording import EDITORIAL, Word, compared_words, marked_spans
from toolkit.model import Span

DOTS = r"(?:…|\.{3,}|\. \. \.)"
ELLIPSIS = re.compile(rf"\[\s*{DOTS}\s*\]|\(\s*{DOTS}\s*\)|{DOTS}")
SENTENCE_END = re.compile(r"[.!?;]")
#: What may come with the words where narration interrupts them, and is not theirs.
LOOSE = ".,;: \n"


@dataclass(frozen=True, slots=True)
class Editorial:
    """What an editor put among the words: a bracketed insertion, or an ellipsis."""

    kind: Literal["bracketed", "ellipsis"]
    span: Span


@dataclass(frozen=True, slots=True)
class Atom:
    """A printed word, or an editor's sign, with the marks about it.

    `core` is the word or sign alone; `words` are the compared words that it holds, half-open: two
    of a contraction, none of a sign.
    """

    span: Span
    core: Span
    words: tuple[int, int]
    piece: int


@dataclass(frozen=True)
class Printed:
    """The words that an outlet prints in marks; `pieces` are the stretches that hold them.

    All spans point into `text`: the article's (`in_article`), where the quote says where it stands.
    """

    text: str
    pieces: tuple[Span, ...]
    words: tuple[Word, ...]
    in_article: bool = False

    @cached_property
    def editorial(self) -> tuple[Editorial, ...]:
        """Brackets and ellipses, in text order."""
        found = [e for piece in self.pieces for e in _editorial(self.text, piece)]
        return tuple(sorted(found, key=lambda e: e.span))

    @cached_property
    def _homes(self) -> tuple[int, ...]:
        homes, piece = [], 0
        for word in self.words:
            while word.span.start >= self.pieces[piece].end:
                piece += 1
            homes.append(piece)
        return tuple(homes)

    def home(self, word: int) -> int:
        """The number of the piece that holds a word."""
        return self._homes[word]

    def gap(self, before: int) -> list[Span]:
        """What is printed between a word and the one before it, piece by piece."""
        if not self.pieces:
            return []
        first, last = self._around(before)
        start = self.words[before - 1].span.end if before else self.pieces[first].start
        end = self.words[before].span.start if before < len(self.words) else self.pieces[last].end
        if first == last:
            return [Span(start, max(start, end))]
        middle = list(self.pieces[first + 1 : last])
        return [Span(start, self.pieces[first].end), *middle, Span(self.pieces[last].start, end)]

    def _around(self, before: int) -> tuple[int, int]:
        first = self.home(before - 1) if before else 0
        last = self.home(before) if before < len(self.words) else len(self.pieces) - 1
        return first, last

    def is_marked(self, before: int) -> bool:
        """Whether a sign of leaving out stands before a word: dots, or an interruption."""
        parts = self.gap(before)
        return len(parts) > 1 or any(ELLIPSIS.search(p.of(self.text)) for p in parts)

    def brackets(self, before: int) -> list[Editorial]:
        """The editor's brackets between a word and the one before it."""
        parts = self.gap(before)
        return [
            e
            for e in self.editorial
            if e.kind == "bracketed" and any(p.contains(e.span) for p in parts)
        ]

    def ends_sentence(self, before: int) -> bool:
        """Whether a new sentence begins with this word; so it is at both ends of the words."""
        if before in (0, len(self.words)):
            return True
        parts = self.gap(before)
        if any(SENTENCE_END.search(ELLIPSIS.sub("", p.of(self.text))) for p in parts):
            return True
        return len(parts) > 1 and self.text[self.words[before].span.start].isupper()

    @cached_property
    def atoms(self) -> tuple[Atom, ...]:
        """All that is printed in the pieces, parted into words and what an editor put there."""
        found: list[Atom] = []
        for number, piece in enumerate(self.pieces):
            own = [k for k in range(len(self.words)) if self.home(k) == number]
            cores = {e.span: (0, 0) for e in self.editorial if piece.contains(e.span)}
            for span, same in groupby(own, key=lambda k: self.words[k].span):
                held = list(same)
                cores[span] = (held[0], held[-1] + 1)
            found += _parted(self.text, piece, sorted(cores.items()), number)
        return tuple(found)

    @cached_property
    def _atom_of(self) -> dict[int, int]:
        return {k: n for n, atom in enumerate(self.atoms) for k in range(*atom.words)}

    @cached_property
    def _signs(self) -> dict[int, tuple[Atom, ...]]:
        found: dict[int, tuple[Atom, ...]] = {}
        before = 0
        for atom in self.atoms:
            if atom.words[1]:
                before = atom.words[1]
            else:
                found[before] = (*found.get(before, ()), atom)
        return found

    def signs(self, before: int) -> tuple[Atom, ...]:
        """The editor's signs between a word and the one before it."""
        return self._signs.get(before, ())

    def atom(self, word: int) -> Atom:
        """The printed word that holds a compared one."""
        return self.atoms[self._atom_of[word]]

    def cores(self, first: int, last: int) -> list[Span]:
        """Where the words from one up to another stand, without the marks about them."""
        atoms = self.atoms[self._atom_of[first] : self._atom_of[last - 1] + 1]
        pieces = groupby(atoms, key=lambda atom: atom.piece)
        return [g[0].core.to(g[-1].core) for g in (list(group) for _, group in pieces)]

    def stretches(self, first: int, last: int) -> list[Span]:
        """Where the words from one up to another are printed, a span in each piece."""
        if first >= last:
            return []
        atoms = self.atoms[self._atom_of[first] : self._atom_of[last - 1] + 1]
        pieces = groupby(atoms, key=lambda atom: atom.piece)
        return [g[0].span.to(g[-1].span) for g in (list(group) for _, group in pieces)]

    def printed(self, first: int, last: int) -> str:
        """The words from one up to another as printed, with the marks that follow each."""
        return " ".join(s.of(self.text).strip() for s in self.stretches(first, last))

    def with_words(self, words: Sequence[Word]) -> Printed:
        """The same with some words joined."""
        return replace(self, words=tuple(words))


def read_printed(said: Said) -> Printed:
    """What a quote prints in marks; all its words where it has none.

    A quote without spans is looked for in its article; if it is not found, places are in the
    content.
    """
    where = said.spans or _found(said)
    text = said.article.text if said.article is not None and where else said.content
    in_article = text is not said.content
    parts = where if in_article else (Span(0, len(text)),)
    pieces = [p for part in parts for p in _marked(said.kind, part, text)]
    printed = print_pieces(text, pieces or parts, said.language)
    return replace(printed, in_article=in_article)


def _found(said: Said) -> tuple[Span, ...]:
    at = said.article.text.find(said.content) if said.article is not None else -1
    return (Span(at, at + len(said.content)),) if at >= 0 else ()


def print_pieces(text: str, pieces: Sequence[Span], language: str) -> Printed:
    """The words of some stretches of a text."""
    found = [_trimmed(p, text) for p in pieces]
    kept = tuple(p for p in found if len(p))
    words = (w for p in kept for w in _words(text, p, language))
    return Printed(text, kept, tuple(words))


def _marked(kind: str, part: Span, text: str) -> Iterator[Span]:
    for run in marked_spans(kind, part.of(text)):
        yield Span(part.start + run.start, part.start + run.end)


def _trimmed(piece: Span, text: str) -> Span:
    words = piece.of(text)
    # Dots that open a quote are a sign; a comma there came with the narration.
    bare = words.lstrip() if ELLIPSIS.match(words.lstrip()) else words.lstrip(LOOSE)
    start = piece.end - len(bare)
    return Span(start, start + len(bare.rstrip()))


def _words(text: str, piece: Span, language: str) -> Iterator[Word]:
    for word in compared_words(piece.of(text), language):
        start, end = word.span.start + piece.start, word.span.end + piece.start
        yield Word(word.key, Span(start, end), word.also)


def _parted(
    text: str, piece: Span, cores: Sequence[tuple[Span, tuple[int, int]]], number: int
) -> Iterator[Atom]:
    """A piece cut before every word and sign: closing marks stay with what they follow."""
    starts = [piece.start]
    for (before, _), (core, _) in pairwise(cores):
        blank = re.search(r"\s+(?=\S*$)", text[before.end : core.start])
        starts.append(before.end + blank.end() if blank else max(before.end, core.start))
    for start, end, (core, held) in zip(starts, [*starts[1:], piece.end], cores, strict=False):
        yield Atom(Span(start, end), core, held, number)


def _editorial(text: str, piece: Span) -> Iterator[Editorial]:
    words, taken = piece.of(text), list[Span]()
    for m in ELLIPSIS.finditer(words):
        taken.append(Span(piece.start + m.start(), piece.start + m.end()))
        yield Editorial("ellipsis", taken[-1])
    for m in EDITORIAL.finditer(words):
        span = Span(piece.start + m.start(), piece.start + m.end())
        if not any(span.overlaps(t) for t in taken):
            yield Editorial("bracketed", span)
