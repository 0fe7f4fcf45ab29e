"""How sure the program is, and what a comparison of texts cannot show.

Two doubts are kept apart. Whether the program read these articles rightly is told by what it is
least sure of, and by how often it erred on news that people had marked: in reading (`measuring`)
and in putting quotes together (`together`). Whether the outlets would do the same in other articles
is not told at all below ten articles. Each line of what cannot be shown is written only where the
data of this event call for it.
"""

from __future__ import annotations

from collections import Counter

import pandas as pd
from markupsafe import Markup

from toolkit.compare.tallies import is_partial
from toolkit.languages import is_known
from toolkit.show import measuring, phrases, together, validated, wording
from toolkit.show.coverage import MOSTLY_SHARED
from toolkit.show.phrases import say
from toolkit.show.placing import quotes_as_rows
from toolkit.show.reading import certainty, optional
from toolkit.show.sections import Page, Row, Section, nothing

SURE_TITLE = "How sure are we"
SURE_HOW = (
    "How sure the program is that words are a quote, times how sure it is who speaks. Sure: 90% "
    "or more. Likely: 70 to 89%. Unsure: less."
)
CANNOT_TITLE = "What this cannot show"
CANNOT_HOW = "Written from the data of this event; each line is here because it applies."
#: The languages of the marked news from which all probabilities were counted.
COUNTED = ("en",)
#: So many quotes of which the program is least sure are listed.
LEAST = 6


def how_sure(page: Page) -> Section:
    """The section: quotes by how sure the program is of them, and the least sure of all."""
    quotes = page.material.quotes
    if quotes.empty:
        return nothing("how-sure-are-we", SURE_TITLE, SURE_HOW, say("nothing.sure"))
    p = pd.Series([certainty(row) for _, row in quotes.iterrows()], index=quotes.index)
    words = Counter(wording.doubt_word(x) for x in p)
    total = len(quotes)
    link = Markup('<a class="n" href="#quotes-{}">{}</a>')
    n = {w: link.format(w, words[w]) if words[w] else "0" for w in ("sure", "likely", "unsure")}
    told = Markup("Of {}, the program is sure of {}, finds {} likely, and is unsure of {}.").format(
        wording.count(total, "quote"), n["sure"], n["likely"], n["unsure"]
    )
    least = quotes.loc[p.sort_values(kind="stable").index[:LEAST]]
    rows = [_least(page, row) for _, row in least.iterrows()]
    return Section(
        "how-sure-are-we", SURE_TITLE, SURE_HOW, told, "how_sure.html",
        {"counts": [(w, words[w], 100 * words[w] / total) for w in ("sure", "likely", "unsure")],
         "rows": rows, "quotes": quotes_as_rows(page), **measuring.prepare_measured(page.event),
         **together.prepare_groups(page.event), **validated.prepare_validated(page.event)},
        Markup.escape(say("own_estimates")),
    )  # fmt: skip


def _least(page: Page, row: pd.Series) -> Row:
    p = certainty(row)
    item = page.opener.evidence.items(row["quote_id"])[0]
    source, speaker = optional(row["source"]), optional(row["speaker"])
    if speaker is None:
        asked = "Who says this?"
    elif source and source.casefold() != speaker.casefold():
        asked = f"Is “{source}” {speaker}?"
    else:
        asked = f"Does {speaker} say this?"
    return Row(wording.how_sure(p), [item, asked], more={"unsure": p < wording.LIKELY})


def what_it_cannot_show(page: Page) -> Section:
    """The section: what must not be read out of this report, each line with its reason."""
    lines = [
        ("Why.", "The words show choices. They do not show anyone’s reasons."),
        *_of_habits(page),
        *_of_failures(page),
        *_of_shared_copy(page),
        *_of_opinion(page),
        *_of_lengths(page),
        *_of_partial_pages(page),
        *_of_unread_languages(page),
        *_of_borrowed_chances(page),
        *_of_languages(page),
        ("Pictures, layout, sound.", "We read text. What was shown or said beside it is not here."),
        ("What was true.", "Agreement between outlets is not proof, and a lone statement is not "
                           "an error."),
    ]  # fmt: skip
    return Section(
        "what-this-cannot-show", CANNOT_TITLE, CANNOT_HOW, Markup(), "cannot_show.html",
        {"lines": lines},
    )  # fmt: skip


