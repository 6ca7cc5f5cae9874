"""Whose government issued a document, and who of its persons are that government's own.

A release speaks of its own officials without their country: "Secretary Hobson". Its letterhead, its signature
and its press contact say whose they are; news has no issuer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.resolve.actors_scan import PLACE_KINDS, Scan
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.offices import Title
from dragoman.resolve.persons import Person

AMERICAN = ("USA", "Department of State")
ISSUERS: Mapping[str, tuple[str, str | None]] = {
    "office of the spokesperson": AMERICAN,
    "department spokesperson": AMERICAN,
    "principal deputy spokesperson": AMERICAN,
    "department press briefing": AMERICAN,
    "@state.gov": AMERICAN,
    "u.s. department of state": AMERICAN,
    "us department of state": AMERICAN,
    "foreign, commonwealth & development office": ("GBR", None),
    "fcdo": ("GBR", None),
    "@fcdo.gov.uk": ("GBR", None),
    "global affairs canada": ("CAN", None),
    "auswärtiges amt": ("DEU", None),
    "@mofa.go.jp": ("JPN", None),
    "@dfat.gov.au": ("AUS", None),
    "press information bureau": ("IND", None),
}
"""What a government's own release says of its issuer in its head and foot → the country and the body."""

SIGNED_BY_SECRETARY = re.compile(r", secretary of state\b(?! for)")
HEAD_KINDS = frozenset({"byline", "contact", "stamp"})

ISSUER_TITLES = word_set(
    """administrator adviser advisor ambassador congressman congresswoman coordinator counselor envoy official
    representative secretary senator spokesperson undersecretary"""
)
"""Titles that in a government's own release need no country."""

LONE_TITLES = frozenset({"Secretary", "Secretary of State", "Chief Cabinet Secretary", "State Councilor"})
"""Titles of one country each."""

AMERICAN_TITLES = (
    "Secretary of State", "Secretary of Defense", "Defense Secretary", "Treasury Secretary",
    "Secretary of the Treasury", "Homeland Security Secretary", "Secretary of Homeland Security",
    "Commerce Secretary", "Secretary of Commerce",
)  # fmt: skip
"""What ministers are called in one country only, in its spelling."""

REPORTING = frozenset({"add", "announce", "declare", "say", "state", "tell"})
BINDING = word_set("agree announce commit decide offer pledge plan promise undertake vow")
"""What a government does of itself, so that its own minister tells of it."""

LOCAL_TITLES = word_set("governor lawmaker mayor minister mp prefect senator")
"""Titles whose bearers a local report names without their country; of presidents and kings the tables know
more.
"""


def issuing_country(scan: Scan) -> str | None:
    """The country whose government issued the document; None for news."""
    issuer = find_issuer(scan)
    return issuer[0] if issuer is not None else None


def find_issuer(scan: Scan) -> tuple[str, str | None] | None:
    """Country and body of the government that issued the document, by its letterhead and signature."""
    document = scan.document
    heads = [document.text[s.start : s.end] for s in document.layout if s.kind in HEAD_KINDS]
    told = " ".join([document.source or "", document.url or "", document.title or "", *heads]).lower()
    for phrase, issuer in ISSUERS.items():
        if phrase in told:
            return issuer
    return AMERICAN if SIGNED_BY_SECRETARY.search(told) else None


def add_issuer(scan: Scan, persons: list[Person]) -> None:
    """Give the issuer's own officials its country, and a bare "Secretary" the body that issued the text."""
    issuer, body = find_issuer(scan) or (None, None)
    for person in persons:
        for title in person.titles:
            if title.word == "secretary" and title.organization is None and person.country in {None, issuer}:
                title.organization = body
        if person.country is None and issuer is not None and speaks_for_issuer(person):
            person.infer(issuer, "issuer")
        elif person.country is None and _american_secretary(scan, person):
            person.infer("USA", "Secretary of State")


def speaks_for_issuer(person: Person) -> bool:
    """Whether someone without a country is one of the issuer's own."""
    if person.foreign or any(title.foreign for title in person.titles):
        return False
    if any(mention.byline for mention in person.mentions):
        return True
    own = (t for t in person.titles if t.word in ISSUER_TITLES and t.capital)
    return any("general" not in title.text.lower() for title in own)


