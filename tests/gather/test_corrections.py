"""What a person overruled is read with the event, kept whole, and named by its line when wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import toolkit as tk
from toolkit.errors import UsageError
from toolkit.gather import corrections
from toolkit.model import Correction, Span

HEADER = ",".join(corrections.COLUMNS)
PAIR = Correction(
    "post-1", (Span(1, 9), Span(20, 30)), "same_as", "tide-1:4-40", "apart", "ann", "2025-05-02"
)


def write(folder: Path, *rows: str, header: str = HEADER) -> None:
    (folder / corrections.CORRECTIONS).write_text("\n".join([header, *rows, ""]), encoding="utf8")


def test_without_a_file_nobody_said_anything(folder: Path) -> None:
    assert tk.load_event(folder).corrections == ()


def test_what_was_said_comes_back_with_the_event_and_the_later_row_last(folder: Path) -> None:
    corrections.save_corrections(folder, [PAIR])
    other = Correction("post-1", (Span(1, 9),), "speaker", "Zoë Pike", old="Tom Hale")
    corrections.save_corrections(folder, [other])
    assert tk.load_event(folder).corrections == (PAIR, other)
    first, second = tk.load_event(folder).corrections
    assert first.other == ("tide-1", (Span(4, 40),))
    assert second.other is None
    assert [c.row for c in (first, second)] == ["corrections.csv:2", "corrections.csv:3"]


def test_rows_of_a_spreadsheet_keep_their_own_columns(folder: Path) -> None:
    write(folder, "why,post-1,1-9,quote,yes,no,ann,,a slogan", header=f"note,{HEADER},more")
    corrections.save_corrections(folder, [PAIR])
    kept, added = corrections.load_corrections(folder)
    assert (kept.field, kept.new, added) == ("quote", "no", PAIR)
    text = (folder / corrections.CORRECTIONS).read_text("utf8")
    assert text.splitlines()[:2] == [
        f"{HEADER},note,more",
        "post-1,1-9,quote,yes,no,ann,,why,a slogan",
    ]


def test_a_row_is_taken_out_and_the_others_stay(folder: Path) -> None:
    write(folder, "a,0-4,same_as,apart,b:0-4,ann,", "a,5-9,same_as,apart,b:5-9,ben,")
    first, second = corrections.load_corrections(folder)
    corrections.save_corrections(folder, [], without=[first])
    assert corrections.load_corrections(folder) == (second,)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "a,0-4,same as,,b:0-4,,",
            "corrections.csv:2: field 'same as' is not one of quote, speaker, same_as, "
            "not_same_as (did you mean 'same_as'?)",
        ),
        (
            "a,0 to 4,same_as,,b:0-4,,",
            "corrections.csv:2: spans '0 to 4' is not spans such as 120-180;190-220",
        ),
        (
            "a,0-4,not_same_as,,b-q001,,",
            "corrections.csv:2: new 'b-q001' is not the place of a quote such as "
            "tide-1:120-180;190-220",
        ),
        (
            "a,,same_as,,b:0-4,,",
            "corrections.csv:2: 'spans' has no value; it names the quote that is meant",
        ),
        (
            "a,0-4,same_as",
            "corrections.csv:2: the row does not have the 7 fields of the first line",
        ),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_named_with_its_line(
    folder: Path, row: str, message: str
) -> None:
    write(folder, row)
    with pytest.raises(UsageError) as caught:
        tk.load_event(folder)
    assert str(caught.value) == message


def test_a_missing_column_is_named_with_the_likely_one(folder: Path) -> None:
    write(folder, "a,0-4,same_as,,b:0-4,,", header=HEADER.replace("spans", "span"))
    with pytest.raises(UsageError) as caught:
        tk.load_event(folder)
    wanted = "corrections.csv:1: there is no column 'spans' (did you mean 'span'?)"
    assert str(caught.value) == wanted


def test_a_file_that_is_wrong_is_not_written_over(folder: Path) -> None:
    write(folder, "a,0-4,sam,,b:0-4,,")
    before = (folder / corrections.CORRECTIONS).read_bytes()
    with pytest.raises(UsageError):
        corrections.save_corrections(folder, [PAIR])
    assert (folder / corrections.CORRECTIONS).read_bytes() == before


KILLED = """
import os, sys
from pathlib import Path
from toolkit.gather import corrections
from toolkit.model import Correction, Span
os.fsync = lambda handle: os.kill(os.getpid(), 9)  # the power goes while the file is written
corrections.save_corrections(Path(sys.argv[1]), [Correction("c", (Span(0, 4),), "quote", "no")])
"""


def test_a_run_that_is_killed_loses_nothing_that_was_said(folder: Path) -> None:
    corrections.save_corrections(folder, [PAIR])
    done = subprocess.run([sys.executable, "-c", KILLED, folder], timeout=60)
    assert done.returncode == -9
    assert corrections.load_corrections(folder) == (PAIR,)
