"""HTML → an article's text and its metadata. No network: only the bytes given are read.

The main text is found by trafilatura. The date is read here from meta elements, JSON-LD and `time` elements:
trafilatura's own search goes on to the page's prose and to the clock, which must not decide a publication date.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree, html

from dragoman.errors import EmptyDocumentError, UnreadableDocumentError
from dragoman.read.metadata import Metadata
from dragoman.records import Date


class Page(NamedTuple):
    """An article's text, what its page says about it, and what was odd."""

    text: str
    metadata: Metadata
    warnings: tuple[str, ...]


DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published", "publishdate",
    "publish_date", "publish-date", "publication_date", "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "citation_publication_date", "dcterms.issued", "dcterms.date", "dc.date.issued", "dc.date", "dcterms.created", "dc.date.created",
    "date", "datecreated",
)  # fmt: skip
"""Names of meta elements that give the publication date, the most exact first."""

MAX_JSON_CHARS = 1_000_000

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):(\d\d))?")
_SPACES = re.compile(r"[^\S\n]+")
_PARAGRAPHS = "p|h1|h2|h3|h4|h5|h6|li|blockquote|td|th|pre|dd|dt|figcaption|div|section|article|tr|br"


def read_html(page: str, uri: str) -> Page:
    """Take the article out of a page.

    Args:
        page: The page's source, decoded.
        uri: What to call it in an error, and its address if it is one.

    Returns:
        Title, blank line, paragraphs parted by blank lines. Where no article stands out, all of the page's text, with a
        warning.

    Raises:
        UnreadableDocumentError: If the source cannot be parsed at all.
        EmptyDocumentError: If it holds no text.
    """
    tree = _parse(page, uri)
    found = _extract(tree)
    warnings: list[str] = []
    body = _text_of(found)
    if not body:
        body = _whole_text(tree)
        warnings.append("no article stands out in the page: all of its text was read")
    if not body:
        raise EmptyDocumentError(uri)
    metadata = _metadata(found, tree, uri)
    return Page(_with_title(metadata.title, body), metadata, tuple(warnings))


def _parse(page: str, uri: str) -> Any:
    # bytes, because lxml refuses a string that declares an encoding
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(
            page.encode("utf-8", "replace").replace(b"\x00", b"\xef\xbf\xbd"), parser=parser
        )
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableDocumentError(uri, f"its HTML cannot be parsed ({error})") from error
    return tree


def _extract(tree: Any) -> Any:
    """Trafilatura's extraction; None where it finds nothing. Loaded late: it takes a third of a second to import."""
    trafilatura = importlib.import_module("trafilatura")
    clockless = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    source = etree.tostring(tree, encoding="unicode", method="html")
    return trafilatura.bare_extraction(
        source,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=clockless,
    )


def _text_of(found: Any) -> str:
    lines = (found.text or "").split("\n") if found is not None else []
    return "\n\n".join(line for raw in lines if (line := _SPACES.sub(" ", raw).strip()))


def _whole_text(tree: Any) -> str:
    for element in tree.xpath("//script|//style|//noscript|//template|//head"):
        element.drop_tree()
    for element in tree.xpath("|".join(f"//{name}" for name in _PARAGRAPHS.split("|"))):
        element.tail = "\n\n" + (element.tail or "")
        element.text = "\n\n" + (element.text or "")
    lines = (_SPACES.sub(" ", line).strip() for line in tree.text_content().split("\n"))
    return "\n\n".join(line for line in lines if line)


def _with_title(title: str | None, body: str) -> str:
    """The title as first line, once: some pages repeat it in the article."""
    if title is None:
        return body
    first, _, rest = body.partition("\n\n")
    if " ".join(first.split()).casefold() == title.casefold() and rest:
        body = rest
    return f"{title}\n\n{body}"


def _metadata(found: Any, tree: Any, uri: str) -> Metadata:
    url = uri if uri.startswith(("http://", "https://")) else None
    date = _date(tree)
    if found is None:
        title = tree.findtext(".//title")
        return Metadata(title=" ".join(title.split()) or None if title else None, url=url, published=date)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    title = " ".join(found.title.split()) if found.title else None
    return Metadata(title or None, authors, found.sitename or None, url or found.url or None, date)


def _date(tree: Any) -> Date | None:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            metas.setdefault(name.lower(), element.get("content"))
    candidates = [metas[name] for name in DATE_NAMES if name in metas]
    candidates += _json_dates(tree)
    candidates += [element.get("datetime", "") for element in tree.iter("time") if _is_publication(element)]
    return next((date for text in candidates if (date := _iso_date(text)) is not None), None)


def _is_publication(element: Any) -> bool:
    marks = " ".join((element.get("itemprop", ""), element.get("class", ""), element.get("pubdate", "no")))
    return (
        re.search(r"publish|pubdate|entry-date|posted", marks, re.IGNORECASE) is not None
        or element.get("pubdate") is not None
    )


def _json_dates(tree: Any) -> list[str]:
    dates = []
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" not in element.get("type", "") or len(text) > MAX_JSON_CHARS:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        dates += [
            item["datePublished"] for item in _objects(data) if isinstance(item.get("datePublished"), str)
        ]
    return dates


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD's objects: the thing itself, a list of things, or an @graph."""
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if isinstance(thing, dict):
            yield thing
            if isinstance(thing.get("@graph"), list):
                yield from (item for item in thing["@graph"] if isinstance(item, dict))


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
