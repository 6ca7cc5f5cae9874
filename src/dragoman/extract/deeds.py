"""Deeds: what was done, with who did it to whom, from verbs and event nouns.

Material acts, and the verbal ones that are done by a deed or a plain refusal, threat or concession. What is
merely said is a claim. Non-political text gives none: an act needs a state, an office-holder, a body or armed
people on one of its sides.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.codebooks import Codebook
from dragoman.extract.deeds_cast import Actors, Cast
from dragoman.extract.deeds_home import Homes
from dragoman.extract.deeds_merge import merge_repeats
from dragoman.extract.deeds_reality import is_sport, is_unreal, refusal, status
from dragoman.extract.deeds_roles import Roles
from dragoman.extract.deeds_told import untold
from dragoman.extract.deeds_unlisted import Asked, Unlisted
from dragoman.extract.drafts import ClaimDraft, EventDraft
from dragoman.extract.lexicon import Frame, load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.extract.triggers import Trigger, TriggerFinder
from dragoman.models import Classification
from dragoman.records import Coding, Span, Status

VERBAL = frozenset({"THREATEN", "REJECT", "CONCEDE"})
"""Verbal types that deeds give; the other verbal ones come from claims."""
RULERS = frozenset({"GOV", "COP", "JUD", "LEG", "MIL"})
RULED = frozenset({"CVL", "OPP", "JRN", "LAB", "EDU", "AGR", "MED", "REL", "SOC", "PTY", "CRM", "REF"})
DOMESTIC = frozenset({"COERCE", "PROTEST", "CONCEDE", "RETREAT", "REJECT", "THREATEN", "ACCUSE"})
"""Types that rulers and ruled of one country do to each other unless the text says otherwise."""
HOME_FORCES = frozenset({"COP", "JUD"})
"""Sectors that act on their own country's people, whatever the type."""
POWER = frozenset({"COERCE", "SANCTION"})
"""Types that only power can do: a sufferer of a known country is enough."""
FORCES = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "GOV"})
CONFIDENCE = {("verb", 2): 0.8, ("verb", 1): 0.6, ("noun", 2): 0.7, ("noun", 1): 0.5}
"""Prior by the trigger's part of speech and the number of sides that are known, until it is calibrated."""
AIMED = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "PROTEST", "THREATEN", "REJECT", "CONCEDE", "AID", "COOPERATE"}
)
"""Types whose missing side a reading of the sentence may give."""
UNLIKELY = 0.5
"""Chance of any event below which a deed of a weak word, or of one of sport and business too, is dropped."""
TALK = 0.9
"""Least chance of an act in words that no claim and no engagement holds."""
WEAK = 0.2
"""Taken off where the word alone says little."""


