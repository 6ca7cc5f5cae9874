"""How often the dates of Microsoft Recognizers-Text's English specifications get exactly their value.

    python benchmarks/dates.py [FOLDER] [--misses] [--no-parse]

FOLDER holds the specification files (default: `../shared/data/recognizers` beside the repository). A case is
right where the mention that covers most of the expected text has one of the expected values; many cases list
a past and a future value, and either will do, since our one answer must choose.

How their values are read as days, both ends included:
- a range with its own end ("from 4 to 22") ends on the day, month or year named; theirs gives that unit's
  first day;
- "within five days" and "rest of the week" end on the day given;
- every other range has an exclusive end, one day past the last;
- "before", "after", "since" and "until" are open ranges;
- of times, the date.

What no news date needs is skipped; the output names each reason with its count.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dragoman.parse.english import EnglishParser
from dragoman.parse.tree import Tree
from dragoman.records import Document, Segment
from dragoman.resolve.dates import Anchor, find_dates
from dragoman.resolve.dates.periods import Unit, unit_at
from dragoman.resolve.resolved import DateMention

FILES: Final = (
    "DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser",
    "DateTimeModelComplexCalendar", "DateTimeModelExtendedTypes", "DateTimeModelSplitDateAndTime",
    "MergedParser",
)  # fmt: skip
WHOLE_FILES_SKIPPED: Final = {
    "*Extractor": "no resolution values",
    "DateTimeModelCalendarMode, -TasksMode, -ExperimentalMode": "modes of a calendar, with other readings",
    "DurationParser, SetParser, TimeParser, TimePeriodParser, TimeZoneParser": "no dates",
    "HolidayParser": "holidays",
}
Bounds = tuple[dt.date | None, dt.date | None]

ONE_DAY: Final = dt.timedelta(days=1)
_KINDS_SKIPPED: Final = {
    "time": "time without a date", "timerange": "time without a date", "duration": "duration without a date",
    "set": "recurring (set)", "timezone": "time zone",
}  # fmt: skip
_TEXTS_SKIPPED: Final = {
    "day of the month as a bare number (on 15, the 27)": re.compile(
        r"^(the |seven on |8pm on (the )?)?\d\d(, 8pm| at [\d:]+)?$", re.I
    ),
    "day and month in digits with dot, dash or comma (4.22, 4-22, 08/12,15)": re.compile(
        r"^(on )?((this )?friday )?\d{1,2}[.-]\d{1,2}$|^\d\d/\d\d,\d+$|^\d{4}\.\d$", re.I
    ),
    "holiday": re.compile(r"easter|patrick|martin luther", re.I),
    "now": re.compile(r"^(right )?now$|as soon as possible", re.I),
    "hours and minutes from the clock": re.compile(
        r"\b(hours?|hrs?|minutes?|mins?|seconds?)\b|\dmins?\b", re.I
    ),
    "calendar shorthand (tmr, EOD, w/c, cy18, my week, >= 6pm)": re.compile(
        r"\btmr\w*|\beod\b|\beoy\b|\bw/c\b|\b[cs]y ?\d*\b|\bmy (day|week|weekend)"
        r"|end of (the )?(day|tomorrow)|[<>=]",
        re.I,
    ),
    "clock time whose date stands elsewhere": re.compile(
        r"^(in the morning )?\d\d?(:\d\d)?( ?[-–] ?\d\d?)? ?(am|pm|oclock)$", re.I
    ),
}
_NO_VALUE: Final = "no value (seasons, school years, dates that don't exist)"

_WORD_BETWEEN: Final = re.compile(r"\b(to|until|till|through|(?<!thousand )(?<!hundred )and)\b| [-–] ", re.I)
_DASH_BETWEEN: Final = re.compile(r"(?<=[a-z\d])[-–](?![qh]\d)", re.I)
_COUNTED: Final = re.compile(
    r"\b(past|next|last|previous|upcoming|coming) (few|couple|two|\d+)|^\d+ \w+ (days|weeks|months|years)",
    re.I,
)
_POINT_END: Final = re.compile(r"\b(within|less than|rest)\b", re.I)
_NAMES: Final = {
    "startDate": "start", "endDate": "end", "startDateTime": "start", "endDateTime": "end", "date": "value",
    "dateTime": "value",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One expected date: where it stands in which sentence, and the values that are right."""

    file: str
    sentence: str
    start: int
    end: int
    reference: dt.date | None
    values: frozenset[Bounds]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", nargs="?", type=Path)
    options.add_argument("--misses", action="store_true", help="print what was wrong")
    options.add_argument("--no-parse", action="store_true", help="resolve without tense")
    given = options.parse_args()
    folder = given.folder or Path(__file__).resolve().parents[1].parent / "shared" / "data" / "recognizers"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no such folder. Name the one with the specification files.")
    skipped: Counter[str] = Counter()
    cases = [case for name in FILES for case in read_cases(folder / f"{name}.json", skipped)]
    sentences = sorted({(case.sentence, case.reference) for case in cases}, key=str)
    found = resolve(sentences, parse=not given.no_parse)
    report(cases, dict(zip(sentences, found, strict=True)), skipped, show_misses=given.misses)


