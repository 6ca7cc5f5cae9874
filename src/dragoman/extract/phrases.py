"""Noun phrases as things a claim is about: their span, their parts, their entity."""

from __future__ import annotations

from dragoman.extract.clauses import iter_preps
from dragoman.extract.participants import Participants
from dragoman.parse.tree import Tree
from dragoman.records import Entity

ISSUE_KINDS = frozenset({"issue", "initiative", "framework", "project", "venue"})
MAX_WORDS = 12
"""Longest name, in tokens, that a phrase gives an issue."""
POSTMODIFIERS = frozenset({"prep", "acl", "amod", "case", "nummod", "npadvmod", "advmod"})
SKIPPED = frozenset({"DET", "PRON", "PUNCT", "CCONJ"})


def phrase(tree: Tree, head: int, limit: int | None = None) -> tuple[int, int]:
    """Token range of a noun phrase without leading determiners, relative clauses and coordinated partners."""
    first = tree.left_edge(head)
    while first < head and tree.pos[first] in SKIPPED and tree.dep[first] != "poss":
        first += 1
    last = head + 1
    for child in tree.children[head]:
        if child <= head:
            continue
        restrictive = tree.dep[child] == "relcl" and tree.lower[tree.left_edge(child) - 1] != ","
        if tree.dep[child] not in POSTMODIFIERS and not restrictive:
            break
        last = max(last, tree.right_edge(child) + 1)
    if limit is not None:
        last = min(last, limit)
    while (
        last + 1 < len(tree) and tree.words[last] == "-" and tree.end[last - 1] == tree.start[last]
    ):  # "re-election"
        last += 2
    last = min(last, first + MAX_WORDS)
    while last > head + 1 and (tree.pos[last - 1] in {"PUNCT", "CCONJ", "ADP", "DET"}):
        last -= 1
    return first, max(last, first + 1)


LIST_PREPS = frozenset({"of", "to", "for", "from", "between", "in", "against", "on"})


def listed_phrases(tree: Tree, head: int, end: int) -> list[int]:
    """Heads of a comma list of noun phrases that the parser took apart.

    In "the release of A, the right to B, and an end to C" these are three. Each member begins behind a comma
    (or "and") with a determiner, an adjective or the noun itself and has a preposition right behind its noun;
    three members make a list.
    """
    heads = [head]
    for i in range(head + 1, end):
        if tree.pos[i] not in {"NOUN", "PROPN"} or i + 1 >= end or tree.lower[i + 1] not in LIST_PREPS:
            continue
        start = i
        while (
            start - 1 > head
            and tree.pos[start - 1] in {"DET", "ADJ", "NOUN", "ADV"}
            and tree.lower[start - 1] != "other"
        ):
            start -= 1
        before = start - 1
        if tree.lower[before] == "and" and tree.lower[before - 1] in {",", "and"}:
            before -= 1
        if tree.lower[before] == "," or (tree.lower[before] == "and" and len(heads) > 1):
            heads.append(i)
    last_and = any(tree.lower[k] == "and" for k in range(heads[-2] if len(heads) > 1 else head, heads[-1]))
    return heads if len(heads) > 2 and last_and else [head]


def items(tree: Tree, head: int, limit: int | None = None) -> list[int]:
    """Heads of the phrases coordinated from `head` on: "peace and territorial integrity" gives two."""
    out = [head]
    for other in tree.conjuncts(head)[1:]:
        if limit is not None and other >= limit:
            continue
        if tree.pos[other] not in {"NOUN", "PROPN", "VERB", "PRON"} or tree.lower[other - 1] == "-":
            continue
        if tree.pos[other] == "VERB" and tree.tag[other] != "VBG":
            continue
        if any(
            tree.lower[c] in {"its", "their", "his", "her"} and tree.dep[c] == "poss"
            for c in tree.children[other]
        ):
            continue  # "the release … and their return" is one thing
        out.append(other)
    return out


