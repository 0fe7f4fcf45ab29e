"""How well the program reads, and how rightly it puts quotes together, as figures."""

from __future__ import annotations

from toolkit.model import Event
from toolkit.show import figures, measuring, together
from toolkit.show.figures import Figure


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
