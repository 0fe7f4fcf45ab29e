"""Claims about shared copy."""

from __future__ import annotations

import dataclasses
import itertools
from typing import Any

import pandas as pd
import pytest
from sharing_cases import credits, pairs

import toolkit as tk
from toolkit.compare import measures
from toolkit.compare.sharing import find_credits, find_shared_runs, tabulate_sharing
from toolkit.compare.sharing.body import body_of
from toolkit.compare.sharing.furniture import find_furniture
from toolkit.compare.sharing.once import drop_copies, say_counted_once
from toolkit.compare.sharing.pairing import MANY, NEIGHBOURS, pairs_with_common_rows
from toolkit.errors import UsageError
from toolkit.model import Article, Event

COPY = (
    "The ferry between the two islands will stop at the end of May after three years of losses. "
    "The operator told its crew on Thursday and the quay was closed to visitors in the afternoon."
)
OWN = (
    "Nobody on the quay was surprised. The cafe had already taken down its summer timetable, "
    "and the crew drank their tea without saying much to anyone who came along."
)
PAIRS = list(pairs())
CREDITS = credits()


def article(text: str, outlet: str = "gazette", number: int = 1, **more: Any) -> Article:
    return Article(f"{outlet}-{number}", outlet, "", "", "", text, "en", "", **more)


def event(*articles: Article) -> Event:
    return Event("ferry", "The ferry", articles=articles)


@pytest.mark.parametrize(
    ("told", "expected"), [p[1:] for p in PAIRS], ids=[name for name, *_ in PAIRS]
)
@pytest.mark.parametrize("with_quotes", [False, True], ids=["texts alone", "with quotes"])
def test_a_pair_of_articles_shares(
    told: Event, expected: dict[str, Any], with_quotes: bool
) -> None:
    found = tabulate_sharing(told, tk.tabulate_quotes(told) if with_quotes else None)
    assert found["kind"].tolist() == ([expected["kind"]] if expected["kind"] else [])
    assert found["source"].dropna().tolist() == (
        [expected["source"]] if "source" in expected else []
    )
    assert found["why"].notna().tolist() == [kind == "wire" for kind in found["kind"]]


def test_there_are_cases_of_every_kind() -> None:
    kinds = [expected["kind"] for _, _, expected in PAIRS]
    assert len(PAIRS) >= 40
    assert all(kinds.count(kind) >= 5 for kind in ("wire", "copied", "quotes only", None))


@pytest.mark.parametrize("case", CREDITS, ids=lambda c: c["text"][:25] + "…" + c["text"][-25:])
def test_a_text_credits(case: dict[str, Any]) -> None:
    told = Article(
        "a", "gazette", "", "", "", case["text"], case.get("language", "en"), "",
        authors=tuple(case.get("authors", ())),
    )  # fmt: skip
    assert [c.name for c in find_credits(told)] == case["names"]


def test_every_credit_found_in_a_text_is_printed_there_and_no_part_of_the_story() -> None:
    for case in CREDITS:
        told = Article("a", "x", "", "", "", case["text"], case.get("language", "en"), "")
        left_out = [s.of(told.text).strip() for s in find_furniture(told)]
        for credit in find_credits(told):
            assert credit.printed in left_out


def test_moved_paragraphs_are_found_in_any_order() -> None:
    first, second = article(f"{COPY}\n\n{OWN}"), article(f"{OWN}\n\n{COPY}", "herald")
    runs = find_shared_runs(first, second)
    assert [r.b.of(second.text) for r in runs] == [r.a.of(first.text) for r in runs]
    assert sum(r.words for r in runs) == len(f"{COPY} {OWN}".split())


def test_a_changed_word_and_a_cut_clause_do_not_break_a_run() -> None:
    edited = COPY.replace("end of May", "close of May").replace("on Thursday ", "")
    (run,) = find_shared_runs(article(COPY), article(edited, "herald"))
    assert [a.of(COPY) for a, _ in run.parts] == [b.of(edited) for _, b in run.parts]
    assert len(run.parts) == 3
    assert run.words == len(COPY.split()) - 3  # "end" was changed, "on Thursday" left out


def test_words_are_counted_once_however_often_a_text_repeats_them() -> None:
    line = "The ferry between the two islands will stop at the end of May."
    runs = find_shared_runs(article(f"{line}\n\n{line}\n\n{line}"), article(line, "herald"))
    assert [r.words for r in runs] == [len(line.split())]


