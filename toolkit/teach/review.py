"""Where the machine is wrong, a person says so, and the next alignment obeys.

Whether two quotes report one thing said once is often plain to a reader and not to a program. Each
answer is a row in ``corrections.csv`` beside the event, written at once and whole. It names places
in the two articles, so it still holds when the program finds quotes anew, and it gives back the
event with that answer in it::

    event = tk.say_same(event, "courier-3f2a91-q003", "tide-80c1d2-q007")
    aligned = tk.align_quotes(tk.tabulate_quotes(event), event.articles)
"""

from __future__ import annotations

import getpass
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import pandas as pd

from toolkit.compare.alignment import align_quotes
from toolkit.errors import UsageError, nearest
from toolkit.extract.tabulation import tabulate_quotes
from toolkit.gather.corrections import load_corrections, save_corrections
from toolkit.model import Correction, Event, read_spans, write_place
from toolkit.overruled import find_quote_at

Verdict = Literal["same_as", "not_same_as"]


def say_same(
    event: Event,
    quote_a: str,
    quote_b: str,
    *,
    who: str | None = None,
    aligned: pd.DataFrame | None = None,
) -> Event:
    """Say that two quotes report the same utterance: one thing said once.

    event: with the folder that it was loaded from. quote_a, quote_b: ids as in
    ``tabulate_quotes(event)``, in any order. who: who says so, by default the login name. aligned:
    the table ``utterances`` where it is at hand; else the quotes are aligned to keep what the
    program had. An earlier answer of the same person on these two quotes is replaced.
    Returns: the event with the answer in it.
    Errors: UsageError for an unknown quote, the same quote twice, or an event without a folder.

    >>> from tempfile import TemporaryDirectory
    >>> import toolkit as tk
    >>> from toolkit.gather.archive import save_article
    >>> folder = TemporaryDirectory()
    >>> _ = (Path(folder.name) / "event.yaml").write_text("id: quay\\ntitle: The quay")
    >>> for outlet, words in [("post", "We stay"), ("tide", "Nobody is going anywhere")]:
    ...     article = tk.read_text(f"“{words},” said Nora Pike.", title="Quay", outlet=outlet)
    ...     save_article(Path(folder.name), article)
    >>> event = tk.load_event(folder.name)
    >>> first, second = tk.tabulate_quotes(event)["quote_id"]
    >>> event = say_same(event, first, second, who="ann")
    >>> list(tk.tabulate_quotes(event)["same_as"]) == [second, first]
    True
    >>> folder.cleanup()

    Does not show: whether the two outlets heard it on one occasion; that is for the person to know.
    """
    return _say("same_as", event, (quote_a, quote_b), who, aligned)


def say_not_same(
    event: Event,
    quote_a: str,
    quote_b: str,
    *,
    who: str | None = None,
    aligned: pd.DataFrame | None = None,
) -> Event:
    """Say that two quotes do not report the same utterance, however alike they are.

    As `say_same` in all else.

    Does not show: that one of them is wrong; the same may have been said twice.
    """
    return _say("not_same_as", event, (quote_a, quote_b), who, aligned)


def unsay(event: Event, quote_a: str, quote_b: str, *, who: str | None = None) -> Event:
    """Take back what was said of two quotes; the program's own answer holds again.

    who: only what this person said; by default what anybody did.
    Returns: the event without it.
    Errors: UsageError where nothing was said of the two, and as for `say_same`.
    """
    folder, rows = _folder(event), _rows(event)
    _check_quotes(event, rows, (quote_a, quote_b))
    said = _said_of(rows, folder, {quote_a, quote_b}, who)
    if not said:
        by = f" by {who}" if who else ""
        raise UsageError(f"nothing was said of '{quote_a}' and '{quote_b}'{by}")
    save_corrections(folder, [], without=said)
    return replace(event, corrections=load_corrections(folder))


def _say(
    verdict: Verdict,
    event: Event,
    pair: tuple[str, str],
    who: str | None,
    aligned: pd.DataFrame | None,
) -> Event:
    folder, rows = _folder(event), _rows(event)
    _check_quotes(event, rows, pair)
    who = who or _login_name()
    earlier = _said_of(rows, folder, set(pair), who)
    one, other = (next(r for r in rows if r["quote_id"] == quote_id) for quote_id in pair)
    correction = Correction(
        article_id=one["article_id"],
        spans=read_spans(one["spans"]),
        field=verdict,
        old=earlier[0].old if earlier else _as_the_program_has_it(event, pair, aligned),
        new=write_place(other["article_id"], read_spans(other["spans"])),
        who=who,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    save_corrections(folder, [correction], without=earlier)
    return replace(event, corrections=load_corrections(folder))


def _folder(event: Event) -> Path:
    if event.folder is None:
        raise UsageError(f"event '{event.id}' was not loaded from a folder: nowhere to write to")
    return event.folder


def _rows(event: Event) -> list[dict[str, Any]]:
    return [{str(k): v for k, v in r.items()} for r in tabulate_quotes(event).to_dict("records")]


def _check_quotes(event: Event, rows: list[dict[str, Any]], pair: tuple[str, str]) -> None:
    known = [str(row["quote_id"]) for row in rows]
    for quote_id in pair:
        if quote_id not in known:
            what = f"event '{event.id}' has no quote '{quote_id}'{nearest(quote_id, known)}"
            raise UsageError(f"{what}; the ids are those of the exported table 'quotes'")
    if pair[0] == pair[1]:
        raise UsageError(f"'{pair[0]}' is one quote; name two")


def _said_of(
    rows: list[dict[str, Any]], folder: Path, pair: set[str], who: str | None
) -> list[Correction]:
    """What was said of a pair, by one person or by anybody, as the file has it now."""
    return [
        c for c in load_corrections(folder)
        if c.other is not None
        and (who is None or c.who == who)
        and {find_quote_at(rows, *place) for place in ((c.article_id, c.spans), c.other)} == pair
    ]  # fmt: skip


def _as_the_program_has_it(
    event: Event, pair: tuple[str, str], aligned: pd.DataFrame | None
) -> str:
    if aligned is None:
        untold = tabulate_quotes(replace(event, corrections=()))
        aligned = align_quotes(untold, event.articles)
    groups = (
        set(aligned.loc[aligned["quote_id"] == quote_id, "utterance_id"]) for quote_id in pair
    )
    return "together" if set.intersection(*groups) else "apart"


def _login_name() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return None
