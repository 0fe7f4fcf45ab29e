"""The sample event is what its data sheet says: pages, texts and hand-made gold agree."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from toolkit.extract.tabulation import tabulate_mentions
from toolkit.gather.archive import load_codings, load_label_codings
from toolkit.gather.coverage import fetch_coverage
from toolkit.gather.download import Client
from toolkit.gather.event import load_event
from toolkit.gather.sites import serve_sites
from toolkit.model import Event, read_spans

EVENT = Path(__file__).parents[1] / "data" / "events" / "saltworks"


@pytest.fixture(scope="module")
def shipped() -> Event:
    return load_event(EVENT)


@pytest.fixture(scope="module")
def codings() -> pd.DataFrame:
    return load_codings(EVENT)


@pytest.fixture(scope="module")
def fetched(tmp_path_factory: pytest.TempPathFactory) -> Event:
    folder = tmp_path_factory.mktemp("saltworks")
    (folder / "event.yaml").write_bytes((EVENT / "event.yaml").read_bytes())
    with serve_sites() as sites:
        client = Client(connect_to=sites.connect_to, delay=0)
        fetch_coverage(load_event(folder), client=client)
    return load_event(folder)


def test_fetching_the_sites_yields_the_shipped_articles(shipped: Event, fetched: Event) -> None:
    assert fetched.failures == ()
    assert [(a.article_id, a.title, a.text, a.published) for a in fetched.articles] == [
        (a.article_id, a.title, a.text, a.published) for a in shipped.articles
    ]


def test_the_event_has_the_size_that_its_data_sheet_gives(
    shipped: Event, codings: pd.DataFrame
) -> None:
    assert len(shipped.articles) == 9
    assert len({a.outlet for a in shipped.articles}) == 7
    assert len(codings) == 171
    assert sum(a.words for a in shipped.articles) == 5058
    assert Counter(a.kind for a in shipped.articles)["opinion"] == 1


def test_every_article_is_of_the_length_of_a_news_story(shipped: Event) -> None:
    assert all(350 <= a.words <= 800 for a in shipped.articles)


@pytest.mark.parametrize("part", ["source", "cue"])
def test_every_coded_source_and_cue_stands_in_the_text_that_the_page_yields(
    fetched: Event, codings: pd.DataFrame, part: str
) -> None:
    for row in codings[codings[part].notna()].to_dict("records"):
        text = fetched.article(row["article_id"]).text
        assert text[int(row[f"{part}_start"]) : int(row[f"{part}_end"])] == row[part]


def test_every_coded_content_stands_in_the_text_that_the_page_yields(
    fetched: Event, codings: pd.DataFrame
) -> None:
    for row in codings.to_dict("records"):
        text = fetched.article(row["article_id"]).text
        assert " ".join(s.of(text) for s in read_spans(row["spans"])) == row["content"]


def test_every_coded_label_stands_in_the_text_that_the_page_yields(fetched: Event) -> None:
    labels = load_label_codings(EVENT)
    assert len(labels) == 319
    for row in labels.to_dict("records"):
        text = fetched.article(row["article_id"]).text
        assert text[int(row["start"]) : int(row["end"])] == row["label"]


def _cells(labels: pd.DataFrame) -> Counter[tuple[str, ...]]:
    """How often each outlet names each actor, and has each label for each concept."""
    return Counter(
        (row["outlet"], row["actor"])
        if pd.notna(row["actor"])
        else (row["outlet"], row["concept"], _bare(row["label"]))
        for row in labels.to_dict("records")
    )


def _bare(label: str) -> str:
    return re.sub(r"^(the|an?|el|l[ao]s?|una?) ", "", label.casefold().replace("’", "'"))


def test_every_cell_of_the_label_table_by_hand_is_right_to_one(shipped: Event) -> None:
    coded, found = _cells(load_label_codings(EVENT)), _cells(tabulate_mentions(shipped))
    wrong = {
        cell: (coded[cell], found[cell])
        for cell in coded | found
        if abs(coded[cell] - found[cell]) > 1
    }
    assert wrong == {}


def test_nine_in_ten_cells_of_the_label_table_are_found_where_a_coder_marked_them(
    shipped: Event,
) -> None:
    found = tabulate_mentions(shipped).to_dict("records")
    hit = [
        any(
            m["article_id"] == row["article_id"]
            and (m["actor"], m["concept"]) == (row["actor"], row["concept"])
            and m["start"] < row["end"]
            and row["start"] < m["end"]
            for m in found
        )
        for row in load_label_codings(EVENT).where(lambda f: f.notna(), None).to_dict("records")
    ]
    assert sum(hit) >= 0.9 * len(hit)


def test_coded_speakers_of_a_side_are_actors_of_the_event(
    shipped: Event, codings: pd.DataFrame
) -> None:
    for row in codings[codings["side"].notna()].to_dict("records"):
        assert shipped.side_of(row["speaker"]) == row["side"]


def test_two_actors_share_a_surname_across_sides(shipped: Event) -> None:
    surnames = Counter(a.name.split()[-1] for a, _ in shipped.actors() if a.kind == "person")
    assert [name for name, n in surnames.items() if n > 1] == ["Ruiz"]


def test_one_voice_is_missing_from_two_outlets(codings: pd.DataFrame) -> None:
    heard = set(codings[codings["speaker"] == "Nela Oyarzun"]["outlet"])
    assert set(codings["outlet"]) - heard == {"lantern", "ledger"}


def test_one_utterance_is_told_in_both_languages_and_by_three_outlets(
    codings: pd.DataFrame,
) -> None:
    rows = codings[codings["utterance"] == "u08"]
    assert {"faro", "marisma"} < set(rows["outlet"])
    assert rows["outlet"].nunique() >= 3
