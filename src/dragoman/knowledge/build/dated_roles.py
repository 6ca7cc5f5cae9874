"""Ministers, governors and other officials with the months they served, from the country dictionary.

Only dated codings that reach 1990 or later are kept; ELI, a person's life before office, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.knowledge.build.dictionaries import ACTORS, SECTORS, Coding, read_blocks
from dragoman.knowledge.build.writing import ACCESSED, DICTIONARIES, Source, write_table
from dragoman.knowledge.countries import COUNTRY_COLUMNS
from dragoman.knowledge.dated_roles import ROLE_COLUMNS, filing_words
from dragoman.knowledge.names import keys
from dragoman.knowledge.tables import read_csv

SOURCE = Source(
    producer=DICTIONARIES,
    title="Officials with dated roles, to January 2014",
    url="https://github.com/openeventdata/Dictionaries",
    licence="MIT",
    accessed=ACCESSED,
    built_by="build/dated_roles.py",
    min_rows=10_000,
    max_rows=25_000,
)
SINCE = date(1990, 1, 1)
TITLE = frozenset({
    "AMBASSADOR", "CHANCELLOR", "CHIEF", "COMMISSIONER", "DEPUTY", "ENVOY", "FOREIGN", "FORMER", "GOVERNOR",
    "HOJATOLISLAM", "JUDGE", "JUSTICE", "LEADER", "MAYOR", "MINISTER", "MINISTRY", "OF", "OFFICIAL",
    "PRESIDENT",
    "PREMIER", "PRIME", "SECRETARY", "SENATOR", "SPOKESMAN", "SPOKESWOMAN", "THE", "VICE",
})  # fmt: skip
"""A phrase with one of these is a title with a name; the name stands by itself too."""
STYLE = re.compile(
    r"^(?:(?:SIR|DAME|LORD|LADY|KING|QUEEN|PRINCE|PRINCESS|SHEIKH|SULTAN|EMIR|AYATOLLAH|GENERAL|GEN|COLONEL|COL|MAJOR|"
    r"CAPTAIN|ADMIRAL|DR|PRESIDENT|PREMIER|PRIME MINISTER)\.? )+"
)
FORMER_CODES = {"KSV": "XKX", "TMP": "TLS", "ROM": "ROU", "ZAR": "COD", "SCG": "SRB"}
JOIN = timedelta(days=32)
"""Terms of one role this close are one: the source counts by months."""


def build() -> dict[str, int]:
    """Write dated_roles.csv; returns its row count."""
    known = {row[0] for row in read_csv("countries", COUNTRY_COLUMNS)}
    rows = []
    for block in read_blocks(ACTORS):
        if any(coding.dated for coding in block.codings):
            names = [name for phrase in block.phrases if (name := _name(phrase))]
            for country, code, sector, start, end in _terms(block.codings, known):
                for name in (*names[:1], *_distinct(names)):
                    filed = keys(filing_words(name, country))
                    rows.append((country, name, " ".join(sorted(filed)), code, sector, start, end))
    return {"dated_roles": write_table("dated_roles", ROLE_COLUMNS, rows, SOURCE)}


def _distinct(names: list[str]) -> list[str]:
    """Other spellings that are more than the first with initials or words left out."""
    first = set(re.findall(r"\w+", names[0])) if names else set()
    return [name for name in names[1:] if not set(re.findall(r"\w{2,}", name)) <= first]


def _name(phrase: str) -> str | None:
    """The person's name in usual letters; None for a single word or an office without a name."""
    bare = STYLE.sub("", phrase.replace(",", " ").strip())
    words = bare.split()
    if not 2 <= len(words) <= 6 or TITLE.intersection(words) or not re.fullmatch(r"[^\W\d_][\w .'-]+", bare):
        return None
    return " ".join(_natural(word, first=not number) for number, word in enumerate(words))


def _natural(word: str, *, first: bool) -> str:
    if not first and word in {
        "BIN",
        "IBN",
        "BINT",
        "AL",
        "EL",
        "DE",
        "DA",
        "DO",
        "DOS",
        "DEL",
        "DER",
        "DEN",
        "VAN",
        "VON",
    }:
        return word.lower()
    if word.startswith(("AL-", "EL-")):
        return word[:3].lower() + _natural(word[3:], first=True)
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def _terms(codings: list[Coding], known: set[str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Terms by role, those that meet made one."""
    terms: dict[tuple[str, str, str], list[tuple[date, date | None]]] = {}
    for coding in codings:
        country = FORMER_CODES.get(coding.code[:3], coding.code[:3])
        role, rest = coding.code[3:6], coding.code[6:9]
        sector = SECTORS.get(role, "")
        if (
            coding.start is None
            or sector in {"", "ELI"}
            or country not in known
            or (coding.end and coding.end < SINCE)
        ):
            continue
        terms.setdefault((country, rest, sector), []).append((coding.start, coding.end))
    for (country, rest, sector), spans in terms.items():
        for start, end in _joined(sorted(spans, key=lambda span: span[0])):
            yield country, rest, sector, start.isoformat(), end.isoformat() if end else ""


def _joined(spans: list[tuple[date, date | None]]) -> Iterator[tuple[date, date | None]]:
    start, end = spans[0]
    for following, last in spans[1:]:
        if end is None:
            break
        if following - end > JOIN:
            yield start, end
            start, end = following, last
        else:
            end = max(end, last) if last else None
    yield start, end
