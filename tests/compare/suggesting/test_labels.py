"""Labels are suggested, a person decides, and what was decided holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.compare.suggesting.accepting import read_suggestions, write_suggestions
from toolkit.compare.suggesting.labels import COLUMNS
from toolkit.errors import UsageError
from toolkit.gather.archive import save_article
from toolkit.gather.decisions import DECISIONS, load_decisions
from toolkit.model import Event

FILE = """\
id: works
title: The works
sides:
  - id: town
    label: The town
    actors:
      - name: Nora Pike
        titles: [mayor]
      - id: staff
        name: workers
        kind: group
concepts:
  - id: closure
    label: The closure
    terms: [closure]   # what else?
    not: [road closure]
"""
TEXTS = {
    "post": "The closure of the dye works was announced on Monday. The 64 workers who lose their"
    " jobs met the mayor at noon. “We were told nothing,” said Nora Pike. A road closure delayed"
    " the meeting.",
    "tide": "The planned shutdown angers the town. The 64 dyers who lose their jobs met the mayor"
    " at noon. She herself had heard of the shutdown from a neighbour, Pike told the Tide.",
    "faro": "El cierre de la tintorería indigna al pueblo. La alcaldesa pidió explicaciones.",
}


@pytest.fixture
def event(tmp_path: Path) -> Event:
    (tmp_path / "event.yaml").write_text(FILE, encoding="utf8")
    for outlet, text in TEXTS.items():
        language = "es" if outlet == "faro" else "en"
        article = tk.read_text(text, title="Works", outlet=outlet, language=language)
        save_article(tmp_path, replace(article, article_id=f"{outlet}-1"))
    return tk.load_event(tmp_path)


def labels_of(table: pd.DataFrame, target: str) -> list[str]:
    cells = table[table["id"] == target]["labels"]
    return [label for cell in cells for label in cell.split("; ")]


def test_the_table_has_its_columns_and_every_row_opens_onto_its_words(event: Event) -> None:
    table = tk.suggest_labels(event)
    assert list(table.columns) == list(COLUMNS)
    assert set(table["kind"]) == {"person", "group", "concept"}
    for row in table.itertuples():
        words = event.article(row.article_id).text[row.start : row.end]
        assert words in row.sentence
        assert words.casefold() in row.labels.casefold().split("; ")
        assert row.accept is pd.NA and row.reason


def test_another_word_for_a_concept_comes_first_in_either_language(event: Event) -> None:
    first = tk.suggest_labels(event, only=["closure"], top=3)
    assert {"shutdown", "cierre"} <= set(first["head"])
    (shutdown,) = first[first["head"] == "shutdown"].itertuples()
    assert shutdown.n == 2 and shutdown.outlets == "tide"


def test_who_stands_where_another_outlet_names_the_group_is_suggested_for_it(event: Event) -> None:
    table = tk.suggest_labels(event, only=["staff"])
    (dyers,) = table[table["head"] == "dyers"].itertuples()
    assert dyers.reason == "stands where post has “workers”"
    assert table["head"].tolist().index("dyers") < 3


def test_listed_excluded_and_other_actors_words_and_pronouns_are_never_suggested(
    event: Event,
) -> None:
    for label in labels_of(tk.suggest_labels(event, top=99), "closure"):
        assert label.casefold() not in ("closure", "road closure", "pike", "nora pike", "workers")
        assert label.casefold() not in ("she", "herself", "we")


def test_an_unknown_id_is_told_with_the_nearest(event: Event) -> None:
    with pytest.raises(UsageError, match=r"no actor or concept 'closur' \(did you mean 'closure'"):
        tk.suggest_labels(event, only=["closur"])


def test_an_event_without_articles_has_no_suggestions(event: Event) -> None:
    empty = tk.suggest_labels(replace(event, articles=()))
    assert empty.empty and list(empty.columns) == list(COLUMNS)


def answered(event: Event, answers: dict[str, str]) -> pd.DataFrame:
    table = tk.suggest_labels(event, only=["closure"])
    return table.assign(accept=table["head"].map(answers).astype("string"))


def test_accepted_ones_are_in_the_file_and_rejected_ones_do_not_come_back(event: Event) -> None:
    told = tk.accept_labels(event, answered(event, {"shutdown": "yes", "town": "no"}), who="ann")
    assert {"planned shutdown", "shutdown"} <= set(told.concepts[0].terms)
    text = (event.folder / "event.yaml").read_text("utf8")
    assert "# what else?" in text and text.startswith(FILE[: FILE.index("[closure]")])
    heads = set(tk.suggest_labels(told, only=["closure"], top=99)["head"])
    assert not {"shutdown", "town"} & heads
    assert {(d.decision, d.who) for d in load_decisions(event.folder)} == {
        ("yes", "ann"), ("no", "ann"),
    }  # fmt: skip


def test_nothing_is_written_when_one_answer_is_none(event: Event) -> None:
    table = answered(event, {"shutdown": "yes", "town": "perhaps"})
    with pytest.raises(UsageError, match=r"row \d+ \(closure, .*accept 'perhaps' is not yes or no"):
        tk.accept_labels(event, table)
    assert (event.folder / "event.yaml").read_text("utf8") == FILE
    assert not (event.folder / DECISIONS).exists()


def test_an_event_that_was_made_in_code_has_nowhere_to_write_to(event: Event) -> None:
    with pytest.raises(UsageError, match="not loaded from a folder"):
        tk.accept_labels(replace(event, folder=None), answered(event, {}))


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_table_goes_to_a_spreadsheet_and_back(
    event: Event, tmp_path: Path, delimiter: str
) -> None:
    table = answered(event, {"shutdown": "yes", "cierre": "no"})
    file = tmp_path / "labels.csv"
    write_suggestions(table, file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    if delimiter == ";":
        pd.read_csv(file).to_csv(file, sep=";", index=False)
    back = read_suggestions(file)
    assert back["labels"].tolist() == table["labels"].tolist()
    assert set(tk.accept_labels(event, back).concepts[0].terms) >= {"closure", "shutdown"}


def test_a_file_that_lacks_a_column_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text("id,labels\na,b\n", encoding="utf8")
    with pytest.raises(UsageError, match=r"labels\.csv: there is no column 'kind'; it must have"):
        read_suggestions(tmp_path / "labels.csv")
