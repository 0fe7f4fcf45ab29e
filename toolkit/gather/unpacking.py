"""Bodies that must not grow: capped while they arrive and while they are unpacked.

Half a megabyte of gzip can unpack to gigabytes, and a body can be endless. So a body is taken
chunk by chunk, and both sizes are watched; nothing is unpacked further than the cap.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from toolkit.errors import PageError


def read_body(
    chunks: Iterator[bytes], *, cap: int, coding: str = "", announced: str = "", cut: bool = False
) -> bytes:
    """A body, unpacked.

    chunks: the bytes as they arrive. cap: bytes that may be received, and unpacked, at most.
    coding: the Content-Encoding. announced: the Content-Length. cut: return a long body's
    beginning instead of raising.
    Errors: PageError `too_large`, `truncated` (a packed body breaks off) or `parse`.

    >>> read_body(iter([zlib.compress(b"salt")]), cap=100, coding="deflate")
    b'salt'
    """
    parts: list[bytes] = []
    size = 0
    received = _received(chunks, cap, announced, cut=cut)
    for part in _unpacked(received, coding.strip().lower(), cap):
        size += len(part)
        if size > cap:
            if cut:
                break
            raise PageError("too_large", f"more than {cap:,} bytes unpacked", stage="download")
        parts.append(part)
    return b"".join(parts)


def _received(chunks: Iterator[bytes], cap: int, announced: str, *, cut: bool) -> Iterator[bytes]:
    if announced.isdigit() and int(announced) > cap and not cut:
        what = f"{int(announced):,} bytes are announced, {cap:,} are allowed"
        raise PageError("too_large", what, stage="download")
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > cap:
            if cut:
                return
            raise PageError("too_large", f"more than {cap:,} bytes received", stage="download")
        yield chunk


def _unpacked(chunks: Iterator[bytes], coding: str, cap: int) -> Iterator[bytes]:
    if coding in ("", "identity"):
        yield from chunks
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        what = f"the page is packed as '{coding}', which was not asked for"
        raise PageError("parse", what, stage="download")
    unpacker = zlib.decompressobj(47)  # 47: gzip or zlib, whichever the header says
    try:
        for chunk in chunks:
            yield unpacker.decompress(chunk, cap)
            while unpacker.unconsumed_tail:
                yield unpacker.decompress(unpacker.unconsumed_tail, cap)
        yield unpacker.flush()
    except zlib.error as error:
        raise PageError(
            "parse", f"the packed page is damaged ({error})", stage="download"
        ) from error
    if not unpacker.eof:
        what = "the packed page breaks off"
        raise PageError("truncated", what, stage="download", retryable=True)
