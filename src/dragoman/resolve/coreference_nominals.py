"""Nouns that speak of somebody named before: "the two leaders", "both sides", "the minister", "the bloc".

Only definite phrases that no name covers. A plural needs as many fitting entities as it counts; where the
persons are not named, "the two heads of state" stands for their two countries, marked as a group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.knowledge import Knowledge
from dragoman.records import Entity
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.coreference_discourse import Discourse, Referent
from dragoman.resolve.coreference_gender import COUNTRY, GROUP, IT, PERSON, THEY
from dragoman.resolve.coreference_phrases import MODIFIER, NESTED
from dragoman.resolve.coreference_ranking import SUBJECTS
from dragoman.resolve.coreference_speakers import issuing_country
from dragoman.resolve.resolved import Resolved

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5}
COUNTED_NOUNS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}

PERSON_NOUNS = word_set(
    """leader president minister premier official diplomat head chief envoy ambassador counterpart
    statesman politician secretary chancellor spokesperson spokesman spokeswoman king queen monarch prince
    lawmaker senator general representative negotiator commander interlocutor"""
)
SIDE_NOUNS = word_set(
    """side party country nation state government neighbour neighbor delegation capital people ally power
    economy member"""
)
TOP_OFFICES = word_set(
    """president king queen emperor emir sultan monarch pope chancellor premier chairman prime chairwoman
    leader head secretary-general"""
)
STATE_OFFICES = frozenset(
    {"president", "king", "queen", "emperor", "emir", "sultan", "monarch", "pope", "prince"}
)
GENERIC_PERSONS = frozenset(
    {"leader", "official", "diplomat", "politician", "statesman", "visitor", "guest", "host"}
)
"""Nouns that fit any office-holder."""

BODY_NOUNS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("bloc", "alliance"), word_set("igo")),
    **dict.fromkeys(("union", "agency", "commission", "body", "institution"), word_set("igo organization")),
    **dict.fromkeys(("organization", "organisation"), word_set("igo ngo organization")),
    **dict.fromkeys(("company", "firm"), word_set("company")),
    **dict.fromkeys(("ministry", "department"), word_set("organization")),
    "group": word_set("igo ngo organization armed_group company"),
    "bank": word_set("igo company organization"),
    "party": word_set("party"),
    "court": word_set("court"),
    "parliament": word_set("legislature"),
    "militia": word_set("armed_group"),
    "movement": word_set("armed_group party ngo"),
    "council": word_set("igo organization legislature"),
    "committee": word_set("igo organization"),
    "charity": word_set("ngo"),
    "army": word_set("military"),
}
"""Noun → kinds of table entries it may stand for, where the name itself does not hold the noun."""

COUNTRY_WORDS = frozenset({"country", "nation", "republic", "kingdom"})
GOVERNMENT_WORDS = frozenset({"government", "cabinet", "authority", "regime"})
DEFINITE_WORDS = frozenset({"the", "both", "these", "this", "those"})
MODIFIERS_OF_RANK = frozenset(
    {"prime", "foreign", "vice", "deputy", "defense", "defence", "finance", "interior", "acting"}
)
PLAIN_MODIFIERS = frozenset(
    {"two", "three", "four", "five", "visiting", "same", "both", "respective", "2", "3", "4"}
)

SENTENCES_OF_MEMORY = 30
"""How far back a single entity, or a side, may have been spoken of."""
DECAY = 0.6
SUBJECT_WORTH = 1.5
"""Salience as in Lappin and Leass (1994), with our own figures: what a mention is worth a sentence later,
and what a subject's is."""
SENTENCES_BACK = 5
"""How far back a plural's members may have been named."""


@dataclass(slots=True)
class Found:
    """What a nominal stands for; its mention is the tokens `[first, last)`."""

    referent: Referent
    first: int
    title: bool
    group: bool = False
    last: int = 0


