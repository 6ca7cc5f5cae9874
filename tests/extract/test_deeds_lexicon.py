"""The lexicon is checked on load, and the finder offers the senses of a word, the most specific first."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebooks import load_codebook
from dragoman.errors import TableError
from dragoman.extract import lexicon as module
from dragoman.extract.deeds import extract_deeds
from dragoman.extract.deeds_classify import LexiconClassifier
from dragoman.extract.deeds_nouns import Nouns
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.extract.triggers import TriggerFinder
from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Span
from dragoman.resolve import Resolved, resolve

CODEBOOK = load_codebook()

SENSES = [
    # id, sentence, first sense of the word
    ("particle", "Troops pulled out of the town.", "retreat.pull-out"),
    ("object decides", "The court imposed sanctions on Chad.", "sanction.impose"),
    ("object decides otherwise", "Chad imposed a curfew.", "coerce.curfew"),
    ("two-word noun", "The suicide bombing in Mali was condemned.", "assault.noun-attack"),
    ("modifier", "A joint drill of Chad and Mali began.", "cooperate.exercise"),
    ("complement", "Chad threatened to expel the envoy.", "threaten.verb"),
    ("speech", "Chad urged Mali to talk.", "request.urge"),
    ("soldiers withdrawn", "Chad withdrew its soldiers from Mali.", "retreat.withdraw-forces"),
    ("peacekeepers withdrawn", "Chad withdrew its peacekeepers from Mali.", "sanction.recall"),
    ("soldiers for peace", "Chad sent a platoon to the peacekeeping mission in Haiti.", "aid.peace-mission"),
    ("soldiers for war", "Chad sent a platoon to the border.", "mobilize.deploy"),
    ("migrants put out", "Chad expelled nine migrant workers.", "coerce.expel-person"),
    ("helpers put out", "Chad expelled nine aid workers.", "sanction.expel"),
]

BROKEN = [
    # id, file, what to replace, by what, what the error names
    ("no such type", module.FRAMES, "type: ASSAULT", "type: FIGHT", "FIGHT"),
    ("no such mode", module.FRAMES, "mode: firearms", "mode: slingshot", "slingshot"),
    ("no such class", module.FRAMES, '"=abstractions"', '"=nothing-such"', "nothing-such"),
    ("no such table", module.FRAMES, "modes: violence", "modes: nothing-such", "nothing-such"),
    ("unknown key", module.FRAMES, "loose: true", "lose: true", "lose"),
    ("frame twice", module.FRAMES, "id: assault.strike\n", "id: assault.attack\n", "assault.attack"),
    ("no such sector", module.WORDS, "  COP: [police,", "  XXX: [police,", "XXX"),
    ("class in itself", module.WORDS, '  armed: ["=troops",', '  armed: ["=armed",', "armed"),
]

JUDGED = [
    # id, sentence, source, target, type
    ("deed", "Niger detained two Chadians.", "Niger", "Chadians", "COERCE"),
    ("passive", "Two Chadians were detained by Niger.", "Niger", "Chadians", "COERCE"),
    ("blame and deed: the blamer", "Chad accused Niger of shelling Mali.", "Chad", "Niger", "ACCUSE"),
    ("blame and deed: the blamed", "Chad accused Niger of shelling Mali.", "Niger", "Mali", "ASSAULT"),
    ("planned aid", "Oman will send food to Chad.", "Oman", "Chad", "AGREE"),
    ("agreed to free", "Niger agreed to release the Chadians.", "Niger", "Chadians", "CONCEDE"),
    ("refused", "Niger refused to meet Chad.", "Niger", "Chad", "REJECT"),
    ("will not", "Niger will not lift the embargo on Chad.", "Niger", "Chad", "REJECT"),
    ("will not, of a blow", "Niger will not shell Chad.", "Niger", "Chad", "ASSAULT"),
    ("did not", "Niger did not lift the embargo on Chad.", "Niger", "Chad", "RETREAT"),
    ("must", "Niger says Chad must withdraw its police.", "Niger", "Chad", "REQUEST"),
    ("must, no word of the lexicon", "Oman said Chad must do more.", "Oman", "Chad", "REQUEST"),
    ("must, of somebody else", "Niger arrested Chadians who must pay a fine.", "Niger", "Chadians", "COERCE"),
    ("no target", "Niger declared a state of emergency.", "Niger", None, "COERCE"),
]


def prepared(text: str, parser: EnglishParser, knowledge: Knowledge) -> Resolved:
    document = read_text(text, "test")
    return resolve(document, next(parser.parse([document])), knowledge)


@pytest.mark.parametrize(("sentence", "frame"), [pytest.param(*row, id=name) for name, *row in SENSES])
def test_the_most_specific_sense_comes_first(
    parser: EnglishParser, knowledge: Knowledge, sentence: str, frame: str
) -> None:
    participants = Participants(prepared(sentence, parser, knowledge), knowledge)
    finder = TriggerFinder(Nouns(participants, load_lexicon(CODEBOOK)), CODEBOOK)
    assert frame in [senses[0].frame.id for senses in finder.find()]


def test_what_a_chosen_frame_reads_is_not_offered_again(parser: EnglishParser, knowledge: Knowledge) -> None:
    participants = Participants(prepared("Chad imposed sanctions on Mali.", parser, knowledge), knowledge)
    finder = TriggerFinder(Nouns(participants, load_lexicon(CODEBOOK)), CODEBOOK)
    found = []
    for senses in finder.find():
        finder.take(senses[0])
        found.append(senses[0].frame.id)
    assert found == ["sanction.impose"]


@pytest.mark.parametrize(
    ("name", "old", "new", "named"), [pytest.param(*row, id=name) for name, *row in BROKEN]
)
def test_a_slip_is_named(monkeypatch, tmp_path, name: str, old: str, new: str, named: str) -> None:
    for file in (module.WORDS, module.FRAMES):
        text = (module.FOLDER / file).read_text(encoding="utf-8")
        assert file != name or old in text
        (tmp_path / file).write_text(text.replace(old, new, 1) if file == name else text, encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(TableError, match=named):
        load_lexicon.__wrapped__(CODEBOOK)


def test_every_frame_is_reachable() -> None:
    lexicon = load_lexicon(CODEBOOK)
    frames = {frame.id for own in lexicon.verbs.values() for _, frame in own}
    frames |= {frame.id for own in lexicon.nouns.values() for frame in own}
    material = {name for name, event in CODEBOOK.types.items() if event.quad in {2, 4}}
    by_type = {id_.split(".")[0] for id_ in frames}
    assert len(frames) > 250
    assert {name.lower() for name in material} <= by_type


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"), [pytest.param(*row, id=name) for name, *row in JUDGED]
)
def test_the_act_between_two_given_actors(
    parser: EnglishParser, knowledge: Knowledge, text: str, source: str, target: str | None, type_: str
) -> None:
    def span(name: str | None) -> Span | None:
        return Span(text.index(name), text.index(name) + len(name)) if name else None

    participants = Participants(prepared(text, parser, knowledge), knowledge)
    judgement = LexiconClassifier(participants, CODEBOOK).judge(span(source), span(target))
    assert judgement is not None
    assert judgement.coding.type == type_
    assert judgement.trigger.of(text)


def test_nothing_to_judge(parser: EnglishParser, knowledge: Knowledge) -> None:
    participants = Participants(prepared("Chad is large.", parser, knowledge), knowledge)
    assert LexiconClassifier(participants, CODEBOOK).judge(Span(0, 4), None) is None


WORDS = [
    "Chad",
    "police",
    "attacked",
    "the",
    "of",
    "and",
    "Mali",
    "attack",
    "killed",
    "by",
    "sanctions",
    "on",
    "to",
    ",",
    ".",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_words_give_deeds_with_evidence(
    parser: EnglishParser, knowledge: Knowledge, words: list[str]
) -> None:
    text = " ".join(words)
    resolved = prepared(text, parser, knowledge)
    known = CODEBOOK.types
    for draft in extract_deeds(Participants(resolved, knowledge), Timing(resolved), CODEBOOK):
        assert draft.evidence.of(text)
        assert draft.evidence.start <= draft.trigger.start < draft.trigger.end <= draft.evidence.end
        assert draft.mode is None or draft.mode in known[draft.type].modes
        assert 0 < draft.confidence < 1
        assert draft.sources or draft.targets
        ids = {entity.id for entity in resolved.entities}
        assert {actor.entity for actor in draft.actors()} <= ids
        assert len(ids) == len(resolved.entities)
        assert msgspec.json.encode(draft.actors())
