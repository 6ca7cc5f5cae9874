"""Contact lines: "Media contact: …", "For more information, see …", addresses alone on their line."""

from __future__ import annotations

import re

from dragoman.read.patterns import any_of

MAX_CONTACT_CHARS = 300
"""A longer block is prose that happens to name an address."""

_ADDRESS = any_of(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", r"https?://\S+", r"www\.\S+", r"@\w{2,30}")
_ADDRESSES = re.compile(rf"{_ADDRESS}(?:\s*[|,;/]?\s*{_ADDRESS})*\.?")

_ADDED = any_of(
    *str.split("any all more further additional other press media general interview the latest full")
)
_SOUGHT = any_of(
    *str.split(
        r"information inquir\w+ enquir\w+ query queries questions? details? interviews? updates? reading "
        r"background"
    )
)
_INVITED = any_of(
    *(
        "please",
        "to learn more",
        "learn more",
        "read more",
        "click here",
        "follow us",
        "follow the",
        "follow (?=@)",
    ),
    *("like us", "find us", "join us", "visit us", "visit our", "subscribe", "sign up", "stay connected"),
)
_OFFICE = any_of("media", "press", "public", "news", "editorial")
_HEADED = any_of("contacts?", r"inquir\w+", r"enquir\w+", "relations", "liaison")
_FIELD = any_of(
    *str.split(
        "tel telephone phone ph fax e-?mail mobile cell address website web twitter x facebook instagram "
        "youtube telegram"
    )
)
_CUE = re.compile(
    any_of(
        rf"(?:if you have|for|with|(?:please )?direct) (?:{_ADDED} )*{_SOUGHT}\b",
        rf"{_INVITED}(?!\w)",
        rf"{_OFFICE}?[ -]*{_HEADED}\b\s*(?:\([^)]*\)\s*)?(?P<headed>[:–—-]|$)",
        rf"{_FIELD}\s*\.?(?P<field>:)",
    ),
    re.IGNORECASE,
)
_WAY = any_of(
    *("contact", "e-?mail", "visit", "see", "follow", "call", "click", "reach", "read", "check", "subscribe"),
    *("write to", "go to"),
)
_REACH = re.compile(
    rf"[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|(?<!\w)@\w{{2,}}|\+?\d[\d ()\-]{{7,}}\d|\b{_WAY}\b",
    re.IGNORECASE,
)


def is_contact(line: str) -> bool:
    """Whether a line says how to reach somebody or where to read on, and nothing else.

    A heading ("Press contacts:") is enough; an invitation ("For more information, …") must also name a way.
    """
    if len(line) > MAX_CONTACT_CHARS:
        return False
    if _ADDRESSES.fullmatch(line):
        return True
    cue = _CUE.match(line)
    if cue is None:
        return False
    return cue["headed"] is not None or cue["field"] is not None or _REACH.search(line) is not None
