"""Every error a caller may catch.

    DragomanError
    ├── UsageError            the call or the command asks for something that does not exist
    ├── InputError            something is wrong with what was given to read
    │   ├── MissingInputError     a path that is not there
    │   ├── NoDocumentsError      a folder without anything readable
    │   ├── EmptyDocumentError    nothing but white space
    │   ├── TooLargeError         past the size limit
    │   ├── ForeignRowsError      a file of event data that is not of the layout it should be
    │   └── UnreadableDocumentError   no reader could turn the bytes into text
    ├── EvidenceError         a span that does not fit its text
    ├── TableError            a knowledge table of the installation that is missing or malformed
    ├── CodebookError         a codebook of one's own that is missing or has a slip; names file and line
    ├── OutputError           a result that could not be written
    ├── StageError            a stage failed on one document; names the stage and the document
    ├── MissingExtraError     a part of dragoman whose packages are not installed
    └── LakeError             a lake that cannot do what was asked
        ├── NoLakeError           a folder that holds no lake
        ├── LakeSchemaError       a lake of another version of the tables
        ├── LakeWriteError        the lake could not be written; what was acknowledged stands
        ├── LakeDamageError       files of the lake are missing or unreadable
        └── QueryError            SQL that is wrong or not allowed, with the place

Each error hands all its facts to `Exception.__init__`, so that it survives pickling, and says in
`__str__` what failed, where, and what to do next.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of every error that dragoman raises on purpose."""


class UsageError(DragomanError):
    """The call or the command asks for something that does not exist."""


class InputError(DragomanError):
    """Something is wrong with what was given to read."""


class MissingInputError(InputError):
    """A path that is not there."""

    def __init__(self, uri: str) -> None:
        super().__init__(uri)
        self.uri = uri

    def __str__(self) -> str:
        return f"{self.uri}: no such file or folder. Check the path."


class NoDocumentsError(InputError):
    """A folder without anything readable."""

    def __init__(self, uri: str, suffixes: tuple[str, ...]) -> None:
        super().__init__(uri, suffixes)
        self.uri = uri
        self.suffixes = suffixes

    def __str__(self) -> str:
        suffixes = ", ".join(self.suffixes)
        return f"{self.uri}: no documents here. Put {suffixes} files in it, or name files directly."


class EmptyDocumentError(InputError):
    """Nothing but white space."""

    def __init__(self, uri: str) -> None:
        super().__init__(uri)
        self.uri = uri

    def __str__(self) -> str:
        return f"{self.uri}: the document is empty. Check that it was saved."


class TooLargeError(InputError):
    """Past the size limit."""

    def __init__(self, uri: str, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(uri, size_bytes, limit_bytes)
        self.uri = uri
        self.size_bytes = size_bytes
        self.limit_bytes = limit_bytes

    def __str__(self) -> str:
        return (
            f"{self.uri}: {self.size_bytes:,} bytes is past the limit of {self.limit_bytes:,} "
            "for one document. Split it into articles."
        )


class UnreadableDocumentError(InputError):
    """No reader could turn these bytes into text."""

    def __init__(self, uri: str, reason: str) -> None:
        super().__init__(uri, reason)
        self.uri = uri
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.uri}: {self.reason}. Give plain text or HTML."


class ForeignRowsError(InputError):
    """Event data that are not of the layout they should be. `line` counts from 1; 0: the whole file."""

    def __init__(self, uri: str, line: int, reason: str) -> None:
        super().__init__(uri, line, reason)
        self.uri = uri
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        place = f"{self.uri}, line {self.line:,}" if self.line else self.uri
        return f"{place}: {self.reason}. Check that it is what it should be."


class EvidenceError(DragomanError):
    """A span that does not fit its text."""


class TableError(DragomanError):
    """A knowledge table of the installation that is missing or malformed."""

    def __init__(self, table: str, problem: str) -> None:
        super().__init__(table, problem)
        self.table = table
        self.problem = problem

    def __str__(self) -> str:
        return f"table {self.table}: {self.problem}. Reinstall dragoman, or rebuild with `make tables`."


class CodebookError(DragomanError):
    """A codebook of one's own that is missing or has a slip.

    `line` counts from 1; 0: no line is to blame. `part` is the type, context or list it is in, or "".
    """

    def __init__(self, codebook: str, line: int, part: str, problem: str) -> None:
        super().__init__(codebook, line, part, problem)
        self.codebook = codebook
        self.line = line
        self.part = part
        self.problem = problem

    def __str__(self) -> str:
        line = f"line {self.line:,}" if self.line else ""
        place = ", ".join(one for one in (f"codebook {self.codebook}", line, self.part) if one)
        return f"{place}: {self.problem}"


class OutputError(DragomanError):
    """A result that could not be written."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(target, reason)
        self.target = target
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.target}: cannot be written ({self.reason}). Choose another -o."


class StageError(DragomanError):
    """A stage failed on one document."""

    def __init__(self, uri: str, stage: str, problem: str) -> None:
        super().__init__(uri, stage, problem)
        self.uri = uri
        self.stage = stage
        self.problem = problem

    def __str__(self) -> str:
        return (
            f"{self.uri}: the {self.stage} stage failed ({self.problem}). Please report it with the document."
        )


class MissingExtraError(DragomanError):
    """A part of dragoman whose packages are not installed."""

    def __init__(self, module: str, extra: str) -> None:
        super().__init__(module, extra)
        self.module = module
        self.extra = extra

    def __str__(self) -> str:
        return f"this needs the package {self.module}. Install it with: pip install '{self.extra}'"


class LakeError(DragomanError):
    """A lake that cannot do what was asked."""


class NoLakeError(LakeError):
    """A folder that holds no lake."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: no lake here. Make one with: dragoman code PATH... --lake {self.path}"


class LakeSchemaError(LakeError):
    """A lake of another version of the tables."""

    def __init__(self, path: str, found: int, expected: int) -> None:
        super().__init__(path, found, expected)
        self.path = path
        self.found = found
        self.expected = expected

    def __str__(self) -> str:
        facts = (
            f"{self.path}: the lake's tables are version {self.found}, this dragoman reads {self.expected}."
        )
        if self.found < self.expected:
            return f"{facts} Run: dragoman lake migrate {self.path}"
        return f"{facts} Use a newer dragoman."


class LakeWriteError(LakeError):
    """The lake could not be written; what was acknowledged stands."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"{self.path}: the lake cannot be written ({self.reason}). "
            "Nothing acknowledged is lost; mend the cause and run the same command again."
        )


class LakeDamageError(LakeError):
    """Files of the lake are missing or unreadable."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: the lake is damaged ({self.reason}). See: dragoman lake check {self.path}"


class QueryError(LakeError):
    """SQL that is wrong or not allowed. `line` and `column` count from 1; 0 where no place is known."""

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        super().__init__(reason, line, column)
        self.reason = reason
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        return f"query: {place}{self.reason}"
