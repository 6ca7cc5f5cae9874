"""Whose words a sentence is: the narrator's, an institution's, a transcript speaker's, a quoted person's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.extract.claim_words import FIRST_PERSON, JOINT_NOUNS, SPEECH_VERBS
from dragoman.extract.clauses import subject
from dragoman.extract.joint import joint_statement
from dragoman.extract.participants import Participants
from dragoman.extract.sources import Sources
from dragoman.parse.tree import Tree
from dragoman.records import Actor, Entity, Span

OPENING, CLOSING = frozenset({"“", "«"}), frozenset({"”", "»"})
SAYING = frozenset({
    "say", "add", "note", "stress", "tell", "state", "declare", "explain", "remark", "reiterate", "claim",
    "argue", "warn", "emphasize", "emphasise", "underline", "underscore", "announce", "report", "comment",
    "affirm", "observe", "insist", "acknowledge", "conclude", "point",
})  # fmt: skip
"""Verbs that may stand behind what is said."""
BEHIND_SAYING = frozenset({".", ",", "”", "on", "in", "at", "after", "during", "while", "as", '"', "-", "—"})
"""What may follow "…, X said": the sentence ends, or goes on with when and where it was said."""
SET_OFF = frozenset({",", "”", '"'})
"""What stands before an attribution inside a clause."""
MAX_SUBJECT = 14
"""Longest subject, in tokens, of a verb of saying set behind a comma."""
INSTITUTION_WORDS = (
    "spokesperson", "spokesman", "spokeswoman", "ministry", "department", "office", "press", "secretariat",
    "embassy", "government", "secretary", "minister", "president", "council", "directorate",
)  # fmt: skip
"""Words of a byline that show an official house speaking in its own voice."""


ISSUED = frozenset(
    {"statement", "communique", "communiqué", "letter", "readout", "release", "tweet", "report"}
)
"""Texts that say something in the name of whoever issues them."""
ISSUING = frozenset({"issue", "release", "publish", "put", "send", "make", "write", "post"})
JOINT_BODIES = frozenset({
    "participant", "member", "delegation", "signatory", "partner", "coalition", "group", "they",
    "representative",
})  # fmt: skip
"""Further subjects that mean all issuers of a joint statement."""
HOUSES = frozenset({
    "department", "ministry", "government", "administration", "secretariat", "embassy", "commission",
})  # fmt: skip
"""Nouns by which an institution's own text speaks of itself: "the Department will …"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a clause.

    `reported` is True where the text attributes it; `institution` where the whole document is an official
    body's own words; `turn` in a transcript. `limit` is the token at which the content ends at the latest.
    """

    speakers: tuple[Actor, ...] = ()
    chain: tuple[Actor, ...] = ()
    reported: bool = False
    institution: bool = False
    turn: bool = False
    quoted: bool = False
    cue: int | None = None
    limit: int | None = None

    def under(self, speakers: tuple[Actor, ...], cue: int, limit: int | None) -> Voice:
        """The voice of somebody whom this voice reports."""
        outer = self.chain + (self.speakers if self.reported and self.speakers != speakers else ())
        return Voice(speakers, outer, reported=True, quoted=self.quoted, cue=cue, limit=limit)

    def with_limit(self, limit: int | None) -> Voice:
        """The same voice over a shorter stretch."""
        return replace(self, limit=limit)


class Voices:
    """Finds the default voice of every sentence of one document."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        joint = joint_statement(participants)
        self.joint = joint.parties if joint is not None else ()
        self.issuer = None if joint is not None else self._issuer()
        self.sides = self._sides()
        self.sources = Sources(participants)
        self.last: tuple[Actor, ...] = ()
        """Who was last reported to say something: an unresolved "they said" goes on with them."""

    def of_sentence(self, sentence: int) -> Voice:
        """The voice in which a sentence is told before its own attributions are read."""
        segment = self.resolved.document.layout[self.tree.segment[sentence]]
        if segment.speaker is not None:
            speaker = self._labelled(segment.speaker)
            return (
                Voice((speaker,), reported=True, turn=True, quoted=True) if speaker is not None else Voice()
            )
        if self.joint and segment.kind != "title":
            return Voice(self.joint, institution=True)
        if self.issuer is not None and segment.kind != "title":
            return Voice((self.issuer,), institution=True)
        return Voice()

    def own_side(self, token: int, voice: Voice) -> bool:
        """Whether the subject is the speaker, the speaker's country, or a joint subject that includes it."""
        if self.tree.lower[token] in FIRST_PERSON or self._is_house(token, voice):
            return True
        actors = self.participants.actors(token)
        if not actors:
            return self._is_own_noun(token, voice)
        entities = {a.entity for a in voice.speakers}
        countries = {a.country for a in voice.speakers if a.country}
        if voice.reported and not countries:
            return any(a.entity in entities for a in actors)
        return any(a.entity in entities or (a.country is not None and a.country in countries) for a in actors)

    def _is_house(self, token: int, voice: Voice) -> bool:
        """Whether an institution's text speaks of itself: "the Department will …"."""
        tree = self.tree
        return (
            voice.institution
            and tree.lower[token] in HOUSES
            and any(tree.lower[c] == "the" for c in tree.children[token])
        )

    def _is_own_noun(self, token: int, voice: Voice) -> bool:
        """Whether a subject that names nobody means the speakers: "the two sides", "participants", "they"."""
        tree = self.tree
        noun = tree.lemma[token].removesuffix("s")
        if self.joint and noun in JOINT_NOUNS | JOINT_BODIES:
            return True
        if self._is_own_capital(token, voice):
            return True
        if tree.lower[token] in {"they", "both"}:
            return len(self.last) > 1
        if noun in JOINT_NOUNS and any(tree.lower[c] in {"two", "both", "our"} for c in tree.children[token]):
            return True
        return voice.institution and noun in JOINT_BODIES and len(self.sides) > 1

    def _is_own_capital(self, token: int, voice: Voice) -> bool:
        """A city of the speaker's country as subject: "Oslo would double its aid", said Norway's minister."""
        mention = self.resolved.mention(token)
        if mention is None:
            return False
        entity = self.participants.entity(mention)
        return entity.kind == "place" and entity.country in {a.country for a in voice.speakers if a.country}

    def speakers(self, verb: int, voice: Voice) -> tuple[Actor, ...]:
        """Who speaks through a verb of saying or doing by saying."""
        head = subject(self.tree, verb)
        if head is None:
            return (
                voice.speakers
                if (voice.reported or voice.institution) and self.tree.tag[verb] in {"VBG", "VBN"}
                else ()
            )
        if self.tree.lower[head] in FIRST_PERSON:
            return self._first_person(head, voice)
        if self.tree.lower[head] == "you":
            return self._asked(head) or self.at(head)
        if self.tree.lemma[head] in ISSUED and self.participants.at(head) is None:
            return self._issuer_of(head)
        if (
            voice.institution
            and self.own_side(head, voice)
            and (self.tree.lower[head] in HOUSES or not self.participants.actors(head))
        ):
            return self._together(head) or voice.speakers
        return self.at(head)

    def _asked(self, head: int) -> tuple[Actor, ...]:
        """Whom "you" means in a question of a transcript: whoever takes the next turn."""
        layout = self.resolved.document.layout
        number = self.tree.segment[self.tree.sent[head]]
        label = layout[number].speaker
        if label is None or self._labelled(label) is not None:
            return ()
        for later in layout[number + 1 :]:
            if later.speaker is not None and (who := self._labelled(later.speaker)) is not None:
                return (who,)
        return ()

    def _issuer_of(self, text: int) -> tuple[Actor, ...]:
        """Who issued a statement that says something: "X issued a statement saying that", "X's statement"."""
        owner = self.tree.kid(text, "poss")
        for child in self.tree.kids(text, "compound", "nmod", "amod"):
            owner = child if owner is None and self.participants.at(child) is not None else owner
        verb = self.tree.head[text]
        if owner is None and self.tree.lemma[verb] in ISSUING and self.tree.dep[text] == "dobj":
            owner = subject(self.tree, verb)
        return self.at(owner) if owner is not None else ()

    def at(self, head: int) -> tuple[Actor, ...]:
        """Who speaks where a noun phrase is the speaker: actors, those last together, an unnamed source."""
        actors = self.participants.actors(head)
        self.sources.remember(head, actors)
        if actors or self.issuer is not None or self.joint:  # an official text hides nobody
            return actors or self._together(head)
        return self._together(head) or self.sources.at(head)

    def _together(self, head: int) -> tuple[Actor, ...]:
        """Whom an unresolved "they", "participants" or "the delegations" means."""
        tree = self.tree
        if self.joint:
            return self.joint
        if tree.lower[head] in {"they", "both"} and len(self.last) > 1:
            return self.last
        if tree.lemma[head].removesuffix("s") in JOINT_BODIES and tree.tag[head] in {"NNS", "NNPS"}:
            return self.sides
        return ()

    def _sides(self) -> tuple[Actor, ...]:
        """The two countries that the title and the first sentence name, where these are just two."""
        tree = self.tree
        layout = self.resolved.document.layout
        body = next((n for n, s in enumerate(tree.segment) if layout[s].kind == "paragraph"), None)
        wanted = {n for n, s in enumerate(tree.segment) if layout[s].kind == "title"} | (
            {body} if body is not None else set()
        )
        found: dict[str, Actor] = {}
        for mention in self.resolved.mentions:
            if tree.sent[mention.first] in wanted:
                for number in mention.entities:
                    country = self.resolved.entities[number].country
                    if country is not None and self.resolved.entities[number].kind in {
                        "person",
                        "country",
                        "organization",
                    }:
                        span = (tree.start[mention.first], tree.end[mention.last - 1])
                        found.setdefault(country, self.participants.country_actor(country, span))
        return tuple(found.values()) if len(found) == 2 else ()

    def _first_person(self, head: int, voice: Voice) -> tuple[Actor, ...]:
        if voice.turn or (voice.reported and voice.speakers):
            return voice.speakers
        if voice.institution and self.tree.lower[head] != "i":
            return voice.speakers
        resolved = self.participants.actors(head)
        if resolved:
            return resolved
        if self.tree.lower[head] == "i":
            author = self._author()
            if author is not None:
                return (author,)
        return voice.speakers

    def _house(self) -> str | None:
        """The country of the house that the text calls its own: "the Department of State is announcing"."""
        tree = self.tree
        for mention in self.resolved.mentions:
            entity = self.participants.entity(mention)
            if entity.kind != "organization" or entity.country is None:
                continue
            said = tree.dep[mention.head] == "nsubj" and tree.lemma[tree.head[mention.head]] in SAYING
            if said and {tree.lower[i] for i in range(mention.first, mention.last)} & HOUSES:
                return entity.country
        return None

    def _labelled(self, label: Span) -> Actor | None:
        words = [w for w in label.of(self.resolved.document.text).replace(".", " ").split() if w]
        surname = words[-1].casefold() if words else ""
        best: Entity | None = None
        for entity in self.resolved.entities:
            if entity.kind == "person" and entity.name.casefold().split()[-1] == surname:
                titles = " ".join(o.title.casefold() for o in entity.offices)
                if best is None or any(w.casefold() in titles for w in words[:-1]):
                    best = entity
        if best is not None:
            return self._person(best, (label.start, label.end))
        return self.sources.labelled(label)

    def _person(self, entity: Entity, span: tuple[int, int]) -> Actor:
        office = entity.offices[0].title if entity.offices else None
        return Actor(entity.id, entity.name, entity.country, entity.sector, office, (span,))

    def _author(self) -> Actor | None:
        document = self.resolved.document
        for name in document.authors:
            for entity in self.resolved.entities:
                if entity.kind == "person" and (entity.name == name or name in entity.aliases):
                    span = next((s for s in document.layout if s.kind == "byline"), None)
                    return self._person(entity, (span.start, span.end) if span is not None else (0, 1))
        return None

    def _issuer(self) -> Actor | None:
        """The country whose official body issued the document; None for a report or a private text."""
        document = self.resolved.document
        if any(segment.speaker is not None for segment in document.layout):
            return None
        bylines = [s for s in document.layout if s.kind == "byline"]
        official = [
            s for s in bylines if any(w in document.text[s.start : s.end].lower() for w in INSTITUTION_WORDS)
        ]
        if not official:
            return None
        span = (official[0].start, official[0].end)
        author = self._author()
        if author is not None and author.country is not None:
            return self.participants.country_actor(author.country, span)
        house = self._house()
        if house is not None:
            return self.participants.country_actor(house, span)
        # "Office of the Spokesperson": the house of the one it reports on
        for mention in self.resolved.mentions:
            entity = self.participants.entity(mention)
            if entity.kind == "person" and entity.country is not None and entity.offices:
                return self.participants.country_actor(entity.country, span)
        counts: dict[str, int] = {}
        for mention in self.resolved.mentions:
            entity = self.participants.entity(mention)
            if entity.kind == "country" and entity.country is not None:
                counts[entity.country] = counts.get(entity.country, 0) + 1
        return self.participants.country_actor(max(counts, key=lambda c: counts[c]), span) if counts else None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying behind what is said; `first` is the token at which the attribution begins."""

    verb: int
    first: int
    speakers: tuple[Actor, ...]


def trailing_attribution(voices: Voices, first: int, last: int, voice: Voice) -> Attribution | None:
    """Find "…, said visiting Minister X" and "…, they said", read off the surface because parsers lose them.

    Args:
        voices: The document's voices.
        first: First token of the sentence.
        last: Its end.
        voice: The voice around it, for "I said".
    """
    tree = voices.tree
    for i in range(last - 1, first + 2, -1):
        if tree.lemma[i] not in SAYING or tree.tag[i] not in {"VBD", "VBZ", "VBP"}:
            continue
        before = _after_comma(tree, i, first)
        if before is None or any(c > i for c in tree.kids(i, "ccomp")):
            continue
        subject_left = any(k < i for k in tree.kids(i, "nsubj", "nsubjpass"))
        if before == i and subject_left:  # "X, led by Y, reiterated Z"
            continue
        if before == i:  # "…, said X"
            speakers = _speaker_behind(voices, i, last)
        else:  # "…, X said"
            if i + 1 < last and tree.lower[i + 1] not in BEHIND_SAYING:
                continue
            head = tree.kid(i, "nsubj")
            speakers = voices.speakers(i, voice) if head is None or head >= before else ()
            speakers = speakers or voices.participants.actors(before) or _goes_on(voices, before)
        if speakers and any(tree.pos[k] in {"VERB", "AUX"} for k in range(first, before)):
            return Attribution(i, before, speakers)
    return None


def _goes_on(voices: Voices, token: int) -> tuple[Actor, ...]:
    """The last speakers, where a pronoun of their number is left open."""
    word = voices.tree.lower[token]
    if word == "they" and len(voices.last) > 1:
        return voices.last
    if word in {"he", "she"} and len(voices.last) == 1:
        return voices.last
    return ()


def _after_comma(tree: Tree, verb: int, first: int) -> int | None:
    """Where the attribution that ends in `verb` begins: behind the nearest comma or closing quote."""
    for i in range(verb, max(first, verb - MAX_SUBJECT), -1):
        if tree.lower[i - 1] in {",", "”", '"', "''"}:
            between = range(i, verb)
            if any(
                tree.pos[k] in {"VERB", "AUX", "CCONJ", "SCONJ"} and tree.lower[k] != "and" for k in between
            ):
                return None
            return i
    return None


def _speaker_behind(voices: Voices, verb: int, last: int) -> tuple[Actor, ...]:
    tree = voices.tree
    for i in range(verb + 1, min(verb + 5, last)):
        if voices.participants.at(i) is not None:
            voices.sources.remember(i, voices.participants.actors(i))
            return voices.participants.actors(i)
        source = voices.sources.at(i) if tree.head[i] == verb or tree.dep[i] == "nsubj" else ()
        if source:
            return source
        if tree.pos[i] not in {"DET", "ADJ", "ADV", "NOUN", "NUM"} and tree.lower[i] != "visiting":
            break
    return ()


def attribution_inside(tree_voices: Voices, verb: int) -> int | None:
    """The reporting verb set into a clause with commas: "China, Liu said, is ready"; None without one."""
    tree = tree_voices.tree
    for child in tree.children[verb]:
        if tree.dep[child] not in {"parataxis", "ccomp", "advcl"} or tree.lemma[child] not in SPEECH_VERBS:
            continue
        if tree.kid(child, "nsubj") is None or tree.kids(child, "ccomp", "dobj", "xcomp"):
            continue
        before = tree.left_edge(child)
        if tree.lower[before] in SET_OFF or (before > 0 and tree.lower[before - 1] in SET_OFF):
            return child
    return None
