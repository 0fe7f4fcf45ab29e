"""A quote while it is being read: it may still grow by a follow-on sentence."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.extract.candidates import Phrase
from toolkit.extract.cues import Cue
from toolkit.model import QuoteKind, Span
from toolkit.text import Run


@dataclass
class Draft:
    """Content spans, kind, source, cue, the rule that tied them, and the paragraph it began in."""

    spans: list[Span]
    kind: QuoteKind
    source: Phrase | None
    cue: Cue | None
    method: str
    paragraph: int
    last_run: Run | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.spans[0].start
