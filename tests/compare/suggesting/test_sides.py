"""Who takes part is proposed from articles alone, with a reason and a sentence for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.compare.suggesting.sides import COLUMNS
from toolkit.errors import UsageError
from toolkit.model import Article

TEXTS = {
    "post": "The ferry stops in May. “It costs too much,” said Ida Falk, spokeswoman for the"
    " Carrow Ferry Company. Mayor Nora B. Pike said that the town would pay.\n\n"
    "“We were not asked,” Pike added. Residents said they would row. The Carrow Ferry Company"
    " (CFC) said that it had no choice.",
    "tide": "Carrow Ferry Company director Emil Roth said the boat was old. “We will sail,” said"
    " Nora Pike. The CFC said nothing of the jobs. Ms Falk told reporters that talks went on.",
}


@pytest.fixture
def articles() -> list[Article]:
    found = (tk.read_text(text, title="Ferry", outlet=outlet) for outlet, text in TEXTS.items())
    return [replace(article, article_id=f"{article.outlet}-1") for article in found]


@pytest.fixture
def table(articles: list[Article]) -> pd.DataFrame:
    return tk.suggest_sides(articles).set_index("name", drop=False)


def test_persons_bodies_and_groups_are_told_apart(table: pd.DataFrame) -> None:
    assert table["kind"].to_dict() == {
        "Nora Pike": "person", "Ida Falk": "person", "Emil Roth": "person",
        "Carrow Ferry Company": "body", "residents": "group",
    }  # fmt: skip


def test_one_person_in_two_outlets_is_one_row(table: pd.DataFrame) -> None:
    pike = table.loc["Nora Pike"]
    assert (pike["quotes"], pike["outlets"], pike["titles"]) == (3, "post, tide", "mayor")
    assert pike["aliases"] == "Nora B. Pike"


def test_an_acronym_in_brackets_is_the_bodys_alias_everywhere(table: pd.DataFrame) -> None:
    company = table.loc["Carrow Ferry Company"]
    assert company["aliases"] == "CFC"
    assert company["quotes"] == 2


def test_a_title_ties_a_person_to_a_body_and_nothing_else_ties_her(table: pd.DataFrame) -> None:
    sides = table["side"].to_dict()
    assert sides["Ida Falk"] == sides["Emil Roth"] == "carrow-ferry-company"
    assert table.loc["Emil Roth", "reason"] == "a title ties the name to Carrow Ferry Company"
    assert sides["Nora Pike"] == "others"
    assert table.loc["Nora Pike", "reason"] == "nothing shows a side"


def test_every_row_opens_onto_its_sentence(
    table: pd.DataFrame, articles: Sequence[Article]
) -> None:
    texts = {a.article_id: a.text for a in articles}
    for row in table.itertuples():
        assert texts[row.article_id][row.start : row.end] in row.sentence


def test_the_order_of_articles_changes_no_count(articles: list[Article]) -> None:
    columns = ["name", "kind", "quotes", "mentions", "side"]
    one, other = (tk.suggest_sides(a)[columns] for a in (articles, articles[::-1]))
    pd.testing.assert_frame_equal(
        one.sort_values("name", ignore_index=True), other.sort_values("name", ignore_index=True)
    )


def test_a_spanish_article_gives_its_people_too() -> None:
    text = (
        "«No habrá cierre», dijo Marta Oller, directora de la Cofradía del Faro. La Cofradía del"
        " Faro pidió calma. Los vecinos dijeron que no se irán."
    )
    table = tk.suggest_sides([tk.read_text(text, title="Faro", outlet="faro", language="es")])
    kinds = dict(zip(table["name"], table["kind"], strict=True))
    assert kinds["Marta Oller"] == "person"


def test_a_draft_takes_actors_from_it_and_loads_as_it_is(
    articles: list[Article], tmp_path: Path
) -> None:
    draft = tk.draft_event(articles, event_id="ferry", suggested=tk.suggest_sides(articles))
    (tmp_path / "event.yaml").write_text(draft, encoding="utf8")
    event = tk.load_event(tmp_path)
    actors = {actor.name: (actor, side.id) for actor, side in event.actors()}
    assert actors["Ida Falk"][1] == actors["Carrow Ferry Company"][1]
    assert actors["Carrow Ferry Company"][0].aliases == ("CFC",)
    assert actors["Nora Pike"][0].titles == ("mayor",)
    assert actors["residents"][0].kind == "group"


def test_without_articles_nobody_is_suggested() -> None:
    with pytest.raises(UsageError, match="sides are suggested from articles, and there are none"):
        tk.suggest_sides([])


def test_an_article_without_names_gives_an_empty_table() -> None:
    table = tk.suggest_sides([tk.read_text("it rained all day.", title="Rain", outlet="tide")])
    assert table.empty and list(table.columns) == list(COLUMNS)
