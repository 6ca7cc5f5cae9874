"""Obligations put on somebody, judgements and news: what a clause claims that neither commits nor acts."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract import claim_words as words
from dragoman.extract.claims_context import ClaimContext, Content, is_denied
from dragoman.extract.clauses import is_passive, iter_preps, subject, surface_subject
from dragoman.extract.pledges import content_end
from dragoman.extract.voices import Voice
from dragoman.parse.tree import Tree
from dragoman.records import Actor, ClaimKind, Span, Stance

SHORTEST = 4
"""Fewest tokens of a plain statement that says anything: "that's why" does not."""
CORE_DEPTH = 4
"""How far below its clause's verb a word still carries the judgement."""
COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "dobj", "prep", "agent", "xcomp", "dep"})
MODIFIERS = frozenset({"amod", "pobj", "conj", "acomp", "attr", "compound", "prep"})
BLAMED = frozenset({"dobj", "pobj", "conj", "nsubjpass"})
MOST_TOPICS = 3


@dataclass(frozen=True, slots=True)
class _Duty:
    """An obligation: the clause's verb, the act owed, whether a modal says so, where the claim starts."""

    verb: int
    action: int
    modal: bool = True
    start: int | None = None


class Judgements:
    """Reads obligations ("must"), assessments, accusations and reports."""

    def __init__(self, context: ClaimContext) -> None:
        self.context = context
        self.participants = context.participants
        self.tree = context.tree

    # obligations

    def obliges(self, verb: int, voice: Voice, limit: int) -> bool:
        """Read "Oman must free them", which asks Oman, and "we must act", which takes a stand."""
        tree = self.tree
        if tree.lemma[verb] == "be" and any(
            tree.lemma[c] in words.NECESSARY for c in tree.kids(verb, "acomp")
        ):
            clause = tree.kid(verb, "ccomp", "advcl")
            if clause is not None and subject(tree, clause) is not None:
                return self._owed(_Duty(clause, clause, start=verb), voice, limit)
        modal = next(
            (c for c in tree.kids(verb, "aux") if tree.lower[c] in {"must", "should", "ought"}), None
        )
        if modal is not None:
            return self._owed(_Duty(verb, verb), voice, limit)
        action = tree.kid(verb, "xcomp") if tree.lemma[verb] in {"need", "have"} else None
        return action is not None and self._owed(_Duty(verb, action, modal=False), voice, limit)

    def _owed(self, duty: _Duty, voice: Voice, limit: int) -> bool:
        tree, context = self.tree, self.context
        head = subject(tree, duty.verb)
        if head is None:
            return False
        end = content_end(tree, duty.verb, limit)
        first = tree.left_edge(head) if head < duty.verb else duty.verb
        own = context.voices.own_side(head, voice)
        targets = () if own else context.actors([head])
        if not own and not targets and not duty.modal:
            return False
        context.done.add(duty.action)
        start = tree.start[duty.start if duty.start is not None else first]
        if targets:
            action = Span(tree.start[duty.action], tree.end[max(end - 1, duty.action)])
            about = context.about_entity(duty.action, end)
            content = Content(
                "request", duty.verb, start, tree.end[end - 1],
                partners=targets, addressees=targets, about=about, action=action,
            )  # fmt: skip
        else:
            about = (context.topics.span_entity(*context.verb_phrase(duty.action, end)),)
            content = Content(
                "position", duty.verb, start, tree.end[end - 1], stance="support", about=about
            )  # fmt: skip
        context.add(voice, content)
        return True

    # plain statements

    def assesses(self, verb: int, voice: Voice, limit: int) -> bool:
        """Read a plain statement: what the speaker holds to be so, blames somebody for, or tells as news."""
        tree, context = self.tree, self.context
        head = self._judged_subject(verb, voice)
        if head is None:
            return False
        end = content_end(tree, verb, limit)
        first = min(tree.left_edge(head), verb)
        while tree.pos[first] in {"PUNCT", "CCONJ"} and first < verb:
            first += 1
        targets = context.strangers([head, *context.owned(head)], voice.speakers)
        kind, stance = self._kind(verb, head, voice, named=bool(targets))
        about = self._assessed(verb, head, end)
        if not about or end - first < SHORTEST:
            return False
        cue = voice.cue if voice.cue is not None else verb
        partners = targets or self._others(first, end, voice.speakers)
        content = Content(
            kind, cue, tree.start[first], tree.end[end - 1],
            stance=stance, about=about, partners=partners,
        )  # fmt: skip
        context.add(voice, content)
        return True

    def views(self, verb: int, voice: Voice) -> bool:
        """Read "views X as provocative": a judgement of the object."""
        tree, context = self.tree, self.context
        if tree.lemma[verb] not in words.VIEWING | words.CALLING:
            return False
        obj = tree.kid(verb, "dobj")
        if obj is None:
            return False
        end = content_end(tree, verb, context.limit(verb, voice))
        targets = context.strangers([obj, *context.owned(obj)], voice.speakers)
        label = self._label(verb, obj)
        if label is None and tree.lemma[verb] in words.CALLING:
            return False
        judged = tree.subtree(label) if label is not None else range(obj, end)
        named = label is None or bool(targets) or self.participants.at(obj) is not None
        kind, stance = judge({tree.lemma[i] for i in judged}, own=False, named=named)
        about = context.topics.entities(obj, end)
        content = Content(
            kind, verb, tree.start[verb], tree.end[end - 1], stance=stance, about=about, partners=targets
        )  # fmt: skip
        context.add(voice, content)
        return True

    def denial(self, verb: int, deed: int, voice: Voice) -> None:
        """Keep a denial of one's own deed: "denied shelling the village"."""
        tree, context = self.tree, self.context
        end = content_end(tree, deed, context.limit(verb, voice))
        about = context.about_entity(deed, end)
        content = Content(
            "report", verb, tree.start[verb], tree.end[max(end - 1, deed)], about=about, negated=True
        )
        context.done.add(deed)
        context.add(voice, content)

    def _label(self, verb: int, obj: int) -> int | None:
        """What an object is called: "called the vote a sham", "described it as generous"."""
        tree = self.tree
        predicate = tree.kid(verb, "oprd", "acomp", "attr")
        if predicate is not None and predicate > obj:
            return predicate
        for prep in tree.kids(verb, "prep"):
            if tree.lower[prep] == "as" and prep > obj:
                return tree.kid(prep, "pobj", "amod", "pcomp", "acomp")
        named = tree.kid(obj, "appos")
        return named if named is not None and tree.lower[named - 1] != "," else None

    def roles(self, first: int, last: int, voice: Voice) -> None:
        """Read "designated X for his role in Y", an institution's way to say that X did Y."""
        tree = self.tree
        for noun in range(first, last):
            if tree.lemma[noun] not in words.ROLE_NOUNS or tree.dep[noun] != "pobj":
                continue
            if tree.lower[tree.head[noun]] not in {"for", "to", "over", "of"}:
                continue
            for prep, obj in iter_preps(tree, noun):
                if tree.lower[prep] == "in" and set(tree.lemma[obj:last]) & words.NEGATIVE_WORDS:
                    blamed = [
                        i for i in range(first, noun) if tree.dep[i] in BLAMED and self.participants.at(i)
                    ]
                    self._role(noun, obj, last, blamed, voice)

    def _role(self, noun: int, deed: int, last: int, blamed: list[int], voice: Voice) -> None:
        tree, context = self.tree, self.context
        end = min(tree.right_edge(deed) + 1, content_end(tree, deed, last))
        about = context.topics.entities(deed, end)
        content = Content(
            "accusation", noun, tree.start[tree.left_edge(noun)], tree.end[max(end - 1, deed)],
            about=about, partners=context.actors(blamed),
        )  # fmt: skip
        context.add(voice, content)

    # which statements judge

    def _judged_subject(self, verb: int, voice: Voice) -> int | None:
        """The subject of a clause that claims something, None where it claims nothing."""
        tree = self.tree
        hypothetical = self.context.is_hypothetical(verb, voice)
        if not voice.speakers or hypothetical or self._is_background(verb, voice):
            return None
        head = subject(tree, verb)
        if head is None:
            head = surface_subject(tree, verb)
        if head is None or self._says_nothing(verb, head) or self._only_tells(verb, head, voice):
            return None
        if voice.turn and (is_courtesy(tree, verb, head) or _narrates(tree, verb, head)):
            return None
        unassessed = tree.lemma[verb] in words.UNASSESSED
        if voice.institution and (unassessed or not self._is_judgement(verb, head)):
            return None
        return head

    def _is_background(self, verb: int, voice: Voice) -> bool:
        """Relative clauses of the narrator, and adverbial ones that are his or have no subject."""
        tree = self.tree
        if tree.dep[verb] == "advcl":
            return not voice.reported or tree.kid(verb, "nsubj", "nsubjpass") is None
        return tree.dep[verb] in {"relcl", "acl"} and not voice.reported

    def _only_tells(self, verb: int, head: int, voice: Voice) -> bool:
        """Whether the clause only tells that somebody else spoke: "Oman has said otherwise"."""
        if self.tree.lemma[verb] not in words.TOLD_SPEECH or not voice.reported:
            return False
        if self.tree.lower[head] in words.FIRST_PERSON:
            return False
        speakers = {a.entity for a in voice.speakers}
        actors = self.context.participants.actors(head)
        people = {e.id for e in self.context.resolved.entities if e.kind == "person"}
        others = bool(actors) and all(a.entity in people - speakers for a in actors)
        return others or not self.context.voices.own_side(head, voice)

    def _says_nothing(self, verb: int, head: int) -> bool:
        """Whether "there" or "it" is the subject and nothing is said of it."""
        tree = self.tree
        if tree.lower[head] not in {"there", "it"} or self.participants.actors(head):
            return False
        return not tree.kids(verb, "acomp", "attr", "ccomp")

    def _is_judgement(self, verb: int, head: int) -> bool:
        """In an institution's own text a present state or a judgement is a claim; narrated acts are not."""
        tree = self.tree
        core = self._core(verb, head)
        if core & (words.NEGATIVE_WORDS | words.CONCERN_WORDS):
            return True
        if is_passive(tree, verb) or self._is_news(verb, head):
            return False
        aux = [tree.lower[c] for c in tree.kids(verb, "aux", "auxpass")]
        if tree.lower[head] in {"you", "they", "he", "she"} or any(a in {"has", "have"} for a in aux):
            return bool(core & words.POSITIVE_WORDS)
        return tree.tag[verb] in {"VBZ", "VBP"} or "can" in aux

    def _is_news(self, verb: int, head: int) -> bool:
        """Whether somebody does something: what they do is news, what they are is a judgement."""
        if not self.participants.actors(head):
            return False
        lemma = self.tree.lemma[verb]
        return lemma in words.ENGAGEMENT_VERBS - {"be", "include"} or lemma not in words.STATIVE

    def _is_told(self, verb: int) -> bool:
        """Whether a past act is told as news ("said it had arrested ten men"), not judged."""
        tree = self.tree
        if tree.lemma[verb] in {"be", "have", "remain", "seem", "become"}:
            return False
        aux = {tree.lower[c] for c in tree.kids(verb, "aux", "auxpass")}
        if tree.tag[verb] == "VBD" or aux & {"had", "was", "were", "been"}:
            return True
        head = subject(tree, verb)
        return bool(aux & {"has", "have"}) and head is not None and bool(self.participants.actors(head))

    # what they say

    def _kind(self, verb: int, head: int, voice: Voice, *, named: bool) -> tuple[ClaimKind, Stance | None]:
        """Kind and stance of a plain statement; hoping is a position, informing tells news."""
        lemmas = self._core(verb, head)
        told = is_denied(self.context, voice) or (voice.reported and not voice.turn and self._is_told(verb))
        kind: ClaimKind = "report"
        stance: Stance | None = None
        if not told or lemmas & words.NEGATIVE_WORDS:
            own = self.context.voices.own_side(head, voice)
            kind, stance = judge(lemmas, own=own, named=named)
        cue = self.tree.lemma[voice.cue] if voice.cue is not None else ""
        if cue == "hope":
            return "position", "support"
        if kind == "assessment" and cue in words.INFORMING:
            return "report", None
        return kind, stance

    def _core(self, verb: int, head: int) -> set[str]:
        """Lemmas that carry a judgement: the verb, its complements and objects, the subject's noun."""
        tree = self.tree
        if tree.lemma[verb] in words.COUNTERING:
            return {tree.lemma[verb]}
        out = {tree.lemma[verb], tree.lemma[head]}
        stack = [c for c in tree.children[verb] if tree.dep[c] in COMPLEMENTS]
        depth = dict.fromkeys(stack, 1)
        depth[head] = 2
        stack.append(head)
        while stack:
            i = stack.pop()
            if tree.lemma[i] in words.COUNTERING:
                continue
            if tree.lower[i] != "concerning":
                out.add(tree.lemma[i])
            for c in tree.children[i]:
                if depth[i] < CORE_DEPTH and tree.dep[c] in MODIFIERS:
                    depth[c] = depth[i] + 1
                    stack.append(c)
        return out

    def _assessed(self, verb: int, head: int, end: int) -> tuple[str, ...]:
        """What a statement is about: its subject, its object or complement and the issues it names."""
        tree, topics = self.tree, self.context.topics
        found: list[str] = []
        if self.participants.at(head) is None and tree.pos[head] in {"NOUN", "PROPN"}:
            found.append(topics.entity(head, end))
        objects = [*tree.kids(verb, "dobj", "attr"), *(o for _, o in iter_preps(tree, verb))]
        for obj in objects:
            noun = tree.pos[obj] in {"NOUN", "PROPN"} and self.participants.at(obj) is None
            noun = noun and tree.lower[obj] not in words.WORDS_OF
            if noun and obj < end and self.context.resolved.date_at[obj] < 0:
                found.extend(topics.entities(obj, end))
        found.extend(topics.entity(h, end) for h in topics.known_issues(verb, end))
        if found:
            return tuple(dict.fromkeys(found))[:MOST_TOPICS]
        mention = self.context.resolved.mention(head)
        return (self.participants.entity(mention).id,) if mention is not None else ()

    def _others(self, first: int, end: int, speakers: tuple[Actor, ...]) -> tuple[Actor, ...]:
        mentions = [i for i in range(first, end) if self.participants.at(i) is not None]
        return tuple(a for a in self.context.strangers(mentions, speakers) if a.country is not None)


