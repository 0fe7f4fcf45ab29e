"""Claims about how far a count may be off."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.compare.statistics.counts import of_all, of_listed
from toolkit.compare.statistics.validation import CountErrors, SpeakerErrors, Validation

KNOWN = Validation(
    {},
    SpeakerErrors(0.0, 1.0),
    {"person": CountErrors(90.0, 10.0, 90.0, 10.0), "concept": CountErrors(50.0, 50.0, 50.0, 50.0)},
)


def drawn(n: int, errors: CountErrors, draws: int = 200_000) -> tuple[float, float]:
    """The same by drawing: t of n are right, and before the next right one some were missed."""
    generator = np.random.default_rng(1)
    right = generator.binomial(n, generator.beta(errors.tp + 1, errors.fp + 1, draws))
    recall = generator.beta(errors.tp_marked + 1, errors.fn + 1, draws)
    return tuple(np.quantile(right + generator.negative_binomial(right + 1, recall), (0.05, 0.95)))


@pytest.mark.parametrize("n", [1, 4, 25])
@pytest.mark.parametrize("kind", ["person", "concept"])
def test_the_sums_are_what_drawing_gives(n: int, kind: str) -> None:
    assert of_all(n, kind, validation=KNOWN) == pytest.approx(drawn(n, KNOWN.counts[kind]), abs=1)


def test_what_was_found_and_listed_can_only_be_fewer() -> None:
    low, high = of_listed(20, "person", validation=KNOWN)
    assert low < 18 < high <= 20


def test_what_a_person_confirmed_is_right() -> None:
    assert of_listed(20, "concept", sure=20, validation=KNOWN) == (20, 20)
    widths = [np.ptp(of_listed(20, "concept", sure=sure, validation=KNOWN)) for sure in (0, 10, 20)]
    assert widths[0] > widths[1] > widths[2] == 0
    assert of_all(20, "concept", sure=20, validation=KNOWN)[0] >= 20


def test_of_nothing_listed_nothing_is_right() -> None:
    assert of_listed(0, "person", validation=KNOWN) == (0, 0)


def test_a_kind_that_was_not_counted_is_as_doubtful_as_a_concept() -> None:
    assert of_all(7, "ship", validation=KNOWN) == of_all(7, "concept", validation=KNOWN)


def test_the_counts_that_ship_know_every_kind_of_thing_of_an_event() -> None:
    for kind in ("person", "body", "group", "concept"):
        low, high = of_all(10, kind)
        assert 0 <= low < 10 < high
