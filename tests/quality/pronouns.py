"""Whom does "she" mean? Pronouns that a person resolved by reading, and how often we agree.

    python tests/quality/pronouns.py FILE [--corpora FOLDER] [--errors]

FILE has a line for each pronoun that is the source of a quotation in PolNeAR's training articles:
`article_id`, `start`, `end` (of the pronoun in the article's text) and `name`, the fullest name
that the article gives, or the role where it gives none. ``pronouns.csv`` beside this file is one,
kept for measuring: look at no single line of it while working on the program, and draw your own to
tune on (`--errors` lists what was missed there). The names are ours; the texts are not here.

Two questions. Whom does the program name, reading by itself? A pronoun counts as *asked* when the
program finds a quote whose source it is; not asked, it counts as wrong all the same. And whom does
it name when it is *given* the pronoun? That is asked of all, and of resolution alone. An answer is
right when the last word of either name stands in the other.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import toolkit as tk
from toolkit.extract.resolution import Resolver
from toolkit.extract.rules import Reader
from toolkit.languages import get_language
from toolkit.model import Quote, Span

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
PINNED = Path(__file__).with_name("pronouns.csv")


@dataclass(frozen=True)
class Pronoun:
    """A pronoun in an article, and whom a careful reader takes it to mean."""

    article_id: str
    span: Span
    name: str


@dataclass(frozen=True)
class Answer:
    """What the program makes of a pronoun: whether it was asked, and whom it named."""

    pronoun: Pronoun
    asked: bool
    speaker: str | None

    @property
    def right(self) -> bool:
        """Whether it named the one that the reader did."""
        return self.speaker is not None and same_name(self.pronoun.name, self.speaker)


def read_pronouns(file: Path) -> list[Pronoun]:
    with file.open(encoding="utf8", newline="") as lines:
        return [
            Pronoun(row["article_id"], Span(int(row["start"]), int(row["end"])), row["name"])
            for row in csv.DictReader(lines)
        ]


def text_file(folder: Path, article_id: str) -> Path:
    """Where the corpora in a folder hold an article's text."""
    return folder / "polnear" / "train" / "text" / f"{article_id}.txt"


def answer(
    pronouns: Iterable[Pronoun],
    read: Callable[[str], str],
    find: Callable[[str], Sequence[Quote]] = tk.find_quotes,
) -> Iterator[Answer]:
    """Ask `find` about each pronoun; `read` gives the text of an article."""
    for pronoun in pronouns:
        quotes = find(read(pronoun.article_id))
        asked = [q for q in quotes if q.source and q.source.overlaps(pronoun.span)]
        yield Answer(pronoun, bool(asked), asked[0].speaker if asked else None)


def answer_given(pronouns: Iterable[Pronoun], read: Callable[[str], str]) -> Iterator[Answer]:
    """Ask the resolver alone about each pronoun, quote or no quote."""
    for pronoun in pronouns:
        yield Answer(pronoun, True, follow(read(pronoun.article_id), pronoun.span))


def follow(text: str, pronoun: Span) -> str | None:
    """The name that the resolver follows a pronoun to, knowing who spoke before.

    >>> text = "Lena Ortiz rakes salt. She hopes that others will."
    >>> follow(text, Span(23, 26))
    'Lena Ortiz'
    """
    reader = Reader(text, get_language("en"))
    resolver = Resolver(text, reader.language, reader.paragraphs)
    for quote in tk.find_quotes(text):
        if quote.start < pronoun.start and quote.inside is None:
            resolver.spoke(quote.speaker, None)
    for number, paragraph in enumerate(reader.paragraphs):
        for phrase in paragraph.phrases:
            if phrase.span.overlaps(pronoun):
                return resolver.resolve(phrase, number, pronoun.start).name
    return None


def same_name(one: str, other: str) -> bool:
    """Whether the last word of either name stands in the other; case and accents do not matter.

    >>> same_name("Rep. Lena Ortíz", "Ortiz"), same_name("Lena Ortiz", "Lena Park")
    (True, False)
    """
    ours, theirs = words(one), words(other)
    return bool(ours and theirs) and (ours[-1] in theirs or theirs[-1] in ours)


def words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFD", re.sub(r"['’]s\b", "", name.casefold()))
    return re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))


def figures(answers: Sequence[Answer], given: Sequence[Answer] = ()) -> dict[str, float]:
    """Shares in percent: right of all, right of those asked; and what was left unanswered."""
    asked = [a for a in answers if a.asked]
    right = sum(a.right for a in answers)
    return {
        "right_when_given": share(sum(a.right for a in given), len(given)),
        "right_of_all": share(right, len(answers)),
        "right_of_asked": share(right, len(asked)),
        "not_asked": share(len(answers) - len(asked), len(answers)),
        "asked_and_nobody_named": share(sum(a.speaker is None for a in asked), len(asked)),
    }


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--errors", action="store_true", help="list what was missed")
    given = parser.parse_args()
    if given.errors and given.file.resolve() == PINNED:
        sys.exit(f"{PINNED.name} is for measuring: tune on another file")
    pronouns = read_pronouns(given.file)

    def read(article: str) -> str:
        return text_file(given.corpora, article).read_bytes().decode("utf8")

    answers = list(answer(pronouns, read))
    print(f"{len(answers)} pronouns, {sum(a.asked for a in answers)} asked")
    for what, percent in figures(answers, list(answer_given(pronouns, read))).items():
        print(f"{what:24}{percent:5.1f}")
    for missed in (a for a in answers if given.errors and not a.right):
        told = missed.speaker or ("nobody" if missed.asked else "not asked")
        print(missed.pronoun.article_id, missed.pronoun.span.start, missed.pronoun.name, "|", told)


if __name__ == "__main__":
    main()
