"""What the views of measures have in common: names for ids, and what stands behind a caption."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from toolkit.model import Event
from toolkit.show import phrases, wording
from toolkit.show.phrases import say


def outlets_of(event: Event) -> dict[str, str]:
    """The outlets by id, in the event's order, as they are printed."""
    return {o: event.outlet_name(o) for o in event.outlet_ids()}


def sides_of(event: Event) -> dict[str, str]:
    """The sides by id, in the event's order, as they are printed."""
    return {s.id: s.label for s in event.sides}


def sampling_of(event: Event) -> str:
    """What may be said of the outlets' other articles, as many as the event has of each."""
    return phrases.sampling(Counter(a.outlet for a in event.articles).values())


def behind(frame: pd.DataFrame, event: Event) -> str:
    """What goes behind a caption: copy that was counted once, and outlets that were not read."""
    told = [frame.attrs["shared"]] if "shared" in frame.attrs else []
    if unread := frame.attrs.get("not_read"):
        names = wording.listing([event.outlet_name(o) for o in unread])
        told.append(say("not_read.outlets", outlets=names))
    return "".join(f" {sentence}" for sentence in told)
