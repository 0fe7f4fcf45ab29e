"""How one version of an utterance stands to its fullest: in one word, and in detail as data.

The fullest version is the one that shows most words in quote marks. Another outlet may print all
of it (verbatim), leave words out (cut), put other words in their place (altered), both, or only
report what was said (paraphrase). An editor's brackets and dots are no change of words, but they
show that something was left out: a cut in the middle without such a sign is *silent*. Words beyond
the fullest version's, which may be another sentence of the speech, are no change either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from toolkit.compare.said import SNIPPET, Said
from toolkit.compare.versions.aligning import (
    PART_OF_CHANGE,
    Column,
    Operation,
    align_words,
    is_form,
    meet,
)
from toolkit.compare.versions.printed import Printed, read_printed
from toolkit.compare.wording import Word, stop_words
from toolkit.languages import plain_code

Relation = Literal["verbatim", "cut", "altered", "cut+altered", "paraphrase", "translation"]
Place = Literal["head", "tail", "inner marked", "inner silent", "beyond", "inserted", "replaced"]

#: Words printed beyond the fullest version's: from so many on they are taken for more of the
#: speech, which the fullest version left out, and not for a change of it.
MORE_OF_THE_SPEECH = 4
#: A bracket may stand for so many words, and so many more than it holds; beyond, words were cut.
BRACKETED = 3
#: Of the shorter version's words, the share that must be the same; with less it is a retelling.
SHARED = 0.3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that follow each other and fared alike: `first` to `last` of each version, half-open.

    `place` says of a cut where it is and whether a sign shows it, of added words whether they are
    an insertion or "beyond" what the fullest version prints; "replaced" is a cut for which an
    editor's bracket stands.
    """

    op: Operation
    a: tuple[int, int]
    b: tuple[int, int]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One version beside the fullest.

    `where` says where words were cut ("head", "tail", "inner marked", "inner silent") and that a
    version is a "snippet" of under four words. `substitutions` are pairs of words as printed,
    `insertions`, `moved` and `beyond` words of the version, `bracketed` and `ellipses` what an
    editor put there. `shown`, `cut` and `altered` count words of the fullest version.
    """

    relation: Relation
    where: tuple[str, ...] = ()
    substitutions: tuple[tuple[str, str], ...] = ()
    insertions: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    bracketed: tuple[str, ...] = ()
    ellipses: int = 0
    shown: int | None = None
    cut: int | None = None
    altered: int | None = None

    @property
    def detail(self) -> tuple[str, ...]:
        """All of it in words, for a table."""
        found = {
            "substitution": self.substitutions, "insertion": self.insertions,
            "moved": self.moved, "bracketed": self.bracketed, "more of the speech": self.beyond,
        }  # fmt: skip
        return (*self.where, *(name for name, words in found.items() if words))


@dataclass(frozen=True)
class Laid:
    """Two versions laid beside each other: what each prints, and stretches in order of both."""

    fullest: Printed
    version: Printed
    stretches: tuple[Stretch, ...]


def compare_versions(fullest: Said, version: Said) -> Comparison:
    """How a quote stands to the fullest version of its utterance.

    The fullest version is "verbatim", which says no more than that nothing fuller was found. A
    quote without words in marks is a paraphrase in any language (unless nobody has such words, and
    it repeats the fullest report); a snippet under four words is cut where the fullest has it all.
    Paraphrases and translations are not compared word by word, and have no counts.

    >>> a = Said("a1", "a", "a", "en", "direct", "We kept the works open for three winters.")
    >>> b = Said("b1", "b", "b", "en", "direct", "We kept the works open for three years.")
    >>> compare_versions(a, b).substitutions
    (('winters.', 'years.'),)

    Does not show: whether a cut or a change matters, or was meant.
    """
    if version.quote_id == fullest.quote_id:
        return Comparison("verbatim", shown=len(fullest.shown), cut=0, altered=0)
    if not version.marked:
        repeats = not fullest.marked and version.words == fullest.words
        return Comparison("verbatim" if repeats else "paraphrase")
    if is_foreign(fullest, version):
        return Comparison("translation")
    return read_comparison(lay(read_printed(fullest), read_printed(version), fullest.language))


def is_foreign(fullest: Said, version: Said) -> bool:
    """Whether two quotes are in different languages; regional varieties are one language."""
    return plain_code(fullest.language) != plain_code(version.language)


def lay_comparable(fullest: Said, version: Said) -> Laid | None:
    """Two quotes laid beside each other; None for a paraphrase or a translation."""
    if is_foreign(fullest, version):
        return None
    if not version.marked and (fullest.marked or version.words != fullest.words):
        return None
    laid = lay(read_printed(fullest), read_printed(version), fullest.language)
    retold = version.marked and read_comparison(laid).relation == "paraphrase"
    return None if retold else laid


def lay(fullest: Printed, version: Printed, language: str) -> Laid:
    """Lay two versions in one language beside each other."""
    a, b = meet(fullest.words, version.words)
    fullest, version = fullest.with_words(a), version.with_words(b)
    columns = align_words(a, b, stop_words(language))
    runs = groupby(_in_runs(columns), key=lambda x: x[0])
    stretches = _whole([_stretch(list(run)) for _, run in runs], a, b)
    return Laid(fullest, version, tuple(_whole(_placed(stretches, fullest, version), a, b)))


def read_comparison(laid: Laid) -> Comparison:
    """What two versions that were laid beside each other amount to."""
    words = _length(laid, "same") + _length(laid, "moved")
    if words < _enough(laid):
        return Comparison("paraphrase")
    cuts = [s for s in laid.stretches if s.op == "cut" and s.place != "replaced"]
    changes = [s for s in laid.stretches if _is_change(s)]
    snippet = ("snippet",) if 0 < len(laid.version.words) < SNIPPET else ()
    print_a, print_b = laid.fullest.printed, laid.version.printed
    return Comparison(
        _in_one_word(bool(cuts), bool(changes)),
        where=(*_in_order({s.place for s in cuts if s.place}), *snippet),
        substitutions=tuple((print_a(*s.a), print_b(*s.b)) for s in changes if s.op == "altered"),
        insertions=tuple(print_b(*s.b) for s in changes if s.op == "added"),
        moved=tuple(print_b(*s.b) for s in changes if s.op == "moved" and _size(s.b)),
        beyond=tuple(print_b(*s.b) for s in laid.stretches if s.place == "beyond"),
        bracketed=tuple(
            e.span.of(laid.version.text) for e in laid.version.editorial if e.kind == "bracketed"
        ),
        ellipses=sum(e.kind == "ellipsis" for e in laid.version.editorial),
        shown=words,
        cut=sum(_size(s.a) for s in cuts),
        altered=sum(_size(s.a) for s in changes if s.op == "altered"),
    )


def _enough(laid: Laid) -> float:
    """How many words must be the same; with fewer it is a retelling, not a version."""
    beyond = sum(_size(s.b) for s in laid.stretches if s.place == "beyond")
    shorter = min(len(laid.fullest.words), len(laid.version.words) - beyond)
    return max(1, min(SNIPPET, (shorter + 1) // 2), SHARED * shorter)


def _in_one_word(cut: bool, altered: bool) -> Relation:
    if cut and altered:
        return "cut+altered"
    return "cut" if cut else "altered" if altered else "verbatim"


def _is_change(stretch: Stretch) -> bool:
    return stretch.op in ("altered", "moved") or stretch.place == "inserted"


def _in_order(places: set[Place]) -> list[str]:
    order = ("head", "inner marked", "inner silent", "tail")
    return [p for p in order if p in places]


def _size(part: tuple[int, int]) -> int:
    return part[1] - part[0]


def _length(laid: Laid, op: Operation) -> int:
    return sum(_size(s.a) for s in laid.stretches if s.op == op)


def _in_runs(columns: Sequence[Column]) -> list[tuple[tuple[object, ...], Column, int, int]]:
    """Each column with what it shares with its neighbours of one stretch, and where it stands."""
    found = []
    i = j = 0
    for column in columns:
        one_sided = (column.a is None, column.b is None) if column.op == "moved" else ()
        found.append(((column.op, *one_sided), column, i, j))
        i += column.a is not None
        j += column.b is not None
    return found


def _stretch(run: list[tuple[tuple[object, ...], Column, int, int]]) -> Stretch:
    _, first, i, j = run[0]
    rows = sum(c.a is not None for _, c, _, _ in run), sum(c.b is not None for _, c, _, _ in run)
    return Stretch(first.op, (i, i + rows[0]), (j, j + rows[1]))


def _whole(stretches: Sequence[Stretch], a: Sequence[Word], b: Sequence[Word]) -> list[Stretch]:
    """The stretches with no contraction parted between two of them: the first has it whole."""
    found = [
        Stretch(
            s.op,
            (_token_end(a, s.a[0]), _token_end(a, s.a[1])),
            (_token_end(b, s.b[0]), _token_end(b, s.b[1])),
            s.place,
        )
        for s in stretches
    ]
    return [s for s in found if _size(s.a) or _size(s.b)]


def _token_end(words: Sequence[Word], at: int) -> int:
    while 0 < at < len(words) and words[at].span == words[at - 1].span:
        at += 1
    return at


def _placed(stretches: Sequence[Stretch], fullest: Printed, version: Printed) -> list[Stretch]:
    found: list[Stretch] = []
    for settled, group in groupby(stretches, key=lambda s: s.op in ("same", "moved")):
        region = list(group)
        found += region if settled else _read_region(region, fullest, version)
    found = _joined([part for s in found for part in _within_its_sentence(s, fullest, version)])
    return [
        _placed_cut(s, fullest, version)
        if s.op == "cut"
        else _placed_addition(s, fullest, version)
        if s.op == "added"
        else s
        for s in found
    ]


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Cuts that follow each other as one."""
    found: list[Stretch] = []
    for s in stretches:
        last = found[-1] if found else None
        if last and last.op == s.op == "cut" and last.b == s.b:
            found[-1] = Stretch("cut", (last.a[0], s.a[1]), s.b)
        else:
            found.append(s)
    return found


