"""The country that a person acts for: from the words beside the name, then from tables, then from the neighbours.

Each answer says how it is known. A body of many countries gives none: its officials stay without a country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.knowledge import Tenure
from dragoman.resolve.actors_scan import COUNTRY_KINDS, PLACE_KINDS, Scan
from dragoman.resolve.actors_words import word_set
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_find import LIST_LINKS, PersonMention
from dragoman.resolve.persons_tenures import RECENT, tenures_of

AMERICAN = ("USA", "Department of State")
ISSUERS: Mapping[str, tuple[str, str | None]] = {
    "office of the spokesperson": AMERICAN, "department spokesperson": AMERICAN, "@state.gov": AMERICAN,
    "u.s. department of state": AMERICAN, "us department of state": AMERICAN,
    "foreign, commonwealth & development office": ("GBR", None), "fcdo": ("GBR", None), "@fcdo.gov.uk": ("GBR", None),
    "global affairs canada": ("CAN", None), "auswärtiges amt": ("DEU", None), "@mofa.go.jp": ("JPN", None),
    "@dfat.gov.au": ("AUS", None), "white house": ("USA", None), "press information bureau": ("IND", None),
}  # fmt: skip
"""What a government's own release says of its issuer in its head and foot → the country and the body."""


STATE_TITLES = word_set(
    """admiral ambassador attorney chancellor chief colonel commander congressman congresswoman deputy emir envoy general
    governor judge justice king lawmaker leader mayor minister mp official premier president prince princess prosecutor
    queen representative secretary senator speaker spokesman spokesperson spokeswoman sultan taoiseach"""
)
"""Titles whose bearers act for a state."""


LONE_TITLES = frozenset({"Secretary", "Secretary of State", "Chief Cabinet Secretary", "State Councilor"})
"""Titles of one country each."""
LOCAL_TITLES = word_set("president premier chancellor minister mayor governor prefect lawmaker senator mp king queen")


LEADING = frozenset({"president", "minister", "leader", "king", "premier", "chancellor", "ruler"})
"""Titles under which texts speak of leaders whatever their office is called."""
PLACE_AFTER = "place after"
REACH = 20
"""Tokens between a place and the official met there."""


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
    _from_signing(scan, persons)
    issuer, body = find_issuer(scan) or (None, None)
    for person in persons:
        for title in person.titles:
            if title.word == "secretary" and title.organization is None and person.country in {None, issuer}:
                title.organization = body  # a bare "Secretary" in the department's own release
        if person.country is None and issuer is not None and _speaks_for_issuer(person):
            _set(person, issuer, "issuer")
        elif person.country is None and _american_secretary(scan, person):
            _set(person, "USA", "Secretary of State")
    _carry_over(scan, persons)
    for person in persons:
        if person.country is None:
            _from_place(scan, person)
    _carry_over(scan, persons)
    _same_title(persons)
    _from_dateline(scan, persons, issuer)


def _set(person: Person, country: str, rule: str) -> None:
    person.country, person.country_basis, person.country_origin = country, "inferred", rule


# tables


def match_tenure(scan: Scan, person: Person) -> None:
    """Look the person up among heads of state and government; title and name must agree."""
    bare = next((m.leader for m in person.mentions if m.leader is not None), None)
    heads = {title.word for title in person.titles if title.is_office}
    if bare is not None and not heads:
        person.country = None
        _identify(person, bare)
        return
    if not heads:
        tenures = tenures_of(scan, person.name, country=person.country, within=RECENT) if len(person.words) > 1 else []
        if tenures and len({t.country for t in tenures}) == 1 and tenures[0].rank == "principal":
            _identify(person, tenures[0])
        return
    known = tenures_of(scan, person.name, country=person.country, within=RECENT)
    tenures = [t for t in known if heads & set(re.split(r"[\s-]+", t.office.lower()))]
    if not tenures and len(person.words) > 1 and heads & LEADING:
        tenures = known
    if not tenures or len({tenure.country for tenure in tenures}) > 1:
        return
    _identify(person, tenures[0])


def _identify(person: Person, tenure: Tenure) -> None:
    person.identity = f"leader:{tenure.country}:{tenure.name}"
    person.tenure = tenure
    if person.country is None:
        person.country, person.country_basis, person.country_origin = tenure.country, "knowledge", "leaders"


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
    for (before, first), (mention, person) in zip(placed[-2::-1], placed[:0:-1], strict=False):
        if first.country is None and person.country_origin == PLACE_AFTER and _listed(scan, before, mention):
            _set(first, person.country or "", PLACE_AFTER)


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
        after = _place_after(scan, mention)
        if after is not None:
            _set(person, after, PLACE_AFTER)
            return
        floor = max(scan.sentence_start(mention.first), mention.first - REACH)
        if any(tree.dep[k] in {"nsubj", "nsubjpass"} for k in range(mention.first, mention.last or mention.first)):
            continue
        for j in range(mention.first - 1, floor, -1):
            hit = scan.hit(j)
            if hit is None or hit.entry.kind not in PLACE_KINDS | COUNTRY_KINDS or hit.entry.kind == "demonym":
                continue
            if tree.lower[hit.first - 1] in {"in", "to", "at", ","} and hit.entry.country is not None:
                _set(person, hit.entry.country, "place of meeting")
                return


