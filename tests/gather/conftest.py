"""What the tests of this room share: an event's folder, and a rude web server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rude_server import RudeServer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an event without sides."""
    place = tmp_path / "ferry"
    place.mkdir()
    (place / "event.yaml").write_text("id: ferry\ntitle: The ferry\n", encoding="utf8")
    return place


@pytest.fixture
def server() -> Iterator[RudeServer]:
    running = RudeServer()
    yield running
    running.close()
