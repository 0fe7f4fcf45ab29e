"""The only door to the network: pages in, under limits of our own.

Off the shelf, a downloader of news meets bodies that unpack to gigabytes, servers that drip one
byte a second, redirects in circles or to a machine inside the school's network, and sites that ask
not to be read by programs. So every exchange has a deadline, a cap on bytes received and on bytes
unpacked, and a small number of redirects, each of them judged like a first address; robots.txt is
obeyed; one host is asked once a second at most; and the program says who it is. Whatever goes wrong
is a `PageError` with a reason code, which becomes a row of ``failures.jsonl``.
"""

from __future__ import annotations

import contextlib
import datetime
import email.utils
import os
import queue
import re
import socket
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Any, NoReturn
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from protego import Protego
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from toolkit.errors import PageError
from toolkit.gather.routing import OFFLINE, Route
from toolkit.gather.unpacking import read_body

REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Answers that a later attempt may change.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
AGAIN_AT_ONCE = frozenset({429, 503})
#: Nobody waits longer than this between two pages of a site; it is then not fetched by a program.
LONGEST_PAUSE = 60.0
ROBOTS_BYTES = 512_000  # RFC 9309 asks for at least 500 KiB
CHUNK = 16_384


def user_agent() -> str:
    """How the program names itself to the sites that it asks."""
    try:
        number = version("sidelight")
    except PackageNotFoundError:  # a checkout that was never installed
        number = "0"
    return f"sidelight/{number} (compares how news outlets cover one event; reads single pages)"


@dataclass(frozen=True)
class Page:
    """One page as it came: its bytes, where it was found in the end, and what the server said."""

    content: bytes
    url: str
    requested: str
    status: int
    headers: Mapping[str, str]
    retrieved: str

    @property
    def charset(self) -> str | None:
        """The charset of the Content-Type header, or None when it names none."""
        said = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", self.headers.get("content-type", ""))
        return said[1] if said else None


