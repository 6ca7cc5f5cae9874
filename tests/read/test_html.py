# ruff: noqa: E501 - one row of a table is a page, however long
"""HTML pages: the article's text, its title, and the date a page declares. Pages are made up."""

from __future__ import annotations

import socket

import pytest

from dragoman.errors import EmptyDocumentError
from dragoman.read import read_bytes
from dragoman.records import Document

P1 = "The ministers of trade met in Riga on Monday and agreed on a common tariff for timber from the north."
P2 = (
    "They will meet again in June, when the prime ministers are to sign the text in the presence of the king."
)
P3 = "Timber is the largest export of both countries, and the tariff was the last open point between them."
TITLE = "Ministers agree on timber"
BODY = f"<p>{P1}</p><p>{P2}</p><p>{P3}</p>"


def page(head: str = "", body: str = BODY, *, title: str = TITLE) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def paragraphs(document: Document) -> list[str]:
    return [document.text[part.start : part.end] for part in document.layout if part.kind == "paragraph"]


def test_article_is_title_and_paragraphs() -> None:
    document = read_bytes(page(), "x.html")
    assert document.text == "\n\n".join((TITLE, P1, P2, P3))
    assert document.title == TITLE
    assert document.layout[0].kind == "title"
    assert paragraphs(document) == [P1, P2, P3]
    assert document.warnings == ()


DATES = [
    # id, head, uri, date and time, basis
    (
        "article time",
        "<meta property='article:published_time' content='2023-05-03T14:05:00+03:00'>",
        "x.html",
        ("2023-05-03", "14:05"),
        "metadata",
    ),
    (
        "midnight is no time",
        "<meta name='pubdate' content='2023-05-03T00:00:00Z'>",
        "x.html",
        ("2023-05-03", None),
        "metadata",
    ),
    (
        "Dublin Core",
        "<meta name='DC.date.issued' content='20230503'>",
        "x.html",
        ("2023-05-03", None),
        "metadata",
    ),
    (
        "most exact name first",
        "<meta name='date' content='2023-06-01'><meta property='article:published_time' content='2023-05-03'>",
        "x.html",
        ("2023-05-03", None),
        "metadata",
    ),
    (
        "JSON-LD",
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-05-03T09:00"}]}</script>',
        "x.html",
        ("2023-05-03", "09:00"),
        "metadata",
    ),
    (
        "broken JSON-LD",
        '<script type="application/ld+json">{"datePublished": </script>',
        "x.html",
        None,
        None,
    ),
    ("impossible date", "<meta name='date' content='2023-02-31'>", "x.html", None, None),
    ("address", "", "https://example.org/2023/05/03/timber.html", ("2023-05-03", None), "url"),
    ("address with dashes", "", "https://example.org/world/2023-05-03-timber", ("2023-05-03", None), "url"),
    ("numbers in an address", "", "https://example.org/a/20231350/x", None, None),
    (
        "declared before address",
        "<meta name='date' content='2023-05-03'>",
        "https://example.org/2023/05/09/x.html",
        ("2023-05-03", None),
        "metadata",
    ),
    ("nothing declared", "", "x.html", None, None),
]


@pytest.mark.parametrize(
    ("head", "uri", "day", "basis"), [pytest.param(*row, id=name) for name, *row in DATES]
)
def test_declared_date(head: str, uri: str, day: tuple[str, str | None] | None, basis: str | None) -> None:
    published = read_bytes(page(head), uri, format="html").published
    if day is None:
        assert published is None
    else:
        assert published is not None
        assert (str(published.start), published.time) == day
        assert published.basis == basis


def test_date_in_the_prose_is_not_the_publication() -> None:
    prose = "<p>The treaty of 4 March 1921, signed in Riga, was the first of its kind, the ministers recalled on Monday.</p>"
    assert read_bytes(page(body=prose + BODY), "x.html").published is None


