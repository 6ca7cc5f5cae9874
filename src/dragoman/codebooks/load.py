"""Codebook files → `Codebook`, checked on the way in so that a slip is named, not coded with."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import yaml

from dragoman.codebooks.codebook import Codebook, Context, EventType, Sector
from dragoman.errors import TableError
from dragoman.records import Coding

FOLDER = Path(__file__).parent
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


def load_codebook(name_or_path: str | Path = "plover") -> Codebook:
    """Load and check a codebook.

    Args:
        name_or_path: The name of one that ships ("plover"), or the path of a YAML file of the same layout.
            A CAMEO crosswalk that it names in `cameo` lies beside it.

    Returns:
        The codebook; every type, mode and context that its parts name exists in it.

    Raises:
        TableError: If a file is missing or malformed, or names something it doesn't define.
    """
    path = _find(name_or_path)
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_SafeLoader)  # noqa: S506  # safe, by its C name
        file = msgspec.convert(raw, _File)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise TableError(path.name, f"cannot be read as a codebook ({error})") from error
    folds = {how: _folds(path.name, how, table, file.types) for how, table in file.folds.items()}
    _check_forms(path.name, file)
    _check_contexts(path.name, file.contexts)
    exports = {} if file.cameo is None else _read_cameo(path.with_name(file.cameo), file)
    return Codebook(
        file.name, file.version, file.types, file.contexts, file.sectors, file.forms, folds, exports
    )


def _find(name_or_path: str | Path) -> Path:
    path = Path(name_or_path)
    if path.suffix in {".yaml", ".yml"}:
        return path
    shipped = FOLDER / f"{name_or_path}.yaml"
    if not shipped.exists():
        known = ", ".join(sorted(p.stem for p in FOLDER.glob("*.yaml") if not p.stem.endswith(".source")))
        raise TableError(
            str(name_or_path), f"no codebook of that name; there is {known}, or give a .yaml file's path"
        )
    return shipped


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
