"""Bodies that only the dictionaries name: armed groups, non-governmental organizations, companies.

The dictionaries are in capitals and mix bodies with people, so a phrase must hold a word that people's
names don't ("Front", "Council"); quality comes before coverage. What `organizations.csv` (authored) or
another table already names is left to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.knowledge.build.dictionaries import INTERNATIONAL, NON_STATE, SECTORS, Block, read_blocks
from dragoman.knowledge.build.writing import ACCESSED, DICTIONARIES, Source, plain, write_table
from dragoman.knowledge.countries import COUNTRY_COLUMNS, FORM_COLUMNS
from dragoman.knowledge.organizations import ORGANIZATION_COLUMNS
from dragoman.knowledge.places import PLACE_COLUMNS
from dragoman.knowledge.tables import read_csv, read_yaml

SOURCE = Source(
    producer=DICTIONARIES,
    title="Armed groups, NGOs and companies of the actor dictionaries",
    url="https://github.com/openeventdata/Dictionaries",
    licence="MIT",
    accessed=ACCESSED,
    built_by="build/organizations.py",
    min_rows=700,
    max_rows=1_500,
)
BODY = re.compile(
    r"\b(?:FRONT|ARM(?:Y|ED)|MOVEMENT|BRIGADES?|ORGANI[SZ]ATIONS?|PARTY|LIBERATION|REVOLUTIONARY|FORCES?|UNION|COMMAND|"
    r"RESISTANCE|JIHAD|MILITIA|COMMITTEE|COUNCIL|LEAGUE|GUARDS?|ALLIANCE|COALITION|BATTALION|MUJAHIDEEN|COMMANDOS?|"
    r"CONGRESS|ASSOCIATION|FEDERATION|FOUNDATION|INSTITUTE|SOCIETY|NETWORK|CENT(?:ER|RE)|FUND|COMMISSION|CAMPAIGN|"
    r"RELIEF|AGENCY|BUREAU|MINISTRY|DEPARTMENT|SERVICES?|AUTHORITY|COURT|POLICE|NAVY|PARLIAMENT|SENATE|ASSEMBLY|"
    r"CHAMBER|SECRETARIAT|BANK|UNIVERSITY|CONFEDERATION|TRUST|CORPS|INTERNATIONAL|WORLD|WATCH|ACADEMY|FORUM)\b"
)
COMPANY_END = re.compile(
    r",? (?:INC|INCORPORATED|CORP|CORPORATION|CO|COMPANY|LTD|LIMITED|PLC|LLC|LP|"
    r"HOLDINGS?|GROUP|SA|NV|AG|TRUST)\.?$"
)
COMPANY_NOISE = re.compile(
    r"\b(?:FUND|TRUST|BANCORP|BANCSHARES|REIT|INCOME|ROYALTY|PARTNERS|ACQUISITION|FINANCIAL)\b"
)
WORTH = re.compile(r"\$([\d,]+)")
MIN_WORTH = 10_000_000_000
"""Market value in dollars, as the dictionary notes it: smaller companies are never in the news of states."""
GENERIC = frozenset({
    "NATIONAL", "FRONT", "RESISTANCE", "SOCIAL", "INTERNATIONAL", "SOLIDARITY", "FRIENDSHIP", "SOCIETY",
    "AMERICAN",
    "PEOPLE'S", "COMMAND", "ISLAMIC", "GROUP", "JIHAD", "SYRIAN", "UNITED", "LIBERATION", "ARMY", "ARMED",
    "FORCES",
    "MOVEMENT", "REVOLUTIONARY", "ORGANIZATION", "POPULAR", "UNION", "BLACK", "GREEN", "BATTALION",
    "MEMORY", "STATE",
    "STREET", "WASTE", "MANAGEMENT", "REPUBLIC", "SERVICES", "RIGHTS",
})  # fmt: skip
"""A name of these words alone is anybody's."""
SMALL = frozenset(
    [
        "OF",
        "AND",
        "THE",
        "FOR",
        "IN",
        "ON",
        "TO",
        "DE",
        "DES",
        "DU",
        "LA",
        "LE",
        "LES",
        "ET",
        "Y",
        "DEL",
        "PARA",
        "A",
        "AL",
    ]
)
ACRONYM = re.compile(r"\s*\(([A-Z]{4,})\)")
ROW = tuple[str, str, str, str, str, str]


def build() -> dict[str, int]:
    """Write dictionary_organizations.csv; returns its row count."""
    known = {row[0] for row in read_csv("countries", COUNTRY_COLUMNS)}
    taken = {plain(form) for form in _taken()}
    rows = [row for row in _rows(known) if plain(row[2]) not in taken]
    shared = Counter(form for row in rows for form in {row[2], *row[5].split("|")})
    kept: dict[str, ROW] = {}
    for kind, key, name, country, sector, forms in rows:
        own = [form for form in forms.split("|") if form and shared[form] == 1 and plain(form) not in taken]
        if shared[name] == 1 and key not in kept:
            kept[key] = (kind, key, name, country, sector, "|".join(dict.fromkeys(own)))
    return {
        "dictionary_organizations": write_table(
            "dictionary_organizations", ORGANIZATION_COLUMNS, kept.values(), SOURCE
        )
    }


