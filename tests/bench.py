"""What the program costs, as a small table: ``make bench``. Asserts nothing.

Times are of this machine and this moment. Memory is the highest that the command and whatever it
started ever held.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
COMMAND = Path(sys.executable).parent / "sidelight"
IMPORTS = ("toolkit", "pandas")
RUNS = 3

# Each run in a process of its own, since the highest memory of children never falls again.
MEASURE = """
import resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(done.returncode, time.perf_counter() - began,
      resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measure(*command: str) -> tuple[float, float]:
    """Wall seconds and peak megabytes of a command."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True
    )
    code, seconds, peak = run.stdout.split()
    if code != "0":
        sys.exit(f"bench: {' '.join(command)} ended with exit code {code}\n{run.stderr}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    return float(seconds), float(peak) * unit / 1e6


def demo_rows() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        seconds, megabytes = measure(str(COMMAND), "demo", "--out", folder)
    yield "sidelight demo, wall time", f"{seconds:.1f} s"
    yield "sidelight demo, peak memory", f"{megabytes:.0f} MB"


def import_rows() -> Iterator[tuple[str, str]]:
    bare = statistics.median(measure(sys.executable, "-c", "")[0] for _ in range(RUNS))
    for name in IMPORTS:
        command = (sys.executable, "-c", f"import {name}")
        seconds = statistics.median(measure(*command)[0] for _ in range(RUNS)) - bare
        yield f"import {name}", f"{seconds:.2f} s"


def reading_rows() -> Iterator[tuple[str, str]]:
    import toolkit as tk

    files = sorted((CORPORA / "polnear" / "dev" / "text").glob("*.txt"))
    if not files:
        yield "find_quotes on polnear-dev", f"not measured: nothing at {CORPORA}"
        return
    texts = [file.read_bytes().decode("utf8") for file in files]
    tk.find_quotes(texts[0])  # lists and patterns are read once
    began, counted = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for text in texts:
        tk.find_quotes(text)
    seconds = time.perf_counter() - began
    busy = resource.getrusage(resource.RUSAGE_SELF).ru_utime - counted
    yield "find_quotes on polnear-dev", f"{len(texts) / seconds:.0f} articles a second"
    yield "  by processor time", f"{len(texts) / busy:.0f} articles a second"


def size_rows() -> Iterator[tuple[str, str]]:
    package = ROOT / "toolkit"
    for room in sorted(p for p in package.iterdir() if any(p.rglob("*.py"))):
        yield f"lines of code, {room.name}/", str(sum(map(lines_of_code, room.rglob("*.py"))))
    yield "lines of code, beside the rooms", str(sum(map(lines_of_code, package.glob("*.py"))))
    yield "lines of code, all", str(sum(map(lines_of_code, package.rglob("*.py"))))
    yield "lines of tests", str(sum(map(lines_of_code, (ROOT / "tests").rglob("*.py"))))


def lines_of_code(file: Path) -> int:
    """Lines that hold more than a comment; docstrings count, since somebody reads them."""
    lines = file.read_text(encoding="utf8").splitlines()
    return sum(bool(line.strip()) and not line.lstrip().startswith("#") for line in lines)


def main() -> None:
    os.environ["SIDELIGHT_OFFLINE"] = "1"
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors")
    for rows in (demo_rows, import_rows, reading_rows, size_rows):
        for what, figure in rows():
            print(f"{what:36}{figure}", flush=True)


if __name__ == "__main__":
    main()
