"""Spanish: the reporting verbs by class, cues, pronouns, titles, bodies, names.

News in Spanish puts the verb before its subject after a quotation and often drops the subject
altogether; both facts are switches of the `Language`. Verbs are conjugated by rule (third person,
singular and plural: present, preterite, imperfect, conditional; participle, gerund, infinitive),
with the irregular ones listed.

Source of the facts about Spanish quotation: RAE/ASALE, Ortografía (2010), 3.4.8; Fundéu, "Citas
en noticias".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.languages import (
    Language,
    Pronoun,
    filed_under,
    gazetteer,
    gendered,
    grouped,
    lines_of,
    phrases_under,
    verb_table,
    words_of,
)

CLASSES = {
    "neutral": """decir declarar manifestar señalar indicar afirmar expresar comentar informar añadir
        agregar contestar responder preguntar escribir tuitear anunciar relatar narrar referir
        mencionar apuntar acotar apostillar proseguir continuar publicar contar replicar exponer
        concluir resumir adelantar avanzar avisar describir detallar repetir hablar comunicar
        trasladar transmitir notificar postear redactar completar ampliar abundar ahondar
        retrucar contraatacar rememorar evocar desgranar enumerar cerrar seguir sumar
        reaccionar leer corregir interrumpir terciar achacar atribuir limitarse mostrarse declararse dar_a_conocer hacer_saber""",
    "affirm": """explicar recordar precisar puntualizar revelar confirmar constatar subrayar recalcar
        enfatizar destacar reiterar dejar_claro aclarar remarcar resaltar matizar ratificar
        reafirmar sentenciar especificar incidir dictaminar remachar corroborar poner_de_manifiesto
        hacer_hincapié hacer_ver evidenciar""",
    "argue": """argumentar opinar considerar creer estimar argüir defender_que proponer sugerir plantear
        vaticinar coincidir pronosticar calcular justificar definir recomendar aconsejar
        entender analizar reflexionar razonar valorar juzgar augurar prever predecir confiar
        aventurar aducir esgrimir filosofar evaluar""",
    "doubt": """alegar asegurar aseverar sostener insistir presumir pretender insinuar mantener
        deslizar dejar_caer""",
    "concede": "reconocer admitir confesar conceder aceptar",
    "caution": "advertir alertar amenazar",
    "commit": """prometer exigir pedir instar reclamar solicitar urgir jurar garantizar llamar_a
        comprometerse rogar suplicar ordenar demandar apelar abogar exhortar emplazar ofrecer""",
    "conflict": """acusar denunciar criticar atacar arremeter reprochar condenar espetar lamentar quejarse
        culpar cuestionar rebatir tildar_de tachar_de calificar cargar_contra protestar gritar
        recriminar afear deplorar censurar disparar repudiar desafiar retar
        contradecir sincerarse""",
    "deny": "negar desmentir rechazar descartar refutar desestimar",
    "praise": "elogiar celebrar defender aplaudir agradecer alabar felicitarse congratularse",
    "manner": """bromear ironizar zanjar exclamar corear lanzar susurrar clamar murmurar soltar rezar
        arengar arrancar suspirar rematar""",
}

WEAK = words_of(
    """considerar estimar lanzar contar continuar publicar avanzar plantear pedir exigir defender
    celebrar aplaudir elogiar atacar rechazar descartar condenar describir hablar calcular definir
    aceptar proponer reclamar solicitar presumir pretender expresar calificar acusar culpar
    cuestionar criticar llamar_a lamentar creer mencionar destacar referir exponer comunicar
    proseguir adelantar replicar coincidir recordar agradecer garantizar urgir resumir reprochar
    repetir conceder instar corear recomendar aconsejar arremeter denunciar preguntar avisar
    justificar soltar rezar sentenciar zanjar matizar apuntar confirmar detallar desmentir amenazar escribir
    trasladar transmitir notificar redactar completar ampliar abundar ahondar evocar enumerar
    cerrar seguir sumar leer especificar incidir entender analizar valorar juzgar prever confiar
    evaluar mantener deslizar comprometerse ordenar demandar apelar abogar emplazar ofrecer
    censurar disparar retar desafiar refutar desestimar alabar arrancar rematar reaccionar
    desgranar rememorar esgrimir achacar atribuir limitarse mostrarse declararse corregir interrumpir terciar"""
) | {"llamar a", "cargar contra", "tildar de", "tachar de", "defender que"}

# Third person present and preterite where the rule does not give them.
IRREGULAR = {
    "decir": "dice dicen dijo dijeron decía decían diría dirían dicho diciendo",
    "manifestar": "manifiesta manifiestan", "referir": "refiere refieren refirió refirieron refiriendo",
    "contar": "cuenta cuentan", "soltar": "suelta sueltan", "proseguir": "prosigue prosiguen prosiguió prosiguieron prosiguiendo",
    "exponer": "expone exponen expuso expusieron expuesto expondría",
    "concluir": "concluye concluyen concluyó concluyeron concluyendo",
    "escribir": "escrito", "describir": "descrito",
    "recordar": "recuerda recuerdan", "dejar_claro": "deja_claro dejan_claro dejó_claro dejaron_claro",
    "argüir": "arguye arguyen arguyó arguyeron", "proponer": "propone proponen propuso propusieron propuesto",
    "sugerir": "sugiere sugieren sugirió sugirieron sugiriendo",
    "sostener": "sostiene sostienen sostuvo sostuvieron sostendría",
    "reconocer": "reconoce reconocen reconoció", "confesar": "confiesa confiesan",
    "advertir": "advierte advierten advirtió advirtieron advirtiendo",
    "pedir": "pide piden pidió pidieron pidiendo", "quejarse": "queja quejan quejó quejaron quejaba quejándose quejado",
    "negar": "niega niegan", "desmentir": "desmiente desmienten desmintió desmintieron desmintiendo",
    "defender": "defiende defienden", "defender_que": "", "aclarar": "aclara aclaran",
    "llamar_a": "llama_a llaman_a llamó_a llamaron_a", "tildar_de": "tilda_de tildó_de tildaron_de",
    "tachar_de": "tacha_de tachó_de tacharon_de", "cargar_contra": "carga_contra cargó_contra",
    "repetir": "repite repiten repitió repitieron repitiendo", "creer": "cree creen creyó creyeron",
    "plantear": "plantea plantean", "urgir": "urge urgen",
    "recomendar": "recomienda recomiendan", "limitarse": "limitó limitaron",
    "mostrarse": "muestra muestran mostró mostraron mostrado",
    "declararse": "", "corregir": "corrige corrigen corrigió corrigieron", "atribuir": "atribuye atribuyen atribuyó atribuyeron",
    "seguir": "sigue siguen siguió siguieron siguiendo", "cerrar": "cierra cierran",
    "leer": "leyó leyeron leyendo leído", "entender": "entiende entienden",
    "mantener": "mantiene mantienen mantuvo mantuvieron mantendría",
    "prever": "prevé prevén previó previeron previsto", "predecir": "predice predijo predijeron",
    "contradecir": "contradice contradijo", "aducir": "aduce adujo adujeron",
    "evaluar": "evalúa evalúan", "ampliar": "amplía amplían", "confiar": "confía confían",
    "rogar": "ruega ruegan", "ofrecer": "ofrece ofreció", "apelar": "apela apelan",
    "desafiar": "desafía desafían", "evidenciar": "evidencia",
    "comprometerse": "compromete comprometen comprometió comprometieron comprometía comprometido",
    "sincerarse": "sincera sinceró", "felicitarse": "felicita felicitó",
    "congratularse": "congratula congratuló",
    "dar_a_conocer": "dio_a_conocer dieron_a_conocer da_a_conocer dado_a_conocer",
    "hacer_saber": "hizo_saber hicieron_saber hace_saber hecho_saber",
    "hacer_ver": "hizo_ver hicieron_ver hace_ver hecho_ver",
    "hacer_hincapié": "hizo_hincapié hace_hincapié hecho_hincapié",
    "poner_de_manifiesto": "puso_de_manifiesto pone_de_manifiesto puesto_de_manifiesto",
    "dejar_caer": "deja_caer dejó_caer dejado_caer",
}  # fmt: skip

_ENDINGS = {
    "ar": "a an ó aron aba aban aría arían ado ando",
    "er": "e en ió ieron ía ían ería erían ido iendo",
    "ir": "e en ió ieron ía ían iría irían ido iendo",
}


def _conjugate(lemma: str) -> Iterator[str]:
    yield lemma.replace("_", " ").removesuffix("se")
    yield from (form.replace("_", " ") for form in IRREGULAR.get(lemma, "").split())
    if "_" in lemma or lemma.endswith("se") or lemma == "decir":
        return
    stem, ending = lemma[:-2], lemma[-2:].replace("ír", "ir")
    yield from (stem + e for e in _ENDINGS[ending].split())
    if ending == "ar":
        yield from (stem + "ándo" + clitic for clitic in ("se", "le", "lo"))


_LEMMAS = [lemma for block in CLASSES.values() for lemma in block.split()]

MALE = """José Juan Antonio Manuel Francisco Luis Miguel Carlos Javier Pedro Jesús Ángel Rafael Jorge
    Alberto Fernando Pablo Sergio Diego Andrés Marcos Tomás Mateo Hugo Iván Óscar Raúl Ramón Julio
    Gustavo Ernesto Emilio Enrique Eduardo Felipe Joaquín Ignacio Martín Nicolás Gabriel Daniel
    David Roberto Ricardo Víctor Mario Santiago Gonzalo Álvaro Rubén Adrián Teo Paul Simón Samuel
    Agustín Nicanor Esteban Lorenzo Donald Joe Marco Mike
    Abel Abraham Adolfo Agustí Alan Aldo Alejandro Alexis Alfonso Alfredo Álex Amadeo Amado Ángelo Aníbal
    Ariel Armando Arnaldo Arturo Augusto Aurelio Axel Baltasar Bautista Benito Benjamín Bernardo Boris
    Bruno Camilo Carmelo César Ciro Claudio Cristian Cristóbal Damián Darío Demetrio Edgardo Efraín
    Eliseo Elías Emiliano Emmanuel Eugenio Evaristo Fabián Fabio Facundo Federico Feliciano Fermín
    Félix Gael Gaspar Genaro Gerardo Germán Gerónimo Gilberto Gregorio Guillermo Gustavo Héctor
    Heriberto Hernán Hipólito Horacio Humberto Ismael Jacinto Jacobo Jaime Javi Joan Joel Jordi
    José Josep Josué Juanjo Julián Kevin Lautaro Leandro Leonardo Leonel Leopoldo Lisandro Luca
    Lucas Luciano Lucio Manolo Marcelo Marcial Mariano Mauricio Mauro Máximo Maximiliano Miquel Moisés
    Nahuel Néstor Norberto Octavio Omar Orlando Osvaldo Pascual Patricio Paulino Pepe Primitivo
    Ramiro Raimundo Renato René Reinaldo Rodolfo Rodrigo Rogelio Romeo Rosendo Rufino
    Saúl Sebastián Serafín Severino Silvio Simeón Tadeo Teodoro Thiago Tito Ulises Valentín
    Vicente Wilson Xavier Xavi Yago Zacarías Efrén Iñaki Iker Unai Aitor Gorka Andoni Oriol Arnau Pere"""
FEMALE = """María Carmen Ana Isabel Dolores Pilar Josefa Teresa Rosa Cristina Ángeles Antonia Laura
    Francisca Mercedes Lucía Marta Elena Julia Concepción Sara Paula Raquel Rocío Beatriz Patricia
    Silvia Sandra Andrea Nuria Inés Claudia Gabriela Valentina Daniela Sofía Victoria Alicia Irene
    Nora Ida Lena Eva Alba Yolanda Verónica Mónica Susana Margarita Lorena Luz Amparo Consuelo
    Kristi Cristina Dilma Keiko Delcy Graciela Estela Norma Olga Ester
    Ada Adela Adelina Adriana Agustina Aída Aina Ainhoa Aitana Alejandra Alma Almudena Amalia
    Amelia Amaia Anahí Analía Ángela Angélica Antonella Araceli Ariadna Azucena Belén Berta
    Blanca Brenda Brígida Camila Candela Carina Carla Carlota Carolina Catalina Cayetana Cecilia Celia
    Celeste Chiara Clara Constanza Covadonga Dalia Débora Delfina Delia Diana Edith Elisa Eloísa
    Elvira Emilia Emma Encarnación Erika Estefanía Eugenia Fabiola Fátima Felisa Fernanda
    Florencia Gemma Genoveva Gisela Gloria Greta Guadalupe Guillermina Herminia Ileana Inmaculada
    Iria Isabela Itziar Ivana Jacinta Jazmín Jimena Joaquina Josefina Juana Juliana Julieta Karina
    Laia Lara Leire Leonor Leticia Lidia Liliana Lina Lola Lourdes Luciana Luisa Macarena Magalí
    Magdalena Maite Malena Manuela Marcela Mariana Mariela Marina Marisa Marisol Martina Matilde
    Melina Micaela Milagros Mireia Miriam Montserrat Nadia Natalia Nélida Nieves Noelia Noemí Ofelia
    Paloma Pamela Paola Perla Petra Pía Ramona Rebeca Regina Renata Rita Roberta Romina Rosalía
    Rosario Roxana Ruth Sabrina Salomé Samanta Sandra Selena Soledad Sonia Tamara Tania Tatiana
    Úrsula Valeria Vanesa Vera Victoria Viviana Ximena Zulema Nerea Begoña Uxue"""

_PLACES = """
Afghanistan = afganistan | afgano
Albania = albania | albanes
Algeria = argelia | argelino
Argentina = argentina | argentino
Armenia = armenia | armenio
Australia = australia | australiano
Austria = austria | austriaco
Azerbaijan = azerbaiyan | azeri
Bangladesh = bangladesh | bangladesi
Belarus = bielorrusia | bielorruso
Belgium = belgica | belga
Bolivia = bolivia | boliviano
Bosnia = bosnia | bosnio
Brazil = brasil | brasileno
Britain = gran bretana, reino unido | britanico
Bulgaria = bulgaria | bulgaro
Cambodia = camboya | camboyano
Canada = canada | canadiense
Chile = chile | chileno
China = china | chino
Colombia = colombia | colombiano
Costa Rica = costa rica | costarricense
Croatia = croacia | croata
Cuba = cuba | cubano
Cyprus = chipre | chipriota
Czech Republic = republica checa, chequia | checo
Denmark = dinamarca | danes
Dominican Republic = republica dominicana | dominicano
Ecuador = ecuador | ecuatoriano
Egypt = egipto | egipcio
El Salvador = el salvador | salvadoreno
England = inglaterra | ingles
Estonia = estonia | estonio
Ethiopia = etiopia | etiope
Finland = finlandia | finlandes
France = francia | frances
Germany = alemania | aleman
Ghana = ghana | ghanes
Greece = grecia | griego
Guatemala = guatemala | guatemalteco
Haiti = haiti | haitiano
Honduras = honduras | hondureno
Hungary = hungria | hungaro
Iceland = islandia | islandes
India = india | indio
Indonesia = indonesia | indonesio
Iran = iran | irani
Iraq = irak, iraq | iraqui
Ireland = irlanda | irlandes
Israel = israel | israeli
Italy = italia | italiano
Jamaica = jamaica | jamaicano
Japan = japon | japones
Jordan = jordania | jordano
Kazakhstan = kazajistan | kazajo
Kenya = kenia | keniano
Kuwait = kuwait | kuwaiti
Latvia = letonia | leton
Lebanon = libano | libanes
Libya = libia | libio
Lithuania = lituania | lituano
Malaysia = malasia | malasio
Mexico = mexico | mexicano
Mongolia = mongolia | mongol
Morocco = marruecos | marroqui
Mozambique = mozambique | mozambiqueno
Netherlands = paises bajos, holanda | holandes neerlandes
New Zealand = nueva zelanda | neozelandes
Nicaragua = nicaragua | nicaraguense
Nigeria = nigeria | nigeriano
North Korea = corea del norte | norcoreano
Norway = noruega | noruego
Pakistan = pakistan | pakistani
Panama = panama | panameno
Paraguay = paraguay | paraguayo
Peru = peru | peruano
Philippines = filipinas | filipino
Poland = polonia | polaco
Portugal = portugal | portugues
Qatar = catar, qatar | catari
Romania = rumania | rumano
Russia = rusia | ruso
Saudi Arabia = arabia saudi, arabia saudita | saudi saudita
Scotland = escocia | escoces
Senegal = senegal | senegales
Serbia = serbia | serbio
Singapore = singapur | singapurense
Slovakia = eslovaquia | eslovaco
Slovenia = eslovenia | esloveno
Somalia = somalia | somali
South Africa = sudafrica | sudafricano
South Korea = corea del sur | surcoreano
Spain = espana | espanol
Sudan = sudan | sudanes
Sweden = suecia | sueco
Switzerland = suiza | suizo
Syria = siria | sirio
Taiwan = taiwan | taiwanes
Thailand = tailandia | tailandes
Tunisia = tunez | tunecino
Turkey = turquia | turco
Uganda = uganda | ugandes
Ukraine = ucrania | ucraniano
United Arab Emirates = emiratos arabes unidos, emiratos arabes | emirati
United States = estados unidos, ee.uu., ee. uu., eeuu | estadounidense norteamericano
Uruguay = uruguay | uruguayo
Venezuela = venezuela | venezolano
Vietnam = vietnam | vietnamita
Wales = gales | gales
Yemen = yemen | yemeni
Zimbabwe = zimbabue | zimbabuense
Africa = africa | africano
Asia = asia | asiatico
Europe = europa | europeo
Latin America = america latina, latinoamerica, iberoamerica | latinoamericano
Central America = centroamerica, america central | centroamericano
South America = sudamerica, america del sur, suramerica | sudamericano suramericano
Middle East = oriente medio, oriente proximo, medio oriente
Catalonia = cataluna, catalunya | catalan
Andalusia = andalucia | andaluz
Galicia = galicia | gallego
Basque Country = pais vasco, euskadi | vasco
Amsterdam = amsterdam
Athens = atenas
Baghdad = bagdad
Barcelona = barcelona | barcelones
Beijing = pekin
Beirut = beirut
Berlin = berlin | berlines
Bogota = bogota | bogotano
Brussels = bruselas
Budapest = budapest
Buenos Aires = buenos aires | porteno bonaerense
Cairo = el cairo
Caracas = caracas | caraqueno
Copenhagen = copenhague
Damascus = damasco
Dublin = dublin
Edinburgh = edimburgo
Geneva = ginebra | ginebrino
Havana = la habana | habanero
Hong Kong = hong kong
Istanbul = estambul
Jerusalem = jerusalen
Kabul = kabul
Kyiv = kiev, kyiv
Lisbon = lisboa | lisboeta
London = londres | londinense
Madrid = madrid | madrileno
Manila = manila
Mexico City = ciudad de mexico, cdmx
Montevideo = montevideo | montevideano
Moscow = moscu | moscovita
Mumbai = bombay
New Delhi = nueva delhi, delhi
Oslo = oslo
Ottawa = ottawa
Paris = paris | parisino parisiense
Prague = praga
Pyongyang = pyongyang, pionyang
Quito = quito | quiteno
Rome = roma | romano
Santiago = santiago, santiago de chile | santiaguino
Sao Paulo = sao paulo
Seoul = seul
Seville = sevilla | sevillano
Shanghai = shanghai
Stockholm = estocolmo
Sydney = sidney
Tehran = teheran
Tel Aviv = tel aviv
Tokyo = tokio
Vienna = viena | vienes
Warsaw = varsovia
Zurich = zurich
Los Angeles = los angeles
New York = nueva york | neoyorquino
San Francisco = san francisco
San Diego = san diego
Chicago = chicago
Miami = miami
Houston = houston
Boston = boston
Philadelphia = filadelfia
Hawaii = hawai
California = california | californiano
Florida = florida
Texas = texas | texano
Pennsylvania = pensilvania
New Mexico = nuevo mexico
New Jersey = nueva jersey
North Carolina = carolina del norte
South Carolina = carolina del sur
Puerto Rico = puerto rico | puertorriqueno
"""


def _belonging(word: str) -> tuple[str, ...]:
    """The forms of who belongs to a place: "francés", "francesa", "franceses", "francesas"."""
    if word.endswith("o"):
        return word, word[:-1] + "a", word + "s", word[:-1] + "as"
    if word[-1] in "aei":
        return word, word + "s", word + "es"
    return word, word + "a", word + "es", word + "as"


KNOWN_PLACES, _MASCULINE = gazetteer(_PLACES)
DEMONYMS = {form: place for word, place in _MASCULINE.items() for form in _belonging(word)}

# Adjectives by which a text judges somebody, or takes a stand on what they are, in the masculine;
# what anybody could look up (age, nation, party, "nuevo", "local") is left out.
JUDGING = words_of(
    """
    abatido abnegado aborrecido abrumado absolutista aburrido abusivo abusón acaudalado
    aclamado acogedor acomplejado acorralado acosado acérrimo adinerado admirable admirado
    afable agobiado agotado agresivo aguerrido airado ajetreado alarmista alicaído aliviado
    alocado altanero altivo amargado ambicioso ambiguo amedrentado amenazante ansioso
    antidemocrático antipático antisistema anárquico apasionado apenado apocado apático
    arbitrario ardiente arisco aristocrático arrepentido arriesgado arrogante arrollador
    arruinado asfixiado astuto atrevido audaz austero autocomplaciente autocrático autoritario
    avaricioso avaro avergonzado avezado batallador belicista belicoso beligerante benévolo
    blando boyante bravucón brillante brutal bruto burdo bélico caciquil calculador campechano
    caprichoso carismático catastrofista categórico cauteloso cauto caótico chapucero chavista
    chulesco chulo ciego clasista clientelar cobarde codicioso coherente colérico combativo
    comedido compasivo complacido complaciente comprensivo comprometido comunista conciliador
    condenable confiado conflictivo conmocionado conmovido conservador consternado constructivo
    contradictorio contrariado controvertido contundente convincente cordial corrupto cortés
    criminal crispado crispador cruel cruento crédulo crítico cuestionado célebre cínico
    cómplice debilitado decaído decente decepcionado decepcionante decidido decisivo
    deficitario defraudado delirante demagogo demagógico depredador derechista derrochador
    derrotado derrotista desacreditado desafiante desalmado desaprensivo desastroso descarado
    desconcertado desconfiado descontento descontrolado descortés desencantado desesperado
    desgastado deshonesto deshonrado desilusionado desleal deslenguado desmoralizado desnortado
    desobediente desorganizado despiadado despilfarrador despistado despreciable desprestigiado
    despótico desquiciado desubicado desvalido desvergonzado devastado dialogante dictatorial
    digno diligente disciplinado disidente dividido dogmático dolido doliente dubitativo dudoso
    duro débil déspota díscolo dócil ecologista ecuánime eficaz eficiente egocéntrico egoísta
    ejemplar elitista elocuente emblemático eminente emocionado emotivo emprendedor enardecido
    encolerizado endeble endeudado endurecido enfadado enfrentado enfurecido enigmático enojado
    entrañable entregado entusiasta envalentonado envidioso enérgico equidistante equilibrado
    errático escandaloso escrupuloso escéptico esforzado esperanzado esperpéntico esquivo
    estafador estoico estrafalario estricto eufórico exaltado exasperado excelente excéntrico
    exhausto exigente exitoso expansionista explosivo expoliador exquisito extravagante
    extremista exultante fallido falso famoso fanático fascista feminista feroz ferviente
    fiable fiel fiero filántropo firme flemático folclórico formidable fracasado fraudulento
    frustrado frágil frívolo fuerte fulminante furibundo furioso férreo garantista generoso
    genial gigante golpista gozoso grosero gruñón habilidoso hastiado hermético heroico
    hipócrita histriónico histérico homófobo honesto honorable honrado hostil humilde humillado
    humillante hábil idealista idolatrado ignorante ilegal ilegítimo iluminado ilusionado
    ilustre ilícito imbatible impaciente imparcial impasible impecable implacable imponente
    impopular impotente imprescindible impresentable impresionante imprudente impulsivo
    inaccesible incansable incapaz incendiario incisivo incoherente incombustible incompetente
    inconsecuente incorregible incorruptible incrédulo incómodo indeciso indefenso
    independentista indiferente indignado indigno indocumentado indomable ineficaz ineficiente
    inepto inescrupuloso inestable inexperto infame infatigable inflexible influyente ingenioso
    ingenuo inhumano injusto inmaduro inmisericorde inmoral inmovilista innovador inoperante
    inquebrantable inquieto insaciable insensato insensible insidioso insolente insolidario
    insolvente inspirador insumiso intachable integrista inteligente intocable intolerante
    intransigente intratable intrigante intrépido inútil iracundo irascible irregular
    irresponsable irreverente irritable irritado izquierdista jactancioso jocoso jubiloso
    justiciero leal legendario lenguaraz letal liberal libertador libertario liberticida llorón
    loco locuaz luchador lúcido machista mafioso magnánimo maleducado malhumorado malogrado
    maltrecho malvado malévolo manipulador manirroto manso maquiavélico marginado marrullero
    mediocre mediático megalómano melancólico mendaz mentiroso mercenario mesiánico mesurado
    meticuloso mezquino millonario miserable misógino moderado modesto modélico molesto
    monstruoso mordaz moribundo multimillonario mártir mísero mítico nacionalista narcisista
    necesitado nefasto negacionista negligente neoliberal nervioso nostálgico obediente
    obsesionado obsesivo obstinado ocurrente odiado odioso ofendido ofensivo ofuscado olvidado
    omnipotente omnipresente opaco oportunista opresor oprimido optimista opulento orgulloso
    osado pacifista pactista pacífico paranoico parcial parco partidista pasivo paternalista
    patriótico patético pedante peleón peligroso pendenciero perjudicado perplejo perseguido
    perseverante perspicaz pertinaz perverso pesimista piadoso pirómano pletórico poderoso
    polarizador polémico populachero popular populista potente pragmático precario precavido
    preocupado prepotente prestigioso privilegiado proactivo progresista prometedor provocador
    prudente prófugo pudiente pujante puritano pícaro quebrado quebrantado quejoso querido
    rabioso racista radical radicalizado rapaz raquítico ratero reaccionario rebelde
    recalcitrante recatado receloso recio recto reformista regañón relajado remolón rencoroso
    renegado renombrado repudiado repugnante reputado resentido resignado resiliente resolutivo
    respetable respetado respetuoso reticente retrógrado revanchista revoltoso revolucionario
    rico ridículo riguroso risueño robusto rudo ruidoso ruin ruinoso rígido sabio sagaz saneado
    sanguinario saqueador sarcástico satisfecho secretista sectario sensacionalista sensato
    separatista sereno servicial servil severo sexista siniestro sinvergüenza soberbio
    sobresaliente sobrio socialista solidario solitario solvente sombrío sonriente sorprendido
    sumiso supremacista sádico tacaño taimado tajante talentoso temerario temeroso temible
    temido tenaz tendencioso tenebroso tenso terco terrible terrorista testarudo tibio timorato
    tiránico titubeante todopoderoso tolerante torpe torticero tosco tozudo traidor tramposo
    tranquilo transparente trapacero triste triunfador triunfalista triunfante tránsfuga turbio
    tímido tóxico ufano ultraconservador ultraderechista ultraizquierdista ultraliberal
    ultranacionalista utópico vacilante valeroso valiente vanidoso vapuleado vehemente veleta
    venerado vengador vengativo veterano victimista victorioso vil vilipendiado violento
    virtuoso virulento visionario vitoreado vivaz volátil voraz vulnerable xenófobo zafio
    zalamero íntegro
    """
)
EPITHETS = words_of(
    """
    acólito admirador advenedizo adversario agitador aliado autócrata bufón cacique caudillo
    charlatán corrupto crítico delincuente demagogo detractor dictador disidente embaucador
    enemigo especulador estafador explotador extremista fanático fascista filántropo golpista
    gurú histrión héroe ideólogo luchador lugarteniente magnate marioneta matón mentiroso
    millonario multimillonario mártir novato oligarca oportunista patriota payaso pionero
    pirómano populista potentado provocador racista rebelde reformista rival simpatizante
    tecnócrata terrorista tirano traidor trepador tránsfuga títere verdugo veterano villano
    visionario víctima
    """
)
MOODS = words_of(
    """
    abatido aburrido acorralado agotado aliviado apenado arrepentido avergonzado confiado
    conmocionado conmovido consternado contrariado decepcionado decidido derrotado
    desconcertado descontento desencantado desesperado desilusionado desmoralizado dividido
    dolido emocionado enfadado enfurecido enojado envalentonado esperanzado frustrado
    ilusionado indignado irritado molesto ofendido perplejo preocupado resignado satisfecho
    sorprendido
    """
)
PLAIN_MODIFIERS = words_of(
    """
    actual agrícola antigua antiguas antiguo antiguos autonómico catalán eléctrica empresarial
    entonces estatal ex exalcalde exministro federal general generales gran joven jóvenes local
    locales madrileño marítimo minera minero misma mismo municipal municipales nacional
    nacionales nueva nuevas nuevo nuevos otrora política político portuaria portuario primer
    primera primero privada privado propia propio provincial pública público regional
    regionales salinera salinero segunda segundo sindical sindicales todavía vasco vieja viejo
    """
)


def _agreeing(lemmas: Iterable[str]) -> dict[str, str]:
    """Every gender and number of adjectives and nouns, filed under the masculine.

    >>> sorted(_agreeing(["combativo", "mordaz"]))
    ['combativa', 'combativas', 'combativo', 'combativos', 'mordaces', 'mordaz']
    """
    return {form: lemma for lemma in lemmas for form in _forms(lemma)}


def _forms(lemma: str) -> Iterator[str]:
    if lemma.endswith("o"):
        yield from (lemma[:-1] + ending for ending in ("o", "a", "os", "as"))
    elif lemma.endswith(("or", "ón", "án", "ín")):
        stem = lemma[:-2] + {"or": "or", "ón": "on", "án": "an", "ín": "in"}[lemma[-2:]]
        yield from (lemma, stem + "a", stem + "es", stem + "as")
    elif lemma.endswith("z"):
        yield from (lemma, lemma[:-1] + "ces")
    elif lemma[-1] in "aeiouáé":
        yield from (lemma, lemma + "s")
    else:
        yield from (lemma, lemma + "es")


LANGUAGE = Language(
    code="es",
    name="Spanish",
    little_words=words_of(
        "el la los las de del que y en un una por con para se su al es lo como más pero sus "
        "fue este ha muy sin sobre también dijo según"
    ),
    marks=("«", "»"),
    verbs=verb_table(
        ((lemma.replace("_", " "), list(_conjugate(lemma))) for lemma in _LEMMAS), CLASSES, WEAK
    ),
    according=frozenset(
        """según|de acuerdo con|de acuerdo a|a juicio de|en opinión de|en palabras de|a decir de|
        al decir de|en boca de|de acuerdo al|a juicio del|en opinión del|en palabras del|
        a decir del|al decir del|en boca del|en voz de|en voz del""".replace(
            "\n        ", ""
        ).split("|")
    ),
    that=words_of("que"),
    joining=words_of("y e pero aunque mientras"),
    asides=frozenset(
        """mientras que|en tanto que|al tiempo que|a la vez que|en alusión a|en alusión al|
        en referencia a|en referencia al|en declaraciones a|en una entrevista|en entrevista|
        en rueda de prensa|en conferencia de prensa|en una rueda de prensa|en un comunicado|
        en diálogo con|en conversación con|a preguntas de|antes de|
        si bien|tal y como|tal como""".replace("\n        ", "").split("|")
    ),
    addressing=words_of("decir informar preguntar"),
    hearer=words_of("a al"),
    drops_subjects=True,
    verb_before_subject=True,
    dash_dialogue=True,
    inflected=True,
    infinitive_endings=("ar", "er", "ir", "arse", "erse", "irse"),
    short_infinitives=words_of("ser"),
    gerund_endings=("ndo",),
    past_endings=("ó", "aba", "aron"),
    participle_endings=("ado", "ido", "dicho", "escrito", "puesto"),
    have=words_of("ha han había habían habría habrían haber hemos"),
    be=words_of("es son fue fueron ser sido"),
    agents=words_of("por"),
    clitics=words_of("lo la le les se me nos los las"),
    noun_endings=("a",),
    impersonal_pronouns=words_of("se cabe conviene"),
    impersonal=words_of(
        "decir afirmar asegurar informar anunciar contar comentar creer recordar señalar destacar "
        "mencionar indicar apuntar precisar subrayar"
    ),
    negations=words_of("no nunca tampoco"),
    refusals=words_of("rehusó evitó evitado declinó sin"),
    unwilling=words_of("quiso"),
    pronouns={
        "él": Pronoun("m", "s"),
        "ella": Pronoun("f", "s"),
        "ellos": Pronoun("m", "p"),
        "ellas": Pronoun("f", "p"),
        "este": Pronoun("m", "s"),
        "esta": Pronoun("f", "s"),
        "éste": Pronoun("m", "s"),
        "ésta": Pronoun("f", "s"),
        "quien": Pronoun(None, "s"),
        "quienes": Pronoun(None, "p"),
        "yo": Pronoun(None, "s"),
        "nosotros": Pronoun(None, "p"),
    },
    interlocutors=words_of("yo nosotros"),
    honorifics=gendered("don Don señor Sr. D.", "doña Doña señora señorita Sra. Dña.", "Dr. Dra."),
    roles=gendered(
        "presidente expresidente mandatario director jefe premier ministro secretario subsecretario "
        "viceministro teniente consejero gobernador alcalde regidor concejal diputado senador legislador "
        "fiscal juez magistrado abogado letrado comisario empresario vecino rector candidato médico "
        "trabajador obrero salinero sindicalista delegado profesor investigador científico biólogo "
        "funcionario experto analista portavoz vocero transportista camionero empleado encargado "
        "propietario dueño hombre padre hijo hermano marido patrón gerente concejero operario "
        "trabajadores vecinos empleados dueños propietarios funcionarios expertos "
        "exalcalde exministro exgobernador exdirector exdiputado exsenador exjefe exconcejal "
        "exmandatario exsecretario viceconsejero vicealcalde vicerrector subdirector subdelegado "
        "embajador coordinador responsable asesor administrador fundador cofundador creador "
        "defensor inspector interventor interventores procurador contralor contador tesorero "
        "capitán técnico entrenador seleccionador jugador futbolista arquero portero delantero "
        "mediocampista volante lateral defensa árbitro piloto cantante actor escritor autor poeta "
        "pintor escultor compositor músico productor cineasta cocinero restaurador arquitecto "
        "ingeniero historiador catedrático académico maestro doctor enfermero párroco obispo "
        "arzobispo cardenal coronel comandante sargento agricultor ganadero pescador apicultor "
        "minero vendedor conductor chofer taxista acusado imputado querellante denunciante "
        "condenado heredero viudo esposo novio abuelo tío primo cuñado amigo compañero socio "
        "gestor promotor organizador opositor caficultor vicesecretario precandidato estudiante "
        "alumno joven jerarca jurista letrados alcaldes ministros concejales diputados senadores "
        "regidores intendentes gobernadores ediles médicos profesores científicos investigadores "
        "agricultores pescadores estudiantes padres autores organizadores abogados técnicos "
        "usuarios comerciantes integrantes miembros ganaderos jugadores fiscales jueces magistrados",
        "presidenta expresidenta mandataria directora jefa ministra secretaria subsecretaria "
        "viceministra teniente consejera gobernadora alcaldesa regidora concejala diputada senadora "
        "legisladora jueza magistrada abogada letrada comisaria empresaria vecina rectora candidata "
        "médica trabajadora obrera salinera delegada profesora investigadora científica bióloga "
        "funcionaria experta vocera empleada encargada propietaria dueña mujer madre hija hermana "
        "patrona exalcaldesa exministra exgobernadora exdirectora exdiputada exsenadora exconcejala "
        "edila viceconsejera vicealcaldesa vicerrectora subdirectora subdelegada embajadora "
        "coordinadora asesora administradora fundadora cofundadora creadora defensora inspectora "
        "interventora procuradora contralora tesorera capitana entrenadora jugadora arquera portera "
        "delantera actriz escritora autora pintora escultora compositora productora cocinera "
        "restauradora arquitecta ingeniera historiadora catedrática académica maestra doctora "
        "enfermera agricultora ganadera pescadora apicultora vendedora conductora acusada imputada "
        "denunciante condenada heredera viuda esposa novia abuela tía prima cuñada amiga compañera "
        "socia gestora promotora organizadora opositora vicesecretaria precandidata alumna "
        "sindicada científicas vecinas alcaldesas ministras diputadas médicas",
        "canciller intendente edil asambleísta congresista parlamentario portavoz titular dirigente "
        "líder representante testigo sindicalista gremialista economista periodista gerente "
        "concejal fiscal fuentes fuente familiares allegados portavoces líderes "
        "dirigentes testigos representantes analista activista ecologista",
    ),
    bodies=words_of(
        """gobierno ejecutivo empresa compañía sindicato comité ayuntamiento municipio ministerio
        fiscalía policía cancillería partido tribunal juzgado consejo junta banco universidad instituto
        asociación grupo sociedad fundación organización cooperativa patronal ong oposición bancada
        alcaldía corporación federación plataforma consejería registro agencia diario periódico
        consistorio pleno secretaría departamento embajada cámara congreso senado ejército dirección
        propiedad plantilla comisión cofradía capitanía gremio naviera diputación delegación
        concejalía mancomunidad firma cabildo autoridad jefatura intendencia gobernación concejo
        patronato confederación colectivo agrupación entidad organismo institución club
        superintendencia contraloría procuraduría defensoría legislatura asamblea directiva
        consorcio concesionaria constructora aerolínea petrolera distribuidora multinacional
        movimiento alianza coalición audiencia corte prensa oficialismo administración presidencia
        prefectura diócesis arzobispado gerencia comuna unión juntas observatorio hinchada afición
        servicio museo hospital academia"""
    ),
    groups=words_of("trabajadores vecinos familias empleados plantilla migrantes manifestantes"),
    documents=words_of(
        """comunicado carta informe fallo auto sentencia documento nota texto escrito mensaje tuit
        estudio encuesta artículo libro dictamen declaración denuncia escrito acta memorando
        resolución pronunciamiento boletín reporte manifiesto misiva circular datos cifras sumario"""
    ),
    definite=words_of("el la los las"),
    fused_articles=words_of("del al"),
    indefinite=words_of("un una unos unas algunos algunas otro otra varios varias"),
    possessives=words_of("su sus mi mis nuestro nuestra nuestros nuestras"),
    article_genders={
        "el": "m",
        "del": "m",
        "al": "m",
        "la": "f",
        "un": "m",
        "una": "f",
        "los": "m",
        "las": "f",
    },
    prepositions=words_of(
        "a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por "
        "sin sobre tras"
    ),
    particles=words_of("de del la las los y da do von van"),
    and_words=words_of("y"),
    or_words=words_of("o"),
    linking=words_of("de del"),
    genitives=words_of("de del"),
    adjective_endings=tuple(
        sorted(words_of("al ales ico ica ivo iva ario aria or ora ente ano ana"))
    ),
    bare_subjects=words_of("policía"),
    plural_rules={consonant: consonant + "es" for consonant in "bcdfghjklmnpqrtvwxyz"},
    noun_forms={
        "z": ("ces",),
        "ces": ("z",),
        "s": (),
        "on": ("ones",),
        "ones": ("on",),
        "ion": ("iones",),
        "iones": ("ion",),
        "or": ("ora", "ores", "oras"),
        "ora": ("or", "ores", "oras"),
        "ores": ("or", "ora", "oras"),
        "oras": ("or", "ora", "ores"),
        "ero": ("era", "eros", "eras"),
        "era": ("ero", "eros", "eras"),
        "eros": ("ero", "era", "eras"),
        "eras": ("ero", "era", "eros"),
        "ado": ("ada", "ados", "adas"),
        "ada": ("adas",),
        "ados": ("ado", "ada", "adas"),
        "adas": ("ada",),
        "ario": ("aria", "arios", "arias"),
        "aria": ("arias",),
        "arios": ("ario", "aria", "arias"),
        "arias": ("aria",),
        "ino": ("ina", "inos", "inas"),
        "inos": ("ino", "ina", "inas"),
        "inas": ("ino", "ina", "inos"),
        "ano": ("ana", "anos", "anas"),
        "anos": ("ano", "ana", "anas"),
        "anas": ("ano", "ana", "anos"),
        "al": ("ales",),
        "ales": ("al",),
        "el": ("eles",),
        "il": ("iles",),
        "ol": ("oles",),
        "ar": ("ares",),
        "er": ("eres",),
        "en": ("enes",),
        "an": ("anes",),
        "ad": ("ades",),
        "ades": ("ad",),
        "tes": ("te",),
        "tas": ("ta",),
        "nas": ("na",),
        "res": ("re",),
        "les": ("l",),
        "cos": ("co", "ca", "cas"),
        "co": ("ca", "cos", "cas"),
        "ivo": ("iva", "ivos", "ivas"),
    },
    verb_forms={
        "ar": tuple(
            sorted(
                words_of(
                    "a an o aron aba aban ara aran aria arian ado ada ados adas ando e en arla arlas arlo "
                    "arlos arse"
                )
            )
        ),
        "er": tuple(
            sorted(
                words_of(
                    "e en io ieron ia ian era eran eria erian ido ida idos idas iendo a an erla erlas erlo "
                    "erlos erse"
                )
            )
        ),
        "ir": tuple(
            sorted(
                words_of(
                    "e en io ieron ia ian ira iran iria irian ido ida idos idas iendo a an irla irlas irlo "
                    "irlos irse"
                )
            )
        ),
    },
    irregular_forms={
        "cerrar": words_of("cierra cierran cierre cierren cerrar cerro cerraron"),
        "hacer": words_of("hace hacen hizo hicieron hecho haciendo hara haran"),
        "poner": words_of("pone ponen puso pusieron puesto puesta poniendo pondra pondran"),
        "tener": words_of("tiene tienen tuvo tuvieron tendra tendran"),
        "volver": words_of("vuelve vuelven vuelto volvio"),
        "perder": words_of("pierde pierden"),
        "despedir": words_of("despide despiden despidio despidieron"),
        "apagar": words_of("apague apaguen"),
    },
    acts=words_of(
        """abandonar abolir bloquear cancelar cerrar clausurar cesar demoler desalojar desmantelar
        despedir detener deportar expulsar ocupar parar paralizar privatizar protestar reabrir
        recalificar suspender vetar"""
    ),
    adjectives_follow=True,
    modifiers=words_of(
        """nuevo nueva nuevos nuevas ultimo ultima ultimos ultimas primer primera gran presunto presunta
        presuntos presuntas supuesto supuesta supuestos supuestas falso falsa verdadero verdadera
        ilegal ilegales legal legales salarial salariales laboral laborales urbanistico urbanistica
        definitivo definitiva definitivos definitivas pacifico pacifica violento violenta masivo
        masiva forzoso forzosa temporal temporales despedidos despedidas afectados afectadas
        irregulares irregular clandestino clandestina fijos fijas"""
    ),
    modifier_endings=tuple(
        sorted(
            words_of(
                "al ales ico ica icos icas ivo iva ivos ivas ario aria arios arias oso osa osos osas "
                "ble bles ense enses"
            )
        )
    ),
    before_names=words_of(
        """familia gobierno administracion campana clan caso calle avenida avda plaza paseo fundacion
        premio torre puente parque instituto colegio hospital museo universidad grupo hermanos
        hermanas matrimonio ley plan equipo barrio estadio biblioteca bodegas talleres hijos
        viuda senores esposos"""
    ),
    other_holders=words_of(
        "ex antiguo antigua anterior entonces futuro futura interino interina funciones adjunto adjunta"
    ),
    the_other=words_of("otro otra"),
    partnering=words_of("con entre"),
    all_of=words_of("todo toda todos todas ambos ambas cada"),
    before_subjects=words_of(
        """dijo dice fue es ha habia era quiere puede sera segun cuando mientras aunque porque si como
        donde tras entonces luego despues antes ademas tambien solo ni pero ya hoy ayer manana aun
        asi quizas acaso"""
    ),
    relatives=words_of("quien quienes que cual cuales"),
    who=words_of("quien"),
    auxiliaries=words_of(
        "ha han había habían habría habrían fue fueron es son era eran será puede podría debe "
        "también se le les me nos lo la los las no ya luego después además"
    ),
    adverbs=words_of("también luego después además ayer hoy entonces ya"),
    adverb_endings=("mente",),
    first_names=dict.fromkeys(MALE.split(), "m") | dict.fromkeys(FEMALE.split(), "f"),
    not_names=words_of(
        """El La Los Las Un Una Unos Unas En De Del Al A Y O Pero Si Cuando Mientras Como Por Para Con Sin
        Sobre Tras Desde Hasta Según Que Quien Este Esta Estos Estas Ese Esa Eso Esto Aquel Su Sus Mi Mis
        Nuestro Nuestra No Sí Ni Ya Hoy Ayer Mañana También Además Así Entonces Luego Después Antes Aunque
        Porque Donde Dónde Cómo Cuándo Qué Quién Cuál Hay Es Son Fue Era Ha Han Había Se Le Les Lo Me Nos
        Lunes Martes Miércoles Jueves Viernes Sábado Domingo Enero Febrero Marzo Abril Mayo Junio
        Agosto Septiembre Octubre Noviembre Diciembre Dos Tres Cuatro Cinco Seis Siete Ocho Nueve Diez
        Todo Todos Toda Todas Nada Nadie Algo Alguien Muchos Varios Otros Otro Otra Ante Entre Durante
        Foto Imagen Vídeo Video Lea Leer Ver Más Menos Muy Sólo Solo Ahora Aquí Allí Allá Aún Todavía Pues
        Bien Mal Gracias Bueno Buena Consultado Consultada Preguntado Preguntada Dijo Añadió Agregó Explicó
        Señaló Afirmó Aseguró Hemos Tenemos Somos Está Están Estamos Vamos Cada Ninguno Ninguna Tal Vez X Cabe Conviene"""
    ),
    places=words_of(
        """norte sur este oeste nueva nuevo estados unidos reino torre casa calle avenida plaza ciudad
        isla costa bahía río valle monte parque puente estación aeropuerto puerto playa lago mar
        océano golfo provincia distrito región frontera san santa radio televisión twitter facebook
        instagram copa liga guerra ley día semana mundo áfrica américa asia europa alemania argentina
        bolivia brasil canadá chile china colombia corea cuba ecuador egipto españa francia grecia
        guatemala haití honduras hungría india irán iraq irak irlanda israel italia japón líbano
        libia marruecos méxico nicaragua noruega panamá paraguay perú polonia portugal rusia siria
        suecia suiza turquía ucrania uruguay venezuela washington londres parís berlín moscú pekín
        tokio bruselas roma madrid barcelona bogotá lima caracas montevideo asunción quito"""
    ),
    place_nouns=words_of(
        "calle avenida plaza puente rio bahia isla puerto playa parque barrio muelle golfo mar "
        "oceano valle sierra cabo"
    ),
    rest_of_name=words_of("y para"),
    works=words_of(
        "película telediario capítulo drama yate libro novela canción disco obra serie documental "
        "ópera zarzuela concierto filme cortometraje ensayo álbum musical cuento relato ciclo muestra "
        "campaña taller premio certamen concurso espectáculo videojuego columna leyenda pancarta "
        "poema revista cuadro programa artículo exposición himno titulado titulada llamado llamada denominado denominada"
    ),
    opinion=words_of("para"),
    being=words_of(
        "es son era eran fue fueron será serán sería serían resulta supone está están estaba estaban"
    ),
    asking=words_of("preguntar"),
    whether=words_of("si"),
    answers=words_of("sí no"),
    nobody=words_of("nadie ninguno ninguna"),
    asks={"P": "R", "Pregunta": "Respuesta"},
    likening=words_of("como"),
    wordings=words_of(
        "palabra palabras término términos expresión expresiones vocablo etiqueta rótulo lema lemas "
        "mote apodo siglas"
    ),
    so_called=words_of(
        "llamado llamada llamados llamadas supuesto supuesta supuestos supuestas presunto presunta"
    ),
    known_as=frozenset(
        {
            "denominado",
            "denominada",
            "apodado",
            "apodada",
            "conocido como",
            "conocida como",
            "bautizado",
            "bautizada",
            "bautizado como",
            "bautizada como",
        }
    ),
    stop_words=words_of(
        """el la los las un una unos unas y o pero si en de del al a con por para sin sobre entre hasta
        desde que quien cual como cuando donde no ni ya se le les lo me nos te su sus mi mis tu tus es son
        era eran fue fueron ha han había hay está están ser estar este esta estos estas ese esa esos esas
        eso esto aquel más menos muy también sólo solo todo toda todos todas otro otra dijo según"""
    ),
    abbreviations=words_of(
        "Sr. Sra. Srta. Dr. Dra. D. Dña. Ud. Uds. EE.UU. EE. UU. S.A. S.L. Av. Avda. pág. núm. "
        "art. etc. p.ej. aprox. Gral. Cía. Prof. Lic. Ing. Arq. n.º"
    ),
    role_endings=("ista", "óloga", "ólogo", "ógrafo", "ógrafa"),
    speaks_for=words_of(
        "portavoz vocero vocera abogado abogada comunicado carta representante fuentes portavoces"
    ),
    behalf=words_of("de del of for at"),
    weekdays=(
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ),
    near_days={
        "hoy": 0,
        "esta mañana": 0,
        "esta tarde": 0,
        "esta noche": 0,
        "ayer": -1,
        "anoche": -1,
        "anteayer": -2,
    },
    lags=phrases_under(
        {
            "day": """hoy, ayer, anoche, anteayer, esta mañana, esta tarde, esta noche, horas después, horas antes, horas más tarde""",
            "week": """la semana pasada, esta semana, hace una semana, hace unos días, días atrás, la semana anterior, días antes, en los últimos días, el fin de semana""",
            "month": """el mes pasado, este mes, hace un mes, hace unas semanas, semanas atrás, el mes anterior, hace meses, meses atrás, hace dos semanas, meses antes, semanas antes""",
            "year": """el año pasado, este año, hace un año, hace años, años atrás, el año anterior, el verano pasado, el invierno pasado, la primavera pasada, el otoño pasado, durante la campaña, en campaña""",
        }
    ),
    occasions=phrases_under(
        {
            "post": """tuit, tuiteó, tuitea, tuits, twitter, facebook, instagram, publicó, redes sociales, hilo de twitter""",
            "statement": """comunicado, un comunicado, nota de prensa, declaración escrita, nota""",
            "conference": """rueda de prensa, conferencia de prensa, comparecencia, los periodistas, los medios, la prensa""",
            "interview": """entrevista, entrevistado, entrevistada""",
            "speech": """discurso, mitin, alocución""",
            "hearing": """en el parlamento, en el congreso, en el senado, pleno, declaró ante, ante el juez, ante la comisión, ante el parlamento, ante el congreso, audiencia, a los concejales, a los diputados""",
            "letter": """carta, correo, misiva, escrito""",
            "meeting": """asamblea, reunión con los vecinos, a los vecinos, a los trabajadores, reunión vecinal""",
        }
    ),
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    number_words={
        "cero": 0,
        "un": 1,
        "uno": 1,
        "una": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
        "once": 11,
        "doce": 12,
        "trece": 13,
        "catorce": 14,
        "quince": 15,
        "dieciséis": 16,
        "diecisiete": 17,
        "dieciocho": 18,
        "diecinueve": 19,
        "veinte": 20,
        "veintiuno": 21,
        "veintiún": 21,
        "veintiuna": 21,
        "veintidós": 22,
        "veintitrés": 23,
        "veinticuatro": 24,
        "veinticinco": 25,
        "veintiséis": 26,
        "veintisiete": 27,
        "veintiocho": 28,
        "veintinueve": 29,
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
        "setenta": 70,
        "ochenta": 80,
        "noventa": 90,
        "cien": 100,
        "ciento": 100,
    },
    contracted={"%": "por ciento"},
    number_joiners=words_of("y"),
    decimal_comma=True,
    units=filed_under(
        {
            "people": """salineros salineras personas persona empleados empleadas empleado empleada
                trabajadores trabajadoras trabajador trabajadora puestos empleos vecinos vecinas
                miembros habitantes operarios""",
            "migrants": "migrantes migrante inmigrantes",
            "children": "ninos ninas menores hijos",
            "women": "mujeres mujer",
            "men": "hombres hombre",
            "families": "familias familia",
            "students": "estudiantes estudiante alumnos alumnas",
            "passengers": "pasajeros pasajeras",
            "deaths": "muertos muertes fallecidos",
            "injured": "heridos heridas",
            "per cent": "ciento",
            "percentage points": "puntos punto",
            "hectares": "hectareas hectarea ha",
            "acres": "acres acre",
            "tonnes": "toneladas tonelada",
            "kilos": "kilos kilo kilogramos kilogramo kg",
            "litres": "litros litro",
            "degrees": "grados",
            "decades": "decadas decada",
            "years": "anos ano",
            "months": "meses mes mensualidades",
            "weeks": "semanas semana",
            "days": "dias dia",
            "hours": "horas hora",
            "minutes": "minutos minuto",
            "seconds": "segundos",
            "times": "veces",
            "feet": "pies",
            "metres": "metros metro",
            "kilometres": "kilometros kilometro km",
            "miles": "millas milla",
            "votes": "votos voto",
            "cents": "centimos centavos",
            "dollars": "dolares dolar",
            "euros": "euros euro",
            "pounds": "libras libra",
            "pesos": "pesos peso",
            "lorries": "camiones camion",
            "boats": "barcas barca lanchas lancha botes bote",
            "ships": "barcos barco buques buque",
            "buses": "autobuses autobus",
            "schools": "escuelas colegios",
            "countries": "paises pais naciones",
            "companies": "empresas companias",
            "houses": "viviendas vivienda casas casa pisos",
            "birds": "aves ave pajaros",
        }
    ),
    scales={
        "millones": "million",
        "millon": "million",
        "m": "million",
        "mm": "million",
        "billones": "trillion",
        "billon": "trillion",
    },
    roughly=words_of("unos unas casi aproximadamente")
    | {
        "cerca de",
        "alrededor de",
        "mas de",
        "menos de",
        "al menos",
        "en torno a",
        "hasta",
        "por lo menos",
        "como minimo",
        "como maximo",
        "poco mas de",
        "aproximado de",
    },
    more_than=frozenset({"mas de", "al menos", "por lo menos", "como minimo", "poco mas de"}),
    less_than=frozenset({"menos de", "hasta", "como maximo"}),
    between_number_and_noun=words_of(
        "por de nuevos nuevas grandes ultimos ultimas primeros primeras otros otras mas"
    ),
    multipliers={"mil": 1000},
    hundreds={
        "cien": 100,
        "ciento": 100,
        "doscientos": 200,
        "doscientas": 200,
        "trescientos": 300,
        "trescientas": 300,
        "cuatrocientos": 400,
        "cuatrocientas": 400,
        "quinientos": 500,
        "quinientas": 500,
        "seiscientos": 600,
        "seiscientas": 600,
        "setecientos": 700,
        "setecientas": 700,
        "ochocientos": 800,
        "ochocientas": 800,
        "novecientos": 900,
        "novecientas": 900,
    },
    collectives={
        "decena": 10,
        "decenas": 10,
        "docena": 12,
        "docenas": 12,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centenar": 100,
        "centenares": 100,
        "millar": 1000,
        "millares": 1000,
    },
    fractions={
        "la mitad": "half",
        "un tercio": "a third",
        "una tercera parte": "a third",
        "la tercera parte": "a third",
        "dos tercios": "two thirds",
        "dos terceras partes": "two thirds",
        "un cuarto": "a quarter",
        "una cuarta parte": "a quarter",
        "la cuarta parte": "a quarter",
        "tres cuartos": "three quarters",
        "tres cuartas partes": "three quarters",
        "una quinta parte": "a fifth",
        "la quinta parte": "a fifth",
    },
    age_before=words_of("de tiene tenia"),
    small_months=True,
    future_endings=("ará", "erá", "irá", "arán", "erán", "irán"),
    short_months={
        "ene": 1,
        "feb": 2,
        "mar": 3,
        "abr": 4,
        "jun": 6,
        "jul": 7,
        "ago": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dic": 12,
    },
    ahead=words_of(
        "próximo próxima viene será hasta prevé prevén previsto prevista empezará cerrará"
    ),
    near_years={"año pasado": -1, "este año": 0, "próximo año": 1, "año que viene": 1},
    clock_words={"mediodía": "12:00", "medianoche": "00:00"},
    forenoon=frozenset({"a.m.", "a. m.", "am", "de la mañana", "de la madrugada"}),
    afternoon=frozenset({"p.m.", "p. m.", "pm", "de la tarde", "de la noche", "del mediodía"}),
    before_hours=frozenset({"a las", "las", "a la"}),
    places_after=words_of("en"),
    place_openings=words_of("san santa puerto cabo monte lago port"),
    known_places=KNOWN_PLACES,
    demonyms=DEMONYMS,
    nicknames={
        "pepe": "jose",
        "paco": "francisco",
        "pancho": "francisco",
        "lola": "dolores",
        "nacho": "ignacio",
        "quique": "enrique",
        "manolo": "manuel",
        "chema": "jose",
        "concha": "concepcion",
        "charo": "rosario",
        "tono": "antonio",
        "beto": "alberto",
    },
    body_names=words_of(
        """guardia diario fuerzas noticias radio television prensa naciones asociacion federacion
        plataforma hermandad cofradia"""
    ),
    body_links=words_of("de del para"),
    not_acronyms=words_of(
        "TV CEO ADN PDF OK AM PM GMT ID IVA DNI RRSS LGTB VIH FOTO FOTOS VIDEO EFE AP AFP"
    ),
    same_roles=grouped(
        """alcalde regidor intendente edil mandatario jefe
        alcaldesa regidora intendente mandataria jefa
        presidente mandatario
        presidenta mandataria
        gobernador mandatario
        gobernadora mandataria
        ministro titular canciller funcionario
        ministra titular canciller funcionaria
        consejero titular
        consejera titular
        secretario titular funcionario dirigente sindicalista gremialista
        secretaria titular funcionaria dirigente sindicalista gremialista
        subsecretario funcionario
        subsecretaria funcionaria
        director funcionario responsable
        directora funcionaria responsable
        diputado legislador parlamentario congresista
        diputada legisladora parlamentaria congresista
        senador legislador parlamentario
        senadora legisladora parlamentaria
        congresista legislador parlamentario
        congresista legisladora parlamentaria
        concejal edil
        concejala edila edil
        juez magistrado instructor
        jueza magistrada instructora
        abogado letrado defensor
        abogada letrada defensora
        entrenador técnico preparador dt
        entrenadora técnica
        portavoz vocero
        portavoz vocera
        vocero dirigente
        vocera dirigente
        presidente dirigente
        presidenta dirigente"""
    ),
    any_body=words_of(
        "entidad organismo institución organización agrupación colectivo empresa compañía firma"
    ),
    short_titles={"dr": "médico", "dra": "médica", "lic": "licenciado", "gral": "general"},
    copulas=words_of("es era fue será como son eran"),
    clause_openers=words_of(
        "que y pero cuando mientras porque si aunque donde como pues e ni cuyo cuya"
    ),
    locative=words_of("en desde hasta hacia"),
    relays=words_of("citando"),
    relayed_as=words_of("diciendo"),
    issuing=words_of("envió emitió publicó firmó escribió presentó remitió difundió entregó"),
    demonstratives=words_of("este esta"),
    introducing=words_of("un una otro otra"),
    own_words=words_of("comunicado carta nota mensaje tuit escrito texto declaración"),
    credit_openers=lines_of(
        """por | con información de | con informacion de | información de | con datos de | con
        con material de | con aportes de | con despachos de | fuente | fuentes | texto | de
        tomado de | vía | cortesía de | crédito | redacción de | reportaje de | elaborado por
        con la colaboración de | agencia | agencia de noticias | reporte de | editado por
        editado en español por | escrito por | traducido por"""
    ),
    republished=lines_of(
        """publicado originalmente en | publicado originalmente por | publicada originalmente en
        publicada originalmente por | se publicó originalmente en | se publicó primero en
        publicado por primera vez en | publicado primero en | publicada primero en
        reproducido con autorización de | reproducida con autorización de | elaborado por"""
    ),
    credit_closers=lines_of(
        """contribuyó a este informe | contribuyeron a este informe | contribuyó con este reporte
        contribuyó a este artículo | contribuyó a esta nota | contribuyeron a este artículo
        todos los derechos reservados | ha contribuido a esta información | informa"""
    ),
    unnamed_agencies=lines_of(
        """agencias | agencia | agencias de noticias | agencias internacionales | servicios
        despachos de agencias | cables | agencias de prensa | agencias informativas"""
    ),
    own_staff=lines_of(
        """redacción | redacción central | redacción digital | redacción web | nuestra redacción
        redacción internacional | redacción nacional | corresponsal | corresponsalía
        enviado especial | equipo | internacional | nacional | mundo | web | digital
        servicios informativos | staff | editor | editora | noticias | español | deportes | economía"""
    ),
    releases=lines_of(
        "comunicado | comunicados | nota de prensa | nota informativa | declaración institucional"
    ),
    pictures=lines_of(
        """foto | fotos | fotografía | fotografías | imagen | imágenes | vídeo | video | archivo
        foto de archivo | imagen de archivo | infografía | ilustración | captura"""
    ),
    site_lines=lines_of(
        """suscríbete | suscríbase | regístrate | regístrese | lee también | lea también | lee más
        lea más | leer más | te puede interesar | le puede interesar | síguenos | síganos
        sigue nuestra | recibe | reciba | únete | descarga nuestra | descargue nuestra
        haz clic | haga clic | newsletter | boletín | publicidad | comparte | comparta | vea también
        ver también | mira también | más información | noticia relacionada | noticias relacionadas
        apoya | hazte socio | hágase socio | todos los derechos reservados | prohibida la
        prohibida su | noticia en desarrollo | escúchanos | derechos reservados | contáctanos"""
    ),
    felt=words_of("aceptar creer considerar entender confiar celebrar"),
    nothing=words_of("nada"),
    unsaid_infinitive=words_of(
        """quiere quieren querría quería querían puede pueden podría podrían podía debe deben debería
        deberían tendría para sin evitó evita capaz dispuesto dispuesta piensa piensan espera"""
    ),
    carrying=words_of("continuar seguir publicar emitir"),
    judging=_agreeing(JUDGING),
    judging_openings=("pro-", "anti-", "ultra-"),
    moods=frozenset(_agreeing(MOODS)),
    verbs_too=words_of("molesta molestas molesto indigna indignas inquieta inquietas"),
    epithets=_agreeing(EPITHETS),
    trades=words_of(
        """actor actriz banquero banquera constructor constructora cantante consultora consultor
        diplomático diplomática estratega financiero financiera funcionaria hombre inversor
        inversora lobista marinero marinera militar mujer músico naviero naviera negociador
        negociadora orador oradora político política político promotor promotora terrateniente
        tecnócrata torero vecina"""
    ),
    plain_modifiers=PLAIN_MODIFIERS,
    intensifiers=words_of("muy más tan menos siempre bastante cada vez aún todavía algo"),
    once=words_of("antiguo antigua antiguos antiguas ex otrora"),
    once_openings=("ex",),
    calling=words_of(
        """llamó llama llamaron tildó tilda tildaron tachó tacha tacharon calificó califica
        calificaron definió define definieron describió describe acusó acusa acusaron"""
    ),
    called_as=words_of("de como ser"),
    conditions=words_of("si"),
    seeming=words_of(
        """es está son están era estaba eran estaban fue fueron sigue siguen seguía permanece mostró
        mostraron muestra muestran parece parecen parecía quedó quedaron"""
    ),
    at_arms_length=phrases_under(
        {
            "supuesto": "supuesto, supuesta, supuestos, supuestas",
            "presunto": "presunto, presunta, presuntos, presuntas",
            "llamado": "llamado, llamada, llamados, llamadas",
            "mal llamado": "mal llamado, mal llamada, mal llamados, mal llamadas",
            "autodenominado": """autodenominado, autodenominada, autodenominados,
                autodenominadas""",
            "autoproclamado": """autoproclamado, autoproclamada, autoproclamados,
                autoproclamadas""",
            "pretendido": "pretendido, pretendida, pretendidos, pretendidas",
            "sedicente": "sedicente, sedicentes",
            "dizque": "dizque",
        }
    ),
    after_article=words_of(
        "llamado llamada llamados llamadas pretendido pretendida pretendidos pretendidas"
    ),
    named_so=words_of("llamado llamada llamados llamadas"),
    hedges=phrases_under(
        {
            "al parecer": "al parecer",
            "aparentemente": "aparentemente",
            "supuestamente": "supuestamente",
            "presuntamente": "presuntamente",
            "presumiblemente": "presumiblemente",
            "por lo visto": "por lo visto",
            "según parece": "según parece, a lo que parece",
            "según trascendió": """según trascendió, según ha trascendido, trascendió que,
                ha trascendido que""",
            "según se dice": """según se dice, según se cree, según se rumorea, según se comenta,
                según dicen""",
            "se cree que": "se cree que, se creía que",
            "se dice que": "se dice que, se decía que",
            "se comenta que": "se comenta que",
            "se rumorea que": "se rumorea que, se rumoreaba que",
            "se presume que": "se presume que, se presumía que",
            "se supone que": "se supone que, se suponía que",
            "se sospecha que": "se sospecha que, se sospechaba que",
            "se especula que": "se especula que, se especula con que",
            "parece que": "parece que, parecía que, parece ser que, parecería que",
        }
    ),
    hedged_verbs=phrases_under({"parecer": "parece, parecen, parecía, parecían"}),
    hedging_adjectives=_agreeing(["aparente"]),
    rumours=words_of("habría habrían"),
    no_rumour=words_of(
        """ser gustado preferido querido deseado convenido bastado podido debido si hubiera hubieran
        hubiese hubiesen encantado"""
    ),
    outside_phrases=words_of(
        """va van iba fue fueron vino vienen viene llega llegan llegó da dan dio dieron hace hacen hizo
        hicieron hacía tiene tienen tenía tuvo tuvieron puede pueden podía pudo debe deben debía quiere
        quieren quería quiso sabe saben sabía pone ponen puso pusieron lleva llevan llevó sale salen
        salió sigue siguen siguió deja dejan dejó queda quedan quedó pasa pasan pasó parece parecen
        busca buscan pierde pierden perdió gana ganan vive viven trabaja trabajan cierra cierran abre
        abren abrió empieza empiezan comienza comienzan termina terminan acaba acaban cree creen
        pierdan vuelve vuelven volvió espera esperan recibe reciben recibió mantiene mantienen
        defiende defienden rechaza rechazan exige exigen sea sean haya hayan esté estén tenga tengan
        pueda puedan será serán estará estarán habrá tendrá tendrán estaba estaban existe existen
        cuenta cuentan incluye incluyen afecta afectan decide deciden decidió ofrece ofrecen prevé ayer hoy mañana ahora aún todavía siempre nunca luego después antes
        además aquí allí casi así algo alguien nada nadie"""
    ),
    finite_endings=(
        "ieron",
        "aron",
        "aban",
        "arán",
        "erán",
        "irán",
        "ará",
        "erá",
        "irá",
        "aría",
        "ería",
        "iría",
        "arían",
        "erían",
        "irían",
        "ió",
    ),
    grows_by=words_of("sobre para contra a en entre"),
    deed_links=words_of("a por de con en el la los las un una"),
)
