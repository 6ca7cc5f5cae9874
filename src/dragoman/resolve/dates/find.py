"""From a text to its date mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from dragoman.parse.tree import Tree
from dragoman.records import Date, DateBasis, Span
from dragoman.resolve.dates.ambiguity import ends_phrase
from dragoman.resolve.dates.anchor import Anchor
from dragoman.resolve.dates.direction import Direction
from dragoman.resolve.dates.expressions import Context, Expression
from dragoman.resolve.dates.grammar import read
from dragoman.resolve.dates.lexer import Item, lex, puts_day_first
from dragoman.resolve.dates.periods import Period
from dragoman.resolve.dates.ranges import Open
from dragoman.resolve.dates.tense import look
from dragoman.resolve.resolved import DateMention

_PREVIOUS_REACH: Final = 1000
"""Code points back to which "the following day" may refer."""
_PREVIOUS_TRIED: Final = 3
"""Mentions back to which it may refer: the nearest that is narrow enough serves."""
_US: Final = re.compile(r"\bU\.?S\.?\b|\bUnited States\b|\bCongress\b|\bPentagon\b")
_MODIFIERS: Final = frozenset({"compound", "nmod", "nummod", "amod", "poss"})


def find_dates(
    text: str,
    anchor: Anchor | None,
    *,
    tree: Tree | None = None,
    ranges: Sequence[tuple[int, int]] | None = None,
) -> list[DateMention]:
    """Find the time expressions of a text and say which days they mean.

    Args:
        text: The document's text.
        anchor: The day that relative expressions count from; without it they are left out.
        tree: The parse of the text. Tense then decides between "last Friday" and "next Friday"; expressions
            outside the parsed sentences are left out. Without it, mentions have `first` and `last` 0.
        ranges: Code points to look in, in order; the whole text where absent.

    Returns:
        Mentions in text order that don't overlap. Their dates have both ends included; an open end is
        `None`. The basis is "text" where the expression says all ("May 20, 2024") and the anchor's where it
        does not.
    """
    finder = _Finder(text, anchor, tree)
    day_first = puts_day_first(text)
    for start, end in ranges if ranges is not None else [(0, len(text))]:
        for run in lex(text, start, end, day_first=day_first):
            for item in read(run, text):
                finder.add(item)
    return finder.found


@dataclass(frozen=True, slots=True)
class _Grounded:
    period: Period
    basis: DateBasis


class _Finder:
    """Grounds items one after the other, each in the context of those before."""

    def __init__(self, text: str, anchor: Anchor | None, tree: Tree | None) -> None:
        self.found: list[DateMention] = []
        self._text = text
        self._anchor = anchor
        self._tree = tree
        self._us: bool | None = None

    def add(self, item: Item) -> None:
        """Ground an item and keep it; where a range makes no sense, its ends."""
        tokens = self._tokens(item.start, item.end)
        if tokens is None:
            return
        expression: Expression = item.value
        if isinstance(expression, Open) and self._modifies_noun(item, tokens):
            grounded = None  # "before Friday's vote": Friday is the vote's
        else:
            grounded = self._ground(expression, item.start, tokens)
        if grounded is None:
            for part in item.parts:
                self.add(part)
            return
        span = Span(item.start, item.end)
        period = grounded.period
        date = Date(period.start, period.end, period.precision, grounded.basis, span)
        self.found.append(DateMention(span, tokens[0], tokens[1], date))

    def _tokens(self, start: int, end: int) -> tuple[int, int] | None:
        tree = self._tree
        if tree is None:
            return 0, 0
        first = bisect_right(tree.start, start) - 1
        if first < 0 or tree.end[first] <= start:
            return None
        last = bisect_right(tree.start, end - 1)
        return first, max(last, first + 1)

    def _ground(self, expression: Expression, start: int, tokens: tuple[int, int]) -> _Grounded | None:
        """What the text alone says, else with the dates before, else with the anchor."""
        for context, basis in self._contexts(start, tokens):
            try:
                period = expression.ground(context)
            except (ValueError, OverflowError):
                return None  # a day or year that does not exist
            if period is not None:
                return _Grounded(period, basis)
        return None

    def _contexts(self, start: int, tokens: tuple[int, int]) -> Iterator[tuple[Context, DateBasis]]:
        us = self._speaks_of_us
        yield Context(None, us=us), "text"
        for mention in reversed(self.found[-_PREVIOUS_TRIED:]):
            if start - mention.span.end <= _PREVIOUS_REACH:
                previous = Period(mention.date.start, mention.date.end, mention.date.precision)
                yield Context(None, previous, us=us), mention.date.basis
        if self._anchor is not None:
            yield Context(self._anchor.day, None, partial(self._look, tokens), us), self._anchor.basis

    def _look(self, tokens: tuple[int, int]) -> Direction | None:
        return None if self._tree is None else look(self._tree, *tokens)

    def _speaks_of_us(self) -> bool:
        if self._us is None:
            self._us = _US.search(self._text) is not None
        return self._us

    def _modifies_noun(self, item: Item, tokens: tuple[int, int]) -> bool:
        after = self._text[item.end : item.end + 2]
        if after in {"'s", "’s"}:
            return True
        tree = self._tree
        if tree is None:
            return not ends_phrase(self._text, item.end)
        inside = range(tokens[0] + 1, tokens[1])
        return any(tree.dep[i] in _MODIFIERS and tree.head[i] >= tokens[1] for i in inside)
