"""Joint statements: whose "we" it is."""

from __future__ import annotations

import pytest

from dragoman.extract.joint import joint_statement
from dragoman.extract.participants import Participants
from dragoman.read import read_text
from dragoman.resolve import resolve

HEAD = "{title}\n\nMay 3, 2024\n\n{body}"

STATEMENTS = [
    ("Joint Statement by Norway and Kenya", "We will build a port.", {"NOR", "KEN"}),
    ("Joint Statement of Norway, Kenya and Oman", "We will build a port.", {"NOR", "KEN", "OMN"}),
    (
        "Statement on the Port",
        "The following statement was released by the Governments of Norway and Kenya.",
        {"NOR", "KEN"},
    ),
    (
        "A Port for Kenya",
        "We, the foreign ministers of Norway, Kenya and Oman, will act.",
        {"NOR", "KEN", "OMN"},
    ),
    ("Statement by Norway", "Norway will build a port in Kenya.", None),
    ("Norway and Kenya Sign a Treaty", "Norway and Kenya signed a treaty.", None),
    ("Joint Press Conference", "The ministers of Norway and Kenya spoke.", None),
    ("Remarks on Kenya", "We will build a port with Kenya.", None),
]


@pytest.mark.parametrize(("title", "body", "parties"), STATEMENTS)
def test_who_issued_it(parser, knowledge, title, body, parties):
    document = read_text(HEAD.format(title=title, body=body), "row")
    (tree,) = parser.parse([document])
    found = joint_statement(Participants(resolve(document, tree, knowledge), knowledge))
    assert (None if found is None else {actor.country for actor in found.parties}) == parties
