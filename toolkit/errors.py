"""What can go wrong, sorted by whose fault it is.

A reader of an error wants four things: what happened, where, what exists instead, what to do.
So every message here is one sentence of the form ``where: what (did you mean ...?)``, and
the class says whose turn it is: yours (a file, a table, an argument), theirs (the network and
the pages on it), or ours (data of sidelight's own that is damaged).

Trouble that is expected, such as a dead link, is no exception at the top level: it becomes a
``Failure`` row in ``failures.jsonl``. ``PageError`` only carries the reason up to that row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

#: Reason codes of a failed page, each with what a person may do about it.
REASONS: Mapping[str, str] = {
    "timeout": "the site took too long; try again later",
    "too_large": "the page is larger than an article can be",
    "robots": "the site asks programs not to read this page; save it by hand and add the file",
    "private_host": "the address leads to a private network; allow the host by name if it is yours",
    "consent": "the site answers with a consent form; save the page by hand and add the file",
    "geo_block": "the site does not answer readers from here",
    "soft_404": "the site answers with a 'not found' page",
    "not_an_article": "the page holds no article text; check the address",
    "script_only": "the text is put in by scripts; save the page from a browser and add the file",
    "not_html": "the address does not lead to a web page",
    "empty": "the page is empty",
    "truncated": "the connection broke off; try again later",
    "bad_encoding": "the page's bytes are not text in any encoding that it names",
    "connection": "the site could not be reached; check the address and the network",
    "parse": "the page could not be parsed",
    "duplicate": "the event already has this article; nothing is lost",
}


class SidelightError(Exception):
    """Any error that sidelight raises on purpose."""


class UsageError(SidelightError):
    """Yours: a file, a folder, a table or an argument is not as it must be."""


class PageError(SidelightError):
    """Theirs: a page could not be had or holds no article; `reason` is a code of `REASONS`."""

    def __init__(self, reason: str, detail: str, *, stage: str = "read", retryable: bool = False):
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
        self.stage = stage
        self.retryable = retryable


class DamagedDataError(SidelightError):
    """Ours: a file that sidelight wrote itself cannot be read any more."""


class SidelightWarning(UserWarning):
    """Something that a person should know about the answer, which is given all the same."""


class CorrectionWarning(SidelightWarning):
    """What a person said of quotes cannot hold: one is not found, or two words clash."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean 'x'?)`` for the nearest of the known words, or nothing.

    >>> nearest("langauge", ["language", "name"])
    " (did you mean 'language'?)"
    >>> nearest("zzz", ["language", "name"])
    ''
    """
    hit = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f" (did you mean '{hit[0]}'?)" if hit else ""
