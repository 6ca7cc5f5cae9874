"""Is it English? Function words tell, ours and other languages'; nothing finer is needed to warn a reader.

The warning is for texts that are likely in another language. Names say nothing about the language around
them, so only words in small letters count where it is in doubt.
"""

from __future__ import annotations

import re

SAMPLE_CHARS = 20_000
MIN_WORDS = 20
"""Below this many words a headline without function words looks like any language: taken as English."""

SHORT_WORDS = 60
"""Up to here a single English function word is enough where no other language's outnumber it."""

MIN_SHARE = 0.08
"""English prose has a quarter to two fifths of these words, headlines and lists a tenth; other languages
under a twentieth."""

FUNCTION_WORDS = frozenset(
    str.split(
        "the of and to that is for with by this from has have had were was which will would said are it its "
        "his her their they be been not but who what when where than after before between into about during "
        "against our we you your there these those"
    )
)
"""English words that hardly occur in other languages' texts; "a", "in", "on", "as", "die" and the like do."""

SHARED_WORDS = frozenset({"in", "on", "at", "an", "as"})
"""English words that are words of another language too: they count where no other language speaks up."""

OTHER_WORDS = frozenset(
    str.split(
        "le les et est dans pour que qui sur au aux avec par une un des du sont ont ce cette "
        "die das und ist mit für nicht auf ein eine einen dem im zu zum sich sie auch wurde über "
        "y en por para con una se es su los las como más fue sus "
        "che e il è nel della dei sono anche per gli "
        "em uma um os não foi na no ao pela "
        "het een voor niet dat zijn werd op ook "
        "yang dan untuk pada dari ini dengan itu akan dalam tidak "
        "och att det som av på og til är har ikke "
        "w i z się nie że jest oraz dla ve bir bu için ile olarak "
        "ja ei että oli az és hogy nem și cu ya wa kwa katika ang ng sa mga và của các"
    )
)
"""Function words of other languages in Latin script, without those that stand in names, such as "de", "la",
"van" and "al". Written by hand from general reading."""

_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Say whether the beginning of a text may be English: no only where another language is likely."""
    words = _WORD.findall(text[:SAMPLE_CHARS])
    folded = [word.lower() for word in words]
    if len(words) < MIN_WORDS:
        return _is_latin(folded)
    if sum(word in FUNCTION_WORDS for word in folded) >= MIN_SHARE * len(folded):
        return True
    small = [word for word in words if word.islower()]
    return _is_latin(folded) and _leans_english(small or folded, short=len(words) <= SHORT_WORDS)


def _leans_english(words: list[str], *, short: bool) -> bool:
    ours = sum(word in FUNCTION_WORDS or word in SHARED_WORDS for word in words)
    others = sum(word in OTHER_WORDS for word in words)
    return ours > others and (short or ours >= MIN_SHARE * len(words))


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters) >= 0.5 * len(letters)
