"""A comparison as one HTML page that loads nothing: A on the left, B on the right, what changed between."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.compare.comparison import Comparison, Statement, Words
from dragoman.compare.phrases import (
    change_phrase,
    engagement_phrase,
    head,
    party_names,
    statement_phrase,
    summary,
    verdict,
)
from dragoman.export.evidence import Piece, merge
from dragoman.records import Span

# Controls are no characters of HTML; tabs and line ends are.
_DROPPED = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])


def comparison_html(comparison: Comparison) -> bytes:
    """The comparison as one page.

    Its content security policy allows its own style and nothing else, so that no markup in a text could load
    or run anything.
    """
    style = (resources.files("dragoman.compare") / "page" / "compare.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("dragoman.compare", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "text": lambda value: str(value).translate(_DROPPED),
        "verdict": verdict,
        "change": change_phrase,
        "statement": statement_phrase,
        "engagement": engagement_phrase,
        "names": party_names,
        "head": head,
        "pieces": quote_pieces,
    }
    page = environment.get_template("compare.html.jinja")
    return page.render(
        comparison=comparison, summary=summary(comparison), style=style, style_hash=f"sha256-{digest}"
    ).encode()


def quote_pieces(statement: Statement) -> list[Piece]:
    """A statement's quote, cut where cue, graded words, deadline and amounts begin and end."""
    quote = statement.quote
    inside = [
        Span(mark.start - quote.span.start, mark.end - quote.span.start)
        for mark in statement.marks
        if quote.span.start <= mark.start and mark.end <= quote.span.end
    ]
    pieces, at = [], 0
    for mark in _disjoint(quote, inside):
        pieces += [
            Piece(quote.text[at : mark.start], marked=False),
            Piece(mark.of(quote.text), marked=True),
        ]
        at = mark.end
    pieces.append(Piece(quote.text[at:], marked=False))
    return [piece for piece in pieces if piece.text]


def _disjoint(quote: Words, spans: list[Span]) -> list[Span]:
    """Spans in order, where those that overlap are made one."""
    found: list[Span] = []
    for span in merge(quote.text, spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
