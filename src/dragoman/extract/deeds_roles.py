"""Who stands in the slots of a frame: source and target of a verb's or an event noun's act."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.extract.clauses import is_passive, iter_preps, subject
from dragoman.extract.deeds_cast import MODIFIERS, Actors, Cast
from dragoman.extract.deeds_conditions import OBJECT_DEPS, agent_of
from dragoman.extract.triggers import OPPRESSING, Trigger, shared_after, shared_noun
from dragoman.records import Actor

PLACE_PREPS = frozenset({"in", "at", "across", "throughout", "near", "outside", "around", "inside", "over"})
STREET_PREPS = PLACE_PREPS | {"to", "into", "onto", "on", "through"}
"""Prepositions of place for people in the street: "poured onto the streets of Tbilisi"."""
INNER_PREPS = frozenset({"in", "of", "near", "at"})
BORDER_PREPS = frozenset({"to", "on", "along", "near", "at", "toward", "towards"})
BORDERS = frozenset({"border", "frontier", "boundary"})
OWN_PREPS = frozenset({"of", "by", "to", "at"})
"""Prepositions that belong to an event noun itself, never to the verb that carries it."""
NEARNESS = frozenset({"next", "close", "adjacent"})
WEAPONS = frozenset({"drone", "aerial", "heavy-weapons", "explosives"})
"""Modes of violence whose words are things, never who uses them."""
NOUN_SOURCE = ("by", "poss", "mod")
VERB_SOURCE = ("subject",)


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
        sources, targets = (
            self._noun(trigger) if self.tree.pos[trigger.token] == "NOUN" else self._verb(trigger)
        )
        taken = {(actor.entity, actor.sector) for actor in sources}
        return sources, tuple(actor for actor in targets if (actor.entity, actor.sector) not in taken)

    def _verb(self, trigger: Trigger) -> tuple[Actors, Actors]:
        sources = self._first(trigger, trigger.frame.source or VERB_SOURCE, places=False)
        targets = self._listed(trigger) or self._first(trigger, trigger.frame.target, places=True)
        return sources, targets or self._site(trigger)

    def _listed(self, trigger: Trigger) -> Actors:
        """Who is named after the colon: "designated the following officials: X and Y"."""
        tree = self.tree
        if not any(tree.lower[c] == "following" for o in trigger.objects for c in tree.children[o]):
            return ()
        last = tree.sents[tree.sent[trigger.token]][1]
        colon = next((i for i in range(trigger.token, last) if tree.lower[i] == ":"), last)
        found: dict[str, Actor] = {}
        for i in range(colon, last):
            mention = self.cast.participants.at(i)
            if mention is not None and mention.first == i and mention.form == "name":
                for actor in self.cast.participants.build([mention]):
                    found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def _noun(self, trigger: Trigger) -> tuple[Actors, Actors]:
        frame = trigger.frame
        slots = frame.source or NOUN_SOURCE
        targets = self._carried_targets(trigger)
        targets = targets or self._first(trigger, tuple(s for s in frame.target if s != "poss"), places=True)
        if frame.patient and not targets:
            targets = self._first(trigger, ("poss",), places=False) or self._suffering(trigger)
            if targets:
                slots = tuple(slot for slot in slots if slot not in {"poss", "mod"})
        bearer = trigger.bearer
        if not targets and bearer is not None and self.tree.lemma[bearer] in OPPRESSING:
            # "silenced the students through arrests"
            targets = self._of_tokens(self._verb_objects(bearer), places=False)
        agent = agent_of(self.tree, trigger.bearer) if trigger.bearer is not None else None
        sources = self._of_tokens([agent], places=False) if agent is not None else ()
        return sources or self._first(trigger, slots, places=False), targets

    def _carried_targets(self, trigger: Trigger) -> Actors:
        """Whom the carrier verb says to suffer it: "came under attack", "the attack killed six men"."""
        if trigger.carrier is None or trigger.part == "do":
            return ()
        if trigger.part == "harm":
            return self._of_tokens(self._verb_objects(trigger.carrier), places=True)
        sufferer = subject(self.tree, trigger.carrier)
        return self._of_tokens([sufferer], places=True) if sufferer is not None else ()

    def _suffering(self, trigger: Trigger) -> Actors:
        """People named before a noun that they suffer ("the Navalny poisoning"); a state there does it."""
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
            if fixed is not None:
                found = fixed(trigger)
            else:
                found = self._of_tokens(self.tokens(trigger, slot), places=places)
            if found:
                return found
        return ()

    def _of_tokens(self, tokens: Iterable[int], *, places: bool) -> Actors:
        out: dict[str, Actor] = {}
        for token in tokens:
            found = self.cast.actors(token, sited=places)
            if not found and places:
                found = self.cast.place_countries(token)
            for actor in found:
                out.setdefault(actor.entity, actor)
        return tuple(out.values())

    def tokens(self, trigger: Trigger, slot: str) -> list[int]:
        """Tokens in a slot of `Frame`, for the slots that are no actors yet by their definition."""
        first, _, rest = slot.partition(":")
        if rest:
            return self._chained(trigger, first, rest)
        tree, token = self.tree, trigger.token
        if slot == "subject":
            agent = agent_of(tree, token)
            return self._with_partner(agent) if agent is not None else []
        if slot in {"object", "passive"}:
            return trigger.objects if slot == "object" or is_passive(tree, token) else []
        if slot == "dative":
            return self._dative(token)
        if slot == "poss":
            return tree.kids(token, "poss") or tree.kids(shared_noun(tree, token), "poss")
        return self._prep(trigger, slot)

    def _with_partner(self, agent: int) -> list[int]:
        """A possessor and the name before it that the parser kept apart: "[X] and Y's decision to"."""
        tree = self.tree
        noun = tree.head[agent]
        first = tree.head[noun]
        if tree.dep[agent] != "poss" or tree.dep[noun] != "conj" or self.cast.participants.at(first) is None:
            return [agent]
        joined = tree.kid(first, "cc")
        return [first, agent] if joined is not None and joined == tree.left_edge(noun) - 1 else [agent]

    def _chained(self, trigger: Trigger, first: str, rest: str) -> list[int]:
        """A slot of what stands in a slot: `complement:object`, `subject:between`."""
        if first != "complement":
            return [o for token in self.tokens(trigger, first) for o in self._after(token, rest)]
        if trigger.complement is not None:
            return self.tokens(trigger.complement, rest)
        verb = self.tree.kid(trigger.token, "xcomp", "ccomp")
        if verb is None:
            return []
        return self._verb_objects(verb) if rest == "object" else self._after(verb, rest)

    def _after(self, governor: int, prep: str) -> list[int]:
        return [obj for found, obj in iter_preps(self.tree, governor) if self.tree.lower[found] == prep]

    def _dative(self, verb: int) -> list[int]:
        tree = self.tree
        found = [c for c in tree.kids(verb, "dative") if tree.pos[c] != "ADP"]
        if not found and is_passive(tree, verb) and tree.kid(verb, *OBJECT_DEPS) is not None:
            receiver = subject(tree, verb)
            return [receiver] if receiver is not None else []
        return found

    def _governors(self, trigger: Trigger) -> list[int]:
        """Where an act's phrases may hang: on its word, on the object, on the verb that carries the noun."""
        out = [trigger.token]
        if self.tree.pos[trigger.token] == "NOUN":
            out += shared_after(self.tree, trigger.token)
        for obj in [c for first in trigger.objects for c in self.tree.conjuncts(first)]:
            out += [obj, *self._after(obj, "of")]
            content = self.cast.nouns.content(obj)
            if content not in out:
                out.append(content)
        if trigger.bearer is not None:
            out.append(trigger.bearer)
        out += [c for c in self.tree.kids(trigger.token, "advmod") if self.tree.lower[c] in NEARNESS]
        return out

    def _prep(self, trigger: Trigger, prep: str) -> list[int]:
        out: list[int] = []
        for governor in self._governors(trigger):
            if governor != trigger.carrier or prep not in OWN_PREPS:
                out.extend(obj for obj in self._after(governor, prep) if obj not in out)
        if not out and self.tree.pos[trigger.token] == "NOUN":
            out = self._hung_on_other(trigger, prep)
        return out

    def _hung_on_other(self, trigger: Trigger, prep: str) -> list[int]:
        """Phrases of an event noun that the parser hung on its other phrase."""
        if prep == "by":  # "the arrest of its staff by the authorities"
            return [o for patient in self._after(trigger.token, "of") for o in self._after(patient, "by")]
        if prep != "of":
            return []
        doers = self._prep(trigger, "by")  # "the release by Iran of two sailors"
        # a court's "of" says whose court it is
        others = [doer for doer in doers if self.cast.nouns.sector(doer) != "JUD"]
        return [obj for doer in others for obj in self._after(doer, "of")]

    def _owner(self, trigger: Trigger) -> Actors:
        for obj in trigger.objects or [o for _, o in iter_preps(self.tree, trigger.token)]:
            found = self.cast.owner(self.cast.nouns.content(obj), sited=True)
            if found:
                return found
        return ()

    def _modifier(self, trigger: Trigger) -> Actors:
        tree = self.tree
        for noun in dict.fromkeys((trigger.token, shared_noun(tree, trigger.token))):
            for child in tree.children[noun]:
                if child < min(noun, trigger.first) and tree.dep[child] in MODIFIERS:
                    found = () if self._is_weapon(child) else self.cast.actors(child)
                    if found:
                        return found
        return ()

    def _is_weapon(self, token: int) -> bool:
        """Whether a modifier names the means: "artillery attacks"."""
        lemma = self.tree.lemma[token]
        return any(lemma in cues for mode, cues in self.cast.lexicon.modes["violence"] if mode in WEAPONS)

    def place(self, trigger: Trigger) -> Actors:
        """Countries of the places in which the clause puts the act."""
        preps = STREET_PREPS if trigger.frame.crowd else PLACE_PREPS
        governors = self._governors(trigger)
        if trigger.carrier is not None:
            governors.append(trigger.carrier)
        for governor in governors:
            for prep, obj in iter_preps(self.tree, governor):
                if self.tree.lower[prep] in preps:
                    found = self.cast.place_countries(obj) or self._inner_place(obj)
                    if found:
                        return found
        return self._place_of_relative(trigger.token)

    def _place_of_relative(self, verb: int) -> Actors:
        """The place that "where" stands for: "in Harare, where police broke up the vigil"."""
        tree = self.tree
        where = any(tree.lower[c] == "where" for c in tree.kids(verb, "advmod"))
        if not where or tree.dep[verb] not in {"relcl", "acl"}:
            return ()
        return self.cast.place_countries(tree.head[verb])

    def _inner_place(self, token: int) -> Actors:
        """The place in a phrase of place: "at a market in Kaduna", "in the streets of Minsk"."""
        for prep, obj in iter_preps(self.tree, token):
            if self.tree.lower[prep] in INNER_PREPS:
                found = self.cast.place_countries(obj)
                if found:
                    return found
        return ()

    def _site(self, trigger: Trigger) -> Actors:
        """Country in which a thing stands that is hit or taken: "struck a depot outside Belgorod"."""
        if "object" not in trigger.frame.target:
            return ()
        sited = any(self.cast.nouns.keys(o) & self.cast.lexicon.sited for o in trigger.objects)
        return self.place(trigger) if sited else ()

    def _border(self, trigger: Trigger) -> Actors:
        """Who is beyond the border that forces are moved to: "to the border with Georgia"."""
        tree = self.tree
        for governor in self._governors(trigger):
            for prep, obj in iter_preps(tree, governor):
                if tree.lower[prep] in BORDER_PREPS and tree.lemma[obj] in BORDERS:
                    beyond = [*self._after(obj, "with"), *self._after(obj, "of")]
                    return self._of_tokens(beyond, places=False) or self.cast.owner(obj)
        return ()
