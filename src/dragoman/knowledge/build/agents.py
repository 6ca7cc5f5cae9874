"""Common nouns for people by sector that only the dictionary of agents has.

Its equipment, buildings and sources are left out: a term is kept when its last word is a noun for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.knowledge.agents import AGENT_COLUMNS
from dragoman.knowledge.build.dictionaries import AGENTS, SECTORS
from dragoman.knowledge.build.writing import ACCESSED, DICTIONARIES, SHARED, Source, write_table
from dragoman.knowledge.tables import read_csv

SOURCE = Source(
    producer=DICTIONARIES,
    title="Common nouns for people, with sector",
    url="https://github.com/openeventdata/Dictionaries",
    licence="MIT",
    accessed=ACCESSED,
    built_by="build/agents.py",
    min_rows=700,
    max_rows=2_500,
)
RELIGIONS = dict.fromkeys(("CHR", "MUS", "HIN", "JEW", "BUD"), "REL")
LINE = re.compile(
    r"^(?P<term>[A-Z][A-Z_!'-]+)\s*(?:\{(?P<plural>[^}]*)\})?\s*\[~(?P<code>[A-Z]{3})(?P<second>[A-Z]{3})?[A-Z]*\]"
)
SETS = {
    "!PERSON!": (("man", "men"), ("woman", "women"), ("person", "people")),
    "!MINIST!": (("minister", "ministers"), ("ministry", "ministries")),
}
HEAD_BEFORE = re.compile(r" (?:of|for|in|to|on|at|without|and) ")
"""The noun stands before these: "minister of state"."""


def build() -> dict[str, int]:
    """Write dictionary_agents.csv; returns its row count."""
    authored = {noun for noun, _ in read_csv("agents", AGENT_COLUMNS)}
    people = authored | {
        noun for noun, kind, _ in read_csv("person_nouns", ("noun", "kind", "gender")) if kind == "person"
    }
    found: dict[str, str] = {}
    path = SHARED / "data" / "dictionaries" / AGENTS
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        match = LINE.match(line)
        if match is None:
            continue
        sector = (
            SECTORS.get(match["code"]) or SECTORS.get(match["second"] or "") or RELIGIONS.get(match["code"])
        )
        if not sector:
            continue
        for singular, plural in _nouns(match["term"], match["plural"]):
            head = HEAD_BEFORE.split(singular, maxsplit=1)[0].split()[-1]
            if head in people and singular not in authored:
                found.setdefault(singular, sector)
                found.setdefault(plural, sector)
    rows = [(noun, sector) for noun, sector in found.items() if noun not in authored]
    return {"dictionary_agents": write_table("dictionary_agents", AGENT_COLUMNS, rows, SOURCE)}


def _nouns(term: str, plural: str | None) -> Iterator[tuple[str, str]]:
    """Singular and plural of a term; its set stands for several words."""
    noun = term.lower().replace("_", " ").strip()
    for name, words in SETS.items():
        if name.lower() in noun:
            for one, many in words:
                yield noun.replace(name.lower(), one), noun.replace(name.lower(), many)
            return
    if "!" not in noun:
        given = (plural or "").lower().replace("_", " ").strip()
        yield noun, noun if plural is not None and not given else given or _plural(noun)


def _plural(noun: str) -> str:
    """The regular plural of a term's head noun."""
    parts = HEAD_BEFORE.split(noun, maxsplit=1)
    head, tail = parts[0], noun[len(parts[0]) :]
    if head.endswith("s") and not head.endswith("ss"):
        return noun
    if head.endswith("man"):
        return f"{head[:-3]}men{tail}"
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return f"{head[:-1]}ies{tail}"
    return f"{head}{'es' if head.endswith(('s', 'x', 'ch', 'sh')) else 's'}{tail}"
