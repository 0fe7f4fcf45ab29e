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
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from floors import SAMPLE, check, gold_quote, read_corpus, run_script, write_lines

import toolkit as tk
from toolkit.extract.measured import fingerprint

pytestmark = [pytest.mark.quality, pytest.mark.slow]

Score = Callable[[str | Path, pd.DataFrame], dict[str, float]]


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


def gold_of_sample(root: Path, language: str, folder: Path) -> Path:
    """The hand-made codings of the sample's articles in one language, as the scorer reads them."""
    sample = root / "data" / "events" / "saltworks"
    lines = (sample / "articles.jsonl").read_text(encoding="utf8").splitlines()
    kept = {a["article_id"]: a for a in map(json.loads, lines) if a["language"] == language}
    with (sample / "codings.csv").open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["article_id"] in kept]
    folder.mkdir()
    write_lines(folder / "articles.jsonl", kept.values())
    write_lines(folder / "quotes.jsonl", map(gold_quote, rows))
    return folder


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
