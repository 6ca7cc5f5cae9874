"""Speakers' labels in transcripts, such as "FOREIGN MINISTER DOE: Good afternoon." and "Q: …".

A label is believed when its words name a speaker (QUESTION, MODERATOR, MINISTER …) or when the text uses it,
or other labels in capitals, more than once: "ISLAMABAD: The …" alone is a dateline, "WHEN: Monday" a notice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.read.patterns import CAPITALISED, any_of


class Label(NamedTuple):
    """A label at the beginning of a block: its name ends at `end`, what is said begins at `speech`."""

    name: str
    end: int
    speech: int


MAX_LABEL_CHARS = 80

NOT_SPEAKERS = frozenset(
    str.split(
        "WHO WHAT WHEN WHERE WHY HOW NOTE NOTES SOURCE SOURCES CONTACT CONTACTS UPDATE BACKGROUND SUMMARY "
        "SUBJECT RE TO FROM DATE TITLE TOPIC LOCATION TIME VENUE BREAKING EXCLUSIVE FACTBOX TEL FAX EMAIL "
        "PHONE WEB TWITTER URL HTTP HTTPS P.S. PS ACTION WARNING TIMELINE CORRECTION EDITOR'S EMBARGOED "
        "IMMEDIATE RELEASE"
    )
)
"""First words of labels in capitals that introduce no speech."""

NOTICE_LABELS = frozenset(
    {"WHO", "WHAT", "WHEN", "WHERE", "WHY", "HOW", "SUBJECT", "RE", "TO", "FROM", "TIME", "VENUE", "LOCATION"}
)
"""Labels of a notice to the press or a memorandum."""

SPEAKER_WORDS = any_of(
    *str.split(
        r"Q QUESTION QUESTIONER ANSWER MODERATOR INTERPRETER OPERATOR REPORTER JOURNALIST PARTICIPANT "
        r"AUDIENCE STAFF HOST GUEST M[RS]S?\.? DR\.? PROF\.? SIR LADY LORD GEN\.? COL\.? ADM\.? "
        r"SECRETARY MINISTER PRESIDENT PREMIER CHANCELLOR AMBASSADOR SPOKES\w+ OFFICIAL REPRESENTATIVE "
        r"COMMISSIONER SENATOR GOVERNOR GENERAL ADMIRAL COLONEL KING QUEEN PRINCE CHAIR\w* DIRECTOR "
        r"ADVISOR ADVISER ENVOY COORDINATOR SPEAKER MAYOR POPE CARDINAL COUNSELOR ADMINISTRATOR"
    )
)
"""Words of labels in capitals that are believed at once."""

_SPEAKER_WORD = re.compile(rf"\b{SPEAKER_WORDS}(?!\w)")
_CAPITALS = re.compile(
    r"(?P<name>[A-ZÀ-Þ](?:[A-ZÀ-Þ0-9 .,'’\-–]|Mc|Mac){0,58}?(?: ?\([^()\n]{1,24}\))?):(?=\s|$)\s*"
    r"|(?P<bare>[QA])(?:\.|(?=\s{2,}))\s+"
)
_NAME_WORD = any_of(CAPITALISED, *str.split("de der van von bin al el of the for and"))
_NAMED = re.compile(rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,7}}):\s+")


def match_label(lead: str) -> Label | None:
    """The label-like beginning of a block, believed or not."""
    match = _CAPITALS.match(lead, 0, MAX_LABEL_CHARS)
    if match is not None:
        group = "name" if match["name"] else "bare"
        return Label(match[group], match.end(group), match.end())
    match = _NAMED.match(lead, 0, MAX_LABEL_CHARS)
    return Label(match["name"], match.end("name"), match.end()) if match else None


def find_speakers(labels: Iterable[Label]) -> frozenset[str]:
    """The names to believe in a document, from all its label-like beginnings."""
    counts = Counter(label.name for label in labels)
    capitals = [name for name in counts if _may_speak(name) and _in_capitals(name)]
    believed = {name for name in capitals if _SPEAKER_WORD.search(name) and len(name) > 1}
    if len(capitals) > 1 or any(counts[name] > 1 for name in capitals):
        believed.update(capitals)
    # "Deputy Secretary Doe:" in small letters could be a sentence's beginning: it must come again
    believed.update(
        name for name, n in counts.items() if n > 1 and not _in_capitals(name) and _may_speak(name)
    )
    return frozenset(believed)


def is_notice(lead: str) -> bool:
    """Whether a line is one of a notice, "WHEN: Monday", which is neither speech nor a headline."""
    label = match_label(lead)
    return label is not None and label.name in NOTICE_LABELS


def _in_capitals(name: str) -> bool:
    name = name.partition("(")[0]  # "MINISTER ROE (via interpreter)"
    return name.upper() == name


def _may_speak(name: str) -> bool:
    return name.split(maxsplit=1)[0].rstrip(".,").upper() not in NOT_SPEAKERS and any(
        char.isalpha() for char in name
    )
