"""Learn how likely two quotes are to report one utterance, and write ``weights/pairs.json``.

    python -m toolkit.compare.matching.train --corpora ../shared/corpora

There are few pairs to learn from (some 60 in stratum QQ, 30 in Qs, 160 in I, on five real events),
so each stratum has a logistic model of few features, held near zero, each of which can count on
one side only. Every event in turn is left out, the models learn from the others, and what they say
of the event left out is what the model card reports and what the probabilities are calibrated on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.compare.matching.features import AGAINST
from toolkit.compare.matching.lessons import Pairs, read_cases, read_newswcl50, read_pairs
from toolkit.compare.matching.pairing import LEAST, MOST, Model
from toolkit.compare.said import Stratum
from toolkit.extract.measured import put_between

WEIGHTS = Path(__file__).parent / "weights"
#: Between these lines of the model card stands what was measured.
CARD = "<!-- measured -->", "<!-- end of measured -->"

_SPEAKERS = ("same_speaker", "different_persons")
_OCCASIONS = ("dates_clash", "lags_clash", "forms_clash")
#: What is asked in each stratum.
ASKED: Mapping[Stratum, tuple[str, ...]] = {
    "QQ": ("words_within", "long_runs", "rare_words", "same_setting", *_SPEAKERS, *_OCCASIONS),
    "Qs": ("words_telling", "same_setting", *_SPEAKERS, *_OCCASIONS),
    "I": ("same_phrases", "roots_within", "same_sentence", "negation_differs",
          *_SPEAKERS, *_OCCASIONS),
}  # fmt: skip
#: How much a pair counts, by how its event was read; all pairs of articles together count as one
#: more reading of it, the mixture of all events holds every pair once more.
COUNTS: Mapping[str, float] = {"gold": 1.0, "found": 1.0, "two": 0.25, "mixed": 0.5}
#: Events that we invented hold more traps than life does, and count for less.
INVENTED = 0.3
#: How strongly weights are held near zero.
HELD = 3.0
#: Decimals of a weight in the file.
DECIMALS = 4

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Told:
    """Log-odds of the pairs of events by models that did not learn from them."""

    reading: str
    real: bool
    log_odds: Numbers
    same: Flags


def fit(stratum: Stratum, readings: Sequence[Pairs], left_out: str | None = None) -> Model:
    """The model of one stratum, learned from all pairs without a quote of one event."""
    rows, same, counts = [], [], []
    for pairs in readings:
        kept = (pairs.strata == stratum) & ~(pairs.events == left_out).any(axis=1)
        rows.append(np.column_stack([pairs.features[f][kept] for f in ASKED[stratum]]))
        same.append(pairs.same[kept])
        weight = COUNTS[pairs.reading] * (1.0 if pairs.real else INVENTED)
        counts.append(np.full(int(kept.sum()), weight))
    signs = [-1 if f in AGAINST else 1 for f in ASKED[stratum]]
    weights, intercept = fit_logistic(
        np.concatenate(rows), np.concatenate(same), np.concatenate(counts), signs
    )
    return Model(intercept, dict(zip(ASKED[stratum], weights.tolist(), strict=True)))


def fit_logistic(
    rows: Numbers, same: Flags, counts: Numbers, signs: Sequence[int]
) -> tuple[Numbers, float]:
    """Weights and intercept of a logistic model whose weights have the given signs, or are 0.

    >>> rows = np.array([[0.0], [0.2], [0.8], [1.0]])
    >>> same = np.array([False, False, True, True])
    >>> weights, _ = fit_logistic(rows, same, np.ones(4), [1])
    >>> bool(weights[0] > 0), fit_logistic(rows, ~same, np.ones(4), [1])[0].tolist()
    (True, [0.0])
    """
    from scipy.optimize import minimize

    middle = np.average(rows, axis=0, weights=counts)
    spread = np.sqrt(np.average((rows - middle) ** 2, axis=0, weights=counts)) + 1e-9
    scaled = (rows - middle) / spread

    def loss(at: Numbers) -> tuple[float, Numbers]:
        odds = scaled @ at[:-1] + at[-1]
        wrong = counts * (1 / (1 + np.exp(-odds)) - same)
        held = 0.5 * HELD * float(at[:-1] @ at[:-1])
        value = float((counts * (np.logaddexp(0, odds) - same * odds)).sum()) + held
        return value, np.append(scaled.T @ wrong + HELD * at[:-1], wrong.sum())

    bounds = [(0, None) if sign > 0 else (None, 0) for sign in signs]
    start = np.zeros(len(signs) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)])
    weights = found.x[:-1] / spread
    return weights, float(found.x[-1] - weights @ middle)


def tell(stratum: Stratum, readings: Sequence[Pairs], models: Mapping[str, Model]) -> list[Told]:
    """What models say of events that they did not learn from; `models` by the event left out."""
    told = []
    for pairs in readings:
        if pairs.reading in ("gold", "found"):
            here = pairs.strata == stratum
            model = models[pairs.events[0, 0]]
            odds = _log_odds(model, pairs, here)
            told.append(Told(pairs.reading, pairs.real, odds, pairs.same[here]))
    return told


def calibrate(model: Model, told: Sequence[Told]) -> Model:
    """The model with its log-odds stretched and moved, so that they hold for events not seen."""
    odds, same = joined([u for u in told if u.real])
    (slope,), shift = fit_logistic(odds[:, None], same, np.ones(len(same)), [1])
    weights = {name: round(weight * slope, DECIMALS) for name, weight in model.weights.items()}
    return Model(round(model.intercept * slope + shift, DECIMALS), weights)


def joined(told: Sequence[Told]) -> tuple[Numbers, Flags]:
    """The log-odds of several readings and which pairs are the same, each as one array."""
    return np.concatenate([u.log_odds for u in told]), np.concatenate([u.same for u in told])


def calibration_error(p: Numbers, same: Flags, *, bins: int = 10) -> float:
    """Mean distance of what is claimed and what is so, in bins of equally many pairs, 0 to 1.

    >>> calibration_error(np.array([0.5, 0.5]), np.array([True, False]))
    0.0

    Does not show: whether likely pairs are told from unlikely ones.
    """
    order = np.argsort(p, kind="stable")
    parts = [part for part in np.array_split(order, min(bins, len(order) // 2 or 1)) if len(part)]
    errors = [abs(float(p[part].mean()) - float(same[part].mean())) for part in parts]
    return float(np.average(errors, weights=[len(part) for part in parts]))


def learn_models(readings: Sequence[Pairs]) -> dict[Stratum, Model]:
    """The models by stratum, calibrated on real events, each left out in turn.

    The same that `learn` gives, without its figures and thus in half the time.
    """
    real = [pairs for pairs in readings if pairs.real]
    events = sorted({str(event) for pairs in real for event in pairs.events[:, 0]})
    models: dict[Stratum, Model] = {}
    for stratum in ASKED:
        by_event = {event: fit(stratum, readings, event) for event in events}
        models[stratum] = calibrate(fit(stratum, readings), tell(stratum, real, by_event))
    return models


def learn(readings: Sequence[Pairs]) -> tuple[dict[Stratum, Model], list[dict[str, Any]]]:
    """The models by stratum, and a row of figures for each stratum and reading."""
    events = sorted({str(event) for pairs in readings for event in pairs.events[:, 0]})
    models: dict[Stratum, Model] = {}
    figures = []
    for stratum in ASKED:
        by_event = {event: fit(stratum, readings, event) for event in events}
        told = tell(stratum, readings, by_event)
        models[stratum] = calibrate(fit(stratum, readings), told)
        calibrated = [
            Told(u.reading, u.real, odds, u.same)
            for u, odds in zip(told, _calibrated(told), strict=True)
        ]
        seen = tell(stratum, readings, dict.fromkeys(events, models[stratum]))
        for real, reading in ((True, "gold"), (True, "found"), (False, "gold"), (False, "found")):
            some, learned = (
                [u for u in all_of if (u.real, u.reading) == (real, reading)]
                for all_of in (calibrated, seen)
            )
            if some:
                in_sample = figures_of(*joined(learned))
                figures.append({
                    "stratum": stratum, "real": real, "reading": reading,
                    **figures_of(*joined(some)),
                    "seen_precision": in_sample["precision"], "seen_recall": in_sample["recall"],
                })  # fmt: skip
    return models, figures


def _calibrated(told: Sequence[Told]) -> list[Numbers]:
    odds, same = joined([u for u in told if u.real])
    (slope,), shift = fit_logistic(odds[:, None], same, np.ones(len(same)), [1])
    return [u.log_odds * slope + shift for u in told]


def figures_of(odds: Numbers, same: Flags) -> dict[str, float]:
    """Precision and recall of pairs at even odds, average precision, and calibration error."""
    p = np.clip(1 / (1 + np.exp(-odds)), LEAST, MOST)
    taken = p >= 0.5
    right = float((taken & same).sum())
    judged = p >= 0.02
    order = np.argsort(-p, kind="stable")
    precision = np.cumsum(same[order]) / np.arange(1, len(p) + 1)
    return {
        "pairs": len(p),
        "same": int(same.sum()),
        "precision": right / max(1, int(taken.sum())),
        "recall": right / max(1, int(same.sum())),
        "average_precision": float(precision[same[order]].mean()) if same.any() else 0.0,
        "calibration_error": calibration_error(p[judged], same[judged]),
    }


def _log_odds(model: Model, pairs: Pairs, here: Flags) -> Numbers:
    total = np.full(int(here.sum()), model.intercept)
    for name, weight in model.weights.items():
        total += weight * pairs.features[name][here]
    return total


def write(models: Mapping[Stratum, Model], figures: Sequence[Mapping[str, Any]]) -> None:
    """Write the weights, and the figures between the marks of the model card."""
    strata = {
        name: {"intercept": model.intercept, "weights": dict(model.weights)}
        for name, model in models.items()
    }
    text = json.dumps({"strata": strata}, indent=1) + "\n"
    (WEIGHTS / "pairs.json").write_text(text, encoding="utf8")
    put_between(CARD, _table(figures), WEIGHTS / "README.md")


def _table(figures: Sequence[Mapping[str, Any]]) -> str:
    lines = [
        "| stratum | events | quotes | pairs | one utterance | precision | recall "
        "| average precision | calibration error | precision, seen | recall, seen |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for row in figures:
        shares = [
            f"{100 * row[name]:.0f}" for name in
            ("precision", "recall", "average_precision", "calibration_error",
             "seen_precision", "seen_recall")
        ]  # fmt: skip
        kind = "real" if row["real"] else "invented"
        cells = [row["stratum"], kind, row["reading"], row["pairs"], row["same"], *shares]
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def main() -> None:
    """Read the events, learn, and write weights and model card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--cases", type=Path, default=Path("tests/cases/alignment"))
    asked = parser.parse_args()
    lessons = [*read_newswcl50(asked.corpora / "newswcl50"), *read_cases(asked.cases)]
    readings = list(read_pairs(lessons))
    models, figures = learn(readings)
    write(models, figures)
    print(_table(figures))


if __name__ == "__main__":
    main()
