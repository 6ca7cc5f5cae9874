"""Names of news agencies as datelines and bylines write them.

They mend damaged heads ("Xinhua) 14:25", "GENEVA AP --") and tell an agency from a person or a place. An
agency that is not here is still read where its brackets stand.
"""

from __future__ import annotations

import re

AGENCIES = frozenset(
    {
        # world
        "AFP", "AP", "Associated Press", "The Associated Press", "Bloomberg", "Dow Jones", "DPA", "dpa",
        "EFE", "Reuters", "Thomson Reuters", "UPI", "United Press International", "Agence France-Presse",
        "VOA", "RFE/RL", "UN News", "IRIN", "PA", "PA Media", "Press Association", "The Canadian Press",
        "Canadian Press", "AAP", "Inter Press Service",
        # Europe and the Caucasus
        "ANSA", "APA", "Adnkronos", "Belga", "ANP", "Lusa", "Europa Press", "Ritzau", "NTB", "TT", "STT",
        "MTI", "PAP", "CTK", "ČTK", "TASR", "STA", "HINA", "Tanjug", "FENA", "MIA", "ATA", "BTA", "Agerpres",
        "AMNA", "ANA-MPA", "Moldpres", "BelTA", "BELTA", "Ukrinform", "Interfax-Ukraine", "Interfax", "TASS",
        "ITAR-TASS", "RIA Novosti", "RIA", "Sputnik", "Armenpress", "ARMENPRESS", "AZERTAC", "Azertac",
        "Trend", "Interpressnews", "BNS", "ELTA", "LETA", "ERR", "Swissinfo", "Deutsche Welle", "DW",
        "Euronews", "BBC",
        # Middle East and North Africa
        "Anadolu", "Anadolu Agency", "AA", "DHA", "IHA", "IRNA", "ISNA", "Tasnim", "Mehr", "Fars", "KUNA",
        "WAM", "SPA", "QNA", "BNA", "ONA", "Petra", "SANA", "NNA", "INA", "WAFA", "JTA", "MENA", "APS", "TAP",
        "MAP", "LANA", "SABA", "Saba", "SUNA", "Al Jazeera", "Al Arabiya", "Rudaw",
        # Asia and the Pacific
        "Xinhua", "CNS", "CGTN", "CCTV", "Global Times", "People's Daily", "China Daily", "KCNA",
        "CNA",  # codespell:ignore cna
        "Kyodo", "Kyodo News", "Jiji", "Jiji Press", "NHK", "Yonhap", "Newsis", "Montsame", "MONTSAME",
        "Kazinform", "Kabar", "24.kg", "AKIpress", "UzA", "UzDaily", "Khovar", "TDH", "PTI", "ANI", "IANS",
        "UNI", "APP", "BSS", "UNB", "RSS", "MINA", "Bernama", "Antara", "ANTARA", "VNA", "VNS", "TNA", "PNA",
        "KPL", "AKP", "Tatoli", "NZPA", "RNZ", "PACNEWS", "Pajhwok", "TOLOnews",
        # Africa and the Americas
        "NAN", "GNA", "KNA", "ENA", "ANGOP", "Angop", "AIM", "NAMPA", "SAnews", "ANA", "PANA", "APA News",
        "AIP", "Prensa Latina", "Notimex", "Andina", "ANDINA", "Télam", "Telam", "Agência Brasil",
        "ACN",  # codespell:ignore acn
        "ABI", "AVN", "CMC", "CANA", "NPR", "CNN", "Fox News",
    }
)  # fmt: skip
"""Written by hand from general reading; case matters, for "Trend" is one and "trend" is not."""

_LONGEST_FIRST = sorted(AGENCIES, key=lambda name: (-len(name), name))

AGENCY = re.compile(rf"(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?![\w'’])")
"""Any of `AGENCIES`, the longest that fits, ending at a word's end."""
