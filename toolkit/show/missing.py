"""Not found here: what most of the other outlets have, and one has not, as far as we can see.

Absence is the number most easily wrong, so that a line stands here only where the measure is
likelier right than not, says how sure that is, and speaks of the articles at hand. What may be told
in other words comes last.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from toolkit.show import wording
from toolkit.show.findings import Found, Group, Names, begin, found_of, has_row
from toolkit.show.phrases import say
from toolkit.show.reading import optional
from toolkit.show.sections import Page, Section, joined_ids, nothing
from toolkit.show.versions import shown_words

ID = "not-found-here"
#: The kinds of things, as the measure names them, with their names among the phrases.
KINDS = {"voice": "voices", "utterance": "statements", "concept": "concepts"}


def not_found_here(page: Page) -> Section:
    """The section: voices, statements and things that most outlets have and one has not."""
    if len(page.outlets) < 2:
        return nothing(ID, say("title.absent"), say("how.absent"), say("one_outlet.absent"))
    frame = _likely(page)
    groups = [_group(page, name, frame[frame["kind"] == kind]) for kind, name in KINDS.items()]
    voices = groups[0]
    groups[0] = Group(voices.title, voices.note, (*voices.found, *_of_strangers(page)))
    told = say_what_is_missing([len(group.found) for group in groups])
    groups = [group for group in [*groups, _maybe(page)] if group.found]
    if not groups:
        return nothing(ID, say("title.absent"), say("how.absent"), say("nothing.absences"))
    return Section(
        ID, say("title.absent"), say("how.absent"), Markup.escape(told), "not_found.html",
        {"findings": groups}, Markup.escape(say("caption.absent")),
    )  # fmt: skip


def say_what_is_missing(numbers: Sequence[int]) -> str:
    """The finding: how many things of each kind are not in all of the outlets.

    >>> say_what_is_missing([0, 1, 0])[:42]
    'One statement that most outlets have was n'
    """
    parts = [
        say(f"absent.{name}", n=n, number=wording.spelt(n))
        for name, n in zip(KINDS.values(), numbers, strict=True)
        if n
    ]
    if not parts:
        return say("nothing.absences")
    return say("finding.absent", n=sum(numbers), things=wording.capital(wording.listing(parts)))


def _likely(page: Page) -> pd.DataFrame:
    """The absences of which the program is sure or finds them likely.

    Where a voice was not found its statements were not either, and need not be listed.
    """
    frame = page.material.absences
    frame = frame[frame["p"].fillna(0) >= wording.LIKELY]
    silent = frame[frame["kind"] == "voice"]
    told = set(zip(silent["outlet"], silent["text"], strict=True))
    quotes = page.opener.evidence.quotes
    kept = [
        row["kind"] != "utterance"
        or (row["outlet"], quotes[str(row["evidence"]).split(";")[0]]["speaker"]) not in told
        for _, row in frame.iterrows()
    ]
    return frame[pd.Series(kept, index=frame.index, dtype="bool")]


def _group(page: Page, name: str, rows: pd.DataFrame) -> Group:
    found = tuple(_found(page, [row for _, row in same.iterrows()])
                  for _, same in rows.groupby("item", sort=False))  # fmt: skip
    return Group(say(f"finding.title.{name}"), say(f"finding.note.{name}"), found)


def _found(page: Page, rows: Sequence[pd.Series]) -> Found:
    """One thing, with all outlets in which it was not found."""
    first = min(rows, key=lambda row: float(row["p"]))
    names = Names(page.event, [str(row["outlet"]) for row in rows])
    told = say_absence(rows, names)
    ids = joined_ids(dict.fromkeys(i for row in rows for i in str(row["evidence"]).split(";")))
    if first["kind"] != "utterance":
        words = str(first["text"])
        return Found("", page.link(words, f"{words}: {told}", ids), "en", told,
                     page.opener.taken())  # fmt: skip
    quote = page.opener.evidence.quotes[str(first["evidence"]).split(";")[0]]
    article = page.event.article(str(quote["article_id"]))
    said = begin(shown_words(quote, article.text, article.language), article.language)
    link = (
        page.same_words(said, first["item"])
        if has_row(page, first["item"])
        else page.link(said, told, ids)
    )
    who = optional(quote["speaker"]) or say("no_speaker")
    return Found(who, link, article.language, told, page.opener.taken())


def say_absence(rows: Sequence[pd.Series], names: Names) -> str:
    """In which articles a thing was not found, how many other outlets have it, and how sure."""
    first = min(rows, key=lambda row: float(row["p"]))
    number, total = round(first["value"]), int(first["n"])
    others = say("others.all" if number == total else "others.some", n=number, total=total)
    told = say(f"finding.absent.{first['kind']}", articles=names.articles(), others=others)
    partly = [str(row["outlet"]) for row in rows if row["partial"] is True or row["partial"] == 1]
    if partly:
        outlets = wording.listing([names.event.outlet_name(o) for o in partly])
        told += f" {say('partial', names=outlets)}"
    return f"{told} ({wording.how_sure(float(first['p']))})"


def _of_strangers(page: Page) -> tuple[Found, ...]:
    """Voices of people whom the event's file does not list: the findings know of them."""
    known = {actor.name for actor, _ in page.event.actors()}
    frame = page.material.findings
    voices = frame[(frame["finding"] == "voice not found") & (frame["p"] >= wording.LIKELY)]
    rows = [row for _, row in voices.iterrows() if row["speaker"] not in known]
    return found_of(page, rows)


def _maybe(page: Page) -> Group:
    """Statements that may be told in other words: the outlet quotes or names the speaker."""
    frame = page.material.findings
    statements = frame[(frame["finding"] == "statement not found") & frame["other"].notna()]
    absent = page.material.absences
    told = set(zip(absent["item"], absent["outlet"], strict=True))
    rows = [
        row for _, row in statements.iterrows() if (row["utterance_id"], row["outlet"]) not in told
    ]
    return Group(say("finding.title.maybe"), say("finding.note.maybe"), found_of(page, rows))
