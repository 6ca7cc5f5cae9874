"""Tables of sentences whose actors are given: read, classified, handed on with the acts added."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from dragoman.codebooks import root_2021
from dragoman.errors import ForeignRowsError, MissingInputError, UsageError
from dragoman.models.classifier import Classification, Question
from dragoman.records import Span

ADDED = ("type", "mode", "contexts", "status", "confidence", "event", "root")
CHUNK = 256
"""Rows classified together; sentences of like length then run as one."""
NAMED = 5
"""Rows that a warning names."""
_MARK = re.compile(r"</?[st]>")


class Columns(NamedTuple):
    """Names of the columns that are read; without one the text marks `<s>…</s>`, `<t>…</t>`."""

    text: str
    source: str | None = None
    target: str | None = None


class Classifier(Protocol):
    """What answers questions: `EventClassifier`, or the examples of a codebook of one's own."""

    def classify(self, questions: Sequence[Question]) -> list[Classification]:
        """The act of each question, in order."""
        ...


class RowClassifier:
    """Classifies the rows of one table and counts what was odd about them.

    `roots` says whether the types are PLOVER's, which have a root in the conversion of 2021.
    """

    def __init__(self, classifier: Classifier, columns: Columns, *, roots: bool = True) -> None:
        self._classifier = classifier
        self._roots = roots
        self._columns = columns
        self._odd: dict[str, list[int]] = {}

    def classify(self, rows: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
        """Each row with the columns `ADDED`, in order; rows without a text keep them empty.

        Args:
            rows: Column name → cell. The first row is number 2, as its line stands below the head.
        """
        chunk: list[tuple[int, Mapping[str, str]]] = []
        for number, row in enumerate(rows, start=2):
            chunk.append((number, row))
            if len(chunk) == CHUNK:
                yield from self._classify(chunk)
                chunk = []
        yield from self._classify(chunk)

    def warn(self, problem: str, rows: Sequence[int]) -> None:
        """Name rows of which the reader of the table saw something odd."""
        if rows:
            self._odd.setdefault(problem, []).extend(rows)

    def warnings(self) -> list[str]:
        """A sentence for each kind of oddity, with the first rows that have it."""
        out = []
        for problem, numbers in self._odd.items():
            named = ", ".join(map(str, numbers[:NAMED])) + (", …" if len(numbers) > NAMED else "")
            count, word = len(numbers), "row" if len(numbers) == 1 else "rows"
            out.append(f"{count:,} {word}: {problem} ({word} {named})")
        return out

    def _classify(self, chunk: Sequence[tuple[int, Mapping[str, str]]]) -> Iterator[dict[str, str]]:
        questions = [self._question(number, row) for number, row in chunk]
        answers = iter(self._classifier.classify([q for q in questions if q is not None]))
        for (_, row), question in zip(chunk, questions, strict=True):
            yield (
                {**row, **_cells(next(answers), question.text, roots=self._roots)}
                if question
                else {**row, **dict.fromkeys(ADDED, "")}
            )

    def _question(self, number: int, row: Mapping[str, str]) -> Question | None:
        text, marked = unmark(row[self._columns.text] or "")
        if not text.strip():
            self._odd.setdefault("no text, left empty", []).append(number)
            return None
        spans, one_name = list[Span | None](), self._is_one_name(row)
        for side, column in (("source", self._columns.source), ("target", self._columns.target)):
            if column is None:
                spans.append(marked.get(side[0]))
                problem = "is not marked in the text"
            else:
                name = (row[column] or "").strip()
                spans.append(find_name(text, name, spans[0] if spans else None))
                problem = "is not in the text" if name else "is empty"
            if spans[-1] is None and not one_name:
                self._odd.setdefault(f"the {side} {problem}, classified without it", []).append(number)
        if one_name:
            self._odd.setdefault("source and target have one name", []).append(number)
        return Question(text, *spans)

    def _is_one_name(self, row: Mapping[str, str]) -> bool:
        """Whether both columns name the same."""
        source, target = (column and (row[column] or "").strip().casefold() for column in self._columns[1:])
        return bool(source) and source == target


def find_name(text: str, name: str, taken: Span | None) -> Span | None:
    """Where a name stands in a text, apart from what is taken; None if it does not.

    As written, else in any case and with any white space, else as the beginning of a word ("Mali" in
    "Malian troops"); never within one.
    """
    if not name:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, name.split()))
    for end, flags in ((r"(?!\w)", re.NOFLAG), (r"(?!\w)", re.IGNORECASE), ("", re.NOFLAG)):
        for match in re.finditer(pattern + end, text, flags):
            if taken is None or match.end() <= taken.start or match.start() >= taken.end:
                return Span(*match.span())
    return None


def unmark(marked: str) -> tuple[str, dict[str, Span]]:
    """A text without its marks, and the first span of each side, `s` and `t`."""
    text, opened, found, at = "", dict[str, int](), dict[str, Span](), 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at, side = match.end(), match.group()[-2]
        if match.group()[1] != "/":
            opened[side] = len(text)
        elif side in opened and side not in found and opened[side] < len(text):
            found[side] = Span(opened[side], len(text))
    return text + marked[at:], found


def _cells(found: Classification, text: str, *, roots: bool) -> dict[str, str]:
    return {
        "type": found.type,
        "mode": found.mode or "",
        "contexts": ";".join(found.contexts),
        "status": found.status,
        "confidence": f"{found.confidence:.4f}",
        "event": f"{found.event:.4f}",
        "root": root_2021(found.type, found.mode, found.status, text) if roots else "",
    }


class Table(NamedTuple):
    """A table's head and rows. `ragged` are the rows that have more cells than the head."""

    head: list[str]
    rows: list[dict[str, str]]
    ragged: list[int]


def read_rows(path: str, columns: Columns) -> Table:
    """A table: tab-separated, or with commas where the name ends in .csv; "-" is stdin.

    What a row has beyond the head is kept in its last cell, missing cells are empty.

    Raises:
        MissingInputError: If there is no such file.
        ForeignRowsError: If it is no text in UTF-8, has no head, or names a column twice.
        UsageError: If it lacks one of the columns.
    """
    file = Path(path)
    try:
        text = (sys.stdin.buffer.read() if path == "-" else file.read_bytes()).decode("utf-8-sig")
    except FileNotFoundError:
        raise MissingInputError(path) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ForeignRowsError(path, 0, f"the table cannot be read ({error})") from error
    commas = file.suffix.lower() == ".csv"
    delimiter = "," if commas else "\t"
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise ForeignRowsError(path, reader.line_num, str(error)) from error
    if not rows:
        raise ForeignRowsError(path, 0, "the table is empty")
    head = rows[0]
    twice = [name for name, count in Counter(head).items() if count > 1]
    if twice:
        raise ForeignRowsError(path, 1, f"the column {twice[0]!r} is there twice")
    missing = [name for name in columns if name is not None and name not in head]
    if missing:
        raise UsageError(f"{path} has no column {missing[0]!r}; it has {', '.join(map(repr, head))}")
    ragged = [number for number, row in enumerate(rows[1:], start=2) if len(row) > len(head)]
    return Table(head, [_fitted(head, row, delimiter) for row in rows[1:]], ragged)


def _fitted(head: Sequence[str], row: Sequence[str], delimiter: str) -> dict[str, str]:
    last = len(head) - 1
    cells = [*row[:last], delimiter.join(row[last:])]
    return dict(zip(head, [*cells, *[""] * (len(head) - len(cells))], strict=True))
