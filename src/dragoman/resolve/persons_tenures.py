"""Heads of state and government by name: whom "Macron" or "Angela Merkel" means on the document's day."""

from __future__ import annotations

import datetime as dt

from dragoman.knowledge import Tenure
from dragoman.resolve.actors_scan import Scan
from dragoman.resolve.actors_words import CALENDAR, FUNCTION_WORDS
from dragoman.resolve.persons_find import PersonMention, person_mention

RECENT = dt.timedelta(days=6 * 365)
"""How long after leaving office a leader may still be called by the title."""
LONG_AGO = dt.timedelta(days=4 * 365)
"""How long after leaving office a leader is still known by the surname alone."""
ROLES = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "conj", "appos"})


def document_day(scan: Scan) -> dt.date | None:
    """The day the document was published; None where it does not say."""
    published = scan.document.published
    return published.start if published is not None else None


def tenures_of(scan: Scan, name: str, *, country: str | None, within: dt.timedelta) -> list[Tenure]:
    """Tenures of whoever bears the name and held the office on the document's day or shortly before.

    Dependencies are left out: their heads are those of their states. Without a day every tenure counts.
    """
    on = document_day(scan)
    countries = scan.knowledge.countries
    return [
        tenure
        for tenure in scan.knowledge.leaders.held(name, country=country)
        if (on is None or _near(tenure, on, within))
        and ((known := countries.get(tenure.country)) is None or known.state == tenure.country)
    ]


def _near(tenure: Tenure, on: dt.date, within: dt.timedelta) -> bool:
    if tenure.covers(on):
        return True
    last = tenure.end or tenure.last_seen
    return last is not None and (tenure.start is None or tenure.start <= on) and last < on <= last + within


def find_leaders(scan: Scan, known: list[PersonMention], taken: bytearray) -> list[PersonMention]:
    """Leaders of the day called by the bare surname, with their country; nobody where the day is unknown.

    Args:
        scan: The document.
        known: The persons found by their titles and names; their words are not looked up.
        taken: Tokens that belong to something else.
    """
    if document_day(scan) is None:
        return []
    named = {word for mention in known for word in mention.words}
    covered = {i for m in known if m.first is not None and m.last is not None for i in range(m.first, m.last)}
    answers: dict[str, Tenure | None] = {}
    found = []
    for i, word in enumerate(scan.tree.words):
        if (
            not scan.cap[i]
            or taken[i]
            or i in covered
            or not _could_be_surname(scan, i)
            or word.casefold() in named
        ):
            continue
        if word not in answers:
            answers[word] = _leader(scan, word)
        tenure = answers[word]
        if tenure is not None:
            mention = person_mention(scan, i, i, i + 1)
            mention.country, mention.leader = tenure.country, tenure
            found.append(mention)
    return found


def _could_be_surname(scan: Scan, i: int) -> bool:
    tree = scan.tree
    lower = tree.lower[i]
    if (
        scan.hit_at[i] >= 0
        or tree.dep[i] not in ROLES
        or not tree.words[i].isalpha()
        or tree.words[i].isupper()
    ):
        return False
    if lower in FUNCTION_WORDS or lower in CALENDAR or scan.titled[tree.sent[i]]:
        return False
    alone = not (i + 1 < len(tree) and scan.cap[i + 1]) and not (
        i > 0 and scan.cap[i - 1] and scan.tree.sent[i - 1] == tree.sent[i]
    )
    return alone and not (lower in scan.knowledge.common_words and i == scan.sentence_start(i))


def _leader(scan: Scan, word: str) -> Tenure | None:
    """The one principal who bears the surname; None where several do."""
    tenures = [t for t in tenures_of(scan, word, country=None, within=LONG_AGO) if t.rank == "principal"]
    names = {(t.country, t.name) for t in tenures}
    return tenures[0] if len(names) == 1 else None