def read_cases(path: Path, skipped: Counter[str]) -> Iterator[Case]:
    """The applicable cases of a file; why others are not is counted in `skipped`."""
    for entry in json.loads(path.read_text(encoding="utf-8")):
        sentence: str = entry["Input"]
        reference = entry.get("Context", {}).get("ReferenceDateTime")
        day = dt.date.fromisoformat(reference[:10]) if reference else None
        if not entry["Results"]:
            skipped["sentence without a date"] += 1
        for result in entry["Results"]:
            text: str = result["Text"]
            reason = why_skipped(result)
            if reason is not None:
                skipped[reason] += 1
                continue
            start: int = result["Start"]
            if sentence[start : start + len(text)].lower() != text.lower():
                start = max(sentence.lower().find(text.lower()), 0)  # some offsets there are wrong
            values = {value for raw in raw_values(result) if (value := bounds(raw, text)) is not None}
            yield Case(path.stem, sentence, start, start + len(text), day, frozenset(values))


def why_skipped(result: dict[str, Any]) -> str | None:
    """Why no news date needs this result, or `None`."""
    kind = str(result.get("Type") or result.get("TypeName")).removeprefix("datetimeV2.")
    if kind in _KINDS_SKIPPED:
        return _KINDS_SKIPPED[kind]
    for reason, pattern in _TEXTS_SKIPPED.items():
        if pattern.search(result["Text"]):
            return reason
    written = [str(v) for raw in raw_values(result) for k, v in raw.items() if k != "timex"]
    if any(re.match(r"(?!0001)\d{4}-", value) for value in written):
        return None
    return "time without a date" if any(":" in value for value in written) else _NO_VALUE


def raw_values(result: dict[str, Any]) -> list[dict[str, Any]]:
    """The result's values in one shape: start, end, value, Mod, timex."""
    body = result.get("Value") or result.get("Resolution") or {}
    if "values" in body:
        return list(body["values"])
    both = [body.get("FutureResolution") or {}, body.get("PastResolution") or {}]
    extra = {key: body[name] for key, name in (("Mod", "Mod"), ("timex", "Timex")) if body.get(name)}
    return [{_NAMES.get(k, k): v for k, v in values.items()} | extra for values in both]


def bounds(raw: dict[str, Any], text: str) -> Bounds | None:
    """The days of a value, both ends included; `None` for a value that holds no date."""
    if "value" in raw:
        day = _day(raw["value"])
        return None if day is None else (day, day)
    start, end = _day(raw.get("start")), _day(raw.get("end"))
    side = str(raw.get("Mod", "")).split("-")[0]
    if side in {"since", "after", "before", "until"}:
        return _open_bounds(raw, start, end, side)
    if start is None or end is None:
        return None
    if ":" in str(raw["end"]):
        midnight = str(raw["end"]).endswith("00:00:00") and end > start
        return (start, end - ONE_DAY if midnight else end)
    return (start, _last_day(end, text, str(raw.get("timex", "("))))


