"""How well the program reads, counted on texts that people marked: what ``measured.json`` says.

    python -m toolkit.extract.measured --corpora ../shared/corpora

Found and marked quotes are cut into fragments (words in a row, within one paragraph), and a found
fragment stands for a marked one when they share four fifths of their words or more, each at most
once. Fragments are *direct* (in quote marks), *mixed* (partly) or *indirect* (without); and apart
from these there is the *run*: the words that stand between one pair of marks and belong to a quote
of any kind. A mixed quote of which only the part in marks is found is thus a right run, a wrong
direct quote and a missed mixed one.

Counted are, for each corpus by style, by outlet and by where the cue stands: of the found how many
were marked (*precision*), of the marked how many were found (*recall*), of those how many with the
right speaker (*speaker*), and of the marked with a known speaker how many came out whole, found and
with the right speaker (*read*). Outlets matter most: a program that reads one outlet worse than
another fakes a difference between the two.

A share lies within its interval nine times in ten (Wilson). Quotes of one article resemble one
another, so an article of n quotes counts as n / (1 + (n - 1) / 10).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import sqrt
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.extract.calibrate import (
    Marked,
    read_newswcl50,
    read_polnear_articles,
    same_name,
)
from toolkit.extract.candidates import Paragraph
from toolkit.extract.quotation import find_quotes
from toolkit.extract.tabulation import quotes_of
from toolkit.gather.archive import load_codings
from toolkit.gather.event import load_event
from toolkit.languages import get_language
from toolkit.model import Quote, Span, read_spans
from toolkit.tables import REAL, TEXT, WHOLE, to_frame
from toolkit.text import paragraphs, quote_runs

FILE = Path(__file__).parent / "weights" / "measured.json"
#: Between these lines of the model card stands what was measured.
CARD = "<!-- measured -->", "<!-- end of measured -->"
STYLES = ("run", "direct", "mixed", "indirect")
#: From so many words on, the words between one pair of marks are a run.
LEAST_RUN = 2
#: So much of their words found and marked fragments must share.
ALIKE = 0.8
#: From this share of its words in quote marks on, a fragment is direct.
MARKED_SHARE = 0.9
#: How alike the quotes of one article are in being right or wrong.
WITHIN = 0.1
#: Nine times in ten.
Z = 1.645

SHARES: Mapping[str, tuple[str, str]] = {
    "precision": ("right_found", "found"), "recall": ("right_marked", "marked"),
    "speaker": ("right_speakers", "speakers"), "read": ("right_speakers", "asked"),
}  # fmt: skip
COUNTS = ("found", "marked", "right_found", "right_marked", "asked", "speakers", "right_speakers")
COLUMNS: Mapping[str, str] = {
    "language": TEXT, "corpus": TEXT, "outlet": TEXT, "style": TEXT, "attribution": TEXT,
    "articles": WHOLE, **dict.fromkeys(COUNTS, WHOLE),
    **{f"{share}{end}": REAL for share in SHARES for end in ("", "_low", "_high")},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of marked articles, and what must be known of it before its figures are believed.

    `speaker` tells what the right speaker is: the marked ``source`` words, or the ``name``;
    `ours` that the makers of the program wrote and marked the texts themselves.
    """

    corpus: str
    name: str
    language: str
    speaker: str
    ours: bool
    note: str
    articles: int = 0
    data_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One marked article: its outlet, text, marked quotes and found ones."""

    outlet: str
    text: str
    language: str
    marked: Sequence[Marked]
    found: Sequence[Quote]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words in a row of one quote, by their numbers in the text, with what is known of them."""

    words: frozenset[int]
    style: str
    attribution: str
    quote: Marked | Quote


