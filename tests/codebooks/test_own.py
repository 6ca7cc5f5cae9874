"""A codebook of one's own: what it may hold, and what is said of every slip in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebooks import Codebook, load_codebook
from dragoman.codebooks.own import marks_problem
from dragoman.errors import CodebookError

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = str(Path(sys.executable).with_name("dragoman"))
GOOD = """\
name: orchard
version: "2"
types:
  PICKING:
    definition: "Fruit is taken off a tree."
    cues: [pick, "take down", "shake tree"]
    quad: 2
    goldstein: 3.5
    modes:
      by-hand: {definition: "Without a machine.", cues: [hand]}
    examples:
      - "<s>Workers</s> picked <t>the pears</t> before noon."
      - "<t>Plums</t> were shaken down by <s>boys</s>."
      - "<s>Neighbours</s> took <t>the last apples</t> off the tree."
      - "The quinces fell and were gathered by <s>the widow</s>."
      - "<s>A machine</s> stripped <t>the cherry trees</t> in an hour."
  QUARREL:
    mutual: true
    definition: "Growers dispute."
    examples:
      - "<s>The brothers</s> fell out with <t>each other</t> over a hedge."
      - "A quarrel between <s>the mill</s> and <t>the farm</t> went on."
      - "<s>Growers</s> shouted at <t>the buyer</t>."
      - "<s>The tenant</s> took <t>the landlord</t> to court."
      - "Sharp words passed between <s>him</s> and <t>the foreman</t>."
neutral:
  - "The orchard is in bloom."
people:
  AGR: [picker]
contexts:
  season: {definition: "A time of year.", cues: [spring], hints: [bloom]}
