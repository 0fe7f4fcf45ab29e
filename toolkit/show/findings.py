"""Findings in words: one careful sentence each, and lists of them for the report.

The table ``findings`` holds what was found; here it is said. No sentence says why, or that anybody
was wrong: an outlet that cuts has its reasons, two people may say the same words, and what was not
found is said of the articles at hand, with how sure the program is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from toolkit.model import Event
from toolkit.show import wording
from toolkit.show.evidence import Panel
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, joined_ids
from toolkit.show.versions import marks_of, shown_words

#: From so many outlets that print less it is worth saying where a statement stands whole.
FEWEST_LESS = 2
#: Words of a statement that a sentence repeats before it breaks off.
REPEATED = 12


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, ready for its template: whose words, the words as a link, the sentence."""

    who: str
    words: Markup
    language: str
    told: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one kind under one line that can be opened; `note` says how to read them."""

    title: str
    note: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of finding is shown: its name among the phrases, and whether a row is worth its
    place.
    """

    name: str
    shown: Callable[[pd.Series], bool] | None = None


#: The kinds that are listed under "The same words", in that order.
OF_WORDS: Mapping[str, Kind] = {
    "silent cut": Kind("silent"),
    "changed words": Kind("changed"),
    "whole in one outlet": Kind("whole", lambda row: bool(row["value"] >= FEWEST_LESS)),
    "two in one": Kind("two_in_one"),
    "said again": Kind("again"),
    "other speaker": Kind("other_speaker"),
}
#: Kinds about one utterance, which has a row under "The same words" that opens on its versions.
IN_ONE_ROW = frozenset(
    {"silent cut", "changed words", "whole in one outlet", "statement not found"}
)


def say_finding(row: pd.Series, event: Event, also: Sequence[str] = ()) -> str:
    """A row of the table ``findings`` as one sentence, with how sure the program is.

    `also` are further outlets of which the same is to be said.
    """
    outlets = [str(row["outlet"]), *also]
    told = _SENTENCES[str(row["finding"])](row, Names(event, outlets))
    return f"{told} ({wording.how_sure(float(row['p']))})"


def with_sentences(findings: pd.DataFrame, event: Event) -> pd.DataFrame:
    """The table ``findings`` with each row said, in the last column."""
    said = [say_finding(row, event) for _, row in findings.iterrows()]
    return findings.assign(sentence=pd.Series(said, index=findings.index, dtype="string"))


def list_findings(page: Page, kinds: Mapping[str, Kind]) -> list[Group]:
    """The findings of some kinds, a group each; a kind without any has none."""
    frame = page.material.findings
    groups = []
    for name, kind in kinds.items():
        rows = [row for _, row in frame[frame["finding"] == name].iterrows()]
        rows = [row for row in rows if kind.shown is None or kind.shown(row)]
        groups.append(_group(page, kind.name, rows))
    return [group for group in groups if group.found]


def _group(page: Page, name: str, rows: Iterable[pd.Series]) -> Group:
    return Group(say(f"finding.title.{name}"), say(f"finding.note.{name}"), found_of(page, rows))


def found_of(page: Page, rows: Iterable[pd.Series]) -> tuple[Found, ...]:
    """One line for each thing: outlets of which the same is to be said are said together."""
    alike: dict[tuple[object, ...], list[pd.Series]] = {}
    for row in rows:
        about = optional(row["utterance_id"]) or optional(row["speaker"])
        key = (about, optional(row["other"]), optional(row["outlets"]))
        alike.setdefault(key, []).append(row)
    return tuple(_found(page, same) for same in alike.values())


def _found(page: Page, rows: Sequence[pd.Series]) -> Found:
    first = min(rows, key=lambda row: float(row["p"]))
    also = [str(row["outlet"]) for row in rows if row is not first]
    told = say_finding(first, page.event, also)
    who = optional(first["speaker"]) or say("no_speaker")
    words, language = _words_of(page, first)
    if str(first["finding"]) in IN_ONE_ROW and has_row(page, first["utterance_id"]):
        link = page.same_words(words, first["utterance_id"])
    else:
        evidence = joined_ids(dict.fromkeys(row["evidence"] for row in rows))
        link = page.link(words or who, f"{who}: {told}", evidence)
    return Found(who if words else "", link, language, told, page.opener.taken())


def has_row(page: Page, utterance_id: object) -> bool:
    """Whether an utterance is among those under "The same words": in more than one outlet."""
    told = page.material.utterances
    return bool(told.loc[told["utterance_id"] == utterance_id, "outlet"].nunique() > 1)


