"""What was measured is told with its doubts; what was not measured says so."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from lxml import html

from toolkit.extract import measured
from toolkit.extract.measured import COLUMNS, Corpus
from toolkit.show import measuring, views
from toolkit.show.measuring import Cell, say_outlets
from toolkit.show.report import report
from toolkit.tables import to_frame

ENGLISH = Corpus("marked-news", "Marked News", "en", "source", False, "Of one year.", 40)
SPANISH = Corpus("saltworks", "our own sample", "es", "name", True, "Written by us: flattering.", 2)
CODE_OF = {"marked-news": "en", "saltworks": "es"}


def row(
    corpus: str, style: str, recall: float | None, outlet: str | None = None
) -> dict[str, object]:
    shares = {
        f"{share}{end}": None if recall is None else round(recall + shift, 3)
        for share in measured.SHARES
        for end, shift in (("", 0.0), ("_low", -0.05), ("_high", 0.05))
    }
    counts = dict.fromkeys(measured.COUNTS, 0 if recall is None else 1200)
    return {"language": CODE_OF[corpus], "corpus": corpus, "style": style, "outlet": outlet,
            "articles": 40, **counts, **shares}  # fmt: skip


ROWS = [
    row("marked-news", "run", 0.94), row("marked-news", "direct", 0.9),
    row("marked-news", "mixed", None), row("marked-news", "indirect", 0.3),
    row("marked-news", "run", 0.9, "Gazette"),
    row("marked-news", "run", 0.7, "Argus"), row("saltworks", "run", 0.85),
    row("saltworks", "run", 0.9, "Faro"),
]  # fmt: skip


@pytest.fixture
def figures_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "load_measured", lambda: to_frame(ROWS, COLUMNS))
    monkeypatch.setattr(measuring, "load_corpora", lambda: (ENGLISH, SPANISH))


@pytest.fixture
def section(event, material, figures_at_hand, tmp_path):
    event = replace(
        event,
        articles=(*event.articles, replace(event.articles[0], article_id="k-1", language="pt")),
    )
    made = report(event, tmp_path / "ferry.html", tables=material)
    return html.parse(str(made)).getroot().xpath("//section[@id='how-sure-are-we']")[0]


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_each_style_has_its_numbers_and_what_was_not_counted_says_none(section):
    table = section.xpath(".//table[contains(@class,'measured')]")[0]
    rows = [words(r) for r in table.xpath("./tbody/tr")]
    assert rows[0].startswith(
        "Between one pair of marks Of 100 that people marked, it finds 94 of 1,200"
    )
    assert "it finds none of 0" in rows[2]
    assert len(rows) == 4


def test_a_sample_of_our_own_and_a_language_without_marked_news_say_so(section):
    told = words(section)
    assert "Spanish: our own sample, 2 articles" in told and "Written by us: flattering." in told
    assert told.count("The speaker is right if the words that name one are") == 1
    assert told.count("The speaker is right if the name is.") == 1
    assert "Portuguese: not measured, for want of marked news" in told


def test_outlets_are_told_apart_and_stand_in_alphabetical_order(section):
    told = words(section)
    assert "70 in the outlet that it reads worst and 90 in the one that it reads best" in told
    assert "may be the program’s own" in told
    folds = [words(f) for f in section.xpath(".//details[contains(., 'outlets, by name')]")]
    assert len(folds) == 1 and folds[0].index("Argus") < folds[0].index("Gazette")


def test_outlets_whose_intervals_meet_are_too_close_to_say():
    told = say_outlets([Cell(74.0, 54.0, 87.0, 23), Cell(93.0, 78.0, 98.0, 45)])
    assert "finds 74 to 93" in told and "too close to say" in told
    assert say_outlets([Cell(74.0, 54.0, 87.0, 23), Cell(None, 0.0, 0.0, 0)]) == ""


def test_the_numbers_of_the_report_are_those_of_the_file(event, material, tmp_path):
    rows = measured.load_measured()
    made = report(event, tmp_path / "ferry.html", tables=material)
    section = html.parse(str(made)).getroot().xpath("//section[@id='how-sure-are-we']")[0]
    whole = rows[rows["outlet"].isna() & rows["attribution"].isna()]
    run = whole[(whole["corpus"] == "polnear-dev") & (whole["style"] == "run")].iloc[0]
    first = section.xpath(".//table[contains(@class,'measured')][1]/tbody/tr[1]/td//b/text()")
    assert first[:3] == [f"{100 * run[share]:.0f}" for share in ("recall", "precision", "speaker")]


def test_the_view_tells_its_main_numbers_in_words(event, figures_at_hand):
    figure = views.measured(event)
    assert "English: of 100 stretches in quote marks that people marked it finds 94;" in figure.alt
    assert "Written by us: flattering." in figure.caption and "reads worst" in figure.caption
    assert set(figure.table["share"]) == {"recall", "precision", "speaker"}
    assert list(figure.table["quotes"].unique()[-1:]) == [
        "Spanish, our sample: between one pair of marks"
    ]


def test_a_language_that_was_not_measured_has_no_row_but_words(event, figures_at_hand):
    finnish = replace(event, articles=(replace(event.articles[0], language="fi"),))
    figure = views.measured(finnish)
    assert figure.table.empty and "not measured" in figure.alt and "not measured" in figure.caption


def test_frames_are_not_changed_by_the_telling(event, figures_at_hand):
    before = to_frame(ROWS, COLUMNS)
    measuring.prepare_measured(event)
    pd.testing.assert_frame_equal(measuring.load_measured(), before)
