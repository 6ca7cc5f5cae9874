"""What the whole document says about single claims: leads that sum up, titles that word an action."""

from __future__ import annotations

from dragoman.extract.drafts import ClaimDraft
from dragoman.parse.tree import Tree
from dragoman.records import Document, Span

SUMMARY_SHARE = 0.75
"""Share of a lead's content words that a later pledge must repeat for the lead to be its summary."""
ANCHORED_WORDS = 4
"""Shortest action, in words, whose wording in a title is no accident."""


def merge_summary(tree: Tree, claims: list[ClaimDraft]) -> list[ClaimDraft]:
    """Join the pledges of a lead that only sums up pledges told one by one below it.

    News leads put the gist of a speech into one sentence ("A and B will widen trade and deepen ties, said X")
    and then report each pledge. Such a lead is one claim, its action the whole of what it sums up.
    """
    lead = [c for c in claims if c.kind == "pledge" and c.action is not None and c.token == claims[0].token]
    if len(lead) < 2 or lead[0] is not claims[0]:
        return claims
    later = [
        c
        for c in claims
        if c not in lead
        and c.kind == "pledge"
        and c.action is not None
        and c.speakers[0].entity == lead[0].speakers[0].entity
    ]
    if not all(any(_repeats(tree, c.action, other.action) for other in later) for c in lead):
        return claims
    first, last = lead[0].action, lead[-1].action
    if first is None or last is None:
        return claims
    lead[0].action = Span(first.start, last.end)
    lead[0].about = tuple(dict.fromkeys(a for c in lead for a in c.about))
    return [lead[0], *(c for c in claims if c not in lead)]


def anchor_in_title(document: Document, claims: list[ClaimDraft]) -> None:
    """Point a pledge that the title words exactly so at the title.

    That is the first place where the document says it. The evidence stays the sentence that names the
    speaker.
    """
    title = next((s for s in document.layout if s.kind == "title"), None)
    if title is None:
        return
    for claim in claims:
        if claim.kind == "pledge" and claim.action is not None:
            words_said = claim.action.of(document.text)
            at = document.text.find(words_said, title.start, title.end)
            if at >= 0 and len(words_said.split()) >= ANCHORED_WORDS:
                claim.action = Span(at, at + len(words_said))


def _repeats(tree: Tree, action: Span | None, other: Span | None) -> bool:
    own, more = _content_words(tree, action), _content_words(tree, other)
    return bool(own) and len(own & more) / len(own) >= SUMMARY_SHARE


def _content_words(tree: Tree, span: Span | None) -> set[str]:
    if span is None:
        return set()
    first = tree.token_at(span.start)
    out: set[str] = set()
    i = first if first is not None else len(tree)
    while i < len(tree) and tree.start[i] < span.end:
        if tree.pos[i] in {"NOUN", "PROPN", "VERB", "ADJ"}:
            out.add(tree.lemma[i])
        i += 1
    return out
