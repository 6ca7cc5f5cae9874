"""Who, where and when: entities, mentions and dates of a parsed document."""

from __future__ import annotations

from dragoman.knowledge import Knowledge
from dragoman.parse.tree import Tree
from dragoman.records import Document
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.coreference import add_coreference
from dragoman.resolve.dates import find_anchor, find_dates
from dragoman.resolve.places import settle_places
from dragoman.resolve.resolved import DateMention, Resolved, TokenMention

__all__ = ["DateMention", "Resolved", "TokenMention", "resolve"]


def resolve(document: Document, tree: Tree, knowledge: Knowledge) -> Resolved:
    """Find who, what and when a document speaks of.

    Args:
        document: A read document.
        tree: Its parse.
        knowledge: The tables, loaded once by the caller.

    Returns:
        The document, its dateline placed, with its entities, mentions in text order and dates; of an empty
        tree, only the persons that its bylines name.
    """
    scan = scan_document(document, tree, knowledge)
    settle_places(scan)
    document = scan.document
    entities, mentions = find_actors(scan)
    dates = find_dates(document.text, find_anchor(document), tree=tree)
    return add_coreference(Resolved(document, tree, entities, mentions, dates), knowledge)
