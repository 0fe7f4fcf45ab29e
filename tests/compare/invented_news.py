"""Invented articles of several outlets, from sentences of which some are one outlet's habit."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from toolkit.model import Article, Event, fingerprint

SENTENCES = (
    "The ferry left the harbour a little late this morning.",
    "A crane was brought to the pier before noon.",
    "Rain is expected over the island for the rest of the week.",
    "The timetable for the summer has been printed.",
    "Residents gathered in the hall to hear the plans.",
    "A new engine was fitted in the yard last winter.",
    "The bakery by the landing opens at six.",
    "Tickets cost more than in the spring.",
    "The lighthouse was painted by volunteers.",
    "Two buses now wait for the evening boat.",
    "The council published the figures on its noticeboard.",
    "Fishing boats stayed in because of the swell.",
    "The captain keeps a diary of the weather.",
    "Visitors praised the view from the upper deck.",
    "The ropes were replaced after the storm.",
    "A survey of passengers begins on Monday.",
    "Schoolchildren drew the ship for a calendar.",
    "The fare for bicycles remains the same.",
    "Mechanics inspected the hull at low tide.",
    "The island shop sold out of bread again.",
    "Gulls follow the boat across the strait.",
    "The harbour office moved to a smaller building.",
    "A choir sang on the quay in the afternoon.",
    "The operator thanked its crew in a letter.",
)  # fmt: skip
PLANTED = "The vessel is a jewel of the coast."


def invented_event(
    outlets: Mapping[str, int], habits: Mapping[str, float] | None = None, *, seed: int = 0,
    sentences: Sequence[str] = SENTENCES, length: int = 9,
) -> Event:  # fmt: skip
    """Articles of each outlet; with a habit, each sentence is the planted one that often."""
    drawing = random.Random(seed)
    articles = []
    for outlet, number in outlets.items():
        often = (habits or {}).get(outlet, 0.0)
        for n in range(number):
            told = [
                PLANTED if drawing.random() < often else drawing.choice(sentences)
                for _ in range(length)
            ]
            text = " ".join(told[:3]) + "\n\n" + " ".join(told[3:6]) + "\n\n" + " ".join(told[6:])
            articles.append(
                Article(f"text-{outlet}-{n}", outlet, "", "", "", text, "en", fingerprint(text))
            )
    return Event("ferry", "The ferry", articles=tuple(articles))
