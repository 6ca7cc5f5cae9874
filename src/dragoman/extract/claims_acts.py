"""Positions, requests, thanks and blame: what somebody does by a verb, adjective or noun that says it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.extract import claim_words as words
from dragoman.extract.actions import split_actions
from dragoman.extract.claims_context import VERBAL, ClaimContext, Content, Walk
from dragoman.extract.claims_judgements import is_courtesy
from dragoman.extract.clauses import is_passive, iter_preps, subject
from dragoman.extract.phrases import MAX_WORDS, listed_phrases
from dragoman.extract.pledges import WILL, Commitment, content_end, find_commitment, noun_commitment
from dragoman.extract.stances import Performed, noun_act, verb_act
from dragoman.extract.voices import Voice
from dragoman.records import Actor, Span

ISSUE_HEADS = frozenset({"issue", "matter", "question", "topic"})
"""Heads that name no issue themselves: "issues related to X" is about X."""
HEARSAY = frozenset({"say", "report", "believe", "think", "understand", "expect", "consider", "allege"})
"""Passive verbs whose infinitive is told by others."""
HELPED = frozenset({"support", "back"})
"""Verbs that as a purpose tell of help given: "paid for tents to support refugees" takes no stand."""
OWN_WISHES = frozenset({"want", "plan", "seek", "decide", "aim", "desire", "go", "work"})
"""Commitment verbs that, in a narrator's or an institution's voice, are no pledge of their subject."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """An act with its voice and evidence, one claim each thing it is about."""

    act: Performed
    voice: Voice
    noun: int | None
    start: int
    end: int
    targets: tuple[Actor, ...]
    negated: bool


class Acts:
    """Reads what clauses and nouns do by saying it."""

    def __init__(self, context: ClaimContext, walk: Walk) -> None:
        self.context = context
        self.walk = walk
        self.tree = context.tree

    def performs(self, verb: int, voice: Voice) -> bool:
        """A verb that acts or commits by being said; its own subject speaks unless it is the voice's side."""
        tree = self.tree
        if tree.pos[verb] not in VERBAL:
            return False
        head = subject(tree, verb)
        attributed = voice.reported or voice.turn
        if head is None or (attributed and self._is_other(verb, head, voice)):
            return head is not None and self._told_of_others(verb, head, voice)
        speakers = voice.speakers if attributed else self.context.voices.speakers(verb, voice)
        if not speakers or self.context.is_hypothetical(verb) or self._is_hearsay(verb) or self._is_aim(verb):
            return False
        commitment = self._own_commitment(verb, voice)
        if commitment is not None:
            return self.walk.commit(commitment, speakers, voice, self.context.limit(verb, voice))
        if self._rejects_report(verb, replace(voice, speakers=speakers)):
            return True
        return self._united(verb, voice, speakers) or self._acts(verb, head, voice, speakers)

    def noun(self, noun: int, verb: int, voice: Voice, *, emphasis: bool | None = None) -> bool:
        """A noun that says something under a verb of saying: "expressed concern about"."""
        tree = self.tree
        commitment = noun_commitment(tree, noun)
        if commitment is not None:
            return self.walk.commit(commitment, voice.speakers, voice, self.context.limit(verb, voice))
        strong = tree.lemma[verb] in words.EMPHASIS if emphasis is None else emphasis
        act = noun_act(self.context.participants, noun, verb, emphasis=strong)
        if act is None:
            return False
        self.stand(act, voice, noun=noun)
        return True

    def stand(self, act: Performed, voice: Voice, *, noun: int | None = None, negated: bool = False) -> None:
        """Claims for an act: one each thing it is about."""
        tree, context = self.tree, self.context
        end = content_end(tree, max(act.cue, min(act.about, default=act.cue)), context.limit(act.cue, voice))
        about = self._things(act, noun, end)
        own = {s.entity for s in voice.speakers}
        targets = tuple(a for a in context.actors(act.targets) if a.entity not in own)
        start = min(tree.start[act.cue], tree.start[act.about[0]]) if act.about else tree.start[act.cue]
        stand = _Stand(act, voice, noun, start, end, targets, negated)
        for head in about:
            self._about(stand, head)

    def tells(self, noun: int) -> bool:
        """Whether a coordinated noun takes a stand of its own: "… and support for Y"."""
        tree = self.tree
        if tree.lemma[noun] in words.COMMITMENT_NOUNS and any(
            tree.tag[c] == "VB" for c in tree.kids(noun, "acl")
        ):
            return True
        return tree.lemma[noun] in words.NOUN_ACTS and any(
            tree.lower[p] in {"for", "to", "about", "over"} for p in tree.kids(noun, "prep")
        )

    # verbs

    def _is_other(self, verb: int, head: int, voice: Voice) -> bool:
        """Whether the subject is not the voice's side, or another person of it: "the Secretary urged"."""
        if not self.context.voices.own_side(head, voice):
            return True
        speakers = {a.entity for a in voice.speakers}
        actors = self.context.participants.actors(head)
        if self.tree.lemma[verb] == "announce" and self.tree.lower[head] not in words.FIRST_PERSON:
            return bool(actors) and all(a.entity not in speakers for a in actors)
        people = {e.id for e in self.context.resolved.entities if e.kind == "person"}
        return bool(actors) and all(a.entity in people - speakers for a in actors)

    def _told_of_others(self, verb: int, head: int, voice: Voice) -> bool:
        """Read "X said Kenya had condemned the raid": Kenya condemns, and X tells of it.

        Only outspoken acts of somebody who is named are so read; all else is X's own statement.
        """
        tree = self.tree
        outspoken = tree.lemma[verb] in words.TOLD_ACTS or any(
            (tree.lemma[verb], tree.lower[prep]) in words.CALLS for prep in tree.kids(verb, "prep")
        )
        if not outspoken or tree.lower[head] in words.SECOND_PERSON or self.context.is_hypothetical(verb):
            return False
        if any(
            tree.lower[c] in WILL or tree.lower[c] in words.OBLIGING_MODALS for c in tree.kids(verb, "aux")
        ):
            return False
        others = self.context.participants.actors(head)
        return bool(others) and self._acts(verb, head, voice.under(others, verb, voice.limit), others)

    def _is_aim(self, verb: int) -> bool:
        """Whether a verb only says what something else is done for."""
        tree = self.tree
        return tree.dep[verb] == "advcl" and tree.tag[verb] == "VB" and tree.lemma[verb] in HELPED

    def _is_hearsay(self, verb: int) -> bool:
        """Whether others say that the subject does it: "is said to support the plan"."""
        tree = self.tree
        governor = tree.head[verb]
        return tree.dep[verb] == "xcomp" and tree.lemma[governor] in HEARSAY and is_passive(tree, governor)

    def _own_commitment(self, verb: int, voice: Voice) -> Commitment | None:
        """What the clause's subject itself commits to, outside reported speech."""
        tree = self.tree
        if voice.reported and not voice.turn:
            return None
        if any(tree.lower[c] in WILL for c in tree.kids(verb, "aux")) or tree.lemma[verb] in OWN_WISHES:
            return None
        commitment = find_commitment(tree, verb)
        return commitment if commitment is not None and commitment.promiser is None else None

    def _acts(self, verb: int, head: int, voice: Voice, speakers: tuple[Actor, ...]) -> bool:
        tree = self.tree
        act = verb_act(self.context.participants, verb)
        stands = act is not None and act.act.kind in {"position", "accusation"} and tree.lower[head] == "we"
        if voice.turn and ((tree.tag[verb] == "VBD" and not stands) or is_courtesy(tree, verb, head)):
            return (
                False  # "I asked him to sit down" tells, "we ask them to leave" asks, "we condemned" stands
            )
        if act is None or (act.act.kind == "report" and not act.about):
            return False
        owed = any(tree.lower[c] in words.OBLIGING_MODALS for c in tree.kids(verb, "aux"))
        if owed and (act.act.kind == "request" or tree.lower[head] not in words.FIRST_PERSON):
            return False  # "Oman should urge others" urges nobody yet; "we must condemn" condemns
        negated = any(tree.dep[c] == "neg" for c in tree.children[verb])
        self.stand(act, replace(voice, speakers=speakers), negated=negated)
        return True

    def _united(self, verb: int, voice: Voice, speakers: tuple[Actor, ...]) -> bool:
        """Read "is united in its concern about X" and "are united in calling for Z"."""
        tree = self.tree
        done = False
        for adjective in tree.kids(verb, "acomp") if tree.lemma[verb] in {"be", "remain", "stand"} else ():
            if tree.lower[adjective] not in words.UNITED:
                continue
            for prep, obj in iter_preps(tree, adjective):
                if tree.lower[prep] == "in" and tree.pos[obj] == "NOUN":
                    done = self.noun(obj, verb, replace(voice, speakers=speakers)) or done
                elif tree.lower[prep] == "in" and tree.pos[obj] in VERBAL:
                    self.walk.clause(obj, voice)
                    done = True
        return done

    def _rejects_report(self, verb: int, voice: Voice) -> bool:
        """Read "rejected reports that …": a denial, not a stand on reports."""
        tree, context = self.tree, self.context
        if tree.lemma[verb] not in words.DENYING | {"reject", "dismiss"}:
            return False
        for obj in tree.kids(verb, "dobj"):
            if tree.lemma[obj] not in words.REPORT_NOUNS:
                continue
            clause = tree.kid(obj, "acl", "ccomp", "relcl")
            content = clause if clause is not None else obj
            end = content_end(tree, content, context.limit(verb, voice))
            about = context.about_entity(content, end)
            start, stop = tree.start[verb], tree.end[max(end - 1, obj)]
            context.add(voice, Content("report", verb, start, stop, about=about, negated=True))
            return True
        return False

    # one claim a thing

    def _things(self, act: Performed, noun: int | None, end: int) -> list[int]:
        """Heads of what an act is about, lists that the parser took apart included."""
        tree = self.tree
        about = self._listed_issues(act, noun, end) or list(act.about)
        if act.act.kind == "request" and about and tree.pos[about[0]] == "NOUN":
            spread = listed_phrases(tree, about[0], end)
            about = spread if len(spread) > len(about) else about
        return about

    def _listed_issues(self, act: Performed, noun: int | None, end: int) -> list[int]:
        """The known issues of a list ("support for X on A, B and C, and for D")."""
        lemma = self.tree.lemma
        if act.act.kind != "position" or noun is None:
            return []
        if lemma[noun] not in {"support", "backing", "solidarity"}:
            return []
        homes = {a.country for a in self.context.actors(act.targets)}
        heads = self.context.topics.listed_issues(noun + 1, end, beside=homes)
        return heads if len(heads) >= 2 or any(lemma[h] in ISSUE_HEADS for h in act.about) else []

    def _about(self, stand: _Stand, head: int) -> None:
        tree, context = self.tree, self.context
        act, kind = stand.act, stand.act.act.kind
        if stand.noun is not None and head != stand.noun and self.tells(head):
            self.noun(head, act.cue, stand.voice)
            return
        if kind == "request" and tree.pos[head] in VERBAL:
            self._ask(stand, head)
            return
        about = context.about_entity(head, stand.end)
        stop = max(tree.end[max(stand.end - 1, act.cue)], tree.end[head])
        content = Content(
            kind, act.cue, stand.start, stop,
            stance=act.act.stance, about=about, partners=stand.targets, negated=stand.negated,
            addressees=stand.targets if kind == "request" else (),
        )  # fmt: skip
        context.add(stand.voice, content)

    def _ask(self, stand: _Stand, head: int) -> None:
        """A request for each action asked for: "urged X to release them and to hold talks"."""
        tree, context = self.tree, self.context
        for first, last in split_actions(tree, head, max(stand.end, head + 1)):
            about = context.action_about(first, last) or (
                context.topics.span_entity(first, min(last, first + MAX_WORDS)),
            )
            content = Content(
                "request", stand.act.cue, stand.start, tree.end[last - 1],
                about=about, partners=stand.targets, addressees=stand.targets,
                action=Span(tree.start[first], tree.end[last - 1]),
            )  # fmt: skip
            context.add(stand.voice, content)
