"""One article, one utterance: marked, escaped, and readable without colour."""

from __future__ import annotations

from dataclasses import replace

import ferry
import pandas as pd
import pytest
from ferry_frames import make_material
from lxml import html

from toolkit import tables
from toolkit.errors import UsageError
from toolkit.extract.quotation import find_quotes
from toolkit.model import Mention, Quote, Span
from toolkit.show import palette, views, wording
from toolkit.show.marking import Mark, mark_up
from toolkit.show.reading import prepare_reading


def tree_of(shown):
    return html.fromstring(str(shown))


def text_of(element) -> str:
    for note in element.xpath(".//sup"):
        note.getparent().text = note.getparent().text or ""
    return "".join(t for t in element.itertext())


def test_marks_that_cross_are_closed_and_opened_again():
    marks = [Mark(Span(0, 6), "a"), Mark(Span(4, 9), "b")]
    expected = '<span class="a">The <span class="b">bo</span></span><span class="b">at </span>sails'
    assert str(mark_up("The boat sails", marks)) == expected


def test_marks_with_one_start_nest_the_longest_outside():
    marks = [Mark(Span(0, 3), "short"), Mark(Span(0, 8), "long")]
    assert str(mark_up("The boat", marks)).startswith('<span class="long"><span class="short">')


def test_every_character_of_the_article_is_printed_once_and_in_order(event, material):
    for article in event.articles:
        found = prepare_reading(article, material.quotes, material.mentions, event)
        for paragraph, expected in zip(found.paragraphs, article.text.split("\n\n"), strict=True):
            tree = html.fromstring(f"<p>{paragraph.words}</p>")
            for note in tree.xpath("//sup"):
                note.drop_tree()
            assert tree.text_content() == expected


def test_each_quote_has_a_note_with_speaker_verb_doubt_and_method(event, material):
    article = event.article("post-1")
    tree = tree_of(views.reading(article, material.quotes, material.mentions, event))
    notes = [" ".join(li.text_content().split()) for li in tree.xpath("//li[@id]")]
    assert len(notes) == 9
    assert "Greta Holm, The ferry company indirect, “added” · likely, 78%" in notes[2]
    assert "Why? How pronoun" in notes[2]
    assert "no verb · likely, 71%" in notes[4]
    assert "unsure, 55%" in notes[5] and "Please check" in notes[5]


def told_of(quote_id: str, quotes, event) -> dict[str, str]:
    """What a quote's view says, by the terms of its list."""
    tree = tree_of(views.quote(quote_id, quotes, event))
    terms, told = tree.xpath("//dl/dt"), tree.xpath("//dl/dd")
    return {t.text_content(): d.text_content() for t, d in zip(terms, told, strict=True)}


def as_found(article, event) -> pd.DataFrame:
    """The quotes table of one article as the program reads it, not as ferry is marked."""
    rows = tables.quote_rows(article, find_quotes(article.text, article.language), event)
    return tables.to_frame(rows, tables.SCHEMAS["quotes"])


def test_a_quote_says_its_rule_its_reasons_its_doubts_and_the_others(event):
    quotes = as_found(event.article("strait-1"), event)
    row = quotes.iloc[0].copy()
    told = told_of(row["quote_id"], quotes, event)
    assert told["How"].startswith("after the words come the speaker and a verb of saying; ")
    assert "it stands in the same sentence" in told["For “Idris Vane”"].split("; ")
    assert told["A quote?"] == wording.how_sure(row["p_quote"])
    assert told["Idris Vane?"] == wording.how_sure(row["p_speaker"])
    quotes["candidates"] = "Idris Vane=0.800;Maud Perrin=0.190;Greta Holm=0.004"
    assert told_of(row["quote_id"], quotes, event)["Or else"] == "Maud Perrin, 19%"
    quotes["speaker"] = pd.NA
    told = told_of(row["quote_id"], quotes, event)
    assert told["Perhaps"] == "Idris Vane, 80%; Maud Perrin, 19%" and "Idris Vane?" not in told


def test_a_quote_that_a_person_coded_has_no_reasons_of_the_program(event):
    quotes = as_found(event.article("strait-1"), event).assign(method="coded_by_hand")
    told = told_of(quotes["quote_id"].iloc[0], quotes, event)
    assert told["How"] == "coded by hand" and not [term for term in told if term.startswith("For")]


def test_a_quote_is_shown_with_its_paragraph_and_the_one_before(event, material):
    article = event.article("post-1")
    shown = tree_of(views.quote("post-1-q004", material.quotes, event))
    paragraphs = [p.text_content()[:12] for p in shown.xpath("//div[@class='sl-par']/p")]
    assert paragraphs == ["“We have run", "Sailings end"]
    assert len(shown.xpath("//*[@id='post-1-q004']")) == 1
    first = tree_of(views.quote("post-1-q001", material.quotes, event))
    assert article.text.startswith(first.xpath("//div[@class='sl-par']/p")[0].text_content()[:8])


def test_an_unknown_quote_is_an_error(event, material):
    with pytest.raises(UsageError, match=r"'post-1-q44' is not in the table \(did you"):
        views.quote("post-1-q44", material.quotes, event)


def test_in_a_reading_each_note_opens_without_a_script(event, material):
    article = event.article("post-1")
    tree = tree_of(views.reading(article, material.quotes, material.mentions, event))
    folds = tree.xpath("//li[@id]//details")
    assert len(folds) == 9 and not tree.xpath("//details[@open]")
    names = tree.xpath("//li[@id]//summary/@aria-label")
    assert names == [f"Why? quote {n}" for n in range(1, 10)]


