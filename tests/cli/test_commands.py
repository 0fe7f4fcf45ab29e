"""Each command does what its help says, answers on stdout, and ends with the promised number."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pandas as pd
import pytest

import toolkit as tk
from toolkit.demo import fetch_sample
from toolkit.show.export import TABLES
from toolkit.tables import SCHEMAS

COMMANDS = (
    "demo", "new", "fetch", "add", "export", "report", "same", "labels", "outlets check", "doctor",
)  # fmt: skip
ARTICLE = "courier/2025/03/28/saltworks-to-close-after-154-years/"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def served(root: Path) -> Iterator[str]:
    """The address of a plain server that holds the sample sites as folders."""
    handler = partial(Quiet, directory=str(root / "data" / "sites"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(run, command):
    answer = run(*command.split(), "--help")
    assert answer.code == 0
    assert f"sidelight {command}" in answer.out.split("Example")[1]


def test_without_a_command_the_help_is_shown_and_that_is_wrong_use(run):
    answer = run()
    assert answer.code == 2
    for command in COMMANDS:
        assert re.search(rf"^  {command.split()[0]}\b", answer.err, re.M)


def test_the_version_is_that_of_the_package(run):
    assert run("--version").out == f"sidelight {tk.__version__}\n"


@pytest.mark.slow
def test_the_demonstration_goes_the_whole_way_and_again(run, here):
    for _ in range(2):
        answer = run("demo", "--out", "shown")
        assert answer.code == 0, answer.err
        assert "Fetched 9 articles of 7 outlets." in answer.err
        assert "Next: open the report" in answer.out
        assert "Ana Ruiz" in (here / "shown" / "saltworks.html").read_text("utf8")
        assert sorted(p.stem for p in (here / "shown" / "tables").iterdir()) == sorted(TABLES)
        assert len(tk.load_articles(here / "shown")) == 9


@pytest.mark.slow
def test_the_demonstration_keeps_an_event_file_that_was_changed(here):
    fetch_sample(here / "shown")
    file = here / "shown" / "event.yaml"
    changed = file.read_text("utf8").replace("The saltworks closure", "My saltworks")
    file.write_text(changed, "utf8")
    assert fetch_sample(here / "shown").title == "The saltworks closure"
    assert (here / "shown" / "event.before.yaml").read_text("utf8") == changed


def test_the_demonstration_does_not_clear_what_is_not_its_own(run, here):
    (here / "event.yaml").write_text("id: mine\ntitle: Mine\n")
    answer = run("demo", "--out", ".")
    assert (answer.code, answer.out) == (2, "")
    what = "the folder holds another event; name another one with --out"
    assert answer.err == f"sidelight: event.yaml: {what}\n"

    (here / "own").mkdir()
    (here / "own" / "articles.jsonl").write_text("{}\n")
    assert run("demo", "--out", "own").code == 2
    assert (here / "own" / "articles.jsonl").read_text() == "{}\n"


def test_a_new_event_is_drafted_from_addresses_and_can_be_reported_at_once(run, here, served):
    urls = (served + ARTICLE, served + "faro/nothing.html")
    answer = run("new", "strike", *urls, "--allow-host", "127.0.0.1", "--json")
    told = json.loads(answer.out)
    assert answer.code == 1
    assert [a["title"][:9] for a in told["articles"]] == ["Saltworks"]
    assert [(f["url"], f["reason"]) for f in told["failures"]] == [(urls[1], "http_404")]
    event = tk.load_event(here / "strike")
    assert "Ida Falk" in [actor.name for actor, _ in event.actors()]
    assert [address.url for address in event.coverage.urls] == list(urls)
    assert event.articles[0].outlet == "127-0-0-1"
    assert run("report", "strike").code == 0
    assert (here / "strike.html").is_file()


def test_a_new_event_goes_where_the_others_are(run, here, served):
    (here / "data" / "events").mkdir(parents=True)
    answer = run("new", "strike", served + ARTICLE, "--allow-host", "127.0.0.1")
    assert answer.code == 0
    assert "name the sides" in answer.out
    assert len(tk.load_event("strike").articles) == 1


def test_a_new_event_without_an_article_can_be_gone_on_with(run, here, served):
    answer = run("new", "strike", served + ARTICLE)  # this host was not allowed
    assert answer.code == 1
    assert "No article came. Try again: sidelight fetch strike" in answer.out
    assert "private_host: 127.0.0.1 leads to the private address" in answer.err
    assert tk.load_event(here / "strike").coverage.urls[0].url == served + ARTICLE
    assert run("fetch", "strike", "--allow-host", "127.0.0.1").code == 0
    assert len(tk.load_event(here / "strike").articles) == 1


def test_a_new_event_takes_its_outlets_from_the_file_that_was_named(run, here, served):
    block = f"harbour:\n  name: Harbour Post\n  home: {served}\n  language: en\n"
    (here / "mine.yaml").write_text(block)
    run("new", "a", served + ARTICLE, "--allow-host", "127.0.0.1", "--outlets", "mine.yaml")
    event = tk.load_event(here / "a")
    assert [o.name for o in event.outlets] == ["Harbour Post"]
    assert event.articles[0].outlet == "harbour"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("My Strike", "http://a.example/b"),
            "'My Strike' is no id for an event; use a-z, 0-9 and -, as 'my-strike'",
        ),
        (
            ("strike", "a.example/b"),
            "'a.example/b' is not a web address; it begins with http:// or https://",
        ),
        (
            ("saltworks", "http://a.example/b"),
            "saltworks/event.yaml is there already; fetch goes on with it, add adds to it",
        ),
    ],
)
def test_a_new_event_that_cannot_be_is_wrong_use(run, event, words, message):
    answer = run("new", *words)
    assert (answer.code, answer.out, answer.err) == (2, "", f"sidelight: {message}\n")


def test_fetching_again_fetches_nothing_twice(run, event):
    before = (event / "articles.jsonl").read_bytes()
    answer = run("fetch", "saltworks", "--json")
    assert answer.code == 0
    assert len(json.loads(answer.out)["articles"]) == 9
    assert (event / "articles.jsonl").read_bytes() == before


def test_a_page_that_cannot_be_had_is_listed_and_ends_with_one(run, here):
    (here / "gone").mkdir()
    yaml = "id: gone\ntitle: Gone\ncoverage:\n  urls: ['https://nowhere.test/a']\n"
    (here / "gone" / "event.yaml").write_text(yaml)
    answer = run("fetch", "gone", "--delay", "0", "--json")
    assert answer.code == 1
    assert [f["reason"] for f in json.loads(answer.out)["failures"]] == ["connection"]
    assert "SIDELIGHT_OFFLINE is set" in answer.err


def test_pasted_text_is_an_article_like_any_other(run, event):
    words = "Works to close\n\n“We had no choice,” said Ana Ruiz, the director.\n"
    added = run("add", "saltworks", "-", "--outlet", "tide", "--json", pasted=words.encode())
    assert added.code == 0
    told = json.loads(added.out)["added"][0]
    assert (told["title"], told["outlet"], told["reader"]) == ("Works to close", "tide", "pasted")
    quotes = tk.tabulate_quotes(tk.load_event(event))
    own = quotes[quotes["article_id"] == told["article_id"]]
    assert own[["content", "side"]].values.tolist() == [["We had no choice,", "owners"]]


def test_a_saved_page_says_itself_where_it_came_from(run, event, root):
    file = sorted((root / "data" / "sites" / "tide" / "2025").rglob("*.html"))[0]
    (event / "articles.jsonl").unlink()
    answer = run("add", "saltworks", file, "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)["added"][0]
    assert told["outlet"] == "tide"
    assert told["url"].startswith("http://weeklytide.example/2025/")
    assert (event / "pages" / f"{told['article_id']}.html.gz").is_file()


def test_two_saved_pages_without_an_address_are_two_articles(run, event):
    for number in ("one", "two"):
        words = f"The works on pond {number} will close in April, the town council said. " * 9
        html = f"<!doctype html><title>Pond {number}</title><article><p>{words}</p></article>"
        assert run("add", "saltworks", "-", "--outlet", "tide", pasted=html).code == 0
    added = tk.load_event(event).articles[-2:]
    assert [a.title for a in added] == ["Pond one", "Pond two"]
    assert len({a.article_id for a in added}) == 2


@pytest.mark.slow
@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_export_writes_every_table(run, event, here, format):
    answer = run("export", "saltworks", "--out", "tables", "--format", format, "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)["tables"]
    assert list(told) == list(TABLES)
    read = {
        "csv": pd.read_csv,
        "jsonl": partial(pd.read_json, lines=True),
        "parquet": pd.read_parquet,
    }[format]
    for table, where in told.items():
        if where["rows"]:
            assert len(read(here / where["path"])) == where["rows"], table
    assert told["articles"]["rows"] == 9
    assert told["failures"]["rows"] == 0
    assert sorted(p.name for p in (here / "tables").iterdir()) == sorted(
        f"{table}.{format}" for table in TABLES
    )


def test_a_table_without_rows_still_has_its_columns(run, here):
    (here / "bare").mkdir()
    (here / "bare" / "event.yaml").write_text("id: bare\ntitle: Bare\n")
    for format, read in (("csv", pd.read_csv), ("parquet", pd.read_parquet)):
        answer = run("export", "bare", "--out", "tables", "--format", format)
        assert answer.code == 0, answer.err
        for table, schema in SCHEMAS.items():
            frame = read(here / "tables" / f"{table}.{format}")
            assert list(frame.columns)[: len(schema)] == list(schema)
            assert len(frame) == 0


@pytest.mark.slow
def test_every_exported_finding_is_said_and_names_quotes_of_the_event(run, event, here):
    run("export", "saltworks", "--out", "tables")
    found = pd.read_csv(here / "tables" / "findings.csv")
    quotes = set(pd.read_csv(here / "tables" / "quotes.csv")["quote_id"])
    assert len(found) > 10
    assert {q for ids in found["evidence"] for q in ids.split(";")} <= quotes
    assert found["sentence"].str.endswith("%)").all()
    assert not found["sentence"].str.contains("ignore|bias|omit|censor").any()


@pytest.mark.slow
def test_an_exported_span_still_points_at_its_words(run, event, here):
    run("export", "saltworks", "--out", "tables", "--format", "parquet")
    texts = {a.article_id: a.text for a in tk.load_event(event).articles}
    mentions = pd.read_parquet(here / "tables" / "mentions.parquet")
    assert len(mentions) > 50
    for row in mentions.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.label


def test_a_report_needs_an_article(run, here):
    (here / "bare").mkdir()
    (here / "bare" / "event.yaml").write_text("id: bare\ntitle: Bare\n")
    answer = run("report", "bare")
    what = "try: sidelight fetch bare, or sidelight add bare FILE"
    assert answer.code == 2
    assert answer.err == f"sidelight: event 'bare' has no articles yet; {what}\n"


def pair_of(event: Path) -> tuple[str, str]:
    """Two quotes of Ana Ruiz in two outlets."""
    quotes = tk.tabulate_quotes(tk.load_event(event))
    hers = quotes[quotes["speaker"] == "Ana Ruiz"].drop_duplicates("outlet")
    return tuple(hers["quote_id"].iloc[:2])


@pytest.mark.slow
def test_what_a_person_says_of_two_quotes_is_in_the_next_table(run, event, here):
    first, second = pair_of(event)
    answer = run("same", "saltworks", first, second, "--not", "--who", "ann", "--json")
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert (told["quotes"], told["said"]) == ([first, second], "not the same")
    assert (here / told["file"]).read_text("utf8").splitlines()[0].startswith("article_id,spans,")
    quotes = tk.tabulate_quotes(tk.load_event(event)).set_index("quote_id")
    assert quotes.loc[first, "not_same_as"] == second

    answer = run("same", "saltworks", second, first, "--undo")
    assert (answer.code, answer.out.split(": ")[1].split(".")[0]) == (0, "taken back")
    assert tk.tabulate_quotes(tk.load_event(event))["not_same_as"].isna().all()


def test_suggested_labels_are_answered_in_a_file_and_written(run, event, here):
    assert run("labels", "saltworks", "--top", "3").code == 0
    file = here / "saltworks-labels.csv"
    table = pd.read_csv(file, dtype="string")
    assert set(table["id"]) >= {"closure", "alder-salt"}
    answer = run("labels", "saltworks", "--accept", file)
    assert "Nothing to do: write yes or no under accept" in answer.out
    table.loc[table["id"] == "land", "accept"] = ["yes", "no", "no"]
    table.to_csv(file, index=False)
    told = json.loads(run("labels", "saltworks", "--accept", file, "--json").out)
    assert (told["yes"], told["no"], told["later"]) == (1, 2, len(table) - 3)
    accepted = tuple(table[table["accept"] == "yes"]["labels"].iloc[0].split("; "))
    land = next(c for c in tk.load_event(event).concepts if c.id == "land")
    assert land.terms[-len(accepted) :] == accepted
    again = run("labels", "saltworks")  # what a person wrote is never lost to new suggestions
    assert again.code == 2 and "is there already, perhaps with your answers in it" in again.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("courier-q1", "courier-q1"),
            "event 'saltworks' has no quote 'courier-q1'",
        ),
        (
            ("a", "b", "--not", "--undo"),
            "--undo takes back whatever was said of the two; leave --not out",
        ),
    ],
)
def test_a_word_that_cannot_be_said_is_wrong_use(run, event, words, message):
    answer = run("same", "saltworks", *words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"sidelight: {message}")
    assert not (event / "corrections.csv").exists()


@pytest.mark.filterwarnings("default")
@pytest.mark.slow
def test_a_word_on_a_quote_that_is_gone_is_named_in_a_plain_line(run, event):
    header = "article_id,spans,field,old,new,who,when"
    (event / "corrections.csv").write_text(f"{header}\ngone,0-9,same_as,,away:0-9,ann,\n")
    answer = run("export", "saltworks", "--out", "tables")
    assert answer.code == 0
    what = "corrections.csv:2: no quote is found at gone:0-9"
    assert answer.err.count(f"sidelight: {what}; the row is left alone and changes nothing\n") == 1


def test_outlets_are_not_asked_when_the_network_is_switched_off(run):
    answer = run("outlets", "check", "--json")
    rows = json.loads(answer.out)["outlets"]
    assert answer.code == 1
    assert {row["state"] for row in rows} == {"sample", "failed"}
    told = [row["detail"] for row in rows if row["state"] == "failed"]
    assert all(detail.startswith("SIDELIGHT_OFFLINE is set") for detail in told)


def test_an_outlet_that_answers_is_fine(run, here, served):
    block = f"harbour:\n  name: Harbour Post\n  home: {served}\n  language: en\n"
    (here / "mine.yaml").write_text(block)
    answer = run("outlets", "check", "--outlets", "mine.yaml", "--allow-host", "127.0.0.1")
    assert (answer.code, answer.out.split()[:2]) == (0, ["ok", "harbour"])


@pytest.mark.slow
def test_the_doctor_finds_everything_in_place(run):
    answer = run("doctor", "--json")
    findings = {f["check"]: f for f in json.loads(answer.out)["findings"]}
    assert answer.code == 0, answer.out
    assert findings["newspaper module"]["found"] == "newspaper3k 0.2.8"
    assert findings["network"]["advice"] == "unset SIDELIGHT_OFFLINE to fetch"


@pytest.mark.slow
def test_the_doctor_notices_who_sits_in_newspapers_place(run, monkeypatch):
    owners = {"newspaper": ["newspaper3k", "newspaper4k"]}
    monkeypatch.setattr("toolkit.doctor.metadata.packages_distributions", lambda: owners)
    answer = run("doctor")
    assert answer.code == 1
    assert "belongs to newspaper3k, newspaper4k" in answer.out
    assert "pip uninstall newspaper4k" in answer.out


@pytest.mark.slow
def test_the_installed_command_keeps_stdout_clean_for_a_program(here, event):
    command = Path(sys.executable).with_name("sidelight")
    done = subprocess.run(
        [command, "fetch", "saltworks", "--json"],
        cwd=here, env={**os.environ}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["event"] == "saltworks"


def test_a_copy_of_an_event_here_is_meant_before_the_shipped_one(run, event):
    (event / "articles.jsonl").unlink()
    for name in ("saltworks", "./saltworks", event, event / "event.yaml"):
        assert "has no articles yet" in run("report", name).err
