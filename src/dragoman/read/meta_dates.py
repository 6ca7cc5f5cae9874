"""The publication date that a page declares: meta elements, JSON-LD, `time` elements."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator

from lxml import html as lxml_html  # type: ignore[import-untyped]  # ships no types

from dragoman.records import Date

DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "date",
    "datecreated",
)
"""Names of meta elements that give the publication date, the most exact first."""

MAX_JSON_CHARS = 1_000_000

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)(?:[T ](\d\d):(\d\d))?")
_PUBLICATION = re.compile(r"publish|pubdate|entry-date|posted", re.IGNORECASE)


def find_date(tree: lxml_html.HtmlElement) -> Date | None:
    """The first date that reads as ISO 8601, with its clock time where one is given; None for none."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            metas.setdefault(name.lower(), element.get("content"))
    candidates = [metas[name] for name in DATE_NAMES if name in metas]
    candidates += _json_dates(tree)
    candidates += [element.get("datetime", "") for element in tree.iter("time") if _is_publication(element)]
    return next((date for text in candidates if (date := _iso_date(text)) is not None), None)


def _is_publication(element: lxml_html.HtmlElement) -> bool:
    marks = f"{element.get('itemprop', '')} {element.get('class', '')}"
    return _PUBLICATION.search(marks) is not None or element.get("pubdate") is not None


def _json_dates(tree: lxml_html.HtmlElement) -> list[str]:
    dates: list[str] = []
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" not in element.get("type", "") or len(text) > MAX_JSON_CHARS:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # one broken block of several is common
            continue
        dates += [date for item in _objects(data) if isinstance(date := item.get("datePublished"), str)]
    return dates


def _objects(data: object) -> Iterator[dict[str, object]]:
    """JSON-LD's objects: the thing itself, a list of things, or an @graph."""
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            if isinstance(graph, list):
                yield from (item for item in graph if isinstance(item, dict))


def _iso_date(text: str) -> Date | None:
    match = _ISO.match(text)
    if match is None:
        return None
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    # midnight sharp is how systems write a day without a time
    time = f"{match[4]}:{match[5]}" if match[4] and (match[4], match[5]) != ("00", "00") else None
    return Date(day, day, "day", "metadata", None, time)
