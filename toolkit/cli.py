"""The command ``sidelight``: each command is a few lines over functions that anybody may call.

Answers go to stdout, progress and complaints to stderr, so that ``--json`` can be piped. A command
ends with 0 when it is done, with 1 when it is done but some things failed and are listed, and with
2 when it was used wrongly or a file is not as it must be; then nothing was changed, and the message
says what to do. A dead link is not wrong use: it is kept as a row, and the rest goes on.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterable, Sequence, Sized
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TextIO

import typer
from typer.core import TyperGroup

from toolkit.errors import REASONS, DamagedDataError, PageError, SidelightWarning, UsageError
from toolkit.progress import told

if TYPE_CHECKING:
    from toolkit.gather.download import Client
    from toolkit.model import Article, Event, Failure, Outlet

DONE, FAILURES_LISTED, WRONG_USE = 0, 1, 2


class Commands(TyperGroup):
    """Commands whose errors of a person's making are a plain line, not a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; say what is wrong with its input and end with 2."""
        try:
            with warnings.catch_warnings():
                warnings.showwarning = _warn
                return super().invoke(ctx)
        except (UsageError, DamagedDataError) as error:
            typer.echo(f"sidelight: {error}", err=True)
            raise typer.Exit(WRONG_USE) from None
        except OSError as error:  # a folder that may not be written to, a full disk
            if error.filename is None:
                raise
            typer.echo(f"sidelight: {error.filename}: {error.strerror}", err=True)
            raise typer.Exit(WRONG_USE) from None


class Format(StrEnum):
    """How a table is written to a file."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


app = typer.Typer(
    cls=Commands,
    name="sidelight",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Compare how news outlets cover one event: who speaks, how fully, in which words.",
    epilog="To begin: sidelight demo (needs no network). EVENT is the name of a folder with an "
    "event.yaml under data/events, or the path of one anywhere.",
)
outlets_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="The outlets that are known."
)
app.add_typer(outlets_app, name="outlets")

EventName = Annotated[str, typer.Argument(metavar="EVENT", help="A name, or the path of a folder.")]
OutletsFile = Annotated[
    Path | None,
    typer.Option("--outlets", metavar="FILE", help="Known outlets, instead of outlets.yaml."),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        metavar="HOST",
        help="A host on this machine or a private network that may be asked; repeatable.",
    ),
]
Delay = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS", min=0.0, help="Pause between two pages of a site; 1 if not given."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program.")]


@app.callback(invoke_without_command=True)
def sidelight(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Compare how news outlets cover one event: who speaks, how fully, in which words."""
    if version:
        import toolkit

        typer.echo(f"sidelight {toolkit.__version__}")
        raise typer.Exit(DONE)
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit(WRONG_USE)


