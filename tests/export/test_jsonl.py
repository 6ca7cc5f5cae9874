from __future__ import annotations

import io

import msgspec

from dragoman.export import export_jsonl
from dragoman.records import Coded


def test_lines_are_the_records(coded: Coded) -> None:
    stream = io.BytesIO()
    export_jsonl([coded, coded], stream)
    lines = stream.getvalue().splitlines()
    assert [msgspec.json.decode(line, type=Coded) for line in lines] == [coded, coded]
