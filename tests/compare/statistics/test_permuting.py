"""Claims about dealing whole articles anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from toolkit.compare.statistics.permuting import compare

TWO = ["tide"] * 5 + ["post"] * 5


def counts(seed: int, articles: int, cells: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(4.0, (articles, cells)).astype(float)


def test_few_articles_are_dealt_in_every_way() -> None:
    values = counts(3, 10)
    found = compare(values, TWO)
    assert found.exact
    again = stats.permutation_test(
        (values[:5, 0], values[5:, 0]), lambda a, b: abs(a.mean() - b.mean()),
        permutation_type="independent", alternative="greater", n_resamples=np.inf,
    )  # fmt: skip
    assert found.p[:, 0] == pytest.approx([again.pvalue] * 2)


def test_many_articles_are_dealt_at_random_and_p_is_never_zero() -> None:
    values = np.repeat([[1.0], [5.0]], 20, axis=0)
    found = compare(values, ["tide"] * 20 + ["post"] * 20, permutations=99)
    assert not found.exact
    assert found.p[:, 0].tolist() == [0.01, 0.01]
    assert found.difference[:, 0].tolist() == [-4.0, 4.0]


def test_three_against_three_is_not_compared() -> None:
    found = compare(counts(1, 6), ["tide"] * 3 + ["post"] * 3)
    assert np.isnan(found.p).all()


def test_an_outlet_of_three_articles_is_left_out_and_the_others_are_compared() -> None:
    values = counts(1, 13)
    with_third = compare(values, [*TWO, "sun", "sun", "sun"])
    assert np.isnan(with_third.p[2]).all()
    assert with_third.p[:2].tolist() == compare(values[:10], TWO).p.tolist()


def test_the_more_is_compared_the_larger_a_difference_must_be() -> None:
    values = counts(8, 10, 30)
    values[:5, 0] += 3
    alone, among = compare(values[:, :1], TWO).p[0, 0], compare(values, TWO).p[0, 0]
    assert alone < among


def test_a_share_is_compared_as_a_share_and_not_as_a_number_of_words() -> None:
    """An outlet of long articles does not give a side more voice for that."""
    sizes = np.array([100.0] * 5 + [300.0] * 5)
    found = compare(0.4 * sizes[:, None], TWO, sizes=sizes)
    assert found.p[:, 0].tolist() == [1.0, 1.0]
    assert found.difference[:, 0] == pytest.approx([0.0, 0.0])


def test_what_never_varies_is_no_difference() -> None:
    assert compare(np.ones((10, 2)), TWO).p.tolist() == [[1.0, 1.0]] * 2


def test_cells_that_are_parts_of_different_wholes_are_compared_together() -> None:
    values, words, verbs = counts(5, 10, 2), np.arange(10.0, 20), np.arange(30.0, 20, -1)
    both = compare(values, TWO, sizes=np.column_stack([words, verbs]))
    for cell, sizes in enumerate((words, verbs)):
        alone = compare(values[:, [cell]], TWO, sizes=sizes)
        assert both.statistic[:, [cell]] == pytest.approx(alone.statistic)
        assert both.difference[:, [cell]] == pytest.approx(alone.difference)


def test_a_group_without_anything_of_a_cell_has_no_difference_there() -> None:
    sizes = np.column_stack([[1.0] * 10, [0.0] * 5 + [1.0] * 5])
    found = compare(np.minimum(counts(5, 10, 2), sizes), TWO, sizes=sizes)
    assert np.isnan(found.difference[:, 1]).all()
    assert (found.p[:, 1] == 1).all()


def test_outlets_that_do_not_differ_are_seldom_said_to() -> None:
    """Of 200 comparisons without a difference about 10 have a p of .05 or less."""
    found = [compare(counts(s, 24, 6), ["a", "b", "c"] * 8, permutations=199) for s in range(200)]
    assert sum((f.p <= 0.05).any() for f in found) <= 20


KEYS = [f"text{n}" for n in range(24)]


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 99), order=st.permutations(range(24)), cells=st.permutations(range(4)))
def test_no_order_of_articles_outlets_or_cells_changes_a_number(
    seed: int, order: list[int], cells: list[int]
) -> None:
    values, groups = counts(seed, 24, 4), ["tide", "post", "sun"] * 8
    named = {"tide": "x", "post": "a", "sun": "m"}
    before = compare(values, groups, keys=KEYS, permutations=99)
    after = compare(
        values[order][:, cells], [named[groups[i]] for i in order],
        keys=[KEYS[i] for i in order], permutations=99,
    )  # fmt: skip
    rows = [after.groups.index(named[group]) for group in before.groups]
    assert after.p[rows].tolist() == before.p[:, cells].tolist()
    assert after.statistic[rows] == pytest.approx(before.statistic[:, cells])


def test_one_text_in_two_outlets_does_not_make_their_order_matter() -> None:
    values, groups = counts(2, 24, 3), ["tide", "post", "sun"] * 8
    values[1] = values[0]
    keys = ["same", "same", *KEYS[2:]]
    swapped = [1, 0, *range(2, 24)]
    before = compare(values, groups, keys=keys, permutations=99)
    after = compare(
        values[swapped], [groups[i] for i in swapped], keys=[keys[i] for i in swapped],
        permutations=99,
    )  # fmt: skip
    rows = [after.groups.index(group) for group in before.groups]
    assert after.p[rows].tolist() == before.p.tolist()
