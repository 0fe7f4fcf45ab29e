"""The files of an event's folder: nothing is lost, whatever happens while they are written."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import article_of

from toolkit.errors import DamagedDataError, UsageError
from toolkit.gather import archive
from toolkit.model import Failure

DEAD = Failure("tide", "http://weeklytide.example/dead", "download", "timeout", "slow", True)


def test_an_article_comes_back_as_it_was_saved(folder: Path) -> None:
    first = article_of("tide-1", flags=("dropped:caption",), reader="trafilatura")
    second = article_of("tide-2", text="Línea única:\u2028“sí”.", published=None, authors=())
    archive.save_article(folder, first)
    archive.save_article(folder, second)
    assert archive.load_articles(folder) == (first, second)


def test_the_keys_of_a_line_stand_in_the_order_of_the_contract(folder: Path) -> None:
    archive.save_article(folder, article_of())
    row = json.loads((folder / "articles.jsonl").read_text("utf8"))
    assert tuple(row) == archive.ARTICLE_KEYS


@given(text=st.text(min_size=1).filter(lambda t: t.strip()))
def test_any_text_comes_back_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    place = tmp_path_factory.mktemp("any")
    archive.save_article(place, article_of(text=text))
    assert archive.load_articles(place)[0].text == text


def test_a_folder_without_articles_has_none(folder: Path) -> None:
    assert archive.load_articles(folder) == ()
    assert archive.load_failures(folder) == ()


def test_the_same_address_is_not_added_twice(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1", url="http://weeklytide.example/a"))
    again = article_of("tide-2", url="http://weeklytide.example/a", text="Another text.")
    with pytest.raises(archive.DuplicateArticleError) as caught:
        archive.save_article(folder, again)
    assert str(caught.value) == (
        "http://weeklytide.example/a: the event already has this article as tide-1 "
        "(same address); it was not added again"
    )
    assert len(archive.load_articles(folder)) == 1


def test_the_same_text_of_one_outlet_is_not_added_twice(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1"))
    with pytest.raises(archive.DuplicateArticleError, match=r"as tide-1 \(same text\)"):
        archive.save_article(folder, article_of("tide-2"))


def test_the_same_text_in_two_outlets_is_wire_copy_and_stays(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1"))
    archive.save_article(folder, article_of("ledger-1", outlet="ledger"))
    assert len(archive.load_articles(folder)) == 2


def test_a_torn_last_line_costs_that_line_only_and_is_kept_as_a_failure(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1"))
    archive.save_article(folder, article_of("tide-2", text="Another text."))
    path = folder / "articles.jsonl"
    path.write_bytes(path.read_bytes()[:-80])
    assert [a.article_id for a in archive.load_articles(folder)] == ["tide-1"]
    (failure,) = archive.load_failures(folder)
    assert failure.url == "http://weeklytide.example/tide-2?utm_source=mail"
    assert (failure.outlet, failure.reason, failure.retryable) == ("tide", "truncated", True)
    assert failure.detail.startswith('articles.jsonl:2: the line is cut off (\'{"article_id": ')


def test_the_next_article_after_a_torn_line_mends_the_file(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1"))
    path = folder / "articles.jsonl"
    with path.open("ab") as file:
        file.write(b'{"article_id": "tide-2", "outlet": "tide", "url": "http://weeklytide.ex')
    archive.save_article(folder, article_of("tide-3", text="Another text."))
    assert [a.article_id for a in archive.load_articles(folder)] == ["tide-1", "tide-3"]
    (failure,) = archive.load_failures(folder)
    assert failure.detail.startswith("articles.jsonl:2: the line is cut off")


def test_an_article_that_is_read_again_takes_the_failure_of_its_torn_line_away(
    folder: Path,
) -> None:
    archive.save_article(folder, article_of("tide-1"))
    path = folder / "articles.jsonl"
    path.write_bytes(path.read_bytes()[:-100])
    archive.save_article(folder, article_of("tide-1"))
    assert len(archive.load_articles(folder)) == 1
    assert archive.load_failures(folder) == ()


def test_a_last_line_without_its_line_end_is_whole(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1"))
    path = folder / "articles.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    archive.save_article(folder, article_of("tide-2", text="Another text."))
    assert len(archive.load_articles(folder)) == 2


def test_a_damaged_line_in_the_middle_is_an_error_and_changes_nothing(folder: Path) -> None:
    for number in (1, 2, 3):
        archive.save_article(folder, article_of(f"tide-{number}", text=f"Text {number}."))
    path = folder / "articles.jsonl"
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1][:50]
    path.write_bytes(b"\n".join(lines))
    before = path.read_bytes()
    with pytest.raises(DamagedDataError) as caught:
        archive.load_articles(folder)
    assert str(caught.value) == (
        "articles.jsonl:2: the line is damaged: it is no JSON object "
        '(\'{"article_id": "tide-2", "outlet": "tide", "url": \'); '
        "restore the file, or delete the line and fetch again"
    )
    assert path.read_bytes() == before


def changed_row(folder: Path, **values: object) -> str:
    archive.save_article(folder, article_of("tide-1"))
    path = folder / "articles.jsonl"
    row = {**json.loads(path.read_text("utf8")), **values}
    path.write_text(json.dumps(row) + "\n")
    with pytest.raises(DamagedDataError) as caught:
        archive.load_articles(folder)
    return str(caught.value)


def test_a_text_that_was_changed_by_hand_is_noticed(folder: Path) -> None:
    assert changed_row(folder, text="Something else.").startswith(
        "articles.jsonl:1: the text of article 'tide-1' is not the one that was saved"
    )


def test_a_line_without_text_is_named(folder: Path) -> None:
    assert changed_row(folder, text=None) == "articles.jsonl:1: the article has no 'text'"


def test_an_unknown_key_is_named(folder: Path) -> None:
    assert changed_row(folder, titel="x") == (
        "articles.jsonl:1: 'titel' is no key of an article (did you mean 'title'?)"
    )


def test_two_lines_with_one_id_are_an_error(folder: Path) -> None:
    archive.save_article(folder, article_of("tide-1"))
    path = folder / "articles.jsonl"
    path.write_bytes(path.read_bytes() * 2)
    with pytest.raises(DamagedDataError, match=r"articles\.jsonl:2: article 'tide-1' already"):
        archive.load_articles(folder)


def test_a_failure_is_replaced_by_a_later_one_of_the_same_address(folder: Path) -> None:
    archive.save_failure(folder, DEAD)
    archive.save_failure(folder, Failure("tide", DEAD.url, "download", "http_404"))
    assert [f.reason for f in archive.load_failures(folder)] == ["http_404"]


def test_a_failure_goes_when_its_article_is_there(folder: Path) -> None:
    archive.save_failure(folder, DEAD)
    archive.save_article(folder, article_of("tide-1", requested=DEAD.url))
    assert archive.load_failures(folder) == ()


def test_a_failure_without_an_address_key_is_damage(folder: Path) -> None:
    (folder / "failures.jsonl").write_text('{"stage": "download", "reason": "timeout"}\n')
    with pytest.raises(DamagedDataError, match=r"failures\.jsonl:1: the failure has no 'url'"):
        archive.load_failures(folder)


def test_a_page_comes_back_byte_by_byte(folder: Path) -> None:
    path = archive.save_page(folder, "tide-1", b"<p>\xff\x00</p>")
    assert path == folder / "pages" / "tide-1.html.gz"
    assert archive.load_page(folder, "tide-1") == b"<p>\xff\x00</p>"
    assert [p.name for p in path.parent.iterdir()] == ["tide-1.html.gz"]


def test_a_damaged_page_and_a_missing_one_are_told_apart(folder: Path) -> None:
    with pytest.raises(UsageError, match="no page was kept for article 'tide-1'"):
        archive.load_page(folder, "tide-1")
    archive.save_page(folder, "tide-1", b"x" * 1000).write_bytes(b"\x1f\x8b no gzip")
    with pytest.raises(DamagedDataError, match="cannot be unpacked"):
        archive.load_page(folder, "tide-1")


def test_an_id_cannot_lead_out_of_the_folder(folder: Path) -> None:
    with pytest.raises(UsageError, match="is no id for an article"):
        archive.save_page(folder, "../../event", b"x")


KILLED = """
import sys
sys.path[:0] = [{tests!r}]
from pathlib import Path
from made_pages import article_of
from toolkit.gather import archive
print("ready", flush=True)
for number in range(10_000):
    article = article_of(f"tide-{{number}}", text=f"Text {{number}}. " + "word " * 20_000)
    archive.save_page(Path({folder!r}), article.article_id, b"page")
    archive.save_article(Path({folder!r}), article)
    print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 3, 6])
