"""Train the learned reader on marked news and write its weights.

    python -m toolkit.extract.train --corpus ../shared/corpora/polnear

Three models, each learning from what the one before says of articles that it did not see. The
*tagger* learns which words are content, cue and source (twice: with words for English, without for
all other languages). The *segments*, boosted trees, learn which of its stretches people marked. The
*ranker*, boosted trees too, learns which candidate is the marked source of a quote. Articles are
cut into four folds for that; the models that ship learn from all. The scores on unseen articles
give the calibration (isotonic). Seeded: the same data give the same files.

Then, in processes of their own that load what was just written: how often each rule and name is
right (`calibrate`), and how well it all reads (`measured`). With two processors it takes some
twenty minutes. Needs the extra ``train``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import cpu_count, get_context
from pathlib import Path
from typing import Any

import numpy as np

from toolkit.extract.attributes import Attributes, attributes_of
from toolkit.extract.calibrate import Marked, partner_of, read_polnear
from toolkit.extract.chain import Floats
from toolkit.extract.fitting import (
    Course,
    Flags,
    Lesson,
    Questions,
    as_arrays,
    boost,
    without_slight,
)
from toolkit.extract.learned import read_tagged
from toolkit.extract.ranking import NOBODY, lead
from toolkit.extract.rules import Reader
from toolkit.extract.segments import Segment, find_segments
from toolkit.extract.tagging import BEGINS, CUE, INSIDE, SOURCE, arrays_of
from toolkit.extract.trees import Matrix, Trees, trees_of
from toolkit.languages import get_language
from toolkit.model import Span

WEIGHTS = Path(__file__).parent / "weights"
FOLDS = 4
#: A stretch is right when it shares so much of its words with a marked one.
_ALIKE = 0.8
_ENGLISH = "en"


@dataclass(frozen=True)
class Told:
    """One marked article, and its words as the tagger sees them."""

    text: str
    marked: Sequence[Marked]
    lesson: Lesson
    tokens: Sequence[Span]


def read_corpus(folder: Path) -> list[Told]:
    """The marked articles of a folder."""
    return [_told(text, marked) for text, marked in read_polnear(folder)]


def _told(text: str, marked: Sequence[Marked]) -> Told:
    reader = Reader(text, get_language(_ENGLISH))
    drafts = reader.read()
    seen = attributes_of(reader.paragraphs, reader.cues, reader.frames, drafts)
    tokens = [token for paragraph in reader.paragraphs for token in paragraph.tokens]
    return Told(text, marked, Lesson(seen, _labels(tokens, marked)), tokens)


def _labels(tokens: Sequence[Span], marked: Sequence[Marked]) -> np.ndarray[Any, np.dtype[np.int8]]:
    """The label of each word: content before cue, cue before source, where they meet."""
    starts = [token.start for token in tokens]
    labels = np.zeros(len(tokens), np.int8)

    def mark(span: Span, label: int, opening: int) -> None:
        """Label the words of a span that have no label yet."""
        first, last = np.searchsorted(starts, [span.start, span.end])
        own = labels[first:last]
        if len(own):
            free = own == 0
            own[free] = label
            if free[0]:
                own[0] = opening

    for quote in marked:
        for span in quote.content:
            mark(span, INSIDE, BEGINS)
    for quote in marked:
        for span in quote.cue:
            mark(span, CUE, CUE)
    for quote in marked:
        for span in quote.source:
            mark(span, SOURCE, SOURCE)
    return labels


def folds(articles: int) -> Iterator[tuple[list[int], list[int]]]:
    """For each fold the articles to learn from and those left unseen."""
    for fold in range(FOLDS):
        unseen = list(range(fold, articles, FOLDS))
        yield sorted(set(range(articles)) - set(unseen)), unseen


@dataclass(frozen=True)
class Job:
    """One tagger to fit: with or without words, from which articles, and which it then labels."""

    lexical: bool
    chosen: Sequence[int]
    unseen: Sequence[int]


_courses: dict[bool, Course] = {}  # of a process in the pool: too large to be handed over


def _take(courses: dict[bool, Course]) -> None:
    _courses.update(courses)


def _do(job: Job) -> tuple[dict[str, Any], dict[int, Floats]]:
    course = _courses[job.lexical]
    tagger = course.fit(job.chosen, print)
    labels = {n: tagger.label(course.lessons[n].seen) for n in job.unseen}
    return ({} if job.unseen else arrays_of(without_slight(tagger))), labels


def train_taggers(articles: Sequence[Told]) -> list[Floats]:
    """Train both taggers side by side; what the one with words says of unseen articles."""
    lessons = [told.lesson for told in articles]
    courses = {lexical: Course.of(lessons, lexical=lexical) for lexical in (True, False)}
    jobs = [Job(True, *fold) for fold in folds(len(lessons))]
    jobs += [Job(lexical, range(len(lessons)), ()) for lexical in courses]
    labels: dict[int, Floats] = {}
    with get_context("fork").Pool(cpu_count(), _take, (courses,)) as pool:
        for job, (arrays, own) in zip(jobs, pool.imap(_do, jobs), strict=True):
            labels |= own
            if arrays:
                write("tagger-en" if job.lexical else "tagger", arrays)
    return [labels[n] for n in range(len(lessons))]


def ask_segments(articles: Sequence[Told], labels: Sequence[Floats]) -> Questions:
    """Every stretch of every article, and whether people marked it."""
    rows: list[Matrix] = []
    right: list[bool] = []
    numbers: list[int] = []
    for number, (told, own) in enumerate(zip(articles, labels, strict=True)):
        found, features = find_segments(told.lesson.seen, own)
        if found:
            rows.append(features)
            right += _are_marked(found, told)
            numbers += [number] * len(found)
    article = np.array(numbers)
    return Questions(np.concatenate(rows), np.array(right), np.arange(len(article)), article)


def _are_marked(found: Sequence[Segment], told: Told) -> list[bool]:
    starts = [token.start for token in told.tokens]
    seen = told.lesson.seen
    place = {int(n): int(at) for n, at in zip(seen.numbers, seen.starts, strict=True)}
    spans = [span for quote in told.marked for span in quote.content] or [Span(0, 0)]
    first = np.searchsorted(starts, [span.start for span in spans])
    last = np.searchsorted(starts, [span.end for span in spans]) - 1
    right: list[bool] = []
    for segment in found:
        low, high = (place[segment.paragraph] + at for at in (segment.first, segment.last))
        both = np.minimum(last, high) - np.maximum(first, low) + 1
        either = np.maximum(last, high) - np.minimum(first, low) + 1
        right.append(bool((both / either).max() >= _ALIKE))
    return right


def unseen_scores(questions: Questions, keep: Callable[[Any], None] = lambda _: None) -> Matrix:
    """The score of every row by trees that did not learn from its article."""
    scores = np.zeros(len(questions.rows), np.float32)
    for fold in range(FOLDS):
        unseen: Flags = questions.article % FOLDS == fold
        model = boost(questions, ~unseen)
        scores[unseen] = model.decision_function(questions.rows[unseen])
        keep(model)
    return scores


def best_least(questions: Questions, scores: Matrix, marked: int) -> float:
    """The lowest score to take a stretch with, so that precision and recall are best together.

    Every stretch counts by itself here; overlapping ones are few above such a score.
    """
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(questions.right[order])
    f = 2 * right / (np.arange(1, len(order) + 1) + marked)
    return float(scores[order[int(np.argmax(f))]])


def ask_sources(
    articles: Sequence[Told], labels: Sequence[Floats], segments: Sequence[Trees]
) -> Questions:
    """Every candidate of every quote that people marked too, and whether it is the source."""
    rows: list[list[float]] = []
    right: list[bool] = []
    question: list[int] = []
    article: list[int] = []
    for number, (told, own) in enumerate(zip(articles, labels, strict=True)):
        for answers in _of_text(told, own, segments[number % FOLDS]):
            asked = question[-1] + 1 if question else 0
            rows += [row for row, _ in answers]
            right += [ok for _, ok in answers]
            question += [asked] * len(answers)
            article += [number] * len(answers)
    return Questions(
        np.array(rows, np.float32), np.array(right), np.array(question), np.array(article)
    )


def _of_text(
    told: Told, labels: Floats, segments: Trees
) -> Iterator[list[tuple[list[float], bool]]]:
    def given(_: Attributes) -> Floats:
        return labels

    reading = read_tagged(Reader(told.text, get_language(_ENGLISH)), given, segments)
    ranker, before = reading.ranker(), None
    for draft in reading.drafts:
        partner = partner_of(draft, told.marked)
        if partner and partner.source:
            setting = ranker.setting(draft, before)
            found = ranker.candidates(draft)
            spans = [phrase.span for _, phrase in found]
            yield [
                (ranker.features(setting, number, phrase), _is_source(phrase.span, partner, spans))
                for number, phrase in found
            ]
        before = draft


def _is_source(span: Span, partner: Marked, candidates: Sequence[Span]) -> bool:
    """Whether a candidate has words of the marked source, and is not only the owner in a longer one
    that has them too ("Pike" of "Pike’s lawyer").
    """
    longer = (c for c in candidates if c != span and c.contains(span))
    return any(span.overlaps(s) for s in partner.source) and not any(
        c.overlaps(s) and s.end > span.end for c in longer for s in partner.source
    )


def best_of(questions: Questions, scores: Matrix) -> tuple[Matrix, Matrix]:
    """For each quote the lead of its best candidate, and whether that one is right."""
    leads, right = [], []
    edges = np.flatnonzero(np.diff(questions.question)) + 1
    for part in np.split(np.arange(len(scores)), edges):
        order = part[np.argsort(-scores[part], kind="stable")]
        second = scores[order[1]] if len(order) > 1 else NOBODY
        leads.append(lead(float(scores[order[0]]), float(second)))
        right.append(bool(questions.right[order[0]]))
    return np.array(leads, np.float32), np.array(right, np.float32)


def write(name: str, arrays: dict[str, Any]) -> None:
    """Write one weight file and say how large it is."""
    path = WEIGHTS / f"{name}.npz"
    np.savez_compressed(path, **arrays)
    print(f"{path.name}: {path.stat().st_size} bytes")


def train_segments(articles: Sequence[Told], labels: Sequence[Floats]) -> list[Trees]:
    """Train the trees of stretches; those of each fold."""
    questions = ask_segments(articles, labels)
    models: list[Any] = []
    scores = unseen_scores(questions, models.append)
    marked = sum(len(quote.content) for told in articles for quote in told.marked)
    least = best_least(questions, scores, marked)
    share = questions.right.mean()
    print(f"{len(scores)} stretches, {share:.3f} of them marked; taken from {least:.2f} on")
    write("segments", as_arrays(boost(questions), scores, questions.right, least))
    return [trees_of(as_arrays(model, scores, questions.right, least)) for model in models]


def train_ranker(
    articles: Sequence[Told], labels: Sequence[Floats], segments: Sequence[Trees]
) -> None:
    """Train the trees that rank candidates."""
    questions = ask_sources(articles, labels, segments)
    print(f"{questions.question.max() + 1} quotes, {len(questions.rows)} candidates")
    leads, right = best_of(questions, unseen_scores(questions))
    print(f"source right, unseen articles: {right.mean():.3f}")
    model = boost(questions)
    arrays = as_arrays(model, leads, right, NOBODY)
    write("ranker", arrays)
    some = questions.rows[:2000]
    difference = np.abs(trees_of(arrays).predict(some) - model.decision_function(some)).max()
    print(f"largest difference to scikit-learn: {difference:.1e}")


def main() -> None:
    """Train, say how well the folds did, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    corpus: Path = parser.parse_args().corpus
    articles = read_corpus(corpus / "train")
    print(f"{len(articles)} articles")
    labels = train_taggers(articles)
    train_ranker(articles, labels, train_segments(articles, labels))
    for module in ("calibrate", "measured"):
        command = ["-m", f"toolkit.extract.{module}", "--corpora", str(corpus.parent)]
        subprocess.run([sys.executable, *command], check=True)


if __name__ == "__main__":
    main()
