"""Two versions as steps to be drawn: joined, they give back both versions as printed.

A step holds what became of a stretch of words ("same", "cut", "altered", "added", "moved") or what
an editor put there ("bracketed", "ellipsis"). A moved run has two steps, one at each of its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from toolkit.compare.versions.aligning import Operation
from toolkit.compare.versions.printed import Atom, Printed, print_pieces
from toolkit.compare.versions.relations import Laid, Place, lay
from toolkit.model import Span

StepOperation = Operation | Literal["bracketed", "ellipsis"]


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of two versions: `a` the words of the fullest, `b` those of the other.

    `place` says where words were cut and whether a sign shows it ("inner silent"), and of added
    words whether they are "inserted" or "beyond" what the fullest version prints.
    """

    op: StepOperation
    a: str = ""
    b: str = ""
    place: Place | None = None


def diff_words(fullest: str, version: str, language: str = "en") -> list[Step]:
    """Compare two versions of an utterance word by word.

    `fullest` and `version` are the words as printed, without the outer marks. Returns steps in
    order: "same", "cut" (only `a`), "added" (only `b`), "altered" (mostly both), "moved" (`a` where
    a run stood, `b` where it stands), "bracketed" and "ellipsis" (an editor's, in either).

    >>> for step in diff_words("We kept the works open for three winters at a loss.",
    ...                        "We kept the works open for three years."):
    ...     print(step.op, "|", step.a, "|", step.b)
    same | We kept the works open for three | We kept the works open for three
    altered | winters at a loss. | years.

    Does not show: whether a cut or a change matters, or was meant.
    """
    a, b = (print_pieces(t, [Span(0, len(t))], language) for t in (fullest, version))
    return steps_of(lay(a, b, language))


def steps_of(laid: Laid) -> list[Step]:
    """The steps of two versions that were laid beside each other."""
    return [
        Step(run.op, _text(laid.fullest, run.a, run.sign_a),
             _text(laid.version, run.b, run.sign_b), run.place)
        for run in walk(laid)
    ]  # fmt: skip


def _text(printed: Printed, words: tuple[int, int], sign: Atom | None) -> str:
    return sign.span.of(printed.text).strip() if sign else printed.printed(*words)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch without an editor's sign within what is the same, or such a sign alone."""

    op: StepOperation
    a: tuple[int, int]
    b: tuple[int, int]
    place: Place | None = None
    sign_a: Atom | None = None
    sign_b: Atom | None = None


def walk(laid: Laid) -> Iterator[Run]:
    """The stretches in order, with every editor's sign at its place."""
    for stretch in laid.stretches:
        (i, i2), (j, j2) = stretch.a, stretch.b
        if stretch.op != "same":
            yield from _signs(laid, i if i < i2 else None, j if j < j2 else None)
            yield Run(stretch.op, stretch.a, stretch.b, stretch.place)
            continue
        while i < i2:
            yield from _signs(laid, i, j)
            run = 1
            while i + run < i2 and not (laid.fullest.signs(i + run) or laid.version.signs(j + run)):
                run += 1
            yield Run("same", (i, i + run), (j, j + run))
            i, j = i + run, j + run
    yield from _signs(laid, len(laid.fullest.words), len(laid.version.words))


def _signs(laid: Laid, i: int | None, j: int | None) -> Iterator[Run]:
    """What editors put before word `i` of the fullest version and word `j` of the other."""
    for atom in laid.fullest.signs(i) if i is not None else ():
        yield Run(_kind(laid.fullest, atom), (0, 0), (0, 0), sign_a=atom)
    for atom in laid.version.signs(j) if j is not None else ():
        yield Run(_kind(laid.version, atom), (0, 0), (0, 0), sign_b=atom)


def _kind(printed: Printed, atom: Atom) -> StepOperation:
    return next(e.kind for e in printed.editorial if e.span == atom.core)
