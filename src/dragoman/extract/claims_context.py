"""What the readers of claims share: the document, the claims found so far, how one is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dragoman.extract.claim_words import DENYING
from dragoman.extract.claims_quotations import Quotations
from dragoman.extract.drafts import ClaimDraft
from dragoman.extract.participants import Participants
from dragoman.extract.phrases import Topics
from dragoman.extract.pledges import Commitment
from dragoman.extract.timing import Timing
from dragoman.extract.voices import Voice, Voices
from dragoman.records import Actor, ClaimKind, Span, Stance, Strength

VERBAL = frozenset({"VERB", "AUX"})
LONGEST_VERB_PHRASE = 12
"""Tokens of a verb phrase that names what a claim is about, where no noun does."""
OPEN_WORDS = frozenset({"would", "could", "might", "may", "if"})


class Walk(Protocol):
    """The walk over a document's clauses, as its parts call back into it."""

    def clause(self, verb: int, voice: Voice) -> None:
        """Read a clause and what hangs on it."""

    def proposition(self, verb: int, voice: Voice) -> None:
        """Read a clause as the words of a known voice."""

    def descend(self, token: int, voice: Voice, deps: Iterable[str]) -> None:
        """Go on to the clauses below a token that are not read yet."""

    def commit(self, commitment: Commitment, speakers: tuple[Actor, ...], voice: Voice, limit: int) -> bool:
        """Read what a commitment promises; False where it promises nothing."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a claim says; fields as in `records.Claim`.

    `cue` is a token, `start` and `stop` bound the evidence in code points.
    """

    kind: ClaimKind
    cue: int
    start: int
    stop: int
    stance: Stance | None = None
    about: tuple[str, ...] = ()
    partners: tuple[Actor, ...] = ()
    addressees: tuple[Actor, ...] = ()
    strength: Strength | None = None
    action: Span | None = None
    negated: bool = False


class ClaimContext:
    """One document's claims under way.

    `done` holds the verbs that are read, `threats` the measures warned of as (trigger, speakers, object).
    """

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.participants = participants
        self.tree = participants.tree
        self.resolved = participants.resolved
        self.timing = timing
        self.topics = Topics(participants)
        self.voices = Voices(participants)
        self.quotations = Quotations(participants.resolved.document)
        self.found: list[ClaimDraft] = []
        self.threats: list[tuple[int, tuple[Actor, ...], int]] = []
        self.done: set[int] = set()

    def add(self, voice: Voice, content: Content) -> None:
        """Keep a claim; one without speakers or without evidence is none."""
        if not voice.speakers or content.stop <= content.start:
            return
        tree = self.tree
        self.voices.sources.keep(voice.speakers + voice.chain)
        if voice.reported or len(voice.speakers) > 1:
            self.voices.last = voice.speakers
        self.found.append(
            ClaimDraft(
                kind=content.kind,
                speakers=voice.speakers,
                evidence=Span(content.start, content.stop),
                token=content.cue,
                origin=f"claims:{tree.lemma[content.cue]}",
                stance=content.stance if content.kind in {"position", "assessment"} else None,
                partners=content.partners,
                addressees=content.addressees,
                about=content.about,
                action=content.action,
                strength=content.strength,
                cue=Span(tree.start[content.cue], tree.end[content.cue]),
                quoted=voice.quoted or self.quotations.holds(content.start, content.stop),
                chain=voice.chain,
                negated=content.negated or is_denied(self, voice),
                date=self.timing.reported(),
            )
        )

    # where content ends and whether it is read

    def limit(self, verb: int, voice: Voice) -> int:
        """Token at which content under `verb` ends at the latest: the sentence's end or the attribution."""
        end = self.tree.sents[self.tree.sent[verb]][1]
        return min(end, voice.limit) if voice.limit is not None else end

    def is_covered(self, token: int, *, of: int | None = None) -> bool:
        """Whether a coordinated word lies in an action or the evidence of a claim (of one cue, with `of`)."""
        start = self.tree.start[token]
        recent = [c for c in self.found[-12:] if of is None or c.token == of]
        return any((c.action or c.evidence).start <= start < (c.action or c.evidence).end for c in recent)

    def is_hypothetical(self, verb: int, voice: Voice | None = None) -> bool:
        """Whether a clause says could or might; "would" after "said" is the speaker's "will"."""
        told = voice is not None and is_told_in_past(self, voice)
        words = OPEN_WORDS - {"would"} if told else OPEN_WORDS
        return any(self.tree.lower[c] in words for c in self.tree.children[verb])

    # actors

    def actors(self, tokens: Iterable[int]) -> tuple[Actor, ...]:
        """Actors of the mentions at the tokens, one an entity."""
        found: dict[str, Actor] = {}
        for token in tokens:
            mention = self.participants.at(token)
            actors = (
                self.participants.build([mention]) if mention is not None else self.participants.actors(token)
            )
            for actor in actors:
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def owned(self, head: int) -> list[int]:
        """Actors that modify a noun: "Oman's plan", "the Omani plan"."""
        return [
            c
            for c in self.tree.children[head]
            if self.participants.at(c) is not None and self.tree.dep[c] in {"poss", "amod", "compound"}
        ]

    def strangers(self, tokens: Iterable[int], speakers: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Actors at the tokens that are of another country than the speakers."""
        homes = {s.country for s in speakers}
        return tuple(a for a in self.actors(tokens) if a.country not in homes)

    # what a claim is about

    def about_entity(self, head: int, end: int) -> tuple[str, ...]:
        """Entity ids of what the word `head` speaks of: an action's issues, an actor, or a phrase."""
        tree = self.tree
        if tree.pos[head] in VERBAL:
            return self.action_about(head, max(end, head + 1)) or (
                self.topics.span_entity(*self.verb_phrase(head, end)),
            )
        mention = self.resolved.mention(head)
        if mention is not None and self.participants.at(head) is not None and not mention.group:
            return (self.participants.entity(mention).id,)
        return self.topics.entities(head, max(end, head + 1))

    def action_about(self, start: int, stop: int) -> tuple[str, ...]:
        """What an action is about: the issues and initiatives it names, else its object."""
        tree = self.tree
        known = self.topics.known_issues(start, stop)
        if known:
            return tuple(dict.fromkeys(self.topics.entity(h, stop) for h in known))
        for i in range(start, stop):
            if (
                tree.dep[i] in {"dobj", "pobj", "nsubjpass"}
                and tree.pos[i] in {"NOUN", "PROPN"}
                and self.participants.at(i) is None
            ):
                return (self.topics.entity(i, stop),)
        return ()

    def verb_phrase(self, head: int, end: int) -> tuple[int, int]:
        """Token range of a verb with what follows it, cut at `LONGEST_VERB_PHRASE`."""
        last = min(max(end, head + 1), self.tree.right_edge(head) + 1, head + LONGEST_VERB_PHRASE)
        return head, max(last, head + 1)


def is_told_in_past(context: ClaimContext, voice: Voice) -> bool:
    """Whether the verb of saying is past or a participle, so that "would" stands for "will"."""
    return voice.cue is not None and context.tree.tag[voice.cue] in {"VBD", "VBN", "VBG"}


def is_denied(context: ClaimContext, voice: Voice) -> bool:
    """Whether the content stands under a verb of denial: "denied that Oman would pay"."""
    return voice.cue is not None and context.tree.lemma[voice.cue] in DENYING
