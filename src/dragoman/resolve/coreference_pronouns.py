"""Pronouns of the third person and the referents they point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.resolve.actors_words import word_set
from dragoman.resolve.coreference_binding import (
    REFLEXIVES,
    clause_subject,
    forbidden,
    fronted_to,
    judged_for,
    matrix_subject,
)
from dragoman.resolve.coreference_discourse import Discourse, Referent
from dragoman.resolve.coreference_gender import (
    HE,
    IT,
    MANY,
    NAME,
    PERSON,
    PLACE,
    SHE,
    THEY,
    THING,
    TIME,
    WEAK,
)
from dragoman.resolve.coreference_phrases import OWNER, SUBJECT, Phrase, role_of
from dragoman.resolve.coreference_pleonastic import is_pleonastic
from dragoman.resolve.coreference_quotes import SPEECH_VERBS, Quote, source_of
from dragoman.resolve.coreference_ranking import MEMBER, SUBJECTS, Setting, Site, features

THIRD = {
    **dict.fromkeys(("he", "him", "his", "himself"), HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), SHE),
    **dict.fromkeys(("it", "its", "itself"), IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "themself"), THEY),
}
WINDOW = 4
"""How many sentences back an antecedent may lie."""

MUTE = frozenset({THING, TIME, MANY, PLACE})
"""Kinds that say nothing."""
HUMAN_VERBS = SPEECH_VERBS | word_set(
    """meet visit arrive travel fly hope want wish decide fight flee agree accept refuse attend try attempt
    know feel consider review assess examine explore reach share love hate like fear arrest accuse condemn
    thank congratulate welcome sign discuss negotiate consult marry work live die study learn teach win lose
    play buy sell eat drink walk run sit wait listen hear see watch look remember forget understand intend
    plan pay vote elect resign retire serve lead govern rule kill shoot attack protest demonstrate gather
    exchange hold seek pursue demand"""
)
"""Verbs whose subject is nearly always a person, a body or a country."""

STYLED = frozenset({"his", "her", "their"})
STYLES = word_set(
    "majesty majesties excellency highness highnesses holiness eminence royal serene imperial grace"
)
"""Words that make a style of address of the possessive before them: "His Majesty"."""

CERTAIN = 99.0
"""Score and margin of what grammar settles."""


@dataclass(slots=True)
class Choice:
    """What a pronoun was taken to stand for.

    `antecedent` is the head token of the referent's last mention before it; `margin` is the lead over the
    next best in log odds. `tried` holds every candidate with the head token of its last mention and its
    features.
    """

    token: int
    referent: Referent | None
    antecedent: int | None
    score: float = 0.0
    margin: float = 0.0
    tried: list[tuple[Referent, int, list[int]]] = field(default_factory=list)


class PronounResolver:
    """Resolves pronouns, in text order, against a growing discourse.

    Args:
        discourse: What has been spoken of; grows as the caller reads on.
        quotes: The document's quotations.
        weights: A weight a feature.
        phrases: The document's noun phrases: a fronted pronoun looks ahead.
    """

    def __init__(
        self,
        discourse: Discourse,
        quotes: Sequence[Quote],
        weights: Sequence[float],
        phrases: Sequence[Phrase],
    ) -> None:
        tree = discourse.tree
        self.tree = tree
        self.discourse = discourse
        self.quotes = quotes
        self.weights = weights
        self.ahead = {phrase.head: phrase for phrase in phrases if phrase.entities}
        quote_at = [-1] * len(tree)
        for number, quote in enumerate(quotes):
            quote_at[quote.first : quote.last] = [number] * (quote.last - quote.first)
        speakers = (source_of(tree, i) for i in range(len(tree)))
        self.setting = Setting(tree, quote_at, frozenset(s for s in speakers if s is not None))

    def resolve(self, i: int) -> Choice:
        """The referent of the pronoun at `i`, which becomes its mention; none where it has none."""
        tree = self.tree
        word = tree.lower[i]
        bit = THIRD[word]
        if (word == "it" and is_pleonastic(tree, i)) or (
            word in STYLED and tree.words[i + 1 : i + 2] and tree.lower[i + 1] in STYLES
        ):
            return Choice(i, None, None)
        choice = self._bound(i, bit) if word in REFLEXIVES else None
        if choice is None:
            choice = self._rank(self._site(i, bit))
        if choice.referent is not None:
            self._accept(i, bit, choice.referent)
        return choice

    def _accept(self, i: int, bit: int, referent: Referent) -> None:
        """Whom "she" stands for stays "she"."""
        if bit in {HE, SHE} and referent.kind in {PERSON, NAME}:
            referent.mask &= ~((HE | SHE) ^ bit)
            referent.kind = PERSON
        self.discourse.touch(referent, i, self._role(i), pronoun=True)

    def _role(self, i: int) -> int:
        return OWNER if self.tree.tag[i] == "PRP$" else role_of(self.tree, i)

    def _bound(self, i: int, bit: int) -> Choice | None:
        """A reflexive stands for its clause's subject."""
        subject = clause_subject(self.tree, self.tree.head[i])
        if subject is None:
            return None
        group = self.discourse.groups.get(subject) if bit == THEY else None
        found = group or self.discourse.of_head.get(subject)
        if found is None or not found.mask & (bit | bit << WEAK):
            return None
        return Choice(i, found, found.heads[-1], CERTAIN, CERTAIN)

    def _site(self, i: int, bit: int) -> Site:
        tree = self.tree
        role, verb, sentence = self._role(i), tree.head[i], tree.sent[i]
        speaks = i in self.setting.speakers
        return Site(
            token=i,
            bit=bit,
            sentence=sentence,
            role=role,
            quote=self.setting.quote_at[i],
            governing=None if role in SUBJECTS else clause_subject(tree, verb),
            matrix=matrix_subject(tree, i),
            fronted=fronted_to(tree, i),
            judged=judged_for(tree, i),
            speaks=speaks,
            reports=speaks and any(c < i and tree.dep[c] == "ccomp" for c in tree.children[verb]),
            acts=tree.dep[i] == "nsubj" and tree.lemma[verb] in HUMAN_VERBS,
            opens=i - tree.sents[sentence][0] < 4,
        )

    def _rank(self, site: Site) -> Choice:
        weights = self.weights
        choice = Choice(site.token, None, None)
        best = second = float("-inf")
        candidates = self.candidates(site)
        members = self._members(candidates)
        for rank, referent in enumerate(candidates):
            held = features(self.setting, site, referent, rank)
            if id(referent) in members:
                held.append(MEMBER[site.bit])
            score = sum([weights[k] for k in held])
            choice.tried.append((referent, referent.heads[-1], held))
            if score > best:
                best, second = score, best
                choice.referent, choice.antecedent = referent, referent.heads[-1]
            elif score > second:
                second = score
        choice.score, choice.margin = best, best - second
        return choice

    def _members(self, candidates: Sequence[Referent]) -> set[int]:
        """Candidates last named within another candidate: "A" in "A and B", by `id`."""
        sent = self.tree.sent
        return {
            id(part)
            for referent in candidates
            for part in referent.parts
            if part.heads and sent[part.heads[-1]] == sent[referent.heads[-1]]
        }

    def candidates(self, site: Site) -> list[Referent]:
        """Referents that agree and that nothing forbids, the most recent first."""
        bit, sent = site.bit, self.tree.sent
        wanted = bit | bit << WEAK
        banned = forbidden(self.tree, site.token, possessive=site.role == OWNER)
        speaking = self._speaking(site)
        oldest = site.sentence - WINDOW
        out = []
        for referent in reversed(self.discourse.recent.values()):
            last = sent[referent.heads[-1]]
            if last < oldest:
                break
            if not referent.mask & wanted or referent is speaking:
                continue
            if site.speaks and referent.kind in MUTE and not referent.parts:
                continue
            if last < site.sentence or not self._banned(referent, banned):
                out.append(referent)
        following = self._following(site, wanted)
        if following is not None:
            out.append(following)
        return out

    def _speaking(self, site: Site) -> Referent | None:
        """The speaker of the quotation around the pronoun, who would say "I"."""
        if site.quote < 0 or site.bit == THEY:
            return None
        speaker = self.quotes[site.quote].speaker
        return None if speaker is None else self.discourse.of_head.get(speaker)

    def _banned(self, referent: Referent, banned: set[int]) -> bool:
        sent = self.tree.sent
        here = sent[referent.heads[-1]]
        for h in reversed(referent.heads):
            if sent[h] != here:
                break
            if h in banned:
                return True
        return any(part.heads[-1] in banned for part in referent.parts if part.heads)

    def _following(self, site: Site, wanted: int) -> Referent | None:
        """The name after a fronted phrase, if nothing has spoken of it yet: "In **his** speech, Liu …"."""
        if site.fronted is None:
            return None
        phrase = self.ahead.get(site.fronted)
        if phrase is None or not phrase.mask & wanted:
            return None
        referent = self.discourse.entity_referent(phrase)
        if referent.heads:
            return None
        self.discourse.touch(referent, site.fronted, SUBJECT)
        return referent
