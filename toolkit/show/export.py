"""Every table of an event as files, for a spreadsheet, a script, or another program.

Each table is computed once and handed on to whatever is counted from it. A file is written beside
its place and then moved there, so that whoever reads the folder meantime finds the old file or the
new one, never a half. A table without rows is a file all the same: "nothing found" is an answer.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from toolkit.errors import UsageError, nearest
from toolkit.model import Event
from toolkit.tables import SCHEMAS, to_frame

#: Told before each table: how many are done, how many there are, which one comes.
Progress = Callable[[int, int, str], None]

#: The tables in the order in which they are computed; a measure bears its noun.
TABLES = (
    "articles", "failures", "quotes", "utterances", "mentions", "framing", "particulars",
    "sharing", "findings", "differences", "changes",
    "measure_voice", "measure_prominence", "measure_utterances", "measure_fullness",
    "measure_labels", "measure_attributes", "measure_verbs", "measure_scare_quotes",
    "measure_absences", "measure_agreement", "measure_strips",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exported:
    """One file that was written: the table, where it is, and how many rows it has."""

    table: str
    path: Path
    rows: int


def export_tables(
    event: Event,
    folder: str | Path,
    *,
    format: str = "csv",
    progress: Progress | None = None,
) -> list[Exported]:
    """Write every table of an event into a folder, one file each.

    event: with its articles. folder: made if it is not there; files of the same names are
    replaced. format: "csv", "jsonl" (one object a line) or "parquet". progress: called before
    each table.
    Returns: what was written, in the order of `TABLES`.
    Errors: UsageError for an unknown format, or a folder that cannot be written to.
    Does not show: the texts of the articles; spans point into ``articles.jsonl``.
    """
    if format not in WRITERS:
        known = ", ".join(WRITERS)
        raise UsageError(f"format '{format}' is not one of {known}{nearest(format, WRITERS)}")
    place = Path(folder)
    written = []
    frames = compute_tables(event)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for number, table in enumerate(TABLES):
            if progress is not None:
                progress(number, len(TABLES), table)
            name, frame = next(frames)
            path = place / f"{name}.{format}"
            _write(frame, path, WRITERS[format])
            written.append(Exported(name, path, len(frame)))
    except OSError as error:
        raise UsageError(f"{place}: cannot be written to ({error.strerror})") from None
    return written


def compute_tables(event: Event) -> Iterator[tuple[str, pd.DataFrame]]:
    """Every table of an event with its name, in the order of `TABLES`, each computed once."""
    from toolkit.compare import measures
    from toolkit.compare.alignment import align_quotes
    from toolkit.compare.findings.listing import tabulate_findings
    from toolkit.compare.particulars import tabulate_particulars
    from toolkit.compare.sharing import tabulate_sharing
    from toolkit.compare.versions.differences import tabulate_changes, tabulate_differences
    from toolkit.extract import tabulation
    from toolkit.show.findings import with_sentences

    yield "articles", tabulation.tabulate_articles(event)
    yield "failures", to_frame((asdict(f) for f in event.failures), SCHEMAS["failures"])
    quotes = tabulation.tabulate_quotes(event)
    yield "quotes", quotes
    utterances = align_quotes(quotes, event.articles)
    yield "utterances", utterances
    mentions = tabulation.tabulate_mentions(event)
    yield "mentions", mentions
    framing = tabulation.tabulate_framing(event)
    yield "framing", framing
    particulars = tabulate_particulars(event)
    yield "particulars", particulars
    yield "sharing", tabulate_sharing(event, quotes)
    found = tabulate_findings(event, quotes=quotes, aligned=utterances)
    yield "findings", with_sentences(found, event)
    yield "differences", tabulate_differences(utterances, quotes, event.articles)
    yield "changes", tabulate_changes(utterances, quotes, event.articles)
    yield "measure_voice", measures.voice(event, quotes=quotes)
    yield "measure_prominence", measures.prominence(event, quotes=quotes, mentions=mentions)
    yield "measure_utterances", measures.utterances(event, quotes=quotes, aligned=utterances)
    yield "measure_fullness", measures.fullness(event, quotes=quotes, aligned=utterances)
    yield "measure_labels", measures.labels(event, mentions=mentions)
    yield "measure_attributes", measures.attributes(event, framing=framing)
    yield "measure_verbs", measures.verbs(event, framing=framing)
    yield "measure_scare_quotes", measures.scare_quotes(event, framing=framing, quotes=quotes)
    absent = measures.absences(event, quotes=quotes, aligned=utterances, mentions=mentions)
    yield "measure_absences", absent
    agreed = measures.agreement(event, quotes=quotes, aligned=utterances, particulars=particulars)
    yield "measure_agreement", agreed
    yield "measure_strips", measures.strips(event, quotes=quotes)


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False, encoding="utf8", lineterminator="\n")


def _write_jsonl(frame: pd.DataFrame, path: Path) -> None:
    frame.to_json(path, orient="records", lines=True, force_ascii=False)


def _write_parquet(frame: pd.DataFrame, path: Path) -> None:
    frame.to_parquet(path, index=False)


Writer = Callable[[pd.DataFrame, Path], None]

#: How a table becomes a file, by the name of the format.
WRITERS: Mapping[str, Writer] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}


def _write(frame: pd.DataFrame, path: Path, writer: Writer) -> None:
    """Write beside the place, then move there."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        writer(frame, beside)
        beside.chmod(0o644)  # mkstemp makes files that only their owner may read
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