def _american_secretary(scan: Scan, person: Person) -> bool:
    """Whether a "Secretary of State" without a country is the American one: the text speaks of the USA."""
    return "USA" in scan.countries and any(title.text.endswith(AMERICAN_TITLES) for title in person.titles)


def add_same_title(persons: list[Person]) -> None:
    """Give a "Secretary" without a country that of the document's other Secretary, where all agree."""
    known: dict[str, set[str]] = {}
    for person in persons:
        for title in person.titles:
            if title.text in LONE_TITLES and person.country is not None:
                known.setdefault(title.text, set()).add(person.country)
    for person in persons:
        for title in person.titles:
            countries = known.get(title.text, set())
            if person.country is None and len(countries) == 1:
                person.infer(next(iter(countries)), "same title")


def add_dateline(scan: Scan, persons: list[Person]) -> None:
    """Give a minister or mayor without a country that of the dateline, where hardly another can be meant.

    That is in an agency's report, or where no third country is named beside the issuer's.
    """
    country = dateline_country(scan)
    issuer = issuing_country(scan)
    own = {person.country for person in persons if any(mention.byline for mention in person.mentions)} | {
        issuer
    }
    news = scan.document.source is not None and issuer is None
    if country is None or country in own or not (news or scan.countries <= own | {country}):
        return
    for person in persons:
        foreign = any(title.foreign for title in person.titles)
        local = any(_is_local(title, country) for title in person.titles)
        if person.country is None and not foreign and local:
            person.infer(country, "dateline")


def _is_local(title: Title, country: str) -> bool:
    if title.word == "minister" and country == "USA":
        return False  # its ministers are called secretaries
    return title.word in LOCAL_TITLES and title.capital and "prime" not in title.text.lower()


def add_speakers(scan: Scan, persons: list[Person]) -> None:
    """Read "Chile pledged aid, Foreign Minister A said" and "A said in Santiago": for his own state.

    In the first form the verb must be one that binds its subject, since ministers speak of other states too.
    """
    for person in persons:
        if person.country is not None or person.foreign:
            continue
        for mention in person.mentions:
            ministers = (t.word == "minister" and t.capital and not t.foreign for t in mention.titles)
            if mention.first is None or mention.last is None or not any(ministers):
                continue
            verb = _verb_of_speech(scan, range(mention.first, mention.last))
            country = _spoken_for(scan, verb) if verb is not None else None
            if country is not None:
                person.infer(country, "speaker")
                break


def _verb_of_speech(scan: Scan, tokens: range) -> int | None:
    tree = scan.tree
    verbs = (tree.head[k] for k in tokens if tree.dep[k] == "nsubj" and tree.head[k] not in tokens)
    return next((verb for verb in verbs if tree.lemma[verb] in REPORTING), None)


def _spoken_for(scan: Scan, verb: int) -> str | None:
    """The subject of what was said, where it binds itself, else the capital where it was said."""
    tree = scan.tree
    for said in tree.kids(verb, "ccomp"):
        subject = tree.kid(said, "nsubj")
        hit = scan.hit(subject) if subject is not None and tree.lemma[said] in BINDING else None
        if hit is not None and hit.entry.kind == "country":
            return hit.entry.country
    for at in tree.kids(verb, "prep"):
        town = tree.kid(at, "pobj") if tree.lower[at] == "in" else None
        hit = scan.hit(town) if town is not None else None
        if hit is not None and hit.entry.kind == "capital":
            return hit.entry.country
    return None


def dateline_country(scan: Scan) -> str | None:
    """The country of the place in the dateline; None where there is none or several could be meant."""
    document = scan.document
    for segment in document.layout:
        if segment.kind != "dateline":
            continue
        hits = scan.knowledge.gazetteer.find(document.text[segment.start : segment.end].title())
        entries = [hit.entries[0] for hit in hits]
        countries = {entry.country for entry in entries if entry.kind in PLACE_KINDS | {"country"}}
        if len(countries) == 1:
            return countries.pop()
    return None
