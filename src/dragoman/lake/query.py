"""SQL of users: one question, read-only, and the place of whatever is wrong in it.

The connection reads nothing but the lake's tables (`snapshot.py`); here, what is not a question is turned
away before it runs, so that the answer says why.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import duckdb

from dragoman.errors import QueryError
from dragoman.lake.answer import Answer
from dragoman.lake.snapshot import Snapshot, reading

TABLE_FUNCTIONS = frozenset(
    {
        *("unnest", "range", "generate_series", "repeat", "json_each", "json_tree", "summary"),
        *("duckdb_columns", "duckdb_functions", "duckdb_tables", "duckdb_types", "duckdb_views"),
        *("pragma_table_info", "pragma_version"),
    }
)
"""What may stand as a function in FROM: those that make rows or describe the tables."""

REFUSED_FUNCTIONS = frozenset(
    {
        *("current_setting", "getenv", "getvariable"),  # settings show folders of the machine
        *("write_log", "setseed", "nextval", "sleep_ms", "pg_sleep"),  # these do something
    }
)
"""What may stand nowhere in a query: functions that tell of the machine or do more than answer."""

_EXPLAIN = "EXPLAIN "

_FILE_NAME = re.compile(r"[/\\.:*?]")

REFUSED = "a query may only read the lake's tables"


def ask(snapshot: Snapshot, sql: str) -> Answer:
    """Answer one question.

    Args:
        snapshot: What to read.
        sql: One SELECT, in DuckDB's SQL, over the tables and views of the lake.

    Raises:
        QueryError: If it is wrong, is not a single SELECT, or reaches for a file or the network.
    """
    con = snapshot.con.cursor()
    try:
        statements = con.extract_statements(sql)
        if len(statements) != 1:
            raise QueryError(f"give one SELECT; this is {len(statements)} statements")
        if statements[0].type is not duckdb.StatementType.SELECT:
            raise QueryError(f"{REFUSED}; this is {statements[0].type.name}, not SELECT", 1, 1)
        _refuse_sources(con, sql)
        _bind(con, sql)
        with reading(snapshot.folder):
            return Answer(con.sql(sql).to_arrow_table())
    except duckdb.Error as error:
        raise query_error(error, sql) from error


def _bind(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Plan the query alone: here a wrong name comes with its place, in `con.sql` without."""
    try:
        con.execute(f"{_EXPLAIN}{sql}")
    except duckdb.Error as error:
        raise query_error(error, sql, skipped=len(_EXPLAIN)) from error


def _refuse_sources(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    [row] = con.execute("SELECT json_serialize_sql($sql)", {"sql": sql}).fetchall()
    for function, position in _refused(json.loads(row[0])):
        raise QueryError(f"{REFUSED}; {function} is not allowed", *place_of(sql, position))


def _refused(parsed: object) -> Iterator[tuple[str, int]]:
    """What stands in a query that DuckDB took apart, and may not: its name and byte offset."""
    pending: list[Any] = [parsed]
    while pending:
        found = pending.pop()
        if isinstance(found, list):
            pending += found
        elif isinstance(found, dict):
            if found.get("type") == "TABLE_FUNCTION":
                function = found["function"]["function_name"].lower()
                if function not in TABLE_FUNCTIONS:
                    yield f"{function}()", found["query_location"]
            elif found.get("type") == "BASE_TABLE" and _FILE_NAME.search(found["table_name"]):
                yield found["table_name"], found["query_location"]
            elif found.get("type") == "FUNCTION" and found["function_name"].lower() in REFUSED_FUNCTIONS:
                yield f"{found['function_name'].lower()}()", found["query_location"]
            pending += found.values()


def query_error(error: duckdb.Error, sql: str, *, skipped: int = 0) -> QueryError:
    """What DuckDB found wrong, as an error with its place in `sql`, before which it read `skipped` bytes."""
    _, _, rest = str(error).partition(": ")
    try:
        facts = json.loads(rest)
    except json.JSONDecodeError:
        return QueryError(_one_line(str(error)))
    position = facts.get("position")
    place = place_of(sql, int(position) - skipped) if position is not None else (0, 0)
    reason = _one_line(facts["exception_message"])
    return QueryError(f"{REFUSED}; {reason}" if facts["exception_type"] == "Permission" else reason, *place)


def place_of(sql: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a byte offset into the UTF-8 of `sql`."""
    before = sql.encode()[:offset].decode(errors="ignore")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
