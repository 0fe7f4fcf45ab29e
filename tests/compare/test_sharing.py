"""Claims about shared copy."""

from __future__ import annotations

import pytest

from toolkit.compare.sharing import find_shared_runs, tabulate_sharing
from toolkit.model import Article, Event

COPY = (
    "The ferry between the two islands will stop at the end of May after three years of losses. "
    "The operator told its crew on Thursday and the quay was closed to visitors in the afternoon."
)
OWN = (
    "Nobody on the quay was surprised. The cafe had already taken down its summer timetable, "
    "and the crew drank their tea without saying much to anyone who came along."
)
SAID = "“We have kept the ferry running through three hard winters,” said Mara Quill."


def event(*texts: str, kinds: tuple[str, ...] = ("news", "news")) -> Event:
    articles = tuple(
        Article(f"{o}-1", o, "", "", "", text, "en", "", kind=kind)
        for o, text, kind in zip(("gazette", "herald"), texts, kinds, strict=True)
    )
    return Event("ferry", "The ferry", articles=articles)


@pytest.mark.parametrize(
    ("a", "b", "kinds", "found"),
    [
        (COPY, f"{COPY}\n\n{OWN[:60]}", ("news", "news"), ["copied"]),
        (COPY, f"{COPY}\n\n{OWN[:60]}", ("wire", "news"), ["wire"]),
        (f"PORT (Reuters) - {COPY}", COPY, ("news", "news"), ["wire"]),
        (f"{SAID} {OWN}", f"{COPY} {SAID}", ("news", "news"), ["quotes only"]),
        (OWN, COPY, ("news", "news"), []),
    ],
)
def test_a_pair_of_articles_shares(
    a: str, b: str, kinds: tuple[str, str], found: list[str]
) -> None:
    assert tabulate_sharing(event(a, b, kinds=kinds))["kind"].tolist() == found


def test_moved_paragraphs_are_found_in_any_order() -> None:
    first, second = event(f"{COPY}\n\n{OWN}", f"{OWN}\n\n{COPY}").articles
    runs = find_shared_runs(first, second)
    assert [r.b.of(second.text) for r in runs] == [r.a.of(first.text) for r in runs]
    assert sum(r.words for r in runs) == len(f"{COPY} {OWN}".split())


def test_shares_are_of_each_articles_own_words() -> None:
    row = tabulate_sharing(event(COPY, f"{COPY}\n\n{OWN}")).iloc[0]
    assert row["share_a"] == 1.0
    assert row["share_b"] < 0.6


def test_two_articles_of_one_outlet_are_no_pair() -> None:
    a, b = event(COPY, COPY).articles
    same = Event(
        "ferry", "", articles=(a, Article("gazette-2", "gazette", "", "", "", COPY, "en", ""))
    )
    assert tabulate_sharing(same).empty
    assert list(tabulate_sharing(same).columns)[5:] == ["kind", "own_words", "source", "why"]
    assert b.outlet == "herald"
