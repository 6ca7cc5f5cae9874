"""What the tests share: loaded once a session, only when a test asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.knowledge import Knowledge
    from dragoman.parse import EnglishParser
    from dragoman.pipeline import Pipeline

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the repository; tests that need it are skipped where it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the development data in ../shared")
    return folder


@pytest.fixture(scope="session")
def parser() -> EnglishParser:
    """The real parser."""
    from dragoman.parse import EnglishParser

    return EnglishParser()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """Every knowledge table."""
    from dragoman.knowledge import load_knowledge

    return load_knowledge()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The whole pipeline, as a user gets it."""
    import dragoman

    return dragoman.load()
