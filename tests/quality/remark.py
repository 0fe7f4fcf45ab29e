"""Real articles with their quote marks re-set: does the reading depend on a house's typography?

The double marks of each article are re-set as guillemets, as British single marks (single marks
inside a quotation become double ones) and as straight marks. No other character moves, so that
what people marked still lies where it lay. Every version is read, and what was found is scored
against the text as printed, because the scorer asks where the marks stand, not how they look.

    python tests/quality/remark.py SHARED [CORPUS]

with SHARED the folder that holds ``eval`` and ``corpora``. Prints Qpair as printed, and of each
version with its loss.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from toolkit.extract.quotation import find_quotes
from toolkit.text import paragraphs

_OPENING_PLACE = re.compile(r"(?:^|(?<=[\s(\[{—–―/:‘'-]))\"(?=\S)")
_DOUBLE = re.compile('[“”„"]')
_INNER = re.compile(r"(?<!\w)‘(?=\w)(?P<words>[^‘“”\n]*?)’(?!\w)")


def as_guillemets(text: str) -> str:
    """Double marks as « », straight ones by where they stand."""
    return _reset(text, "«", "»")


def as_straight(text: str) -> str:
    """Double marks as straight ones."""
    return _DOUBLE.sub('"', text)


def as_british(text: str) -> str:
    """Double marks as ‘ ’, and the single marks inside them as “ ”."""
    lines, start = [], 0
    for line in paragraphs(text):
        lines += [text[start : line.start], _british_line(line.of(text))]
        start = line.end
    return "".join([*lines, text[start:]])


RESET: Mapping[str, Callable[[str], str]] = {
    "guillemets": as_guillemets, "british": as_british, "straight": as_straight,
}  # fmt: skip


def _reset(text: str, opening: str, closing: str) -> str:
    openings = {m.start() for m in _OPENING_PLACE.finditer(text)}
    by_mark = {"“": opening, "„": opening, "”": closing}

    def new(mark: re.Match[str]) -> str:
        return by_mark.get(mark.group()) or (opening if mark.start() in openings else closing)

    return _DOUBLE.sub(new, text)


def _british_line(line: str) -> str:
    """One paragraph; inside a quotation ‘…’ becomes “…”, an apostrophe stays what it is."""
    directed = _reset(line, "“", "”")
    parts = re.split("([“”])", directed)
    within, out = False, []
    for part in parts:
        if part in ("“", "”"):
            within = part == "“"
            out.append("‘" if within else "’")
        else:
            out.append(_INNER.sub(r"“\g<words>”", part) if within else part)
    return "".join(out)


def found(articles: Mapping[str, str], reset: Callable[[str], str]) -> list[dict[str, object]]:
    """The rows of a quotes table, read from the re-set texts."""
    rows: list[dict[str, object]] = []
    for article_id, text in articles.items():
        changed = reset(text)
        assert len(changed) == len(text), article_id
        for quote in find_quotes(changed):
            rows.append({
                "article_id": article_id,
                "spans": ";".join(f"{s.start}-{s.end}" for s in quote.spans),
                "source_start": quote.source.start if quote.source else "",
                "source_end": quote.source.end if quote.source else "",
                "speaker": quote.speaker or "",
            })  # fmt: skip
    return rows


def measure(shared: Path, corpus: str = "polnear-dev") -> dict[str, float]:
    """Qpair (F, in percent) of a corpus as printed and of each version."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _run(shared / "eval" / "corpora.py", corpus, str(folder / "event"))
        lines = (folder / "event" / "articles.jsonl").read_text(encoding="utf8").splitlines()
        articles = {a["article_id"]: a["text"] for a in map(json.loads, lines)}
        figures = {}
        for name, reset in {"printed": str, **RESET}.items():
            table = folder / f"{name}.csv"
            _write(table, found(articles, reset))
            told = _run(shared / "eval" / "score_quotes.py", corpus, str(table), "--json")
            figures[name] = float(json.loads(told)["all"]["Qpair"][-1])
    return figures


def _write(table: Path, rows: list[dict[str, object]]) -> None:
    with table.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _run(script: Path, *arguments: str) -> str:
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=quiet).stdout


if __name__ == "__main__":
    measured = measure(Path(sys.argv[1]), *sys.argv[2:3])
    for name, figure in measured.items():
        print(f"{name}: Qpair {figure}, loss {measured['printed'] - figure:.1f}")
