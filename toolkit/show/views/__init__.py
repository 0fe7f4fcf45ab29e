"""Views: what a notebook shows in answer to one question, each in one call.

``views.voice(event)`` is a figure with its alt text, caption and table, and so for every measure;
``views.reading`` one article with its quotes marked; ``views.quote`` one quote and why it is given
to its speaker; ``views.side_by_side`` one utterance in all its versions. They are the same pieces
that the report is made of. All escape what outlets wrote, none needs a script.
"""

from toolkit.show.views.accuracy import measured, put_together
from toolkit.show.views.speech import fullness, prominence, utterances, verbs, voice
from toolkit.show.views.telling import absences, agreement
from toolkit.show.views.texts import quote, reading, side_by_side
from toolkit.show.views.words import attributes, labels, scare_quotes, terms

__all__ = [
    "absences",
    "agreement",
    "attributes",
    "fullness",
    "labels",
    "measured",
    "prominence",
    "put_together",
    "quote",
    "reading",
    "scare_quotes",
    "side_by_side",
    "terms",
    "utterances",
    "verbs",
    "voice",
]
