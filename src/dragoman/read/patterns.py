"""Word lists → parts of regular expressions."""

from __future__ import annotations


def any_of(*phrases: str) -> str:
    """A group that matches any of the phrases, which are patterns themselves: the longest comes first."""
    return f"(?:{'|'.join(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))})"


UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁĻŃŅŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"
"""The capitals of names in Latin script, for a character class."""

CAPITALISED = rf"[{UPPER}][\w.'’\-]*"
"""A word that begins with a capital; initials and hyphens included."""
