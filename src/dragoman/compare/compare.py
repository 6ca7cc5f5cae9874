"""Two documents' records → what both report, what only one reports, and how it is put."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.compare.comparison import Comparison, Engagement, Side, Statement
from dragoman.compare.engagements import build_engagements, match_engagements
from dragoman.compare.likeness import PhraseEncoder, load_phrase_encoder
from dragoman.compare.matching import match_statements
from dragoman.compare.scoring import FLOOR, prepare
from dragoman.compare.statements import build_statements
from dragoman.knowledge.diplomatic_words import load_diplomatic_words
from dragoman.records import Coded


def compare(a: Coded, b: Coded, *, encoder: PhraseEncoder | None = None, floor: float = FLOOR) -> Comparison:
    """Set two readouts of one event side by side, or two speeches of one government.

    Engagements and claims of both are matched one to one. `compare(b, a)` is `compare(a, b).mirrored()`.

    Args:
        a: One document's records, as the pipeline gives them.
        b: The other's. "Firmer" and "softer" are said of it, against `a`.
        encoder: Tells how alike phrases are; the one that ships by default.
        floor: The chance, 0 to 1, from which two claims are taken as one.

    Returns:
        Every engagement and claim of either document exactly once: in a match, or among what one side alone
        reports.

    Raises:
        TableError: If the encoder's files or the table of diplomatic words are missing or damaged.
    """
    if b.to_json() < a.to_json():  # one order for both calls, so that equals are told apart the same way
        return _compare(b, a, encoder or load_phrase_encoder(), floor).mirrored()
    return _compare(a, b, encoder or load_phrase_encoder(), floor)


def _compare(a: Coded, b: Coded, encoder: PhraseEncoder, floor: float) -> Comparison:
    words = load_diplomatic_words()
    statements = [build_statements(one, words) for one in (a, b)]
    met = [build_engagements(one) for one in (a, b)]
    engagements = match_engagements(*met)
    claims = match_statements(prepare(a, statements[0]), prepare(b, statements[1]), encoder, floor)
    sides = (
        _side(a, met[0], statements[0], {m.a.event for m in engagements}, {m.a.claim for m in claims}),
        _side(b, met[1], statements[1], {m.b.event for m in engagements}, {m.b.claim for m in claims}),
    )
    notes = tuple(_notes(a, b, n_matches=len(engagements) + len(claims)))
    return Comparison(*sides, notes, tuple(engagements), tuple(claims))


def _side(
    coded: Coded,
    engagements: Sequence[Engagement],
    statements: Sequence[Statement],
    met: set[str],
    said: set[str],
) -> Side:
    document = coded.document
    return Side(
        document=document.id,
        uri=document.uri,
        title=document.title,
        source=document.source,
        published=document.published.start if document.published else None,
        n_engagements=len(engagements),
        n_claims=len(statements),
        engagements=tuple(one for one in engagements if one.event not in met),
        claims=tuple(one for one in statements if one.claim not in said),
    )


def _notes(a: Coded, b: Coded, *, n_matches: int) -> Iterator[str]:
    """What must be known before the rest is read, in an order that does not depend on the sides'."""
    if a.document.text == b.document.text:
        yield "Both are the same text: nothing can differ."
        return
    for uri in sorted(one.document.uri for one in (a, b) if not one.claims):
        yield f"{uri}: no claims were found, so that nothing said can be compared."
    if n_matches == 0:
        shared = sorted(_countries(a) & _countries(b))
        named = f"though both name {', '.join(shared)}" if shared else "and they name no country in common"
        yield f"These documents seem unrelated: no engagement and no claim is in both, {named}."


def _countries(coded: Coded) -> set[str]:
    return {entity.country for entity in coded.entities if entity.country}
