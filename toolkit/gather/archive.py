"""What an event's folder keeps, and how it survives a power cut.

``articles.jsonl`` grows by one line an article; ``failures.jsonl`` holds one row for each address
that could not be had; ``pages/`` holds the pages as fetched, so that reading can be redone without
the network; ``codings.csv`` and ``label-codings.csv`` hold what a person coded, ``corrections.csv``
what a person overruled (see `toolkit.gather.corrections`).

A run may be killed at any moment, so each file is written in one of two ways only: a line is
appended with a single write and then forced to disk, or a whole file is written beside the old one
and put in its place. A killed run can thus leave one torn last line at most. On loading, the good
lines are kept and the torn one becomes a `Failure` that names file and line; before the next append
the torn line is cut off and that failure is written down, so that the address is fetched again.
Damage anywhere else is not ours to guess about: it is an error that names file and line, and
nothing is changed.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import re
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.errors import DamagedDataError, UsageError, nearest
from toolkit.model import Article, Failure, fingerprint, read_spans
from toolkit.tables import TEXT, WHOLE, to_frame

ARTICLES, FAILURES, PAGES = "articles.jsonl", "failures.jsonl", "pages"

#: Order of the keys of a line of ``articles.jsonl``.
ARTICLE_KEYS = (
    "article_id", "outlet", "url", "requested", "title", "authors", "published", "retrieved",
    "language", "kind", "text", "text_sha256", "reader", "flags",
)  # fmt: skip

CODINGS: Mapping[str, str] = {
    "quote_id": TEXT, "article_id": TEXT, "outlet": TEXT, "kind": TEXT, "content": TEXT,
    "spans": TEXT, "source": TEXT, "source_start": WHOLE, "source_end": WHOLE, "cue": TEXT,
    "cue_start": WHOLE, "cue_end": WHOLE, "speaker": TEXT, "side": TEXT, "utterance": TEXT,
    "relation": TEXT, "coder": TEXT, "note": TEXT,
}  # fmt: skip

LABEL_CODINGS: Mapping[str, str] = {
    "article_id": TEXT, "outlet": TEXT, "actor": TEXT, "side": TEXT, "concept": TEXT,
    "label": TEXT, "start": WHOLE, "end": WHOLE, "coder": TEXT,
}  # fmt: skip


class DuplicateArticleError(UsageError):
    """The event already has the article; `repeats` is the id of the one that it has."""

    def __init__(self, article: Article, repeats: str, why: str):
        super().__init__(
            f"{article.url or article.title}: the event already has this article as {repeats} "
            f"({why}); it was not added again"
        )
        self.repeats = repeats
        self.why = why


def load_articles(folder: Path) -> tuple[Article, ...]:
    """The articles of an event's folder, in the order in which they were added.

    folder: the event's folder.
    Returns: the articles; a torn last line is left out (see `load_failures`).
    Errors: DamagedDataError, with file and line, when a line is damaged or a text has changed.
    """
    articles: list[Article] = []
    seen: dict[str, int] = {}
    for line, row in _rows(folder / ARTICLES):
        article = _article(row, f"{ARTICLES}:{line}")
        if article.article_id in seen:
            first = seen[article.article_id]
            what = f"article '{article.article_id}' already stands in line {first}; delete one"
            raise DamagedDataError(f"{ARTICLES}:{line}: {what}")
        seen[article.article_id] = line
        articles.append(article)
    return tuple(articles)


def save_article(folder: Path, article: Article) -> None:
    """Append an article to the event's folder, and drop the failures of the same address.

    Errors: `DuplicateArticleError` when the event has the address, or the outlet has the text;
    the same text in two outlets is wire copy, which is a finding and no duplicate.
    """
    _refuse_duplicate(article, load_articles(folder))
    _mend(folder)
    row = {key: getattr(article, key) for key in ARTICLE_KEYS}
    _append(folder / ARTICLES, _line(row))
    forget_failure(folder, article.requested, article.url)


def load_failures(folder: Path) -> tuple[Failure, ...]:
    """The failures of an event's folder, with those of a last line that was torn.

    Errors: DamagedDataError, with file and line, when a row is damaged.
    """
    path = folder / FAILURES
    failures = [_failure(row, f"{FAILURES}:{line}") for line, row in _rows(path)]
    torn = (_torn(folder / name) for name in (ARTICLES, FAILURES))
    # A run killed between writing a torn line down and cutting it off must not count it twice.
    return (*failures, *(t[1] for t in torn if t and t[1] not in failures))


def save_failure(folder: Path, failure: Failure) -> None:
    """Keep a failure; an earlier one of the same address is replaced."""
    _mend(folder)
    kept = [f for f in load_failures(folder) if f.url != failure.url]
    _write_failures(folder, [*kept, failure])


def forget_failure(folder: Path, *urls: str) -> None:
    """Drop the failures of addresses that have now been read."""
    failures = load_failures(folder)
    kept = [f for f in failures if not f.url or f.url not in urls]
    if len(kept) < len(failures):
        _write_failures(folder, kept)


def save_page(folder: Path, article_id: str, html: bytes) -> Path:
    """Keep a page as it was fetched, compressed, under the article's id."""
    path = _page_path(folder, article_id)
    replace_file(path, gzip.compress(html, mtime=0))
    return path


