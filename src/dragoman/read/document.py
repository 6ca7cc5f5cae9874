"""Bytes or text → `Document`: the stage's front door."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from dragoman.errors import EmptyDocumentError, TooLargeError, UnreadableDocumentError
from dragoman.read.clean import clean, drop_unseen
from dragoman.read.decode import decode
from dragoman.read.facts import Rank
from dragoman.read.html import read_html
from dragoman.read.language import looks_english
from dragoman.read.layout import lay_out
from dragoman.read.metadata import Metadata, url_date
from dragoman.records import Document

Format = Literal["text", "html"]

DEFAULT_LIMIT_BYTES = 8 * 1024 * 1024
"""The largest document read: more is an archive, not a document, and to parse it would take gigabytes."""

MAX_LINES = 1_000_000
"""Past this many lines a file is a table or a dump; to lay it out would take memory and minutes for
nothing."""

HTML_SUFFIXES = (".html", ".htm", ".xhtml")

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(r"<(?:p|div|br|h[1-6]|span|body|article|table|a|li|title)\b[^>]{0,500}>", re.IGNORECASE)


def read_bytes(
    data: bytes, uri: str, *, format: Format | None = None, limit_bytes: int = DEFAULT_LIMIT_BYTES
) -> Document:
    """Read one file's bytes.

    Args:
        data: The file as it is.
        uri: Where it came from: a path, an address, or "stdin"; the record keeps it.
        format: What it holds; without it, the suffix of `uri` and the first characters tell.
        limit_bytes: More bytes than this are refused.

    Returns:
        The document, laid out, with what its head says. `text` of plain text is the input with its line ends
        as LF and without invisible characters; of HTML it is the title, a blank line, and the article's
        paragraphs with blank lines between.

    Raises:
        TooLargeError: Past `limit_bytes`.
        UnreadableDocumentError: A binary format, too many control characters, or more than `MAX_LINES` lines.
        EmptyDocumentError: Nothing but white space, or a page without text.
    """
    if len(data) > limit_bytes:
        raise TooLargeError(uri, len(data), limit_bytes)
    decoded = decode(data, uri)
    warnings = list(decoded.warnings)
    if format is None:
        format = _format_of(decoded.text, uri, warnings)
    if format == "text":
        return _build(decoded.text, uri, _from_uri(uri), warnings)
    source = drop_unseen(decoded.text)
    page = read_html(source.text, uri)
    return _build(page.text, uri, page.metadata, [*warnings, *source.warnings, *page.warnings])


def read_text(text: str, uri: str, *, metadata: Metadata | None = None) -> Document:
    """Read text that is already decoded; as `read_bytes` of plain text.

    Args:
        text: The text.
        uri: Where it came from.
        metadata: What is known from elsewhere; the text's own head goes before it.

    Raises:
        EmptyDocumentError: Nothing but white space.
        UnreadableDocumentError: More than `MAX_LINES` lines.
    """
    return _build(text, uri, metadata or _from_uri(uri), [])


def _format_of(text: str, uri: str, warnings: list[str]) -> Format:
    start = text[:2000]
    if _HTML_START.match(start):
        return "html"
    if uri.lower().endswith(HTML_SUFFIXES):
        if _ANY_TAG.search(text[:200_000]):
            return "html"
        warnings.append("named as HTML but holds no elements: read as plain text")
    return "text"


def _from_uri(uri: str) -> Metadata:
    return Metadata(url=uri if uri.startswith(("http://", "https://")) else None)


def _build(raw: str, uri: str, metadata: Metadata, warnings: list[str]) -> Document:
    cleaned = clean(raw)
    text = cleaned.text
    if not text.strip():
        raise EmptyDocumentError(uri)
    n_lines = text.count("\n") + 1
    if n_lines > MAX_LINES:
        raise UnreadableDocumentError(
            uri, f"it has {n_lines:,} lines, past the limit of {MAX_LINES:,} for one document"
        )
    segments, facts = lay_out(text)
    if metadata.published is not None:
        facts.dates.append((Rank.METADATA, metadata.published))
    from_url = url_date(metadata.url) if metadata.url else None
    if from_url is not None:
        facts.dates.append((Rank.URL, from_url))
    published = facts.published()
    english = looks_english(text)
    if not english:
        warnings = [*warnings, "the text does not look like English, the only language coded so far"]
    return Document(
        id=hashlib.sha256(text.encode("utf-8")).hexdigest()[:32],
        uri=uri,
        source=facts.source or metadata.source or facts.letterhead,
        url=metadata.url,
        title=facts.title or metadata.title,
        authors=tuple(facts.authors) or metadata.authors,
        language="en" if english else "und",
        published=published,
        dateline=facts.dateline,
        text=text,
        warnings=(*dict.fromkeys((*warnings, *cleaned.warnings, *facts.warnings)),),
        layout=segments,
    )
