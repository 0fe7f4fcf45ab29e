"""The door to the network: each rude server gets its reason, in time, and nothing else comes in."""

import gzip
import socket
import time
import zlib

import pytest
from rude_server import RudeServer, reply

from toolkit.errors import PageError
from toolkit.gather.download import Client, Page, user_agent
from toolkit.gather.routing import is_private

HOST = "ferry.example"
PAGE = b"<p>The ferry sails.</p>"


def client(server: RudeServer, **settings: object) -> Client:
    usual = {"connect_to": {HOST: server.address}, "deadline": 3, "backoff": 0.01}
    return Client(**{**usual, **settings})  # type: ignore[arg-type]


def get(server: RudeServer, path: str = "/a", **settings: object) -> Page:
    return client(server, **settings).get(f"http://{HOST}{path}")


def reason(server: RudeServer, path: str = "/a", **settings: object) -> str:
    with pytest.raises(PageError) as caught:
        get(server, path, **settings)
    assert caught.value.stage == "download"
    assert caught.value.detail
    return caught.value.reason


def test_a_page_comes_with_its_address_its_charset_and_its_time(server: RudeServer) -> None:
    server.answer("/a", reply(200, PAGE, Content_Type="text/html; charset=ISO-8859-1"))
    page = get(server)
    assert (page.content, page.status, page.charset) == (PAGE, 200, "ISO-8859-1")
    assert page.url == page.requested == f"http://{HOST}/a"
    assert page.retrieved.endswith("+00:00")


def test_the_program_says_who_it_is_and_asks_under_the_real_host(server: RudeServer) -> None:
    server.answer("/a", reply(200, PAGE))
    get(server)
    said = server.headers[-1]
    assert f"Host: {HOST}\r\n" in said
    assert f"User-Agent: {user_agent()}\r\n" in said
    assert user_agent().startswith("sidelight/")