class NominalResolver:
    """Resolves definite nouns against the entities spoken of so far."""

    def __init__(self, resolved: Resolved, discourse: Discourse, knowledge: Knowledge) -> None:
        self.resolved = resolved
        self.tree = resolved.tree
        self.discourse = discourse
        self.titles = knowledge.titles
        self.countries = knowledge.countries
        self.issuer = issuing_country(resolved, knowledge)
        self._numbers: dict[str, int] = {}
        self.entry_kind: dict[int, str] = {}
        for mention in resolved.mentions:
            if mention.entry is not None and len(mention.entities) == 1:
                self.entry_kind.setdefault(mention.entities[0], mention.entry.kind)

    def resolve(self, i: int) -> Found | None:
        """What the noun at `i` stands for; None where it is no such nominal or nothing fits."""
        found = self._resolve(i)
        if found is not None:
            found.last = i + 1
            of = self.tree.lower[i + 1 : i + 3]
            if self.tree.lemma[i] == "head" and of in (["of", "state"], ["of", "government"]):
                found.last = i + 3
        return found

    def _resolve(self, i: int) -> Found | None:
        tree = self.tree
        lemma = tree.lemma[i] if tree.pos[i] == "NOUN" else tree.lower[i]
        first = self._first(i)
        plural = tree.tag[i] in {"NNS", "NNPS"}
        count = self._count(i)
        if lemma in COUNTED_NOUNS and not plural and first is not None:
            return self._persons(i, first, COUNTED_NOUNS[lemma], lemma)
        if tree.lower[i] in NUMBERS:
            return self._bare_number(i, first)
        if first is None and count is None:
            return None
        first = i if first is None else first
        if plural and (count or lemma in PERSON_NOUNS or lemma == "side"):
            return None if self._modified(i) else self._plural(i, first, count, lemma)
        if plural or self._modified(i) or tree.dep[i] == "appos":
            return None
        return self._singular(i, first, lemma)

    def _bare_number(self, i: int, first: int | None) -> Found | None:
        """A number as a subject, "the two" or "both", with nothing that narrows it down."""
        tree = self.tree
        if tree.dep[i] not in {"nsubj", "nsubjpass"} or (first is None and tree.lower[i] != "both"):
            return None
        if any(tree.dep[c] not in {"det", "predet", "punct"} for c in tree.children[i]):
            return None
        return self._persons(i, i if first is None else first, NUMBERS[tree.lower[i]], "pair")

    def _first(self, i: int) -> int | None:
        """The article or the like that makes the phrase definite."""
        tree = self.tree
        for c in tree.children[i]:
            if (
                c < i
                and tree.lower[c] in DEFINITE_WORDS
                and tree.dep[c] in {"det", "predet", "amod", "nummod"}
            ):
                return c
        return None

    def _count(self, i: int) -> int | None:
        for c in self.tree.children[i]:
            if c < i and self.tree.lower[c] in NUMBERS:
                return NUMBERS[self.tree.lower[c]]
        return None

    def _modified(self, i: int) -> bool:
        """Something narrows the noun down that the rules do not read."""
        tree = self.tree
        for c in tree.children[i]:
            d = tree.dep[c]
            if d in {"relcl", "acl", "poss", "appos", "conj"}:
                return True
            if (
                d == "prep"
                and tree.lower[c] == "of"
                and tree.lower[c + 1 : c + 2] not in (["state"], ["government"])
            ):
                return True
            if d in {"amod", "nummod", "nmod"} and tree.lower[c] not in PLAIN_MODIFIERS | MODIFIERS_OF_RANK:
                return True
        return False

    def _singular(self, i: int, first: int, lemma: str) -> Found | None:
        if lemma in COUNTRY_WORDS or lemma in GOVERNMENT_WORDS:
            # who issues a text calls itself "we"
            return self._best(i, first, lambda e: e.kind == "country", lambda n: n != self.issuer)
        if lemma in self.titles.heads or lemma in GENERIC_PERSONS:
            words = self._title_words(i, lemma)
            return self._best(i, first, lambda e: e.kind == "person" and _holds(e, words, lemma), title=True)
        if lemma in BODY_NOUNS:
            named = self._best(
                i, first, lambda e: e.kind == "organization" and lemma in e.name.lower().split()
            )
            if named is not None:
                return named
            kinds = BODY_NOUNS[lemma]
            return self._best(
                i, first, lambda e: e.kind == "organization", lambda n: self.entry_kind.get(n) in kinds
            )
        return None

    def _title_words(self, i: int, lemma: str) -> list[str]:
        tree = self.tree
        own = [tree.lower[c] for c in tree.children[i] if c < i and tree.dep[c] in {"amod", "compound"}]
        return [word for word in own if word not in PLAIN_MODIFIERS] + [lemma]

    def _best(
        self,
        i: int,
        first: int,
        fits: Callable[[Entity], bool],
        fits_number: Callable[[int], bool] = lambda _: True,
        *,
        title: bool = False,
    ) -> Found | None:
        """The fitting entity that is most spoken of, and most lately."""
        entities = self.resolved.entities
        best: Referent | None = None
        most = 0.0
        for referent in self._recent(i, SENTENCES_OF_MEMORY):
            if len(referent.entities) != 1 or referent.plural:
                continue
            number = referent.entities[0]
            if not fits(entities[number]) or not fits_number(number):
                continue
            if self._same_clause(i, referent):
                continue
            weight = self._salience(i, referent)
            if weight > most:
                best, most = referent, weight
        return None if best is None else Found(best, first, title)

    def _salience(self, i: int, referent: Referent) -> float:
        """Mentions so far, each worth less with every sentence since; a subject's worth more."""
        sent, total = self.tree.sent, 0.0
        for h, role in zip(reversed(referent.heads), reversed(referent.roles), strict=True):
            back = sent[i] - sent[h]
            if back > SENTENCES_OF_MEMORY:
                break
            total += DECAY**back * (SUBJECT_WORTH if role in SUBJECTS else 1.0)
        return total

    def _same_clause(self, i: int, referent: Referent) -> bool:
        """Whether it is the other argument of the noun's own verb: "China thanked the country"."""
        verb = self.tree.head[i]
        last = referent.heads[-1]
        return last != i and self.tree.head[last] == verb

    def _plural(self, i: int, first: int, count: int | None, lemma: str) -> Found | None:
        if lemma in SIDE_NOUNS:
            return self._sides(i, first, count or 2)
        if lemma in PERSON_NOUNS or lemma in self.titles.heads:
            return self._persons(i, first, count, lemma)
        return None

    def _persons(self, i: int, first: int, count: int | None, lemma: str) -> Found | None:
        of_state = lemma == "head" and any(
            self.tree.lower[k] == "state" for k in range(i, min(i + 3, len(self.tree)))
        )
        whole = self._whole(i, count, lemma)
        if whole is not None and not of_state:
            return Found(whole, first, title=False)
        persons = self._recent_persons(i)
        strict = [p for p in persons if _fits_plural(self._entity(p), lemma, of_state=of_state)]
        # "both leaders" of a secretary of state and a president
        loose = [p for p in persons if self._entity(p).offices] if lemma == "leader" else []
        wanted = count or 2
        for fitting in (strict, loose):
            chosen = self._across(fitting, wanted) if len(fitting) >= wanted else []
            if len(chosen) == wanted:
                return Found(self._sum(chosen, PERSON), first, title=False)
        if count == 2 and lemma in {"head", "leader", "president", "minister", "premier"}:
            sides = self._sides(i, first, 2)
            if sides is not None:
                return Found(sides.referent, first, title=False, group=True)
        return None

    def _entity(self, referent: Referent) -> Entity:
        return self.resolved.entities[referent.entities[0]]

    def _whole(self, i: int, count: int | None, lemma: str) -> Referent | None:
        """Persons who were named together lately, "A and B" or "A met B", as many as are asked for."""
        for referent in self._recent(i):
            parts = referent.parts
            if (len(parts) == count if count else len(parts) > 1) and all(
                p.kind == PERSON and len(p.entities) == 1 and not p.plural for p in parts
            ):
                persons = [self._entity(p) for p in parts]
                if all(_fits_plural(e, lemma, of_state=False) for e in persons) or (
                    lemma == "leader" and all(e.offices for e in persons)
                ):
                    return referent
        return None

    def _recent_persons(self, i: int) -> list[Referent]:
        """Single named persons of the last sentences, the latest first."""
        found: dict[int, Referent] = {}
        for referent in self._recent(i):
            for part in referent.parts or (referent,):
                if part.roles and part.roles[-1] in {NESTED, MODIFIER}:
                    continue
                if part.kind == PERSON and len(part.entities) == 1 and not part.plural:
                    found.setdefault(id(part), part)
        return list(found.values())

    def _across(self, found: list[Referent], wanted: int) -> list[Referent]:
        """The most recent persons; of two, they act for two countries where their countries are known."""
        if wanted == 2:
            one = found[0]
            country = self._entity(one).country
            for other in found[1:]:
                theirs = self._entity(other).country
                if country is None or theirs is None or theirs != country:
                    return [one, other]
        return found[:wanted]

    def _sides(self, i: int, first: int, count: int) -> Found | None:
        """The countries or bodies the sentences before speak of most; none where the last place is tied."""
        weights: dict[int, float] = {}
        referents: dict[int, Referent] = {}
        tree = self.tree
        for referent in list(self._recent(i, SENTENCES_OF_MEMORY)):
            side = self._side_of(referent)
            if side is None:
                continue
            number = side.entities[0]
            for h in reversed(referent.heads):
                back = tree.sent[i] - tree.sent[h]
                if back > SENTENCES_OF_MEMORY:
                    break
                weights[number] = weights.get(number, 0.0) + 1.0 / (1 + back)
                referents[number] = side
        ranked = sorted(weights, key=lambda n: -weights[n])
        if len(ranked) < count:
            return None
        if len(ranked) > count and weights[ranked[count]] >= weights[ranked[count - 1]]:
            return None
        chosen = sorted(ranked[:count], key=lambda n: referents[n].heads[0] if referents[n].heads else 0)
        return Found(self._sum([referents[n] for n in chosen], COUNTRY), first, title=False)

    def _side_of(self, referent: Referent) -> Referent | None:
        """The country, or body of many countries, that something spoken of is or acts for."""
        if len(referent.entities) != 1:
            return None
        entity = self._entity(referent)
        if entity.kind == "country":
            return referent
        if entity.kind == "person" and entity.country is not None:
            number = self._country(entity.country)
            return None if number is None else self.discourse.entity_of(number, COUNTRY, IT)
        if referent.kind == GROUP and self.entry_kind.get(referent.entities[0]) == "igo":
            return referent
        return None

    def _country(self, code: str) -> int | None:
        """The country that a person acts for; it becomes an entity where only its people were named."""
        if not self._numbers:
            countries = [(e.country, n) for n, e in enumerate(self.resolved.entities) if e.kind == "country"]
            self._numbers = {code: n for code, n in reversed(countries) if code is not None}
        if code in self._numbers:
            return self._numbers[code]
        known = self.countries.get(code)
        if known is None:
            return None
        number = self._numbers[code] = len(self.resolved.entities)
        self.resolved.entities.append(
            Entity(
                id=f"e{number}",
                kind="country",
                name=known.name,
                aliases=(),
                country=code,
                sector=None,
                offices=(),
                identity=f"country:{code}",
                basis="inferred",
                origin="coreference",
                lat=known.lat,
                lon=known.lon,
            )
        )
        return number

    def _recent(self, i: int, sentences: int = SENTENCES_BACK) -> Iterator[Referent]:
        """Referents of the last sentences, the latest first."""
        sent = self.tree.sent
        oldest = sent[i] - sentences
        for referent in reversed(self.discourse.recent.values()):
            if sent[referent.heads[-1]] < oldest:
                return
            yield referent

    def _sum(self, parts: list[Referent], kind: int) -> Referent:
        ordered = sorted(parts, key=lambda part: part.heads[-1] if part.heads else -1)
        return self.discourse.sum_of(tuple(ordered), kind, THEY)


def _holds(entity: Entity, words: list[str], lemma: str) -> bool:
    """Whether one of a person's offices answers to the title's words."""
    if lemma in {"visitor", "guest", "host"}:
        return False
    for office in entity.offices:
        title = office.title.lower().split()
        if all(word in title for word in words):
            return True
        if lemma == "leader" and TOP_OFFICES & set(title):
            return True
    return lemma in {"official", "diplomat", "politician"} and bool(entity.offices)


def _fits_plural(entity: Entity, lemma: str, *, of_state: bool) -> bool:
    words = {word for office in entity.offices for word in office.title.lower().split()}
    if of_state:
        return bool(words & STATE_OFFICES)
    if (
        lemma in {"man", "woman"}
        or lemma in COUNTED_NOUNS
        or lemma in {"official", "diplomat", "politician", "interlocutor"}
    ):
        return True
    if lemma == "leader":
        return not words or bool(words & TOP_OFFICES)
    if lemma in {"counterpart", "head", "chief", "representative", "negotiator", "statesman", "envoy"}:
        return bool(words)
    return lemma in words
