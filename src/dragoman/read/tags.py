"""HTML source → its text without tags: for pages that are too broken or too large for a parser."""

from __future__ import annotations

import html
import re

_UNSEEN = ("script", "style", "noscript", "template", "svg", "head")
_OPENERS = re.compile(rf"<(?:(?P<name>{'|'.join(_UNSEEN)})\b|!--)", re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<[!?][^<>]*>|<[/!?a-zA-Z][^<>]*\Z")
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    }
)
_SPACES = re.compile(r"[^\S\n]+")


def strip_tags(page: str) -> str:
    """The visible text, one paragraph for each block element, in time linear in the page's length."""
    text = html.unescape(_TAG.sub(_parting, _without_unseen(page)))
    return tidy_lines(text)


def tidy_lines(text: str) -> str:
    """Each non-blank line as a paragraph: spaces collapsed, blank lines between."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)


def _parting(match: re.Match[str]) -> str:
    return "" if match[1] and match[1].lower() in _INLINE else "\n"


def _without_unseen(page: str) -> str:
    """Drop comments, scripts and the like with what is in them; an unclosed one loses its tag only."""
    pieces: list[str] = []
    at = 0
    unclosed: set[str] = set()  # each end is searched for in vain once, or the time would be quadratic
    folded = page.lower() if len(page.lower()) == len(page) else page
    for match in _OPENERS.finditer(page):
        if match.start() < at:
            continue
        closer = f"</{match['name'].lower()}" if match["name"] else "-->"
        end = -1 if closer in unclosed else folded.find(closer, match.end())
        if end < 0:
            unclosed.add(closer)
            continue
        pieces.append(page[at : match.start()])
        at = end + len(closer) if closer == "-->" else folded.find(">", end) + 1 or len(page)
    return " ".join([*pieces, page[at:]])
