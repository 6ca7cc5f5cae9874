"""Optional packages: what is missing is named together with the extra that brings it."""

from __future__ import annotations

import importlib
from types import ModuleType

from dragoman.errors import MissingExtraError


def require(module: str, extra: str) -> ModuleType:
    """Import a module that an extra brings.

    Args:
        module: Its dotted name.
        extra: The extra of dragoman, or the package itself where no extra holds it.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingExtraError(module, extra) from error
