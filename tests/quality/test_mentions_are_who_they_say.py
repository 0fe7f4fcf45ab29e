"""Who is named where, against a list of mentions that a person read."""

from __future__ import annotations

import pytest
from floors import check, run_script
from read_mentions import Read, all_found, figures, read_list

import toolkit as tk
from toolkit.extract.measured import fingerprint
from toolkit.model import Article, Mention, Span


@pytest.mark.quality
@pytest.mark.slow
def test_mentions_that_a_person_read_keep_their_floor(corpora):
    files = [*corpora.glob("newswcl50/*/articles.jsonl"), *corpora.glob("newswcl50/*/seen.yaml")]
    if not files:
        pytest.skip(f"newswcl50 is not in {corpora}")
    check("read mentions", figures(read_list(), all_found(corpora)), fingerprint(files, corpora))


@pytest.mark.quality
@pytest.mark.slow
def test_linking_in_unseen_articles_keeps_its_floor(scorers, corpora, tmp_path):
    """Five events, each with a file written from two of its articles, scored on the other three."""
    figures_of = [linking(scorers, event, tmp_path / event) for event in "02468"]
    mean = {key: sum(f[key] for f in figures_of) / len(figures_of) for key in figures_of[0]}
    files = [*corpora.glob("newswcl50/*/mentions.jsonl"), *corpora.glob("newswcl50/*/seen.yaml")]
    check("linking", mean, fingerprint(files, corpora))


def linking(scorers, event, folder):
    name = f"newswcl50-{event}"
    run_script(scorers / "corpora.py", name, str(folder), "--yaml", "seen")
    tk.tabulate_mentions(tk.load_event(folder)).to_csv(folder / "mentions.csv", index=False)
    told = run_script(scorers / "score_labels.py", name, str(folder / "mentions.csv"))
    rows = {
        kind: dict(pair.split("=") for pair in rest)
        for kind, *rest in map(str.split, told.splitlines())
    }
    return {"F1": float(rows["all"]["F1"]), "exactF1": float(rows["all"]["exactF1"]),
            "persons R": float(rows["person"]["R"])}  # fmt: skip


def test_a_wrong_one_and_a_lost_one_are_told_apart():
    article = Article("a", "o", "", "", "", "Vale met Vale and Pike.", "en", "0")
    known = [Read("a", 0, 4, "vale", True), Read("a", 9, 13, "vale", False),
             Read("a", 18, 22, "pike", True)]  # fmt: skip
    found = [(article, Mention(Span(0, 4), "vale")), (article, Mention(Span(9, 13), "vale"))]
    assert figures(known, found) == {"precision": 50.0, "still_found": 50.0}


def test_the_list_holds_a_hundred_of_each_draw():
    assert len(read_list()) == 200
