"""Claims about errors: whose fault each is, and that a reason can be read by a person."""

from __future__ import annotations

import re

import pytest

from toolkit.errors import (
    REASONS,
    DamagedDataError,
    PageError,
    SidelightError,
    UsageError,
    nearest,
)


@pytest.mark.parametrize("kind", [UsageError, PageError, DamagedDataError])
def test_every_error_on_purpose_is_a_sidelight_error(kind: type[Exception]) -> None:
    assert issubclass(kind, SidelightError)


def test_whose_fault_an_error_is_is_never_two_peoples() -> None:
    kinds = (UsageError, PageError, DamagedDataError)
    assert not any(issubclass(a, b) for a in kinds for b in kinds if a is not b)


def test_a_page_error_says_its_reason_and_its_detail() -> None:
    error = PageError("timeout", "no answer in 20 s", stage="download", retryable=True)
    assert str(error) == "timeout: no answer in 20 s"
    assert (error.reason, error.stage, error.retryable) == ("timeout", "download", True)


def test_a_page_error_without_detail_is_its_reason_alone() -> None:
    assert str(PageError("empty", "")) == "empty"


def test_every_reason_is_a_code_with_a_sentence_for_a_person() -> None:
    for code, advice in REASONS.items():
        assert re.fullmatch(r"[a-z0-9_]+", code)
        assert len(advice.split()) >= 3 and not advice.endswith("."), code


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("langauge", ["language", "name"], " (did you mean 'language'?)"),
        ("owner", ["owners", "workers"], " (did you mean 'owners'?)"),
        ("zzz", ["language", "name"], ""),
        ("anything", [], ""),
        ("", ["language"], ""),
    ],
)
def test_the_nearest_known_word_is_named_or_none(word: str, known: list[str], hint: str) -> None:
    assert nearest(word, known) == hint
