"""Who, where and when: entities, mentions and dates of a parsed document."""

from __future__ import annotations

from dragoman.knowledge import Knowledge
from dragoman.parse.tree import Tree
from dragoman.records import Document
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.resolved import DateMention, Resolved, TokenMention

__all__ = ["DateMention", "Resolved", "TokenMention", "resolve"]


def resolve(document: Document, tree: Tree, knowledge: Knowledge) -> Resolved:
    """Find who and what a document speaks of.

    Args:
        document: A read document.
        tree: Its parse.
        knowledge: The tables, loaded once by the caller.

    Returns:
        The document with its entities, mentions in text order and dates; empty lists for an empty tree.
    """
    entities, mentions = find_actors(scan_document(document, tree, knowledge))
    return Resolved(document, tree, entities, mentions, [])
