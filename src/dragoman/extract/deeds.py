"""Deeds: what was done, with who did it to whom, from verbs and event nouns.

Material acts, and the verbal ones that are done by a deed or a plain refusal, threat or concession. What is merely
said is a claim. Non-political text gives none: an act needs a state, an office-holder, a body or armed people on
one of its sides.
"""

from __future__ import annotations

import msgspec

from dragoman.codebooks import Codebook
from dragoman.extract.contexts import Contexts
from dragoman.extract.deeds_cast import Cast
from dragoman.extract.deeds_merge import merge_repeats
from dragoman.extract.deeds_reality import is_sport, is_unreal, status
from dragoman.extract.deeds_roles import Actors, Roles
from dragoman.extract.drafts import EventDraft
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.extract.triggers import Trigger, TriggerFinder
from dragoman.records import Span

VERBAL = frozenset({"THREATEN", "REJECT", "CONCEDE"})
"""Verbal types that deeds give; the other verbal ones come from claims."""
RULERS = frozenset({"GOV", "COP", "JUD", "LEG", "MIL"})
RULED = frozenset({"CVL", "OPP", "JRN", "LAB", "EDU", "AGR", "MED", "REL", "SOC", "PTY", "CRM", "REF"})
DOMESTIC = frozenset({"COERCE", "PROTEST", "CONCEDE", "RETREAT", "REJECT", "THREATEN", "ACCUSE"})
"""Types that rulers and ruled of one country do to each other unless the text says otherwise."""
POWER = frozenset({"COERCE", "SANCTION"})
"""Types that only power can do: a sufferer of a known country is enough."""
FORCES = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "GOV"})
CONFIDENCE = {("verb", 2): 0.8, ("verb", 1): 0.6, ("noun", 2): 0.7, ("noun", 1): 0.5}
"""Prior by the trigger's part of speech and the number of sides that are known; to be replaced by calibration."""
WEAK = 0.2
"""Taken off where the word alone says little, or also belongs to sport and business."""


def extract_deeds(participants: Participants, timing: Timing, codebook: Codebook) -> list[EventDraft]:
    """Find the deeds of a resolved document.

    Args:
        participants: The document's actors. People without a name that an act needs ("riot police") become entities.
        timing: Its dates.
        codebook: Types, modes and contexts.

    Returns:
        Drafts in text order, repeats merged. `origin` is the frame of the lexicon that decided; no place is set.

    Raises:
        TableError: If the lexicon doesn't fit the codebook.
    """
    return Deeds(participants, timing, codebook).find()