@app.command(
    epilog="Example: sidelight demo --out my-demo",
    short_help="Show the whole way on the sample event; needs no network.",
)
def demo(
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Where to put it all.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show the whole way on the sample event: fetch, read, compare, report. Needs no network."""
    from toolkit.demo import compare_sample, demo_folder, fetch_sample

    folder = out or demo_folder()
    with told("Fetching") as tell:
        event = fetch_sample(folder, progress=tell)
    _say(f"Fetched {_count(event.articles, 'article')} of {_count(event.outlet_ids(), 'outlet')}.")
    with told("Comparing") as tell:
        shown = compare_sample(event, folder, progress=tell)
    if as_json:
        _answer(event, report=str(shown.report), tables=shown.rows)
    else:
        typer.echo(
            f"Event:   {event.title}, {folder / 'event.yaml'}\n"
            f"Found:   {shown.rows['quotes']} quotes, {shown.rows['mentions']} mentions, "
            f"{shown.rows['measure_labels']} labels\n"
            f"Tables:  {folder / 'tables'}\n"
            f"Report:  {shown.report}\n\n"
            "Next: open the report in a browser. Then try your own event:\n"
            f"  {_called()} new my-event ADDRESS ADDRESS ...\n"
            "or open notebooks/01_the_whole_path.ipynb, which takes the same way step by step."
        )
    _end(event.failures)


@app.command(
    short_help="Start an event from the addresses of articles.",
    epilog="Example: sidelight new harbour-strike https://one.example/a https://two.example/b",
)
def new(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its name: a-z, 0-9 and -.")],
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Articles about it.")],
    outlets: OutletsFile = None,
    allow_host: AllowHost = None,
    delay: Delay = None,
    as_json: AsJson = False,
) -> None:
    """Start an event from addresses: fetch them, and draft an event.yaml for you to complete.

    The draft suggests who takes part, by who is quoted and how they are titled; the sides are for
    you to name. It is made in data/events if there is such a folder here, else here.
    """
    from toolkit.compare.suggesting.sides import suggest_sides
    from toolkit.gather.starting import start_event

    folder = _new_folder(event)
    with told("Fetching") as tell:
        started = start_event(
            folder,
            urls,
            client=_client(allow_host, delay),
            outlets_file=outlets,
            progress=tell,
            suggest=suggest_sides,
        )
    if as_json:
        _answer(started, file=str(folder / "event.yaml"))
    else:
        _tell_coverage(started)
        typer.echo(_say_next(started, event))
    _end(started.failures)


@app.command(
    epilog="Example: sidelight fetch saltworks --delay 2",
    short_help="Fetch the pages that an event lists.",
)
def fetch(
    event: EventName,
    outlets: OutletsFile = None,
    allow_host: AllowHost = None,
    delay: Delay = None,
    as_json: AsJson = False,
) -> None:
    """Fetch the pages that an event's event.yaml lists; what is there already is left alone.

    A run that was broken off goes on where it stopped. What cannot be had is listed and kept.
    """
    from toolkit.gather.coverage import fetch_coverage

    loaded = _load(event, outlets)
    if allow_host:
        _ask_private_hosts_again(loaded)
    with told("Fetching") as tell:
        fetch_coverage(loaded, client=_client(allow_host, delay), progress=tell)
    loaded = _load(event, outlets)
    if as_json:
        _answer(loaded)
    else:
        _tell_coverage(loaded)
    _end(loaded.failures)


@app.command(
    short_help="Add an article from a saved page or a pasted text.",
    epilog="Examples: sidelight add saltworks page.html   or, for pasted text:   "
    "sidelight add saltworks - --outlet tide --title 'Works to close'",
)
def add(
    event: EventName,
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="A saved page or a text; - is what is pasted.")
    ],
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it was found.")] = None,
    title: Annotated[str | None, typer.Option(metavar="T", help="Its headline.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="xx", help="Its language: en, es, ...")
    ] = None,
    outlets: OutletsFile = None,
    as_json: AsJson = False,
) -> None:
    """Add an article that you saved as a web page or copied as text.

    This is the way for pages that do not let themselves be fetched by a program.
    """
    from toolkit.gather.adding import Told, add_article
    from toolkit.model import Article

    name, content = _read(file)
    said = Told(outlet=outlet, url=url, title=title, language=language)
    added = add_article(_load(event, outlets), content, name=name, told=said)
    articles = [added] if isinstance(added, Article) else []
    failures = [] if isinstance(added, Article) else [added]
    if as_json:
        failed = [asdict(failure) for failure in failures]
        typer.echo(json.dumps({"added": _described(articles), "failures": failed}))
    for article in () if as_json else articles:
        typer.echo(f"Added {article.article_id}: {article.title} ({article.words:,} words)")
        _note_unknown(article)
    _end(failures)


@app.command(
    epilog="Example: sidelight export saltworks --out tables --format csv",
    short_help="Write every table of an event to files.",
)
def export(
    event: EventName,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files go.")],
    format: Annotated[Format, typer.Option(help="csv opens in a spreadsheet.")] = Format.csv,
    outlets: OutletsFile = None,
    as_json: AsJson = False,
) -> None:
    """Write every table of an event to files: articles, quotes, utterances, mentions and more."""
    from toolkit.show.export import export_tables

    loaded = _load(event, outlets)
    with told("Comparing") as tell:
        written = export_tables(loaded, out, format=format.value, progress=tell)
    if as_json:
        tables = {w.table: {"path": str(w.path), "rows": w.rows} for w in written}
        typer.echo(json.dumps({"event": loaded.id, "tables": tables}))
    else:
        for file in written:
            typer.echo(f"{file.rows:>7,}  {file.path}")
    _mention_missing(loaded)


@app.command(
    epilog="Example: sidelight report saltworks --out saltworks.html",
    short_help="Write the whole comparison as one HTML file.",
)
def report(
    event: EventName,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="By default EVENT.html, here.")
    ] = None,
    outlets: OutletsFile = None,
    as_json: AsJson = False,
) -> None:
    """Write the whole comparison as one HTML file that opens in any browser, without a network."""
    from toolkit.show.report import report as write_report

    loaded = _load(event, outlets)
    if not loaded.articles:
        what = f"has no articles yet; try: sidelight fetch {event}, or sidelight add {event} FILE"
        raise UsageError(f"event '{loaded.id}' {what}")
    with told("Comparing") as tell:
        tell(0, 1, f"{_count(loaded.articles, 'article')}")
        path = write_report(loaded, out or Path(f"{loaded.id}.html"))
    typer.echo(
        json.dumps({"event": loaded.id, "report": str(path)}) if as_json else f"Wrote {path}"
    )
    _mention_missing(loaded)


@app.command(
    short_help="Say that two quotes report one thing said once, or do not.",
    epilog="Example: sidelight same saltworks courier-3f2a91-q003 tide-80c1d2-q007 --not",
)
def same(
    event: EventName,
    first: Annotated[str, typer.Argument(metavar="QUOTE", help="A quote's id, from the report.")],
    second: Annotated[str, typer.Argument(metavar="QUOTE", help="The id of the other quote.")],
    differ: Annotated[bool, typer.Option("--not", help="Say that they are not the same.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was said of them.")] = False,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who says so; your login name if not given.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say that two quotes report one thing said once; with --not, that they do not.

    The program may group quotes wrongly. What you say is kept in corrections.csv beside the event,
    and holds in every report and table from now on. The ids stand in the report under "Is this
    right?", and in the exported table quotes.
    """
    from toolkit.gather.corrections import CORRECTIONS
    from toolkit.teach.review import say_not_same, say_same, unsay

    if differ and undo:
        raise UsageError("--undo takes back whatever was said of the two; leave --not out")
    loaded = _load(event)
    do = unsay if undo else say_not_same if differ else say_same
    do(loaded, first, second, who=who)
    said = "taken back" if undo else "not the same" if differ else "the same"
    file = str(Path(loaded.folder or ".") / CORRECTIONS)
    if as_json:
        answer = {"event": loaded.id, "quotes": [first, second], "said": said, "file": file}
        typer.echo(json.dumps(answer))
    else:
        typer.echo(f"{first} and {second}: {said}. Wrote {file}")


@app.command(
    short_help="Suggest words that outlets use and that event.yaml does not list yet.",
    epilog="Example: sidelight labels saltworks   then answer in the file, and:   "
    "sidelight labels saltworks --accept saltworks-labels.csv",
)
def labels(
    event: EventName,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where the table goes; EVENT-labels.csv if not given."),
    ] = None,
    accept: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A table with your answers: write them into event.yaml."),
    ] = None,
    top: Annotated[
        int, typer.Option(metavar="N", min=1, help="Rows for each actor and concept.")
    ] = 20,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who answers; your login name if not given.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Suggest other names for each actor and concept, found in the articles, for you to judge.

    The table opens in a spreadsheet. Read the sentence of a row, delete from "labels" what does not
    fit, and write yes or no under "accept"; an empty cell waits. Most rows will be wrong: it is you
    who decides. With --accept, what you accepted is added to event.yaml, where nothing else is
    changed, and what you rejected is not suggested again.
    """
    if accept is not None and out is not None:
        raise UsageError("--out writes suggestions, --accept reads your answers: give one of them")
    loaded = _load(event)
    if accept is not None:
        _accept_labels(loaded, accept, who, as_json)
    else:
        _suggest_labels(loaded, event, out or Path(f"{loaded.id}-labels.csv"), top, as_json)


@outlets_app.command(
    "check",
    epilog="Example: sidelight outlets check --outlets outlets.yaml",
    short_help="Ask each outlet's home page whether it answers.",
)
def check_outlets(
    outlets: OutletsFile = None,
    allow_host: AllowHost = None,
    delay: Delay = None,
    as_json: AsJson = False,
) -> None:
    """Ask each outlet's home page whether it answers. The invented sample outlets are left out."""
    from toolkit.gather.outlets import load_outlets

    known = load_outlets(outlets)
    client = _client(allow_host, delay)
    with told("Asking") as tell:
        rows = []
        for number, outlet in enumerate(known):
            tell(number, len(known), outlet.home)
            rows.append(_probe(outlet, client))
    if as_json:
        typer.echo(json.dumps({"outlets": rows}))
    else:
        for row in rows:
            typer.echo(
                f"{row['state']:<7} {row['outlet']:<18} {row['home']}  {row['detail']}".rstrip()
            )
    if any(row["state"] == "failed" for row in rows):
        raise typer.Exit(FAILURES_LISTED)


