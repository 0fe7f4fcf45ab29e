"""English: the phrases in which we speak of what is not there and of what is not sure.

Fields in braces are filled in where a phrase is used. A phrase with plural forms has ``one`` and
``other``, chosen by its field ``n``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def plural(n: int) -> str:
    """The plural form for a number."""
    return "one" if n == 1 else "other"


_ABSENT: Final = "not found in the articles that we have"
_NO_SIDES: Final = "This event’s file names no sides"

PHRASES: Final[Mapping[str, str | Mapping[str, str]]] = {
    # -- not found ---------------------------------------------------------------------------------
    "absent": _ABSENT,
    "absent.from": {
        "one": "not found in the article that we have from {outlet}",
        "other": "not found in the {n} articles that we have from {outlet}",
    },
    "not_found": "not found",
    "absent.cell": {"one": "not in 1 article", "other": "not in {n} articles"},
    "not_found.list": "Not found: {names}",
    "none_found": "none found",
    "none": "none",
    "no_one": "no one",
    "nobody": "nobody",
    "not_named": "not named",
    "not_read": "not read",
    "not_read.outlets": "{outlets}: in a language that the program does not read, so unknown to "
    "us, not absent.",
    "not_named.here": "not named here",
    "no_verb": "no verb",
    "no_day": "no date",
    "no_side": "No side",
    "no_speaker": "speaker not found",
    "no_speakers": "speakers not found",
    "no_counterpart": "no counterpart",
    "no_marks": "(no quote marks in the article)",
    "nothing.quotes": f"No quotes: {_ABSENT}.",
    "nothing.shared": f"A statement, name, number or date in two outlets: {_ABSENT}.",
    "nothing.utterances": f"No utterance in two outlets: {_ABSENT}.",
    "nothing.labels": f"None of the names that this event’s file lists: {_ABSENT}.",
    "nothing.verbs": f"No reporting verbs: {_ABSENT}.",
    "nothing.marked": f"Words in marks without a speaker: {_ABSENT}.",
    "nothing.attributes": f"Words that describe a side: {_ABSENT}.",
    "nothing.fully": f"Utterances of a side: {_ABSENT}.",
    "nothing.lone": "No speaker, name, number or date is in one outlet only.",
    "nothing.absences": "Nothing that most of the outlets have is missing from another, "
    "as far as we can see.",
    "nothing.sure": "With no quotes found there is nothing to be sure of.",
    "nothing.quoted": "Nobody is quoted",
    "nothing.first": "No side is quoted first in any of {articles}.",
    "nothing.concepts": "This event’s file lists no things that could be called by different "
    "names.",
    "one_outlet.agree": "One outlet alone: there is nothing to agree with.",
    "one_outlet.words": "One outlet alone: there is nothing to lay beside its quotes.",
    "one_outlet.lone": "One outlet alone: whatever it has, it has alone here.",
    "one_outlet.absent": "One outlet alone: nothing can be missing from it that another has.",
    "one_article.copy": "One article alone shares copy with nobody.",
    "no_sides.shares": f"{_NO_SIDES}, so the words cannot be shared out among them.",
    "no_sides.places": f"{_NO_SIDES}; the strips show where anybody is quoted.",
    "no_sides.quoted": f"{_NO_SIDES}. These are quoted:",
    "no_sides.nobody": f"{_NO_SIDES}, and no speaker was found.",
    "no_sides.described": f"{_NO_SIDES}, so nothing can be said to describe one.",
    "figure.voice": "No quotes to count.",
    "figure.prominence": "No article to look for sides in.",
    "figure.fullness": "No utterance of a side to look for.",
    "figure.utterances": "No utterance is reported by more than one outlet.",
    "figure.labels": "No label to count.",
    "figure.attributes": "No word that describes a side was found.",
    "figure.verbs": "No reporting verb to count.",
    "figure.scare_quotes": "No word in marks without a speaker.",
    "figure.absences": "Nothing that most outlets have is missing from another.",
    "figure.agreement": "Nothing is told by two outlets.",
    "figure.terms": "No word to compare.",
    "figure.terms_few": "No word is drawn: too few to say. It takes {n} articles an outlet, or "
    "words that were named beforehand.",
    "terms.head": "Uses in 1,000 words: filled here, hollow in the others",
    "figure.measured": "No marked news to measure on.",
    "figure.no_quotes": "no quotes found",
    # -- what was not read: unknown, not absent ----------------------------------------------------
    "unknown": "unknown to us, not absent",
    "unknown.pages": {
        "one": "{pages}: {reasons}. What it said is unknown to us, not absent.",
        "other": "{pages}: {reasons}. What they said is unknown to us, not absent.",
    },
    "unknown.cli": {
        "one": "1 page could not be had: unknown to us, not absent.",
        "other": "{n} pages could not be had: unknown to us, not absent.",
    },
    "unread": "Could not be read.",
    "unread.partly": "Not all could be read.",
    "unread.nothing": "Nothing found.",
    "unread.nothing_told": f"What it printed was {_ABSENT}.",
    "unread_count": {
        "one": "{number} outlet could not be read.",
        "other": "{number} outlets could not be read.",
    },
    "unread.partly_count": {
        "one": "{number} outlet could be read only in part.",
        "other": "{number} outlets could be read only in part.",
    },
    "unread.nothing_count": {
        "one": "{number} outlet had nothing that we could find.",
        "other": "{number} outlets had nothing that we could find.",
    },
    "unread.saved": "A page could not be read. Somebody who can open it may add it as a saved "
    "page.",
    "unread.outlet": "an outlet not in the list",
    "partial": "Of {names} we may have read only a part.",
    # -- too close to say, too few to say ----------------------------------------------------------
    "too_close.sides": "in {outlets} the first two sides are too close to say",
    "too_close.fully": "Which outlet carries most of what {sides} said is too close to say.",
    "too_close.alt": "In {n} of {total} outlets the first two sides are too close to say.",
    "too_close.read": "By outlet, of 100 stretches in quote marks it finds {low} to {high} and "
    "gives them to the right speaker; with so few, that is too close to say.",
    "too_few.short": "too few",
    "too_few.shares": "too few for shares",
    "too_few.shares_of": "Too few for shares.",
    "too_few.shares_sides": "Too few for shares. Its quotes of a side:",
    "too_few.quotes": "in {outlets} there are too few quotes",
    "too_few.alt": "There are too few quotes for shares.",
    "too_few.verbs": "“Admitted” supposes something to admit, “claimed” leaves the truth open, "
    "“said” does neither. These counts are too few to compare sides; read the sentences.",
    "too_few.labels": "Counts this small show what was written, not what an outlet usually writes.",
    "too_few.terms": "Too few to say: that takes ten articles an outlet, or words named "
    "beforehand.",
    "too_few.fully": "Of what {sides} said, too few utterances are known to say who carries most.",
    "too_few.habits": "{articles} on one event. Below ten articles an outlet we say nothing of "
    "habits.",
    # -- intervals: reading doubt ------------------------------------------------------------------
    "interval": "where the share lies nine times in ten, given how sure the program is of each "
    "quote and speaker",
    "interval.ends": "between {low} and {high} nine times in ten",
    "interval.measured": "Dot: so many of 100; line: where that number lies nine times in ten.",
    "interval.voice": "Mark: our best reading. Line: {interval} (reading doubt). Would it hold for "
    "these outlets’ other articles (sampling doubt)? {sampling} Shares start at five quotes.",
    "interval.voice_figure": "Mark: the side’s share of the outlet’s quoted words. Line: "
    "{interval} (reading doubt). Shares start at five quotes. {sampling}",
    "own_estimates": "These are the program’s own estimates, not a count of its errors.",
    "check": "Please check",
    "no_score": "Nothing here scores or ranks an outlet.",
    "not_measured": "not measured, for want of marked news; take its numbers with more care",
    "not_measured.groups": "not measured; check what it puts together",
    "validated": "Line: where the number lies nine times in ten. In that news people left some "
    "mentions unmarked, so that the second number is rather too low.",
    "borrowed.names": "Counted on English news; what is said of {languages} borrows these numbers.",
    "borrowed": "How sure we are of quotes in {languages} is borrowed from English news: nobody "
    "has yet marked enough of it for us to count our errors.",
    # -- sampling doubt ----------------------------------------------------------------------------
    "sampling.one": "One article an outlet is too few to say; we start at ten.",
    "sampling.one_or_two": "One or two articles an outlet are too few to say; we start at ten.",
    "sampling.few": "Held by only {number} articles an outlet; we start at ten.",
    "sampling.few.mixed": "Held by {number} articles of an outlet at most; we start at ten.",
    "sampling.some": "{Number} articles an outlet are too few to say what is usual there; we start "
    "at ten.",
    "sampling.some.mixed": "The most that we have of an outlet, {number} articles, is too few to "
    "say what is usual there; we start at ten.",
    "sampling.many": "With ten articles an outlet or more it can be asked, for articles like "
    "these.",
    "sampling.many.mixed": "It can be asked of outlets with ten articles or more; of the others we "
    "have too few to say.",
    # -- own words, quoted words -------------------------------------------------------------------
    "own": "own words",
    "opinion": "opinion",
    "own.opinion": "own words, opinion",
    "quoted.by": "in a quote: {marker}{name}",
    "quoted.all": {"one": "in a quote", "other": "in quotes"},
    "quoted.some": {"one": "1 in a quote", "other": "{n} in quotes"},
    "quoted.counted": "Words in quotes are counted too, and said to be; headlines are not counted.",
    "quoted.languages": "Words of different languages stand beside each other, untranslated.",
    "quoted.figure": "Each word with the number of places where it stands, those in quotes "
    f"included and said to be; a bar marks a word that only one outlet uses. Not named: {_ABSENT}.",
    "in_quotes": "in quotes",
    "speaker_near": "a speaker near",
    "speaker_near.named": "near a quote of {names}",
    "no_speaker_near": "no speaker near",
    # -- only here ---------------------------------------------------------------------------------
    "only_here": "only here",
    "only_here.how": "“Only here”: no other outlet that we read in that language uses the word for "
    "it.",
    "only_here.alone": "With one outlet in {languages}, “only here” is not judged for it.",
    "only_here.word": "not printed by another outlet that we read",
    "elsewhere.word": {
        "one": "printed by 1 other outlet too",
        "other": "printed by {n} other outlets too",
    },
    "lone": {"one": "{things} is in one outlet only.", "other": "{things} are in one outlet only."},
    "lone.nothing": "no speaker and no particular",
    "lone.sentences": {
        "one": "1 sentence that may stand here only",
        "other": "{n} sentences that may stand here only",
    },
    "lone.sentences_how": "No similar sentence was found in the articles that we have from the "
    "others, and it names several things that they do not. It may be told there in other words.",
    "one_sided": "Number or name not found in {outlet}’s version: {things}.",
    # -- how many of them --------------------------------------------------------------------------
    "of_total": "{n} of {total}",
    "carried": "{carried} of {known}",
    "carried.words": "with {share} of their words",
    "carried.title": "{outlet}, what it carries of {side}",
    "place.headline": "In the headline",
    "place.lead": "In the lead",
    "place.first": "First quoted",
    "place.last": "Last quoted",
    "headlines.title": "Headlines that name {side}",
    "place.depth": "Top to end",
    # -- counted once ------------------------------------------------------------------------------
    "once.how": "Words that two articles print alike, in runs of six or more; a word that one of "
    "them changed does not break a run. Look here before comparing outlets: a shared text speaks "
    "once, not twice.",
    "once.read": "Read such articles as one telling.",
    # -- how to read a section ---------------------------------------------------------------------
    "how.all": "Utterances, names, numbers and dates that outlets give. A small dot means: "
    f"{_ABSENT}.",
    "caption.all": "What at least two outlets have. That several give the same number does not "
    "prove it; that one does not give it is no denial, and it may tell the same in other words.",
    "how.lone": "Speakers, names, numbers and dates found in one outlet, and not found in the "
    "articles that we have from the others. They may have printed them elsewhere.",
    "how.labels": "One row is one thing. The number counts the places where the outlet uses the "
    "word.",
    "how.marked": "Quote marks round a word or two that nobody is said to have spoken, and words "
    "such as “so-called”.",
    "caption.marked": "Marks can mean distance, irony, or simply “their word, not ours”. The "
    "program sees the marks, not the meaning.",
    "caption.same": "The fullest version is the longest that we have; the outlets may not have "
    "heard more than they print. Cutting is everyday work in a newsroom: open a row to see what "
    "was cut.",
    "how.fully": "Of what we know a side to have said about this event, how much each outlet "
    "carries. One mark is one utterance, filled where the outlet prints it.",
    "caption.fully": f"Hollow: {_ABSENT}. The share is of the fullest version’s words, where "
    "versions can be compared. A short article carries less than a long one.",
    "how.described": "Words that tell what a side is like, beside its name. Evidence to read, and "
    "no rate: the program finds the plain cases only.",
    "mark.utterance": "One mark is one utterance, filled where the outlet prints it.",
    "mark.verb": "One mark is one reporting verb.",
    "caption.prominence": "One mark is one article; of many, a number. Top to end: where a side’s "
    "quoted words lie on the whole. News usually puts what it holds most important first.",
    "caption.described": "Words in a quote are the speaker’s, not the outlet’s. What stands here "
    "is a part of what was written; a side without words here may be described all the same.",
    "title.absent": "Not found here",
    "how.apart": "Words that an outlet uses more or less often than the others of its language, in "
    "its own words, beyond what chance would do.",
    "caption.apart": "Whole articles were shuffled between outlets to see what chance alone would "
    "do. Uses in 1,000 words, here and in the others.",
    "nothing.apart": "No word sets one of these outlets apart beyond what chance alone would do.",
    "finding.apart": {
        "one": "{words} word stands out, in {outlets}.",
        "other": "{words} words stand out, in {outlets}.",
    },
    "too_few.outlets": "Of {outlets} we have fewer than ten articles: too few to say.",
    "terms.rates": "{rate} : {other}",
    "how.absent": "What most of the other outlets have and this one has not, in the articles that "
    "we have from it. It may be told there in other words, or on another day.",
    "caption.absent": "A short article has room for less, and an outlet may have printed elsewhere "
    "what these articles do not hold. Listed is what the program finds likely, 70% or more.",
    # -- findings ----------------------------------------------------------------------------------
    "finding.statement": "Not found in {articles}; in {n} of {total} outlets.",
    "finding.voice": "No quote of {speaker} found in {articles}; one or more in {n} of {total} "
    "outlets.",
    "finding.articles": {
        "one": "the article that we have from {outlet}",
        "other": "the {n} articles that we have from {outlet}",
    },
    "finding.quotes_otherwise": {
        "one": "{outlets} quotes {speaker} otherwise.",
        "other": "{outlets} quote {speaker} otherwise.",
    },
    "finding.names": {"one": "{outlets} names {speaker}.", "other": "{outlets} name {speaker}."},
    "finding.whole": {
        "one": "Of those that we have only {here} prints it all; {others} prints less.",
        "other": "Of those that we have only {here} prints it all; {others} print less.",
    },
    "finding.title.silent": "Left out in the middle, without a sign",
    "finding.note.silent": "Dots, or words in between, would show a reader that something is "
    "missing.",
    "finding.title.changed": "Other words inside the quote marks",
    "finding.note.changed": "Beside the fullest version; which of the two was said, we do not "
    "know.",
    "finding.title.two_in_one": "One quote here, two elsewhere",
    "finding.note.two_in_one": "Two statements run into one, or one that others interrupt.",
    "finding.title.again": "Said again, or on another occasion",
    "finding.note.again": "The same person and the same words, but place, day or manner differ, or "
    "a person said so.",
    "finding.title.other_speaker": "The same words under two names",
    "finding.note.other_speaker": "Two people may say the same; or one outlet has it from somebody "
    "else.",
    "finding.title.whole": "Whole in one outlet only",
    "finding.note.whole": "Everybody else that we have cuts it, changes it or retells it.",
    "finding.title.voices": "Voices that most outlets have, not found in one",
    "finding.note.voices": "Quoted in three outlets at least and in more than half.",
    "finding.title.statements": "Statements that most outlets have, not found in one",
    "finding.note.statements": "Reported by three outlets at least and by more than half.",
    "finding.title.maybe": "Perhaps told in other words",
    "finding.note.maybe": "Not found either; but these outlets quote or name the speaker, and a "
    "quarter of such findings was wrong when we counted.",
    "finding.alike": "Where outlets name the same thing in one language, they name it with the "
    "same word.",
    "finding.described": {
        "one": "{places} word describes a side, in {outlets}.",
        "other": "{places} words describe a side, in {outlets}.",
    },
    "finding.fully": "Of what {side} said, {outlet} carries most: {carried} of {known} utterances.",
    "finding.absent": {
        "one": "{things} that most outlets have was not found in the articles that we have from "
        "one or more of the others.",
        "other": "{things} that most outlets have were not found in the articles that we have from "
        "one or more of the others.",
    },
    "absent.voices": {"one": "{number} voice", "other": "{number} voices"},
    "absent.statements": {"one": "{number} statement", "other": "{number} statements"},
    "absent.concepts": {"one": "{number} thing", "other": "{number} things"},
    "finding.absent.voice": "No quote found in {articles}; one or more in {others}.",
    "finding.absent.utterance": "Not found in {articles}; in {others}.",
    "finding.absent.concept": "No name for it found in {articles}; in {others}.",
    "others.some": "{n} of the {total} other outlets",
    "others.all": "all of the {total} other outlets",
    "finding.title.concepts": "Things that most outlets name, not found in one",
    "finding.note.concepts": "Named in most of the other outlets. It may be told of here in words "
    "that the event’s file does not list.",
    "silent": "words left out here without a sign",
    "cut.head": "at the beginning",
    "cut.inner marked": "in the middle",
    "cut.inner silent": "in the middle, without a sign",
    "cut.tail": "at the end",
}