def load_page(folder: Path, article_id: str) -> bytes:
    """The page of an article as it was fetched.

    Errors: UsageError when there is none (pasted text has no page), DamagedDataError when it
    cannot be unpacked.
    """
    path = _page_path(folder, article_id)
    try:
        return gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise UsageError(f"{path}: no page was kept for article '{article_id}'") from None
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedDataError(f"{path}: the page cannot be unpacked ({error})") from None


def load_codings(folder: Path) -> pd.DataFrame:
    """The quotes that a person coded (``codings.csv``), one row each; empty without the file.

    Errors: UsageError with file and line for a missing column, a span or a number that is none.
    """
    return _load_table(folder / "codings.csv", CODINGS)


def load_label_codings(folder: Path) -> pd.DataFrame:
    """The labels that a person coded (``label-codings.csv``); empty without the file.

    Errors: UsageError with file and line for a missing column or a number that is none.
    """
    return _load_table(folder / "label-codings.csv", LABEL_CODINGS)


def coded_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file, each with the line in which it ends; none without the file."""
    if not path.is_file():
        return
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name}: the file is not UTF-8 ({error.reason})") from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            if None in row or None in row.values():
                width = len(reader.fieldnames or ())
                what = f"the row does not have the {width} fields of the first line"
                raise UsageError(f"{path.name}:{reader.line_num}: {what}")
            yield reader.line_num, row
    except csv.Error as error:
        raise UsageError(f"{path.name}:{reader.line_num}: not CSV ({error})") from None


# --- lines of JSON ---------------------------------------------------------------------------


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The good lines of a JSON-lines file with their numbers; a torn last one is left out."""
    lines = _lines(path)
    torn = _torn_index(lines)
    for number, raw in lines[: torn if torn is not None else None]:
        row = _parsed(raw)
        if row is None:
            what = f"the line is damaged: it is no JSON object ('{_start(raw)}')"
            cure = "restore the file, or delete the line and fetch again"
            raise DamagedDataError(f"{path.name}:{number}: {what}; {cure}")
        yield number, row


def _lines(path: Path) -> list[tuple[int, bytes]]:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return []
    return [(n, line) for n, line in enumerate(raw.split(b"\n"), 1) if line.strip()]


def _torn_index(lines: list[tuple[int, bytes]]) -> int | None:
    return len(lines) - 1 if lines and _parsed(lines[-1][1]) is None else None


