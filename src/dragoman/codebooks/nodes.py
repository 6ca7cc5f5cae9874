"""YAML with its lines: a file read node by node, so that a slip is named with the line it stands in."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import yaml

from dragoman.errors import CodebookError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAMES = {yaml.ScalarNode: "text", yaml.SequenceNode: "a list", yaml.MappingNode: "a mapping of keys"}


class Nodes:
    """Reads values off the nodes of one file; every slip ends in a `CodebookError` with its line."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fail(self, node: yaml.Node | None, part: str, problem: str) -> NoReturn:
        """Raise the error of a slip.

        Args:
            node: Where it is; None where no line is to blame.
            part: The type, context or list that it is in, or "".
            problem: What is wrong and what to do, in whole sentences.
        """
        line = 0 if node is None else node.start_mark.line + 1
        raise CodebookError(self.file, line, part, problem)

    def top(self, path: Path) -> yaml.Node:
        """The file's root node."""
        try:
            text = path.read_text(encoding="utf-8-sig")
            node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
        except FileNotFoundError:
            self.fail(None, "", "there is no such file. Check the path.")
        except UnicodeDecodeError as error:
            self.fail(None, "", f"it is not UTF-8 (byte {error.start:,}). Save it as UTF-8.")
        except OSError as error:
            self.fail(None, "", f"it cannot be read ({error.strerror}). Check the path.")
        except yaml.YAMLError as error:
            self._fail_yaml(error)
        if node is None:
            self.fail(None, "", "it is empty. Give it a name, a version and types.")
        return node

    def _fail_yaml(self, error: yaml.YAMLError) -> NoReturn:
        mark = getattr(error, "problem_mark", None)
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        line = 0 if mark is None else mark.line + 1
        hint = "Put texts that hold a colon, a quote or a # between double quotes, and indent with spaces."
        raise CodebookError(self.file, line, "", f"it is not YAML ({problem}). {hint}") from error

    def mapping(
        self, node: yaml.Node, part: str, known: Collection[str] | None = None
    ) -> dict[str, yaml.Node]:
        """A mapping's nodes by key.

        Args:
            node: Must be a mapping without a key twice.
            part: What it is of, for the error.
            known: The keys that it may have; None allows any.
        """
        out: dict[str, yaml.Node] = {}
        for key, value in self._pairs(node, part):
            if not isinstance(key, yaml.ScalarNode):
                self.fail(key, part, "a key must be text.")
            if key.value in out:
                self.fail(key, part, f"{key.value} is there twice. Take one away.")
            if known is not None and key.value not in known:
                self.fail(key, part, f"{key.value} means nothing here. {suggestion(key.value, known)}")
            out[key.value] = value
        return out

    def _pairs(self, node: yaml.Node, part: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, part, f"this must be a mapping (key: value), not {self._kind(node)}.")
        yield from node.value

    def text(self, node: yaml.Node, part: str, what: str) -> str:
        """A text that is not empty."""
        if not isinstance(node, yaml.ScalarNode):
            hint = " Put it between double quotes." if isinstance(node, yaml.MappingNode) else ""
            self.fail(node, part, f"{what} must be text, not {self._kind(node)}.{hint}")
        value = " ".join(str(node.value).split())
        if not value or node.tag.endswith(":null"):
            self.fail(node, part, f"{what} is empty. Fill it in, or take the line away.")
        return value

    def number(self, node: yaml.Node, part: str, what: str, low: int, high: int) -> float:
        """A number between two others, these included."""
        value = self.text(node, part, what)
        try:
            found = float(value)
        except ValueError:
            found = low - 1.0
        if not low <= found <= high:
            self.fail(node, part, f"{what} must be a number from {low} to {high}, not {value}.")
        return found

    def switch(self, node: yaml.Node, part: str, what: str) -> bool:
        """True or false."""
        value = self.text(node, part, what).lower()
        if value not in {"true", "false"}:
            self.fail(node, part, f"{what} must be true or false, not {value}.")
        return value == "true"

    def texts(self, node: yaml.Node, part: str, what: str) -> list[tuple[str, yaml.Node]]:
        """The texts of a list, each with its node."""
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, part, f"{what} must be a list, a line each with a dash, not {self._kind(node)}.")
        return [
            (self.text(one, part, f"number {n} of {what}"), one) for n, one in enumerate(node.value, start=1)
        ]

    def _kind(self, node: yaml.Node) -> str:
        return _NAMES.get(type(node), "something else")


def suggestion(word: str, known: Iterable[str]) -> str:
    """What the word may have been meant for, or all that is known."""
    names = list(known)
    close = difflib.get_close_matches(word.lower(), [name.lower() for name in names], n=1)
    if close:
        meant = next(name for name in names if name.lower() == close[0])
        return f"Did you mean {meant}?"
    return f"There is {', '.join(names)}."
