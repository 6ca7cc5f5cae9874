"""What the lexicon may ask of a noun: its forms, the kind of mention it is, and which people it names."""

from __future__ import annotations

from dragoman.extract.clauses import iter_preps
from dragoman.extract.lexicon import Keys, Lexicon
from dragoman.extract.participants import Participants
from dragoman.parse.tree import Tree

NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO"})
"""Codes that stand in a country's place for bodies of no country."""
FIGHTERS = frozenset({"REB", "PRM"})
"""Sectors whose nouns also stand as adjectives: "a militant attack"."""
MONEY = frozenset({"dollar", "euro", "pound", "million", "billion"})
SUPPORT = frozenset({
    "aid", "assistance", "relief", "support", "funding", "help", "grant", "loan", "fund", "equipment",
    "supply", "contribution", "financing",
})  # fmt: skip
"""What a sum may be given as."""
MAX_DESCENT = 3
"""Counting nouns that may stand on each other: "hundreds of members of the group"."""


class Nouns:
    """Reads word keys off the noun phrases of one document."""

    def __init__(self, participants: Participants, lexicon: Lexicon) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.lexicon = lexicon
        self._keys: dict[int, Keys] = {}

    def content(self, token: int) -> int:
        """The noun that a counting noun counts: "dozens of protesters" gives the protesters."""
        tree = self.tree
        for _ in range(MAX_DESCENT):
            if tree.lemma[token] not in self.lexicon.partitives or self.participants.at(token) is not None:
                return token
            inner = of_phrase(tree, token)
            if inner is None:
                inner = self._paid_in(token)
            if inner is None:
                return token
            token = inner
        return token

    def _paid_in(self, token: int) -> int | None:
        """What a sum of money is given as: "$5 million in humanitarian assistance"."""
        tree = self.tree
        if tree.kid(token, "quantmod") is None and tree.lemma[token] not in MONEY:
            return None
        given = (obj for prep, obj in iter_preps(tree, token) if tree.lower[prep] == "in")
        return next((obj for obj in given if tree.lemma[obj] in SUPPORT), None)

    def keys(self, token: int) -> Keys:
        """What a condition may match of a noun phrase: its words, two-word forms, and kinds of mention.

        Coordinated heads count too: "arrested a writer and two soldiers" holds `soldier`.
        """
        found = self._keys.get(token)
        if found is None:
            out: set[str] = set()
            for head in self.tree.conjuncts(token):
                out |= self._own_keys(self.content(head))
            if token != self.content(token):
                out.add(self.tree.lemma[token])
            found = self._keys[token] = frozenset(out)
        return found

    def head_keys(self, token: int) -> Keys:
        """Keys of the first head alone, for conditions that must not hold."""
        return frozenset(self._own_keys(self.content(token)))

    def _own_keys(self, token: int) -> set[str]:
        tree = self.tree
        out = set(noun_forms(tree, token))
        mention = self.resolved.mention(token)
        if mention is not None:
            entity = self.resolved.entities[mention.entities[0]]
            if (not mention.group and mention.form != "demonym") or tree.pos[token] == "PRON":
                out.add(f"@{entity.kind}")
            sector = mention.sector or entity.sector
            if mention.group or entity.kind != "country":
                out.add(f"@{sector or 'CVL'}")  # "two Chadians" are people
            if entity.country in INTERNATIONAL:
                out.add(f"@{entity.country}")
        sector = self.sector(token)
        if sector is not None:
            out.add(f"@{sector}")
        return out

    def sector(self, token: int) -> str | None:
        """The sector of a common noun for people, None for any other word."""
        form = self.people_form(token)
        if form is not None:
            return self.lexicon.people[form]
        if self.tree.pos[token] != "NOUN" or self._is_named(token):
            return None
        return self.participants.knowledge.agents.get(self.tree.lower[token])

    def people_form(self, token: int) -> str | None:
        """The longest form of a noun that the lexicon's people list: "riot police"."""
        pos = self.tree.pos[token]
        if pos not in NOUNS or self._is_named(token):
            return None
        for form in noun_forms(self.tree, token):
            sector = self.lexicon.people.get(form)
            if sector is not None:
                return form if pos != "ADJ" or sector in FIGHTERS else None
        return None

    def _is_named(self, token: int) -> bool:
        mention = self.resolved.mention(token)
        return mention is not None and not mention.group and mention.form != "noun"


def of_phrase(tree: Tree, token: int) -> int | None:
    """What stands after a noun's "of"."""
    return next((obj for prep, obj in iter_preps(tree, token) if tree.lower[prep] == "of"), None)


def noun_forms(tree: Tree, token: int) -> list[str]:
    """Forms by which tables know a noun, the longest first: "hail of bullet", "rubber bullet", "bullet"."""
    lemma, lower = tree.lemma[token], tree.lower[token]
    out = []
    of = of_phrase(tree, token)
    if of is not None:
        out.append(f"{lemma} of {tree.lemma[of]}")
    if token and tree.sent[token - 1] == tree.sent[token]:
        before = tree.lower[token - 1]
        out.append(f"{before} {lemma}")
        if lower != lemma:
            out.append(f"{before} {lower}")
    out.append(lemma)
    if lower != lemma:
        out.append(lower)
    # where the lemmatizer errs ("doses") or the tagger ("Rebels", taken for a name)
    if lower.endswith("s") and lower[:-1] != lemma:
        out.append(lower[:-1])
    return out