def judge(lemmas: set[str], *, own: bool, named: bool = True) -> tuple[ClaimKind, Stance | None]:
    """Kind and stance of a statement by its words.

    Args:
        lemmas: Words that carry the judgement.
        own: Whether it is about the speaker's own side, which nobody accuses.
        named: Whether it names another party; without one, topics such as "corruption" blame nobody.
    """
    wrongs = lemmas & words.NEGATIVE_WORDS
    if wrongs and not own and (named or wrongs - words.TOPIC_WRONGS):
        return "accusation", None
    if wrongs:
        return "assessment", "oppose"
    if lemmas & words.PRAISE_WORDS:
        return "assessment", "support"
    return "assessment", "oppose" if lemmas & words.CONCERN_WORDS else None


def is_courtesy(tree: Tree, verb: int, head: int) -> bool:
    """Small talk of a press appearance: "it's good to have you", "I'm delighted", "that's why"."""
    core = {tree.lemma[c] for c in tree.kids(verb, "acomp", "attr", "advmod")}
    if tree.lower[head] in {"it", "that", "this"} and core & words.COURTESIES:
        return True
    return any(tree.lower[c] in words.GLAD for c in tree.kids(verb, "acomp"))


def _narrates(tree: Tree, verb: int, head: int) -> bool:
    """Whether a speaker tells what "I" or "we" did, and judges nothing: "we've spoken often"."""
    return tree.lower[head] in words.FIRST_PERSON and tree.lemma[verb] not in words.HOLDING_TRUE
