"""The brief as a page: the article with its spans coloured, the records beside it, links both ways.

One file holds everything; its content security policy names the hashes of its own style and script, so that
nothing else could run or load even if a document's text held markup.
"""

from __future__ import annotations

import base64
import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.export.arrange import build_brief
from dragoman.export.atoms import document_marks, split_blocks
from dragoman.export.brief import Brief, Line
from dragoman.export.sink import ByteSink
from dragoman.export.wording import STRENGTHS
from dragoman.records import Coded, Span

SPOOL_BYTES = 16 * 1024 * 1024
"""Rendered documents past this wait on disk: the index above them needs all titles."""

CLAIM_KINDS = ("pledge", "position", "assessment", "request", "accusation", "report")
LEGEND = ("engagement", "deed", *CLAIM_KINDS)
"""Kinds of coloured words, in the order of the legend."""

# Controls are no characters of HTML; tabs and line ends are.
_DROPPED = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A document's line in the index of a page."""

    anchor: str
    title: str
    source: str
    published: str
    counts: str


def export_html(coded: Iterable[Coded], stream: ByteSink) -> None:
    """Write one self-contained page of documents' briefs, an index above them where they are several.

    Args:
        coded: Documents' records. One is held at a time; the rendered ones wait on disk for the index.
        stream: Where to write the page, in UTF-8.
    """
    environment = _environment()
    document = environment.get_template("document.html.jinja")
    entries: list[IndexEntry] = []
    with tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES) as spool:
        for number, one in enumerate(coded, start=1):
            view = _view(one, f"d{number}")
            entries.append(_entry(view))
            spool.write(_bytes(document.render(view=view, strengths=list(STRENGTHS))))
        spool.seek(0)
        page = environment.get_template("page.html.jinja").generate(
            entries=entries, documents=_chunks(spool), style=_asset("brief.css"), script=_asset("brief.js"),
            style_hash=_hash("brief.css"), script_hash=_hash("brief.js"),
        )  # fmt: skip
        for part in page:
            stream.write(_bytes(part))
    stream.flush()


class _View:
    """What the template of one document reads."""

    def __init__(self, coded: Coded, brief: Brief, anchor: str) -> None:
        self.brief = brief
        self.anchor = anchor
        document = coded.document
        self.language = document.language
        self._evidence: dict[str, Span] = {event.id: event.evidence for event in coded.events}
        self._evidence |= {claim.id: claim.evidence for claim in coded.claims}
        cuts = {edge for span in self._evidence.values() for edge in (span.start, span.end)}
        self.blocks = list(split_blocks(document.text, document.layout, document_marks(coded), cuts))
        used = {atom.kind for block in self.blocks for atom in block.atoms}
        self.legend = [kind for kind in LEGEND if kind in used]

    def ids(self, records: Iterable[str]) -> str:
        """Record ids as the page knows them: of this document."""
        return " ".join(f"{self.anchor}-{record}" for record in records)

    def reach(self, record: str) -> str:
        """Where a record's evidence begins and ends, for the script."""
        span = self._evidence.get(record)
        return f"{span.start} {span.end}" if span else ""


def _view(coded: Coded, anchor: str) -> _View:
    return _View(coded, build_brief(coded), anchor)


def _entry(view: _View) -> IndexEntry:
    brief = view.brief
    facts = {fact.label: fact.value for fact in brief.head}
    met, deeds = sum(map(_size, brief.engagements)), sum(map(_size, brief.deeds))
    said = sum(len(statement.records) for speaker in brief.speakers for statement in speaker.statements)
    counts = [_counted(met, "engagement"), _counted(said, "statement"), _counted(deeds, "deed")]
    return IndexEntry(
        view.anchor,
        brief.title,
        facts.get("source", ""),
        facts.get("published", ""),
        ", ".join(count for count in counts if count) or "nothing coded",
    )


def _size(line: Line) -> int:
    return 1 + sum(map(_size, line.children))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _chunks(spool: IO[bytes]) -> Iterator[Markup]:
    # Whole lines, so that no character is cut in two.
    for line in spool:
        yield Markup(line.decode())  # noqa: S704  # rendered by the escaping template above


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.export", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.finalize = lambda value: value.translate(_DROPPED) if isinstance(value, str) else value
    return environment


@cache
def _asset(name: str) -> Markup:
    return Markup(resources.files("dragoman.export").joinpath("page", name).read_text("utf-8"))  # noqa: S704  # ours


@cache
def _hash(name: str) -> str:
    digest = hashlib.sha256(_asset(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # a lone surrogate has no bytes
