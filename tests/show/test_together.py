"""How often quotes are put together rightly is told by what is shown of them, and on what data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from toolkit.compare.matching.measured import COLUMNS, SHARES, Events, load_groups
from toolkit.show import together, views
from toolkit.show.report import report
from toolkit.tables import to_frame

REAL = Events("real", ("one", "two"), 9, ("en",), "")
INVENTED = Events("invented", ("tram",), 6, ("en", "es"), "")


def row(
    events: str, language: str | None, stratum: str, share: float | None, quotes: str = "found"
) -> dict[str, object]:
    shares = {
        f"{name}{end}": None if share is None else round(share + shift, 3)
        for name in SHARES
        for end, shift in (("", 0.0), ("_low", -0.05), ("_high", 0.05))
    }
    counts = {"given": 40, "true": 50, "right": 30, "unjudged": 2}
    return {"events": events, "language": language, "quotes": quotes, "stratum": stratum,
            "count": 2 if events == "real" else 1, **counts, **shares}  # fmt: skip


ROWS = [
    row("real", "en", "QQ", 0.9, "gold"), row("real", "en", "QQ", 0.75),
    row("real", "en", "I", 0.2), row("real", "en", "Qs", None), row("real", "en", "quoted", 0.7),
    row("invented", "en", "QQ", 0.8), row("invented", "es", "QQ", 0.85),
    row("invented", None, "across", 0.65),
]  # fmt: skip


@pytest.fixture
def figures_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "load_groups", lambda: to_frame(ROWS, COLUMNS))
    monkeypatch.setattr(together, "load_events", lambda: (REAL, INVENTED))


def printed(event, material, tmp_path):
    made = report(event, tmp_path / "ferry.html", tables=material)
    return html.parse(str(made)).getroot().xpath("//section[@id='how-sure-are-we']")[0]


def words(element) -> str:
    return " ".join(element.text_content().split())


def in_languages(event, *codes: str):
    articles = (
        replace(event.articles[0], article_id=f"{c}-1", outlet=c, language=c) for c in codes
    )
    return replace(event, articles=tuple(articles))


def test_each_kind_of_pairs_has_its_numbers_as_found_and_says_what_of(event, figures_at_hand):
    first, second = together.prepare_groups(event)["groups"]
    assert [name for name, _ in first.rows] == [
        "both in quote marks, four words or more", "one a snippet", "one without quote marks",
    ]  # fmt: skip
    assert [(c.number, c.n) for c in first.rows[0][1]] == [("75", 50), ("75", 40)]
    assert [c.number for c in first.rows[1][1]] == ["none", "none"]
    assert [name for name, _ in second.rows][-1] == "across languages"


def test_real_events_are_told_where_there_are_any_and_invented_ones_say_so(event, figures_at_hand):
    first, second = together.prepare_groups(event)["groups"]
    assert first.title == "English: two real events" and "flattering" not in first.note
    assert second.title == "Spanish and across languages: one invented event"
    assert second.note.startswith("Written and marked by us") and "flattering" in second.note


def test_one_language_has_no_row_across_and_one_unmeasured_says_so(event, figures_at_hand):
    told = together.prepare_groups(in_languages(event, "en", "pt"))
    (only,) = told["groups"]
    assert all(name != "across languages" for name, _ in only.rows)
    assert told["ungrouped"] == ["Portuguese"]
    figure = views.put_together(in_languages(event, "pt"))
    assert figure.table.empty and "not measured" in figure.alt and "not measured" in figure.caption


def test_the_numbers_of_the_report_are_those_of_the_file(event, material, tmp_path):
    section = printed(event, material, tmp_path)
    heading = section.xpath(".//h3[.='Quotes put together']")[0]
    numbers = heading.xpath("./following-sibling::table[1]/tbody/tr[1]/td//b/text()")
    rows = load_groups()
    real = rows[(rows["events"] == "real") & (rows["quotes"] == "found")]
    quoted = real[real["stratum"] == "QQ"].iloc[0]
    assert numbers == [f"{100 * quoted[share]:.0f}" for share in ("recall", "precision")]


def test_with_one_outlet_there_is_nothing_to_put_together(event, tmp_path):
    outlet = event.articles[0].outlet
    alone = replace(event, articles=tuple(a for a in event.articles if a.outlet == outlet))
    told = words(printed(alone, None, tmp_path))
    assert "How sure are we" in told and "Quotes put together" not in told


def test_the_view_tells_its_numbers_in_words(event, figures_at_hand):
    figure = views.put_together(event)
    assert "Across languages: of 100 pairs that people call one statement it puts" in figure.alt
    assert "Spanish and across languages: one invented event." in figure.caption
    assert set(figure.table["share"]) == {"recall", "precision"}
    assert list(figure.table["quotes"])[-1] == "Across languages"
