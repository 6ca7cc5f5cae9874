"""The country a person acts for: from the words beside the name, then from tables, then from the neighbours.

Each answer says how it is known. A body of many countries gives none: its officials stay without a country.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dragoman.knowledge import Tenure
from dragoman.resolve.actors_scan import COUNTRY_KINDS, PLACE_KINDS, Scan
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_find import LIST_LINKS, PersonMention

RECENT = dt.timedelta(days=6 * 365)
"""How long after leaving office a leader may still be called by the title."""

ISSUERS: Mapping[str, str] = {
    "office of the spokesperson": "USA", "department spokesperson": "USA", "@state.gov": "USA",
    "u.s. department of state": "USA", "us department of state": "USA",
    "foreign, commonwealth & development office": "GBR", "fcdo": "GBR", "@fcdo.gov.uk": "GBR",
    "global affairs canada": "CAN", "auswärtiges amt": "DEU", "@mofa.go.jp": "JPN", "@dfat.gov.au": "AUS",
}  # fmt: skip
"""What a government's own release says of its issuer in its head and foot → the country."""

STATE_TITLES = frozenset(
    """president premier chancellor minister secretary king queen emir sultan prince princess ambassador envoy
    representative senator congressman congresswoman speaker deputy governor mayor spokesperson spokesman
    spokeswoman general admiral colonel taoiseach leader chief undersecretary commander justice lawmaker mp
    judge prosecutor attorney official adviser advisor administrator coordinator director official""".split()  # noqa: SIM905
)


def add_countries(scan: Scan, persons: list[Person]) -> None:
    """Fill country, basis and origin of every person, and the identity of those a table knows."""
    for person in persons:
        match_tenure(scan, person)
    for person in persons:
        if person.country is None:
            body = next((t.body for t in person.titles if t.body is not None), None)
            if body is not None and body.country is not None:
                _set(person, body.country, "body")
    _carry_over(scan, persons)
    issuer = issuing_country(scan)
    for person in persons:
        if person.country is None and issuer is not None and _speaks_for_issuer(person):
            _set(person, issuer, "issuer")
    _carry_over(scan, persons)
    for person in persons:
        if person.country is None:
            _from_place(scan, person)
    _carry_over(scan, persons)


def _set(person: Person, country: str, rule: str) -> None:
    person.country, person.country_basis, person.country_origin = country, "inferred", rule


# tables


def match_tenure(scan: Scan, person: Person) -> None:
    """Look the person up among heads of state and government; title and name must agree."""
    heads = {title.word for title in person.titles if title.is_office}
    if not heads:
        return
    published = scan.document.published
    on = published.start if published is not None else None
    tenures = [t for t in scan.knowledge.leaders.held(person.name, country=person.country) if _agrees(t, person, heads)]
    if on is not None:
        tenures = [t for t in tenures if _near(t, on)]
    if not tenures or len({t.country for t in tenures}) > 1:
        return
    tenure = tenures[0]
    person.identity = f"leader:{tenure.country}:{tenure.name}"
    if person.country is None:
        person.country, person.country_basis, person.country_origin = tenure.country, "knowledge", "leaders"


def _agrees(tenure: Tenure, person: Person, heads: set[str]) -> bool:
    office = set(tenure.office.lower().split())
    return bool(heads & office) or (len(person.words) > 1 and bool(heads & {"president", "minister", "leader", "king"}))


def _near(tenure: Tenure, on: dt.date) -> bool:
    if tenure.start is not None and on < tenure.start:
        return False
    return tenure.end is None or on <= tenure.end + RECENT


# neighbours


def _carry_over(scan: Scan, persons: list[Person]) -> None:
    """Give the country of a list's first member to those after it: "Israeli President A, Prime Minister B"."""
    placed: list[tuple[PersonMention, Person]] = sorted(
        ((m, p) for p in persons for m in p.mentions if m.first is not None), key=lambda pair: pair[0].first or 0
    )
    for (before, first), (mention, person) in zip(placed, placed[1:], strict=False):
        if person.country is not None or first.country is None or first is person or not mention.titles:
            continue
        if mention.titles[0] in before.titles and before.titles[0].country is None:
            continue
        if _listed(scan, before, mention) and first.country_origin != "issuer":
            _set(person, first.country, "list")


def _listed(scan: Scan, before: PersonMention, mention: PersonMention) -> bool:
    assert before.last is not None and mention.first is not None  # noqa: S101, PT018  # callers keep to tokens
    tree = scan.tree
    if tree.sent[before.last - 1] != tree.sent[mention.first]:
        return False
    between = tree.lower[before.last : mention.first]
    return bool(between) and all(word in LIST_LINKS or word in {"the", "as", "well", "with", "his", "her"} for word in between)


def _from_place(scan: Scan, person: Person) -> None:
    """Read "travelled to Cairo to meet with President A": the host's country is that of the place before."""
    tree = scan.tree
    for mention in person.mentions:
        if mention.first is None or not any(t.word in STATE_TITLES for t in mention.titles):
            continue
        floor = scan.sentence_start(mention.first)
        if tree.dep[mention.name_first] in {"nsubj", "nsubjpass"}:
            continue
        for j in range(mention.first - 1, floor, -1):
            hit = scan.hit(j)
            if hit is None or hit.entry.kind not in PLACE_KINDS | COUNTRY_KINDS or hit.entry.kind == "demonym":
                continue
            if tree.lower[hit.first - 1] in {"in", "to", "at", ","} and hit.entry.country is not None:
                _set(person, hit.entry.country, "place of meeting")
                return


# the issuer


def issuing_country(scan: Scan) -> str | None:
    """The country whose government issued the document, by its letterhead and signature; None for news."""
    document = scan.document
    heads = [document.text[s.start : s.end] for s in document.layout if s.kind in {"byline", "contact", "stamp"}]
    told = " ".join([document.source or "", document.url or "", *heads]).lower()
    for phrase, country in ISSUERS.items():
        if phrase in told:
            return country
    if "secretary of state" in told and "United States" in document.text:
        return "USA"
    return None


def _speaks_for_issuer(person: Person) -> bool:
    """Whether someone without a country is one of the issuer's own."""
    if any(mention.byline for mention in person.mentions):
        return True
    return any(
        title.word in {"secretary", "envoy", "representative", "ambassador", "spokesperson", "undersecretary", "official",
                       "coordinator", "senator", "congressman", "congresswoman", "administrator", "adviser", "advisor"}
        for title in person.titles
    )  # fmt: skip