@app.command(
    epilog="Example: sidelight doctor",
    short_help="Look whether everything that is needed is there.",
)
def doctor(as_json: AsJson = False) -> None:
    """Look whether everything that sidelight needs is there, and say what to do if not."""
    from toolkit.doctor import examine

    findings = examine()
    if as_json:
        typer.echo(json.dumps({"findings": [asdict(f) for f in findings]}))
    else:
        for f in findings:
            advice = f"\n        {f.advice}" if f.advice else ""
            typer.echo(f"{f.state:<6}  {f.check:<32} {f.found}{advice}")
    if any(f.state == "to do" for f in findings):
        raise typer.Exit(FAILURES_LISTED)


def main() -> None:
    """Run the command line."""
    app()


def _suggest_labels(loaded: Event, name: str, file: Path, top: int, as_json: bool) -> None:
    from toolkit.compare.suggesting.accepting import write_suggestions
    from toolkit.compare.suggesting.labels import suggest_labels

    if not loaded.articles:
        what = f"has no articles yet; try: sidelight fetch {name}, or sidelight add {name} FILE"
        raise UsageError(f"event '{loaded.id}' {what}")
    if file.exists():
        what = "is there already, perhaps with your answers in it; accept it first, or name another"
        raise UsageError(f"{file} {what} with --out")
    with told("Comparing") as tell:
        table = suggest_labels(loaded, top=top, progress=tell)
    write_suggestions(table, file)
    if as_json:
        typer.echo(json.dumps({"event": loaded.id, "file": str(file), "rows": len(table)}))
    else:
        typer.echo(
            f"Wrote {file}: {_count(table, 'row')} for {table['id'].nunique()} actors and concepts."
            "\nNext: open it in a spreadsheet and write yes or no under accept. Then:\n"
            f"  {_called()} labels {name} --accept {file}"
        )
    _mention_missing(loaded)


