"""Measures: what the outlets of an event did, as tidy frames whose numbers open onto sentences.

Each measure takes an event and returns one frame: its keys, then `value`, `low` and `high` (the
interval), `n` (how many things were counted), `doubt` ("reading": did the program read these
articles rightly? For `voice`, `labels` and `verbs` also "sampling", on request: would it hold for
the outlet's other articles?), `enough` (whether n allows a number at all) and `evidence` (ids of
quotes, or ``article:start-end`` of other places and ``article:headline:start-end`` of those in a
headline, joined by ";"). Tables that were computed before can be handed in; the event is only read
again for what is missing. Figures of the same names draw.

Copy that two outlets share speaks twice unless a measure that counts is asked to count it once
(``shared="once"``): then it counts under one of them, the one that the evidence names as its source
or else the first of the event, and ``frame.attrs["shared"]`` says so in words. An outlet that has
nothing besides has no row then. Where and how fully outlets print things (`prominence`, `strips`,
`utterances`, `fullness`) is not counted so: each of them chose it.

A failed fetch is no row, and never a silence. Nor is an outlet in a language that the program does
not read: ``frame.attrs["not_read"]`` lists it.

No measure says why: a cut is everyday work in a newsroom, and an absence may be a page not fetched.
"""

from __future__ import annotations

from toolkit.compare.measures.agreeing import agreement
from toolkit.compare.measures.bearing import fullness
from toolkit.compare.measures.carrying import utterances
from toolkit.compare.measures.describing import attributes
from toolkit.compare.measures.distancing import scare_quotes
from toolkit.compare.measures.introducing import verbs
from toolkit.compare.measures.missing import absences
from toolkit.compare.measures.naming import labels
from toolkit.compare.measures.placing import strips
from toolkit.compare.measures.speaking import voice
from toolkit.compare.measures.standing import prominence
from toolkit.compare.measures.telling_apart import terms

__all__ = [
    "absences", "agreement", "attributes", "fullness", "labels", "prominence", "scare_quotes",
    "strips", "terms", "utterances", "verbs", "voice",
]  # fmt: skip
