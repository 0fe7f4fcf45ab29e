"""From the bytes of a page to its characters.

A page says up to three times in which encoding it is written (byte-order mark, HTTP header, meta
tag), and is wrong often enough that none is believed blindly: valid UTF-8 is UTF-8 whatever the
page says, and else the first that decodes without an error wins. Where a page says latin-1 it
means cp1252, as every browser takes it, or else the curly quotation marks of English news turn
into invisible control characters and every quote is lost.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator

from toolkit.errors import PageError

#: First bytes of what is no web page.
SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "an image",
    b"GIF8": "an image",
    b"\xff\xd8\xff": "an image",
    b"RIFF": "an image or sound",
    b"\x1f\x8b": "a gzip file",
    b"\x7fELF": "a program",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}
BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
#: Asked for before meta tags are looked for: a page declares itself at its top.
HEAD_BYTES = 8192
TAG = re.compile(r"<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>/])", re.I)
XML_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(rss|feed|urlset|sitemapindex|svg)\b"
)


def decode_page(html: bytes, *, charset: str | None = None) -> tuple[str, str]:
    """The characters of a web page.

    html: the bytes of the body. charset: what the HTTP header says, when it says anything.
    Returns: the characters, without NULs, and the name of the encoding that gave them.
    Errors: PageError with reason `empty`, `not_html` or `bad_encoding`.

    >>> decode_page("<p>“Sí”</p>".encode("cp1252"), charset="iso-8859-1")
    ('<p>“Sí”</p>', 'cp1252')
    """
    if not html.strip(b" \t\r\n\0"):
        raise PageError("empty", "the page has no bytes but white space")
    _refuse_signature(html)
    text, encoding = _first_that_decodes(html, charset)
    text = text.replace("\0", "").removeprefix("\ufeff")
    _refuse_other_kinds(text)
    return text, encoding


def _refuse_signature(html: bytes) -> None:
    start = html.lstrip(b" \t\r\n")
    for signature, what in SIGNATURES.items():
        if start.startswith(signature):
            raise PageError("not_html", f"the address leads to {what}")


def _first_that_decodes(html: bytes, charset: str | None) -> tuple[str, str]:
    for name in _candidates(html, charset):
        try:
            text = html.decode(name)
        except (UnicodeError, ValueError):
            continue
        if not _is_garbled(text):
            return text, name
    raise PageError("bad_encoding", "the bytes are text in none of the encodings that were tried")


def _candidates(html: bytes, charset: str | None) -> Iterator[str]:
    yield from (name for bom, name in BOMS.items() if html.startswith(bom))
    yield from _wide(html)
    declared = [charset, *_declared(html[:HEAD_BYTES])]
    # Text in another encoding is hardly ever valid UTF-8 by chance; a wrong header is common.
    if not html.isascii():
        yield "utf-8"
    yield from (name for raw in declared if raw and (name := _codec(raw)))
    yield "utf-8"
    # In Latin script few letters are not ASCII, too few to tell its encodings apart by counting.
    if sum(byte > 127 for byte in html[:50_000]) < 0.15 * len(html[:50_000]):
        yield "cp1252"
    yield from _detected(html)
    yield "cp1252"


def _wide(html: bytes) -> Iterator[str]:
    """UTF-16 without a mark: every second byte of markup is NUL."""
    head = html[:400]
    if len(head) >= 20 and head.count(0) > len(head) * 0.35:
        yield "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"


def _declared(head: bytes) -> list[str]:
    found = (META_CHARSET.search(head), XML_ENCODING.search(head))
    return [m[1].decode("ascii", "ignore") for m in found if m]


def _codec(raw: str) -> str | None:
    try:
        name = codecs.lookup(raw.strip("\"' ")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    # A page cannot be read as ASCII before it says that it is UTF-16: browsers take that as UTF-8.
    if name.startswith(("utf-16", "utf-32")):
        return None
    return name if _is_text_codec(name) else None


def _is_text_codec(name: str) -> bool:
    """Python also has codecs such as zlib and rot13, which a page may not ask for."""
    try:
        return isinstance(b"a".decode(name), str) and name not in ("unicode_escape", "idna")
    except (LookupError, ValueError, UnicodeError):
        return False


def _detected(html: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(html[:200_000]).best()
    if best is not None and (name := _codec(best.encoding)):
        yield name


def _is_garbled(text: str) -> bool:
    """Whether the characters are no written language: many controls or replacement marks."""
    sample = text[:20_000].replace("\0", "")
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f") or "\x7f" <= c <= "\x9f")
    return odd > max(2, len(sample) * 0.02)


def _refuse_other_kinds(text: str) -> None:
    if not text.strip():
        raise PageError("empty", "the page has no characters but white space")
    if text.lstrip()[:1] in "{[" and _is_json(text):
        raise PageError("not_html", "the address leads to JSON data")
    if (root := XML_ROOT.match(text[:2000])) is not None:
        raise PageError("not_html", f"the address leads to a feed or other XML ({root[1]})")
    if not TAG.search(text[:200_000]):
        raise PageError("not_html", "the page holds no markup; add plain text as a .txt file")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True
