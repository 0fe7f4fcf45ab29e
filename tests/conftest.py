"""What every test stands on: no network, no window, and a plain word where something is missing.

A socket guard inside pytest would not reach a notebook's kernel or the command line, so the switch
is an environment variable that those inherit. What a person's machine may lack (a browser, the
reference corpora) skips with a reason; in CI a missing browser is a failure, since a test that
never runs protects nobody.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Here each run looks at new examples; in CI the same commit must give the same answer twice.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

os.environ["SIDELIGHT_OFFLINE"] = "1"
os.environ["MPLBACKEND"] = "Agg"

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The reference corpora, which are not ours to ship: beside the repository, or nowhere."""
    named = os.environ.get("SIDELIGHT_CORPORA")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpora"
    if not folder.is_dir():
        pytest.skip(f"the reference corpora are not at {folder} (SIDELIGHT_CORPORA names another)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium: the system's, else the one that Playwright fetched itself."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None) or _of_playwright()
    if found is not None:
        return found
    what = "there is no Chromium; on Debian or Ubuntu: apt-get install chromium"
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


@pytest.fixture(scope="session")
def saltworks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample event, its coverage fetched over HTTP from the sample sites."""
    import toolkit as tk

    folder = tmp_path_factory.mktemp("events") / "saltworks"
    fetched = shutil.ignore_patterns("articles.jsonl", "failures.jsonl", "pages")
    shutil.copytree(ROOT / "data" / "events" / "saltworks", folder, ignore=fetched)
    with tk.serve_sites() as served:
        client = tk.Client(connect_to=served.connect_to, delay=0)
        tk.fetch_coverage(tk.load_event(folder), client=client)
    return folder


# One for each module and no longer: while Playwright runs, this thread has an event loop, and
# nobody else (nbclient, a second Playwright) can start one.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    """A headless Chromium that reaches this machine only; asked for another host, it finds none."""
    from playwright.sync_api import sync_playwright

    flags = [
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()
