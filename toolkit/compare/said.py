"""A quote as it is compared: its words, those of them in quote marks, and who is said to speak."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

import pandas as pd

from toolkit.compare.wording import fold, keys, marked_runs
from toolkit.errors import UsageError
from toolkit.languages import plain_code
from toolkit.model import Article, Span, read_spans

Read = TypeVar("Read")
Stratum = Literal["QQ", "Qs", "I"]

#: Words in marks from which a quote is more than a snippet.
SNIPPET = 4
#: Words in a row that two people hardly ever say alike.
RUN = 6
NO_WORD = re.compile(r"\W+")
SENTENCE_END = re.compile(r"(?<=[.!?…])[”’»\"]*\s+")


@dataclass(frozen=True)
class Said:
    """One quote as alignment sees it; made from a row of the quotes table by `read_said`."""

    quote_id: str
    article_id: str
    outlet: str
    language: str
    kind: str
    content: str
    speaker: str | None = None
    side: str | None = None
    p_speaker: float | None = None
    is_person: bool = False  # the speaker is surely a named person
    source: str | None = None
    cue: str | None = None
    spans: tuple[Span, ...] = ()  # into the article's text; () in a table made by hand
    same_as: tuple[str, ...] = ()  # ids of quotes that a person called the same
    not_same_as: tuple[str, ...] = ()
    article: Article | None = field(default=None, repr=False, compare=False)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word of the content, as compared."""
        return keys(self.content, self.language)

    @cached_property
    def marked(self) -> tuple[str, ...]:
        """The words inside quote marks, as compared."""
        return tuple(k for run in self.runs for k in keys(run, self.language))

    @cached_property
    def stretches(self) -> frozenset[tuple[str, ...]]:
        """Every run of RUN words among those shown."""
        return frozenset(self.shown[i : i + RUN] for i in range(len(self.shown) - RUN + 1))

    @cached_property
    def sentences(self) -> tuple[frozenset[str], ...]:
        """The words in marks, sentence by sentence."""
        parts = (part for run in self.runs for part in SENTENCE_END.split(run))
        found = (frozenset(keys(part, self.language)) for part in parts)
        return tuple(words for words in found if words)

    @property
    def runs(self) -> list[str]:
        """The stretches inside quote marks, as printed."""
        return marked_runs(self.kind, self.content)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words inside marks, or where there are none, all."""
        return self.marked or self.words


def stratum(a: Said, b: Said) -> Stratum:
    """By the words inside marks: QQ, Qs (a side under four), I (a side without any)."""
    fewest = min(len(a.marked), len(b.marked))
    return "I" if not fewest else "QQ" if fewest >= SNIPPET else "Qs"


def read_said(
    row: Mapping[Hashable, Any], article: Article, persons: frozenset[str] = frozenset()
) -> Said:
    """A row of the quotes table as compared; `persons` are the names that are surely persons'.

    Raises UsageError for spans that are none, and for a probability that is no number.
    """
    return Said(
        quote_id=row["quote_id"],
        article_id=row["article_id"],
        outlet=row["outlet"],
        language=plain_code(article.language),
        kind=row["kind"],
        content=_value(row, "content") or "",
        speaker=_value(row, "speaker"),
        side=_value(row, "side"),
        p_speaker=_read(float, row, "p_speaker"),
        is_person=_value(row, "speaker") in persons,
        source=_value(row, "source"),
        cue=_value(row, "cue"),
        spans=_fitting_spans(row, article.text),
        same_as=_ids(row, "same_as"),
        not_same_as=_ids(row, "not_same_as"),
        article=article,
    )


def _value(row: Mapping[Hashable, Any], name: str) -> Any:
    value = row.get(name)
    # A file that was read without its missing values has "" for them.
    return None if pd.isna(value) or value == "" else value


def _fitting_spans(row: Mapping[Hashable, Any], text: str) -> tuple[Span, ...]:
    """Where a quote stands; nowhere, if other words stand there than the row says."""
    spans = _read(read_spans, row, "spans") or ()
    content, there = _value(row, "content") or "", " ".join(span.of(text) for span in spans)
    fits = content == there or NO_WORD.sub("", fold(content)) == NO_WORD.sub("", fold(there))
    return spans if fits else ()


def _read(reader: Callable[[str], Read], row: Mapping[Hashable, Any], name: str) -> Read | None:
    """A value that is text in a table read from a file, whatever it was when it was written."""
    value = _value(row, name)
    if value is None:
        return None
    try:
        return reader(value)
    except ValueError:
        what = f"quote '{row['quote_id']}': {name} '{value}' cannot be read"
        raise UsageError(f"table 'quotes': {what}") from None


def _ids(row: Mapping[Hashable, Any], name: str) -> tuple[str, ...]:
    return tuple(str(_value(row, name) or "").split(";")) if _value(row, name) else ()
