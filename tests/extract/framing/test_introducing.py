"""Claims about reporting verbs: their class, their speaker's side, cues of more words than one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from ferry_terms import of_kind, terms

from toolkit.extract.framing.introducing import read_cue
from toolkit.languages import get_language


@pytest.mark.parametrize(
    ("text", "lemma", "verb_class"),
    [
        ("“We stay,” said Nora Pike.", "say", "neutral"),
        ("“We stay,” Nora Pike claimed.", "claim", "doubt"),
        ("Nora Pike admitted that the boat leaks.", "admit", "concede"),
        ("Nora Pike warned that the boat leaks.", "warn", "caution"),
        ("The boat leaks, according to Nora Pike.", "according to", "neutral"),
    ],
)
def test_a_reporting_verb_has_its_class_and_its_speakers_side(
    text: str, lemma: str, verb_class: str
) -> None:
    [verb] = [t for t in terms(text) if t.kind == "verb"]
    assert (verb.term, verb.verb_class, verb.side) == (lemma, verb_class, "owners")


def test_a_verb_that_no_list_has_has_no_class() -> None:
    [verb] = [t for t in terms("“We stay,” Nora Pike bellyached.") if t.kind == "verb"]
    assert (verb.term, verb.verb_class) == ("bellyached", None)


def test_one_verb_of_two_parts_is_counted_once() -> None:
    assert of_kind("verb", "“We stay,” said Nora Pike. “All of us, every one.”") == ["say"]


def test_the_verb_of_a_quote_within_a_quote_is_its_speakers_choice() -> None:
    assert of_kind("verb", "“The mayor bellowed ‘Leave the quay’ at us,” said Nora Pike.") == [
        "say"
    ]


def test_spanish_verbs_have_classes_too() -> None:
    [verb] = [t for t in terms("«Hay sal», alegó Nora Pike.", "es") if t.kind == "verb"]
    assert (verb.term, verb.verb_class, verb.side) == ("alegar", "doubt", "owners")


@pytest.mark.parametrize(
    ("cue", "lemma", "verb_class"),
    [
        ("said in a statement", "say", "neutral"),
        ("told reporters", "tell", "neutral"),
        ("was quoted as saying", "say", "neutral"),
        ("has repeatedly pledged", "pledge", "commit"),
        ("issued a statement condemning", "condemn", "conflict"),
        ("called on", "call on", "commit"),
        ("made it clear", "make it clear", "affirm"),
        ("lashed out at", "lash out", "conflict"),
        ("expects", "expects", None),
    ],
)
def test_a_cue_of_several_words_has_the_class_of_its_telling_verb(
    cue: str, lemma: str, verb_class: str | None
) -> None:
    assert read_cue(cue, "en") == (lemma, verb_class)


@pytest.mark.parametrize(
    ("cue", "lemma", "verb_class"),
    [
        ("ha dicho", "decir", "neutral"),
        ("le reprochó", "reprochar", "conflict"),
        ("dio a conocer", "dar a conocer", "neutral"),
        ("se quejó", "quejarse", "conflict"),
        ("dejó claro", "dejar claro", "affirm"),
        ("de acuerdo con", "de acuerdo con", "neutral"),
    ],
)
def test_spanish_cues_with_clitics_and_compound_tenses_have_their_class(
    cue: str, lemma: str, verb_class: str
) -> None:
    assert read_cue(cue, "es") == (lemma, verb_class)


@pytest.mark.parametrize(
    "text",
    [
        "Nora Pike would never claim that the boat leaks.",
        "The town wants Nora Pike to admit that the boat leaks.",
    ],
)
def test_what_was_not_said_has_no_class(text: str) -> None:
    assert [t.verb_class for t in terms(text) if t.kind == "verb" and t.verb_class] == []


def test_a_verb_names_the_actor_who_speaks() -> None:
    [verb] = [t for t in terms("“We stay,” said Nora Pike.") if t.kind == "verb"]
    assert verb.actor == "nora-pike"


def test_verbs_have_the_classes_of_the_list_made_for_this_project(root: Path) -> None:
    """Every form of the list but "supuestamente", an adverb, which is a hedge."""
    file = root.parent / "shared" / "reporting-verbs.tsv"
    if not file.is_file():
        pytest.skip(f"the list of reporting verbs is not at {file}")
    with file.open(encoding="utf8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    other = {
        (row["lang"], form): (row["class"], read_cue(form.replace("_", " "), row["lang"])[1])
        for row in rows
        for form in row["forms"].split()
        if read_cue(form.replace("_", " "), row["lang"])[1] != row["class"]
    }
    assert other == {("es", form): ("doubt", None) for form in ("supuestamente", "presuntamente")}
    assert "supuestamente" in get_language("es").hedges
