"""Files that people edit lie in the checkout; an installed package carries copies."""

import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.gather import places


def test_the_checkout_wins_over_the_copy_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "toolkit"
    (package / "_shipped").mkdir(parents=True)
    monkeypatch.setattr(places, "PACKAGE", package)
    assert places.find_shipped("outlets.yaml") is None
    (package / "_shipped" / "outlets.yaml").touch()
    (tmp_path / "outlets.yaml").touch()
    assert places.find_shipped("outlets.yaml") == package / "_shipped" / "outlets.yaml"
    (tmp_path / "pyproject.toml").touch()
    assert places.find_shipped("outlets.yaml") == tmp_path / "outlets.yaml"


@pytest.mark.slow
def test_loading_an_event_needs_no_reader_and_no_network() -> None:
    heavy = {"newspaper", "trafilatura", "requests", "urllib3", "courlan", "lxml", "matplotlib"}
    source = (
        "import sys; from toolkit.gather import coverage, draft, event, sites; "
        "event.load_event('saltworks'); "
        f"print({heavy} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
