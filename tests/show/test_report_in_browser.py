"""The report in a real browser: a number opens its sentences, by mouse and by keyboard."""

from __future__ import annotations

import pytest

from toolkit.show.report import report

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(event, material, tmp_path_factory):
    return report(event, tmp_path_factory.mktemp("browser"), tables=material).as_uri()


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


def test_a_quote_says_why_when_it_is_asked_by_keyboard(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(address)
    note = page.locator("#note-post-1-q002")
    assert not note.locator("dl").is_visible()
    note.locator("summary").focus()
    page.keyboard.press("Enter")
    assert note.locator("dl").is_visible() and "sure, 97%" in note.locator("dl").inner_text()
    context.close()


def test_the_keyboard_reaches_a_number_and_opens_it(browser, address):
    page = browser.new_page()
    page.goto(address)
    page.locator("#who-speaks a.n").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".panel:target").count() == 1
    page.close()