def test_a_killed_run_loses_the_article_in_flight_at_most(folder: Path, after: int) -> None:
    source = KILLED.format(tests=str(Path(__file__).parent), folder=str(folder))
    with subprocess.Popen(
        [sys.executable, "-c", source], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        saved = [process.stdout.readline() for _ in range(after + 1)]
        process.send_signal(signal.SIGKILL)
    articles = archive.load_articles(folder)
    assert len(articles) >= len(saved) - 1
    archive.save_article(folder, article_of("ledger-1", outlet="ledger"))
    assert archive.load_articles(folder)[-1].article_id == "ledger-1"


# --- codings ---


HEADER = ",".join(archive.CODINGS)


def test_codings_are_a_frame_with_its_columns_even_without_a_file(folder: Path) -> None:
    assert list(archive.load_codings(folder).columns) == list(archive.CODINGS)
    assert list(archive.load_label_codings(folder).columns) == list(archive.LABEL_CODINGS)
    assert str(archive.load_codings(folder)["source_start"].dtype) == "Int64"


def test_an_empty_cell_of_a_coding_is_missing_and_columns_of_ones_own_come_last(
    folder: Path,
) -> None:
    (folder / "codings.csv").write_text(
        f"{HEADER},mood\n"
        'q1,a,tide,direct,"“We, too”",0-7,,,,said,9,13,Oller,,u1,verbatim,me,,calm\n',
        encoding="utf8",
    )
    row = archive.load_codings(folder).iloc[0]
    assert (row["content"], row["cue_start"], row["mood"]) == ("“We, too”", 9, "calm")
    assert row[["source", "source_start", "side", "note"]].isna().all()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEADER.replace("speaker", "speeker") + "\n" + "," * 17 + "\n",
            "codings.csv:1: there is no column 'speaker' (did you mean 'speeker'?)",
        ),
        (
            HEADER + "\n" + "q,a,t,direct,x,0-7;,,,,,,,,,,,,\n" + "q,a,t,direct,x,0 to 7"
            + "," * 12,
            "codings.csv:3: spans '0 to 7' is not spans such as 120-180;190-220",
        ),
        (
            HEADER + "\nq,a,t,direct,x,0-7,Oller,nine" + "," * 10,
            "codings.csv:2: source_start 'nine' is not a whole number",
        ),
        (
            HEADER + "\nq,a,t\n",
            "codings.csv:2: the row does not have the 18 fields of the first line",
        ),
    ],
)  # fmt: skip
def test_a_coding_that_cannot_be_read_is_named_with_its_line(
    folder: Path, text: str, message: str
) -> None:
    (folder / "codings.csv").write_text(text)
    with pytest.raises(UsageError) as caught:
        archive.load_codings(folder)
    assert str(caught.value) == message