def _words_of(page: Page, row: pd.Series) -> tuple[str, str]:
    """The beginning of the words at issue, in the marks of their language, and the language."""
    words = optional(row["words"])
    quotes = [page.opener.evidence.quotes[i] for i in str(row["evidence"]).split(";")]
    if not words:
        return "", "en"
    quote = next((q for q in quotes if q["content"] == words), None)
    article = page.event.article(str((quotes[0] if quote is None else quote)["article_id"]))
    opening, closing = marks_of(article.language)
    if quote is None:
        return f"{opening}{words.strip('.,;: ')}{closing}", article.language
    printed = shown_words(quote, article.text, article.language)
    return begin(printed, article.language), article.language


def begin(printed: str, language: str) -> str:
    """The beginning of printed words, closed with the mark of their language if they were.

    >>> begin("“one two three four five six seven eight nine ten eleven twelve more”", "en")
    '“one two three four five six seven eight nine ten eleven twelve …”'
    """
    closing = marks_of(language)[1]
    listed = printed.split()
    if len(listed) <= REPEATED:
        return printed
    kept = " ".join(listed[:REPEATED]).rstrip(f",;{closing}")
    return f"{kept} …{closing if printed.endswith(closing) else ''}"


class Names:
    """How outlets and their articles are named in a sentence about some of them."""

    def __init__(self, event: Event, outlets: Sequence[str]):
        self.event = event
        order = event.outlet_ids()
        self.about = sorted(outlets, key=order.index)

    def here(self) -> str:
        """The outlets that the sentence is about."""
        return wording.listing([self.event.outlet_name(o) for o in self.about])

    def those(self, row: pd.Series) -> str:
        """The outlets with which they are compared."""
        ids = (optional(row["outlets"]) or "").split(";")
        return wording.listing([self.event.outlet_name(o) for o in ids if o])

    def articles(self) -> str:
        """The articles at hand of the outlets that the sentence is about.

        "the 2 articles that we have from Courier", "the article that we have from Ledger".
        """
        found = sum(a.outlet in self.about for a in self.event.articles)
        return say("finding.articles", n=found, outlet=self.here())


def _of_silent_cut(row: pd.Series, names: Names) -> str:
    return (
        f"{names.here()} leaves this out of the middle, and no mark shows it; {names.those(row)} "
        "has it."
    )


def _of_changed_words(row: pd.Series, names: Names) -> str:
    return f"So {names.here()}, where {names.those(row)} has “{row['other']}”."


def _of_other_speaker(row: pd.Series, names: Names) -> str:
    return (
        f"{row['speaker']} says it in {names.here()}, {row['other']} in {names.those(row)}. "
        "Each may have said it."
    )


def _of_two_in_one(row: pd.Series, names: Names) -> str:
    return f"{names.here()} prints as one quote what stands apart in {names.those(row)}."


def _of_said_again(row: pd.Series, names: Names) -> str:
    return (
        f"{row['speaker']} is quoted in the same words in {names.those(row)}, it seems not on one "
        "occasion."
    )


def _of_whole_in_one(row: pd.Series, names: Names) -> str:
    n = round(row["value"])
    return say("finding.whole", n=n, here=names.here(), others=names.those(row))


def _of_statement(row: pd.Series, names: Names) -> str:
    number = round(row["value"])
    told = say("finding.statement", articles=names.articles(), n=number, total=row["n"])
    return told + _say_trace(row, names)


def _of_voice(row: pd.Series, names: Names) -> str:
    told = say(
        "finding.voice", speaker=row["speaker"], articles=names.articles(), n=round(row["value"]),
        total=row["n"],
    )  # fmt: skip
    return told + _say_trace(row, names)


def _say_trace(row: pd.Series, names: Names) -> str:
    """That the outlet has the speaker all the same, quoted otherwise or only named."""
    keys = {"quoted": "finding.quotes_otherwise", "named": "finding.names"}
    key = keys.get(optional(row["other"]) or "")
    if key is None:
        return ""
    speaker = row["speaker"]
    return f" {say(key, n=len(names.about), outlets=names.here(), speaker=speaker)}"


_SENTENCES: Mapping[str, Callable[[pd.Series, Names], str]] = {
    "silent cut": _of_silent_cut,
    "changed words": _of_changed_words,
    "other speaker": _of_other_speaker,
    "two in one": _of_two_in_one,
    "said again": _of_said_again,
    "whole in one outlet": _of_whole_in_one,
    "statement not found": _of_statement,
    "voice not found": _of_voice,
}
