"""Who says "I" and "we": a quotation's speaker, a transcript's, or the body whose statement it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.knowledge import Knowledge
from dragoman.records import Entity
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.coreference_quotes import SPEECH_VERBS, Quote
from dragoman.resolve.resolved import Resolved

FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
FIRST = FIRST_SINGULAR | FIRST_PLURAL

JOINT = re.compile(
    r"\bjoint(?:ly)?\b[^.\n]{0,60}\b(?:statement|declaration|communiqu[eé]|readout|press release)\b",
    re.I,
)
"""A text issued by several parties together."""

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
        self._labels: dict[int, int | None] = {}
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
        if label is None:
            return self._issuers() if plural else ()
        if segment not in self._labels:
            self._labels[segment] = label_entity(resolved, label.of(resolved.document.text))
        number = self._labels[segment]
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
    opening = (document.title or "") + "\n" + document.text[:600]
    if JOINT.search(opening):
        return _parties(resolved)
    if document.source:
        for hit in knowledge.gazetteer.find(document.source):
            country = hit.entries[0].country
            number = _country(resolved, country)
            if number is not None:
                return (number,)
    return _stating_subject(resolved)


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
        if tree.lemma[verb] in STATEMENT_VERBS and tree.tag[verb] in {"VBZ", "VBP"}:
            counts[mention.entities[0]] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ()
    return (ranked[0][0],)
