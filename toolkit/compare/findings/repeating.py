"""Two statements printed as one, and the same words said more than once.

Both come from how quotes are grouped. A quote in two utterances runs together what others print
apart. Two utterances of one speaker in the same words were said again, if the reporters' words
tell of another day or another form (a post, a hearing), or if a person said so.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.compare.findings.reports import Finding, Reports
from toolkit.compare.matching.occasions import forms_clash, occasion_of, times_clash
from toolkit.compare.matching.speakers import same_speaker
from toolkit.compare.said import Said
from toolkit.compare.tallies import LIKELY

#: How surely two quotes are of two occasions where one was posted, say, and the other spoken.
OTHER_FORM = 0.7
TWO_IN_ONE, SAID_AGAIN = "two in one", "said again"


def find_merged(reports: Reports) -> Iterator[Finding]:
    """Quotes whose words cover two utterances that another outlet prints apart, in one article.

    Where one outlet has the head and another the tail, it may be one statement, cut by both.
    `other` holds the ids of the further utterances, `value` counts all of them.
    """
    for quote_id in sorted(reports.homes, key=reports.place):
        homes = reports.homes[quote_id]
        if len(homes) < 2:
            continue
        apart = {u: _elsewhere(reports, u, quote_id, homes) for u in homes}
        said = reports.said[quote_id]
        homes_of = [{reports.said[q].article_id for q in rows} for rows in apart.values()]
        both = set.intersection(*homes_of)
        if not both:
            continue
        in_both = [
            {q: p for q, p in rows.items() if reports.said[q].article_id in both}
            for rows in apart.values()
        ]
        p = reports.is_quote(quote_id) * min(max(rows.values()) for rows in in_both)
        if p >= LIKELY:
            others = [q for rows in in_both for q in rows]
            yield Finding(
                TWO_IN_ONE, said.outlet, p, (quote_id, *others), utterance_id=homes[0],
                speaker=said.speaker, words=said.content, other=";".join(homes[1:]),
                outlets=_outlets(reports, others), value=len(homes), n=len(reports.outlets),
            )  # fmt: skip


def _elsewhere(
    reports: Reports, utterance_id: str, quote_id: str, homes: list[str]
) -> dict[str, float]:
    """The quotes of other articles that report this utterance alone, and how likely with it."""
    rows = {r["quote_id"]: r for r in reports.utterances[utterance_id]}
    own, here = rows[quote_id], reports.said[quote_id]
    fullest = next(iter(rows)) == quote_id
    return {
        other: float(row["p_same"] if fullest else min(row["p_same"], own["p_same"]))
        for other, row in rows.items()
        if len(set(homes) & set(reports.homes[other])) == 1
        and reports.said[other].outlet != here.outlet
        and reports.said[other].marked
        and min(row["p_same"], own["p_same"]) >= LIKELY
    }


def find_said_again(reports: Reports) -> Iterator[Finding]:
    """Two utterances of one speaker in the same words, each pair of utterances once.

    `outlet` is the first that reports the second of them (`other`); `value` counts all outlets.
    `p` is how likely both are the speaker's, and were said on two occasions.
    """
    found: dict[tuple[str, str], dict[str, float]] = {}
    for a, b in reports.echoes:
        homes = [reports.homes.get(s.quote_id, []) for s in (a, b)]
        if not all(homes) or set(homes[0]) & set(homes[1]):
            continue
        apart = _are_two_occasions(a, b) if same_speaker(a.speaker, b.speaker) else 0.0
        first, second = sorted((homes[0][0], homes[1][0]))
        pair = found.setdefault((first, second), {})
        for quote_id in (a.quote_id, b.quote_id) if apart else ():
            pair[quote_id] = max(apart, pair.get(quote_id, 0.0))
    for (first, second), chances in sorted(found.items()):
        quotes = sorted(chances, key=reports.place)
        ours = [q for q in quotes if second in reports.homes[q]]
        parts = (ours, [q for q in quotes if q not in ours])
        p = min((max(map(reports.is_speakers, part), default=0.0) for part in parts), default=0.0)
        p *= max(chances.values(), default=0.0)
        if p >= LIKELY:
            said = reports.said[ours[0]]
            outlets = _outlets(reports, quotes)
            yield Finding(
                SAID_AGAIN, said.outlet, p, (*ours, *(q for q in quotes if q not in ours)),
                utterance_id=first, speaker=said.speaker, words=said.content, other=second,
                outlets=outlets, value=len(outlets), n=len(reports.outlets),
            )  # fmt: skip


def _are_two_occasions(a: Said, b: Said) -> float:
    """How surely two quotes of the same words were said on two occasions."""
    if a.quote_id in b.not_same_as or b.quote_id in a.not_same_as:
        return 1.0
    first, second = occasion_of(a), occasion_of(b)
    return max(times_clash(first, second), OTHER_FORM * forms_clash(first, second))


def _outlets(reports: Reports, quote_ids: list[str]) -> tuple[str, ...]:
    have = {reports.said[q].outlet for q in quote_ids}
    return tuple(o for o in reports.outlets if o in have)
