"""How the tables are made: bounds, the dictionaries' format, and that a rebuild changes nothing."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest

from dragoman.errors import TableError
from dragoman.knowledge.build import __main__ as command
from dragoman.knowledge.build import dictionaries, writing
from dragoman.knowledge.build.dictionaries import Block, Coding, read_blocks
from dragoman.knowledge.build.leaders import _aka, _bare, _day, _mended
from dragoman.knowledge.build.writing import Source, write_table
from dragoman.knowledge.tables import FOLDER

SOURCE = Source("us", "Things", "", "CC0-1.0", "2026-01-31", "build/things.py", 2, 3)


def test_a_table_is_written_sorted_with_its_source(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "FOLDER", tmp_path)
    assert write_table("things", ("a", "b"), [("2", "x"), ("1", "y, z"), ("2", "x")], SOURCE) == 2
    assert (tmp_path / "things.csv").read_text() == 'a,b\n1,"y, z"\n2,x\n'
    assert "licence: CC0-1.0" in (tmp_path / "things.source.yaml").read_text()


@pytest.mark.parametrize("rows", [[("1",)], [("1",), ("2",), ("3",), ("4",)]], ids=["too few", "too many"])
def test_a_table_out_of_bounds_is_not_written(rows, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "FOLDER", tmp_path)
    with pytest.raises(TableError, match="expected 2 to 3"):
        write_table("things", ("a",), rows, SOURCE)
    assert list(tmp_path.iterdir()) == []


DICTIONARY = """# a comment
HARBOUR_GUARD_ [XYZMIL]

OSTRAVIA_FRONT_(OFR)_
+FRONT_OF_OSTRAVIA
\t[XYZREB]
ANA_MARIA_SOLER_  ; someone's list
\t[XYZGOV 910831-050324]
\t[XYZELI >050325]
OLD_MAN_
\t[XYZGOV <20010914] [XYZGOV 020230-020301] [bad]
NOBODY_
"""


def test_dictionary_blocks(tmp_path, monkeypatch):
    (tmp_path / "data" / "dictionaries").mkdir(parents=True)
    (tmp_path / "data" / "dictionaries" / "x.txt").write_text(DICTIONARY)
    monkeypatch.setattr(dictionaries, "SHARED", tmp_path)
    assert list(read_blocks("x.txt")) == [
        Block(["HARBOUR GUARD"], [Coding("XYZMIL")]),
        Block(["OSTRAVIA FRONT (OFR)", "FRONT OF OSTRAVIA"], [Coding("XYZREB")]),
        Block(
            ["ANA MARIA SOLER"],
            [
                Coding("XYZGOV", date(1991, 8, 31), date(2005, 3, 24), dated=True),
                Coding("XYZELI", date(2005, 3, 25), None, dated=True),
            ],
            "someone's list",
        ),
        Block(["OLD MAN"], [Coding("XYZGOV", None, date(2001, 9, 13), dated=True)]),
    ]


def test_a_missing_dictionary_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(dictionaries, "SHARED", tmp_path)
    with pytest.raises(TableError, match="must lie beside the repository"):
        list(read_blocks("nothing.txt"))


MENDED = [
    # office and name as the source has them, the country's words, mended
    ("President of the Islamic Republic of", "Ostravia Ana SOLER", {"Ostravia"},
     ("President of the Islamic Republic of Ostravia", "Ana SOLER")),
    ("Deputy Prime Minister and Minister of", "Transport Ana SOLER", set(),
     ("Deputy Prime Minister and Minister of Transport", "Ana SOLER")),
    ("President of the", "Ana SOLER", set(), ("President", "Ana SOLER")),
    ("acting prime minister", "Ana SOLER", set(), ("Acting Prime Minister", "Ana SOLER")),
    ("three Deputy Prime Minister", "Ana SOLER", set(), ("Deputy Prime Minister", "Ana SOLER")),
    ("Governor General", "Ana SOLER", set(), ("Governor General", "Ana SOLER")),
    ("Acting President Sr.", "Ana SOLER", set(), ("Acting President", "Ana SOLER")),
]  # fmt: skip


@pytest.mark.parametrize(("office", "name", "words", "expected"), MENDED, ids=[row[0] for row in MENDED])
def test_offices_are_mended(office, name, words, expected):
    assert _mended(office, name, words) == expected


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ('Ana "Nita" SOLER', "Ana SOLER"),
        ("Ana SOLER, Jr", "Ana SOLER Jr."),
        ("Ana SOLER, Lt. Gen", "Ana SOLER"),
        ("ANA of Ostravia", "ANA"),
        ("Ana SOLER", "Ana SOLER"),
    ],
)
def test_names_are_bared(name, bare):
    assert _bare(name) == bare


def test_other_spellings_of_the_same_person_only():
    assert _aka("Anna SOLER|Peter KAMAU", "Ana SOLER", 'Ana "Nita" SOLER') == "Anna SOLER|Nita SOLER"


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("2001", "01-01", "2001-01-01"),
        ("2001", "12-31", "2001-12-31"),
        ("2001-05", "01-01", "2001-05-01"),
        ("2001-05", "12-31", "2001-05-31"),
        ("2001-05-09", "12-31", "2001-05-09"),
        ("May 2001", "01-01", ""),
        ("", "01-01", ""),
    ],
)
def test_partial_days(text, rest, day):
    assert _day(text, rest) == day


@pytest.mark.parametrize("table", ["leaders", "dated_roles", "agents", "organizations", "initiatives"])
@pytest.mark.usefixtures("shared")
def test_a_rebuild_changes_nothing(table, tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "FOLDER", tmp_path)
    for name in import_module(f"dragoman.knowledge.build.{table}").build():
        for ending in (".csv", ".source.yaml"):
            assert (tmp_path / (name + ending)).read_bytes() == (FOLDER / (name + ending)).read_bytes()


def test_an_unknown_table_is_refused(capsys):
    assert command.main(["unicorns"]) == 1
    assert "no such table: unicorns" in capsys.readouterr().err
