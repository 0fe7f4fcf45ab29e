"""Paragraphs, sentences, tokens and runs of quote marks, all as spans into one text.

Quote marks are the hard part. A *run* is what stands between an opening and a closing mark of
one kind. Marks are paired paragraph by paragraph, so that one stray mark costs one paragraph at
most. What makes it hard in real news, and what is done:

- straight marks have no direction: the characters beside them decide;
- British single marks look like apostrophes: they count as quotation marks only in a text that
  uses them so, and an apostrophe within a word never closes;
- a mark left open at the end of a paragraph goes on in the next one if that begins with an
  opening mark (so long quotations are printed), or runs to the end of a full sentence;
- a closing mark without an opening one, early in a paragraph, means that the opening one was
  lost: the run begins with the paragraph;
- marks inside a run of another kind belong to the outer run; `nested_runs` gives them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, zip_longest

from toolkit.languages import Language
from toolkit.model import Span

TOKEN = re.compile(r"\w+(?:[.'’\-]\w+)*", re.UNICODE)
OPENERS = {"“": "”", "«": "»", "„": "”“", "‟": "”", "❝": "❞", "〝": "〞"}
CLOSERS = "”»❞〞"
MARK = re.compile("[“”«»„‟❝❞〝〞\"″`‘’']")
SINGLE_OPENERS, SINGLE_CLOSERS = "‘'", "’'"
_BEFORE_OPENING = "([{—–―-/:¿¡"
_STRONG_END = ".,?!…;:"


@dataclass(frozen=True, slots=True)
class Run:
    """What stands between one pair of quote marks.

    `outer` includes the marks, `inner` does not; `continues` says that no closing mark stands
    in this paragraph and the next one goes on; `single` that British single marks were used.
    """

    outer: Span
    inner: Span
    mark: str
    continues: bool = False
    opened: bool = True


@lru_cache(maxsize=256)
def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The non-blank lines of a text, without the white space around them.

    >>> paragraphs("One.\n\n Two.")
    (Span(start=0, end=4), Span(start=7, end=11))
    """
    found = []
    for match in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+", text):
        line = match.group()
        if line.strip():
            left = len(line) - len(line.lstrip())
            found.append(Span(match.start() + left, match.start() + len(line.rstrip())))
    return tuple(found)


def tokens(text: str, within: Span) -> list[Span]:
    """Words and numbers inside a span; inner apostrophes, hyphens and points belong to a word.

    >>> [t.of("She didn't pay 1.5m.") for t in tokens("She didn't pay 1.5m.", Span(0, 20))]
    ['She', "didn't", 'pay', '1.5m']
    """
    return [Span(*m.span()) for m in TOKEN.finditer(text, within.start, within.end)]


def sentences(text: str, within: Span, language: Language) -> list[Span]:
    """The sentences inside a span; abbreviations of the language do not end one.

    >>> from toolkit.languages import get_language
    >>> t = "Dr. Gil left. She was tired."
    >>> [s.of(t) for s in sentences(t, Span(0, len(t)), get_language("en"))]
    ['Dr. Gil left.', 'She was tired.']
    """
    ends = [
        m.end()
        for m in re.compile(r"[.!?…]+[”»\"’')\]]*(?=\s)").finditer(text, within.start, within.end)
        if _ends_sentence(text, m, language)
    ]
    found, start = [], within.start
    for end in [*ends, within.end]:
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            found.append(Span(start, end))
        start = end
    return found


def _ends_sentence(text: str, mark: re.Match[str], language: Language) -> bool:
    after = text[mark.end() : mark.end() + 3].lstrip()
    if after and after[0].islower():
        return False
    if mark.group() != ".":
        return True
    word = text[max(0, mark.end() - 40) : mark.end()].rsplit(None, 1)[-1].lstrip("“\"'‘(«")
    return word not in language.abbreviations and not re.fullmatch(r"(?:[A-Z]\.)+", word)


def uses_single_marks(text: str) -> bool:
    """Whether the text quotes with British single marks (not merely inside double ones)."""
    single = len(re.findall(r"(?:(?<=\s)|(?<=^)|(?<=[(—–]))[‘'](?=[\w…\[“\"])", text, re.M))
    double = len(re.findall(r"[“”«»„\"]", text))
    closed = len(re.findall(r"[.,?!…\w][’'](?=[\s.,;:)—–]|$)", text))
    return single >= 2 and closed >= 2 and single > double / 2


#: A straight mark with a space, or the paragraph's end, on both sides.
LOOSE = re.compile(r'(?:^|(?<=\s))"(?=\s|$)', re.MULTILINE)
#: The keeper calls it" a pause, "and stays: the spaces of a pair are on the wrong sides.
TURNED = re.compile(r'[^"\s]" [^"]+ "\w')
#: The mayor calls the plan ' unwise '
LOOSE_HEADLINE = re.compile(
    r"(?<=\s)(?P<opens>') [^'\s](?:[^']|(?<=\w)'(?=\w))* (?P<closes>')[.!?]?$"
)


