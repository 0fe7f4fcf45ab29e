"""What the program costs, as a small table: ``make bench``. Asserts nothing.

Times are of this machine and this moment. Memory is the highest that the command and whatever it
started ever held. textacy, a reader of quotations that needs a parser, is read beside ours when it
and a small English model are installed (the extra `bench`).
"""

from __future__ import annotations

import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPORA = Path(os.environ.get("SIDELIGHT_CORPORA", ROOT.parent / "shared" / "corpora"))
COMMAND = Path(sys.executable).parent / "sidelight"
IMPORTS = ("toolkit", "pandas")
RUNS = 3
ARTICLES = 200
EVENTS = 50  # of the thousand that a large study may have
READ = 20  # events' worth of articles, from which all are drawn
WARMING_UP = "“We will stay,” said Lena Ortiz, who rakes salt. She hopes that others will."
sys.path.insert(0, str(ROOT / "tests" / "quality"))  # lists that people read
UNIT = 1 if sys.platform == "darwin" else 1024  # of memory: macOS counts bytes, Linux kibibytes

# Each run in a process of its own, since the highest memory of children never falls again.
MEASURE = """
import resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(done.returncode, time.perf_counter() - began,
      resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measure(*command: str) -> tuple[float, float]:
    """Wall seconds and peak megabytes of a command."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, *command], capture_output=True, text=True, check=True
    )
    code, seconds, peak = run.stdout.split()
    if code != "0":
        sys.exit(f"bench: {' '.join(command)} ended with exit code {code}\n{run.stderr}")
    return float(seconds), float(peak) * UNIT / 1e6


def demo_rows() -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        seconds, megabytes = measure(str(COMMAND), "demo", "--out", folder)
    yield "sidelight demo, wall time", f"{seconds:.1f} s"
    yield "sidelight demo, peak memory", f"{megabytes:.0f} MB"


def import_rows() -> Iterator[tuple[str, str]]:
    bare = statistics.median(measure(sys.executable, "-c", "")[0] for _ in range(RUNS))
    for name in IMPORTS:
        command = (sys.executable, "-c", f"import {name}")
        seconds = statistics.median(measure(*command)[0] for _ in range(RUNS)) - bare
        yield f"import {name}", f"{seconds:.2f} s"


def reading_rows() -> Iterator[tuple[str, str]]:
    articles = len(drawn())
    if not articles:
        yield "find_quotes on polnear-train", f"not measured: nothing at {CORPORA}"
        return
    ours = read_in_a_process("find_quotes")
    yield f"find_quotes on {articles} of polnear-train", f"{ours.pace:.1f} articles a CPU second"
    yield "  peak memory", f"{ours.megabytes:.0f} MB"
    yield "  weights on disk", f"{weight() / 1e6:.2f} MB"
    if not comparable():
        yield "textacy, on the same", "skipped: pip install -e '.[bench]' brings it and a model"
        return
    for reader in ("textacy", "textacy, hurried"):
        theirs = read_in_a_process(reader)
        yield f"{reader}, on the same", f"{theirs.pace:.1f} articles a CPU second"
        yield "  peak memory", f"{theirs.megabytes:.0f} MB"
        yield "  find_quotes is faster", f"{ours.pace / theirs.pace:.1f} times"


def drawn() -> list[Path]:
    """The same articles in every run, from all outlets."""
    files = sorted((CORPORA / "polnear" / "train" / "text").glob("*.txt"))
    return sorted(random.Random(ARTICLES).sample(files, min(ARTICLES, len(files))))


@dataclass(frozen=True)
class Cost:
    """Articles read per second of processor time, and the most memory that the process held."""

    pace: float
    megabytes: float


def read_in_a_process(reader: str) -> Cost:
    """What a reader costs in a process of its own: nothing cached, nobody else's memory."""
    command = [sys.executable, __file__, "--read-with", reader]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"bench: reading with {reader} failed\n{run.stderr}")
    pace, peak = run.stdout.split()
    return Cost(float(pace), float(peak))


def read_with(reader: str) -> Cost:
    """Read the drawn articles here; what is loaded once (lists, weights, a model) is not timed."""
    read = READERS[reader]()
    read(WARMING_UP)
    texts = [file.read_bytes().decode("utf8") for file in drawn()]
    began = time.process_time()
    for text in texts:
        read(text)
    busy = time.process_time() - began
    return Cost(len(texts) / busy, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6)


def find_quotes() -> Callable[[str], object]:
    import toolkit as tk

    return tk.find_quotes


def textacy() -> Callable[[str], object]:
    """textacy's direct quotations: no mixed ones, no indirect ones, nobody resolved.

    A paragraph at a time, since one stray mark makes it give up all that it was handed.
    """
    import spacy

    model = spacy.load(small_models()[0])
    return lambda text: quotations(map(model, paragraphs(text)))


def textacy_hurried() -> Callable[[str], object]:
    """The same, as fast as it goes: paragraphs in batches, and no search for names, unused here."""
    import spacy

    model = spacy.load(small_models()[0], exclude=["ner"])
    return lambda text: quotations(model.pipe(paragraphs(text)))


def paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def quotations(documents: Iterable[Any]) -> list[object]:
    from textacy.extract import direct_quotations

    found: list[object] = []
    for document in documents:
        with suppress(ValueError):  # a stray mark
            found += direct_quotations(document)
    return found


READERS = {"find_quotes": find_quotes, "textacy": textacy, "textacy, hurried": textacy_hurried}


def comparable() -> bool:
    """Whether textacy and a small English model are installed."""
    return find_spec("textacy") is not None and bool(small_models())


def small_models() -> list[str]:
    from spacy.util import get_installed_models

    return sorted(name for name in get_installed_models() if name.startswith("en_core_web_sm"))


def weight() -> int:
    """Bytes of what the reader learned."""
    files = (ROOT / "toolkit" / "extract" / "weights").iterdir()
    return sum(f.stat().st_size for f in files if f.suffix in {".npz", ".json"})


def alignment_rows() -> Iterator[tuple[str, str]]:
    """One event of 150 quotes, of 1,500, of 6,000, and many small events in a row."""
    if not drawn():
        yield "align_quotes", f"not measured: nothing at {CORPORA}"
        return
    for quotes, events, what in (
        (150, 1, "align_quotes, 150 quotes"),
        (1500, 1, "align_quotes, 1,500 quotes"),
        (6000, 1, "align_quotes, 6,000 quotes"),
        (100, EVENTS, f"align_quotes, {EVENTS} events of 100 quotes"),
    ):
        cost = align_in_a_process(quotes, events)
        yield what, f"{cost.seconds:.1f} s, {cost.megabytes:.0f} MB"


@dataclass(frozen=True)
class Spent:
    """Wall seconds, and the most memory that the process held, reading of articles included."""

    seconds: float
    megabytes: float


def align_in_a_process(quotes: int, events: int) -> Spent:
    command = [sys.executable, __file__, "--align", str(quotes), str(events)]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"bench: aligning {quotes} quotes failed\n{run.stderr}")
    seconds, peak = run.stdout.split()
    return Spent(float(seconds), float(peak))


def align(quotes: int, events: int) -> Spent:
    """Align quotes of articles drawn at random, as if they told one event; loading is timed too."""
    import pandas as pd

    import toolkit as tk
    from toolkit.model import Article, Event
    from toolkit.tables import SCHEMAS, quote_rows, to_frame

    files = sorted((CORPORA / "polnear" / "train" / "text").glob("*.txt"))
    generator = random.Random(quotes)
    generator.shuffle(files)
    read = []
    for file in files:
        if sum(len(frame) for _, frame in read) >= max(quotes, min(events, READ) * quotes):
            break
        text = file.read_bytes().decode("utf8")
        article = Article(file.stem, file.stem.split("_")[0], "", "", "", text, "en", "")
        rows = quote_rows(article, tk.find_quotes(text), Event("bench", "Bench"))
        read.append((article, to_frame(rows, SCHEMAS["quotes"])))
    drawn_events = []
    for _ in range(events):
        generator.shuffle(read)
        count, parts = 0, []
        for article, frame in read:
            parts.append((article, frame))
            count += len(frame)
            if count >= quotes:
                break
        table = pd.concat([frame for _, frame in parts], ignore_index=True).head(quotes)
        drawn_events.append((table, [article for article, _ in parts]))
    began = time.perf_counter()
    for table, articles in drawn_events:
        tk.align_quotes(table, articles)
    spent = time.perf_counter() - began
    return Spent(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6)


def particulars_rows() -> Iterator[tuple[str, str]]:
    """25 real articles as one event: their particulars, and what one outlet alone gives."""
    from lone_particulars import read_events

    from toolkit.compare.measures.agreeing import agreed_particulars
    from toolkit.compare.particulars import tabulate_particulars
    from toolkit.model import Event

    articles = tuple(a for e in read_events(CORPORA)[:-1] for a in e.articles)
    if not articles:
        yield "particulars", f"not measured: nothing at {CORPORA}"
        return
    event = Event("all", "", articles=articles)
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        agreed_particulars(tabulate_particulars(event), event)
        times.append(time.perf_counter() - began)
    yield f"particulars, {len(articles)} articles", f"{statistics.median(times):.2f} s"


def naming_rows() -> Iterator[tuple[str, str]]:
    """Naming and framing of articles whose quotes are known; what is loaded once is not timed."""
    from framing_terms import articles_of

    from toolkit.extract.framing import find_framing
    from toolkit.extract.naming import find_mentions
    from toolkit.extract.tabulation import quotes_of

    read = [(a, e, quotes_of(a, e)) for a, e in islice(articles_of(CORPORA), ARTICLES)]
    if not read:
        yield "naming and framing", f"not measured: nothing at {CORPORA}"
        return
    events = {event.id: (article, event) for article, event, _ in read}
    for article, event in events.values():
        find_mentions(article, event)
    naming = framing = 0.0
    timed = [(a, e, quotes) for a, e, quotes in read if a is not events[e.id][0]]
    for article, event, quotes in timed:
        began = time.process_time()
        mentions = find_mentions(article, event)
        named = time.process_time()
        find_framing(article, quotes, event, mentions=mentions)
        naming += named - began
        framing += time.process_time() - named
    yield f"naming, an article of {len(timed)}", f"{1000 * naming / len(timed):.1f} ms"
    yield "framing, given quotes and mentions", f"{1000 * framing / len(timed):.1f} ms"


