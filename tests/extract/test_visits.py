"""Visits as a careful reader would note them down: the rows of rows/visits.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROWS = yaml.safe_load((Path(__file__).parent / "rows" / "visits.yaml").read_text("utf-8"))


def rows():
    """Text and what is found; rows that do not hold yet say why."""
    out = []
    for group, found in ROWS.items():
        for row in found:
            weak = pytest.mark.xfail(strict=True, reason=row["weak"]) if "weak" in row else ()
            out.append(
                pytest.param(row["text"], row["found"], id=f"{group}: {row['text'][-60:]}", marks=weak)
            )
    return out


@pytest.mark.parametrize(("text", "found"), rows())
def test_reads(code, text, found):
    assert code(text).visits() == found
