"""The types that callers rely on, for the type checker alone: `make check` reads this file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, assert_type

import dragoman
from dragoman.errors import DragomanError, InputError, StageError
from dragoman.export import export_brief, export_html, export_jsonl
from dragoman.read import iter_inputs, read_bytes, read_text
from dragoman.records import Claim, Coded, Date, Document, Entity, Event, Mention, Span


def coding(document: Document) -> None:
    pipeline = dragoman.load()
    assert_type(pipeline, dragoman.Pipeline)
    assert_type(pipeline(document), Coded)
    assert_type(pipeline("The envoys met."), Coded)
    assert_type(pipeline.stream([document]), Iterator[Coded | StageError])


def reading() -> None:
    assert_type(read_text("The envoys met.", "a.txt"), Document)
    assert_type(read_bytes(b"The envoys met.", "a.txt"), Document)
    assert_type(iter_inputs(["news"]), Iterator[Document | InputError])


def records(coded: Coded, event: Event) -> None:
    assert_type(coded.document, Document)
    assert_type(coded.entities, tuple[Entity, ...])
    assert_type(coded.mentions, tuple[Mention, ...])
    assert_type(coded.events, tuple[Event, ...])
    assert_type(coded.claims, tuple[Claim, ...])
    assert_type(coded.to_json(), bytes)
    assert_type(event.date, Date | None)
    assert_type(event.evidence, Span)
    assert_type(event.evidence.of(coded.document.text), str)


def exporting(coded: Coded, stream: BinaryIO) -> None:
    for export in (export_brief, export_html, export_jsonl):
        assert_type(export([coded], stream), None)


def failing(error: StageError) -> DragomanError:
    assert_type(error.stage, str)
    return error