@lru_cache(maxsize=256)
def quote_runs(text: str) -> tuple[Run, ...]:
    """Every run of quote marks, in text order, the nested ones left inside their outer run.

    >>> t = "“We stay,” she said. He called it “a pause”."
    >>> [r.inner.of(t) for r in quote_runs(t)]
    ['We stay,', 'a pause']
    """
    single = uses_single_marks(text)
    lines = paragraphs(text)
    found: list[Run] = []
    carried: str | None = None
    for line, following in zip_longest(lines, lines[1:]):
        if loose := _loosely_set(text, line):
            found += loose
            carried = None
            continue
        pairing = _Pairing(text, line, single, carried)
        next_mark = text[following.start] if following else ""
        found += pairing.runs(next_mark)
        carried = pairing.carries
    return tuple(found)


def _loosely_set(text: str, line: Span) -> list[Run]:
    """The runs of a paragraph whose straight marks stand loose, with spaces on the wrong sides.

    Where a mark has a space on both sides its spaces do not tell whether it opens or closes; the
    order does, if there are as many of the one as of the other: " We stay, "she said. In a text
    with such a mark, a pair may also have turned its spaces round.
    """
    paragraph = line.of(text)
    loose = LOOSE.search(paragraph) or (TURNED.search(paragraph) and LOOSE.search(text))
    if '"' in paragraph and loose and not re.search("[“”«»„]", paragraph):
        marks = [line.start + m.start() for m in re.finditer('"', paragraph)]
        if len(marks) % 2 == 0:
            pairs = zip(marks[::2], marks[1::2], strict=True)
            return [run for start, end in pairs if (run := _trimmed(text, start, end))]
    if headline := LOOSE_HEADLINE.search(paragraph):
        run = _trimmed(text, *(line.start + headline.start(n) for n in ("opens", "closes")))
        return [run] if run else []
    return []


def _trimmed(text: str, start: int, end: int) -> Run | None:
    inside = text[start + 1 : end]
    inner = Span(
        start + 1 + len(inside) - len(inside.lstrip()),
        max(
            start + 1 + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
        ),
    )
    return Run(Span(start, end + 1), inner, text[start]) if inside.strip() else None


def nested_runs(text: str, run: Run) -> list[Run]:
    """The runs of marks inside a run: what its speaker says that somebody said.

    >>> t = "“He shouted ‘go home’ at us,” she said."
    >>> [r.inner.of(t) for r in nested_runs(t, quote_runs(t)[0])]
    ['go home']
    """
    if not MARK.search(text, run.inner.start, run.inner.end):
        return []
    found = _Pairing(text, run.inner, True, None).runs("")
    return [r for r in found if r.opened and r.outer.end > r.inner.end]


