"""Tenures of heads of state and government, from dated states of the CIA World Factbook.

The source keeps what its parser of the Factbook left over; the marks it leaves are mended here where a rule
can: an office cut before a country's name, military ranks read as offices, explanations after a comma.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from difflib import SequenceMatcher

from dragoman.knowledge.build.writing import ACCESSED, Source, plain, read_source, write_table
from dragoman.knowledge.countries import COUNTRY_COLUMNS
from dragoman.knowledge.leaders import TENURE_COLUMNS
from dragoman.knowledge.names import is_capitals, natural_name
from dragoman.knowledge.tables import read_csv

SOURCE = Source(
    producer="Central Intelligence Agency (The World Factbook), through MilkMp's archive and factbook.json",
    title="Heads of state and government with tenures, 2001 to May 2026",
    url="https://github.com/factbook/factbook.json",
    licence="public domain (Factbook); CC0-1.0 and MIT (archives)",
    accessed=ACCESSED,
    built_by="build/leaders.py",
    min_rows=3_300,
    max_rows=3_800,
)
CUT = re.compile(r"\b(?:of|of the|for|and|French)$")
"""An office that was cut: the words that belong to it stand before the name."""
RANK = re.compile(r"(?: |^)(?:Sr\.|Maj\.|(?<!Governor )General)$")
LIST = re.compile(r"^(?:three|two|four) ", re.IGNORECASE)
PASTED = re.compile(
    r"^(?P<office>(?:Vice |Deputy )?President|Prime Minister) (?P<name>(?:[A-Z]\w+ )*(?:Abd|Muhyi)\b.*)$"
)
OFFICE = re.compile(
    r"president|premier|minister|king|queen|prince|emir|amir|sultan|chief|head|govern|chancellor|chair|pope|"
    r"emperor|commissioner|administrator|prefect|regent|taoiseach|mayor|leader|duke|bailiff|secretary|"
    r"speaker|steward|representative|officer|coordinator|member|monarch|marshal|captain|o le ao|ulu|state",
    re.IGNORECASE,
)
"""An office holds one of these; anything else is a part of a name that the source took for one."""
LAST_STATE = "2026"
OWNERS = {"HKG": "CHN", "MAC": "CHN", "COK": "NZL", "NIU": "NZL"}
"""Whose heads are listed again for a territory that stands alone."""


def build() -> dict[str, int]:
    """Write leaders.csv; returns its row count."""
    countries = read_csv("countries", COUNTRY_COLUMNS)
    words = {row[0]: set(row[2].split()) for row in countries}
    states = {row[0]: row[4] for row in countries} | OWNERS
    people = {row[0]: int(row[9]) for row in countries}
    records = read_source("leaders", "leaders.csv")
    sovereign = {(record["country_iso3"], plain(_bare(record["name"]))) for record in records}
    home: dict[tuple[str, str], str] = {}
    for record in records:
        key = _reign(record)
        if key not in home or people.get(record["country_iso3"], 0) > people.get(home[key], 0):
            home[key] = record["country_iso3"]
    rows = []
    for record in records:
        iso3 = record["country_iso3"]
        state = states.get(iso3, iso3)
        near = words.get(iso3, set()) | words.get(state, set())
        if (
            state != iso3
            and (state, plain(_bare(_mended(record["office"], record["name"], near)[1]))) in sovereign
        ):
            continue  # the state's own head, listed again for its territory
        if record["start"] and home[_reign(record)] != iso3:
            record["rank"] = "other"
        rows += list(_row(record, near))
    return {"leaders": write_table("leaders", TENURE_COLUMNS, rows, SOURCE)}


def _reign(record: dict[str, str]) -> tuple[str, str]:
    """One person's taking office on one day: of several countries, the largest is home."""
    return plain(_bare(record["name"])), record["start"]


def _row(record: dict[str, str], country_words: set[str]) -> Iterator[tuple[str, ...]]:
    office, name = _mended(record["office"], record["name"], country_words)
    if (
        record["office"] == "not stated"
        or not name
        or " and " in name
        or (office and not OFFICE.search(office))
    ):
        return
    role = record["role"]
    if role.startswith("head of government; "):
        role = "chief of state; head of government"
    natural, filing = natural_name(name)
    start, end = _day(record["start"], "01-01"), _day(record["end"], "12-31")
    if start and end and end < start:
        start = ""  # restarted "since" after re-election: the first sighting bounds it then
    serving = record["end_kind"] == "serving when last seen" and record["last_seen"] >= LAST_STATE
    yield (
        record["country_iso3"], natural, filing or natural, _aka(record["aka"], name, record["name"]),
        office or role.split(";")[0], role,
        record["rank"], start, end, "yes" if serving else "no",
        record["first_seen"], record["last_seen"],
    )  # fmt: skip


def _mended(office: str, name: str, country_words: set[str]) -> tuple[str, str]:
    if pasted := PASTED.match(office):
        office, name = pasted["office"], f"{pasted['name']} {name}"
    if CUT.search(office):
        words = name.split()
        while len(words) > 1 and not is_capitals(words[0]) and not is_capitals(words[1][:1] + words[0]):
            if words[0] not in country_words | {"Polynesia", "Pitcairn", "Islands"} and not _is_portfolio(
                words[0]
            ):
                break
            office = f"{office} {words.pop(0)}"
        name = " ".join(words)
        office = CUT.sub("", office).strip()
    office = LIST.sub("", RANK.sub("", office).strip())
    office = re.sub(r"\bministers$", "minister", office).replace("Depurty", "Deputy")
    return re.sub(
        r"(?<!')\b(?!and\b|of\b|the\b|for\b|in\b|to\b)[a-z]", lambda first: first[0].upper(), office
    ), _bare(name)


def _is_portfolio(word: str) -> bool:
    return word in {"Development", "Infrastructure", "Transport"}


def _bare(name: str) -> str:
    """Without nickname, rank and explanation: `Joseph R. BIDEN, Jr` is `Joseph R. BIDEN Jr.`."""
    name = re.sub(r'\s*"[^"]*"', "", name)
    name = re.sub(r", (Jr|Sr)\b\.?", r" \1.", name)
    name = re.sub(r",.*$| of (?:the )?[A-Z]\w+$|\s*\[.*$|^CEO ", "", name)
    return name.strip()


def _aka(aka: str, name: str, full: str) -> str:
    """Other spellings, without those that a neighbour in the source's list slipped into."""
    filed = [plain(word) for word in name.split() if is_capitals(word)]
    kept = []
    capitals = " ".join(word for word in name.split() if is_capitals(word))
    kept += [f"{nickname} {capitals}" for nickname in re.findall(r'"([^"]+)"', full)]
    for form in map(_bare, aka.split("|")):
        own = [plain(word) for word in form.split() if is_capitals(word)]
        if own and any(SequenceMatcher(None, one, other).ratio() > 0.6 for one in own for other in filed):
            kept.append(form)
    return "|".join(sorted(set(kept) - {name}))


def _day(text: str, rest: str) -> str:
    """A day of a year or month: its first for a start (`rest` 01-01), its last for an end (12-31)."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return ""
    parts = text.split("-")
    if len(parts) == 1:
        return f"{text}-{rest}"
    if len(parts) == 2:
        last = monthrange(int(parts[0]), int(parts[1]))[1]
        return f"{text}-{'01' if rest == '01-01' else last}"
    return text
