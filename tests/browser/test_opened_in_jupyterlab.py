"""The first notebook as a person meets it: opened in JupyterLab and run from the menu.

Only a browser sees a widget that is not wired or an output that does not render. Whether a cell
failed is read from the notebook's model, since JupyterLab draws an error as one more output.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THE_NOTEBOOK = "01_the_whole_path.ipynb"
RAISING = "raising.ipynb"
ASKING = "asking.ipynb"
ASKING_CODE = """\
import toolkit as tk
form = tk.label_form(tk.load_event("quay"), only=["closure"], top=3)
form
"""
QUAY = """\
id: quay
title: The quay
concepts:
  - id: closure
    label: The closure
    terms: [closure]  # what else?
"""
QUAY_ARTICLE = {
    "article_id": "tide-1",
    "outlet": "tide",
    "title": "Quay",
    "text": "The closure was announced at noon. The shutdown was a surprise, Nora Pike said.",
}
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
SETTINGS = {
    # Both would ask sites outside this machine.
    "page_config.json": {
        "disabledExtensions": {
            "@jupyterlab/apputils-extension:announcements": True,
            "@jupyterlab/extensionmanager-extension": True,
        }
    },
    # Else only the cells in view are drawn, and only those would be looked at.
    "default_setting_overrides.json": {
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"}
    },
}
STATE = """() => {
    const widget = window.jupyterapp.shell.currentWidget;
    const cells = widget.content.model.sharedModel.toJSON().cells
        .filter(cell => cell.cell_type === 'code' && [cell.source].flat().join('').trim());
    return {
        status: widget.sessionContext.session?.kernel?.status,
        waiting: cells.filter(cell => cell.execution_count === null).length,
        errors: cells.flatMap(cell => cell.outputs)
            .filter(output => output.output_type === 'error')
            .map(output => output.ename + ': ' + output.evalue),
    };
}"""
HEIGHT = """() => [...document.querySelectorAll('.jp-NotebookPanel .jp-Cell')]
    .reduce((sum, cell) => sum + cell.getBoundingClientRect().height, 0)"""
TO_THE_TOP = """() => document.querySelector('.jp-NotebookPanel .jp-Cell')
    .scrollIntoView()"""
UNNAMED_PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea img')]
    .filter(picture => !picture.alt).length"""


@pytest.fixture(scope="module")
def notebooks(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks, since JupyterLab saves what it runs, and one that must fail."""
    folder = tmp_path_factory.mktemp("lab") / "notebooks"
    shutil.copytree(root / "notebooks", folder)
    cells = [nbformat.v4.new_code_cell(code) for code in ("1 + 1", "1 / 0", "2 + 2")]
    raising = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    nbformat.write(raising, folder / RAISING)
    asking = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(ASKING_CODE)], metadata={"kernelspec": KERNEL}
    )
    nbformat.write(asking, folder / ASKING)
    (folder / "quay").mkdir()
    (folder / "quay" / "event.yaml").write_text(QUAY, encoding="utf8")
    line = json.dumps(QUAY_ARTICLE) + "\n"
    (folder / "quay" / "articles.jsonl").write_text(line, encoding="utf8")
    return folder


@pytest.fixture(scope="module")
def lab(notebooks: Path) -> Iterator[str]:
    """The address of a JupyterLab of our own, whose settings are nobody else's."""
    home = notebooks.parent
    (home / "config" / "labconfig").mkdir(parents=True)
    for name, settings in SETTINGS.items():
        (home / "config" / "labconfig" / name).write_text(json.dumps(settings))
    port = _free_port()
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
        f"--port={port}", "--ServerApp.port_retries=0", f"--notebook-dir={notebooks}",
        "--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True",
        "--LabApp.extension_manager=readonly",
    ]  # fmt: skip
    places = {f"JUPYTER_{what}_DIR": str(home / what.lower()) for what in ("DATA", "RUNTIME")}
    own = {**os.environ, **places, "JUPYTER_CONFIG_DIR": str(home / "config")}
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, env=own, stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server, home / "log")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def test_the_whole_path_runs_from_the_menu(browser, lab, root):
    page, errors = run_from_the_menu(browser, lab, THE_NOTEBOOK)
    page.set_viewport_size({"width": 1280, "height": min(int(page.evaluate(HEIGHT)) + 200, 12_000)})
    page.evaluate(TO_THE_TOP)
    page.screenshot(path=root / "build" / "screenshots" / "notebook.png")
    assert errors == []
    assert page.locator("text=Error displaying widget").count() == 0
    assert page.evaluate(UNNAMED_PICTURES) == 0
    page.context.close()


def test_a_notebook_that_raises_is_noticed(browser, lab):
    page, errors = run_from_the_menu(browser, lab, RAISING)
    assert errors == ["ZeroDivisionError: division by zero"]
    page.context.close()


def test_suggested_labels_are_answered_and_saved_by_keyboard(browser, lab, notebooks, root):
    page, errors = run_from_the_menu(browser, lab, ASKING)
    assert errors == []
    row = page.locator(".widget-vbox", has=page.locator("b", has_text="shutdown")).last
    row.wait_for(timeout=30_000)
    row.get_by_role("button", name="Yes").focus()
    page.keyboard.press("Enter")
    row.locator(".mod-active", has_text="Yes").wait_for(timeout=10_000)
    page.screenshot(path=root / "build" / "screenshots" / "label-form.png")
    page.get_by_role("button", name="Save", exact=True).last.focus()
    page.keyboard.press("Space")
    page.locator("text=Saved: 1 accepted, 0 rejected").wait_for(timeout=10_000)
    written = (notebooks / "quay" / "event.yaml").read_text(encoding="utf8")
    assert written == QUAY.replace("[closure]", "[closure, shutdown]")
    assert row.count() == 0 or not row.is_visible()
    page.context.close()


def run_from_the_menu(browser: Any, lab: str, name: str) -> tuple[Any, list[str]]:
    """Open a notebook, choose Run > Run All Cells, and wait until nothing is left to run."""
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{lab}/lab/tree/{name}?reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_function(f"() => ({STATE})().status === 'idle'", timeout=60_000)
    page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^Run$")).click()
    page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$")).click()
    done = "(now => now.errors.length > 0 || now.waiting === 0 && now.status === 'idle')"
    page.wait_for_function(f"() => {done}(({STATE})())", timeout=120_000)
    elsewhere = [u for u in asked if u.startswith("http") and not u.startswith(lab)]
    assert elsewhere == []
    return page, page.evaluate(STATE)["errors"]


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")