def _open_bounds(raw: dict[str, Any], start: dt.date | None, end: dt.date | None, side: str) -> Bounds | None:
    whole = raw.get("sourceEntity") == "datetimerange"
    if ":" in f"{raw.get('start')}{raw.get('end')}":
        day = start or end  # "today before 4 pm": the date part is today
        return (day, day)
    if start is not None:
        return (start if side == "since" or whole else start + ONE_DAY, None)
    if end is None:
        return None
    return (None, end if side == "until" and not whole else end - ONE_DAY)


def _day(value: object) -> dt.date | None:
    found = re.match(r"\d{4}-\d\d-\d\d", str(value))
    return dt.date.fromisoformat(found[0]) if found else None


def _last_day(end: dt.date, text: str, timex: str) -> dt.date:
    if _POINT_END.search(text):
        return end
    ends = list(_WORD_BETWEEN.finditer(text)) or list(_DASH_BETWEEN.finditer(text))
    if not ends or not timex.startswith("(") or _COUNTED.search(text):
        return end - ONE_DAY
    return unit_at(end, _unit_of(text[ends[-1].end() :].strip().lower())).end or end


def _unit_of(tail: str) -> Unit:
    if re.search(r"\bq[1-4]\b", tail):
        return "quarter"
    if re.fullmatch(r"week \d+", tail):
        return "week"
    if re.fullmatch(r"(in )?(\d{4}|two thousand[a-z ]*)", tail):
        return "year"
    month = re.match(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|\d{4} [a-z]{3}", tail)
    day = re.match(r"[a-z]+\.? ?\d{1,2}(st|nd|rd|th|\b)", tail)
    return "month" if month and not day else "day"


def resolve(sentences: Sequence[tuple[str, dt.date | None]], *, parse: bool) -> list[list[DateMention]]:
    """Dates of each sentence, with the reference date as publication date."""
    trees: Sequence[Tree | None] = [None] * len(sentences)
    if parse:
        trees = list(EnglishParser().parse(_document(text) for text, _ in sentences))
    return [
        find_dates(text, None if day is None else Anchor(day, "metadata", None), tree=tree)
        for (text, day), tree in zip(sentences, trees, strict=True)
    ]


def _document(text: str) -> Document:
    layout = (Segment("paragraph", 0, len(text)),)
    return Document("", "", None, None, None, (), "en", None, None, text, layout=layout)


def report(
    cases: Sequence[Case],
    mentions: dict[tuple[str, dt.date | None], list[DateMention]],
    skipped: Counter[str],
    *,
    show_misses: bool,
) -> None:
    """Print accuracy by file and in total, and what was skipped."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in cases:
        total[case.file] += 1
        answer = _answer(case, mentions[case.sentence, case.reference])
        if answer in case.values:
            right[case.file] += 1
        elif show_misses:
            print(_miss(case, answer))
    print(f"{'file':34} {'right':>6} {'of':>5} {'accuracy':>9}")
    for name in total:
        print(f"{name:34} {right[name]:6} {total[name]:5} {right[name] / total[name]:9.3f}")
    n_right, n_all = right.total(), total.total()
    print(f"{'total':34} {n_right:6} {n_all:5} {n_right / n_all:9.3f}")
    print("\nskipped results")
    for reason, n in skipped.most_common():
        print(f"{n:5}  {reason}")
    print("\nskipped files")
    for names, reason in WHOLE_FILES_SKIPPED.items():
        print(f"  {names}: {reason}")


def _answer(case: Case, mentions: Sequence[DateMention]) -> Bounds | None:
    """The bounds of the mention that covers most of the case's text."""

    def overlap(mention: DateMention) -> int:
        return min(mention.span.end, case.end) - max(mention.span.start, case.start)

    best = max(mentions, key=overlap, default=None)
    return None if best is None or overlap(best) <= 0 else (best.date.start, best.date.end)


def _miss(case: Case, answer: Bounds | None) -> str:
    wanted = " or ".join(sorted(f"{a}..{b}" for a, b in case.values))
    got = "nothing" if answer is None else f"{answer[0]}..{answer[1]}"
    words = case.sentence[case.start : case.end]
    return f"{case.file}: {case.reference} {case.sentence!r} [{words}]: {got}, not {wanted}"


if __name__ == "__main__":
    main()
