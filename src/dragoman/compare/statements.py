"""Claims as they are compared: with the strength of their words, their deadline and their amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from dragoman.compare.amounts import iter_amounts
from dragoman.compare.comparison import Level, Party, Statement, Words
from dragoman.compare.deadlines import DeadlineFinder
from dragoman.knowledge.diplomatic_words import DiplomaticWords, Scale
from dragoman.records import Actor, Claim, ClaimKind, Coded, Span, Strength

STRENGTHS: tuple[Strength, ...] = get_args(Strength)
"""Weakest first."""
PLEDGE_SCALE = "pledge"
WORD_REACH = 45
"""Code points behind a claim's cue in which its graded word begins: "expressed Peru's deep concern"."""
DATED: frozenset[ClaimKind] = frozenset({"pledge", "request", "report"})
"""Kinds whose dates are deadlines; a date in a judgement says when the thing judged was."""
_FOR: tuple[Scale, ...] = ("for",)
_AGAINST: tuple[Scale, ...] = ("against", "opposition")


def build_statements(coded: Coded, words: DiplomaticWords) -> tuple[Statement, ...]:
    """A document's claims as they are compared, in text order.

    Args:
        coded: The document's records.
        words: The table of diplomatic words.
    """
    deadlines = DeadlineFinder(coded.document)
    names = {entity.id: entity.name for entity in coded.entities}
    ordered = sorted(coded.claims, key=lambda claim: (claim.evidence, claim.id))
    return tuple(_statement(coded.document.text, claim, words, deadlines, names) for claim in ordered)


def parties(actors: Iterable[Actor]) -> tuple[Party, ...]:
    """Actors by name and country, each once."""
    return tuple(dict.fromkeys(Party(actor.name, actor.country) for actor in actors))


def _statement(
    text: str, claim: Claim, words: DiplomaticWords, deadlines: DeadlineFinder, names: dict[str, str]
) -> Statement:
    content = claim.action or claim.evidence
    level = _level(text, claim, words)
    deadline = deadlines.within(_widened(text, content)) if claim.kind in DATED else None
    cue = Words(claim.cue, claim.cue.of(text)) if claim.cue else None
    return Statement(
        claim=claim.id,
        kind=claim.kind,
        speakers=parties(claim.speakers),
        others=parties((*claim.partners, *claim.addressees)),
        about=tuple(names[entity] for entity in claim.about if entity in names),
        topics=claim.topics,
        content=" ".join(content.of(text).split()),
        stance=claim.stance,
        strength=claim.strength,
        negated=claim.negated,
        level=level,
        deadline=deadline,
        amounts=tuple(iter_amounts(text, content.start, content.end)),
        cue=cue,
        evidence=Words(claim.evidence, claim.evidence.of(text)),
        quote=_quote(
            text,
            claim.evidence,
            (cue, level.words if level else None, deadline.words if deadline else None),
        ),
    )


def _quote(text: str, evidence: Span, parts: Iterable[Words | None]) -> Words:
    """The evidence, grown to what belongs to it and stands close by."""
    spans = [one.span for one in parts if one]
    near = [
        span
        for span in spans
        if evidence.start - WORD_REACH <= span.start and span.end <= evidence.end + WORD_REACH
    ]
    span = Span(
        min([evidence.start, *(one.start for one in near)]), max([evidence.end, *(one.end for one in near)])
    )
    return Words(span, span.of(text))


def _widened(text: str, content: Span) -> Span:
    """The content with a date that follows it directly: "…, by June"."""
    end = content.end
    stop = next((at for at in range(end, min(end + WORD_REACH, len(text))) if text[at] in ".;\n"), end)
    return Span(content.start, stop)


def _level(text: str, claim: Claim, words: DiplomaticWords) -> Level | None:
    """How strong a claim's words are; None for reports, and where no word of the table stands."""
    if claim.strength is not None:
        cue = Words(claim.cue, claim.cue.of(text)) if claim.cue else None
        return Level(PLEDGE_SCALE, STRENGTHS.index(claim.strength) + 1, claim.strength, cue)
    scales = _scales(claim)
    start = claim.cue.start if claim.cue else claim.evidence.start
    end = max(claim.evidence.end, start + 1)
    found = words.find(text, start, end, scales) if scales else None
    if found is None or found.start > start + WORD_REACH:
        return None
    span = Span(found.start, found.end)
    return Level(found.level.scale, found.level.rank, found.level.name, Words(span, span.of(text)))


def _scales(claim: Claim) -> Sequence[Scale]:
    match claim.kind, claim.stance:
        case "request", _:
            return ("request",)
        case (("position" | "assessment"), "support"):
            return _FOR
        case ("accusation", _) | (("position" | "assessment"), "oppose"):
            return _AGAINST
        case (("position" | "assessment" | "report"), _):
            return (*_FOR, *_AGAINST)
        case _:
            return ()
