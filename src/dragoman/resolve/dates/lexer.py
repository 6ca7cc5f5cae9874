"""Text → runs of time words.

Every word, number and sign is looked up; what is not in the lexicon ends a run, so a run is what stands together.
Runs without a word that can carry a date are dropped at once, which is what makes the whole cheap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.resolve.dates.ambiguity import ends_phrase, is_month, is_year
from dragoman.resolve.dates.lexicon import ABBREVIATED, PHRASES, SYMBOLS, WORDS


@dataclass(slots=True)
class Item:
    """A piece of a run: its kind (see `lexicon`), its value and its code points.

    `alone` is false for what is a date only beside other parts of one. `parts` are the dates that a range or open end
    was made of.
    """

    kind: str
    value: Any
    start: int
    end: int
    alone: bool = True
    parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in digits whose order of day and month may be open: "05/06/2024", "5/6"."""

    first: int
    second: int
    year: int | None


_TOKEN = re.compile(
    r"""
    (?P<quarter>[QqHh][1-4]\b)
  | (?P<word>[^\W\d_]+)
  | (?P<ymd>(?<![\w.,/])(?<!\d-)[12]\d{3}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?!\d|[-/.]\d))(?:T\d\d:\d\d\S*)?
  | (?P<dmy>(?<![\w.,/])(?:\d{1,2}/\d{1,2}/|(?<!-)\d{1,2}(?P<s2>[-.])\d{1,2}(?P=s2))(?:[12]\d{3}|\d\d)(?!\d|[/.]\d))
  | (?P<clock>\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?)
  | (?P<dm>(?<![\w.,$€£/])(?<![^\W\d]-)\d{1,2}/\d{1,2}(?![\w/%]|[.,]\d))
  | (?P<phone>\+\d[\d -]{6,}\d|\d{3}[-.]\d{2,4}[-.]\d{4})
  | (?P<decade>(?:(?<![\w$€£])[12]\d\d0|[’']?(?<![\d$€£,.])[2-9]0)[’']?s\b)
  | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
  | (?P<other>[$€£¥#]\s?\d[\d.,]*|\d+(?:[.,]\d+)+|\d+%)
  | (?P<int>\d+)
  | (?P<sign>[’']s\b|[^\w\s]|_+)
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"\n\s*\n")
_CORE = re.compile(r"[MWYADRQUPj]|C-?C|[IKGZFVB~]tO")


def lex(text: str, start: int, end: int) -> Iterator[list[Item]]:
    """Runs of neighbouring time words in `text[start:end]`, in order."""
    run: list[Item] = []
    skip = start
    last_end = start
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        if at < skip:
            continue
        item = _word(text, match) if match.lastgroup == "word" else _other(text, match)
        if item is None or (run and at > last_end + 1 and _BREAK.search(text, last_end, at)):
            if run:
                yield from _checked(run, text)
                run = []
        if item is not None:
            run.append(item)
            skip = last_end = max(item.end, match.end())
    if run:
        yield from _checked(run, text)


def _word(text: str, match: re.Match[str]) -> Item | None:
    start, end = match.span()
    lower = match[0].lower()
    for phrase, kind, value in PHRASES.get(lower, ()):
        after = start + len(phrase)
        if text[start:after].lower() == phrase and not text[after : after + 1].isalpha():
            return Item(kind, value, start, after, ends_phrase(text, after)) if kind != "?" else None
    found = WORDS.get(lower)
    if found is None:
        return None
    kind, value = found
    if kind == "M":
        alone = is_month(text, start, end)
        end += text[end : end + 1] == "." and lower in ABBREVIATED
        return Item(kind, value, start, end, alone)
    if kind == "W" and lower in ABBREVIATED:
        dotted = text[end : end + 1] == "."
        return Item(kind, value, start, end + dotted, dotted or match[0][0].isupper() and lower not in _WORDLIKE)
    return Item(kind, value, start, end, kind not in "JVOLXT" or kind != "O" and ends_phrase(text, end))


_WORDLIKE = frozenset({"sat", "sun", "mon", "wed"})
_GLUED = re.compile(r"(?:[QqHh][1-4]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|years?|days?|months?)\b", re.I)


def _other(text: str, match: re.Match[str]) -> Item | None:
    start, end = match.span()
    group, found = match.lastgroup, match[0]
    if group == "int":
        return _number(text, start, end)
    if group == "sign":
        kind = SYMBOLS.get(found)
        return None if kind is None else Item(kind, found, start, end)
    if group == "ordinal":
        n = int(found[:-2])
        return Item("O", n, start, end, ends_phrase(text, end)) if 1 <= n <= 31 else None
    if group == "quarter":
        return Item("Q", (int(found[1]), 3 if found[0] in "Qq" else 6), start, end)
    if group == "decade":
        digits = found.strip("’'s")
        return Item("R", int(digits), start, end)
    if group == "clock":
        return Item("@", found, start, end)
    if group == "ymd":
        year, month, day = (int(n) for n in re.split(r"[-/.]", found.split("T")[0]))
        return Item("A", (year, month, day), start, end)
    if group in {"dmy", "dm"}:
        return Item("A", Numeric(*_digits(found)), start, end)
    return None


def _drop_clock_lead(kept: list[Item]) -> None:
    """Drop what led up to a clock time: "at", "around", the hours of "between 10 and" and "8-"."""
    if len(kept) > 1 and kept[-1].kind in "G&-" and kept[-2].kind == "N":
        del kept[-2:]
        if kept and kept[-1].kind in "FB":
            kept.pop()
    elif kept and kept[-1].kind in "I~":
        kept.pop()


def _digits(found: str) -> tuple[int, int, int | None]:
    parts = [int(n) for n in re.split(r"[-/.]", found)]
    if len(parts) == 2:
        return parts[0], parts[1], None
    year = parts[2]
    if len(re.split(r"[-/.]", found)[2]) == 2:
        year += 2000 if year < _CENTURY_TURN else 1900
    return parts[0], parts[1], year


_CENTURY_TURN = 70
"""Two-digit years below are of this century (POSIX turns at 69)."""


def _number(text: str, start: int, end: int) -> Item | None:
    if start and text[start - 1].isalpha() and not _follows_month(text, start):
        return None
    if text[end : end + 1].isalpha() and not _GLUED.match(text, end):
        return None
    value = int(text[start:end])
    if end - start == 4 and 1000 <= value < 2200:
        return Item("Y", value, start, end, is_year(text, start, end))
    if end - start <= 2 and 1 <= value <= 31:
        return Item("N", value, start, end, ends_phrase(text, end))
    return Item("c", value, start, end) if 0 < value < 1000 else None


def _follows_month(text: str, start: int) -> bool:
    """Whether letters glued to the front of a number are a month or "FY": "Oct2"."""
    at = start
    while at and start - at < 10 and text[at - 1].isalpha():
        at -= 1
    return WORDS.get(text[at:start].lower(), ("", 0))[0] in {"M", "f"}


def _checked(run: list[Item], text: str) -> Iterator[list[Item]]:
    """The run without clock times, and without digits that hang on a code or telephone number; none where no date can be."""
    run = _without_clocks(_without_codes(run, text))
    if run and _CORE.search("".join(item.kind for item in run)):
        yield run


def _without_codes(run: list[Item], text: str) -> list[Item]:
    """The run without digits chained to a letter or to a number too large for a day: "COVID-19", "133-03-03-2020"."""
    out: list[Item] = []
    at = 0
    while at < len(run):
        end = at + 1
        while end < len(run) and run[end].kind in _CHAIN and run[end].start == run[end - 1].end:
            end += 1
        chain = run[at:end]
        hangs = chain[0].kind in "-/" and chain[0].start > 0 and text[chain[0].start - 1].isalnum()
        hangs = hangs and not (at and run[at - 1].end == chain[0].start)
        if run[at].kind not in _CHAIN or not (hangs or (len(chain) > 1 and any(i.kind == "c" for i in chain))):
            out.extend(chain)
        at = end
    return out


_CHAIN = frozenset("NYcA-/")


def _without_clocks(run: list[Item]) -> list[Item]:
    if all(item.kind != "@" for item in run):
        return run
    kept: list[Item] = []
    dropped = False
    for item in run:
        if item.kind == "@":
            _drop_clock_lead(kept)
        elif not (dropped and item.kind in {",", "I"} and kept and kept[-1].kind in "FBG-&"):
            kept.append(item)  # of "from 4 pm on May 5" stays "from May 5"
        dropped = item.kind == "@"
    return kept