@dataclass
class Client:
    """Downloads single pages, politely and within limits.

    allow_hosts: hosts on a private network that may be asked ("10.0.0.5" or "intranet:8080").
    connect_to: host to "address:port", for local servers that stand in for a host.
    delay: seconds between two pages of one host; by default 1, and 0 for local servers.
    deadline: seconds for one whole exchange. max_bytes: cap on bytes received, and unpacked.
    retries: further attempts after a broken connection or an answer 429 or 503.

    >>> Client(deadline=5).get("file:///etc/hostname")
    Traceback (most recent call last):
    toolkit.errors.PageError: private_host: 'file:' addresses are not fetched, only http and https
    """

    allow_hosts: Collection[str] = ()
    connect_to: Mapping[str, str] = field(default_factory=dict)
    delay: float | None = None
    deadline: float = 20.0
    max_bytes: int = 10_000_000
    max_redirects: int = 8
    retries: int = 2
    backoff: float = 1.0
    agent: str = field(default_factory=user_agent)
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        targets = {host.lower(): target for host, target in self.connect_to.items()}
        self._route = Route(tuple(self.allow_hosts), targets)
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}

    def get(self, url: str) -> Page:
        """Download one page, following redirects, obeying robots.txt.

        url: an http or https address.
        Returns: the `Page`, unpacked.
        Errors: PageError with a reason of `errors.REASONS` or ``http_<status>``.
        Does not show: whether the page is an article; `reading.read_page` finds that out.
        """
        where = url
        for _ in range(self.max_redirects + 1):
            _check_address(where)
            pause = self._ask_robots(where)
            page = self._get_patiently(where, pause)
            if page.status not in REDIRECTS:
                return _accepted(page, url)
            where = _next_address(page, where)
        what = f"more than {self.max_redirects} redirects, the last to {where}"
        raise PageError(f"http_{page.status}", what, stage="download")

    def _get_patiently(self, url: str, pause: float) -> Page:
        for attempt in range(self.retries + 1):
            last = attempt == self.retries
            self._wait(url, pause)
            try:
                page = self._exchange(url, self.max_bytes)
            except PageError as error:
                if last or error.reason != "connection" or not error.retryable or _offline(error):
                    raise
                self.sleep(self.backoff * 2**attempt)
                continue
            if page.status not in AGAIN_AT_ONCE or last:
                return page
            asked = _retry_after(page.headers) or self.backoff * 2**attempt
            if asked > LONGEST_PAUSE:
                return page
            self.sleep(asked)
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, url: str, pause: float) -> None:
        host = urlsplit(url).netloc.lower()
        since = time.monotonic() - self._asked.get(host, -1e9)
        if since < pause:
            self.sleep(pause - since)
        self._asked[host] = time.monotonic()

    def _pause(self, url: str, robots: Protego) -> float:
        host = urlsplit(url).hostname or ""
        usual = self.delay
        if usual is None:
            usual = 0.0 if self._route.leads_to_loopback(host) else 1.0
        asked = float(robots.crawl_delay(self.agent) or 0.0)
        if asked > LONGEST_PAUSE:
            what = f"robots.txt asks programs to wait {asked:.0f} seconds between two pages"
            raise PageError("robots", what, stage="download")
        return max(usual, asked)

    def _ask_robots(self, url: str) -> float:
        """Raise unless robots.txt allows the page; return the seconds to keep between pages."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._fetch_robots(site)
        robots = self._robots[site]
        if not robots.can_fetch(url, self.agent):
            what = f"{site}/robots.txt does not allow programs to read {parts.path or '/'}"
            raise PageError("robots", what, stage="download")
        return self._pause(url, robots)

    def _fetch_robots(self, site: str) -> Protego:
        """A site's robots.txt as RFC 9309 has it: none means all is allowed, no answer means wait.

        A file that is too long counts as far as it was read.
        """
        where = f"{site}/robots.txt"
        for _ in range(5):
            page = self._exchange(where, ROBOTS_BYTES, cut=True)
            if page.status in REDIRECTS:
                where = _next_address(page, where)
                _check_address(where)
                continue
            if page.status >= 500 or page.status == 429:
                what = f"{where} answers {page.status}, so it is not known what is allowed"
                raise PageError(f"http_{page.status}", what, stage="download", retryable=True)
            text = page.content.decode("utf8", "replace") if page.status == 200 else ""
            return Protego.parse(text)
        return Protego.parse("")

    def _exchange(self, url: str, cap: int, *, cut: bool = False) -> Page:
        """One request and its answer, within the deadline; `cut`: take a long body's beginning."""
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip, deflate"}
        headers |= {"Accept": "text/html,application/xhtml+xml,*/*;q=0.5", "Connection": "close"}
        with Watchdog(self.deadline) as dog, open_session(self._route, dog) as session:
            try:
                with session.get(
                    url, headers=headers, stream=True, allow_redirects=False, timeout=dog.left()
                ) as response:
                    content = _content(response, cap, cut=cut)
                    page = _page(response, content, url)
            except PageError as error:
                self._raise_if_late(dog, url)
                raise error
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                self._raise_if_late(dog, url)
                _raise_broken(error)
            except (ValueError, UnicodeError) as error:  # an address or header that cannot be
                raise PageError("connection", f"{url}: {error}", stage="download") from error
            self._raise_if_late(dog, url)
            return page

    def _raise_if_late(self, dog: Watchdog, url: str) -> None:
        if dog.expired:
            what = f"{url} was not there after {self.deadline:g} seconds"
            raise PageError("timeout", what, stage="download", retryable=True)


def _check_address(url: str) -> None:
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise PageError(
            "connection", f"'{url}' is no address ({error})", stage="download"
        ) from None
    if parts.scheme not in ("http", "https"):
        reason = "private_host" if parts.scheme == "file" else "connection"
        what = f"'{parts.scheme}:' addresses are not fetched, only http and https"
        raise PageError(reason, what, stage="download")
    if not fine:
        raise PageError("connection", f"'{url}' names no host", stage="download")


def _next_address(page: Page, where: str) -> str:
    target = page.headers.get("location", "")
    if not target:
        what = f"{where} redirects without saying where to"
        raise PageError(f"http_{page.status}", what, stage="download")
    with contextlib.suppress(UnicodeError):
        # Servers send raw UTF-8 here, which HTTP libraries show as latin-1.
        target = target.encode("latin-1").decode("utf8")
    return urljoin(where, target)


def _accepted(page: Page, requested: str) -> Page:
    if page.status != 200:
        retryable = page.status in PASSING
        what = f"{page.url} answers {page.status}"
        raise PageError(f"http_{page.status}", what, stage="download", retryable=retryable)
    return Page(page.content, page.url, requested, page.status, page.headers, page.retrieved)


def _page(response: requests.Response, content: bytes, url: str) -> Page:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Page(content, url, url, response.status_code, headers, now)


def _content(response: requests.Response, cap: int, *, cut: bool) -> bytes:
    return read_body(
        response.raw.stream(CHUNK, decode_content=False),
        cap=cap,
        coding=response.headers.get("content-encoding", ""),
        announced=response.headers.get("content-length", ""),
        cut=cut,
    )


