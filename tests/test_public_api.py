"""The public namespace: what is exported is what is there, documented, and what the README shows runs."""

from __future__ import annotations

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
    return sorted(package.__all__) if hasattr(package, "__all__") else []


def public(package: ModuleType) -> list[str]:
    """Names that a caller finds in a package, less its modules and what it imports from elsewhere."""
    names = [name for name in dir(package) if not name.startswith("_")]
    return sorted(
        name
        for name in names
        if not inspect.ismodule(getattr(package, name))
        and getattr(getattr(package, name), "__module__", "dragoman").startswith("dragoman")
    )


@pytest.mark.parametrize("name", PACKAGES)
def test_all_is_what_is_public(name: str) -> None:
    package = importlib.import_module(name)
    assert exported(package) == public(package)
    assert list(getattr(package, "__all__", [])) == sorted(getattr(package, "__all__", []))


@pytest.mark.parametrize("name", PACKAGES)
def test_everything_public_is_documented(name: str) -> None:
    package = importlib.import_module(name)
    assert package.__doc__
    bare = [
        part
        for part in exported(package)
        if callable(thing := getattr(package, part)) and inspect.isfunction(thing) and not thing.__doc__
    ]
    assert not bare


def test_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" in project["dynamic"]
    changelog = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", dragoman.__version__)
    assert f"## {dragoman.__version__}" in changelog or "## Unreleased" in changelog


def test_importing_the_package_loads_no_model() -> None:
    """`import dragoman` is quick: spaCy and the tables come with `load()`."""
    heavy = "sorted({'spacy', 'numpy', 'trafilatura', 'rich'} & set(sys.modules))"
    command = [sys.executable, "-c", f"import sys, dragoman; print({heavy})"]
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
