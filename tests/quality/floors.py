"""What the tests of quality share: the scorers run as a person runs them, and the pinned floors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

import toolkit as tk
from toolkit.model import read_spans

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf8"))
SAMPLE = ("articles.jsonl", "codings.csv", "event.yaml")


def run_script(script: Path, *arguments: str) -> str:
    # The scorers lie in a folder that may not be written to: keep their byte code out of it.
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(script), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, env=quiet)
    assert run.returncode == 0, run.stderr
    return run.stdout


def check(name: str, measured: dict[str, float], data: str) -> None:
    """Fail, with all that was measured, when a figure lies under its floor or the data differ."""
    pinned = FLOORS[name]
    print(f"\n{name}: {measured}")
    assert data == pinned["data_sha256"], (
        f"{name}: the reference data changed; measure anew, and pin {data} with the new floors"
    )
    under = {k: (measured[k], f) for k, f in pinned["floors"].items() if measured[k] < f}
    over = {k: (measured[k], c) for k, c in pinned.get("ceilings", {}).items() if measured[k] > c}
    assert under == {} and over == {}, f"{name}: measured {measured}"


def read_corpus(scorers: Path, name: str, folder: Path) -> pd.DataFrame:
    run_script(scorers / "corpora.py", name, str(folder / name))
    return tk.tabulate_quotes(tk.load_event(folder / name))


def gold_quote(row: dict[str, str]) -> dict[str, object]:
    places = {
        part: [[int(row[f"{part}_start"]), int(row[f"{part}_end"])]] if row[f"{part}_start"] else []
        for part in ("source", "cue")
    }
    content = [[span.start, span.end] for span in read_spans(row["spans"])]
    known = {key: row[key] for key in ("quote_id", "article_id", "kind")}
    return {**known, **places, "content": content, "speaker": row["speaker"] or None}


def write_lines(file: Path, rows: Iterable[object]) -> None:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
