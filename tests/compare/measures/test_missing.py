"""Claims about absence, the number most easily wrong, with events that only look like one."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from ferry_event import MARA, OTTO, event_of, quotes

from toolkit.compare import measures
from toolkit.compare.alignment import align_quotes
from toolkit.model import Article, Concept, Event

WORDS = "We cannot run the ferry for another winter, and nobody has offered to pay for the engine."
OTHER = "The gulls were back on the slipway before breakfast."
SAYING = f"“{WORDS}” said Mara Quill."
TEXTS = {
    "gazette": SAYING,
    "herald": f"{SAYING} The shutdown begins in May.",
    "post": f"{SAYING} It is a shutdown by another name.",
    "tide": f"“{OTHER}” said Otto Brand.",
}
TOLD = event_of(TEXTS, concepts=(Concept("end", "The end", ("shutdown",)),))
TABLE = quotes(
    *({"outlet": o, "content": WORDS, **MARA} for o in ("gazette", "herald", "post")),
    {"outlet": "tide", "content": OTHER, **OTTO},
    texts=TEXTS,
)


def absences(event: Event = TOLD, table: pd.DataFrame = TABLE) -> pd.DataFrame:
    return measures.absences(event, quotes=table)


def with_text(outlet: str, text: str, **fields: object) -> Event:
    return replace(
        TOLD,
        articles=tuple(
            replace(a, text=text, **fields) if a.outlet == outlet else a  # type: ignore[arg-type]
            for a in TOLD.articles
        ),
    )


def test_what_most_other_outlets_have_and_one_has_not_has_a_row() -> None:
    frame = absences().set_index(["kind", "outlet"])
    voice = frame.loc[("voice", "tide")]
    assert voice[["item", "value", "n", "side"]].tolist() == ["mara-quill", 3.0, 3, "line"]
    assert voice["evidence"] == "gazette-1-q001;herald-1-q002;post-1-q003"
    assert frame.loc[("utterance", "tide"), "text"] == WORDS
    assert frame.loc[("utterance", "tide"), "outlets"] == "gazette;herald;post"


def test_a_thing_of_two_others_of_three_is_of_most_and_one_of_three_is_not() -> None:
    frame = absences()
    concepts = frame[frame["kind"] == "concept"]
    assert concepts[["outlet", "value", "n"]].values.tolist() == [
        ["gazette", 2.0, 3], ["tide", 2.0, 3]
    ]  # fmt: skip
    assert "otto-brand" not in set(frame["item"])


def test_with_two_outlets_nothing_is_missing_from_either() -> None:
    two = {o: TEXTS[o] for o in ("gazette", "tide")}
    frame = measures.absences(event_of(two), quotes=TABLE[TABLE["outlet"].isin(two)])
    assert frame.empty


def test_a_failed_fetch_is_no_absence() -> None:
    assert "lantern" not in set(absences()["outlet"])


def test_who_is_named_may_be_quoted_after_all_so_that_absence_is_less_sure() -> None:
    named = with_text("tide", f"{TEXTS['tide']} Mara Quill kept the bridge.")
    before = absences().set_index(["kind", "outlet"])["p"]
    after = absences(named).set_index(["kind", "outlet"])["p"]
    assert after["voice", "tide"] < before["voice", "tide"]
    assert after["utterance", "tide"] < before["utterance", "tide"]


def test_a_statement_that_is_retold_in_a_paragraph_is_not_missing() -> None:
    told = (
        f"{TEXTS['tide']}\n\nNobody had offered to pay for the engine of the ferry, which cannot "
    )
    frame = absences(with_text("tide", f"{told} run for another winter, it was said."))
    assert "utterance" not in set(frame["kind"])


def test_a_quote_that_may_be_the_speakers_makes_the_absence_unsaid() -> None:
    unclear = TABLE.assign(
        candidates=pd.array([None] * 3 + ["Otto Brand=0.5;Mara Quill=0.5"], dtype="string")
    )
    frame = absences(table=unclear)
    assert "voice" not in set(frame["kind"]) or frame.set_index("kind").loc["voice", "p"] <= 0.5


def test_articles_that_came_out_before_anybody_had_a_thing_lack_nothing() -> None:
    dated = replace(
        TOLD,
        articles=tuple(
            replace(a, published="2025-05-01" if a.outlet == "tide" else "2025-05-03")
            for a in TOLD.articles
        ),
    )
    assert "tide" not in set(absences(dated)["outlet"])
    later = replace(
        dated, articles=tuple(replace(a, published="2025-05-03") for a in dated.articles)
    )
    assert "tide" in set(absences(later)["outlet"])


def test_of_an_article_that_may_be_a_part_the_row_says_so_and_is_not_enough() -> None:
    frame = absences(with_text("tide", TEXTS["tide"], flags=("truncated",)))
    of_tide = frame[frame["outlet"] == "tide"]
    assert of_tide["partial"].all() and not of_tide["enough"].any()
    others = frame[frame["outlet"] != "tide"]
    assert not others["partial"].any() and others["enough"].all()


def test_a_concept_that_stands_in_the_headline_is_named() -> None:
    headed = replace(
        TOLD,
        articles=tuple(
            replace(a, title="A shutdown looms") if a.outlet == "tide" else a for a in TOLD.articles
        ),
    )
    concepts = absences(headed)
    concepts = concepts[concepts["kind"] == "concept"]
    assert concepts[["outlet", "value"]].values.tolist() == [["gazette", 3.0]]
    assert concepts["evidence"].item().split(";")[-1] == "tide-1:headline:2-10"


@pytest.mark.parametrize(("language", "rows"), [("en", 1), ("es", 0)])
def test_a_concept_is_not_missing_in_a_language_whose_terms_are_unknown(
    language: str, rows: int
) -> None:
    texts = dict.fromkeys(("gazette", "herald", "post"), "The shutdown begins in May.")
    event = event_of(texts, concepts=TOLD.concepts)
    other = Article("faro-1", "faro", "", "", "", "Las gaviotas volvieron.", language, "")
    event = replace(event, articles=(*event.articles, other))
    frame = measures.absences(event)
    assert len(frame[frame["kind"] == "concept"]) == rows


def test_where_readings_are_doubtful_the_low_end_counts_the_sure_ones_alone() -> None:
    doubtful = TABLE.assign(p_quote=pd.array([1.0, 0.8, 0.8, 1.0], dtype="Float64"))
    row = absences(table=doubtful).set_index(["kind", "outlet"]).loc[("voice", "tide")]
    assert row[["low", "value", "high"]].tolist() == [1.0, 3.0, 3.0]
    assert 0.9 < row["p"] < 1.0


def test_shared_copy_counts_as_one_telling_and_the_rest_must_still_be_most() -> None:
    body = " ".join(
        f"The harbour office counted {n} crossings and {n + 9} crates on pier {n + 2} that week."
        for n in range(20, 60)
    )
    texts = {
        "gazette": f"{SAYING}\n\n{body}", "herald": f"{SAYING}\n\n{body}",
        "post": f"Rain fell.\n\n{SAYING}", "tide": TEXTS["tide"],
    }  # fmt: skip
    event = event_of(texts)
    table = quotes(
        *({"outlet": o, "content": WORDS, **MARA} for o in ("gazette", "herald", "post")),
        {"outlet": "tide", "content": OTHER, **OTTO},
        texts=texts,
    )
    each = measures.absences(event, quotes=table).set_index("kind")
    once = measures.absences(event, quotes=table, shared="once").set_index("kind")
    assert each.loc["voice", ["value", "n"]].tolist() == [3.0, 3]
    assert once.loc["voice", ["value", "n"]].tolist() == [2.0, 2]
    assert once.loc["voice", "evidence"] == "gazette-1-q001;post-1-q003"
    assert "is counted once" in once.attrs["shared"]


def test_an_alignment_that_is_handed_in_is_believed() -> None:
    aligned = align_quotes(TABLE, TOLD.articles)
    apart = aligned.assign(utterance_id=[f"u{n}" for n in range(len(aligned))])
    frame = measures.absences(TOLD, quotes=TABLE, aligned=apart)
    assert "utterance" not in set(frame["kind"])
