"""What speaks for a predicate and two noun phrases being an act, its source and its target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.extract.clauses import is_passive
from dragoman.extract.deeds_nouns import Nouns
from dragoman.extract.lexicon import Frame
from dragoman.extract.proposals_phrases import Phrase
from dragoman.extract.proposals_roles import VERBAL, Argument

CLAUSE_DEPS = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "ROOT"})
REACHES = (("touch", 1), ("near", 4), ("middle", 9), ("far", 18))
"""Names for the number of tokens between two phrases, each below its bound."""
ACTORS = ("country", "person", "organization", "people", "pron", "propn")
DEEPEST_CLAUSE = 4
MOST_RIVALS = 3


class Features:
    """Names the features of one document's candidates."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns = nouns
        self.tree = nouns.tree
        self._kinds: dict[int, str] = {}

    def of_predicate(self, predicate: int) -> tuple[str, str, list[str]]:
        """The predicate's form (verb, passive, noun), its class in the lexicon, and its own features."""
        tree = self.tree
        lemma = tree.lemma[predicate]
        frames: Iterable[Frame] = ()
        if tree.pos[predicate] in VERBAL:
            letter = "P" if is_passive(tree, predicate) else "V"
            if tree.pos[predicate] == "VERB":
                frames = (frame for _, frame in self.nouns.lexicon.verbs.get(lemma, ()))
        else:
            letter = "N"
            frames = self.nouns.lexicon.nouns.get(lemma, ())
        lexical = _class_of(frames)
        depth = sum(tree.dep[above] in CLAUSE_DEPS for above in tree.ancestors(predicate))
        return (
            letter,
            lexical,
            [
                f"{letter} is",
                f"{letter} lemma {lemma}",
                f"{letter} lexicon {lexical}",
                f"{letter} dep {tree.dep[predicate]}",
                f"{letter} depth {min(depth, DEEPEST_CLAUSE)}",
                f"{letter} under {tree.lemma[tree.head[predicate]]} {tree.dep[predicate]}",
            ],
        )

    def of_object(self, predicate: int) -> str:
        """What a verb has for its object, by the lexicon's class of it: "held talks"."""
        tree = self.tree
        for child in tree.kids(predicate, "dobj", "nsubjpass"):
            frames = self.nouns.lexicon.nouns.get(tree.lemma[child])
            return _class_of(frames) if frames else self.kind(child)
        return "nothing"

    def around(self, argument: Argument, every: list[Argument]) -> list[str]:
        """What else stands by a phrase: rivals for its part, who is named in it, what it is named in."""
        kind, token = self.kind(argument.token), argument.token
        rivals = sum(
            self.kind(a.token).startswith(ACTORS)
            for a in every
            if a.token != token and not a.role.startswith("subj")
        )
        out = [f"{kind} rivals {min(rivals, MOST_RIVALS)}"]
        held = [a for a in every if a.holder == token]
        out += [f"{kind} holds {_last(a.role)} {self.kind(a.token)}" for a in held]
        if not held:
            out.append(f"{kind} holds none")
        if argument.holder >= 0:
            label = _last(argument.role)
            out.append(f"{kind} within {label} {self.kind(argument.holder)}")
            out.append(f"within {label} {self.tree.lemma[argument.holder]}")
        return out

    def of_side(self, letter: str, lexical: str, role: str, thing: str, phrase: Phrase) -> list[str]:
        """Features of a phrase in a role."""
        kind = self.kind(phrase.head)
        dep = self.tree.dep[phrase.head]
        size = "whole" if phrase.whole else "member" if dep == "conj" else "one"
        first = role.partition(".")[0]
        return [
            f"{letter} {role}",
            f"{letter} {first} {lexical}",
            f"{lexical} {letter} {role}",
            f"{role} obj {thing}",
            f"kind {kind}",
            f"kind {kind} {_last(role)}",
            f"kind {kind} {letter} {role}",
            f"noun {self.tree.lemma[phrase.head]}",
            f"size {size}",
            f"size {size} {role}",
            f"dep {dep}",
            f"deep {role.count('.')}",
        ]

    def of_pair(
        self, letter: str, lexical: str, roles: tuple[str, str], source: Phrase, target: Phrase
    ) -> Iterator[str]:
        """Features of a source and a target together."""
        first, second = (role.partition(".")[0] for role in roles)
        yield f"pair {letter} {roles[0]} {roles[1]}"
        yield f"pair {letter} {first} {second}"
        yield f"pair {lexical} {letter} {first} {second}"
        yield f"kinds {self.kind(source.head)} {self.kind(target.head)}"
        before = source.head < target.head
        gap = target.first - source.last if before else source.first - target.last
        reach = next((name for name, bound in REACHES if gap < bound), "farther")
        yield f"order {before} {letter}"
        yield f"order {before} {reach}"
        if source.first < target.last and target.first < source.last:
            yield f"overlap {source.whole} {target.whole} {before}"

    def kind(self, token: int) -> str:
        """What a phrase's head is: an actor, people, a place, a date, a name, a thing."""
        found = self._kinds.get(token)
        if found is None:
            found = self._kinds[token] = self._kind(token)
        return found

    def _kind(self, token: int) -> str:
        nouns, tree = self.nouns, self.tree
        if nouns.resolved.date_at[token] >= 0:
            return "date"
        mention = nouns.resolved.mention(token)
        if mention is not None:
            entity = nouns.resolved.entities[mention.entities[0]]
            return f"{entity.kind}{'+' if mention.group else ''} {mention.form}"
        sector = nouns.sector(nouns.content(token))
        if sector is not None:
            return f"people {sector}"
        pos = tree.pos[token]
        if pos == "NOUN":
            return "things" if tree.tag[token] == "NNS" else "thing"
        return pos.lower()


def _last(role: str) -> str:
    return role.rpartition(".")[2]


def _class_of(frames: Iterable[Frame]) -> str:
    """The type of a word's first deed, or "said" and that of its first act of speech; "none" for others."""
    said = "none"
    for frame in frames:
        if not frame.words:
            return frame.type
        if said == "none":
            said = f"said {frame.type}"
    return said
