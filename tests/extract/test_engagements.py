"""Engagements as a careful reader would note them down: the rows of rows/engagements.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

ROWS = yaml.safe_load((Path(__file__).parent / "rows" / "engagements.yaml").read_text("utf-8"))


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
    assert code(text).engagements() == found


IN_TURN = [
    (
        "respectively",
        "President Daniel Otieno and Foreign Minister Salim Al Harthy respectively",
        ["Nairobi", "Muscat"],
    ),
    ("three for two", "President Daniel Otieno, Salim Al Harthy and Ana Rojas respectively", None),
    ("not in turn", "President Daniel Otieno and Foreign Minister Salim Al Harthy", None),
]


@pytest.mark.parametrize(("met", "places"), [row[1:] for row in IN_TURN], ids=[row[0] for row in IN_TURN])
def test_respectively_tells_where_each_was_met(code, met, places):
    text = f"Norwegian Foreign Minister Lena Aasen travelled to Nairobi and Muscat, where she met {met}."
    events = code(text).coded.events
    visits = {e.id: e.targets[0].name for e in events if e.form == "visit"}
    meetings = [e for e in events if e.form == "meeting"]
    if places is None:
        assert [e.place.name for e in meetings if e.place] != ["Nairobi", "Muscat"]
    else:
        assert [e.place.name for e in meetings] == places
        assert [visits[e.part_of] for e in meetings] == ["Kenya", "Oman"]
