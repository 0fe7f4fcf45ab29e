"""How far a long command has got, told where it disturbs nobody.

Progress goes to stderr, so that what a command answers on stdout can be piped to a program. In a
terminal it is a bar that disappears; in a log file it is a line now and then, and none at all for
what is done in two seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Told before each step: how many are done, how many there are, which one comes.
Progress = Callable[[int, int, str], None]
#: Seconds of silence that nobody minds.
QUIET = 2.0


@contextmanager
def told(what: str) -> Iterator[Progress]:
    """Tell on stderr how far `what` has got, for as long as the ``with`` block runs.

    what: "Fetching", "Comparing". Gives a function to call before each step.
    """
    if sys.stderr.isatty():
        with _bar(what) as tell:
            yield tell
    else:
        yield _lines(what)


@contextmanager
def _bar(what: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[now]}", markup=False),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, now="")

        def tell(done: int, total: int, now: str) -> None:
            bar.update(task, completed=done, total=total, now=now[-60:])

        yield tell


def _lines(what: str) -> Progress:
    last = time.monotonic()

    def tell(done: int, total: int, now: str) -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET:
            last = time.monotonic()
            print(f"{what}: {done} of {total}, {now}", file=sys.stderr, flush=True)

    return tell
