"""Datelines: place, date and agency before the first sentence, in the styles of many houses.

    BISHKEK, May 20 (Xinhua) --        GENEVA (AP) —            MOSCOW, January 15. /TASS/.
    Paris, May 3, 2023 (AFP) -         KYIV/WARSAW, May 3 -     Geneva, 3 May 2023 –
    BISHKEK, May 20 Xinhua) --         BAKU, Azerbaijan —       ABU DHABI, 20th May, 2024 (WAM) --

The parts are read one after the other; whether they make a dateline is decided at the end, from how much
evidence there is: capitals, a date, an agency, a dash. A place in small letters needs more than one in
capitals.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.read.agencies import AGENCY
from dragoman.read.stamps import MONTH, WEEKDAY, Day, match_day


class Dateline(NamedTuple):
    """What stands before the first sentence; offsets count in the string that was read.

    `end` is where the sentence (or the string) begins again. `place` is in natural case and without its
    region: "GEORGETOWN, Guyana" gives "Georgetown", and `[place_start, place_end)` covers the region too.
    """

    end: int
    place: str | None
    place_start: int
    place_end: int
    day: Day | None
    agency: str | None


LEAD_CHARS = 160
"""A dateline is over by here."""

NOT_PLACES = frozenset(
    str.split(
        "BREAKING UPDATE UPDATED EXCLUSIVE CORRECTED CORRECTION REFILE FACTBOX TIMELINE ANALYSIS EXPLAINER "
        "OPINION INSIGHT WATCH LIVE VIDEO PHOTO PHOTOS NOTE EDITOR EDITORS SUMMARY URGENT ALERT ADVISORY "
        "WRAPUP INTERVIEW FEATURE PREVIEW QUOTES POLL BRIEF NEWS WHO WHAT WHEN WHERE WHY HOW NATO ASEAN "
        "OSCE OPEC ECOWAS BRICS SADC IGAD UNESCO UNICEF UNHCR READOUT STATEMENT REMARKS TRANSCRIPT "
        "BACKGROUND QUESTION ANSWER MODERATOR INTERPRETER OPERATOR ATTENTION MEDIA PRESS RELEASE SECRETARY "
        "MINISTER PRESIDENT MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY TODAY YESTERDAY"
    )
)
"""Words in capitals before a dash or colon that name no place."""

_NOT_FIRST = frozenset(
    str.split(
        "On In At By This A An From After Before Since Until For With As To And But If When While Today "
        "Yesterday Published Updated Posted Issued Released Last First Date Modified Revised Printed Dear "
        "His Her Their Its Our My"
    )
)

_NOT_PLACE = re.compile(rf"(?:{'|'.join(sorted(_NOT_FIRST))})\b|The (?!Hague\b|Valley\b)")

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁĻŃŅŇŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_CAPS_WORD = rf"[{_UPPER}][{_UPPER}'’.\-]*(?![a-zà-ÿ0-9])"
_CAPS = re.compile(rf"{_CAPS_WORD}(?:(?: | ?/ ?){_CAPS_WORD}){{0,4}}")
_TITLE_WORD = rf"[{_UPPER}][\w'’.\-]*"
_PARTICLE = r"(?:de|del|della|da|do|dos|la|las|los|el|al|le|les|of|the|and|am|an|der|den|upon|sur|es|ez)"
_NO_DATE = rf"(?!(?i:{MONTH}|{WEEKDAY}))"
_TITLE = re.compile(rf"{_TITLE_WORD}(?:(?:[ /]|(?: {_PARTICLE}){{1,2}} ){_NO_DATE}{_TITLE_WORD}){{0,3}}")
_REGION = re.compile(
    rf"\s*,\s*{_NO_DATE}{_TITLE_WORD}(?:(?: {_PARTICLE}){{0,2}} {_TITLE_WORD}){{0,3}}"
    r"|\s*\[[^\]\d]{2,30}\]"
)
_WEEKDAY = re.compile(rf"{WEEKDAY}[\s,]*", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:-{2,}|[—–―]|-(?=\s|$))\s*")
_LONG_DASH = re.compile(r"\s*(?:-{2,}|[—–―])\s*")
_COLON = re.compile(r"\s*[:|](?=\s)\s*")
_STOP = re.compile(r"\s*\.(?=\s|$)\s*")
_AFTER_PLACE = re.compile(r"[,.]|\s*\(")  # "Press Briefing – 2 August" is a headline
_BRACKETED = re.compile(r"[(\[/]\s*([^()\[\]/\d]{2,30}(?:/[^()\[\]/\d]{2,20})*)\s*[)\]/]\.?")
_CLOSED_ONLY = re.compile(rf"([{_UPPER}][^()\[\]\d,]{{1,24}})\)\.?")
_OPEN_DATE = re.compile(r"[(\[]\s*")


class _Tail(NamedTuple):
    """What follows the place: where it ends, and which parts were there."""

    end: int
    day: Day | None
    agency: str | None
    bracketed: bool
    dash: bool
    colon: bool
    stop: bool


def match_dateline(line: str, *, colon: bool = False) -> Dateline | None:
    """Read the dateline at the beginning of a paragraph.

    Args:
        line: The paragraph, or at least its first `LEAD_CHARS`.
        colon: Accept "ISLAMABAD: …", which looks like a speaker's label: only where no labels are about.

    Returns:
        The dateline, or None where there is none.
    """
    lead = line[:LEAD_CHARS]
    found = (
        _bare_agency(lead)
        or _capital_place(lead, colon=colon)
        or _small_place(lead, whole=len(line) <= LEAD_CHARS)
    ) or _date_first(lead)
    rest = line[found.end : found.end + LEAD_CHARS] if found else ""
    if len(rest) > 10 and rest.isupper():
        return None  # a headline in capitals
    return found


def _bare_agency(lead: str) -> Dateline | None:
    """An agency and no place: "(Reuters) - …", "Reuters) - …", "March 3 (Reuters) - …"."""
    if not lead or not (lead[0] in "([/" or lead[0].isupper() or lead[0].isdigit()):
        return None
    tail = _tail(lead, 0)
    known = tail.agency is not None and AGENCY.fullmatch(tail.agency) is not None
    if known and (tail.dash or tail.stop) and (tail.bracketed or tail.day):
        return Dateline(tail.end, None, 0, 0, tail.day, tail.agency)
    return None


def _capital_place(lead: str, *, colon: bool) -> Dateline | None:
    opened = 1 if lead.startswith("(") else 0
    match = _CAPS.match(lead, opened)
    if match is None:
        return None
    place_end = opened + len(_trimmed(lead[opened : _before_agency(lead, opened, match.end())]))
    name = lead[opened:place_end]
    n_letters = sum(char.isalpha() for char in name)
    if n_letters < 3 or not NOT_PLACES.isdisjoint(re.split(r"[ /]", name)):
        return None
    for end in _with_and_without_region(lead, place_end):
        tail = _tail(lead, end + (1 if opened and lead[end : end + 1] == ")" else 0))
        if _is_capital_dateline(tail, n_letters, after=lead[end : end + 1], colon=colon):
            return _made(lead, opened, place_end, end, tail)
    return None


def _is_capital_dateline(tail: _Tail, n_letters: int, *, after: str, colon: bool) -> bool:
    """Whether enough follows: a dash after a word of four letters, a date after a comma, an agency."""
    if tail.agency is not None and (tail.dash or tail.stop or tail.day is not None):
        return True
    if tail.day is not None:
        return tail.dash or tail.colon or after in {",", "."}  # "IAEA May 20 report" is prose
    return (tail.dash and n_letters >= 4) or (colon and tail.colon)


def _small_place(lead: str, *, whole: bool) -> Dateline | None:
    """Two pieces of evidence: "Hanoi (VNA) – …", "Geneva, 3 May 2023 – …"; a dash alone is punctuation."""
    match = _TITLE.match(lead)
    if match is None or _NOT_PLACE.match(lead) or _WEEKDAY.match(lead) or match_day(lead, 0):
        return None
    place_end = len(_trimmed(lead[: _before_agency(lead, 0, match.end())]))
    if place_end == 0:
        return None
    for end in _with_and_without_region(lead, place_end):
        tail = _tail(lead, end)
        over = whole and tail.end == len(lead)
        closed = tail.dash or tail.colon or over or (tail.stop and tail.agency is not None)
        dated = tail.day is not None and _AFTER_PLACE.match(lead, end) is not None
        if closed and (dated or (tail.agency and tail.bracketed)):
            return _made(lead, 0, place_end, end, tail)
        if end > place_end and _LONG_DASH.match(lead, end) and lead[tail.end : tail.end + 1].isupper():
            return _made(lead, 0, place_end, end, tail)  # "Washington, D.C. – The …"
    return None


def _date_first(lead: str) -> Dateline | None:
    """The way of Canadian ministries: "May 3, 2023 – Ottawa, Ontario – …"."""
    day = match_day(lead, 0)
    dash = _DASH.match(lead, day.end) if day is not None and day.year is not None else None
    match = _TITLE.match(lead, dash.end()) if dash else None
    if dash is None or match is None:
        return None
    for end in _with_and_without_region(lead, match.end()):
        closing = _DASH.match(lead, end)
        if closing or end == len(lead):
            tail = _Tail(
                closing.end() if closing else end,
                day,
                None,
                bracketed=False,
                dash=True,
                colon=False,
                stop=False,
            )
            return _made(lead, dash.end(), match.end(), end, tail)
    return None


def _made(lead: str, start: int, name_end: int, place_end: int, tail: _Tail) -> Dateline:
    first = re.split(r" ?/ ?", _trimmed(lead[start:name_end]))[0]
    return Dateline(tail.end, natural_case(first), start, place_end, tail.day, tail.agency)


def _trimmed(name: str) -> str:
    """Without the mark that ended it: a full stop after "MOSCOW", but none of those in "WASHINGTON D.C."."""
    name = name.rstrip(" ,-")
    return name if re.search(r"\.\w\.$", name) else name.rstrip(".")


def _before_agency(lead: str, start: int, end: int) -> int:
    """Where the place ends if an agency's name follows it without a bracket: "GENEVA AP) —"."""
    for match in re.finditer(r"^|(?<= )", lead[start:end]):
        at = start + match.end()
        known = AGENCY.match(lead, at)
        if known and known.end() >= end:
            return max(start, at - 1)
    return end


