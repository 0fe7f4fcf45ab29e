"""What findings say: with care, with how sure, once for outlets of which the same is to be said."""

from __future__ import annotations

from dataclasses import replace

import ferry
import pandas as pd
import pytest
from lxml import html

from toolkit import tables
from toolkit.compare.findings.listing import KINDS, SCHEMA
from toolkit.show import findings
from toolkit.show.report import report

IDS = "post-1-q001;strait-1-q001"
ROW = {
    "outlet": "strait", "utterance_id": "holm", "speaker": "Greta Holm", "words": "at a loss",
    "outlets": "post;correo", "value": 2, "n": 3, "p": 0.95, "doubt": "reading", "evidence": IDS,
}  # fmt: skip


def table(*rows: dict[str, object]) -> pd.DataFrame:
    return tables.to_frame([{**ROW, **row} for row in rows], SCHEMA)


def said(**row: object) -> str:
    return str(findings.with_sentences(table(row), ferry.EVENT)["sentence"][0])


WEEKLY = "Sound and Strait Weekly Advertiser"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            {"finding": "silent cut", "outlets": "post"},
            f"{WEEKLY} leaves this out of the middle, and no mark shows it; The Rowan Post has it.",
        ),
        (
            {"finding": "changed words", "outlets": "post", "other": "winters"},
            f"So {WEEKLY}, where The Rowan Post has “winters”.",
        ),
        (
            {"finding": "other speaker", "other": "Idris Vane"},
            f"Greta Holm says it in {WEEKLY}, Idris Vane in The Rowan Post and El Correo. Each may "
            "have said it.",
        ),
        (
            {"finding": "two in one", "outlets": "post"},
            f"{WEEKLY} prints as one quote what stands apart in The Rowan Post.",
        ),
        (
            {"finding": "said again", "outlets": "post;strait"},
            f"Greta Holm is quoted in the same words in The Rowan Post and {WEEKLY}, it seems not "
            "on one occasion.",
        ),
        (
            {"finding": "whole in one outlet"},
            f"Of those that we have only {WEEKLY} prints it all; The Rowan Post and El Correo "
            "print less.",
        ),
        (
            {"finding": "statement not found", "other": "quoted"},
            f"Not found in the article that we have from {WEEKLY}; in 2 of 3 outlets. {WEEKLY} "
            "quotes Greta Holm otherwise.",
        ),
        (
            {"finding": "voice not found", "words": None, "outlet": "post"},
            "No quote of Greta Holm found in the 2 articles that we have from The Rowan Post; one "
            "or more in 2 of 3 outlets.",
        ),
    ],
    ids=KINDS,
)
def test_a_finding_is_one_careful_sentence_with_its_doubt(
    row: dict[str, object], sentence: str
) -> None:
    assert said(**row) == f"{sentence} (sure, 95%)"


def test_every_kind_has_its_sentence_and_its_place_in_the_report() -> None:
    assert {*findings.OF_WORDS, "voice not found", "statement not found"} == set(KINDS)


@pytest.fixture(scope="module")
def page(material, tmp_path_factory):
    voice = {"finding": "voice not found", "words": None, "utterance_id": None, "n": 5}
    rows = table(
        {"finding": "changed words", "outlets": "post", "other": "winters"},
        {"finding": "whole in one outlet", "value": 1},  # not worth a line
        voice,
        {**voice, "outlet": "correo"},
        {**voice, "speaker": "Idris Vane", "p": 0.6},  # too unsure to show
        {**voice, "speaker": "Ann Tolley"},  # whom the event's file does not list
        {**voice, "speaker": "Ann Tolley", "outlet": "correo"},
        {"finding": "statement not found", "speaker": "Petra Quill"},  # the measure's to say
        {"finding": "statement not found", "speaker": "Idris Vane", "other": "named", "p": 0.6},
    )
    event = ferry.EVENT
    reach = material.utterances.groupby("utterance_id")["outlet"].nunique()
    alone, shared = str(reach.idxmin()), str(reach.idxmax())
    # An utterance of one outlet, in two articles, has no row to lead to.
    ids = [alone, *[shared] * (len(rows) - 1)]
    made = replace(material, findings=rows.assign(utterance_id=ids))
    path = report(event, tmp_path_factory.mktemp("found"), tables=made)
    return html.fromstring(path.read_text(encoding="utf8"))


def words(element) -> str:
    return " ".join(element.text_content().split())


def lists(page, section: str) -> dict[str, list[str]]:
    folds = page.xpath(f"//section[@id='{section}']//details[@class='fold'][ul]")
    return {
        words(fold.xpath("./summary")[0]): [words(li) for li in fold.xpath("./ul/li")]
        for fold in folds
    }


def test_findings_of_words_are_folded_under_the_same_words(page) -> None:
    found = lists(page, "the-same-words")
    assert list(found) == ["Other words inside the quote marks (1)"]


def test_outlets_of_which_the_same_is_to_be_said_are_said_together(page) -> None:
    found = lists(page, "not-found-here")
    assert list(found) == [
        "Voices that most outlets have, not found in one (1)",
        "Perhaps told in other words (1)",
    ]
    [voice] = found["Voices that most outlets have, not found in one (1)"]
    told = (
        f"No quote of Ann Tolley found in the 2 articles that we have from {WEEKLY} and El Correo;"
    )
    assert told in voice


def test_each_finding_opens_its_sentences(page) -> None:
    items = page.xpath("//details[@class='fold']/ul/li")
    links = [
        item.xpath(".//a[@class='n']/@href") for item in items if item.xpath(".//a[@class='n']")
    ]
    assert len(links) == 3
    for [href, *_] in links:
        [target] = page.xpath(f"//*[@id='{href[1:]}']")
        assert words(target)
