"""A cascade of small grammars: each level rewrites a run of items, the next reads what it left.

A rule is a regex over the items' kinds, one character each, and a function that builds the new item. Within
a level the leftmost match of the earliest rule wins, and a builder that returns `None` passes to the next
rule.

Source of the method: Abney (1996), "Partial parsing via finite-state cascades".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dragoman.resolve.dates.lexer import Item

DATES: Final = frozenset("dwmyqp")
"""Kinds that hold an `Expression`."""


class Match:
    """The items a rule matched."""

    __slots__ = ("before", "items")

    def __init__(self, items: Sequence[Item], before: Item | None) -> None:
        self.items = items
        self.before = before

    def all(self, kinds: str) -> list[Any]:
        """Values of the items of these kinds, in order."""
        return [item.value for item in self.items if item.kind in kinds]

    def first(self, kinds: str) -> Any:  # noqa: ANN401 - a value's type is its kind's
        """Value of the first item of these kinds, or `None`."""
        return next((item.value for item in self.items if item.kind in kinds), None)

    def values_of(self, kinds: frozenset[str]) -> list[Any]:
        """Values of the items whose kind is in a set, in order."""
        return [item.value for item in self.items if item.kind in kinds]

    def has(self, kinds: str) -> bool:
        """Whether an item of these kinds was matched."""
        return any(item.kind in kinds for item in self.items)


Built = tuple[str, Any] | list[Item] | None
Builder = Callable[[Match], Built]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over kinds and what it makes: a (kind, value) for the whole match, or a list of new items."""

    pattern: str
    build: Builder


class Level:
    """Rules that rewrite a run in one pass from left to right."""

    def __init__(self, *rules: Rule) -> None:
        self._builders = [rule.build for rule in rules]
        self._patterns = [re.compile(rule.pattern) for rule in rules]
        self._any = re.compile("|".join(f"(?:{rule.pattern})" for rule in rules))

    def rewrite(self, run: list[Item]) -> list[Item]:
        """The run with every match replaced; the run itself where nothing matches."""
        kinds = "".join(item.kind for item in run)
        found = self._any.search(kinds)
        if found is None:
            return run
        out = run[: found.start()]
        at = found.start()
        while found is not None:
            out.extend(run[at : found.start()])
            at = found.start()
            new, used = self._apply(run, kinds, at)
            out.extend(new)
            at += used
            found = self._any.search(kinds, at)
        out.extend(run[at:])
        return out

    def _apply(self, run: list[Item], kinds: str, at: int) -> tuple[list[Item], int]:
        before = run[at - 1] if at else None
        for pattern, build in zip(self._patterns, self._builders, strict=True):
            found = pattern.match(kinds, at)
            if found is None or found.end() == at:
                continue
            items = run[at : found.end()]
            built = build(Match(items, before))
            if built is None:
                continue
            if isinstance(built, list):
                return built, len(items)
            parts = tuple(item for item in items if item.kind in DATES)
            return [Item(built[0], built[1], items[0].start, items[-1].end, parts=parts)], len(items)
        return [run[at]], 1
