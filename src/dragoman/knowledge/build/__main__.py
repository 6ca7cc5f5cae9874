"""Rebuild the tables: `python -m dragoman.knowledge.build`, or some: `... build places leaders`."""

from __future__ import annotations

import sys
from importlib import import_module

from dragoman.errors import DragomanError, UsageError

TABLES = ("countries", "places", "initiatives", "organizations", "leaders", "dated_roles", "agents")
"""In the order in which they need each other."""


def main(arguments: list[str]) -> int:
    """Build the named tables, or all.

    Returns:
        The exit code: 0 when all were built, 1 when one could not be.
    """
    unknown = sorted(set(arguments) - set(TABLES))
    try:
        if unknown:
            raise UsageError(f"no such table: {', '.join(unknown)}. Name some of {', '.join(TABLES)}.")
        for table in TABLES:
            if not arguments or table in arguments:
                for name, rows in import_module(f"dragoman.knowledge.build.{table}").build().items():
                    print(f"{name}: {rows:,} rows")
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