def test_a_packed_page_is_unpacked(server: RudeServer) -> None:
    for coding, packed in (("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE))):
        server.answer("/a", reply(200, packed, Content_Encoding=coding))
        assert get(server).content == PAGE


def test_a_body_that_unpacks_to_too_much_is_too_large(server: RudeServer) -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    assert len(bomb) < 10_000
    server.answer("/a", reply(200, bomb, Content_Encoding="gzip"))
    assert reason(server, max_bytes=100_000) == "too_large"


def test_a_body_that_never_ends_is_too_large(server: RudeServer) -> None:
    def pour(connection: socket.socket) -> None:
        connection.sendall(reply(200, b"", Content_Length=""))
        while not server.stopped:
            connection.sendall(b"word " * 1000)

    server.answer("/a", pour)
    assert reason(server, max_bytes=100_000) == "too_large"


def test_a_body_that_announces_too_much_is_not_even_read(server: RudeServer) -> None:
    server.answer("/a", reply(200, b"", Content_Length="99999999999"))
    assert reason(server) == "too_large"


@pytest.mark.slow
@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_a_server_that_drips_meets_the_deadline(server: RudeServer, start: bytes) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        while not server.stopped:
            connection.sendall(b"x")
            time.sleep(0.05)

    server.answer("/robots.txt", reply(404))
    server.answer("/a", drip)
    began = time.monotonic()
    assert reason(server, deadline=0.6) == "timeout"
    assert time.monotonic() - began < 3


def test_a_server_that_says_nothing_meets_the_deadline(server: RudeServer) -> None:
    server.answer("/a", lambda connection: time.sleep(1))
    assert reason(server, deadline=0.3) == "timeout"


def test_a_broken_packing_and_a_broken_off_body_have_reasons(server: RudeServer) -> None:
    server.answer("/bad", reply(200, b"no gzip at all", Content_Encoding="gzip"))
    server.answer("/off", reply(200, gzip.compress(PAGE * 99)[:40], Content_Encoding="gzip"))
    server.answer("/short", reply(200, PAGE, Content_Length="500"))
    server.answer("/odd", reply(200, PAGE, Content_Encoding="br"))
    reasons = [reason(server, path) for path in ("/bad", "/off", "/short", "/odd")]
    assert reasons == ["parse", "truncated", "truncated", "parse"]


def test_redirects_are_followed_and_the_last_address_is_kept(server: RudeServer) -> None:
    server.answer("/a", reply(301, Location="/b"))
    server.answer("/b", reply(302, Location=f"http://{HOST}/c?x=1"))
    server.answer("/c?x=1", reply(200, PAGE))
    page = get(server)
    assert (page.url, page.requested) == (f"http://{HOST}/c?x=1", f"http://{HOST}/a")


def test_redirects_in_a_circle_end(server: RudeServer) -> None:
    server.answer("/a", reply(302, Location="/a"))
    assert reason(server) == "http_302"
    assert len(server.pages) == 9


@pytest.mark.parametrize(
    "target",
    ["file:///etc/hostname", "http://127.0.0.1:1/", "http://[::1]:1/", "http://localhost:1/",
     "http://2130706433/", "http://0.0.0.0/"],
)  # fmt: skip
def test_a_redirect_to_a_private_place_is_refused(
    server: RudeServer, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIDELIGHT_OFFLINE", raising=False)
    server.answer("/a", reply(302, Location=target))
    assert reason(server) == "private_host"


def test_a_redirect_to_another_scheme_is_refused(server: RudeServer) -> None:
    server.answer("/a", reply(302, Location="ftp://ferry.example/a"))
    assert reason(server) == "connection"


def test_a_public_name_that_leads_to_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SIDELIGHT_OFFLINE", raising=False)
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.8", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: inside)
    with pytest.raises(PageError, match=r"10\.0\.0\.8") as caught:
        Client().get("http://harmless.example/")
    assert caught.value.reason == "private_host"


@pytest.mark.parametrize(
    "address",
    ["10.0.0.8", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "224.0.0.1", "::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.8",
     "2002:a00:8::1", "64:ff9b::a00:8"],
)  # fmt: skip
def test_every_sort_of_private_address_is_known(address: str) -> None:
    assert is_private(address)


def test_a_private_host_may_be_allowed_by_name(server: RudeServer) -> None:
    server.answer("/a", reply(200, PAGE))
    url = f"http://{server.address}/a"
    for name in ("127.0.0.1", server.address):
        assert Client(allow_hosts=[name]).get(url).content == PAGE
    with pytest.raises(PageError, match="private address"):
        Client(allow_hosts=["127.0.0.1:1"]).get(url)


def test_robots_txt_is_obeyed_and_asked_once(server: RudeServer) -> None:
    rules = b"User-agent: *\nDisallow: /private\n\nUser-agent: sidelight\nDisallow: /secret\n"
    server.answer("/robots.txt", reply(200, rules, Content_Type="text/plain"))
    server.answer("/a", reply(200, PAGE))
    visitor = client(server)
    for path in ("/a", "/a"):
        visitor.get(f"http://{HOST}{path}")
    with pytest.raises(PageError) as caught:
        visitor.get(f"http://{HOST}/secret/x")
    assert str(caught.value) == (
        "robots: http://ferry.example/robots.txt does not allow programs to read /secret/x"
    )
    assert server.asked.count("/robots.txt") == 1
    assert "/secret/x" not in server.asked


def test_a_redirect_is_no_way_round_robots_txt(server: RudeServer) -> None:
    server.answer("/robots.txt", reply(200, b"User-agent: *\nDisallow: /secret\n"))
    server.answer("/a", reply(302, Location="/secret"))
    assert reason(server) == "robots"
    assert "/secret" not in server.asked


def test_a_site_that_cannot_say_what_it_allows_is_left_alone_for_now(server: RudeServer) -> None:
    server.answer("/robots.txt", reply(503))
    server.answer("/a", reply(200, PAGE))
    with pytest.raises(PageError) as caught:
        get(server)
    assert (caught.value.reason, caught.value.retryable) == ("http_503", True)
    assert server.pages == []


def test_pages_of_one_host_are_asked_for_with_a_pause(server: RudeServer) -> None:
    server.answer("/a", reply(200, PAGE))
    slept: list[float] = []
    visitor = client(server, delay=7.0, sleep=slept.append)
    visitor.get(f"http://{HOST}/a")
    assert slept == []
    visitor.get(f"http://{HOST}/a")
    assert slept == [pytest.approx(7, abs=0.5)]


def test_a_crawl_delay_is_kept_even_on_a_local_server(server: RudeServer) -> None:
    server.answer("/robots.txt", reply(200, b"User-agent: *\nCrawl-delay: 3\n"))
    server.answer("/a", reply(200, PAGE))
    slept: list[float] = []
    visitor = client(server, sleep=slept.append)
    for _ in range(2):
        visitor.get(f"http://{HOST}/a")
    assert slept == [pytest.approx(3, abs=0.5)]


def test_a_crawl_delay_that_nobody_can_wait_for_is_a_refusal(server: RudeServer) -> None:
    server.answer("/robots.txt", reply(200, b"User-agent: *\nCrawl-delay: 3600\n"))
    assert reason(server) == "robots"


def test_a_busy_site_is_asked_again_when_it_says(server: RudeServer) -> None:
    busy = reply(429, Retry_After="4")
    server.answer("/a", busy, reply(503), reply(200, PAGE))
    slept: list[float] = []
    assert get(server, sleep=slept.append).content == PAGE
    assert slept == [4, 0.02]


def test_a_site_that_stays_busy_fails_for_now(server: RudeServer) -> None:
    server.answer("/a", reply(503))
    with pytest.raises(PageError) as caught:
        get(server)
    assert (caught.value.reason, caught.value.retryable) == ("http_503", True)
    assert len(server.pages) == 3


def test_a_page_that_is_gone_is_not_asked_for_again(server: RudeServer) -> None:
    server.answer("/a", reply(410))
    with pytest.raises(PageError) as caught:
        get(server)
    assert (caught.value.reason, caught.value.retryable) == ("http_410", False)
    assert len(server.pages) == 1


def test_a_connection_that_breaks_is_tried_again(server: RudeServer) -> None:
    server.answer("/a", lambda connection: connection.close(), reply(200, PAGE))
    assert get(server).content == PAGE


def test_a_port_that_nobody_listens_on_is_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    visitor = Client(connect_to={HOST: f"127.0.0.1:{port}"}, backoff=0.01)
    with pytest.raises(PageError) as caught:
        visitor.get(f"http://{HOST}/")
    assert (caught.value.reason, caught.value.retryable) == ("connection", True)


def test_the_switch_for_offline_work_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELIGHT_OFFLINE", "1")
    with pytest.raises(PageError) as caught:
        Client().get("http://paper.example/")
    assert str(caught.value) == (
        "connection: SIDELIGHT_OFFLINE is set, so paper.example was not asked; "
        "unset it to use the network"
    )


@pytest.mark.parametrize(
    "url", ["", "paper", "http://", "http://a..b/", "http://[1/", "http://a:99999/", "mailto:a@b"]
)
def test_what_is_no_address_is_a_page_error(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIDELIGHT_OFFLINE", raising=False)
    with pytest.raises(PageError) as caught:
        Client(backoff=0).get(url)
    assert caught.value.reason == "connection"
