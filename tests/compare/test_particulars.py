"""Claims about names, numbers and dates, across English and Spanish."""

from __future__ import annotations

import pytest

from toolkit.compare.particulars import find_particulars, tabulate_particulars
from toolkit.model import Actor, Article, Event, Side

EVENT = Event("ferry", "", sides=(Side("line", "The line", (Actor("mara", "Mara Quíll"),)),))


def found(text: str, language: str = "en") -> list[str]:
    article = Article("a", "gazette", "", "", "", text, language, "", authors=("Nora Pell",))
    return [p.name for p in find_particulars(article, EVENT)]


@pytest.mark.parametrize(
    ("text", "language", "particulars"),
    [
        ("It leaves sixty-four staff without work.", "en", ["64 people"]),
        ("Deja sin trabajo a 64 empleados.", "es", ["64 people"]),
        ("Son sesenta y cuatro trabajadores.", "es", ["64 people"]),
        ("The line carried 9,400 tonnes.", "en", ["9400 tonnes"]),
        ("Llevó 9.400 toneladas.", "es", ["9400 tonnes"]),
        ("They offered 2.1 per cent.", "en", ["2.1 per cent"]),
        ("Ofrecieron un 2,1 %.", "es", ["2.1 per cent"]),
        ("It cost €2.5 million.", "en", ["2.5 million euros"]),
        ("Costó 2,5 millones de euros.", "es", ["2.5 million euros"]),
        ("It ends on April 30.", "en", ["30 April"]),
        ("It ends on 30 April 2025.", "en", ["30 April", "2025"]),
        ("Termina el 30 de abril.", "es", ["30 April"]),
        ("Foreman Mara Quill spoke, and Mara Quíll left.", "en", ["Mara Quíll", "Mara Quíll"]),
        ("Mayor Ruth Pelham’s letter came.", "en", ["Ruth Pelham"]),
        ("They met in Brine Street.", "en", ["Brine Street"]),
        ("The Harbour Workers’ Union met.", "en", ["Harbour Workers’ Union"]),
    ],
)
def test_a_text_gives(text: str, language: str, particulars: list[str]) -> None:
    assert found(text, language) == particulars


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of people came.",
        "The boat left from pier 12-14.",
        "PELL, March 28 (Agency) - The ferry stops.",
        "The Good Morning was said.",
        "(Reporting by Mara Quill)",
        "Nora Pell wrote this.",
    ],
)
def test_what_is_not_sure_enough_is_left_out(text: str) -> None:
    assert found(text) == []


def test_every_span_holds_what_it_names() -> None:
    text = "Mara Quill said 212 hectares went on 3 March for $40 million."
    article = Article("a", "gazette", "", "", "", text, "en", "")
    table = tabulate_particulars(Event("ferry", "", articles=(article,)))
    words = [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)]
    assert words == ["Mara Quill", "212 hectares", "3 March", "$40 million"]


def test_no_articles_give_an_empty_table_with_its_columns() -> None:
    assert "particular" in tabulate_particulars(Event("ferry", "")).columns
