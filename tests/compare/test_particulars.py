"""Claims about names, numbers and dates, across English and Spanish.

What a sentence gives is data in ``tests/cases/particulars``: `en.json` and `es.json` (sentences in
the style of news, many of which give nothing) and `same_in_both.json` (pairs that give the same).
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from toolkit.compare import measures
from toolkit.compare.measures.agreeing import agreed_particulars
from toolkit.compare.particulars import (
    find_differing_numbers,
    find_lone_sentences,
    find_particulars,
    tabulate_particulars,
)
from toolkit.compare.particulars.numbers import quantity_of
from toolkit.model import Actor, Article, Event, Side

CASES = Path(__file__).parent.parent / "cases" / "particulars"
EVENT = Event("ferry", "", sides=(Side("line", "The line", (Actor("mara", "Mara Quíll"),)),))
SENTENCES = [
    (code, case["text"], case["particulars"])
    for code in ("en", "es")
    for case in json.loads((CASES / f"{code}.json").read_text("utf8"))
]
PAIRS = json.loads((CASES / "same_in_both.json").read_text("utf8"))


def make_article(text: str, outlet: str = "gazette", language: str = "en", **more: str) -> Article:
    return Article(
        f"{outlet}-1", outlet, "", "", "", text, language, "", authors=("Nora Pell",), **more
    )  # type: ignore[arg-type]


def found(text: str, language: str = "en", event: Event = EVENT, **more: str) -> list[str]:
    return [p.name for p in find_particulars(make_article(text, language=language, **more), event)]


def agreement(*texts: str, languages: str = "") -> pd.DataFrame:
    """What outlets "a", "b", ... that print these texts agree on, by the particular's name."""
    codes = languages.split() or ["en"] * len(texts)
    articles = tuple(
        make_article(text, "abc"[n], codes[n], published="2025-04-02")
        for n, text in enumerate(texts)
    )
    event = Event("ferry", "", articles=articles)
    return pd.DataFrame(agreed_particulars(tabulate_particulars(event), event)).set_index("item")


@pytest.mark.parametrize(("language", "text", "particulars"), SENTENCES)
def test_a_sentence_gives(language: str, text: str, particulars: list[str]) -> None:
    assert found(text, language, Event("ferry", "")) == particulars


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["en"])
def test_both_languages_give_the_same(pair: dict[str, str]) -> None:
    assert found(pair["en"]) == found(pair["es"], "es") == pair["particulars"]


def test_there_are_cases_enough() -> None:
    counts = [sum(code == c for c, _, _ in SENTENCES) for code in ("en", "es")]
    assert counts[0] >= 120 and counts[1] >= 80 and len(PAIRS) >= 60
    assert sum(not particulars for _, _, particulars in SENTENCES) >= 40


def test_an_actor_is_given_under_the_name_in_the_event() -> None:
    assert found("Foreman Mara Quill spoke, and Mara Quíll left.") == ["Mara Quíll", "Mara Quíll"]


def test_a_surname_is_its_bearer() -> None:
    text = "Greta Holm said no. Tom Reed said yes. Mr Holm was away, and Reed stayed."
    assert found(text).count("Tom Reed") == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thomas J. Wexley chairs it.", "Thomas Wexley chairs it."),
        ("Mike Wexley chairs it.", "Michael Wexley said so."),
        ("Prime Minister Seo Min-jun left.", "Prime Minister Seo Min Jun left."),
        ("Tomás Quiroga said no.", "Tomas Quiroga said no."),
    ],
)
def test_forms_of_a_name_are_one_person(one: str, other: str) -> None:
    assert agreement(one, other)["value"].tolist() == [2]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met on Monday.", "31 March"),
        ("The strike was called on Wednesday.", "2 April"),
        ("Se reunieron el lunes.", "31 March"),
    ],
)
def test_a_weekday_is_its_date(text: str, name: str) -> None:
    language = "es" if text.startswith("Se") else "en"
    assert found(text, language, published="2025-04-02") == [name]


@pytest.mark.parametrize(
    "text", ["They will meet on Monday.", "The vote is due on Friday.", "It opens next Sunday."]
)
def test_a_weekday_that_lies_ahead_is_left_open(text: str) -> None:
    assert found(text, published="2025-04-02") == []


