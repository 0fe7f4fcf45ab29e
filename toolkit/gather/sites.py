"""A local web server for the pages of the sample outlets.

``data/sites/<outlet>/`` holds the pages of each sample outlet as files. All outlets are served from
one port of this machine, and the Host header says which one is meant, so that the pages can be
asked for under their own addresses: ``Client(connect_to=served.connect_to)``. It answers to this
machine only, and only while the ``with`` block runs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from toolkit.errors import UsageError
from toolkit.gather.outlets import load_outlets
from toolkit.gather.places import find_shipped
from toolkit.model import Outlet

#: HTML goes out without a charset, as most servers send it: pages declare their own.
CONTENT_TYPES = {
    "": "text/html",
    ".html": "text/html",
    ".htm": "text/html",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
}
NOT_FOUND = b"<!doctype html><html lang=en><title>404</title><h1>Page not found</h1></html>"


@dataclass
class ServedSites:
    """The sites while they are served: where each host is, and what was asked for."""

    connect_to: Mapping[str, str]
    port: int
    requests: list[str] = field(default_factory=list)


@contextmanager
def serve_sites(
    folder: Path | str | None = None, *, outlets: Sequence[Outlet] | None = None
) -> Iterator[ServedSites]:
    """Serve the folders of the sample outlets under their own hosts, from this machine.

    folder: holds one folder an outlet, named by its id; by default the shipped ``data/sites``.
    outlets: whose homes give the hosts; by default those of the shipped ``outlets.yaml``.
    Returns: a context manager that gives `ServedSites`.
    Errors: UsageError when the folder is missing or holds no known outlet.
    """
    root = Path(folder) if folder is not None else find_shipped("data/sites")
    if root is None or not root.is_dir():
        raise UsageError(f"{root or 'data/sites'}: there is no such folder of sample sites")
    hosts = _hosts(root, outlets if outlets is not None else load_outlets())
    if not hosts:
        raise UsageError(f"{root}: no folder there is named by the id of an outlet")
    served = ServedSites(connect_to={}, port=0)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hosts, served.requests))
    server.daemon_threads = True
    served.port = server.server_address[1]
    served.connect_to = dict.fromkeys(hosts, f"127.0.0.1:{served.port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def find_page(site: Path, target: str) -> Path | None:
    """The file of a site that answers a request, or None.

    site: the folder of one outlet. target: the path (and query) of the request.
    Returns: the file, a folder's ``index.html``, or the path with ``.html``; never a file outside
    of the folder, whatever the path says.
    """
    try:
        path = unquote(urlsplit(target).path, errors="strict").lstrip("/")
        choices = [site / path, site / path / "index.html", site / f"{path.rstrip('/')}.html"]
        root = site.resolve()
        for choice in choices:
            full = choice.resolve()
            if full.is_file() and full.is_relative_to(root):
                return full
    except (ValueError, OSError):  # a NUL, a bad escape, a name too long for the disk
        return None
    return None


def _hosts(root: Path, outlets: Sequence[Outlet]) -> dict[str, Path]:
    homes = ((urlsplit(o.home).hostname or "", root / o.id) for o in outlets)
    return {host: site for host, site in homes if host and site.is_dir()}


def _handler(hosts: Mapping[str, Path], asked: list[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers.get("Host", "").rsplit(":", 1)[0].lower()
            asked.append(f"{host}{self.path}")
            site = hosts.get(host)
            found = find_page(site, self.path) if site else None
            if found is None:
                self._answer(404, "text/html", NOT_FOUND)
            else:
                kind = CONTENT_TYPES.get(found.suffix.lower(), "application/octet-stream")
                self._answer(200, kind, found.read_bytes())

        do_HEAD = do_GET  # noqa: N815

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: what was asked for is kept in `ServedSites.requests`."""

    return Handler
