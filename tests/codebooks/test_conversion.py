"""Roots of the conversion of 2021."""

from __future__ import annotations

import pytest

from dragoman.codebooks import load_codebook, root_2021
from dragoman.codebooks.conversion import read_differences


@pytest.mark.parametrize(
    ("type_", "mode", "status", "text", "root"),
    [
        ("CONSULT", "visit", "occurred", "", "CONSULT"),
        ("CONCEDE", None, "occurred", "The junta apologised to the widows.", "SUPPORT"),
        ("CONCEDE", None, "planned", "The mayor will lift the ban.", "AGREE"),
        ("CONCEDE", None, "occurred", "The mayor lifted the ban.", "YIELD"),
        ("CONCEDE", None, "planned", "The rebels announced a ten-day truce.", "YIELD"),
        ("CONCEDE", None, "occurred", "The rebels agreed to a truce.", "AGREE"),
        ("AGREE", None, "occurred", "Fiji and Tonga concluded a fisheries treaty.", "SUPPORT"),
        ("AGREE", None, "occurred", "Fiji and Tonga reached an agreement on cod.", "SUPPORT"),
        ("AGREE", None, "occurred", "Fiji promised Tonga a ferry.", "AGREE"),
        ("THREATEN", "arrest", "occurred", "A judge issued a warrant for the banker.", "COERCE"),
        ("THREATEN", "arrest", "occurred", "The sheriff threatened to jail the banker.", "THREATEN"),
        ("COERCE", "curfew", "planned", "The governor will impose a curfew.", "THREATEN"),
        ("COERCE", "curfew", "occurred", "The governor imposed a curfew.", "COERCE"),
        ("PROTEST", "strike", "planned", "Pilots will strike on Friday.", "THREATEN"),
        ("SANCTION", "discontinue", "planned", "Oslo will stop its aid.", "THREATEN"),
        ("ASSAULT", None, "planned", "The rebels will attack the port.", "THREATEN"),
        ("RETREAT", "release", "occurred", "The rebels freed the monks.", "YIELD"),
        ("SANCTION", "convict", "occurred", "A court found her guilty.", "ACCUSE"),
        ("SANCTION", "discontinue", "occurred", "Oslo imposed an embargo on the junta.", "COERCE"),
        ("SANCTION", "discontinue", "occurred", "Oslo stopped its aid to the junta.", "SANCTION"),
        ("CONCEDE", None, "occurred", "The junta said it would free the monks.", "AGREE"),
        ("CONSULT", None, "occurred", "Fiji and Tonga failed to reach an agreement on cod.", "REJECT"),
        ("AGREE", None, "occurred", "Fiji and Tonga failed to conclude a treaty.", "REJECT"),
        ("COERCE", "restrict", "occurred", "Warships blockaded the port.", "ASSAULT"),
        ("SANCTION", "discontinue", "occurred", "Oslo joined the blockade of the island.", "ASSAULT"),
        ("COERCE", "cyber", "occurred", "Hackers attacked the tax office.", "ASSAULT"),
        ("COERCE", "cyber", "occurred", "Hackers read the mail of the tax office.", "COERCE"),
        ("SANCTION", "convict", "occurred", "Both are guilty of violating the truce.", "ASSAULT"),
        ("REQUEST", None, "occurred", "Tonga called for a boycott of the games.", "THREATEN"),
        ("REQUEST", None, "occurred", "Tonga called for talks.", "REQUEST"),
        ("SANCTION", "convict", "occurred", "A court gave the ministry a deadline of a week.", "THREATEN"),
        ("THREATEN", "arrest", "ongoing", "The mayor is pressuring the dockers to return.", "REQUEST"),
        ("THREATEN", "violence", "occurred", "Tonga says Fiji must call its ships back.", "REQUEST"),
        ("ACCUSE", "allege", "occurred", "Police charged the editor with libel.", "COERCE"),
        ("ACCUSE", "allege", "occurred", "The envoy blamed the editor.", "ACCUSE"),
    ],
)
def test_root(type_: str, mode: str | None, status: str, text: str, root: str) -> None:
    assert root_2021(type_, mode, status, text) == root  # type: ignore[arg-type]


def test_table_fits_the_codebook() -> None:
    codebook = load_codebook()
    for row in read_differences():
        assert row.types <= codebook.types.keys()
        assert all(not row.mode or row.mode in codebook.types[name].modes for name in row.types)
        assert row.root == "YIELD" or row.root in codebook.types