def _within_its_sentence(stretch: Stretch, fullest: Printed, version: Printed) -> Sequence[Stretch]:
    """A change as it is; but words of the sentence beside the version's were cut, not changed.

    "If they sail in May", where the fullest version has "... anything. They sail in May."
    """
    a, b = stretch.a, stretch.b
    if stretch.op != "altered":
        return [stretch]
    at_head = b[0] == 0 and fullest.ends_sentence(a[1]) and not version.ends_sentence(b[1])
    at_tail = (
        b[1] == len(version.words)
        and fullest.ends_sentence(a[0])
        and not version.ends_sentence(b[0])
    )
    if at_head:
        return [Stretch("cut", a, (b[0], b[0])), Stretch("added", (a[1], a[1]), b)]
    return (
        [Stretch("added", (a[0], a[0]), b), Stretch("cut", a, (b[1], b[1]))]
        if at_tail
        else [stretch]
    )


def _read_region(region: list[Stretch], fullest: Printed, version: Printed) -> list[Stretch]:
    """Words that were lost where others were gained, as changed words, or as a cut and a sentence.

    At an end, what stands there instead may be another sentence of the speech, or many words: no
    outlet changes so much of a statement, but it may go on with another one. Of a longer loss only
    as many words as were gained count as changed, those beside what is the same.
    """
    a = region[0].a[0], region[-1].a[1]
    b = region[0].b[0], region[-1].b[1]
    if not _size(a) or not _size(b):
        return region
    whole = (_size(a), _size(b)) == (len(fullest.words), len(version.words))
    at_end = b[0] == 0 or b[1] == len(version.words)
    sentences = all(version.ends_sentence(at) for at in b)
    rewritten = all(s.op != "altered" for s in region)
    if not whole and (
        (at_end or rewritten) and sentences and not _has_forms(region, fullest, version)
    ):
        return [Stretch("cut", a, (b[0], b[0])), Stretch("added", (a[1], a[1]), b)]
    if rewritten and at_end and _size(b) >= MORE_OF_THE_SPEECH and not whole:
        return region
    both_sides = all(_size(s.a) and _size(s.b) for s in region if s.op == "altered")
    return region if both_sides and not rewritten else _changed(a, b, fullest)


