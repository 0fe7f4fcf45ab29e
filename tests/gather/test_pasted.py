"""Pasted text is as good an input as a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import SENTENCES

from toolkit.errors import PageError
from toolkit.gather.reading import read_text
from toolkit.text import paragraphs

TEXT = "\n\n".join(SENTENCES)


def test_the_first_line_is_the_title_when_it_is_no_sentence() -> None:
    article = read_text(f"Ferry to run all winter\n\n{TEXT}", outlet="tide")
    assert (article.title, article.text) == ("Ferry to run all winter", TEXT)
    assert (article.outlet, article.reader, article.url) == ("tide", "pasted", "")


def test_a_sentence_at_the_start_is_no_title() -> None:
    article = read_text(TEXT)
    assert article.text == TEXT
    assert article.title == SENTENCES[0][:80]


def test_a_title_that_is_given_is_not_a_paragraph_too() -> None:
    article = read_text(f"Ferry to  run\n\n{TEXT}", title="Ferry to run")
    assert (article.title, article.text) == ("Ferry to run", TEXT)


def test_share_counts_and_captions_are_left_out_and_flagged() -> None:
    around = "Ferry to run\n\n0\n1,745\n12 shares\nThe quay on Tuesday. Photo: Harbour office\n\n"
    article = read_text(around + TEXT)
    assert article.text == TEXT
    assert article.flags == ("dropped:number", "dropped:caption")


def test_a_sentence_about_a_photo_stays() -> None:
    line = "The photo shows Oller on the quay, and the photo by her side shows the old boat."
    assert read_text(f"{TEXT}\n\n{line}").text.endswith(line)


def test_single_lines_are_paragraphs() -> None:
    assert read_text("\n".join(SENTENCES)).text == TEXT
    assert read_text("\r\n".join(SENTENCES)).text == TEXT


def test_text_that_was_wrapped_is_joined_again() -> None:
    wrapped = (
        "The harbour board voted on Tuesday to keep the small ferry\n"
        "running through the winter, although the boat loses money\n"
        "on every crossing.\n\n"
        "Two members voted against."
    )
    assert read_text(wrapped).text == (
        "The harbour board voted on Tuesday to keep the small ferry running through the winter, "
        "although the boat loses money on every crossing.\n\nTwo members voted against."
    )


def test_the_language_is_voted_unless_it_is_given() -> None:
    spanish = "La alcaldesa dijo que el barco no se para en todo el invierno, según la junta."
    assert read_text(spanish).language == "es"
    assert read_text(spanish, language="pt").language == "pt"


def test_an_id_is_made_from_the_address_or_else_from_the_text() -> None:
    assert read_text(TEXT, outlet="tide").article_id == read_text(TEXT, outlet="tide").article_id
    assert read_text(TEXT).article_id.startswith("unknown-")
    assert read_text(TEXT, url="http://a.example/x").article_id != read_text(TEXT).article_id


@pytest.mark.parametrize("text", ["", " \n\n", "\0", "120\n\n3,000", "…\n—"])
def test_text_without_prose_is_empty(text: str) -> None:
    with pytest.raises(PageError) as caught:
        read_text(text)
    assert caught.value.reason == "empty"


def test_a_stray_mark_and_200_000_words_do_no_harm() -> None:
    article = read_text("The “board met. " * 70_000 + "\n\nIt ended.")
    assert article.words > 200_000


@given(text=st.text(max_size=300))
def test_any_text_is_an_article_or_empty(text: str) -> None:
    try:
        article = read_text(text)
    except PageError as error:
        assert error.reason == "empty"
    else:
        assert "\n\n\n" not in article.text
        assert len(paragraphs(article.text)) == len(article.text.split("\n\n"))