def _with_and_without_region(lead: str, end: int) -> list[int]:
    """Where the place may end: after its region(s) first, for "BAKU, Azerbaijan" is one place."""
    ends = [end]
    while len(ends) < 3 and (match := _REGION.match(lead, ends[-1])) is not None:
        ends.append(match.end())
    return ends[::-1]


def _tail(lead: str, start: int) -> _Tail:
    """Read date, agency and separator from `start`, each at most once, date and agency in either order."""
    at, day, agency, bracketed = start, None, None, False
    for _ in range(2):
        if day is None:
            day, at = _day_at(lead, at)
        if agency is None:
            agency, bracketed, at = _agency_at(lead, at)
    for separator, name in ((_DASH, "dash"), (_COLON, "colon"), (_STOP, "stop")):
        match = separator.match(lead, at)
        if match:
            again = _DASH.match(lead, match.end()) if name == "stop" else None
            end = again.end() if again else match.end()
            return _Tail(
                end,
                day,
                agency,
                bracketed,
                name == "dash" or again is not None,
                name == "colon",
                name == "stop",
            )
    return _Tail(_skip(lead, at, " \t,"), day, agency, bracketed, dash=False, colon=False, stop=False)


def _day_at(lead: str, at: int) -> tuple[Day | None, int]:
    start = _skip(lead, at, " \t,.-–—")
    bracket = _OPEN_DATE.match(lead, start)
    start = bracket.end() if bracket else start
    weekday = _WEEKDAY.match(lead, start)
    start = weekday.end() if weekday else start
    day = match_day(lead, start)
    if day is None or day.day is None:
        return None, at
    end = day.end
    if bracket:
        end = _skip(lead, end, " )]")
    return day, end


