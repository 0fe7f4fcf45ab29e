"""The contract of every figure: frame in, axes out, nothing global touched, nothing clipped."""

from __future__ import annotations

import itertools
import warnings
from typing import Any

import matplotlib
import pandas as pd
import pytest

from toolkit import tables
from toolkit.errors import UsageError
from toolkit.show import figures
from toolkit.show.figures import Figure

LONG = "The Sound and Strait Weekly Advertiser and Harbour Intelligencer"


def voice_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"outlet": f"outlet-{o}", "side": f"side-{s}", "value": [0.02, 0.97, 0.0, 0.5][(o + s) % 4],
         "low": 0.0, "high": [0.1, 1.0, 0.2, 0.7][(o + s) % 4], "n": 6, "doubt": "reading",
         "enough": o % 5 != 4, "evidence": "a-q001"}
        for o, s in itertools.product(range(outlets), range(sides))
    ]  # fmt: skip
    return tables.measure_frame(rows, {"outlet": "string", "side": "string"})


def utterance_frame(outlets: int, sides: int) -> pd.DataFrame:
    relations = [
        "verbatim",
        "cut",
        "altered",
        "cut+altered",
        "paraphrase",
        "translation",
        "not found",
    ]
    rows = [
        {"utterance_id": f"u{u}", "outlet": f"outlet-{o}", "n": 1, "doubt": "reading",
         "relation": relations[(o + u) % 7], "language": "es", "enough": True,
         "value": None if (o + u) % 7 > 3 else 0.6}
        for o, u in itertools.product(range(outlets), range(2 * sides))
    ]  # fmt: skip
    keys = dict.fromkeys(("utterance_id", "outlet", "relation", "language"), "string")
    return tables.measure_frame(rows, keys)


def label_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"outlet": f"outlet-{o}", "concept": f"concept-{c}", "label": f"{'very ' * w}long word {w}",
         "value": 3 - w, "n": 3, "doubt": "reading", "enough": False}
        for o, c, w in itertools.product(range(outlets), range(sides), range(3))
        if (o + c) % 3
    ]  # fmt: skip
    return tables.measure_frame(rows, dict.fromkeys(("outlet", "concept", "label"), "string"))


def measured_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"quotes": f"English, of corpus {o}: {'partly ' * (o % 4)}in marks",
         "share": f"share {s} of all of them", "value": [0.02, 0.97, 1.0, 0.5][(o + s) % 4],
         "low": 0.0, "high": [0.1, 1.0, 1.0, 0.7][(o + s) % 4], "n": 80, "doubt": "sampling",
         "enough": True}
        for o, s in itertools.product(range(outlets), range(sides))
    ]  # fmt: skip
    return tables.measure_frame(rows, {"quotes": "string", "share": "string"})


FIGURES = {
    figures.measured: measured_frame,
    figures.voice: voice_frame,
    figures.utterances: utterance_frame,
    figures.labels: label_frame,
}
SIZES = [(2, 1), (5, 3), (15, 6)]
CASES = [(f, make, *size) for (f, make), size in itertools.product(FIGURES.items(), SIZES)]


def names(outlets: int) -> dict[str, str]:
    return {f"outlet-{o}": LONG if o == 1 else f"Outlet {o}" for o in range(outlets)}


def written(figure: Any) -> list[Any]:
    """The boxes of all texts that are printed, as drawn."""
    figure.canvas.draw()
    texts = [t for t in figure.findobj(matplotlib.text.Text) if t.get_visible() and t.get_text()]
    return [(t.get_text(), t.get_window_extent()) for t in texts]


@pytest.mark.slow
@pytest.mark.parametrize(("draw", "make", "outlets", "sides"), CASES)
def test_no_text_is_clipped_and_no_two_overlap(draw, make, outlets, sides):
    axes = draw(make(outlets, sides), outlets=names(outlets))
    page = axes.figure.bbox
    boxes = written(axes.figure)
    assert boxes
    for text, box in boxes:
        inside = box.x0 >= page.x0 - 1 and box.x1 <= page.x1 + 1
        assert inside and box.y0 >= page.y0 - 1 and box.y1 <= page.y1 + 1, text
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 2, (one, other)


