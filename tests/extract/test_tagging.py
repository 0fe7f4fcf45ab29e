"""The tagger: its features, its file, and what it says of words that nobody trained it on."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from toolkit.extract.attributes import CLASSES, SIZES, Attributes, attributes_of, gap_kind
from toolkit.extract.fitting import LEAST_ARTICLES, Course, Lesson, known_keys, without_slight
from toolkit.extract.rules import Reader
from toolkit.extract.tagging import (
    BEGINS,
    CUE,
    INSIDE,
    LABELS,
    OTHER,
    PLAIN,
    SOURCE,
    WORDS,
    Lexicon,
    arrays_of,
    feature_codes,
    load_tagger,
    tagger_of,
)
from toolkit.languages import get_language

TEXT = "The harbour will close in May, Lena Ortiz said.\n\nShe warned that the ferry may not run."
WEIGHTS = Path(str(files("toolkit.extract"))) / "weights"


def see(text: str, language: str = "en") -> Attributes:
    reader = Reader(text, get_language(language))
    return attributes_of(reader.paragraphs, reader.cues, reader.frames, reader.read())


def test_every_word_has_every_attribute_within_its_size():
    seen = see(TEXT)
    assert set(seen.columns) == set(SIZES)
    for name, column in seen.columns.items():
        assert len(column) == len(seen.words)
        assert column.min() >= 0 and column.max() < SIZES[name], name


def test_attributes_say_what_stands_where():
    seen = see(TEXT)
    at = seen.words.index
    classes = [CLASSES[n] for n in seen.columns["class"]]
    assert classes[at("said")] == "strong_neutral" and classes[at("that")] == "that"
    assert classes[at("lena")] in {"name", "first_name"} and classes[at("she")] == "person"
    assert seen.words[seen.right[at("harbour")]] == "said"
    assert seen.words[seen.left[at("ferry")]] == "warned"
    assert seen.left[at("harbour")] == -1  # no cue before it


@pytest.mark.parametrize(("gap", "other"), [(" ", ", "), (" “", "” "), (", ", ",” "), (". ", ": ")])
def test_gaps_are_told_apart(gap, other):
    assert gap_kind(gap) != gap_kind(other)


def test_a_feature_never_looks_into_another_paragraph():
    words = see(TEXT)
    alone = see(TEXT.split("\n\n")[1])
    last = len(words.words) - len(alone.words)
    lexicon = Lexicon({word: n for n, word in enumerate(sorted(set(words.words)), 1)}, {})
    templates = [t for t in (*PLAIN, *WORDS) if "paragraph" not in {name for name, _ in t}]
    for together, apart in zip(
        feature_codes(words, templates, lexicon), feature_codes(alone, templates, lexicon),
        strict=True,
    ):  # fmt: skip
        assert (together[last:] == apart).all()


def lessons(count: int) -> list[Lesson]:
    """Articles of one shape: somebody "vorbs" that something is so."""
    found = []
    for n in range(count):
        seen = see(f"Lena Ortiz vorbs that the road {'is' if n % 2 else 'was'} dry.")
        labels = [SOURCE, SOURCE, CUE, BEGINS, INSIDE, INSIDE, INSIDE, INSIDE]
        found.append(Lesson(seen, np.array(labels, np.int8)))
    return found


def test_a_tagger_learns_a_cue_that_no_list_has():
    tagger = Course.of(lessons(8), lexical=True).fit(range(8))
    labels = tagger.label(see("Tom Hale vorbs that the mill was shut."))
    assert list(labels.argmax(axis=1)[:4]) == [SOURCE, SOURCE, CUE, BEGINS]
    assert labels.sum(axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_feature_is_learnt_from_fewer_articles_than_five():
    few, enough = np.array([7, 7, 7]), np.array([3])
    codes = [[few]] * (LEAST_ARTICLES - 1) + [[enough]] * LEAST_ARTICLES
    [keys] = known_keys(codes)
    assert list(keys) == [3]
    assert "vorbs" not in (Course.of(lessons(4), lexical=True).lexicon or Lexicon({}, {})).words


def test_a_tagger_survives_its_file(tmp_path):
    tagger = without_slight(Course.of(lessons(8), lexical=True).fit(range(8)))
    np.savez_compressed(tmp_path / "tagger.npz", **arrays_of(tagger))
    with np.load(tmp_path / "tagger.npz", allow_pickle=False) as arrays:
        again = tagger_of({name: arrays[name] for name in arrays.files})
    seen = see("Tom Hale vorbs that the mill was shut.")
    assert again.label(seen) == pytest.approx(tagger.label(seen), abs=0.01)


def test_the_same_lessons_give_the_same_tagger():
    one, other = (Course.of(lessons(8), lexical=False).fit(range(8)) for _ in range(2))
    assert (one.weights == other.weights).all() and (one.follow == other.follow).all()


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_the_tagger_that_ships_knows_reported_speech(language):
    text = {
        "en": "The harbour will stay open, said Lena Ortiz.",
        "es": "El alcalde dijo que el puerto seguirá abierto.",
        "pt": "O prefeito disse que o porto seguirá aberto.",
    }[language]
    seen = see(text, language)
    labels = load_tagger(language).label(seen)
    content = labels[:, BEGINS] + labels[:, INSIDE]
    assert content[seen.words.index({"en": "open"}.get(language, seen.words[-1]))] > 0.5
    said = {"en": "said", "es": "dijo", "pt": "disse"}[language]
    assert labels[seen.words.index(said)].argmax() == CUE


def test_what_ships_is_small_and_holds_no_code():
    found = sorted(WEIGHTS.glob("*.npz"))
    assert {file.name for file in found} >= {"tagger.npz", "tagger-en.npz", "ranker.npz"}
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) < 6e6
    for file in found:
        with np.load(file, allow_pickle=False) as arrays:
            assert all(arrays[name].dtype != object for name in arrays.files)
    assert load_tagger("es").lexicon is None  # no English word weighs in another language
    assert len(LABELS) == load_tagger("en").weights.shape[1] and OTHER == 0
