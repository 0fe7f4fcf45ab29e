"""A quote while it is being read: it may still grow by a follow-on sentence."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.extract.candidates import Phrase
from toolkit.extract.cues import Cue
from toolkit.model import QuoteKind, Span
from toolkit.text import Run

_BY_FORM = {"label", "question", "answer", "turn", "post", "signature", "colon"}


@dataclass
class Draft:
    """Content spans, kind, source, cue, the rule that tied them, and the paragraph it began in.

    `inside` is the content of the outer quote that a quote within a quote stands in; `p` how likely
    it is a quote, where the tagger knows better than the rule.
    """

    spans: list[Span]
    kind: QuoteKind
    source: Phrase | None
    cue: Cue | None
    method: str
    paragraph: int
    last_run: Run | None = None
    inside: Span | None = None
    p: float | None = None

    @property
    def settled(self) -> bool:
        """Whether the form of the text says who speaks, so that nobody need be looked for."""
        return self.method in _BY_FORM

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.spans[0].start
