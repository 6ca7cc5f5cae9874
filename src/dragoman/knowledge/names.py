"""Whether two spellings are the name of one person.

Names are compared without case, accents, hyphens and apostrophes. The part a person is filed under must
agree; given names only have to be compatible: equal, one the initial of the other, a common short form, or
two romanizations of the same consonants ("Mohamed", "Muhammad").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from dragoman.knowledge.spelling import ascii_form

_SEPARATORS = re.compile(r"[\s\-‐-―_.,'’‘`\"“”()\[\]]+")
_LINKS = frozenset({"al", "el", "ul", "bin", "ibn", "bint", "jr", "sr"})
"""Articles, links and suffixes that spellings of one name have or leave out."""
_STYLES = frozenset({
    "king", "queen", "emperor", "pope", "sheikh", "shaikh", "sultan", "emir", "amir", "prince", "princess",
})  # fmt: skip
"""Words before a ruler's name."""
_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az)[-‐-―]", re.IGNORECASE)
_NUMERAL = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_DIGRAPHS = (
    ("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("g", "k"),
    ("w", "v"),
)  # fmt: skip
"""Letters that romanizations of Arabic, Russian and Chinese names exchange."""
_VOWEL = frozenset("aeiouy")
_VOWELS = re.compile(r"[aeiouy]+")
_SHORT_FORMS = (
    "alexander alex sasha", "andrew andy drew", "anthony tony", "antonio tony", "barack barry",
    "benjamin ben binyamin benyamin bibi",
    "catherine kate cathy katherine", "charles charlie chuck", "christopher chris", "daniel dan danny",
    "david dave",
    "donald don", "edward ed ted eddie", "elizabeth liz beth lizzie", "francis frank", "frederick fred",
    "gregory greg",
    "gerald gerry jerry", "harold harry", "henry harry hank", "james jim jimmy jamie", "jeffrey jeff",
    "john jack johnny",
    "jonathan jon", "joseph joe jo", "kenneth ken", "lawrence larry", "margaret maggie meg", "matthew matt",
    "michael mike mick", "nicholas nick", "patrick pat paddy", "peter pete", "philip phil", "raymond ray",
    "reuben reuven", "richard dick rick", "robert bob rob bobby", "ronald ron", "samuel sam",
    "stephen steve steven",
    "susan sue", "theodore ted teddy", "thomas tom", "timothy tim", "victoria vicky", "walter walt",
    "william bill will",
)  # fmt: skip
_GROUP = {word: group.split()[0] for group in _SHORT_FORMS for word in group.split()}


class PersonName(NamedTuple):
    """A name taken apart: the words it is filed under, in order, the other words, and a ruler's numeral."""

    filed: tuple[str, ...]
    rest: tuple[str, ...]
    numeral: str


def name_words(name: str) -> tuple[str, ...]:
    """A name's words without case, accents, hyphens and apostrophes, for comparing."""
    return tuple(word for word in _SEPARATORS.split(ascii_form(name.lower()).lower()) if word)


def person_name(name: str, filed: str) -> PersonName:
    """Take a name apart.

    Args:
        name: The full name.
        filed: The part of it that people look it up by: a surname, in whatever place.
    """
    own = _content(name_words(filed))
    numeral = next((word for word in own[1:] if _is_numeral(word)), "")
    key = tuple(word for word in own if word != numeral) or own
    rest = tuple(word for word in _content(name_words(name)) if word not in own)
    return PersonName(key, rest, numeral)


def natural_name(name: str) -> tuple[str, str]:
    """A name whose filing part is in capitals, in usual letters: `Recep Tayyip ERDOGAN`.

    Returns:
        The whole name and its filing part: `Recep Tayyip Erdogan`, `Erdogan`.
    """
    words = name.split()
    lowered = [
        _lower_capitals(word, first=not i) if is_capitals(word) else word for i, word in enumerate(words)
    ]
    filed = [low for word, low in zip(words, lowered, strict=True) if is_capitals(word)]
    return " ".join(lowered), " ".join(filed)


def is_capitals(word: str) -> bool:
    """Whether a word is in capitals as a filing part is: `ERDOGAN`, `N'GUESSAN`, `II`; not `J.`."""
    letters = [char for char in _ARTICLE.sub("", word) if char.isalpha()]
    return len(letters) > 1 and all(char.isupper() for char in letters)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants that romanizations of one name keep; empty for a name of vowels."""
    for written, heard in _DIGRAPHS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))


def keys(filed: Iterable[str]) -> set[str]:
    """What a name is indexed by: its filing words as they are, without article, and as consonants (`=sd`)."""
    found = set()
    for word in filed:
        found |= {word, _without_article(word), "=" + skeleton(word)}
    return found


def bears(own: PersonName, words: Sequence[str], *, loosely: bool) -> float:
    """How well a person may be called so.

    Args:
        own: The person's name.
        words: The words of the text's name, from `name_words`.
        loosely: Whether a surname that only shares its consonants is enough without a given name.

    Returns:
        The share of the filing part that is named; 0 where it is somebody else's name.
    """
    asked = _content(words)
    numerals = [word for word in asked[1:] if _is_numeral(word) and word not in own.filed]
    if numerals and own.numeral not in numerals:
        return 0.0
    asked = tuple(word for word in asked if word not in numerals)
    matched = {word for word in asked for key in own.filed if _same(word, key)}
    exact = {word for word in matched if any(word == key or _same_spelling(word, key) for key in own.filed)}
    if not (any(_same(word, own.filed[0]) for word in matched) or (len(asked) == 1 and exact)):
        return 0.0
    others = [word for word in asked if word not in matched]
    if (others and not own.rest) or not _compatible(others, own.rest):
        return 0.0
    if not (exact or loosely or numerals or (others and own.rest)):
        return 0.0
    return sum(any(_same(word, key) for word in matched) for key in own.filed) / len(own.filed)


def _content(words: Sequence[str]) -> tuple[str, ...]:
    content = [word for word in words if word not in _LINKS]
    while len(content) > 1 and content[0] in _STYLES:
        del content[0]
    return tuple(content) or tuple(words)


def _is_numeral(word: str) -> bool:
    return bool(word) and _NUMERAL.fullmatch(word) is not None


def _lower_capitals(word: str, *, first: bool) -> str:
    if not first and _is_numeral(word.lower()):
        return word
    if word in {"BIN", "BINT", "IBN", "DE", "DA", "DOS", "DEL", "DER", "DEN"}:
        return word.lower()
    if article := _ARTICLE.match(word):
        return article[0].lower() + _lower_capitals(word[article.end() :], first=True)
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


@lru_cache(maxsize=4096)
def _without_article(word: str) -> str:
    """`elsisi` without the article written into it."""
    return word[2:] if len(word) >= 6 and word[:2] in {"al", "el"} else word


def _same_spelling(one: str, other: str) -> bool:
    return one == other or _without_article(one) == other or one == _without_article(other)


@lru_cache(maxsize=16384)
def _same(one: str, other: str) -> bool:
    """Whether two words are one name in two romanizations."""
    if _same_spelling(one, other):
        return True
    if min(len(one), len(other)) < 4:
        return False
    bones = skeleton(one)
    if len(bones) < 2 or bones != skeleton(other) or _initial(one) != _initial(other):
        return False
    if (one[-1] in _VOWEL) != (other[-1] in _VOWEL):  # Abbas is not Abbasi
        return False
    syllables, others = len(_VOWELS.findall(one)), len(_VOWELS.findall(other))
    return abs(syllables - others) <= (min(syllables, others) > 1)


def _initial(word: str) -> str:
    return "" if word[0] in "aeiouyj" else skeleton(word)[:1]


def _compatible(others: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether given names may be the same person's: each of the fewer finds one among the more."""
    if not others or not rest:
        return True
    joined, own = "".join(others), "".join(rest)
    if min(len(joined), len(own)) > 3 and (own.startswith(joined) or joined.startswith(own)):
        return True
    fewer, more = sorted((others, rest), key=len)
    return all(any(_given(one, other) for other in more) for one in fewer)


def _given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return _same(one, other) or (one in _GROUP and _GROUP[one] == _GROUP.get(other))
