"""The parse beside the gazetteer: which tokens begin with a capital, which a table knows.

A hit of the gazetteer is taken as the tokens it touches; several in one token ("U.S.-DRC") share it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge import Entry, Hit, Knowledge
from dragoman.parse.tree import Tree
from dragoman.records import Document
from dragoman.resolve.actors_words import FUNCTION_WORDS, word_set
from dragoman.resolve.offices_words import FIELD_WORDS, HEAD_SECTORS, MODIFIERS, PLURALS

COUNTRY_KINDS = frozenset({"country", "demonym", "capital", "metonym"})
PLACE_KINDS = frozenset({"city", "region", "place", "capital"})
TITLE_CASE_SHARE = 0.7
"""Least share of the longer common words with a capital in a headline set in title case."""

SHOUTED_SHARE = 0.8
"""Least share of words in capitals in a line written so."""
OFTEN_CAPITAL = frozenset(HEAD_SECTORS) | frozenset(PLURALS) | MODIFIERS | FIELD_WORDS
"""Words of titles and bodies, which bear capitals in sentences too."""

BODY_KINDS = frozenset(
    {"organization", "party", "legislature", "armed_group", "military", "court", "company", "ngo", "igo"}
)
TOPIC_KINDS = frozenset({"initiative", "framework", "treaty", "summit", "issue"})

PARTICLES = word_set(
    """abu al ben bin bint da das de del della den der di do dos du el ibn la las le les los ould ter ten ul
    ur van von y zu"""
)
"""Words in small letters that stand inside a name."""
ARTICLES_BEFORE_HYPHEN = word_set("ad an ar as ash at ath az ed er es ez ud")
"""Forms of the Arabic article, which a hyphen must follow: "at-Tayyib"."""

HYPHENS = frozenset("-‐‑–")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class TokenHit:
    """A gazetteer hit as tokens `[first, last)`; several where one token holds several ("U.S.-DRC").

    `confidence` is the probability that the first entry is meant, where several share the form.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    others: tuple[tuple[Entry, ...], ...] = ()
    confidence: float = 1.0

    @property
    def entry(self) -> Entry:
        """The likeliest entry."""
        return self.entries[0]


@dataclass(slots=True)
class Scan:
    """A document's tokens with what is known of each.

    `hit_at[i]` is the number of the hit that covers token i, or -1; `cap[i]` says that the word begins with a
    capital; `glued[i]` that no space stands before it; `titled[n]` that sentence n is set in title case, so
    that its capitals say little, `shouted[n]` that it is all in capitals. `countries` are those the document
    names.
    """

    document: Document
    tree: Tree
    knowledge: Knowledge
    hits: list[TokenHit]
    hit_at: list[int] = field(init=False)
    cap: list[bool] = field(init=False)
    glued: list[bool] = field(init=False)
    titled: list[bool] = field(init=False)
    shouted: list[bool] = field(init=False)
    countries: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        tree = self.tree
        self.shouted = [self._capitals_only(first, last) for first, last in tree.sents]
        self.set_hits([hit for hit in self.hits if not self._is_shouted_word(hit)])
        self.cap = [word[0].isupper() for word in tree.words]
        self.glued = [False, *(b == a for a, b in zip(tree.end, tree.start[1:], strict=False))]
        self.titled = [self._title_case(first, last) for first, last in tree.sents]

    def set_hits(self, hits: list[TokenHit]) -> None:
        """Take other hits, in text order and none overlapping."""
        self.hits = hits
        self.countries = frozenset(
            hit.entry.country
            for hit in hits
            if hit.entry.kind in COUNTRY_KINDS and hit.entry.country is not None
        )
        self.hit_at = [-1] * len(self.tree)
        for number, hit in enumerate(hits):
            for i in range(hit.first, hit.last):
                self.hit_at[i] = number

    def _title_case(self, first: int, last: int) -> bool:
        """Judge by the words that need no capital: small in a sentence, mostly not in a headline."""
        common = self.knowledge.common_words
        tree = self.tree
        plain = [
            i
            for i in range(first + 1, last)
            if len(tree.words[i]) > 3 and tree.lower[i] in common and tree.lower[i] not in OFTEN_CAPITAL
        ]
        capital = sum(self.cap[i] for i in plain)
        if not plain:  # "Chad National Day": nothing but names and a noun
            return False
        return capital >= TITLE_CASE_SHARE * len(plain) and (capital > 1 or len(plain) == 1)

    def _capitals_only(self, first: int, last: int) -> bool:
        words = [word for word in self.tree.words[first:last] if word.isalpha() and len(word) > 1]
        return len(words) > 1 and sum(word.isupper() for word in words) >= SHOUTED_SHARE * len(words)

    def _is_shouted_word(self, hit: TokenHit) -> bool:
        """In a line of capitals "IS" and "WHO" are words, not the bodies they would be elsewhere."""
        word = self.tree.lower[hit.first]
        single = hit.last - hit.first == 1 and self.shouted[self.tree.sent[hit.first]]
        return single and word != "us" and (word in FUNCTION_WORDS or word in self.knowledge.common_words)

    def given(self, i: int) -> bool:
        """Whether token `i` is a given name of one gender."""
        word = self.tree.words[i]
        return (word.title() if word.isupper() and len(word) > 2 else word) in self.knowledge.given_names

    def hit(self, i: int) -> TokenHit | None:
        """The hit that covers token `i`."""
        number = self.hit_at[i]
        return self.hits[number] if number >= 0 else None

    def body(self, hit: TokenHit) -> Entry:
        """The entry of a body.

        Where several share the name ("Labour Party") or anybody's may be meant ("Congress"), that of a
        country the document names, else one without a country.
        """
        bodies = [entry for entry in hit.entries if entry.kind in BODY_KINDS]
        words = self.tree.lower[hit.first : hit.last]
        plain = all(word in FIELD_WORDS or word in self.knowledge.common_words for word in words)
        if len({entry.country for entry in bodies}) < 2 and not plain:
            return hit.entry
        named = [entry for entry in bodies if entry.country in self.countries]
        return named[0] if named else hit.entry._replace(country=None, identity=f"name:{hit.entry.name}")

    def in_name(self, i: int) -> bool:
        """Whether token `i` lies in a known name of several words."""
        hit = self.hit(i)
        return hit is not None and hit.last - hit.first > 1

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