LONE = [
    ("Nurse Ida Brandt spoke.", "Nobody spoke.", "Ida Brandt"),
    ("It has 64 workers.", "It has workers.", "64 people"),
    ("It ended on 3 March.", "It ended in May.", "3 March"),
    ("The Harbour Trust paid.", "Somebody paid.", "Harbour Trust"),
    ("They fled to Norway.", "They fled.", "Norway"),
    ("It lasted 90 days.", "It lasted long.", "90 days"),
    ("Opened in 1871, it shut.", "It opened in 1958.", "1871"),
    # another bearer of the surname is somebody else
    ("Greta Holm and Arvid Holm said no.", "Arvid Holm said no.", "Greta Holm"),
]
NOT_LONE = [
    ("Nurse Ida Brandt spoke.", "Ms Brandt spoke.", "Ida Brandt"),
    ("Nurse Ida Brandt spoke.", "BRANDT SPEAKS OUT", "Ida Brandt"),
    ("Nurse Ida Brandt spoke.", "#IdaBrandt was everywhere.", "Ida Brandt"),
    ("Nurse Ida Brannert spoke.", "Nurse Brannart spoke.", "Ida Brannert"),
    ("Nurse Ida Brandt spoke.", "Then Ida spoke.", "Ida Brandt"),
    ("President Seo Min-jun spoke.", "Mr. Seo spoke.", "Seo Min-jun"),
    ("It has 64 workers.", "Sixty-four will go.", "64 people"),
    ("It has 64 workers.", "About 60 staff will go.", "64 people"),
    ("It has 64 workers.", "It is 60 people strong.", "64 people"),
    ("It has 64 workers.", "It has 24 workers in the yard and 40 workers at sea.", "64 people"),
    ("It sold nearly 9,400 tonnes.", "It sold 9,382 tonnes.", "about 9400 tonnes"),
    ("It sold 9,382 tonnes.", "It sold 9.4 thousand tonnes.", "9382 tonnes"),
    ("It covers 212 hectares.", "It covers 524 acres.", "212 hectares"),
    ("It is 40 kilometres long.", "It is 25 miles long.", "40 kilometres"),
    ("It lasted 14 days.", "It lasted two weeks.", "14 days"),
    ("It lasted 10 years.", "It lasted a decade.", "10 years"),
    ("It lasted 18 months.", "It lasted a year, or 1.5 years.", "18 months"),
    ("Some 50 per cent agreed.", "Half of them agreed.", "about 50 per cent"),
    ("Half of them agreed.", "They agreed by 50%.", "half"),
    ("They waited 15 years.", "They had waited since 2010.", "15 years"),
    ("It opened in 2010.", "It opened fifteen years ago.", "2010"),
    ("It opened in 1994.", "It opened in the 1990s.", "1990s"),
    ("It ended on 3 March.", "It ended on March 3.", "3 March"),
    ("It ended on 3 March.", "It ended on the 3rd.", "3 March"),
    ("It ended on 3 March.", "It ended on 03/03/2025.", "3 March"),
    ("It began on 3 March.", "It went on March 3-9.", "3 March"),
    ("It ended on 31 March.", "It ended on Monday.", "31 March"),
    ("It ended on 1 April.", "It ended yesterday.", "1 April"),
    ("It began in March.", "It began on 3 March.", "March"),
    ("They met at 6 p.m.", "They met at 18:15.", "18:00"),
    ("The Carrow Harbour Trust paid.", "The CHT paid.", "Carrow Harbour Trust"),
    ("The Harbour Trust paid.", "The trust paid.", "Harbour Trust"),
    ("The Fisheries Department paid.", "The Department of Fisheries paid.",
     "Fisheries Department"),
    ("They fled to Norway.", "They fled to the Norwegian coast.", "Norway"),
    ("They fled to the United States.", "They fled to the U.S.", "United States"),
    ("They met near Lake Ember.", "They met by the Ember shore.", "Lake Ember"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "elsewhere", "name"), LONE)
def test_what_stands_nowhere_else_is_lone(text: str, elsewhere: str, name: str) -> None:
    assert bool(agreement(text, elsewhere).loc[name, "only_here"])


@pytest.mark.parametrize(("text", "elsewhere", "name"), NOT_LONE)
def test_what_may_stand_elsewhere_in_another_form_is_not_lone(
    text: str, elsewhere: str, name: str
) -> None:
    table = agreement(elsewhere, text)
    assert not table.loc[name, "only_here"]


