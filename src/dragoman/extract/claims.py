"""Claims: what each speaker said, one record a thing pledged, asked or taken a stand on.

Sentences are walked from their root. Verbs of saying open a voice; in it, each clause is read as a
commitment, an act (support, thanks, request, blame …), an obligation put on somebody, or, failing these, an
assessment. Kinds and their limits are written down in docs/claims.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract import claim_words as words
from dragoman.extract.claims_acts import Acts
from dragoman.extract.claims_context import VERBAL, ClaimContext
from dragoman.extract.claims_judgements import Judgements
from dragoman.extract.claims_lists import Lists
from dragoman.extract.claims_pledges import Pledges
from dragoman.extract.claims_speech import Speech
from dragoman.extract.claims_summary import anchor_in_title, merge_summary
from dragoman.extract.clauses import is_asked, iter_preps
from dragoman.extract.drafts import ClaimDraft
from dragoman.extract.participants import Participants
from dragoman.extract.pledges import Commitment
from dragoman.extract.timing import Timing
from dragoman.extract.voices import Voice, attribution_inside, trailing_attribution
from dragoman.records import Actor

QUOTES = frozenset({"“", "”", '"', "``", "''"})
CLAUSAL = ("ccomp", "xcomp", "advcl", "conj", "parataxis", "relcl", "acl", "pcomp", "dep", "acomp")


class Claims:
    """Finds the claims of one resolved document."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.context = ClaimContext(participants, timing)
        self.tree = participants.tree
        self._judgements = Judgements(self.context)
        self._acts = Acts(self.context, self)
        self._speech = Speech(self.context, self, self._acts, self._judgements)
        self._pledges = Pledges(self.context, self, self._acts)
        self._lists = Lists(self.context, self._pledges)
        self._quoting = False

    @property
    def threats(self) -> list[tuple[int, tuple[Actor, ...], int]]:
        """Warned-of measures: (trigger, speakers, object)."""
        return self.context.threats

    def find(self) -> list[ClaimDraft]:
        """All claims in text order."""
        tree = self.tree
        quote_voice: Voice | None = None
        segment = -1
        for number, (first, last) in enumerate(tree.sents):
            if tree.segment[number] != segment:
                segment, quote_voice, self._quoting = tree.segment[number], None, False
            voice = self.context.voices.of_sentence(number)
            if quote_voice is not None and (self._quoting or tree.words[first] in QUOTES):
                voice = quote_voice
            before = len(self.context.found)
            if not self._lists.item(number, first, last):
                self._sentence(first, last, voice)
            self._lists.open(first, last, before)
            quote_voice = self._open_quote(first, last, quote_voice, before)
        merged = merge_summary(tree, self.context.found)
        anchor_in_title(self.context.resolved.document, merged)
        return merged

    # sentences

    def _sentence(self, first: int, last: int, voice: Voice) -> None:
        tree = self.tree
        behind = trailing_attribution(self.context.voices, first, last, voice)
        if behind is not None:
            self.context.done.add(behind.verb)
            content = self._main_verb(first, behind.first)
            if content is not None:
                self.proposition(content, voice.under(behind.speakers, behind.verb, behind.first))
            self.descend(behind.verb, voice, ("relcl", "advcl", "conj"))
            return
        for root in (i for i in range(first, last) if tree.head[i] == i):
            self.clause(root, voice)
        if voice.institution:
            self._judgements.roles(first, last, voice)

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
        new = [c for c in self.context.found[before:] if c.speakers]
        if new and marks:
            return Voice(new[-1].speakers, reported=True, quoted=True)
        if not marks:
            return voice if self._quoting else None
        return voice

    # clauses

    def clause(self, verb: int, voice: Voice) -> None:
        """Read a clause, open the voice it attributes, and go on to what hangs on it."""
        tree, done = self.tree, self.context.done
        if verb in done:
            return
        done.add(verb)
        if is_asked(tree, verb) or self._cleft(verb, voice):
            return  # a question holds nothing to be so
        if tree.pos[verb] not in VERBAL:
            self.descend(verb, voice, (*CLAUSAL, "appos"))
            return
        attributed = self._according(verb, voice) or self._inside(verb, voice)
        if attributed is not None:
            self.proposition(verb, attributed)
        elif self._speech.says(verb, voice) or self._acts.performs(verb, voice):
            self.descend(verb, voice, ("conj", "advcl", "relcl", "parataxis", "dep"))
            inner = tree.kid(verb, "xcomp") if tree.lemma[verb] == "continue" else None
            if inner is not None:  # "continue to call for X and stand ready to …"
                done.add(inner)
                self.descend(inner, voice, ("conj",))
        elif voice.reported or voice.institution:
            self.proposition(verb, voice)
        else:
            self.descend(verb, voice, CLAUSAL)

    def proposition(self, verb: int, voice: Voice) -> None:
        """Read a clause as the words of a known voice: the first reading that fits."""
        context = self.context
        context.done.add(verb)
        limit = context.limit(verb, voice)
        for saying in self._said_within(verb):
            self.clause(saying, voice)
        nested = self.tree.lemma[verb] in words.SPEECH_VERBS and self._speech.says(verb, voice)
        if not nested and not self._pledges.commits(verb, voice, limit):
            self._plain(verb, voice, limit)
        self._conjuncts(verb, voice)
        self.descend(verb, voice, ("advcl", "relcl", "parataxis"))

    def _said_within(self, verb: int) -> list[int]:
        """The verb of saying in "let me say that", "it is fair to say that", "start by saying that"."""
        tree = self.tree
        if tree.lemma[verb] == "continue":  # "we continue to say that"
            return [s for s in tree.kids(verb, "xcomp") if self._says_clause(s)]
        if tree.lemma[verb] in {"start", "begin", "conclude", "close", "finish"}:  # "would start by saying"
            return [s for p, s in iter_preps(tree, verb) if tree.lower[p] == "by" and tree.kids(s, "ccomp")]
        if tree.lemma[verb] not in {"let", "be"}:
            return []
        below = tree.kids(verb, "xcomp", "ccomp")
        for adjective in tree.kids(verb, "acomp"):  # "I am pleased to announce that"
            below += tree.kids(adjective, "xcomp")
        return [s for s in below if s > verb and tree.tag[s] == "VB" and self._says_clause(s)]

    def _says_clause(self, verb: int) -> bool:
        return self.tree.lemma[verb] in words.SPEECH_VERBS and bool(self.tree.kids(verb, "ccomp"))

    def _plain(self, verb: int, voice: Voice, limit: int) -> None:
        """A clause that neither reports speech nor commits: an act, an obligation or a statement."""
        if not (self._acts.performs(verb, voice) or self._judgements.obliges(verb, voice, limit)):
            self._judgements.assesses(verb, voice, limit)

    def commit(self, commitment: Commitment, speakers: tuple[Actor, ...], voice: Voice, limit: int) -> bool:
        """Read what a commitment promises; False where it promises nothing."""
        return self._pledges.commit(commitment, speakers, voice, limit)

    def descend(self, token: int, voice: Voice, deps: Iterable[str]) -> None:
        """Go on to the clauses below a token that are not read yet."""
        tree = self.tree
        wanted = frozenset(deps) | {"relcl", "acl"}
        stack = list(tree.children[token])
        while stack:
            child = stack.pop(0)
            if tree.pos[child] not in VERBAL:
                stack.extend(tree.children[child])
                continue
            silent = tree.dep[child] in {"relcl", "acl"} and not self._speech.speaks(child)
            if child not in self.context.done and tree.dep[child] in wanted and not silent:
                self.clause(child, voice)

    def _conjuncts(self, verb: int, voice: Voice) -> None:
        """Clauses coordinated with a read one, unless they lie in a claim already."""
        tree, context = self.tree, self.context
        for other in tree.kids(verb, "conj"):
            if tree.pos[other] not in VERBAL or other in context.done:
                continue
            if voice.limit is not None and other >= voice.limit:
                continue
            if context.is_covered(other) and not tree.kids(other, "nsubj", "nsubjpass", "expl"):
                continue
            if voice.institution or not voice.reported:
                self.clause(other, voice)
            else:
                self.proposition(other, voice)

    # attributions

    def _according(self, verb: int, voice: Voice) -> Voice | None:
        """The voice of "according to X, …"."""
        tree = self.tree
        for child in tree.kids(verb, "prep", "advcl"):
            if tree.lower[child] != "according":
                continue
            for prep in tree.kids(child, "prep"):
                speakers = self._sources(tree.kids(prep, "pobj"))
                if speakers:
                    limit = tree.left_edge(child) if child > verb else None
                    return voice.under(speakers, child, limit)
        return self._in_words_of(verb, voice)

    def _in_words_of(self, verb: int, voice: Voice) -> Voice | None:
        """The voice of "in the words of X, …"."""
        tree = self.tree
        for prep, noun in iter_preps(tree, verb):
            if tree.lower[prep] != "in" or tree.lower[noun] not in words.WORDS_OF:
                continue
            speakers = self._sources([o for p, o in iter_preps(tree, noun) if tree.lower[p] == "of"])
            if speakers:
                return voice.under(speakers, noun, tree.left_edge(prep) if prep > verb else None)
        return None

    def _sources(self, tokens: list[int]) -> tuple[Actor, ...]:
        """Who is named as a source: actors, else somebody without a name."""
        return self.context.actors(tokens) or next(
            (found for token in tokens if (found := self.context.voices.at(token))), ()
        )

    def _cleft(self, verb: int, voice: Voice) -> bool:
        """Read "what we can say is that …": the clause behind "is" is what is said."""
        tree = self.tree
        said = tree.kid(verb, "csubj") if tree.lemma[verb] == "be" else None
        content = tree.kid(verb, "ccomp") if said is not None else None
        if said is None or content is None or tree.lemma[said] not in words.SPEECH_VERBS:
            return False
        speakers = self.context.voices.speakers(said, voice)
        if speakers:
            self.context.done.add(said)
            self.proposition(content, voice.under(speakers, said, None))
        return bool(speakers)

    def _inside(self, verb: int, voice: Voice) -> Voice | None:
        """The voice of an attribution set into the clause: "China, Liu said, is ready"."""
        inner = attribution_inside(self.context.voices, verb)
        if inner is None:
            return None
        speakers = self.context.voices.speakers(inner, voice)
        self.context.done.add(inner)
        if not speakers:
            return None
        return voice.under(speakers, inner, self.tree.left_edge(inner) if inner > verb else None)