def _has_forms(region: Sequence[Stretch], fullest: Printed, version: Printed) -> bool:
    """Whether any word of a region is a form of one that it stands for."""
    changed = [s for s in region if s.op == "altered"]
    return any(
        is_form(fullest.words[i].key, version.words[j].key)
        for s in changed
        for i, j in zip(range(*s.a), range(*s.b), strict=False)
    )


def _changed(a: tuple[int, int], b: tuple[int, int], fullest: Printed) -> list[Stretch]:
    (i1, i2), (j1, j2) = a, b
    if _size(a) - _size(b) < PART_OF_CHANGE:
        return [Stretch("altered", a, b)]
    # The changed words are those beside what is the same, within a sentence.
    if i1 == 0:
        starts = [i for i in range(i1, i2) if fullest.ends_sentence(i)]
        at = max(i2 - _size(b), *starts)
        return [Stretch("cut", (i1, at), (j1, j1)), Stretch("altered", (at, i2), b)]
    ends = [i for i in range(i1 + 1, i2 + 1) if fullest.ends_sentence(i)]
    at = min([i1 + _size(b), *ends])
    return [Stretch("altered", (i1, at), b), Stretch("cut", (at, i2), (j2, j2))]


def _placed_cut(cut: Stretch, fullest: Printed, version: Printed) -> Stretch:
    at, length = cut.b[0], _size(cut.a)
    brackets = version.brackets(at)
    held = sum(len(e.span.of(version.text).split()) for e in brackets)
    place: Place
    if brackets and length <= BRACKETED + held:
        place = "replaced"
    elif cut.a[0] == 0:
        place = "head"
    elif cut.a[1] == len(fullest.words):
        place = "tail"
    else:
        place = "inner marked" if brackets or version.is_marked(at) else "inner silent"
    return Stretch("cut", cut.a, cut.b, place)


def _placed_addition(added: Stretch, fullest: Printed, version: Printed) -> Stretch:
    """An insertion; or more of the speech, of which the fullest version prints less here."""
    (first, last), at = added.b, added.a[0]
    at_end = first == 0 or last == len(version.words)
    long = last - first >= MORE_OF_THE_SPEECH
    sentences = version.ends_sentence(first) and version.ends_sentence(last)
    # The fullest version itself shows that it left words out here.
    shown = 0 < at < len(fullest.words) and fullest.is_marked(at)
    more = shown or bool(fullest.brackets(at)) or (at_end and (long or sentences))
    more = more or (long and sentences)
    return Stretch("added", added.a, added.b, "beyond" if more else "inserted")


def count_shown(fullest: Said, version: Said) -> int | None:
    """How many of the fullest version's words in marks another version prints in marks.

    None where words cannot be compared: a paraphrase, a translation.
    """
    return compare_versions(fullest, version).shown if fullest.marked else None
