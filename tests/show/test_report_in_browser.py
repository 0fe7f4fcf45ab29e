"""The report in a real browser: opened from disk, wide and narrow, with scripts switched off."""

from __future__ import annotations

import shutil

import pytest

from toolkit.show.report import report

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine"),
]


@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as play:
        running = play.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(event, material, tmp_path_factory):
    return report(event, tmp_path_factory.mktemp("browser"), tables=material).as_uri()


@pytest.mark.parametrize("width", [1280, 390])
def test_it_opens_without_a_request_an_error_or_sideways_scrolling(browser, address, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(address)
    for fold in page.locator("details > summary").all():
        fold.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [a for a in asked if not a.startswith(("file:", "data:"))] == []
    assert told == []
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_opens_its_sentences_without_a_script(browser, address, width):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(address)
    link = page.locator("#who-speaks a.n", has_text="21%")
    panel = page.locator(f"#{link.get_attribute('href')[1:]}")
    assert not panel.is_visible()
    link.click()
    assert panel.is_visible() and "Nobody rang us" in panel.inner_text()
    panel.locator("li > a").first.click()
    assert not panel.is_visible()
    assert "post-1-q" in page.url
    context.close()


def test_the_keyboard_reaches_a_number_and_opens_it(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.locator("#who-speaks a.n").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".panel:target").count() == 1
    page.close()
