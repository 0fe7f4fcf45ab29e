"""The coverage of an event: fetched once, kept at once, gone on with after a break."""

from pathlib import Path

import pytest
from made_pages import SENTENCES, page_of
from rude_server import RudeServer, reply

from toolkit.errors import UsageError
from toolkit.gather.archive import load_articles, load_page
from toolkit.gather.coverage import fetch_coverage
from toolkit.gather.download import Client
from toolkit.gather.draft import draft_event, find_candidates
from toolkit.gather.event import load_event
from toolkit.gather.pasted import read_text
from toolkit.gather.sites import serve_sites
from toolkit.model import Event

HOST = "weeklytide.example"


def event_of(folder: Path, *paths: str) -> Event:
    urls = "".join(f"    - http://{HOST}{path}\n" for path in paths)
    (folder / "event.yaml").write_text(f"id: ferry\ntitle: t\ncoverage:\n  urls:\n{urls}")
    return load_event(folder)


def client(server: RudeServer) -> Client:
    return Client(connect_to={HOST: server.address}, retries=0, deadline=3)


def test_articles_pages_and_failures_are_kept(folder: Path, server: RudeServer) -> None:
    server.answer("/a", reply(200, page_of()))
    server.answer("/b", reply(200, b"<html><body><p>Hello.</p></body></html>"))
    event = event_of(folder, "/a", "/b", "/c")
    told: list[tuple[int, int, str]] = []
    articles, failures = fetch_coverage(
        event, client=client(server), progress=lambda *step: told.append(step)
    )
    assert [a.requested for a in articles] == [f"http://{HOST}/a"]
    assert articles[0].outlet == "tide"
    assert articles[0].retrieved
    assert load_page(folder, articles[0].article_id) == page_of()
    assert [(f.url, f.outlet, f.stage, f.reason) for f in failures] == [
        (f"http://{HOST}/b", "tide", "read", "not_an_article"),
        (f"http://{HOST}/c", "tide", "download", "http_404"),
    ]
    assert len(list((folder / "pages").iterdir())) == 2
    assert [step[:2] for step in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert load_event(folder).articles == articles


def test_a_second_run_asks_only_for_what_may_have_changed(folder: Path, server: RudeServer) -> None:
    server.answer("/a", reply(200, page_of()))
    server.answer("/b", reply(503), reply(200, page_of("Another story. " * 20)))
    event = event_of(folder, "/a", "/b", "/gone")
    _, failures = fetch_coverage(event, client=client(server))
    assert [f.reason for f in failures] == ["http_503", "http_404"]
    server.asked.clear()
    articles, failures = fetch_coverage(event, client=client(server))
    assert server.pages == ["/b"]
    assert len(articles) == 2
    assert [f.reason for f in failures] == ["http_404"]


def test_a_run_that_breaks_goes_on_where_it_stopped(folder: Path, server: RudeServer) -> None:
    for number in range(4):
        server.answer(f"/{number}", reply(200, page_of(f"Story {number}. " * 20)))
    event = event_of(folder, "/0", "/1", "/2", "/3")

    def stop(done: int, _all: int, _url: str) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch_coverage(event, client=client(server), progress=stop)
    assert len(load_articles(folder)) == 2
    server.asked.clear()
    articles, failures = fetch_coverage(event, client=client(server))
    assert server.pages == ["/2", "/3"]
    assert (len(articles), failures) == (4, ())


def test_two_addresses_of_one_article_are_one_article(folder: Path, server: RudeServer) -> None:
    html = page_of(head='<link rel="canonical" href="/a">')
    for path in ("/a", "/amp/a"):
        server.answer(path, reply(200, html))
    event = event_of(folder, "/a", "/a?utm_source=mail", "/amp/a")
    articles, failures = fetch_coverage(event, client=client(server))
    assert len(articles) == 1
    assert [(f.reason, f.retryable) for f in failures] == [("duplicate", False)]
    assert f"already has this article as {articles[0].article_id}" in failures[0].detail
    assert server.pages == ["/a", "/amp/a"]


def test_further_addresses_may_be_given(folder: Path, server: RudeServer) -> None:
    server.answer("/x", reply(200, page_of()))
    articles, _ = fetch_coverage(
        event_of(folder, "/x"), client=client(server), urls=[f"http://{HOST}/x"]
    )
    assert len(articles) == 1


def test_the_charset_of_the_header_reaches_the_reader(folder: Path, server: RudeServer) -> None:
    html = page_of("El barco no se para “nunca”, dijo la alcaldesa. " * 6, lang="es")
    html = html.replace(b'<meta charset="utf-8">', b"").decode().encode("cp1252")
    server.answer("/a", reply(200, html, Content_Type="text/html; charset=iso-8859-1"))
    articles, _ = fetch_coverage(event_of(folder, "/a"), client=client(server))
    assert "“nunca”" in articles[0].text


def test_an_event_without_a_folder_cannot_be_fetched() -> None:
    with pytest.raises(UsageError, match="event 'x' has no folder"):
        fetch_coverage(Event("x", "x"), client=Client())


def test_the_sample_event_is_fetched_whole(folder: Path) -> None:
    sample = load_event("saltworks")
    (folder / "event.yaml").write_bytes((sample.folder / "event.yaml").read_bytes())  # type: ignore[operator]
    with serve_sites() as served:
        articles, failures = fetch_coverage(
            load_event(folder), client=Client(connect_to=served.connect_to)
        )
    assert failures == ()
    assert sorted((a.outlet, a.kind, a.language) for a in articles) == [
        ("courier", "news", "en"),
        ("courier", "opinion", "en"),
        ("crosswire", "wire", "en"),
        ("faro", "news", "es"),
        ("lantern", "news", "en"),
        ("ledger", "news", "en"),
        ("marisma", "news", "es"),
        ("tide", "news", "en"),
        ("tide", "news", "en"),
    ]
    assert all(a.authors and a.published and 350 <= a.words <= 800 for a in articles)
    assert not any(a.flags for a in articles)


# --- a draft ---


def test_a_draft_lists_the_names_that_speak_and_loads_as_it_is(folder: Path) -> None:
    article = read_text(
        "Ferry: “all” winter\n\n"
        "The Harbour Board met in Westquay on Monday. Chairwoman Marta Oller said that the Harbour "
        "Board would pay. “We sail,” Oller said. Jon Aske, a skipper, said that he was glad.\n\n"
        "Mr Aske told the meeting in Westquay that the boat was sound. Westquay Harbour waits.",
        outlet="tide",
        url="http://weeklytide.example/a",
        published="2025-04-04T08:00:00+01:00",
    )
    found = {c.name: c.is_body for c in find_candidates([article])}
    assert found == {"Harbour Board": True, "Marta Oller": False, "Jon Aske": False}
    (folder / "event.yaml").write_text(draft_event([article], event_id="ferry"), encoding="utf8")
    event = load_event(folder)
    assert event.title == "Ferry: “all” winter"
    assert [[a.name for a in side.actors] for side in event.sides] == [
        ["Harbour Board", "Marta Oller"],
        ["Jon Aske"],
    ]
    assert (event.since, event.concepts) == ("2025-04-04", ())
    assert event.coverage.urls[0].outlet == "tide"


def test_a_draft_of_articles_without_names_loads_too(folder: Path) -> None:
    article = read_text('it rained all day, and nobody went out. "nothing" was said: # no.')
    (folder / "event.yaml").write_text(draft_event([article], event_id="rain"), encoding="utf8")
    assert load_event(folder).sides == ()


def test_nothing_is_drafted_from_nothing() -> None:
    with pytest.raises(UsageError, match="drafted from articles, and there are none"):
        draft_event([], event_id="x")


def test_the_sentences_of_the_tests_hold_a_quotation() -> None:
    assert any("“" in sentence for sentence in SENTENCES)