def _retry_after(headers: Mapping[str, str]) -> float | None:
    said = headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(said)
    try:
        when = email.utils.parsedate_to_datetime(said)
    except ValueError:
        return None
    if when.tzinfo is None:
        return None
    return max(0.0, (when - datetime.datetime.now(datetime.UTC)).total_seconds())


def _raise_broken(error: Exception) -> NoReturn:
    """A library's error as ours: what was raised deep inside `network` keeps its own reason."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, PageError):
            raise seen
        seen = seen.__cause__ or seen.__context__
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError | TimeoutError):
        raise PageError("timeout", str(error), stage="download", retryable=True) from error
    broken_off = (urllib3.exceptions.IncompleteRead, requests.exceptions.ChunkedEncodingError)
    if isinstance(error, broken_off) or "IncompleteRead" in repr(error):
        raise PageError("truncated", str(error), stage="download", retryable=True) from error
    fixed = isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.SSLError)
    what = f"{type(error).__name__}: {error}"[:300]
    raise PageError("connection", what, stage="download", retryable=not fixed) from error


def _offline(error: PageError) -> bool:
    return error.detail.startswith(OFFLINE)


# --- below HTTP ---------------------------------------------------------------------------


class Watchdog:
    """Ends an exchange when its time is over: shuts down every connection that it opened.

    Used as a context manager round one exchange; afterwards `expired` tells what happened.
    """

    def __init__(self, seconds: float):
        self.ends = time.monotonic() + seconds
        self.expired = False
        self._held: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Watchdog:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for held in self._held:
                held.close()
            self._held.clear()

    def left(self) -> float:
        """Seconds that are left, never below a hundredth."""
        return max(0.01, self.ends - time.monotonic())

    def hold(self, connection: socket.socket) -> None:
        """Keep a second handle: TLS takes the first one away, and only shutdown reaches both."""
        with self._lock:
            self._held.append(connection.dup())
        if self.expired:
            self._end()

    def _end(self) -> None:
        with self._lock:
            self.expired = True
            for held in self._held:
                try:
                    held.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side was faster
                    continue


def open_session(route: Route, watchdog: Watchdog) -> requests.Session:
    """A requests session whose every connection goes by the route and obeys the watchdog.

    Proxies and .netrc of the environment are not used: behind a proxy nobody could judge where
    a connection really goes.
    """
    session = requests.Session()
    session.trust_env = False
    session.verify = os.environ.get("REQUESTS_CA_BUNDLE") or True
    adapter = _RoutedAdapter(route, watchdog)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


class _RoutedAdapter(HTTPAdapter):
    def __init__(self, route: Route, watchdog: Watchdog):
        self._classes = _pool_classes(_dialler(route, watchdog))
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        manager: urllib3.PoolManager = self.poolmanager
        manager.pool_classes_by_scheme = self._classes


Dial = Callable[[str, int], socket.socket]


def _dialler(route: Route, watchdog: Watchdog) -> Dial:
    def dial(host: str, port: int) -> socket.socket:
        """Connect to where the route leads, and let the watchdog hold the connection."""
        target = route.given_target(host, port)
        if target is None:
            route.refuse_offline(host)
            addresses = _look_up(host, port, watchdog.left())
            target = (route.judge(host, port, addresses), port)
        connection = socket.create_connection(target, timeout=watchdog.left())
        watchdog.hold(connection)
        return connection

    return dial


def _pool_classes(dial: Dial) -> dict[str, Any]:
    class RoutedHttp(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return dial(self.host, self.port)

    class RoutedHttps(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return dial(self.host, self.port)

    class HttpPool(HTTPConnectionPool):
        ConnectionCls = RoutedHttp

    class HttpsPool(HTTPSConnectionPool):
        ConnectionCls = RoutedHttps

    return {"http": HttpPool, "https": HttpsPool}


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a host, or an error in time: the system's look-up knows no deadline."""
    answer: queue.Queue[list[str] | OSError | UnicodeError] = queue.Queue()

    def ask() -> None:
        """Put the addresses, or the error, where the waiting thread finds them."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answer.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty:
        what = f"looking up {host} took too long"
        raise PageError("timeout", what, stage="download", retryable=True) from None
    if not isinstance(found, list) or not found:
        what = f"{host} has no address ({found})"
        raise PageError("connection", what, stage="download", retryable=True)
    return found
