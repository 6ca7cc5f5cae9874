"""Deeds without a word of the lexicon: which sentences are asked about, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from dragoman.codebooks import load_codebook
from dragoman.extract import deeds_unlisted
from dragoman.extract.deeds import extract_deeds
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.knowledge import Knowledge
from dragoman.models import Classification, Parties, Question, RoleReader, load_classifier
from dragoman.parse import EnglishParser
from dragoman.pipeline import Pipeline
from dragoman.read import read_text
from dragoman.records import Span
from dragoman.resolve import resolve


@dataclass
class Oracle:
    """Answers every question alike and keeps what it was asked."""

    answer: Classification
    reader: RoleReader | Dictated = field(default_factory=lambda: load_classifier().reader)
    calls: list[list[Question]] = field(default_factory=list)

    def classify(self, questions: Sequence[Question]) -> list[Classification]:
        self.calls.append(list(questions))
        return [self.answer] * len(questions)

    def asked(self) -> list[str]:
        """Each question as "source > target"."""
        out = []
        for question in (q for call in self.calls for q in call):
            assert question.source is not None
            assert question.target is not None
            out.append(f"{question.source.of(question.text)} > {question.target.of(question.text)}")
        return out


def answer(kind: str = "COERCE", confidence: float = 0.95, event: float = 0.99) -> Classification:
    return Classification(kind, None, (), "occurred", confidence, event)


def planned(kind: str) -> Classification:
    return Classification(kind, None, (), "planned", 0.95, 0.99)


Find = Callable[[str, Oracle], list[EventDraft]]


Code = Callable[[str], list[EventDraft]]


@pytest.fixture
def code(parser: EnglishParser, knowledge: Knowledge) -> Code:
    """Deeds with the classifier that ships."""

    def deeds(text: str) -> list[EventDraft]:
        document = read_text(text, "text")
        resolved = resolve(document, next(iter(parser.parse([document]))), knowledge)
        return extract_deeds(Participants(resolved, knowledge), Timing(resolved), load_codebook(), [])

    return deeds


@pytest.fixture
def find(code: Code, monkeypatch: pytest.MonkeyPatch) -> Find:
    def deeds(text: str, oracle: Oracle) -> list[EventDraft]:
        monkeypatch.setattr(deeds_unlisted, "load_classifier", lambda: oracle)
        return code(text)

    return deeds


ASKED = [
    (
        "verb of no list",
        "The Polish government muzzled journalists.",
        ["The Polish government > journalists"],
    ),
    ("passive", "Kenyan lawmakers were hoodwinked by Ugandan spies.", ["Ugandan spies > Kenyan lawmakers"]),
    ("word of the lexicon", "Ukraine expelled two Russian diplomats.", []),
    ("mere report", "France told Mali that the rains had come.", ["France > Mali"]),
    ("private people", "A baker outsmarted a grocer.", []),
    ("one party", "The Polish government redecorated.", []),
    ("thing of a town", "The organist Bohdan Lysenko relished the cakes of Lyon.", []),
    ("question", "Will Poland outwit Hungary?", []),
    ("first person", "We outwitted the Polish government.", []),
    ("no pronoun", "US lawmakers hoodwinked Polish ministers.", ["US lawmakers > Polish ministers"]),
    (
        "one party beside a verb of the lexicon",
        "Ukraine expelled two Russian diplomats while the Polish government redecorated.",
        [],
    ),
    ("participle", "A Ghanaian school equipped by Poland glistened.", ["Poland > A Ghanaian school"]),
    (
        "owner",
        "Kenyan police torched the barn of a farmer.",
        ["Kenyan police > a farmer"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ASKED], ids=[row[0] for row in ASKED])
def test_only_clauses_that_join_two_parties_are_asked_about(find: Find, text: str, wanted: list[str]) -> None:
    oracle = Oracle(answer())
    find(text, oracle)
    assert oracle.asked() == wanted


class Dictated:
    """Reads what it is told, each pair as "source > target"."""

    def __init__(self, *pairs: str) -> None:
        self.pairs = [pair.split(" > ") for pair in pairs]

    def read(self, text: str) -> list[Parties]:
        def span(part: str) -> Span:
            return Span(text.index(part), text.index(part) + len(part))

        return [Parties(span(source), span(target), 1 / len(self.pairs)) for source, target in self.pairs]


def test_each_verb_is_asked_about_once(find: Find) -> None:
    text = "Polish police hoodwinked Hungarian lawmakers before Ugandan spies outwitted Kenyan ministers."
    first, second = "Polish police > Hungarian lawmakers", "Ugandan spies > Kenyan ministers"
    oracle = Oracle(answer(), Dictated(first, second, "police > Hungarian lawmakers"))
    find(text, oracle)
    assert oracle.asked() == [first, second]


def test_a_verb_beside_one_of_the_lexicon_is_asked_about(find: Find) -> None:
    text = "Polish police hoodwinked Hungarian lawmakers after Ukraine expelled two Russian diplomats."
    pairs = ("Ukraine > two Russian diplomats", "Polish police > Hungarian lawmakers")
    oracle = Oracle(answer(), Dictated(*pairs))
    find(text, oracle)
    assert oracle.asked() == [pairs[1]]


def test_sure_answer_becomes_an_event(find: Find) -> None:
    (draft,) = find("The Polish government muzzled journalists.", Oracle(answer()))
    assert (draft.type, draft.origin, draft.status, draft.confidence) == (
        "COERCE",
        "classifier",
        "occurred",
        0.95,
    )
    assert [actor.country for actor in draft.sources] == ["POL"]
    assert [actor.name for actor in draft.targets] == ["journalists"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Polish government will muzzle Hungarian journalists.", "planned"),
        ("The Polish government did not muzzle Hungarian journalists.", "negated"),
        ("The Polish government could muzzle Hungarian journalists.", "hypothetical"),
    ],
    ids=["planned", "negated", "hypothetical"],
)
def test_status_is_read_off_the_clause(find: Find, text: str, status: str) -> None:
    assert [draft.status for draft in find(text, Oracle(answer()))] == [status]


@pytest.mark.parametrize(
    "reply",
    [answer(confidence=0.4), answer(event=0.3), answer("CONSULT", confidence=0.85), planned("AGREE")],
    ids=["type unsure", "perhaps no event", "words, less sure", "planned meeting"],
)
def test_other_answers_give_nothing(find: Find, reply: Classification) -> None:
    assert find("The Polish government muzzled journalists.", Oracle(reply)) == []


def test_sure_answer_of_words_becomes_an_event(find: Find) -> None:
    (draft,) = find("The Polish government muzzled journalists.", Oracle(answer("ACCUSE")))
    assert (draft.type, draft.status, len(draft.targets)) == ("ACCUSE", "occurred", 1)


def test_words_that_a_claim_tells_of_are_told_once(pipeline: Pipeline) -> None:
    text = "Kenya condemned Uganda on Friday. Kenyan ministers lambasted Ugandan generals in Kampala."
    events = pipeline(text).events
    assert [event.type for event in events if event.type == "ACCUSE"] == ["ACCUSE"]


def test_aid_needs_somebody_to_whom_it_goes(find: Find) -> None:
    text = "The Polish government refurbished the building after the editor left."
    assert find(text, Oracle(answer("AID"))) == []
    assert [draft.type for draft in find(text, Oracle(answer("COERCE")))] == ["COERCE"]


def test_strangers_need_a_surer_answer(find: Find) -> None:
    text = "Fishermen from Togo trounced traders from Lomé."
    assert find(text, Oracle(answer("ASSAULT", confidence=0.9))) == []
    assert len(find(text, Oracle(answer("ASSAULT", confidence=0.96)))) == 1


AIMED = [
    ("noun", "A crackdown by the Tanzanian police on Kenyan clerics was under way.", ["KEN"]),
    ("own country", "A crackdown by the Tanzanian police in Dodoma was under way.", []),
    ("passive", "Two Kenyan clerics were detained on orders of Tanzania.", ["KEN"]),
]


@pytest.mark.parametrize(("text", "countries"), [row[1:] for row in AIMED], ids=[row[0] for row in AIMED])
def test_missing_target_is_read_off_the_sentence(find: Find, text: str, countries: list[str]) -> None:
    (draft,) = find(text, Oracle(answer()))
    assert [actor.country for actor in draft.targets] == countries


WEAK = "Ghana cooperated with Togo on Monday."


def test_deed_of_a_weak_word_goes_where_the_classifier_sees_nothing(find: Find) -> None:
    oracle = Oracle(answer("COOPERATE", event=0.1))
    assert find(WEAK, oracle) == []
    assert oracle.asked() == ["Ghana > Togo"]


def test_deed_of_a_weak_word_is_surer_where_the_classifier_agrees(find: Find) -> None:
    (agreed,) = find(WEAK, Oracle(answer("COOPERATE")))
    (other,) = find(WEAK, Oracle(answer("AID")))
    assert agreed.type == other.type == "COOPERATE"
    assert agreed.confidence > other.confidence


@pytest.mark.parametrize("text", ["Peru attacked Chile.", "Peru stormed a Chilean island."])
def test_deed_of_a_word_of_sport_too_goes_where_the_classifier_sees_nothing(find: Find, text: str) -> None:
    assert find(text, Oracle(answer("ASSAULT", event=0.1))) == []
    (kept,) = find(text, Oracle(answer("ASSAULT")))
    assert kept.confidence == 0.8  # its own: only weak words gain by agreement


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The Chilean director's film stormed the box office in Brazil.", []),
        ("Activist investors attacked the board of the Swiss bank.", []),
        ("Italian troops invaded the Greek island of Samos.", ["ASSAULT"]),
        ("Rebels attacked Congolese soldiers near Goma.", ["ASSAULT"]),
    ],
)
def test_figures_of_speech_and_deeds(code: Code, text: str, types: list[str]) -> None:
    assert [draft.type for draft in code(text)] == types


def test_document_is_asked_about_in_one_call(find: Find) -> None:
    oracle = Oracle(answer())
    find("Poland outwitted Hungary. The Kenyan army hoodwinked Ugandan spies.", oracle)
    assert len(oracle.calls) == 1
    assert len(oracle.asked()) == 2


def test_without_the_other_records_nothing_is_asked(
    parser: EnglishParser, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    oracle = Oracle(answer())
    monkeypatch.setattr(deeds_unlisted, "load_classifier", lambda: oracle)
    document = read_text("The Polish government muzzled journalists.", "text")
    resolved = resolve(document, next(iter(parser.parse([document]))), knowledge)
    assert extract_deeds(Participants(resolved, knowledge), Timing(resolved), load_codebook()) == []
    assert oracle.calls == []
