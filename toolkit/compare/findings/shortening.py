"""A statement that stands whole in one outlet alone.

Where everybody else cuts, changes or retells, a reader who wants the whole has one place to go. The
fullest version is the longest that was found; nobody knows what else was said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.compare.findings.reports import Finding, Reports, Row
from toolkit.compare.said import RUN, Said
from toolkit.compare.tallies import LIKELY
from toolkit.compare.wording import stop_words

WHOLE_HERE = "whole in one outlet"
#: How another outlet must stand to the fullest version: with fewer of its words, or others.
LESS = frozenset({"cut", "altered", "cut+altered", "paraphrase"})


def find_whole_in_one(reports: Reports) -> Iterator[Finding]:
    """Utterances whose fullest version one outlet alone prints.

    `value` counts the `outlets` that print less of it. A translation may be whole: then nothing is
    said. Nor is it of two statements run into one, or of a snippet.
    """
    for utterance_id, rows in reports.utterances.items():
        fullest = reports.said[rows[0]["quote_id"]]
        have = reports.reporting(utterance_id)
        others = [o for o in reports.outlets if o in have and o != fullest.outlet]
        close = {r["relation"] for r in rows if r["outlet"] != fullest.outlet} - LESS
        printed = [
            [reports.said[r["quote_id"]] for r in rows if r["outlet"] == outlet and _is_likely(r)]
            for outlet in others
        ]
        as_much = any(_have_all(quotes, fullest) for quotes in printed)
        alone = others and not close and not as_much and len(reports.homes[fullest.quote_id]) == 1
        if not alone or len(fullest.marked) < RUN:
            continue
        p = reports.is_quote(fullest.quote_id) * min(float(have[o]["p_same"]) for o in others)
        evidence = (fullest.quote_id, *(str(have[o]["quote_id"]) for o in others))
        yield Finding(
            WHOLE_HERE, fullest.outlet, p, evidence, utterance_id=utterance_id,
            speaker=fullest.speaker, words=fullest.content, outlets=tuple(others),
            value=len(others), n=len(reports.outlets),
        )  # fmt: skip


def _is_likely(row: Row) -> bool:
    return float(row["p_same"]) >= LIKELY


def _have_all(quotes: Sequence[Said], fullest: Said) -> bool:
    """Whether an outlet's quotes have together every word of the fullest, in whatever order.

    What stands in two quotes may have lost the "and" between them.
    """
    missing = Counter(fullest.marked) - Counter(word for q in quotes for word in q.marked)
    joining = stop_words(fullest.language) if quotes[1:] else frozenset()
    return not set(missing) - joining
