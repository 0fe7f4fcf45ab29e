"""What the report says of the sides: where they stand, in which words, and what is missing."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from lxml import html

from toolkit.show import apart, carrying, choices, missing, phrases
from toolkit.show.material import count
from toolkit.show.phrases import say
from toolkit.show.report import report
from toolkit.show.sections import Page


@pytest.fixture(scope="module")
def tree(event, material, tmp_path_factory):
    path = report(event, tmp_path_factory.mktemp("sides"), tables=material)
    return html.fromstring(path.read_text(encoding="utf8"))


def words(element) -> str:
    return " ".join(element.text_content().split())


def section(tree, name: str):
    return tree.xpath(f"//section[@id='{name}']")[0]


def opened(tree, link) -> list[str]:
    """The sentences that a link opens, each with what is said of it."""
    panel = tree.xpath(f"//*[@id='{link.get('href')[1:]}']")[0]
    return [words(li) for li in panel.xpath(".//li")]


# -- what things and people are called -------------------------------------------------------------


def test_a_label_opens_its_sentences_own_words_apart_from_quoted_ones(tree):
    row = section(tree, "what-things-are-called").xpath(".//tbody/tr[1]")[0]
    links = {
        words(used.xpath("./span")[0]): used.xpath(".//a[@class='n']")[0]
        for used in row.xpath(".//span[contains(@class,'used')]")
    }
    [sentence] = opened(tree, links["pause in sailings"])
    assert sentence.endswith("own words, opinion") and "The pause in sailings" in sentence
    [quoted] = opened(tree, links["will not sail"])
    assert quoted.endswith("in a quote: The ferry company")


def test_people_are_folded_under_the_things_with_their_side_beside_them(tree):
    fold = section(tree, "what-things-are-called").xpath(".//details")[0]
    assert words(fold.xpath("./summary")[0]) == "Who is called what: 4 people and bodies"
    heads = [words(th) for th in fold.xpath("./table/tbody/tr/th")]
    assert heads == ["Greta Holm", "Sound Lines", "Idris Vane", "Petra Quill"]
    quill = next(tr for tr in fold.xpath("./table/tbody/tr") if words(tr).startswith("Petra"))
    assert [words(td) for td in quill.xpath("./td")][1:] == [
        "Sound and Strait Weekly Advertiser not named", "El Correo not named",
    ]  # fmt: skip


def used_labels(*rows: tuple[str, str, int, int]) -> pd.DataFrame:
    return pd.DataFrame([
        {"outlet": outlet, "label": label, "own": own, "quoted": quoted, "value": own + quoted}
        for outlet, label, own, quoted in rows
    ])  # fmt: skip


def test_a_first_name_is_one_that_the_outlet_uses_most_in_its_own_words(event, material):
    page = Page(event, material)
    found = used_labels(
        ("post", "pause", 1, 4), ("post", "closure", 2, 0), ("strait", "pause", 1, 0),
        ("strait", "end", 1, 0), ("correo", "cierre", 0, 3),
    )  # fmt: skip
    assert choices.first_names(page, found) == {"post": "closure"}


def test_that_there_are_too_few_articles_for_distinctive_words_is_said(tree):
    part = section(tree, "words-that-set-apart")
    assert words(part.xpath(".//p[@class='finding']")[0]) == say("too_few.terms")
    assert not part.xpath(".//table | .//ul")


def many_articles(event, outlet: str):
    first = event.article("post-1")
    more = tuple(replace(first, article_id=f"{outlet}-{n}", outlet=outlet) for n in range(10, 20))
    return replace(event, articles=(*event.articles, *more))


def test_words_that_stand_out_open_their_places_and_name_their_rates(event, material):
    frame = pd.DataFrame([
        {"outlet": "post", "term": "winter", "value": 0.4, "n": 2, "rate": 4.04, "other_rate": 0.5,
         "found": found, "evidence": "post-1:0-3;post-2:0-5"}
        for found in ("distinctive", "not distinctive")
    ])  # fmt: skip
    page = Page(many_articles(event, "post"), replace(material, terms=frame))
    made = apart.words_apart(page)
    assert str(made.finding) == "One word stands out, in one outlet."
    [outlet] = made.data["outlets"]
    [term] = outlet.terms
    assert (term.word, term.told) == ("winter", "4.0 : 0.5") and ">2</a>" in term.number
    assert "Sound and Strait Weekly Advertiser and El Correo we have fewer" in made.caption
    none = apart.words_apart(
        Page(page.event, replace(material, terms=frame.assign(found="not distinctive")))
    )
    assert str(none.finding) == say("nothing.apart")


# -- how the sides are described -------------------------------------------------------------------


def test_a_description_stands_by_side_and_outlet_and_opens_its_sentence(tree):
    part = section(tree, "how-the-sides-are-described")
    assert words(part.xpath(".//p[@class='finding']")[0]) == (
        "Two words describe a side, in two outlets."
    )
    [row] = part.xpath(".//tbody/tr[not(@class)]")
    assert words(row.xpath("./th")[0]) == "The islanders"
    assert [words(td) for td in row.xpath("./td")][-1] == "El Correo none found"
    [sentence] = opened(tree, row.xpath("./td[2]//a[@class='n']")[0])
    assert "Islanders were left stranded" in sentence and sentence.endswith("own words")
    assert "%" not in words(part)


def test_a_side_without_descriptions_is_not_said_to_have_none(event, material):
    page = Page(event, replace(material, attributes=material.attributes.iloc[:0]))
    assert str(choices.how_described(page).finding) == say("nothing.attributes")


# -- how fully -------------------------------------------------------------------------------------


def test_marks_of_utterances_are_filled_as_far_as_the_outlet_carries_them(tree, material):
    cells = section(tree, "how-fully").xpath(".//tbody/tr[1]/td")
    frame = material.fullness.set_index(["outlet", "side"])
    for cell, side in zip(cells, ["line", "islanders", "county"], strict=True):
        row = frame.loc[("post", side)]
        hollow = len(cell.xpath(".//span[@class='out']/i"))
        every = len(cell.xpath(".//span[@class='marks']//i"))
        assert (every, every - hollow) == (row["known"], row["carried"])
        links = cell.xpath(".//a[@class='n']")
        assert sum(len(opened(tree, link)) for link in links) == row["carried"]


def fullness(*rows: tuple[str, float, float, float]) -> pd.DataFrame:
    return pd.DataFrame([
        {"outlet": outlet, "side": "line", "value": value, "low": low, "high": high, "known": 10,
         "carried": round(10 * value), "enough": True}
        for outlet, value, low, high in rows
    ])  # fmt: skip


def test_who_carries_most_is_said_only_where_intervals_do_not_touch(event, material):
    page = Page(event, material)
    clear = fullness(("post", 0.8, 0.7, 0.9), ("strait", 0.3, 0.2, 0.4))
    close = fullness(("post", 0.8, 0.4, 0.9), ("strait", 0.3, 0.2, 0.5))
    assert carrying.say_who_carries_most(page, clear, ["line"]) == (
        "Of what the ferry company said, The Rowan Post carries most: 8 of 10 utterances."
    )
    assert carrying.say_who_carries_most(page, close, ["line"]) == (
        "Which outlet carries most of what the ferry company said is too close to say."
    )


def test_too_few_utterances_make_no_lead(event, material):
    page = Page(event, material)
    few = fullness(("post", 0.8, 0.8, 0.8), ("strait", 0.3, 0.3, 0.3)).assign(enough=False)
    assert carrying.say_who_carries_most(page, few, ["line"]) == say(
        "too_few.fully", sides="the ferry company"
    )


# -- where they stand ------------------------------------------------------------------------------


def test_the_lead_of_an_article_names_its_sides_and_opens_the_words(tree):
    row = section(tree, "where-they-speak").xpath(".//tbody/tr[not(@class)]")
    strait = next(r for r in row if words(r).startswith("Sound and Strait"))
    [link] = strait.xpath("./td[2]//a[@class='n']")
    assert words(link) == "The ferry company"
    [sentence] = opened(tree, link)
    assert "Sound Lines scrapped the winter ferry" in sentence


def test_places_by_outlet_are_counts_of_articles(tree):
    table = section(tree, "where-they-speak").xpath(".//details//table")[0]
    rows = [[words(c) for c in tr] for tr in table.xpath(".//tr")]
    assert rows[0] == ["Outlet", "Side", "In the headline", "In the lead", "First quoted",
                       "Last quoted", "Top to end"]  # fmt: skip
    assert all(" of " in cell or not cell for row in rows[1:] for cell in row[2:6])


# -- at arm's length -------------------------------------------------------------------------------


def test_a_word_in_marks_says_who_speaks_near_and_who_prints_it_too(tree, event, material):
    [row] = section(tree, "in-scare-quotes").xpath(".//li")
    assert "seasonal rest" in words(row)
    assert words(row.xpath("./span")[-1]) == (
        "near a quote of Greta Holm; not printed by another outlet that we read"
    )
    frame = material.scare_quotes.assign(kind="word", speaker_near=pd.NA, elsewhere="post;correo")
    from toolkit.show.distancing import scare_quotes

    made = scare_quotes(Page(event, replace(material, scare_quotes=frame)))
    [row] = made.data["rows"]
    assert row.name == "seasonal rest"
    assert row.more["remark"] == "no speaker near; printed by 2 other outlets too"


# -- how speech is introduced ----------------------------------------------------------------------


def test_verbs_open_their_sentences_and_quotes_without_a_verb_have_a_column(tree):
    part = section(tree, "how-speech-is-introduced")
    assert words(part.xpath(".//thead//th")[-1]) == "No verb"
    row = next(r for r in part.xpath(".//tbody/tr") if words(r).startswith("The islanders"))
    [claimed] = [a for a in row.xpath(".//a[@class='n']") if words(a) == "claimed"]
    [sentence] = opened(tree, claimed)
    assert "He claimed the company had" in sentence
    [without] = opened(tree, row.xpath("./td[last()]//a[@class='n']")[0])
    assert "My daughter’s school" in without


def test_an_outlet_whose_language_is_not_read_is_unknown_and_not_silent(event, material, tmp_path):
    """Its rows say so wherever else they would say that nothing was found."""
    foreign = replace(event, articles=tuple(
        replace(a, language="fi") if a.outlet == "correo" else a for a in event.articles
    ))  # fmt: skip
    frames = {name: getattr(material, name) for name in ("quotes", "mentions", "framing")}
    left = {name: frame[frame["outlet"] != "correo"] for name, frame in frames.items()}
    aligned = material.utterances[material.utterances["outlet"] != "correo"]
    made = report(foreign, tmp_path / "f.html", tables=count(foreign, **left, aligned=aligned))
    page = html.fromstring(made.read_text(encoding="utf8"))
    for name in ("who-speaks", "where-they-speak", "how-fully", "what-things-are-called"):
        rows = section(page, name).xpath(".//table[1]/tbody/tr[@role='row']")
        told = [words(r) for r in rows if "El Correo" in words(r)]
        assert told and all("not read" in row for row in told), name


# -- not found here --------------------------------------------------------------------------------

ABSENT = {
    "kind": "voice", "item": "petra-quill", "outlet": "strait", "value": 2.0, "low": 2, "high": 2,
    "n": 2, "doubt": "reading", "enough": True, "evidence": "post-1-q007;post-2-q001",
    "text": "Petra Quill", "outlets": "post;correo", "articles": 1, "side": "county",
    "partial": False, "p": 0.95,
}  # fmt: skip


def absent(event, material, *rows: dict[str, object]):
    frame = pd.DataFrame([{**ABSENT, **row} for row in rows])
    empty = material.findings.iloc[:0]
    return missing.not_found_here(Page(event, replace(material, absences=frame, findings=empty)))


def told(made) -> list[str]:
    return [found.told for group in made.data["findings"] for found in group.found]


def test_an_absence_is_said_of_the_articles_at_hand_and_how_sure(event, material):
    made = absent(event, material, {})
    assert str(made.finding) == (
        "One voice that most outlets have was not found in the articles that we have from one or "
        "more of the others."
    )
    assert told(made) == [
        "No quote found in the article that we have from Sound and Strait Weekly Advertiser; one "
        "or more in all of the 2 other outlets. (sure, 95%)"
    ]


def test_an_absence_from_an_article_that_may_be_a_part_says_so(event, material):
    [sentence] = told(absent(event, material, {"partial": True, "value": 1.0}))
    assert "in 1 of the 2 other outlets. Of Sound and Strait Weekly Advertiser we may" in sentence


def test_an_unsure_absence_is_not_listed(event, material):
    made = absent(event, material, {"p": 0.6})
    assert str(made.finding) == say("nothing.absences") and not made.data


def test_where_a_voice_is_missing_its_statements_are_not_listed_too(event, material):
    statement = {"kind": "utterance", "item": "u3", "text": "A lifeline is not a line"}
    assert len(told(absent(event, material, statement))) == 1
    assert len(told(absent(event, material, {}, statement))) == 1
    made = absent(event, material, {}, {**statement, "outlet": "correo"})
    assert str(made.finding).startswith("One voice and one statement that most outlets have were")


def test_one_outlet_alone_lacks_nothing(bare_event, material):
    made = missing.not_found_here(Page(bare_event, material))
    assert str(made.finding) == phrases.say("one_outlet.absent")