def _place_after(scan: Scan, mention: PersonMention) -> str | None:
    """The country in "Prime Minister Shtayyeh in the West Bank"."""
    tree, j = scan.tree, mention.last or 0
    if j + 1 >= len(tree) or tree.lower[j] != "in":
        return None
    hit = scan.hit(j + 1 + (tree.lower[j + 1] == "the")) if j + 2 < len(tree) else None
    return hit.entry.country if hit is not None and hit.entry.kind in PLACE_KINDS | {"country"} else None


def _from_signing(scan: Scan, persons: list[Person]) -> None:
    """Read "A signed for Ghana", "spoke on behalf of Ghana": the side is named after the verb."""
    tree = scan.tree
    placed = sorted((m.first, p) for p in persons for m in p.mentions if m.first is not None)
    for j, lower in enumerate(tree.lower):
        if lower not in {"signed", "signs", "signing", "sign", "spoke", "behalf"} or j + 2 >= len(tree):
            continue
        k = j + 1 if tree.lower[j + 1] in {"for", "of"} else j + 3 if tree.lower[j + 1 : j + 3] == ["it", "for"] else 0
        if not k or (tree.lower[k] == "of") != (lower == "behalf"):
            continue
        hit = scan.hit(k + 1 + (tree.lower[k + 1] == "the")) if k + 2 < len(tree) else None
        before = [p for first, p in placed if first < j and tree.sent[first] == tree.sent[j]]
        if hit is None or hit.entry.kind not in {"country", "metonym"} or not before or hit.entry.country is None:
            continue
        if before[-1].country is None:
            _set(before[-1], hit.entry.country, "signed for")


def _same_title(persons: list[Person]) -> None:
    """Give a "Secretary" without a country that of the other Secretary of the document, where all agree."""
    known: dict[str, set[str | None]] = {}
    for person in persons:
        for title in person.titles:
            if title.text in LONE_TITLES:
                known.setdefault(title.text, set()).add(person.country)
    for person in persons:
        for title in person.titles:
            countries = known.get(title.text, set()) - {None}
            if person.country is None and len(countries) == 1:
                _set(person, next(iter(countries)) or "", "same title")


def _from_dateline(scan: Scan, persons: list[Person], issuer: str | None) -> None:
    """Give a minister or mayor without a country that of the dateline, where it is not the issuer's own."""
    country = dateline_country(scan)
    own = {issuer} | {person.country for person in persons if any(m.byline for m in person.mentions)}
    if country is None or country in own:
        return
    for person in persons:
        foreign = any(title.foreign for title in person.titles)
        if person.country is None and not foreign and any(t.word in LOCAL_TITLES and t.capital for t in person.titles):
            _set(person, country, "dateline")


def dateline_country(scan: Scan) -> str | None:
    """The country of the place in the dateline; None where there is none or several could be meant."""
    document = scan.document
    for segment in document.layout:
        if segment.kind != "dateline":
            continue
        hits = scan.knowledge.gazetteer.find(document.text[segment.start : segment.end].title())
        countries = {hit.entries[0].country for hit in hits if hit.entries[0].kind in PLACE_KINDS | {"country"}}
        if len(countries) == 1:
            return countries.pop()
    return None


# the issuer


def _american_secretary(scan: Scan, person: Person) -> bool:
    """Whether a "Secretary of State" without a country can only be the American one: the text speaks of the USA."""
    own = any(title.text.endswith("Secretary of State") for title in person.titles)
    return own and any(hit.entry.identity == "country:USA" for hit in scan.hits)


def issuing_country(scan: Scan) -> str | None:
    """The country whose government issued the document; None for news."""
    issuer = find_issuer(scan)
    return issuer[0] if issuer is not None else None


def find_issuer(scan: Scan) -> tuple[str, str | None] | None:
    """Country and body of the government that issued the document, by its letterhead and signature."""
    document = scan.document
    heads = [document.text[s.start : s.end] for s in document.layout if s.kind in {"byline", "contact", "stamp"}]
    told = " ".join([document.source or "", document.url or "", *heads]).lower()
    for phrase, issuer in ISSUERS.items():
        if phrase in told:
            return issuer
    if re.search(r", secretary of state\b(?! for)", told):
        return AMERICAN
    return None


ISSUER_TITLES = word_set(
    """administrator adviser advisor ambassador congressman congresswoman coordinator envoy official representative
    secretary senator spokesperson undersecretary"""
)
"""Titles that in a government's own release need no country."""


def _speaks_for_issuer(person: Person) -> bool:
    """Whether someone without a country is one of the issuer's own."""
    if any(title.foreign for title in person.titles):
        return False
    if any(mention.byline for mention in person.mentions):
        return True
    return any(t.word in ISSUER_TITLES and t.capital and "general" not in t.text.lower() for t in person.titles)
