"""What sidelight knows about a language, as data: one file a language.

Everything that reads text asks a `Language` instead of holding words of its own, so that adding
a language is adding one file here, and so that a pupil who disagrees with a word's class can
change it in one place. A file is named after its code (``pt.py``), binds its language to
``LANGUAGE``, and is found by its name; ``docs/adding-a-language.md`` shows the way. Each file says
in the same order: the reporting verbs by class, the cues without a verb, how a verb is told from
a noun, pronouns, titles, bodies, documents, names, numbers.

Classes of reporting verbs: neutral (said), affirm (explained), argue, doubt (claimed), concede
(admitted), caution (warned), commit (promised), conflict (accused), deny, praise, manner (joked).
They describe a choice of word, never a fault.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module

from toolkit.errors import UsageError

VERB_CLASSES = (
    "neutral", "affirm", "argue", "doubt", "concede", "caution", "commit", "conflict", "deny",
    "praise", "manner",
)  # fmt: skip
#: How long ago something was said, as far as a reporter's words tell.
LAGS = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb; a `weak` one counts only beside quote marks or a that-clause."""

    lemma: str
    verb_class: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Gender (m, f or None) and number (s, p) of a pronoun that may be a source."""

    gender: str | None
    number: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """The words of one language that the reading of quotes and names needs.

    A field without a default must be filled; one with a default is a fact that not every language
    has (only English says "didn't", only some drop the subject). Words are in lower case unless
    the line says otherwise; the examples are English or Spanish.
    """

    #: The code of two letters, which is the name of the file too, and the name in English.
    code: str
    name: str
    #: The commonest little words that its neighbours hardly use, which tell it from them.
    little_words: frozenset[str]
    #: The marks in which its newspapers print what is said.
    marks: tuple[str, str] = ("“", "”")

    # -- what ties words to a source ----------------------------------------------------------
    #: Every inflected form of a reporting verb (spaces inside) to its verb; see `verb_table`.
    verbs: Mapping[str, Verb]
    #: Cues without a verb that stand before their source: "according to", "según".
    according: frozenset[str]
    #: The word that opens a reported clause: "that", "que".
    that: frozenset[str]
    #: Whether that word counts as part of what was said (so in PolNeAR, for English).
    keeps_that: bool = False
    #: Words that join a second report to a first ("dijo que… y pidió que…") and phrases that after
    #: a comma lead back from what was said to the outlet's own words (", en alusión a…").
    joining: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    #: Whether it may be left out: "she said the works would close".
    omits_that: bool = False
    #: Lemmas with a hearer between verb and clause: "told the council the works would close".
    told_first: frozenset[str] = frozenset()
    #: Words after a verb with which no reported clause begins: "asked not to be named".
    no_content: frozenset[str] = frozenset()
    #: Lemmas whose object stands where a speaker could: "told the Gazette", "…, warned Falk".
    addressing: frozenset[str] = frozenset()
    #: What stands before a hearer between verb and infinitive: "pidió a los vecinos no salir".
    hearer: frozenset[str] = frozenset()
    #: Whether a verb may lack its subject («…», añadió), and stand before it («…», dijo la edil).
    drops_subjects: bool = False
    verb_before_subject: bool = False
    #: Whether a paragraph that opens with a dash is speech without marks (—Vendré —dijo ella).
    dash_dialogue: bool = False
    #: Whether its dashes stand free: “Fico — disse ela — até o fim”; else they cling, as in —dijo—.
    spaced_dashes: bool = False

    # -- when a verb form is a verb, and says something ---------------------------------------
    #: Whether endings tell person and tense, so that few forms can be nouns; then only clitics,
    #: participles and infinitives need a look, and `also_nouns` and the like are not asked.
    inflected: bool = False
    #: Endings of the infinitive ("ar", "arse"), and infinitives too short for them.
    infinitive_endings: tuple[str, ...] = ()
    short_infinitives: frozenset[str] = frozenset()
    #: What stands before an infinitive ("to"), and before that where its subject is the
    #: sentence's: "so far as to call".
    infinitive_marks: frozenset[str] = frozenset()
    before_infinitives: frozenset[str] = frozenset()
    #: Words after which a noun of the lists is a verb: "will report", "to head".
    verb_follows: frozenset[str] = frozenset()
    #: Endings of the gerund (", adding"), of the past of verbs that no list has ("barked"), and of
    #: the participle ("reported").
    gerund_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    #: Forms of "have" before a participle that is an act of speech ("ha dicho"), where `inflected`.
    have: frozenset[str] = frozenset()
    #: Forms of "be" that make it a passive, and what names the speaker then: "by".
    be: frozenset[str] = frozenset()
    agents: frozenset[str]
    #: Pronouns between subject and verb, some of them articles too: "lo", "le", "se".
    clitics: frozenset[str] = frozenset()
    #: Endings of verb forms that are nouns after such an article: "la cuenta".
    noun_endings: tuple[str, ...] = ()
    #: The pronoun that with these lemmas names nobody: "se dice que".
    impersonal_pronouns: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    #: Verb forms that are nouns as often ("claim"), those that are so at the start of a paragraph,
    #: and those that are never a noun, whatever stands before ("said").
    also_nouns: frozenset[str] = frozenset()
    opening_nouns: frozenset[str] = frozenset()
    sure_forms: frozenset[str] = frozenset()
    #: Prepositions after which a form may still be a verb: "after saying".
    verbal_prepositions: frozenset[str] = frozenset()
    #: Words that turn a verb round ("not"), also as endings ("n't").
    negations: frozenset[str]
    negative_endings: tuple[str, ...] = ()
    #: Auxiliaries that carry a negation some words on: "did not immediately respond".
    negated_auxiliaries: frozenset[str] = frozenset()
    #: Words before a verb after which nothing was said ("declined to say"), and those that need a
    #: negation for it ("no quiso responder").
    refusals: frozenset[str]
    unwilling: frozenset[str] = frozenset()

    # -- who may be speaking ------------------------------------------------------------------
    pronouns: Mapping[str, Pronoun]
    #: Pronouns of a speaker or hearer, who is not to be looked for among the people named.
    interlocutors: frozenset[str] = frozenset()
    #: Pronouns that right after a verb are no subject: "told her"; those that never are one.
    objects: frozenset[str] = frozenset()
    never_subjects: frozenset[str] = frozenset()
    #: As printed, with their capital and point: "Mr.", "doña".
    honorifics: Mapping[str, str | None]
    #: Titles and trades with the gender that the word shows; None where it shows none.
    roles: Mapping[str, str | None]
    #: Endings of further roles: "ist", "óloga".
    role_endings: tuple[str, ...]
    bodies: frozenset[str]
    groups: frozenset[str]
    documents: frozenset[str]
    #: Roles and documents through which somebody else speaks: "spokeswoman", "letter".
    speaks_for: frozenset[str]
    #: What stands between such a word and who it speaks for: "of", "for"; also as its neighbours
    #: print it, since the names of offices are not always translated.
    behalf: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessives: frozenset[str]
    #: Articles that show a gender: "la" is f.
    article_genders: Mapping[str, str] = field(default_factory=dict)
    #: Prepositions that hold a definite article: "do" in Portuguese; a role after one is definite.
    fused_articles: frozenset[str] = frozenset()
    prepositions: frozenset[str]
    #: Small words inside a name: "de", "van"; where they are an "and" too, see `and_words`.
    particles: frozenset[str]
    and_words: frozenset[str]
    or_words: frozenset[str] = frozenset()
    #: What ties a role to a body ("director of the works"); those that say whose alone ("of").
    linking: frozenset[str]
    genitives: frozenset[str]
    #: Whether a name may stand before a role as its owner: "Alder Salt spokeswoman Ida Falk".
    names_modify: bool = False
    #: Endings of adjectives that follow their noun: "secretaria general".
    adjective_endings: tuple[str, ...] = ()
    #: Roles or bodies that need no article to speak ("police said"), words in -s that are not
    #: plural ("boss"), and plurals without -s ("people").
    bare_subjects: frozenset[str] = frozenset()
    singular_in_s: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    #: How nouns make a plural other than by -s: the ending and what it becomes, without accents.
    plural_rules: Mapping[str, str] = field(default_factory=dict)
    #: Endings of nouns to those of their other numbers and genders ("er" is "ers" too), and of verbs
    #: in the form in which an event lists them to those of their other forms; without accents, the
    #: longest that fits. Forms that no rule gives, a verb's under its bare form.
    noun_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verb_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    irregular_forms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Verbs whose every form means what the bare form does, where an event lists it alone: "close".
    acts: frozenset[str] = frozenset()
    #: Whether an adjective follows its noun and agrees with it: "bloqueos ilegales".
    adjectives_follow: bool = False
    #: Adjectives and nouns that belong to the label of the noun beside them ("secret trip"), and
    #: endings of more of them; without accents.
    modifiers: frozenset[str] = frozenset()
    modifier_endings: tuple[str, ...] = ()
    #: Words that with a person's name beside them name something else: "the Vale family".
    after_names: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    #: Words before a role or name that keep it another's: "former", "deputy".
    other_holders: frozenset[str] = frozenset()
    #: Words that set one of two namesakes apart from the one just named: "the other Ruiz".
    the_other: frozenset[str] = frozenset()
    #: Words that open a sentence right before a name and are no part of it: "Whatever", "Amid".
    before_subjects: frozenset[str] = frozenset()
    #: What stands between a deal or a meeting and whose it is: "with", "entre".
    partnering: frozenset[str] = frozenset()
    #: Words for the whole of something before its article: "all".
    all_of: frozenset[str] = frozenset()
    #: People of a country or body whose label takes in its name: "U.S. officials".
    people_of: frozenset[str] = frozenset()
    relatives: frozenset[str]
    #: Those of them that only follow a person: "who", "quien".
    who: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]

    # -- names --------------------------------------------------------------------------------
    #: First names of one gender, "m" or "f"; leave out those that both bear, and surnames.
    first_names: Mapping[str, str]
    #: Words that begin a sentence with a capital and are no name: "The", "Monday".
    not_names: frozenset[str]
    #: Words of places; those of them that stand in the names of streets, rivers and the like.
    places: frozenset[str]
    place_nouns: frozenset[str]
    #: Words before a name that make it the rest of a longer one: "Center for Ana Ruiz".
    rest_of_name: frozenset[str]

    # -- marks that quote nobody --------------------------------------------------------------
    works: frozenset[str]
    so_called: frozenset[str]
    known_as: frozenset[str]
    #: Prepositions before what something is called: "described as “…”".
    likening: frozenset[str] = frozenset()

    # -- words and numbers, as they are compared ----------------------------------------------
    stop_words: frozenset[str]
    #: As printed, with their points; and those of them that may end a sentence ("U.S.").
    abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str] = frozenset()
    #: Endings and whole words that are short for two: "'ll" is will, "can't" is can not, "%" per cent.
    contractions: Mapping[str, str] = field(default_factory=dict)
    contracted: Mapping[str, str] = field(default_factory=dict)
    #: What an ending is short for as well: "'d" is had, "'s" has.
    also_short_for: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Spellings of one country, as patterns of a whole word, and what another has: "-our" is "-or".
    spellings: Mapping[str, str] = field(default_factory=dict)
    #: Words after which "'s" is short for "is".
    is_before_s: frozenset[str] = frozenset()
    months: tuple[str, ...]
    number_words: Mapping[str, int]
    #: What stands before "hundred" where it means one hundred: "a", "one".
    one_hundred: frozenset[str] = frozenset()
    #: What joins tens and units: "treinta y dos".
    number_joiners: frozenset[str] = frozenset()
    #: Whether a comma stands before decimals and a point between thousands.
    decimal_comma: bool = False
    #: Nouns that a number counts, without accents, under the English word by which they are filed.
    units: Mapping[str, str]
    #: "million", "millones", under the English word.
    scales: Mapping[str, str]
    #: Words that make a number rough, without accents; those between a number and its noun.
    roughly: frozenset[str]
    between_number_and_noun: frozenset[str]
    #: Of those words, without accents, the ones that say that it is more, or less: "over", "casi".
    more_than: frozenset[str] = frozenset()
    less_than: frozenset[str] = frozenset()
    #: What a number word before it is multiplied by ("hundred", "mil"), and words for hundreds that
    #: are added to ("doscientos"); without accents.
    multipliers: Mapping[str, int] = field(default_factory=dict)
    hundreds: Mapping[str, int] = field(default_factory=dict)
    #: The article that stands for one before them: "a" in "a hundred".
    one_articles: frozenset[str] = frozenset()
    #: Nouns for so many, and roughly at that: "dozen", "veintena"; without accents.
    collectives: Mapping[str, int] = field(default_factory=dict)
    #: Parts of a whole before "of", without accents, under the English words: "la mitad" is "half".
    fractions: Mapping[str, str] = field(default_factory=dict)
    #: What follows the years of an age, without accents: "old"; and what comes before them: "aged".
    age_after: frozenset[str] = frozenset()
    age_before: frozenset[str] = frozenset()
    #: Whether months are written with a small letter; and their short forms without points.
    small_months: bool = False
    short_months: Mapping[str, int] = field(default_factory=dict)
    #: Words that put a weekday ahead, and endings of verbs that do: "cerrará".
    ahead: frozenset[str] = frozenset()
    future_endings: tuple[str, ...] = ()
    #: Years told from that of printing: "last year" is -1.
    near_years: Mapping[str, int] = field(default_factory=dict)
    #: Words for hours ("noon"), and what follows an hour before and after noon: "de la tarde".
    clock_words: Mapping[str, str] = field(default_factory=dict)
    forenoon: frozenset[str] = frozenset()
    afternoon: frozenset[str] = frozenset()
    #: What stands before an hour that is written with a point or as a bare figure: "at", "a las".
    before_hours: frozenset[str] = frozenset()
    #: Countries, regions and cities, and who or what belongs to them, each without accents under
    #: the English name of the place; see `gazetteer`.
    known_places: Mapping[str, str] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    #: Prepositions behind which a name is nearly always a place's: "in", and not "to" or "from".
    places_after: frozenset[str] = frozenset()
    #: Words with which the name of a place begins: "San", "Port"; without accents.
    place_openings: frozenset[str] = frozenset()
    #: First names, without accents, under the one that they are short for: "mike" is "michael".
    nicknames: Mapping[str, str] = field(default_factory=dict)
    #: Words that make a name a body's, and elsewhere name no body: "News", "Guardia"; no accents.
    body_names: frozenset[str] = frozenset()
    #: What ties the rest of its name to it: "of", "on".
    body_links: frozenset[str] = frozenset()
    #: Words in capitals that name nobody: "CEO", "TV".
    not_acronyms: frozenset[str] = frozenset()
    #: What opens a line that says who worked on an article: "Editing by".
    credits: frozenset[str] = frozenset()

    # -- where a text came from ---------------------------------------------------------------
    #: What stands before and behind whom a text is credited to: "with files from", "contributed
    #: to this report"; what says that it stood elsewhere first: "first published by"; what names
    #: agencies without a name: "wire reports"; what names the paper's own people: "Redacción".
    credit_openers: frozenset[str] = frozenset()
    republished: frozenset[str] = frozenset()
    credit_closers: frozenset[str] = frozenset()
    unnamed_agencies: frozenset[str] = frozenset()
    own_staff: frozenset[str] = frozenset()
    #: Documents that newsrooms hand on word for word, marks or no marks: "press release".
    releases: frozenset[str] = frozenset()
    #: What opens a caption's credit, which is no credit for the text: "photo".
    pictures: frozenset[str] = frozenset()
    #: What opens a line that is the site's and not the story's: "sign up", "read more".
    site_lines: frozenset[str] = frozenset()

    # -- what is and is not said --------------------------------------------------------------
    #: Nouns for words as words: "the phrase “…”".
    wordings: frozenset[str] = frozenset()
    #: "para" in "para el gremio, el plan es «humo»", and forms of "to be", which that needs.
    opinion: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    #: Lemmas whose content begins with "si", and that word.
    asking: frozenset[str] = frozenset()
    whether: frozenset[str] = frozenset()
    #: What is said without a clause: "said yes".
    answers: frozenset[str] = frozenset()
    #: Subjects of whom nothing was said: "nadie confirmó".
    nobody: frozenset[str] = frozenset()
    #: What opens a question in an interview, as printed, to what opens its answer: "Q" to "A".
    asks: Mapping[str, str] = field(default_factory=dict)

    # -- when and in which form something was said ---------------------------------------------
    #: The days of the week, Monday first.
    weekdays: tuple[str, ...] = ()
    #: Days told from the day of printing, by how many days on: "yesterday" is -1.
    near_days: Mapping[str, int] = field(default_factory=dict)
    #: Phrases that tell how long ago, with the class of `LAGS`: "last year", "hace un mes".
    lags: Mapping[str, str] = field(default_factory=dict)
    #: Words for the form in which something is said, with the form: "tweeted" is a post.
    occasions: Mapping[str, str] = field(default_factory=dict)

    # -- who is meant -------------------------------------------------------------------------
    #: Roles by the short form of a title, without its point: "sen" is a senator.
    short_titles: Mapping[str, str] = field(default_factory=dict)
    #: Roles by another word for the same office or calling: "el regidor" is an "alcalde".
    same_roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Words that may stand for any body named before: "la entidad", "la empresa".
    any_body: frozenset[str] = frozenset()
    #: Pronouns that before a noun only point at it: "este" in "este diario".
    demonstratives: frozenset[str] = frozenset()
    #: Words that tie a description to whom it describes: "is", "as".
    copulas: frozenset[str] = frozenset()
    #: Words with which a clause begins whose subject may follow: "when", "because", "that".
    clause_openers: frozenset[str] = frozenset()
    #: Prepositions that a place stands behind more often than a person: "in", "from".
    locative: frozenset[str] = frozenset()
    #: Words that bring in somebody new: "one adviser", "a partner".
    introducing: frozenset[str] = frozenset()
    #: Forms of verbs by which somebody makes a document his own: "sent", "signed".
    issuing: frozenset[str] = frozenset()
    #: Documents that say what their maker says ("statement"), not what they found ("report").
    own_words: frozenset[str] = frozenset()
    #: Forms that name whose words are passed on: "the agency said, quoting Mr. Roth"; and what
    #: must follow those that are no gerund: "quoted him as saying".
    relays: frozenset[str] = frozenset()
    relayed_as: frozenset[str] = frozenset()

    # -- words that set a telling apart -------------------------------------------------------
    #: Verbs that introduce speech and are too seldom cues to look for ("lambaste", "call on"): only
    #: their class is asked where a quote was found by other signs; every form, as in `verbs`.
    seldom_verbs: Mapping[str, Verb] = field(default_factory=dict)
    #: Lemmas that only carry a telling verb: "issued a statement condemning", "continued to warn".
    carrying: frozenset[str] = frozenset()
    #: Words right before a verb of speech that leave it unsaid ("would argue"); those that do so
    #: some words before an infinitive ("quiere pedir"), or, where a mark shows the infinitive, the
    #: few before which it was said all the same ("continued to insist").
    unsaid: frozenset[str] = frozenset()
    unsaid_infinitive: frozenset[str] = frozenset()
    said_infinitive: frozenset[str] = frozenset()
    #: Lemmas that before an infinitive are acts ("agreed to share"); that tell of a feeling or a
    #: finding unless "that" or marks follow ("accepted"); that persons do without words ("show");
    #: and what after a verb means that nothing was said ("proposed nothing").
    done: frozenset[str] = frozenset()
    felt: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    #: Adjectives by which a text judges somebody, or takes a stand on what they are, each form
    #: with the one it is filed under: "combativas" with "combativo". Not what anybody could look
    #: up ("local", "former", an age, a nation); endings and beginnings of compounds that judge as
    #: well: "cash-strapped", "pro-business".
    judging: Mapping[str, str] = field(default_factory=dict)
    judging_endings: tuple[str, ...] = ()
    judging_openings: tuple[str, ...] = ()
    #: Those of them that tell a mood, and therefore may stand behind "is" though they look like
    #: what was done to somebody ("was outraged"); those that are verbs too ("to calm residents").
    moods: frozenset[str] = frozenset()
    #: Those of them that before a noun are something else ("presidential hopeful").
    moods_only: frozenset[str] = frozenset()
    verbs_too: frozenset[str] = frozenset()
    #: Nouns that judge whom they name, in the same way: "firebrand", "magnates" with "magnate".
    epithets: Mapping[str, str] = field(default_factory=dict)
    #: Trades that are seldom named as speakers and stand in no other list: "negotiator".
    trades: frozenset[str] = frozenset()
    #: Words that may stand between such a word and its noun and say nothing here: "former"; and
    #: words that make it stronger or weaker: "very".
    plain_modifiers: frozenset[str] = frozenset()
    intensifiers: frozenset[str] = frozenset()
    #: Words before an office that was: "former"; and beginnings of the word itself: "exalcaldesa".
    once: frozenset[str] = frozenset()
    once_openings: tuple[str, ...] = ()
    #: Verbs behind which an adjective says what the subject is or seems: "is", "se mostró"; and
    #: what may stand before them: "has been".
    seeming: frozenset[str] = frozenset()
    #: Verbs by which somebody is called something ("branded"), and what may follow the name: "as".
    calling: frozenset[str] = frozenset()
    called_as: frozenset[str] = frozenset()
    #: Words that open a clause of which nobody says that it is so: "if".
    conditions: frozenset[str] = frozenset()
    #: Forms of verbs of which no other list knows, right behind a name: "went", "hizo".
    told_of: frozenset[str] = frozenset()
    #: Words before a noun that hold it at arm's length: "so-called", "presuntas" with "presunto";
    #: those that need an article before them, being verbs or nouns as well: "alleged".
    at_arms_length: Mapping[str, str] = field(default_factory=dict)
    after_article: frozenset[str] = frozenset()
    #: Those of them that name a thing or are a noun before an adjective: "la llamada telefónica".
    named_so: frozenset[str] = frozenset()
    #: Phrases by which an outlet leaves open whether something is so, with their lemma; those that
    #: need a verb next ("is said to"); adjectives of that kind ("apparent"); and auxiliaries before
    #: a participle ("habría vendido") with the words that make them a mere "would".
    hedges: Mapping[str, str] = field(default_factory=dict)
    hedged_verbs: Mapping[str, str] = field(default_factory=dict)
    #: Phrases that hedge where a pause follows: "the union, it is claimed, paid".
    hedging_asides: Mapping[str, str] = field(default_factory=dict)
    hedging_adjectives: Mapping[str, str] = field(default_factory=dict)
    rumours: frozenset[str] = frozenset()
    no_rumour: frozenset[str] = frozenset()
    # -- what things are called ---------------------------------------------------------------
    #: Frequent words that stand in no noun phrase: verb forms that report nothing, adverbs; further
    #: endings of finite verbs where `inflected` ("ieron"); forms that may be a noun as well ("halt").
    outside_phrases: frozenset[str] = frozenset()
    finite_endings: tuple[str, ...] = ()
    noun_verbs: frozenset[str] = frozenset()
    #: Prepositions, besides `linking`, by which a noun phrase goes on: "a ban on", "an end to";
    #: what stands between a verb and its noun: "apply for", "give up".
    grows_by: frozenset[str] = frozenset()
    deed_links: frozenset[str] = frozenset()


def words_of(text: str) -> frozenset[str]:
    """A frozen set of the words in a block of text, so that word lists stay readable."""
    return frozenset(text.split())


def lines_of(text: str) -> frozenset[str]:
    """A frozen set of phrases, which a bar or the end of a line parts.

    >>> sorted(lines_of("sign up | read more | subscribe"))
    ['read more', 'sign up', 'subscribe']
    """
    phrases = (" ".join(part.split()) for part in re.split(r"[|\n]", text))
    return frozenset(phrase for phrase in phrases if phrase)


def gendered(masculine: str = "", feminine: str = "", either: str = "") -> dict[str, str | None]:
    """A mapping of words to their gender."""
    table: dict[str, str | None] = dict.fromkeys(either.split())
    table |= dict.fromkeys(masculine.split(), "m")
    return table | dict.fromkeys(feminine.split(), "f")


def verb_table(
    forms_of: Iterable[tuple[str, Iterable[str]]], classes: Mapping[str, str], weak: frozenset[str]
) -> dict[str, Verb]:
    """Every inflected form to its verb; `classes` maps a class to its lemmas in one string."""
    class_of = {
        lemma.replace("_", " "): name
        for name, lemmas in classes.items()
        for lemma in lemmas.split()
    }
    table: dict[str, Verb] = {}
    for lemma, forms in forms_of:
        verb = Verb(lemma, class_of[lemma], lemma in weak)
        for form in forms:
            table.setdefault(form, verb)
    return table


def grouped(groups: str) -> dict[str, frozenset[str]]:
    """Every word to the others of its groups, one group a line.

    >>> sorted(grouped("mayor alderman\\nmayor provost")["mayor"])
    ['alderman', 'provost']
    """
    table: dict[str, frozenset[str]] = {}
    for group in map(words_of, groups.splitlines()):
        for word in group:
            table[word] = table.get(word, frozenset()) | (group - {word})
    return table


def filed_under(nouns_of: Mapping[str, str]) -> dict[str, str]:
    """Every noun to the word under which it is filed, from blocks of nouns.

    >>> filed_under({"metres": "metro metros"})
    {'metro': 'metres', 'metros': 'metres'}
    """
    return {noun: unit for unit, nouns in nouns_of.items() for noun in nouns.split()}


def gazetteer(block: str) -> tuple[dict[str, str], dict[str, str]]:
    """Names of places, and of who belongs to them, under the English name; one place a line.

    >>> names, people = gazetteer("Spain = espana | espanol espanola\\nParis = paris")
    >>> names["espana"], people["espanola"], names["paris"]
    ('Spain', 'Spain', 'Paris')
    """
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    for line in filter(None, map(str.strip, block.splitlines())):
        place, _, told = line.partition(" = ")
        called, _, belonging = told.partition("|")
        names |= {name.strip(): place for name in called.split(",") if name.strip()}
        people |= {word.replace("_", " "): place for word in belonging.split()}
    return names, people


def phrases_under(phrases_of: Mapping[str, str]) -> dict[str, str]:
    """Every phrase to the word under which it is filed, from lists parted by commas.

    >>> phrases_under({"week": "last week, days ago"})
    {'last week': 'week', 'days ago': 'week'}
    """
    return {
        " ".join(phrase.split()): name
        for name, phrases in phrases_of.items()
        for phrase in phrases.split(",")
    }


@lru_cache(maxsize=1)
def language_codes() -> tuple[str, ...]:
    """The codes that have a file here, in alphabetical order; no file is read for it.

    >>> "en" in language_codes(), "xx" in language_codes()
    (True, False)
    """
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def is_known(code: str) -> bool:
    """Whether there is a file for the language of a code.

    >>> is_known("es-MX"), is_known("xx")
    (True, False)
    """
    return plain_code(code) in language_codes()


def get_language(code: str) -> Language:
    """The language of a code such as "en" or "es-MX".

    >>> get_language("es-MX").name
    'Spanish'

    Raises UsageError for a language that has no file yet.
    """
    if not is_known(code):
        names = ", ".join(f"{c} ({_load(c).name})" for c in language_codes())
        raise UsageError(f"language '{code}': no file in toolkit/languages; there are {names}")
    return _load(plain_code(code))


def plain_code(code: str) -> str:
    """The language of a code without its region, which two outlets of one event may differ in.

    >>> plain_code("es-MX"), plain_code("en")
    ('es', 'en')
    """
    return code.split("-")[0].lower()


@lru_cache
def _load(code: str) -> Language:
    """The language of a file, read when it is first asked for."""
    language: Language = import_module(f"toolkit.languages.{code}").LANGUAGE
    return language