REACH = 30
"""How far behind its noun, in tokens, a "regarding" phrase is still taken to be about it."""
TOPICAL = frozenset({"on", "about", "regarding", "concerning", "over", "toward", "towards", "against", "as"})
"""Prepositions behind a noun that introduce what it is about: "announcement regarding X"."""


class Topics:
    """Gives phrases their entities; a phrase that no table knows becomes an issue of the document."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self._by_name = {e.name.casefold(): e for e in self.resolved.entities if e.kind in ISSUE_KINDS}

    def entity(self, head: int, limit: int | None = None) -> str:
        """Entity id of what the phrase headed by `head` speaks of."""
        mention = self.resolved.mention(head)
        if mention is not None and self.participants.entity(mention).kind in ISSUE_KINDS | {"place"}:
            return self.participants.entity(mention).id
        first, last = phrase(self.tree, head, limit)
        return self.named(self.resolved.words(first, last))

    def entities(self, head: int, limit: int | None = None) -> tuple[str, ...]:
        """Entity ids of a phrase and of what it is about ("announcement … regarding the transfer of X")."""
        found = [self.entity(head, limit)]
        for prep, obj in iter_preps(self.tree, head):
            if (
                self.tree.lower[prep] in TOPICAL
                and self.tree.pos[obj] in {"NOUN", "PROPN"}
                and (limit is None or obj < limit)
            ):
                found.append(self.entity(obj, limit))
        for i in range(head + 1, min(limit or head, head + REACH)):
            if self.tree.lower[i] in {"regarding", "concerning"} and len(found) == 1:
                found.extend(self.entity(obj, limit) for obj in self.tree.kids(i, "pobj"))
        return tuple(dict.fromkeys(found))

    def listed_issues(self, first: int, last: int, *, beside: set[str | None]) -> list[int]:
        """Issues of one list: nothing but commas, "and", determiners, prepositions and gerunds between them.

        Countries and places count only behind "on" ("support for China on Taiwan, Tibet and Hong Kong").
        """
        tree = self.tree
        on = any(tree.lower[i] in {"on", "regarding", "concerning"} for i in range(first, last))
        out: list[int] = []
        end = first
        for head in self.known_issues(first, last, beside=beside if on else None):
            mention = self.resolved.mention(head)
            if mention is None:
                continue
            between = range(end, mention.first)
            linked = all(
                tree.pos[i] in {"DET", "ADP", "CCONJ", "PUNCT", "ADV"} or tree.tag[i] == "VBG"
                for i in between
            )
            if out and not (linked and any(tree.lower[i] in {",", "and", "or"} for i in between)):
                break
            out.append(head)
            end = mention.last
        return out

    def span_entity(self, first: int, last: int) -> str:
        """Entity id for a token range as it stands."""
        return self.named(self.resolved.words(first, last))

    def named(self, name: str) -> str:
        """Entity id of an issue by its words, made where it is new."""
        name = " ".join(name.split())
        known = self._by_name.get(name.casefold())
        if known is None:
            known = Entity(
                id=f"e{len(self.resolved.entities) + 1}",
                kind="issue",
                name=name,
                aliases=(),
                country=None,
                sector=None,
                offices=(),
                origin="what a claim is about",
            )
            self.resolved.entities.append(known)
            self._by_name[name.casefold()] = known
        return known.id

    def known_issues(self, first: int, last: int, *, beside: set[str | None] | None = None) -> list[int]:
        """Head tokens of mentions of issues, initiatives and frameworks in a token range, one a mention.

        With `beside`, countries and places other than these count, too: "support for China on Taiwan".
        """
        out: list[int] = []
        seen = -1
        for i in range(first, last):
            number = self.resolved.mention_at[i]
            if number >= 0 and number != seen:
                seen = number
                mention = self.resolved.mentions[number]
                entity = self.participants.entity(mention)
                if entity.kind in ISSUE_KINDS or (
                    beside is not None
                    and entity.kind in {"place", "country"}
                    and mention.form == "name"
                    and not (entity.kind == "country" and entity.country in beside)
                ):
                    out.append(mention.head)
        return out
