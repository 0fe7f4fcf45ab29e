"""How well the program reads, measured on texts that people marked, may only get better.

``floors.json`` pins, for each set of reference data, figures that the program must reach (`floors`)
or stay under (`ceilings`: the calibration error, how far apart outlets are read), and the
fingerprint of the data they were measured on. A floor is raised by hand when the program has become
better, and never lowered without a line in the changelog. Run with ``-s`` to see what is measured.
The scorer is the one that acceptance uses, run as a person runs it; where it or the data is not at
hand, the test skips and says so.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.extract.measured import fingerprint
from toolkit.model import read_spans

pytestmark = [pytest.mark.quality, pytest.mark.slow]

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf8"))
SAMPLE = ("articles.jsonl", "codings.csv", "event.yaml")

Score = Callable[[str | Path, pd.DataFrame], dict[str, float]]


@pytest.fixture(scope="session")
def scorers(root: Path) -> Path:
    folder = root.parent / "shared" / "eval"
    if not (folder / "score_quotes.py").is_file():
        pytest.skip(f"the scorers are not at {folder}")
    return folder


@pytest.fixture
def score(scorers: Path, tmp_path: Path) -> Score:
    """Scores a quotes table against reference data: the name of a figure to its F, in percent."""

    def run(gold: str | Path, quotes: pd.DataFrame) -> dict[str, float]:
        quotes.to_csv(tmp_path / "quotes.csv", index=False)
        told = run_script(
            scorers / "score_quotes.py", str(gold), str(tmp_path / "quotes.csv"), "--json",
            "--by-outlet",
        )  # fmt: skip
        groups = json.loads(told)
        figures = groups.pop("all")
        shares = {name: f[-1] if isinstance(f, list) else f for name, f in figures.items()}
        by_outlet = [group["Qpair"][-1] for group in groups.values()]
        return {**shares, "outlets_apart": round(max(by_outlet) - min(by_outlet), 1)}

    return run


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


def gold_of_sample(root: Path, language: str, folder: Path) -> Path:
    """The hand-made codings of the sample's articles in one language, as the scorer reads them."""
    sample = root / "data" / "events" / "saltworks"
    lines = (sample / "articles.jsonl").read_text(encoding="utf8").splitlines()
    kept = {a["article_id"]: a for a in map(json.loads, lines) if a["language"] == language}
    with (sample / "codings.csv").open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["article_id"] in kept]
    folder.mkdir()
    _write_lines(folder / "articles.jsonl", kept.values())
    _write_lines(folder / "quotes.jsonl", map(_gold_quote, rows))
    return folder


def _gold_quote(row: dict[str, str]) -> dict[str, object]:
    places = {
        part: [[int(row[f"{part}_start"]), int(row[f"{part}_end"])]] if row[f"{part}_start"] else []
        for part in ("source", "cue")
    }
    content = [[span.start, span.end] for span in read_spans(row["spans"])]
    known = {key: row[key] for key in ("quote_id", "article_id", "kind")}
    return {**known, **places, "content": content, "speaker": row["speaker"] or None}


def _write_lines(file: Path, rows: Iterable[object]) -> None:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")


def test_quotes_of_english_news_keep_their_floor(corpora, scorers, score, tmp_path):
    folder = corpora / "polnear" / "dev"
    data = fingerprint(folder.rglob("*.*"), folder)
    measured = score("polnear-dev", read_corpus(scorers, "polnear-dev", tmp_path))
    check("polnear-dev", measured, data)


def test_speakers_of_five_real_events_keep_their_floor(corpora, scorers, score, tmp_path):
    folder = corpora / "newswcl50"
    data = fingerprint([*folder.glob("*/*.jsonl"), *folder.glob("*/event.yaml")], folder)
    events = [f"newswcl50-{number}" for number in (0, 2, 4, 6, 8)]
    quotes = pd.concat([read_corpus(scorers, name, tmp_path) for name in events])
    check("newswcl50", score("newswcl50", quotes), data)


@pytest.mark.parametrize("language", ["en", "es"])
def test_quotes_of_the_sample_event_keep_their_floor(language, root, score, tmp_path):
    folder = root / "data" / "events" / "saltworks"
    data = fingerprint([folder / name for name in SAMPLE], folder)
    measured = score(gold_of_sample(root, language, tmp_path / "gold"), sample_quotes(language))
    check(f"saltworks-{language}", measured, data)


def test_the_score_sees_a_lost_speaker_and_a_lost_quote(root, score, tmp_path):
    gold, quotes = gold_of_sample(root, "en", tmp_path / "gold"), sample_quotes("en")
    nobody = {"source": pd.NA, "source_start": pd.NA, "source_end": pd.NA, "speaker": pd.NA}
    whole = score(gold, quotes)
    assert score(gold, quotes.assign(**nobody))["Qpair"] == 0
    assert score(gold, quotes.iloc[::2])["Q80"] < whole["Q80"]


def sample_quotes(language: str) -> pd.DataFrame:
    event = tk.load_event("saltworks")
    articles = {a.article_id for a in event.articles if a.language == language}
    quotes = tk.tabulate_quotes(event)
    return quotes[quotes["article_id"].isin(articles)]
