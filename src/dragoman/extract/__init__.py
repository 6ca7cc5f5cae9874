"""What happened and what was said: events and claims of a resolved document."""

from __future__ import annotations

from dragoman.codebooks import Codebook
from dragoman.extract.claims import Claims
from dragoman.extract.contexts import Contexts
from dragoman.extract.deeds import extract_deeds
from dragoman.extract.engagements import Engagements
from dragoman.extract.finish import finish
from dragoman.extract.links import add_contexts, link_claims, link_visits, place_events, without_repeats
from dragoman.extract.participants import Participants
from dragoman.extract.speech_acts import speech_acts
from dragoman.extract.timing import Timing
from dragoman.extract.visits import Visits
from dragoman.knowledge import Knowledge
from dragoman.records import Coded
from dragoman.resolve.resolved import Resolved

__all__ = ["extract"]


def extract(resolved: Resolved, knowledge: Knowledge, codebook: Codebook) -> Coded:
    """Read events, engagements and claims off a resolved document.

    Args:
        resolved: The document with its entities, mentions and dates.
        knowledge: The tables.
        codebook: What counts as an event, with its scores and codes.

    Returns:
        All records of the document, in text order, with ids `v1…` for events and `c1…` for claims.
    """
    participants = Participants(resolved, knowledge)
    timing = Timing(resolved)
    if codebook.by_examples:
        return _by_examples(participants, timing, codebook)
    visits = Visits(participants, timing).find()
    engagements = Engagements(participants, timing).find()
    claims = Claims(participants, timing)
    said = claims.find()
    acts = speech_acts(participants, timing, said, claims.threats)
    deeds = without_repeats(
        extract_deeds(participants, timing, codebook, [*visits, *engagements, *acts, *said]),
        [*visits, *engagements, *acts],
    )
    link_visits(participants, visits, engagements)
    events = [*visits, *engagements, *acts, *deeds]
    place_events(participants, events)
    link_claims(events, said)
    add_contexts(Contexts(resolved, codebook), events, said)
    return finish(resolved, events, said, codebook)


def _by_examples(participants: Participants, timing: Timing, codebook: Codebook) -> Coded:
    """The same with a codebook of one's own: its types instead of PLOVER's; claims are no matter of types."""
    from dragoman.extract.custom import extract_custom  # noqa: PLC0415  # other runs are spared it

    claims = Claims(participants, timing)
    said = claims.find()
    events = extract_custom(participants, timing, codebook)
    place_events(participants, events)
    link_claims(events, said)
    add_contexts(Contexts(participants.resolved, codebook), events, said)
    return finish(participants.resolved, events, said, codebook)