@pytest.mark.parametrize(("draw", "make"), FIGURES.items())
def test_a_figure_leaves_frame_settings_and_pyplot_alone(draw, make, monkeypatch):
    frame = make(3, 2)
    before, settings = frame.copy(deep=True), dict(matplotlib.rcParams)
    figure = Figure(draw(frame).figure, "Title", "Alt text.", "Caption.", frame)
    figure._repr_html_()
    pd.testing.assert_frame_equal(frame, before)
    assert dict(matplotlib.rcParams) == settings
    import matplotlib.pyplot as plt

    assert plt.get_fignums() == []


@pytest.mark.parametrize(("draw", "make"), FIGURES.items())
def test_an_empty_frame_is_said_in_words(draw, make):
    axes = draw(make(2, 2).iloc[:0])
    assert any(text.startswith("No ") for text, _ in written(axes.figure))


@pytest.mark.parametrize(("draw", "make"), FIGURES.items())
def test_missing_values_are_drawn_without_a_warning(draw, make):
    frame = make(3, 2)
    frame.loc[:, ["value", "low", "high", "n"]] = pd.NA
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert written(draw(frame).figure)


@pytest.mark.parametrize(("draw", "make"), FIGURES.items())
def test_a_figure_draws_on_the_axes_that_it_is_given(draw, make):
    from matplotlib.figure import Figure as Canvas

    axes = Canvas(figsize=(9, 5)).add_subplot()
    assert draw(make(2, 2), ax=axes) is axes


@pytest.mark.parametrize("draw", FIGURES)
def test_a_frame_without_its_column_is_an_error_that_names_it(draw):
    with pytest.raises(UsageError, match="a figure needs the column"):
        draw(pd.DataFrame({"outlets": ["a"]}))


def drawn_figure() -> Figure:
    frame = voice_frame(2, 2)
    return Figure(
        figures.voice(frame).figure, "Who speaks", "Share: 97% & <more>.", "A caption.", frame
    )


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_saved_figure_carries_its_alt_text(ending, tmp_path):
    saved = drawn_figure().save(tmp_path / f"voice.{ending}").read_bytes()
    escaped = {"svg": b"Share: 97% &amp; &lt;more&gt;."}.get(ending, b"Share: 97% & <more>.")
    assert escaped in saved
    assert drawn_figure().save(tmp_path / f"again.{ending}").read_bytes() == saved


def test_a_figure_is_not_saved_under_an_ending_that_it_does_not_know(tmp_path):
    with pytest.raises(UsageError, match=r"saved as \.svg, \.png or \.pdf"):
        drawn_figure().save(tmp_path / "voice.docx")


def test_a_notebook_gets_alt_text_caption_and_table():
    from lxml import html

    tree = html.fromstring(drawn_figure()._repr_html_())
    assert tree.xpath("//figure/img/@alt") == ["Share: 97% & <more>."]
    assert tree.xpath("//figcaption")[0].text.strip() == "A caption."
    assert len(tree.xpath("//details//tbody/tr")) == 4


def test_a_share_says_its_number_and_too_few_quotes_say_so():
    frame = voice_frame(5, 2)
    texts = {text for text, _ in written(figures.voice(frame).figure)}
    assert {"97%", "2%", "50%", "none found", "too few for shares"} <= texts


def test_paraphrase_and_translation_are_not_drawn_as_not_found():
    frame = utterance_frame(7, 1)
    texts = [text for text, _ in written(figures.utterances(frame).figure)]
    assert texts.count("not found") == 2 and texts.count("paraphrase") == 2
    assert "es" in texts
