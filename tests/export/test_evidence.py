from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.evidence import LONGEST_GAP, excerpt, merge
from dragoman.records import Segment, Span

TEXT = (
    "The delegations arrived late. Minister Alba, the host, met Minister Brun on Friday, as Mr. Cole said."
    "\n\nThey will meet again. Nobody objected."
)
LAYOUT = (Segment("paragraph", 0, TEXT.index("\n")), Segment("paragraph", TEXT.index("They"), len(TEXT)))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def drawn(evidence: Span, *marks: Span) -> str:
    return "".join(f"[{p.text}]" if p.marked else p.text for p in excerpt(TEXT, LAYOUT, evidence, marks))


CASES = [
    # id, evidence, marks, expected
    ("sentence around a clause", "met Minister Brun", ["met"],
     "Minister Alba, the host, [met] Minister Brun on Friday, as Mr. Cole said."),
    ("two marks", "Minister Alba, the host, met Minister Brun", ["met", "Minister Alba"],
     "[Minister Alba], the host, [met] Minister Brun on Friday, as Mr. Cole said."),
    ("marks with a space between are one", "will meet again.", ["will", "meet"], "They [will meet] again."),
    ("context stays in its paragraph", "They will meet", ["meet"], "They will [meet] again."),
    ("evidence that is a sentence", "Nobody objected.", ["objected"], "Nobody [objected]."),
    ("mark outside the evidence", "met Minister Brun", ["met", "on Friday"],
     "Minister Alba, the host, [met] Minister Brun [on Friday], as Mr. Cole said."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("evidence", "marks", "expected"), [pytest.param(*row, id=name) for name, *row in CASES]
)
def test_excerpt(evidence: str, marks: list[str], expected: str) -> None:
    assert drawn(at(evidence), *map(at, marks)).strip() == expected


def test_long_gap_is_cut_in_the_middle() -> None:
    text = "Alba " + "talked and " * 60 + "left."
    pieces = excerpt(text, (), Span(0, len(text)), [Span(0, 4), Span(len(text) - 5, len(text) - 1)])
    gap = pieces[1].text
    assert " … " in gap
    assert len(gap) < LONGEST_GAP
    assert [piece.text for piece in pieces if piece.marked] == ["Alba", "left"]


def test_mark_far_from_the_evidence_is_left_out() -> None:
    text = "Alba left. " + "Somebody talked. " * 30 + "Brun stayed."
    evidence = Span(len(text) - 12, len(text))
    assert [piece.text for piece in excerpt(text, (), evidence, [Span(0, 4), evidence])] == ["Brun stayed."]


spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 190), st.integers(1, 10))


@given(st.text(min_size=200, max_size=200), st.lists(spans, min_size=1, max_size=8))
def test_what_is_marked_is_what_the_marks_cover(text: str, marks: list[Span]) -> None:
    pieces = excerpt(text, (), Span(90, 110), marks)
    marked = "".join(piece.text for piece in pieces if piece.marked)
    covered = {i for span in marks for i in range(span.start, span.end) if not text[i].isspace()}
    between = {i for span in merge(text, marks) for i in range(span.start, span.end) if not text[i].isspace()}
    assert covered == between
    assert "".join(marked.split()) == "".join("".join(text[i] for i in sorted(covered)).split())


@given(st.lists(spans, max_size=10))
def test_merged_spans_are_apart_and_in_order(marks: list[Span]) -> None:
    merged = merge("x" * 200, marks)
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))
