"""sidelight compares how news outlets cover one event: who speaks, how fully, in which words.

Data walk through once, from left to right, and each name below is one step of the way::

    import toolkit as tk

    event = tk.load_event("saltworks")             # a folder: event.yaml and the articles beside it
    quotes = tk.tabulate_quotes(event)             # who said what, where it stands, how sure we are
    same = tk.align_quotes(quotes, event.articles)  # the same words in different outlets
    voice = tk.measures.voice(event)               # each side's share of the quoted words
    tk.figures.voice(voice)                        # the same, drawn
    tk.report(event, "saltworks.html")             # all of it in one file that opens anywhere

The verbs say what goes in and what comes out:

- ``load_`` reads what is on disk: `load_event`, `load_outlets`, `load_articles`;
- ``read_`` turns a page or a pasted text into an article: `read_page`, `read_text`;
- ``fetch_`` asks the network: `fetch_coverage` with a `Client`, or without a network from
  `serve_sites`; `draft_event` writes a first event.yaml for the articles that came;
- ``find_`` reads one article: `find_quotes`, `find_reasons` (why each has its source),
  `find_mentions`, `find_framing`;
- ``tabulate_`` reads all of an event into a frame: `tabulate_articles`, `tabulate_quotes`,
  `tabulate_mentions`, `tabulate_framing`, `tabulate_particulars`, `tabulate_sharing`,
  `tabulate_findings` (what stands out when all is laid side by side), `tabulate_differences` (each
  word of each version) and `tabulate_changes` (what was cut without a sign, or changed);
- `align_quotes` groups quotes by the utterance that they report, `diff` lays all versions of one
  beside the fullest word by word, `diff_words` compares any two;
- `measures` count, `figures` draw what was counted (``measures.voice``, ``figures.voice``),
  `views` show an article, a quote and why it is somebody's, or an utterance for reading, and how
  well the program was measured to read; `report` and `export_tables` write files;
- `LabelVectorizer` and `QuoteVectorizer` turn texts into columns of counts for a scikit-learn
  pipeline, `log_odds` ranks columns for its selectors (which differ beyond chance,
  ``measures.terms`` says);
- `suggest_sides` proposes who takes part, `suggest_labels` wordings that the event's file does not
  list; `label_form` asks a person in a notebook which of them are right, `accept_labels` writes
  those that were accepted into the file;
- where the program grouped quotes wrongly, a person has the last word: `say_same`, `say_not_same`,
  `unsay` write it beside the event.

Records are frozen (`Event`, `Article`, `Quote`, `Span`): a quote does not hold words but places
in an article's text, so that every number can be followed back to sentences. What went wrong is
a `UsageError` (yours to mend), a `PageError` (the page's), or a `DamagedDataError` (our file's).

Importing `toolkit` loads nothing: each name brings its own part when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toolkit.compare import measures
    from toolkit.compare.alignment import align_quotes, diff_words
    from toolkit.compare.findings.listing import tabulate_findings
    from toolkit.compare.particulars import tabulate_particulars
    from toolkit.compare.sharing import tabulate_sharing
    from toolkit.compare.suggesting.accepting import accept_labels
    from toolkit.compare.suggesting.labels import suggest_labels
    from toolkit.compare.suggesting.sides import suggest_sides
    from toolkit.compare.vectorizing.columns import LabelVectorizer, QuoteVectorizer
    from toolkit.compare.vectorizing.scoring import log_odds
    from toolkit.compare.versions.differences import diff, tabulate_changes, tabulate_differences
    from toolkit.errors import DamagedDataError, PageError, SidelightError, UsageError
    from toolkit.extract.framing import find_framing
    from toolkit.extract.naming import find_mentions
    from toolkit.extract.quotation import find_quotes
    from toolkit.extract.reasons import find_reasons
    from toolkit.extract.tabulation import (
        tabulate_articles,
        tabulate_framing,
        tabulate_mentions,
        tabulate_quotes,
    )
    from toolkit.gather.archive import load_articles
    from toolkit.gather.coverage import fetch_coverage
    from toolkit.gather.download import Client
    from toolkit.gather.draft import draft_event
    from toolkit.gather.event import load_event
    from toolkit.gather.outlets import load_outlets
    from toolkit.gather.reading import read_page, read_text
    from toolkit.gather.sites import serve_sites
    from toolkit.model import Article, Event, Quote, Span
    from toolkit.show import figures, views
    from toolkit.show.export import export_tables
    from toolkit.show.report import report
    from toolkit.teach.labelling import label_form
    from toolkit.teach.review import say_not_same, say_same, unsay

__all__ = [
    "Article",
    "Client",
    "DamagedDataError",
    "Event",
    "LabelVectorizer",
    "PageError",
    "Quote",
    "QuoteVectorizer",
    "SidelightError",
    "Span",
    "UsageError",
    "accept_labels",
    "align_quotes",
    "diff",
    "diff_words",
    "draft_event",
    "export_tables",
    "fetch_coverage",
    "figures",
    "find_framing",
    "find_mentions",
    "find_quotes",
    "find_reasons",
    "label_form",
    "load_articles",
    "load_event",
    "load_outlets",
    "log_odds",
    "measures",
    "read_page",
    "read_text",
    "report",
    "say_not_same",
    "say_same",
    "serve_sites",
    "suggest_labels",
    "suggest_sides",
    "tabulate_articles",
    "tabulate_changes",
    "tabulate_differences",
    "tabulate_findings",
    "tabulate_framing",
    "tabulate_mentions",
    "tabulate_particulars",
    "tabulate_quotes",
    "tabulate_sharing",
    "unsay",
    "views",
]

#: Which module each name comes from.
_HOMES = {
    "toolkit.compare": ("measures",),
    "toolkit.compare.alignment": ("align_quotes", "diff_words"),
    "toolkit.compare.findings.listing": ("tabulate_findings",),
    "toolkit.compare.particulars": ("tabulate_particulars",),
    "toolkit.compare.sharing": ("tabulate_sharing",),
    "toolkit.compare.vectorizing.columns": ("LabelVectorizer", "QuoteVectorizer"),
    "toolkit.compare.vectorizing.scoring": ("log_odds",),
    "toolkit.compare.suggesting.accepting": ("accept_labels",),
    "toolkit.compare.suggesting.labels": ("suggest_labels",),
    "toolkit.compare.suggesting.sides": ("suggest_sides",),
    "toolkit.compare.versions.differences": ("diff", "tabulate_changes", "tabulate_differences"),
    "toolkit.errors": ("DamagedDataError", "PageError", "SidelightError", "UsageError"),
    "toolkit.extract.framing": ("find_framing",),
    "toolkit.extract.naming": ("find_mentions",),
    "toolkit.extract.quotation": ("find_quotes",),
    "toolkit.extract.reasons": ("find_reasons",),
    "toolkit.extract.tabulation": (
        "tabulate_articles", "tabulate_framing", "tabulate_mentions", "tabulate_quotes",
    ),
    "toolkit.gather.archive": ("load_articles",),
    "toolkit.gather.coverage": ("fetch_coverage",),
    "toolkit.gather.download": ("Client",),
    "toolkit.gather.draft": ("draft_event",),
    "toolkit.gather.event": ("load_event",),
    "toolkit.gather.outlets": ("load_outlets",),
    "toolkit.gather.reading": ("read_page", "read_text"),
    "toolkit.gather.sites": ("serve_sites",),
    "toolkit.model": ("Article", "Event", "Quote", "Span"),
    "toolkit.show": ("figures", "views"),
    "toolkit.show.export": ("export_tables",),
    "toolkit.show.report": ("report",),
    "toolkit.teach.labelling": ("label_form",),
    "toolkit.teach.review": ("say_not_same", "say_same", "unsay"),
}  # fmt: skip
_MODULES = frozenset({"measures", "figures", "views"})
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for (PEP 562)."""
    if name == "__version__":
        from importlib.metadata import version

        found: Any = version("sidelight")
    elif name in _MODULES:
        found = import_module(f"{_HOME_OF[name]}.{name}")
    elif name in _HOME_OF:
        found = getattr(import_module(_HOME_OF[name]), name)
    else:
        raise AttributeError(f"module 'toolkit' has no attribute '{name}'{_nearest(name)}")
    globals()[name] = found
    return found


def _nearest(name: str) -> str:
    if name.startswith("_"):  # asked for by Python itself, thousands of times; nobody mistypes it
        return ""
    from toolkit.errors import nearest

    return nearest(name, __all__)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__, "__version__"])
