"""Rows of a table: what is read, what is added, what is said about odd ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EvidenceError, ForeignRowsError, MissingInputError, UsageError
from dragoman.models import Classification, Question
from dragoman.models.rows import ADDED, CHUNK, Columns, RowClassifier, find_name, read_rows, unmark
from dragoman.records import Span

COLUMNS = Columns("text", "source", "target")


class Echo:
    """Answers with what it was asked."""

    def classify(self, questions: Sequence[Question]) -> list[Classification]:
        return [
            Classification("CONCEDE", None, (q.text, self.shown(q)), "occurred", 0.5, 0.75) for q in questions
        ]

    @staticmethod
    def shown(question: Question) -> str:
        sides = (question.source, question.target)
        return ">".join(side.of(question.text) if side else "?" for side in sides)


def classified(*rows: dict[str, str], columns: Columns = COLUMNS) -> tuple[list[dict[str, str]], list[str]]:
    rower = RowClassifier(Echo(), columns)
    return list(rower.classify(rows)), rower.warnings()


def row(text: str, source: str = "", target: str = "") -> dict[str, str]:
    return {"id": "7", "text": text, "source": source, "target": target}


@pytest.mark.parametrize(
    ("given_row", "parties"),
    [
        (row("Togo apologised to Mali.", "Togo", "Mali"), "Togo>Mali"),
        (row("Togo apologised to Mali.", "togo", "MALI"), "Togo>Mali"),
        (row("Togo  apologised to the\nMali junta.", "Togo", "the Mali junta"), "Togo>the\nMali junta"),
        (row("Mali told Mali.", "Mali", "Mali"), "Mali>Mali"),
        (row("Togo apologised.", "Togo", ""), "Togo>?"),
        (row("Nigeria freed Niger.", "Niger", "Nigeria"), "Niger>Nigeria"),
        (row("Russian jets bombed the US base.", "us", "Russia"), "US>Russia"),
        (row("Malian monks thanked Togo.", "Mali", "Togo"), "Mali>Togo"),
        (row("Togo apologised.", "Togo", "Mali"), "Togo>?"),
    ],
)
def test_parties(given_row: dict[str, str], parties: str) -> None:
    (found,), _ = classified(given_row)
    assert found["contexts"].endswith(f";{parties}")
    assert found["id"] == "7"


def test_cells() -> None:
    (found,), warnings = classified(row("Togo lifted the ban on Mali.", "Togo", "Mali"))
    assert [found[name] for name in ADDED if name != "contexts"] == [
        "CONCEDE", "", "occurred", "0.5000", "0.7500", "YIELD",
    ]  # fmt: skip
    assert not warnings


def test_warnings_name_rows() -> None:
    found, warnings = classified(
        row("Togo spoke.", "Peru"),
        row(" "),
        row("Mali spoke.", "Mali", "Oman"),
        row("Mali saw Mali's team.", "Mali", "Mali"),
    )
    assert [line["type"] for line in found] == ["CONCEDE", "", "CONCEDE", "CONCEDE"]
    assert warnings == [
        "1 row: the source is not in the text, classified without it (row 2)",
        "1 row: the target is empty, classified without it (row 2)",
        "1 row: no text, left empty (row 3)",
        "1 row: the target is not in the text, classified without it (row 4)",
        "1 row: source and target have one name (row 5)",
    ]


def test_marks_instead_of_columns() -> None:
    marked = {"text": "<t>Mali</t> thanked <s>Togo</s>."}
    (found,), _ = classified(marked, columns=Columns("text"))
    assert found["contexts"] == "Mali thanked Togo.;Togo>Mali"


@pytest.mark.parametrize("text", ["<s>Togo spoke.", "<s></s>Togo spoke.", "Togo spoke.", "<S>Togo</S> ran."])
def test_marks_that_mark_nothing_are_named(text: str) -> None:
    _, warnings = classified({"text": text}, columns=Columns("text"))
    assert warnings[0] == "1 row: the source is not marked in the text, classified without it (row 2)"


def test_party_past_the_text() -> None:
    with pytest.raises(EvidenceError, match="ends at 50"):
        Question("Togo spoke.", Span(0, 50), None)


def test_many_rows_keep_their_order() -> None:
    found, _ = classified(*(row(f"Act {n}.") for n in range(2 * CHUNK + 3)))
    assert [line["contexts"].split(";")[0] for line in found] == [f"Act {n}." for n in range(2 * CHUNK + 3)]


@given(st.text(alphabet="ab <>/st", max_size=30))
def test_unmark_gives_spans_of_its_text(marked: str) -> None:
    text, spans = unmark(marked)
    assert all(0 <= span.start < span.end <= len(text) for span in spans.values())


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_found_names_are_the_name(name: str, before: str, after: str) -> None:
    text = f"{before} {name} {after}"
    span = find_name(text, name.strip(), None)
    if name.strip():
        assert span is not None
        assert span.of(text).lower().split() == name.lower().split()


def test_second_party_stands_elsewhere() -> None:
    assert find_name("Mali told Mali.", "Mali", Span(0, 4)) == Span(10, 14)


@pytest.mark.parametrize(
    ("name", "content", "error", "says"),
    [
        ("gone.tsv", None, MissingInputError, "no such file"),
        ("empty.tsv", b"", ForeignRowsError, "empty"),
        ("bytes.tsv", b"text\n\xff\xfe", ForeignRowsError, "cannot be read"),
        ("twice.tsv", b"text\ttext\n", ForeignRowsError, "twice"),
        ("other.tsv", b"sentence\n", UsageError, "no column 'text'"),
    ],
)
def test_bad_tables(
    tmp_path: Path, name: str, content: bytes | None, error: type[Exception], says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=says):
        read_rows(str(path), COLUMNS)


def test_short_rows_are_filled(tmp_path: Path) -> None:
    path = tmp_path / "short.tsv"
    path.write_text("text\tsource\ttarget\nTogo spoke.\n", encoding="utf-8")
    table = read_rows(str(path), COLUMNS)
    assert table.head == ["text", "source", "target"]
    assert table.rows == [{"text": "Togo spoke.", "source": "", "target": ""}]
    assert not table.ragged


def test_what_a_row_has_too_much_is_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(
        "source,target,text\nTogo,Mali,Togo told Mali, again.\nTogo,Mali,Yes.\n", encoding="utf-8"
    )
    table = read_rows(str(path), COLUMNS)
    assert [row["text"] for row in table.rows] == ["Togo told Mali, again.", "Yes."]
    assert table.ragged == [2]
