"""All findings of an event in one table, each kind by its own function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

import pandas as pd

from toolkit import tables
from toolkit.compare.alignment import align_quotes
from toolkit.compare.findings import changing, crediting, missing, repeating, shortening
from toolkit.compare.findings.reports import Finding, Reports
from toolkit.compare.tallies import joined_ids
from toolkit.model import Event
from toolkit.tables import REAL, TEXT, WHOLE

SCHEMA = {
    "finding": TEXT, "outlet": TEXT, "utterance_id": TEXT, "speaker": TEXT, "words": TEXT,
    "other": TEXT, "outlets": TEXT, "value": REAL, "n": WHOLE, "p": REAL, "doubt": TEXT,
    "evidence": TEXT,
}  # fmt: skip

#: The kinds of finding and what finds them, in the order in which they are shown.
FINDERS: Mapping[tuple[str, ...], Callable[[Reports], Iterator[Finding]]] = {
    (changing.SILENT_CUT, changing.CHANGED): changing.find_changes,
    (crediting.KIND,): crediting.find_other_speakers,
    (repeating.TWO_IN_ONE,): repeating.find_merged,
    (repeating.SAID_AGAIN,): repeating.find_said_again,
    (shortening.WHOLE_HERE,): shortening.find_whole_in_one,
    (missing.NO_UTTERANCE,): missing.find_missing_utterances,
    (missing.NO_VOICE,): missing.find_missing_voices,
}
KINDS = tuple(kind for kinds in FINDERS for kind in kinds)


def tabulate_findings(
    event: Event, *, quotes: pd.DataFrame | None = None, aligned: pd.DataFrame | None = None
) -> pd.DataFrame:
    """What stands out when all reports of an event are laid side by side, a row each.

    event: with its articles. quotes, aligned: the tables ``quotes`` and ``utterances`` where they
    are at hand; else the articles are read and aligned.
    Returns: `finding` (its kind), `outlet` (the one that it is about), `utterance_id`, `speaker`,
    `words` (those at issue), `other` (what stands elsewhere), `outlets` (those compared with),
    `value` (a count that each kind explains), `n` (outlets with an article), `p` (how likely the
    program read it rightly; under one half nothing is listed), `doubt` ("reading"), `evidence`
    (ids of the quotes that show it). The kinds:

    - "silent cut": words of the fullest version go missing in the middle, and nothing shows it;
    - "changed words": other `words` stand where the fullest version has `other`;
    - "other speaker": the same words, in six or more, under another name than in `outlets`;
    - "two in one": one quote runs together what `outlets` print apart;
    - "said again": the same speaker, the same words, but it seems on another occasion;
    - "whole in one outlet": all `outlets` cut, change or retell what this one prints whole;
    - "statement not found", "voice not found": in three outlets and more than half of all, and not
      in the articles that we have from this one.

    Errors: UsageError for a table that lacks a column.

    >>> from toolkit.model import Article
    >>> articles = tuple(Article(o, o, "", "", "", f"“The pier stays open all winter,” said {who}.",
    ...     "en", "") for o, who in [("post", "Nora Pike"), ("tide", "Tom Hale")])
    >>> found = tabulate_findings(Event("pier", "The pier", articles=articles))
    >>> found[["finding", "outlet", "speaker", "other", "outlets"]].values.tolist()
    [['other speaker', 'tide', 'Tom Hale', 'Nora Pike', 'post']]

    Does not show: why; whether anybody was wrong; what an outlet told in other words, or elsewhere.
    """
    if quotes is None:
        from toolkit.extract.tabulation import tabulate_quotes

        quotes = tabulate_quotes(event)
    if aligned is None:
        aligned = align_quotes(quotes, event.articles)
    wanted = [name for name in tables.SCHEMAS["quotes"] if name not in tables.OPTIONAL]
    quotes = tables.typed(quotes, "quotes", columns=wanted)
    reports = Reports(event, quotes, tables.typed(aligned, "utterances"))
    found = [finding for find in FINDERS.values() for finding in find(reports)]
    found.sort(key=lambda finding: KINDS.index(finding.finding))
    rows = [_row(finding) for finding in found]
    return tables.to_frame(rows, SCHEMA)


def _row(finding: Finding) -> dict[str, object]:
    row = asdict(finding)
    joined = {name: joined_ids(row[name]) for name in ("outlets", "evidence")}
    return {**row, **joined, "doubt": "reading"}
