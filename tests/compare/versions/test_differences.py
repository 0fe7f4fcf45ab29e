"""Claims about the tables of differences: every row is a place of an article."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import tables
from toolkit.compare.versions.differences import diff, tabulate_changes, tabulate_differences
from toolkit.errors import UsageError
from toolkit.model import Article, Span, write_spans

WHOLE = "We have kept the ferry running through three hard winters, and it has cost us dearly."


def article(name: str, text: str) -> Article:
    return Article(name, name, "", "", "", text, "en", "")


def quote(name: str, text: str, *content: str, kind: str = "direct") -> dict[str, object]:
    spans, at = [], 0
    for words in content:
        start = text.index(words, at)
        at = start + len(words)
        spans.append(Span(start, at))
    return {
        "quote_id": f"{name}1", "article_id": name, "outlet": name, "kind": kind,
        "content": " ".join(content), "spans": write_spans(spans), "speaker": "Mara Quill",
    }  # fmt: skip


def tables_of(
    texts: Sequence[str], contents: Sequence[Sequence[str]], kinds: Sequence[str]
) -> tuple[pd.DataFrame, pd.DataFrame, list[Article]]:
    names = "abcdefg"[: len(texts)]
    articles = [article(n, t) for n, t in zip(names, texts, strict=True)]
    rows = [
        quote(n, t, *c, kind=k) for n, t, c, k in zip(names, texts, contents, kinds, strict=True)
    ]
    quotes = tables.to_frame(rows, tables.SCHEMAS["quotes"])
    utterances = pd.DataFrame({"utterance_id": "u1", "quote_id": quotes["quote_id"], "p_same": 0.9})
    return utterances, quotes, articles


def check_places(found: pd.DataFrame, articles: Sequence[Article]) -> None:
    texts = {a.article_id: a.text for a in articles}
    for row in found.to_dict("records"):
        for side, of in (("", "article_id"), ("fullest_", "fullest_article_id")):
            if not pd.isna(row[f"{side}words"]):
                shown = texts[row[of]][row[f"{side}start"] : row[f"{side}end"]]
                assert shown == row[f"{side}words"]


INTERRUPTED = "“We have kept the boat running,” she said, “and it’s cost us [all] dearly.”"
MIXED = "Quill said that they had “kept the ferry running … three hard winters” and paid for it."


def test_every_word_of_an_interrupted_and_of_a_mixed_quote_is_a_place_of_its_article() -> None:
    given_tables = tables_of(
        [f"“{WHOLE}” said Quill.", INTERRUPTED, MIXED],
        [
            [WHOLE],
            ["We have kept the boat running,", "and it’s cost us [all] dearly."],
            ["that they had “kept the ferry running … three hard winters” and paid for it"],
        ],
        ["direct", "direct", "mixed"],
    )
    found = tabulate_differences(*given_tables)
    check_places(found, given_tables[2])
    rows = found[found["quote_id"] == "b1"]
    told = [
        (r["op"], r["fullest_words"], r["words"])
        for r in rows.to_dict("records")
        if r["op"] != "same"
    ]
    assert told[0] == ("altered", "ferry", "boat")
    assert told[-1][0] == "bracketed" and told[-1][2] == "[all]"
    assert set(rows.loc[rows["op"] == "cut", "place"]) == {"inner marked"}
    both = rows[rows["words"] == "it’s"].iloc[0]
    assert (both["op"], both["fullest_words"]) == ("same", "it has")
    mixed = found[found["quote_id"] == "c1"]
    assert "paid" not in set(mixed["words"].dropna())
    assert set(mixed["op"]) == {"same", "cut", "ellipsis"}


def test_positions_count_the_rows_of_each_version() -> None:
    utterances, quotes, articles = tables_of(
        [f"“{WHOLE}”", "“We have kept the ferry running”"],
        [[WHOLE], ["We have kept the ferry running"]],
        ["direct", "direct"],
    )
    found = diff("u1", utterances, quotes, articles)
    assert found["position"].tolist() == list(range(1, len(found) + 1))
    assert " ".join(found["fullest_words"].dropna()) == WHOLE.replace(",", "").rstrip(".")


def test_a_paraphrase_and_a_version_alone_have_no_rows() -> None:
    utterances, quotes, articles = tables_of(
        [f"“{WHOLE}”", "She said that the winters were hard."],
        [[WHOLE], ["that the winters were hard"]],
        ["direct", "indirect"],
    )
    found = diff("u1", utterances, quotes, articles)
    assert found.empty and list(found.columns) == list(tables.SCHEMAS["differences"])
    assert diff("u1", utterances.head(1), quotes, articles).empty


def test_a_quote_without_a_place_is_looked_for_and_else_has_none() -> None:
    utterances, quotes, articles = tables_of(
        [f"“{WHOLE}”", "“We have kept the ferry running”"],
        [[WHOLE], ["We have kept the ferry running"]],
        ["direct", "direct"],
    )
    bare = quotes.assign(spans=pd.NA)
    found = diff("u1", utterances, bare, articles)
    check_places(found, articles)
    assert found["start"].notna().any()
    elsewhere = bare.assign(content=["We kept it going all the winter", "We kept it going"])
    found = diff("u1", utterances, elsewhere, articles)
    assert found["start"].isna().all() and found["words"].notna().any()


def test_changes_list_what_was_cut_silently_or_changed_and_nothing_else() -> None:
    silent = "We have kept the boat running, and it has cost us dearly."
    marked = "We have kept the ferry running … and it has cost us dearly."
    utterances, quotes, articles = tables_of(
        [f"“{WHOLE}”", f"“{silent}”", f"“{marked}”", "“three hard winters”"],
        [[WHOLE], [silent], [marked], ["three hard winters"]],
        ["direct"] * 4,
    )
    found = tabulate_changes(utterances, quotes, articles)
    assert found[["quote_id", "kind", "words", "fullest_words"]].fillna("").values.tolist() == [
        ["b1", "changed words", "boat", "ferry"],
        ["b1", "cut without a sign", "", "through three hard winters"],
    ]
    row = found.iloc[0]
    start, end = map(int, row["spans"].split("-"))
    assert articles[1].text[start:end] == "boat"
    assert found["p_same"].tolist() == [0.9, 0.9]


def test_an_unknown_utterance_and_quote_are_named() -> None:
    utterances, quotes, articles = tables_of([f"“{WHOLE}”"], [[WHOLE]], ["direct"])
    with pytest.raises(UsageError, match="utterance 'u2' is not in the table"):
        diff("u2", utterances, quotes, articles)
    with pytest.raises(UsageError, match="quote 'a1' is not in the table"):
        diff("u1", utterances, quotes.head(0), articles)
    with pytest.raises(UsageError, match="no article 'a' among the 0 given"):
        diff("u1", utterances, quotes, [])


WORD = st.sampled_from(
    ["We", "have", "can't", "kept", "the", "ferry", "64", "sixty-four", "re-open", "reopen",
     "[sic]", "…", "winter’s", "18%", "it’s"]
)  # fmt: skip
SPAN = st.lists(WORD, min_size=1, max_size=7).map(" ".join)


@pytest.mark.slow
@given(st.lists(SPAN, min_size=1, max_size=3), st.lists(SPAN, min_size=1, max_size=3))
def test_whatever_is_quoted_the_rows_point_at_the_words_they_show(
    first: list[str], second: list[str]
) -> None:
    texts = [" she said. ".join(f"“{part}”" for part in parts) for parts in (first, second)]
    given_tables = tables_of(texts, [first, second], ["direct", "direct"])
    found = tabulate_differences(*given_tables)
    check_places(found, given_tables[2])
    shown = found[found["words"].notna() & ~found["op"].isin(["bracketed", "ellipsis"])]
    starts, ends = shown["start"].tolist(), shown["end"].tolist()
    assert all(start >= end for start, end in zip(starts[1:], ends, strict=False))


def test_the_names_of_the_outlets_change_no_row() -> None:
    utterances, quotes, articles = tables_of(
        [f"“{WHOLE}”", "“We have kept the boat running”"],
        [[WHOLE], ["We have kept the boat running"]],
        ["direct", "direct"],
    )
    swapped = quotes.assign(outlet=["b", "a"])
    one = tabulate_differences(utterances, quotes, articles).drop(columns="outlet")
    two = tabulate_differences(utterances, swapped, articles).drop(columns="outlet")
    pd.testing.assert_frame_equal(one, two)
