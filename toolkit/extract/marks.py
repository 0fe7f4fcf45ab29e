"""Quote marks that quote nobody: round a film, a nickname, a word that is only so called."""

from __future__ import annotations

from toolkit.extract.candidates import Paragraph
from toolkit.text import Run

_LONGEST_NICKNAME = 3


def is_title(paragraph: Paragraph, run: Run) -> bool:
    """A film, a book, a nickname: marks that name a thing and quote nobody."""
    i, language = paragraph.at(run.outer.start), paragraph.language
    if is_nickname(paragraph, run):
        return True
    if _title_case(paragraph, run) and not _spoken_to(paragraph, i):
        return True
    near = paragraph.lower[max(0, i - 2) : i]
    return any(word in language.works for word in near) or _follows(
        paragraph, run, language.so_called | language.known_as
    )


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
    """Two to eight words, every one that carries meaning with a capital, and no sentence."""
    inner = run.inner.of(paragraph.text)
    words = inner.split()
    if not 2 <= len(words) <= 8 or inner.rstrip(",")[-1:] in ".!?…":
        return False
    small = paragraph.language.stop_words
    weighty = [w for w in words if w.casefold().strip(",") not in small]
    lowest = [w for w in weighty if not w[0].isupper() and not w[0].isdigit()]
    return len(weighty) >= 2 and not lowest and not inner.isupper()


def _spoken_to(paragraph: Paragraph, i: int) -> bool:
    """Whether a reporting verb stands right before the run."""
    if i == 0:
        return True
    near = paragraph.lower[max(0, i - 1) : i]
    return any(word in paragraph.language.verbs for word in near)