def test_an_article_in_a_language_that_is_not_read_is_shown_all_the_same(event):
    article = replace(event.article("strait-1"), language="fi")
    quote = Quote("direct", (Span(0, 9),), speaker="Maud Perrin", method="x")
    shown = tree_of(views.reading(article, [quote], [], event))
    assert "Maud Perrin" in shown.text_content()


def test_quotes_cues_sources_and_labels_are_told_apart_by_shape(event, material):
    article = event.article("strait-1")
    tree = tree_of(views.reading(article, material.quotes, material.mentions, event))
    assert [b.text_content() for b in tree.xpath("//p//b[@class='sl-source']")][:2] == [
        "Idris Vane",
        "He",
    ]
    assert "admitted" in [i.text_content() for i in tree.xpath("//p//i[@class='sl-cue']")]
    assert "scrapped" in [s.text_content() for s in tree.xpath("//p//span[@class='sl-label']")]
    nested = tree.xpath("//p//span[contains(@class,'sl-side0')]//span[contains(@class,'sl-side1')]")
    assert nested[0].text_content().startswith("It is only five months")
    lines = [look.underline for look in (*palette.LOOKS, palette.NO_SIDE)]
    assert len(set(lines)) == len(lines)


def test_what_an_outlet_wrote_never_becomes_markup():
    text = 'He said <script>alert(1)</script> & "<b>left</b>".'
    article = replace(
        ferry.ARTICLES[0], text=text, title="<script>x</script>", url="javascript:alert(1)"
    )
    quote = Quote("direct", (Span(8, 33),), speaker='<img src=x onerror="y">', method="<i>")
    mention = Mention(Span(0, 2), concept="stop")
    shown = str(views.reading(article, [quote], [mention], ferry.EVENT))
    assert "<script" not in shown and "<img" not in shown and "<b>left" not in shown
    assert "javascript:" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_a_text_in_another_language_says_so(event, material):
    article = event.article("correo-1")
    tree = tree_of(views.reading(article, material.quotes, material.mentions, event))
    assert set(tree.xpath("//div[@class='sl-par']/p/@lang")) == {"es"}


def test_an_article_without_quotes_is_shown_as_it_is(event, material):
    article = event.article("post-2")
    empty = material.quotes.iloc[:0]
    tree = tree_of(views.reading(article, empty, material.mentions, event))
    assert not tree.xpath("//ol") and "islands are surrounded" in tree.text_content()


def test_side_by_side_strikes_what_was_cut_and_puts_a_translation_beside(event, material):
    shown = tree_of(views.side_by_side("u1", material.utterances, material.quotes, event))
    rows = shown.xpath("//tbody/tr")
    assert [r.xpath("string(th/b)") for r in rows] == [
        "The Rowan Post", "Sound and Strait Weekly Advertiser", "El Correo",
    ]  # fmt: skip
    assert "we cannot ask the summer" in rows[1].xpath("string(.//del)")
    assert rows[1].xpath("string(td[3])").strip().endswith("admitted")
    assert rows[2].xpath(".//span[@lang='es']") and rows[2].xpath(".//span[@lang='en']")


def test_side_by_side_takes_a_table_made_by_hand(event, material):
    kept = ["quote_id", "article_id", "outlet", "kind", "content", "speaker"]
    by_hand = material.quotes[kept]
    shown = views.side_by_side("u1", material.utterances, by_hand, event)
    assert "not named here" in str(shown._repr_html_())


def test_an_unknown_utterance_is_an_error(event, material):
    with pytest.raises(UsageError, match="utterance 'u99' is not in the table"):
        views.side_by_side("u99", material.utterances, material.quotes, event)


def test_the_alt_text_of_each_view_holds_its_main_number(event, material):
    from toolkit.compare import measures

    shares = views.voice(event, frame=material.voice)
    assert "Highest: the ferry company in The Rowan Post, 36%" in shares.alt
    found = measures.utterances(event, quotes=material.quotes, aligned=material.utterances)
    assert "2 utterances" in views.utterances(event, frame=found).alt
    assert "with 6." in views.labels(event, frame=material.labels).alt


def test_a_view_of_an_event_without_quotes_is_a_figure_too(event):
    empty = make_material(replace(event, articles=()))
    figure = views.voice(replace(event, articles=()), frame=empty.voice)
    assert "too few quotes" in figure.alt and "<figure" in figure._repr_html_()


def test_parts_of_an_interrupted_quote_keep_their_own_marks(event, material):
    quotes = material.quotes.copy()
    article = event.article("post-1")
    first, last = (ferry.place(article.text, w) for w in ("Sailings end", "3 November."))
    row = quotes.iloc[0].copy()
    row["kind"], row["spans"] = "direct", f"{first};{last}"
    from toolkit.show.versions import shown_words

    assert shown_words(row, article.text, "en") == "“Sailings end” “3 November.”"
    assert shown_words(row, article.text, "es") == "«Sailings end» «3 November.»"


def test_a_changed_contraction_is_printed_once():
    from toolkit.compare.alignment import diff_words
    from toolkit.show.comparing import draw_steps

    steps = diff_words("They say that it is the land they want", "They’re after the land")
    assert str(draw_steps(steps)).count("They’re") == 1


def test_a_figure_says_when_shared_copy_was_counted_once(event, material):
    told = "Shared copy of Post and Gull is counted once, under Post."
    for view, frame in ((views.voice, material.voice), (views.labels, material.labels)):
        once = frame.copy()
        once.attrs["shared"] = told
        assert view(event, frame=once).caption.endswith(told)
        assert "Shared copy" not in view(event, frame=frame).caption
