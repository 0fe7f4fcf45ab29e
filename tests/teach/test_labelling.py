"""The form writes what was answered and nothing else; a browser test presses its buttons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import toolkit as tk
from toolkit.errors import UsageError
from toolkit.gather.archive import save_article
from toolkit.gather.decisions import load_decisions
from toolkit.model import Event

FILE = "id: quay\ntitle: The quay\nconcepts:\n- {id: c, label: It, terms: [closure]}\n"
TEXT = "The closure of <the> quay & pier was told. A shutdown it is, and a shutdown is a shutdown."


@pytest.fixture
def event(tmp_path: Path) -> Event:
    (tmp_path / "event.yaml").write_text(FILE, encoding="utf8")
    article = tk.read_text(TEXT, title="Quay", outlet="tide")
    save_article(tmp_path, replace(article, article_id="tide-1"))
    return tk.load_event(tmp_path)


def suggestion(labels: str, words: str, sentence: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "kind": "concept", "id": "c", "name": "It", "head": labels, "labels": labels, "n": 1,
        "outlets": "tide", "score": 1.0, "reason": "near", "sentence": sentence,
        "article_id": "tide-1", "start": start, "end": start + len(words), "accept": None,
    }  # fmt: skip


@pytest.fixture
def form(event: Event) -> Any:
    first, _, second = TEXT.partition(". ")
    rows = [
        suggestion("shutdown; halt", "shutdown", second),
        suggestion("pier", "pier", first + "."),
    ]
    return tk.label_form(event, table=pd.DataFrame(rows), who="ann")


def press(form: Any, number: int, answer: str) -> None:
    form.children[1].children[number].children[2].value = answer


def save(form: Any) -> str:
    form.children[2].click()
    return str(form.children[3].value)


def test_the_words_are_bold_in_their_sentence_and_marks_stay_marks(form: Any) -> None:
    told = [row.children[0].value for row in form.children[1].children]
    assert "A <b>shutdown</b> it is" in told[0]
    assert "&lt;the&gt; quay &amp; <b>pier</b> was told" in told[1]


def test_saved_answers_leave_the_form_and_later_ones_stay(form: Any, event: Event) -> None:
    press(form, 0, "yes")
    form.children[1].children[0].children[1].value = "shutdown"  # "halt" was deleted
    assert "Saved: 1 accepted, 0 rejected" in save(form)
    assert form.event.concepts[0].terms == ("closure", "shutdown")
    assert len(form.children[1].children) == 1
    press(form, 0, "no")
    assert "Saved: 0 accepted, 1 rejected" in save(form)
    assert [(d.label, d.decision, d.who) for d in load_decisions(event.folder)] == [
        ("shutdown", "yes", "ann"), ("pier", "no", "ann"),
    ]  # fmt: skip
    assert "Nothing is suggested" in form.children[1].children[0].value


def test_without_an_answer_nothing_is_written(form: Any, event: Event) -> None:
    assert "press Yes or No in a row first" in save(form)
    assert (event.folder / "event.yaml").read_text("utf8") == FILE


def test_a_file_that_was_broken_meanwhile_is_told_and_the_answers_stay(
    form: Any, event: Event
) -> None:
    (event.folder / "event.yaml").write_text(FILE.replace("id: c,", "id: d,"), encoding="utf8")
    press(form, 0, "yes")
    assert "Nothing was written. event.yaml:3: there is no concept &#x27;c&#x27;" in save(form)
    assert form.answers["accept"].tolist() == ["yes", "later"]
    assert load_decisions(event.folder) == ()


def test_an_event_without_a_file_has_nothing_to_fill_in(event: Event) -> None:
    with pytest.raises(UsageError, match="not loaded from a folder"):
        tk.label_form(replace(event, folder=None))


def test_when_nothing_is_left_to_ask_the_form_says_so(event: Event) -> None:
    form = tk.label_form(event, table=tk.suggest_labels(replace(event, articles=())))
    assert "Nothing is suggested" in form.children[1].children[0].value
