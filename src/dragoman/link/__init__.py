"""Across documents: copies, repeated events, identities. Links are rows; records stay as they are."""

from dragoman.link.daily import iter_daily
from dragoman.link.documents import DocumentLink, Text, link_documents
from dragoman.link.identities import IdentityLink, Known, link_identities
from dragoman.link.matching import EventLink, link_events

__all__ = [
    "DocumentLink",
    "EventLink",
    "IdentityLink",
    "Known",
    "Text",
    "iter_daily",
    "link_documents",
    "link_events",
    "link_identities",
]
