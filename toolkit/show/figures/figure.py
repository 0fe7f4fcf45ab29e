"""A figure as it is shown: the drawing, with words for those who do not see it, and its table."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from toolkit.errors import UsageError, nearest
from toolkit.show.rendering import render


@dataclass(frozen=True)
class Figure:
    """A drawn figure with what a reader needs who cannot see it: alt text, caption, table."""

    drawn: Any
    title: str
    alt: str
    caption: str
    table: pd.DataFrame

    def _repr_html_(self) -> str:
        return str(render("figure.html", figure=self, source=self.source(), rows=_cells(self)))

    def source(self) -> str:
        """The figure as a ``data:`` address, so that a page needs no second file."""
        drawn = base64.b64encode(self._bytes("png")).decode()
        return f"data:image/png;base64,{drawn}"

    @property
    def width(self) -> int:
        """The width in pixels of the page, half of those in the picture."""
        return round(96 * float(self.drawn.get_size_inches()[0]))

    def save(self, path: str | Path) -> Path:
        """Save as SVG, PNG or PDF, by the ending, with the alt text in the file's metadata.

        Returns the path; raises UsageError for another ending.
        """
        target = Path(path)
        kind = target.suffix.lower().lstrip(".")
        if kind not in ("svg", "png", "pdf"):
            hint = nearest(kind, ["svg", "png", "pdf"])
            raise UsageError(f"{target}: a figure is saved as .svg, .png or .pdf{hint}")
        target.write_bytes(self._bytes(kind))
        return target

    def _bytes(self, kind: str) -> bytes:
        import matplotlib

        told = {"Title": self.title, "Subject" if kind == "pdf" else "Description": self.alt}
        dated = {"png": {}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}[kind]
        into = io.BytesIO()
        # The salt names the clip paths of an SVG, so that one frame gives one file, always.
        with matplotlib.rc_context({"svg.hashsalt": "sidelight"}):
            self.drawn.savefig(into, format=kind, metadata={**told, **dated}, dpi=192)
        return into.getvalue()


def _cells(figure: Figure) -> list[list[str]]:
    shown = figure.table.drop(columns=["evidence"], errors="ignore")
    return [list(map(str, shown.columns)), *([_cell(v) for v in row] for row in shown.values)]


def _cell(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return "<NA>"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