def test_between_languages_only_known_places_are_called_lone() -> None:
    table = agreement(
        "The Harbour Trust paid in Norway. Greta Holm paid 900 euros.", "Alguien pagó.",
        languages="en es",
    )  # fmt: skip
    assert table["only_here"].to_dict() == {
        "Harbour Trust": None, "Norway": True, "Greta Holm": True, "900 euros": True
    }  # fmt: skip
    told = agreement("They sailed to London.", "Zarparon hacia Londres.", languages="en es")
    assert told.loc["London", "value"] == 2


def test_a_date_that_only_a_weekday_tells_is_never_lone() -> None:
    assert not agreement("It ended on Monday.", "It ended.").loc["31 March", "only_here"]


REST = " The sea was calm. Nobody sang. The town hall kept its doors shut. It rained a little."
CREWS = (
    "The yard laid off 64 welders at the Skarvik slipway on Monday.",
    "About 60 welders were laid off at the slipway in Skarvik.",
)


def differing(*texts: str) -> pd.DataFrame:
    articles = tuple(make_article(text + REST, "abc"[n]) for n, text in enumerate(texts))
    event = Event("yard", "", articles=articles)
    return find_differing_numbers(event, tabulate_particulars(event))


def test_numbers_of_one_noun_in_like_sentences_differ() -> None:
    row = differing(*CREWS).iloc[0]
    assert (row["particular_a"], row["particular_b"], row["how"]) == (
        "64 welders", "about 60 welders", "rounded"
    )  # fmt: skip
    assert differing(CREWS[0], CREWS[1].replace("About 60", "Forty-one"))["how"].tolist() == [
        "different"
    ]


@pytest.mark.parametrize(
    "other",
    [
        "About 60 painters were laid off at the slipway in Skarvik.",  # another noun
        "The school choir has 60 welders among its singers.",  # another matter
        "At the Skarvik slipway 64 welders were laid off, and 60 welders struck.",  # the same too
        "At the Skarvik slipway 900 welders were laid off once.",  # of another size
    ],
)
def test_numbers_that_need_not_count_one_thing_are_not_set_against_each_other(other: str) -> None:
    assert differing(CREWS[0], other).empty


def test_shares_and_prices_are_not_set_against_each_other() -> None:
    texts = [f"The yard at Skarvik offered the welders {n} per cent on Monday." for n in (2, 4)]
    assert differing(*texts).empty


def test_a_sentence_with_two_lone_particulars_and_none_like_it_is_lone() -> None:
    own = "A choir from Norway sang for 90 minutes. The yard is shut."
    event = Event(
        "yard", "", articles=(make_article(own, "a"), make_article("The yard is shut.", "b"))
    )
    agreed = measures.agreement(event)
    row = find_lone_sentences(event, agreed).iloc[0]
    assert own[row["start"] : row["end"]] == "A choir from Norway sang for 90 minutes."
    assert row["particulars"] == "90 minutes;Norway"


def test_a_sentence_like_another_or_in_a_language_alone_is_not_lone() -> None:
    own = "A choir from Norway sang for 90 minutes."
    for other, code in (("A choir sang for long minutes.", "en"), ("El coro cantó.", "es")):
        articles = (make_article(own + REST, "a"), make_article(other, "b", code))
        event = Event("yard", "", articles=articles)
        assert find_lone_sentences(event, measures.agreement(event)).empty


def test_a_name_of_a_number_is_read_back() -> None:
    quantity = quantity_of("more than 2.5 billion euros")
    assert quantity and (quantity.value, quantity.unit, quantity.how) == (
        2.5e9, "euros", "more than"
    )  # fmt: skip
    assert quantity_of("Greta Holm") is None


def test_every_span_holds_what_it_names() -> None:
    text = "Mara Quill said 212 hectares went on 3 March for $40 million."
    table = tabulate_particulars(Event("ferry", "", articles=(make_article(text),)))
    words = [text[a:b] for a, b in zip(table["start"], table["end"], strict=True)]
    assert words == ["Mara Quill", "212 hectares", "3 March", "$40 million"]
    assert table["printed"].tolist() == words


def test_particulars_of_one_article_do_not_overlap() -> None:
    texts = [make_article(text, f"o{n}", code) for n, (code, text, _) in enumerate(SENTENCES)]
    table = tabulate_particulars(Event("all", "", articles=tuple(texts)))
    for _, rows in table.groupby("article_id"):
        assert (rows["start"].iloc[1:].to_numpy() >= rows["end"].iloc[:-1].to_numpy()).all()


def test_no_articles_give_an_empty_table_with_its_columns() -> None:
    assert "particular" in tabulate_particulars(Event("ferry", "")).columns
