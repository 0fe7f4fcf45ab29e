"""Figures: frame in, axes out. A figure draws what a measure counted and counts nothing itself.

Each is named as its measure is (`measures.voice`, `figures.voice`), takes that measure's frame,
draws on the axes that it is given or on a new figure of its own, and touches nothing global: no
current figure, no settings. Sides are told apart by marker as well as by colour, small numbers are
drawn as marks, a mark for a thing, and what is not enough for a number says so in words.
"""

from toolkit.show.figures.carrying import fullness, utterances
from toolkit.show.figures.dots import absences, agreement, scare_quotes
from toolkit.show.figures.figure import Figure
from toolkit.show.figures.placing import prominence
from toolkit.show.figures.shares import measured, voice
from toolkit.show.figures.terms import terms
from toolkit.show.figures.words import attributes, labels, verbs

__all__ = [
    "Figure",
    "absences",
    "agreement",
    "attributes",
    "fullness",
    "labels",
    "measured",
    "prominence",
    "scare_quotes",
    "terms",
    "utterances",
    "verbs",
    "voice",
]
