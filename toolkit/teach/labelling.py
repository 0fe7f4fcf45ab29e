"""A form in a notebook: read a sentence, say whether the words name the thing, and save.

For each actor and concept the likeliest suggestions are shown one under the other: the labels, to
be edited, why they are suggested, one sentence with the words in bold, and three buttons. Nothing
is written before *Save*; what was saved leaves the form, what waits for later stays. All of it can
be reached with Tab and pressed with Enter or Space.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets
import pandas as pd

from toolkit.compare.suggesting.accepting import accept_labels
from toolkit.compare.suggesting.labels import suggest_labels
from toolkit.errors import UsageError
from toolkit.model import Event
from toolkit.progress import told

#: Rows for each actor and concept: more nobody reads at one sitting.
ROWS = 8
ANSWERS = (("Yes", "yes"), ("No", "no"), ("Later", "later"))
NOTHING = "Nothing is suggested that was not answered yet."


class LabelForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The form; `event` is the event as its file has it after the last *Save*."""

    def __init__(self, event: Event, table: pd.DataFrame, who: str | None):
        self.event, self.who = event, who
        texts = {article.article_id: article.text for article in event.articles}
        self._rows = [_Row(row, texts) for row in table.to_dict("records")]
        self._choice = widgets.ToggleButtons(
            options=self._targets(), description="About", style={"description_width": "initial"}
        )
        self._shown, self._said = widgets.VBox(), widgets.HTML()
        self._save = widgets.Button(
            description="Save", button_style="primary", tooltip="Write the answers to event.yaml"
        )
        self._save.on_click(self._write)
        self._choice.observe(self._show, names="value")
        super().__init__([self._choice, self._shown, self._save, self._said])
        self._show()

    @property
    def answers(self) -> pd.DataFrame:
        """The rows with the answers that were given so far, as `accept_labels` takes them."""
        return pd.DataFrame([row.answered() for row in self._rows])

    def _targets(self) -> list[tuple[str, str]]:
        names: dict[str, str] = {}
        for row in self._rows:
            names.setdefault(row.target, str(row.values["name"]))
        return [(name, target) for target, name in names.items()]

    def _show(self, _: object = None) -> None:
        chosen = [row for row in self._rows if row.target == self._choice.value]
        self._shown.children = [row.widget for row in chosen] or [widgets.HTML(NOTHING)]

    def _write(self, _: object = None) -> None:
        answered = [row for row in self._rows if row.answer != "later"]
        if not answered:
            self._tell("Nothing was written: press Yes or No in a row first.")
            return
        try:
            table = pd.DataFrame([row.answered() for row in answered])
            self.event = accept_labels(self.event, table, who=self.who)
        except (UsageError, OSError) as error:
            self._tell(f"Nothing was written. {error}")
            return
        self._rows = [row for row in self._rows if row.answer == "later"]
        chosen = self._choice.value
        self._choice.options = self._targets()
        if chosen in [target for _, target in self._targets()]:
            self._choice.value = chosen
        self._show()
        yes = sum(row.answer == "yes" for row in answered)
        self._tell(
            f"Saved: {yes} accepted, {len(answered) - yes} rejected. "
            f"Wrote {self.event.folder}/event.yaml"
        )

    def _tell(self, words: str) -> None:
        self._said.value = f'<p role="status">{escape(words)}</p>'


class _Row:
    """One suggestion: its labels, its sentence, its answer."""

    def __init__(self, values: dict[Any, Any], texts: Mapping[str, str]):
        self.values = values
        self.target = str(values["id"])
        self._labels = widgets.Text(
            value=str(values["labels"]),
            description="Labels",
            tooltip="Delete what does not fit; parted by ;",
            layout=widgets.Layout(width="95%"),
        )
        self._answer = widgets.ToggleButtons(
            options=ANSWERS,
            value="later",
            style={"button_width": "5em"},
            tooltips=["It names it", "It does not", "Decide another time"],
        )
        about = widgets.HTML(_html_of(values, texts))
        self.widget = widgets.VBox(
            [about, self._labels, self._answer],
            layout=widgets.Layout(border_top="1px solid #d9d4c8", padding="6px 0"),
        )

    @property
    def answer(self) -> str:
        """yes, no or later."""
        return str(self._answer.value)

    def answered(self) -> dict[Any, Any]:
        """The row of the table with its labels as edited and the answer."""
        return {**self.values, "labels": self._labels.value, "accept": self.answer}


def label_form(
    event: Event,
    *,
    only: Sequence[str] | None = None,
    top: int = ROWS,
    who: str | None = None,
    table: pd.DataFrame | None = None,
) -> LabelForm:
    """A form to accept or reject suggested labels in a notebook.

    event: with the folder that it was loaded from. only: ids of actors and concepts to ask about.
    top: rows for each. who: who answers, by default the login name. table: suggestions at hand,
    such as those of `suggest_labels`; else they are made.

    Returns: a widget that a cell shows; after *Save*, its `event` is the event with the accepted
    labels, and the same is in ``event.yaml``.
    Errors: as for `suggest_labels`; UsageError for an event that no file was loaded for.

    Does not show: all places where a label stands; `tabulate_mentions` does, once it is accepted.
    """
    if event.folder is None:
        what = f"event '{event.id}' was not loaded from a folder: there is no event.yaml to write"
        raise UsageError(f"{what}; load it with load_event")
    if table is None:
        with told("Comparing") as tell:
            table = suggest_labels(event, only=only, top=top, progress=tell)
    return LabelForm(event, table, who)


def _html_of(values: dict[Any, Any], texts: Mapping[str, str]) -> str:
    """The sentence with the words in bold, and why they are suggested."""
    why = f"{escape(str(values['reason']))} · {values['n']} × in {escape(str(values['outlets']))}"
    return (
        f'<p style="margin:0;font-size:16px;line-height:1.5">{_marked(values, texts)}</p>'
        f'<p style="margin:0;color:#5c5850">{why}</p>'
    )


def _marked(values: dict[Any, Any], texts: Mapping[str, str]) -> str:
    sentence, text = str(values["sentence"]), texts.get(str(values["article_id"]))
    words = " ".join(text[int(values["start"]) : int(values["end"])].split()) if text else ""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence) if words else None
    if found is None:
        return escape(sentence)
    before, behind = sentence[: found.start()], sentence[found.end() :]
    return f"{escape(before)}<b>{escape(words)}</b>{escape(behind)}"
