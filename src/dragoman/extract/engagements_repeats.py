"""Engagements told more than once: in the title and the body, or in passing later."""

from __future__ import annotations

from dragoman.extract.drafts import EventDraft


def merge_repeats(found: list[EventDraft], title_sentences: frozenset[int]) -> list[EventDraft]:
    """One event an engagement: the same form and the same people without two different dates is told again.

    A later mention with fewer of the same people is a repeat, too ("during their meeting"); what a title
    tells is kept only where the body does not tell it.
    """
    kept: list[EventDraft] = []
    for event in found:
        for other in kept:
            if _same_engagement(event, other):
                _absorb(other, event, told_in_title=other.sentence in title_sentences)
                break
        else:
            kept.append(event)
    return kept


def _same_engagement(event: EventDraft, other: EventDraft) -> bool:
    if event.form != other.form or event.token == other.token:
        return False
    if event.date is not None and other.date is not None and event.date.start != other.date.start:
        return False
    if "negated" in {event.status, other.status} and event.status != other.status:
        return False
    return event.people() <= other.people() or other.people() <= event.people()


def _absorb(kept: EventDraft, repeat: EventDraft, *, told_in_title: bool) -> None:
    """Take the fuller telling: the one with more people, or the body's where the kept one is the title's."""
    fuller = len(repeat.people()) > len(kept.people())
    if fuller:
        kept.sources, kept.targets = repeat.sources, repeat.targets
    if fuller or told_in_title:
        kept.trigger, kept.evidence, kept.token, kept.sentence = (
            repeat.trigger,
            repeat.evidence,
            repeat.token,
            repeat.sentence,
        )
        kept.status, kept.cue = repeat.status, repeat.cue
    if kept.date is None:
        kept.date = repeat.date