class Deeds:
    """Finds deeds in one resolved document."""

    def __init__(self, participants: Participants, timing: Timing, codebook: Codebook) -> None:
        self.lexicon = load_lexicon(codebook)
        self.codebook = codebook
        self.cast = Cast(participants, self.lexicon)
        self.tree = participants.tree
        self.resolved = participants.resolved
        self.timing = timing
        self.roles = Roles(self.cast)
        self._contexts: Contexts | None = None

    def find(self) -> list[EventDraft]:
        """All deeds in text order, repeats merged."""
        finder = TriggerFinder(self.cast, self.lexicon, self.codebook)
        drafts = []
        for senses in finder.find():
            for trigger in senses:
                if trigger.frame.words:
                    break
                draft = self._draft(trigger)
                if draft is not None:
                    drafts.append(draft)
                    finder.take(trigger)
                    break
        drafts.sort(key=lambda d: d.token)
        layout = self.resolved.document.layout
        titles = frozenset(
            n for n, segment in enumerate(self.tree.segment) if layout[segment].kind == "title"
        )
        return merge_repeats(drafts, titles, self.tree.sent)

    def _draft(self, trigger: Trigger) -> EventDraft | None:
        frame, tree = trigger.frame, self.tree
        if not self._is_deed(trigger) or is_unreal(tree, trigger, self.lexicon):
            return None
        sources, targets = self._sides(trigger)
        if not self._is_event(trigger, sources, targets):
            return None
        found, cue = ("occurred", None) if frame.said else status(tree, trigger)
        date = self.timing.date(trigger.token)
        first, last = tree.sents[tree.sent[trigger.token]]
        mutual = frame.mutual and (len(sources) > 1 or bool(targets))
        return EventDraft(
            type=frame.type,
            mode=trigger.mode,
            form=None,
            status=self.timing.status(found, date),
            sources=sources,
            targets=targets,
            trigger=self._span(trigger),
            evidence=Span(tree.start[first], tree.end[last - 1]),
            origin=frame.id,
            token=trigger.token,
            mutual=mutual,
            date=date,
            cue=cue,
            contexts=self._context(trigger, sources + targets),
            confidence=self._confidence(trigger, sources, targets),
        )

    def _is_deed(self, trigger: Trigger) -> bool:
        frame = trigger.frame
        return self.codebook.quad(frame.type) in {2, 4} or frame.type in VERBAL or frame.procedural

    # sides

    def _sides(self, trigger: Trigger) -> tuple[Actors, Actors]:
        sources, targets = self.roles.of(trigger)
        place = self.roles.place(trigger)
        country = place[0] if place else None
        if country is not None:
            sources = tuple(self.cast.in_country(a, country) for a in sources)
            targets = tuple(self.cast.in_country(a, country) for a in targets)
        if trigger.frame.crowd and not sources:
            home = country or next((a for a in targets if a.country is not None), None)
            if home is not None:
                sources = (self.cast.crowd(trigger.token, home.country),)
        if trigger.frame.crowd:
            sources = tuple(msgspec.structs.replace(a, sector=a.sector or "CVL") for a in sources)
        if trigger.frame.type in DOMESTIC or any(a.sector in {"COP", "JUD"} for a in sources):
            sources, targets = self._domestic(sources, targets), self._domestic(targets, sources)
        homes = {a.country for a in sources if a.country is not None}
        return sources, tuple(a for a in targets if a.country not in homes or not self.cast.is_state(a))

    def _domestic(self, side: Actors, other: Actors) -> Actors:
        """Nameless people take the country of the ruler, or ruled, on the other side."""
        homes = [a for a in other if a.country is not None and a.sector in RULERS | RULED]
        if len({a.country for a in homes}) != 1:
            return side
        home = homes[0]
        opposite = RULERS if home.sector in RULED else RULED if home.sector == "GOV" else RULED | {"GOV"}
        return tuple(self.cast.in_country(a, home) if a.sector in opposite else a for a in side)

    def _is_event(self, trigger: Trigger, sources: Actors, targets: Actors) -> bool:
        frame = trigger.frame
        if ("source" in frame.needs and not sources) or ("target" in frame.needs and not targets):
            return False
        if frame.mutual and len(sources) + len(targets) < 2 and self.codebook.quad(frame.type) == 2:
            return False
        if frame.states and not self._between_states(sources, targets):
            return False
        if frame.foreign and {a.country for a in sources} & {a.country for a in targets} - {None}:
            return False
        if frame.complement is not None and trigger.complement is None and trigger.mode is None and not targets:
            return False  # "threatens stability", "refused to budge"
        if self.codebook.quad(frame.type) in {1, 3} and not frame.procedural:
            if not any(self.cast.is_political(a) for a in sources):
                return False
        elif not any(self.cast.is_political(a) for a in sources + targets):
            known = sources if frame.type == "PROTEST" else targets if frame.type in POWER else ()
            return any(a.country is not None for a in known)
        if frame.loose and is_sport(self.tree, trigger.token, self.lexicon):
            return any(a.sector in FORCES for a in sources + targets)
        return True

    def _between_states(self, sources: Actors, targets: Actors) -> bool:
        here = {a.country for a in sources if a.country is not None}
        there = {a.country for a in targets if a.country is not None}
        giver = bool(here) or any(self.cast.is_political(a) for a in sources)
        taker = bool(there) or any(a.sector == "REF" or self.cast.is_political(a) for a in targets)
        return giver and taker and not here & there

    # the record's other fields

    def _span(self, trigger: Trigger) -> Span:
        """The trigger's word, with a particle that follows it."""
        tree, token = self.tree, trigger.token
        end = token
        first = trigger.first
        for child in tree.children[token]:
            if tree.dep[child] == "prt" and child == token + 1:
                end = child
        return Span(tree.start[first], tree.end[end])

    def _context(self, trigger: Trigger, actors: Actors) -> tuple[str, ...]:
        if self._contexts is None:
            self._contexts = Contexts(self.resolved, self.codebook)
        return self._contexts.of(trigger.token, trigger.frame.type, trigger.mode, actors)

    def _confidence(self, trigger: Trigger, sources: Actors, targets: Actors) -> float:
        kind = "noun" if self.tree.pos[trigger.token] == "NOUN" else "verb"
        sides = 2 if sources and (targets or trigger.frame.mutual or not trigger.frame.target) else 1
        prior = CONFIDENCE[kind, sides]
        return round(prior - WEAK, 2) if trigger.frame.weak else prior
