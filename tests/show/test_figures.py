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


def framed(rows: list[dict[str, Any]], keys: str, **extra: str) -> pd.DataFrame:
    """A measure's frame of rows, with its own columns after those of every measure."""
    known = [{"n": 6, "doubt": "reading", "enough": True, "low": 0, "high": 4} | r for r in rows]
    named = dict.fromkeys(keys.split(), "string")
    return tables.to_frame(known, {**named, **tables.MEASURE_COLUMNS, **extra})


def outlets_and(number: int, outlets: int, name: str) -> list[dict[str, str]]:
    return [
        {"outlet": f"outlet-{o}", name: f"{name}-{s}"}
        for o, s in itertools.product(range(outlets), range(number))
    ]


def prominence_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {**row, "place": place, "value": (n % 5) / 4, "articles": [4, 12][n % 2]}
        for n, (row, place) in enumerate(itertools.product(
            outlets_and(sides, outlets, "side"), ("headline", "lead", "first", "last", "depth")
        ))
    ]  # fmt: skip
    return framed(rows, "outlet side place", articles="Int64")


def fullness_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {**row, "value": 0.5, "known": 4 * n % 37, "carried": 2 * n % 19,
         "shown": [None, 0.7][n % 2]}
        for n, row in enumerate(outlets_and(sides, outlets, "side"))
    ]  # fmt: skip
    return framed(rows, "outlet side", known="Int64", carried="Int64", shown="Float64")


def attribute_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {**row, "attribute": f"{'rather ' * w}stubborn {w}", "value": 3 - w, "own": 1, "quoted": w,
         "only_here": w == 1}
        for n, row in enumerate(outlets_and(sides, outlets, "side"))
        for w in range(n % 4)
    ]  # fmt: skip
    extra = {"own": "Int64", "quoted": "Int64", "only_here": "boolean"}
    return framed(rows, "outlet side attribute", **extra)


def verb_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {**row, "verb_class": name, "value": 1 + 7 * n % 11, "verbs": "said;added;told reporters"}
        for n, row in enumerate(outlets_and(sides, outlets, "side"))
        for name in ("neutral", "concede", "doubt")[: 1 + n % 3]
    ]
    return framed(rows, "outlet side verb_class", verbs="string")


def marks_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"outlet": f"outlet-{o}", "term": f"recovery plan {t}", "value": 1 + 3 * t, "kind": "marks",
         "speaker_near": bool(o % 2), "elsewhere": "outlet-0", "side": None}
        for o, t in itertools.product(range(outlets), range(sides))
        if (o + t) % 3
    ]  # fmt: skip
    extra = {"kind": "string", "speaker_near": "boolean", "elsewhere": "string", "side": "string"}
    return framed(rows, "outlet term", **extra)


def absence_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"kind": ["voice", "utterance", "concept"][t % 3], "item": f"u{t}", "outlet": f"outlet-{t}",
         "value": outlets - 1, "text": f"“We asked for {'very ' * 9 * t}little.”",
         "articles": 1 + t,
         "outlets": ";".join(f"outlet-{o}" for o in range(outlets) if o != t)}
        for t in range(min(sides, outlets))
    ]  # fmt: skip
    extra = {"text": "string", "outlets": "string", "articles": "Int64"}
    return framed(rows, "kind item outlet", **extra)


def agreement_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"kind": "number", "item": f"i{t}", "value": t, "text": f"The {t} boats",
         "only_here": t < 2,
         "outlets": ";".join(f"outlet-{o}" for o in range(min(t, outlets)))}
        for t in range(1, 2 * sides)
    ]  # fmt: skip
    extra = {"text": "string", "outlets": "string", "only_here": "boolean"}
    return framed(rows, "kind item", **extra)


def term_frame(outlets: int, sides: int) -> pd.DataFrame:
    rows = [
        {"outlet": f"outlet-{o}", "term": f"word {t}", "value": 0.4, "rate": 4.0 / (1 + t),
         "other_rate": 0.3 * t, "p": 0.01, "found": ["distinctive", "not distinctive"][(o + t) % 2]}
        for o, t in itertools.product(range(outlets), range(sides))
    ]  # fmt: skip
    extra = {"rate": "Float64", "other_rate": "Float64", "p": "Float64", "found": "string"}
    return framed(rows, "outlet term", **extra)


