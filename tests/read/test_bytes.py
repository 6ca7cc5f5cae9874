# ruff: noqa: E501 - one row of a table is an input, however long
"""Bytes in every state of damage: a document with warnings, or an error that says what to do."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.errors import (
    EmptyDocumentError,
    InputError,
    MissingInputError,
    NoDocumentsError,
    TooLargeError,
    UnreadableDocumentError,
)
from dragoman.read import READABLE_SUFFIXES, count_inputs, iter_inputs, read_bytes, read_text
from dragoman.read.clean import INVISIBLE, SPACES
from dragoman.records import Document

TEXT = "The café in Malmö was full when the ministers met for their naïve little façade of a summit.\n"

ODD = [
    # id, bytes, text, words of the warning
    ("plain", TEXT.encode(), TEXT, None),
    ("UTF-8 with mark", b"\xef\xbb\xbf" + TEXT.encode(), TEXT, "byte order mark"),
    ("UTF-16 with mark", TEXT.encode("utf-16"), TEXT, "utf-16"),
    ("UTF-16 big-endian with mark", b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16-be"),
    ("UTF-16 without mark", TEXT.encode("utf-16-le"), TEXT, "utf-16-le"),
    ("UTF-16 big-endian without mark", TEXT.encode("utf-16-be"), TEXT, "utf-16-be"),
    ("UTF-32 with mark", TEXT.encode("utf-32"), TEXT, "utf-32"),
    ("Windows-1252", ("“" + TEXT).encode("cp1252"), "“" + TEXT, "not valid UTF-8"),
    (
        "Windows-1251",
        "Министры встретились в Риге и говорили о лесе. ".encode("cp1251") * 4,
        "Министры встретились в Риге и говорили о лесе. " * 4,
        "cp1251",
    ),
    ("Latin-1", TEXT.encode("latin-1"), TEXT, "not valid UTF-8"),
    ("CRLF", b"One.\r\nTwo.\r\n", "One.\nTwo.\n", None),
    ("CR", b"One.\rTwo.\r", "One.\nTwo.\n", None),
    ("mixed line ends", b"One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n", "line ends are mixed"),
    ("NUL", b"One\x00 and two.", "One and two.", "1 invisible character ("),
    (
        "control character",
        b"One\x07 and two more words.",
        "One\x07 and two more words.",
        "1 control character",
    ),
    ("direction marks", ("a\u200f" * 25).encode(), "a" * 25, "25 invisible characters ("),
    ("one direction mark", "a\u200fb".encode(), "ab", "1 invisible character ("),
    ("direction override", "a\u202eb\u202c".encode(), "ab", "2 invisible characters ("),
    (
        "damaged UTF-8",
        (TEXT * 5).encode() + b"\xc3 and on",
        TEXT * 5 + "\ufffd and on",
        "not valid UTF-8 (first at",
    ),
]


@pytest.mark.parametrize(("data", "text", "warning"), [pytest.param(*row, id=name) for name, *row in ODD])
def test_odd_bytes_give_text_and_warning(data: bytes, text: str, warning: str | None) -> None:
    document = read_bytes(data, "x.txt")
    assert document.text == text
    if warning is None:
        assert document.warnings == ()
    else:
        assert any(warning in found for found in document.warnings), document.warnings


BAD = [
    # id, bytes, error, words of its sentence
    ("empty", b"", EmptyDocumentError, "empty"),
    ("white space", b" \n\t\r\n ", EmptyDocumentError, "empty"),
    ("mark and nothing", b"\xef\xbb\xbf", EmptyDocumentError, "empty"),
    ("zero widths only", "\u200b\n\u200b".encode(), EmptyDocumentError, "empty"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3", UnreadableDocumentError, "PDF"),
    ("ZIP", b"PK\x03\x04rest", UnreadableDocumentError, "ZIP"),
    ("PNG", b"\x89PNG\r\n\x1a\nrest", UnreadableDocumentError, "PNG"),
    ("JPEG", b"\xff\xd8\xff\xe0rest", UnreadableDocumentError, "JPEG"),
    ("ELF", b"\x7fELF\x02\x01", UnreadableDocumentError, "ELF"),
    ("gzip", b"\x1f\x8b\x08rest", UnreadableDocumentError, "gzip"),
    ("random", bytes(range(256)) * 40, UnreadableDocumentError, "control characters"),
    (
        "text with a binary tail",
        b"Some words. " * 9000 + bytes(range(32)) * 4000,
        UnreadableDocumentError,
        "control characters",
    ),
    ("too many lines", b"a\n" * 1_000_001, UnreadableDocumentError, "1,000,002 lines"),
    ("HTML without text", b"<html><body><img src=x></body></html>", EmptyDocumentError, "empty"),
]


@pytest.mark.parametrize(("data", "error", "words"), [pytest.param(*row, id=name) for name, *row in BAD])
def test_bad_bytes_give_an_error_that_says_so(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data, "x.bin")
    assert words in str(caught.value)
    assert str(caught.value).startswith("x.bin: ")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes


def test_past_the_limit_names_both_sizes() -> None:
    with pytest.raises(TooLargeError, match=r"11 bytes is past the limit of 10"):
        read_bytes(b"hello there", "x.txt", limit_bytes=10)


def read_or_error(data: bytes, uri: str) -> Document | InputError:
    try:
        return read_bytes(data, uri)
    except InputError as error:
        return error


BINARY_LIKE = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.lists(
        st.sampled_from(
            [
                b"<html>",
                b"<body>",
                b"<p>",
                b"</p>",
                b"<script>",
                b"<!--",
                b"-->",
                b"<![CDATA[",
                b"words here ",
                b"&amp;",
                b"&#0;",
                b"<td",
                b">",
                b"<title>",
                b"\x00",
                b"\xff",
                b"<meta charset=koi8-r>",
                b"<?xml version='1.0' encoding='utf-16'?>",
                b"<!doctype html>",
            ]
        ),
        max_size=14,
    ).map(b"".join),
)


@settings(max_examples=250, deadline=None)
@given(BINARY_LIKE, st.sampled_from(["x.txt", "x.html", "stdin"]))
@example(b"\xff\xfe", "x.txt")
@example(b"\xff\xfe\x00\xd8", "x.txt")
@example(b"<html", "x.html")
@example(b"<html>" * 5000, "x.html")
def test_any_bytes_give_a_document_or_an_input_error(data: bytes, uri: str) -> None:
    found = read_or_error(data, uri)
    if isinstance(found, InputError):
        assert str(found).startswith(uri)
        return
    assert found.text.strip()
    assert found.text.encode("utf-8").decode("utf-8") == found.text
    for part in found.layout:
        assert 0 <= part.start < part.end <= len(found.text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        alphabet=st.characters(exclude_characters="\r\x00" + INVISIBLE, exclude_categories=["Cs"]),
        max_size=300,
    )
)
def test_plain_text_is_kept_character_for_character(text: str) -> None:
    try:
        document = read_text(text, "x.txt")
    except EmptyDocumentError:
        assert not text.strip()
    else:
        assert document.text == text


@pytest.mark.parametrize("mark", ["\x00", *INVISIBLE], ids=lambda mark: f"U+{ord(mark):04X}")
def test_what_nobody_sees_is_dropped_and_counted(mark: str) -> None:
    plain = "Lima (Andina) -- Rita Luna met Omar Bello on Monday. They spoke of fish."
    marked = plain.replace("Luna", f"Lu{mark}na").replace("met", f"{mark}met{mark}")
    document = read_text(marked, "x.txt")
    assert document.text == plain
    assert document.layout == read_text(plain, "x.txt").layout
    assert [warning for warning in document.warnings if warning.startswith("3 invisible characters (")]
    assert len(document.warnings) == 1


def test_nul_in_a_page_is_dropped_and_counted() -> None:
    page = b"<html><body><p>Rita Lu\x00na met Omar Bello in Riga on Monday.</p></body></html>"
    document = read_bytes(page, "x.html")
    assert "Rita Luna met" in document.text
    assert any(warning.startswith("1 invisible character (") for warning in document.warnings)


def test_id_depends_on_the_text_alone() -> None:
    first = read_bytes(b"Some words.\r\n", "x.txt")
    assert first.id == read_text("Some words.\n", "y.txt").id
    assert first.id != read_text("Some words", "x.txt").id
    assert len(first.id) == 32


def test_spaces_are_those_of_str_isspace() -> None:
    assert set(SPACES) == {chr(code) for code in range(0x11_0000) if chr(code).isspace()}


def test_long_single_line_is_one_paragraph() -> None:
    line = "and then they met " * 10_000 + "again."
    document = read_text(line, "x.txt")
    assert [(part.kind, part.start, part.end) for part in document.layout] == [("paragraph", 0, len(line))]


LANGUAGES = [
    ("English", TEXT * 3, "en"),
    ("short English headline", "Ministers agree on timber", "en"),
    (
        "English lead full of names",
        "President Nguyen Thi Hoa met Ambassador Tran Van Duc, Minister Pham Quoc Binh and General Le Minh Son in "
        "Hanoi on Tuesday.",
        "en",
    ),
    (
        "English with particles in names",
        "Marina de la Cruz, Pedro de los Santos and Juan del Valle met Luis van der Berg, Hans von Holt, Otto den "
        "Haag in Lima on Monday, officials say.",
        "en",
    ),
    (
        "English headlines in capitals",
        "MINISTERS MEET IN RIGA ON MONDAY, TALKS CONTINUE, NORRLAND ENVOY ARRIVES AT BORDER CROSSING, SUDLAND "
        "PREMIER LEAVES, DRIVERS AWAIT PERMITS",
        "en",
    ),
    (
        "French, short and full of names",
        "Le ministre Jean Dupont a reçu mardi à Lyon Karl Meyer, Otto Brandt, Luis Ortega et Marco Rossi pour "
        "parler du bois et des ports.",
        "und",
    ),
    (
        "Finnish, short",
        "Ulkoministeri tapasi tiistaina Helsingissä saksalaisen kollegansa, ja he keskustelivat kalastuksesta, "
        "puusta sekä pohjoisen satamien tulevaisuudesta useita tunteja illalla hotellissa kaupungin keskustassa.",
        "und",
    ),
    (
        "French",
        "Les ministres se sont rencontrés lundi à Riga pour parler du bois et des poissons de la mer du Nord. "
        * 3,
        "und",
    ),
    (
        "German",
        "Die Minister trafen sich am Montag in Riga und sprachen über Holz, Fisch und die Häfen an der Küste. "
        * 3,
        "und",
    ),
    (
        "Spanish",
        "Los ministros se reunieron el lunes en Riga para hablar de la madera y de los peces del mar del norte. "
        * 3,
        "und",
    ),
    (
        "Indonesian",
        "Para menteri bertemu di Riga pada hari Senin untuk membahas kayu dan ikan dari laut utara dan selatan. "
        * 3,
        "und",
    ),
    ("Russian", "Министры встретились в Риге в понедельник и говорили о лесе.", "und"),
    ("Chinese", "部长们星期一在里加会晤", "und"),
]


@pytest.mark.parametrize(("text", "language"), [pytest.param(*row, id=name) for name, *row in LANGUAGES])
def test_language(text: str, language: str) -> None:
    document = read_text(text, "x.txt")
    assert document.language == language
    assert any("does not look like English" in warning for warning in document.warnings) == (
        language == "und"
    )


def kinds(paths: list[str], stdin: io.BytesIO | None = None) -> list[tuple[str, str]]:
    return [
        (type(found).__name__, found.uri if isinstance(found, Document) else str(found).partition(":")[0])
        for found in iter_inputs(paths, stdin)
    ]


def test_inputs_keep_their_order_and_one_bad_file_stops_none(tmp_path: Path) -> None:
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / ".git").mkdir()
    (tmp_path / "void").mkdir()
    for name in ("b.txt", "a.html", "c.csv", ".hidden.txt", "sub/d.md", ".git/e.txt", "Z.TXT"):
        (tmp_path / "docs" / name).write_text("Some words.")
    (tmp_path / "docs" / "bad.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "table.csv").write_text("Some words.")
    root = str(tmp_path)
    assert count_inputs(["", "a\x00b", "-", f"{root}/void", f"{root}/docs"]) == 9
    found = kinds(
        [f"{root}/table.csv", f"{root}/none", "-", f"{root}/void", f"{root}/docs"],
        io.BytesIO(b"From a pipe."),
    )
    assert found == [
        ("Document", f"{root}/table.csv"),
        ("MissingInputError", f"{root}/none"),
        ("Document", "stdin"),
        ("NoDocumentsError", f"{root}/void"),
        ("Document", f"{root}/docs/Z.TXT"),
        ("Document", f"{root}/docs/a.html"),
        ("Document", f"{root}/docs/b.txt"),
        ("UnreadableDocumentError", f"{root}/docs/bad.txt"),
        ("Document", f"{root}/docs/sub/d.md"),
    ]


def test_stdin_may_be_empty_or_absent() -> None:
    assert kinds(["-"], io.BytesIO(b"")) == [("EmptyDocumentError", "stdin")]
    assert kinds(["-"]) == [("MissingInputError", "stdin")]


def test_file_past_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 11)
    (error,) = iter_inputs([str(path)], limit_bytes=10)
    assert isinstance(error, TooLargeError)
    (error,) = iter_inputs(["-"], io.BytesIO(b"x" * 11), limit_bytes=10)
    assert isinstance(error, TooLargeError)


def test_unreadable_file_and_odd_path(tmp_path: Path) -> None:
    assert kinds(["a\x00b"])[0][0] in {"MissingInputError", "UnreadableDocumentError"}
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert kinds([str(loop)])[0][0] in {"MissingInputError", "UnreadableDocumentError"}
    (missing,) = iter_inputs([""])
    assert isinstance(missing, MissingInputError)


def test_no_documents_names_the_suffixes(tmp_path: Path) -> None:
    (error,) = iter_inputs([str(tmp_path)])
    assert isinstance(error, NoDocumentsError)
    assert error.suffixes == READABLE_SUFFIXES
