"""Who speaks, where, how fully, and how speech is introduced, as figures for a notebook."""

from __future__ import annotations

import textwrap

import pandas as pd

from toolkit.compare import measures
from toolkit.model import Event
from toolkit.show import figures, wording
from toolkit.show.figures import Figure
from toolkit.show.introducing import HEADS
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.speaking import find_leads
from toolkit.show.views.naming import behind, outlets_of, sampling_of, sides_of


def voice(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """Which share of each outlet's quoted words each side gets, as a figure for a notebook.

    `frame` is that of ``measures.voice`` where it is at hand already.

    Does not show: whether the shares would hold for the outlets' other articles.
    """
    shares = measures.voice(event) if frame is None else frame
    sides = sides_of(event)
    axes = figures.voice(shares, sides=sides, outlets=outlets_of(event))
    return Figure(
        drawn=axes.figure,
        title="Who speaks",
        alt=describe_voice(shares, event),
        caption=say("interval.voice_figure", interval=say("interval"), sampling=sampling_of(event))
        + behind(shares, event),
        table=shares,
    )


def describe_voice(shares: pd.DataFrame, event: Event) -> str:
    """The figure in words, with its main number: the alt text of `voice`."""
    enough = shares[shares["enough"].fillna(False).astype(bool)].dropna(subset=["value"])
    named = enough[enough["side"].isin([s.id for s in event.sides])]
    outlets = wording.count(int(shares["outlet"].nunique()), "outlet")
    begin = f"Share of quoted words of each side in {outlets}."
    if named.empty:
        return f"{begin} {say('too_few.alt')}"
    top = named.sort_values("value", ascending=False, kind="stable").iloc[0]
    label = next(s.label for s in event.sides if s.id == top["side"])
    leads = find_leads(shares, [s.id for s in event.sides])
    close = sum(side is None for side in leads.values())
    told = (
        f"{begin} Highest: {wording.within(label)} in {event.outlet_name(str(top['outlet']))}, "
        f"{wording.percent(float(top['value']))}"
    )
    if not pd.isna(top["low"]) and not pd.isna(top["high"]):
        low, high = (wording.percent(float(top[k])) for k in ("low", "high"))
        told += f", {say('interval.ends', low=low, high=high)}"
    return f"{told}. {say('too_close.alt', n=close, total=len(leads))}"


def utterances(event: Event, *, frame: pd.DataFrame | None = None, most: int = 12) -> Figure:
    """Which outlet prints which utterance, and how fully, as a figure for a notebook.

    Only utterances that more than one outlet reports are drawn, and of these the first `most`,
    those of most outlets first. `frame` is that of ``measures.utterances`` where it is at hand.

    Does not show: what an outlet heard and left out.
    """
    found = measures.utterances(event) if frame is None else frame
    shared = found[found["outlets"] > 1]
    shared = shared[shared["utterance_id"].isin(shared["utterance_id"].unique()[:most])]
    names = {
        str(row["utterance_id"]): f"{optional(row['speaker']) or say('no_speaker')}: "
        + textwrap.shorten(str(row["fullest"]), 56, placeholder=" …")
        for _, row in shared.drop_duplicates("utterance_id").iterrows()
    }
    axes = figures.utterances(shared, outlets=outlets_of(event), utterances=names)
    return Figure(
        drawn=axes.figure,
        title="The same words",
        alt=describe_utterances(shared, event),
        caption=(
            "A bar is as long as the fullest version that any outlet prints, black as far as this "
            "outlet prints its words; dashed: reported without quote marks; a small dot: "
            f"{say('absent')}."
        ),
        table=shared,
    )


def describe_utterances(shared: pd.DataFrame, event: Event) -> str:
    """The figure in words, with its main number: the alt text of `utterances`."""
    number = int(shared["utterance_id"].nunique())
    if not number:
        return say("figure.utterances")
    widest = shared.sort_values("outlets", ascending=False, kind="stable").iloc[0]
    total = len({a.outlet for a in event.articles})
    return (
        f"{wording.count(number, 'utterance')} in more than one outlet, each row drawn to its "
        f"fullest version. Most widely reported: {optional(widest['speaker']) or 'somebody'}, in "
        f"{int(widest['outlets'])} of {total} outlets."
    )


def prominence(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """Where in its articles each outlet lets each side stand, as a figure for a notebook.

    `frame` is that of ``measures.prominence`` where it is at hand already.

    Does not show: why a side stands where it does; news puts first what it holds most important.
    """
    found = measures.prominence(event) if frame is None else frame
    axes = figures.prominence(found, sides=sides_of(event), outlets=outlets_of(event))
    return Figure(
        drawn=axes.figure,
        title="Where they speak",
        alt=describe_prominence(found, event),
        caption=f"{say('caption.prominence')} {sampling_of(event)}{behind(found, event)}",
        table=found,
    )


def describe_prominence(found: pd.DataFrame, event: Event) -> str:
    """The figure in words, with its main numbers: the alt text of `prominence`."""
    firsts = found[(found["place"] == "first") & found["side"].isin(list(sides_of(event)))]
    if firsts.empty:
        return say("figure.prominence")
    articles = sum(1 for _ in event.articles)
    told = []
    for side, label in sides_of(event).items():
        own = firsts[firsts["side"] == side]
        number = round(float((own["value"] * own["articles"]).sum()))
        told.append(f"{wording.within(label)} in {number}")
    return f"Of {wording.count(articles, 'article')}, quoted first: {', '.join(told)}."


def fullness(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """How much of what each side is known to have said each outlet carries, as a figure.

    `frame` is that of ``measures.fullness`` where it is at hand already.

    Does not show: what a side said that no outlet printed.
    """
    found = measures.fullness(event) if frame is None else frame
    axes = figures.fullness(found, sides=sides_of(event), outlets=outlets_of(event))
    return Figure(
        drawn=axes.figure,
        title="How fully",
        alt=describe_fullness(found, event),
        caption=f"{say('mark.utterance')} {say('caption.fully')}{behind(found, event)}",
        table=found,
    )


def describe_fullness(found: pd.DataFrame, event: Event) -> str:
    """The figure in words, with its main numbers: the alt text of `fullness`."""
    known = found[(found["known"].fillna(0) > 0) & found["side"].isin(list(sides_of(event)))]
    if known.empty:
        return say("figure.fullness")
    told = []
    for side, label in sides_of(event).items():
        own = known[known["side"] == side]
        if len(own):
            least, most = int(own["carried"].min()), int(own["carried"].max())
            told.append(f"{wording.within(label)}: {least} to {most} of {int(own['known'].max())}")
    return f"Utterances of each side that an outlet carries. {wording.capital('; '.join(told))}."


def verbs(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """By which verbs each side's speech is introduced, as a figure for a notebook.

    `frame` is that of ``measures.verbs`` where it is at hand already.

    Does not show: a difference between outlets, for which these counts are too small.
    """
    found = measures.verbs(event) if frame is None else frame
    axes = figures.verbs(found, sides=sides_of(event), classes=HEADS)
    return Figure(
        drawn=axes.figure,
        title="How speech is introduced",
        alt=describe_verbs(found),
        caption=f"{say('mark.verb')} {say('too_few.verbs')}{behind(found, event)}",
        table=found,
    )


def describe_verbs(found: pd.DataFrame) -> str:
    """The figure in words, with its main number: the alt text of `verbs`."""
    total = round(float(found["value"].fillna(0).sum()))
    if not total:
        return say("figure.verbs")
    plain = round(float(found.loc[found["verb_class"] == "neutral", "value"].sum()))
    return f"Reporting verbs by side and class. {plain} of {total} are plain, such as “said”."
