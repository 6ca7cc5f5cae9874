"""What `--as-of`, `--from` and `--to` take."""

from __future__ import annotations

import datetime as dt

from dragoman.errors import UsageError


def moment_of(text: str | None) -> int | dt.datetime | None:
    """A commit's number, or a time: without a zone it is UTC, without a clock time the day's start.

    Raises:
        UsageError: If it is neither.
    """
    if text is None or text.isdecimal():
        return int(text) if text else None
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--as-of {text} is no time. Write 2026-01-31, or 2026-01-31T14:30.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def day_of(text: str | None, option: str) -> dt.date | None:
    """A day.

    Raises:
        UsageError: If it is none.
    """
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text} is no day. Write 2026-01-31.") from error