class _Pairing:
    """The pairing of marks in one paragraph; `carries` is the mark that goes on after it."""

    def __init__(self, text: str, line: Span, single: bool, carried: str | None):
        self.text, self.line, self.single, self.carried = text, line, single, carried
        self.carries: str | None = None
        self.found: list[Run] = []

    def runs(self, next_mark: str) -> list[Run]:
        """The runs of the paragraph; `next_mark` is the first character of the following one."""
        opened, after, nested = None, self.line.start, 0
        for match in MARK.finditer(self.text, self.line.start, self.line.end):
            position, width = match.start(), self._width(match.start())
            if position < after:
                continue
            after = position + width
            if opened is None:
                if self._opens(position):
                    opened = position
                elif not self.found and self._closes_lost(position):
                    self._add(self.line.start, position, position + width, opened=False)
            elif self._closes(position, opened):
                if nested:
                    nested -= 1
                    continue
                self._add(opened, position, position + width)
                opened = None
            elif self._nests(position, opened):
                nested += 1
            elif self._reopens(position, opened):
                if self._still_closed_twice(position):
                    nested += 1
                else:
                    opened = position
        if opened is not None:
            self._leave_open(opened, next_mark)
        return self.found

    def _add(self, start: int, close: int, end: int, *, opened: bool = True) -> None:
        inner = start + (self._width(start) if opened else 0)
        if inner < close and self.text[inner:close].strip():
            mark = self.text[start] if opened else self.text[close]
            self.found.append(Run(Span(start, end), Span(inner, close), mark, opened=opened))

    def _leave_open(self, opened: int, next_mark: str) -> None:
        width = self._width(opened)
        mark, body = self.text[opened], self.text[opened + width : self.line.end]
        goes_on = bool(next_mark) and (next_mark == mark or (mark == "«" and next_mark == "»"))
        goes_back = opened == self.line.start and mark == self.carried
        long = goes_back or len(body.split()) >= 6
        sentence = long and body.rstrip()[-1:] in ".!?…"
        if body.strip() and (goes_on or sentence):
            self.found.append(
                Run(Span(opened, self.line.end), Span(opened + width, self.line.end), mark, goes_on)
            )
            self.carries = mark if goes_on else None

    def _width(self, position: int) -> int:
        return 2 if self.text[position : position + 2] in ("``", "''") else 1

    def _beside(self, position: int, width: int) -> tuple[str, str]:
        before = self.text[position - 1] if position > self.line.start else " "
        after = self.text[position + width] if position + width < self.line.end else " "
        return before, after

    def _opens(self, position: int) -> bool:
        mark, width = self.text[position], self._width(position)
        before, after = self._beside(position, width)
        if mark in OPENERS:
            return mark != "“" or not after.isspace() or before.isspace()
        free = before.isspace() or before in _BEFORE_OPENING
        if width == 2:
            return mark == "`" or (free and not after.isspace())
        if mark == '"' or mark in "”»" or mark == "″":
            return free and not after.isspace() and after not in _STRONG_END
        if mark in SINGLE_OPENERS and (self.single or mark == "‘" or self._headline(position)):
            return (
                free and (after.isalnum() or after in '…[“"¿¡(£$€') and not self._elided(position)
            )
        return False

    def _headline(self, position: int) -> bool:
        """Pike: 'No more walls' — a line that ends with a straight mark opened after a colon."""
        line = self.text[self.line.start : self.line.end]
        return self.text[position - 2 : position] == ": " and line.rstrip(".").endswith("'")

    def _elided(self, position: int) -> bool:
        """'tis, '90s: an apostrophe at the start of a word, not a mark."""
        return bool(
            re.match(r"['‘’](?:\d0s|tis|twas|em|til|cause|n)\b", self.text[position : position + 8])
        )

    def _closes(self, position: int, opened: int) -> bool:
        opener, mark, width = self.text[opened], self.text[position], self._width(position)
        before, after = self._beside(position, width)
        if opener in SINGLE_OPENERS and self._width(opened) == 1:
            return mark in SINGLE_CLOSERS and width == 1 and self._single_closes(position)
        if opener == "`" or self._width(opened) == 2:
            return width == 2 or mark in '"”'
        if opener == '"' or opener == "″":
            tight = not before.isspace() or after in _STRONG_END or after.isspace()
            return mark in '"”″' and tight and not (before.isspace() and after.isalnum())
        if opener == "»" and mark == "«":  # »so«, as German books have it
            return not before.isspace() and not after.isalnum()
        if opener in "”»":  # a reversed mark
            return mark in "”»“"
        allowed = OPENERS.get(opener, "") + '"' + (CLOSERS if opener != "«" else "»”")
        if opener == mark == "“":  # the wrong mark, but where only a closing one can stand
            return not before.isspace() and not after.isalnum()
        nested_closer = opener == "«" and mark == "”" and "“" in self.text[opened:position]
        if opener != "«" and mark == "»" and "«" in self.text[opened:position]:
            return False
        return mark in allowed and not nested_closer

    def _single_closes(self, position: int) -> bool:
        before, after = self._beside(position, 1)
        if after.isalnum() or before.isspace():
            return False
        if before in _STRONG_END or after in _STRONG_END + ")" or not before.isalnum():
            return True
        rest = self.text[position + 1 : self.line.end]
        stronger = re.search(r"[.,?!…][”\"]?[’'](?!\w)|[’'][.,;:?!)]", rest)
        opening = re.search(r"(?:^|[\s(—–])[‘'](?=\w)", rest)
        return not (stronger and (not opening or stronger.start() < opening.start()))

    def _closes_lost(self, position: int) -> bool:
        mark, width = self.text[position], self._width(position)
        before, after = self._beside(position, width)
        ends = not after.isalnum() and not before.isspace()
        if width == 2:
            return mark == "'" and ends
        if self.carried is not None:
            return mark in CLOSERS + '"' and ends
        return (mark in "”»" and ends) or (mark == '"' and before in ",.?!…" and ends)

    def _reopens(self, position: int, opened: int) -> bool:
        """A second opening mark of the same kind: the first one was stray, or this is nested."""
        mark = self.text[position]
        if mark != self.text[opened] or mark not in '“«"':
            return False
        before, after = self._beside(position, 1)
        return before.isspace() and after.isalnum()

    def _nests(self, position: int, opened: int) -> bool:
        """A curly mark inside a straight run, closed later: a block set in straight marks."""
        if self.text[opened] != '"' or self.text[position] != "“":
            return False
        return self._opens(position) and "”" in self.text[position : self.line.end]

    def _still_closed_twice(self, position: int) -> bool:
        """Whether the next two marks both close: «Me dijo «vete» y me fui»."""
        following = (m.group() for m in MARK.finditer(self.text, position + 1, self.line.end))
        marks = list(islice((m for m in following if m in OPENERS or m in CLOSERS), 2))
        return len(marks) == 2 and all(m in CLOSERS for m in marks)


def words(text: str) -> Iterator[str]:
    """The words of a string in lower case, as used for counting and comparing."""
    return (m.group().casefold() for m in TOKEN.finditer(text))
