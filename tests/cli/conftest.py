"""The command as a person types it, in a folder of its own, with copies of the sample event."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from toolkit.cli import app

Run = Callable[..., "Answer"]


class Answer:
    """What a command said, on which channel, and how it ended."""

    def __init__(self, code: int, out: str, err: str):
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here: Path) -> Run:
    def run_it(*words: object, pasted: bytes | str | None = None) -> Answer:
        result = CliRunner().invoke(app, [str(word) for word in words], input=pasted)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Answer(result.exit_code, result.stdout, result.stderr)

    return run_it


@pytest.fixture
def event(here: Path, saltworks: Path) -> Path:
    """A copy of the sample event, its articles fetched, without what was coded by hand."""
    by_hand = shutil.ignore_patterns("*codings.csv", "README.md")
    return Path(shutil.copytree(saltworks, here / "saltworks", ignore=by_hand))


@pytest.fixture(autouse=True)
def shipped_event_stays(root: Path) -> Iterator[None]:
    """A command that mistakes the sample event itself for the copy here must not go unnoticed."""
    folder = root / "data" / "events" / "saltworks"
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    yield
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
