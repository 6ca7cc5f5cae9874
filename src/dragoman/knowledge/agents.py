"""Common nouns for people and bodies with their PLOVER sector: "policemen" are COP."""

from __future__ import annotations

from dragoman.knowledge.tables import read_csv

AGENT_COLUMNS = ("noun", "sector")


def load_agents() -> dict[str, str]:
    """Sector of a noun in lower case, singular and plural; the authored table decides where both name it.

    Raises:
        TableError: If a table is missing or malformed.
    """
    return {
        noun: sector
        for table in ("dictionary_agents", "agents")
        for noun, sector in read_csv(table, AGENT_COLUMNS)
    }
