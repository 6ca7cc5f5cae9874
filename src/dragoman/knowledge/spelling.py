"""Spellings of one form that texts use side by side."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "ħ": "h", "Ħ": "H",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
    "ʻ": "'", "ʼ": "'", "‘": "'", "’": "'", "–": "-",
})  # fmt: skip
"""Letters that Unicode does not decompose."""


def ascii_form(form: str) -> str:
    """The form as typed without accents: `Diyarbakır` is Diyarbakir, `Malé` is Male."""
    if form.isascii():
        return form
    plain = unicodedata.normalize("NFKD", form).translate(_LETTERS)
    return "".join(char for char in plain if not unicodedata.combining(char))


def spellings(form: str) -> Iterator[str]:
    """The form as it is and without accents."""
    yield form
    if not form.isascii():
        plain = ascii_form(form)
        if plain != form:
            yield plain
