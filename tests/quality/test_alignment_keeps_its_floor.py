"""How well quotes are aligned, measured with the scorer that acceptance uses, may only get better.

On gold quotes the aligner is measured alone; end to end, with what the program itself finds. The
figures are precision (P), recall (R), F1 and the wrong pairs (fp) of each stratum: both sides show
four words or more in marks (QQ), one a snippet (Qs), both of these together (quoted), one no words
in marks (I), two languages (cross). Floors and ceilings are in ``floors.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
import pytest
from floors import SAMPLE, check, gold_quote, read_corpus, run_script, write_lines

import toolkit as tk
from toolkit.extract.measured import fingerprint

pytestmark = [pytest.mark.quality, pytest.mark.slow]

EVENTS = [f"newswcl50-{number}" for number in (0, 2, 4, 6, 8)]
Measure = Callable[..., dict[str, float]]


@pytest.fixture
def measure(scorers: Path) -> Measure:
    """Runs the scorer: "QQ.P" and the like to the figure."""

    def run(gold: str | Path, *arguments: str) -> dict[str, float]:
        told = run_script(scorers / "score_utterances.py", str(gold), *arguments)
        return {
            f"{stratum}.{name}": float(value)
            for stratum, figures in re.findall(r"^(\w+) (\w+=.*)$", told, re.MULTILINE)
            for name, value in re.findall(r"(\w+)=([\d.]+)", figures)
        }

    return run


def fingerprint_of(corpora: Path) -> str:
    folder = corpora / "newswcl50"
    return fingerprint([*folder.glob("*/*.jsonl"), *folder.glob("*/event.yaml")], folder)


def test_gold_quotes_of_five_real_events(corpora, measure):
    check("alignment, gold quotes", measure("newswcl50", "--gold"), fingerprint_of(corpora))


def test_quotes_as_found_in_five_real_events(corpora, scorers, measure, tmp_path):
    quotes, utterances = [], []
    for name in EVENTS:
        found = read_corpus(scorers, name, tmp_path)
        aligned = tk.align_quotes(found, tk.load_event(tmp_path / name).articles)
        quotes.append(found)
        # An id is only unique within its event.
        utterances.append(aligned.assign(utterance_id=f"{name}-" + aligned["utterance_id"]))
    out = write_tables(tmp_path / "all", quotes, utterances)
    check("alignment, end to end", measure("newswcl50", out), fingerprint_of(corpora))
    lonely = EVENTS.index("newswcl50-6")
    out = write_tables(tmp_path / "six", quotes[lonely:][:1], utterances[lonely:][:1])
    check("alignment, end to end, event 6", measure("newswcl50-6", out), fingerprint_of(corpora))


def write_tables(
    folder: Path, quotes: Iterable[pd.DataFrame], utterances: Iterable[pd.DataFrame]
) -> str:
    folder.mkdir()
    pd.concat(quotes).to_csv(folder / "quotes.csv", index=False)
    pd.concat(utterances).to_csv(folder / "utterances.csv", index=False)
    return str(folder)


def test_gold_quotes_of_the_sample_event(root, measure, tmp_path):
    sample = root / "data" / "events" / "saltworks"
    lines = (sample / "articles.jsonl").read_text(encoding="utf8").splitlines()
    codings = pd.read_csv(sample / "codings.csv", keep_default_na=False, dtype=str)
    gold = tmp_path / "gold"
    gold.mkdir()
    write_lines(gold / "articles.jsonl", map(json.loads, lines))
    write_lines(
        gold / "quotes.jsonl",
        (
            {**gold_quote(row), "utterances": [u for u in row["utterance"].split(";") if u]}
            for row in codings.to_dict("records")
        ),
    )
    data = fingerprint([sample / name for name in SAMPLE], sample)
    check("alignment, sample event, gold quotes", measure(gold, "--gold"), data)