"""

SLIPS = [
    # id, what to replace, by what, line, part, words of the message
    ("no name", "name: orchard\n", "", 1, "", "there is no name"),
    ("name of two words", "name: orchard", "name: my orchard", 1, "", "Join its words"),
    ("empty version", 'version: "2"', "version:", 2, "", "version is empty"),
    ("unknown key", "neutral:", "nuetral:", 26, "", "Did you mean neutral?"),
    ("unknown key of a type", "    quad: 2", "    quat: 2", 7, "type PICKING", "Did you mean quad?"),
    ("key twice", "    quad: 2", "    cues: [x]", 7, "type PICKING", "cues is there twice"),
    ("type twice", "  QUARREL:", "  PICKING:", 17, "types", "PICKING is there twice"),
    ("types differ in case", "  QUARREL:", "  Picking:", 4, "type PICKING", "capitals only"),
    ("reserved name", "  QUARREL:", "  none:", 17, "type none", "means no event"),
    ("strange name", "  QUARREL:", "  A QUARREL:", 17, "type A QUARREL", "letters, digits"),
    ("no definition", '    definition: "Growers dispute."\n', "", 18, "type QUARREL", "no definition"),
    ("no examples", "    examples:\n      - \"<s>The bro", "    neutral:\n      - \"<s>The bro", 20,
     "type QUARREL", "neutral means nothing here"),
    ("too few examples", '      - "<s>Growers</s> shouted at <t>the buyer</t>."\n', "", 21, "type QUARREL",
     "only 4 examples"),
    ("quad out of range", "quad: 2", "quad: 5", 7, "type PICKING", "quad must be a number from 1 to 4"),
    ("quad in between", "quad: 2", "quad: 2.5", 7, "type PICKING", "1, 2, 3 or 4"),
    ("score no number", "goldstein: 3.5", "goldstein: high", 8, "type PICKING", "from -10 to 10"),
    ("mutual no switch", "mutual: true", "mutual: perhaps", 18, "type QUARREL", "true or false"),
    ("cue with digits", "cues: [pick,", "cues: [pick7!,", 6, "type PICKING", "a cue is words"),
    ("cue too long", '"take down"', '"take it all down now"', 6, "type PICKING", "more than 4 words"),
    ("cue twice", '"take down"', "Pick", 6, "type PICKING", "'Pick' is there twice"),
    ("cues no list", 'cues: [pick, "take down", "shake tree"]', "cues: pick", 6, "type PICKING", "a list"),
    ("example is empty", '"<s>Growers</s> shouted at <t>the buyer</t>."', '""', 23, "type QUARREL",
     "number 3 of examples is empty"),
    ("example twice", '"<s>Growers</s> shouted at <t>the buyer</t>."',
     '"<s>The tenant</s> took <t>the landlord</t> to court."', 24, "type QUARREL", "the same as example 3"),
    ("example of two types", '"<s>Growers</s> shouted at <t>the buyer</t>."',
     '"<s>Workers</s> picked <t>the pears</t> before noon."', 23, "type QUARREL", "1 of type PICKING"),
    ("example too long", "shouted at", "shouted " + "and shouted " * 60 + "at", 23, "type QUARREL", "longer"),
    ("mark not closed", "<t>the buyer</t>", "<t>the buyer", 23, "type QUARREL", "3: <t> is not closed"),
    ("mark not opened", "<t>the buyer</t>", "the buyer</t>", 23, "type QUARREL", "</t> closes nothing"),
    ("mark in a mark", "<t>the buyer</t>", "<t>the <s>buyer</s></t>", 23, "type QUARREL", "inside <t>"),
    ("mark unknown", "<t>the buyer</t>", "<b>the buyer</b>", 23, "type QUARREL", "<b> is no mark"),
    ("mark twice", "<t>the buyer</t>", "<s>the buyer</s>", 23, "type QUARREL", "<s> is there twice"),
    ("example with a colon", '"<s>Growers</s> shouted at <t>the buyer</t>."', "He said: no.", 23,
     "type QUARREL", "double quotes"),
    ("mode without cues", ", cues: [hand]", "", 10, "type PICKING, mode by-hand", "no cues"),
    ("no sector", "AGR: [picker]", "AGRI: [picker]", 29, "people", "Did you mean AGR?"),
    ("people no list", "AGR: [picker]", "AGR: picker", 29, "people, AGR", "must be a list"),
    ("contexts of nobody", 'season: {definition: "A time of year.", cues: [spring], hints: [bloom]}',
     "seasons", 31, "contexts", "must be plover, or"),
    ("context's cue twice", "hints: [bloom]", "hints: [spring]", 31, "context season", "is there twice"),
    ("no YAML", "types:", "types: [", 5, "", "it is not YAML"),
    ("tab", "  PICKING:", "\tPICKING:", 4, "", "it is not YAML"),
]  # fmt: skip


def write(folder: Path, text: str) -> Path:
    path = folder / "orchard.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_a_file_holds(tmp_path: Path) -> None:
    codebook = load_codebook(write(tmp_path, GOOD))
    assert codebook.by_examples
    assert (codebook.name, codebook.version) == ("orchard", "2")
    assert list(codebook.types) == ["PICKING", "QUARREL"]
    assert codebook.types["PICKING"].cues == ("pick", "take down", "shake tree")
    assert codebook.types["QUARREL"].mutual
    assert codebook.people == {"picker": "AGR"}
    assert list(codebook.contexts) == ["season"]


def test_what_a_file_leaves_open_is_none(tmp_path: Path) -> None:
    codebook = load_codebook(write(tmp_path, GOOD))
    codes = codebook.codes("QUARREL", None, None, "occurred")
    assert (codes.quad, codes.goldstein, codes.cameo) == (None, None, None)
    assert codebook.codes("PICKING", "by-hand", None, "occurred").goldstein == 3.5


def test_contexts_may_be_plovers(tmp_path: Path) -> None:
    text = GOOD[: GOOD.index("contexts:")] + "contexts: plover\n"
    assert load_codebook(write(tmp_path, text)).contexts == load_codebook().contexts


@pytest.mark.parametrize(
    ("old", "new", "line", "part", "words"), [pytest.param(*row, id=name) for name, *row in SLIPS]
)
def test_a_slip_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, line: int, part: str, words: str
) -> None:
    assert GOOD.count(old) >= 1
    with pytest.raises(CodebookError) as caught:
        load_codebook(write(tmp_path, GOOD.replace(old, new, 1)))
    error = caught.value
    assert (error.codebook, error.line, error.part) == ("orchard.yaml", line, part), str(error)
    assert words in error.problem


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(b"- a\n- b\n", "must be a mapping", id="list"),
        pytest.param(b"name: \xff\xfe", "not UTF-8", id="bytes"),
        pytest.param(b"name: a\nversion: b\ntypes: {}\n", "there are no types", id="no types"),
        pytest.param(b"name: a\nversion: b\ntypes: {RAID: }\n", "must be a mapping", id="bare type"),
        pytest.param(b"name: a\nversion: b\n", "there is no types", id="types left out"),
        pytest.param(b"name: a\nversion: b\ntypes: {[1]: x}\n", "key must be text", id="list as key"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    with pytest.raises(CodebookError, match=words):
        load_codebook(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "odd.yaml"
    folder.mkdir()
    with pytest.raises(CodebookError, match="cannot be read"):
        load_codebook(folder)


def test_the_command_says_it_in_one_line(tmp_path: Path) -> None:
    """The real process: before any model is loaded, for `code`, a lake and `classify`."""
    path = write(tmp_path, GOOD.replace("<t>the buyer</t>", "<t>the buyer"))
    story = tmp_path / "story.txt"
    story.write_text("Growers shouted at the buyer.", encoding="utf-8")
    lake = tmp_path / "lake"
    expected = (
        "dragoman: codebook orchard.yaml, line 23, type QUARREL: example 3: <t> is not closed. "
        "Put </t> behind the words.\n"
    )
    for arguments in (
        ["code", str(story)],
        ["code", str(story), "--lake", str(lake)],
        ["classify", str(story), "--text", "x"],
    ):
        done = subprocess.run(
            [COMMAND, *arguments, "--codebook", str(path)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)
    assert not lake.exists()


def test_the_command_codes_and_classifies(tmp_path: Path) -> None:
    """The real process, by the name of the codebook that ships."""
    table = tmp_path / "rows.tsv"
    table.write_text("said\n<s>Gunmen</s> burned <t>ballots</t> in two towns.\n", encoding="utf-8")
    story = REPOSITORY / "examples" / "codebooks" / "county-vote.txt"
    book = ["--codebook", "election_violence"]
    rows = subprocess.run(
        [COMMAND, "classify", str(table), "--text", "said", *book], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found = dict(zip(rows[0].split("\t"), rows[1].split("\t"), strict=True))
    assert (found["type"], found["root"]) == ("BALLOT-DESTRUCTION", "")
    assert float(found["confidence"]) > 0.5
    coded = subprocess.run([COMMAND, "code", str(story), *book], capture_output=True, check=True).stdout
    types = {event["type"] for event in json.loads(coded)["events"]}
    assert {"BALLOT-DESTRUCTION", "POST-ELECTION-CLASH"} <= types
    assert types <= set(load_codebook("election_violence").types)


@given(st.text(alphabet="<>/st ab", max_size=30))
def test_marks_without_a_problem_are_pairs(text: str) -> None:
    if marks_problem(text) is None:
        for side in "st":
            found = re.findall(f"<(/?){side}>", text)
            assert found in ([], ["", "/"])


@pytest.fixture(scope="module")
def elections() -> Codebook:
    return load_codebook("election_violence")


def test_the_shipped_codebook_has_twenty_examples_a_type(elections: Codebook) -> None:
    assert len(elections.types) == 6
    assert {len(event.examples) for event in elections.types.values()} == {20}
    assert all("<s>" in text and "<t>" in text for e in elections.types.values() for text in e.examples)
    assert all(event.cues and event.definition for event in elections.types.values())


def test_the_manuals_example_is_a_codebook(tmp_path: Path) -> None:
    manual = (REPOSITORY / "docs" / "codebooks.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```yaml\n(.*?)^```", manual, re.MULTILINE | re.DOTALL)
    assert list(load_codebook(write(tmp_path, block)).types) == ["SEIZURE", "CROSSING"]


def test_the_manual_names_every_key() -> None:
    from dragoman.codebooks import own

    manual = (REPOSITORY / "docs" / "codebooks.md").read_text(encoding="utf-8")
    for key in (*own.KEYS, *own.TYPE_KEYS, *own.PLOVER_KEYS):
        assert f"`{key}`" in manual
