"""The parse beside the gazetteer: which tokens begin with a capital, which a table knows.

A hit of the gazetteer counts only where it covers whole tokens or, inside a hyphenated token ("U.S.-DRC"), a part
between hyphens; the name then stands for the token.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge import Entry, Hit, Knowledge
from dragoman.parse.tree import Tree
from dragoman.records import Document

COUNTRY_KINDS = frozenset({"country", "demonym", "capital", "metonym"})
PLACE_KINDS = frozenset({"city", "region", "place", "capital"})
BODY_KINDS = frozenset(
    {"organization", "party", "legislature", "armed_group", "military", "court", "company", "ngo", "igo"}
)
TOPIC_KINDS = frozenset({"initiative", "framework", "treaty", "summit", "issue"})

PARTICLES = frozenset(
    "al el bin bint ibn ben von van der den de del della di da do dos das du la le las los ter ten zu y ul ur ud abu".split()
)
"""Words in small letters that stand inside a name; "e" and "of" do not."""

HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class TokenHit:
    """A gazetteer hit as tokens `[first, last)`; several where one token holds several ("U.S.-DRC")."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    others: tuple[tuple[Entry, ...], ...] = ()

    @property
    def entry(self) -> Entry:
        """The likeliest entry."""
        return self.entries[0]


@dataclass(slots=True)
class Scan:
    """A document's tokens with what is known of each.

    `hit_at[i]` is the number of the hit that covers token i, or -1; `cap[i]` says that the word begins with a capital
    or is an initial; `glued[i]` that no space stands before it; `titled[n]` that sentence n is set in title case, so
    that its capitals say little.
    """

    document: Document
    tree: Tree
    knowledge: Knowledge
    hits: list[TokenHit]
    hit_at: list[int] = field(init=False)
    cap: list[bool] = field(init=False)
    glued: list[bool] = field(init=False)
    titled: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        tree = self.tree
        self.hit_at = [-1] * len(tree)
        for number, hit in enumerate(self.hits):
            for i in range(hit.first, hit.last):
                self.hit_at[i] = number
        self.cap = [word[0].isupper() for word in tree.words]
        self.glued = [False, *(b == a for a, b in zip(tree.end, tree.start[1:], strict=False))]
        self.titled = [self._title_case(first, last) for first, last in tree.sents]

    def _title_case(self, first: int, last: int) -> bool:
        words = [w for w in self.tree.words[first:last] if w[0].isalpha()]
        long_words = [w for w in words if len(w) > 3]
        capital = sum(w[0].isupper() for w in long_words)
        return len(words) > 2 and capital >= 0.8 * len(long_words)

    def hit(self, i: int) -> TokenHit | None:
        """The hit that covers token `i`."""
        number = self.hit_at[i]
        return self.hits[number] if number >= 0 else None

    def sentence_end(self, i: int) -> int:
        """Token after the last one of the sentence of `i`."""
        return self.tree.sents[self.tree.sent[i]][1]

    def sentence_start(self, i: int) -> int:
        """First token of the sentence of `i`."""
        return self.tree.sents[self.tree.sent[i]][0]

    def text(self, first: int, last: int) -> str:
        """The text of tokens `[first, last)`, as written, line ends as blanks."""
        return " ".join(self.document.text[self.tree.start[first] : self.tree.end[last - 1]].split())


def scan_document(document: Document, tree: Tree, knowledge: Knowledge) -> Scan:
    """Find every known name and note the shape of every token."""
    hits = _token_hits(knowledge.gazetteer.find(document.text), tree)
    return Scan(document, tree, knowledge, hits)


def _token_hits(hits: list[Hit], tree: Tree) -> list[TokenHit]:
    """Hits as token ranges; those that begin or end inside a word without a hyphen there are dropped."""
    found: list[TokenHit] = []
    i, n = 0, len(tree)
    for hit in hits:
        while i < n and tree.end[i] <= hit.start:
            i += 1
        if i == n:
            break
        if tree.start[i] >= hit.end:
            continue
        last = i
        while last < n and tree.start[last] < hit.end:
            last += 1
        if found and found[-1].last > i:
            before = found[-1]
            found[-1] = TokenHit(
                before.first, max(before.last, last), before.entries, (*before.others, hit.entries)
            )
        else:
            found.append(TokenHit(i, last, hit.entries))
    return found