def doubt_rows() -> Iterator[tuple[str, str]]:
    """How often intervals hold what people marked, each event left out in turn."""
    from toolkit.compare.statistics.covering import (
        cover_counts,
        cover_shares,
        of_large,
        summary,
    )

    if not (CORPORA / "newswcl50").exists():
        yield "reading intervals", f"not measured: nothing at {CORPORA}"
        return
    shares = cover_shares(CORPORA)
    ours = [cell for cell in shares if cell.event == "saltworks"]
    yield "intervals of voice hold the marked", summary(shares)
    yield "  of these the sample event", summary(ours)
    yield "  of these a tenth or more", summary(of_large(shares))
    yield "intervals of counts hold the marked", summary(cover_counts(CORPORA))


def finding_rows() -> Iterator[tuple[str, str]]:
    """How often outlets that do not differ are said to; how often a planted word is found."""
    import false_findings as trials

    if not drawn():
        yield "false findings", f"not measured: nothing at {CORPORA}"
        return
    readings = trials.read_polnear(CORPORA)
    for what, trial, parts in (
        ("outlets shuffled: a claim of", trials.shuffled, ("terms", "shares", "any")),
        ("one outlet split in two: a claim of", trials.split, ("terms", "shares", "any")),
        ("a planted word is found", trials.planted, ("named beforehand", "searched for")),
    ):
        shares = trials.share_of_runs(trial, readings)
        told = ", ".join(f"{p} {100 * s:.1f} %" for p, s in zip(parts, shares, strict=False))
        yield f"{what}", f"{told} of {trials.RUNS} runs"


def size_rows() -> Iterator[tuple[str, str]]:
    package = ROOT / "toolkit"
    for room in sorted(p for p in package.iterdir() if any(p.rglob("*.py"))):
        yield f"lines of code, {room.name}/", str(sum(map(lines_of_code, room.rglob("*.py"))))
    yield "lines of code, beside the rooms", str(sum(map(lines_of_code, package.glob("*.py"))))
    yield "lines of code, all", str(sum(map(lines_of_code, package.rglob("*.py"))))
    yield "lines of tests", str(sum(map(lines_of_code, (ROOT / "tests").rglob("*.py"))))


def lines_of_code(file: Path) -> int:
    """Lines that hold more than a comment; docstrings count, since somebody reads them."""
    lines = file.read_text(encoding="utf8").splitlines()
    return sum(bool(line.strip()) and not line.lstrip().startswith("#") for line in lines)


SHARERS = 1000


def sharing_rows() -> Iterator[tuple[str, str]]:
    """Shared copy among a thousand articles: own, of a hundred reports, and all of one report."""
    for what, reports in (("own texts", 0), ("100 reports", 100), ("one report", 1)):
        command = [sys.executable, __file__, "--share", str(reports)]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"bench: sharing of {what} failed\n{run.stderr}")
        pairs, seconds, peak = run.stdout.split()
        yield f"shared copy, {SHARERS:,} of {what}", f"{seconds} s, {peak} MB, {pairs} pairs"


def share(reports: int) -> None:
    """Find shared copy among articles of some 600 made-up words, each an edited report."""
    from toolkit.compare.sharing import tabulate_sharing
    from toolkit.model import Article, Event

    random.seed(reports)
    words = ["".join(random.choices("abdefgilmnoprstu", k=6)) for _ in range(4000)]
    told = [random.choices(words, k=600) for _ in range(reports)]
    articles = []
    for n in range(SHARERS):
        text = list(random.choice(told)) if told else random.choices(words, k=600)
        for place in random.sample(range(600), 20):
            text[place] = random.choice(words)
        articles.append(Article(str(n), f"o{n % 200}", "", "", "", " ".join(text), "en", ""))
    event = Event("bench", "", articles=tuple(articles))
    began = time.perf_counter()
    pairs = len(tabulate_sharing(event))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6
    print(pairs, f"{seconds:.1f}", f"{peak:.0f}")


def main() -> None:
    os.environ["SIDELIGHT_OFFLINE"] = "1"
    if sys.argv[1:2] == ["--share"]:
        share(int(sys.argv[2]))
        return
    if sys.argv[1:2] == ["--read-with"]:
        cost = read_with(sys.argv[2])
        print(cost.pace, cost.megabytes)
        return
    if sys.argv[1:2] == ["--align"]:
        spent = align(int(sys.argv[2]), int(sys.argv[3]))
        print(spent.seconds, spent.megabytes)
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors")
    every = (
        demo_rows,
        import_rows,
        reading_rows,
        alignment_rows,
        sharing_rows,
        particulars_rows,
        naming_rows,
        doubt_rows,
        finding_rows,
        size_rows,
    )
    for rows in every:
        for what, figure in rows():
            print(f"{what:40}{figure}", flush=True)


if __name__ == "__main__":
    main()
