"""Text → the text that offsets count in: one kind of line end, no byte order mark, no NUL."""

from __future__ import annotations

import re
from typing import NamedTuple


class Cleaned(NamedTuple):
    """A text as documents hold it, and what was odd about it."""

    text: str
    warnings: tuple[str, ...]


MANY_INVISIBLES = 20
"""From this many on, invisible characters are worth a warning: they can split words and hide text."""

INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Soft hyphen, zero-width characters, direction marks. They stay: removing them would move every offset."""

SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What `str.isspace` accepts; a test keeps the two equal."""

BLANKS = SPACES + INVISIBLE
"""What a line may hold and still count as blank."""

_INVISIBLES = re.compile(f"[{INVISIBLE}]")
_OVERRIDES = re.compile("[\u202d\u202e]")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> Cleaned:
    """Make line ends one kind and unusable characters U+FFFD, one for one.

    Args:
        text: Any string.

    Returns:
        The text and its warnings, in the order of the steps: byte order mark dropped, line ends mixed, NULs
        and lone surrogates replaced, control characters and many invisible ones kept.
    """
    warnings: list[str] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        warnings.append("byte order mark dropped")
    text = _one_line_end(text, warnings)
    n_nuls = text.count("\x00")
    if n_nuls:
        text = text.replace("\x00", "\ufffd")
        warnings.append(f"{_count(n_nuls, 'NUL character')} replaced by U+FFFD")
    text, n_surrogates = _SURROGATES.subn("\ufffd", text)
    if n_surrogates:
        warnings.append(f"{_count(n_surrogates, 'lone surrogate')} replaced by U+FFFD")
    n_controls = _n_matches(_CONTROLS, text)
    if n_controls:
        warnings.append(f"{_count(n_controls, 'control character')} kept as found")
    if _OVERRIDES.search(text):
        warnings.append("text direction overrides kept: the text may look different from what it says")
    n_invisible = _n_matches(_INVISIBLES, text)
    if n_invisible >= MANY_INVISIBLES:
        warnings.append(
            f"{_count(n_invisible, 'invisible character')} (direction marks, zero widths) kept as found"
        )
    return Cleaned(text, tuple(warnings))


def _one_line_end(text: str, warnings: list[str]) -> str:
    n_crlf = text.count("\r\n")
    n_cr = text.count("\r") - n_crlf
    n_lf = text.count("\n") - n_crlf
    if sum(map(bool, (n_crlf, n_cr, n_lf))) > 1:
        warnings.append(f"line ends are mixed ({n_crlf} CRLF, {n_cr} CR, {n_lf} LF) and were made LF")
    return text.replace("\r\n", "\n").replace("\r", "\n") if n_crlf or n_cr else text


def _n_matches(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