Lines = list[tuple[str, str]]


def _of_habits(page: Page) -> Lines:
    counts = Counter(a.outlet for a in page.event.articles)
    few = [o for o, n in counts.items() if n < phrases.ENOUGH_ARTICLES]
    if not few:
        return []
    total = wording.capital(wording.spelt(len(page.event.articles)))
    articles = wording.several(len(page.event.articles), "article")
    told = say("too_few.habits", articles=f"{total} {articles}")
    return [("What an outlet usually does.", told)]


def _of_failures(page: Page) -> Lines:
    failed = dict.fromkeys(f.outlet for f in page.event.failures)
    names = [page.name(o) if o else say("unread.outlet") for o in failed]
    if not names:
        return []
    return [(f"All that {wording.listing(names)} wrote.", say("unread.saved"))]


def _of_shared_copy(page: Page) -> Lines:
    frame = page.material.sharing
    copied = frame[frame["kind"].isin(["wire", "copied"])]
    outlet_of = {a.article_id: a.outlet for a in page.event.articles}
    pairs = {
        frozenset((outlet_of[str(r["article_a"])], outlet_of[str(r["article_b"])]))
        for _, r in copied.iterrows()
        if max(float(r["share_a"]), float(r["share_b"])) >= MOSTLY_SHARED
    }
    if not pairs:
        return []
    separate = len(_groups(page.outlets, pairs))
    told = " ".join(
        f"{wording.listing(sorted(map(page.name, pair)))} share most of a text." for pair in
        sorted(pairs, key=sorted)
    )  # fmt: skip
    number = wording.capital(wording.spelt(len(page.outlets)))
    return [(f"{number} separate tellings.", f"{told} There are nearer {wording.spelt(separate)}.")]


def _groups(outlets: list[str], pairs: set[frozenset[str]]) -> list[set[str]]:
    """Outlets that a shared text ties together, and each other outlet by itself."""
    groups = [{o} for o in outlets]
    for pair in pairs:
        tied = [g for g in groups if g & pair]
        groups = [g for g in groups if not g & pair] + [set().union(*tied)]
    return groups


def _of_opinion(page: Page) -> Lines:
    opinion = [a for a in page.articles if a.kind == "opinion"]
    if not opinion:
        return []
    names = wording.listing([page.article_name(a) for a in opinion])
    number, total = wording.capital(wording.spelt(len(opinion))), len(page.articles)
    verb = "is" if len(opinion) == 1 else "are"
    told = f"{number} of the {wording.spelt(total)}, {names}, {verb} opinion and counted alike."
    return [("News only.", told)]


def _of_lengths(page: Page) -> Lines:
    words = [a.words for a in page.articles]
    if len(words) < 2 or max(words) < 2 * min(words):
        return []
    told = (
        f"The articles run from {min(words):,} to {max(words):,} words. A longer one has room for "
        "more voices, and a missing voice in a short one says little."
    )
    return [("Like against like.", told)]


def _of_partial_pages(page: Page) -> Lines:
    partial = [a for a in page.articles if is_partial(a)]
    if not partial:
        return []
    names = wording.listing([page.article_name(a) for a in partial])
    return [("The whole text.", say("partial", names=names))]


def _of_unread_languages(page: Page) -> Lines:
    unread = [a for a in page.articles if not is_known(a.language)]
    if not unread:
        return []
    names = wording.listing([page.article_name(a) for a in unread])
    told = f"{names}: in a language that the program does not read. Who speaks there is unknown."
    return [("Every language.", told)]


def _of_borrowed_chances(page: Page) -> Lines:
    codes = dict.fromkeys(a.language.partition("-")[0] for a in page.articles)
    borrowing = [c for c in codes if is_known(c) and c not in COUNTED]
    if not borrowing:
        return []
    names = wording.listing([wording.language_name(c) for c in borrowing])
    return [("How sure, in every language.", say("borrowed", languages=names))]


def _of_languages(page: Page) -> Lines:
    codes = dict.fromkeys(a.language.partition("-")[0] for a in page.articles)
    if len(codes) < 2:
        return []
    names = wording.listing([wording.language_name(c) for c in codes])
    told = (
        f"The articles are in {names}. Quotes are matched across them by meaning, not translated, "
        "and the program reads one language better than another."
    )
    return [("Words across languages.", told)]