def _agency_at(lead: str, at: int) -> tuple[str | None, bool, int]:
    start = _skip(lead, at, " \t,.")
    bracketed = _BRACKETED.match(lead, start)
    if bracketed and not bracketed.group(1).islower():
        return bracketed.group(1).strip(), True, bracketed.end()
    if lead[start : start + 1] in "([/":
        known = AGENCY.match(lead, start + 1)
        if known:  # the closing bracket is lost
            return known.group(), True, known.end()
    known = AGENCY.match(lead, start) or (AGENCY.match(lead, _skip(lead, at, " \t,.-–—")))
    if known:
        closed = lead[known.end() : known.end() + 1] in (")", "/", "]")
        return known.group(), closed, known.end() + closed
    half = _CLOSED_ONLY.match(lead, start)
    if half:  # the opening bracket is lost
        return half.group(1).strip(), True, half.end()
    return None, False, at


def _skip(lead: str, at: int, chars: str) -> int:
    while at < len(lead) and lead[at] in chars:
        at += 1
    return at


def natural_case(name: str) -> str:
    """Turn "RIO DE JANEIRO" into "Rio de Janeiro"; a name that is not all capitals stays as it is."""
    if not name.isupper():
        return name
    words = re.split(r"([ \-])", name)
    return "".join(_word_case(word, first=i == 0) for i, word in enumerate(words))


_SMALL = frozenset(str.split("DE DEL DA DO DOS LA LAS LOS AL OF THE AND AU AUX EN SUR UPON ES EZ AM"))


def _word_case(word: str, *, first: bool) -> str:
    if word in _SMALL and not first:
        return word.lower()
    if "." in word and len(word) <= 5 and word.replace(".", "").isalpha() and word.count(".") > 1:
        return word  # D.C.
    head, mark, rest = word.partition("'") if "'" in word else word.partition("’")
    if mark and len(head) == 1:  # N'DJAMENA
        return head + mark + _capitalized(rest)
    return _capitalized(word)


def _capitalized(word: str) -> str:
    return word[:1] + word[1:].lower().replace(
        "i\u0307", "i"
    )  # İZMİR: Python lowers the dotted capital to two characters
