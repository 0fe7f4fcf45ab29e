"""What a person or a broken disk may hand in: each is a clear message, and nothing else is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.gather.event import event_ids


def failure_of(event: Path) -> tuple[str, str, str]:
    (failure,) = tk.load_event(event).failures
    return failure.url, failure.reason, failure.detail


@pytest.mark.parametrize("folder", ["empty", "deep/empty"])
def test_a_folder_without_an_event_file(run, here, folder):
    (here / folder).mkdir(parents=True)
    answer = run("export", folder, "--out", "tables")
    what = f"the folder has no event.yaml; known events: {', '.join(event_ids())}"
    assert (answer.code, answer.err) == (2, f"sidelight: {folder}: {what}\n")
    assert not (here / "tables").exists()


def test_an_unknown_key_of_a_side(run, event):
    file = event / "event.yaml"
    text = file.read_text("utf8")
    line = text.split("\n").index("    label: The owners") + 1
    file.write_text(text.replace("    label: The owners", "    lable: The owners"), "utf8")
    answer = run("report", "saltworks")
    missing = f"event.yaml:{line - 1}: side 'owners': 'label' is missing"
    unknown = f"event.yaml:{line}: side 'owners': 'lable' is not a key (did you mean 'label'?)"
    assert (answer.code, answer.err) == (2, f"sidelight: {missing}\n{unknown}\n")


def test_a_coded_quote_of_an_unknown_side(run, event, root):
    coded = (root / "data" / "events" / "saltworks" / "codings.csv").read_text("utf8")
    (event / "codings.csv").write_text(coded.replace(",owners,", ",ownres,", 1), "utf8")
    answer = run("report", "saltworks")
    assert answer.code == 2
    what = "side 'ownres' is not known to event 'saltworks' (did you mean 'owners'?)"
    assert answer.err.startswith("sidelight: codings.csv:")
    assert answer.err.endswith(f": {what}\n")


@pytest.mark.slow
def test_a_last_line_cut_off_is_a_failure_and_the_other_articles_stay(run, event, here):
    file = event / "articles.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:-300])
    lost = json.loads(whole.splitlines()[-1])
    answer = run("export", "saltworks", "--out", "tables")
    assert answer.code == 0
    assert "1 page could not be had: unknown to us, not absent.\n" in answer.err
    assert len(pd.read_csv(here / "tables" / "articles.csv")) == 8
    url, reason, detail = failure_of(event)
    assert (url, reason) == (lost["requested"], "truncated")
    assert detail.startswith('articles.jsonl:9: the line is cut off (\'{"article_id": ')
    assert detail.endswith("'); fetch the page again")


def test_a_line_damaged_in_the_middle_is_an_error_that_changes_nothing(run, event):
    file = event / "articles.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    lines[2] = b'{"article_id": "x", "outl\n'
    file.write_bytes(b"".join(lines))
    answer = run("export", "saltworks", "--out", "tables")
    what = 'the line is damaged: it is no JSON object (\'{"article_id": "x", "outl\')'
    cure = "restore the file, or delete the line and fetch again"
    assert answer.code == 2
    assert answer.err == f"sidelight: articles.jsonl:3: {what}; {cure}\n"
    assert file.read_bytes() == b"".join(lines)


def test_a_duplicate_is_refused_and_named(run, event):
    first = tk.load_event(event).articles[0]
    before = (event / "articles.jsonl").read_bytes()
    words = ("add", "saltworks", "-", "--outlet", first.outlet, "--title", "Again")
    answer = run(*words, pasted=first.text.encode())
    what = f"the event already has this article as {first.article_id} (same text)"
    assert answer.code == 2
    assert answer.err == f"sidelight: pasted text: Again: {what}; it was not added again\n"
    assert (event / "articles.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "content", "reason", "detail"),
    [
        ("a.html", b"", "empty", "the page has no bytes but white space"),
        ("a.txt", b"", "empty", "the text holds no line of prose"),
        (
            "a.html",
            b"<!doctype html><title>Contact</title><p>Write to us.</p>",
            "not_an_article",
            "3 words were found; an article has 30 or more",
        ),
        (
            "a.txt",
            b"\x81\x8d\x8f\x90\x9d\x00\x01\x02",
            "bad_encoding",
            "the bytes are no text in UTF-8, UTF-16 or Windows-1252",
        ),
        (
            "a.pdf",
            b"%PDF-1.7 and more",
            "not_html",
            "this is a PDF file; copy its words and add them as text",
        ),
    ],
    ids=["empty page", "empty text", "page without article", "no encoding", "pdf"],
)
def test_what_is_no_article_is_kept_as_a_failure(run, event, here, name, content, reason, detail):
    (here / name).write_bytes(content)
    answer = run("add", "saltworks", name)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == f"failed  {name}: {reason}: {detail}\n"
    assert failure_of(event) == (name, reason, detail)
    assert len(tk.load_event(event).articles) == 9


def test_a_failure_goes_when_the_same_file_can_be_read(run, event, here):
    (here / "a.txt").write_bytes(b"")
    assert run("add", "saltworks", "a.txt").code == 1
    (here / "a.txt").write_text("The works will close in April, the company said.")
    assert run("add", "saltworks", "a.txt", "--outlet", "tide").code == 0
    assert tk.load_event(event).failures == ()


def test_one_stray_mark_costs_no_quote_of_the_paragraphs_beside_it(run, event, here):
    said = '"The gates stay shut," Ida Falk said.\n\n{}\n\n"We will not sell," Ana Ruiz said.\n'
    counts = []
    for name, middle in (("plain", "The pans were empty."), ("stray", 'The "pans were empty.')):
        (here / f"{name}.txt").write_text(said.format(middle))
        added = run("add", "saltworks", f"{name}.txt", "--outlet", "tide", "--json")
        assert added.code == 0
        article = json.loads(added.out)["added"][0]["article_id"]
        quotes = tk.tabulate_quotes(tk.load_event(event))
        counts.append(quotes[quotes["article_id"] == article][["content", "side"]].values.tolist())
    kept = [["The gates stay shut,", "workers"], ["We will not sell,", "owners"]]
    assert counts == [kept, kept]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_another_encoding_keeps_its_marks(run, event, here, encoding):
    words = "“El cierre no está escrito”, dijo Tomás Ruiz, el capataz, en la puerta de la planta."
    (here / "a.txt").write_bytes(words.encode(encoding))
    answer = run("add", "saltworks", "a.txt", "--outlet", "faro", "--language", "es")
    assert answer.code == 0
    assert tk.load_event(event).articles[-1].text == words


def test_a_page_that_names_the_wrong_encoding_keeps_its_marks(run, event, here):
    words = "“The works will close,” the director said on a grey morning by the estuary. " * 9
    html = f"<html><head><meta charset=utf-8><title>A</title></head><body><p>{words}</p></body>"
    (here / "a.html").write_bytes(html.encode("cp1252"))
    assert run("add", "saltworks", "a.html", "--outlet", "tide").code == 0
    assert tk.load_event(event).articles[-1].text.count("“The works will close,”") == 9


@pytest.mark.slow
def test_an_article_of_200_000_words_is_read_to_its_end(run, here):
    (here / "long").mkdir()
    (here / "long" / "event.yaml").write_text("id: long\ntitle: Long\n")
    paragraph = " ".join(f"Pond {n} was raked and the salt was left to dry." for n in range(91))
    text = "\n\n".join([paragraph] * 200 + ['"The last pan is dry," Ida Falk said.'])
    (here / "long.txt").write_text(text)
    added = run("add", "long", "long.txt", "--outlet", "tide")
    assert added.code == 0
    assert "(200,208 words)" in added.out
    assert run("export", "long", "--out", "tables").code == 0
    quotes = pd.read_csv(here / "tables" / "quotes.csv")
    assert quotes["content"].iloc[-1] == "The last pan is dry,"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("none.txt",), "none.txt: there is no such file"),
        (("saltworks",), "saltworks: cannot be read (Is a directory)"),
        (
            ("-", "--outlet", "tyde"),
            "outlet 'tyde' is not in outlets.yaml (did you mean 'tide'?); add a block for it",
        ),
        (
            ("-", "--url", "weeklytide"),
            "'weeklytide' is not a web address; it begins with http:// or https://",
        ),
        (
            ("-", "--language", "English"),
            "language 'English' is not a code of two or three letters, as 'en', 'es'",
        ),
    ],
)
def test_what_cannot_be_added_is_wrong_use(run, event, words, message):
    answer = run("add", "saltworks", *words, pasted="The works will close.")
    assert (answer.code, answer.out, answer.err) == (2, "", f"sidelight: {message}\n")
    assert tk.load_event(event).failures == ()


def test_an_unknown_format_is_wrong_use(run, event):
    answer = run("export", "saltworks", "--out", "tables", "--format", "xlsx")
    assert answer.code == 2
    assert "xlsx" in answer.err
    with pytest.raises(tk.UsageError) as caught:
        tk.export_tables(tk.load_event(event), "tables", format="parket")
    what = "format 'parket' is not one of csv, jsonl, parquet (did you mean 'parquet'?)"
    assert str(caught.value) == what


def test_a_folder_that_cannot_be_written_to_is_named(run, event, here):
    (here / "taken").write_text("")
    answer = run("export", "saltworks", "--out", "taken")
    assert (answer.code, answer.err) == (
        2,
        "sidelight: taken: cannot be written to (File exists)\n",
    )


def test_a_place_that_cannot_be_written_is_named_in_one_line(run, event, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied", "locked/saltworks.html")

    monkeypatch.setattr("toolkit.show.report.report", refuse)
    answer = run("report", event)
    assert answer.code == 2
    assert answer.err.strip() == "sidelight: locked/saltworks.html: Permission denied"
