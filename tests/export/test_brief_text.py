from __future__ import annotations

import io
from pathlib import Path

import msgspec
from rich.console import Console

from dragoman.export import export_brief, print_brief
from dragoman.records import Coded

SNAPSHOT = Path(__file__).parent / "snapshots" / "brief.txt"


def written(coded: Coded) -> str:
    stream = io.BytesIO()
    export_brief([coded], stream)
    return stream.getvalue().decode()


def printed(coded: Coded) -> str:
    terminal = io.StringIO()
    print_brief([coded], Console(file=terminal, force_terminal=True, width=80, legacy_windows=False))
    return terminal.getvalue()


def test_brief_reads_as_the_snapshot(coded: Coded) -> None:
    """A person has read the snapshot; read it again when you change it."""
    assert written(coded) == SNAPSHOT.read_text("utf-8")


def test_plain_brief_is_narrow_and_has_no_codes(coded: Coded) -> None:
    text = written(coded)
    assert max(map(len, text.splitlines())) <= 100
    assert "\x1b" not in text
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_terminal_underlines_evidence(coded: Coded) -> None:
    assert "\x1b[4mfired tear gas" in printed(coded).replace("Police in Kisumu ", "")
    assert "_fired" not in printed(coded)


def test_document_cannot_drive_the_terminal(coded: Coded) -> None:
    hostile = "\x1b[2J\x07\u202eevil[bold]\r"
    document = msgspec.structs.replace(coded.document, title=hostile, warnings=(hostile,), authors=(hostile,))
    entities = tuple(msgspec.structs.replace(entity, name=hostile) for entity in coded.entities)
    for text in (written(msgspec.structs.replace(coded, document=document, entities=entities)),):
        assert not set("\x1b\x07\r\u202e") & set(text)
        assert "[2Jevil[bold]" in text
    shown = printed(msgspec.structs.replace(coded, document=document, entities=entities))
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown


def test_documents_follow_one_another(coded: Coded) -> None:
    stream = io.BytesIO()
    export_brief([coded, coded], stream)
    assert stream.getvalue() == 2 * written(coded).encode()
