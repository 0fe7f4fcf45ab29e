"""What all tell, and what was not found in one outlet, as figures for a notebook."""

from __future__ import annotations

import textwrap

import pandas as pd

from toolkit.compare import measures
from toolkit.model import Event
from toolkit.show import figures, wording
from toolkit.show.figures import Figure
from toolkit.show.phrases import say
from toolkit.show.views.naming import behind, outlets_of


def agreement(event: Event, *, frame: pd.DataFrame | None = None, most: int = 12) -> Figure:
    """What several outlets tell, a dot for each outlet, as a figure for a notebook.

    Of what two outlets or more have, the first `most` are drawn, those of most outlets first.
    `frame` is that of ``measures.agreement`` where it is at hand already.

    Does not show: the same told in other words.
    """
    found = measures.agreement(event) if frame is None else frame
    shared = found[found["value"].fillna(0) > 1].head(most)
    return Figure(
        drawn=figures.agreement(shared, outlets=outlets_of(event)).figure,
        title="What all tell",
        alt=describe_agreement(shared, event),
        caption=f"{say('how.all')} {say('caption.all')}{behind(found, event)}",
        table=shared,
    )


def describe_agreement(shared: pd.DataFrame, event: Event) -> str:
    """The figure in words, with its main number: the alt text of `agreement`."""
    if shared.empty:
        return say("figure.agreement")
    total = len({a.outlet for a in event.articles})
    everywhere = int((shared["value"] == total).sum())
    things = wording.count(len(shared), "thing")
    return f"{things} that two outlets or more tell; {everywhere} of them in all {total}."


def absences(event: Event, *, frame: pd.DataFrame | None = None, most: int = 12) -> Figure:
    """What most outlets have and one has not, with care, as a figure for a notebook.

    Only what the program finds likely (70% or more) is drawn, the first `most` things. `frame` is
    that of ``measures.absences`` where it is at hand already.

    Does not show: that anything was kept from anybody; it may stand in other articles.
    """
    found = measures.absences(event) if frame is None else frame
    likely = found[found["p"].fillna(0) >= wording.LIKELY]
    shown = likely[likely["item"].isin(likely["item"].unique()[:most])]
    return Figure(
        drawn=figures.absences(shown, outlets=outlets_of(event)).figure,
        title=say("title.absent"),
        alt=describe_absences(shown, event),
        caption=f"{say('how.absent')} {say('caption.absent')}{behind(found, event)}",
        table=shown,
    )


def describe_absences(shown: pd.DataFrame, event: Event) -> str:
    """The figure in words, with one of its rows: the alt text of `absences`."""
    if shown.empty:
        return say("figure.absences")
    first = shown.iloc[0]
    number = int(first["articles"])
    where = say("absent.from", n=number, outlet=event.outlet_name(str(first["outlet"])))
    things = wording.count(int(shown["item"].nunique()), "thing")
    text = textwrap.shorten(str(first["text"]), 80, placeholder=" …")
    return f"{things} that most outlets have. {text}: {where}."
