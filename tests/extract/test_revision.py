"""What the tagger changes in the rules' quotes, with labels made up for each case."""

from __future__ import annotations

import itertools

import numpy as np

from toolkit.extract.attributes import attributes_of
from toolkit.extract.revision import Tagged, revise, supplement
from toolkit.extract.rules import Reader
from toolkit.extract.segments import Segment, choose_segments, find_segments
from toolkit.extract.tagging import BEGINS, CUE, INSIDE, LABELS, OTHER, SOURCE
from toolkit.extract.trees import load_trees
from toolkit.languages import get_language

MIXED = "Lena Ortiz said the road was “dry as a bone” in May."
PLAIN = "Lena Ortiz wanted the ferry to run in May."


class Case:
    """A text, and labels that its words are given by hand."""

    def __init__(self, text: str, content: float = 0.0, language: str = "en"):
        self.text, self.reader = text, Reader(text, get_language(language))
        self.drafts = self.reader.read()
        reader = self.reader
        self.seen = attributes_of(reader.paragraphs, reader.cues, reader.frames, self.drafts)
        self.labels = np.zeros((len(self.seen.words), len(LABELS)), np.float32)
        self.labels[:, INSIDE], self.labels[:, OTHER] = content, 1 - content

    def say(self, words: str, label: int, p: float = 0.9) -> None:
        first = self.seen.words.index(words.split()[0])
        for at in range(first, first + len(words.split())):
            self.labels[at] = 0.0
            self.labels[at, label], self.labels[at, OTHER] = p, 1 - p

    def revised(self, chosen: list[tuple[Segment, float]]) -> list[tuple[str, str]]:
        tagged = Tagged.of(self.seen, self.labels, len(self.reader.paragraphs))
        reader = self.reader
        found = revise(self.drafts, reader.paragraphs, reader.cues, reader.frames, tagged, chosen)
        return [(d.kind, " ".join(s.of(self.text) for s in d.spans)) for d in found]

    def supplemented(self, *words: str, p: float = 0.9) -> list[tuple[str, str]]:
        """The quotes when a tagger of another language thinks these words likely content."""
        tagged = Tagged.of(self.seen, self.labels, len(self.reader.paragraphs))
        reader, chosen = self.reader, [(self.segment(w), p) for w in words]
        found = supplement(
            self.drafts, reader.paragraphs, reader.cues, reader.frames, tagged, chosen
        )
        return [(d.kind, " ".join(s.of(self.text) for s in d.spans)) for d in found]

    def segment(self, words: str) -> Segment:
        first = self.seen.words.index(words.split()[0])
        return Segment(0, first, first + len(words.split()) - 1)


def test_marks_that_are_nobodys_speech_are_dropped():
    case = Case("Lena Ortiz said: “We will stay in the harbour.”")
    assert case.revised([]) == []
    sure = Case(case.text, content=0.9)
    assert sure.revised([]) == [("direct", "We will stay in the harbour.")]


def test_a_stretch_around_words_in_marks_makes_the_quote_mixed():
    case = Case(MIXED, content=0.8)
    stretch = case.segment("the road was dry as a bone in may")
    assert case.revised([(stretch, 0.7)]) == [("mixed", "the road was “dry as a bone” in May")]


def test_reported_speech_that_no_rule_knows_has_the_cue_and_source_that_are_likely():
    case = Case(PLAIN)
    case.say("wanted", CUE)
    case.say("lena ortiz", SOURCE)
    tagged = Tagged.of(case.seen, case.labels, 1)
    stretch = case.segment("the ferry to run in may")
    reader = case.reader
    [draft] = revise([], reader.paragraphs, reader.cues, reader.frames, tagged, [(stretch, 0.9)])
    assert draft.source and draft.source.span.of(PLAIN) == "Lena Ortiz"
    assert draft.cue and draft.cue.span.of(PLAIN) == "wanted"
    assert (draft.method, draft.kind, draft.p) == ("tagged", "indirect", 0.9)


def test_a_rules_clause_that_is_no_stretch_is_no_quote():
    case = Case("Lena Ortiz said that the road was dry.")
    assert [d.kind for d in case.drafts] == ["indirect"]
    assert case.revised([]) == []


def test_chosen_stretches_do_not_overlap_and_stand_in_order():
    text = "\n\n".join(["She said the road was dry and that the mill was shut, he added."] * 3)
    case = Case(text)
    case.labels[:, BEGINS] = 0.4
    case.labels[:, INSIDE] = 0.5
    found, rows = find_segments(case.seen, case.labels)
    chosen = [segment for segment, _ in choose_segments(found, rows, load_trees("segments"))]
    assert chosen == sorted(chosen, key=lambda s: (s.paragraph, s.first))
    for one, other in itertools.pairwise(chosen):
        assert one.paragraph < other.paragraph or one.last < other.first


def test_words_in_marks_that_a_tagger_of_another_language_rules_out_are_kept():
    case = Case("«No habrá obras», dijo Elena Solís.", language="es")
    assert case.supplemented() == [("direct", "No habrá obras")]


def test_a_clause_that_a_tagger_of_another_language_rules_out_is_dropped():
    text = "Elena Solís dijo que el canal se abrirá el lunes."
    assert Case(text, language="es").supplemented() == []
    clause = ("indirect", "el canal se abrirá el lunes")
    assert Case(text, content=0.4, language="es").supplemented() == [clause]


def test_a_stretch_of_another_languages_tagger_is_added_without_its_that():
    case = Case("Trascendió que la naviera vendería dos barcos.", language="es")
    words = "que la naviera vendería dos barcos"
    assert case.supplemented(words) == [("indirect", "la naviera vendería dos barcos")]
    assert case.supplemented(words, p=0.4) == []


def test_the_rules_clause_stands_where_another_languages_tagger_has_a_longer_one():
    case = Case("Elena Solís dijo que el canal se abrirá el lunes.", 0.8, language="es")
    longer = "dijo que el canal se abrirá el lunes"
    assert case.supplemented(longer) == [("indirect", "el canal se abrirá el lunes")]


def test_the_object_of_a_verb_and_what_was_not_said_are_added_by_no_tagger():
    for text, words in (
        ("Elena Solís lamentó el retraso del canal.", "el retraso del canal"),
        ("Elena Solís no aseguró que vendría.", "que vendría"),
        ("Se dice que la grúa es nueva.", "que la grúa es nueva"),
        ("Nadie ha confirmado que la grúa sea nueva.", "que la grúa sea nueva"),
        ("La barca «Viento en calma» zarpó.", "viento en calma"),
    ):
        assert Case(text, language="es").supplemented(words) == []
