"""One text as the learned reader has it: the rules' quotes, revised by the tagger, to be ranked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.extract.attributes import Attributes, attributes_of
from toolkit.extract.chain import Floats
from toolkit.extract.drafts import Draft
from toolkit.extract.ranking import Ranker
from toolkit.extract.revision import Tagged, revise, supplement
from toolkit.extract.rules import Reader
from toolkit.extract.segments import choose_segments, find_segments
from toolkit.extract.tagging import LEXICAL, load_tagger
from toolkit.extract.trees import Trees, load_trees


@dataclass(frozen=True)
class Reading:
    """One text as the tagger reads it: the rules' reader, its labels and the revised drafts."""

    reader: Reader
    tagged: Tagged
    drafts: list[Draft]

    def ranker(self) -> Ranker:
        """The ranker of the text's candidates."""
        reader = self.reader
        return Ranker(reader.paragraphs, reader.cues, reader.frames, self.tagged.by_paragraph)


def read_tagged(
    reader: Reader, label: Callable[[Attributes], Floats] | None = None,
    trees: Trees | None = None,
) -> Reading:  # fmt: skip
    """The rules' drafts, revised; training hands in labels and trees that did not see the text."""
    drafts = reader.read()
    seen = attributes_of(reader.paragraphs, reader.cues, reader.frames, drafts)
    labels = (label or load_tagger(reader.language.code).label)(seen)
    tagged = Tagged.of(seen, labels, len(reader.paragraphs))
    found, rows = find_segments(seen, labels)
    chosen = choose_segments(found, rows, trees or load_trees("segments"))
    change = revise if reader.language.code == LEXICAL else supplement
    revised = change(drafts, reader.paragraphs, reader.cues, reader.frames, tagged, chosen)
    return Reading(reader, tagged, revised)