class Page:
    """The words of one text: where they stand, and between which marks."""

    def __init__(self, text: str, language: str):
        runs, known = quote_runs(text), get_language(language)
        read = [Paragraph(text, span, runs, known) for span in paragraphs(text)]
        self.starts = [token.start for p in read for token in p.tokens]
        self.masked = [masked for p in read for masked in p.masked]
        self.paragraph = [n for n, p in enumerate(read) for _ in p.tokens]
        self.runs = [
            frozenset(n for part in p.parts[run] for n in self._within(part))
            for p in read
            for run in p.runs
        ]

    def fragments(self, quotes: Iterable[Marked | Quote]) -> list[Fragment]:
        """The fragments of quotes, each once."""
        kept: dict[frozenset[int], Fragment] = {}
        for quote in quotes:
            for words in self._in_a_row(_content(quote)):
                fragment = Fragment(words, self._style(words), self._place(words, quote), quote)
                kept.setdefault(words, fragment)
        return list(kept.values())

    def runs_of(self, quotes: Iterable[Marked | Quote]) -> list[Fragment]:
        """What quotes hold of each run of marks, each once."""
        kept: dict[frozenset[int], Fragment] = {}
        for quote in quotes:
            inside = frozenset(n for span in _content(quote) for n in self._within(span))
            for words in (inside & run for run in self.runs):
                if len(words) >= LEAST_RUN:
                    fragment = Fragment(words, "run", self._place(words, quote), quote)
                    kept.setdefault(words, fragment)
        return list(kept.values())

    def _in_a_row(self, spans: Iterable[Span]) -> Iterator[frozenset[int]]:
        numbers = sorted({n for span in spans for n in self._within(span)})
        row: list[int] = []
        for n in numbers:
            if row and (n != row[-1] + 1 or self.paragraph[n] != self.paragraph[row[-1]]):
                yield frozenset(row)
                row = []
            row.append(n)
        if row:
            yield frozenset(row)

    def _within(self, span: Span) -> range:
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def _style(self, words: frozenset[int]) -> str:
        share = sum(self.masked[n] for n in words) / len(words)
        return "direct" if share >= MARKED_SHARE else "mixed" if share else "indirect"

    def _place(self, words: frozenset[int], quote: Marked | Quote) -> str:
        cues = quote.cue if isinstance(quote, Marked) else [quote.cue] if quote.cue else []
        if not cues:
            return "no cue"
        return "cue before" if cues[0].start < self.starts[min(words)] else "cue after"


def _content(quote: Marked | Quote) -> tuple[Span, ...]:
    return quote.content if isinstance(quote, Marked) else quote.spans


