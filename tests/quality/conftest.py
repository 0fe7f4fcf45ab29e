"""Where the scorers are."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def scorers(root: Path) -> Path:
    folder = root.parent / "shared" / "eval"
    if not (folder / "score_quotes.py").is_file():
        pytest.skip(f"the scorers are not at {folder}")
    return folder
