"""SQL of users: reads the lake and nothing else, and says where it is wrong."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import ModuleType

import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet
import pytest

from dragoman.errors import QueryError, UsageError
from dragoman.lake import Answer, Lake, formats
from dragoman.lake.formats import FORMATS
from dragoman.lake.tables import DATA_TABLES
from dragoman.lake.views import VIEWS


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory, appender: ModuleType) -> Lake:
    made = Lake.create(tmp_path_factory.mktemp("query") / "lake")
    made.append([appender.specimen(number, "first") for number in range(3)], coder="first")
    return made


@pytest.mark.parametrize("name", [*DATA_TABLES, *VIEWS])
def test_every_table_and_view_can_be_asked(name: str, lake: Lake) -> None:
    assert lake.query(f"FROM {name}").columns


REFUSED = [
    # id, query (FILE is a file beside the lake, DATA one of the lake's)
    ("a file", "SELECT * FROM read_text('FILE')"),
    ("a file as a table", "SELECT * FROM 'FILE'"),
    ("the lake's own file", "SELECT * FROM 'DATA'"),
    ("the lake's own file by function", "SELECT * FROM read_parquet('DATA')"),
    ("a csv in a subquery", "SELECT 1 WHERE EXISTS (SELECT 1 FROM read_csv('FILE'))"),
    ("a file in a CTE", "WITH x AS (SELECT * FROM read_blob('FILE')) SELECT * FROM x"),
    ("a file through query()", "SELECT * FROM query('SELECT * FROM read_text(''FILE'')')"),
    ("a name made up", "SELECT * FROM query_table('documents')"),
    ("folders", "SELECT * FROM glob('*')"),
    ("the network", "SELECT * FROM read_csv('https://example.org/a.csv')"),
    ("writing a file", "COPY (SELECT 1) TO 'FILE.new'"),
    ("overwriting the lake", "COPY (SELECT 1) TO 'DATA'"),
    ("another database", "ATTACH 'FILE.db'"),
    ("an extension", "INSTALL httpfs"),
    ("loading an extension", "LOAD httpfs"),
    ("a setting", "SET enable_external_access = true"),
    ("a pragma", "PRAGMA database_list"),
    ("a table", "CREATE TABLE x AS SELECT 1"),
    ("a view's end", "DROP VIEW events"),
    ("a log in a file", "SELECT * FROM enable_logging(storage = 'file', storage_path = 'FILE.log')"),
    ("a setting that shows a folder", "SELECT current_setting('secret_directory')"),
    ("a setting in capitals", "SELECT 1 WHERE CURRENT_SETTING('home_directory') = ''"),
    ("a setting in a subquery", "SELECT (SELECT main.current_setting('temp_directory'))"),
    ("a setting by its value", "SELECT 'secret_directory'.current_setting()"),
    ("a setting in a pivot", "FROM (PIVOT dyads ON type USING max(current_setting('secret_directory')))"),
    ("a setting of an order", "SELECT id FROM events ORDER BY current_setting('secret_directory')"),
    ("a line in a log", "SELECT write_log('said')"),
    ("a line in a log in a CTE", "WITH x AS (SELECT write_log('said')) SELECT 1 FROM x"),
    ("a seed", "SELECT setseed(0.5)"),
    ("two statements", "SELECT 1; SELECT 2"),
    ("an export", "EXPORT DATABASE 'FILE.export'"),
    ("a call", "CALL pragma_version()"),
    ("a variable of the program", "SELECT * FROM here"),
    ("nothing", "  "),
]


@pytest.mark.parametrize("sql", [pytest.param(sql, id=name) for name, sql in REFUSED])
def test_query_is_refused(sql: str, lake: Lake) -> None:
    here = pa.table({"a": [1]})
    assert here.num_rows
    file = lake.path.parent / "file.txt"
    file.write_text("secret")
    data = next((lake.path / "events").rglob("*.parquet"))
    before = {path: path.stat().st_mtime_ns for path in lake.path.parent.rglob("*")}
    with pytest.raises(QueryError) as error:
        lake.query(sql.replace("FILE", str(file)).replace("DATA", str(data)))
    assert "secret" not in str(error.value)
    assert {path: path.stat().st_mtime_ns for path in lake.path.parent.rglob("*")} == before


PLACES = [
    # id, query, line, column, word of the error
    ("misspelt keyword", "SELEC 1", 1, 1, "SELEC"),
    ("unknown table", "SELECT *\nFROM evnts", 2, 6, "evnts"),
    ("unknown column", "SELECT type,\n       mod FROM events", 2, 8, "mod"),
    ("after letters of several bytes", "SELECT 'Çelik – Ünal', typ FROM events", 1, 24, "typ"),
    ("in a filter", "SELECT type FROM events\nWHERE\n  frm = 'visit'", 3, 3, "frm"),
    ("wrong argument", "SELECT lower(type, mode) FROM events", 1, 8, "lower"),
    ("not grouped", "SELECT type, count(*) FROM events", 1, 8, "type"),
    ("not allowed", "SELECT 1\nFROM read_text('a')", 2, 6, "read_text"),
    (
        "not allowed anywhere",
        "SELECT 1,\n  current_setting('threads')",
        2,
        3,
        "current_setting() is not allowed",
    ),
    ("cannot be a number", "SELECT CAST(type AS INTEGER) FROM events", 1, 8, "CONSULT"),
    ("unfinished", "SELECT type FROM events WHERE (", 1, 31, ""),
]


@pytest.mark.parametrize(
    ("sql", "line", "column", "word"), [pytest.param(*row, id=name) for name, *row in PLACES]
)
def test_error_names_the_place(sql: str, line: int, column: int, word: str, lake: Lake) -> None:
    with pytest.raises(QueryError) as error:
        lake.query(sql)
    assert (error.value.line, error.value.column) == (line, column)
    assert word in str(error.value)
    assert "\n" not in str(error.value)


ALLOWED = [
    "FROM dyads",
    "DESCRIBE events",
    "SHOW TABLES",
    "SUMMARIZE dyads",
    "VALUES (1)",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t",
    "SELECT * FROM range(3), unnest([1, 2])",
    "SELECT * FROM (PIVOT dyads ON type IN ('CONSULT') USING count(*) GROUP BY pair)",
    'SELECT a.id FROM events a JOIN events b USING (document) WHERE a."date".start IS NOT NULL;',
]


@pytest.mark.parametrize("sql", ALLOWED)
def test_questions_of_other_shapes(sql: str, lake: Lake) -> None:
    assert len(lake.query(sql))


def test_show_tables_lists_what_there_is(lake: Lake) -> None:
    names = {row["name"] for row in lake.query("SHOW TABLES").to_pylist()}
    assert names == {*DATA_TABLES, *VIEWS}


def test_path_may_hold_many_signs(tmp_path: Path, appender: ModuleType) -> None:
    lake = Lake.create(tmp_path / "a lake (1) *?'\"q=z é#湖")
    for coder in ("first", "second"):
        lake.append([appender.specimen(1, coder)], coder=coder)
    lake.compact()
    assert len(lake.events()) == 1


@pytest.mark.parametrize("name", ["lake[1]", "a%20lake", "a^b", "a|b", "a\\b"])
def test_path_that_would_be_misread_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Choose another folder"):
        Lake.create(tmp_path / name)


ROWS = Answer(
    pa.table(
        {
            "name": ['a, "b"', None],
            "n": pa.array([1, None], pa.int64()),
            "day": pa.array(["2024-01-05", None]).cast(pa.date32()),
            "who": [["x", "y"], []],
            "date": [{"start": None}, None],
        }
    )
)


def written(name: str, answer: Answer = ROWS) -> bytes:
    stream = io.BytesIO()
    FORMATS[name](answer, stream)
    return stream.getvalue()


def test_csv() -> None:
    assert written("csv").decode().splitlines() == [
        '"name","n","day","who","date"',
        '"a, ""b""",1,2024-01-05,"[""x"",""y""]","{""start"":null}"',
        ',,,"[]",',
    ]


def test_json() -> None:
    assert json.loads(written("json")) == [
        {"name": 'a, "b"', "n": 1, "day": "2024-01-05", "who": ["x", "y"], "date": {"start": None}},
        {"name": None, "n": None, "day": None, "who": [], "date": None},
    ]
    assert json.loads(written("json", Answer(pa.table({"a": pa.array([], pa.string())})))) == []


def test_json_writes_whole_sums_as_numbers(lake: Lake) -> None:
    assert json.loads(written("json", lake.query("SELECT sum(quad) AS n FROM events"))) == [{"n": 3}]


def test_parquet_and_arrow() -> None:
    assert pyarrow.parquet.read_table(io.BytesIO(written("parquet"))).to_pylist() == ROWS.to_pylist()
    with pyarrow.ipc.open_file(io.BytesIO(written("arrow"))) as reader:
        assert reader.read_all().to_pylist() == ROWS.to_pylist()


def test_table_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written("table").decode() == (
        "name    n  day         who   date\n"
        "------  -  ----------  ----  --------------\n"
        'a, "b"  1  2024-01-05  x, y  {"start":null}\n'
        "\n"
    )
    monkeypatch.setattr(formats, "SHOWN_ROWS", 1)
    assert "1 of 2 rows" in written("table").decode()
