"""Particulars: the names, numbers and dates that an outlet gives.

Telling agreement from difference by sentences does not work well enough to show; by particulars it
does. A particular is written the same way wherever it is found: "sixty-four staff" and "64
empleados" are both "64 people", "April 30" and "el 30 de abril" both "30 April", a person is one
form of the name throughout the event. `figures` reads numbers, `numbers` what they count, `dates`
days and hours, `naming` the names of one article and `roster` those of the event, `tabulate` puts
them into the table. `elsewhere` judges whether another outlet may tell the same in another form,
strictly, because the finding "only one outlet has this" is worth making only if it is nearly
always right. `contexts` compares sentences, for numbers that differ (`differing`) and for sentences
that may stand in one outlet only (`lone_sentences`).
"""

from toolkit.compare.particulars.differing import find_differing_numbers
from toolkit.compare.particulars.lone_sentences import find_lone_sentences
from toolkit.compare.particulars.record import SCHEMA, Particular, ParticularKind
from toolkit.compare.particulars.tabulate import find_particulars, tabulate_particulars

__all__ = [
    "SCHEMA",
    "Particular",
    "ParticularKind",
    "find_differing_numbers",
    "find_lone_sentences",
    "find_particulars",
    "tabulate_particulars",
]
