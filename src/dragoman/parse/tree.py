"""The parse as plain lists: what every later stage reads.

Lists of Python values are several times faster to walk than spaCy tokens, can be built by hand in a
test, and hide which parser made them. Token numbers run through the whole document; a sentence never
crosses a segment of the layout.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tree:
    """Tokens and dependencies of one document.

    Every list has one entry a token. `head[i]` is the token number of the governor; a root points at
    itself. `start`/`end` are code points into the document's text. `sent[i]` is the sentence's number and
    `sents[n]` its half-open token range. `segment[n]` is the number of the layout segment sentence n lies in.
    `pos` is the universal tag, `tag` Penn's, `dep` spaCy's (ClearNLP) label, `lemma` lower case.
    """

    words: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sent: list[int]
    sents: list[tuple[int, int]]
    segment: list[int]
    children: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.children = [[] for _ in self.words]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)

    def __len__(self) -> int:
        return len(self.words)

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of `i` with one of the labels, in text order."""
        dep = self.dep
        return [c for c in self.children[i] if dep[c] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """First child of `i` with one of the labels."""
        dep = self.dep
        for c in self.children[i]:
            if dep[c] in deps:
                return c
        return None

    def left_edge(self, i: int) -> int:
        """First token of the subtree of `i`."""
        while True:
            kids = self.children[i]
            if not kids or kids[0] > i:
                return i
            i = kids[0]

    def right_edge(self, i: int) -> int:
        """Last token (inclusive) of the subtree of `i`."""
        while True:
            kids = self.children[i]
            if not kids or kids[-1] < i:
                return i
            i = kids[-1]

    def subtree(self, i: int) -> list[int]:
        """Tokens of the subtree of `i`, in text order."""
        out = [i]
        for token in out:  # grows while it is read, so that deep trees need no deep stack
            out.extend(self.children[token])
        out.sort()
        return out

    def ancestors(self, i: int) -> list[int]:
        """Governors of `i`, nearest first."""
        out = []
        head = self.head
        while head[i] != i:
            i = head[i]
            out.append(i)
        return out

    def conjuncts(self, i: int) -> list[int]:
        """`i` and everything coordinated after it: "A, B and C" from A."""
        out = [i]
        stack = [c for c in reversed(self.children[i]) if self.dep[c] == "conj"]
        while stack:
            token = stack.pop()
            out.append(token)
            stack.extend(c for c in reversed(self.children[token]) if self.dep[c] == "conj")
        return out

    def token_at(self, offset: int) -> int | None:
        """The token that covers the code point, or None between tokens (binary search)."""
        low, high = 0, len(self.start)
        while low < high:
            middle = (low + high) // 2
            if self.end[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.start) and self.start[low] <= offset:
            return low
        return None
