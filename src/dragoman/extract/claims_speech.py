"""Verbs of saying: who says it, and the clauses and nouns that hold what is said."""

from __future__ import annotations

from dragoman.extract import claim_words as words
from dragoman.extract.claims_acts import Acts
from dragoman.extract.claims_context import VERBAL, ClaimContext, Walk
from dragoman.extract.claims_judgements import Judgements
from dragoman.extract.clauses import is_passive, iter_preps, subject
from dragoman.extract.pledges import find_commitment
from dragoman.extract.voices import ISSUED, Voice
from dragoman.records import Actor

QUOTING = frozenset({"quote", "cite"})
NOT_CLAUSES = frozenset({"aux", "auxpass", "relcl", "acl", "amod"})


class Speech:
    """Reads verbs of saying."""

    def __init__(self, context: ClaimContext, walk: Walk, acts: Acts, judgements: Judgements) -> None:
        self.context = context
        self.walk = walk
        self.acts = acts
        self.judgements = judgements
        self.tree = context.tree

    def says(self, verb: int, voice: Voice) -> bool:
        """A verb of saying with a clause or a telling noun."""
        tree = self.tree
        if tree.lemma[verb] in QUOTING and not is_passive(tree, verb):
            return self._quotes(verb, voice)
        if not self._is_saying(verb):
            return False
        buried = self._buried_content(verb)
        contents = buried or [
            c for c in tree.kids(verb, "ccomp", "parataxis") if tree.pos[c] in VERBAL or tree.children[c]
        ]
        nouns = [] if buried else [n for o in tree.kids(verb, "dobj") for n in tree.conjuncts(o)]
        contents += self._in_messages(nouns)
        denied = [d for d in tree.kids(verb, "xcomp") if tree.lemma[verb] in words.DENYING]
        speakers = self._speakers(verb, voice) if contents or nouns or denied else ()
        if contents and (self._is_unsaid(verb) or (not speakers and self._speaks_for_itself(verb))):
            self.context.done.update(contents)  # nobody says it, or somebody unknown
            return True
        if not speakers or (not contents and find_commitment(tree, verb) is not None):
            return False
        said = voice.under(speakers, verb, None)
        for content in contents:
            if tree.pos[content] in VERBAL or tree.kids(content, "nsubj", "cop"):
                self.walk.proposition(content, said.with_limit(self._content_limit(verb, content)))
        told = [
            self.acts.noun(noun, verb, said) for noun in nouns if not self.context.is_covered(noun, of=verb)
        ]
        viewed = self.judgements.views(verb, said) or self._denies_doing(verb, said)
        agreed = self._agreed_on(verb, said)
        return bool(contents) or any(told) or viewed or agreed

    def speaks(self, verb: int) -> bool:
        """Whether a relative clause reports speech ("who said that …")."""
        lemma = self.tree.lemma[verb]
        tree = self.tree
        reports = lemma in words.SPEECH_VERBS and bool(tree.kids(verb, "ccomp"))
        calls = any((lemma, tree.lower[p]) in words.CALLS for p in tree.kids(verb, "prep"))
        stands = lemma in words.EMPHASIS | {"express", "voice", "convey"} and any(
            tree.lemma[n] in words.NOUN_ACTS for n in tree.kids(verb, "dobj")
        )
        return reports or calls or stands or lemma in words.OUTSPOKEN | words.DENYING

    def _is_saying(self, verb: int) -> bool:
        """Whether it is an active verb of saying, or "make clear"."""
        tree = self.tree
        clear = tree.lemma[verb] == "make" and any(tree.lower[c] == "clear" for c in tree.children[verb])
        says = tree.lemma[verb] in words.SPEECH_VERBS | words.CALLING
        return (clear or says) and not is_passive(tree, verb)

    def _quotes(self, verb: int, voice: Voice) -> bool:
        """Read "quoted X as saying that …": X speaks, whoever quotes stands in the chain."""
        tree = self.tree
        said = [s for p, s in iter_preps(tree, verb) if tree.lower[p] == "as" and tree.tag[s] == "VBG"]
        speakers = self.context.actors(tree.kids(verb, "dobj")) if said else ()
        if not speakers:
            return False
        quoting = self.context.voices.speakers(verb, voice)
        outer = voice.under(quoting, verb, None) if quoting else voice
        done = False
        for saying in said:
            self.context.done.add(saying)
            for content in tree.kids(saying, "ccomp"):
                self.walk.proposition(content, outer.under(speakers, saying, None))
                done = True
        return done

    def _speakers(self, verb: int, voice: Voice) -> tuple[Actor, ...]:
        speakers = self.context.voices.speakers(verb, voice)
        if not speakers and voice.speakers and self._says_himself(verb):
            return voice.speakers
        if not speakers and voice.institution and self.tree.lemma[verb] in words.SHOWING:
            return voice.speakers
        return speakers

    def _is_unsaid(self, verb: int) -> bool:
        """Whether the words are not said: "did not say that", "is not prepared to say that"."""
        tree = self.tree
        if tree.lemma[verb] not in {"say", "claim", "suggest", "argue"}:
            return False
        chain = [verb]
        while tree.dep[chain[-1]] in {"xcomp", "acomp"} and len(chain) < 4:
            chain.append(tree.head[chain[-1]])
        return any(tree.dep[c] == "neg" for link in chain for c in tree.children[link])

    def _speaks_for_itself(self, verb: int) -> bool:
        """Whether a verb of saying has a speaker of its own, though nobody knows who that is."""
        tree = self.tree
        own = tree.kid(verb, "nsubj")
        if tree.dep[verb] == "acl" and tree.lemma[tree.head[verb]] in ISSUED:
            return True
        return own is not None and tree.lower[own] not in words.FIRST_PERSON | {"it", "that", "this"}

    def _in_messages(self, nouns: list[int]) -> list[int]:
        """Clauses that a noun holds: "sent a message that …", "expressed the view that …"."""
        tree = self.tree
        return [
            clause
            for noun in nouns
            if tree.lemma[noun] in words.TELLING_NOUNS
            for clause in tree.kids(noun, "acl", "ccomp", "relcl")
            if any(tree.lower[m] == "that" for m in tree.kids(clause, "mark"))
        ]

    def _says_himself(self, verb: int) -> bool:
        """Read "let me say that" and "it's fair to say that": whoever speaks says it."""
        tree = self.tree
        own = subject(tree, verb)
        if own is None:
            return False
        governor = tree.head[verb]
        let = tree.lemma[governor] == "let" and tree.dep[verb] in {"ccomp", "xcomp"}
        return (let and tree.lower[own] in words.FIRST_PERSON) or (
            tree.lower[own] == "it" and tree.dep[verb] == "xcomp" and tree.lemma[governor] in {"be", "have"}
        )

    def _buried_content(self, verb: int) -> list[int]:
        """The verb of "reaffirmed that A and B will lead to C", where the parser took A for the object."""
        tree = self.tree
        end = tree.sents[tree.sent[verb]][1]
        if tree.kids(verb, "ccomp") or verb + 1 >= end or tree.lower[verb + 1] != "that":
            return []
        for i in range(verb + 2, end):
            if tree.pos[i] not in VERBAL or tree.dep[i] in NOT_CLAUSES:
                continue
            if tree.kids(i, "aux", "auxpass") or tree.tag[i] in {"VBZ", "VBD", "VBP"}:
                return [i]
        return []

    def _denies_doing(self, verb: int, voice: Voice) -> bool:
        """Read "denied shelling the village": a report that is negated."""
        tree = self.tree
        if tree.lemma[verb] not in words.DENYING:
            return False
        for deed in tree.kids(verb, "dobj"):
            if tree.lemma[deed] in words.DENIED_NOUNS:
                self.judgements.denial(verb, deed, voice)
                return True
        for deed in tree.kids(verb, "xcomp", "pcomp"):
            if tree.tag[deed] == "VBG":
                self.judgements.denial(verb, deed, voice)
                return True
        return False

    def _agreed_on(self, verb: int, voice: Voice) -> bool:
        """Read "agreed on the need for"."""
        if self.tree.lemma[verb] != "agree":
            return False
        done = False
        for prep, obj in iter_preps(self.tree, verb):
            if self.tree.lower[prep] in {"on", "upon", "about"}:
                done = self.acts.noun(obj, verb, voice, emphasis=True) or done
        return done

    def _content_limit(self, verb: int, content: int) -> int | None:
        """Content before its verb of saying ends at the comma before it."""
        tree = self.tree
        if content > verb:  # a clause set in ends before what it is set into
            set_in = tree.dep[verb] == "advcl" and verb < tree.head[verb]
            return tree.right_edge(verb) + 1 if set_in else None
        head = subject(tree, verb)
        edges = [verb] + ([tree.left_edge(head)] if head is not None and head > content else [])
        return min(edges)
