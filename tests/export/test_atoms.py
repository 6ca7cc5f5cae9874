from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.atoms import Mark, document_marks, split, split_blocks
from dragoman.records import Coded, Segment, Span

TEXT = "Alba met Brun and praised trade."

marks = st.lists(
    st.builds(
        lambda start, length, record, mention: Mark(
            Span(start, start + length), record, "person" if mention else "pledge", mention
        ),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 12),
        st.sampled_from("abcdef"),
        st.booleans(),
    ).filter(lambda mark: mark.span.end <= len(TEXT)),
    max_size=12,
)


@given(marks)
def test_atoms_are_the_text(drawn: list[Mark]) -> None:
    atoms = split(TEXT, drawn)
    assert "".join(atom.text for atom in atoms) == TEXT
    assert all(TEXT[atom.start :].startswith(atom.text) and atom.text for atom in atoms)


@given(marks)
def test_atom_knows_every_record_over_it(drawn: list[Mark]) -> None:
    for atom in split(TEXT, drawn):
        for at in range(atom.start, atom.start + len(atom.text)):
            over = {mark.record for mark in drawn if mark.span.start <= at < mark.span.end}
            assert set(atom.records) == over


@given(marks, st.sets(st.integers(1, len(TEXT) - 1), max_size=4))
def test_blocks_hold_every_visible_character(drawn: list[Mark], cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), len(TEXT)]
    # Every other stretch is a segment; the others are gaps that the layout left.
    layout = [Segment("paragraph", a, b) for a, b in list(itertools.pairwise(edges))[::2]]
    blocks = split_blocks(TEXT, layout, drawn)
    shown = "".join(atom.text for block in blocks for atom in block.atoms)
    assert "".join(shown.split()) == "".join(TEXT.split())


@given(marks, st.sets(st.integers(0, len(TEXT)), max_size=5))
def test_atoms_begin_at_every_cut(drawn: list[Mark], cuts: set[int]) -> None:
    assert cuts - {len(TEXT)} <= {atom.start for atom in split(TEXT, drawn, cuts)}


def test_shortest_span_decides_the_colour() -> None:
    atoms = split(TEXT, [Mark(Span(0, 32), "c1", "report"), Mark(Span(5, 8), "e1", "engagement")])
    assert [(atom.text, atom.kind, atom.records, atom.target) for atom in atoms] == [
        ("Alba ", "report", ("c1",), "c1"),
        ("met", "engagement", ("e1", "c1"), "e1"),
        (" Brun and praised trade.", "report", ("c1",), "c1"),
    ]


def test_what_was_said_outweighs_what_saying_it_did() -> None:
    atoms = split(TEXT, [Mark(Span(18, 25), "e1", "word"), Mark(Span(18, 31), "c1", "assessment")])
    assert (atoms[1].kind, atoms[1].records) == ("assessment", ("e1", "c1"))


def test_marks_of_a_document(coded: Coded) -> None:
    found = {(mark.record, mark.kind, mark.span.of(coded.document.text)) for mark in document_marks(coded)}
    assert {
        ("n1", "person", "Vik"),
        ("e2", "engagement", "met"),
        ("e5", "engagement", "not"),
        ("e6", "word", "ready"),
        ("e7", "deed", "fired tear gas"),
        ("c2", "pledge", "share satellite data"),
        ("c4", "position", "stand with"),
    } <= found


def test_dateline_and_its_sentence_are_one_block() -> None:
    text = "LIMA -- Alba left.\n\nBrun stayed."
    layout = (Segment("dateline", 0, 7), Segment("paragraph", 8, 18), Segment("paragraph", 20, 32))
    blocks = list(split_blocks(text, layout, ()))
    assert [(block.kind, "".join(atom.text for atom in block.atoms)) for block in blocks] == [
        ("paragraph", "LIMA -- Alba left."),
        ("paragraph", "Brun stayed."),
    ]
