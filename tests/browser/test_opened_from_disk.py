"""The report as a reader meets it: a file opened from disk, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import toolkit as tk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESK, PHONE = 1280, 390

BROKEN = """<!doctype html><html lang="en"><title>broken</title><body>
<div style="width: 2000px">too wide for any screen of ours</div>
<a href="#nowhere">leads nowhere</a><img src="http://pictures.example/a.png" alt="a">
<script>throw new Error("broken on purpose")</script></body></html>"""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DEAD_LINKS = """[...document.querySelectorAll('a[href^="#"]')]
    .map(a => decodeURIComponent(a.getAttribute('href').slice(1)))
    .filter(id => id && !document.getElementById(id))"""
REPEATED_IDS = """[...document.querySelectorAll('[id]')].map(e => e.id)
    .filter((id, at, all) => all.indexOf(id) !== at)"""
UNNAMED_PICTURES = """[...document.querySelectorAll('img, svg')]
    .filter(e => e.getAttribute('aria-hidden') !== 'true' && !e.getAttribute('alt')
                 && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')
                 && !e.querySelector('title'))
    .map(e => e.outerHTML.slice(0, 80))"""

LINKED_WORDS = """ids => {
    const words = {};
    for (const id of ids.filter(id => document.querySelector(`a[href="#${id}"]`))) {
        const place = document.getElementById(id).cloneNode(true);
        place.querySelectorAll('sup').forEach(number => number.remove());
        words[id] = place.textContent;
    }
    return words;
}"""


@pytest.fixture(scope="module")
def report(saltworks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tk.report(tk.load_event(saltworks), tmp_path_factory.mktemp("report") / "saltworks.html")


@pytest.fixture
def look(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a file at a width and tells what a reader would trip over."""
    contexts: list[Any] = []

    def look_at(file: Path, width: int, *, javascript: bool = True) -> tuple[Any, dict[str, Any]]:
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, java_script_enabled=javascript))
        page = contexts[-1].new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(file.as_uri())
        found = {
            "requests": [u for u in asked if u != file.as_uri() and not u.startswith("data:")],
            "console": said,
            "sideways": page.evaluate(SIDEWAYS),
            "dead links": page.evaluate(DEAD_LINKS),
            "repeated ids": page.evaluate(REPEATED_IDS),
            "unnamed pictures": page.evaluate(UNNAMED_PICTURES),
        }
        return page, {name: what for name, what in found.items() if what}

    yield look_at
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_report_asks_nobody_and_fits_its_screen(report, look, width, root):
    page, troubles = look(report, width)
    assert troubles == {}
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.evaluate(SIDEWAYS) == 0
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = false)")
    pictures = root / "build" / "screenshots"
    page.screenshot(path=pictures / f"report-{width}.png", full_page=True)
    if width == DESK:  # the picture of the README is a copy of this one
        section = page.locator("#the-same-words").bounding_box()
        clip = {"x": 40, "y": section["y"] - 24, "width": DESK - 80, "height": 880}
        page.screenshot(path=pictures / "report.png", full_page=True, clip=clip)


def test_the_look_at_a_report_can_fail(look, tmp_path):
    file = tmp_path / "broken.html"
    file.write_text(BROKEN, encoding="utf8")
    _, troubles = look(file, PHONE)
    assert sorted(troubles) == ["console", "dead links", "requests", "sideways"]


def test_every_fold_opens_without_javascript(report, look):
    page, _ = look(report, DESK, javascript=False)
    # Of the articles the first one stands for all: their folds are made by one template.
    folds = page.locator("details:not(.sl-sheet ~ .sl-sheet details)")
    assert folds.locator("dl").count() > 0
    for at in range(folds.count()):
        fold = folds.nth(at)
        if fold.get_attribute("open") is None and fold.locator("> summary").is_visible():
            fold.locator("> summary").click()
            assert fold.get_attribute("open") is not None, fold.inner_text()[:80]


def test_a_link_to_a_quote_ends_at_its_words(report, look, saltworks):
    page, _ = look(report, DESK, javascript=False)
    quotes = tk.tabulate_quotes(tk.load_event(saltworks))
    content = dict(zip(quotes["quote_id"], quotes["content"], strict=True))
    linked = page.evaluate(LINKED_WORDS, list(content))
    assert linked.keys() == content.keys()
    # A paragraph's end or another mark may split a quote's words: their start is enough.
    assert {q for q, words in content.items() if linked[q][:20] not in words} == set()