def _parsed(raw: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(raw.decode("utf8"))
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _torn(path: Path) -> tuple[int, Failure] | None:
    """Where a torn last line begins, in bytes, and the failure that it becomes."""
    lines = _lines(path)
    if _torn_index(lines) is None:
        return None
    number, raw = lines[-1]
    detail = f"{path.name}:{number}: the line is cut off ('{_start(raw)}'); fetch the page again"
    failure = Failure(
        outlet=_salvaged(raw, "outlet"),
        url=_salvaged(raw, "requested") or _salvaged(raw, "url") or "",
        stage="save",
        reason="truncated",
        detail=detail,
        retryable=True,
    )
    return path.read_bytes().rindex(raw), failure


def _salvaged(raw: bytes, key: str) -> str | None:
    found = re.search(rb'"%s": ("(?:[^"\\]|\\.)*")' % key.encode(), raw)
    try:
        return str(json.loads(found[1])) if found else None
    except ValueError:
        return None


def _start(raw: bytes) -> str:
    return raw[:60].decode("utf8", "replace")


def _mend(folder: Path) -> None:
    """Cut torn last lines off, after writing down what was lost."""
    torn = [(folder / name, _torn(folder / name)) for name in (ARTICLES, FAILURES)]
    if any(found for _, found in torn):
        _write_failures(folder, load_failures(folder))
    path, found = torn[0]
    if found:
        with path.open("r+b") as file:
            file.truncate(found[0])


def _line(row: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf8") + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair: only an escape can hold it
        return json.dumps(row).encode("ascii") + b"\n"


def _append(path: Path, line: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+", buffering=0) as file:
        if file.tell() and not _ends_with_newline(path):
            line = b"\n" + line  # the last line is whole, but a person's editor left its end open
        file.write(line)
        os.fsync(file.fileno())


def _ends_with_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def _write_failures(folder: Path, failures: list[Failure] | tuple[Failure, ...]) -> None:
    replace_file(folder / FAILURES, b"".join(_line(asdict(f)) for f in failures))


def replace_file(path: Path, content: bytes) -> None:
    """Write a whole file so that at any moment either the old or the new one is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)  # mkstemp makes files that only their owner may read
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _page_path(folder: Path, article_id: str) -> Path:
    if not re.fullmatch(r"[\w.-]+", article_id) or article_id.startswith("."):
        raise UsageError(f"'{article_id}' is no id for an article")
    return folder / PAGES / f"{article_id}.html.gz"


# --- rows to records -------------------------------------------------------------------------


def _article(row: dict[str, Any], where: str) -> Article:
    for key in ("article_id", "outlet", "text"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise DamagedDataError(f"{where}: the article has no '{key}'")
    sha = row.get("text_sha256") or fingerprint(row["text"])
    if sha != fingerprint(row["text"]):
        what = f"the text of article '{row['article_id']}' is not the one that was saved"
        cure = "spans that point into it would lie; restore the file, or delete the line"
        raise DamagedDataError(f"{where}: {what} (its sha256 differs); {cure}")
    unknown = [key for key in row if key not in ARTICLE_KEYS]
    if unknown:
        hint = nearest(unknown[0], ARTICLE_KEYS)
        raise DamagedDataError(f"{where}: '{unknown[0]}' is no key of an article{hint}")
    return Article(**_article_values(row, sha))


def _article_values(row: dict[str, Any], sha: str) -> dict[str, Any]:
    url = _text(row, "url") or ""
    return {
        "article_id": row["article_id"], "outlet": row["outlet"], "url": url,
        "requested": _text(row, "requested") or url,
        "title": _text(row, "title") or row["article_id"], "text": row["text"],
        "language": _text(row, "language") or "en", "text_sha256": sha,
        "authors": _texts(row, "authors"), "published": _text(row, "published"),
        "retrieved": _text(row, "retrieved"), "kind": _text(row, "kind") or "unknown",
        "reader": _text(row, "reader") or "unknown", "flags": _texts(row, "flags"),
    }  # fmt: skip


def _text(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) and value else None


def _texts(row: dict[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key)
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def _failure(row: dict[str, Any], where: str) -> Failure:
    for key in ("url", "stage", "reason"):
        if not isinstance(row.get(key), str):
            raise DamagedDataError(f"{where}: the failure has no '{key}'")
    return Failure(
        outlet=_text(row, "outlet"),
        url=row["url"],
        stage=row["stage"],
        reason=row["reason"],
        detail=_text(row, "detail") or "",
        retryable=bool(row.get("retryable")),
    )


def _refuse_duplicate(article: Article, articles: tuple[Article, ...]) -> None:
    for other in articles:
        if article.url and article.url == other.url:
            raise DuplicateArticleError(article, other.article_id, "same address")
        if article.text_sha256 == other.text_sha256 and article.outlet == other.outlet:
            raise DuplicateArticleError(article, other.article_id, "same text")
        if article.article_id == other.article_id:
            raise UsageError(
                f"{article.url}: its id '{article.article_id}' is already that of {other.url}; "
                "give the article another id"
            )


# --- tables that a person wrote --------------------------------------------------------------


def _load_table(path: Path, columns: Mapping[str, str]) -> pd.DataFrame:
    found: list[dict[str, Any]] = []
    extra: dict[str, str] = {}
    for line, row in coded_rows(path):
        for column in columns:
            if column not in row:
                hint = nearest(column, row)
                raise UsageError(f"{path.name}:1: there is no column '{column}'{hint}")
        extra = {name: TEXT for name in row if name not in columns}
        found.append({k: _cell(v, columns.get(k, TEXT), k, path, line) for k, v in row.items()})
    return to_frame(found, {**columns, **extra})


def _cell(value: str, dtype: str, column: str, path: Path, line: int) -> str | int | None:
    if not value.strip():
        return None
    try:
        if column == "spans":
            read_spans(value)
        return int(value) if dtype == WHOLE else value
    except ValueError:
        wanted = "spans such as 120-180;190-220" if column == "spans" else "a whole number"
        raise UsageError(f"{path.name}:{line}: {column} '{value}' is not {wanted}") from None
