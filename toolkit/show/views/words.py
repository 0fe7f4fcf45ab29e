"""What things, people and sides are called, what is held at arm's length, what words stand out."""

from __future__ import annotations

import pandas as pd

from toolkit.compare import measures
from toolkit.compare.measures.telling_apart import DISTINCTIVE
from toolkit.model import Event
from toolkit.show import figures, wording
from toolkit.show.figures import Figure
from toolkit.show.figures.terms import why_none
from toolkit.show.phrases import say
from toolkit.show.views.naming import behind, outlets_of, sides_of


def labels(event: Event, *, frame: pd.DataFrame | None = None, people: bool = False) -> Figure:
    """By which names each outlet calls each thing, as a figure for a notebook.

    `frame` is that of ``measures.labels`` where it is at hand already; with `people`, persons and
    bodies have rows under the things.

    Does not show: what an outlet usually writes; counts this small show what was written.
    """
    found = measures.labels(event) if frame is None else frame
    concepts = {c.id: c.label for c in event.concepts}
    if "actor" in found.columns and not people:
        found = found[found["actor"].isna()]
    axes = figures.labels(
        found, outlets=outlets_of(event), concepts=concepts,
        actors={a.id: a.name for a, _ in event.actors()},
    )  # fmt: skip
    return Figure(
        drawn=axes.figure,
        title="What things are called",
        alt=describe_labels(found, event),
        caption=say("quoted.figure") + behind(found, event),
        table=found,
    )


def describe_labels(found: pd.DataFrame, event: Event) -> str:
    """The figure in words, with its main number: the alt text of `labels`."""
    used = found[(found["value"].fillna(0) > 0) & found["concept"].notna()]
    if used.empty:
        return say("nothing.labels")
    variety = used.groupby("concept", sort=False)["label"].nunique()
    most = str(variety.idxmax())
    label = next((c.label for c in event.concepts if c.id == most), most)
    return (
        f"Names for {wording.count(len(variety), 'thing')} in "
        f"{wording.count(int(used['outlet'].nunique()), 'outlet')}. Most names: “{label}”, "
        f"with {int(variety.max())}."
    )


def attributes(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """With which words each outlet describes each side, as evidence, as a figure for a notebook.

    `frame` is that of ``measures.attributes`` where it is at hand already.

    Does not show: descriptions other than the plain ones that the program finds.
    """
    found = measures.attributes(event) if frame is None else frame
    axes = figures.attributes(found, sides=sides_of(event), outlets=outlets_of(event))
    return Figure(
        drawn=axes.figure,
        title="How the sides are described",
        alt=describe_attributes(found),
        caption=f"{say('how.described')} {say('caption.described')}{behind(found, event)}",
        table=found,
    )


def describe_attributes(found: pd.DataFrame) -> str:
    """The figure in words, with its main number: the alt text of `attributes`."""
    places = round(float(found["value"].fillna(0).sum()))
    if not places:
        return say("figure.attributes")
    outlets = wording.count(int(found["outlet"].nunique()), "outlet")
    return say("finding.described", n=places, places=str(places), outlets=outlets)


def scare_quotes(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """Which words outlets hold at arm's length, as a figure for a notebook.

    `frame` is that of ``measures.scare_quotes`` where it is at hand already.

    Does not show: what the marks mean: distance, irony, or simply whose word it is.
    """
    found = measures.scare_quotes(event) if frame is None else frame
    axes = figures.scare_quotes(found, outlets=outlets_of(event))
    return Figure(
        drawn=axes.figure,
        title="In scare quotes",
        alt=describe_scare_quotes(found),
        caption=f"{say('how.marked')} {say('caption.marked')}{behind(found, event)}",
        table=found,
    )


def describe_scare_quotes(found: pd.DataFrame) -> str:
    """The figure in words, with its main number: the alt text of `scare_quotes`."""
    if found.empty:
        return say("figure.scare_quotes")
    words = [f"“{term}”" for term in dict.fromkeys(found["term"])]
    outlets = wording.count(int(found["outlet"].nunique()), "outlet")
    return f"Words at arm’s length in {outlets}: {wording.first_of(words, 6)}."


def terms(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """Which words set an outlet apart, as a figure for a notebook; often that it is too few to say.

    `frame` is that of ``measures.terms`` where it is at hand already, as with words that were named
    beforehand: ``views.terms(event, frame=measures.terms(event, words=["pause"]))``.

    Does not show: what the words mean, or that an outlet would use them of another event.
    """
    found = measures.terms(event) if frame is None else frame
    return Figure(
        drawn=figures.terms(found, outlets=outlets_of(event)).figure,
        title="Words that set an outlet apart",
        alt=describe_terms(found),
        caption=f"{say('how.apart')} {say('caption.apart')}{behind(found, event)}",
        table=found,
    )


def describe_terms(found: pd.DataFrame) -> str:
    """The figure in words, with its main number: the alt text of `terms`."""
    apart = found[found["found"] == DISTINCTIVE]
    if apart.empty:
        return why_none(found)
    words = [f"“{term}”" for term in dict.fromkeys(apart["term"])]
    outlets = wording.count(int(apart["outlet"].nunique()), "outlet")
    told = say("finding.apart", n=len(apart), words=str(len(apart)), outlets=outlets)
    return f"{told.rstrip('.')}: {wording.first_of(words, 6)}."