def test_runs_do_not_depend_on_which_article_comes_first() -> None:
    for _, told, _ in PAIRS:
        a, b = told.articles
        there = sorted((str(r.a), str(r.b), r.words) for r in find_shared_runs(a, b))
        back = sorted((str(r.b), str(r.a), r.words) for r in find_shared_runs(b, a))
        assert sum(words for *_, words in there) == sum(words for *_, words in back)
        assert [place[:2] for place in there] == [place[:2] for place in back]


def test_parts_lie_in_their_run_and_hold_the_same_words() -> None:
    for _, told, _ in PAIRS:
        a, b = told.articles
        for run in find_shared_runs(a, b):
            for in_a, in_b in run.parts:
                assert run.a.contains(in_a) and run.b.contains(in_b)
            for in_a, in_b in itertools.pairwise(run.parts):
                assert in_a[0].end <= in_b[0].start and in_a[1].end <= in_b[1].start


def test_shares_are_of_each_articles_own_words() -> None:
    row = tabulate_sharing(event(article(COPY), article(f"{COPY}\n\n{OWN}", "herald"))).iloc[0]
    assert row["share_a"] == 1.0
    assert row["share_b"] < 0.6


def test_short_rows_between_edits_are_shared_words_but_no_rows_of_five() -> None:
    edited = COPY.replace("the two islands", "both islands")  # "the ferry between" is left alone
    row = tabulate_sharing(event(article(COPY), article(edited, "herald"))).iloc[0]
    assert row["shared_words"] == len(COPY.split()) - 2
    assert row["share_a"] * len(COPY.split()) == pytest.approx(row["shared_words"] - 3)


def test_the_sample_event_has_its_wire_pair_and_no_other() -> None:
    sample = tk.load_event("saltworks")
    found = tabulate_sharing(sample)
    pair = found[found["kind"] != "quotes only"]
    assert pair["kind"].tolist() == ["wire"]
    assert pair["source"].tolist() == ["crosswire"]
    outlets = [sample.article(str(pair.iloc[0][c])).outlet for c in ("article_a", "article_b")]
    assert outlets == ["crosswire", "ledger"]
    assert pair.iloc[0]["share_a"] == pytest.approx(0.64, abs=0.02)  # of the data sheet
    assert pair.iloc[0]["share_b"] == pytest.approx(0.91, abs=0.02)


def test_the_table_does_not_depend_on_the_order_of_articles() -> None:
    sample = tk.load_event("saltworks")
    turned = dataclasses.replace(sample, articles=sample.articles[::-1])
    pd.testing.assert_frame_equal(tabulate_sharing(sample), tabulate_sharing(turned))


def test_no_articles_have_no_pairs_but_all_columns() -> None:
    assert list(tabulate_sharing(event()).columns)[5:] == ["kind", "own_words", "source", "why"]
    assert tabulate_sharing(event(article(COPY))).empty


def test_one_text_in_very_many_articles_does_not_make_all_pairs() -> None:
    count = MANY + 40
    bodies = [body_of(article(COPY, f"outlet{n}", n)) for n in range(count)]
    found = pairs_with_common_rows(bodies)
    assert len(found) <= count * NEIGHBOURS
    assert {i for pair in found for i in pair} == set(range(count))


def test_in_an_event_of_common_size_every_pair_is_found() -> None:
    bodies = [body_of(article(COPY, f"outlet{n}", n)) for n in range(60)]
    assert len(pairs_with_common_rows(bodies)) == 60 * 59 // 2


def test_a_text_of_one_word_over_and_over_ends_soon() -> None:
    told = article("salt " * 3000), article("salt " * 3000, "herald")
    assert find_shared_runs(*told) == []


@pytest.fixture
def shared() -> tuple[Event, pd.DataFrame, pd.DataFrame]:
    """Two outlets of one copy, a third with its own text, the quotes of all, and their sharing."""
    said = "“We cannot run this boat through a fourth winter of losses,” said Mara Quill."
    other = "“I will miss the sound of it in the morning,” said Jon Abbas."
    told = event(
        article(f"LONDON (Reuters) - {COPY}\n\n{said}", "gazette"),
        article(f"{COPY}\n\n{said}\n\n{OWN}\n\n{other}", "herald"),
        article(f"{OWN[:60]}\n\n{said} {other}", "post"),
    )
    return told, tk.tabulate_quotes(told), tabulate_sharing(told)


