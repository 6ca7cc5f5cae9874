from __future__ import annotations

import base64
import hashlib
import io
import re
from html.parser import HTMLParser

import msgspec
import pytest

from dragoman.export import export_html
from dragoman.records import Coded

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """The page's elements and texts; fails on a tag that is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.classes: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.classes.append(dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.classes.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append((" / ".join([*self.open, *self.classes]), data))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.elements if attribute in attributes]


def rendered(*coded: Coded) -> str:
    stream = io.BytesIO()
    export_html(coded, stream)
    return stream.getvalue().decode()


@pytest.fixture(scope="module")
def html(coded: Coded) -> str:
    return rendered(coded)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_page_loads_nothing(page: Page, html: str) -> None:
    assert not {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "embed", "base"}
    assert page.values("src") == []
    assert all(href.startswith("#") for href in page.values("href"))
    assert not re.search(r"url\(|@import|https?:", html)


def test_policy_allows_its_own_style_and_script_alone(page: Page, html: str) -> None:
    (policy,) = [a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert page.values("style") == []
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]


def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href")} <= set(ids)


def test_every_record_is_on_the_page(page: Page, coded: Coded) -> None:
    records = [record.id for part in (coded.entities, coded.events, coded.claims) for record in part]
    assert {f"d1-{record}" for record in records} <= set(page.values("id"))


def test_links_go_both_ways(page: Page, coded: Coded) -> None:
    """Every event and claim lights up in the article, and every word lit there has its record beside it."""
    words = [
        (a.get("data-r") or "").split() for _, a in page.elements if "w" in (a.get("class") or "").split()
    ]
    lit = {record for records in words for record in records}
    assert {f"d1-{record.id}" for part in (coded.events, coded.claims) for record in part} <= lit
    assert lit <= set(page.values("id"))


def test_article_is_whole(page: Page, coded: Coded) -> None:
    inside = "".join(
        text for place, text in page.texts if " / article / p" in f" / {place}" and "/ legend" not in place
    )
    assert "".join(inside.split()) == "".join(coded.document.text.split())


def test_records_can_be_reached_by_keyboard(page: Page) -> None:
    cards = [a for _, a in page.elements if "card" in (a.get("class") or "").split()]
    assert cards
    assert all(card.get("tabindex") == "0" for card in cards)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "</style><script>",
        '" onmouseover="alert(1)',
        "{{ 7 * 7 }}",
        "a\x00b\x0bc\x1b[31m",
    ],
)
def test_text_of_a_document_is_text(hostile: str, coded: Coded) -> None:
    document = msgspec.structs.replace(
        coded.document, title=hostile, uri=hostile, source=hostile, warnings=(hostile,), authors=(hostile,)
    )
    entities = tuple(msgspec.structs.replace(entity, name=hostile) for entity in coded.entities)
    html = rendered(msgspec.structs.replace(coded, document=document, entities=entities))
    page = Page(html)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", html)
    assert "49" not in "".join(text for place, text in page.texts if "h2" in place)


def test_several_documents_have_an_index(coded: Coded) -> None:
    page = Page(rendered(coded, coded, coded))
    assert {"#d1", "#d2", "#d3"} <= set(page.values("href"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert "5 engagements, 5 statements, 1 deed" in {text.strip() for _, text in page.texts}


def test_one_document_has_none(page: Page) -> None:
    assert "nav" not in {tag for tag, _ in page.elements}


def test_no_document_is_a_page_too() -> None:
    assert "0 documents" in "".join(text for _, text in Page(rendered()).texts)


def test_document_without_records_says_so(coded: Coded) -> None:
    bare = msgspec.structs.replace(coded, entities=(), mentions=(), events=(), claims=())
    assert "No engagement, statement or deed was found" in rendered(bare)
