"""What an act was about, by its words: cues that decide, hints that need another, and mere look-alikes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks import load_codebook
from dragoman.extract.context_cues import ContextFinder
from dragoman.extract.contexts import Contexts
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Actor
from dragoman.resolve import Resolved

FINDER = ContextFinder(load_codebook())

CASES = [
    # id, text, contexts that must be there, contexts that must not
    ("one cue", "The parliament passed the bill.", {"legislative"}, {"military"}),
    ("plural of a cue", "Warships left the port.", {"military"}, {"trafficking"}),
    ("two hints", "The general moved his troops.", {"military"}, set()),
    ("one hint is not enough", "The palace was cold.", set(), {"executive", "health"}),
    ("capitals as written", "WHO sent a team to the city.", {"health"}, set()),
    ("the pronoun is no agency", "The man who came was tired.", set(), {"health"}),
    ("a question is no agency", "Who went there?", set(), {"health"}),
    ("aids is not AIDS", "Hearing aids were sold.", set(), {"health"}),
    ("cue inside a word", "The armyworm ate the maize.", set(), {"military"}),
    ("two-word cue", "The travel ban on the editors stays.", {"rights_freedoms"}, set()),
    ("corruption", "The mayor took a bribe.", {"corruption"}, {"illegal_drugs"}),
    ("drugs", "Cocaine was found in the lorry.", {"illegal_drugs"}, set()),
    ("climate", "They spoke of climate change.", {"environment"}, set()),
    ("nuclear talks", "The nuclear deal was revived.", {"cbrn"}, {"natural_resource"}),
    ("several", "The court spoke of press freedom.", {"legal", "rights_freedoms"}, {"military"}),
    ("territory", "The annexation of the peninsula was rejected.", {"territory"}, set()),
    ("migration", "Migrants crossed the border.", {"migration"}, set()),
    ("asylum", "He asked for asylum.", {"asylum"}, set()),
    ("peacekeepers", "Peacekeepers left the valley.", {"peacekeeping"}, set()),
    ("disaster", "The earthquake cut the road.", {"disasters"}, {"cyber"}),
    ("cyber", "Ransomware stopped the pumps.", {"cyber"}, set()),
    ("recipe", "Fold the eggs into the cream.", set(), {"military", "economic", "crime", "health"}),
]


@pytest.fixture(scope="module")
def contexts(parser: EnglishParser):
    def build(text: str) -> Contexts:
        document = read_text(text, "test")
        return Contexts(Resolved(document, next(parser.parse([document])), [], [], []), load_codebook())

    return build


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"), [pytest.param(*row, id=name) for name, *row in CASES]
)
def test_contexts_of_a_sentence(contexts, text: str, wanted: set[str], unwanted: set[str]) -> None:
    found = set(contexts(text).of(0, "AGREE", None))
    assert wanted <= found
    assert not unwanted & found


def test_a_mode_that_is_never_without_its_context(contexts) -> None:
    assert "cyber" in contexts("They took down the site.").of(1, "COERCE", "cyber")


def test_a_soldier_makes_it_military(contexts) -> None:
    soldier = Actor("e1", "Chad", "TCD", "MIL", None, ())
    assert contexts("They came.").of(0, "COERCE", None, [soldier]) == ("military",)


def test_another_paragraph_says_nothing(contexts) -> None:
    text = "The minister spoke about the harvest.\n\nThe navy and the air force held a drill."
    assert "military" not in contexts(text).of(1, "AGREE", None)


def test_two_cues_elsewhere_in_the_paragraph(contexts) -> None:
    text = "The minister spoke. Later the navy and the air force held a drill in the bay."
    assert "military" in contexts(text).of(1, "AGREE", None)


@given(st.text(max_size=80))
def test_cues_stand_where_they_say(text: str) -> None:
    for start, _, _, form in FINDER.cues(text):
        assert text[start : start + len(form)].lower() == form


@given(st.text(alphabet="İẞßΣ armycourt .", max_size=60))
def test_letters_that_change_length_do_not_shift_offsets(text: str) -> None:
    for start, _, _, form in FINDER.cues(text):
        assert text[start : start + len(form)].casefold() == form.casefold()