def test_shared_copy_is_counted_once_under_the_first_and_the_rest_stays(
    shared: tuple[Event, pd.DataFrame, pd.DataFrame],
) -> None:
    told, quotes, sharing = shared
    kept = drop_copies(quotes, told, sharing)
    gone = quotes[~quotes["quote_id"].isin(kept["quote_id"])]
    assert gone["outlet"].unique().tolist() == ["herald"]
    assert gone["content"].str.contains("fourth winter").any()
    assert "herald" in kept["outlet"].tolist()  # what it adds
    assert len(quotes) == len(kept) + len(gone)


def test_a_measure_says_that_it_counted_copy_once(
    shared: tuple[Event, pd.DataFrame, pd.DataFrame],
) -> None:
    told, quotes, sharing = shared
    each = measures.voice(told, quotes=quotes)
    once = measures.voice(told, quotes=quotes, shared="once", sharing=sharing)
    words = {o: f.groupby("outlet")["words"].sum() for o, f in (("each", each), ("once", once))}
    assert words["once"]["gazette"] == words["each"]["gazette"]
    assert words["once"]["post"] == words["each"]["post"]
    assert words["once"]["herald"] < words["each"]["herald"]
    assert once.attrs["shared"] == (
        "Shared copy of gazette and herald is counted once, under gazette."
    )
    assert "shared" not in each.attrs


def test_agreement_counts_the_tellings_of_one_copy_once_and_keeps_its_outlets(
    shared: tuple[Event, pd.DataFrame, pd.DataFrame],
) -> None:
    told, quotes, sharing = shared
    each = measures.agreement(told, quotes=quotes).set_index("item")
    once = measures.agreement(told, quotes=quotes, shared="once", sharing=sharing)
    once = once.set_index("item").loc[each.index]
    three = each[(each["value"] == 3) & (each["kind"] == "utterance")].index
    assert len(three) >= 1
    assert once.loc[three, "value"].tolist() == [2] * len(three)
    assert once.loc[three, "n"].tolist() == [2] * len(three)
    assert once["outlets"].equals(each["outlets"])
    assert once["only_here"].equals(each["only_here"])
    assert (once["value"] >= 1).all() and (once["value"] <= each["value"]).all()
    assert (once["low"] <= once["value"]).all() and (once["value"] <= once["high"]).all()


@pytest.mark.slow
@pytest.mark.parametrize("measure", ["voice", "labels", "verbs", "agreement"])
def test_counting_once_changes_nothing_where_nothing_is_shared(measure: str) -> None:
    sample = tk.load_event("saltworks")
    alone = dataclasses.replace(
        sample, articles=tuple(a for a in sample.articles if a.outlet not in ("ledger",))
    )
    count = getattr(measures, measure)
    each, once = count(alone), count(alone, shared="once")
    pd.testing.assert_frame_equal(each, once)
    assert once.attrs["shared"] == "No two articles share copy, so nothing is counted twice."


def test_the_outlet_that_the_evidence_names_is_where_copy_is_counted() -> None:
    sample = tk.load_event("saltworks")
    sharing = tabulate_sharing(sample)
    assert say_counted_once(sample, sharing) == (
        "Shared copy of Crosswire and Market Ledger is counted once, under Crosswire."
    )
    turned = sharing.assign(source="ledger")
    assert say_counted_once(sample, turned).endswith("under Market Ledger.")


def test_labels_of_shared_copy_are_not_taken_for_labels_of_one_outlet_alone() -> None:
    sample = tk.load_event("saltworks")
    keys = ["outlet", "concept", "actor", "label"]
    each = measures.labels(sample).set_index(keys)["only_here"]
    once = measures.labels(sample, shared="once").set_index(keys)["only_here"]
    assert len(once) < len(each)
    assert once.equals(each.loc[once.index])


def test_only_each_and_once_are_ways_to_count() -> None:
    with pytest.raises(UsageError, match=r"'twice'.*'each' or 'once'"):
        measures.voice(tk.load_event("saltworks"), shared="twice")  # type: ignore[arg-type]


def test_frames_passed_in_are_not_changed(
    shared: tuple[Event, pd.DataFrame, pd.DataFrame],
) -> None:
    told, quotes, sharing = shared
    before = quotes.copy(), sharing.copy()
    measures.voice(told, quotes=quotes, shared="once", sharing=sharing)
    pd.testing.assert_frame_equal(quotes, before[0])
    pd.testing.assert_frame_equal(sharing, before[1])
