"""The same words under two names: who is said to have said it differs from outlet to outlet.

Either one outlet has it from another mouth, or two people said the same. Only names count that
stand in the sentence itself: "she", "the company" and a role are this program's reading, and a
misreading is commoner than two outlets that differ. A person and the body that he or she speaks
for are no difference, unless they are on different sides of the event: nor are two names that some
article has in one sentence, as in "Greta Holm, of Sound Lines".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from toolkit.compare.findings.reports import Finding, Reports
from toolkit.compare.matching.speakers import different_persons, same_speaker
from toolkit.compare.said import Said
from toolkit.compare.tallies import LIKELY
from toolkit.compare.wording import keys, stop_words
from toolkit.model import Event

KIND = "other speaker"


def find_other_speakers(reports: Reports) -> Iterator[Finding]:
    """The outlets that give words to another speaker than more outlets do, a row each.

    `speaker` is the outlet's, `other` that of `outlets`; `value` counts those.
    """
    for wording in _wordings(reports):
        named: dict[str, list[Said]] = {}
        for said in wording:
            if said.speaker and _is_named(said):
                named.setdefault(said.speaker, []).append(said)
        order = sorted(named, key=lambda n: min(reports.place(s.quote_id) for s in named[n]))
        # The name that most outlets give stands first; the finding is about the others.
        order.sort(key=lambda name: -len({s.outlet for s in named[name]}))
        for usual, other in combinations(order, 2):
            if _differ(named[usual][0], named[other][0], reports.event):
                yield from _rows(reports, named[usual], named[other])


def _wordings(reports: Reports) -> list[list[Said]]:
    """Quotes of the same words, each wording together, in the order of outlets."""
    home: dict[str, int] = {}
    for number, pair in enumerate(reports.echoes):
        joined = {home[s.quote_id] for s in pair if s.quote_id in home}
        home.update({q: number for q, n in home.items() if n in joined})
        home.update({s.quote_id: number for s in pair})
    groups: dict[int, list[Said]] = {}
    for quote_id in sorted(home, key=reports.place):
        groups.setdefault(home[quote_id], []).append(reports.said[quote_id])
    return list(groups.values())


def _rows(reports: Reports, usual: list[Said], others: list[Said]) -> Iterator[Finding]:
    elsewhere = list(dict.fromkeys(s.outlet for s in usual))
    here = list(dict.fromkeys(s.outlet for s in others))
    if set(here) & set(elsewhere):  # an outlet that has it from both knows that both said it
        return
    for outlet in here:
        own = [s for s in others if s.outlet == outlet]
        p = max(reports.is_speakers(s.quote_id) for s in own)
        p *= max(reports.is_speakers(s.quote_id) for s in usual)
        if p >= LIKELY:
            shortest = min((*own, *usual), key=lambda s: len(s.marked))
            yield Finding(
                KIND, outlet, p, tuple(s.quote_id for s in (*own, *usual)),
                utterance_id=reports.homes.get(own[0].quote_id, [None])[0],
                speaker=own[0].speaker, words=shortest.content, other=usual[0].speaker,
                outlets=tuple(elsewhere), value=len(elsewhere), n=len(reports.outlets),
            )  # fmt: skip


def _is_named(said: Said) -> bool:
    """Whether the sentence names the speaker: by the surname, or by a body's own words."""
    names = _telling(said)
    return bool(names) and not names.isdisjoint(keys(said.source or "", said.language))


def _is_named_in_full(said: Said) -> bool:
    """Whether the sentence has the first name too, as it must where two share a surname."""
    return set(keys(said.speaker or "")) <= set(keys(said.source or "", said.language))


def _telling(said: Said) -> set[str]:
    words = keys(said.speaker or "", said.language)
    if said.is_person:
        return set(words[-1:])
    proper = {k for w in (said.speaker or "").split() if w[0].isupper() for k in keys(w)}
    return (set(words) & proper) - stop_words(said.language)


def _differ(a: Said, b: Said, event: Event) -> bool:
    if a.speaker == b.speaker or same_speaker(a.speaker, b.speaker):
        return False
    surnames = {keys(s.speaker or "")[-1] for s in (a, b)}
    if len(surnames) == 1 and not all(_is_named_in_full(s) for s in (a, b)):
        return False
    sides = {event.side_of(s.speaker) for s in (a, b)}
    if len(sides) == 2 and None not in sides:
        return True
    if a.is_person != b.is_person or _stand_together(a, b, event):
        return False
    if a.is_person:
        return different_persons(a.speaker, b.speaker)
    return _telling(a).isdisjoint(_telling(b)) and not _is_short_for(a, b)


def _stand_together(a: Said, b: Said, event: Event) -> bool:
    """Whether some sentence of an article has both names in full."""
    names = [s.speaker or "" for s in (a, b)]
    sentences = (s for article in event.articles for s in re.split(r"[.!?”»]\s|\n", article.text))
    return any(all(name in sentence for name in names) for sentence in sentences)


def _is_short_for(a: Said, b: Said) -> bool:
    """Whether one name is the first letters of the other: "WPA", "Western Passage Authority"."""
    short, long = sorted((a.speaker or "", b.speaker or ""), key=len)
    letters = "".join(w[0] for w in long.split() if w[0].isupper())
    return "".join(c for c in short if c.isalpha()).upper() in (letters, letters[-len(short) :])
