"""Portuguese, begun: the reporting verbs by class, cues, pronouns, titles, bodies, names.

News of Brazil and of Portugal in one file: spellings of both stand side by side ("equipe" and
"equipa", "diretor" and the older "director"). Like Spanish it puts the verb before its subject
after a quotation and often drops the subject. Unlike Spanish it melts articles into prepositions
("do", "na", "pelo"), and hangs pronouns on the verb with a hyphen ("queixou-se", "disse-lhe").
Verbs are conjugated by rule (third person, singular and plural: present, preterite, imperfect,
conditional; participle, gerund, both infinitives); a verb of `IRREGULAR` has its forms there.

Written from general knowledge of the language, and not yet measured on marked news. To look things
up: Cunha and Cintra, Nova Gramática do Português Contemporâneo; Bechara, Moderna Gramática
Portuguesa; the style books of Folha de S.Paulo, O Estado de S. Paulo and Público.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.languages import (
    Language,
    Pronoun,
    filed_under,
    gendered,
    grouped,
    lines_of,
    phrases_under,
    verb_table,
    words_of,
)

CLASSES = {
    "neutral": """dizer falar contar relatar narrar declarar informar anunciar comunicar comentar
        acrescentar completar responder retorquir replicar perguntar indagar escrever tuitar
        publicar referir mencionar apontar notar observar continuar prosseguir concluir resumir
        descrever detalhar repetir adiantar avançar afirmar expressar manifestar indicar sinalizar
        expor finalizar rematar reagir""",
    "affirm": """explicar esclarecer lembrar recordar ressaltar salientar destacar frisar sublinhar
        enfatizar reforçar reiterar confirmar revelar precisar constatar ratificar vincar realçar
        deixar_claro fazer_saber""",
    "argue": """argumentar opinar considerar avaliar acreditar achar pensar ponderar defender propor
        sugerir prever estimar calcular julgar entender recomendar aconselhar justificar""",
    "doubt": "alegar assegurar sustentar insistir insinuar",
    "concede": "admitir reconhecer confessar conceder aceitar",
    "caution": "alertar advertir avisar ameaçar prevenir",
    "commit": "prometer garantir exigir pedir solicitar cobrar reivindicar jurar apelar instar",
    "conflict": """acusar criticar denunciar condenar atacar rebater contestar questionar lamentar
        queixar-se insurgir-se reclamar protestar censurar culpar classificar
        chamar gritar disparar""",
    "deny": "negar desmentir rejeitar descartar refutar",
    "praise": "elogiar celebrar comemorar saudar aplaudir agradecer louvar congratular-se",
    "manner": "brincar ironizar exclamar sussurrar murmurar desabafar gracejar atirar suspirar",
}

WEAK = words_of(
    """falar contar comunicar completar publicar referir mencionar apontar notar observar continuar
    prosseguir concluir resumir descrever detalhar repetir adiantar avançar expressar manifestar
    indicar expor finalizar reagir lembrar recordar destacar reforçar confirmar revelar precisar
    constatar considerar avaliar acreditar achar pensar defender propor sugerir prever estimar
    calcular julgar entender recomendar aconselhar justificar sustentar conceder aceitar ameaçar
    prevenir exigir pedir solicitar cobrar reivindicar apelar instar acusar criticar denunciar
    condenar atacar contestar questionar lamentar reclamar protestar censurar culpar classificar
    chamar disparar desmentir rejeitar descartar refutar elogiar celebrar comemorar saudar aplaudir
    agradecer louvar brincar atirar perguntar responder sinalizar escrever replicar suspirar"""
)

IRREGULAR = {
    "dizer": "diz dizem disse disseram dizia diziam diria diriam dissera dito dizendo dizerem",
    "escrever": """escreve escrevem escreveu escreveram escrevia escreviam escreveria escreveriam
        escrito escrevendo escreverem""",
    "descrever": """descreve descrevem descreveu descreveram descrevia descreviam descreveria
        descreveriam descrito descrevendo descreverem""",
    "propor": """propõe propõem propôs propuseram propunha propunham proporia proporiam proposto
        propondo proporem""",
    "expor": "expõe expõem expôs expuseram expunha expunham exporia exporiam exposto expondo",
    "prever": "prevê preveem previu previram previa previam preveria preveriam previsto prevendo",
    "concluir": """conclui concluem concluiu concluíram concluía concluíam concluiria concluiriam
        concluído concluindo concluírem""",
    "fazer_saber": "faz_saber fazem_saber fez_saber fizeram_saber fazendo_saber",
    "deixar_claro": "deixa_claro deixam_claro deixou_claro deixaram_claro deixando_claro",
}

_ENDINGS = {
    "ar": "a am ou aram ava avam aria ariam ado ando arem",
    "er": "e em eu eram ia iam eria eriam ido endo erem",
    "ir": "e em iu iram ia iam iria iriam ido indo irem",
}
#: Pronouns that hang on a verb; "-se" only on a few, for "diz-se" names nobody.
_CLITICS = ("-lhe", "-lhes", "-me", "-nos")
_REFLEXIVE = words_of("queixar-se insurgir-se congratular-se perguntar")
#: Endings of finite forms, on which pronouns hang in print: present and preterite.
_FINITE = 4


def _conjugate(lemma: str) -> Iterator[str]:
    plain = lemma.removesuffix("-se")
    stem, ending = plain[:-2], plain[-2:]
    forms = IRREGULAR.get(lemma, "").split() or [stem + e for e in _ENDINGS[ending].split()]
    yield plain.replace("_", " ")
    yield from (form.replace("_", " ") for form in forms)
    if "_" in lemma:
        return
    hanging = (*_CLITICS, "-se") if lemma in _REFLEXIVE else _CLITICS
    yield from (form + clitic for form in forms[:_FINITE] for clitic in hanging)


_LEMMAS = [lemma for block in CLASSES.values() for lemma in block.split()]

MALE = """João José António Antônio Francisco Carlos Paulo Pedro Lucas Luís Luiz Marcos Gabriel Rafael
    Daniel Marcelo Bruno Eduardo Felipe Filipe Rodrigo Manuel Manoel Mateus Matheus André Fernando Fábio
    Leonardo Gustavo Guilherme Tiago Thiago Ricardo Roberto Sérgio Jorge Miguel Rui Nuno Vasco Hugo Diogo
    Duarte Gonçalo Henrique Joaquim Renato Vítor Victor Cláudio Márcio Mário Júlio Otávio Afonso Álvaro
    Alexandre Artur Arthur Augusto Caio César Edson Emílio Ernesto Flávio Geraldo Heitor Hélio Ivo Jaime
    Leandro Murilo Otto Raimundo Raul Samuel Saulo Simão Tomás Tomé Ubiratan Wagner Wellington Zeferino"""
FEMALE = """Maria Ana Francisca Antónia Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra
    Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Mariana Gabriela Rita Teresa Tereza Catarina
    Inês Joana Beatriz Sofia Carolina Marta Sara Cláudia Sónia Sônia Susana Suzana Paula Cristina Isabel
    Helena Lúcia Luísa Luiza Raquel Filipa Mafalda Matilde Leonor Margarida Madalena Graça Fátima Conceição
    Regina Simone Renata Cecília Débora Denise Elisa Eliane Elza Eva Flávia Glória Heloísa Ivone Laura Lívia
    Lourdes Manuela Mônica Mónica Natália Rosa Rosana Silvia Sílvia Tatiana Vera Verónica Verônica Yara"""

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    little_words=words_of(
        "o os as do da dos das que e em um uma por com para não se seu sua ao é na no mais "
        "mas foi pelo pela são também disse segundo"
    ),
    verbs=verb_table(
        ((lemma.replace("_", " "), list(_conjugate(lemma))) for lemma in _LEMMAS), CLASSES, WEAK
    ),
    according=words_of("segundo conforme consoante")
    | {"de acordo com"}
    | {
        f"{view} {of}"
        for view in (
            "na opinião",
            "no entender",
            "na avaliação",
            "na visão",
            "nas palavras",
            "no dizer",
        )
        for of in ("de", "do", "da", "dos", "das")
    },
    that=words_of("que"),
    joining=words_of("e mas embora enquanto"),
    asides=frozenset(
        """enquanto que|ao passo que|ao mesmo tempo que|em alusão a|em alusão ao|em referência a|
        em referência ao|em declarações a|em declarações ao|em declarações à|em entrevista a|
        em entrevista ao|em entrevista à|em entrevista coletiva|em conferência de imprensa|
        numa conferência de imprensa|em comunicado|em nota|antes de""".replace(
            "\n        ", ""
        ).split("|")
    ),
    addressing=words_of("dizer informar perguntar contar"),
    hearer=words_of("a ao à aos às"),
    drops_subjects=True,
    verb_before_subject=True,
    dash_dialogue=True,
    spaced_dashes=True,
    inflected=True,
    infinitive_endings=(
        "ar",
        "er",
        "ir",
        "or",
        "arem",
        "erem",
        "irem",
        "ar-se",
        "er-se",
        "ir-se",
    ),
    short_infinitives=words_of("ser ter ver dar ir vir pôr"),
    gerund_endings=("ndo",),
    past_endings=("ou", "iu", "aram"),
    participle_endings=("ado", "ido", "ído", "dito", "escrito", "posto", "visto"),
    have=words_of("tem têm tinha tinham teria teriam ter terem havia haviam haver"),
    be=words_of("é são foi foram era eram ser sido"),
    agents=words_of("por pelo pela pelos pelas"),
    clitics=words_of("se lhe lhes me nos"),
    impersonal_pronouns=words_of("se"),
    impersonal=words_of(
        "dizer afirmar informar anunciar contar comentar acreditar falar pensar prever"
    ),
    negations=words_of("não nunca nem jamais"),
    refusals=words_of("recusou recusaram evitou evitaram sem"),
    unwilling=words_of("quis quiseram"),
    pronouns={
        "ele": Pronoun("m", "s"),
        "ela": Pronoun("f", "s"),
        "eles": Pronoun("m", "p"),
        "elas": Pronoun("f", "p"),
        "este": Pronoun("m", "s"),
        "esta": Pronoun("f", "s"),
        "quem": Pronoun(None, "s"),
        "eu": Pronoun(None, "s"),
        "nós": Pronoun(None, "p"),
        "você": Pronoun(None, "s"),
        "vocês": Pronoun(None, "p"),
    },
    interlocutors=words_of("eu nós você vocês"),
    honorifics=gendered(
        "senhor Sr. dom Dom D. Prof. Eng.", "senhora Sra. dona Dona Profa. Enga.", "Dr. Dra."
    ),
    roles=gendered(
        "presidente-executivo ministro primeiro-ministro ex-ministro vice-ministro secretário "
        "secretário-geral subsecretário diretor director diretor-geral prefeito vice-prefeito "
        "ex-prefeito governador vereador deputado senador juiz desembargador procurador "
        "procurador-geral promotor advogado delegado inspetor inspector comissário empresário "
        "vizinho reitor candidato médico trabalhador operário pescador agricultor professor "
        "investigador pesquisador biólogo funcionário coordenador encarregado "
        "proprietário dono homem pai filho irmão marido rei bispo padre engenheiro "
        "arquiteto bombeiro enfermeiro motorneiro barqueiro mestre treinador "
        "jogador escritor autor provedor tesoureiro administrador conselheiro embaixador "
        "moradores trabalhadores pescadores professores funcionários deputados vereadores "
        "advogados investigadores pesquisadores senadores",
        "presidenta ministra primeira-ministra ex-ministra secretária secretária-geral "
        "subsecretária diretora directora diretora-geral prefeita vice-prefeita ex-prefeita "
        "governadora vereadora deputada senadora juíza desembargadora procuradora "
        "procuradora-geral promotora advogada delegada inspetora inspectora comissária empresária "
        "vizinha reitora candidata médica trabalhadora operária pescadora agricultora professora "
        "investigadora pesquisadora bióloga funcionária coordenadora encarregada proprietária dona "
        "mulher mãe filha irmã esposa rainha engenheira arquiteta bombeira enfermeira barqueira "
        "treinadora jogadora escritora autora provedora tesoureira administradora conselheira "
        "embaixadora trabalhadoras pescadoras professoras funcionárias deputadas",
        "presidente vice-presidente ex-presidente chefe líder porta-voz porta-vozes gerente "
        "autarca titular dirigente responsável representante testemunha sindicalista economista "
        "jornalista ativista activista ambientalista analista especialista especialistas dentista "
        "artista cientista motorista taxista lojista comandante capitã agente militante estudante "
        "morador moradora assessor assessora colega fonte fontes familiares líderes dirigentes "
        "testemunhas representantes responsáveis habitante habitantes comerciante comerciantes",
    ),
    role_endings=("ólogo", "óloga", "ógrafo", "ógrafa", "alista", "omista", "ivista"),
    bodies=words_of(
        """governo executivo empresa companhia sindicato comité comitê câmara prefeitura junta
        município ministério procuradoria polícia partido tribunal conselho banco universidade
        instituto associação grupo sociedade fundação organização cooperativa confederação
        federação agência jornal diário secretaria departamento embaixada congresso senado
        assembleia exército direção comissão autarquia freguesia capitania oposição bancada ordem
        igreja hospital escola clube liga aliança coligação coalizão plataforma ong administração
        gabinete diocese assessoria equipe equipa
        entidade organismo instituição coletivo firma consórcio"""
    ),
    groups=words_of("trabalhadores moradores famílias funcionários migrantes manifestantes"),
    documents=words_of(
        """comunicado nota carta relatório documento texto mensagem estudo pesquisa sondagem
        inquérito artigo livro parecer despacho acórdão sentença decisão denúncia ofício ata
        publicação post tuíte declaração petição edital"""
    ),
    speaks_for=words_of(
        "porta-voz porta-vozes advogado advogada comunicado nota carta representante fonte fontes "
        "assessor assessora assessoria"
    ),
    behalf=words_of("de do da dos das of for at"),
    definite=words_of("o a os as"),
    indefinite=words_of("um uma uns umas alguns algumas outro outra outros outras vários várias"),
    possessives=words_of("seu sua seus suas meu minha meus minhas nosso nossa nossos nossas"),
    article_genders={
        "o": "m",
        "a": "f",
        "os": "m",
        "as": "f",
        "um": "m",
        "uma": "f",
        "do": "m",
        "da": "f",
        "no": "m",
        "na": "f",
        "ao": "m",
        "à": "f",
        "pelo": "m",
        "pela": "f",
    },
    fused_articles=words_of("do da dos das no na nos nas ao à aos às pelo pela pelos pelas"),
    prepositions=words_of(
        "ante após até com contra de do da dos das desde durante em no na nos nas num numa entre "
        "para perante por pelo pela pelos pelas sem sob sobre ao à aos às neste nesta deste desta"
    ),
    particles=words_of("de da do das dos e d' von van di"),
    and_words=words_of("e"),
    or_words=words_of("ou"),
    linking=words_of("de do da dos das"),
    genitives=words_of("de do da dos das"),
    adjective_endings=tuple(
        sorted(words_of("al ais ico ica ivo iva ário ária ente ano ana adjunto adjunta"))
    ),
    bare_subjects=words_of("polícia fonte"),
    singular_in_s=words_of("país mês gás ônibus vírus português inglês francês"),
    plural_rules={
        "ao": "oes",
        "al": "ais",
        "el": "eis",
        "ol": "ois",
        "il": "is",
        "m": "ns",
        "r": "res",
        "z": "zes",
    },
    relatives=words_of("que quem qual quais cujo cuja"),
    who=words_of("quem"),
    auxiliaries=words_of(
        "tem têm tinha tinham teria havia haviam foi foram é são era eram será pode poderia deve "
        "também se lhe lhes me nos não já ainda depois"
    ),
    adverbs=words_of("também ainda depois ontem hoje então já"),
    adverb_endings=("mente",),
    first_names=dict.fromkeys(MALE.split(), "m") | dict.fromkeys(FEMALE.split(), "f"),
    not_names=words_of(
        """O A Os As Um Uma Uns Umas Em No Na Nos Nas De Do Da Dos Das Ao À Aos Às E Ou Mas Se Quando
        Enquanto Como Por Pelo Pela Para Com Sem Sobre Após Até Desde Segundo Conforme Que Quem Este Esta
        Estes Estas Esse Essa Isso Isto Aquele Aquela Seu Sua Seus Suas Meu Minha Nosso Nossa Não Sim Nem
        Já Hoje Ontem Amanhã Também Além Assim Então Depois Antes Embora Porque Onde Qual Há É São Foi Era
        Tem Têm Tinha Ele Ela Eles Elas Eu Nós Você Vocês Segunda Terça Quarta Quinta Sexta Sábado Domingo
        Segunda-feira Terça-feira Quarta-feira Quinta-feira Sexta-feira Janeiro Fevereiro Março Abril Maio
        Junho Julho Agosto Setembro Outubro Novembro Dezembro Dois Duas Três Quatro Cinco Seis Sete Oito
        Nove Dez Todo Todos Toda Todas Tudo Nada Ninguém Algo Alguém Muitos Vários Outros Outro Outra Ante
        Entre Durante Foto Imagem Vídeo Leia Ler Veja Ver Mais Menos Muito Só Agora Aqui Ali Lá Bem Mal
        Obrigado Obrigada Questionado Questionada Perguntado Perguntada Disse Afirmou Acrescentou Explicou
        Somos Temos Estamos Está Estão Vamos Cada Nenhum Nenhuma Talvez Num Numa Neste Nesta Ainda"""
    ),
    places=words_of(
        """norte sul leste oeste nova novo estados unidos reino torre casa rua avenida praça cidade
        ilha costa baía rio vale monte parque ponte estação aeroporto porto praia lagoa mar oceano
        golfo província distrito região fronteira santa são rádio televisão twitter facebook
        instagram copa taça liga guerra lei dia semana mundo bairro freguesia vila"""
    ),
    place_nouns=words_of("rua avenida praca ponte rio baia ilha porto praia"),
    rest_of_name=words_of("e para"),
    works=words_of(
        "filme livro romance canção música disco álbum obra série documentário poema revista "
        "quadro programa artigo exposição hino peça novela telenovela intitulado intitulada "
        "chamado chamada"
    ),
    so_called=words_of(
        "chamado chamada chamados chamadas suposto suposta supostos supostas alegado alegada "
        "alegados alegadas"
    ),
    known_as=words_of("denominado denominada apelidado apelidada batizado batizada")
    | {"conhecido como", "conhecida como"},
    likening=words_of("como"),
    opinion=words_of("para"),
    being=words_of("é são era eram foi foram será serão seria seriam"),
    asking=words_of("perguntar"),
    whether=words_of("se"),
    answers=words_of("sim não"),
    nobody=words_of("ninguém nenhum nenhuma"),
    asks={"P": "R", "Pergunta": "Resposta"},
    wordings=words_of(
        "palavra palavras termo termos expressão expressões rótulo lema lemas alcunha apelido sigla"
    ),
    stop_words=words_of(
        """o a os as um uma uns umas e ou mas se em no na nos nas num numa de do da dos das ao à aos às
        por pelo pela pelos pelas para com sem sobre entre até desde que quem qual como quando onde não
        nem já lhe lhes me nos te seu sua seus suas meu minha é são era eram foi foram ser estar está
        estão tem têm tinha há este esta estes estas esse essa esses essas isso isto aquele aquela mais
        menos muito também só todo toda todos todas outro outra disse segundo"""
    ),
    abbreviations=words_of(
        "Sr. Sra. Srta. Dr. Dra. D. Prof. Profa. Eng. Enga. Arq. V.Exa. S.A. Ltda. Lda. Cia. Av. "
        "R. pág. págs. art. n.º nº. etc. p.ex. aprox. Gen. Cel. Cap. Sto. Sta. E.U.A."
    ),
    weekdays=(
        "segunda-feira",
        "terça-feira",
        "quarta-feira",
        "quinta-feira",
        "sexta-feira",
        "sábado",
        "domingo",
    ),
    near_days={
        "hoje": 0,
        "esta manhã": 0,
        "ontem": -1,
    },
    lags=phrases_under(
        {
            "day": """hoje, ontem, esta manhã, esta tarde, esta noite, horas depois""",
            "week": """semana passada, esta semana, há uma semana, há dias, há poucos dias""",
            "month": """mês passado, este mês, há um mês, há semanas, há meses""",
            "year": """ano passado, este ano, há um ano, há anos, durante a campanha""",
        }
    ),
    occasions=phrases_under(
        {
            "post": """tuíte, tuitou, twitter, facebook, instagram, publicou, redes sociais""",
            "statement": """comunicado, nota""",
            "conference": """entrevista coletiva, coletiva, conferência de imprensa, jornalistas""",
            "interview": """em entrevista""",
            "speech": """discurso, comício, cerimônia""",
            "hearing": """no parlamento, no congresso, no senado, audiência, perante a comissão""",
            "letter": """carta, e-mail""",
            "meeting": """assembleia""",
        }
    ),
    months=(
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    number_words={
        "um": 1,
        "uma": 1,
        "dois": 2,
        "duas": 2,
        "três": 3,
        "quatro": 4,
        "cinco": 5,
        "seis": 6,
        "sete": 7,
        "oito": 8,
        "nove": 9,
        "dez": 10,
        "onze": 11,
        "doze": 12,
        "treze": 13,
        "catorze": 14,
        "quatorze": 14,
        "quinze": 15,
        "dezesseis": 16,
        "dezasseis": 16,
        "dezessete": 17,
        "dezassete": 17,
        "dezoito": 18,
        "dezenove": 19,
        "dezanove": 19,
        "vinte": 20,
        "trinta": 30,
        "quarenta": 40,
        "cinquenta": 50,
        "sessenta": 60,
        "setenta": 70,
        "oitenta": 80,
        "noventa": 90,
        "cem": 100,
        "cento": 100,
    },
    contracted={"%": "por cento"},
    number_joiners=words_of("e"),
    decimal_comma=True,
    units=filed_under(
        {
            "people": """pessoas trabalhadores trabalhadoras funcionarios funcionarias empregados
                moradores habitantes empregos postos vagas""",
            "per cent": "cento",
            "hectares": "hectares hectare",
            "tonnes": "toneladas tonelada",
            "years": "anos ano",
            "months": "meses mes",
            "weeks": "semanas semana",
            "days": "dias dia",
            "hours": "horas hora",
            "minutes": "minutos minuto",
            "metres": "metros metro",
            "kilometres": "quilometros quilometro",
            "miles": "milhas milha",
            "votes": "votos voto",
            "dollars": "dolares dolar",
            "euros": "euros euro",
            "reais": "reais",
            "pounds": "libras libra",
            "lorries": "caminhoes caminhao camioes camiao",
            "houses": "casas moradias",
            "birds": "aves passaros",
        }
    ),
    scales={
        "milhoes": "million",
        "milhao": "million",
        "mi": "million",
        "bilhoes": "billion",
        "bilhao": "billion",
        "bi": "billion",
    },
    roughly=words_of("quase uns umas aproximadamente")
    | {"cerca de", "mais de", "menos de", "pelo menos", "em torno de", "por volta de"},
    between_number_and_noun=words_of("por de"),
    credits=frozenset({"Colaborou", "Colaboraram", "Com reportagem de"}),
    short_titles={"dr": "médico", "dra": "médica", "prof": "professor", "cel": "coronel"},
    demonstratives=words_of("este esta"),
    same_roles=grouped(
        """prefeito autarca mandatário
        prefeita autarca mandatária
        presidente mandatário dirigente
        presidente mandatária dirigente
        ministro governante
        ministra governante
        deputado parlamentar
        deputada parlamentar
        senador parlamentar
        senadora parlamentar
        vereador autarca
        vereadora autarca
        juiz magistrado
        juíza magistrada
        advogado causídico
        treinador técnico
        treinadora técnica"""
    ),
    any_body=words_of(
        "entidade organismo instituição organização associação empresa companhia firma"
    ),
    copulas=words_of("é era foi será são eram como"),
    clause_openers=words_of(
        "que e mas quando enquanto porque se embora onde como pois nem cujo cuja"
    ),
    locative=words_of("em no na nos nas desde até"),
    introducing=words_of("um uma outro outra"),
    issuing=words_of("enviou emitiu publicou assinou escreveu apresentou divulgou entregou"),
    own_words=words_of("comunicado nota carta mensagem texto post tuíte declaração"),
    relays=words_of("citando cita citou"),
    relayed_as=words_of("dizendo"),
    credit_openers=lines_of(
        """por | com informações de | com informações da | com informações do | fonte | fontes | com
        texto | de | da | do | com agência | via"""
    ),
    republished=lines_of(
        """publicado originalmente em | publicado originalmente no | publicado originalmente na
        publicada originalmente em | publicada originalmente no | publicada originalmente na"""
    ),
    credit_closers=lines_of("todos os direitos reservados | contribuiu para esta reportagem"),
    unnamed_agencies=lines_of(
        "agências | agência | agências de notícias | agências internacionais"
    ),
    own_staff=lines_of("redação | da redação | correspondente | enviado especial | equipe"),
    releases=lines_of("comunicado | nota oficial | nota à imprensa | em nota | por meio de nota"),
    pictures=lines_of("foto | fotos | imagem | imagens | vídeo | fotografia | crédito da foto"),
    site_lines=lines_of(
        """leia também | leia mais | saiba mais | inscreva-se | assine | siga-nos | siga o
        receba | clique aqui | compartilhe | publicidade | veja também | newsletter
        todos os direitos reservados"""
    ),
)
