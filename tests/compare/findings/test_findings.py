"""Each finding on a toy event that has it, and on one that only looks as if it had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import tables
from toolkit.compare.findings.listing import KINDS, SCHEMA, tabulate_findings
from toolkit.compare.said import Said, read_said
from toolkit.compare.versions.relations import compare_versions
from toolkit.errors import UsageError
from toolkit.model import Actor, Article, Event, Side, fingerprint

BOAT = "We have run the winter boat at a loss for six years"
SUMMER = "and we cannot ask the summer to pay for it again"
BOARD = "Nobody rang us about it, we read it on the timetable board at the pier"
LEDGER = "A lifeline is not a line in anybody’s ledger"


@dataclass(frozen=True)
class Told:
    """One quote of a toy article: who, what, and how the sentence has it."""

    speaker: str | None
    words: str
    source: str | None = None
    kind: str = "direct"
    p_speaker: float = 1.0
    candidates: str | None = None
    same_as: str | None = None
    not_same_as: str | None = None
    inside: str | None = None
    u: str | None = None  # its utterance; without one it is nobody else's
    p_same: float = 1.0

    @property
    def sentence(self) -> str:
        who = self.source or self.speaker
        return (
            f"“{self.words},” {who} said." if self.kind == "direct" else f"{who} said {self.words}."
        )


HOLM = Told("Greta Holm", f"{BOAT}, {SUMMER}", u="u1")
VANE = Told("Idris Vane", BOARD, u="u2")


def event_of(articles: dict[str, list[Told]], *, sides: tuple[Side, ...] = ()) -> Event:
    made = [
        Article(
            f"{name}-1", name.partition(".")[0], "", "", "The ferry",
            "\n\n".join(t.sentence for t in told if not t.inside) or "It rained on the pier.",
            "en", "", published="2026-10-05",
        )
        for name, told in articles.items()
    ]  # fmt: skip
    texts = tuple(replace(a, text_sha256=fingerprint(a.text)) for a in made)
    return Event("ferry", "The ferry", articles=texts, sides=sides)


def quotes_of(event: Event, articles: dict[str, list[Told]]) -> pd.DataFrame:
    rows = []
    for article, told in zip(event.articles, articles.values(), strict=True):
        for number, t in enumerate(told, 1):
            start = article.text.index(t.words)
            rows.append({
                "quote_id": f"{article.article_id}-q{number}", "article_id": article.article_id,
                "outlet": article.outlet, "kind": t.kind, "content": t.words,
                "spans": f"{start}-{start + len(t.words)}", "start": start,
                "end": start + len(t.words), "source": t.source or t.speaker, "cue": "said",
                "speaker": t.speaker, "words": len(t.words.split()), "p_quote": 1.0,
                "p_speaker": t.p_speaker, "candidates": t.candidates, "same_as": t.same_as,
                "not_same_as": t.not_same_as, "inside": t.inside,
            })  # fmt: skip
    return tables.to_frame(rows, tables.SCHEMAS["quotes"])


def aligned_of(quotes: pd.DataFrame, event: Event, articles: dict[str, list[Told]]) -> pd.DataFrame:
    """The utterances as the toy says; that they are found is a matter of other tests."""
    told = [t for listed in articles.values() for t in listed]
    read = [read_said(row, event.article(row["article_id"])) for row in quotes.to_dict("records")]
    groups: dict[str, list[tuple[Said, Told]]] = {}
    for said, t in zip(read, told, strict=True):
        for name in (t.u or said.quote_id).split(";"):
            groups.setdefault(name, []).append((said, t))
    rows = []
    for name, group in groups.items():
        group.sort(key=lambda pair: -len(pair[0].marked))
        fullest = group[0][0]
        rows += [
            {
                "utterance_id": name, "quote_id": said.quote_id, "article_id": said.article_id,
                "outlet": said.outlet, "speaker": said.speaker, "similarity": t.p_same,
                "relation": compare_versions(fullest, said).relation, "p_same": t.p_same,
            }
            for said, t in group
        ]  # fmt: skip
    return tables.to_frame(rows, tables.SCHEMAS["utterances"])


def found_in(articles: dict[str, list[Told]], *, sides: tuple[Side, ...] = ()) -> pd.DataFrame:
    event = event_of(articles, sides=sides)
    quotes = quotes_of(event, articles)
    return tabulate_findings(event, quotes=quotes, aligned=aligned_of(quotes, event, articles))


def find(
    kind: str, articles: dict[str, list[Told]], *, sides: tuple[Side, ...] = ()
) -> list[dict[str, object]]:
    found = found_in(articles, sides=sides)
    assert list(found.columns) == list(SCHEMA)
    assert set(found["finding"]) <= set(KINDS)
    assert found["p"].between(0.5, 1.0).all()
    return found[found["finding"] == kind].to_dict("records")


# --- the same words under two names ------------------------------------------------------------


def test_the_same_words_under_two_names_are_a_finding_about_the_outlet_that_is_alone() -> None:
    [row] = find(
        "other speaker",
        {"post": [VANE], "tide": [replace(VANE, speaker="Maud Perrin")], "strait": [VANE]},
    )
    assert (row["outlet"], row["speaker"], row["other"]) == ("tide", "Maud Perrin", "Idris Vane")
    assert (row["outlets"], row["value"], row["n"]) == ("post;strait", 2, 3)
    assert row["evidence"] == "tide-1-q1;post-1-q1;strait-1-q1"


@pytest.mark.parametrize(
    "other",
    [
        replace(VANE, speaker="Vane"),  # a surname alone
        replace(VANE, speaker="Maud Perrin", source="she"),  # the program's reading
        replace(VANE, speaker="Maud Perrin", p_speaker=0.4),  # an unsure one
        replace(VANE, speaker=None),
        replace(VANE, speaker="Nella Vane", source="Ms Vane"),  # "Vane" may be either
        replace(VANE, speaker="Harbour Board"),  # a body that he may speak for
        replace(VANE, speaker="Sound Lines", source="Sound Lines, of which Idris Vane is a part,"),
        replace(VANE, speaker="Maud Perrin", words="We read it on the board"),  # too short
    ],
    ids=[
        "surname",
        "pronoun",
        "unsure",
        "nobody",
        "same surname",
        "body",
        "named together",
        "short",
    ],
)
def test_a_name_that_may_be_another_form_or_a_misreading_is_no_finding(other: Told) -> None:
    assert find("other speaker", {"post": [VANE], "tide": [other]}) == []


def test_two_of_one_family_who_are_named_in_full_are_two() -> None:
    assert (
        len(find("other speaker", {"post": [VANE], "tide": [replace(VANE, speaker="Nella Vane")]}))
        == 1
    )


def test_a_body_of_another_side_is_a_finding_and_of_the_same_side_is_not() -> None:
    islanders = Side("islanders", "Islanders", (Actor("idris-vane", "Idris Vane"),))
    line = Actor("sound-lines", "Sound Lines", kind="body")
    articles = {"post": [VANE], "tide": [replace(VANE, speaker="Sound Lines")]}
    apart = (islanders, Side("line", "The line", (line,)))
    assert len(find("other speaker", articles, sides=apart)) == 1
    together = (replace(islanders, actors=(*islanders.actors, line)),)
    assert find("other speaker", articles, sides=together) == []


def test_two_bodies_differ_unless_one_name_is_short_for_the_other() -> None:
    def bodies(a: str, b: str) -> list[dict[str, object]]:
        return find(
            "other speaker",
            {"post": [replace(VANE, speaker=a)], "tide": [replace(VANE, speaker=b)]},
        )

    assert len(bodies("Island Union", "Harbour Board")) == 1
    assert bodies("Western Passage Authority", "WPA") == []
    assert bodies("Western Passage Authority", "the Authority") == []


def test_an_outlet_that_has_it_from_both_knows_that_both_said_it() -> None:
    other = replace(VANE, speaker="Maud Perrin", words=f"{BOARD}.", u="u9")
    assert find("other speaker", {"post": [VANE, other], "tide": [other]}) == []


def test_words_that_the_speaker_quotes_in_turn_are_not_the_speakers() -> None:
    outer = Told("Maud Perrin", f"He told me, ‘{BOARD}’, and I believed every word of it")
    inner = replace(VANE, inside="tide-1-q1")
    assert find("other speaker", {"post": [VANE], "tide": [outer, inner]}) == []
    assert len(find("other speaker", {"post": [VANE], "tide": [outer]})) == 1


# --- two in one ---------------------------------------------------------------------------------


SHORT = Told("Idris Vane", LEDGER, u="u3")
MERGED = Told("Idris Vane", f"{BOARD}, {LEDGER}", u="u2;u3")


def test_one_quote_that_runs_two_statements_together_is_a_finding() -> None:
    post = [replace(VANE, p_same=0.9), replace(SHORT, p_same=0.8)]
    [row] = find("two in one", {"post": post, "tide": [MERGED]})
    assert (row["outlet"], row["value"], row["outlets"], row["p"]) == ("tide", 2, "post", 0.8)
    assert row["evidence"] == "tide-1-q1;post-1-q1;post-1-q2"
    [row] = find("two in one", {"post": post, "strait": [VANE], "tide": [MERGED]})
    assert row["outlets"] == "post"


def test_the_head_here_and_the_tail_there_may_be_one_statement() -> None:
    assert find("two in one", {"post": [VANE], "strait": [SHORT], "tide": [MERGED]}) == []


def test_where_the_second_statement_is_in_doubt_they_are_not_called_two_in_one() -> None:
    post = [replace(VANE, p_same=0.9), replace(SHORT, p_same=0.4)]
    assert find("two in one", {"post": post, "tide": [MERGED]}) == []


def test_one_statement_that_others_cut_is_not_two() -> None:
    articles = {"tide": [HOLM], "post": [replace(HOLM, words=BOAT)], "strait": [HOLM]}
    assert find("two in one", articles) == []


# --- said again ---------------------------------------------------------------------------------


AGAIN = replace(VANE, u="u9")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (VANE, replace(AGAIN, not_same_as="post-1-q1")),  # a person said so
        (VANE, replace(AGAIN, source="Idris Vane, at a hearing last year,")),
        (
            replace(VANE, source="Idris Vane, in a post on Facebook,"),
            replace(AGAIN, source="Idris Vane, in his speech to the council,"),
        ),
    ],
    ids=["person", "day", "form"],
)
def test_the_same_words_of_one_speaker_on_another_occasion_were_said_again(
    first: Told, second: Told
) -> None:
    [row] = find("said again", {"post": [first], "tide": [second]})
    assert (row["speaker"], row["outlets"], row["value"]) == ("Idris Vane", "post;tide", 2)
    assert (row["utterance_id"], row["other"]) == ("u2", "u9")


def test_words_that_were_only_not_matched_were_not_said_again() -> None:
    assert find("said again", {"post": [VANE], "tide": [AGAIN]}) == []


def test_what_two_persons_said_alike_or_one_said_once_was_not_said_again() -> None:
    other = replace(AGAIN, speaker="Maud Perrin", not_same_as="post-1-q1")
    assert find("said again", {"post": [VANE], "tide": [other]}) == []
    assert find("said again", {"post": [VANE], "tide": [VANE]}) == []


# --- changed inside the marks -------------------------------------------------------------------


def test_words_that_go_from_the_middle_without_a_sign_are_a_finding() -> None:
    silent = replace(HOLM, words=HOLM.words.replace(" at a loss", ""))
    [row] = find("silent cut", {"post": [HOLM], "tide": [silent]})
    assert (row["outlet"], row["words"], row["value"]) == ("tide", "at a loss", 3)
    assert (row["outlets"], row["evidence"]) == ("post", "tide-1-q1;post-1-q1")


@pytest.mark.parametrize(
    "words",
    [
        HOLM.words.replace(" at a loss", " …"),
        HOLM.words.replace("six", "6"),
        BOAT,
        HOLM.words.replace("the winter boat", "the [winter] boat"),
        HOLM.words.replace(" at a loss", "") + " at a loss",
    ],
    ids=["dots", "a figure", "the end", "a bracket", "moved"],
)
def test_a_cut_that_is_shown_or_at_the_end_and_house_style_are_none(words: str) -> None:
    articles = {"post": [HOLM], "tide": [replace(HOLM, words=words)]}
    assert find("silent cut", articles) == find("changed words", articles) == []


def test_another_word_inside_the_marks_is_a_finding() -> None:
    changed = replace(HOLM, words=HOLM.words.replace("boat", "ferry"))
    fuller = replace(HOLM, words=f"{HOLM.words} this year")
    [row] = find("changed words", {"post": [fuller], "tide": [changed]})
    assert (row["outlet"], row["words"], row["other"]) == ("tide", "ferry", "boat")


def test_what_is_hardly_the_same_statement_has_no_changed_words() -> None:
    articles = {"post": [HOLM], "tide": [replace(VANE, speaker="Greta Holm")]}
    assert find("changed words", articles) == find("silent cut", articles) == []


# --- whole in one outlet ------------------------------------------------------------------------


def test_a_statement_that_all_others_cut_is_whole_in_one_outlet() -> None:
    [row] = find(
        "whole in one outlet",
        {
            "post": [HOLM],
            "tide": [replace(HOLM, words=BOAT)],
            "strait": [replace(HOLM, words=BOAT)],
        },
    )
    assert (row["outlet"], row["outlets"], row["value"]) == ("post", "strait;tide", 2)
    assert row["words"] == HOLM.words


def test_a_statement_that_two_print_whole_is_not() -> None:
    cut = replace(HOLM, words=BOAT)
    assert find("whole in one outlet", {"post": [HOLM], "tide": [cut], "strait": [HOLM]}) == []


def test_the_same_words_in_another_order_are_as_whole() -> None:
    turned = replace(HOLM, words=f"{SUMMER.removeprefix('and ')}. {BOAT} and")
    assert find("whole in one outlet", {"post": [HOLM], "tide": [turned]}) == []


def test_an_outlet_that_prints_it_all_in_two_quotes_prints_it_whole() -> None:
    head = replace(HOLM, words=BOAT)
    tail = replace(HOLM, words=SUMMER.removeprefix("and "))
    assert find("whole in one outlet", {"post": [HOLM], "tide": [head, tail]}) == []
    assert find("whole in one outlet", {"post": [HOLM], "tide": [head], "strait": [tail]})


# --- not found ----------------------------------------------------------------------------------

WIDE = {"post": [HOLM], "tide": [HOLM], "strait": [HOLM]}


def test_what_most_outlets_have_and_one_has_not_was_not_found_there() -> None:
    [row] = find("statement not found", {**WIDE, "gull": [VANE]})
    assert (row["outlet"], row["outlets"]) == ("gull", "post;strait;tide")
    assert (row["value"], row["n"]) == (3, 4)
    assert pd.isna(row["other"])
    [voice] = find("voice not found", {**WIDE, "gull": [VANE]})
    assert (voice["outlet"], voice["speaker"]) == ("gull", "Greta Holm")


def test_under_three_outlets_or_half_of_them_nothing_is_missing() -> None:
    two = {"post": [HOLM], "tide": [HOLM], "gull": [VANE]}
    assert find("statement not found", two) == find("voice not found", two) == []
    others = {name: [Told("Maud Perrin", "The bread goes stale")] for name in ("a", "b", "c")}
    half = {**WIDE, **others}
    assert find("statement not found", half) == find("voice not found", half) == []


def test_who_has_one_of_two_statements_that_another_runs_together_may_have_both() -> None:
    articles = {"tide": [MERGED], "post": [VANE], "strait": [SHORT], "gull": [SHORT], "bay": []}
    [row] = find("statement not found", articles)
    assert (row["outlet"], row["utterance_id"], row["words"]) == ("bay", "u3", LEDGER)


def test_where_the_speaker_is_quoted_otherwise_a_retelling_may_have_been_missed() -> None:
    [row] = find("statement not found", {**WIDE, "gull": [Told("Greta Holm", "It is enough")]})
    assert (row["other"], row["p"] < 0.8) == ("quoted", True)
    assert find("voice not found", {**WIDE, "gull": [Told("Greta Holm", "It is enough")]}) == []


def test_where_the_speaker_is_named_a_quote_may_have_been_missed() -> None:
    told = Told("Idris Vane", "I have not spoken to Ms Holm since the spring")
    [row] = find("voice not found", {**WIDE, "gull": [told]})
    assert (row["other"], row["p"] < 0.75) == ("named", True)
    [row] = find("statement not found", {**WIDE, "gull": [told]})
    assert (row["other"], row["p"] < 0.75) == ("named", True)


def test_words_that_stand_in_the_article_after_all_are_not_missing() -> None:
    retold = Told(
        "Idris Vane", "that the winter boat had run at a loss six years, and the summer pays again",
        kind="indirect",
    )  # fmt: skip
    for told in (Told(None, f"The firm’s line was that “{BOAT.lower()}” and more"), retold):
        assert find("statement not found", {**WIDE, "gull": [told]}) == []


def test_a_quote_that_may_be_the_speakers_is_not_silence() -> None:
    doubtful = Told("Maud Perrin", "It is enough", candidates="Maud Perrin=0.4;Greta Holm=0.6")
    assert find("voice not found", {**WIDE, "gull": [doubtful]}) == []


# What is printed in "xx" cannot be compared with the rest, and the program says so.
@pytest.mark.filterwarnings("ignore::toolkit.compare.matching.translation.NotComparedWarning")
@pytest.mark.parametrize(
    "change",
    [
        {"language": "xx"},  # nobody reads it
        {"flags": ("paywall",)},  # read in part
        {"published": "2026-10-01"},  # out before anybody had it
    ],
    ids=["language", "partial", "early"],
)
def test_an_outlet_that_could_not_be_read_or_was_early_lacks_nothing(
    change: dict[str, object],
) -> None:
    articles = {**WIDE, "gull": [Told("Maud Perrin", "The bread goes stale")]}
    event = event_of(articles)
    quotes = quotes_of(event, articles)
    aligned = aligned_of(quotes, event, articles)
    gull = next(a for a in event.articles if a.outlet == "gull")
    others = tuple(a for a in event.articles if a.outlet != "gull")
    changed = replace(event, articles=(*others, replace(gull, **change)))
    found = tabulate_findings(event, quotes=quotes, aligned=aligned)
    assert set(found["finding"]) == {"statement not found", "voice not found"}
    assert tabulate_findings(changed, quotes=quotes, aligned=aligned).empty


# --- the table ----------------------------------------------------------------------------------


def test_an_event_without_quotes_has_no_findings_and_all_columns() -> None:
    event = event_of({"post": [], "tide": []})
    found = tabulate_findings(event, quotes=tables.to_frame([], tables.SCHEMAS["quotes"]))
    assert (list(found.columns), len(found)) == (list(SCHEMA), 0)


def test_a_table_without_a_column_is_named() -> None:
    event = event_of(WIDE)
    with pytest.raises(UsageError, match="table 'quotes' has no column 'p_quote'"):
        tabulate_findings(event, quotes=quotes_of(event, WIDE).drop(columns="p_quote"))


ALL = {
    "post": [HOLM, VANE, SHORT],
    "tide": [replace(HOLM, words=BOAT), replace(VANE, speaker="Maud Perrin", u=None)],
    "strait": [HOLM, VANE],
    "gull": [MERGED],
}


@pytest.mark.slow
@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(random: Random) -> None:
    event = event_of(ALL)
    quotes = quotes_of(event, ALL)
    aligned = aligned_of(quotes, event, ALL)
    order = list(range(len(quotes)))
    random.shuffle(order)
    first = tabulate_findings(event, quotes=quotes, aligned=aligned)
    second = tabulate_findings(event, quotes=quotes.iloc[order], aligned=aligned)
    assert {"other speaker", "two in one", "statement not found"} <= set(first["finding"])
    pd.testing.assert_frame_equal(first, second)


def test_the_tables_that_are_handed_in_are_not_changed() -> None:
    event = event_of(ALL)
    quotes = quotes_of(event, ALL)
    aligned = aligned_of(quotes, event, ALL)
    before = quotes.copy(), aligned.copy()
    tabulate_findings(event, quotes=quotes, aligned=aligned)
    pd.testing.assert_frame_equal(quotes, before[0])
    pd.testing.assert_frame_equal(aligned, before[1])
