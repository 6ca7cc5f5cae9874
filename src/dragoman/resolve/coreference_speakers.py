"""Who says "I" and "we": a quotation's speaker, a transcript's, or the body whose statement it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.knowledge import Knowledge
from dragoman.parse.tree import Tree
from dragoman.records import Entity
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.coreference_quotes import SPEECH_VERBS, Quote
from dragoman.resolve.resolved import Resolved

FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = FIRST_SINGULAR | FIRST_PLURAL

JOINT = re.compile(
    r"\bjoint(?:ly)?\b[^.\n]{0,60}\b(?:statement|declaration|communiqu[eé]|readout|press release)\b", re.I
)
RELEASED = re.compile(
    r"\btext of (?:the|this|a)\b[^.]{0,80}\bstatement\b|\bstatement\b[^.]{0,40}\b(?:released|issued) by\b",
    re.I,
)
"""Words by which a text says that several parties issued it together, in the title and in its first
sentence."""

DELIVERING = frozenset({"deliver", "issue", "release", "make", "give"})
ADDRESSES = frozenset({"remark", "remarks", "statement", "speech", "address", "testimony"})
OPENING_SENTENCES = 4

STATEMENT_VERBS = SPEECH_VERBS | word_set(
    """condemn welcome support stand commend congratulate remain reaffirm join honor honour celebrate
    strongly regret deplore encourage appreciate look value believe commit offer extend thank mourn
    applaud demand reject recognize recognise oppose want hope intend seek work share"""
)


def label_entity(resolved: Resolved, label: str) -> int | None:
    """The person whom the label before a turn names: by full name, else by a surname only one has."""
    wanted = label.strip().rstrip(":").lower().split()
    if not wanted:
        return None
    found = []
    for number, entity in enumerate(resolved.entities):
        if entity.kind != "person":
            continue
        for name in (entity.name, *entity.aliases):
            words = name.lower().split()
            if words and words == wanted[-len(words) :]:
                return number
        if entity.name and entity.name.lower().split()[-1] == wanted[-1]:
            found.append(number)
    return found[0] if len(found) == 1 else None


class Speakers:
    """Who speaks at each token of a document."""

    def __init__(self, resolved: Resolved, knowledge: Knowledge, quotes: Sequence[Quote]) -> None:
        self._resolved = resolved
        self._knowledge = knowledge
        self._quote_at = {i: quote for quote in quotes for i in range(quote.first, quote.last)}
        self._labels: dict[str, int | None] = {}
        self._authors: list[int | None] = []
        self._body: tuple[int, ...] | None = None

    def quoted(self, i: int) -> int | None:
        """Head token of whom the quotation around token `i` is from; None where there is none."""
        quote = self._quote_at.get(i)
        return None if quote is None else quote.speaker

    def entities(self, i: int, *, plural: bool) -> tuple[int, ...]:
        """Entities that say "I" or, with `plural`, "we" outside of quotations; empty where unknown."""
        resolved = self._resolved
        if i in self._quote_at:
            return ()
        segment = resolved.tree.segment[resolved.tree.sent[i]]
        layout = resolved.document.layout
        label = layout[segment].speaker if segment < len(layout) else None
        if label is None and plural:
            return self._issuers()
        if label is None:
            self._authors = self._authors or [author_entity(resolved)]
            return tuple(number for number in self._authors if number is not None)
        name = label.of(resolved.document.text)
        if name not in self._labels:
            self._labels[name] = label_entity(resolved, name)
        number = self._labels[name]
        return () if number is None else (number,)

    def _issuers(self) -> tuple[int, ...]:
        if self._body is None:
            self._body = issuers(self._resolved, self._knowledge)
        return self._body


def issuers(resolved: Resolved, knowledge: Knowledge) -> tuple[int, ...]:
    """Who "we" is outside of any quotation: the parties of a joint text, else the body that issued it.

    Returns:
        Indices of entities; empty where the text does not tell.
    """
    document = resolved.document
    if JOINT.search(_heading(resolved)) or RELEASED.search(document.text[:600]):
        parties = _parties(resolved)
        if parties:
            return parties
    signed = issuing_country(resolved, knowledge)
    return _stating_subject(resolved) if signed is None else (signed,)


def issuing_country(resolved: Resolved, knowledge: Knowledge) -> int | None:
    """The country whose office-holder signs the text, or whose body is its source."""
    author = author_entity(resolved)
    codes = [] if author is None else [resolved.entities[author].country]
    source = resolved.document.source
    if source:
        codes += [hit.entries[0].country for hit in knowledge.gazetteer.find(source)]
    found = (_country(resolved, code) for code in codes)
    return next((number for number in found if number is not None), None)


def _heading(resolved: Resolved) -> str:
    """The title, or else a first line that is no sentence."""
    document, tree = resolved.document, resolved.tree
    if document.title:
        return document.title
    first = document.text[tree.start[0] : tree.end[tree.sents[0][1] - 1]]
    return "" if first.endswith((".", "!", "?")) else first


def author_entity(resolved: Resolved) -> int | None:
    """The office-holder in whose name the text is issued, if one signs alone; a reporter is none."""
    names = resolved.document.authors
    if len(names) == 1:
        for number, entity in enumerate(resolved.entities):
            if entity.kind == "person" and entity.offices and names[0] in {entity.name, *entity.aliases}:
                return number
    return _orator(resolved)


def _orator(resolved: Resolved) -> int | None:
    """Who, by the first sentences, "delivered the following remarks"."""
    tree = resolved.tree
    for mention in resolved.mentions:
        if tree.sent[mention.head] >= OPENING_SENTENCES:
            break
        verb = tree.head[mention.head]
        if tree.dep[mention.head] != "nsubj" or tree.lemma[verb] not in DELIVERING:
            continue
        number = mention.entities[0]
        if resolved.entities[number].kind == "person" and any(
            tree.lemma[c] in ADDRESSES for c in tree.kids(verb, "dobj")
        ):
            return number
    return None


def _country(resolved: Resolved, code: str | None) -> int | None:
    if code is None:
        return None
    for number, entity in enumerate(resolved.entities):
        if entity.kind == "country" and entity.country == code:
            return number
    return None


def _parties(resolved: Resolved) -> tuple[int, ...]:
    """Countries and bodies of many countries in the head of a joint text, or else in its first sentences."""
    tree = resolved.tree
    for last in (1, 2, 3, 4):
        found: dict[int, None] = {}
        for mention in resolved.mentions:
            if tree.sent[mention.first] >= last:
                break
            for number in mention.entities:
                if _is_party(resolved.entities[number]):
                    found[number] = None
        if len(found) > 1:
            return tuple(found)
    return ()


def _is_party(entity: Entity) -> bool:
    return entity.kind == "country" or (entity.identity or "").startswith("igo:")


def _states(tree: Tree, verb: int) -> bool:
    """A verb of a statement in the present, its perfect or its progressive."""
    if tree.tag[verb] in {"VBZ", "VBP"}:
        return tree.lemma[verb] in STATEMENT_VERBS
    return any(tree.dep[c] == "aux" and tree.tag[c] in {"VBZ", "VBP"} for c in tree.children[verb])


def _stating_subject(resolved: Resolved) -> tuple[int, ...]:
    """The country or body that is most often the subject of a statement's verbs, if one leads."""
    tree = resolved.tree
    counts: Counter[int] = Counter()
    for mention in resolved.mentions:
        h = mention.head
        if tree.dep[h] != "nsubj" or len(mention.entities) != 1 or mention.form not in {"name", "metonym"}:
            continue
        verb = tree.head[h]
        if resolved.entities[mention.entities[0]].kind not in {"country", "organization"}:
            continue
        if _states(tree, verb):
            counts[mention.entities[0]] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],)
