"""Codebook files → `Codebook`, checked on the way in so that a slip is named, not coded with."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from dragoman.codebooks.codebook import Codebook, Context, EventType, Sector
from dragoman.codebooks.own import read_own
from dragoman.errors import CodebookError, TableError
from dragoman.records import Coding

FOLDER = Path(__file__).parent
PLOVER, NEUTRAL = "plover", "neutral.txt"
CAMEO_COLUMNS = ["code", "label", "goldstein", "type", "mode", "contexts", "basis", "export"]
_SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The YAML file's layout."""

    source: dict[str, Any]
    name: str
    version: str
    types: dict[str, EventType]
    contexts: dict[str, Context] = {}
    sectors: dict[str, Sector] = {}
    forms: dict[str, str] = {}
    folds: dict[str, dict[str, list[str]]] = {}
    cameo: str | None = None


def load_codebook(name_or_path: str | Path = PLOVER) -> Codebook:
    """Load and check a codebook.

    Args:
        name_or_path: The name of one that ships ("plover", "election_violence"), or the path of a YAML file:
            of types of one's own with cue words and examples (docs/codebooks.md), or of PLOVER's types with
            other scores, contexts or definitions, in the layout of `plover.yaml`.

    Returns:
        The codebook; every type, mode and context that its parts name exists in it.

    Raises:
        CodebookError: If there is no such codebook, or the file has a slip.
        TableError: If PLOVER's own table is missing or malformed.
    """
    if name_or_path == PLOVER:
        return read_codebook(FOLDER / f"{PLOVER}.yaml")
    path = _find(name_or_path)
    plover = read_codebook(FOLDER / f"{PLOVER}.yaml")
    own = read_own(path, plover)
    return _altered(path, plover) if own is None else own


def _find(name_or_path: str | Path) -> Path:
    path = Path(name_or_path)
    if path.suffix.lower() in {".yaml", ".yml"}:
        return path
    shipped = FOLDER / f"{name_or_path}.yaml"
    if str(name_or_path) != path.name or not shipped.is_file() or path.name.endswith(".source"):
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.yaml") if not p.stem.endswith(".source")))
        problem = f"no codebook has that name. There is {known}; or give the path of a .yaml file."
        raise CodebookError(str(name_or_path), 0, "", problem)
    return shipped


def _altered(path: Path, plover: Codebook) -> Codebook:
    """PLOVER with other scores or definitions: the lexicon must find the types and modes that it codes."""
    try:
        found = read_codebook(path)
    except TableError as error:
        problem = f"{error.problem}. Compare with {PLOVER}.yaml, whose layout it has."
        raise CodebookError(path.name, 0, "", problem) from error
    for name, event in plover.types.items():
        modes = found.types[name].modes if name in found.types else None
        if modes is None:
            problem = (
                f"there is no type {name}. A file with folds, forms or sectors holds all of PLOVER's types;"
            )
            raise CodebookError(path.name, 0, "types", f"{problem} types of one's own have examples instead.")
        missing = [mode for mode in event.modes if mode not in modes]
        if missing:
            raise CodebookError(path.name, 0, f"type {name}", f"there is no mode {missing[0]}. Add it.")
    if missing := [name for name in plover.sectors if name not in found.sectors]:
        raise CodebookError(path.name, 0, "sectors", f"there is no sector {missing[0]}. Add it.")
    return found


def read_neutral() -> list[str]:
    """Sentences of ordinary news, one a line, against which examples are weighed.

    Raises:
        TableError: If they cannot be read.
    """
    try:
        return (FOLDER / NEUTRAL).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(NEUTRAL, f"cannot be read ({error})") from error


def read_codebook(path: Path) -> Codebook:
    """Read a file of PLOVER's layout. A CAMEO crosswalk that it names in `cameo` lies beside it.

    Raises:
        TableError: If a file is missing or malformed, or names something it doesn't define.
    """
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_SafeLoader)  # noqa: S506  # safe, by its C name
        file = msgspec.convert(raw, _File)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    _check_scores(path.name, file.types)
    folds = {how: _folds(path.name, how, table, file.types) for how, table in file.folds.items()}
    _check_forms(path.name, file)
    _check_contexts(path.name, file.contexts)
    exports = {} if file.cameo is None else _read_cameo(path.with_name(file.cameo), file)
    return Codebook(
        file.name, file.version, file.types, file.contexts, file.sectors, file.forms, folds, exports
    )


def _check_scores(table: str, types: Mapping[str, EventType]) -> None:
    for name, event in types.items():
        if event.quad is None or event.goldstein is None:
            raise TableError(table, f"types.{name}: there is no quad or no goldstein")
        for mode, found in event.modes.items():
            if found.goldstein is None:
                raise TableError(table, f"types.{name}.modes.{mode}: there is no goldstein")


def _folds(
    table: str, how: str, rules: Mapping[str, list[str]], types: Mapping[str, EventType]
) -> dict[str, Coding]:
    out = {}
    for key, to in rules.items():
        type_, _, mode = key.partition("/")
        _check_coding(table, f"folds.{how}", type_, mode or None, types)
        if not 1 <= len(to) <= 2:
            raise TableError(table, f"folds.{how}.{key} must be [type] or [type, mode], not {to}")
        coding = Coding(to[0], to[1] if len(to) == 2 else None)
        _check_coding(table, f"folds.{how}.{key}", coding.type, coding.mode, types)
        out[key] = coding
    return out


def _check_coding(
    table: str, where: str, type_: str, mode: str | None, types: Mapping[str, EventType]
) -> None:
    if type_ not in types:
        raise TableError(table, f"{where}: no type {type_}")
    if mode is not None and mode not in types[type_].modes:
        raise TableError(table, f"{where}: type {type_} has no mode {mode}")


def _check_forms(table: str, file: _File) -> None:
    modes = {mode for event in file.types.values() for mode in event.modes}
    for form, mode in file.forms.items():
        if mode not in modes:
            raise TableError(table, f"forms.{form}: no type has a mode {mode}")


def _check_contexts(table: str, contexts: Mapping[str, Context]) -> None:
    for name, context in contexts.items():
        words = [*context.cues, *context.hints]
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            raise TableError(table, f"contexts.{name}: listed twice: {', '.join(twice)}")


def _read_cameo(path: Path, file: _File) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.reader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error
    if not rows or rows[0] != CAMEO_COLUMNS:
        raise TableError(path.name, f"columns must be {', '.join(CAMEO_COLUMNS)}")
    exports: dict[str, str] = {}
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(CAMEO_COLUMNS):
            raise TableError(path.name, f"line {number} has {len(row)} fields, not {len(CAMEO_COLUMNS)}")
        code, _, _, type_, mode, contexts, _, export = row
        if type_:
            _check_coding(path.name, f"line {number}", type_, mode or None, file.types)
        for context in _split(contexts):
            if context not in file.contexts:
                raise TableError(path.name, f"line {number}: no context {context}")
        for key in _split(export):
            _check_export(path.name, number, key, file)
            if key in exports:
                raise TableError(path.name, f"line {number}: {key} is already written out as {exports[key]}")
            exports[key] = code
    return exports


def _split(cell: str) -> Iterable[str]:
    return cell.split(";") if cell else ()


def _check_export(table: str, number: int, key: str, file: _File) -> None:
    if key.startswith("form "):
        return
    type_, _, mode = key.removeprefix("planned ").partition("/")
    _check_coding(table, f"line {number}, export", type_, mode or None, file.types)
