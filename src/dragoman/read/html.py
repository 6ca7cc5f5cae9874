"""HTML → an article's text and its metadata. No network: only the page given is read.

Trafilatura finds the main text. The date is read in `meta_dates`: trafilatura's own search goes on to the
page's prose and looks at the clock, and neither may decide a publication date.
"""

from __future__ import annotations

import importlib
import logging
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree  # type: ignore[import-untyped]  # ships no types
from lxml import html as lxml_html

from dragoman.errors import EmptyDocumentError
from dragoman.read.meta_dates import find_date
from dragoman.read.metadata import Metadata
from dragoman.read.tags import strip_tags, tidy_lines
from dragoman.records import Date

if TYPE_CHECKING:
    from trafilatura.settings import Document as Found


class Page(NamedTuple):
    """An article's text, what its page says about it, and what was odd."""

    text: str
    metadata: Metadata
    warnings: tuple[str, ...]


MAX_ARTICLE_CHARS = 5_000_000
MAX_ARTICLE_TAGS = 50_000
"""In a larger page no article is looked for. Trafilatura takes half a second for a million characters, but
its time grows with the square of the number of elements: 40 s for 500,000 line breaks."""

MAX_HEAD_CHARS = 100_000

_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,500})</title", re.IGNORECASE)

for _name in ("trafilatura", "htmldate", "justext"):
    # their complaints about broken pages would go to stderr; ours go into the document's warnings
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(page: str, uri: str) -> Page:
    """Take the article out of a page.

    Args:
        page: The page's source, decoded.
        uri: What to call it in an error, and its address if it is one.

    Returns:
        Title, blank line, paragraphs parted by blank lines. Where no article stands out, or the page is past
        the limits above, all of its text, with a warning.

    Raises:
        EmptyDocumentError: If the page holds no text.
    """
    warnings: list[str] = []
    tree = found = date = None
    if len(page) > MAX_ARTICLE_CHARS or page.count("<") > MAX_ARTICLE_TAGS:
        warnings.append("the page is too large to look for an article in it: all of its text was read")
    else:
        tree = _parse(page)
        if tree is not None:
            date = find_date(tree)  # before the extraction, which prunes the tree
            found = _extract(tree)
        if found is None or not found.text:
            warnings.append("no article stands out in the page: all of its text was read")
    body = tidy_lines(found.text or "") if found is not None else ""
    body = body or strip_tags(page)
    if not body:
        raise EmptyDocumentError(uri)
    metadata = _metadata(found, page, date, uri)
    return Page(_with_title(metadata.title, body), metadata, tuple(warnings))


def _parse(page: str) -> lxml_html.HtmlElement | None:
    # as bytes, because lxml refuses a string that declares an encoding
    data = page.encode("utf-8", "replace")
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    cut_off = any("depth" in error.message for error in parser.error_log)  # nested too deep: the rest is lost
    return None if cut_off else tree


def _extract(tree: lxml_html.HtmlElement) -> Found | None:
    """Trafilatura's extraction; None where it finds nothing."""
    # imported late: it takes a third of a second, which readers of plain text need not wait
    trafilatura = importlib.import_module("trafilatura")
    # a fixed last date instead of today's, and no search through the prose: the result is not used
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    found: Found | None = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=dates
    )
    return found


def _with_title(title: str | None, body: str) -> str:
    """The title as first line, once: some pages repeat it in the article."""
    if title is None:
        return body
    first, _, rest = body.partition("\n\n")
    if first.casefold() == title.casefold() and rest:
        body = rest
    return f"{title}\n\n{body}"


def _metadata(found: Found | None, page: str, date: Date | None, uri: str) -> Metadata:
    url = uri if uri.startswith(("http://", "https://")) else None
    if found is None:
        declared = _TITLE.search(page[:MAX_HEAD_CHARS])
        name = " ".join(strip_tags(declared[1]).split()) if declared else ""
        return Metadata(title=name or None, url=url, published=date)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    title = " ".join((found.title or "").split())
    return Metadata(title or None, authors, found.sitename or None, url or found.url or None, date)