def test_stamp_in_the_text_goes_before_the_declared_date() -> None:
    head = "<meta property='article:published_time' content='2023-05-09'>"
    document = read_bytes(page(head, f"<p>By Jane Doe</p><p>3 May 2023, 14:05</p>{BODY}"), "x.html")
    assert document.published is not None
    assert (str(document.published.start), document.published.basis) == ("2023-05-03", "byline")
    assert document.authors == ("Jane Doe",)


def test_metadata_names_source_and_author() -> None:
    head = "<meta property='og:site_name' content='Baltic Herald'><meta name='author' content='Jane Doe'>"
    document = read_bytes(page(head), "x.html")
    assert (document.source, document.authors) == ("Baltic Herald", ("Jane Doe",))


def test_list_items_are_paragraphs() -> None:
    document = read_bytes(
        page(body=f"{BODY}<ul><li>A lower tariff for timber.</li><li>A joint office in Riga.</li></ul>"),
        "x.html",
    )
    assert paragraphs(document)[-2:] == ["A lower tariff for timber.", "A joint office in Riga."]


ODD_PAGES = [
    # id, page, text
    ("unclosed", f"<html><body><p>{P1}<p>{P2}".encode(), f"{P1}\n\n{P2}"),
    ("nested too deep", b"<html>" + b"<div>" * 4000 + P1.encode(), P1),
    (
        "XHTML with a declaration",
        f"<?xml version='1.0' encoding='utf-8'?><html><body><p>{P1}</p></body></html>".encode(),
        P1,
    ),
    ("short", b"<html><body><p>They met.</p></body></html>", "They met."),
    ("script never closed", b"<html><body><p>They met.</p><script>var a = 1;", "They met."),
    (
        "entities",
        b"<html><body><p>Hotels &amp; bars in Malm&#246; and &Aring;bo were full of ministers.</p></body></html>",
        "Hotels & bars in Malmö and Åbo were full of ministers.",
    ),
]


@pytest.mark.parametrize(("source", "text"), [pytest.param(*row, id=name) for name, *row in ODD_PAGES])
def test_odd_page_gives_its_text(source: bytes, text: str) -> None:
    assert text in read_bytes(source, "x.html").text


def test_page_past_the_limit_is_read_whole() -> None:
    document = read_bytes(b"<html><body>" + f"<p>{P1}</p>".encode() * 30_000 + b"</body></html>", "x.html")
    assert any("too large to look for an article" in warning for warning in document.warnings)
    assert paragraphs(document)[0] == P1


def test_page_without_text_is_empty() -> None:
    with pytest.raises(EmptyDocumentError):
        read_bytes(b"<html><head><script>var a = 1;</script></head><body><img src=a></body></html>", "x.html")


FORMATS = [
    # id, bytes, uri, does the text begin with a tag?
    ("suffix", b"<p>They met.</p>", "x.htm", False),
    ("content", b"<!DOCTYPE html><p>They met in Riga.</p>", "stdin", False),
    ("text that begins with a tag", b"<p>They met.</p>", "x.txt", True),
    ("named HTML, no tags", b"They met.", "x.html", False),
]


@pytest.mark.parametrize(("data", "uri", "tagged"), [pytest.param(*row, id=name) for name, *row in FORMATS])
def test_format_is_told_by_suffix_and_content(data: bytes, uri: str, tagged: bool) -> None:
    assert read_bytes(data, uri).text.startswith("<") == tagged


def test_format_can_be_named() -> None:
    assert read_bytes(b"<html><p>They met.</p>", "x.html", format="text").text.startswith("<html>")
    assert read_bytes(b"<p>They met.</p>", "x.txt", format="html").text == "They met."


def test_declared_charset_is_believed() -> None:
    source = "<html><head><meta charset='windows-1251'></head><body><p>Встреча министров в Риге прошла в понедельник.</p></body></html>"
    document = read_bytes(source.encode("cp1251"), "x.html")
    assert "Встреча министров" in document.text
    assert any("cp1251" in warning for warning in document.warnings)


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert (
        read_bytes(page("<link rel='canonical' href='https://example.org/x'>"), "x.html").url
        == "https://example.org/x"
    )
