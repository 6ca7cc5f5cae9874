"""A codebook file is checked when it is loaded, and the error says what is wrong with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from dragoman.codebooks import load_codebook
from dragoman.codebooks.load import FOLDER, read_codebook, read_neutral
from dragoman.errors import CodebookError, TableError

MINIMAL = """
source: {producer: test}
name: harvest
version: "1"
types:
  SOW: {quad: 2, goldstein: 3, recipient: optional, definition: "Seed goes into soil.",
        modes: {by-hand: {goldstein: 2, definition: "Without a machine."}}}
  REAP: {quad: 2, goldstein: 5, recipient: optional, definition: "The crop comes in."}
contexts:
  weather: {definition: "Rain and sun.", cues: [rain], hints: [cloud]}
folds:
  planned: {REAP: [SOW]}
"""

BROKEN = [
    # id, what to replace, by what, what the error names
    ("quad out of range", "quad: 2, goldstein: 3", "quad: 7, goldstein: 3", "quad"),
    ("score out of range", "goldstein: 5", "goldstein: 50", "goldstein"),
    ("no score", "goldstein: 5, ", "", "goldstein"),
    ("no score of a mode", "{goldstein: 2, definition", "{definition", "by-hand"),
    ("missing definition", ', definition: "The crop comes in."', "", "definition"),
    ("unknown field", "goldstein: 5", "goldstein: 5, colour: red", "colour"),
    ("fold of no type", "{REAP: [SOW]}", "{GLEAN: [SOW]}", "GLEAN"),
    ("fold to no type", "{REAP: [SOW]}", "{REAP: [GLEAN]}", "GLEAN"),
    ("fold to no mode", "{REAP: [SOW]}", "{REAP: [SOW, by-night]}", "by-night"),
    ("fold too long", "{REAP: [SOW]}", "{REAP: [SOW, by-hand, twice]}", "folds.planned.REAP"),
    ("cue twice", "cues: [rain], hints: [cloud]", "cues: [rain], hints: [rain]", "rain"),
    ("form of no mode", "folds:", "forms: {visit: by-night}\nfolds:", "by-night"),
    ("no YAML", "types:", "types: [", "cannot be read"),
    ("crosswalk missing", 'version: "1"', 'version: "1"\ncameo: nowhere.csv', "nowhere.csv"),
]


def test_a_file_of_plovers_layout(tmp_path: Path) -> None:
    path = tmp_path / "harvest.yaml"
    path.write_text(MINIMAL, encoding="utf-8")
    codebook = read_codebook(path)
    assert list(codebook.types) == ["SOW", "REAP"]
    assert codebook.folded("REAP", None, None, "planned").type == "SOW"
    assert codebook.cameo_code("REAP", None) is None


@pytest.mark.parametrize(("old", "new", "named"), [pytest.param(*row, id=name) for name, *row in BROKEN])
def test_a_slip_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    path = tmp_path / "harvest.yaml"
    assert old in MINIMAL
    path.write_text(MINIMAL.replace(old, new), encoding="utf-8")
    with pytest.raises(TableError, match=named):
        read_codebook(path)


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(CodebookError, match="election_violence, plover"):
        load_codebook("no such codebook")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"gone\.yaml: there is no such file"):
        load_codebook(tmp_path / "gone.yaml")


ALTERED = [
    # id, what to replace in PLOVER's own file, by what, what the error names
    ("a type is missing", "\n  AID:\n", "\n  HELP:\n", "no type AID"),
    ("a mode is missing", "visit: {goldstein: 4,", "trip: {goldstein: 4,", "no mode visit"),
    ("a sector is missing", "\n  COP:", "\n  POL:", "no sector COP"),
    ("a score out of range", "goldstein: 9.5", "goldstein: 95", "goldstein"),
]


def altered(old: str, new: str, folder: Path) -> Path:
    """PLOVER's file with one change, without the crosswalk and the folds, which name its types."""
    text = (FOLDER / "plover.yaml").read_text(encoding="utf-8").replace("cameo: cameo.csv\n", "")
    assert old in text
    folds, contexts = text.index("\nforms:"), text.index("\ncontexts:")
    path = folder / "mine.yaml"
    path.write_text((text[:folds] + text[contexts:]).replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "named"), [pytest.param(*row, id=name) for name, *row in ALTERED])
def test_another_edition_of_plover_must_hold_its_types(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    with pytest.raises(CodebookError, match=named):
        load_codebook(altered(old, new, tmp_path))


def test_another_edition_of_plover_may_change_scores(tmp_path: Path) -> None:
    assert load_codebook(altered("goldstein: 9.5", "goldstein: 8", tmp_path)).goldstein("COOPERATE") == 8


def test_neutral_sentences_are_those_their_source_describes() -> None:
    source = yaml.safe_load((FOLDER / "neutral.source.yaml").read_text(encoding="utf-8"))
    content = (FOLDER / "neutral.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == source["sha256"]
    sentences = read_neutral()
    assert source["rows"]["min"] <= len(set(sentences)) == len(sentences) <= source["rows"]["max"]


CROSSWALK = [
    ("columns", "code,label\n", "columns must be"),
    ("short row", "{head}01,Sow\n", "line 2"),
    ("no such type", "{head}01,Sow,1,GLEAN,,,crosswalk,\n", "GLEAN"),
    ("no such context", "{head}01,Sow,1,SOW,,harvest,crosswalk,\n", "harvest"),
    ("exported twice", "{head}01,Sow,1,SOW,,,crosswalk,SOW\n02,Sow again,1,SOW,,,crosswalk,SOW\n", "already"),
]


@pytest.mark.parametrize(("content", "named"), [pytest.param(*row, id=name) for name, *row in CROSSWALK])
def test_a_slip_in_the_crosswalk_is_named(tmp_path: Path, content: str, named: str) -> None:
    head = "code,label,goldstein,type,mode,contexts,basis,export\n"
    (tmp_path / "codes.csv").write_text(content.format(head=head), encoding="utf-8")
    path = tmp_path / "harvest.yaml"
    path.write_text(MINIMAL.replace('version: "1"', 'version: "1"\ncameo: codes.csv'), encoding="utf-8")
    with pytest.raises(TableError, match=named):
        read_codebook(path)


def test_the_crosswalk_is_the_file_its_source_describes() -> None:
    source = yaml.safe_load((FOLDER / "cameo.source.yaml").read_text(encoding="utf-8"))
    content = (FOLDER / "cameo.csv").read_bytes()
    assert source["licence"] == "CC-BY-SA-4.0"
    assert hashlib.sha256(content).hexdigest() == source["sha256"]
    codes = [line.split(",")[0] for line in content.decode().splitlines()[1:]]
    assert codes == sorted(codes)
    assert source["rows"]["min"] <= len(codes) <= source["rows"]["max"]
    assert len(set(codes)) == len(codes)
