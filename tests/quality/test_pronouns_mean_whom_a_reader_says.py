"""Whom a pronoun means, against a hundred that a person resolved by reading.

The list holds no line to tune on, and so no failure here names its line: only figures are told.
"""

from __future__ import annotations

import pytest
from floors import check
from pronouns import PINNED, Pronoun, answer, answer_given, figures, read_pronouns, text_file

from toolkit.extract.measured import fingerprint
from toolkit.model import Quote, Span

TEXT = "“It rains,” she said. “It pours,” they said. Nobody minded."
SHE, THEY, NOBODY = (
    Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in ("she", "they", "Nobody")
)


@pytest.mark.quality
@pytest.mark.slow
def test_pronouns_of_english_news_keep_their_floor(corpora):
    pronouns = read_pronouns(PINNED)
    files = {p.article_id: text_file(corpora, p.article_id) for p in pronouns}
    missing = [file for file in files.values() if not file.is_file()]
    if missing:
        pytest.skip(f"{len(missing)} of the articles are not there, as {missing[0]}")

    def read(article: str) -> str:
        return files[article].read_bytes().decode("utf8")

    told = figures(list(answer(pronouns, read)), list(answer_given(pronouns, read)))
    check("pronouns", told, fingerprint([*files.values()], corpora))


def test_a_pronoun_nobody_asked_about_is_wrong_and_told_apart():
    told = figures(ask({"Lena Ortiz": SHE, "the Reyes family": THEY, "Ana Park": NOBODY}))
    assert (told["right_of_all"], told["right_of_asked"], told["not_asked"]) == (33.3, 50.0, 33.3)


def test_naming_nobody_is_not_right():
    [she, they] = ask({"Lena Ortiz": SHE, "the Reyes family": THEY})
    assert she.right and not they.right and they.asked and they.speaker is None


def ask(names):
    pronouns = [Pronoun("a", span, name) for name, span in names.items()]
    return list(answer(pronouns, lambda article: TEXT, find=read_two_quotes))


def read_two_quotes(text):
    """A reader that knows who "she" is, and not who "they" are."""
    rain, pour = (Span(text.index(w), text.index(w) + len(w)) for w in ("It rains,", "It pours,"))
    return [
        Quote("direct", (rain,), source=SHE, speaker="Ms. Ortíz"),
        Quote("direct", (pour,), source=THEY),
    ]
