"""English: the reporting verbs by class, cues, pronouns, titles, bodies, names.

Inflection is by rule with the irregular verbs listed, so that a new verb is one word in
`CLASSES`. British spellings stand beside American ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.languages import (
    Language,
    Pronoun,
    filed_under,
    gazetteer,
    gendered,
    lines_of,
    phrases_under,
    verb_table,
    words_of,
)

CLASSES = {
    "neutral": """say tell state write tweet add ask answer reply respond announce declare comment
        testify recall describe report post call continue read recount remark relate express
        inform conclude begin go_on issue mention estimate text email retort repeat speak learn
        hear indicate refer_to wonder quote assure""",
    "affirm": """explain note point_out reveal confirm disclose observe remind make_clear show
        stress emphasize emphasise reiterate clarify highlight underline underscore find
        recognise recognize""",
    "argue": """argue believe think predict hope propose reason opine recommend advise feel
        forecast suspect speculate worry consider guess""",
    "doubt": "claim allege purport maintain contend insist assert profess suggest imply hint",
    "concede": "acknowledge admit concede confess accept agree allow apologise apologize",
    "caution": "warn caution threaten fear",
    "commit": "vow pledge promise urge call_for demand order swear request plead beg",
    "conflict": """accuse slam blast lash_out attack criticize criticise denounce condemn rail rip
        mock taunt decry complain fire_back hit_back shoot_back boast brag lament counter charge brand
        shout yell scold blame protest scoff bemoan""",
    "deny": "deny dismiss reject dispute refute rebut",
    "praise": "praise hail welcome applaud defend laud",
    "manner": """quip joke muse gloat deadpan whisper exclaim sigh laugh chime_in chant cry shrug mutter
        murmur grumble snap venture reckon enthuse thunder growl groan bellow grin sniff""",
}

# Verbs of many meanings: a quotation mark or "that" must stand beside them.
WEAK = words_of(
    """call continue read describe show find feel begin attack charge counter mention express
    reject dismiss order rip think believe hope accept hear learn post consider defend hail
    welcome praise refer_to text email express show blame repeat mock allow fear speak quote
    report write consider recognise recognize estimate cry laugh sigh shrug snap venture grin sniff groan growl thunder go_on relate worry answer
    respond reply agree reason wonder guess indicate call_for demand request urge accuse
    criticize criticise denounce condemn recall remind laud applaud slam blast advise inform
    express suspect propose highlight underline underscore apologise apologize dispute deny
    refute conclude protest imply"""
) | {"refer to", "go on", "call for", "brand"}

IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "read": "reads read reading", "go_on": "goes_on went_on going_on gone_on",
    "make_clear": "makes_clear made_clear making_clear", "show": "shows showed shown showing",
    "think": "thinks thought thinking", "feel": "feels felt feeling", "find": "finds found finding",
    "begin": "begins began begun beginning", "speak": "speaks spoke spoken speaking",
    "learn": "learns learned learnt learning", "hear": "hears heard hearing",
    "swear": "swears swore sworn swearing", "admit": "admits admitted admitting",
    "shoot_back": "shoots_back shot_back shooting_back", "rip": "rips ripped ripping", "shrug": "shrugs shrugged shrugging",
    "snap": "snaps snapped snapping", "grin": "grins grinned grinning",
    "hit_back": "hits_back hit_back hitting_back", "slam": "slams slammed slamming",
    "forecast": "forecasts forecast forecasting", "quip": "quips quipped quipping",
    "refer_to": "refers_to referred_to referring_to", "brag": "brags bragged bragging",
    "rebut": "rebuts rebutted rebutting", "beg": "begs begged begging",
    "refute": "refutes refuted refuting", "plead": "pleads pleaded pled pleading",
    "call_for": "calls_for called_for calling_for", "point_out": "points_out pointed_out pointing_out",
    "chime_in": "chimes_in chimed_in chiming_in", "lash_out": "lashes_out lashed_out lashing_out",
    "fire_back": "fires_back fired_back firing_back",
    "make_it_clear": "makes_it_clear made_it_clear making_it_clear", "lay_out": "lays_out laid_out laying_out", "spell_out": "spells_out spelled_out spelt_out spelling_out",
    "speak_out": "speaks_out spoke_out spoken_out speaking_out",
    "weigh_in": "weighs_in weighed_in weighing_in", "talk_about": "talks_about talked_about talking_about",
    "call_on": "calls_on called_on calling_on", "call_out": "calls_out called_out calling_out",
    "take_aim": "takes_aim took_aim taking_aim", "push_back": "pushes_back pushed_back pushing_back",
    "push_for": "pushes_for pushed_for pushing_for", "press_for": "presses_for pressed_for pressing_for",
    "sound_the_alarm": "sounds_the_alarm sounded_the_alarm sounding_the_alarm",
    "foresee": "foresees foresaw foreseen foreseeing", "extol": "extols extolled extolling",
    "fret": "frets fretted fretting",
}  # fmt: skip


# Verbs that introduce speech too seldom to be looked for, by class.
SELDOM = {
    "neutral": """cite echo reference outline lay_out spell_out speak_out weigh_in discuss
        talk_about reflect""",
    "affirm": "illustrate demonstrate document detail make_it_clear",
    "argue": "theorize theorise envision foresee",
    "doubt": "portray posit",
    "caution": "fret sound_the_alarm",
    "commit": "call_on implore exhort encourage invite advocate petition push_for press_for",
    "conflict": """lambaste question ridicule deride excoriate chide chastise rebuke berate
        castigate vent needle call_out take_aim disparage malign bash jeer heckle deplore fault
        lambast lampoon savage sneer scorn trash vilify skewer object rant rage fume""",
    "deny": "push_back disavow repudiate rebuff disown debunk",
    "praise": "endorse tout congratulate thank commend extol celebrate compliment champion salute",
    "manner": "bark holler chuckle marvel gush intone stammer mumble rasp purr coo drawl",
}


def _inflect(lemma: str) -> Iterator[str]:
    yield lemma.replace("_", " ")
    if lemma in IRREGULAR:
        yield from (form.replace("_", " ") for form in IRREGULAR[lemma].split())
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith(("s", "sh", "ch", "x")):
        yield from (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")


_LEMMAS = [lemma for block in CLASSES.values() for lemma in block.split()]

MALE = """James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel
    Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald
    Edward Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon
    Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam
    Nathan Henry Douglas Zachary Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Noah
    Gerald Carl Arthur Lawrence Sean Austin Joe Bryan Bruce Ralph Roy Eugene Louis Philip
    Bobby Johnny Barack Mitt Bernie Ted Tim Mike Newt Rudy Bill Jeb Lindsey Rand Ben Chris Rick Reince
    Jim Tom Dan Steve Bob Ron Ken Greg Jeff Matt Tony Ed Vladimir Emmanuel Luis Carlos Juan Pedro
    Antonio Miguel Angel Manuel Francisco Javier Sergio Pablo Diego Tomás Marcos Simon Colin Graham
    Nigel Alan Ian Neil Stuart Gordon Malcolm Boris Keir Jeremy Martin Owen Hugh Oliver Leo Teo
    Abraham Adrian Albert Alejandro Alex Alfred Allan Andre Andres Andy Arnold Arturo Barry Bernard Bert
    Billy Brad Bradley Brendan Brent Brett Bruno Byron Calvin Carlo Cecil Cesar Chuck Claude Clarence
    Clayton Clifford Clint Clyde Conor Craig Curtis Damon Darrell Darren Dave David Dean Declan Derek
    Dominic Don Doug Duncan Dwight Eduardo Edgar Edwin Eli Elliot Elliott Elias Emil Enrique Eric Erik
    Ernest Ernesto Evan Felipe Felix Fernando Floyd Fred Frederick Gavin Geoffrey Gerard Gilbert Glenn
    Gonzalo Hans Harold Harry Harvey Hector Herbert Herman Howard Hubert Hugo Ibrahim Ignacio
    Irving Isaac Ivan Jake Jared Javier Jay Jeffrey Jerome Jesse Jimmy Joachim Joel Johannes Jon Jonah
    Jorge Josh Julian Julio Karl Keith Kenny Kirk Kurt Leon Leonard Lewis Lloyd Lorenzo Lucas Luke
    Luther Marc Marcus Mario Marty Marvin Mathew Maurice Max Melvin Merrick Michel Mick Milton
    Mitch Mohammed Mohamed Moses Murray Ned Neal Nick Nicolas Norman Oscar Otto Paulo Pedro Perry Phil
    Philippe Pierre Rafael Ralph Ramon Randy Raul Ray Ricardo Richie Roberto Rob Robbie Rod Rodney
    Rodrigo Roland Ruben Russ Salvador Sam Sanjay Seth Sid Sidney Stan Stanley Stefan Stephan
    Sylvester Terrence Theodore Theo Thom Tobias Todd Tommy Travis Trevor Ulysses Vernon Vicente
    Victor Vincent Wallace Warren Wayne Wendell Wesley Wilbur Willie Wolfgang Xavier Zach"""
FEMALE = """Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty
    Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie
    Dorothy Rebecca Sharon Laura Cynthia Amy Kathleen Angela Shirley Brenda Emma Anna Pamela Nicole
    Samantha Katherine Christine Helen Debra Rachel Carolyn Janet Maria Catherine Heather Diane
    Olivia Julie Joyce Victoria Ruth Virginia Lauren Kelly Christina Joan Evelyn Judith Andrea Hannah
    Megan Cheryl Jacqueline Martha Madison Teresa Gloria Sara Janice Ann Kathryn Abigail Sophia
    Frances Jean Alice Judy Isabella Julia Grace Amber Denise Danielle Marilyn Beverly Charlotte
    Natalie Theresa Diana Brittany Doris Kayla Alexis Lori Hillary Melania Ivanka Kellyanne Huma
    Donna Debbie Nikki Condoleezza Nancy Kate Anne Jane Sue Lucy Ida Ana Lena Marta Rosa Carmen Nora
    Elena Sofía Lucía Isabel Pilar Inés Kristi Sandra Fiona Heather Theresa Nicola
    Abby Ada Adele Agnes Alexandra Alicia Alison Allison Alma Amelia Amina Anita Annie Antonia Ariana Astrid Audrey Barbra Beatrice Becky Bella Bernadette Bertha Bessie Beth Betsy Bonnie Bridget
    Brooke Camila Candace Carla Carly Caroline Cathy Cecilia Celia Chloe Clara Claire
    Claudia Colleen Connie Corinne Cristina Deb Deirdre Delia Dolores Dora
    Edith Edna Eileen Elaine Eleanor Elisa Elise Eliza Ella Ellen Elsa Erica Erika Erin Esther Ethel Eva
    Fatima Felicia Freda Gail Gabriela Gertrude Gina Ginny Greta Gwen Harriet Heidi
    Helena Hilda Ilse Inga Ingrid Irene Irma Isabelle Jacqueline Jeanne Jen Jenna Jenny
    Jill Joanna Joanne Josephine Joy Juanita Judith Julianne Juliet Katie Kathy Katrina Kayla
    Kirsten Krista Kristen Kristin Lana Laila Leah Leila Leticia Lillian Lily Liz Lola Loretta Lorraine
    Louisa Louise Lucille Luisa Lydia Lynne Mabel Maggie Marcia Margarita Margot Marge Marian Marianne
    Marie Marjorie Marlene Matilda Maureen Mavis Maxine Maya Melanie Meredith Mildred
    Mindy Miranda Molly Mona Monica Muriel Myra Nadia Naomi Natasha Nell Nina Noelle Norma Olga
    Paige Patsy Patty Paula Paulette Peggy Penelope Phoebe Phyllis Polly Priscilla Rachael Ramona
    Renata Rita Roberta Rosalind Rosario Rosemary Roxanne Sabrina Sadie Sally Selena Selma Sheila
    Silvia Simone Sonia Sonya Stella Sylvia Tamara Tanya Tara Tess Tiffany Tina Ursula
    Valerie Vanessa Vera Veronica Vicki Vivian Wanda Wendy Wilma Winifred Yolanda Yvette Yvonne Zoe"""

PLACES = """
Afghanistan = afghanistan | afghan afghans
Albania = albania | albanian albanians
Algeria = algeria | algerian algerians
Argentina = argentina | argentine argentines argentinian
Armenia = armenia | armenian armenians
Australia = australia | australian australians
Austria = austria | austrian austrians
Azerbaijan = azerbaijan | azerbaijani
Bangladesh = bangladesh | bangladeshi
Belarus = belarus | belarusian belarusians
Belgium = belgium | belgian belgians
Bolivia = bolivia | bolivian bolivians
Bosnia = bosnia, bosnia and herzegovina | bosnian bosnians
Brazil = brazil | brazilian brazilians
Britain = britain, great britain, united kingdom, u.k., uk | british briton britons
Bulgaria = bulgaria | bulgarian bulgarians
Cambodia = cambodia | cambodian
Canada = canada | canadian canadians
Chile = chile | chilean chileans
China = china | chinese
Colombia = colombia | colombian colombians
Costa Rica = costa rica | costa_rican
Croatia = croatia | croatian croatians
Cuba = cuba | cuban cubans
Cyprus = cyprus | cypriot cypriots
Czech Republic = czech republic, czechia | czech czechs
Denmark = denmark | danish dane danes
Dominican Republic = dominican republic | dominican dominicans
Ecuador = ecuador | ecuadorean ecuadorian ecuadoreans
Egypt = egypt | egyptian egyptians
El Salvador = el salvador | salvadoran salvadorans
England = england | english
Estonia = estonia | estonian
Ethiopia = ethiopia | ethiopian ethiopians
Finland = finland | finnish finn finns
France = france | french frenchman frenchwoman
Germany = germany | german germans
Ghana = ghana | ghanaian
Greece = greece | greek greeks
Guatemala = guatemala | guatemalan guatemalans
Haiti = haiti | haitian haitians
Honduras = honduras | honduran hondurans
Hungary = hungary | hungarian hungarians
Iceland = iceland | icelandic
India = india | indian indians
Indonesia = indonesia | indonesian indonesians
Iran = iran | iranian iranians
Iraq = iraq | iraqi iraqis
Ireland = ireland | irish
Israel = israel | israeli israelis
Italy = italy | italian italians
Jamaica = jamaica | jamaican
Japan = japan | japanese
Jordan = | jordanian jordanians
Kazakhstan = kazakhstan | kazakh
Kenya = kenya | kenyan kenyans
Kuwait = kuwait | kuwaiti
Latvia = latvia | latvian
Lebanon = lebanon | lebanese
Libya = libya | libyan libyans
Lithuania = lithuania | lithuanian
Malaysia = malaysia | malaysian
Mexico = mexico | mexican mexicans
Mongolia = mongolia | mongolian
Morocco = morocco | moroccan moroccans
Mozambique = mozambique | mozambican
Netherlands = netherlands | dutch
New Zealand = new zealand | new_zealander new_zealanders
Nicaragua = nicaragua | nicaraguan nicaraguans
Nigeria = nigeria | nigerian nigerians
North Korea = north korea, dprk | north_korean north_koreans
Norway = norway | norwegian norwegians
Pakistan = pakistan | pakistani pakistanis
Panama = panama | panamanian
Paraguay = paraguay | paraguayan
Peru = peru | peruvian peruvians
Philippines = philippines | filipino filipinos philippine
Poland = poland | polish pole poles
Portugal = portugal | portuguese
Qatar = qatar | qatari
Romania = romania | romanian romanians
Russia = russia | russian russians
Saudi Arabia = saudi arabia | saudi saudis
Scotland = scotland | scottish scot scots
Senegal = senegal | senegalese
Serbia = serbia | serbian serbians
Singapore = singapore | singaporean
Slovakia = slovakia | slovak slovaks
Slovenia = slovenia | slovenian
Somalia = somalia | somali somalis
South Africa = south africa | south_african south_africans
South Korea = south korea, rok | south_korean south_koreans
Spain = spain | spanish spaniard spaniards
Sudan = sudan | sudanese
Sweden = sweden | swedish swede swedes
Switzerland = switzerland | swiss
Syria = syria | syrian syrians
Taiwan = taiwan | taiwanese
Thailand = thailand | thai thais
Tunisia = tunisia | tunisian
Turkey = turkey | turkish turk turks
Uganda = uganda | ugandan
Ukraine = ukraine | ukrainian ukrainians
United Arab Emirates = united arab emirates | emirati
United States = united states, united states of america, u.s., us, u.s.a., usa, america | american americans
Uruguay = uruguay | uruguayan
Venezuela = venezuela | venezuelan venezuelans
Vietnam = vietnam | vietnamese
Wales = wales | welsh
Yemen = yemen | yemeni
Zimbabwe = zimbabwe | zimbabwean
Africa = africa | african africans
Asia = asia | asian asians
Europe = europe | european europeans
Latin America = latin america | latin_american
Central America = central america | central_american central_americans
South America = south america | south_american
Middle East = middle east | middle_eastern
Catalonia = catalonia | catalan catalans
Andalusia = andalusia | andalusian
Galicia = galicia | galician
Basque Country = basque country | basque basques
Amsterdam = amsterdam
Athens = athens
Baghdad = baghdad
Barcelona = barcelona
Beijing = beijing
Beirut = beirut
Berlin = berlin
Bogota = bogota
Brussels = brussels
Budapest = budapest
Buenos Aires = buenos aires
Cairo = cairo
Caracas = caracas
Copenhagen = copenhagen
Damascus = damascus
Dublin = dublin
Edinburgh = edinburgh
Geneva = geneva
Havana = havana
Hong Kong = hong kong
Istanbul = istanbul
Jerusalem = jerusalem
Kabul = kabul
Kyiv = kyiv, kiev
Lisbon = lisbon
London = london | londoner londoners
Madrid = madrid
Manila = manila
Mexico City = mexico city
Montevideo = montevideo
Moscow = moscow
Mumbai = mumbai
New Delhi = new delhi, delhi
Oslo = oslo
Ottawa = ottawa
Paris = paris | parisian parisians
Prague = prague
Pyongyang = pyongyang
Quito = quito
Rome = rome
Santiago = santiago
Sao Paulo = sao paulo
Seoul = seoul
Seville = seville
Shanghai = shanghai
Stockholm = stockholm
Sydney = sydney
Tehran = tehran
Tel Aviv = tel aviv
Tokyo = tokyo
Vienna = vienna
Warsaw = warsaw
Zurich = zurich
Los Angeles = los angeles
New York = new york, new york city | new_yorker new_yorkers
San Francisco = san francisco
San Diego = san diego
Chicago = chicago
Miami = miami
Houston = houston
Boston = boston
Philadelphia = philadelphia
Atlanta = atlanta
Seattle = seattle
Alaska = alaska
Arizona = arizona
California = california | californian californians
Colorado = colorado
Connecticut = connecticut
Florida = florida
Hawaii = hawaii
Illinois = illinois
Indiana = indiana
Iowa = iowa
Kansas = kansas
Kentucky = kentucky
Louisiana = louisiana
Maryland = maryland
Massachusetts = massachusetts
Michigan = michigan
Minnesota = minnesota
Mississippi = mississippi
Missouri = missouri
Nebraska = nebraska
Nevada = nevada
New Jersey = new jersey
New Mexico = new mexico
North Carolina = north carolina
South Carolina = south carolina
Ohio = ohio
Oklahoma = oklahoma
Oregon = oregon
Pennsylvania = pennsylvania
Tennessee = tennessee
Texas = texas | texan texans
Utah = utah
Vermont = vermont
Wisconsin = wisconsin
Alabama = alabama
Arkansas = arkansas
Delaware = delaware
Idaho = idaho
Maine = maine
Montana = montana
New Hampshire = new hampshire
North Dakota = north dakota
South Dakota = south dakota
Rhode Island = rhode island
West Virginia = west virginia
Wyoming = wyoming
Puerto Rico = puerto rico | puerto_rican puerto_ricans
"""
KNOWN_PLACES, DEMONYMS = gazetteer(PLACES)

# Adjectives and participles by which a text judges somebody, or takes a stand on what they are. What
# anybody could look up (age, nation, party, "new", "former", "state-owned") is left out.
JUDGING = words_of(
    """
    abandoned abrasive abusive accident-prone accomplished acerbic acrimonious adamant
    admirable admired adored ageing aggressive aggrieved aging ailing alarmed aloof ambitious
    amiable amoral anarchic angry anguished annoyed anxious apologetic ardent arrogant
    articulate ashamed assertive assured astute audacious austere authoritarian authoritative
    autocratic avowed awesome awkward backward baffled bankrupt barbaric barmy battered
    battle-hardened battle-scarred beleaguered bellicose belligerent beloved benevolent berserk
    besieged bigoted bitter bizarre blameless bleeding-heart blinkered bloated bloodied
    bloodthirsty blundering blunt boastful bold bombastic booming boorish bossy bothersome
    brainy brash brave brazen brilliant brittle bruised brusque brutal bullish bullying
    bumbling bungling buoyant burly business-minded cagey calculating callous calm canny
    cantankerous careless caring cash-hungry cash-poor cash-rich cash-strapped cautious
    celebrated centrist chaotic charismatic charming chastened chastised cheeky cheerful
    clean-cut clear-eyed clear-headed clever clownish clueless clumsy cocky coercive cold
    cold-blooded colorful colossal colourful combative combustible communist compassionate
    competent complacent complicit compromised conceited conciliatory confident conflicted
    confrontational confused conservative consummate contemptuous contentious contrarian
    contrite controversial convincing cool-headed cornered corrupt cosy courageous courteous
    cowardly cozy crafty crazed crazy credible creepy crestfallen criminal crippled critical
    crooked crowd-pleasing crude cruel crumbling cunning cutthroat cynical daft dangerous
    daring dazzling deadlocked deadly debt-laden debt-ridden deceitful decent deceptive
    decisive dedicated deep-pocketed defeated defensive deferential defiant defunct dejected
    delighted delinquent delusional demagogic demanding demented demoralised demoralized
    deplorable deranged derided desperate despicable despised despondent despotic destitute
    determined detested devastated devious devoted devout dictatorial die-hard diehard
    dignified diligent diminished diplomatic dirty disappointed disastrous discontented
    discredited disgraced disgraceful disgruntled disgusted disgusting dishonest dishonorable
    dishonourable disillusioned disingenuous disloyal dismayed dismissive disorganised
    disorganized dissatisfied dissident distant distinguished distraught distressed distrustful
    disturbed divided divisive doctrinaire dodgy dogged dogmatic domineering doomed doting
    double-dealing doubtful dour dovish downcast downtrodden draconian dreadful dubious dull
    duplicitous dying dynamic dysfunctional eager earnest eccentric effective effete efficient
    effusive egotistical elegant elite elitist eloquent elusive embarrassed embattled
    embittered emboldened embroiled eminent emotional empty enduring energetic enigmatic
    enlightened enraged enterprising enthusiastic enviable envious erratic erudite esteemed
    ethical evasive even-handed even-tempered evil exasperated exasperating exemplary exhausted
    expansionist exploitative extraordinary extravagant extreme extremist exuberant fabled
    fading failed failing fair-minded faithful faltering famed famous fanatical far-left
    far-right far-sighted fascist fat-cat fawning feared fearless fearsome feckless feeble
    feisty ferocious fervent feuding fickle fierce fiery flagging flailing flamboyant flashy
    flawed flippant floundering flustered folksy foolhardy foolish forceful forgotten forlorn
    formidable forthright foul foul-mouthed fractious fractured fragile frail frank frantic
    fraudulent frenzied friendless friendly frightened frightening frivolous frugal frustrated
    fuming furious gaffe-prone gallant garrulous generous genial genocidal genteel gentle
    ghastly giddy gifted glamorous gleeful gloomy glum goofy gracious grateful grave great
    greedy green-minded grieving grim grizzled grotesque grovelling grubby gruff grumpy guarded
    guileless guilt-ridden guilty gullible gutless haphazard hapless hard-bitten hard-charging
    hard-headed hard-hit hard-left hard-line hard-nosed hard-pressed hard-right hard-up
    hard-working hardcore hardened hardline hardworking hardy harmless harried harsh hated
    hateful haughty hawkish headstrong heartbroken heartless heavy-handed heavyweight heedless
    hell-bent helpless hermit heroic hesitant hesitating hideous high-flying high-handed
    high-minded homophobic honest honorable honourable hopeful hopeless horrible horrified
    hostile hot-headed hot-tempered hotheaded hounded hubristic humble humbled humiliated
    humorless humourless hungry hypocritical hysterical ice-cool iconic icy idealistic idiotic
    idle ignorant ill-advised ill-equipped ill-fated ill-informed ill-prepared ill-tempered
    illegal illegitimate illustrious imaginative immoral impartial impassioned impassive
    impatient imperiled imperilled imperious impetuous implacable imposing impotent
    impoverished impressive imprudent impudent impulsive inattentive incandescent incendiary
    incensed incisive incoherent incompetent inconsistent incorruptible indebted indecisive
    indefatigable indifferent indignant indomitable ineffective ineffectual inefficient inept
    inexperienced infamous inflammatory inflexible influential infuriated ingenious inhumane
    innocent innovative insane insatiable inscrutable insecure insensitive insidious insolent
    insolvent inspirational inspired inspiring insular insurgent intelligent intemperate
    intense intimidating intolerant intractable intransigent intrepid inventive irascible irate
    irrational irresponsible irreverent irritated isolated isolationist jaded jealous
    jingoistic jittery jovial joyful joyous jubilant judicious jumpy kind-hearted knowledgeable
    lackadaisical lackluster lacklustre laconic laid-back lame lame-duck land-hungry
    languishing lascivious lauded lavish lawless lax lazy leaden leaderless leaking lecherous
    left-leaning left-wing leftist leftwing legendary lenient lethargic level-headed lewd
    liberal libertarian lightweight likable likeable lily-livered listless livid loathed
    loathsome lonely long-suffering long-winded loony loose-lipped loss-making loud
    loud-mouthed lovable low-key loyal lucky ludicrous lurid lying machiavellian macho mad
    magnanimous magnetic malevolent malicious malign maligned manic manipulative masterful
    maverick mealy-mouthed mean-spirited measured meddlesome meddling media-savvy mediocre meek
    megalomaniacal melancholic menacing mendacious mercenary merciless mercurial meticulous
    miffed mighty mild mild-mannered militant militaristic mischievous miserable miserly
    misguided misleading misogynist misogynistic mistaken mistrustful misunderstood moderate
    modest money-losing monolithic monstrous moody moralistic moribund motley much-criticised
    much-criticized much-derided much-feared much-loved much-maligned muddled murderous murky
    muscular mutinous mysterious naive narcissistic narrow-minded nasty nationalist
    nationalistic nativist naïve needy nefarious neglected neglectful neo-fascist neo-nazi
    neoconservative neoliberal nervous nervy nice nimble nimbler no-nonsense noble nonchalant
    nostalgic notorious oafish obedient obnoxious obscene obscure obsequious obsessed obsessive
    obstinate obstructive odious offensive officious old-fashioned one-dimensional opaque
    opportunist opportunistic oppressed oppressive optimistic ostracised ostracized
    out-of-touch outclassed outgunned outlandish outraged outrageous outspoken over-confident
    over-stretched overbearing overburdened overconfident overcrowded overly-cautious
    overmatched overpaid overpriced overstretched overwhelmed overworked overzealous pacifist
    pampered panicked panicking panicky paranoid partisan passionate paternalistic pathetic
    patient patriotic patronising patronizing peace-loving peaceful pedantic peevish penitent
    penniless penny-pinching pensive perfidious perplexed persecuted persistent persuasive
    pessimistic petty petulant philandering phlegmatic phoney phony pious pitiful pitiless
    plain-speaking plain-spoken pleased pliant plodding plucky poisonous polarising polarized
    polarizing polished polite pompous poor poorly-run popular populist posh powerful powerless
    pragmatic praiseworthy precarious predatory prejudiced prestigious presumptuous prickly
    prim principled privileged proactive profitable profligate progressive prolific prominent
    proud prudent pugnacious punctual puritanical pushy puzzled qualified quarrelsome
    quick-tempered quick-witted quiet quixotic rabid racist radical ragtag rambling rancorous
    rapacious rattled reactionary reactive rebellious recalcitrant reckless reclusive red-faced
    refined reform-minded reformist regretful relaxed relentless relieved reluctant remorseful
    renegade renowned repentant reprehensible repressive repugnant repulsive resentful
    resilient resolute resourceful respectable respected restive restless resurgent reticent
    retrograde revered reviled revolutionary rich ridiculed ridiculous right-leaning right-wing
    righteous rightist rightwing rigid robotic robust rogue romantic rotten rowdy rudderless
    rude ruinous rumpled ruthless sad sadistic sanctimonious sane sanguine sarcastic savage
    savvy scandal-hit scandal-plagued scandal-prone scandal-ridden scandal-tainted scandalous
    scared scathing sceptical scheming schismatic scholarly scornful scrappy scrupulous
    scurrilous seasoned secretive sectarian self-absorbed self-aggrandizing self-assured
    self-confident self-deprecating self-destructive self-effacing self-important
    self-indulgent self-interested self-made self-obsessed self-pitying self-regarding
    self-righteous self-satisfied self-serving selfish selfless senile sensational sensible
    separatist serene servile sexist shadowy shady shaken shaky shambolic shameful shameless
    sharp sharp-elbowed sharp-tongued shattered sheepish shell-shocked shifty shocked
    short-sighted short-tempered shortsighted shrewd shrill shunned shy sickening silly
    silver-haired silver-tongued simple-minded sincere sinister skeptical skilful skillful
    sleazy sleepy slick slippery sloppy sluggish sly small-minded smarmy smart smooth
    smooth-talking smug sneaky sneering snobbish sobbing sober socialist sociopathic
    soft-spoken somber sombre sophisticated sour spendthrift spiky spineless spirited spiteful
    splenetic sprightly squabbling stalwart star-struck star-studded starry-eyed statesmanlike
    staunch steadfast steady steely stern stiff stingy stoic stoical stony-faced
    straight-talking strait-laced stricken strident strong struggling stubborn studious
    stumbling stunned stupid sturdy stylish suave subdued submissive subservient subversive
    successful sulking sulky sullen superb supercilious superstitious supportive supremacist
    surging surly suspicious swaggering sworn sycophantic sympathetic taciturn tactful tactless
    tainted talented talkative tame tarnished tearful teary teetering temperamental tempestuous
    tenacious tense terrible terrific terrified terrifying terrorist testy tetchy theatrical
    thin-skinned thoughtful thoughtless thrifty thrilled thriving thuggish ticklish
    tight-fisted tight-knit tight-lipped timid timorous tin-eared tireless tiresome tone-deaf
    toothless top-heavy top-notch tortured totalitarian tough tough-talking toxic tragic
    traitorous transparent treacherous treasonous treasured tremendous trigger-happy
    triumphalist triumphant trivial troubled troublesome truculent trusted trustworthy trusty
    truthful turbulent two-faced tyrannical ubiquitous ultraconservative ultranationalist
    unaccountable unapologetic unashamed unassuming unbalanced unbeaten unbending unbowed
    unbroken uncaring uncharismatic uncompromising unconcerned unconventional unconvincing
    undaunted undemocratic underfunded underhand underpaid underperforming understaffed
    undeterred undiplomatic undisciplined undistinguished undocumented uneasy unelectable
    unelected unethical unfair unfaithful unfavorable unfavourable unfazed unfit unflappable
    unflinching unforgiving unfortunate unfriendly ungainly ungrateful unhappy unhelpful
    unhinged unimpressed uninformed uninspiring unkempt unlawful unlikable unlikeable unloved
    unlucky unmanageable unmoved unnerved unpaid unparalleled unpatriotic unpersuaded
    unperturbed unpleasant unpopular unpredictable unpresidential unprincipled unprofessional
    unprofitable unqualified unreasonable unrelenting unreliable unremarkable unremitting
    unrepentant unrivaled unrivalled unruffled unruly unsatisfied unsavory unsavoury
    unscrupulous unsentimental unserious unsettled unshakable unsmiling unsparing unstable
    unstinting unstoppable unsubtle unsuccessful unsuitable unsung unsure unsuspecting untested
    untiring untroubled untrustworthy unusual unwavering unwelcome unwieldy unwise unworldly
    unworthy unyielding upbeat uppity uproarious upset upstanding upstart urbane vacuous vain
    valiant valued vapid vaunted vehement venal venerable venerated vengeful venomous verbose
    vexed vicious victimised victimized vigilant vigorous vile vilified vindictive violent
    virtuous virulent visionary vitriolic vivacious vocal vociferous volatile voracious vulgar
    vulnerable war-torn warm warm-hearted warring wary wasteful watchful wavering wayward weak
    weak-willed weakened wealthy weary weather-beaten weird well-connected well-funded
    well-heeled well-intentioned well-liked well-loved well-meaning well-oiled well-organised
    well-organized well-regarded well-respected well-spoken whimsical wholesome wicked
    wide-eyed wild wily winsome wise wishy-washy witless witty wobbly woeful woefully-run
    wonderful wooden work-shy world-class world-weary worried worrisome worthy wounded wretched
    wrong wrong-headed xenophobic youthful zany zealous
    """
)
# Endings and beginnings of compounds that do: "cash-strapped", "pro-business".
JUDGING_ENDINGS = words_of(
    """
    -baiting -bashing -battered -bitten -blooded -crazed -driven -fingered -fisted -friendly
    -fueled -fuelled -handed -happy -hating -headed -hearted -hit -hungry -laden -looking
    -loving -making -mannered -minded -mongering -mouthed -obsessed -plagued -prone -racked
    -ridden -savvy -scarred -seeming -shy -sighted -skinned -slinging -sounding -spoken
    -starved -strapped -stricken -tainted -talking -tempered -thumping -tongued -toting -voiced
    -weary -willed -winning -worn -wracked
    """
)
JUDGING_OPENINGS = words_of("pro- anti- far- ultra- hyper- ill- over- arch- pseudo- fiercely-")
# Behind "was" these tell a mood; of others in -ed it would tell what was done to somebody.
MOODS = words_of(
    """
    alarmed annoyed ashamed baffled bigoted bruised charming confident conflicted
    confused convincing crestfallen critical deadlocked dejected delighted determined
    disappointed disgusted disillusioned dismayed disorganised disorganized dissatisfied
    divided downcast embarrassed embittered emboldened enraged exasperated exhausted flawed
    flustered frightened frustrated gifted guarded hopeful horrified humbled humiliated     incensed indebted infuriated irritated isolated jaded measured miffed misguided outraged
    panicked perplexed pleased polarized puzzled qualified rattled red-faced relaxed relieved
    scared shaken shocked sophisticated spirited stricken stunned subdued
    talented terrified thrilled tight-lipped unashamed unassuming uncaring uncompromising
    unconcerned unconvincing undaunted undeterred unfazed unflinching unforgiving unimpressed
    uninspiring unmoved unpersuaded unperturbed unqualified unrelenting unruffled unsatisfied
    unwavering unyielding upset weakened worried
    """
)
VERBS_TOO = words_of(
    """calm tame humble sober upset rival champion star pioneer mastermind shrill tense sour level slick
    clown bully troll hack pawn rebel welcome broke dogged worn hero better lame corrupt frank savage
    frustrate critic foe smooth warm dull grave sharp stiff steady blunt dirty empty mild quiet cool distant cocky idle lame secure"""
)
EPITHETS = words_of(
    """
    adversaries adversary aggressor agitator agitators allies ally amateur apologist
    apologists autocrat bigot billionaire billionaires bogeyman bullies bully chameleon
    champion charlatan clown communist confidant confidante confidants conman coward criminal
    criminals critic critics cronies crony crook crooks crusader cynic darling defender
    defenders demagogue despot despots devotee dictator dictators diehard diehards dinosaur
    dissident dissidents dynamo eccentric egomaniac enemies enemy enthusiast extremist
    extremists fanatic fanatics fascist fascists figurehead firebrand foe
    foes fraud fraudster gadfly genius giant goliath grandee guru hardliner hardliners
    heavyweight hero heroes heroine hothead hypocrite iconoclast idealist ideologue ideologues
    imbecile ingénue insider insurgent interloper juggernaut kingmaker kingpin lackey lackeys
    laggard laughingstock leftist leftists liar liars lightweight loser losers loudmouth
    loyalist loyalists luminary lunatic magnate martyr mastermind maverick mavericks menace
    mentor mercenary militant militants millionaire misogynist moderate moderates mogul moguls
    monster multimillionaire narcissist nationalist nemesis neophyte newcomer novice
    oligarch oligarchs opportunist optimist outcast outlier outsider outsiders pariah patriot
    patriots pawn peacemaker pessimist philanderer philanthropist pioneer playboy plutocrat
    populist populists powerhouse pragmatist predator propagandist protege protégé provocateur
    psychopath puppet puppets racist racists radical radicals reactionary realist rebel rebels
    recluse reformer reformers renegade rightist rogue rookie ruffian sceptic sceptics scion
    scoundrel separatist separatists showman skeptic skeptics socialist socialists sociopath
    stooge strongman strongmen supremacist sycophant technocrat terrorist terrorists
    thug thugs titan traditionalist trailblazer traitor traitors troublemaker troublemakers
    turncoat tycoon tycoons tyrant tyrants underdog upstart veteran veterans victim victims
    villain villains visionary warmonger weakling weasel whistleblower workaholic xenophobe
    zealot zealots
    """
)
PLAIN_MODIFIERS = words_of(
    """
    acting assistant big black business campaign catholic chief city company congressional
    council county current democratic deputy district elderly elected executive federal female
    first foreign former four gay general government harbor harbour incoming independent junior
    large late leading legal local long-time longtime male managing military national new newly
    old older one-time onetime outgoing parish party political port presidential private public
    regional republican retired ruling second senior small social state third three top town
    two union veteran vice village white young
    """
)
TOLD_OF = words_of(
    """
    arrives ate blames blocks bought breaks brings broke brought built buys calls came can't
    cannot caught chooses chose claims closes comes controls couldn't cut cuts dealt did didn't
    does doesn't don't drank drew drove ends enjoys enters faces falls fears fed fell felt
    fights finds fled flew forgot fought found froze gave gets gives goes got grew had has
    hasn't heads held hid hit hits holds hopes hung hurt insists is isn't joins keeps kept
    knelt knew laid launches lay leapt leaves led left lent let lit lives looks loses lost made
    makes means meets met mistook moves needs opens opposes overcame owns paid plans plays
    prepares presses promises pushes put puts quit quits raises ran rang reaches read refuses
    rejects releases remains resigns returns rode rose runs sang sank sat saw sees sells sends
    sent set sets shook shows shut signs sits slept slid sold sought speaks spends spent spoke
    spread stands starts stays stole stood stops struck struggles stuck supports swam swept
    swore takes taught thought threatens threw took tore travels tries turns understood upheld
    uses visits votes walks wants was wasn't watches went wields will wins withdrew withstood
    woke won won't wore works would wouldn't writes wrote
    """
)


LANGUAGE = Language(
    code="en",
    name="English",
    little_words=words_of(
        "the and of to in that is was for with on by at from it he she they his her this "
        "have has been were are which would who said"
    ),
    verbs=verb_table(
        ((lemma.replace("_", " "), list(_inflect(lemma))) for lemma in _LEMMAS), CLASSES, WEAK
    ),
    according=frozenset({"according to", "in the words of", "as per"}),
    that=words_of("that"),
    keeps_that=True,
    omits_that=True,
    told_first=words_of("tell remind inform warn"),
    no_content=words_of("and so it's") | {"not to"},
    addressing=words_of("tell ask inform remind warn assure urge"),
    infinitive_marks=words_of("to"),
    before_infinitives=words_of("as and than refused enough"),
    verb_follows=words_of("to will would can could may must"),
    gerund_endings=("ing",),
    past_endings=("ed",),
    participle_endings=("ed", "said", "written", "shown", "found", "thought"),
    be=words_of("is are was were be been being"),
    agents=words_of("by"),
    also_nouns=words_of(
        "claim report demand charge promise attack request comment answer state post order tweet "
        "quote fear hope pledge vow protest"
    ),
    opening_nouns=words_of("report read show claim answer comment state fear find post"),
    sure_forms=words_of("said says told tells added adds wrote asked announced"),
    verbal_prepositions=words_of("to by in after before without as"),
    negations=words_of("not never n't no"),
    negative_endings=("n't", "n’t"),
    negated_auxiliaries=words_of("did do does would could will has have"),
    refusals=words_of("declined refused refusing declining failed avoided without"),
    pronouns={
        "he": Pronoun("m", "s"),
        "she": Pronoun("f", "s"),
        "they": Pronoun(None, "p"),
        "him": Pronoun("m", "s"),
        "her": Pronoun("f", "s"),
        "his": Pronoun("m", "s"),
        "them": Pronoun(None, "p"),
        "it": Pronoun("n", "s"),
        "who": Pronoun(None, "s"),
        "we": Pronoun(None, "p"),
        "I": Pronoun(None, "s"),
        "i": Pronoun(None, "s"),
        "you": Pronoun(None, "s"),
    },
    interlocutors=words_of("we i you"),
    objects=words_of("it her"),
    never_subjects=words_of("him them me us"),
    honorifics=gendered(
        "Mr Mr. Sir Lord",
        "Ms Ms. Mrs Mrs. Miss Lady Dame",
        "Dr Dr. Prof. Rev. Sen Sen. Rep Rep. Gov Gov. Gen. Col. Capt. Lt. Sgt.",
    ),
    roles=gendered(
        "businessman chairman congressman spokesman councilman father son brother husband man "
        "policeman fisherman king prince salesman",
        "businesswoman chairwoman congresswoman spokeswoman councilwoman mother daughter sister "
        "wife woman policewoman queen princess",
        "president minister secretary senator governor mayor councillor councilor director chief "
        "head leader spokesperson spokespeople official officials officer manager executive chair "
        "candidate nominee analyst expert experts economist professor researcher scientist lawyer "
        "attorney judge prosecutor sheriff commissioner ambassador diplomat general colonel representatives "
        "captain sergeant representative congressperson lawmaker lawmakers legislator chancellor "
        "premier aide aides adviser advisor strategist pollster operative chairperson founder "
        "owner owners worker workers employee employees boss teacher student students resident "
        "residents neighbour neighbor driver farmer doctor nurse witness witnesses victim author "
        "editor reporter journalist correspondent host anchor moderator columnist critic critics "
        "supporter supporters opponent opponents source sources insider insiders organizer "
        "organiser activist activists member members person people billionaire mogul "
        "democrat republican democrats republicans deputy vice steward delegate treasurer "
        "consultant historian bishop pastor priest rabbi imam coach captain player attendant "
        "partner colleague friend scholar veteran commander contractor skipper haulier keeper clerk accountant engineer surveyor speaker dealer trader",
    ),
    bodies=words_of(
        """government company council union committee ministry department agency police party
        campaign court commission board bank university institute association group firm
        corporation office bureau administration army military navy parliament senate congress
        house team center centre foundation organization organisation authority embassy
        cooperative federation trust society newspaper outlet network magazine paper post times
        service fund club school hospital church registry coalition alliance league chamber"""
    ),
    groups=words_of("people workers residents families voters migrants protesters staff crowd"),
    documents=words_of(
        """statement letter report document release email memo complaint lawsuit filing transcript
        tweet post study survey poll article story book ruling order notice indictment affidavit
        petition message note column editorial review minutes ad advertisement text banner sign website
        caption headline question questions reports documents emails records results figures data"""
    ),
    definite=words_of("the"),
    indefinite=words_of("a an one another some several many most other two three few"),
    possessives=words_of("his her their its our my your"),
    prepositions=words_of(
        "of in to for with on at from by about against between during over after before under "
        "through into like as including near toward towards without within among"
    ),
    particles=words_of("de del la von van der den di da al bin ibn el le du dos"),
    and_words=words_of("and"),
    or_words=words_of("or"),
    linking=words_of("of for at from with"),
    genitives=words_of("of"),
    names_modify=True,
    bare_subjects=words_of("police"),
    singular_in_s=words_of("press boss congress"),
    plurals=words_of("people men women children police"),
    plural_rules={"y": "ies"},
    noun_forms={
        "man": ("men",),
        "men": ("man",),
        "child": ("children",),
        "fe": ("ves",),
        "s": (),
        "ss": ("sses",),
        "x": ("xes",),
        "ch": ("ches",),
        "sh": ("shes",),
        "ers": ("er",),
        "ors": ("or",),
        "ists": ("ist",),
        "ees": ("ee",),
        "ants": ("ant",),
        "ents": ("ent",),
        "ians": ("ian",),
    },
    verb_forms={c: (c + "s", c + "ed", c + "ing") for c in "bcdfghjklmnpqrtvwz"}
    | {
        "e": ("es", "ed", "ing"),
        "ee": ("ees", "eed", "eeing"),
        "ie": ("ies", "ied", "ying"),
        "y": ("ies", "ied", "ying"),
        "ay": ("ays", "ayed", "aying"),
        "oy": ("oys", "oyed", "oying"),
        "ey": ("eys", "eyed", "eying"),
        "s": ("ses", "sed", "sing"),
        "sh": ("shes", "shed", "shing"),
        "ch": ("ches", "ched", "ching"),
        "x": ("xes", "xed", "xing"),
        "ding": ("d", "ds", "ded"),
        "ting": ("t", "ts", "ted"),
        "ning": ("n", "ns", "ned"),
        "ling": ("l", "ls", "led"),
        "king": ("k", "ks", "ked"),
        "sing": ("se", "ses", "sed"),
        "zing": ("ze", "zes", "zed"),
        "cing": ("ce", "ces", "ced"),
        "ving": ("ve", "ves", "ved"),
        "shing": ("sh", "shes", "shed"),
        "ching": ("ch", "ches", "ched"),
    },
    irregular_forms={
        verb: words_of(f"{verb} {forms}")
        for verb, forms in {
            "be": "is are was were been being",
            "begin": "begins began begun beginning",
            "bring": "brings brought bringing",
            "break": "breaks broke broken breaking",
            "build": "builds built building",
            "buy": "buys bought buying",
            "come": "comes came coming",
            "cut": "cuts cutting",
            "do": "does did done doing",
            "drop": "drops dropped dropping",
            "fall": "falls fell fallen falling",
            "fight": "fights fought fighting",
            "get": "gets got getting",
            "give": "gives gave given giving",
            "go": "goes went gone going",
            "halt": "halts halted halting",
            "have": "has had having",
            "hit": "hits hitting",
            "hold": "holds held holding",
            "keep": "keeps kept keeping",
            "lay": "lays laid laying",
            "leave": "leaves left leaving",
            "let": "lets letting",
            "lose": "loses lost losing",
            "make": "makes made making",
            "meet": "meets met meeting",
            "pay": "pays paid paying",
            "plan": "plans planned planning",
            "pull": "pulls pulled pulling",
            "put": "puts putting",
            "quit": "quits quitting",
            "rip": "rips ripped ripping",
            "run": "runs ran running",
            "scrap": "scraps scrapped scrapping",
            "sell": "sells sold selling",
            "send": "sends sent sending",
            "shut": "shuts shutting",
            "sit": "sits sat sitting",
            "slash": "slashes slashed slashing",
            "stop": "stops stopped stopping",
            "strike": "strikes struck striking",
            "strip": "strips stripped stripping",
            "take": "takes took taken taking",
            "tear": "tears tore torn tearing",
            "throw": "throws threw thrown throwing",
            "win": "wins won winning",
            "withdraw": "withdraws withdrew withdrawn withdrawing",
        }.items()
    },
    acts=words_of(
        """abandon abolish arrest axe ban block boycott cancel cease close condemn cull deport demolish
        denuclearize detain disarm dismiss dismantle dump evacuate evict expel halt imprison invade
        march nationalise nationalize occupy overthrow pause picket privatise privatize protest
        redevelop relocate repeal resign restart resume sack scrap shut stop suspend terminate
        withdraw"""
    ),
    modifiers=words_of(
        """new old good bad great big small high low secret direct last first next final early late
        possible future past former recent current permanent nuclear long short broad deep
        key main major minor top senior junior joint free fair open public private local
        second third fourth common real true full whole entire single double raw rough tough
        hard soft quick slow sudden surprise so-called proposed planned scheduled upcoming
        alleged unlawful illegal legal controversial disputed bitter
        yearly annual monthly weekly daily young poor rich massive huge tiny vast
        one-sided two-day one-on-one inter-korean wildcat mass sit-in better worse worst best
        larger smaller bigger wider existing pending undocumented unauthorised unauthorized
        striking angry furious desperate defiant armed peaceful violent historic dramatic
        terrible horrible awful tremendous meaningful modest meagre meager generous"""
    ),
    modifier_endings=(
        "al",
        "ic",
        "ive",
        "ous",
        "ful",
        "less",
        "able",
        "ible",
        "ary",
        "ory",
        "ian",
        "ese",
        "ish",
        "ern",
    ),
    after_names=words_of(
        """family families administration government campaign camp team clan dynasty brothers sisters
        twins couple era estate empire presidency cabinet doctrine trust foundation brand name
        company companies organisation organization group firm business holdings aide aides ally
        allies supporter supporters loyalist loyalists voter voters critic critics official
        officials adviser advisers advisor advisors appointee appointees nominee nominees lawyer
        lawyers spokesman spokeswoman spokesperson brother sister wife husband son daughter
        household siblings relatives associate associates regime"""
    ),
    other_holders=words_of(
        "former ex deputy vice assistant acting late previous next new future would-be then"
    ),
    the_other=words_of("other"),
    before_subjects=words_of(
        """whatever whenever wherever whoever whichever amid beyond inside outside plus via per did does
        do is was were are has have had will would could should can may might must ask tell see
        meet let like unlike once even only perhaps maybe back enter say says nor yet still also"""
    ),
    partnering=words_of("with between"),
    all_of=words_of("all both any every each"),
    people_of=words_of(
        """officials official troops soldiers forces diplomats diplomat government governments leaders
        leader representatives senators senator lawmakers lawmaker military regime authorities
        athletes citizens people voters workers members service staff negotiators negotiator
        counterpart counterparts delegation delegates envoys administration intelligence
        sources source aides aide advisers adviser ambassador representative reporters
        correspondent agents agent police army navy media"""
    ),
    relatives=words_of("who which whom whose that"),
    who=words_of("who"),
    auxiliaries=words_of(
        "has have had is are was were be been being will would could should may might must can did "
        "do does also later then once"
    ),
    adverbs=words_of("also later then once recently previously repeatedly further again simply"),
    adverb_endings=("ly",),
    first_names=dict.fromkeys(MALE.split(), "m") | dict.fromkeys(FEMALE.split(), "f"),
    not_names=words_of(
        """The A An In On At But And Or If When While As For He She They It We I You This That These
        Those There Here His Her Their Its Our My Your What Who Why How Where Which Yes No Not So
        Then Now After Before Since Until Although Though Because With Without From By To Of About
        Another One Two Three Four Five Six Seven Eight Nine Ten Some Many Most Several Other Others Both
        Each Every All Any Still Yet Even Just Also Only Such Monday Tuesday Wednesday Thursday
        Friday Saturday Sunday January February March April May June July August September October
        November December Former Longtime Following Neither Unlike Asked According Speaking Earlier Later Last Next Meanwhile
        However Photo Image Read More Share Video Update Watch Click Related Despite During Under
        Over Like Let Well Oh Maybe Perhaps Never Always Early Late Once More Less Today Yesterday Tomorrow
        Nobody Everybody Everyone Somebody Someone Nothing Everything Stop Do Does Did Is Are Was
        Were Be Been Have Has Had Will Would Could Should Can May Might Must Thanks Please Good"""
    ),
    places=words_of(
        """north south east west northern southern eastern western new united states kingdom tower lawn
        house street avenue road square city county island coast bay river valley hill park bridge
        station airport hall beach lake mountain sea ocean gulf province district region border
        olympics games cup league war act day week world times post news herald tribune journal
        guardian radio tv twitter facebook youtube instagram street border summit treaty agreement
        puerto san los santa las saint fort mount assembly motors electric convention caucus primary debate fox business press reuters associated bloomberg politico abc nbc cbs cnn bbc msnbc africa african america american asia asian europe european afghanistan afghan argentina
        argentine australia australian austria austrian belgium belgian brazil brazilian britain
        british bulgaria canada canadian chile chilean china chinese colombia colombian cuba cuban
        denmark danish ecuador egypt egyptian england english ethiopia finland finnish france french
        germany german germans greece greek guatemala haiti honduras honduran hungary hungarian
        iceland india indian indonesia indonesian iran iranian iraq iraqi ireland irish israel
        israeli italy italian jamaica japan japanese kenya korea korean kuwait latin lebanon libya
        libyan malaysia mexico mexican morocco netherlands dutch nigeria nigerian norway norwegian
        pakistan pakistani palestinian panama peru peruvian philippines poland polish portugal
        portuguese romania russia russian russians saudi scotland scottish somalia spain spanish
        sweden swedish switzerland swiss syria syrian taiwan thailand tibet turkey turkish uganda
        ukraine ukrainian venezuela venezuelan vietnam vietnamese wales welsh yemen zimbabwe
        washington london paris berlin moscow beijing tokyo seoul pyongyang tehran brussels rome
        madrid california florida texas ohio iowa pennsylvania michigan wisconsin virginia
        massachusetts illinois arizona nevada colorado oregon kansas missouri minnesota
        democrat democratic democrats republican republicans gop christian muslim jewish"""
    ),
    place_nouns=words_of(
        "street road avenue square bridge river bay island islands port harbour harbor lake mount "
        "valley park station airport county island ocean sea gulf peninsula beach mountains hills "
        "forest tower gate quay pier wharf canal estuary"
    ),
    rest_of_name=words_of("and for of"),
    works=words_of(
        "film movie book novel song album play series show documentary poem magazine painting "
        "programme program podcast article essay exhibition column hymn anthem musical opera "
        "chapter sitcom drama memoir ballad sculpture ship yacht "
        "titled entitled headlined"
    ),
    so_called=frozenset({"so-called", "so called"}),
    known_as=frozenset({"known as", "know as", "knows as", "dubbed", "nicknamed", "termed"}),
    opinion=words_of("for"),
    being=words_of("is are was were be"),
    asking=words_of("ask wonder"),
    whether=words_of("whether if"),
    answers=words_of("yes no so"),
    nobody=words_of("nobody none neither"),
    asks={"Q": "A", "Question": "Answer"},
    likening=words_of("as"),
    wordings=words_of(
        "word term terms phrase phrases expression label labels slogan slogans motto nickname "
        "acronym hashtag heading marked stamped"
    ),
    stop_words=words_of(
        """the a an and or but if of in on at to for with from by about as is are was were be been
        being have has had do does did will would could should may might must can not no nor so than
        then too very it its he she they them his her their our we you i me my your him us this that
        these those there here who whom whose which what when where why how all any both each few
        more most other some such only own same just also into over under again once up down out off
        said says say one two s t"""
    ),
    abbreviations=words_of(
        "Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. Gen. Col. Capt. Lt. Sgt. Rev. St. Jr. Sr. U.S. U.K. "
        "U.N. D.C. Inc. Ltd. Co. Corp. No. vs. etc. e.g. i.e. a.m. p.m. Jan. Feb. Mar. Apr. Aug. "
        "Sept. Oct. Nov. Dec. Mt. Ft. Ave. Bros. approx. est. Ariz. Calif. Conn. Fla. Ill. Mass. "
        "Mich. Minn. Pa. Tenn. Tex. Va. Wash. Wis. N.Y. N.J. N.C. S.C. N.H. R-Ky. D-Calif."
    ),
    closing_abbreviations=words_of("U.S. a.m. p.m."),
    contractions={
        "n't": "not",
        "'re": "are",
        "'ve": "have",
        "'ll": "will",
        "'d": "would",
        "'m": "am",
    },
    contracted={
        "won't": "will not",
        "can't": "can not",
        "cannot": "can not",
        "shan't": "shall not",
        "ain't": "is not",
        "let's": "let us",
        "gonna": "going to",
        "wanna": "want to",
        "percent": "per cent",
        "%": "per cent",
    },
    also_short_for={"'s": words_of("has"), "'d": words_of("had")},
    # British, and what is American. Only a word so spelled is the same as another, so that what is
    # no word ("promize") does no harm; a pair that are two words ("story", "storey") is left out.
    spellings={
        r"(\w{3,})our((?:s|ed|ing|er|ers|able|ite|ites|hood|hoods|ful|less|ly)?)": r"\1or\2",
        r"(\w{3,})is((?:e|es|ed|ing|er|ers|ation|ations|ational))": r"\1iz\2",
        r"(\w{3,})ys((?:e|es|ed|ing))": r"\1yz\2",
        r"(cent|met|lit|theat|fib|calib|lust|spect|somb|kilomet)re(s?)": r"\1er\2",
        r"(\w{3,}[aeio]l)l((?:ed|ing|er|ers|or|ors|ous))": r"\1\2",
        r"(program)me(s?)": r"\1\2",
        r"(def|off|lic|pret)ence(s?)": r"\1ense\2",
        r"(dial|catal|anal|monol)ogue(s?)": r"\1og\2",
        r"(ag|judg|acknowledg)e(ing|ment|ments)": r"\1\2",
        r"mould(s|y)?": r"mold\1",
        r"grey(s|er|ing)?": r"gray\1",
        r"sceptic(s|al|ism)?": r"skeptic\1",
        r"(fulfil|enrol|instal|skil)((?:s|ment|ments|ful))": r"\1l\2",
        r"plough(s|ed|ing)?": r"plow\1",
    },
    is_before_s=words_of("it he she that there here what who where how let"),
    role_endings=("ist", "man", "woman", "ician", "ologist", "keeper", "ster", "insider"),
    speaks_for=words_of(
        "spokesman spokeswoman spokesperson lawyer attorney aide aides officials official statement "
        "representative representatives letter secretary"
    ),
    behalf=words_of("of for at de del"),
    weekdays=(
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ),
    near_days={
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "yesterday": -1,
        "last night": -1,
    },
    lags=phrases_under(
        {
            "day": """today, tonight, yesterday, this morning, this afternoon, this evening, last night, hours later, hours earlier, earlier in the day, later in the day""",
            "week": """last week, this week, earlier this week, a week ago, days ago, a few days ago, the week before, days earlier, a week earlier, in recent days, last weekend""",
            "month": """last month, earlier this month, a month ago, weeks ago, two weeks ago, the month before, months ago, months earlier, weeks earlier, a month earlier, in recent weeks, in recent months""",
            "year": """last year, earlier this year, years ago, a year ago, the year before, years earlier, a year earlier, last spring, last summer, last autumn, last fall, last winter, during the campaign, on the campaign trail""",
        }
    ),
    occasions=phrases_under(
        {
            "post": """tweet, tweets, tweeted, tweeting, twitter, facebook, instagram, posted, a post, posts, social media""",
            "statement": """in a statement, a written statement, statement said, a statement, statement, press release, news release, communique""",
            "conference": """news conference, press conference, news briefing, press briefing, briefing, told reporters, told journalists, reporters, journalists""",
            "interview": """interview, interviewed, podcast""",
            "speech": """speech, rally, told a rally, told supporters, told the crowd, told a crowd, ceremony""",
            "hearing": """hearing, testified, testifying, testimony, told parliament, in parliament, told lawmakers, told mps, told senators, told the committee, told a committee, before the committee, told the council, told councillors, told the chamber, told the inquiry, told the court, told a court, in court""",
            "letter": """letter, wrote to, email, e-mail, memo, filing, court papers""",
            "meeting": """public meeting, town hall meeting, told residents, told members, told staff, general meeting, annual meeting""",
        }
    ),
    months=(
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ),
    number_words={
        "zero": 0,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
        "hundred": 100,
    },
    one_hundred=words_of("a one"),
    units=filed_under(
        {
            "people": """people person persons employees employee workers worker staff staffers jobs
                posts hands rakers residents members saltmakers workforce""",
            "migrants": "migrants migrant",
            "children": "children child",
            "women": "women woman",
            "men": "men man",
            "families": "families family",
            "students": "students student pupils pupil",
            "passengers": "passengers passenger",
            "deaths": "deaths dead",
            "injured": "injured wounded",
            "per cent": "percent cent",
            "percentage points": "points point",
            "hectares": "hectare hectares ha",
            "acres": "acre acres",
            "tonnes": "tonne tonnes ton tons",
            "kilos": "kilo kilos kilogram kilograms kilogramme kilogrammes kg",
            "litres": "litre litres liter liters",
            "degrees": "degree degrees",
            "decades": "decade decades",
            "years": "year years",
            "months": "month months",
            "weeks": "week weeks",
            "days": "day days",
            "hours": "hour hours hr hrs",
            "minutes": "minute minutes",
            "seconds": "second seconds",
            "times": "times",
            "feet": "foot feet",
            "metres": "metre metres meter meters",
            "kilometres": "kilometre kilometres kilometer kilometers km",
            "miles": "mile miles",
            "yards": "yard yards",
            "votes": "vote votes",
            "cents": "cents",
            "dollars": "dollars dollar",
            "euros": "euros euro",
            "pounds": "pounds pound",
            "pesos": "pesos peso",
            "lorries": "lorries lorry trucks truck",
            "boats": "boats boat",
            "ships": "ships ship vessels vessel",
            "buses": "buses bus",
            "schools": "schools school",
            "countries": "countries country nations nation",
            "companies": "companies company firms firm",
            "houses": "houses house homes home flats",
            "birds": "birds bird",
        }
    ),
    scales={
        "million": "million",
        "m": "million",
        "mn": "million",
        "billion": "billion",
        "bn": "billion",
        "b": "billion",
        "trillion": "trillion",
        "tn": "trillion",
        "k": "thousand",
    },
    roughly=words_of(
        "about around some nearly almost over roughly approximately estimated than least most "
        "under up"
    )
    | {
        "more than a",
        "more than an",
        "up to",
        "close to",
        "at least",
        "at most",
        "more than",
        "less than",
        "fewer than",
        "no more than",
        "no fewer than",
        "as many as",
        "well over",
        "just over",
        "just under",
        "a little over",
    },
    more_than=frozenset(
        {
            "over",
            "more than",
            "more than a",
            "more than an",
            "at least",
            "well over",
            "just over",
            "a little over",
            "no fewer than",
        }
    ),
    less_than=frozenset(
        {
            "under",
            "less than",
            "fewer than",
            "up to",
            "at most",
            "no more than",
            "as many as",
            "just under",
        }
    ),
    between_number_and_noun=words_of("metric full-time new more solar per of other additional"),
    multipliers={"hundred": 100, "thousand": 1000},
    one_articles=words_of("a"),
    collectives={"dozen": 12},
    fractions={
        "half": "half",
        "one half": "half",
        "one-half": "half",
        "a third": "a third",
        "one third": "a third",
        "one-third": "a third",
        "two thirds": "two thirds",
        "two-thirds": "two thirds",
        "a quarter": "a quarter",
        "one quarter": "a quarter",
        "one-quarter": "a quarter",
        "three quarters": "three quarters",
        "three-quarters": "three quarters",
        "a fifth": "a fifth",
        "one-fifth": "a fifth",
    },
    age_after=words_of("old"),
    age_before=words_of("aged age"),
    short_months={
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    ahead=words_of(
        "will would next shall coming due plans expected until going begins starts ends"
    ),
    near_years={"last year": -1, "this year": 0, "next year": 1},
    clock_words={"noon": "12:00", "midday": "12:00", "midnight": "00:00"},
    forenoon=frozenset({"a.m.", "a.m", "am", "in the morning"}),
    afternoon=frozenset({"p.m.", "p.m", "pm", "in the afternoon", "in the evening", "at night"}),
    before_hours=words_of("at by until from before after since"),
    places_after=words_of("in near across around throughout outside inside"),
    place_openings=words_of("san santa saint st fort mount lake port cape"),
    known_places=KNOWN_PLACES,
    demonyms=DEMONYMS,
    nicknames={
        "mike": "michael",
        "bill": "william",
        "will": "william",
        "bob": "robert",
        "rob": "robert",
        "bobby": "robert",
        "jim": "james",
        "jimmy": "james",
        "joe": "joseph",
        "tom": "thomas",
        "dick": "richard",
        "rick": "richard",
        "ted": "edward",
        "jack": "john",
        "kate": "katherine",
        "liz": "elizabeth",
        "beth": "elizabeth",
        "tony": "anthony",
        "chuck": "charles",
        "charlie": "charles",
        "dave": "david",
        "steve": "stephen",
        "jerry": "gerald",
        "larry": "lawrence",
        "peggy": "margaret",
        "nick": "nicholas",
    },
    body_names=words_of(
        """news guard command herald tribune journal gazette press radio television forces
        corps fleet institution subcommittee enforcement services protection investigations
        intelligence reserve nations investigation broadcasting industries holdings
        partners associates"""
    ),
    body_links=words_of("of for on"),
    not_acronyms=words_of(
        "TV CEO CFO COO DNA PDF OK AM PM GMT EST EDT BST UTC AD BC ID IT PR HR DIY FAQ RSS URL VIP "
        "SUV GPS LGBT LGBTQ DJ MC SMS IQ HIV AIDS COVID USD EUR GBP NEWS VIDEO PHOTO MORE READ "
        "WATCH LIVE GOP AP AFP EFE UPI"
    ),
    credits=frozenset(
        {
            "contributed reporting",
            "contributed to",
            "contributed from",
            "On Twitter follow",
            "Reporting by",
            "reporting by",
            "Reporting from",
            "reporting from",
            "Editing by",
            "editing by",
        }
    ),
    short_titles={
        "sen": "senator",
        "rep": "representative",
        "gov": "governor",
        "gen": "general",
        "col": "colonel",
        "capt": "captain",
        "sgt": "sergeant",
        "prof": "professor",
        "dr": "doctor",
        "pm": "minister",
    },
    copulas=words_of("is was be been being became become becomes as"),
    clause_openers=words_of(
        """that and but when while as because if though although where which since until whether how
        what why than so after before or"""
    ),
    demonstratives=words_of("this that these those"),
    locative=words_of("in at to from near across around through into throughout outside inside"),
    relays=words_of("quoting quoted quotes"),
    relayed_as=words_of("as"),
    issuing=words_of(
        "submitted submits provided provides sent sends wrote writes issued issues drafted signed "
        "released filed gave given delivered"
    ),
    introducing=words_of("a an one another"),
    own_words=words_of("statement letter email memo tweet post release message note text filing"),
    credit_openers=lines_of(
        """by | reporting by | additional reporting by | with additional reporting by | editing by
        with reporting by | reporting from | with reporting from | writing by | compiled by
        with files from | with a file from | with material from | with information from | with
        with contributions from | from | via | source | sources | credit | text | story by
        courtesy of | information from | material from | this report by | this report includes material from
        this report contains material from | this article includes reporting by
        this story includes reporting by"""
    ),
    republished=lines_of(
        """first published by | first published in | first published on | first published at
        originally published by | originally published in | originally published on
        first appeared in | first appeared on | originally appeared in | originally appeared on
        reprinted from | republished from | republished with permission from
        reprinted with permission from | produced by"""
    ),
    credit_closers=lines_of(
        """contributed to this report | contributed to this story | contributed to this article
        contributed reporting | contributed | all rights reserved | reported from
        was first published | was used in this report | was used in this story
        and is republished with permission | and is republished here with permission"""
    ),
    unnamed_agencies=lines_of(
        """agencies | news agencies | agency | wire reports | wire services | wire service | wires
        news services | agency reports | news wires"""
    ),
    own_staff=lines_of(
        """staff | staff reporter | staff reporters | staff writer | staff writers | our staff
        newsroom | news desk | newsdesk | web desk | our correspondent | our correspondents
        special to | editor | editors | reporter | correspondent | writer | writers | news | service
        reporters | correspondents"""
    ),
    releases=lines_of(
        "statement | statements | press release | news release | media release | communique"
    ),
    pictures=lines_of(
        """photo | photos | photograph | photographs | picture | pictures | image | images | video
        file photo | graphic | illustration | pic | pool photo | handout"""
    ),
    site_lines=lines_of(
        """sign up | subscribe | read more | read also | read next | related | follow us
        follow the latest | click here | download our app | get our | get the latest | join our
        newsletter | our newsletter | advertisement | share this | more on this story | see also
        support our journalism | support independent journalism | become a member | listen to
        watch | view comments | this article is free to read | to read this article | enter your
        all rights reserved | this material may not be | copyright | have a story | got a tip
        this story has been updated | send us | contact us | do you have a"""
    ),
    seldom_verbs=verb_table(
        (
            (lemma.replace("_", " "), list(_inflect(lemma)))
            for block in SELDOM.values()
            for lemma in block.split()
        ),
        SELDOM,
        frozenset(),
    ),
    carrying=words_of("issue continue begin post release") | {"go on"},
    done=words_of("hope agree accept begin continue think propose"),
    felt=words_of(
        """accept fear think feel find believe hope learn consider worry welcome read express
        recognize recognise maintain counter"""
    ),
    shown=words_of("show demonstrate find allow"),
    nothing=words_of("nothing no little"),
    unsaid=words_of("will would could might should may must cannot can't couldn't wouldn't"),
    said_infinitive=words_of(
        "continue continues continued begin begins began begun quick went used back rushed returned"
    ),
    judging={word: word for word in JUDGING},
    judging_endings=tuple(sorted(JUDGING_ENDINGS)),
    judging_openings=tuple(sorted(JUDGING_OPENINGS)),
    moods=MOODS,
    verbs_too=VERBS_TOO,
    epithets={word: word for word in EPITHETS},
    trades=words_of(
        """operator maker retailer lender insurer supplier producer carrier airline broadcaster
        publisher charity landlord regulator rescuer actor actress administrator advocate ambassador architect artist banker bargainer broker
        builder bureaucrat campaigner comedian composer counsel debater developer diplomat donor
        dramatist employer entrepreneur envoy examiner explorer financier fighter fundraiser guard
        hunter industrialist inspector investor landlord landowner landscaper legislator lobbyist
        magistrate marine mechanic miner model musician negotiator novelist nurse organizer orator
        painter paratrooper performer philosopher pilot planner player poet politician politicians
        powerbroker presenter producer publisher sailor sculptor seller singer soldier spy
        statesman stateswoman superintendent tactician trader traveller trucker tutor
        undersecretary vicar wrestler writer woman man girl boy figure character personality
        company employer firm friend friends presence voice voices speaker campaigners
        politician strategist thinker"""
    ),
    plain_modifiers=PLAIN_MODIFIERS,
    intensifiers=words_of(
        "very too so more most rather quite somewhat pretty ever always still even"
    ),
    moods_only=words_of("pleased hopeful confident critical"),
    once=words_of("former onetime one-time ex erstwhile"),
    once_openings=("ex-",),
    calling=words_of(
        """called calls calling call branded brands branding labelled labeled labels labelling
        labeling dubbed dubs deemed describes described describing portrayed portrays portraying
        denounced denounces dismissed dismisses depicted depicts painted paints cast casts hailed
        hails praised praises mocked mocks derided derides blasted blasts attacked attacks"""
    ),
    called_as=words_of("as"),
    conditions=words_of("if whether unless"),
    seeming=words_of(
        """is was are were be been being remain remains remained seem seems seemed look looks looked
        sound sounds sounded appear appears appeared become becomes became grew stayed feels felt gets got getting"""
    ),
    told_of=TOLD_OF,
    at_arms_length=phrases_under(
        {
            "so-called": "so-called, so called",
            "self-styled": "self-styled, self styled",
            "self-proclaimed": "self-proclaimed",
            "self-appointed": "self-appointed",
            "alleged": "alleged",
            "purported": "purported",
            "supposed": "supposed",
            "professed": "professed",
            "putative": "putative",
            "ostensible": "ostensible",
            "soi-disant": "soi-disant",
        }
    ),
    after_article=words_of("alleged purported supposed professed"),
    hedges=phrases_under(
        {
            "reportedly": "reportedly",
            "apparently": "apparently",
            "allegedly": "allegedly",
            "supposedly": "supposedly",
            "purportedly": "purportedly",
            "seemingly": "seemingly",
            "ostensibly": "ostensibly",
            "presumably": "presumably",
            "it is claimed": "it is claimed that, it was claimed that, it has been claimed that",
            "it is said": "it is said that, it was said that, it has been said that",
            "it is alleged": "it is alleged that, it was alleged that, it has been alleged that",
            "it is believed": "it is believed that, it was believed that, it is widely believed that",
            "it is thought": "it is thought that, it was thought that",
            "it is understood": "it is understood that",
            "it is rumoured": """it is rumoured that, it was rumoured that, it is rumored that,
                it was rumored that, rumour has it, rumor has it""",
            "it is reported": "it is reported that, it was reported that, it has been reported that",
            "it is suggested": "it has been suggested that, it is suggested that, it was suggested that",
            "it appears": "it appears that, it appeared that, it would appear that, it would appear",
            "it seems": "it seems that, it seemed that, it would seem that, it would seem",
        }
    ),
    hedged_verbs=phrases_under(
        {
            "appear to": "appears to, appeared to, appear to, appearing to",
            "seem to": "seems to, seemed to, seem to, seeming to",
            **{
                f"be {word} to": ", ".join(
                    f"{be} {adverb}{form} to"
                    for form in forms
                    for be in ("is", "are", "was", "were")
                    for adverb in ("", "widely ", "also ")
                )
                for word, forms in {
                    "said": ("said",),
                    "believed": ("believed",),
                    "thought": ("thought",),
                    "understood": ("understood",),
                    "alleged": ("alleged",),
                    "reported": ("reported",),
                    "rumoured": ("rumoured", "rumored"),
                    "claimed": ("claimed",),
                    "presumed": ("presumed",),
                }.items()
            },
        }
    ),
    hedging_asides=phrases_under(
        {
            f"it is {word}": f"it is {word}, it was {word}, it has been {word}"
            for word in ("claimed", "said", "alleged", "believed", "thought", "rumoured", "rumored")
        }
    ),
    hedging_adjectives={"apparent": "apparent"},
    outside_phrases=words_of(
        """go goes went gone going come comes came coming get gets got getting give gives gave given
        giving take takes took taken taking make makes made making keep keeps kept keeping puts putting
        bring brings brought bringing begin begins began begun become becomes became seem seems seemed
        left leaving lets seek seeks sought seeking see sees saw seen seeing wanted tried trying helped
        send sends sent sending found hold holds held holding met stood ran pay paid lose loses lost
        losing won build builds built buy bought sell sold setting led fell rose grew shown know knows
        knew known think thinks thought feel felt hear heard read speak spoke spoken write wrote written
        happen happens happened worked lived moved turned stay stayed remain remains remained follow
        follows followed allow allows allowed include includes included carry carries carried closed
        ended stopped abandon abandons abandoned enter enters entered reached apply applies applied
        applying provide provides provided arrive arrives arrived arriving continue continues continued
        consider considers expect expects expected looked passed dropped agree agrees agreed refuse
        refuses refused fail fails failed returned serve serves served join joins joined replace
        replaces remove removes removed destroy destroys destroyed protect protects protected prevent
        prevents prevented laid lay spend spent broke broken choose chose chosen fought taught waited
        gathered focused resume resumes resumed flee flees fled pull pulls pulled pulling
        home ago last next today yesterday tomorrow now still yet soon already ever never even almost
        about around quickly back away together instead perhaps maybe much many less least too well far
        here there ahead later earlier long rather quite likely able unable such both either neither else
        something anything nothing everything someone anyone everyone nobody everybody"""
    ),
    noun_verbs=words_of(
        """start starts end ends stop stops halt halts deal deals visit visits move moves work works
        support supports cut cuts hit hits fall falls rise rises drop drops show shows run runs turn
        turns need needs help use uses try fight fights look looks love like face faces lead leads fear
        fears hope hopes return returns sign signs cross request requests reach close open raise pass
        wait break breaks focus meet want wants find set sets win wins stand stands live lives change
        changes plan plans test tests talk talks trade report reports view views suspend suspends free
        freeze shut question questions process attack attacks strike strikes ban bans vote
        votes"""
    ),
    grows_by=words_of("on to with between against over in"),
    deed_links=words_of("for up down off out away on with to into from"),
)