def pair(found: Sequence[Fragment], marked: Sequence[Fragment]) -> list[tuple[Fragment, Fragment]]:
    """Each found fragment with the marked one that it stands for, the most alike first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for j, fragment in enumerate(marked):
        for word in fragment.words:
            holders[word].append(j)
    alike = sorted(
        (-_shared(one.words, marked[j].words), j, i)
        for i, one in enumerate(found)
        for j in {j for word in one.words for j in holders[word]}
    )
    pairs: dict[int, int] = {}
    for share, j, i in alike:
        if -share >= ALIKE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(found[i], marked[j]) for i, j in pairs.items()]


def _shared(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


#: A group of quotes: outlet, style, attribution; None stands for all of them.
Key = tuple[str | None, str | None, str | None]


def count(samples: Iterable[Sample], corpus: Corpus) -> list[dict[str, Any]]:
    """The rows of one corpus: all, by style, by outlet and style, by where the cue stands.

    A row has the keys language, corpus, outlet, style and attribution (None: all of them), the
    number of articles, `COUNTS`, and for each of `SHARES` its value (None where nothing is to be
    counted) with ``_low`` and ``_high``.
    """
    groups: dict[Key, list[Counter[str]]] = defaultdict(list)
    for sample in samples:
        counted: dict[Key, Counter[str]] = defaultdict(Counter)
        for key, name in _counts(sample, corpus.speaker):
            counted[key][name] += 1
        for key, counts in counted.items():
            groups[key].append(counts)
    order = sorted(groups, key=lambda key: [(part is not None, _rank(part)) for part in key])
    return [_row(corpus, key, groups[key]) for key in order]


def _rank(part: str | None) -> tuple[int, str]:
    return (STYLES.index(part) if part in STYLES else 0, part or "")


def _counts(sample: Sample, speaker: str) -> Iterator[tuple[Key, str]]:
    page = Page(sample.text, sample.language)
    yield from _compared(
        sample, page.fragments(sample.found), page.fragments(sample.marked), speaker
    )
    yield from _compared(sample, page.runs_of(sample.found), page.runs_of(sample.marked), speaker)


def _compared(
    sample: Sample, found: list[Fragment], marked: list[Fragment], speaker: str
) -> Iterator[tuple[Key, str]]:
    for fragment in found:
        yield from _keyed(sample, fragment, "found")
    for fragment in marked:
        yield from _keyed(sample, fragment, "marked")
        if _known(fragment.quote, speaker):
            yield from _keyed(sample, fragment, "asked")
    for ours, theirs in pair(found, marked):
        yield from _keyed(sample, ours, "right_found")
        yield from _keyed(sample, theirs, "right_marked")
        if _known(theirs.quote, speaker):
            yield from _keyed(sample, theirs, "speakers")
            if _right_speaker(ours.quote, theirs.quote, speaker):
                yield from _keyed(sample, theirs, "right_speakers")


def _keyed(sample: Sample, fragment: Fragment, name: str) -> Iterator[tuple[Key, str]]:
    """The groups that a fragment counts in; runs are parts of fragments and not added to them."""
    yield (None, fragment.style, None), name
    yield (sample.outlet, fragment.style, None), name
    if fragment.style != "run":
        yield (None, None, None), name
        yield (sample.outlet, None, None), name
        yield (None, None, fragment.attribution), name


def _known(quote: Marked | Quote, speaker: str) -> bool:
    assert isinstance(quote, Marked)
    return bool(quote.source) if speaker == "source" else quote.speaker is not None


def _right_speaker(found: Marked | Quote, marked: Marked | Quote, speaker: str) -> bool:
    assert isinstance(found, Quote) and isinstance(marked, Marked)
    if speaker == "name":
        return same_name(found.speaker, marked.speaker)
    return found.source is not None and any(found.source.overlaps(s) for s in marked.source)


def _row(corpus: Corpus, key: Key, articles: list[Counter[str]]) -> dict[str, Any]:
    outlet, style, attribution = key
    row: dict[str, Any] = {
        "language": corpus.language, "corpus": corpus.corpus, "outlet": outlet, "style": style,
        "attribution": attribution, "articles": len(articles),
        **{name: sum(counts[name] for counts in articles) for name in COUNTS},
    }  # fmt: skip
    for share, (right, of) in SHARES.items():
        low, high = share_interval([(counts[right], counts[of]) for counts in articles])
        row[share] = round(row[right] / row[of], 4) if row[of] else None
        row[f"{share}_low"], row[f"{share}_high"] = low, high
    return row


def share_interval(articles: Sequence[tuple[float, float]]) -> tuple[float | None, float | None]:
    """Where a share lies nine times in ten, from the right ones and all of each article (Wilson).

    >>> share_interval([(9, 10)] * 10), share_interval([(90, 100)])
    ((0.8113, 0.9496), (0.6392, 0.9786))
    >>> share_interval([(0, 0)])
    (None, None)
    """
    total = sum(n for _, n in articles)
    if not total:
        return None, None
    p = sum(right for right, _ in articles) / total
    n = sum(n / (1 + (n - 1) * WITHIN) for _, n in articles if n)
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return round(max(0.0, middle - half), 4), round(min(1.0, middle + half), 4)


# -- the corpora -----------------------------------------------------------------------------------

POLNEAR = Corpus(
    "polnear-dev", "PolNeAR 1.0, development half", "en", "source", False,
    "US news of 2016. The model was not trained on it; it was looked at to measure and to sort "
    "errors. People marked beliefs and plans there as well as speech, which the program leaves "
    "out: without quote marks it seems to miss more than it does.",
)  # fmt: skip
NEWSWCL50 = Corpus(
    "newswcl50", "NewsWCL50, five events", "en", "name", False,
    "US news of 2018, speech only. Not trained on; the rules that follow a source to a name were "
    "measured on it, and its event files were written from the same texts, which flatters.",
)  # fmt: skip
SALTWORKS = Corpus(
    "saltworks", "our own sample event", "", "name", True,
    "Our own sample, written and marked by us: flattering.",
)  # fmt: skip


def measure(corpora: Path) -> dict[str, Any]:
    """All that ``measured.json`` holds; `corpora` is the folder of the reference corpora."""
    sets = [(POLNEAR, list(_polnear(corpora)), _polnear_files(corpora)),
            (NEWSWCL50, list(_newswcl50(corpora)), newswcl50_files(corpora)),
            *_sample_event(measured={POLNEAR.language, NEWSWCL50.language})]  # fmt: skip
    return {
        "made_by": "python -m toolkit.extract.measured",
        "corpora": [
            {
                "corpus": c.corpus, "name": c.name, "language": c.language, "speaker": c.speaker,
                "ours": c.ours, "note": c.note, "articles": len(samples), "data_sha256": digest,
            }
            for c, samples, digest in sets
        ],
        "rows": [row for c, samples, _ in sets for row in count(samples, c)],
    }  # fmt: skip


#: The outlets of the corpora by the names that readers know.
OUTLETS: Mapping[str, str] = {
    "breitbart": "Breitbart", "huff-post": "HuffPost", "nyt": "The New York Times",
    "politico": "Politico", "usa-today": "USA Today", "wash-post": "The Washington Post",
    "west-journal": "Western Journalism",
    "LL": "HuffPost", "L": "The New York Times", "M": "USA Today", "R": "Fox News",
    "RR": "Breitbart",
}  # fmt: skip


def _polnear(corpora: Path) -> Iterator[Sample]:
    for name, text, marked in read_polnear_articles(corpora / "polnear" / "dev"):
        outlet = OUTLETS[name.partition("_")[0]]
        yield Sample(outlet, text, "en", marked, find_quotes(text))


def _newswcl50(corpora: Path) -> Iterator[Sample]:
    for event, article, marked in read_newswcl50(corpora / "newswcl50"):
        outlet = OUTLETS[article.outlet]
        yield Sample(outlet, article.text, "en", marked, quotes_of(article, event))


def _sample_event(measured: set[str]) -> Iterator[tuple[Corpus, list[Sample], str]]:
    """The sample event, for each of its languages that no corpus is at hand of."""
    event = load_event("saltworks")
    assert event.folder is not None
    marked: dict[str, list[Marked]] = defaultdict(list)
    for _, row in load_codings(event.folder).iterrows():
        source, cue = (_coded(row, part) for part in ("source", "cue"))
        speaker = row["speaker"] if isinstance(row["speaker"], str) else None
        quote = Marked(read_spans(str(row["spans"])), source, speaker, cue)
        marked[str(row["article_id"])].append(quote)
    digest = fingerprint(
        (event.folder / name for name in ("articles.jsonl", "codings.csv", "event.yaml")),
        event.folder,
    )
    for language in sorted({a.language for a in event.articles} - measured):
        samples = [
            Sample(
                event.outlet_name(a.outlet),
                a.text,
                language,
                marked[a.article_id],
                quotes_of(a, event),
            )
            for a in event.articles
            if a.language == language
        ]
        fields = {name: getattr(SALTWORKS, name) for name in ("corpus", "name", "speaker", "note")}
        yield Corpus(**fields, language=language, ours=True), samples, digest


def _coded(row: pd.Series, part: str) -> tuple[Span, ...]:
    start, end = row[f"{part}_start"], row[f"{part}_end"]
    return () if pd.isna(start) else (Span(int(start), int(end)),)


def _polnear_files(corpora: Path) -> str:
    folder = corpora / "polnear" / "dev"
    return fingerprint(folder.rglob("*.*"), folder)


def newswcl50_files(corpora: Path) -> str:
    """The fingerprint of the reference corpus NewsWCL50 as it lies here."""
    folder = corpora / "newswcl50"
    return fingerprint([*folder.glob("*/*.jsonl"), *folder.glob("*/event.yaml")], folder)


def fingerprint(paths: Iterable[Path], folder: Path) -> str:
    """The sha256 of files by their names and bytes, as ``floors.json`` pins it."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


