"""Claims about how sure the rules are: shares as measured, unknown rules as all together."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract import confidence
from toolkit.extract.calibrate import count_sources, read_polnear, shares
from toolkit.extract.quotation import find_quotes
from toolkit.model import Span

TABLES = json.loads(
    (files("toolkit.extract") / "weights" / "rules.json").read_text(encoding="utf8")
)
MEASURED = ("quote", "source", "name")

rules = st.text(st.characters(categories=["Ll"], include_characters="_+/"), max_size=20)


@pytest.mark.parametrize("table", MEASURED)
def test_every_table_of_shares_has_a_figure_for_all_rules_together(table: str) -> None:
    assert "all" in TABLES[table]
    assert all(0.0 < share < 1.0 for share in TABLES[table].values())


def test_the_file_says_what_made_it_from_which_data() -> None:
    assert TABLES["made_by"] == "python -m toolkit.extract.calibrate"
    assert {"PolNeAR 1.0, train"} <= set(TABLES["data"].values())


def test_a_measured_rule_has_its_own_share() -> None:
    sure = confidence.of("cue_then_source", "direct", "name")
    assert sure.quote == TABLES["quote"]["direct/cue_then_source"]


@given(rules, st.sampled_from(["direct", "mixed", "indirect"]), rules)
def test_a_rule_seen_too_seldom_takes_the_share_of_its_kind(
    method: str, kind: str, rule: str
) -> None:
    sure = confidence.of(method, kind, rule)
    wanted = TABLES["quote"].get(f"{kind}/{method}", TABLES["quote"][kind])
    source = TABLES["source"].get(method, TABLES["source"]["all"])
    names, style = TABLES["name"], confidence.style_of(kind)
    name = names.get(f"{style}/{rule}", names.get(rule, names[style]))
    assert sure.quote == wanted
    assert sure.speaker == pytest.approx(source * name, abs=0.001)


def test_words_beside_their_speaker_are_surer_than_words_without() -> None:
    beside = confidence.of("source_then_cue", "direct", "name")
    without = confidence.of("no_cue", "direct", "pronoun")
    assert beside.quote > without.quote and beside.speaker > without.speaker


def test_a_quote_carries_the_confidence_of_its_rules() -> None:
    [quote] = find_quotes("“We stay,” said Nora Pike.", extractor="rules")
    method, rule = quote.method.split("+")
    sure = confidence.of(method, quote.kind, rule)
    assert (quote.p_quote, quote.p_speaker) == (sure.quote, sure.speaker)


# -- how the shares are measured ------------------------------------------------------------------


def test_shares_are_drawn_to_that_of_all_and_seldom_rules_left_out() -> None:
    counter = Counter({
        "often seen": 38, "often right": 29, "seldom seen": 19, "seldom right": 19, "all seen": 57,
        "all right": 48,
    })  # fmt: skip
    overall = 49 / 59
    assert shares(counter) == {
        "all": round((48 + 2 * overall) / 59, 3),
        "often": round((29 + 2 * overall) / 40, 3),
    }


def test_a_rule_that_was_never_right_is_not_impossible() -> None:
    assert 0.0 < shares(Counter({"never seen": 20}))["never"] < 0.05


@pytest.fixture
def marked_folder(tmp_path: Path) -> Path:
    """Two sentences of ours, the first one marked as PolNeAR marks, the second not."""
    text = "“We stay,” said Nora Pike. “They go,” said Tom Hale."
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_bytes(text.encode("utf8"))
    lines = [
        "T1\tContent 0 10\t“We stay,”", "T2\tSource 16 25\tNora Pike", "T3\tCue 11 15\tsaid",
        "E1\tCue:T3 Content:T1 Source:T2", "#1\tAnnotatorNotes E1\tclear",
    ]  # fmt: skip
    (tmp_path / "attributions" / "a_mary.ann").write_text("\n".join(lines), encoding="utf8")
    (tmp_path / "text" / "unmarked.txt").write_text("Nothing.", encoding="utf8")
    return tmp_path


def test_marked_articles_are_read_as_spans_and_unmarked_ones_passed_over(
    marked_folder: Path,
) -> None:
    [(text, [mark])] = list(read_polnear(marked_folder))
    assert [s.of(text) for s in mark.content] == ["“We stay,”"]
    assert mark.source == (Span(16, 25),)


def test_a_rule_is_counted_right_where_people_marked_the_same(marked_folder: Path) -> None:
    counts = count_sources(read_polnear(marked_folder))
    quote, source = counts["quote"], counts["source"]
    assert (quote["all seen"], quote["all right"]) == (2, 1)
    assert (source["cue_then_source seen"], source["cue_then_source right"]) == (1, 1)
