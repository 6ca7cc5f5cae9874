"""Where a visit goes: countries and cities in a list of places, and sites."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.participants import Participants
from dragoman.parse.tree import Tree
from dragoman.records import Span
from dragoman.resolve.resolved import TokenMention

LIST_LINKS = frozenset({
    "(", ")", ",", ";", "and", "then", "the", "city", "of", "followed", "by", "to", "with", "finally", "as",
    "well", "later", "&", "also", "on",
})  # fmt: skip
ADMINISTRATIVE = frozenset({"place", "country", "issue"})
SEPARATORS = frozenset({",", ";", "and", "then", "to", "&"})
MAX_SITE = 12
"""Tokens behind a site within which its country is looked for."""
NAMED_BEHIND = frozenset({"region", "city", "capital", "province"})
"""Nouns whose name stands before them: "the Arequipa region"."""


@dataclass(slots=True)
class Destination:
    """A country gone to, with the city named and where it stands."""

    country: str
    city: TokenMention | None
    mention: TokenMention


class Destinations:
    """Reads the places of one document's visits."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree

    def listed(self, token: int) -> list[Destination]:
        """Countries in the list of places that begins at (the phrase of) `token`."""
        out: list[Destination] = []
        end = self.tree.sents[self.tree.sent[token]][1]
        mention = self._first(token)
        while mention is not None:
            entity = self.participants.entity(mention)
            if not self._is_place(mention) or entity.country is None:
                break
            previous = out[-1] if out and out[-1].country == entity.country else None
            if entity.kind != "country" or previous is None:
                city = mention if entity.kind != "country" else None
                out.append(Destination(entity.country, city, mention))
            elif previous.city is not None:
                if mention.first - previous.mention.last <= 2:
                    previous.mention = mention  # "Tbilisi, Georgia"
                else:
                    out.append(Destination(entity.country, None, mention))
            mention = self._next(mention.last, end)  # else "the People's Republic of China (PRC)"
        return out

    def _first(self, token: int) -> TokenMention | None:
        mention = self.resolved.mention(token)
        if mention is None and self.tree.lemma[token] in NAMED_BEHIND:
            return self.resolved.mention(self.tree.left_edge(token))
        return mention

    def _is_place(self, mention: TokenMention) -> bool:
        if mention.form in {"demonym", "pronoun"} or mention.group:
            return False
        return self.participants.entity(mention).kind in ADMINISTRATIVE

    def _next(self, i: int, end: int) -> TokenMention | None:
        tree = self.tree
        joined = False
        while i < end:
            mention = self.resolved.mention(i)
            if mention is not None:
                return mention if joined else None
            if self.resolved.date_at[i] >= 0:
                i = self.resolved.dates[self.resolved.date_at[i]].last
                continue
            if tree.lower[i] not in LIST_LINKS:
                return None
            joined = joined or tree.lower[i] in SEPARATORS
            i += 1
        return None

    def sites(self, objects: list[int]) -> list[int]:
        """Heads of visited sites: venues, projects, camps, facilities, coordinated ones each."""
        tree = self.tree
        out: list[int] = []
        for obj in objects:
            for head in tree.conjuncts(obj):
                mention = self.resolved.mention(head)
                kind = self.participants.entity(mention).kind if mention is not None else None
                if kind in {"person", "country"} or tree.pos[head] not in {"NOUN", "PROPN"}:
                    continue
                if kind in ADMINISTRATIVE and mention is not None and mention.last > head >= mention.first:
                    continue
                out.append(head)
        return out

    def site_phrase(self, head: int) -> Span:
        """Where the name of a visited site stands."""
        mention = self.resolved.mention(head)
        left = mention.first if mention is not None else self.tree.left_edge(head)
        first, last = _phrase(left, head, self.tree)
        if mention is not None:
            last = max(last, mention.last)
        return Span(self.tree.start[first], self.tree.end[last - 1])

    def site_country(self, head: int) -> str | None:
        """Country of a site: of the place named behind it, else its own."""
        for token in range(head, min(self.tree.right_edge(head) + 1, head + MAX_SITE)):
            mention = self.resolved.mention(token)
            if mention is not None:
                entity = self.participants.entity(mention)
                if entity.kind in {"place", "country"} and entity.country:
                    return entity.country
        own = self.resolved.mention(head)
        return self.participants.entity(own).country if own is not None else None


def _phrase(left: int, head: int, tree: Tree) -> tuple[int, int]:
    """Tokens of a noun phrase, from its first content word to the end of its "of" and "in" phrases."""
    first = left
    while first < head and tree.pos[first] in {"DET", "PRON", "PUNCT", "CCONJ"}:
        first += 1
    last = head + 1
    for child in tree.children[head]:
        if child > head and tree.dep[child] == "prep" and tree.lower[child] in {"of", "in", "at", "for"}:
            last = max(last, tree.right_edge(child) + 1)
    for i in range(head + 1, last):
        if (
            tree.lower[i] == ","
            and i + 1 < len(tree)
            and tree.lower[i + 1] in {"where", "which", "who", "when"}
        ):
            return first, i
    return first, last