def _accept_labels(loaded: Event, file: Path, who: str | None, as_json: bool) -> None:
    from toolkit.compare.suggesting.accepting import accept_labels, count_answers, read_suggestions

    table = read_suggestions(file)
    accept_labels(loaded, table, who=who)
    said = count_answers(table)
    target = str(Path(loaded.folder or ".") / "event.yaml")
    if as_json:
        typer.echo(json.dumps({"event": loaded.id, "file": target, **said}))
        return
    typer.echo(
        f"Accepted: {said['yes']}, rejected: {said['no']}, left for later: {said['later']} (rows)."
    )
    if said["yes"]:
        typer.echo(f"Wrote {target}")
    elif not said["no"]:
        typer.echo("Nothing to do: write yes or no under accept, save as CSV, and try again.")


# --- what several commands need ---------------------------------------------------------------


def _called() -> str:
    """How to call this command again from here: its name, or its path where that is not known."""
    import shutil

    found, called = shutil.which("sidelight"), Path(sys.argv[0])
    if found or called.name != "sidelight":
        return "sidelight"
    return str(called.relative_to(Path.cwd()) if called.is_relative_to(Path.cwd()) else called)


def _load(event: str, outlets: Path | None = None) -> Event:
    from toolkit.gather.event import load_event
    from toolkit.gather.outlets import load_outlets

    return load_event(event, outlets=load_outlets(outlets) if outlets else None)


