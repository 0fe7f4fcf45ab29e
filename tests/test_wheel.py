"""What is installed holds the sample event too: the wheel has copies of data/ and outlets.yaml."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SCRIPT = """
import toolkit as tk
event = tk.load_event("saltworks")
print(tk.__file__, event.folder, len(tk.load_outlets()), sep="\\n")
"""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    built = subprocess.run([*command, str(root)], capture_output=True, text=True, timeout=120)
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]
    return next(out.glob("*.whl"))


def test_the_wheel_carries_the_sample_and_the_outlets(wheel, root):
    with zipfile.ZipFile(wheel) as archive:
        carried = {n: archive.read(n) for n in archive.namelist() if "/_shipped/" in n}
    names = {name.removeprefix("toolkit/_shipped/") for name in carried}
    assert {"outlets.yaml", "data/events/saltworks/event.yaml"} <= names
    assert any(name.startswith("data/sites/courier/") for name in names)
    there = {n: root / n.removeprefix("toolkit/_shipped/") for n in carried}
    assert [n for n, content in carried.items() if content != there[n].read_bytes()] == []


def test_the_wheel_carries_what_the_code_reads(wheel, root):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    read = [p for p in (root / "toolkit").rglob("*") if p.is_file() and p.suffix != ".pyc"]
    assert [n for n in (p.relative_to(root).as_posix() for p in read) if n not in names] == []
    assert [n for n in names if "__pycache__" in n or n.startswith("tests/")] == []


def test_an_unpacked_wheel_finds_its_own_sample(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "unpacked")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    unpacked = {**os.environ, "PYTHONPATH": str(tmp_path / "unpacked")}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=elsewhere, env=unpacked, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    module, folder, outlets = run.stdout.split("\n")[:3]
    package = tmp_path / "unpacked" / "toolkit"
    assert Path(module).parent == package
    assert Path(folder) == package / "_shipped" / "data" / "events" / "saltworks"
    assert int(outlets) > 0
