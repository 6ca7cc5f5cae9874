"""Text → the text that offsets count in: one kind of line end, nothing in it that nobody sees."""

from __future__ import annotations

import re
from typing import NamedTuple


class Cleaned(NamedTuple):
    """A text as documents hold it, and what was odd about it."""

    text: str
    warnings: tuple[str, ...]


INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphen, zero-width characters, direction marks. They part a name from itself, so they are dropped."""

SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What `str.isspace` accepts; a test keeps the two equal."""

_UNSEEN = re.compile(f"[\x00{INVISIBLE}]")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> Cleaned:
    """Drop what nobody sees, make line ends one kind and lone surrogates U+FFFD.

    Args:
        text: Any string.

    Returns:
        The text and its warnings, in the order of the steps: byte order mark dropped, invisible characters
        and NULs dropped, line ends mixed, lone surrogates replaced, control characters kept.
    """
    warnings: list[str] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        warnings.append("byte order mark dropped")
    text, dropped = drop_unseen(text)
    text = _one_line_end(text, warnings := [*warnings, *dropped])
    text, n_surrogates = _SURROGATES.subn("\ufffd", text)
    if n_surrogates:
        warnings.append(f"{_count(n_surrogates, 'lone surrogate')} replaced by U+FFFD")
    n_controls = sum(1 for _ in _CONTROLS.finditer(text))
    if n_controls:
        warnings.append(f"{_count(n_controls, 'control character')} kept as found")
    return Cleaned(text, tuple(warnings))


def drop_unseen(text: str) -> Cleaned:
    """Drop NULs and `INVISIBLE` characters; the one warning says how many."""
    text, n_dropped = _UNSEEN.subn("", text)
    if not n_dropped:
        return Cleaned(text, ())
    found = _count(n_dropped, "invisible character")
    return Cleaned(text, (f"{found} (direction marks, zero widths, soft hyphens, NULs) removed",))


def _one_line_end(text: str, warnings: list[str]) -> str:
    n_crlf = text.count("\r\n")
    n_cr = text.count("\r") - n_crlf
    n_lf = text.count("\n") - n_crlf
    if sum(map(bool, (n_crlf, n_cr, n_lf))) > 1:
        warnings.append(f"line ends are mixed ({n_crlf} CRLF, {n_cr} CR, {n_lf} LF) and were made LF")
    return text.replace("\r\n", "\n").replace("\r", "\n") if n_crlf or n_cr else text


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
