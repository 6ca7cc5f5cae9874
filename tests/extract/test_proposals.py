"""Who is proposed as source and target of which word, and how far their phrases reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.codebooks import load_codebook
from dragoman.errors import TableError
from dragoman.extract import proposals
from dragoman.extract.deeds_nouns import Nouns
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.proposals import Proposal, Proposer, load_weights
from dragoman.extract.proposals_phrases import Phrase, phrases
from dragoman.extract.proposals_roles import arguments
from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser, Tree
from dragoman.read import read_text
from dragoman.resolve import resolve

Read = Callable[[str], tuple[Nouns, str]]


@pytest.fixture(scope="module")
def read(parser: EnglishParser, knowledge: Knowledge) -> Read:
    lexicon = load_lexicon(load_codebook())

    def one(text: str) -> tuple[Nouns, str]:
        document = read_text(text, "text")
        resolved = resolve(document, next(iter(parser.parse([document]))), knowledge)
        return Nouns(Participants(resolved, knowledge), lexicon), resolved.document.text

    return one


def shown(tree: Tree, text: str, phrase: Phrase) -> str:
    return text[tree.start[phrase.first] : tree.end[phrase.last - 1]]


FIRST = [
    # id, sentence, "source > target" of the best proposal
    ("active", "Ghana's navy shadowed two Chinese trawlers.", "Ghana's navy > two Chinese trawlers"),
    (
        "passive",
        "The Kenyan envoy was snubbed by the Sudanese junta.",
        "the Sudanese junta > The Kenyan envoy",
    ),
    (
        "preposition",
        "Bolivian farmers jeered at the interior minister.",
        "Bolivian farmers > the interior minister",
    ),
    ("control", "Estonia plans to outflank Russian diplomats.", "Estonia > Russian diplomats"),
    (
        "attribution stands aside",
        "Turkish jets buzzed a Greek frigate, a defence ministry spokesman said on Thursday.",
        "Turkish jets > a Greek frigate",
    ),
    (
        "relative clause of the target",
        "Police in Lima hounded reporters who had filmed the raid.",
        "Police in Lima > reporters",
    ),
]
AMONG = [
    # id, sentence, a pair among the three best
    ("event noun", "Turkey's shelling of Kurdish villages lasted all night.", "Turkey > Kurdish villages"),
    (
        "participle",
        "Rebels overran the garrison, dragging off the Congolese governor.",
        "Rebels > the Congolese governor",
    ),
    ("coordination", "Peru embraced Chile and berated Bolivia.", "Peru > Bolivia"),
    (
        "relative pronoun",
        "The junta that ousted Niger's president met bankers.",
        "The junta > Niger's president",
    ),
    ("two parties", "Troops of India and Pakistan traded fire.", "India > Pakistan"),
    ("whole coordination", "Canada and Norway snubbed Hungary.", "Canada and Norway > Hungary"),
]


@pytest.mark.parametrize(("sentence", "wanted"), [row[1:] for row in FIRST], ids=[row[0] for row in FIRST])
def test_best_proposal_joins_the_right_phrases(read: Read, sentence: str, wanted: str) -> None:
    assert pairs(read, sentence, 1) == [wanted]


@pytest.mark.parametrize(("sentence", "wanted"), [row[1:] for row in AMONG], ids=[row[0] for row in AMONG])
def test_pair_is_among_the_three_best(read: Read, sentence: str, wanted: str) -> None:
    assert wanted in pairs(read, sentence, 3)


def pairs(read: Read, sentence: str, limit: int) -> list[str]:
    nouns, text = read(sentence)
    found = Proposer(nouns).propose(0, limit)
    return [f"{shown(nouns.tree, text, p.source)} > {shown(nouns.tree, text, p.target)}" for p in found]


def test_trigger_is_the_word_that_joins(read: Read) -> None:
    nouns, _ = read("Estonia plans to outflank Russian diplomats.")
    (best,) = Proposer(nouns).propose(0, 1)
    assert nouns.tree.words[best.trigger] == "outflank"


def test_chances_fall_and_make_at_most_one(read: Read) -> None:
    nouns, _ = read("Peru embraced Chile and berated Bolivia after the summit in Quito collapsed.")
    found = Proposer(nouns).propose(0, 1000)
    chances = [proposal.chance for proposal in found]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1.0)
    assert Proposer(nouns).propose(0, 2) == found[:2]


def test_filters_leave_only_what_is_of_use(read: Read) -> None:
    nouns, _ = read("Peru embraced Chile and berated Bolivia after the summit in Quito collapsed.")
    names = {i for i, word in enumerate(nouns.tree.words) if word in {"Peru", "Bolivia"}}
    verb = nouns.tree.words.index("berated")
    found = Proposer(nouns).propose(0, 9, names.__contains__, verb.__eq__)
    assert found
    assert {p.trigger for p in found} == {verb}
    assert {p.source.head for p in found} | {p.target.head for p in found} == names
    assert Proposer(nouns).propose(0, 9, lambda _: False) == []


def test_proposals_are_plain_values(read: Read) -> None:
    nouns, _ = read("Peru embraced Chile.")
    (best,) = Proposer(nouns).propose(0, 1)
    assert isinstance(best, Proposal)
    assert 0 < best.chance <= 1


SPANS = [
    # id, sentence, a phrase that is there, whole
    ("title and name", "Foreign Minister Ana Prohaska left.", "Foreign Minister Ana Prohaska"),
    ("prepositional phrase", "Armed guards aboard the tanker fired.", "Armed guards aboard the tanker"),
    ("no relative clause", "Soldiers who had mutinied fled.", "Soldiers"),
    ("no clause in a phrase", "The wives of men who had fled wept.", "The wives of men"),
    ("apposed name", "The envoy, Said Mlanao, wept.", "The envoy, Said Mlanao"),
    ("coordination as a whole", "Canada and Norway wept.", "Canada and Norway"),
    ("member of a coordination", "Canada and Norway wept.", "Norway"),
    ("possessor", "Ghana's plan failed.", "Ghana"),
    ("demonym", "The Malian camp burned.", "Malian"),
]


@pytest.mark.parametrize(("sentence", "wanted"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_phrase_reaches_as_far_as_a_reader_marks_it(read: Read, sentence: str, wanted: str) -> None:
    nouns, text = read(sentence)
    assert wanted in {shown(nouns.tree, text, p) for p in phrases(nouns.tree, 0, len(nouns.tree))}


ROLES = [
    # id, sentence, predicate, word, its role
    ("subject", "Peru mocked Chile.", "mocked", "Peru", "subj"),
    ("object", "Peru mocked Chile.", "mocked", "Chile", "obj"),
    ("subject of a passive", "Chile was mocked by Peru.", "mocked", "Chile", "obj"),
    ("agent of a passive", "Chile was mocked by Peru.", "mocked", "Peru", "subj"),
    ("possessor of the object", "Peru mocked Chile's navy.", "mocked", "Chile", "obj.poss"),
    ("of phrase of the object", "Peru mocked the navy of Chile.", "mocked", "Chile", "obj.of"),
    ("possessor of a noun", "Peru's mockery of Chile hurt.", "mockery", "Peru", "poss"),
    ("inherited subject", "Peru hopes to placate Chile.", "placate", "Peru", "subj"),
]


@pytest.mark.parametrize(
    ("sentence", "predicate", "word", "role"), [row[1:] for row in ROLES], ids=[row[0] for row in ROLES]
)
def test_role_undoes_the_construction(
    read: Read, sentence: str, predicate: str, word: str, role: str
) -> None:
    tree = read(sentence)[0].tree
    found = {tree.words[a.token]: a.role for a in arguments(tree, tree.words.index(predicate))}
    assert found[word] == role


@pytest.mark.parametrize(
    "table",
    ["part,feature,weight\nown,V is,much\n", "part,feature,weight\nnobody,V is,1\n", "feature\nV is\n"],
    ids=["no number", "no such part", "columns missing"],
)
def test_damaged_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    path = tmp_path / "proposals.csv"
    path.write_text(table, "utf-8")
    monkeypatch.setattr(proposals, "WEIGHTS", path)
    with pytest.raises(TableError, match=r"proposals\.csv"):
        load_weights.__wrapped__()
