"""The country that a text is about, for people whom nothing else places: victims, relatives, ministers.

A title that names one foreign country ("Statement on Belarus") says where the people of the text
belong, unless they serve a body of many countries or speak for the one who issued it.
"""

from __future__ import annotations

from collections import Counter

from dragoman.resolve.actors_scan import COUNTRY_KINDS, Scan
from dragoman.resolve.persons import Person
from dragoman.resolve.persons_issuer import issuing_country


def add_story(scan: Scan, persons: list[Person]) -> None:
    """Give people without a country that of the story, where the title names just one.

    Args:
        scan: The document.
        persons: Its persons; those who have a country, or act for a body of many, keep what they have.
    """
    country = story_country(scan)
    if country is None:
        return
    for person in persons:
        foreign = person.foreign or any(title.foreign for title in person.titles)
        signed = any(mention.byline for mention in person.mentions)
        if person.country is None and not foreign and not signed:
            person.infer(country, "story")


def story_country(scan: Scan) -> str | None:
    """The one country, the issuer's aside, that the title names and no other is named more often than."""
    issuer = issuing_country(scan)
    document = scan.document
    titles = [document.text[s.start : s.end] for s in document.layout if s.kind == "title"]
    titled = {
        hit.entries[0].country
        for title in titles
        for hit in scan.knowledge.gazetteer.find(title)
        if hit.entries[0].kind in COUNTRY_KINDS
    } - {issuer, None}
    if len(titled) != 1:
        return None
    country = titled.pop()
    named = Counter(hit.entry.country for hit in scan.hits if hit.entry.kind in COUNTRY_KINDS)
    del named[issuer]
    return country if named[country] >= max(named.values(), default=0) else None