def _taken() -> Iterator[str]:
    for table, columns, at in (
        ("organizations", ORGANIZATION_COLUMNS, (2, 5)),
        ("places", PLACE_COLUMNS, (1, 5)),
        ("country_forms", FORM_COLUMNS, (2,)),
        ("country_names", FORM_COLUMNS, (2,)),
    ):
        for row in read_csv(table, columns):
            for i in at:
                yield from row[i].split("|")
    for entry in read_yaml("initiatives")["entries"]:
        yield from (entry["name"], *entry["forms"])


def _rows(known: set[str]) -> Iterator[ROW]:
    for source in (NON_STATE, INTERNATIONAL):
        for block in read_blocks(source):
            code = block.codings[0].code
            if (
                any(coding.dated for coding in block.codings)
                or len({coding.code for coding in block.codings}) > 1
            ):
                continue
            what = _company(block, code, known) if code.startswith("MNC") else _body(block, code, known)
            if what is not None:
                yield what


def _company(block: Block, code: str, known: set[str]) -> ROW | None:
    worth = WORTH.search(block.note)
    if worth is None or int(worth[1].replace(",", "")) < MIN_WORTH or COMPANY_NOISE.search(block.phrases[0]):
        return None
    name = block.phrases[0]
    while (short := COMPANY_END.sub("", name)) != name:
        name = short
    if (
        not _telling(name)
        or name.startswith("THE ")
        or name.endswith((" AND", " COR"))
        or not re.fullmatch(r"[A-Z][A-Z '&-]+", name)
    ):
        return None
    country = code[3:6] if code[3:6] in known else ""
    full = _natural(block.phrases[0])
    return "company", _key(name), _natural(name), country, "BUS", full if full != _natural(name) else ""


def _body(block: Block, code: str, known: set[str]) -> ROW | None:
    kind, country, sector = _meaning(code, known)
    phrases = [phrase for phrase in block.phrases if BODY.search(phrase) and _telling(phrase)]
    if (
        not kind
        or not phrases
        or not BODY.search(block.phrases[0])
        or not re.fullmatch(r"[A-Z][\w ,.'’()/&-]+", phrases[0])
    ):
        return None
    forms = [form for phrase in phrases for form in _forms(phrase)]
    initials = {_initials(phrase) for phrase in phrases}
    forms += [phrase for phrase in block.phrases if phrase in initials and len(phrase) > 3]
    name, *others = dict.fromkeys(forms)
    return kind, _key(name), name, country, sector, "|".join(others)


def _meaning(code: str, known: set[str]) -> tuple[str, str, str]:
    """Kind, country and sector of a CAMEO actor code; an empty kind where it is nothing we want."""
    first, rest = code[:3], code[3:]
    sector = next(
        (SECTORS[rest[i : i + 3]] for i in range(0, len(rest), 3) if SECTORS.get(rest[i : i + 3])), ""
    )
    within = next((rest[i : i + 3] for i in range(0, len(rest), 3) if rest[i : i + 3] in known), "")
    if first == "NGO":
        return "ngo", within, sector or ("REL" if rest[-3:] in {"CHR", "CTH", "MOS", "JEW", "HIN"} else "SOC")
    if first in {"IMG", "INT"}:
        return "armed_group", "", "REB"
    if first in known and sector == "REB":
        return "armed_group", first, sector
    return "", "", ""


def _forms(phrase: str) -> Iterator[str]:
    """The phrase in usual letters; an acronym in brackets apart, if it is one."""
    yield _natural(ACRONYM.sub("", phrase))
    found = ACRONYM.search(phrase)
    if found is not None and found[1] == _initials(phrase):
        yield found[1]


def _telling(phrase: str) -> bool:
    words = set(phrase.split())
    return len(words) > 1 and not words <= GENERIC


def _natural(phrase: str) -> str:
    words = phrase.split()
    return " ".join(_word(word, first=not number) for number, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word in SMALL and not first:
        return word.lower()
    if re.fullmatch(r"(?:[A-Z]\.)+|U\.?S\.?|UN|EU|UK|HIV/AIDS|NATO|FARC|NGO|NGOS|YMCA|II|III|IV", word):
        return word
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda part: part[0][0] + part[0][1:].lower(), word)


def _initials(phrase: str) -> str:
    return "".join(
        word[0] for word in re.split(r"[ -]", ACRONYM.sub("", phrase)) if word and word not in SMALL
    )


def _key(name: str) -> str:
    return re.sub(r"[^A-Z0-9]+", "-", name.upper()).strip("-")
