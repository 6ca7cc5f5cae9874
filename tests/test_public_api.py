"""The public namespace: what is exported is what is there, documented, and what the README shows runs."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import dragoman

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = [
    "dragoman",
    *(f"dragoman.{part.name}" for part in pkgutil.iter_modules(dragoman.__path__) if part.ispkg),
]


def exported(package: ModuleType) -> list[str]:
    return list(getattr(package, "__all__", []))


def test_all_is_what_is_public() -> None:
    """`__all__`, what type checkers see and what a caller finds are the same names."""
    tree = ast.parse(Path(dragoman.__file__).read_text("utf-8"))
    typed = {
        name.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dragoman.")
        for name in node.names
        if name.asname
    }
    assert set(exported(dragoman)) == typed | {"__version__"}
    found = {
        name
        for name, thing in vars(dragoman).items()
        if not name.startswith("_") and getattr(thing, "__module__", "").startswith("dragoman")
    }
    assert found <= set(exported(dragoman))


@pytest.mark.parametrize("name", PACKAGES)
def test_exported_names_are_there_once(name: str) -> None:
    package = importlib.import_module(name)
    names = exported(package)
    assert len(names) == len(set(names))
    assert all(hasattr(package, one) for one in names)


@pytest.mark.parametrize("name", PACKAGES)
def test_everything_exported_is_documented(name: str) -> None:
    package = importlib.import_module(name)
    assert package.__doc__
    things = {one: getattr(package, one) for one in exported(package)}
    bare = [
        one
        for one, thing in things.items()
        if (inspect.isfunction(thing) or inspect.isclass(thing)) and not inspect.getdoc(thing)
    ]
    assert not bare


def test_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" in project["dynamic"]
    changelog = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", dragoman.__version__)
    assert f"## {dragoman.__version__}" in changelog or "## Unreleased" in changelog


@pytest.mark.parametrize("module", ["dragoman", "dragoman.cli.app"])
def test_import_loads_no_model(module: str) -> None:
    """Importing the package or asking for the version is quick: all else comes when it is used."""
    heavy = "sorted({'spacy', 'numpy', 'trafilatura', 'rich', 'jinja2', 'yaml'} & set(sys.modules))"
    command = [sys.executable, "-c", f"import sys, {module}; print({heavy})"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def blocks(name: str) -> list[str]:
    return re.findall(
        r"^```python\n(.*?)^```", (REPOSITORY / name).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.mark.parametrize("name", ["README.md", "docs/index.md"])
def test_python_of_the_manual_runs(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(REPOSITORY)
    found = blocks(name)
    assert found
    for block in found:
        exec(compile(block, name, "exec"), {"__name__": "manual"})  # noqa: S102  # our own manual
        assert capsys.readouterr().out
