"""Who stands in the slots of a frame: source and target of a verb's or an event noun's act."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract.clauses import is_passive, iter_preps, subject
from dragoman.extract.deeds_cast import MODIFIERS, Cast
from dragoman.extract.triggers import OBJECT_DEPS, Trigger, agent_of, shared_noun
from dragoman.records import Actor

PLACE_PREPS = frozenset({"in", "at", "across", "throughout", "near", "outside", "around", "inside", "over"})
STREET_PREPS = PLACE_PREPS | {"to", "into", "onto", "on", "through"}
"""Prepositions of place for people in the street: "poured onto the streets of Tbilisi"."""
BORDER_PREPS = frozenset({"to", "on", "along", "near", "at", "toward", "towards"})
BORDERS = frozenset({"border", "frontier", "boundary"})
NOUN_SOURCE = ("by", "poss", "mod")
VERB_SOURCE = ("subject",)

Actors = tuple[Actor, ...]


class Roles:
    """Fills the slots of triggers in one document."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.tree = cast.tree
        self._fixed: dict[str, Callable[[Trigger], Actors]] = {
            "owner": self._owner,
            "in-place": self.place,
            "border": self._border,
            "mod": self._modifier,
        }

    def of(self, trigger: Trigger) -> tuple[Actors, Actors]:
        """Sources and targets of a trigger; nobody stands on both sides."""
        if self.tree.pos[trigger.token] == "NOUN":
            sources, targets = self._noun(trigger)
        else:
            frame = trigger.frame
            sources = self._first(trigger, frame.source or VERB_SOURCE, places=False)
            targets = self._first(trigger, frame.target, places=True) or self._site(trigger)
        taken = {(actor.entity, actor.sector) for actor in sources}
        return sources, tuple(actor for actor in targets if (actor.entity, actor.sector) not in taken)

    def _noun(self, trigger: Trigger) -> tuple[Actors, Actors]:
        frame = trigger.frame
        source_slots = frame.source or NOUN_SOURCE
        targets: Actors = ()
        if trigger.role == "suffer" and trigger.carrier is not None:
            targets = self._tokens_actors([subject(self.tree, trigger.carrier)], places=True)
        elif trigger.role == "harm" and trigger.carrier is not None:
            targets = self._tokens_actors([*self._verb_objects(trigger.carrier)], places=True)
        own_target = tuple(slot for slot in frame.target if slot != "poss")
        targets = targets or self._first(trigger, own_target, places=True)
        if frame.patient and not targets:
            targets = self._first(trigger, ("poss",), places=False) or self._suffering(trigger)
            if targets:
                source_slots = tuple(slot for slot in source_slots if slot not in {"poss", "mod"})
        sources: Actors = ()
        if trigger.role == "do" and trigger.carrier is not None:
            sources = self._tokens_actors([agent_of(self.tree, trigger.carrier)], places=False)
        return sources or self._first(trigger, source_slots, places=False), targets

    def _suffering(self, trigger: Trigger) -> Actors:
        """People named before a noun they suffer ("the Khashoggi murder"); a state there does it ("Chinese trial")."""
        return tuple(actor for actor in self._modifier(trigger) if not self.cast.is_state(actor))

    def _verb_objects(self, verb: int) -> list[int]:
        found = self.tree.kids(verb, *OBJECT_DEPS)
        if not found and is_passive(self.tree, verb):
            patient = subject(self.tree, verb)
            return [patient] if patient is not None else []
        return found

    # slots

    def _first(self, trigger: Trigger, slots: tuple[str, ...], *, places: bool) -> Actors:
        """Actors of the first slot that holds any."""
        for slot in slots:
            fixed = self._fixed.get(slot)
            found = (
                fixed(trigger)
                if fixed is not None
                else self._tokens_actors(self.tokens(trigger, slot), places=places)
            )
            if found:
                return found
        return ()

    def _tokens_actors(self, tokens: list[int | None] | list[int], *, places: bool) -> Actors:
        out: dict[str, Actor] = {}
        for token in tokens:
            if token is None:
                continue
            found = self.cast.actors(token, sited=places)
            if not found and places:
                found = self.cast.place_countries(token)
            for actor in found:
                out.setdefault(actor.entity, actor)
        return tuple(out.values())

    def tokens(self, trigger: Trigger, slot: str) -> list[int]:
        """Tokens in a slot: see `Frame`."""
        first, _, rest = slot.partition(":")
        if rest:
            return self._chained(trigger, first, rest)
        tree, token = self.tree, trigger.token
        if slot == "subject":
            agent = agent_of(tree, token)
            return [agent] if agent is not None else []
        if slot == "object":
            return trigger.objects
        if slot == "dative":
            return self._dative(token)
        if slot == "poss":
            return tree.kids(token, "poss") or tree.kids(shared_noun(tree, token), "poss")
        return self._prep(trigger, slot)

    def _chained(self, trigger: Trigger, first: str, rest: str) -> list[int]:
        if first == "complement":
            inner = trigger.complement
            if inner is not None:
                return self.tokens(inner, rest)
            verb = next(
                (c for c in self.tree.children[trigger.token] if self.tree.dep[c] in {"xcomp", "ccomp"}), None
            )
            if verb is None:
                return []
            if rest == "object":
                return self._verb_objects(verb)
            return [o for p, o in iter_preps(self.tree, verb) if self.tree.lower[p] == rest]
        return [
            o
            for t in self.tokens(trigger, first)
            for p, o in iter_preps(self.tree, t)
            if self.tree.lower[p] == rest
        ]

    def _dative(self, verb: int) -> list[int]:
        tree = self.tree
        found = [c for c in tree.kids(verb, "dative") if tree.pos[c] != "ADP"]
        if not found and is_passive(tree, verb) and tree.kid(verb, *OBJECT_DEPS) is not None:
            receiver = subject(tree, verb)
            return [receiver] if receiver is not None else []
        return found

    def _governors(self, trigger: Trigger) -> list[int]:
        """Where the phrases of an act may hang: on its word, on the object, on the verb that carries the noun."""
        out = [trigger.token]
        for obj in trigger.objects:
            out.append(obj)
            out.extend(o for p, o in iter_preps(self.tree, obj) if self.tree.lower[p] == "of")
        if trigger.carrier is not None and trigger.role == "do":
            out.append(trigger.carrier)
        return out

    def _prep(self, trigger: Trigger, prep: str) -> list[int]:
        tree = self.tree
        out: list[int] = []
        for governor in self._governors(trigger):
            if governor == trigger.carrier and prep in {"of", "by", "to", "at"}:
                continue
            out.extend(o for p, o in iter_preps(tree, governor) if tree.lower[p] == prep and o not in out)
        if not out and prep == "of" and tree.pos[trigger.token] == "NOUN":  # "the release by Iran of two sailors"
            doers = self._prep(trigger, "by")
            out = [o for d in doers for p, o in iter_preps(tree, d) if tree.lower[p] == "of"]
        return out

    def _owner(self, trigger: Trigger) -> Actors:
        for obj in trigger.objects or [o for _, o in iter_preps(self.tree, trigger.token)]:
            found = self.cast.owner(self.cast.content(obj), sited=True)
            if found:
                return found
        return ()

    def _modifier(self, trigger: Trigger) -> Actors:
        tree = self.tree
        for noun in dict.fromkeys((trigger.token, shared_noun(tree, trigger.token))):
            for child in tree.children[noun]:
                if child < min(noun, trigger.first) and tree.dep[child] in MODIFIERS - {"poss"}:
                    found = self.cast.actors(child)
                    if found:
                        return found
        return ()

    def place(self, trigger: Trigger) -> Actors:
        """Countries of the places in which the clause puts the act."""
        tree = self.tree
        preps = STREET_PREPS if trigger.frame.crowd else PLACE_PREPS
        governors = [*self._governors(trigger)]
        if trigger.carrier is not None:
            governors.append(trigger.carrier)
        for governor in governors:
            for prep, obj in iter_preps(tree, governor):
                if tree.lower[prep] in preps:
                    found = self.cast.place_countries(obj) or self._inner_place(obj)
                    if found:
                        return found
        return ()

    def _inner_place(self, token: int) -> Actors:
        """ "at a market in Kaduna", "in the streets of Minsk"."""
        for prep, obj in iter_preps(self.tree, token):
            if self.tree.lower[prep] in {"in", "of", "near", "at"}:
                found = self.cast.place_countries(obj)
                if found:
                    return found
        return ()

    def _site(self, trigger: Trigger) -> Actors:
        """Country of the place where a thing that is hit or taken stands: "struck a depot outside Belgorod"."""
        if "object" not in trigger.frame.target:
            return ()
        sited = any(self.cast.keys(o) & self.cast.lexicon.sited for o in trigger.objects)
        return self.place(trigger) if sited else ()

    def _border(self, trigger: Trigger) -> Actors:
        tree = self.tree
        for governor in self._governors(trigger):
            for prep, obj in iter_preps(tree, governor):
                if tree.lower[prep] not in BORDER_PREPS or tree.lemma[obj] not in BORDERS:
                    continue
                for inner, other in iter_preps(tree, obj):
                    if tree.lower[inner] in {"with", "of"}:
                        found = self.cast.actors(other)
                        if found:
                            return found
                return self.cast.owner(obj)
        return ()
