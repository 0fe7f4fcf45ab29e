"""What a particular is: a name, number or date at a place of one article, written in one way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toolkit import tables
from toolkit.model import Span

ParticularKind = Literal["person", "body", "place", "number", "date"]
SCHEMA = {**tables.SCHEMAS["particulars"], "telling": tables.TEXT, "printed": tables.TEXT}


@dataclass(frozen=True, slots=True)
class Particular:
    """A name, number or date at a place of one article.

    `telling` is the part by which another article is judged to have it too: a surname, a figure.
    """

    name: str
    kind: ParticularKind
    span: Span
    telling: str
