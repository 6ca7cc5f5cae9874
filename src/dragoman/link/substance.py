"""Whether two records of words say one thing, by the words that carry it.

A promise or a word of praise without a date has nothing else to be told by: governments promise each other
many things in a week.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from dragoman.knowledge.countries import Country, load_countries

MIN_SHARED = 2
"""Words that two records of one act in words share, or all of the shorter's."""

MIN_SHARE = 1 / 3
"""Of the shorter's words. Both authored."""

EVIDENCE_HELD = 20_000
"""Texts whose words are remembered, the latest."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

_EMPTY = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "some", "any", "all", "both", "each", "other",
    "another", "such", "same", "i", "we", "you", "he", "she", "it", "they", "him", "her", "us", "them", "its",
    "his", "their", "our", "my", "your", "who", "whom", "which", "what", "where", "when", "while", "there",
    "here", "and", "or", "but", "nor", "if", "as", "than", "then", "so", "because", "of", "to", "in", "for",
    "from", "by", "at", "on", "with", "without", "into", "over", "under", "about", "against", "between",
    "among", "through", "during", "before", "after", "until", "since", "is", "are", "was", "were", "be",
    "been", "being", "am", "has", "have", "had", "having", "do", "does", "did", "will", "would", "shall",
    "should", "may", "might", "can", "could", "must", "not", "no", "also", "more", "most", "very", "new",
    "further", "continue", "continues", "continued", "s", "mr", "mrs", "ms", "dr", "sir", "president",
    "prime", "minister", "foreign", "secretary", "government", "country", "countries", "nation", "nations",
    "people", "side", "sides", "official", "officials", "leader", "leaders", "spokesman", "spokeswoman",
    "spokesperson", "say", "says", "said", "saying", "tell", "told", "state", "states", "stated",
    "announce", "announces", "announced", "agree", "agrees", "agreed", "promise", "promised", "pledge",
    "pledged", "express", "expressed", "reiterate", "reiterated", "reaffirm", "reaffirmed", "stress",
    "stressed", "support", "supports", "supported", "ready", "today", "yesterday", "tomorrow", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "month", "year",
})  # fmt: skip
"""Words without a subject: grammar, offices, saying, promising, days."""


def same_substance(one: str, other: str, ignored: Iterable[str], countries: Iterable[str]) -> bool:
    """Whether two pieces of evidence share the words that say what is promised, praised or refused.

    Args:
        one: The words of one record.
        other: Those of the other.
        ignored: Names of the actors, whose words say who and not what.
        countries: Their countries, as ISO alpha-3, whose names are left out in the same way.
    """
    if one == other:
        return True
    known = {word for name in ignored for word in _words(name)}.union(*map(_country_words, countries))
    mine, others = _content(one) - known, _content(other) - known
    shorter = min(len(mine), len(others))
    shared = len(mine & others)
    return shorter > 0 and shared >= min(MIN_SHARED, shorter) and shared >= MIN_SHARE * shorter


@lru_cache(maxsize=EVIDENCE_HELD)
def _content(text: str) -> frozenset[str]:
    return frozenset(_words(text) - _EMPTY_STEMS)


def _words(text: str) -> set[str]:
    """Words without case and the end of a plural or possessive."""
    return {_stem(word) for word in _WORD.findall(text.casefold().replace("’s", "").replace("'s", ""))}


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


_EMPTY_STEMS = frozenset(map(_stem, _EMPTY))


@cache
def _country_words(code: str) -> frozenset[str]:
    country = _countries().get(code)
    if country is None:
        return frozenset()
    names = (country.name, *country.names, *country.demonyms, country.capital or "")
    return frozenset(word for name in names for word in _words(name))


@cache
def _countries() -> dict[str, Country]:
    return load_countries()
