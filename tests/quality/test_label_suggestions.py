"""Labels that the program suggests, against the wordings that readers marked."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest
from floors import check
from label_suggestions import EVENTS, figures, load_scorer, suggested

from toolkit.extract.measured import fingerprint


@pytest.mark.quality
@pytest.mark.slow
def test_suggested_labels_keep_their_floor(corpora, scorers):
    folders = [corpora / "newswcl50" / name for name in EVENTS]
    if not all((folder / "seen.yaml").is_file() for folder in folders):
        pytest.skip(f"newswcl50 is not in {corpora}")
    files = [f / name for f in folders for name in ("articles.jsonl", "mentions.jsonl")]
    measured = figures(folders, load_scorer(scorers))
    check("label suggestions", measured, fingerprint(files, corpora))


def test_only_the_first_heads_count():
    table = pd.DataFrame({"id": ["a", "a"], "labels": ["workers; staff", "employees"]})
    scorer = SimpleNamespace(norm=str.casefold)
    assert suggested(table, 1, scorer) == {"a": {"workers", "staff"}}
