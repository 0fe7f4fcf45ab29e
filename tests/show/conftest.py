"""The event `ferry` for the tests of figures, views and report."""

from __future__ import annotations

from dataclasses import replace

import ferry
import pytest
from ferry_frames import make_material

from toolkit.model import Event
from toolkit.show.material import Material


@pytest.fixture(scope="session")
def event() -> Event:
    return ferry.EVENT


@pytest.fixture(scope="session")
def material() -> Material:
    return make_material(ferry.EVENT)


@pytest.fixture(scope="session")
def bare_event() -> Event:
    """One article of one outlet; no sides, no concepts, no days, nothing found."""
    article = replace(ferry.ARTICLES[0], published=None, retrieved=None)
    return Event(id="bare", title="Bare", articles=(article,), outlets=ferry.OUTLETS)
