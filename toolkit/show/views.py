"""Views: what a notebook shows in answer to one question, each in one call.

``views.voice(event)`` is a figure with its alt text, caption and table; ``views.reading`` one
article with its quotes marked; ``views.quote`` one quote and why it is given to its speaker;
``views.side_by_side`` one utterance in all its versions. They are the same pieces that the report
is made of. All escape what outlets wrote, none needs a script.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from toolkit import tables
from toolkit.compare import measures
from toolkit.errors import UsageError, nearest
from toolkit.model import Article, Event, Mention, Quote
from toolkit.show import figures, measuring, phrases, together, wording
from toolkit.show.figures import Figure
from toolkit.show.phrases import say
from toolkit.show.reading import optional, paragraphs_around, prepare_reading
from toolkit.show.rendering import Html, render
from toolkit.show.speaking import find_leads
from toolkit.show.versions import prepare_versions


def voice(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """Which share of each outlet's quoted words each side gets, as a figure for a notebook.

    `frame` is that of ``measures.voice`` where it is at hand already.

    Does not show: whether the shares would hold for the outlets' other articles.
    """
    shares = measures.voice(event) if frame is None else frame
    sides = {s.id: s.label for s in event.sides}
    axes = figures.voice(shares, sides=sides, outlets=_outlets(event))
    return Figure(
        drawn=axes.figure,
        title="Who speaks",
        alt=describe_voice(shares, event),
        caption=say("interval.voice_figure", interval=say("interval"), sampling=sampling_of(event))
        + _counted_once(shares),
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
    axes = figures.utterances(shared, outlets=_outlets(event), utterances=names)
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


def labels(event: Event, *, frame: pd.DataFrame | None = None) -> Figure:
    """By which names each outlet calls each thing, as a figure for a notebook.

    `frame` is that of ``measures.labels`` where it is at hand already.

    Does not show: what an outlet usually writes; counts this small show what was written.
    """
    found = measures.labels(event) if frame is None else frame
    concepts = {c.id: c.label for c in event.concepts}
    axes = figures.labels(found, outlets=_outlets(event), concepts=concepts)
    return Figure(
        drawn=axes.figure,
        title="What things are called",
        alt=describe_labels(found, event),
        caption=say("quoted.figure") + _counted_once(found),
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


def measured(event: Event | None = None) -> Figure:
    """How well the program reads, measured on marked news, as a figure for a notebook.

    Of the languages of an event, or of all that were measured: of 100 marked quotes how many it
    finds, of 100 found how many people marked, and how many speakers are right, by style.

    Does not show: how well the program reads the articles at hand; marked news is of a few outlets
    and years. A language without marked news has no row.
    """
    frame = measuring.tabulate_measured(event)
    heads = {share: words for share, (words, _) in measuring.SHARES.items()}
    axes = figures.measured(frame, shares=heads)
    return Figure(
        drawn=axes.figure,
        title="How well the program reads",
        alt=measuring.describe_measured(event),
        caption=measuring.caption_measured(event),
        table=frame,
    )


def put_together(event: Event | None = None) -> Figure:
    """How often quotes are put together rightly, measured on marked news, as a figure.

    For the languages of an event, or all that were measured: of 100 pairs of quotes that people
    call one statement how many it puts together, and of 100 that it puts together how many people
    call one, by what the outlets show in quote marks. Of quotes as the program finds them.

    Does not show: how often it is right in the event at hand, or that invented events, which stand
    in for languages without marked news, are as hard as real ones.
    """
    frame = together.tabulate_groups(event)
    return Figure(
        drawn=figures.measured(frame, shares=together.HEADS).figure,
        title="How often it puts quotes together rightly",
        alt=together.describe_groups(event),
        caption=together.caption_groups(event),
        table=frame,
    )


def reading(
    article: Article,
    quotes: pd.DataFrame | Sequence[Quote],
    mentions: pd.DataFrame | Sequence[Mention],
    event: Event,
) -> Html:
    """One article with its quotes, cues, sources and labels marked, and a note on each quote.

    `quotes` and `mentions` are the tables of those names (rows of other articles are left out),
    or what ``find_quotes`` and ``find_mentions`` give. Returns HTML that a notebook shows.

    Does not show: quotes that the program did not find.
    """
    if not isinstance(quotes, pd.DataFrame):
        rows = tables.quote_rows(article, quotes, event)
        quotes = tables.to_frame(rows, tables.SCHEMAS["quotes"])
    if not isinstance(mentions, pd.DataFrame):
        rows = tables.mention_rows(article, mentions, ())
        mentions = tables.to_frame(rows, tables.SCHEMAS["mentions"])
    prepared = prepare_reading(article, quotes, mentions, event)
    return Html(render("view_reading.html", reading=prepared))


def quote(quote_id: str, quotes: pd.DataFrame, event: Event) -> Html:
    """One quote where it stands, and why the program gives it to its speaker.

    `quotes` is the table of that name. Shown are the paragraphs that hold the quote, its source
    and its cue, with the one before; the rule in words; what spoke most for the source and against
    it; how sure the program is; and the other candidates. Raises UsageError for an unknown quote.

    Does not show: whether the program is right. A person who reads the sentences may know better.
    """
    row = quotes[quotes["quote_id"] == quote_id]
    if row.empty:
        hint = nearest(quote_id, quotes["quote_id"].tolist())
        raise UsageError(f"quote '{quote_id}' is not in the table{hint}")
    article = event.article(str(row.iloc[0]["article_id"]))
    nothing = tables.to_frame([], tables.SCHEMAS["mentions"])
    prepared = prepare_reading(article, row, nothing, event)
    kept = paragraphs_around(article, row.iloc[0])
    shown = replace(prepared, paragraphs=tuple(prepared.paragraphs[n] for n in kept))
    return Html(render("view_quote.html", reading=shown))


def side_by_side(
    utterance_id: str, utterances: pd.DataFrame, quotes: pd.DataFrame, event: Event
) -> Html:
    """One utterance in all its versions under each other, cut and changed words marked.

    `utterances` is the table of ``align_quotes``, `quotes` the one that it was made from. Raises
    UsageError for an unknown utterance.

    Does not show: whether a cut or a change matters, or was meant.
    """
    found = prepare_versions(utterance_id, utterances, quotes, event)
    return Html(render("view_side_by_side.html", utterance=found))


def _counted_once(frame: pd.DataFrame) -> str:
    """What a measure counted once because outlets share it, behind a caption."""
    return f" {frame.attrs['shared']}" if "shared" in frame.attrs else ""


def sampling_of(event: Event) -> str:
    """What may be said of the outlets' other articles, as many as the event has of each."""
    return phrases.sampling(Counter(a.outlet for a in event.articles).values())


def _outlets(event: Event) -> dict[str, str]:
    return {o: event.outlet_name(o) for o in event.outlet_ids()}
