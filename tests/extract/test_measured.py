"""What ``measured.json`` says was counted, not written; three quotes show how it is counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toolkit.extract import measured
from toolkit.extract.calibrate import Marked
from toolkit.extract.measured import Corpus, Page, Sample, count, pair
from toolkit.model import Quote, Span

TEXT = (
    "“We keep the pier and all its lamps,” said Nora Pike.\n\n"
    "She said that the owners “will be back by the spring tide” to look.\n\n"
    "The boats will wait, Ida Holm said."
)
CORPUS = Corpus("invented", "Invented", "en", "name", True, "")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


PIER, LAMPS = at("We keep the pier and all its lamps,"), at("all its lamps,")
OWNERS, TIDE = (
    at("that the owners “will be back by the spring tide” to look"),
    at("will be back by the spring tide"),
)
BOATS = at("The boats will wait")
PIKE, HOLM = (at("Nora Pike"),), (at("Ida Holm"),)
MARKED = (
    Marked((PIER,), PIKE, "Nora Pike", (at("said Nora"),)),
    Marked((OWNERS,), (at("She"),), "Nora Pike", (at("said that"),)),
    Marked((BOATS,), HOLM, "Ida Holm"),
)


def found(span: Span, source: tuple[Span, ...], speaker: str | None, kind: str = "direct") -> Quote:
    return Quote(kind, (span,), source[0], speaker=speaker)  # type: ignore[arg-type]


def rows_of(*quotes: Quote, corpus: Corpus = CORPUS) -> dict[tuple[object, ...], dict[str, object]]:
    rows = count([Sample("post", TEXT, "en", MARKED, quotes)], corpus)
    return {(row["outlet"], row["style"], row["attribution"]): row for row in rows}


def test_a_fragment_is_direct_mixed_or_indirect_by_its_marks() -> None:
    fragments = Page(TEXT, "en").fragments(MARKED)
    assert [f.style for f in fragments] == ["direct", "mixed", "indirect"]
    assert [f.attribution for f in fragments] == ["cue after", "cue before", "no cue"]
    assert [f.style for f in Page(TEXT, "en").runs_of(MARKED)] == ["run", "run"]


def test_a_quote_over_two_paragraphs_is_two_fragments() -> None:
    both = Marked((Span(PIER.start, OWNERS.end),), ())
    assert len(Page(TEXT, "en").fragments([both])) == 2


def test_four_fifths_of_the_words_are_enough_and_each_counts_once() -> None:
    page = Page(TEXT, "en")
    marked = page.fragments(MARKED[:1])
    nearly = found(Span(PIER.start + len("We "), PIER.end), PIKE, "Nora Pike")
    assert len(pair(page.fragments([nearly]), marked)) == 1
    assert pair(page.fragments([found(LAMPS, PIKE, None)]), marked) == []
    twice = page.fragments([nearly, found(PIER, PIKE, None)])
    assert [ours.words for ours, _ in pair(twice, marked)] == [marked[0].words]


def test_a_mixed_quote_found_by_its_marks_alone_is_a_right_run_and_a_wrong_direct_quote() -> None:
    rows = rows_of(found(PIER, PIKE, "Nora Pike"), found(TIDE, PIKE, "Pike"))
    run, direct, mixed = (rows[None, style, None] for style in ("run", "direct", "mixed"))
    assert (run["precision"], run["recall"], run["read"]) == (1.0, 1.0, 1.0)
    assert (direct["precision"], direct["recall"]) == (0.5, 1.0)
    assert (mixed["found"], mixed["precision"], mixed["recall"]) == (0, None, 0.0)


def test_a_quote_given_to_somebody_else_is_found_but_not_read() -> None:
    rows = rows_of(found(BOATS, PIKE, "Nora Pike", "indirect"))
    row = rows[None, "indirect", None]
    assert (row["recall"], row["speaker"], row["read"]) == (1.0, 0.0, 0.0)
    by_words = Corpus("invented", "Invented", "en", "source", True, "")
    row = rows_of(found(BOATS, HOLM, None, "indirect"), corpus=by_words)[None, "indirect", None]
    assert row["speaker"] == 1.0


def test_the_interval_of_many_articles_is_narrower_than_that_of_one() -> None:
    one, many = measured.share_interval([(90, 100)]), measured.share_interval([(9, 10)] * 10)
    assert one[0] < many[0] < 0.9 < many[1] < one[1]  # type: ignore[operator]


def test_the_file_names_its_data_and_covers_each_style() -> None:
    told = json.loads(measured.FILE.read_text(encoding="utf8"))
    rows = measured.load_measured()
    assert list(rows.columns) == list(measured.COLUMNS)
    for corpus in measured.load_corpora():
        own = rows[(rows["corpus"] == corpus.corpus) & (rows["language"] == corpus.language)]
        whole = own[own["outlet"].isna() & own["attribution"].isna()]
        assert set(whole["style"].dropna()) == set(measured.STYLES)
        assert len(corpus.data_sha256) == 64 and corpus.articles and corpus.note
        assert corpus.ours == (corpus.corpus == "saltworks")
    assert told["made_by"] == "python -m toolkit.extract.measured"


def test_what_is_written_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"made_by": "x", "corpora": [{"corpus": "c"}, {"corpus": "d"}], "rows": [{"n": None}]}
    monkeypatch.setattr(measured, "measure", lambda corpora: made)
    measured.write(tmp_path, path=tmp_path / "measured.json")
    assert json.loads((tmp_path / "measured.json").read_text(encoding="utf8")) == made
