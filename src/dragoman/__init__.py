"""dragoman reads news and official readouts offline and returns records with evidence.

    pipeline = dragoman.load()
    coded = pipeline("OSLO, May 3, 2024 -- …")

`load` brings in the parser and the tables, which takes a second or two; importing the package does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.pipeline import Pipeline as Pipeline
    from dragoman.pipeline import load as load

__version__ = "0.1.0"

__all__ = ["Pipeline", "__version__", "load"]


def __getattr__(name: str) -> object:
    """Import the pipeline on first use, so that `dragoman --version` answers at once."""
    if name in {"Pipeline", "load"}:
        from dragoman import pipeline  # noqa: PLC0415  # lazy on purpose

        return getattr(pipeline, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