def extract_deeds(
    participants: Participants,
    timing: Timing,
    codebook: Codebook,
    known: Iterable[EventDraft | ClaimDraft] | None = None,
) -> list[EventDraft]:
    """Find the deeds of a resolved document.

    Args: participants: The document's actors. People without a name that an act needs ("riot police") become
        entities. timing: Its dates. codebook: Types and modes. known: What else was read off the document;
        with it, the classifier is asked about verbs that neither these nor the lexicon use.

    Returns: Drafts in text order, repeats merged. `origin` is the frame of the lexicon that decided, or
        "classifier"; place and contexts are left open.

    Raises:
        TableError: If the lexicon doesn't fit the codebook, or the classifier is missing or damaged.
    """
    return Deeds(participants, timing, codebook).find(known)


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
        self.homes = Homes(self.cast)

    def find(self, known: Iterable[EventDraft | ClaimDraft] | None = None) -> list[EventDraft]:
        """All deeds in text order, repeats merged."""
        finder = TriggerFinder(self.cast.nouns, self.codebook)
        drafts, doubted = list[EventDraft](), list[tuple[EventDraft, Frame]]()
        for senses in finder.find():
            for trigger in senses:
                if trigger.frame.words:
                    break
                draft = self._draft(trigger)
                if draft is not None:
                    drafts.append(draft)
                    if trigger.frame.weak or trigger.frame.loose:
                        doubted.append((draft, trigger.frame))
                    finder.take(trigger)
                    break
        if known is not None:
            known = list(known)
            told = [draft for draft in known if isinstance(draft, EventDraft)]
            said = [draft for draft in known if isinstance(draft, ClaimDraft) and draft.kind != "report"]
            taken = {draft.token for draft in [*drafts, *told]} | finder.taken
            unlisted = Unlisted(self.cast, taken, {claim.token for claim in said})
            drafts = self._with_classifier(drafts, doubted, unlisted, told)
        drafts.sort(key=lambda d: d.token)
        layout = self.resolved.document.layout
        titles = frozenset(
            n for n, segment in enumerate(self.tree.segment) if layout[segment].kind == "title"
        )
        drafts = merge_repeats(drafts, titles, self.tree)
        self.cast.enter(drafts)
        return drafts

    def _with_classifier(
        self,
        drafts: list[EventDraft],
        doubted: list[tuple[EventDraft, Frame]],
        unlisted: Unlisted,
        told: list[EventDraft],
    ) -> list[EventDraft]:
        """The lexicon's deeds, targets filled and weak or loose ones judged, and those it has no word for."""
        for draft in drafts:
            if bool(draft.sources) != bool(draft.targets) and draft.type in AIMED:
                unlisted.complete(draft)
        asked = unlisted.asked()
        # of one party alone the classifier says too often that nothing joins it to another
        doubted = [(draft, frame) for draft, frame in doubted if draft.sources and draft.targets]
        answers = unlisted.answers(asked, [draft for draft, _ in doubted])
        gone = set()
        for (draft, frame), answer in zip(doubted, answers[len(asked) :], strict=True):
            if answer.event < UNLIKELY:
                gone.add(id(draft))
            elif frame.weak and answer.type == draft.type:
                draft.confidence = round(draft.confidence + WEAK, 2)
        judged = (self._judged(unlisted, one, answer) for one, answer in zip(asked, answers, strict=False))
        found = [draft for draft in judged if draft is not None]
        talk = [draft for draft in found if self._is_talk(draft.type)]
        done = [draft for draft in found if not self._is_talk(draft.type)]
        return [d for d in drafts if id(d) not in gone] + done + untold(talk, told, self.tree)

    def _is_talk(self, kind: str) -> bool:
        """Whether acts of a type are in words that claims and engagements tell of."""
        return self.codebook.quad(kind) in {1, 3} and kind not in VERBAL

    def _judged(self, unlisted: Unlisted, asked: Asked, answer: Classification) -> EventDraft | None:
        """The deed that the classifier sees in a clause, if it is sure and the rules allow it."""
        trigger = unlisted.trigger(asked, answer)
        if trigger is None:
            return None
        said = self.codebook.quad(trigger.frame.type) in {1, 3}  # to warn or refuse is done by saying so
        if not said and is_unreal(self.tree, trigger, self.lexicon):
            return None
        sides = self._settled(trigger, asked.sources, asked.targets)
        if not any(sides) or (not sides[1] and self.codebook.types[answer.type].recipient == "required"):
            return None
        if self._is_talk(answer.type) and (
            not all(sides) or answer.confidence < TALK or answer.status == "planned"
        ):
            return None  # what is planned is an engagement to come
        draft = self._drafted(trigger, sides, ("occurred", None) if said else status(self.tree, trigger))
        draft.confidence = round(answer.confidence, 2)
        if draft.status == "occurred":
            draft.status = self.timing.status(answer.status, draft.date)
        return draft

    def _draft(self, trigger: Trigger) -> EventDraft | None:
        tree = self.tree
        if not self._is_deed(trigger) or is_unreal(tree, trigger, self.lexicon):
            return None
        sides = self._sides(trigger)
        if not self._is_event(trigger, *sides):
            return None
        return self._drafted(
            trigger, sides, ("occurred", None) if trigger.frame.said else status(tree, trigger)
        )

    def _drafted(
        self, trigger: Trigger, sides: tuple[Actors, Actors], told: tuple[Status, Span | None]
    ) -> EventDraft:
        """The record of an act; `told` is its status with the word that says so."""
        frame, tree, (sources, targets), (found, cue) = trigger.frame, self.tree, sides, told
        act = Coding(frame.type, trigger.mode)
        refused = refusal(tree, trigger, act, self.codebook) if found == "negated" else None
        if refused is not None:
            act, found = refused, "occurred"
        date = self.timing.date(trigger.token)
        first, last = tree.sents[tree.sent[trigger.token]]
        return EventDraft(
            type=act.type,
            mode=act.mode,
            form=None,
            status=self.timing.status(found, date),
            sources=sources,
            targets=targets,
            trigger=self._span(trigger),
            evidence=Span(tree.start[first], tree.end[last - 1]),
            origin=frame.id,
            token=trigger.token,
            mutual=frame.mutual and (len(sources) > 1 or bool(targets)),
            date=date,
            cue=cue,
            confidence=self._confidence(trigger, sources, targets),
        )

    def _is_deed(self, trigger: Trigger) -> bool:
        frame = trigger.frame
        return self.codebook.quad(frame.type) in {2, 4} or frame.type in VERBAL or frame.procedural

    # sides

    def _sides(self, trigger: Trigger) -> tuple[Actors, Actors]:
        return self._settled(trigger, *self.roles.of(trigger))

    def _settled(self, trigger: Trigger, sources: Actors, targets: Actors) -> tuple[Actors, Actors]:
        """Both sides with what the rest of the text says of them: countries, crowds, who acts unnamed."""
        place = self.roles.place(trigger)
        if place:
            sources = tuple(self.cast.in_country(actor, place[0]) for actor in sources)
            targets = tuple(self.cast.in_country(actor, place[0]) for actor in targets)
        if trigger.frame.crowd:
            sources = self._crowd(trigger, sources, place + targets)
            if any(actor.country is not None for actor in sources):
                # where they stand is not whom they oppose
                targets = tuple(actor for actor in targets if actor not in place)
        sources = self.homes.ruling(trigger, sources, targets)
        if trigger.frame.type in DOMESTIC or any(actor.sector in HOME_FORCES for actor in sources):
            sources, targets = self._domestic(sources, targets), self._domestic(targets, sources)
        targets = self.homes.placed(trigger, sources, targets) or self._mob(trigger, sources)
        sources = self.homes.acting(trigger, sources, targets)
        homes = {actor.country for actor in sources if actor.country is not None}
        return sources, tuple(a for a in targets if a.country not in homes or not self.cast.is_bare(a))

    def _crowd(self, trigger: Trigger, sources: Actors, near: Actors) -> Actors:
        """Who protests: where no noun says, people of the place or of the government they protest against."""
        sources = tuple(actor for actor in sources if actor.sector not in RULERS)
        if sources:
            return tuple(msgspec.structs.replace(actor, sector=actor.sector or "CVL") for actor in sources)
        home = next((actor.country for actor in near if actor.country is not None), None)
        return (self.cast.crowd(trigger.token, home),) if home is not None else ()

    def _mob(self, trigger: Trigger, sources: Actors) -> Actors:
        """Whom a government strikes when it "repressed the protests" or "responded with violence"."""
        homes = {actor.country for actor in sources if actor.sector in RULERS or self.cast.is_state(actor)}
        home = next(iter(homes), None)
        if not trigger.frame.mob or home is None or len(homes) > 1:
            return ()
        return (self.cast.crowd(trigger.token, home),)

    def _domestic(self, side: Actors, other: Actors) -> Actors:
        """Nameless people take the country of the ruler, or the ruled, on the other side."""
        homes = [actor for actor in other if actor.country is not None and actor.sector in RULERS | RULED]
        if len({actor.country for actor in homes}) != 1:
            return side
        home = homes[0]
        opposite = RULERS if home.sector in RULED else RULED if home.sector == "GOV" else RULED | {"GOV"}
        return tuple(self.cast.in_country(a, home) if a.sector in opposite else a for a in side)

    # what counts

    def _is_event(self, trigger: Trigger, sources: Actors, targets: Actors) -> bool:
        frame = trigger.frame
        if ("source" in frame.needs and not sources) or ("target" in frame.needs and not targets):
            return False
        if self._is_background(trigger, targets) or self._is_nobodys(frame, sources + targets):
            return False
        if not self._sides_fit(trigger, sources, targets) or not self._is_political(
            trigger, sources, targets
        ):
            return False
        if frame.loose and is_sport(self.tree, trigger.token, self.lexicon):
            return any(actor.sector in FORCES for actor in sources + targets)
        return True

    def _is_background(self, trigger: Trigger, targets: Actors) -> bool:
        """A participle that only says which people are meant: "persons designated under this order"."""
        meant = self.tree.dep[trigger.token] in {"acl", "amod"} and self.tree.tag[trigger.token] == "VBN"
        return meant and trigger.frame.type == "SANCTION" and all(map(self.cast.is_nameless, targets))

    def _is_nobodys(self, frame: Frame, actors: Actors) -> bool:
        """An act of power on people of no known country by nobody known is no event."""
        return frame.type in POWER and all(a.country is None and self.cast.is_nameless(a) for a in actors)

    def _sides_fit(self, trigger: Trigger, sources: Actors, targets: Actors) -> bool:
        frame = trigger.frame
        if frame.mutual and self.codebook.quad(frame.type) == 2 and len(sources) + len(targets) < 2:
            return False
        if frame.states and not self._between_states(sources, targets):
            return False
        if frame.foreign and {a.country for a in sources} & {a.country for a in targets} - {None}:
            return False
        # "threatens stability", "refused to budge"
        aimless = frame.complement is not None and trigger.complement is None and trigger.mode is None
        return bool(targets) or not aimless

    def _is_political(self, trigger: Trigger, sources: Actors, targets: Actors) -> bool:
        frame = trigger.frame
        if self.codebook.quad(frame.type) in {1, 3} and not frame.procedural:
            return any(self.cast.is_political(actor) for actor in sources)
        if any(self.cast.is_political(actor) for actor in sources + targets):
            return True
        if self.homes.is_official and not all(map(self.cast.is_nameless, targets)):
            return True  # a government writes of it
        known = sources if frame.type == "PROTEST" else targets if frame.type in POWER else ()
        return any(actor.country is not None for actor in known) or self.homes.are_settled(trigger, targets)

    def _between_states(self, sources: Actors, targets: Actors) -> bool:
        here = {actor.country for actor in sources if actor.country is not None}
        there = {actor.country for actor in targets if actor.country is not None}
        giver = bool(here) or any(self.cast.is_political(actor) for actor in sources)
        taker = bool(there) or any(a.sector == "REF" or self.cast.is_political(a) for a in targets)
        return giver and taker and not here & there

    # the record's other fields

    def _span(self, trigger: Trigger) -> Span:
        """The trigger's words, with a particle that follows."""
        tree, token = self.tree, trigger.token
        particle = tree.kid(token, "prt")
        last = particle if particle == token + 1 else token
        return Span(tree.start[trigger.first], tree.end[last])

    def _confidence(self, trigger: Trigger, sources: Actors, targets: Actors) -> float:
        kind = "noun" if self.tree.pos[trigger.token] == "NOUN" else "verb"
        both = bool(sources) and (bool(targets) or trigger.frame.mutual or not trigger.frame.target)
        prior = CONFIDENCE[kind, 2 if both else 1]
        return round(prior - WEAK, 2) if trigger.frame.weak else prior