# -- the file --------------------------------------------------------------------------------------


def write(corpora: Path, *, path: Path = FILE) -> dict[str, Any]:
    """Measure and write the file, one row a line; returns what was written."""
    told = measure(corpora)
    write_lists(told, path)
    return told


def write_lists(told: Mapping[str, Any], path: Path) -> None:
    """Write what was measured, who made it first, then its lists of rows with one row a line."""
    made_by, *lists = told
    parts = [f" {json.dumps(made_by)}: {json.dumps(told[made_by])}"]
    for name in lists:
        rows = ",\n".join(f"  {json.dumps(row)}" for row in told[name])
        parts.append(f" {json.dumps(name)}: [\n{rows}\n ]")
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf8")


def figures_for_card(rows: Sequence[Mapping[str, Any]]) -> str:
    """The model card's table: what was measured by style, and of runs by outlet."""
    lines = ["| corpus | of | precision | recall | right speaker |", "|---|---|---|---|---|"]
    for row in rows:
        by_style = row["outlet"] is None and row["attribution"] is None and row["style"]
        by_outlet = row["outlet"] and row["style"] == "run" and row["attribution"] is None
        if by_style or by_outlet:
            shares = (f"{100 * (row[s] or 0):.0f}" for s in ("precision", "recall", "speaker"))
            group = row["outlet"] or f"{row['language']}: {row['style']}"
            lines.append(f"| {row['corpus']} | {group} | {' | '.join(shares)} |")
    return "\n".join(lines)


