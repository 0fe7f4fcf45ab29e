"""Every measure has a view: figure, alt text with its number, caption with its doubt, table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toolkit.compare import measures
from toolkit.show import views
from toolkit.show.phrases import say

#: The measures with a view, and what its alt text says of the ferry.
TOLD = {
    "voice": "Share of quoted words of each side in 3 outlets.",
    "prominence": "Of 4 articles, quoted first: the ferry company in 2, the islanders in 1",
    "fullness": "Utterances of each side that an outlet carries. The ferry company: 1 to ",
    "utterances": "2 utterances in more than one outlet",
    "labels": "Most names: “",
    "attributes": "2 words describe a side, in 2 outlets.",
    "verbs": "Reporting verbs by side and class. 0 of 3 are plain",
    "scare_quotes": "Words at arm’s length in 1 outlet: “seasonal rest”.",
    "absences": "Nothing that most outlets have is missing",
    "terms": "No word to compare.",
    "agreement": "that two outlets or more tell; ",
}


@pytest.fixture(scope="module")
def shown(event, material):
    frames = {
        **{name: getattr(material, name) for name in TOLD if name != "utterances"},
        "utterances": measures.utterances(
            event, quotes=material.quotes, aligned=material.utterances
        ),
    }
    return {name: getattr(views, name)(event, frame=frame) for name, frame in frames.items()}


def test_every_measure_has_a_view():
    assert set(measures.__all__) - {"strips"} <= set(TOLD) <= set(views.__all__)


@pytest.mark.parametrize("name", TOLD)
def test_a_view_tells_its_number_in_words(name, shown):
    figure = shown[name]
    assert TOLD[name] in figure.alt
    assert figure.title and figure.caption.endswith(".")
    assert f'alt="{figure.alt[:12]}' in figure._repr_html_()


@pytest.mark.parametrize("name", TOLD)
def test_an_empty_frame_is_told_in_a_sentence(name, event, shown):
    whole = shown[name].table
    figure = getattr(views, name)(event, frame=whole.iloc[:0])
    assert figure.alt.endswith(".") and "nan" not in figure.alt


def test_an_outlet_that_is_not_read_is_said_behind_the_caption(event, material):
    frame = material.attributes.copy()
    frame.attrs["not_read"] = ["correo"]
    assert (
        say("not_read.outlets", outlets="El Correo") in views.attributes(event, frame=frame).caption
    )


def test_people_are_shown_with_the_things_only_when_asked_for(event, material):
    plain = views.labels(event, frame=material.labels)
    people = views.labels(event, frame=material.labels, people=True)
    assert plain.table["actor"].notna().sum() == 0 < people.table["actor"].notna().sum()


def test_an_absence_that_is_not_likely_is_not_drawn(event, material):
    import pandas as pd
    from test_sides import ABSENT

    sure, unsure = (pd.DataFrame([{**ABSENT, "p": p}]) for p in (0.9, 0.6))
    assert (
        "Petra Quill: not found in the article that we have"
        in views.absences(event, frame=sure).alt
    )
    assert views.absences(event, frame=unsure).alt == say("figure.absences")


def test_a_view_counts_for_itself_where_no_frame_is_handed_in(event, monkeypatch):
    seen = []
    monkeypatch.setattr(measures, "attributes", lambda e: seen.append(e) or _empty(e))
    bare = replace(event, articles=event.articles[:1])
    views.attributes(bare)
    assert seen == [bare]


def _empty(event):
    from toolkit.compare.measures.describing import attributes as measure
    from toolkit.tables import SCHEMAS, to_frame

    return measure(event, framing=to_frame([], SCHEMAS["framing"]))