def _client(allow_host: Sequence[str] | None, delay: float | None) -> Client:
    from toolkit.gather.download import Client

    return Client(allow_hosts=tuple(allow_host or ()), delay=delay)


def _ask_private_hosts_again(event: Event) -> None:
    """Such a failure is final, and its message says to allow the host: now it is allowed."""
    from toolkit.gather.archive import forget_failure

    refused = [f.url for f in event.failures if f.reason == "private_host"]
    if event.folder is not None and refused:
        forget_failure(event.folder, *refused)


def _new_folder(event: str) -> Path:
    """A bare name goes where the other events are, if they are here; a path is a path."""
    given, events = Path(event), Path("data/events")
    return events / given if len(given.parts) == 1 and events.is_dir() else given


def _read(file: str) -> tuple[str, bytes]:
    """The name and the bytes of a file, or of what is pasted."""
    if file == "-":
        return "pasted text", sys.stdin.buffer.read()
    path = Path(file)
    try:
        return path.name, path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{file}: there is no such file") from None
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror})") from None


def _probe(outlet: Outlet, client: Client) -> dict[str, str]:
    """Whether an outlet's home page answers; a host in ``.example`` exists on no network."""
    from toolkit.gather.outlets import host_of

    row = {"outlet": outlet.id, "home": outlet.home, "state": "ok", "reason": "", "detail": ""}
    if host_of(outlet.home).endswith(".example"):
        return row | {"state": "sample", "detail": "invented, not asked"}
    try:
        client.get(outlet.home)
    except PageError as error:
        return row | {"state": "failed", "reason": error.reason, "detail": error.detail}
    return row


def _answer(event: Event, **more: Any) -> None:
    """Print an event's coverage as JSON."""
    answer = {
        "event": event.id,
        "folder": str(event.folder),
        "articles": _described(event.articles),
        "failures": [asdict(failure) for failure in event.failures],
    }
    typer.echo(json.dumps(answer | more))


def _described(articles: Iterable[Article]) -> list[dict[str, Any]]:
    keys = ("article_id", "outlet", "url", "title", "language", "words", "reader")
    return [{key: getattr(article, key) for key in keys} for article in articles]


def _tell_coverage(event: Event) -> None:
    for article in event.articles:
        typer.echo(f"ok      {article.outlet:<16} {article.words:>6,} words  {article.title}")
    for article in event.articles:
        _note_unknown(article)


def _say_next(started: Event, name: str) -> str:
    """What a person does with a new event: sort its actors, or get an article at all."""
    file = f"Wrote {started.folder}/event.yaml."
    if not started.articles:
        return f"{file} No article came. Try again: sidelight fetch {name}, or add saved pages."
    return (
        f"{file} Next: open it, name the sides, move each actor to the side it belongs to.\n"
        f"Then: {_called()} report {name}"
    )


def _note_unknown(article: Article) -> None:
    if article.outlet == "unknown":
        what = "its outlet is unknown; name it with --outlet, or add a block to outlets.yaml"
        _say(f"{article.article_id}: {what}")


def _mention_missing(event: Event) -> None:
    if event.failures:
        from toolkit.show.phrases import say

        _say(say("unknown.cli", n=len(event.failures)))


def _end(failures: Iterable[Failure]) -> NoReturn:
    """List what failed, each with its cure, and end with 1; or end with 0."""
    listed = list(failures)
    for failure in listed:
        # A file of one's own needs no word about addresses and networks.
        fetched = failure.url.startswith("http") and failure.stage != "save"
        cure = REASONS.get(failure.reason, "") if fetched else ""
        _say(f"failed  {failure.url or failure.outlet}: {failure.reason}: {failure.detail}")
        if cure:
            _say(f"        {cure}")
    raise typer.Exit(FAILURES_LISTED if listed else DONE)


def _warn(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001 (the form is that of warnings.showwarning)
    line: str | None = None,
) -> None:
    """A warning about what a person wrote as a plain line; others are a programmer's."""
    if issubclass(category, SidelightWarning):
        _say(f"sidelight: {message}")
    else:
        _say(warnings.formatwarning(message, category, filename, lineno, line))


def _say(words: str) -> None:
    typer.echo(words, err=True)


def _count(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


if __name__ == "__main__":
    main()
