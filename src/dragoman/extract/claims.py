"""Claims: what each speaker said, one record a thing pledged, asked or taken a stand on.

Sentences are walked from their root. Verbs of saying open a voice; in it, each clause is read as a
commitment, an act (support, thanks, request, blame …), an obligation put on somebody, or, failing these, an
assessment. Kinds and their limits are written down in docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.extract import claim_words as words
from dragoman.extract.actions import split_actions
from dragoman.extract.clauses import is_passive, iter_preps, subject, surface_subject
from dragoman.extract.drafts import ClaimDraft
from dragoman.extract.participants import Participants
from dragoman.extract.phrases import MAX_WORDS, Topics, items, listed_phrases
from dragoman.extract.pledges import (
    WILL,
    Commitment,
    actions_of,
    content_end,
    find_commitment,
    is_programme,
    noun_commitment,
    threat_object,
)
from dragoman.extract.stances import Performed, noun_act, verb_act
from dragoman.extract.timing import Timing
from dragoman.extract.voices import Voice, Voices, attribution_inside, trailing_attribution
from dragoman.parse.tree import Tree
from dragoman.records import Actor, ClaimKind, Document, Span, Stance, Strength

EMPHASIS = frozenset({
    "underscore", "emphasize", "emphasise", "stress", "underline", "highlight", "reiterate", "reaffirm",
    "affirm", "accent",
})  # fmt: skip
SUMMARY_SHARE = 0.75
"""Share of a lead's content words that a later pledge must repeat for the lead to be its summary."""
ANCHORED_WORDS = 4
"""Shortest action, in words, whose wording in a title is no accident."""
DETERMINERS = frozenset({"the", "a", "an", "our", "their", "its", "all", "and"})
SHORTEST = 4
"""Fewest tokens of a plain statement that says anything: "that's why" does not."""
QUOTES = frozenset({"“", "”", '"', "``", "''"})
VERBAL = frozenset({"VERB", "AUX"})
CLAUSAL = ("ccomp", "xcomp", "advcl", "conj", "parataxis", "relcl", "acl", "pcomp", "dep", "acomp")
ISSUE_HEADS = frozenset({"issue", "matter", "question", "topic"})
"""Heads that name no issue themselves: "issues related to X" is about X."""


