"""`kill -9` at any moment: each acknowledged document is there once, none half; the command resumes."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from dragoman.errors import NoLakeError
from dragoman.lake import Lake
from dragoman.lake.tables import DATA_TABLES, key_of

KILLS = 50
DOCUMENTS = 12
LONGEST_SECONDS = 0.6
"""About what a command takes, so that some kills come after its end."""

COMMANDS = ("append", "append", "append", "recode", "recode", "compact")
CODER = {"append": "first", "recode": "second"}
"""Who codes, by the command."""


def coders(lake: Path, appender: ModuleType) -> dict[int, str]:
    """Who coded each document, once all its rows are found to be those that were written, once."""
    try:
        snapshot = Lake.open(lake).snapshot()
    except NoLakeError:
        return {}
    found = snapshot.query("SELECT id, coder FROM documents ORDER BY id").to_pylist()
    ids = [row["id"] for row in found]
    assert len(ids) == len(set(ids))
    assert snapshot.coded(ids) == [appender.specimen(int(row["id"]), row["coder"]) for row in found]
    return {int(row["id"]): row["coder"] for row in found}


def assert_nothing_left_over(lake: Path) -> None:
    """Programs that read the tables directly see each row once, and none that doesn't count."""
    snapshot = Lake.open(lake).snapshot()
    for table in DATA_TABLES:
        sql = f"SELECT {key_of(table)} AS document, batch FROM stored.{table}"  # noqa: S608  # our names
        stored = snapshot.query(sql).to_pylist()
        [live] = snapshot.query(f"SELECT count(*) AS n FROM {table}").to_pylist()  # noqa: S608  # our names
        assert len(stored) == live["n"]
        assert len({tuple(row.values()) for row in stored}) == len({row["document"] for row in stored})


def test_fifty_kills(tmp_path: Path, serve: Callable[[], Any], appender: ModuleType) -> None:
    chance = random.Random(50)  # noqa: S311  # chance, no secret
    lake, server = tmp_path / "lake", serve()
    killed = 0
    sure: dict[int, str] = {}  # what was seen there before, or is acknowledged since
    while killed < KILLS:
        verb = chance.choice(COMMANDS)
        status = server.run(verb, 0, DOCUMENTS, kill_after=chance.uniform(0.001, LONGEST_SECONDS))
        assert status in {0, -9}
        killed += status == -9
        there = coders(lake, appender)
        for number, coder in (sure | server.acknowledged).items():
            assert there[number] in {coder, CODER.get(verb)}, f"document {number} after {verb}"
        sure = there
    assert not [finding for finding in Lake.open(lake).check() if finding.severe]
    for verb in ("recode", "append"):  # the same command again, to its end
        assert server.run(verb, 0, DOCUMENTS) == 0
        assert coders(lake, appender) == dict.fromkeys(range(DOCUMENTS), CODER[verb]) == server.acknowledged
    assert Lake.open(lake).check() == []
    assert_nothing_left_over(lake)
