"""A web server that answers as badly as a test wants."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

Answer = bytes | Callable[[socket.socket], None]


class RudeServer:
    """Answers each path with given bytes, or with a function that holds the connection."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.headers: list[str] = []
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def answer(self, path: str, *answers: Answer) -> None:
        """What to say to each request for a path; the last one is said again and again."""
        self.answers[path] = list(answers)

    @property
    def pages(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [path for path in self.asked if path != "/robots.txt"]

    def close(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def _listen(self) -> None:
        while not self._stop.is_set():
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(5)
            request = b""
            while b"\r\n\r\n" not in request:
                part = connection.recv(4096)
                if not part:
                    return
                request += part
            path = request.split()[1].decode("latin-1")
            self.asked.append(path)
            self.headers.append(request.decode("latin-1"))
            answers = self.answers.get(path, [reply(404)])
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            try:
                answer(connection) if callable(answer) else connection.sendall(answer)
            except OSError:
                return  # the client had enough, which is what such a test is about


def reply(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """One HTTP answer; a header's name is written with _ for -."""
    lines = {"Content-Type": "text/html", "Content-Length": str(len(body)), "Connection": "close"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status} Said\r\n{head}\r\n".encode("latin-1") + body
