"""Meetings, calls, signings and mediation: who met whom, from verbs and from nouns alike."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract import engagement_words as words
from dragoman.extract.drafts import EventDraft
from dragoman.extract.engagements_nouns import MeetingNouns
from dragoman.extract.engagements_parties import Parties
from dragoman.extract.engagements_repeats import merge_repeats
from dragoman.extract.engagements_rounds import Rounds
from dragoman.extract.engagements_signings import Signings
from dragoman.extract.engagements_verbs import MeetingVerbs
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing


class Engagements:
    """Finds engagements (other than visits) in one resolved document."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.resolved = participants.resolved
        self.tree = participants.tree
        rounds = Rounds(Parties(participants), timing)
        self._nouns = MeetingNouns(rounds)
        self._signings = Signings(rounds)
        verbs = MeetingVerbs(rounds)
        self._verbs: dict[str, Callable[[int], list[EventDraft]]] = {"call": verbs.call}
        for group, reader in (
            (words.MEET_VERBS, verbs.meet),
            (words.TALK_VERBS, verbs.speak),
            (words.PHONE_VERBS, verbs.phone),
            (words.HOST_VERBS, verbs.host),
            (words.NEGOTIATE_VERBS, verbs.negotiate),
            (words.MEDIATE_VERBS, verbs.mediate),
            (words.SIGN_VERBS, self._signings.sign),
            (words.ISSUE_VERBS, self._signings.issue),
        ):
            self._verbs.update(dict.fromkeys(group, reader))

    def find(self) -> list[EventDraft]:
        """All engagements in text order, repeats merged."""
        tree = self.tree
        found: list[EventDraft] = []
        for i, lemma in enumerate(tree.lemma):
            if tree.pos[i] in {"VERB", "AUX"}:
                reader = self._verbs.get(lemma)
                if reader is not None:
                    found.extend(reader(i))
            elif tree.pos[i] in {"NOUN", "PROPN"}:
                if lemma.removesuffix("s") in words.MEETING_NOUNS:
                    found.extend(self._nouns.read(i))
                elif tree.lower[i] == "signing":
                    found.extend(self._signings.signing_noun(i))
        return merge_repeats(found, self.title_sentences())

    def title_sentences(self) -> frozenset[int]:
        """Sentences of the title: what they say is usually said again."""
        layout = self.resolved.document.layout
        tree = self.tree
        return frozenset(n for n, segment in enumerate(tree.segment) if layout[segment].kind == "title")
