"""News agencies, as they sign: whose copy newspapers print besides their own.

An agency writes for others, so its name in a dateline, in a credit or in place of an author says
where a text came from. The list is here once, for all that asks: `gather` for the kind of an
article, `compare` for shared copy. An outlet of ``outlets.yaml`` with the kind `agency` is added
to it by whoever asks. Words for agencies without a name ("wire reports") belong to a language.

Source: the names and the abbreviations by which the agencies sign their own reports, as printed on
their sites; those of Europe are members of the European Alliance of News Agencies, those of Latin
America of ULAN. An agency that is missing is one line here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: One agency a line: its name, then what else it signs with.
SIGNED = """
Associated Press = AP = A.P. = The Associated Press = APNews
Reuters = Thomson Reuters
AFP = Agence France-Presse = Agence France Presse
EFE = Agencia EFE = EFE Verde = EFEverde = EFE Agro = EuroEFE = EFECOM
Europa Press = EP = Europa Press Internacional
dpa = Deutsche Presse-Agentur = dpa-AFX
ANSA = Agenzia ANSA
PA Media = PA = Press Association = PA News Agency
UPI = United Press International
Bloomberg = Bloomberg News
Xinhua = Xinhua News Agency
TASS = ITAR-TASS
RIA Novosti
Sputnik
Interfax
Kyodo = Kyodo News
Jiji Press = Jiji
Yonhap = Yonhap News Agency
PTI = Press Trust of India
IANS
APA = Austria Presse Agentur
AAP = Australian Associated Press
Canadian Press = The Canadian Press = CP
Anadolu = Anadolu Agency = AA
Keystone-SDA = SDA = ATS = Keystone-ATS
ANP
Belga
Ritzau
NTB
TT = TT News Agency
STT
Lusa = Agência Lusa
Agência Brasil
Estadão Conteúdo
Folhapress
Télam = Agencia Télam
Noticias Argentinas
Notimex
Prensa Latina
Colprensa
Andina = Agencia Andina
Servimedia
Colpisa
Agencia ATON = Aton Chile
IPS = Inter Press Service
States Newsroom
Kaiser Health News = KFF Health News
McClatchy = McClatchy Tribune = Tribune News Service = TNS
CNN Newsource
ANGOP
NAN = News Agency of Nigeria
SAPA
"""


@lru_cache
def _agencies() -> dict[str, str]:
    """Printed forms, in small letters and plain, to names."""
    lines = [[form.strip() for form in line.split(" = ")] for line in SIGNED.strip().splitlines()]
    return {_plain(form): forms[0] for forms in lines for form in forms}


def agency_of(printed: str) -> str | None:
    """The agency that signs with the printed words, or None.

    >>> agency_of("Agence France-Presse"), agency_of("EUROPA PRESS"), agency_of("Ana Ruiz")
    ('AFP', 'Europa Press', None)
    """
    words = printed.strip(" .,:;*")
    short = len(words) <= 2 and not words.isupper()  # "ap" and "Pa." are something else
    return None if short else _agencies().get(_plain(words))


def _plain(printed: str) -> str:
    folded = unicodedata.normalize("NFD", printed.casefold())
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"[.’']", "", kept).replace("-", " ").split())