def write_card(rows: Sequence[Mapping[str, Any]]) -> None:
    """Put the table between the marks of the model card."""
    put_between(CARD, figures_for_card(rows), FILE.with_name("README.md"))


def put_between(marks: tuple[str, str], table: str, card: Path) -> None:
    """Put a table between two marks of a model card, in place of what stood there."""
    before, _, rest = card.read_text(encoding="utf8").partition(marks[0])
    _, _, after = rest.partition(marks[1])
    card.write_text(f"{before}{marks[0]}\n{table}\n{marks[1]}{after}", encoding="utf8")


def load_corpora() -> tuple[Corpus, ...]:
    """The sets of marked articles that the program was measured on.

    >>> [corpus.corpus for corpus in load_corpora() if not corpus.ours]
    ['polnear-dev', 'newswcl50']
    """
    return tuple(Corpus(**fields) for fields in _read()["corpora"])


def load_measured() -> pd.DataFrame:
    """How well the program reads, as measured: one row a group of quotes, columns `COLUMNS`.

    ``<NA>`` under outlet, style or attribution means all of them. A language without a row is not
    measured.

    >>> rows = load_measured()
    >>> whole = rows[rows["outlet"].isna() & rows["attribution"].isna()]
    >>> list(whole.loc[whole["corpus"] == "polnear-dev", "style"].dropna())
    ['run', 'direct', 'mixed', 'indirect']

    Does not show: how well the program reads the articles at hand. Marked news is of a few outlets
    and years; other news is read better or worse.
    """
    return to_frame(_read()["rows"], COLUMNS)


def _read() -> dict[str, Any]:
    path = files("toolkit.extract") / "weights" / "measured.json"
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
    return told


def main() -> None:
    """Measure, write the file and the card's table, and print the main rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    rows = write(parser.parse_args().corpora)["rows"]
    write_card(rows)
    for row in rows:
        if row["outlet"] is None and row["attribution"] is None:
            print(*(f"{key}={row[key]}" for key in ("corpus", "language", "style", *SHARES)))


if __name__ == "__main__":
    main()