FIGURES = {
    figures.measured: measured_frame,
    figures.voice: voice_frame,
    figures.utterances: utterance_frame,
    figures.labels: label_frame,
    figures.prominence: prominence_frame,
    figures.fullness: fullness_frame,
    figures.attributes: attribute_frame,
    figures.verbs: verb_frame,
    figures.scare_quotes: marks_frame,
    figures.absences: absence_frame,
    figures.agreement: agreement_frame,
    figures.terms: term_frame,
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
    assert any(text.startswith(("No ", "Nothing ")) for text, _ in written(axes.figure))


@pytest.mark.parametrize(("draw", "make"), FIGURES.items())
def test_missing_values_are_drawn_without_a_warning(draw, make):
    frame = make(3, 2)
    frame.loc[:, ["value", "low", "high", "n"]] = pd.NA
    numbers = [c for c in frame.columns if pd.api.types.is_numeric_dtype(frame[c])]
    frame.loc[:, numbers] = pd.NA
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


def texts_of(axes: Any) -> list[str]:
    return [text for text, _ in written(axes.figure)]


def test_every_measure_has_its_figure():
    from toolkit.compare import measures

    assert set(measures.__all__) - {"strips"} <= set(figures.__all__)


def markers(axes: Any) -> list[tuple[str, str]]:
    """The marks that are drawn: shape and fill."""
    return [(line.get_marker(), line.get_markerfacecolor()) for line in axes.lines
            if line.get_marker() not in ("None", "")]  # fmt: skip


def test_a_mark_is_one_article_and_many_are_a_number():
    frame = prominence_frame(1, 1)
    first = frame[frame["place"] == "headline"].assign(value=0.5, articles=4)
    axes = figures.prominence(first)
    assert len(markers(axes)) == 2 + 1  # two articles, and the side under the figure
    assert "6 of 12" in texts_of(figures.prominence(first.assign(articles=12)))


def test_utterances_that_an_outlet_does_not_carry_are_hollow():
    from toolkit.show import palette

    frame = fullness_frame(1, 1).assign(known=5, carried=2, shown=0.7)
    axes = figures.fullness(frame)
    fills = [fill for _, fill in markers(axes)][1:]  # after that of the head
    assert fills.count(palette.PAPER) == 3 and len(fills) == 5
    assert "2 of 5, with 70% of their words" in texts_of(axes)


def test_a_label_says_how_many_stand_in_quotes_and_that_it_is_only_here():
    frame = (
        label_frame(2, 1).head(1).assign(label="pause", value=3, own=2, quoted=1, only_here=True)
    )
    texts = texts_of(figures.labels(frame))
    assert {"pause 3", "1 in a quote", "only here"} <= set(texts)


def test_persons_are_drawn_under_things_even_where_they_share_an_id():
    frame = label_frame(2, 2).head(2).assign(actor=pd.NA)
    frame.loc[frame.index[1], ["concept", "actor"]] = [pd.NA, frame["concept"].iloc[0]]
    frame["printed"] = ["The Long Word", "Falk"]
    frame["label"] = ["long word", "falk"]
    axes = figures.labels(
        frame, concepts={frame["concept"].iloc[0]: "The quay"},
        actors={frame["actor"].iloc[1]: "Ida Falk"},
    )  # fmt: skip
    assert [t.get_text() for t in axes.get_yticklabels()] == ["The quay", "Ida Falk"]
    assert {"Long Word 3", "Falk 2"} <= set(texts_of(axes))


def test_where_too_few_articles_are_at_hand_no_word_is_drawn():
    frame = term_frame(2, 2)
    few = texts_of(figures.terms(frame.assign(found="too few to say")))
    none = texts_of(figures.terms(frame.assign(found="not distinctive")))
    assert "too few to say" in " ".join(few).replace("\n", " ")
    assert "beyond what chance alone" in " ".join(none).replace("\n", " ")


def test_an_absence_is_said_of_the_articles_at_hand():
    texts = texts_of(figures.absences(absence_frame(3, 2)))
    assert "not in 1 article" in texts and "not in 2 articles" in texts
