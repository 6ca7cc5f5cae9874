"""Data flows one way: a stage imports from the stages before it, never from those after."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "dragoman"

BASE = {"errors", "records"}
TABLES = BASE | {"knowledge", "codebooks"}
MAY_IMPORT = {
    "errors": set(),
    "records": {"errors"},
    "knowledge": BASE,
    "codebooks": BASE | {"knowledge"},
    "models": BASE | {"codebooks"},
    "read": TABLES,
    "parse": TABLES | {"read"},
    "resolve": TABLES | {"read", "parse"},
    "extract": TABLES | {"read", "parse", "resolve", "models"},
    "exchange": TABLES,
    "export": TABLES | {"exchange"},
    "compare": TABLES | {"models", "read", "resolve", "export"},
    "lake": TABLES | {"exchange"},
    "importing": TABLES | {"exchange", "lake"},
    "link": TABLES | {"exchange", "lake"},
    "series": TABLES | {"exchange", "lake"},
    "pipeline": TABLES | {"read", "parse", "resolve", "extract", "models"},
    "classify": TABLES | {"read", "parse", "resolve", "extract", "models"},
    "cli": TABLES
    | {"read", "models", "classify", "export", "pipeline", "lake", "exchange", "importing", "link", "series"}
    | {"compare"},
}
"""Part → the other parts it may import. The command line may use what every caller may."""


def parts() -> list[str]:
    """What stands in the package's folder: modules and packages, less the public namespace and markers."""
    return sorted(
        path.stem
        for path in PACKAGE.iterdir()
        if not path.name.startswith("_") and (path.suffix == ".py" or any(path.glob("*.py")))
    )


def imports(part: str) -> Iterator[tuple[str, str]]:
    """Each import of another part: the file and line it stands in, and the part imported."""
    single = PACKAGE / f"{part}.py"
    for path in [single] if single.exists() else sorted((PACKAGE / part).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for name in imported(node, path):
                pieces = name.split(".")
                if pieces[0] == "dragoman" and len(pieces) > 1 and pieces[1] != part:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", pieces[1]


def imported(node: ast.AST, path: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{path}:{node.lineno} imports relatively"
        whole = node.module == "dragoman"
        return [f"dragoman.{name.name}" for name in node.names] if whole else [node.module or ""]
    return []


@pytest.mark.parametrize("part", parts())
def test_part_imports_only_what_stands_before_it(part: str) -> None:
    assert part in MAY_IMPORT, f"{part} is a new part: give it its place in MAY_IMPORT"
    wrong = [f"{place} imports {other}" for place, other in imports(part) if other not in MAY_IMPORT[part]]
    if part in {"cli", "lake"}:  # the version is the package's own
        wrong = [line for line in wrong if not line.endswith(" __version__")]
    assert not wrong


def test_order_has_no_cycle() -> None:
    """Each part may import only parts whose own imports never lead back to it."""

    def reached(part: str, seen: frozenset[str] = frozenset()) -> set[str]:
        assert part not in seen
        return MAY_IMPORT[part].union(*(reached(other, seen | {part}) for other in MAY_IMPORT[part]))

    for part in MAY_IMPORT:
        assert part not in reached(part)
