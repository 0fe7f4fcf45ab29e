"""The report: self-contained, escaped, every number a way to sentences, absence with care."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import ferry
import pandas as pd
import pytest
from ferry_frames import empty_material, make_material
from lxml import etree, html

from toolkit.model import Actor, Side, fingerprint
from toolkit.show import speaking
from toolkit.show.phrases import say
from toolkit.show.report import SECTIONS, render_report, report
from toolkit.show.sections import Page

VOID = re.compile(r"<(meta|link|img|br|hr|input)\b[^>]*>")


@pytest.fixture(scope="module")
def page(event, material, tmp_path_factory) -> str:
    path = report(event, tmp_path_factory.mktemp("show"), tables=material)
    assert path.name == "ferry.html"
    return path.read_text(encoding="utf8")


@pytest.fixture(scope="module")
def whole(event, material) -> str:
    """The page before it is made smaller for the file."""
    return str(render_report(event, material))


@pytest.fixture(scope="module")
def tree(page):
    return html.fromstring(page)


def section(tree, name: str):
    return tree.xpath(f"//section[@id='{name}']")[0]


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_nothing_is_asked_of_anybody_else(page, tree):
    loaded = tree.xpath("//script/@src | //link/@href | //img/@src | //iframe/@src | //source/@src")
    assert all(address.startswith("data:") for address in loaded)
    assert not tree.xpath("//script | //iframe | //object | //embed | //base")
    assert not re.search(r'url\((?!#|"data:)|@import', "".join(tree.xpath("//style/text()")))
    kept = {a for a in re.findall(r"url\(([^)]*)\)", page) if not a.startswith('"data:image/svg')}
    assert kept <= {f"#hatch-{n}" for n in range(1, 7)}
    outside = [a for a in tree.xpath("//a/@href") if not a.startswith("#")]
    assert set(outside) == {a.url for a in ferry.ARTICLES}


def test_every_link_within_the_file_has_its_place_and_every_id_is_one(tree):
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [
        a[1:]
        for a in tree.xpath("//*[local-name()='a' or local-name()='use']/@href")
        if a[0] == "#"
    ]
    assert set(inside) <= set(ids)


def test_the_page_is_well_formed(whole):
    """HTML is forgiving; closing what was opened is checked as if it were XML."""
    body = VOID.sub(lambda m: m.group().rstrip("/>") + "/>", whole.replace("<!DOCTYPE html>", ""))
    etree.fromstring(body.replace("&nbsp;", " ").encode())


def test_the_file_is_smaller_than_the_page_and_reads_alike(whole, page, tree):
    def nodes(root):
        return [(e.tag, dict(e.attrib), words(e)) for e in root.iter()]

    assert len(page) < 0.95 * len(whole)
    assert nodes(tree) == nodes(html.fromstring(whole))


def test_every_number_opens_sentences(tree):
    for link in tree.xpath("//a[@class='n']"):
        target = tree.xpath(f"//*[@id='{link.get('href')[1:]}']")[0]
        kind = target.get("class") or ""
        if kind == "pick":
            chosen = target.get("id").removeprefix("quotes-")
            listed = section(tree, "how-sure-are-we").xpath(f".//tr[@class='{chosen}']")
            assert len(listed) == int(words(link))
        elif "panel" in kind or kind == "all":
            sentences = target.xpath(
                ".//li/a | .//td[@class='sl-text'] | .//div[@class='beside']/a"
            )
            assert sentences and all(words(s) for s in sentences), words(link)
        else:
            opens = "sl-sheet" in kind or "sl-par" in kind or "readings" in kind
            assert opens, (words(link), target.tag, kind)


def test_all_quotes_of_an_outlet_are_those_of_its_sides_each_once(tree, material):
    for group in section(tree, "who-speaks").xpath(".//div[@class='all']"):
        number = int(words(tree.xpath(f"//a[@href='#{group.get('id')}']")[0]))
        opened = [a.get("href")[1:] for a in group.xpath(".//li/a")]
        assert len(opened) == len(set(opened)) == number
        outlets = material.quotes.set_index("quote_id").loc[opened, "outlet"]
        assert outlets.nunique() == 1


def test_a_panel_of_one_outlet_names_it_once(tree):
    row = section(tree, "who-speaks").xpath(".//tr[@class='opened']")[0]
    assert [words(span) for span in row.xpath(".//ul[@class='one']/li/span[1]")][:2] == [
        "5 Oct"
    ] * 2


def test_a_share_opens_exactly_its_quotes(tree):
    row = section(tree, "who-speaks").xpath(".//tbody/tr[not(contains(@class,'opened'))]")[0]
    share = next(a for a in row.xpath(".//a[@class='n']") if a.text == "21%")
    panel = tree.xpath(f"//*[@id='{share.get('href')[1:]}']")[0]
    assert words(panel.xpath("./p/b")[0]) == "The Rowan Post, the islanders: 21% of quoted words"
    said = [words(a) for a in panel.xpath(".//li/a")]
    assert len(said) == 2 and "Nobody rang us" in said[0] and "on the other side" in said[1]


def test_every_quote_can_be_found_in_the_marked_articles(tree, material):
    for quote_id in material.quotes["quote_id"]:
        assert tree.xpath(f"//article//*[@id='{quote_id}']")
        assert tree.xpath(f"//li[@id='note-{quote_id}']")


def test_what_an_outlet_wrote_never_becomes_markup(tmp_path):
    evil = '<script>alert("x")</script>'
    text = ferry.STRAIT.replace("Islanders were left", f"Islanders {evil} were left", 1)
    articles = tuple(
        replace(a, text=text, text_sha256=fingerprint(text), title=evil)
        if a.article_id == "strait-1"
        else a
        for a in ferry.ARTICLES
    )
    event = replace(ferry.EVENT, title=f"Ferry {evil}", articles=articles)
    made = report(event, tmp_path / "evil.html", tables=make_material(event))
    page = made.read_text(encoding="utf8")
    assert "<script" not in page and "&lt;script&gt;" in page


def test_the_sections_stand_in_their_order(tree):
    titles = [words(h) for h in tree.xpath("//section[contains(@class,'sec')]//h2")]
    assert titles[0] == "What all tell" and titles[-1] == "What this cannot show"
    assert len(titles) == len(SECTIONS)
    assert [words(a) for a in tree.xpath("//nav//a")] == [*titles, "The articles, marked"]


def test_headings_descend_by_one_and_headers_have_a_scope(tree):
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels))
    assert all(th.get("scope") for th in tree.xpath("//th"))
    assert tree.get("lang") == "en"


def test_what_failed_is_unknown_and_what_was_not_found_is_not_silence(tree):
    read = words(section(tree, "what-was-read"))
    assert "4 articles from 3 outlets" in read
    assert "The Gull Could not be read. 1 page: it asks for a subscription (HTTP 402)." in read
    assert "unknown to us, not absent" in read
    assert "Beacon Online Nothing found." in read
    assert "ignored" not in words(tree) and "bias" not in words(tree)


def test_foreign_words_carry_their_language(tree):
    spanish = [words(e) for e in tree.xpath("//*[@lang='es']")]
    assert "El barco de invierno se detiene" in spanish
    assert any(w.startswith("«Hemos mantenido") for w in spanish)


def test_cells_name_their_outlet_for_small_screens(tree):
    cells = section(tree, "the-same-words").xpath("./div/table/tbody/tr[1]/td")
    assert [words(c.xpath("./span[@class='key']")[0]) for c in cells] == [
        "The Rowan Post", "Sound and Strait Weekly Advertiser", "El Correo",
    ]  # fmt: skip


def test_a_grouping_can_be_overruled_by_a_line_to_copy(tree, material):
    panel = section(tree, "the-same-words").xpath(".//div[@class='panel']")[0]
    lines = [words(code) for code in panel.xpath(".//details[summary='Is this right?']//code")]
    utterance = panel.get("id").removeprefix("same-")
    rows = material.utterances[material.utterances["utterance_id"] == utterance]
    fullest, *others = rows["quote_id"]
    same = f"sidelight same ferry {fullest}"
    assert lines == [*(f"{same} {other} --not" for other in others), f"{same} ID"]
    assert set(tree.xpath("//details[summary='Why?']/small/text()")) == {
        f"id: {quote_id}" for quote_id in material.quotes["quote_id"]
    }


def test_under_five_quotes_there_is_no_share(tree):
    rows = section(tree, "who-speaks").xpath(".//table[contains(@class,'voice')]/tbody/tr")
    row = next(r for r in rows if words(r).startswith("El Correo"))
    assert "Too few for shares." in words(row) and "%" not in words(row)
    assert "11 words" in words(row)


def voice(**sides: tuple[float, float, float]) -> pd.DataFrame:
    return pd.DataFrame([
        {"outlet": "post", "side": s, "value": v, "low": low, "high": high, "enough": True}
        for s, (v, low, high) in sides.items()
    ])  # fmt: skip


def test_a_lead_is_named_only_where_intervals_do_not_overlap():
    order = ["line", "islanders"]
    apart = voice(line=(0.7, 0.6, 0.8), islanders=(0.3, 0.2, 0.4))
    touching = voice(line=(0.6, 0.4, 0.8), islanders=(0.4, 0.3, 0.45))
    assert speaking.find_leads(apart, order) == {"post": "line"}
    assert speaking.find_leads(touching, order) == {"post": None}
    assert speaking.find_leads(apart.assign(enough=False), order) == {}


def test_no_side_can_not_lead(event, material):
    frame = voice(line=(0.2, 0.1, 0.3), none=(0.8, 0.7, 0.9))
    frame["outlet"] = "post"
    page = Page(event, replace(material, voice=frame))
    told = speaking.say_who_leads(page)
    assert told.startswith(
        "The most quoted words go, of the sides, to the ferry company in The Rowan Post."
    )
    assert "there are too few quotes" in told


def test_what_cannot_be_shown_is_written_from_the_data(event, material, tree, tmp_path):
    told = words(section(tree, "what-this-cannot-show"))
    assert "All that The Gull wrote." in told
    assert "One of the four, The Rowan Post of 8 Oct, is opinion" in told
    assert "The articles run from 48 to" in told
    assert "separate tellings" not in told
    assert "How sure we are of quotes in Spanish is borrowed from English news" in told
    copied = pd.DataFrame([{"article_a": "post-1", "article_b": "strait-1", "shared_words": 90,
                            "share_a": 0.6, "share_b": 0.9, "kind": "copied"}])  # fmt: skip
    news = replace(
        event, articles=(event.article("post-1"), event.article("strait-1")), failures=()
    )
    made = report(news, tmp_path / "n.html", tables=make_material(news, shared=copied))
    told = words(section(html.parse(str(made)).getroot(), "what-this-cannot-show"))
    assert "Two separate tellings." in told and "There are nearer one." in told
    assert "opinion" not in told and "could not be read" not in told
    assert "borrowed" not in told


def test_an_event_without_sides_concepts_days_or_quotes_is_still_told(bare_event, tmp_path):
    made = report(bare_event, tmp_path / "bare.html", tables=empty_material(bare_event))
    tree = html.parse(str(made)).getroot()
    assert "1 article from 1 outlet" in words(tree)
    assert "One outlet alone: there is nothing to agree with." in words(tree)
    assert words(tree).count(say("absent")) >= 3
    assert not [
        a for a in tree.xpath("//a/@href") if a[0] == "#" and not tree.xpath(f"//*[@id='{a[1:]}']")
    ]


def test_quotes_without_sides_are_counted_under_no_side(event, tmp_path):
    bare = replace(event, sides=(), concepts=())
    made = report(bare, tmp_path / "x.html", tables=make_material(bare))
    told = words(section(html.parse(str(made)).getroot(), "who-speaks"))
    assert "names no sides" in told


def test_many_sides_and_outlets_become_blocks(event, material, tmp_path):
    more = (
        *event.sides,
        *(Side(f"s{n}", f"Side {n}", (Actor(f"a{n}", f"Person {n}"),)) for n in range(3)),
    )
    made = report(replace(event, sides=more), tmp_path / "many.html", tables=material)
    tree = html.parse(str(made)).getroot()
    assert "many" in section(tree, "who-speaks").get("class")


def test_the_same_event_gives_the_same_bytes(event, material, page, tmp_path):
    again = report(event, tmp_path / "again.html", tables=material)
    assert again.read_text(encoding="utf8") == page


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_and_edges_stand_out():
    from toolkit.show import palette

    for ground in (palette.PAPER, palette.WASH, *(look.tint for look in palette.LOOKS)):
        assert contrast(palette.INK, ground) > 7
    assert contrast(palette.MUTED, palette.PAPER) > 5.7
    for look in (*palette.LOOKS, palette.NO_SIDE):
        assert contrast(look.edge, palette.PAPER) > 3, look
        assert contrast(look.edge, look.tint) > 3, look


def test_shared_copy_says_where_it_came_from_and_shows_both_texts(event, tmp_path):
    copy = (
        "The ferry between the two islands will make its last crossing at the end of May after "
        "three years of losses, and the crew of twelve was told so on the quay on Thursday. "
        "Passengers will be taken over the northern bridge in two buses until the autumn."
    )
    first, second = event.article("post-1"), event.article("strait-1")
    news = replace(
        event,
        articles=(
            replace(first, text=f"ROWAN (Reuters) - {copy}"),
            replace(second, text=copy.replace("twelve", "a dozen")),
        ),
        failures=(),
    )
    made = report(news, tmp_path / "copy.html", tables=empty_material(news))
    part = section(html.parse(str(made)).getroot(), "shared-copy")
    panel = part.xpath(".//div[@class='panel']")[0]
    assert "credits Reuters in its dateline (“ROWAN (Reuters) -”)" in words(part)
    both = [words(a) for a in panel.xpath(".//div[@class='beside']/a")]
    assert len(both) == 2 and "twelve" in "".join(both) and "a dozen" in "".join(both)
    marked = [words(m) for m in panel.xpath(".//*[@class='same']")]
    assert marked and not any("dozen" in m or "twelve" in m or "Reuters" in m for m in marked)