class Claims:
    """Finds the claims of one resolved document."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.participants = participants
        self.tree = participants.tree
        self.resolved = participants.resolved
        self.timing = timing
        self.topics = Topics(participants)
        self.voices = Voices(participants)
        self.found: list[ClaimDraft] = []
        self.threats: list[tuple[int, tuple[Actor, ...], int]] = []
        """Warned-of measures: (trigger, speakers, object)."""
        self._done: set[int] = set()
        self._quoting = False
        self._list: tuple[int, Strength, tuple[Actor, ...]] | None = None
        """Cue, strength and speakers of a list of actions that is being read."""

    def find(self) -> list[ClaimDraft]:
        """All claims in text order."""
        tree = self.tree
        quote_voice: Voice | None = None
        segment = -1
        for number, (first, last) in enumerate(tree.sents):
            if tree.segment[number] != segment:
                segment, quote_voice, self._quoting = tree.segment[number], None, False
            voice = self.voices.of_sentence(number)
            if quote_voice is not None and (self._quoting or self.tree.words[first] in QUOTES):
                voice = quote_voice
            before = len(self.found)
            if not self._listed_action(number, first, last):
                self._sentence(first, last, voice)
            self._open_list(first, last, before)
            quote_voice = self._open_quote(first, last, quote_voice, before)
        merged = merge_summary(self.tree, self.found)
        anchor_in_title(self.resolved.document, merged)
        return merged

    def _open_list(self, first: int, last: int, before: int) -> None:
        """A commitment that ends in a colon opens a list of actions: "we commit to:"."""
        tree = self.tree
        if tree.lower[last - 1] != ":":
            return
        for verb in range(first, last):
            if tree.pos[verb] not in VERBAL and tree.lemma[verb] not in words.COMMITMENT_NOUNS:
                continue
            cue = find_commitment(tree, verb) or noun_commitment(tree, verb)
            strength = cue.strength if cue is not None else words.COMMITMENT_VERBS.get(tree.lemma[verb])
            if strength is not None:
                speakers = (
                    self.found[-1].speakers
                    if len(self.found) > before
                    else self.voices.of_sentence(tree.sent[first]).speakers
                )
                self._list = (verb, strength, speakers)
                return

    def _listed_action(self, number: int, first: int, last: int) -> bool:
        """An item of such a list: a paragraph that begins with an infinitive or a base form."""
        tree = self.tree
        if self._list is None:
            return False
        if number and tree.segment[number - 1] == tree.segment[number] and tree.lower[first - 1] != ":":
            return True  # a further sentence of the same item explains it
        i = first
        while i < last - 1 and (tree.pos[i] in {"PUNCT", "ADV", "SYM", "NUM", "X"} or tree.lower[i] == "to"):
            i += 1
        base_form = tree.tag[i] in {"VB", "VBP"} or (
            tree.tag[i] in {"NN", "NNP"} and tree.head[i] == i and tree.lower[i + 1] in DETERMINERS
        )
        if not base_form or tree.kids(i, "nsubj"):
            self._list = None
            return False
        cue, strength, speakers = self._list
        voice = Voice(speakers, institution=True)
        for action, areas in actions_of(tree, Commitment(cue, strength, i), content_end(tree, i, last)):
            for area in areas or [None]:
                self._pledge(Commitment(cue, strength, i), speakers, voice, action, area)
        return True

    def _sentence(self, first: int, last: int, voice: Voice) -> None:
        tree = self.tree
        behind = trailing_attribution(self.voices, first, last, voice)
        if behind is not None:
            self._done.add(behind.verb)
            content = self._main_verb(first, behind.first)
            if content is not None:
                self._proposition(content, voice.under(behind.speakers, behind.verb, behind.first))
            self._descend(behind.verb, voice, ("relcl", "advcl", "conj"))
            return
        for root in (i for i in range(first, last) if tree.head[i] == i):
            self._clause(root, voice)
        if voice.institution:
            self._roles(first, last, voice)

    def _roles(self, first: int, last: int, voice: Voice) -> None:
        """ "designated X for his role in Y": an institution's way to say that X did Y."""
        tree = self.tree
        for noun in range(first, last):
            if tree.lemma[noun] not in words.ROLE_NOUNS or tree.dep[noun] != "pobj":
                continue
            if tree.lower[tree.head[noun]] not in {"for", "to", "over", "of"}:
                continue
            for prep, obj in iter_preps(tree, noun):
                if tree.lower[prep] == "in" and set(tree.lemma[obj:last]) & words.NEGATIVE_WORDS:
                    end = min(tree.right_edge(obj) + 1, content_end(tree, obj, last))
                    blamed = [
                        i
                        for i in range(first, noun)
                        if tree.dep[i] in {"dobj", "pobj", "conj", "nsubjpass"} and self.participants.at(i)
                    ]
                    self._add(
                        "accusation", voice.speakers, voice, noun, tree.start[tree.left_edge(noun)], tree.end[max(end - 1, obj)],
                        about=self.topics.entities(obj, end), partners=self._actors(blamed),
                    )  # fmt: skip

    def _main_verb(self, first: int, last: int) -> int | None:
        """The verb that governs the most in a token range: what is said before ", said X"."""
        tree = self.tree
        verbs = [
            i
            for i in range(first, last)
            if tree.pos[i] in VERBAL and tree.dep[i] not in {"aux", "auxpass", "amod"}
        ]
        return min(verbs, key=lambda i: (len(tree.ancestors(i)), i)) if verbs else None

    def _open_quote(self, first: int, last: int, voice: Voice | None, before: int) -> Voice | None:
        """The voice of a quotation that runs past this sentence, or that the next one opens."""
        marks = [self.tree.words[i] for i in range(first, last) if self.tree.words[i] in QUOTES]
        for mark in marks:
            self._quoting = mark == "“" if mark in {"“", "”"} else not self._quoting
        new = [c for c in self.found[before:] if c.speakers]
        if new and marks:
            return Voice(new[-1].speakers, reported=True, quoted=True)
        if not marks:
            return voice if self._quoting else None
        return voice

    # walking

    def _clause(self, verb: int, voice: Voice) -> None:
        tree = self.tree
        if verb in self._done:
            return
        self._done.add(verb)
        if tree.pos[verb] not in VERBAL:
            self._descend(verb, voice, (*CLAUSAL, "appos"))
            return
        according = self._according(verb, voice)
        if according is not None:
            self._proposition(verb, according)
            return
        inner = attribution_inside(self.voices, verb)
        if inner is not None:
            speakers = self.voices.speakers(inner, voice)
            self._done.add(inner)
            if speakers:
                limit = tree.left_edge(inner) if inner > verb else None
                self._proposition(verb, voice.under(speakers, inner, limit))
                return
        if self._speech(verb, voice) or self._performs(verb, voice):
            self._descend(verb, voice, ("conj", "advcl", "relcl", "parataxis"))
            inner_verb = tree.kid(verb, "xcomp") if tree.lemma[verb] == "continue" else None
            if inner_verb is not None:  # "continue to call for X and stand ready to …"
                self._done.add(inner_verb)
                self._descend(inner_verb, voice, ("conj",))
            return
        if voice.reported or voice.institution:
            self._proposition(verb, voice)
            return
        self._descend(verb, voice, CLAUSAL)

    def _according(self, verb: int, voice: Voice) -> Voice | None:
        """ "According to X, …"."""
        tree = self.tree
        for child in tree.kids(verb, "prep", "advcl"):
            if tree.lower[child] == "according":
                for prep in tree.kids(child, "prep"):
                    speakers = self._actors(tree.kids(prep, "pobj"))
                    if speakers:
                        limit = tree.left_edge(child) if child > verb else None
                        return voice.under(speakers, child, limit)
        return None

    def _descend(self, token: int, voice: Voice, deps: Iterable[str]) -> None:
        """Go on to the clauses below a token that are not read yet."""
        tree = self.tree
        wanted = frozenset(deps)
        stack = list(tree.children[token])
        while stack:
            child = stack.pop(0)
            if tree.pos[child] in VERBAL and child not in self._done:
                if tree.dep[child] in {"relcl", "acl"} and not self._speaks(child):
                    continue
                if tree.dep[child] in wanted or tree.dep[child] in {"relcl", "acl"}:
                    self._clause(child, voice)
            elif tree.pos[child] not in VERBAL:
                stack.extend(tree.children[child])

    def _speaks(self, verb: int) -> bool:
        """Whether a relative clause reports speech ("who said that …")."""
        lemma = self.tree.lemma[verb]
        return (
            lemma in words.SPEECH_VERBS and bool(self.tree.kids(verb, "ccomp"))
        ) or lemma in words.OUTSPOKEN

    # saying

    def _speech(self, verb: int, voice: Voice) -> bool:
        """A verb of saying with a clause or a telling noun."""
        tree = self.tree
        clear = tree.lemma[verb] == "make" and any(tree.lower[c] == "clear" for c in tree.children[verb])
        if (tree.lemma[verb] not in words.SPEECH_VERBS and not clear) or is_passive(tree, verb):
            return False
        buried = self._buried_content(verb)
        contents = buried or [
            c for c in tree.kids(verb, "ccomp", "parataxis") if tree.pos[c] in VERBAL or tree.children[c]
        ]
        nouns = [] if buried else [n for o in tree.kids(verb, "dobj") for n in tree.conjuncts(o)]
        if not contents and not nouns:
            return False
        speakers = self.voices.speakers(verb, voice)
        if (
            not speakers
            and voice.institution
            and tree.lemma[verb] in EMPHASIS | {"demonstrate", "reflect", "show"}
        ):
            speakers = voice.speakers  # "today's actions reaffirm our commitment to"
        if not speakers:
            return False
        said = voice.under(speakers, verb, None)
        if not contents and find_commitment(tree, verb) is not None:
            return False
        done = False
        for content in contents:
            if tree.pos[content] in VERBAL or self._has_verbless_clause(content):
                done = True
                self._content(content, said.with_limit(self._content_limit(verb, content)))
        for noun in nouns:
            if not self._covered(noun, of=verb):
                done = self._noun(noun, verb, said) or done
        done = self._views(verb, said) or done
        agreed = self._agreed_on(verb, said)
        return done or agreed or bool(contents)

    def _buried_content(self, verb: int) -> list[int]:
        """ "reaffirmed that A and B will lead to C", where the parser took A for the object."""
        tree = self.tree
        end = tree.sents[tree.sent[verb]][1]
        if tree.kids(verb, "ccomp") or verb + 1 >= end or tree.lower[verb + 1] != "that":
            return []
        for i in range(verb + 2, end):
            if tree.pos[i] in VERBAL and tree.dep[i] not in {"aux", "auxpass", "relcl", "acl", "amod"}:
                if tree.kids(i, "aux", "auxpass") or tree.tag[i] in {"VBZ", "VBD", "VBP"}:
                    return [i]
        return []

    def _agreed_on(self, verb: int, voice: Voice) -> bool:
        """ "agreed on the need for"."""
        if self.tree.lemma[verb] != "agree":
            return False
        done = False
        for prep, obj in iter_preps(self.tree, verb):
            if self.tree.lower[prep] in {"on", "upon", "about"}:
                done = self._noun(obj, verb, voice, emphasis=True) or done
        return done

    def _has_verbless_clause(self, content: int) -> bool:
        return bool(self.tree.kids(content, "nsubj", "cop"))

    def _content_limit(self, verb: int, content: int) -> int | None:
        """Content before its verb of saying ends at the comma before it."""
        if content > verb:
            return None
        tree = self.tree
        head = subject(tree, verb)
        edges = [verb] + ([tree.left_edge(head)] if head is not None and head > content else [])
        return min(edges)

    def _content(self, verb: int, voice: Voice) -> None:
        """A content clause and the clauses coordinated with it."""
        tree = self.tree
        self._done.add(verb)
        self._proposition(verb, voice)

    def _proposition(self, verb: int, voice: Voice) -> None:
        tree = self.tree
        self._done.add(verb)
        limit = self._limit(verb, voice)
        handled = (
            self._nested(verb, voice)
            or self._commits(verb, voice, limit)
            or self._performs(verb, voice)
            or self._obliges(verb, voice, limit)
            or self._assesses(verb, voice, limit)
        )
        del handled
        for other in tree.kids(verb, "conj"):
            if (
                tree.pos[other] in VERBAL
                and other not in self._done
                and (voice.limit is None or other < voice.limit)
            ):
                if tree.kids(other, "nsubj", "nsubjpass", "expl") or not self._covered(other):
                    self._clause(
                        other, voice
                    ) if voice.institution or not voice.reported else self._proposition(other, voice)
        self._descend(verb, voice, ("advcl", "relcl", "parataxis"))

    def _covered(self, token: int, *, of: int | None = None) -> bool:
        """Whether a coordinated word already lies in an action or the evidence of a claim (of one cue, with `of`)."""
        start = self.tree.start[token]
        recent = [c for c in self.found[-12:] if of is None or c.token == of]
        return any((c.action or c.evidence).start <= start < (c.action or c.evidence).end for c in recent)

    def _views(self, verb: int, voice: Voice) -> bool:
        """ "views X as provocative": a judgement of the object."""
        tree = self.tree
        if tree.lemma[verb] not in words.VIEWING:
            return False
        for obj in tree.kids(verb, "dobj"):
            end = content_end(tree, verb, self._limit(verb, voice))
            kind, stance = self._judge(set(tree.lemma[obj:end]), own=False)
            targets = tuple(
                a
                for a in self._actors([obj, *self._owned(obj)])
                if a.country not in {s.country for s in voice.speakers}
            )
            self._add(
                kind, voice.speakers, voice, verb, tree.start[verb], tree.end[end - 1],
                stance=stance, about=self.topics.entities(obj, end), partners=targets,
            )  # fmt: skip
            return True
        return False

    def _limit(self, verb: int, voice: Voice) -> int:
        end = self.tree.sents[self.tree.sent[verb]][1]
        return min(end, voice.limit) if voice.limit is not None else end

    def _nested(self, verb: int, voice: Voice) -> bool:
        """Somebody else's words inside reported words ("said Oman had assured her that …")."""
        tree = self.tree
        if tree.lemma[verb] not in words.SPEECH_VERBS:
            return False
        return self._speech(verb, voice)

    # commitments

    def _commits(self, verb: int, voice: Voice, limit: int) -> bool:
        tree = self.tree
        backshifted = voice.cue is not None and tree.tag[voice.cue] in {"VBD", "VBN", "VBG"}
        commitment = find_commitment(tree, verb, backshifted=backshifted)
        if commitment is None:
            return False
        head = commitment.promiser if commitment.promiser is not None else subject(tree, verb)
        if head is None or not (self.voices.own_side(head, voice) or self._for_country(head, voice)):
            return False
        speakers = voice.speakers
        if voice.institution and commitment.promiser is None:
            speakers = self.voices.speakers(verb, voice) or speakers
        return self._commitment(commitment, speakers, voice, limit)

    def _for_country(self, head: int, voice: Voice) -> bool:
        """Whether somebody of unknown country commits a country, which only its own people do ("X said China would …")."""
        if not voice.reported or any(a.country for a in voice.speakers):
            return False
        return any(a.country is not None for a in self.participants.actors(head))

    def _commitment(
        self, commitment: Commitment, speakers: tuple[Actor, ...], voice: Voice, limit: int
    ) -> bool:
        tree = self.tree
        if commitment.noun is not None:
            things = [h for n in (commitment.noun, *commitment.more) for h in items(tree, n, limit)]
            nested = [h for h in things if self._tells(h)]
            plain = tuple(h for h in things if h not in nested)
            self._stand(
                Performed(commitment.cue, words.SUPPORT, plain or (commitment.noun,), ()), speakers, voice
            )
            for noun in nested:  # "commitment to X and support for Y"
                self._noun(noun, commitment.cue, replace(voice, speakers=speakers))
            return True
        if commitment.gift is not None:
            gift = commitment.gift
            end = content_end(tree, gift, limit)
            self._pledge(commitment, speakers, voice, (tree.left_edge(gift), max(end, gift + 1)), None)
            return True
        if commitment.action is None:
            return False
        self._done.add(commitment.action)
        if commitment.strength == "wish" and tree.lemma[commitment.action] in words.VERB_ACTS | dict.fromkeys(
            (*words.SPEECH_VERBS, "make")
        ):
            self._done.discard(commitment.action)
            self._clause(commitment.action, voice)  # "I'd like to thank X": thanked by saying so
            return True
        if (
            tree.lemma[commitment.cue] == "work"
            and words.VERB_ACTS.get(tree.lemma[commitment.action], words.SUPPORT).kind == "request"
        ):
            self._done.discard(commitment.action)
            self._clause(commitment.action, voice)  # "is working with X to seek their release" asks for it
            return True
        threatened = threat_object(tree, commitment)
        if threatened is not None:
            self.threats.append((commitment.action, speakers, threatened))
            return True
        if voice.institution and is_programme(tree, commitment.action) and tree.lower[commitment.cue] in WILL:
            return self._announced(commitment.action, voice)
        end = content_end(tree, commitment.action, limit)
        for (start, stop), areas in actions_of(tree, commitment, end):
            for area in areas or [None]:
                self._pledge(commitment, speakers, voice, (start, stop), area)
        return True

    def _tells(self, noun: int) -> bool:
        """Whether a coordinated noun takes a stand of its own: "… and support for Y"."""
        tree = self.tree
        if tree.lemma[noun] in words.COMMITMENT_NOUNS and any(
            tree.tag[c] == "VB" for c in tree.kids(noun, "acl")
        ):
            return True
        return tree.lemma[noun] in words.NOUN_ACTS and any(
            tree.lower[p] in {"for", "to", "about", "over"} for p in tree.kids(noun, "prep")
        )

    def _announced(self, action: int, voice: Voice) -> bool:
        """ "will travel to X to express support": the programme is no pledge, what it announces to say is a claim."""
        self._descend(action, Voice(), ("advcl", "xcomp", "conj"))
        del voice
        return True

    def _pledge(
        self,
        commitment: Commitment,
        speakers: tuple[Actor, ...],
        voice: Voice,
        action: tuple[int, int],
        area: int | None,
    ) -> None:
        tree = self.tree
        start, stop = action
        about = self._area_entity(area, stop) if area is not None else self._action_about(start, stop)
        partners = self._partners(commitment, start, stop, speakers)
        self._add(
            "pledge", speakers, voice, commitment.cue, tree.start[start], tree.end[stop - 1],
            about=about, partners=partners, strength=commitment.strength, action=Span(tree.start[start], tree.end[stop - 1]), negated=commitment.negated,
        )  # fmt: skip

    def _area_entity(self, area: int, stop: int) -> tuple[str, ...]:
        tree = self.tree
        first = area
        while (
            first - 1 >= 0
            and tree.lower[first - 1] not in {",", "in", "on", "across"}
            and tree.lower[first - 1] != "other"
        ):
            first -= 1
        while tree.lower[first] in {"and", "the"}:
            first += 1
        return (self.topics.span_entity(first, min(area + 1, stop)),)

    def _action_about(self, start: int, stop: int) -> tuple[str, ...]:
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

    def _partners(
        self, commitment: Commitment, start: int, stop: int, speakers: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        tree = self.tree
        tokens = [commitment.partner] if commitment.partner is not None else []
        for i in range(start, stop):
            if tree.lower[i] in {"with", "alongside"}:
                tokens.extend(tree.kids(i, "pobj"))
        own = {a.entity for a in speakers}
        found = self._actors(tokens)
        if found:
            return tuple(a for a in found if a.entity not in own)
        if len({a.country for a in speakers}) > 1:
            return tuple(
                self.participants.country_actor(a.country, a.spans[0])
                for a in speakers
                if a.country is not None
            )
        mentions = [i for i in range(start, stop) if self.participants.at(i) is not None]
        homes = {a.country for a in speakers}
        states = {e.id for e in self.resolved.entities if e.kind == "country"}
        return tuple(a for a in self._actors(mentions) if a.country not in homes and a.entity in states)

    # acts

    def _performs(self, verb: int, voice: Voice) -> bool:
        """A verb that does something by saying it, or commits; its own subject speaks unless it is the voice's side."""
        tree = self.tree
        if tree.pos[verb] not in VERBAL:
            return False
        head = subject(tree, verb)
        reported = voice.reported and not voice.turn
        if head is None or ((reported or voice.turn) and not self.voices.own_side(head, voice)):
            return False
        speakers = voice.speakers if reported or voice.turn else self.voices.speakers(verb, voice)
        if not speakers or self._is_hypothetical(verb):
            return False
        if not reported and not any(tree.lower[c] in WILL for c in tree.kids(verb, "aux")):
            commitment = find_commitment(tree, verb)
            if (
                commitment is not None
                and commitment.promiser is None
                and tree.lemma[verb] not in {"want", "plan", "seek", "decide", "aim", "desire", "go", "work"}
            ):
                return self._commitment(commitment, speakers, voice, self._limit(verb, voice))
        if self._rejects_report(verb, voice, speakers) or self._united(verb, voice, speakers):
            return True
        if voice.turn and self._is_courtesy(verb, head):
            return False
        act = verb_act(self.participants, verb)
        if act is None or (act.act.kind == "report" and not act.about):
            return False
        self._stand(act, speakers, voice, negated=any(tree.dep[c] == "neg" for c in tree.children[verb]))
        return True

    def _united(self, verb: int, voice: Voice, speakers: tuple[Actor, ...]) -> bool:
        """ "is united in its concern about X", "are steadfast in their support for Y", "are united in calling for Z"."""
        tree = self.tree
        done = False
        for adjective in tree.kids(verb, "acomp") if tree.lemma[verb] in {"be", "remain", "stand"} else ():
            if tree.lower[adjective] not in words.UNITED:
                continue
            for prep, obj in iter_preps(tree, adjective):
                if tree.lower[prep] == "in" and tree.pos[obj] == "NOUN":
                    done = self._noun(obj, verb, replace(voice, speakers=speakers)) or done
                elif tree.lower[prep] == "in" and tree.pos[obj] in VERBAL:
                    self._clause(obj, voice)
                    done = True
        return done

    def _rejects_report(self, verb: int, voice: Voice, speakers: tuple[Actor, ...]) -> bool:
        """ "rejected reports that …": a denial, not a stand on reports."""
        tree = self.tree
        if tree.lemma[verb] not in words.DENYING | {"reject", "dismiss"}:
            return False
        for obj in tree.kids(verb, "dobj"):
            clause = tree.kid(obj, "acl", "ccomp", "relcl")
            if tree.lemma[obj] in words.REPORT_NOUNS:
                content = clause if clause is not None else obj
                end = content_end(tree, content, self._limit(verb, voice))
                self._add(
                    "report", speakers, voice, verb, tree.start[verb], tree.end[max(end - 1, obj)],
                    about=self._about_entity(content, end), negated=True,
                )  # fmt: skip
                return True
        return False

    def _is_hypothetical(self, verb: int, voice: Voice | None = None) -> bool:
        """A clause of could and might; "would" after "said" is the speaker's "will"."""
        open_words = {"would", "could", "might", "may", "if"}
        if voice is not None and voice.cue is not None and self.tree.tag[voice.cue] in {"VBD", "VBN", "VBG"}:
            open_words -= {"would"}
        return any(self.tree.lower[c] in open_words for c in self.tree.children[verb])

    def _noun(self, noun: int, verb: int, voice: Voice, *, emphasis: bool | None = None) -> bool:
        """A noun that says something under a verb of saying."""
        tree = self.tree
        commitment = noun_commitment(tree, noun)
        limit = self._limit(verb, voice)
        if commitment is not None:
            return self._commitment(commitment, voice.speakers, voice, limit)
        strong = tree.lemma[verb] in EMPHASIS if emphasis is None else emphasis
        act = noun_act(self.participants, noun, verb, emphasis=strong)
        if act is None:
            return False
        self._stand(act, voice.speakers, voice, noun=noun)
        return True

    def _stand(
        self,
        act: Performed,
        speakers: tuple[Actor, ...],
        voice: Voice,
        *,
        noun: int | None = None,
        negated: bool = False,
    ) -> None:
        """Claims for an act: one each thing it is about."""
        tree = self.tree
        limit = self._limit(act.cue, voice)
        end = content_end(tree, max(act.cue, min(act.about, default=act.cue)), limit)
        about = self._listed_issues(act, noun, end) or list(act.about)
        if act.act.kind == "request" and about and tree.pos[about[0]] == "NOUN":
            spread = listed_phrases(tree, about[0], end)
            about = spread if len(spread) > len(about) else about
        targets = tuple(a for a in self._actors(act.targets) if a.entity not in {s.entity for s in speakers})
        start = min(tree.start[act.cue], tree.start[act.about[0]]) if act.about else tree.start[act.cue]
        stop = tree.end[max(end - 1, act.cue)]
        for head in about:
            kind, stance = act.act.kind, act.act.stance
            if noun is not None and head != noun and self._tells(head):
                self._noun(head, act.cue, replace(voice, speakers=speakers))
                continue
            if kind == "request" and tree.pos[head] in VERBAL:
                self._ask(act, head, end, start, speakers, voice, targets)
                continue
            entity = self._about_entity(head, end)
            self._add(
                kind, speakers, voice, act.cue, start, max(stop, tree.end[head]),
                stance=stance, about=entity, partners=targets, negated=negated,
                addressees=targets if kind == "request" else (),
                action=self._asked(head, end) if kind == "request" else None,
            )  # fmt: skip

    def _ask(
        self,
        act: Performed,
        head: int,
        end: int,
        start: int,
        speakers: tuple[Actor, ...],
        voice: Voice,
        targets: tuple[Actor, ...],
    ) -> None:
        """A request for each action asked for: "urged X to release them and to hold talks"."""
        tree = self.tree
        for first, last in split_actions(tree, head, max(end, head + 1)):
            self._add(
                "request", speakers, voice, act.cue, start, tree.end[last - 1],
                about=self._action_about(first, last) or (self.topics.span_entity(first, min(last, first + MAX_WORDS)),),
                partners=targets, addressees=targets, action=Span(tree.start[first], tree.end[last - 1]),
            )  # fmt: skip

    def _asked(self, head: int, end: int) -> Span | None:
        tree = self.tree
        if tree.pos[head] not in VERBAL:
            return None
        first = tree.left_edge(head)
        while first < head and tree.pos[first] in {
            "PART",
            "PUNCT",
            "PRON",
            "DET",
            "PROPN",
            "NOUN",
            "ADP",
            "SCONJ",
            "CCONJ",
        }:
            first += 1
        stop = max(end, head + 1)
        return Span(tree.start[first], tree.end[stop - 1])

    def _listed_issues(self, act: Performed, noun: int | None, end: int) -> list[int]:
        """The known issues of a list that the parser may have taken apart ("support for X on A, B and C, and for D")."""
        if (
            act.act.kind != "position"
            or noun is None
            or self.tree.lemma[noun] not in {"support", "backing", "solidarity"}
        ):
            return []
        homes = {a.country for a in self._actors(act.targets)}
        heads = self.topics.listed_issues(noun + 1, end, beside=homes)
        return heads if len(heads) >= 2 or any(self.tree.lemma[h] in ISSUE_HEADS for h in act.about) else []

    def _about_entity(self, head: int, end: int) -> tuple[str, ...]:
        tree = self.tree
        if tree.pos[head] in VERBAL:
            return self._action_about(head, max(end, head + 1)) or (
                self.topics.span_entity(*self._verb_phrase(head, end)),
            )
        mention = self.resolved.mention(head)
        if mention is not None and self.participants.at(head) is not None and not mention.group:
            return (self.participants.entity(mention).id,)
        return self.topics.entities(head, max(end, head + 1))

    def _verb_phrase(self, head: int, end: int) -> tuple[int, int]:
        last = min(max(end, head + 1), self.tree.right_edge(head) + 1, head + 12)
        return head, max(last, head + 1)

    # obligations and assessments

    def _obliges(self, verb: int, voice: Voice, limit: int) -> bool:
        """ "Oman must free them" asks Oman; "we must act" takes a stand."""
        tree = self.tree
        if tree.lemma[verb] == "be" and any(
            tree.lemma[c] in words.NECESSARY for c in tree.kids(verb, "acomp")
        ):
            clause = tree.kid(verb, "ccomp", "advcl")
            if clause is not None and subject(tree, clause) is not None:
                return self._owed(clause, clause, voice, limit, start=verb)
        modal = next(
            (c for c in tree.kids(verb, "aux") if tree.lower[c] in {"must", "should", "ought"}), None
        )
        if modal is None and not (tree.lemma[verb] in {"need", "have"} and tree.kids(verb, "xcomp")):
            return False
        action = verb if modal is not None else tree.kids(verb, "xcomp")[0]
        return self._owed(verb, action, voice, limit, modal=modal is not None)

    def _owed(
        self,
        verb: int,
        action: int,
        voice: Voice,
        limit: int,
        *,
        modal: bool = True,
        start: int | None = None,
    ) -> bool:
        tree = self.tree
        head = subject(tree, verb)
        if head is None:
            return False
        end = content_end(tree, verb, limit)
        first = start if start is not None else tree.left_edge(head) if head < verb else verb
        own = self.voices.own_side(head, voice)
        targets = () if own else self._actors([head])
        if not own and not targets and not modal:
            return False
        self._done.add(action)
        kind: ClaimKind = "request" if targets else "position"
        about = (
            self._about_entity(action, end)
            if targets
            else (self.topics.span_entity(*self._verb_phrase(action, end)),)
        )
        self._add(
            kind, voice.speakers, voice, verb, tree.start[first], tree.end[end - 1],
            stance=None if targets else "support", partners=targets, about=about, addressees=targets,
            action=Span(tree.start[action], tree.end[max(end - 1, action)]) if targets else None,
        )  # fmt: skip
        return True

    def _assesses(self, verb: int, voice: Voice, limit: int) -> bool:
        """A plain statement: what the speaker holds to be so."""
        tree = self.tree
        head = subject(tree, verb)
        if tree.dep[verb] in {"relcl", "acl"} and not voice.reported:
            return False
        if tree.dep[verb] == "advcl" and tree.kid(verb, "nsubj", "nsubjpass") is None:
            return False
        if tree.dep[verb] == "advcl" and not voice.reported:
            return False
        if head is None:
            head = surface_subject(tree, verb)
        empty = (
            head is not None and tree.lower[head] in {"there", "it"} and not self.participants.actors(head)
        )
        if head is None or (empty and not tree.kids(verb, "acomp", "attr", "ccomp")):
            return False
        if voice.turn and self._is_courtesy(verb, head):
            return False
        if (
            not voice.speakers
            or self._is_hypothetical(verb, voice)
            or (voice.institution and tree.lemma[verb] in words.UNASSESSED)
        ):
            return False
        if voice.institution and not self._is_judgement(verb, head):
            return False
        end = content_end(tree, verb, limit)
        first = min(tree.left_edge(head), verb)
        while tree.pos[first] in {"PUNCT", "CCONJ"} and first < verb:
            first += 1
        lemmas = self._core(verb, head)
        targets = tuple(
            a
            for a in self._actors([head, *self._owned(head)])
            if a.country not in {s.country for s in voice.speakers}
        )
        denied = voice.cue is not None and tree.lemma[voice.cue] in words.DENYING
        told = denied or (voice.reported and not voice.turn and self._is_told(verb))
        own = self.voices.own_side(head, voice)
        kind, stance = (
            ("report", None)
            if told and not lemmas & words.NEGATIVE_WORDS
            else self._judge(lemmas, own=own, named=bool(targets))
        )
        if voice.cue is not None and tree.lemma[voice.cue] == "hope":
            kind, stance = "position", "support"
        elif kind == "assessment" and voice.cue is not None and tree.lemma[voice.cue] in words.INFORMING:
            kind, stance = "report", None
        about = self._assessed(verb, head, end)
        if not about or end - first < SHORTEST:
            return False
        self._add(
            kind, voice.speakers, voice, voice.cue if voice.cue is not None else verb, tree.start[first], tree.end[end - 1],
            stance=stance, about=about, partners=targets or self._others(first, end, voice.speakers), negated=denied,
        )  # fmt: skip
        return True

    def _core(self, verb: int, head: int) -> set[str]:
        """Lemmas that carry a judgement: the verb, its complements and objects with their adjectives, the subject's noun."""
        tree = self.tree
        if tree.lemma[verb] in words.COUNTERING:
            return {tree.lemma[verb]}
        out = {tree.lemma[verb], tree.lemma[head]}
        stack = [
            c
            for c in tree.children[verb]
            if tree.dep[c] in {"acomp", "attr", "oprd", "dobj", "prep", "agent", "xcomp", "dep"}
        ]
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
                if depth[i] < 4 and tree.dep[c] in {
                    "amod",
                    "pobj",
                    "conj",
                    "acomp",
                    "attr",
                    "compound",
                    "prep",
                }:
                    depth[c] = depth[i] + 1
                    stack.append(c)
        return out

    def _is_courtesy(self, verb: int, head: int) -> bool:
        """Small talk of a press appearance: "it's good to have you", "we've spoken several times", "that's why"."""
        tree = self.tree
        core = {tree.lemma[c] for c in tree.kids(verb, "acomp", "attr", "advmod")}
        if tree.lower[head] in {"it", "that", "this"} and core & words.COURTESIES:
            return True
        if any(
            tree.lower[c] in {"pleased", "delighted", "honored", "glad", "happy", "proud"}
            for c in tree.kids(verb, "acomp")
        ):
            return True
        return tree.lower[head] in words.FIRST_PERSON and tree.lemma[verb] not in words.STATIVE | {
            "believe",
            "think",
        }

    def _judge(self, lemmas: set[str], *, own: bool, named: bool = True) -> tuple[ClaimKind, Stance | None]:
        wrongs = lemmas & words.NEGATIVE_WORDS
        if wrongs and not own and (named or wrongs - words.TOPIC_WRONGS):
            return "accusation", None
        if wrongs:
            return "assessment", "oppose"
        if lemmas & words.PRAISE_WORDS:
            return "assessment", "support"
        if lemmas & words.CONCERN_WORDS:
            return "assessment", "oppose"
        return "assessment", None

    def _is_told(self, verb: int) -> bool:
        """A past act told as news ("said it had arrested ten men", "three people have been killed"), not a judgement."""
        tree = self.tree
        if tree.lemma[verb] in {"be", "have", "remain", "seem", "become"}:
            return False
        aux = {tree.lower[c] for c in tree.kids(verb, "aux", "auxpass")}
        if tree.tag[verb] == "VBD" or aux & {"had", "was", "were", "been"}:
            return True
        head = subject(tree, verb)
        return bool(aux & {"has", "have"}) and head is not None and bool(self.participants.actors(head))

    def _is_judgement(self, verb: int, head: int) -> bool:
        """In an institution's own text a present-tense state or a judgement is a claim; narrated acts are not."""
        tree = self.tree
        aux = [tree.lower[c] for c in tree.kids(verb, "aux", "auxpass")]
        core = self._core(verb, head)
        if core & (words.NEGATIVE_WORDS | words.CONCERN_WORDS):
            return True
        actors = self.participants.actors(head)
        if is_passive(tree, verb) or (
            actors and tree.lemma[verb] in words.ENGAGEMENT_VERBS - {"be", "include"}
        ):
            return False
        if (
            actors and tree.lemma[verb] not in words.STATIVE
        ):  # what somebody does is news; what they are is a judgement
            return False
        if tree.lower[head] in {"you", "they", "he", "she"} or any(a in {"has", "have"} for a in aux):
            return bool(core & words.POSITIVE_WORDS)
        return tree.tag[verb] in {"VBZ", "VBP"} or "can" in aux

    def _assessed(self, verb: int, head: int, end: int) -> tuple[str, ...]:
        """What a statement is about: its subject, its object or complement and the issues it names; three at most."""
        tree = self.tree
        found: list[str] = []
        if self.participants.at(head) is None and tree.pos[head] in {"NOUN", "PROPN"}:
            found.append(self.topics.entity(head, end))
        objects = [*tree.kids(verb, "dobj", "attr"), *(o for _, o in iter_preps(tree, verb))]
        for obj in objects:
            if (
                tree.pos[obj] in {"NOUN", "PROPN"}
                and self.participants.at(obj) is None
                and obj < end
                and self.resolved.date_at[obj] < 0
            ):
                found.extend(self.topics.entities(obj, end))
        found.extend(self.topics.entity(h, end) for h in self.topics.known_issues(verb, end))
        if found:
            return tuple(dict.fromkeys(found))[:3]
        mention = self.resolved.mention(head)
        return (self.participants.entity(mention).id,) if mention is not None else ()

    # pieces

    def _owned(self, head: int) -> list[int]:
        return [
            c
            for c in self.tree.children[head]
            if self.participants.at(c) is not None and self.tree.dep[c] in {"poss", "amod", "compound"}
        ]

    def _others(self, first: int, end: int, speakers: tuple[Actor, ...]) -> tuple[Actor, ...]:
        homes = {s.country for s in speakers}
        mentions = [i for i in range(first, end) if self.participants.at(i) is not None]
        return tuple(a for a in self._actors(mentions) if a.country is not None and a.country not in homes)

    def _actors(self, tokens: Iterable[int]) -> tuple[Actor, ...]:
        found: dict[str, Actor] = {}
        for token in tokens:
            mention = self.participants.at(token)
            actors = (
                self.participants.build([mention]) if mention is not None else self.participants.actors(token)
            )
            for actor in actors:
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def _add(
        self, kind: ClaimKind, speakers: tuple[Actor, ...], voice: Voice, cue: int, start: int, stop: int, *,
        stance: Stance | None = None, about: tuple[str, ...] = (), partners: tuple[Actor, ...] = (),
        addressees: tuple[Actor, ...] = (), strength: Strength | None = None, action: Span | None = None, negated: bool = False,
    ) -> None:  # fmt: skip
        if not speakers or stop <= start:
            return
        tree = self.tree
        if voice.reported or len(speakers) > 1:
            self.voices.last = speakers
        self.found.append(
            ClaimDraft(
                kind=kind,
                speakers=speakers,
                evidence=Span(start, stop),
                token=cue,
                origin=f"claims:{tree.lemma[cue]}",
                stance=stance if kind in {"position", "assessment"} else None,
                partners=partners,
                addressees=addressees,
                about=about,
                action=action,
                strength=strength,
                cue=Span(tree.start[cue], tree.end[cue]),
                quoted=voice.quoted,
                chain=voice.chain,
                negated=negated,
                date=self.timing.reported(),
            )
        )


def merge_summary(tree: Tree, claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Join the pledges of a lead that only sums up pledges told one by one below it.

    News leads put the gist of a speech into one sentence ("A and B will widen trade and deepen ties, said X")
    and then report each pledge. Such a lead is one claim, its action the whole of what it sums up.
    """
    lead = [c for c in claims if c.kind == "pledge" and c.action is not None and c.token == claims[0].token]
    if len(lead) < 2 or lead[0] is not claims[0]:
        return claims
    later = [
        c
        for c in claims
        if c not in lead
        and c.kind == "pledge"
        and c.action is not None
        and c.speakers[0].entity == lead[0].speakers[0].entity
    ]
    if not all(any(_repeats(tree, c.action, other.action) for other in later) for c in lead):
        return claims
    first, last = lead[0].action, lead[-1].action
    if first is None or last is None:
        return claims
    lead[0].action = Span(first.start, last.end)
    lead[0].about = tuple(dict.fromkeys(a for c in lead for a in c.about))
    return [lead[0], *(c for c in claims if c not in lead)]


def anchor_in_title(document: Document, claims: list[ClaimDraft]) -> None:
    """Point a pledge that the title words exactly so at the title: the first place where the document says it.

    The evidence stays the sentence that names the speaker.
    """
    title = next((s for s in document.layout if s.kind == "title"), None)
    if title is None:
        return
    for claim in claims:
        if claim.kind == "pledge" and claim.action is not None:
            words_said = claim.action.of(document.text)
            at = document.text.find(words_said, title.start, title.end)
            if at >= 0 and len(words_said.split()) >= ANCHORED_WORDS:
                claim.action = Span(at, at + len(words_said))


def _repeats(tree: Tree, action: Span | None, other: Span | None) -> bool:
    own, more = _content_words(tree, action), _content_words(tree, other)
    return bool(own) and len(own & more) / len(own) >= SUMMARY_SHARE


def _content_words(tree: Tree, span: Span | None) -> set[str]:
    if span is None:
        return set()
    first = tree.token_at(span.start)
    out: set[str] = set()
    i = first if first is not None else len(tree)
    while i < len(tree) and tree.start[i] < span.end:
        if tree.pos[i] in {"NOUN", "PROPN", "VERB", "ADJ"}:
            out.add(tree.lemma[i])
        i += 1
    return out
